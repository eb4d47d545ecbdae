"""A key stands once in a mapping.

YAML readers keep one of two equal keys and drop the other without a word, so a figure
that was typed twice would silently be lost.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "STR001"
NAME = "duplicate-key"
SEVERITY = Severity.ERROR
TITLE = {"en": "A key stands twice", "zh": "键重复"}
WHY = {
    "en": "Only one of the two can count; what stands under the other would be lost unseen.",
    "zh": "两处只能取其一，另一处的内容会在不知不觉中丢失。",
}
MESSAGE = {
    "en": "the key {key!r} already stands on line {line}",
    "zh": "键“{key}”已在第 {line} 行出现",
}
HELP = {
    "en": "keep one of them, or give the second its own name",
    "zh": "请保留其一，或为第二处另取名称",
}
WRONG = {
    "en": "Never: YAML keeps one of the two and loses the other. Where the document itself gives "
    "one name twice, as to two tables called 表1, give each a key of its own, such as 附件表1.",
    "zh": "没有例外，重复的键必有一处读不到。文件本身有两张表同号的，不算文件差错，录入时应分别命"
    "名（如“附件表1”）。",
}
REFERENCES = ("YAML 1.2.2, section 3.2.1.1",)


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
plan: a
title: A
area: a
period: 2021-2025
title: B  # <-
""",
]
