"""Trying the edits of one figure: which of them settle a conflict, and which can be believed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import count
from typing import Final

from auditor.compare.restate import compare
from auditor.facts import Fact
from auditor.mend.aims import aims, room
from auditor.mend.conflict import Conflict
from auditor.mend.numerals import Numeral, numerals
from auditor.mend.ranking import Try, likelihood, magnitude, meaning, odds
from auditor.mend.slips import Edit, near, single, slips, towards
from auditor.mend.state import place
from auditor.sheet import Entry

# What is so many times too small may lack a 万: that brings it nearer to what would do.
_MAGNITUDE: Final = 100
# These doubt a magnitude, for which no value is the nearest.
_OF_MAGNITUDE: Final = frozenset(("DIR003",))


def tries(conflict: Conflict, fact: Fact) -> list[Try]:
    """Return the edits of a figure that settle a conflict by the rule that found it.

    Those come first that agree with most of the others, and of these the likeliest.
    """
    own = numerals(fact, comma=conflict.plan(fact).sheet.decimal_comma)
    edits: dict[Entry, Edit] = {}
    for edit in _edits(conflict, fact, own):
        edits.setdefault(edit.entry, edit)
    settling = []
    for order, edit in enumerate(edits.values()):
        tried = conflict.tried(fact, edit.entry)
        if tried is not None:
            changed, held = tried
            bits = likelihood(edit, fact, changed, held, conflict.involved)
            odd = odds(fact, changed, conflict.indicator(fact))
            if conflict.alone and odd > 0:
                continue
            settling.append(Try(fact, changed, edit, bits + odd, held, order, odd))
    # What only ends the comparison settles nothing, if another number would stand it.
    numbers = [each for each in settling if not each.words]
    numbers = [each for each in numbers if each.held] or numbers
    up = [each for each in numbers if each.changed.value > fact.value]
    down = [each for each in numbers if each.changed.value <= fact.value]
    found = [each for each in settling if each.words]
    for side in (up, down):
        found += _believed(conflict, side, own)
    found.sort(key=lambda each: (each.bits, each.order))
    distinct: dict[object, Try] = {}
    for each in found:
        distinct.setdefault(meaning(each.changed), each)
    return sorted(distinct.values(), key=lambda each: _against(conflict, each.changed))


def _edits(conflict: Conflict, fact: Fact, own: tuple[Numeral, ...]) -> Iterator[Edit]:
    """Return the edits of a figure that are worth trying."""
    sought = [(each, aims(conflict.involved, fact, each, conflict.difference)) for each in own]
    for each, values in sought:
        for value in values:
            yield from towards(fact, each, value)
    indicator = conflict.indicator(fact)
    flow = indicator is not None and indicator.kind == "flow"
    allotted = all(each is not fact for each in conflict.plan(fact).facts)
    for edit in slips(fact, own, flow=flow):
        if not allotted or edit.entry.basis == fact.entry.basis:
            yield edit
    within = room(conflict.involved)
    for each, values in sought:
        yield from near(fact, each, values, within)
    if conflict.alone and len(own) == 1:
        yield from single(fact, own[0])


def _believed(conflict: Conflict, side: list[Try], own: tuple[Numeral, ...]) -> Iterator[Try]:
    """Return those of some edits, all upwards or all downwards, that can be believed.

    Where any figure beyond would do as well, that is the nearest, of a target alone: a result is
    not to be made to fit. And it is 万 or 亿 put in or left out, if the figure is far from what
    would do.
    """
    if not side or conflict.alone or len(own) != 1 or not _loose(conflict, side, own[0]):
        yield from side
        return
    fact = side[0].fact
    enough = [each for each in side if each.edit.aims]
    if not enough:
        return
    # Within rounding, what another figure prints, as finely as this one is, goes before what is
    # reckoned from it, and what needs no rounding before what does.
    least = min(map(_away, enough)) + room(conflict.involved)
    close = [each for each in enough if _away(each) <= least]
    printed = [each.value for each in conflict.involved if each is not fact]
    nearest = min(close, key=lambda each: (each.off, *_unlike(each, printed), _away(each)))
    if conflict.code not in _OF_MAGNITUDE and fact.key.role != "actual":
        yield nearest.enough(lone=fact is not conflict.involved[0])
    needed = nearest.changed.value
    if _times(fact.value, needed) >= _MAGNITUDE:
        scaled = [each for each in side if not each.edit.slip.digits]
        scaled.sort(key=lambda each: (_times(each.changed.value, needed), each.bits))
        for each in scaled[:1]:
            yield each._replace(bits=magnitude(each.edit) + each.odd)


def _loose(conflict: Conflict, side: list[Try], own: Numeral) -> bool:
    """Return whether a figure much farther off than any edit makes it would do as well."""
    if not any(each.held for each in side):
        return False  # of this rule nobody can tell
    if not any(each.equates for each in side):
        return True
    fact = side[0].fact
    factors = (
        [abs(each.changed.value / fact.value) for each in side] if fact.value else [Fraction(1)]
    )
    power = 0
    if abs(side[0].changed.value) > abs(fact.value):
        power = next(power for power in count(1) if 10**power >= max(factors)) + 1
    elif min(factors):
        power = -next(power for power in count(1) if 10**power >= 1 / min(factors)) - 1
    entry = fact.entry._replace(says=own.times_ten_to(power))
    tried = conflict.tried(fact, entry)
    return tried is not None and bool(tried[1])


def _unlike(each: Try, printed: list[Fraction]) -> tuple[bool, bool]:
    """Return whether an edit makes a figure none of those printed, and whether it makes it finer."""
    half = each.fact.step / 2
    new = all(abs(each.changed.value - value) >= half for value in printed)
    return new, each.changed.step < each.fact.step


def _away(each: Try) -> Fraction:
    """Return how far an edit takes a figure."""
    return abs(each.changed.value - each.fact.value)


def _times(one: Fraction, other: Fraction) -> Fraction:
    """Return how many times the larger of two amounts is the smaller."""
    low, high = sorted((abs(one), abs(other)))
    return high / low if low else high


def _against(conflict: Conflict, changed: Fact) -> int:
    """Return how many figures of the conflict a figure would still contradict."""
    others = (each for each in conflict.involved if place(each) != place(changed))
    alike = (each for each in others if each.key == changed.key and each.figure.numeric)
    return sum(compare(changed, each).conflicts for each in alike)
