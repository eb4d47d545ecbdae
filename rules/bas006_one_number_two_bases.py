"""A number that holds for each year is not also the total of the years.

每年60万人 and 五年60万人 cannot both be true; one of the two has lost or gained a word.
"""

from collections.abc import Iterator

from auditor.compare.periods import courses, pairs
from auditor.compare.restate import counted_alike
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "BAS006"
NAME = "one-number-two-bases"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "One number is printed both as yearly and as cumulative",
    "zh": "同一数字既作年度数又作累计数",
}
WHY = {
    "en": "Whoever is held to the plan owes either so many or a multiple of it.",
    "zh": "究竟是每年完成还是五年合计完成，相差数倍，无法考核。",
}
MESSAGE = {
    "en": "{place} prints {printed} for each year, {other_place} {other} over {years} years",
    "zh": "{place}为每年 {printed}，{other_place}为 {years} 年累计 {other}，数字相同而口径不同",
}
HELP = {
    "en": "find out which basis is meant, and print it at both places",
    "zh": "请核实是年度数还是累计数，两处统一口径",
}
WRONG = {
    "en": "When both are zero, or when the yearly figure holds for one year only; give it that year with `time:`.",
    "zh": "两者均为零，或“年度数”只指其中某一年的，应以 `time:` 注明该年。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for course in courses(plan):
        for total, yearly, years in pairs(course):
            same = total.value == yearly.value != 0
            if same and years > 1 and counted_alike(total.unit, yearly.unit):
                yield hit(
                    yearly,
                    total,
                    place=quote(yearly.entry.place),
                    printed=cited(yearly),
                    other_place=quote(total.entry.place),
                    other=cited(total),
                    years=years,
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
  - {at: 二1, indicator: jobs, role: target, says: 每年60万人}
  - {at: 三1, indicator: jobs, role: target, says: 五年300万人}
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
  - {at: 二1, indicator: jobs, role: target, says: 每年60万人}  # <-
  - {at: 三1, indicator: jobs, role: target, says: 五年60万人}
""",
]
