"""A rate is stated in per cent, a difference between rates in percentage points.

60 % raised by 5 per cent is 63 %; raised by 5 percentage points it is 65 %. The
shares of one whole are rates, and what a claim makes of two rates by taking one from the other is
a difference. What an amount is multiplied by as 1 + growth is in per cent.
"""

from collections.abc import Iterator

from auditor.compare.points import growths_in_points, rises_in_per_cent, shares_in_points
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Options, Verdict, hit
from auditor.wording import Wording, quote

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
SHARE: Wording = {
    "en": "{place} prints {printed} as a share of one whole, but percentage points measure a difference",
    "zh": "{place}以 {printed} 表示占比，而百分点只能表示差额",
}
RISE: Wording = {
    "en": "{place} prints {printed} for what lies between {one} and {other}: the difference of two "
    "rates is counted in percentage points",
    "zh": "{place}以 {printed} 表示 {one} 与 {other} 之差，而两个比率之差应以百分点计",
}
GROWTH: Wording = {
    "en": "{place} prints {printed} for the growth of an amount, {base}: that is told in per cent",
    "zh": "{place}以 {printed} 表示数量（{base}）的增幅，而数量的增幅应以百分比计",
}
IN_PER_CENT: Wording = {
    "en": "print % for the growth of an amount",
    "zh": "数量的增幅用“%”",
}
HELP = {
    "en": "print % for a level and 个百分点 for a rise or fall",
    "zh": "水平用“%”，升降幅度用“个百分点”",
}
WRONG = {
    "en": "When words around the figure make it a change, as a heading 提高（百分点） does, or "
    "when one rise is rightly printed both ways: 60 % to 65 % is 5 points and 8.3 %. Give the "
    "change an indicator of `kind: change`.",
    "zh": "表头等处已表明是升降幅度的（如“提高（百分点）”），或同一升幅的两种表述均属正确的（由60%"
    "升至65%，即提高5个百分点、增长8.3%），不算问题；应为该幅度另设 kind: change 的指标。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    changes: dict[tuple[object, ...], Fact] = {}
    for fact in plan.facts:
        if not fact.key.indicator or not fact.figure.numeric:
            continue
        if fact.unit == "percentage_point" and plan.kind(fact) == "rate" and not fact.figure.change:
            yield hit(fact, place=quote(fact.entry.place), printed=quote(fact.entry.says))
        elif fact.figure.moved_by and fact.unit in ("percent", "percentage_point"):
            known = [changes.setdefault(each, fact) for each in _subjects(plan, fact)]
            first = next((each for each in known if each.unit != fact.unit), fact)
            if first is not fact:
                yield hit(
                    fact,
                    first,
                    message=RESTATED,
                    place=quote(fact.entry.place),
                    printed=quote(fact.entry.says),
                    other_place=quote(first.entry.place),
                    other=quote(first.entry.says),
                )
    for wrong, *shares in shares_in_points(plan):
        if plan.kind(wrong) != "rate":
            place, printed = quote(wrong.entry.place), quote(wrong.entry.says)
            yield hit(wrong, *shares, message=SHARE, place=place, printed=printed)
    for change, one, other in rises_in_per_cent(plan):
        yield hit(
            change,
            one,
            other,
            message=RISE,
            place=quote(change.entry.place),
            printed=quote(change.entry.says),
            one=cited(one),
            other=cited(other),
        )
    for growth, base in growths_in_points(plan):
        yield hit(
            growth,
            base,
            message=GROWTH,
            help=IN_PER_CENT,
            place=quote(growth.entry.place),
            printed=quote(growth.entry.says),
            base=cited(base),
        )


def _subjects(plan: Plan, fact: Fact) -> Iterator[tuple[object, ...]]:
    """Return by what a change is one with another: its key, and of a change of a change its number.

    增速提高1个百分点 is not the growth itself, but 增长8.2个百分点 beside 增长8.2% is meant as one.
    """
    yield fact.key
    if plan.kind(fact) == "change":
        yield fact.key._replace(change=""), fact.figure.change, fact.figure.value


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  growth: {name: 技能人才增长, kind: change, unit: "%", better: more}
text:
  - {at: 一, indicator: growth, role: target, says: 增长8.2%}
  - {at: 二, indicator: growth, role: target, says: 提高1个百分点}
""",
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
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: u20, says: 47%}
  - {at: 一1, id: u25, says: 52%}
  - {at: 一1, id: points, says: 提高5个百分点}
  - {at: 一1, id: growth, says: 增长10.6%}
  - {at: 一2, id: before, says: 100%}
  - {at: 一2, id: after, says: 95%}
  - {at: 一2, id: fall, says: 降低5%}
  - {at: 一3, id: all, says: 52%}
  - {at: 一3, id: town, says: 47%}
  - {at: 一3, id: village, says: 5%}
claims:
  - {at: 一1, holds: u25 - u20 = points}
  - {at: 一1, holds: u25 / u20 - 1 = growth}
  - {at: 一2, holds: before - after = fall}
  - {at: 一3, holds: all = town + village}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  growth: {name: 技能人才增长, kind: change, unit: "%", better: more}
text:
  - {at: 一, indicator: growth, role: target, says: 增长8.2%}
  - {at: 二, indicator: growth, role: target, says: 增长8.2个百分点}  # <-
""",
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
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: u20, says: 47%}
  - {at: 一1, id: u25, says: 52%}
  - {at: 一1, id: rise, says: 提高5%}  # <-
  - {at: 一2, id: town, says: 60%}
  - {at: 一2, id: village, says: 40个百分点}  # <-
claims:
  - {at: 一1, holds: u25 - u20 = rise}
  - {at: 一2, shares: [town, village]}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: before, says: 600亿元}
  - {at: 一1, id: after, says: 780亿元}
  - {at: 一1, id: growth, says: 提高30个百分点}  # <-
claims:
  - {at: 一1, holds: after = before * (1 + growth)}
""",
]
