"""A rate of a whole lies between 0 and 100 per cent.

Rates that are no part of a whole, such as 毛入学率, an index or a growth, are told by their
indicator's name and passed over.
"""

import re
from collections.abc import Iterator

from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import shown
from auditor.rule import Held, Options, Verdict, hit
from auditor.wording import quote

CODE = "FIG002"
NAME = "rate-outside-hundred"
SEVERITY = Severity.WARNING
TITLE = {"en": "A rate lies outside 0 to 100 %", "zh": "比率超出 0～100%"}
WHY = {
    "en": "A part of a whole is never less than nothing or more than all of it.",
    "zh": "部分占总体的比率不会小于零，也不会大于百分之百。",
}
MESSAGE = {
    "en": "{printed} is {value} %, outside 0 to 100",
    "zh": "{printed} 即 {value}%，超出 0～100%",
}
HELP = {
    "en": "check the decimal point; where more than 100 % is possible, give the indicator its full name "
    "(毛入学率, 指数, 债务率 are known), or say why in a comment: # audit: ignore[FIG002] …",
    "zh": "请核对小数点；该指标确可超过 100% 的，请写全指标名称（毛入学率、指数、债务率等可以识别），"
    "或以注释 # audit: ignore[FIG002] 写明理由",
}
WRONG = {
    "en": "When what is counted is no part of what it is divided by, and the indicator's name does not "
    "say so, as that of gross enrolment (毛入学率) does.",
    "zh": "分子并非分母一部分、而名称又看不出来的（不像毛入学率、债务率），本可超过 100%。",
}
# Words in the names of rates that may exceed 100 %, and of those that may fall below 0 as well.
MAY_EXCEED = re.compile(
    "毛.*率|指数|债务率|负债率|杠杆率|充足率|拨备|偿付能力|流动性|存贷比|自给率|产销率|增值率|完成率|达成率"
    r"|\b(?:gross|index|indices|debt|leverage|adequacy|provision\w*|solvency|liquidity|completion|CPI|PPI)\b",
    re.IGNORECASE,
)
MAY_FALL = re.compile(r"增长|增速|增幅|涨幅|\b(?:growth|inflation|increase)\b", re.IGNORECASE)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for fact in plan.of_kind("rate"):
        if fact.unit != "percent" or not fact.figure.numeric:
            continue
        if fact.key.change or 0 <= fact.value <= 100 or _is_no_part(plan, fact):
            yield Held((fact,))
        else:
            yield hit(fact, printed=quote(fact.entry.says), value=shown(fact.value))


def _is_no_part(plan: Plan, fact: Fact) -> bool:
    """Return whether the indicator's name says that it may lie where the figure does."""
    name = plan.indicators[fact.key.indicator].name
    names = f"{name['zh']} {name['en']}"
    return bool(MAY_FALL.search(names) or (fact.value > 100 and MAY_EXCEED.search(names)))


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  cover: {name: 参保率, kind: rate, unit: "%", better: more}
  enrolment: {name: 高中阶段毛入学率, kind: rate, unit: "%", better: more}
  prices: {name: {en: Consumer price index, zh: 居民消费价格}, kind: rate, unit: "%"}
  debt: {name: 政府债务率, kind: rate, unit: "%", better: less}
  growth: {name: 地区生产总值增速, kind: rate, unit: "%", better: more}
text:
  - {at: 二1, indicator: cover, role: target, says: 100%}
  - {at: 二2, indicator: enrolment, role: target, says: 103.5%}
  - {at: 二3, indicator: prices, role: target, says: 103%左右}
  - {at: 二4, indicator: debt, role: target, says: 120%以内}
  - {at: 二5, indicator: growth, role: actual, time: 2020, says: -3.1%}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  cover: {name: 参保率, kind: rate, unit: "%", better: more}
  debt: {name: 政府债务率, kind: rate, unit: "%", better: less}
text:
  - {at: 二1, indicator: cover, role: target, says: 955%}  # <-
  - {at: 二2, indicator: debt, role: actual, time: 2020, says: -20%}  # <-
""",
]
