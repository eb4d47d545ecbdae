"""A claim is a formula over ids.

It has names of figures, at least one, plain numbers, `n%`, the signs + - * / and brackets on both
sides of one relation: = <= >= < >. It is read, never executed.
"""

from collections.abc import Iterator

from auditor.compare.claims import unreadable
from auditor.compare.outcome import UNREADABLE
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.wording import quote

CODE = "STR009"
NAME = "unreadable-claim"
SEVERITY = Severity.ERROR
TITLE = {"en": "A formula cannot be read", "zh": "算式无法识别"}
WHY = {
    "en": "A formula that cannot be read cannot be checked.",
    "zh": "算式无法识别，就无法核对。",
}
MESSAGE = UNREADABLE
HELP = {
    "en": "write it with ids, numbers and one relation, such as all = part1 + part2",
    "zh": "请用标识、数字和一个关系符书写，如 all = part1 + part2",
}
WRONG = {
    "en": "When the document asserts what a formula here cannot say, such as the highest of "
    "several figures. Growth over years can be written out, as base * (1 + rate) * (1 + rate); "
    "leave out the rest and say so in `note:`.",
    "zh": "原文所述关系成立、只是算式不支持的（如乘方、取最大值），不算文件差错；逐年增长可写成连"
    "乘，如 base * (1 + rate) * (1 + rate)，其余不录算式，并在 note: 中说明。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for error in unreadable(plan):
        if error.kind == NAME and error.expected is not None:
            read = quote(error.read)
            yield hit_at(plan.sheet.path, error.mark, read=read, expected=error.expected)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: x, says: 5人}
claims:
  - {at: 一1, holds: x <= 2 * x}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: x, says: 5人}
claims:
  - {at: 一1, holds: x + x}  # <-
  - {at: 一1, holds: x = (x}  # <-
  - {at: 一1, holds: x = max(x)}  # <-
  - {at: 一1, holds: 5 = 2 + 3}  # <-
  - {at: 一1, holds: x = "x"}  # <-
""",
]
