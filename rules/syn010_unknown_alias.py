"""An alias repeats an anchored value that stands before it.

A text that begins with an asterisk is an alias to YAML, though a plan prints the asterisk
as a footnote mark. A value that contains an alias of itself has no end and is refused too.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN010"
NAME = "unknown-alias"
SEVERITY = Severity.ERROR
TITLE = {"en": "An alias refers to nothing", "zh": "别名没有对应的锚点"}
WHY = {
    "en": "Nothing stands here for the auditor to read, so nothing here has been checked.",
    "zh": "此处没有可读取的内容，因而未作核对。",
}
MESSAGE = {
    "en": "*{name} refers to a value that does not stand before it",
    "zh": "*{name} 所指的内容此前没有出现",
}
HELP = {
    "en": "write the value out; if the document prints the asterisk, put it in double "
    'quotes: "*{name}"',
    "zh": '请写出实际内容；若原文确有星号，请用英文双引号括起，写作 "*{name}"',
}
WRONG = {
    "en": "When the document prints the asterisk, as for a footnote: the document is right, and "
    "the sheet lacks quotes. A value that contains itself is lawful YAML, but no sheet can use "
    "one.",
    "zh": "星号是原文所印脚注标记的，原文无误，只是录入时漏了引号。内容引用自身虽合 YAML 语法，在"
    "表单中却没有意义。",
}
REFERENCES = ("YAML 1.2.2, section 7.1",)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: "*n"
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: *n  # <-
""",
]
