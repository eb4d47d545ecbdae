"""A baseline is a level that was measured, and no bound.

What a year came to is one number; 4%以内 says only that it was not more.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "FIG003"
NAME = "bound-in-baseline"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A baseline is printed as a bound",
    "zh": "基数栏写成了界限",
}
WHY = {
    "en": "Whether a target improves on its baseline cannot be told from a bound.",
    "zh": "基数只写上下限，就无法判断目标是否比基数有所改善。",
}
MESSAGE = {
    "en": "{place} prints {printed} where the level of {year} is meant",
    "zh": "{place}应为 {year} 年的实际水平，而写作 {printed}",
}
HELP = {
    "en": "print the level that was measured, or head the column as a target",
    "zh": "请填写当年实际数；若为当时的目标，请改列目标栏",
}
WRONG = {
    "en": "When only the bound has been published for that year; then it is the best that can be printed.",
    "zh": "该年只公布过上下限、没有实际数的，属于如实填写。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for fact in plan.facts:
        if fact.entry.role != "baseline" or not fact.figure.numeric or fact.figure.bound == "=":
            continue
        year = str(fact.key.period or "?")
        yield hit(fact, place=quote(fact.entry.place), printed=cited(fact), year=year)


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
tables:
  表1:
    columns: [{head: 2020年基数, role: baseline, time: 2020}, {head: 2025年目标, role: target, time: 2025}]
    rows:
      - {row: 1, indicator: unemployment, cells: [3.93%, <4%]}
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
tables:
  表1:
    columns: [{head: 2020年基数, role: baseline, time: 2020}, {head: 2025年目标, role: target, time: 2025}]
    rows:
      - {row: 1, indicator: unemployment, cells: [4%以内, <4%]}  # <-
""",
]
