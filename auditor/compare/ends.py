"""Numbers and ranges as printed, with their directions: whether two may be one, and how far apart."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.facts import Fact
from auditor.rule import Margin

# What a bound or an end becomes when its number is turned about zero.
_TURNED: Final = MappingProxyType(
    {"=": "=", ">=": "<=", ">": "<", "<=": ">=", "<": ">", "[": "]", "]": "[", "(": ")", ")": "("}
)


def same_number(one: Fact, other: Fact) -> bool:
    """Return whether two statements may be of one number, or of one range, whatever their bounds."""
    a, b = one.figure, other.figure
    if a.kind != b.kind or a.approximate or b.approximate:
        return one.stated.meets(other.stated)
    if one.value == other.value and a.kind == "number":
        return True
    return same_each(one, other)


def same_each(one: Fact, other: Fact) -> bool:
    """Return whether the numbers of two statements, or their ends or parts in turn, may be the same."""
    return all(map(_same_end, _ends(one), _ends(other)))


class _End(NamedTuple):
    """A number, one end of a range or one part of a ratio, in base units, and how far rounding may have put it off."""

    value: Fraction
    radius: Fraction


def _ends(fact: Fact) -> tuple[_End, ...]:
    factor, radius = fact.measure.factor, fact.entry.radius
    return tuple(
        _End(number.value * factor, number.radius(radius) * factor)
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


def directed(one: Fact, other: Fact) -> tuple[Fact, Fact]:
    """Return two statements of a change with numbers that can be compared: falls below zero.

    Only where both tell their direction; a plain number above zero is taken in that of the other.
    """
    if one.figure.change == other.figure.change:
        return one, other
    directions = _direction(one), _direction(other)
    if 0 in directions:
        return one, other
    return _below_zero(one), _below_zero(other)


def towards(one: Fact, other: Fact, better: str) -> tuple[Fact, Fact] | None:
    """Return two statements with numbers of which `better` says whether more or less is good.

    A fall is a number below zero, unless the indicator is one of falls of which more is better.
    None where what is told in words cannot be held against the other, as a plain number that may
    be either a rise or a fall.
    """
    told = {one.figure.moved_by, other.figure.moved_by}
    if told == {""}:
        return one, other
    of_falls = better == "more" and not one.rises
    of_rises = better == "more" and one.rises
    if one.rises != other.rises or "move_by" in told or (of_falls and "rise_by" in told):
        return None
    if len(told) > 1:
        plain = [fact.value for fact in (one, other) if not fact.figure.moved_by]
        if not better or any(
            value < 0 if of_falls else value >= 0 and not of_rises for value in plain
        ):
            return None
    return (one, other) if of_falls or not better else (_below_zero(one), _below_zero(other))


def _direction(fact: Fact) -> int:
    falls = fact.figure.change == "fall_by"
    if fact.value < 0:
        return 0 if falls else -1
    return -1 if falls else int(fact.rises or fact.figure.change == "rise_by")


def _below_zero(fact: Fact) -> Fact:
    figure = fact.figure
    if figure.change != "fall_by":
        return fact
    numbers = tuple(number.times(-1) for number in reversed(figure.numbers))
    ends = "".join(_TURNED[end] for end in reversed(figure.ends))
    turned = figure._replace(numbers=numbers, bound=_TURNED[figure.bound], ends=ends)
    return fact._replace(figure=turned, value=-fact.upper)
