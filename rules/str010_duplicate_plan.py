"""No two sheets of a run encode the same plan."""

from collections.abc import Iterator

from auditor.compare.rollup import Run
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.wording import quote

CODE = "STR010"
NAME = "duplicate-plan"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {"en": "Two sheets have the same plan id", "zh": "两份表单的规划标识相同"}
WHY = {
    "en": "Parents and claims name a plan by its id; of two they would reach one by chance.",
    "zh": "上下级关系和算式都以标识指称规划，重复则无从确定所指。",
}
MESSAGE = {
    "en": "the plan id {plan_id!r} is also that of {path}",
    "zh": "规划标识“{plan_id}”与 {path} 重复",
}
HELP = {
    "en": "give each plan its own id, or audit the two versions one at a time",
    "zh": "请为每份规划取不同的标识，或分别检查两个版本",
}
WRONG = {
    "en": "When two versions of one plan, such as the draft for comment and the final text, are "
    "kept in one folder on purpose. They still cannot be audited in one run under one id.",
    "zh": "同一规划的不同版本（如征求意见稿与印发稿）有意存放在一起的，不算差错，但不能以同一标识"
    "一并核对。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for summary in run.summaries:
        first = run.by_id.get(summary.plan, summary)
        if first is not summary and not summary.context:
            yield hit_at(
                summary.path,
                summary.marks["plan"],
                plan=summary.plan,
                plan_id=quote(summary.plan),
                path=quote(first.path),
            )


GOOD = [
    {
        "a.yaml": "plan: a\ntitle: A\narea: a\nperiod: 2021-2025\n",
        "b.yaml": "plan: b\ntitle: A\narea: a\nperiod: 2021-2025\n",
    },
]
BAD = [
    {
        "a.yaml": "plan: a\ntitle: A\narea: a\nperiod: 2021-2025\n",
        "b.yaml": "plan: a  # <-\ntitle: A\narea: a\nperiod: 2021-2025\n",
    },
]
