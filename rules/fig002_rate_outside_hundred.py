"""A rate of a whole lies between 0 and 100 per cent."""

from collections.abc import Iterator

from auditor.facts import Plan
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
    "en": "check the decimal point; where more than 100 % is possible, say why in a comment: # audit: ignore[FIG002] …",
    "zh": "请核对小数点；该指标确可超过 100% 的，请以注释 # audit: ignore[FIG002] 写明理由",
}
WRONG = {
    "en": "When what is counted is no part of what it is divided by, as in gross enrolment (毛入学率).",
    "zh": "分子并非分母一部分的（如毛入学率、债务率），本可超过 100%。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for fact in plan.of_kind("rate"):
        if fact.unit != "percent" or not fact.figure.numeric:
            continue
        if fact.key.change or 0 <= fact.value <= 100:
            yield Held((fact,))
        else:
            yield hit(fact, printed=quote(fact.entry.says), value=shown(fact.value))


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  cover: {name: 参保率, kind: rate, unit: "%", better: more}
text:
  - {at: 二1, indicator: cover, role: target, says: 100%}
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
text:
  - {at: 二1, indicator: cover, role: target, says: 955%}  # <-
""",
]
