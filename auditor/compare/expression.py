"""Expressions over figures, and the numbers that they may come to.

A linear expression is summed up by its coefficients, so that a figure that occurs twice is
counted once. Any other is enclosed by its monotone corners: where it rises or falls with a
figure all over its interval, that figure is put at the end that counts (Moore, Kearfott and
Cloud, Introduction to Interval Analysis, 2009, section 6.4). What remains is evaluated as it
stands, which may be too wide and is never too narrow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from auditor.interval import Interval

Box = Mapping[int, Interval]
_ZERO = Interval.point(0)
_ONE = Interval.point(1)


class Divides(ArithmeticError):  # noqa: N818 - a way out, told as a ClaimError
    """A divisor that may be zero."""


@dataclass(frozen=True, slots=True)
class Constant:
    """An interval of its own."""

    interval: Interval


@dataclass(frozen=True, slots=True)
class Variable:
    """A figure, by the key of its interval in a box."""

    key: int


@dataclass(frozen=True, slots=True)
class Sum:
    """left + sign × right."""

    left: Expression
    right: Expression
    sign: int


@dataclass(frozen=True, slots=True)
class Product:
    """left × right."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Quotient:
    """left ÷ right."""

    left: Expression
    right: Expression


Expression = Constant | Variable | Sum | Product | Quotient


def enclosure(expression: Expression, box: Box) -> Interval:
    """Return an interval that holds every number the expression may come to over a box.

    Its ends are exact where the expression is monotone in each figure. Raises Divides where
    a divisor may be zero.
    """
    low, high = _extreme(expression, box, -1), _extreme(expression, box, 1)
    return Interval(low.low, high.high, low.low_closed, high.high_closed)


def _extreme(expression: Expression, box: Box, side: int) -> Interval:
    """Return an enclosure whose lower (side −1) or upper end (1) is as near as corners bring it."""
    pinned = dict(box)
    open_ = False
    while True:
        value, slopes = _slopes(expression, pinned)
        # Where it never stands still first: there an open end is certainly not reached.
        for key in sorted(slopes, key=lambda key: slopes[key].holds(0)):
            interval, rising = pinned[key], _direction(slopes[key])
            end, closed = (
                (interval.low, interval.low_closed)
                if rising * side < 0
                else (interval.high, interval.high_closed)
            )
            if rising and end is not None and interval.low != interval.high:
                open_ = open_ or (not closed and not slopes[key].holds(0))
                pinned[key] = Interval.point(end)
                break
        else:
            low_closed = value.low_closed and not (open_ and side < 0)
            high_closed = value.high_closed and not (open_ and side > 0)
            return Interval(value.low, value.high, low_closed, high_closed)


def _direction(slope: Interval) -> int:
    """Return 1 for a slope that is nowhere below zero, −1 for one nowhere above, else 0."""
    if slope.low is not None and slope.low >= 0:
        return 1
    return -1 if slope.high is not None and slope.high <= 0 else 0


def _slopes(expression: Expression, box: Box) -> tuple[Interval, dict[int, Interval]]:
    """Return the value of an expression and its partial derivatives by figure, as intervals."""
    match expression:
        case Constant(interval):
            return interval, {}
        case Variable(key):
            return box[key], {key: _ONE}
    value, slopes = _slopes(expression.left, box)
    other, other_slopes = _slopes(expression.right, box)
    match expression:
        case Sum(sign=sign):
            total, by_left, by_right = value + other.scaled(sign), _ONE, Interval.point(sign)
        case Product():
            total, by_left, by_right = value * other, other, value
        case Quotient():
            inverse = other.inverse()
            if inverse is None:
                raise Divides
            total, by_left, by_right = value * inverse, inverse, -(value * inverse * inverse)
    found = {key: slope * by_left for key, slope in slopes.items()}
    for key, slope in other_slopes.items():
        found[key] = found.get(key, _ZERO) + slope * by_right
    return total, found


def scaled(expression: Expression, factor: Fraction) -> Expression:
    """Return an expression multiplied by a number."""
    return expression if factor == 1 else Product(Constant(Interval.point(factor)), expression)
