"""An id names one figure.

Claims refer to figures by id; with two of one name it is open which of them is meant.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "STR008"
NAME = "duplicate-id"
SEVERITY = Severity.ERROR
TITLE = {"en": "An id is given twice", "zh": "标识重复"}
WHY = {
    "en": "A claim that uses the id would be checked against the wrong figure.",
    "zh": "引用该标识的算式可能核对到错误的数字上。",
}
MESSAGE = {
    "en": "the id {id!r} is already given on line {line}",
    "zh": "标识“{id}”已在第 {line} 行使用",
}
HELP = {
    "en": "give one of the two figures another id",
    "zh": "请为其中一个数字另取标识",
}
WRONG = {
    "en": "Never: ids are the encoder's own, and no document prints them. Two statements of one "
    "quantity need no common id, they are compared by their indicator.",
    "zh": "没有例外：标识由录入者自定，与原文无关。同一指标在两处表述的，不必共用标识，按 "
    "indicator: 即可比对。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: a1, says: 5人}
  - {at: 一1, id: a2, says: 6人}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: a1, says: 5人}
  - {at: 一1, id: a1, says: 6人}  # <-
""",
]
