"""A figure as printed, and the intervals that it may stand for."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from auditor.interval import Interval

# How far 约, 左右 and 近 may stray from the number, as a share of it.
ABOUT: Final = Fraction(1, 10)


class Number(NamedTuple):
    """One printed number: its digits as printed, its scale and its exact value, scaled.

    `step` is the worth of one unit in the last printed digit, scaled: of 0.9万 a thousand,
    of 三分之二 nothing.
    """

    digits: str
    scale: int
    value: Fraction
    step: Fraction

    def times(self, factor: int) -> Number:
        """Return the number multiplied, its digits and its scale kept."""
        if factor == 1:
            return self
        return self._replace(value=self.value * factor, step=self.step * abs(factor))

    def radius(self, told: Fraction | None = None) -> Fraction:
        """Return the largest error that rounding can have made; `told` where that is told otherwise."""
        return self.step / 2 if told is None else told

    def scaled(self, scale: int) -> Number:
        """Return the number under a further scale, printed once for both ends of a range."""
        return self.times(scale)._replace(scale=self.scale * scale)


class Figure(NamedTuple):
    """A number as printed, with all that is printed around it.

    `kind` is number, range, ratio, words or nothing, or unmeasured for a number that stands under
    an unknown unit. `numbers` holds one number, the two ends of a range or the parts of a
    ratio, scaled but in the printed unit. `unit` is a name of the registry, possibly a quotient
    such as `CNY/person`; empty when none is printed. `bound` is one of = >= > <= <;
    `approximate` is empty, about, near, over or several; `basis` is empty, cumulative, annual or
    average; `change` is empty or rise_by, fall_by, move_by (either way), rise_to, fall_to;
    `ends` tells whether the ends of a range belong to it, in the notation of ISO 80000-2 ("[]"
    for 5—5.5%, "()" for 大于5且小于6); `year` is the year printed behind it (35.6（2019年）), 0
    when none is.
    """

    printed: str
    kind: str
    numbers: tuple[Number, ...] = ()
    unit: str = ""
    bound: str = "="
    approximate: str = ""
    basis: str = ""
    change: str = ""
    mark: str = ""
    ends: str = "[]"
    year: int = 0

    @property
    def value(self) -> Fraction:
        """Return the printed number, scaled, in the printed unit (a range's lower end)."""
        return self.numbers[0].value

    @property
    def step(self) -> Fraction:
        """Return the worth of one unit in the last printed digit, scaled."""
        return self.numbers[-1].step

    @property
    def numeric(self) -> bool:
        """Return whether the figure states an amount that can be compared."""
        return self.kind in ("number", "range")

    @property
    def moved_by(self) -> str:
        """Return rise_by, fall_by or move_by, empty where it does not say by how much something moves."""
        return self.change if self.change.endswith("_by") else ""

    @property
    def parts_of_one(self) -> bool:
        """Return whether every number is a fraction of one, or one, without a unit: 三分之二, ¾, 过半."""
        fractions = all(not number.step and 0 < number.value <= 1 for number in self.numbers)
        return self.numeric and not self.unit and fractions

    def stated(self, radius: Fraction | None = None) -> Interval:
        """Return what the number itself may stand for, whatever its bound, in the printed unit.

        `radius` replaces half a unit of the last printed digit, the largest error that
        rounding can have made. What a range prints are its bounds; they are not rounded.
        """
        first, last = self.numbers[0], self.numbers[-1]
        low = first.value - first.radius(radius)
        high = last.value + last.radius(radius)
        spread = abs(first.value) * ABOUT
        match self.approximate:
            case "about":
                return Interval(min(low, first.value - spread), max(high, last.value + spread))
            case "near":
                return Interval(first.value - spread, last.value, high_closed=False)
            case "over":
                room = _place(first) or spread
                return Interval(first.value, first.value + room, False, False)
            case "several":
                return Interval(first.value, first.value * 10, False, False)
        if self.kind == "range":
            return Interval(first.value, last.value, self.ends[0] == "[", self.ends[1] == "]")
        return Interval(low, high)

    def allowed(self, radius: Fraction | None = None) -> Interval:
        """Return every amount that the printed statement admits, its bound applied."""
        match self.bound:
            case ">=":
                return Interval(self.value, None)
            case ">":
                return Interval(self.value, None, low_closed=False)
            case "<=":
                return Interval(None, self.numbers[-1].value)
            case "<":
                return Interval(None, self.numbers[-1].value, high_closed=False)
        return self.stated(radius)


def _place(number: Number) -> Fraction:
    """Return the worth of the last digit that is not a zero: 余 and 多 hide what is below it."""
    if "." in number.digits or not number.value or number.value.denominator != 1:
        return number.step
    zeros = str(number.value.numerator)
    return Fraction(10 ** (len(zeros) - len(zeros.rstrip("0"))))
