"""A child's share of the target is near its share of the whole.

Where one county in ten is asked for a third of the jobs, the reader wants to know why. Where
the size of one child is not told, it is undecided for all.
"""

from collections.abc import Iterator
from fractions import Fraction

from auditor.compare.rollup import Run
from auditor.compare.weights import unweighed, weighed
from auditor.finding import Severity
from auditor.phrases import cited, shown
from auditor.rule import Held, Option, Options, Verdict, hit, undecided
from auditor.wording import quote

CODE = "ROL010"
NAME = "share-off-weight"
SEVERITY = Severity.NOTE
SCOPE = "run"
TITLE = {
    "en": "A child's share of the target is far from its size",
    "zh": "下级所占任务比重与其规模相差较大",
}
WHY = {
    "en": "A digit too many or too few shows in the share before it shows anywhere else.",
    "zh": "多一位或少一位数字，最先从比重上看出来。",
}
MESSAGE = {
    "en": "{child} carries {share} % of {other} with {weight} % of {name}",
    "zh": "{child} 承担 {other} 的 {share}%，而{name}占 {weight}%",
}
HELP = {
    "en": "check the digits of the target; if the share is meant, say why in the plan",
    "zh": "请核对目标数字；如确系有意倾斜，请在规划中说明",
}
WRONG = {
    "en": "When the indicator does not go with size, as support for one poor county does not.",
    "zh": "任务与规模无关（如向困难地区倾斜）的，不算问题。",
}
OPTIONS = {
    "tolerance": Option(
        Fraction(1, 2),
        {
            "en": "how far a share may stray where the plan does not say, as a part of the weight",
            "zh": "规划未写明时，占比允许偏离权重的比例",
        },
    ),
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for each in weighed(run):
        tolerance = options["tolerance"] if each.tolerance is None else each.tolerance
        child, parent = each.shared.child, each.shared.parent
        if each.share.meets(each.room(tolerance)):
            yield Held((child, parent))
            continue
        yield hit(
            child,
            parent,
            subject=each.shared.name,
            child=quote(child.origin.plan),
            share=shown(round(100 * child.value / parent.value, 1)),
            other=cited(parent),
            weight=shown(round(100 * each.size, 1)),
            name=quote(each.name),
        )
    for child, lacks in unweighed(run):
        yield undecided(child, lacks)


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
weights: {name: 常住人口, source: 人口普查, tolerance: 20%, by: {north: 520万人, south: 480万人}}
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
        "n.yaml": NORTH.replace("82万人, basis: cumulative}", "8.2万人, basis: cumulative}  # <-"),
    },
]
