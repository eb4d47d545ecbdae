"""What a plan allots to its children adds up to its own target.

Amounts add up to the target, shares to a hundred per cent.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from auditor.compare.allotment import Allotted, allotments
from auditor.compare.rollup import Run
from auditor.facts import base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance, extent
from auditor.rule import Options, Verdict, held_sides, hit, undecided

CODE = "ROL008"
NAME = "allotment-sum"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {
    "en": "The allotments do not add up to the target",
    "zh": "分解数之和与目标不符",
}
WHY = {
    "en": "If all children do what they were allotted, the target is missed or overshot.",
    "zh": "各下级都完成分解任务，总目标仍会落空或超出。",
}
MESSAGE = {
    "en": "{count} allotments add up to {sum}, the target is {printed}: {apart} apart",
    "zh": "{count} 个分解数合计 {sum}，目标为 {printed}，相差 {apart}",
}
HELP = {
    "en": "look for a child that is missing or a wrong digit in an allotment, else correct the target",
    "zh": "请核对是否遗漏下级或分解数有误，否则更正目标",
}
WRONG = {
    "en": "When a part of the target is kept back at the parent's own level; allot it to an id of its own.",
    "zh": "上级本级留有一部分的，应单列一项作为本级分解数。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for each in allotments(run):
        facts = (*((each.target,) if each.target else ()), *each.by.values())
        unit = "percent" if each.in_shares else base_unit(facts[0])
        if each.hindrance is not None:
            yield undecided(facts[0], each.hindrance)
            continue
        if each.total.meets(each.whole):
            yield held_sides(facts, partial(_off, each), each.total, each.whole, unit=unit)
            continue
        yield hit(
            *facts,
            difference=abs(each.off),
            subject=each.name,
            count=len(each.by),
            sum=extent(each.total, unit),
            printed="100%" if each.in_shares else cited(facts[0]),
            apart=distance(abs(each.off), unit),
        )


def _off(found: Allotted) -> Fraction:
    """Return by how much the allotments are above the target as printed."""
    return found.off


SHARED = """
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
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


GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE},
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE.replace("80万人", "53%").replace("70万人", "47%"),
    },
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE.replace("70万人", "60万人").replace(
            "cumulative}", "cumulative}  # <-", 1
        ),
    },
]
