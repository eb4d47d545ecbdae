"""A part of an area does not plan for more than the whole area.

Only amounts that add up over areas are compared: counts and sums of money, not rates.
"""

from collections.abc import Iterator

from auditor.compare.heads import HEADS, heads_and_times
from auditor.compare.rollup import Run, exceeds, shared_targets
from auditor.facts import base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance
from auditor.rule import Options, Verdict, held, hit, undecided
from auditor.wording import quote

CODE = "ROL004"
NAME = "child-exceeds-parent"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {"en": "A child's target is larger than its parent's", "zh": "下级规划的目标大于上级"}
WHY = {
    "en": "What a county does is part of what its province does.",
    "zh": "下级的数量是上级的组成部分，不可能更大。",
}
MESSAGE = {
    "en": "{child} plans {printed}, its whole parent {parent} {other}: {apart} more",
    "zh": "{child} 为 {printed}，而上级 {parent} 全域仅为 {other}，多出 {apart}",
}
HELP = {
    "en": "check the scale (万, 亿) and the scope of both figures",
    "zh": "请核对两处数字的数量级（万、亿）与统计范围",
}
WRONG = {
    "en": "When it is a figure per head, as income is: a rich county may well exceed its province.",
    "zh": "人均类指标（如人均收入）各地不可相加，下级高于上级属正常。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for shared in shared_targets(run):
        child, parent = shared.child, shared.parent
        if not shared.additive:
            continue
        more = exceeds(child, parent)
        if heads_and_times(child, parent) and not (more and child.unit == "person"):
            yield undecided(child, HEADS)  # only more persons than person-times cannot be
            continue
        if not more:
            yield held(child, parent, "<=")
            continue
        apart = child.value - parent.value
        yield hit(
            child,
            parent,
            difference=apart,
            subject=shared.name,
            child=quote(child.origin.plan),
            printed=cited(child),
            parent=quote(parent.origin.plan),
            other=cited(parent),
            apart=distance(apart, base_unit(child, parent)),
        )


GOOD = [
    {
        "indicators.yaml": """
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
""",
        "county.yaml": """
plan: county
title: C
area: c
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: jobs, role: target, says: 0.9万人以上, basis: cumulative}
""",
        "province.yaml": """
plan: province
title: P
area: p
period: 2021-2025
text:
  - {at: 二1, indicator: jobs, role: target, says: 150万人以上, basis: cumulative}
""",
    },
]
BAD = [
    {
        "indicators.yaml": """
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
""",
        "county.yaml": """
plan: county
title: C
area: c
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: jobs, role: target, says: 9000万人以上, basis: cumulative}  # <-
""",
        "province.yaml": """
plan: province
title: P
area: p
period: 2021-2025
text:
  - {at: 二1, indicator: jobs, role: target, says: 150万人以上, basis: cumulative}
""",
    },
]
