"""One quantity is stated in one kind of unit.

人 counts heads and 人次 attendances; a target printed in both has two meanings. The
counters of things (个, 家, 项, …) stand for one another and are not told apart here; nor is 元
from 元/人, for what an amount is per often goes without saying.
"""

from collections.abc import Iterator

from auditor.compare.heads import measured_unlike
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import cited, printed_unit
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "UNI002"
NAME = "mixed-units"
SEVERITY = Severity.ERROR
TITLE = {"en": "One quantity is stated in unlike units", "zh": "同一指标的计量单位不一致"}
WHY = {
    "en": "Unlike units are unlike promises, even when the numbers agree.",
    "zh": "单位不同，口径就不同，即使数字相同也无法一并考核。",
}
MESSAGE = {
    "en": "{place} prints {printed} in {unit}, {other_place} prints {other} in {other_unit}",
    "zh": "{place}为 {printed}，以{unit}计；{other_place}为 {other}，以{other_unit}计",
}
HELP = {
    "en": "find out which unit is meant and print it at all places",
    "zh": "请核实应以何种单位计，并统一各处单位",
}
WRONG = {
    "en": "When the plan means two things by one name, such as persons trained and person-times "
    "of training, or an amount and its share. Give each an indicator of its own.",
    "zh": "原文本是两项指标的（如培训人数与培训人次、数量与占比），单位自然不同，不算问题；应分设"
    "两个指标。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for group in plan.quantities.values():
        first = group[0]
        unlike = [fact for fact in group[1:] if measured_unlike(fact.unit, first.unit)]
        if unlike:
            other = unlike[0]
            yield hit(
                other,
                first,
                *unlike[1:],
                place=quote(other.entry.place),
                printed=cited(other),
                unit=printed_unit(other).wording,
                other_place=quote(first.entry.place),
                other=cited(first),
                other_unit=printed_unit(first).wording,
            )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  transfer: {name: 劳动力输转, kind: flow, unit: 人, better: more}
  bases: {name: 示范基地, kind: stock, unit: 个, better: more}
  fee: {name: 次均费用, kind: rate, unit: 元/人次, better: less}
text:
  - {at: 二1, indicator: transfer, role: target, says: 45万人, basis: cumulative}
  - {at: 三1, indicator: transfer, role: target, says: 450000人, basis: cumulative}
  - {at: 二1, indicator: bases, role: target, says: 30个}
  - {at: 三1, indicator: bases, role: target, says: 30家}
  - {at: 二2, indicator: fee, role: target, says: 920元/人次}
  - {at: 三2, indicator: fee, role: target, says: 920元}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  transfer: {name: 劳动力输转, kind: flow, unit: 人, better: more}
tables:
  表2:
    columns:
      - {head: 2025年目标, role: target, time: 2025}
    rows:
      - {row: 4, indicator: transfer, unit: 万人, cells: [〔45〕]}
text:
  - {at: 二1, indicator: transfer, role: target, says: 45万人次, basis: cumulative}  # <-
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  fee: {name: 次均费用, kind: rate, unit: 元/人次, better: less}
text:
  - {at: 二2, indicator: fee, role: target, says: 920元/人次}
  - {at: 三2, indicator: fee, role: target, says: 920元/人}  # <-
""",
]
