"""A rate is stated in per cent, a difference between rates in percentage points.

60 % raised by 5 per cent is 63 %; raised by 5 percentage points it is 65 %.
"""

from collections.abc import Iterator

from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit
from auditor.wording import Wording

CODE = "UNI003"
NAME = "percent-or-points"
SEVERITY = Severity.ERROR
TITLE = {"en": "Per cent and percentage points are confused", "zh": "百分比与百分点混用"}
WHY = {
    "en": "The two differ by a factor that depends on the base; a reader cannot guess which is meant.",
    "zh": "两者相差多少取决于基数，读者无从判断究竟指哪一种。",
}
MESSAGE = {
    "en": "{place} prints {printed} as the level of a rate, but percentage points measure a difference",
    "zh": "{place}以 {printed} 表示比率的水平，而百分点只能表示差额",
}
RESTATED: Wording = {
    "en": "{place} prints {printed}, {other_place} prints {other}: per cent at one, points at the other",
    "zh": "{place}为 {printed}，{other_place}为 {other}，一为百分比，一为百分点",
}
HELP = {
    "en": "print % for a level and 个百分点 for a rise or fall",
    "zh": "水平用“%”，升降幅度用“个百分点”",
}
WRONG = {
    "en": "When words around the figure make it a change, as a heading 提高（百分点） does, or "
    "when one rise is rightly printed both ways: 60 % to 65 % is 5 points and 8.3 %. Give the "
    "change an indicator of kind: change.",
    "zh": "表头等处已表明是升降幅度的（如“提高（百分点）”），或同一升幅的两种表述均属正确的（由60%"
    "升至65%，即提高5个百分点、增长8.3%），不算问题；应为该幅度另设 kind: change 的指标。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    changes: dict[tuple[object, ...], Fact] = {}
    for fact in plan.facts:
        if not fact.key.indicator or not fact.figure.numeric:
            continue
        if fact.unit == "percentage_point" and plan.kind(fact) == "rate" and not fact.figure.change:
            yield hit(fact, place=fact.entry.place, printed=fact.entry.says)
        elif fact.key.change and fact.unit in ("percent", "percentage_point"):
            first = changes.setdefault(fact.key, fact)
            if first.unit != fact.unit:
                yield hit(
                    fact,
                    first,
                    message=RESTATED,
                    place=fact.entry.place,
                    printed=fact.entry.says,
                    other_place=first.entry.place,
                    other=first.entry.says,
                )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  share: {name: 服务业就业占比, kind: rate, unit: "%", better: more}
text:
  - {at: 二1, indicator: share, role: target, says: 48%}
  - {at: 三1, indicator: share, role: target, says: 提高5个百分点}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  share: {name: 服务业就业占比, kind: rate, unit: "%", better: more}
text:
  - {at: 二1, indicator: share, role: target, says: 48个百分点}  # <-
  - {at: 二1, indicator: share, role: actual, time: 2020, says: 提高5个百分点}
  - {at: 三1, indicator: share, role: actual, time: 2020, says: 提高5%}  # <-
""",
]
