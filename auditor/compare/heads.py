"""Persons beside person-times, and other units that do not measure the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor import units
from auditor.facts import Fact, Plan
from auditor.facts.rates import unsaid
from auditor.figure.words.units import HEADCOUNTS, interchangeable
from auditor.interval import Interval
from auditor.wording import Wording

HEADS: Final[Wording] = {
    "en": "one of the two counts persons, the other person-times",
    "zh": "一处以人计，另一处以人次计，无法判定",
}

UNLIKE: Final[Wording] = {
    "en": "the two are in units that cannot be compared",
    "zh": "两处计量单位不可比，无法判定",
}


def heads_and_times(*facts: Fact) -> bool:
    """Return whether some of several statements count persons and others person-times."""
    return {fact.unit for fact in facts} == HEADCOUNTS


def kept_apart(one: Fact, other: Fact) -> Wording | None:
    """Return why the numbers of two statements say nothing of one another, None where their units allow it."""
    if heads_and_times(one, other):
        return HEADS
    alike = units.comparable(one.unit, other.unit) or interchangeable(one.unit, other.unit)
    return None if alike else UNLIKE


def kept_from_base(target: Fact, base: Fact, better: str, *, worse: bool) -> Wording | None:
    """Return why a target cannot be judged by its base, None where it can.

    Fewer attendances than there were persons are fewer persons too, however often each comes:
    there a target is `worse` though it is told in 人次 and its base in 人.
    """
    low, high = (target, base) if better == "more" else (base, target)
    if worse and low.unit == "person_time" and high.unit == "person":
        return None
    return kept_apart(target, base)


def more_heads(one: Fact, in_one: Interval, in_other: Interval) -> bool:
    """Return whether there are more persons than person-times, however both are rounded: that cannot be.

    `in_one` is what one statement comes to, in persons or in person-times, `in_other` what the
    other does.
    """
    persons, times = (in_one, in_other) if one.unit == "person" else (in_other, in_one)
    more = persons - times
    return more.low is not None and more.low > 0


def measured_unlike(one: str, other: str) -> bool:
    """Return whether two units cannot stand for one another; what an amount is per may go unsaid."""
    alike = interchangeable(one, other) or unsaid(one, other) or units.comparable(one, other)
    return bool(one and other) and not alike


def printed_unlike(one: Fact, other: Fact) -> bool:
    """Return whether two statements print units that cannot stand for one another.

    A unit that is only the indicator's is not printed.
    """
    return one.prints_unit and other.prints_unit and measured_unlike(one.unit, other.unit)


def allotted_otherwise(plan: Plan) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """Return each target that is allotted in another unit, with what is allotted in it.

    Per cent is a share of any amount. Not where the target is stated in both units.
    """
    for by_child in plan.allotted:
        for_target: dict[Fact, list[Fact]] = {}
        for part in by_child.values():
            stated = plan.quantities.get(part.key, ())
            amount = part.figure.numeric and part.unit != "percent"
            if stated and amount and all(printed_unlike(part, fact) for fact in stated):
                for_target.setdefault(stated[0], []).append(part)
        yield from ((target, tuple(parts)) for target, parts in for_target.items())
