"""A plan quotes another area's figure on the basis that the area's own plan states it on.

累计15万人 in the province's plan and 每年15万人 for the province in the county's are one number on
two bases: whoever quotes has lost or gained a word.
"""

from collections.abc import Iterator

from auditor.compare.quotes import rebased
from auditor.compare.rollup import Run
from auditor.finding import Severity
from auditor.phrases import basis_name, cited
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "TXT009"
NAME = "quote-on-another-basis"
SEVERITY = Severity.WARNING
SCOPE = "run"
TITLE = {
    "en": "A number is quoted as yearly that its own plan states as cumulative, or the reverse",
    "zh": "引用其他地区数字时年度与累计口径颠倒",
}
WHY = {
    "en": "The quote promises a multiple of what the other plan does, or a part of it.",
    "zh": "引用后的口径与原规划相差数倍，读者会误判上级要求。",
}
MESSAGE = {
    "en": "{place} prints {printed} for {area} ({basis}), {plan} prints {other} ({other_place}, "
    "{other_basis}): one number, two bases",
    "zh": "{place}所列 {area} 数据为 {printed}（{basis}），规划 {plan} {other_place}为 {other}"
    "（{other_basis}），数字相同而口径不同",
}
HELP = {
    "en": "quote the figure with its 累计 or 每年 as the other plan prints it",
    "zh": "请连同“累计”“每年”等字样按对方文件原文引用",
}
WRONG = {
    "en": "When the quote is from an earlier version of the other plan; let the document name it.",
    "zh": "引自对方此前版本、并已注明出处的，不算误引。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for each in rebased(run):
        fact, other = each.fact, each.other
        yield hit(
            fact,
            other,
            subject=each.name,
            place=quote(fact.entry.place),
            printed=cited(fact),
            area=quote(fact.key.area),
            basis=basis_name(fact),
            plan=quote(other.origin.plan),
            other=cited(other),
            other_place=quote(other.entry.place),
            other_basis=basis_name(other),
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
  - {at: 二1, indicator: jobs, role: target, says: 累计150万人以上}
"""
COUNTY = """
plan: county
title: C
area: c
period: 2021-2025
text:
  - {at: 一1, indicator: jobs, role: target, area: p, says: 每年30万人}
"""
GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "c.yaml": COUNTY},
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "c.yaml": COUNTY.replace("每年30万人", "五年150万人"),
    },
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "c.yaml": COUNTY.replace("每年30万人}", "每年150万人}  # <-"),
    },
]
