"""A plan quotes another area's figure in the unit that the area's own plan prints.

15万人次 is no quote of 15万人, although the number is the same. Only units that both print are
told apart, not those that are the indicator's; and not where a plan itself mixes them.
"""

from collections.abc import Iterator

from auditor.compare.heads import printed_unlike
from auditor.compare.quotes import quotes
from auditor.compare.rollup import Run
from auditor.finding import Severity
from auditor.phrases import cited, printed_unit
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "UNI009"
NAME = "mixed-units-between-plans"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {
    "en": "Two plans state one figure in unlike units",
    "zh": "不同规划所列同一指标的计量单位不一致",
}
WHY = {
    "en": "Who quotes persons as person-times quotes another promise, though the number is right.",
    "zh": "把“人”引作“人次”，数字虽同，口径已变。",
}
MESSAGE = {
    "en": "{place} prints {printed} for {area}, in {unit}; {plan} prints {other} ({other_place}), in "
    "{other_unit}",
    "zh": "{place}所列 {area} 数据为 {printed}，以{unit}计；规划 {plan} {other_place}为 {other}，以"
    "{other_unit}计",
}
HELP = {
    "en": "quote the other plan with its unit, as it stands there",
    "zh": "请连同计量单位按对方文件原文引用",
}
WRONG = {
    "en": "When the other plan means a second quantity by the name, which its sheet does not hold.",
    "zh": "对方文件另有以该单位计的同名指标、而表单未录的，不算误引。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    mixed = {key for summary in run.summaries for key in summary.mixed}
    for each in quotes(run):
        fact, other = each.fact, each.other
        if fact.key not in mixed and printed_unlike(fact, other):
            yield hit(
                fact,
                other,
                subject=each.name,
                place=quote(fact.entry.place),
                printed=cited(fact),
                area=quote(fact.key.area),
                unit=printed_unit(fact).wording,
                plan=quote(other.origin.plan),
                other=cited(other),
                other_place=quote(other.entry.place),
                other_unit=printed_unit(other).wording,
            )


SHARED = """
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
"""
PROVINCE = """
plan: province
title: P
area: p
period: 2021-2025
text:
  - {at: 二1, indicator: training, role: target, says: 15万人, basis: cumulative}
"""
COUNTY = """
plan: county
title: C
area: c
period: 2021-2025
text:
  - {at: 一1, indicator: training, role: target, area: p, says: 累计15万人}
"""
GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "c.yaml": COUNTY},
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "c.yaml": COUNTY.replace("15万人", "15万")},
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "c.yaml": COUNTY.replace("累计15万人}", "累计15万人次}  # <-"),
    },
]
