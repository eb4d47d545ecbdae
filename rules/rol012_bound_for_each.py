"""A bound that binds each child is kept by each.

Most bounds of a province hold for its mean; where the plan says that they bind each member
(`binds: each`), a looser one is a conflict.
"""

from collections.abc import Iterator

from auditor.compare.rollup import Run, shared_targets
from auditor.finding import Severity
from auditor.phrases import shown
from auditor.rule import Options, Verdict, held, hit
from auditor.wording import quote

CODE = "ROL012"
NAME = "bound-for-each"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {
    "en": "A child breaks a bound that binds each child",
    "zh": "下级突破了对各地均有约束的界限",
}
WHY = {
    "en": "The parent's plan allows no exception, so both cannot be carried out.",
    "zh": "上级规划要求各地都须达到，两者不能同时成立。",
}
MESSAGE = {
    "en": "{child} states {printed}, its parent {parent} binds each to {other}: {apart} apart",
    "zh": "{child}为 {printed}，上级 {parent} 要求各地均为 {other}，相差 {apart}",
}
HELP = {
    "en": "bring the figure within the parent's bound",
    "zh": "请按上级界限调整",
}
WRONG = {
    "en": "When the bound holds for the mean of all children only; leave binds: out, or say binds: mean.",
    "zh": "上级界限只约束平均水平的，应删去 binds:，或写作 binds: mean。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for shared in shared_targets(run):
        child, parent = shared.child, shared.parent
        if parent.entry.binds != "each":
            continue
        ceiling = parent.figure.bound in ("<", "<=") or shared.better == "less"
        apart = child.value - parent.value if ceiling else parent.value - child.value
        if apart <= 0:
            yield held(child, parent, "<=" if ceiling else ">=")
            continue
        yield hit(
            child,
            parent,
            difference=apart,
            subject=shared.name,
            child=quote(child.origin.plan),
            printed=quote(child.entry.says),
            parent=quote(parent.origin.plan),
            other=quote(parent.entry.says),
            apart=shown(apart),
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
  - {at: 二1, indicator: unemployment, role: target, binds: each, says: 5.5%以内}
"""
NORTH = """
plan: north
title: N
area: n
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: unemployment, role: target, says: 4.5%以内}
"""


GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "n.yaml": NORTH},
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH.replace("4.5%以内}", "6%以内}  # <-"),
    },
]
