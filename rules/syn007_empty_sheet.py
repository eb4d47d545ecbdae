"""A sheet says something.

A file with nothing in it but comments is hardly meant: it was saved too early, or its
contents were lost.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN007"
NAME = "empty-sheet"
SEVERITY = Severity.ERROR
TITLE = {"en": "The sheet is empty", "zh": "表单为空"}
WHY = {
    "en": "An empty sheet would pass every check.",
    "zh": "空表单可以通过所有核对，却什么也没有核对。",
}
MESSAGE = {
    "en": "there is nothing in this file, or only comments",
    "zh": "文件为空，或只有注释",
}
HELP = {
    "en": "enter the plan, or remove the file",
    "zh": "请录入规划内容，或删除该文件",
}
WRONG = {
    "en": "When the file was set up for a plan that is yet to be encoded. Keep it out of the "
    "audited folder until then.",
    "zh": "为尚未录入的规划预留的空文件，不算差错；录入之前，宜放在所查文件夹之外。",
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
    b"# <-\n",
    """
---  # <-
""",
]
