"""What several plans say of one area is one thing; what its own plan says is held to be right."""

from collections.abc import Iterator

from auditor.compare.heads import HEADS, heads_and_times
from auditor.compare.quotes import quotes
from auditor.compare.restate import Agreement, agreed, apart, as_compared, why_unlike
from auditor.compare.rollup import Run
from auditor.facts import base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance
from auditor.rule import Options, Verdict, hit, undecided
from auditor.wording import Wording, quote

CODE = "TXT007"
NAME = "plan-against-plan"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {"en": "Two plans state one figure differently", "zh": "不同规划所列同一指标数据不一致"}
WHY = {
    "en": "A county that quotes its province's target must quote it as the province printed it.",
    "zh": "引用上级目标时，应与上级文件所印一致。",
}
MESSAGE = {
    "en": "{place} prints {printed} for {area}, {plan} prints {other} ({other_place}): {apart} apart",
    "zh": "{place}所列 {area} 数据为 {printed}，规划 {plan} {other_place}为 {other}，相差 {apart}",
}
OPPOSED: Wording = {
    "en": "{place} prints {printed} for {area}, {plan} prints {other} ({other_place}): one is a floor, "
    "the other a ceiling",
    "zh": "{place}所列 {area} 数据为 {printed}，规划 {plan} {other_place}为 {other}，一为下限，一为"
    "上限",
}
HELP = {
    "en": "quote the other plan as it stands, or say which version is meant",
    "zh": "请按对方文件原文引用，或注明所据版本",
}
WRONG = {
    "en": "When the quote is from an earlier version, or from a plan of that area outside this run.",
    "zh": "引自对方此前版本或本次未检查的规划、并已注明出处的，不算误引。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for each in quotes(run):
        fact, other = each.fact, each.other
        if each.agreement is Agreement.UNLIKE:
            yield undecided(fact, why_unlike(fact, other))
        elif not each.agreement.conflicts:
            heads = heads_and_times(fact, other)
            yield undecided(fact, HEADS) if heads else agreed(fact, other)
        else:
            opposed = each.agreement is Agreement.OPPOSITE
            difference = apart(fact, other)
            yield hit(
                fact,
                other,
                message=OPPOSED if opposed else None,
                difference=None if opposed else difference,
                subject=each.name,
                place=quote(fact.entry.place),
                printed=cited(fact),
                area=quote(fact.key.area),
                plan=quote(other.origin.plan),
                other=cited(other),
                other_place=quote(other.entry.place),
                apart=distance(difference, base_unit(*as_compared(fact, other))),
            )


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
  - {at: 二1, indicator: jobs, role: target, says: 150万人以上, basis: cumulative}
"""
COUNTY = """
plan: county
title: C
area: c
period: 2021-2025
text:
  - {at: 一1, indicator: jobs, role: target, area: p, says: 150万人, basis: cumulative}
"""
SECOND = PROVINCE.replace("plan: province", "plan: master").replace("150万人以上", "160万人")
BASE = "  - {at: 一2, indicator: jobs, role: actual, area: p, time: 2020, says: 25.68万人}\n"
GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "c.yaml": COUNTY},
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE + BASE.replace("area: p, ", ""),
        "c.yaml": COUNTY + BASE.replace("25.68", "25.7"),
    },
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "c.yaml": COUNTY.replace(
            "150万人, basis: cumulative}", "160万人, basis: cumulative}  # <-"
        ),
    },
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "c.yaml": COUNTY.replace(
            "150万人, basis: cumulative}", "150万人以内, basis: cumulative}  # <-"
        ),
    },
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE + BASE.replace("area: p, ", ""),
        "c.yaml": COUNTY + BASE.replace("25.68万人}", "26.5万人}  # <-"),
    },
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "q.yaml": SECOND.replace("basis: cumulative}", "basis: cumulative}  # <-"),
    },
]
