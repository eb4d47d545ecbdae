"""A binding target is a number.

What is binding (约束性) is assessed at the end of the period; words cannot be.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "FIG004"
NAME = "words-for-binding-target"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A binding target is told in words",
    "zh": "约束性指标没有写明数值",
}
WHY = {
    "en": "Nobody can tell at the end of the period whether a target in words was met.",
    "zh": "约束性指标要逐项考核，只写文字，期末无法判断是否完成。",
}
MESSAGE = {
    "en": "{place} is binding and says {printed}, which is no number",
    "zh": "{place}为约束性指标，目标写作“{printed}”，没有数值",
}
HELP = {
    "en": "print the number, or make the indicator an expected one (预期性)",
    "zh": "请写明数值，或改列为预期性指标",
}
WRONG = {
    "en": "When the words are themselves a number by definition, such as 动态清零 for none at any time.",
    "zh": "文字本身即有确定含义的（如“动态清零”即随时为零），不算问题。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for fact in plan.facts:
        entry = fact.entry
        if entry.binding and entry.role == "target" and fact.figure.kind == "words":
            yield hit(fact, place=quote(entry.place), printed=quote(entry.says))


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  people: {name: 就业人数, kind: stock, unit: 人, better: more}
  unemployment: {name: 城镇登记失业率, kind: rate, unit: "%", better: less}
tables:
  表1:
    columns: [{head: 2025年目标, role: target, time: 2025}]
    rows:
      - {row: 1, indicator: unemployment, attribute: 约束性, cells: [4%以内]}
      - {row: 2, indicator: people, attribute: 预期性, cells: [稳步增加]}
      - {row: 3, indicator: jobs, attribute: 非约束性, cells: [稳步增加]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  people: {name: 就业人数, kind: stock, unit: 人, better: more}
  unemployment: {name: 城镇登记失业率, kind: rate, unit: "%", better: less}
tables:
  表1:
    columns: [{head: 2025年目标, role: target, time: 2025}]
    rows:
      - {row: 1, indicator: people, attribute: 约束性, cells: [稳步增加]}  # <-
""",
]
