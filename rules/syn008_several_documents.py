"""A file holds one sheet.

A line of three hyphens ends a YAML document and begins another one. Only the first is read.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN008"
NAME = "several-documents"
SEVERITY = Severity.ERROR
TITLE = {"en": "The file holds more than one sheet", "zh": "一个文件中有多个表单"}
WHY = {
    "en": "Only the first sheet of a file is read; the others would go unchecked.",
    "zh": "一个文件只读取第一个表单，其余均未核对。",
}
MESSAGE = {
    "en": "a second document begins here; only the first one is read",
    "zh": "此处开始了第二份文档，只读取第一份",
}
HELP = {
    "en": "put each plan in a file of its own, or delete the line of hyphens",
    "zh": "请将每个规划单独存为一个文件，或删除此分隔线",
}
WRONG = {
    "en": "When nothing but comments stands behind the line, so that nothing goes unread. Delete "
    "the line all the same.",
    "zh": "分隔线之后只有注释或空行的，并无内容漏读；删去该线即可。",
}
REFERENCES = ("YAML 1.2.2, section 9.1.2",)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
---
plan: a
title: A
area: a
period: 2021-2025
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
---  # <-
plan: b
title: A
area: a
period: 2021-2025
""",
]
