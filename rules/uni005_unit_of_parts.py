"""Parts and whole are counted in one unit.

人 counts heads, 人次 counts attendances: a whole in one cannot have parts in the other, nor a
target in one be allotted in the other.
"""

from collections.abc import Iterator

from auditor.compare.claims import outcomes
from auditor.compare.heads import allotted_otherwise
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import cited, printed_unit
from auditor.rule import Hit, Options, Verdict, hit

CODE = "UNI005"
NAME = "unit-of-parts"
SEVERITY = Severity.ERROR
TITLE = {"en": "Parts and whole are in different units", "zh": "分项与总数的计量单位不同"}
WHY = {
    "en": "Only amounts of one kind can be added or compared: one person may attend three courses.",
    "zh": "只有同一口径的数量才能加总或比较：一人可以参加三次培训。",
}
MESSAGE = {
    "en": "{one} is in {unit}, {other} in {other_unit}: they cannot be parts of one whole",
    "zh": "{one} 以{unit}计，{other} 以{other_unit}计，不能作为同一总数加总或比较",
}
HELP = {
    "en": "find out which unit is meant, 人 or 人次, and print it at all places",
    "zh": "请核实究竟以人还是以人次计，并统一各处单位",
}
WRONG = {
    "en": "When the document says that each person is counted once, so that 人 and 人次 agree; or "
    "when the formula lacks a factor, such as persons per household. Enter that factor as a "
    "figure with its unit, and use it in the formula.",
    "zh": "文件已说明每人只计一次、人数与人次相同的，不算问题。算式漏列系数的（如户均人数），应将"
    "该系数连同计量单位录为一个数字，并列入算式。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for outcome in outcomes(plan):
        covers = outcome.claim.kind == "overlapping" and outcome.relation == ">="
        if not outcome.mixed or covers:  # each part has been held against the whole before
            continue
        first = (
            outcome.mixed[-1] if outcome.claim.kind in ("parts", "of_which") else outcome.mixed[0]
        )
        yield _told(first, [fact for fact in outcome.mixed if fact is not first])
    for target, parts in allotted_otherwise(plan):
        yield _told(parts[0], [target, *parts[1:]])


def _told(first: Fact, others: list[Fact]) -> Hit:
    other = next((fact for fact in others if fact.unit != first.unit), first)
    return hit(
        first,
        *others,
        one=cited(first),
        other=cited(other),
        unit=printed_unit(first).wording,
        other_unit=printed_unit(other).wording,
    )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: all, says: 10.33万人次}
  - {at: 一1, id: skilled, says: 3.59万人次}
claims:
  - {at: 一1, whole: all, of_which: [skilled]}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
text:
  - {at: 二1, indicator: training, role: target, says: 累计2.4万人}
allotted:
  - {at: 附表, indicator: training, basis: cumulative, by: {north: 60%, south: 40%}}
  - {at: 表4, indicator: training, basis: cumulative, by: {north: 1.4万, south: 1万}}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: all, says: 10.33万人}  # <-
  - {at: 一1, id: skilled, says: 3.59万人次}
claims:
  - {at: 一1, whole: all, of_which: [skilled]}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
text:
  - {at: 二1, indicator: training, role: target, says: 累计2.4万人次}
allotted:
  - {at: 表4, indicator: training, basis: cumulative, by: {north: 1.4万人, south: 1万人}}  # <-
""",
]
