"""The unit that a figure prints can be compared with the one printed beside it.

Where a cell prints a unit of its own, it must measure what its row, column or table says:
persons under persons, not under person-times or per cent.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "UNI006"
NAME = "cell-unit"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "A figure prints another unit than its row or column",
    "zh": "数字自带的单位与行列所标单位不符",
}
WHY = {
    "en": "One of the two units is wrong; a reader cannot tell what was counted.",
    "zh": "两个单位必有一误，读者无从判断统计的是什么。",
}
MESSAGE = {
    "en": "{place}: the figure prints “{printed}”, but the unit beside it is “{beside}”",
    "zh": "{place}：数字印作“{printed}”，而行列所标单位为“{beside}”",
}
HELP = {
    "en": "check the figure and the heading against the document; one of the two units is wrong",
    "zh": "请对照原文核对数字与行列单位，更正其中有误的一处",
}
WRONG = {
    "en": "When both units are right, as 家 in a table of 个, or a share among amounts. Give that "
    "cell its own unit (says: 30家, unit: 家).",
    "zh": "两个单位均无误的（如单位栏为“个”而数字印作“30家”，或数量栏内夹有占比），不算差错；应为"
    "该格单独注明单位（says: 30家, unit: 家）。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 新增就业, kind: stock, unit: 人}
tables:
  表1:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
    rows:
      - {row: 1, indicator: jobs, unit: 人, cells: [5人]}
      - {row: 2, indicator: jobs, unit: 人, scope: 女, cells: [增长10%]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 新增就业, kind: stock, unit: 人}
tables:
  表1:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
    rows:
      - {row: 1, indicator: jobs, unit: 人, cells: [5人次]}  # <-
""",
]
