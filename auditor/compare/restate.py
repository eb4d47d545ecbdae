"""Whether two printed statements of one quantity agree.

Printed with the same number of decimals at the same scale, or rounded to the same base,
the numbers must be equal; otherwise the intervals that they were rounded from must meet. Two ranges
are compared end by end; beside a number, a range is not rounded. A target is
read in its indicator's good direction, so 〔9000〕 and 9000以上 agree; of results,
bounds need only leave room for one another.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple

from auditor import units
from auditor.compare.ends import between_ranges, directed, gap, same_each, same_number
from auditor.facts import Fact, Plan, base_unit, once, rates
from auditor.facts.rates import unsaid
from auditor.figure.words.units import COUNTED, HEADCOUNTS, interchangeable
from auditor.phrases import Said, cited, distance
from auditor.rule import Held, Hit, Undecided, held, hit, undecided
from auditor.wording import Wording, listed, quote

_DIRECTION = {">=": 1, ">": 1, "<=": -1, "<": -1, "=": 0}


class Agreement(Enum):
    """What comparing two statements of one quantity shows."""

    SAME = "same"
    STRICTNESS = "strictness"
    FORM = "form"
    CONFLICT = "conflict"
    OPPOSITE = "opposite"
    UNLIKE = "unlike"

    @property
    def conflicts(self) -> bool:
        """Return whether the two cannot both be true."""
        return self in (Agreement.CONFLICT, Agreement.OPPOSITE)


class Restatement(NamedTuple):
    """One statement of a quantity held against the statement that most others agree with.

    `agreeing` are those others: neither of the two is among them.
    """

    reference: Fact
    other: Fact
    agreement: Agreement
    agreeing: tuple[Fact, ...]

    @property
    def between(self) -> str:
        """Return where the two stand: in a table, in the text, or one in each."""
        one, other = self.reference.entry.origin, self.other.entry.origin
        return one if one == other else "text and table"


def counted_alike(one: str, other: str) -> bool:
    """Return whether numbers in two units are meant as one number.

    True for convertible units; for persons and person-times, which plans confuse; and for
    the counters of things, which plans use for one another.
    """
    if one == other or not one or not other or units.comparable(one, other):
        return True
    return {one, other} <= HEADCOUNTS or interchangeable(one, other)


def as_compared(one: Fact, other: Fact) -> tuple[Fact, Fact]:
    """Return two statements as they are compared: as printed, where one leaves out what it is per.

    Changes are compared with their directions.
    """
    one, other = rates.told(one, other)
    if unsaid(one.unit, other.unit):
        one, other = (fact.recounted(units.counted_in(fact.unit)) for fact in (one, other))
    return directed(one, other)


def compare(one: Fact, other: Fact) -> Agreement:
    """Return how two statements of one quantity stand to one another.

    Numbers of which one leaves out what it is per are compared as printed, and in conflict only
    where that is a plain count: a year and ten thousand people go unsaid as well as a month and
    a thousand.
    """
    if not (one.figure.numeric and other.figure.numeric):
        return _compare_ratios(one, other)
    one, other = rates.told(one, other)
    if unsaid(one.unit, other.unit):
        found = _compare(*as_compared(one, other))
        per = {*one.unit.split("/")[1:]} ^ {*other.unit.split("/")[1:]}
        return found if per <= COUNTED or not found.conflicts else Agreement.UNLIKE
    if not counted_alike(one.unit, other.unit):
        return Agreement.UNLIKE
    return _compare(one, other)


def _compare(one: Fact, other: Fact) -> Agreement:
    one, other = directed(one, other)
    bounds = one.figure.bound, other.figure.bound
    same = same_number(one, other)
    if same and bounds[0] == bounds[1]:
        return Agreement.SAME
    directions = _DIRECTION[bounds[0]], _DIRECTION[bounds[1]]
    room = one.key.role != "target" and one.allowed.meets(other.allowed)
    if directions[0] * directions[1] < 0:
        return Agreement.SAME if room else Agreement.OPPOSITE
    if same:
        return Agreement.STRICTNESS if directions[0] == directions[1] else Agreement.FORM
    return Agreement.SAME if room and any(directions) else Agreement.CONFLICT


def apart(one: Fact, other: Fact) -> Fraction:
    """Return how far two statements of one quantity are apart, of ratios their parts at most."""
    if not one.figure.numeric:
        parts = zip(one.figure.numbers, other.figure.numbers, strict=False)
        return max(abs(a.value - b.value) for a, b in parts)
    return gap(*as_compared(one, other))


def _compare_ratios(one: Fact, other: Fact) -> Agreement:
    a, b = one.figure, other.figure
    if a.kind != b.kind or len(a.numbers) != len(b.numbers):
        return Agreement.UNLIKE
    pairs = zip(a.numbers, b.numbers, strict=True)
    proportional = all(part.value * b.value == like.value * a.value for part, like in pairs)
    return Agreement.SAME if proportional or same_each(one, other) else Agreement.CONFLICT


def restatements(plan: Plan) -> tuple[Restatement, ...]:
    """Return every statement of a quantity beyond its reference, compared with the reference.

    The reference is the statement that most others agree with; of equals the one in a
    table, then the first in the document. Not those that bound it from opposite sides.
    """
    return tuple(each for each in _compared(plan) if each.agreement is not Agreement.OPPOSITE)


def opposed(plan: Plan) -> tuple[Restatement, ...]:
    """Return every statement of a quantity that bounds it from the other side than its reference."""
    return tuple(each for each in _compared(plan) if each.agreement is Agreement.OPPOSITE)


@once
def _compared(plan: Plan) -> tuple[Restatement, ...]:
    found: list[Restatement] = []
    for group in (*plan.quantities.values(), *plan.ratios.values()):
        if len(group) > 1:
            found += _held_against(group)
    return tuple(found)


# Beyond so many statements of one quantity they are only held against the first.
_MOST_PAIRED: Final = 100


def _held_against(group: tuple[Fact, ...]) -> list[Restatement]:
    if len(group) < 2:
        return []
    first = group[0]
    with_first = [Restatement(first, other, compare(first, other), ()) for other in group[1:]]
    # A bare number agrees with a floor and with a ceiling, which do not agree with one another.
    opposed = {1, -1} <= {_DIRECTION[fact.figure.bound] for fact in group}
    opposed = opposed or len({fact.figure.change for fact in group}) > 1
    plain = len(group) == 2 or (not opposed and all(each.value == first.value for each in group))
    if len(group) > _MOST_PAIRED or (plain and not any(e.agreement.conflicts for e in with_first)):
        return with_first
    agreements = {
        id(fact): [other for other in group if other is fact or not compare(fact, other).conflicts]
        for fact in group
    }
    reference = max(
        group, key=lambda fact: (len(agreements[id(fact)]), fact.entry.origin == "table")
    )
    agreeing = tuple(fact for fact in agreements[id(reference)] if fact is not reference)
    found = [
        Restatement(
            reference,
            other,
            compare(reference, other),
            tuple(fact for fact in agreeing if fact is not other),
        )
        for other in group
        if other is not reference
    ]
    # What agrees with a coarse figure may still disagree among itself: 22145 and 21950 with 2.2万.
    among = [each for each in _held_against(agreeing) if each.agreement.conflicts]
    return found + among


def why_unlike(one: Fact, other: Fact) -> Wording:
    """Return why two statements cannot be compared."""
    if not one.figure.numeric:
        return _NO_RATIO
    return _UNSAID if unsaid(one.unit, other.unit) else _UNLIKE


def agreed(one: Fact, other: Fact) -> Held:
    """Return that two statements state one number or one range, as they are compared."""
    if not one.figure.numeric:
        return Held((one, other))
    compared = as_compared(one, other)
    found = held(*compared)
    if all(fact.figure.kind == "range" and not fact.figure.approximate for fact in compared):
        found = found._replace(margin=partial(between_ranges, *compared))
    if compared[0] is one and compared[1] is other:
        return found
    return found._replace(facts=(one, other), unit=found.in_unit)


def judged(restatement: Restatement) -> Hit | Held | Undecided:
    """Return the objection to a statement that cannot be true beside its reference, else that it can.

    Undecided is what cannot be compared.
    """
    reference, other = restatement.reference, restatement.other
    if restatement.agreement is Agreement.UNLIKE:
        return undecided(other, why_unlike(other, reference))
    if restatement.agreement is not Agreement.CONFLICT:
        return agreed(other, reference)
    difference = apart(other, reference)
    told = [quote(f"{fact.entry.place} {fact.entry.says}") for fact in restatement.agreeing]
    return objection(
        restatement,
        help=_STANDS_ALONE if told else _ONE_IS_WRONG,
        difference=difference,
        apart=distance(difference, base_unit(*as_compared(other, reference))),
        agreeing=listed(told),
    )


def objection(
    restatement: Restatement,
    help: Wording | None = None,
    difference: Fraction | None = None,
    **fields: Said,
) -> Hit:
    """Return an objection to one statement of a quantity, with the statement it is held against."""
    reference, other = restatement.reference, restatement.other
    return hit(
        other,
        reference,
        *restatement.agreeing,
        message=None,
        help=help,
        difference=difference,
        subject=None,
        place=quote(other.entry.place),
        printed=cited(other),
        other_place=quote(reference.entry.place),
        other=cited(reference),
        **fields,
    )


_STANDS_ALONE: Final[Wording] = {
    "en": "{place} stands alone, against {other_place} and {agreeing}: correct it, or all the others",
    "zh": "{agreeing}与{other_place}一致，仅{place}不同：请更正此处，或更正其余各处",
}
_ONE_IS_WRONG: Final[Wording] = {
    "en": "find out which of the two is right, and print it at both places",
    "zh": "请核实以何者为准，并统一两处表述",
}
_UNSAID: Final[Wording] = {
    "en": "it or the other statement leaves open what it is per, and the numbers differ",
    "zh": "本处或另一处未写明按何单位平均，且数字不同，未作判定",
}
_NO_RATIO: Final[Wording] = {
    "en": "its parts are not those of the other ratio",
    "zh": "与另一比例的项数不同，未作比对",
}
_UNLIKE: Final[Wording] = {
    "en": "its unit cannot be compared with that of the other statements",
    "zh": "计量单位与其他表述不可比，未作比对",
}
