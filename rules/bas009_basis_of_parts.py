"""Parts and whole fit when all are taken over the same years.

Where a part is stated for each year and its whole for all of them, the printed numbers are not
like with like: the yearly one is taken as many times as it has years before they are compared.
"""

from collections.abc import Iterator

from auditor.compare.bases import is_yearly, on_two_bases, totals
from auditor.compare.claims import outcomes
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import basis_name, cited, distance, extent
from auditor.rule import Held, Options, Verdict, hit, undecided
from auditor.wording import Wording

CODE = "BAS009"
NAME = "basis-of-parts"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "Parts and whole are on different bases and do not fit",
    "zh": "分项与总数口径不同，折算后不符",
}
WHY = {
    "en": "What is done in one year is no part of what is done in five before it is taken five times.",
    "zh": "年度数须乘以年数才能与五年累计数加总、比较，直接相加必然失实。",
}
MESSAGE = {
    "en": "{one} ({basis}) and {other} ({other_basis}): taken over the same years, the parts come to "
    "{parts} and the whole to {whole}, {apart} apart",
    "zh": "{one}（{basis}）与 {other}（{other_basis}）口径不同：按同一期间折算，分项合计 {parts}，"
    "总数 {whole}，相差 {apart}",
}
HELP = {
    "en": "find out which basis is meant, and state parts and whole on one",
    "zh": "请核实究竟是年度数还是累计数，分项与总数统一口径",
}
WRONG = {
    "en": "When the yearly figure holds for some of the years only; give it their `period:`.",
    "zh": "年度数只适用于其中几年的，应以 period: 注明起止年份。",
}
UNKNOWN: Wording = {
    "en": "parts and whole are on different bases, and for which years is not told of all",
    "zh": "分项与总数口径不同，且未全部注明起止年份，无法折算比较",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for outcome in outcomes(plan):
        if outcome.unlike or outcome.mixed or not on_two_bases(outcome):
            continue
        *parts, whole = outcome.facts
        over_years = totals(outcome)
        if over_years is None:
            yield undecided(whole, UNKNOWN)
            continue
        if over_years.holds:
            yield Held(outcome.facts)
            continue
        odd = [part for part in parts if is_yearly(part) != is_yearly(whole)]
        one, other = (odd[0], whole) if len(odd) < len(parts) or not parts[1:] else (whole, odd[0])
        yield hit(
            one,
            other,
            *(fact for fact in outcome.facts if fact is not one and fact is not other),
            difference=over_years.apart,
            one=cited(one),
            basis=basis_name(one),
            other=cited(other),
            other_basis=basis_name(other),
            parts=extent(over_years.parts, outcome.unit),
            whole=extent(over_years.whole, outcome.unit),
            apart=distance(over_years.apart, outcome.unit),
        )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, id: trained, indicator: training, role: target, says: 五年50万人次}
  - {at: 二1, id: herders, indicator: training, scope: 农牧民, role: target, says: 每年8万人次}
  - {at: 二1, id: others, indicator: training, scope: 其他, role: target, says: 五年10万人次}
  - {at: 二1, id: young, indicator: training, scope: 青年, role: target, says: 每年不少于1万人次}
  - {at: 一1, id: all, indicator: jobs, role: actual, period: 2016-2020, says: 34人, basis: cumulative}
  - {at: 一1, id: last, indicator: jobs, scope: 新认定, role: actual, time: 2020, says: 12人}
claims:
  - {at: 二1, whole: trained, parts: [herders, others]}
  - {at: 二1, whole: trained, of_which: [young]}
  - {at: 一1, whole: all, of_which: [last]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
text:
  - {at: 二1, id: trained, indicator: training, role: target, says: 五年50万人次}
  - {at: 二1, id: herders, indicator: training, scope: 农牧民, role: target, says: 每年40万人次}  # <-
  - {at: 二1, id: others, indicator: training, scope: 其他, role: target, says: 五年10万人次}
claims:
  - {at: 二1, whole: trained, parts: [herders, others]}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
text:
  - {at: 二1, id: trained, indicator: training, role: target, says: 每年10万人次}  # <-
  - {at: 二1, id: herders, indicator: training, scope: 农牧民, role: target, says: 五年8万人次}
  - {at: 二1, id: others, indicator: training, scope: 其他, role: target, says: 五年2万人次}
  - {at: 三1, id: young, indicator: training, scope: 青年, role: target, says: 五年60万人次}  # <-
claims:
  - {at: 二1, whole: trained, parts: [herders, others]}
  - {at: 三1, whole: trained, of_which: [young]}
""",
]
