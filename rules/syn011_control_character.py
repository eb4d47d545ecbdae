"""A sheet is made of characters that can be seen.

Control characters come in unseen, with text copied from PDF files and web pages. The auditor
reads on as if an unknown character stood there.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN011"
NAME = "control-character"
SEVERITY = Severity.ERROR
TITLE = {"en": "A control character stands in the sheet", "zh": "表单中有控制字符"}
WHY = {
    "en": "It cannot be seen, and it makes two texts differ that look the same.",
    "zh": "该字符肉眼不可见，会使看似相同的文字实际不同。",
}
MESSAGE = {
    "en": "an invisible control character, {code}, stands here",
    "zh": "此处有不可见的控制字符 {code}",
}
HELP = {
    "en": "delete it, or type the line again",
    "zh": "请删除该字符，或重新键入此行",
}
WRONG = {
    "en": "Never: no document prints such a character. YAML allows a few of them, such as U+2028, "
    "but some programs break the line there and others do not.",
    "zh": "没有例外，文件上印不出这类字符。个别字符（如 U+2028）虽为 YAML 所允许，但各软件对是否换"
    "行处理不一，也应删除。",
}
REFERENCES = ("YAML 1.2.2, section 5.1",)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: ab
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: a\x07b  # <-
""",
    """
plan: a
title: A
area: a
period: 2021-2025
note: a\u2028b  # <-
""",
]
