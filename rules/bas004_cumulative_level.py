"""A level or a rate is never cumulative.

A rate of 95 % in each of five years is 95 %, not 475 %; a stock is counted at a date. A change
of a level may be cumulative, and 累计建成46万亩 is all there is of a stock by a date.
"""

from collections.abc import Iterator

from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Options, Verdict, hit
from auditor.wording import Wording

CODE = "BAS004"
NAME = "cumulative-level"
SEVERITY = Severity.ERROR
TITLE = {"en": "A level or a rate is marked cumulative", "zh": "存量或比率指标标注为累计数"}
WHY = {
    "en": "Levels and rates hold at a date; added up over years they mean nothing.",
    "zh": "存量和比率只在某一时点成立，逐年累加没有意义。",
}
MESSAGE = {
    "en": "{printed} is cumulative, but the indicator is a {kind}",
    "zh": "{printed} 标注为累计，而该指标是{kind}",
}
HELP = {
    "en": "if it is all there is by a date, say `basis: none`; if years do add up, the indicator is a "
    "flow (`kind: flow`); if it is the change over the years, give it a row of its own under an "
    "indicator of kind change",
    "zh": "如指截至某年的总规模，请注明 basis: none；如确为逐年相加，应将指标类型改为流量（kind: flow）；"
    "如系规划期内的累计升降幅度，应另列一行，归入 kind: change 的指标",
}
WRONG = {
    "en": "When 累计 means all there is by a date and no sum of the plan's years; 累计建成, 累计达到 and "
    "累计拥有 are read so, of anything else say `basis: none`.",
    "zh": "“累计”指截至某年的历年总规模、而非规划期内新增的，不算问题：“累计建成”“累计达到”“累计拥有”"
    "即作此解，其他写法请注明 basis: none。",
}
KINDS: dict[str, Wording] = {
    "stock": {"en": "level", "zh": "存量"},
    "rate": {"en": "rate", "zh": "比率"},
}
REACHED = ("累计建成", "累计达到", "累计拥有")


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for fact in plan.of_kind(*KINDS):
        told = fact.entry.basis or fact.figure.basis
        if told != "cumulative" or fact.key.change:
            continue
        if not (_is_reached(plan, fact) or _stands_beside_a_level(plan, fact)):
            yield hit(fact, printed=cited(fact), kind=KINDS[plan.kind(fact)])


def _is_reached(plan: Plan, fact: Fact) -> bool:
    """Return whether a figure prints all there is of a stock, which nothing else calls a sum of years."""
    stock = plan.kind(fact) == "stock" and not fact.entry.basis
    words = ("累计",) if fact.key.role == "actual" else REACHED
    return stock and any(word in fact.figure.printed for word in words)


def _stands_beside_a_level(plan: Plan, fact: Fact) -> bool:
    """Return whether its row prints the level as well: 〔0.8〕 beside 11.3 is what that rises by."""
    entry = fact.entry
    return entry.origin == "table" and any(
        other.key.subject == fact.key.subject
        and other.entry.table == entry.table
        and (other.entry.place, other.entry.role) == (entry.place, "target")
        and other.entry.column != entry.column
        and not (other.entry.basis or other.figure.basis)
        for other in plan.of_kind(plan.kind(fact))
    )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  cover: {name: 参保率, kind: rate, unit: "%", better: more}
  rise: {name: 参保率提高, kind: change, unit: 个百分点, better: more}
text:
  - {at: 二1, indicator: cover, role: target, says: 95%}
  - {at: 二1, indicator: cover, role: target, says: 累计提高5个百分点}
  - {at: 表1, indicator: rise, role: target, says: 〔5〕}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  fields: {name: 高标准农田, kind: stock, unit: 万亩, better: more}
text:
  - {at: 二1, indicator: fields, role: actual, time: 2020, says: 累计改造41万亩, basis: none}
  - {at: 二1, indicator: fields, role: target, says: 累计建成46万亩}
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
  - {at: 二1, indicator: cover, role: target, says: 〔95%〕}  # <-
""",
]
