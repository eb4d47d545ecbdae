"""Years, periods and dates are written in one way.

A year is 2025, a period 2021-2025 with the earlier year in front, a date 2022-07-04.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "STR006"
NAME = "bad-period"
SEVERITY = Severity.ERROR
TITLE = {"en": "A year, period or date cannot be read", "zh": "年份、期间或日期无法识别"}
WHY = {
    "en": "Without its time a figure cannot be compared with others.",
    "zh": "时间不明的数字无法与其他数字比较。",
}
MESSAGE = {
    "en": "{key}: “{read}” is not written like {example}",
    "zh": "{key}：“{read}”无法识别，应写作 {example} 的形式",
}
HELP = {
    "en": "write it in digits; of a period, the earlier year comes first",
    "zh": "请用阿拉伯数字书写；期间应先写起始年份",
}
WRONG = {
    "en": "When the document gives a month, a quarter or a half-year, for which the sheet has no "
    "form. Leave out `issued:`, or the `time:` of an actual figure, which then goes uncompared, and "
    "say the date in `note:`.",
    "zh": "原文本来只写到月份、季度或半年的，不算文件差错，但表单没有相应写法：印发日期可不填 "
    "issued:，实绩可不填 time:（该数字不参加比对），并在 note: 中说明。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
issued: 2022-07-04
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2025-2021  # <-
issued: 2022年7月4日  # <-
text:
  - {at: 一1, says: 5人, time: 十三五末}  # <-
""",
]
