"""A change told from a base year is the difference between that year's level and the target.

比2020年提高7个百分点 has to lead from the level of 2020 to the target. Nothing is said where one of
the two levels is not printed, nor of per cent of a rate, which UNI003 looks at; growth of a sum of
money that does not fit is undecided, as it may be told at constant prices.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from auditor.compare.rises import Rise, rises
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import cited, distance, quantity
from auditor.rule import Options, Verdict, held_sides, hit, undecided
from auditor.wording import Wording

CODE = "BAS013"
NAME = "change-against-levels"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "A change is not what lies between the levels",
    "zh": "升降幅度与基期、目标水平不符",
}
WHY = {
    "en": "Of base, target and change any two make the third; one of them is wrong.",
    "zh": "基期数、目标数与升降幅度知其二即可推算其三，三者不符必有一误。",
}
MESSAGE = {
    "en": "{printed}, but from {start} in {year} to {target} in {end} it is {side} {implied}",
    "zh": "{printed}，而由 {year} 年的 {start} 到 {end} 年的 {target}，应为{side} {implied}",
}
HELP = {
    "en": "find out which of the three is wrong, and correct it",
    "zh": "请核实三处数字何者有误，并予更正",
}
WRONG = {
    "en": "When the base was revised, or counted in another way, after the change was worked out; "
    "give what is counted otherwise a `scope:`.",
    "zh": "推算升降幅度后基期数又经修订、或统计口径已调整的，不算问题；口径不同的应注明 scope:。",
}
UP: Wording = {"en": "up", "zh": "提高"}
DOWN: Wording = {"en": "down", "zh": "降低"}
AT_SOME_PRICES: Wording = {
    "en": "the two levels make another growth, and that of a sum of money may be told at constant prices",
    "zh": "与两处水平数推算的增幅不同，而金额的增幅可能按可比价计算，无法判定",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for each in rises(plan):
        told, implied = each.told, each.implied
        if told.meets(implied):
            facts, off = (each.change, each.start, each.end), partial(_off, each)
            yield held_sides(facts, off, told, implied, unit=each.unit)
        elif each.at_some_prices:
            yield undecided(each.change, AT_SOME_PRICES)
        else:
            yield _objection(each)


def _off(each: Rise) -> Fraction:
    return each.off


def _objection(each: Rise) -> Verdict:
    said = quantity if each.in_share else distance
    return hit(
        each.change,
        each.start,
        each.end,
        difference=abs(each.apart),
        printed=cited(each.change),
        start=cited(each.start),
        year=str(each.start.key.period),
        target=cited(each.end),
        end=str(each.end.key.period),
        side=UP if each.printed >= 0 else DOWN,
        implied=said(abs(each.printed), each.unit),
    )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  cover: {name: 参保率, kind: rate, unit: "%", better: more}
  beds: {name: 养老床位, kind: stock, unit: 张, better: more}
text:
  - {at: 一1, indicator: cover, role: actual, time: 2020, says: 70%}
  - {at: 二1, indicator: cover, role: target, says: 77%以上}
  - {at: 二1, indicator: cover, role: target, says: 比“十三五”末提高7个百分点}
  - {at: 一2, indicator: beds, role: actual, time: 2020, says: 2500张}
  - {at: 二2, indicator: beds, role: target, says: 3000张}
  - {at: 二2, indicator: beds, role: target, says: 比2020年增长20%}
  - {at: 二2, indicator: beds, role: target, says: 比2020年增加500张}
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
  beds: {name: 养老床位, kind: stock, unit: 张, better: more}
text:
  - {at: 一1, indicator: cover, role: actual, time: 2020, says: 70%}
  - {at: 二1, indicator: cover, role: target, says: 77%}
  - {at: 二1, indicator: cover, role: target, says: 比2020年提高5个百分点}  # <-
  - {at: 一2, indicator: beds, role: actual, time: 2020, says: 2500张}
  - {at: 二2, indicator: beds, role: target, says: 3000张}
  - {at: 二2, indicator: beds, role: target, says: 比2020年增长25%}  # <-
""",
]
