"""The mean of the children, weighted by their size, keeps the parent's bound.

A bound of the whole binds no single child, and it binds their mean. Where the size of one child
is not told, it is undecided.
"""

from collections.abc import Iterator

from auditor.compare.rollup import Run
from auditor.compare.weights import means, open_means
from auditor.facts import base_unit
from auditor.finding import Severity
from auditor.phrases import cited, extent
from auditor.rule import Held, Options, Verdict, hit, undecided

CODE = "ROL013"
NAME = "weighted-mean"
SEVERITY = Severity.WARNING
SCOPE = "run"
TITLE = {
    "en": "The weighted mean of the children breaks the parent's bound",
    "zh": "各下级加权平均突破上级界限",
}
WHY = {
    "en": "If every child did just what it plans, the parent would still miss its target.",
    "zh": "即使各地都完成自己的目标，上级目标也无法实现。",
}
MESSAGE = {
    "en": "weighted by size, {count} children come to {mean}, the parent states {printed}",
    "zh": "{count} 个下级按规模加权平均为 {mean}，上级为 {printed}",
}
HELP = {
    "en": "tighten the loosest of the children, or state what the parent's figure is a mean of",
    "zh": "请收紧最宽的下级目标，或说明上级指标的计算口径",
}
WRONG = {
    "en": "When the weights are not what the rate is a share of (population for a rate of the labour force).",
    "zh": "权重与该比率的分母不一致（如以人口代替劳动力）时，结果只供参考。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for each in means(run):
        if each.parent.figure.bound == "=" or each.mean.meets(each.parent.allowed):
            yield Held((each.parent, *each.children))
            continue
        yield hit(
            each.parent,
            *each.children,
            subject=each.name,
            count=len(each.children),
            mean=extent(each.mean, base_unit(each.parent)),
            printed=cited(each.parent),
        )
    for parent, lacks in open_means(run):
        if parent.figure.bound != "=":
            yield undecided(parent, lacks)


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
children: complete
text:
  - {at: 二1, indicator: unemployment, role: target, says: 5.5%以内}
weights: {name: 劳动力, source: 统计年鉴, by: {north: 520万人, south: 480万人}}
"""
NORTH = """
plan: north
title: N
area: n
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: unemployment, role: target, says: 5%以内}
"""
SOUTH = NORTH.replace("north", "south").replace("area: n", "area: s")


GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "n.yaml": NORTH, "s.yaml": SOUTH},
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE.replace("says: 5.5%以内}", "says: 5.5%以内}  # <-"),
        "n.yaml": NORTH.replace("5%以内", "7%以内"),
        "s.yaml": SOUTH,
    },
]
