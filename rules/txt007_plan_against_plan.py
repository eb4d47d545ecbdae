"""What a plan says of another area is what that area's own plan says."""

from collections.abc import Iterator

from auditor.compare.restate import compare
from auditor.compare.rollup import Run
from auditor.compare.summary import Summary
from auditor.facts import Fact
from auditor.finding import Severity
from auditor.phrases import shown
from auditor.rule import Options, Verdict, held, hit

CODE = "TXT007"
NAME = "plan-against-plan"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {"en": "A plan misquotes another plan", "zh": "引用其他规划的数据不一致"}
WHY = {
    "en": "A county that quotes its province's target must quote it as the province printed it.",
    "zh": "引用上级目标时，应与上级文件所印一致。",
}
MESSAGE = {
    "en": "{place} prints {printed} for {area}, whose own plan prints {other} ({other_place}): {apart} apart",
    "zh": "{place}引用 {area} 为 {printed}，而该规划 {other_place} 为 {other}，相差 {apart}",
}
HELP = {
    "en": "quote the other plan as it stands, or say which version is meant",
    "zh": "请按对方文件原文引用，或注明所据版本",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    by_area: dict[str, Summary] = {}
    for summary in run.summaries:
        by_area.setdefault(summary.area, summary)
    for summary in run.summaries:
        for fact in () if summary.context else summary.quoted:
            own = by_area.get(fact.key.area)
            other = None if own is None or own is summary else _same(fact, own)
            if other is None or own is None:
                continue
            if not compare(fact, other).conflicts:
                yield held(fact, other)
                continue
            yield hit(
                fact,
                other,
                difference=abs(fact.value - other.value),
                subject=summary.indicators[fact.key.indicator].name,
                place=fact.entry.place,
                printed=fact.entry.says,
                area=fact.key.area,
                other=other.entry.says,
                other_place=other.entry.place,
                apart=shown(abs(fact.value - other.value)),
            )


def _same(fact: Fact, plan: Summary) -> Fact | None:
    key = fact.key
    found = plan.targets.get((key.indicator, key.scope, key.basis), ())
    return next((other for other in found if other.key == key), None)


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
GOOD = [{"indicators.yaml": SHARED, "p.yaml": PROVINCE, "c.yaml": COUNTY}]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "c.yaml": COUNTY.replace(
            "150万人, basis: cumulative}", "160万人, basis: cumulative}  # <-"
        ),
    },
]
