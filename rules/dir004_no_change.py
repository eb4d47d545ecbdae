"""A target moves on from its baseline.

A level that is to be the same in five years may be meant so, and may be a copied cell.
"""

from collections.abc import Iterator

from auditor.compare.heads import kept_apart
from auditor.compare.periods import based, phased
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Options, Verdict, hit, undecided

CODE = "DIR004"
NAME = "no-change"
SEVERITY = Severity.NOTE
TITLE = {
    "en": "The target is the same as its baseline",
    "zh": "目标与基数相同",
}
WHY = {
    "en": "A cell copied from the column before looks just like it.",
    "zh": "从前一栏误抄也会如此。",
}
MESSAGE = {
    "en": "{target} is what {year} already had",
    "zh": "{target} 与 {year} 年水平相同",
}
HELP = {
    "en": "if the level is to be held, say so in the document (保持, 稳定在); else correct the target",
    "zh": "若为保持现有水平，请写明“保持”“稳定在”；否则更正目标",
}
WRONG = {
    "en": "When holding the level is the target, or when it cannot be surpassed, as 100 %.",
    "zh": "目标就是保持现有水平，或已达到极限（如 100%）的，不算问题。",
}
KEPT = ("保持", "稳定", "维持", "maintain", "keep", "hold")


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    one_of_all = phased(plan)
    for target, base in based(plan):
        plain = target.figure.bound == base.figure.bound == "="
        kept = any(word in target.entry.says for word in KEPT) or _at_its_limit(target)
        same = (target.value, target.upper) == (base.value, base.upper)
        if not (plain and same and plan.better(target)) or kept or id(target) in one_of_all:
            continue
        if reason := kept_apart(target, base):
            yield undecided(target, reason)
        else:
            yield hit(target, base, target=cited(target), year=str(base.key.period))


def _at_its_limit(fact: Fact) -> bool:
    """Return whether a figure cannot become better: 100 %, or none."""
    return fact.value == 0 or (fact.unit == "percent" and fact.value == 100)


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
text:
  - {at: 一1, indicator: people, role: actual, time: 2020, says: 1000人}
  - {at: 二1, indicator: people, role: target, says: 1200人}
  - {at: 一1, indicator: unemployment, role: actual, time: 2020, says: 4%}
  - {at: 二1, indicator: unemployment, role: target, says: 稳定在4%}
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
text:
  - {at: 一1, indicator: people, role: actual, time: 2020, says: 1000人}
  - {at: 二1, indicator: people, role: target, says: 1000人}  # <-
""",
]
