"""A sheet begins with its first key.

Some editors put an invisible mark, U+FEFF, before the first character. The auditor skips it;
not every program does.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN006"
NAME = "byte-order-mark"
SEVERITY = Severity.NOTE
TITLE = {"en": "The file begins with a byte-order mark", "zh": "文件开头有字节顺序标记（BOM）"}
WHY = {
    "en": "Programs that do not expect the mark take it for a part of the first key.",
    "zh": "有的软件会把这一不可见标记当作第一个键的一部分。",
}
MESSAGE = {
    "en": "the file begins with an invisible byte-order mark",
    "zh": "文件开头有不可见的字节顺序标记（BOM）",
}
HELP = {
    "en": "save it as UTF-8 without BOM",
    "zh": "请另存为“UTF-8（无 BOM）”",
}
WRONG = {
    "en": "When another program needs the mark to take the file for UTF-8, as some spreadsheets "
    "do. The sheet is audited all the same.",
    "zh": "为便于其他软件（如电子表格软件）识别编码而有意保留的，不算问题，也不影响核对。",
}
REFERENCES = ("The Unicode Standard, section 2.6",)


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
    "\ufeffplan: a  # <-\ntitle: A\narea: a\nperiod: 2021-2025\n",
]
