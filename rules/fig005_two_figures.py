"""A cell holds one figure.

Two figures in one cell are two statements; the auditor does not guess which of them is meant. Of
由62%提高到95% the second is what is aimed at.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "FIG005"
NAME = "two-figures"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "Two figures stand where one belongs",
    "zh": "一处写了两个数字",
}
WHY = {
    "en": "Neither of them has been compared with anything.",
    "zh": "两个数字均未参加比对。",
}
MESSAGE = {
    "en": "{read} holds {figures}",
    "zh": "“{read}”含有 {figures}",
}
HELP = {
    "en": "give each figure an entry of its own; 46%和20% are two, with `scope:` to tell them apart",
    "zh": "请分成两条录入，每条一个数字，必要时以 `scope:` 区分",
}
WRONG = {
    "en": "When the two are one amount in two units; the auditor reads 三元五角 but not every such pair.",
    "zh": "两个数字其实是用两级单位写成的一个数而未被识别时，会误报。",
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
  - {at: 一1, says: 1466户}
  - {at: 一1, says: 2902人}
  - {at: 一1, says: 三元五角}
  - {at: 一1, says: 由62%提高到95%}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, says: 1466户2902人}  # <-
  - {at: 一1, says: 46%和20%}  # <-
""",
]
