"""A child states its target on the basis, for the years and in the unit that its parent uses.

A yearly figure below a five-year one, another span of years, 人 below 人次: none can be added
up. A target whose basis is not stated at all is another rule's; of a change that is undecided, and
so is one from another year, or one that may be a rise or a fall.
"""

from collections.abc import Iterator

from auditor.compare.rollup import Run, of_another_base, uncompared, undirected
from auditor.finding import Severity
from auditor.phrases import basis_and_unit, basis_name, cited
from auditor.rule import Options, Verdict, hit, undecided
from auditor.wording import Wording, quote

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
    "zh": "{child} 为 {printed}（{basis}），上级 {parent} 为 {other}（{other_basis}）",
}
HELP = {
    "en": "state the target on the parent's basis as well",
    "zh": "请同时列出与上级口径一致的目标",
}
WRONG = {
    "en": "When the child has reasons to plan by years; the figure stays uncompared all the same.",
    "zh": "下级确需按年度安排的，可不作改动，但无法参加比对。",
}

NO_BASIS: Wording = {
    "en": "its change and its parent's are told from different years, or one does not say if it is "
    "yearly or cumulative",
    "zh": "与上级的升降幅度基年不同，或一方未注明是年度数还是累计数，未作比对",
}
NO_DIRECTION: Wording = {
    "en": "it or its parent's figure leaves open if the change is a rise or a fall",
    "zh": "本处或上级未表明是上升还是下降，未作比对",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for child, parent, name in uncompared(run):
        shown = basis_name if child.unit == parent.unit else basis_and_unit
        yield hit(
            child,
            parent,
            subject=name,
            child=quote(child.origin.plan),
            printed=cited(child),
            basis=shown(child),
            parent=quote(parent.origin.plan),
            other=cited(parent),
            other_basis=shown(parent),
        )
    yield from (undecided(fact, NO_BASIS) for fact in of_another_base(run))
    yield from (undecided(fact, NO_DIRECTION) for fact in undirected(run))


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
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH
        + "  - {at: 二2, indicator: jobs, role: target, says: 16.4万人, basis: annual}\n",
    },
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH.replace("cumulative}", "annual, time: 2019}"),
    },
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH.replace("cumulative}", "annual}  # <-"),
    },
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH.replace("82万人, basis: cumulative}", "82万人次, basis: cumulative}  # <-"),
    },
]
