"""A unit is one that the auditor knows.

Units that a plan prints are listed in `rules/units.txt` with their spellings; a new one is a
line there. A figure under an unknown unit is compared with nothing.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "UNI001"
NAME = "unknown-unit"
SEVERITY = Severity.ERROR
TITLE = {"en": "A unit is not known", "zh": "计量单位不可识别"}
WHY = {
    "en": "Figures in an unknown unit can be compared with nothing, and are left undecided.",
    "zh": "单位不明的数字无法换算，也无从与其他数字比对，只能列为未能判定。",
}
MESSAGE = {
    "en": "the unit “{unit}” is not known",
    "zh": "不认识计量单位“{unit}”",
}
HELP = {
    "en": "give the unit as printed, without any other words; report it if it is a unit indeed",
    "zh": "请只照录原文所印的单位，不带其他文字；若确为计量单位，请反馈以便补充",
}
WRONG = {
    "en": "When it is a unit indeed and the list of units lacks it. Leave it in the sheet as "
    "printed; it takes one line in rules/units.txt.",
    "zh": "确为计量单位、只是单位表尚未收录的，不算差错；表单仍照录原文，在 rules/units.txt 中补列"
    "一行即可。",
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
text:
  - {at: 一1, indicator: jobs, role: actual, time: 2020, unit: 万人, says: 5}
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
text:
  - {at: 一1, indicator: jobs, role: actual, time: 2020, unit: 元宝, says: 5}  # <-
""",
]
