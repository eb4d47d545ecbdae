"""Figures for each year beside figures for all years, taken over the same years."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Final, NamedTuple

from auditor.compare.outcome import ROOM, Outcome
from auditor.facts import Fact, Plan, once
from auditor.interval import Interval
from auditor.wording import Wording

YEARLY: Final = frozenset(("annual", "average"))
TWO_BASES: Final[Wording] = {
    "en": "some of its figures are for each year, others for all years",
    "zh": "所涉数字有的为年度数、有的为累计数，无法判定",
}
_OF_A_WHOLE: Final = frozenset(("parts", "of_which", "overlapping"))


class Totals(NamedTuple):
    """The parts of a claim and its whole, each taken over all of its years."""

    parts: Interval
    whole: Interval
    holds: bool

    @property
    def apart(self) -> Fraction:
        """Return the least distance between the two, zero when they meet."""
        return abs((self.parts - self.whole).nearest)


def admitted(fact: Fact) -> Interval:
    """Return what a statement admits, the number of its bound taken for rounded too."""
    return fact.stated.hull(fact.allowed)


def conceded(fact: Fact) -> Interval:
    """Return the most that may enter a claim: of a target all that is admitted, of a result its aim."""
    return admitted(fact) if fact.key.role == "target" else fact.aim


def is_yearly(fact: Fact) -> bool:
    """Return whether a fact is for each of several years, or for their mean."""
    period = fact.key.period
    return fact.key.basis in YEARLY and (period is None or period.years > 1)


def on_two_bases(outcome: Outcome) -> bool:
    """Return whether a claim about a whole sets figures for each year beside figures for all years."""
    total = any(fact.key.basis == "cumulative" for fact in outcome.facts)
    return outcome.claim.kind in _OF_A_WHOLE and total and any(map(is_yearly, outcome.facts))


def totals(outcome: Outcome) -> Totals | None:
    """Return a claim about a whole over all years, None where its figures are not of known years.

    All say what they are for, and the years of a part are among those of the whole.
    """
    *parts, whole = outcome.facts
    each = outcome.claim.kind == "of_which" or outcome.relation == "<="
    named = 1 if each else len(outcome.claim.parts)
    known = all(fact.key.basis for fact in outcome.facts)
    if not known or len(parts) != named or not all(_is_within(part, whole) for part in parts):
        return None
    summed, total = reduce(add, map(_over_years, parts)), _over_years(whole)
    return Totals(summed, total, (summed - total).meets(ROOM[outcome.relation]))


def _is_within(part: Fact, whole: Fact) -> bool:
    inner, outer = part.key.period, whole.key.period
    return (
        inner is not None
        and outer is not None
        and outer.start <= inner.start <= inner.end <= outer.end
    )


def _over_years(fact: Fact) -> Interval:
    period = fact.key.period
    return admitted(fact).scaled(period.years if period and is_yearly(fact) else 1)


@once
def every_year(plan: Plan) -> tuple[tuple[Fact, Fact], ...]:
    """Return each result that holds for every year of a period with that of a single year within."""
    return tuple(_every_year(plan))


def _every_year(plan: Plan) -> Iterator[tuple[Fact, Fact]]:
    for series in plan.series.values():
        flow = plan.kind(series[0]) == "flow"
        results = [fact for fact in series if flow and _is_annual_result(fact)]
        singles = [fact for fact in results if not is_yearly(fact)]
        for every in filter(is_yearly, results):
            yield from ((every, single) for single in singles if _is_within(single, every))


def _is_annual_result(fact: Fact) -> bool:
    key = fact.key
    return key.role == "actual" and key.basis == "annual" and not key.change
