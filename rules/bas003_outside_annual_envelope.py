"""A cumulative figure lies between n times the lowest and n times the highest printed year.

With only some of the years printed this is a doubt and no proof: the years that are not
printed may lie outside.
"""

from collections.abc import Iterator

from auditor.compare.periods import Course, courses
from auditor.compare.restate import counted_alike
from auditor.facts import Fact, Plan, base_unit
from auditor.finding import Severity
from auditor.phrases import cited, extent
from auditor.rule import Held, Options, Verdict, hit

CODE = "BAS003"
NAME = "outside-annual-envelope"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "The cumulative figure is outside what the printed years suggest",
    "zh": "累计数超出所列年度的推算范围",
}
WHY = {
    "en": "A five-year total far from five times any printed year often has another scope or a slip.",
    "zh": "五年累计远离任一年度的五倍，往往是口径不同或数字有误。",
}
MESSAGE = {
    "en": "{years} times the printed years, {lowest} to {highest}, makes {envelope}, but the total is {total}",
    "zh": "所列年度在 {lowest} 至 {highest} 之间，{years} 年应在 {envelope} 之内，而累计数为 {total}",
}
HELP = {
    "en": "check the total, the years, and whether both count the same",
    "zh": "请核对累计数与年度数，并确认两者统计口径一致",
}
WRONG = {
    "en": "When a year that is not printed was unusual, such as one of a large campaign.",
    "zh": "未列出的年度有特殊增减（如集中办理、疫情影响）的，累计数超出推算范围属正常。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for course in courses(plan):
        for total in course.totals:
            years = _printed(course, total)
            if not years or total.key.period is None:
                continue
            count = total.key.period.years
            envelope = years[0].stated.hull(years[-1].stated).scaled(count)
            if envelope.meets(total.aim):
                yield Held((total, years[0], years[-1]))
                continue
            yield hit(
                total,
                years[0],
                years[-1],
                years=count,
                lowest=cited(years[0]),
                highest=cited(years[-1]),
                envelope=extent(envelope, base_unit(total, *years)),
                total=cited(total),
            )


def _printed(course: Course, total: Fact) -> list[Fact]:
    """Return the printed years of a total, lowest first, if two or more but not all are printed.

    For results the year before the period counts too, as the level that it started from.
    """
    period = total.key.period
    if (
        period is None
        or period.years < 2
        or any(pair.key.period == period for pair in course.yearly)
    ):
        return []
    start = period.start - (total.key.role == "actual")
    years = [
        fact
        for year, fact in course.years.items()
        if start <= year <= period.end
        and counted_alike(fact.unit, total.unit)
        and fact.figure.bound == "="
    ]
    if len(years) < 2 or len(years) > period.years - (total.key.role != "actual"):
        return []
    return sorted(years, key=lambda fact: fact.value)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  transfer: {name: 劳动力转移, kind: flow, unit: 人, better: more}
text:
  - {at: 一1, indicator: transfer, role: actual, time: 2015, says: 10.04万人}
  - {at: 一1, indicator: transfer, role: actual, time: 2020, says: 9.9万人}
  - {at: 一1, indicator: transfer, role: actual, period: 2016-2020, says: 49.73万人, basis: cumulative}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 一1, indicator: jobs, role: actual, time: 2015, says: 1900人}
  - {at: 一1, indicator: jobs, role: actual, time: 2020, says: 2150人}
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 22145人, basis: cumulative}  # <-
""",
]
