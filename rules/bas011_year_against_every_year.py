"""A single year is like what is said of every year.

A bound that holds for every year holds for each. A plain 每年 is also said of a mean, so a year
may differ from it; hardly ever by half as many times as there are years, as the total of the
years does.
"""

from collections.abc import Iterator
from fractions import Fraction

from auditor.compare.bases import admitted, every_year
from auditor.compare.heads import HEADS, UNLIKE, heads_and_times
from auditor.compare.restate import counted_alike
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Held, Options, Verdict, hit, undecided

CODE = "BAS011"
NAME = "year-against-every-year"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A year is far from what is said of every year",
    "zh": "个别年份与“每年”的数字相差悬殊",
}
WHY = {
    "en": "A total of five years that is said of each is known by the one year printed beside it.",
    "zh": "把五年累计数写成每年数，与旁边的单年数一比即知。",
}
MESSAGE = {
    "en": "{printed} is said of every year of {period}, but {year} had {other}",
    "zh": "{period} 年逐年均为 {printed}，而 {year} 年为 {other}",
}
HELP = {
    "en": "check whether the yearly figure is a total of the years, and the year for a wrong digit",
    "zh": "请核对每年数是否实为累计数，并核对单年数有无笔误",
}
WRONG = {
    "en": "When that year was unlike the others and the figure is a mean; print 年均 for a mean.",
    "zh": "该年情况特殊、而前者实为平均数的，应写作“年均”。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for every, year in every_year(plan):
        if not counted_alike(every.unit, year.unit):
            yield undecided(year, UNLIKE)
        elif heads_and_times(every, year):
            yield undecided(year, HEADS)
        elif not _far(every, year):
            yield Held((every, year))
        else:
            period = str(every.key.period)
            of_year = str(year.key.period)
            yield hit(
                every, year, printed=cited(every), period=period, year=of_year, other=cited(year)
            )


def _far(every: Fact, year: Fact) -> bool:
    period, apart = every.key.period, not admitted(every).meets(admitted(year))
    if period is None or every.figure.bound != "=":
        return apart
    many = max(Fraction(period.years, 2), Fraction(2))
    less, more = sorted((every.value, year.value))
    return apart and less >= 0 and more > less * many


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 每年5万人}
  - {at: 一1, indicator: jobs, role: actual, time: 2018, says: 5.8万人}
  - {at: 一1, indicator: jobs, role: actual, time: 2020, says: 4.1万人}
  - {at: 一2, indicator: jobs, scope: 青年, role: actual, period: 2016-2020, says: 每年不少于2万人}
  - {at: 一2, indicator: jobs, scope: 青年, role: actual, time: 2020, says: 19960人}
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
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 45万人, basis: annual}  # <-
  - {at: 一1, indicator: jobs, role: actual, time: 2020, says: 9万人}
  - {at: 一2, indicator: jobs, scope: 青年, role: actual, period: 2016-2020, says: 每年不少于2万人}  # <-
  - {at: 一2, indicator: jobs, scope: 青年, role: actual, time: 2019, says: 1.2万人}
""",
]
