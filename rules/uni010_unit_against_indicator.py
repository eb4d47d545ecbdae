"""A figure is in a unit that its indicator can be counted in.

An indicator of 人 is not stated in 元 or %: another unit was printed, or another indicator is
meant. What is only counted is not told apart here, for posts are counted in 个 and in 人; where
statements of one quantity differ among themselves, that is told of them and not once more of
the indicator. What an amount is per (元/人, 吨/日) often goes without saying, and is passed over; so
are what a rate of a population counts (12/10万) and whether a mass of fuel is one of coal
equivalent.
"""

from collections.abc import Iterator, Sequence

from auditor.compare.heads import measured_unlike
from auditor.facts import Fact, Plan, rates
from auditor.figure import read_unit
from auditor.figure.words.units import COUNTED
from auditor.finding import Severity
from auditor.phrases import printed_unit, unit_in
from auditor.rule import Options, Verdict, hit
from auditor.units import MASSES_OF_FUEL, comparable, counted_in
from auditor.wording import Wording, quote

CODE = "UNI010"
NAME = "unit-against-indicator"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "A figure is in a unit that its indicator is not counted in",
    "zh": "数字的计量单位与指标不符",
}
WHY = {
    "en": "With another unit it is another quantity, and it is compared with nothing.",
    "zh": "单位不同即非同一指标，也无从与其他数字比对。",
}
MESSAGE = {
    "en": "{place} prints {printed}, in {unit}, but the indicator is counted in {other}",
    "zh": "{place}为 {printed}，以{unit}计，而该指标以{other}计",
}
HELP = {
    "en": "correct the unit, or the indicator that the figure is bound to; if the document is right, "
    "correct the indicator's `unit:`",
    "zh": "请更正单位或所属指标；原文无误的，请更正指标的 unit:",
}
OF_AN_AMOUNT: Wording = {
    "en": "if it is a growth, say so in the head of its column, as in 年均增长(%), or give it a row of its "
    'own, under an indicator of `kind: change` and `unit: "%"`; else correct the unit or the indicator',
    "zh": "确为增长幅度的，列名 head: 应如“年均增长(%)”照录，或另设一行，归入 kind: change、"
    'unit: "%" 的指标；否则请更正单位或所属指标',
}
WRONG = {
    "en": "When a plan tells one matter in two ways, as an amount and as a share; give each an "
    "indicator of its own.",
    "zh": "同一事项分别以数量、以占比表述的，不算问题，应各设指标。",
}
ALIKE = (COUNTED, {"percent", "percentage_point"}, MASSES_OF_FUEL)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for key, group in plan.quantities.items():
        first = group[0]
        known = read_unit(plan.indicators[key.indicator].unit)
        if known is None or key.change or not first.unit or not _at_one(group):
            continue
        unit = known[1]
        if not rates.alike(first.unit, unit) and not _alike(
            counted_in(first.unit), counted_in(unit)
        ):
            yield hit(
                *group,
                help=OF_AN_AMOUNT if first.unit == "percent" else None,
                place=quote(first.entry.place),
                printed=quote(first.entry.says),
                unit=printed_unit(first).wording,
                other=unit_in(plan.indicators[key.indicator].unit, unit).wording,
            )


def _alike(one: str, other: str) -> bool:
    return comparable(one, other) or any({one, other} <= words for words in ALIKE)


def _at_one(group: Sequence[Fact]) -> bool:
    """Return whether all statements of a quantity are in units that can stand for one another."""
    return not any(measured_unlike(fact.unit, group[0].unit) for fact in group)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  posts: {name: 公益性岗位, kind: stock, unit: 个, better: more}
  sites: {name: 就业服务站, kind: stock, unit: 个, better: more}
  income: {name: 人均可支配收入, kind: stock, unit: 元, better: more}
  coal: {name: 供电煤耗, kind: rate, unit: 克/千瓦时, better: less}
  deaths: {name: 孕产妇死亡率, kind: rate, unit: 例/10万, better: less}
text:
  - {at: 一, indicator: jobs, role: target, says: 9000人, basis: cumulative}
  - {at: 二, indicator: jobs, role: actual, time: 2020, says: 0.2万人次}
  - {at: 三, indicator: jobs, role: actual, time: 2019, says: 增长5%}
  - {at: 四, indicator: sites, role: target, says: 30家}
  - {at: 五, indicator: posts, role: target, says: 30人}
  - {at: 六, indicator: income, role: target, says: 3.5万元/人}
  - {at: 七, indicator: coal, role: target, says: 300克标准煤/千瓦时}
  - {at: 八, indicator: deaths, role: target, says: 12.5/10万}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  power: {name: 装机容量, kind: stock, unit: 万千瓦, better: more}
tables:
  表1:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
      - {head: 2025年, role: target, time: 2025}
      - {head: 年均增长(%), role: target, basis: average}
    rows:
      - {row: 1, indicator: power, unit: 万千瓦, cells: [1150, 1600, 7.0]}
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
text:
  - {at: 一, indicator: jobs, role: target, says: 9000元, basis: cumulative}  # <-
  - {at: 一, indicator: jobs, role: actual, time: 2020, says: 0.2万人}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  roads: {name: 农村公路里程, kind: stock, unit: 公里, better: more}
tables:
  表1:
    columns: [{head: 2020年, role: baseline, time: 2020}]
    rows:
      - {row: 1, indicator: roads, unit: 亿元, cells: [1.2]}  # <-
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  power: {name: 装机容量, kind: stock, unit: 万千瓦, better: more}
tables:
  表1:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
      - {head: 2025年, role: target, time: 2025}
      - {head: 年均, role: target, unit: "%", basis: average}
    rows:
      - {row: 1, indicator: power, cells: [1150, 1600, 7.0]}  # <-
""",
]
