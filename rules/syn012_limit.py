"""A sheet stays within what the auditor reads.

The limits lie far beyond any plan; they keep a broken or hostile file from exhausting the
machine.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN012"
NAME = "limit"
SEVERITY = Severity.ERROR
TITLE = {"en": "The sheet goes beyond a limit", "zh": "表单超出读取限度"}
WHY = {
    "en": "What lies beyond the limit was left out and has not been checked.",
    "zh": "超出限度的部分没有读取，也未作核对。",
}
MESSAGE = {
    "en": "more than {limit} {what}; the rest is left out",
    "zh": "{what}超过 {limit}，其余部分未予处理",
}
HELP = {
    "en": "mend what is told of first; a plan that is truly so large must be split into "
    "several sheets",
    "zh": "请先处理已列出的问题；规划内容确实过多的，请拆分为多个表单",
}
WRONG = {
    "en": "When the plan is truly so large: the document is right, and only the sheet has to be "
    "split. Where the faults are too many, one cause is often behind most of them.",
    "zh": "规划篇幅确实过大的，不算文件差错，但表单仍须拆分。属问题数超限的，往往出于同一原因，"
    "改正一处后再查即可。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    "plan: a\ntitle: A\narea: a\nperiod: 2021-2025\nnote: " + 10_000 * "x" + "\n",
]
BAD = [
    "plan: a\ntitle: A\narea: a\nperiod: 2021-2025\nnote: " + 10_001 * "x" + "  # <-\n",
    "plan: a\ntitle: A\narea: a\nperiod: 2021-2025\nnote: " + 41 * "[" + "  # <-\n",
]
