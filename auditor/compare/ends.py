"""Numbers and ranges as printed: whether two may be one, and how far apart they are."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from auditor.facts import Fact
from auditor.rule import Margin


def same_number(one: Fact, other: Fact) -> bool:
    """Return whether two statements may be of one number, or of one range, whatever their bounds."""
    a, b = one.figure, other.figure
    if a.kind != b.kind or a.approximate or b.approximate:
        return one.stated.meets(other.stated)
    return all(map(_same_end, _ends(one), _ends(other)))


class _End(NamedTuple):
    """A number, or one end of a range, in base units, and how far rounding may have put it off."""

    value: Fraction
    radius: Fraction


def _ends(fact: Fact) -> tuple[_End, ...]:
    factor, radius = fact.measure.factor, fact.entry.radius
    return tuple(
        _End(number.value * factor, (number.step / 2 if radius is None else radius) * factor)
        for number in fact.figure.numbers
    )


def _same_end(one: _End, other: _End) -> bool:
    if one.value == other.value or one.radius == other.radius:
        return one.value == other.value
    return abs(one.value - other.value) <= one.radius + other.radius


def gap(one: Fact, other: Fact) -> Fraction:
    """Return how far two statements are apart as printed, in base units.

    Of two ranges the ends that are farther apart count, of a number beside a range the nearer.
    """
    low, high = one.value - other.value, one.upper - other.upper
    if one.figure.kind == other.figure.kind:
        return max(abs(low), abs(high))
    return max(one.value - other.upper, other.value - one.upper, Fraction(0))


def between_ranges(one: Fact, other: Fact) -> Margin:
    """Return how near two ranges were to one another, by the end that had the least room."""
    pairs = [*zip(_ends(one), _ends(other), strict=True)]
    room = (
        Fraction(0) if a.radius == b.radius else a.radius + b.radius - abs(a.value - b.value)
        for a, b in pairs
    )
    return Margin(gap(one, other), min(room))
