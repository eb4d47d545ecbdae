"""Changes from a base year beside the levels that they lead from and to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from auditor import units
from auditor.compare.bases import YEARLY, admitted
from auditor.facts import Fact, Plan
from auditor.facts.printed import base
from auditor.figure.words.context import MEASURED_SHARES
from auditor.interval import Interval

_POINTS: Final = "percentage_point"
_ADDED: Final = "新增"


class Rise(NamedTuple):
    """A change that is told from the year of one level to that of another, a target.

    In points or as an amount it is the difference of the two, with `in_share` what that is of the
    first, in per cent.
    """

    change: Fact
    start: Fact
    end: Fact
    in_share: bool

    @property
    def told(self) -> Interval:
        """Return what the change is as told, a fall below zero."""
        return admitted(self.change).scaled(self._sign)

    @property
    def implied(self) -> Interval:
        """Return all that the change from one level to the other may be."""
        first, last = admitted(self.start), admitted(self.end)
        under = first.inverse() if self.in_share else None
        if under is None:
            return last - first
        return (last * under + Interval.point(-1)).scaled(100)

    @property
    def printed(self) -> Fraction:
        """Return the change from one level to the other, of the numbers as printed."""
        first, last = self.start.value, self.end.value
        return (last / first - 1) * 100 if self.in_share else last - first

    @property
    def apart(self) -> Fraction:
        """Return how far the change told is above that, as printed."""
        return self.change.value * self._sign - self.printed

    @property
    def off(self) -> Fraction:
        """Return the same, nothing where bounds leave room for it."""
        facts = (self.change, self.start, self.end)
        return self.apart if all(fact.figure.bound == "=" for fact in facts) else Fraction(0)

    @property
    def unit(self) -> str:
        """Return the base unit that the change is in."""
        return self.change.base_unit

    @property
    def at_some_prices(self) -> bool:
        """Return whether it is the growth of a sum of money, which may be told at constant prices."""
        return self.in_share and self.start.unit[:3].isupper()

    @property
    def _sign(self) -> int:
        return -1 if self.change.key.change == "fall_by" else 1


def rises(plan: Plan) -> Iterator[Rise]:
    """Return each change of a target that prints its base year, where both levels are printed too.

    新增 is left alone: what is added need not be what the whole has grown by. So is per cent of a
    rate, which may be meant for points.
    """
    levels: dict[tuple[str, str, str, int], Fact] = {}
    for key, group in plan.quantities.items():
        if key.period is not None and _is_level(plan, group[0]):
            levels.setdefault((key.indicator, key.scope, key.role, key.period.end), group[0])
    for key, group in plan.quantities.items():
        period = key.period
        end = levels.get((key.indicator, key.scope, "target", period.end)) if period else None
        if end is None or period is None:
            continue
        for change in filter(lambda fact: _is_change(plan, fact), group):
            year = base(change.entry.says, None)
            known = year.isdecimal() and int(year) < period.end
            start = levels.get((key.indicator, key.scope, "actual", int(year))) if known else None
            if start is not None and _is_between(change, start, end):
                yield Rise(change, start, end, key.terms == "share")


def _is_level(plan: Plan, fact: Fact) -> bool:
    key = fact.key
    one_year = key.period is not None and key.period.years == 1
    return one_year and not (key.change or fact.figure.moved_by) and _is_own(plan, fact)


def _is_change(plan: Plan, fact: Fact) -> bool:
    told = fact.key.role == "target" and fact.key.change in ("rise_by", "fall_by")
    plain = fact.key.terms in ("", "share") and fact.value >= 0 and _ADDED not in fact.entry.says
    return told and plain and _is_own(plan, fact)


def _is_own(plan: Plan, fact: Fact) -> bool:
    """Return whether a fact is a single number of the plan's own area, of what has a level."""
    key, level = fact.key, plan.kind(fact) in ("stock", "rate")
    yearly = key.basis in YEARLY or (key.basis == "cumulative" and not key.change)
    return level and key.area == plan.sheet.area and not yearly and fact.figure.kind == "number"


def _is_between(change: Fact, start: Fact, end: Fact) -> bool:
    """Return whether a change is in a unit for what lies between two levels."""
    if not units.comparable(start.unit, end.unit):
        return False
    if change.key.terms == "share":
        low = admitted(start).low
        return low is not None and low > 0
    if start.unit in MEASURED_SHARES:
        return change.base_unit == _POINTS and start.base_unit == "percent"
    return units.comparable(change.unit, start.unit)
