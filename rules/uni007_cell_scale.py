"""The scale that a figure prints is the one printed beside it.

Under 人, a cell 0.9万 may mean 9000 or be a slip; under 万人, 9000人 and 0.9万 leave open
whether the heading's 万 counts once more. The auditor takes the cell at its own word.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "UNI007"
NAME = "cell-scale"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A figure prints another scale than its row or column",
    "zh": "数字自带的数量级与行列所标不同",
}
WHY = {
    "en": "A reader may be wrong by a factor of ten thousand.",
    "zh": "读者可能因此误判一万倍。",
}
MESSAGE = {
    "en": "{place}: the figure prints “{printed}”, “{beside}” stands beside it: which "
    "scale is meant?",
    "zh": "{place}：数字印作“{printed}”，而行列所标为“{beside}”，究竟以哪个数量级为准？",
}
HELP = {
    "en": "check it against the document; print the scale either in the figure or in the heading",
    "zh": "请对照原文核实；数量级（万、亿等）宜只在数字或只在表头标注一处",
}
WRONG = {
    "en": "When the figure prints its whole unit and can be read in one way only, as 0.9万人 "
    "under 人. Give that cell its own unit (says: 0.9万人, unit: 万人).",
    "zh": "数字已印全单位、不致误读的（如单位为“人”而印作“0.9万人”），不算差错；应为该格单独注明单"
    "位（says: 0.9万人, unit: 万人）。",
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
      - {row: 1, indicator: jobs, unit: 万人, cells: [0.9]}
text:
  - {at: 一1, indicator: jobs, role: actual, time: 2020, says: 0.9万}
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
      - {row: 1, indicator: jobs, unit: 人, cells: [0.9万人]}  # <-
      - {row: 2, indicator: jobs, unit: 万人, scope: 女, cells: [0.5万]}  # <-
      - {row: 3, indicator: jobs, unit: 万人, scope: 男, cells: [4000人]}  # <-
""",
]
