"""A child's ceiling is not looser than its parent's.

An average does not bind each member, so a looser ceiling in one child is a doubt, not a
conflict. Amounts that add up over areas are no averages: those are other rules'.
"""

from collections.abc import Iterator

from auditor.compare.rollup import Run, shared_targets
from auditor.facts import base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "ROL003"
NAME = "looser-ceiling"
SEVERITY = Severity.WARNING
SCOPE = "run"
TITLE = {"en": "The child's ceiling is looser than its parent's", "zh": "下级规划的上限宽于上级"}
WHY = {
    "en": "If every child allowed itself as much, the parent's ceiling could not be kept.",
    "zh": "若各地都照此放宽，上级的控制目标就无法实现。",
}
MESSAGE = {
    "en": "{child} allows {printed}, its parent {parent} {other}: {apart} looser",
    "zh": "{child} 为 {printed}，上级 {parent} 为 {other}，放宽 {apart}",
}
HELP = {
    "en": "lower the ceiling to the parent's, or note the agreement that lets it be higher",
    "zh": "请与上级目标衔接，或注明经同意放宽的依据",
}
WRONG = {
    "en": (
        "When the parent's ceiling is a mean over its area, and the child starts from a "
        "worse level."
    ),
    "zh": "上级上限是全域平均控制数、本地基础较差而经同意放宽的，不算突破。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for shared in shared_targets(run):
        child, parent = shared.child, shared.parent
        if parent.entry.binds == "each" or shared.additive:
            continue
        if shared.side != "ceiling" or shared.opposed:
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


GOOD = [
    {
        "indicators.yaml": """
indicators:
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
""",
        "county.yaml": """
plan: county
title: C
area: c
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: jobless, role: target, says: <6%}
""",
        "province.yaml": """
plan: province
title: P
area: p
period: 2021-2025
text:
  - {at: 二1, indicator: jobless, role: target, says: 6%以内}
""",
    },
]
BAD = [
    {
        "indicators.yaml": """
indicators:
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
""",
        "county.yaml": """
plan: county
title: C
area: c
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: jobless, role: target, says: 6%以内}  # <-
""",
        "province.yaml": """
plan: province
title: P
area: p
period: 2021-2025
text:
  - {at: 二1, indicator: jobless, role: target, says: 5.5%以内}
""",
    },
]
