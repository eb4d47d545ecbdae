"""A cumulative figure equals the number of years times the yearly figure.

每年 and 年均 figures restate the cumulative one; n times the interval of the one must meet
the interval of the other.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from auditor.compare.heads import HEADS, heads_and_times, more_heads
from auditor.compare.periods import beyond_bound, courses, pairs
from auditor.compare.restate import counted_alike
from auditor.facts import Fact, Plan, base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance, extent
from auditor.rule import Options, Verdict, held_sides, hit, undecided

CODE = "BAS001"
NAME = "cumulative-against-yearly"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "The cumulative figure is not the years times the yearly one",
    "zh": "累计数与年度数不符",
}
WHY = {
    "en": "Yearly tasks are handed down from the five-year figure; if they do not add up, one is wrong.",
    "zh": "年度任务由五年累计数分解而来，两者对不上，必有一处有误。",
}
MESSAGE = {
    "en": "{years} years of {yearly} make {product}, but the cumulative figure is {total}: {apart} apart",
    "zh": "{yearly} 乘以 {years} 年为 {product}，而累计数为 {total}，相差 {apart}",
}
HELP = {
    "en": "check whether the yearly or the cumulative figure was revised without the other",
    "zh": "请核实年度数与累计数是否只修改了其中一处",
}
WRONG = {
    "en": "When the yearly figure is only a floor and the total was set higher on purpose.",
    "zh": "年度数只是每年的保底要求（如“每年不少于5万人”）、累计数有意定得更高的，不算不符。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for course in courses(plan):
        for total, yearly, years in pairs(course):
            if not counted_alike(total.unit, yearly.unit):
                continue
            if total.value == yearly.value:
                continue  # one number under two bases is a rule of its own
            apart = abs(total.value - yearly.value * years)
            product = yearly.aim.scaled(years)
            if heads_and_times(total, yearly) and not more_heads(total, total.aim, product):
                yield undecided(total, HEADS)
                continue
            if not apart or product.meets(total.aim):
                off = partial(_off, total, yearly, years)
                yield held_sides((total, yearly), off, total.aim, product)
                continue
            if beyond_bound(total, yearly, years):
                continue  # 每年不少于5万 beside 30万: a doubt, of a rule of its own
            unit = base_unit(total, yearly)
            yield hit(
                total,
                yearly,
                difference=apart,
                years=years,
                yearly=cited(yearly),
                product=extent(product, unit),
                total=cited(total),
                apart=distance(apart, unit),
            )


def _off(total: Fact, yearly: Fact, years: int) -> Fraction:
    """Return by how much the cumulative figure is above the yearly ones as printed."""
    return (total.unrounded - yearly.unrounded.scaled(years)).nearest


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, indicator: jobs, role: target, says: 25万人以上, basis: cumulative}
  - {at: 专栏1, indicator: jobs, role: target, says: 每年5.0万人}
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 22.44万人, basis: cumulative}
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 年均4.5万人}
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
  - {at: 二1, indicator: jobs, role: target, says: 25万人以上, basis: cumulative}  # <-
  - {at: 专栏1, indicator: jobs, role: target, says: 每年6.0万人}
""",
]
