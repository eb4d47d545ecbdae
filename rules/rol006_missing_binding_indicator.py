"""A child states each binding indicator of its parent.

What binds the province (约束性) can only be kept if its counties take their part of it.
"""

from collections.abc import Iterator

from auditor.compare.rollup import Run
from auditor.compare.summary import Summary
from auditor.facts import Fact
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Hit, Options, Verdict, spot_at
from auditor.wording import quote

CODE = "ROL006"
NAME = "missing-binding-indicator"
SEVERITY = Severity.WARNING
SCOPE = "run"
TITLE = {
    "en": "A binding indicator of the parent is missing in a child",
    "zh": "下级规划缺少上级的约束性指标",
}
WHY = {
    "en": "The parent is assessed on it, and this child owes nothing towards it.",
    "zh": "上级须据此接受考核，而本规划未承接。",
}
MESSAGE = {
    "en": "{parent} binds {indicator} at {printed}; {child} has no target for it",
    "zh": "上级 {parent} 的约束性指标{indicator}（{printed}）在 {child} 中没有目标",
}
HELP = {
    "en": "add a target for the indicator, or name the plan that carries it",
    "zh": "请补列该指标的目标，或注明由其他规划承接",
}
WRONG = {
    "en": "When the indicator does not apply to the area, or another plan of the area states it.",
    "zh": "该指标不适用于本地区，或已由本地区其他规划列明的，不算遗漏。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for family in run.families():
        bound = {
            fact.key.indicator: fact
            for targets in family.parent.targets.values()
            for fact in targets
            if fact.entry.binding
        }
        for child in family.children:
            if child.whole and not child.context:
                yield from (
                    _missing(child, family.parent, fact)
                    for indicator, fact in bound.items()
                    if indicator not in child.aimed
                )


def _missing(child: Summary, parent: Summary, fact: Fact) -> Hit:
    return spot_at(
        child.path,
        child.marks["parent"],
        fact,
        plan=child.plan,
        parent=quote(parent.plan),
        child=quote(child.plan),
        indicator=parent.indicators[fact.key.indicator].name,
        printed=cited(fact),
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
  - {at: 二1, indicator: unemployment, role: target, attribute: 约束性, says: 4.5%以内}
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
CHANGED = """
indicators:
  unemployment: {name: 失业人数降低, kind: change, unit: "%", better: more}
"""


GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "n.yaml": NORTH},
    {
        "indicators.yaml": CHANGED,
        "p.yaml": PROVINCE.replace("4.5%以内", "〔13.5〕"),
        "n.yaml": NORTH.replace("4.5%以内", "降低13.5%"),
    },
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE.replace("约束性", "非约束性"),
        "n.yaml": NORTH.replace("unemployment, ", "jobs, ").replace("4.5%以内", "每年9000人"),
    },
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH.replace("parent: province", "parent: province  # <-")
        .replace("unemployment, ", "jobs, ")
        .replace("4.5%以内", "每年9000人"),
    },
]
