"""Yearly and cumulative figures of one indicator, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from typing import NamedTuple

from auditor.compare.bases import conceded, is_yearly
from auditor.compare.restate import counted_alike
from auditor.facts import Fact, Plan, once
from auditor.sheet import Period


class Course(NamedTuple):
    """The figures of one flow, role and scope.

    `totals` are cumulative over several years; `yearly` those that hold for each year, or on
    average, by the period that they hold for; `years` those of single years.
    """

    totals: tuple[Fact, ...]
    yearly: tuple[Fact, ...]
    years: Mapping[int, Fact]


@once
def courses(plan: Plan) -> tuple[Course, ...]:
    """Return every flow of a plan of which more than one kind of figure is printed."""
    found = []
    for series in plan.series.values():
        if len(series) < 2 or plan.kind(series[0]) != "flow":
            continue
        for role in ("target", "actual"):
            facts = [fact for fact in series if fact.key.role == role and not fact.key.change]
            course = _course(facts)
            if course.totals and (course.yearly or course.years):
                found.append(course)
    return tuple(found)


def _course(facts: list[Fact]) -> Course:
    totals, yearly, years = [], [], {}
    for fact in facts:
        period = fact.key.period
        assert period is not None
        if fact.key.basis == "cumulative":
            totals += [fact] if period.years > 1 else []
        elif is_yearly(fact):
            yearly.append(fact)
        elif fact.key.basis == "annual":
            years[period.start] = fact
    return Course(tuple(totals), tuple(yearly), years)


def pairs(course: Course) -> Iterator[tuple[Fact, Fact, int]]:
    """Return each total with the yearly figure for the same period, and the number of years."""
    for total in course.totals:
        for yearly in course.yearly:
            if yearly.key.period == total.key.period and total.key.period is not None:
                yield total, yearly, total.key.period.years


def in_full(course: Course) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """Return each total with the figures of its years, where all of them are printed in its unit."""
    for total in course.totals:
        assert total.key.period is not None
        years = _each_year(total.key.period, course.years)
        if years and all(counted_alike(total.unit, year.unit) for year in years):
            yield total, years


def _each_year(period: Period, years: Mapping[int, Fact]) -> tuple[Fact, ...]:
    """Return what is printed for each year of a period, nothing where one of them is lacking."""
    span = range(period.start, period.end + 1)
    return tuple(years[year] for year in span) if all(year in years for year in span) else ()


def within_bounds(total: Fact, years: tuple[Fact, ...]) -> bool:
    """Return whether a total is the sum of its years by what the bounds of targets admit, not by numbers."""
    by_numbers = reduce(add, (year.aim for year in years)).meets(total.aim)
    return not by_numbers and reduce(add, map(conceded, years)).meets(conceded(total))


def beyond_bound(total: Fact, yearly: Fact, years: int) -> bool:
    """Return whether a total lies where a yearly floor or ceiling leaves room for it."""
    floor = yearly.figure.bound in (">=", ">") and total.value > yearly.value * years
    ceiling = yearly.figure.bound in ("<=", "<") and total.value < yearly.value * years
    return floor or ceiling


@once
def based(plan: Plan) -> tuple[tuple[Fact, Fact], ...]:
    """Return each target with the last yearly or dated result printed before it, where there is one.

    A target over several years starts from the year before them, unless the document calls
    a later year its baseline. Targets quoted for other areas are those areas' own affair. A rise
    is no start of a fall: of changes only plain numbers are taken, and on one basis.
    """
    found = []
    for series in plan.series.values():
        kind = plan.kind(series[0])
        results = [fact for fact in series if _is_dated_result(fact, kind)]
        if not results:
            continue
        for target in series:
            if not _is_own_target(target, plan):
                continue
            before = [
                fact
                for fact in results
                if _before(fact, target)
                and _starts(fact, target, plan)
                and counted_alike(fact.unit, target.unit)
                and (kind != "change" or _on_like_basis(fact, target))
            ]
            if before:
                found.append((target, max(before, key=lambda fact: fact.key.period or ())))
    return tuple(found)


def leaves_room(plan: Plan, target: Fact, better: str) -> bool:
    """Return whether a target of a level is a floor or a ceiling, which a better level keeps to as well."""
    bounds = (">", ">=") if better == "more" else ("<", "<=")
    return plan.kind(target) != "flow" and target.figure.bound in bounds


def setback(target: Fact, base: Fact, better: str) -> Fraction:
    """Return by how much even the best of a target is worse than its base; nothing where by rounding alone."""
    back = base.value - target.upper if better == "more" else target.value - base.value
    by_rounding = target.step != base.step and target.stated.meets(base.stated)
    return Fraction(0) if back < 0 or by_rounding else back


class Phasing(NamedTuple):
    """A flow target told year by year for all years of a period, with the total printed for them.

    `base` is the result that the first year starts from. A year by itself may lie above or
    below that: what is aimed at is all of them together.
    """

    years: tuple[Fact, ...]
    total: Fact | None
    base: Fact | None


@once
def phasings(plan: Plan) -> tuple[Phasing, ...]:
    """Return the targets of the plan's own area that are told for every year of the plan, or of a total."""
    bases = {id(target): base for target, base in based(plan)}
    found = []
    for series in plan.series.values():
        targets = [fact for fact in series if _is_own_target(fact, plan)]
        years = {
            period.start: fact
            for fact in targets
            if fact.key.basis == "annual" and (period := fact.key.period) and period.years == 1
        }
        if len(years) < 2:
            continue
        totals = {fact.key.period: fact for fact in targets if fact.key.basis == "cumulative"}
        for span in dict.fromkeys((plan.sheet.period, *totals)):
            if span is None or span.years < 2:
                continue
            told = _each_year(span, years)
            if told:
                found.append(Phasing(told, totals.get(span), bases.get(id(told[0]))))
    return tuple(found)


@once
def phased(plan: Plan) -> frozenset[int]:
    """Return the ids of targets of single years beside which all others are told."""
    return frozenset(id(fact) for each in phasings(plan) for fact in each.years)


def _is_own_target(fact: Fact, plan: Plan) -> bool:
    ours = fact.key.role == "target" and fact.key.area == plan.sheet.area
    return ours and _is_plain(fact, plan.kind(fact))


def _is_dated_result(fact: Fact, kind: str) -> bool:
    key = fact.key
    one_year = key.period is not None and key.period.years == 1
    on_basis = key.basis in ("", "annual") or (kind == "change" and key.basis == "cumulative")
    return key.role == "actual" and one_year and on_basis and _is_plain(fact, kind)


def _is_plain(fact: Fact, kind: str) -> bool:
    """Return whether a figure is an amount in itself, and neither a change nor a level summed up."""
    summed = kind in ("stock", "rate") and fact.key.basis == "cumulative"
    return not (fact.key.change or fact.figure.moved_by or summed)


def _on_like_basis(one: Fact, other: Fact) -> bool:
    return (one.key.basis == "cumulative") is (other.key.basis == "cumulative")


def _starts(fact: Fact, target: Fact, plan: Plan) -> bool:
    """Return whether a target may start from a result: one of the plan before, only from before that plan."""
    own, period, whole = fact.key.period, target.key.period, plan.sheet.period
    if fact.entry.role == "baseline" or not (own and period and whole) or period.end >= whole.start:
        return True
    return own.end <= period.end - whole.years


def _before(fact: Fact, target: Fact) -> bool:
    own, period = fact.key.period, target.key.period
    assert own is not None
    assert period is not None
    return own.end < (period.end if fact.entry.role == "baseline" else period.start)
