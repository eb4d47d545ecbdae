"""Intervals of rational numbers with open, closed and missing ends.

A figure printed as 4.5 stands for every number that rounds to it; a figure
printed as 不低于30% for every number from there on. Both are intervals, and all
arithmetic on them is exact. Definitions follow IEEE 1788-2015, section 4, for the
operations, with the openness of each end carried along.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; None stands for an end without bound."""

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        """Return the interval that holds one number."""
        exact = Fraction(value)
        return cls(exact, exact)

    @property
    def bits(self) -> int:
        """Return the length in bits of the longest number that the ends are written with."""
        ends = [end for end in (self.low, self.high) if end is not None]
        numbers = [number for end in ends for number in (end.numerator, end.denominator)]
        return max((number.bit_length() for number in numbers), default=0)

    @property
    def nearest(self) -> Fraction:
        """Return the number nearest to zero: zero itself, or else the end that is on its side."""
        if self.low is not None and self.low > 0:
            return self.low
        return self.high if self.high is not None and self.high < 0 else Fraction(0)

    def meets(self, other: Interval) -> bool:
        """Return whether some number lies in both."""
        return _reaches(self, other) and _reaches(other, self)

    def holds(self, value: Fraction | int) -> bool:
        """Return whether `value` lies in the interval."""
        return self.meets(Interval.point(value))

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        return _hull([*_ends(self), *_ends(other)])

    def within(self, other: Interval) -> bool:
        """Return whether every number of this interval lies in `other`."""
        return _starts_after(self, other) and _starts_after(-self, -other)

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Fraction | int) -> Interval:
        """Return the interval with every number multiplied by `factor`."""
        if factor < 0:
            return (-self).scaled(-factor)
        if factor == 0:
            return Interval.point(0)
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_closed,
            self.high_closed,
        )

    def __mul__(self, other: Interval) -> Interval:
        corners = [_corner(a, b) for a, b in product(_ends(self), _ends(other))]
        return _hull(corners)

    def inverse(self) -> Interval | None:
        """Return the interval of reciprocals, or None where zero makes it meaningless."""
        if self.holds(0):
            return None
        if self.high is not None and self.high <= 0:
            turned = (-self).inverse()
            return None if turned is None else -turned
        low, high = self.low, self.high
        return Interval(
            Fraction(0) if high is None else 1 / high,
            None if not low else 1 / low,
            high is not None and self.high_closed,
            bool(low) and self.low_closed,
        )


# An end as a product sees it: the sign of its infinity (0 when finite), its value, and
# whether it is attained.
_End = tuple[int, Fraction, bool]


def _ends(interval: Interval) -> tuple[_End, _End]:
    low, high = interval.low, interval.high
    return (
        (-1, Fraction(0), False) if low is None else (0, low, interval.low_closed),
        (1, Fraction(0), False) if high is None else (0, high, interval.high_closed),
    )


def _corner(a: _End, b: _End) -> _End:
    (a_infinite, a_value, a_closed), (b_infinite, b_value, b_closed) = a, b
    if (not a_infinite and not a_value) or (not b_infinite and not b_value):
        zero_attained = (not a_infinite and not a_value and a_closed) or (
            not b_infinite and not b_value and b_closed
        )
        return (0, Fraction(0), zero_attained)
    if a_infinite or b_infinite:
        sign = (a_infinite or (1 if a_value > 0 else -1)) * (
            b_infinite or (1 if b_value > 0 else -1)
        )
        return (sign, Fraction(0), False)
    return (0, a_value * b_value, a_closed and b_closed)


def _hull(corners: list[_End]) -> Interval:
    lowest = min(corners, key=lambda end: (end[0], end[1], not end[2]))
    highest = max(corners, key=lambda end: (end[0], end[1], end[2]))
    return Interval(
        None if lowest[0] else lowest[1],
        None if highest[0] else highest[1],
        lowest[2] if not lowest[0] else True,
        highest[2] if not highest[0] else True,
    )


def _reaches(a: Interval, b: Interval) -> bool:
    """Return whether the upper end of `a` is not below the lower end of `b`."""
    if a.high is None or b.low is None:
        return True
    if a.high == b.low:
        return a.high_closed and b.low_closed
    return a.high > b.low


def _starts_after(inner: Interval, outer: Interval) -> bool:
    if outer.low is None:
        return True
    if inner.low is None:
        return False
    if inner.low == outer.low:
        return outer.low_closed or not inner.low_closed
    return inner.low > outer.low
