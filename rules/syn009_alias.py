"""Every value is written where it is printed.

YAML lets `&name` mark a value and `*name` repeat it. The auditor follows both; a second
person who ticks the sheet off against the page cannot. An alias is told of at its first use.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN009"
NAME = "alias"
SEVERITY = Severity.NOTE
TITLE = {"en": "An anchor or alias stands for a value", "zh": "用锚点或别名代替了内容"}
WHY = {
    "en": "What is printed at this place cannot be read off the sheet without looking elsewhere.",
    "zh": "仅看此处无法得知原文所印的内容，不便他人逐项核对。",
}
MESSAGE = {
    "en": "{sign}{name} makes several places share one value",
    "zh": "此处用 {sign}{name} 使多处共用同一内容",
}
HELP = {
    "en": "write the value out in each place",
    "zh": "请在每一处照原文写出内容",
}
WRONG = {
    "en": "When what is shared is no figure, such as the columns of several tables set alike. It "
    "is read as if it were written out each time.",
    "zh": "共用的不是数字而是表头等内容的（如几张表列名相同），可以保留；核对时视同逐处写出。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: hello
source: hello
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: &n hello  # <-
source: *n  # <-
""",
]
