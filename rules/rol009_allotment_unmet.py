"""A child's target meets what its parent has allotted to it.

A child that plans for less than its part leaves the rest to nobody.
"""

from collections.abc import Iterator

from auditor.compare.allotment import allotments
from auditor.compare.rollup import Run
from auditor.facts import base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance
from auditor.rule import Held, Options, Verdict, hit, undecided
from auditor.wording import quote

CODE = "ROL009"
NAME = "allotment-unmet"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {
    "en": "A child's target falls short of its allotment",
    "zh": "下级目标未达到分解任务",
}
WHY = {
    "en": "The parent counts on it, and no other child has been asked to make up for it.",
    "zh": "上级已将任务分解到本地，差额无人承担。",
}
MESSAGE = {
    "en": "{child} plans {printed}, {parent} allots {allotted} to it: {apart} apart",
    "zh": "{child} 的目标为 {printed}，上级 {parent} 分解 {allotted}，相差 {apart}",
}
HELP = {
    "en": "bring the target up to the allotment, or have the allotment changed",
    "zh": "请与分解任务衔接，或商上级调整分解数",
}
WRONG = {
    "en": "When the allotment was changed after the parent's plan was printed; quote the decision in a suppression.",
    "zh": "上级规划印发后又调整过分解数的，可注明依据后豁免。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for each in allotments(run):
        for child, allotted, own, short in each.met(run):
            if reason := each.kept_apart(allotted, own):
                yield undecided(own, reason)
                continue
            if not short:
                yield Held((own, allotted))
                continue
            yield hit(
                own,
                allotted,
                difference=short,
                subject=each.name,
                child=quote(child),
                printed=cited(own),
                parent=quote(each.plan.plan),
                allotted=cited(allotted),
                apart=distance(short, base_unit(own)),
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
allotted:
  - {at: 表3, indicator: jobs, basis: cumulative, by: {north: 80万人, south: 70万人}}
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
        "n.yaml": NORTH.replace("82万人, basis: cumulative}", "72万人, basis: cumulative}  # <-"),
    },
]
