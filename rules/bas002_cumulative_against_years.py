"""A cumulative figure equals the sum of its years when all of them are printed."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial, reduce
from operator import add

from auditor.compare.heads import HEADS, heads_and_times, more_heads
from auditor.compare.periods import courses, in_full, within_bounds
from auditor.compare.sums import printed
from auditor.facts import Fact, Plan, base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance, extent
from auditor.rule import Options, Verdict, held_sides, hit, undecided

CODE = "BAS002"
NAME = "cumulative-against-years"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "The cumulative figure is not the sum of its years",
    "zh": "累计数与各年度之和不符",
}
WHY = {
    "en": "A table that prints each year and their total states the total twice.",
    "zh": "表中既列各年度数又列合计，合计就有了两种算法。",
}
MESSAGE = {
    "en": "the {years} years add up to {sum}, but the cumulative figure is {total}: {apart} apart",
    "zh": "{years} 个年度合计为 {sum}，而累计数为 {total}，相差 {apart}",
}
HELP = {
    "en": "check the yearly figures for a wrong digit; else the cumulative one",
    "zh": "请核对各年度数是否有误，否则核对累计数",
}
WRONG = {
    "en": (
        "When someone served in several years counts once in the total: the years then "
        "come to more."
    ),
    "zh": "累计数按去重人数统计、同一人可计入多个年度的，各年之和大于累计数属正常。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for course in courses(plan):
        for total, years in in_full(course):
            summed, unit = reduce(add, (year.aim for year in years)), base_unit(total, *years)
            apart = abs(total.value - printed(years))
            doubtful = within_bounds(total, years)
            certain = more_heads(total, total.aim, summed) and not doubtful
            if heads_and_times(total, *years) and not certain:
                yield undecided(total, HEADS)
                continue
            if summed.meets(total.aim):
                off = partial(_off, total, years)
                yield held_sides((total, *years), off, total.aim, summed)
                continue
            if doubtful:
                continue  # 每年1000以上 beside 累计6000以上: a doubt, of a rule of its own
            yield hit(
                total,
                *years,
                difference=apart,
                years=len(years),
                sum=extent(summed, unit),
                total=cited(total),
                apart=distance(apart, unit),
            )


def _off(total: Fact, years: tuple[Fact, ...]) -> Fraction:
    """Return by how much the total is above the years together as printed."""
    return (total.unrounded - reduce(add, (year.unrounded for year in years))).nearest


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2023
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
tables:
  表1:
    columns:
      - {head: 2021, role: target, time: 2021}
      - {head: 2022, role: target, time: 2022}
      - {head: 2023, role: target, time: 2023}
      - {head: 累计, role: target, period: 2021-2023, basis: cumulative}
    rows:
      - {row: 1, indicator: jobs, unit: 万人, cells: [1.2, 1.3, 1.4, 3.9]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2023
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
tables:
  表1:
    columns:
      - {head: 2021, role: target, time: 2021}
      - {head: 2022, role: target, time: 2022}
      - {head: 2023, role: target, time: 2023}
      - {head: 累计, role: target, period: 2021-2023, basis: cumulative}
    rows:
      - {row: 1, indicator: jobs, unit: 万人, cells: [1.2, 1.3, 1.4, 4.2]}  # <-
""",
]
