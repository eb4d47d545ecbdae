"""Every key that must stand in its place does.

Without its period or its unit a figure cannot be compared with anything.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "STR003"
NAME = "missing-key"
SEVERITY = Severity.ERROR
TITLE = {"en": "A key is missing", "zh": "缺少必填的键"}
WHY = {
    "en": "Without it, figures cannot be put in their place and go unchecked.",
    "zh": "缺少这一项，相关数字无法归位，也就无法核对。",
}
MESSAGE = {
    "en": "{where}: {key} is missing or empty ({about})",
    "zh": "{where}：缺少 {key} 或其内容为空（{about}）",
}
HELP = {
    "en": "add {key}: with what the document prints",
    "zh": "请按原文补填 {key}",
}
WRONG = {
    "en": "When the document prints nothing there, as for a row without a number or an index "
    'without a unit. Write empty quotes, row: "" or unit: "", to show that nothing was forgotten.',
    "zh": '原文此处确无内容的（如行无编号、指数无计量单位），不算遗漏；应写成空引号，即 row: "" 或'
    ' unit: ""，以示并非漏录。',
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
""",
]
BAD = [
    """
plan: a  # <-
title: A
area: a
""",
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, note: 5人}  # <-
""",
]
