"""A child states its target on the basis that its parent uses.

A yearly figure below a five-year one, or another span of years, cannot be added up.
"""

from collections.abc import Iterator

from auditor.compare.rollup import Run, other_bases
from auditor.finding import Severity
from auditor.phrases import basis_name
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "ROL007"
NAME = "basis-between-levels"
SEVERITY = Severity.NOTE
SCOPE = "run"
TITLE = {
    "en": "Parent and child state one target on different bases",
    "zh": "上下级同一指标口径不同",
}
WHY = {
    "en": "What cannot be compared cannot be assessed: the child may do too little and nobody sees it.",
    "zh": "口径不同就无法衔接和汇总，分解是否到位无从判断。",
}
MESSAGE = {
    "en": "{child} states {printed} ({basis}), its parent {parent} {other} ({other_basis})",
    "zh": "{child}为 {printed}（{basis}），上级 {parent} 为 {other}（{other_basis}）",
}
HELP = {
    "en": "state the target on the parent's basis as well",
    "zh": "请同时列出与上级口径一致的目标",
}
WRONG = {
    "en": "When the child has reasons to plan by years; the figure stays uncompared all the same.",
    "zh": "下级确需按年度安排的，可不作改动，但无法参加比对。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for child, parent, name in other_bases(run):
        yield hit(
            child,
            parent,
            subject=name,
            child=quote(child.origin.plan),
            printed=quote(child.entry.says),
            basis=basis_name(child),
            parent=quote(parent.origin.plan),
            other=quote(parent.entry.says),
            other_basis=basis_name(parent),
        )


SHARED = """
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  unemployment: {name: 城镇登记失业率, kind: rate, unit: "%", better: less}
"""
PROVINCE = """
plan: province
title: P
area: p
period: 2021-2025
text:
  - {at: 二1, indicator: jobs, role: target, says: 150万人, basis: cumulative}
"""
NORTH = """
plan: north
title: N
area: n
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: jobs, role: target, says: 82万人, basis: cumulative}
"""


GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "n.yaml": NORTH},
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH.replace("cumulative}", "annual}  # <-"),
    },
]
