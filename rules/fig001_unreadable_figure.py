"""A figure is one number, range or ratio as printed, with the words around it that bound it.

The auditor reads scale, unit, bound and basis off the printed words; a word that it does not
know could change the amount, so the figure is left out and not guessed.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "FIG001"
NAME = "unreadable-figure"
SEVERITY = Severity.ERROR
TITLE = {"en": "A figure cannot be read", "zh": "数字无法识别"}
WHY = {
    "en": "A figure that cannot be read is compared with nothing.",
    "zh": "无法识别的数字不参与任何核对。",
}
MESSAGE = {
    "en": "“{read}” cannot be read as a figure: at character {position}, expected {expected}",
    "zh": "“{read}”无法识别为数字：第 {position} 个字符起无法识别，此处应为{expected}",
}
HELP = {
    "en": "enter the figure alone, exactly as printed, with its bound words and its unit",
    "zh": "请只录入数字本身，连同界限词和单位照录原文",
}
WRONG = {
    "en": (
        "When the document prints just that and it is no amount, as the grade 5级; it "
        "stays uncompared."
    ),
    "zh": "原文确系如此、本非数量的（如等级“5级”），可予豁免，但不参加任何核对。",
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
  - {at: 一1, says: 0.9万人以上}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, says: 5级}  # <-
  - {at: 一1, says: 9000人（含复工）}  # <-
""",
]
