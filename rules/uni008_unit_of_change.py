"""A change is printed in the unit that its indicator is counted in: points, or per cent.

The difference between two rates is counted in percentage points, the growth of an amount in per
cent. The two are told apart by the indicator's `unit:` alone, so this asks and does not judge.
"""

from collections.abc import Iterator

from auditor.facts import Fact, Key, Plan
from auditor.figure import read_unit
from auditor.finding import Severity
from auditor.phrases import cited, unit_name
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "UNI008"
NAME = "unit-of-change"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A change is in per cent where its indicator is in points, or the reverse",
    "zh": "升降幅度所用的百分比、百分点与指标单位不一致",
}
WHY = {
    "en": "From 50 %, a rise of 5 % leads to 52.5 %, one of 5 percentage points to 55 %.",
    "zh": "同以50%为基数，提高5%为52.5%，提高5个百分点则为55%。",
}
MESSAGE = {
    "en": "{place} prints {printed}, but the indicator is counted in {unit}",
    "zh": "{place}为 {printed}，而该指标以{unit}计",
}
HELP = {
    "en": "print 个百分点 for the difference between two rates, % for the growth of an amount; if the "
    "document is right, correct the indicator's `unit:`",
    "zh": "两个比率之差用“个百分点”，数量的增幅用“%”；原文无误的，请更正指标的 unit:",
}
WRONG = {
    "en": "When one rise is rightly told the other way, as growth by 8.3 % from 60 % to 65 %; give it "
    "an indicator of its own.",
    "zh": "同一升幅换一种说法且属正确的（如由60%升至65%，即增长8.3%），不算问题，应另设指标。",
}
SHARES = {"percent", "percentage_point"}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    groups: dict[Key, list[Fact]] = {}
    for fact in plan.of_kind("change"):
        if fact.figure.numeric:
            groups.setdefault(fact.key, []).append(fact)
    for key, group in groups.items():
        known, units = read_unit(plan.indicators[key.indicator].unit), {fact.unit for fact in group}
        first, unit = group[0], known[1] if known else ""
        # 增速提高1个百分点 is right: how much the growth of an amount moves itself.
        moves = first.unit == "percentage_point" and bool(key.change)
        if units | {unit} == SHARES and len(units) == 1 and not moves:
            place, printed = quote(first.entry.place), cited(first)
            yield hit(*group, place=place, printed=printed, unit=unit_name(unit))


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  rise: {name: 服务业占比提高, kind: change, unit: 个百分点, better: more}
  growth: {name: 技能人才增长, kind: change, unit: "%", better: more}
  gdp: {name: 地区生产总值增速, kind: change, unit: "%", better: more}
  wages: {name: 工资提高, kind: change, unit: 元, better: more}
text:
  - {at: 二1, indicator: rise, role: target, says: 提高5个百分点}
  - {at: 二1, indicator: growth, role: target, says: 增长46%}
  - {at: 二1, indicator: gdp, role: target, says: 提高1.2个百分点}
  - {at: 二1, indicator: wages, role: target, says: 增长8%}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  rise: {name: 服务业占比提高, kind: change, unit: 个百分点, better: more}
  growth: {name: 技能人才增长, kind: change, unit: "%", better: more}
text:
  - {at: 二1, indicator: rise, role: target, says: 5%}  # <-
  - {at: 三1, indicator: rise, role: target, says: 5%}
  - {at: 一1, indicator: rise, role: actual, period: 2016-2020, says: 提高10%}  # <-
  - {at: 一1, indicator: growth, role: actual, period: 2016-2020, says: 46个百分点}  # <-
""",
]
