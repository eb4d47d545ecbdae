"""A sheet is well-formed YAML.

What stands behind the first broken line cannot be told apart any more; what stands
before it is audited all the same.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN001"
NAME = "syntax"
SEVERITY = Severity.ERROR
TITLE = {"en": "The sheet is not YAML", "zh": "表单不符合 YAML 语法"}
WHY = {
    "en": "Behind this place nothing was read, so nothing there has been checked.",
    "zh": "此处之后的内容无法读取，因而未作核对。",
}
MESSAGE = {
    "en": "the file cannot be read from here on: {problem}",
    "zh": "文件自此处起无法读取：{problem}",
}
HELP = {
    "en": "look here and just above for an unclosed bracket or quote, uneven indentation, "
    "or a text with “: ”, “#” or brackets in it, which must stand in double quotes",
    "zh": "请检查此处及上一行：括号或引号是否闭合，缩进是否对齐；文字中含冒号加空格、# "
    "或括号的，须用英文双引号括起",
}
WRONG = {
    "en": "Never: the sheet cannot be read as it stands. Only the place may mislead, for a "
    "bracket or quote left open is told where the reading broke off, not where it was opened.",
    "zh": "没有例外，表单按现状无法读取。但所指位置只是读取中断之处，括号、引号漏写的地方可能在前"
    "面几行。",
}
REFERENCES = ("YAML 1.2.2",)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: "a: b"
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: a: b  # <-
""",
    """
plan: a
title: A
area: a
period: 2021-2025
claims: [  # <-
""",
]
