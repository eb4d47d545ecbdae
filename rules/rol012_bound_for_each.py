"""A bound that binds each child is kept by each.

Most bounds of a province hold for its mean; where the plan says that they bind each member
(`binds: each`), a looser one is a conflict.
"""

from collections.abc import Iterator

from auditor.compare.rollup import Run, shared_targets
from auditor.facts import base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance
from auditor.rule import Options, Verdict, hit, undecided
from auditor.wording import Wording, quote

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
    "zh": "{child} 为 {printed}，上级 {parent} 要求各地均为 {other}，相差 {apart}",
}
HELP = {
    "en": "bring the figure within the parent's bound",
    "zh": "请按上级界限调整",
}
WRONG = {
    "en": "When the bound holds for the mean of all children only; leave `binds:` out, or say `binds: mean`.",
    "zh": "上级界限只约束平均水平的，应删去 binds:，或写作 binds: mean。",
}
NO_SIDE: Wording = {
    "en": "the parent's figure is printed without a bound, and no good direction says if it is a floor "
    "or a ceiling",
    "zh": "上级数字未印上下限，该指标也未注明向好方向，无法判断是上限还是下限",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for shared in shared_targets(run):
        child, parent = shared.child, shared.parent
        if parent.entry.binds != "each":
            continue
        if not shared.side and shared.beyond:
            yield undecided(child, NO_SIDE)
            continue
        if shared.beyond <= 0:
            yield shared.kept
            continue
        yield hit(
            child,
            parent,
            difference=shared.beyond,
            subject=shared.name,
            child=quote(child.origin.plan),
            printed=cited(child),
            parent=quote(parent.origin.plan),
            other=cited(parent),
            apart=distance(shared.beyond, base_unit(child, parent)),
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
    {
        "indicators.yaml": SHARED.replace(", better: less", ""),
        "p.yaml": PROVINCE.replace("5.5%以内", "5.5%"),
        "n.yaml": NORTH.replace("4.5%以内", "4.5%"),
    },
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH.replace("4.5%以内}", "6%以内}  # <-"),
    },
]
