"""A yearly floor, kept in every year, would reach the cumulative figure.

每年不少于5万 beside 累计30万以上 can both be true, so this is a doubt and no conflict: whoever
does no more than the yearly floor asks misses the total. So it is with bounds that are printed
for each of the years.
"""

from collections.abc import Iterator

from auditor.compare.heads import heads_and_times, more_heads
from auditor.compare.periods import beyond_bound, courses, in_full, pairs, within_bounds
from auditor.compare.restate import counted_alike
from auditor.compare.sums import printed
from auditor.facts import Fact, Plan, base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance, quantity
from auditor.rule import Hit, Options, Verdict, hit
from auditor.wording import Wording

CODE = "BAS008"
NAME = "yearly-bound-short-of-total"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "The yearly bound does not lead to the cumulative figure",
    "zh": "年度下限（上限）与累计数不衔接",
}
WHY = {
    "en": "Those who are held to the yearly figure may each keep it, and the total is missed all the same.",
    "zh": "逐年按下限完成，五年合计仍达不到累计目标，考核时容易各说各话。",
}
MESSAGE = {
    "en": "{years} years of {yearly} make {product}, the cumulative figure is {total}: {apart} apart",
    "zh": "{yearly} 按 {years} 年计为 {product}，而累计数为 {total}，相差 {apart}",
}
OF_YEARS: Wording = {
    "en": "by their numbers the {years} years add up to {sum}, the cumulative figure is {total}: "
    "{apart} apart",
    "zh": "按所列数值，{years} 个年度合计为 {sum}，而累计数为 {total}，相差 {apart}",
}
HELP = {
    "en": "raise the yearly figure to the mean, or say that the years differ",
    "zh": "请将年度数提高到与累计数相当，或说明各年任务不等",
}
WRONG = {
    "en": "When the yearly figure is a minimum for weak years, and the total counts on better ones.",
    "zh": "年度数只是保底要求、其余年份另有更高安排的，两者并不矛盾。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for course in courses(plan):
        for total, yearly, years in pairs(course):
            if not counted_alike(total.unit, yearly.unit) or total.value == yearly.value:
                continue
            product = yearly.aim.scaled(years)
            if not beyond_bound(total, yearly, years) or product.meets(total.aim):
                continue  # whether the two meet is another rule's
            if heads_and_times(total, yearly) and not more_heads(total, total.aim, product):
                continue  # undecided, by that rule
            apart, unit = abs(total.value - yearly.value * years), base_unit(total, yearly)
            yield hit(
                total,
                yearly,
                difference=apart,
                years=years,
                yearly=cited(yearly),
                product=quantity(yearly.value * years, unit),
                total=cited(total),
                apart=distance(apart, unit),
            )
        for total, each in in_full(course):
            if within_bounds(total, each) and not heads_and_times(total, *each):
                yield _of_years(total, each)


def _of_years(total: Fact, years: tuple[Fact, ...]) -> Hit:
    summed, unit = printed(years), base_unit(total, *years)
    apart = abs(total.value - summed)
    return hit(
        total,
        *years,
        message=OF_YEARS,
        difference=apart,
        years=len(years),
        sum=quantity(summed, unit),
        total=cited(total),
        apart=distance(apart, unit),
    )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  people: {name: 就业人数, kind: stock, unit: 人, better: more}
  unemployment: {name: 城镇登记失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 二1, indicator: jobs, role: target, says: 25万人以上, basis: cumulative}
  - {at: 三1, indicator: jobs, role: target, says: 每年不少于5万人}
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
  people: {name: 就业人数, kind: stock, unit: 人, better: more}
  unemployment: {name: 城镇登记失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 二1, indicator: jobs, role: target, says: 30万人以上, basis: cumulative}  # <-
  - {at: 三1, indicator: jobs, role: target, says: 每年不少于5万人}
""",
    """
plan: a
title: A
area: a
period: 2021-2023
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, indicator: jobs, role: target, says: 累计4000人以上}  # <-
  - {at: 三1, indicator: jobs, role: target, time: 2021, says: 1000人以上, basis: annual}
  - {at: 三2, indicator: jobs, role: target, time: 2022, says: 1200人以上, basis: annual}
  - {at: 三3, indicator: jobs, role: target, time: 2023, says: 1300人以上, basis: annual}
""",
]
