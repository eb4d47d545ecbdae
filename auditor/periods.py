"""Yearly and cumulative figures of one indicator, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditor.facts import Fact, Plan, once


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
        if len(series) < 2:
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
            totals.append(fact)
        elif fact.key.basis in ("annual", "average") and period.years > 1:
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


def base_year(plan: Plan, target: Fact) -> Fact | None:
    """Return the result of the year before a target's period, or the last one printed before its end."""
    period = target.key.period
    assert period is not None
    series = plan.series.get(target.key[:3], ())
    results = [
        fact
        for fact in series
        if fact.key.role == "actual"
        and not fact.key.change
        and fact.key.period is not None
        and fact.key.period.years == 1
        and fact.key.basis in ("", "annual")
        and fact.key.period.end < max(period.end, period.start + 1)
    ]
    return max(results, key=lambda fact: fact.key.period or (), default=None)
