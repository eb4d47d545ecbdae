"""A range is a range wherever it is printed.

5—5.5% in one place and 5.5% in another are not one target.
"""

from collections.abc import Iterator

from auditor.compare.restate import objection, restatements
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict

CODE = "TXT008"
NAME = "range-as-one-end"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A range is printed as one of its ends elsewhere",
    "zh": "区间在别处只写了一端",
}
WHY = {
    "en": "Whoever quotes the single number makes the plan stricter or looser than it is.",
    "zh": "只引用其中一端，等于改变了目标。",
}
MESSAGE = {
    "en": "{place} prints {printed}, {other_place} prints {other}: one is a range, the other an end of it",
    "zh": "{place}为 {printed}，{other_place}为 {other}，一处为区间，另一处只是其中一端",
}
HELP = {
    "en": "print the range at both places, or the one number that is meant",
    "zh": "请统一写作区间，或统一为一个数值",
}
WRONG = {
    "en": "When the single number is meant as the lower or upper bound and says so with 以上 or 以内.",
    "zh": "单写一端而带“以上”“以内”的，是另一种表述，不属此列。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for restatement in restatements(plan):
        one, other = restatement.reference, restatement.other
        if not restatement.agreement.conflicts and (_is_end(one, other) or _is_end(other, one)):
            yield objection(restatement)


def _is_end(fact: Fact, range_: Fact) -> bool:
    """Return whether a plain number is one of the ends of a range."""
    if fact.figure.kind != "number" or range_.figure.kind != "range" or fact.figure.bound != "=":
        return False
    return fact.value in (range_.value, range_.upper)


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
  - {at: 二1, indicator: unemployment, role: target, says: 5—5.5%}
  - {at: 三1, indicator: unemployment, role: target, says: 5%—5.5%}
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
  - {at: 二1, indicator: unemployment, role: target, says: 5—5.5%}
  - {at: 三1, indicator: unemployment, role: target, says: 5.5%}  # <-
""",
]
