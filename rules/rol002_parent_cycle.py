"""No plan is above itself."""

from collections.abc import Iterator

from auditor.compare.rollup import Run
from auditor.compare.summary import Summary
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.wording import quote

CODE = "ROL002"
NAME = "parent-cycle"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {"en": "A plan is its own ancestor", "zh": "上下级关系成环"}
WHY = {
    "en": "Targets cannot be rolled up where no level is the highest.",
    "zh": "没有最上一级，就无法逐级汇总目标。",
}
MESSAGE = {
    "en": "{chain}: each names the next as its parent",
    "zh": "{chain}：每一个都以后一个为上级",
}
HELP = {
    "en": "correct the `parent:` of one of them",
    "zh": "请更正其中一个的 parent",
}
WRONG = {
    "en": (
        "Never for real plans; but the slip may be one id given to two sheets, and no "
        "`parent:` at all."
    ),
    "zh": "实际层级不会成环，必属录入有误；但错处也可能是两份表单用了同一 plan 标识。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for summary in run.summaries:
        chain = _chain(run, summary)
        if chain and not summary.context:
            names = " → ".join(quote(each.plan) for each in (*chain, summary))
            yield hit_at(summary.path, summary.marks["parent"], plan=summary.plan, chain=names)


def _chain(run: Run, start: Summary) -> list[Summary]:
    """Return the plans from `start` up to itself, none when it is not on a cycle."""
    chain, seen = [start], {start.plan}
    while chain[-1].parent in run.by_id:
        above = run.by_id[chain[-1].parent]
        if above is start:
            return chain
        if above.plan in seen:
            return []
        chain.append(above)
        seen.add(above.plan)
    return []


GOOD = [
    {
        "a.yaml": "plan: a\ntitle: A\narea: a\nparent: b\nperiod: 2021-2025\n",
        "b.yaml": "plan: b\ntitle: B\narea: b\nperiod: 2021-2025\n",
    },
]
BAD = [
    {
        "a.yaml": "plan: a\ntitle: A\narea: a\nparent: b  # <-\nperiod: 2021-2025\n",
        "b.yaml": "plan: b\ntitle: B\narea: b\nparent: a  # <-\nperiod: 2021-2025\n",
        "c.yaml": "plan: c\ntitle: C\narea: c\nparent: a\nperiod: 2021-2025\n",
    },
    "plan: a\ntitle: A\narea: a\nparent: a  # <-\nperiod: 2021-2025\n",
]
