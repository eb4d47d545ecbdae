"""What a figure would have to be, judging by the others of its conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from auditor.compare.restate import counted_alike
from auditor.facts import Fact
from auditor.finding import Mend
from auditor.interval import Interval
from auditor.mend.conflict import Conflict
from auditor.mend.numerals import Numeral
from auditor.rule import spot
from auditor.wording import Wording, quote

# These say that one figure is the sum of others.
_ADD_UP: Final = frozenset(("SUM001", "SUM004", "SUM008"))
_HUNDRED: Final = Fraction(100)
_PERHAPS_A_PART: Final[Wording] = {
    "en": "perhaps one of the parts: it is what lacks",
    "zh": "与差额相符，可能是漏列的分项",
}
_COUNTED_TWICE: Final[Wording] = {
    "en": "as printed, {place} {part} is counted twice",
    "zh": "按现有数字，{place} {part} 被重复计入",
}
_NOT_COUNTED: Final[Wording] = {
    "en": "as printed, {place} {part} is left out",
    "zh": "按现有数字，{place} {part} 未计入",
}


def aims(
    involved: Sequence[Fact], fact: Fact, own: Numeral, difference: Fraction
) -> list[Fraction]:
    """Return the values that a number of a figure may have to have, in base units.

    `difference` is how far apart the figures involved are said to be.
    """
    if fact.figure.kind == "ratio":
        parts = sum((number.value for number in fact.figure.numbers), Fraction(0))
        return [own.value + _HUNDRED - parts]
    return [
        aim
        for aim in dict.fromkeys(_aims(involved, fact, difference))
        if aim and (aim < 0) == (fact.value < 0) and aim != fact.value
    ]


def _aims(involved: Sequence[Fact], fact: Fact, apart: Fraction) -> Iterator[Fraction]:
    others = [each for each in involved if each is not fact]
    yield from (each.value for each in others if counted_alike(each.unit, fact.unit))
    spans = {each.key.period.years for each in involved if each.key.period} - {1}
    if len({(each.key.basis, each.key.period) for each in involved}) == 1:
        spans = set()  # no year of one is set against all years of another
    if apart:
        for years in (1, *sorted(spans)):
            yield from (fact.value + apart / years, fact.value - apart / years)
    for years in sorted(spans):
        yield from (each.value * years for each in others)
        yield from (each.value / years for each in others)
    if len(others) > 1:
        off, largest = lack(involved)
        yield fact.value - off if fact is largest else fact.value + off
        if all(each.unit == "percent" for each in involved):
            yield fact.value + _HUNDRED - sum(each.value for each in involved)
    for each in others if apart else ():
        for off in (each.value + apart, each.value - apart):
            if off:
                yield fact.value * each.value / off


def room(involved: Sequence[Fact]) -> Fraction:
    """Return how far rounding can part the sides of what is said of some figures, in base units."""
    years = max((each.key.period.years for each in involved if each.key.period), default=1)
    return years * sum(
        (_width(each.stated) for each in involved if each.figure.numeric), Fraction(0)
    )


def _width(interval: Interval) -> Fraction:
    assert interval.low is not None
    assert interval.high is not None
    return interval.high - interval.low


def lack(involved: Sequence[Fact]) -> tuple[Fraction, Fact]:
    """Return by how much the largest figure of a conflict exceeds all others together, and it."""
    largest = max(involved, key=lambda each: each.value)
    return 2 * largest.value - sum((each.value for each in involved), Fraction(0)), largest


def left_out(conflict: Conflict) -> Iterator[Mend]:
    """Return what stands beside the parts of a sum and makes up what lacks, within rounding.

    Of several, that which comes nearest.
    """
    involved = conflict.involved
    off, largest = lack(involved)
    parts = [each for each in involved if each is not largest]
    additive = conflict.code in _ADD_UP and all(_alike(each, largest) for each in parts)
    if off <= 0 or not additive:
        return
    missing = largest.stated
    for part in parts:
        missing = missing - part.stated
    own = {id(fact) for fact in involved}
    found = [
        fact
        for fact in conflict.plan(largest).facts
        if id(fact) not in own
        and fact.figure.numeric
        and _alike(fact, largest)
        and any(_beside(fact, each) for each in involved)
        and fact.stated.meets(missing)
    ]
    nearest = min((abs(fact.value - off) for fact in found), default=None)
    for fact in found:
        if abs(fact.value - off) == nearest:
            yield Mend(spot(fact), "", _PERHAPS_A_PART)


def _alike(one: Fact, other: Fact) -> bool:
    return one.figure.numeric and other.figure.numeric and counted_alike(one.unit, other.unit)


def _beside(one: Fact, other: Fact) -> bool:
    if other.entry.table:
        return (one.entry.table, one.entry.column) == (other.entry.table, other.entry.column)
    return one.entry.place == other.entry.place


def about_a_part(conflict: Conflict, fact: Fact, changed: Fact) -> Mend | None:
    """Return an edit of a whole as it is told where a part of it makes up for all of it.

    That is when some part is exactly what is too much, or too little.
    """
    involved = conflict.involved
    off, largest = lack(involved)
    exact = conflict.code in _ADD_UP and fact is largest and changed.value == fact.value - off
    for part in involved if exact and len(involved) > 2 else ():
        if part is not fact and part.value == abs(off):
            reason = _COUNTED_TWICE if off > 0 else _NOT_COUNTED
            fields = {"place": quote(part.entry.place), "part": quote(part.entry.says)}
            return Mend(spot(fact), changed.entry.says, reason, fields=fields)
    return None
