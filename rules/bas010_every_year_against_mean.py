"""What holds for every year holds for the mean of the years.

每年22万人 and 年均4.5万人 cannot both be true of the same years, whatever their rounding, and
however far a bound such as 每年不少于 leaves the years free.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from auditor.compare.bases import admitted
from auditor.compare.heads import HEADS, UNLIKE, heads_and_times
from auditor.compare.restate import counted_alike
from auditor.facts import Fact, Plan, base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance
from auditor.rule import Options, Verdict, held_sides, hit, undecided
from auditor.wording import quote

CODE = "BAS010"
NAME = "every-year-against-mean"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "The figure for every year is not that of the mean year",
    "zh": "每年数与年均数不符",
}
WHY = {
    "en": "Years that are all alike have no other mean; often one of the two is the total of the years.",
    "zh": "各年相同，年均数必与之相同；两者不符，往往是把累计数写成了年度数。",
}
MESSAGE = {
    "en": "{place} prints {printed} for every year, {other_place} {other} as their mean: {apart} apart",
    "zh": "{place}为 {printed}（每年），{other_place}为 {other}（年均），相差 {apart}",
}
HELP = {
    "en": "find out which of the two is right, and whether one is a total of the years",
    "zh": "请核实以何者为准，并核对其中一处是否实为累计数",
}
WRONG = {
    "en": "When 每年 tells what has been reached by the last year; give that figure its `time:`.",
    "zh": "“每年”系指到末年达到的水平、并非逐年如此的，应以 time: 注明年份。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for key, (yearly, *_) in plan.quantities.items():
        means = plan.quantities.get(key._replace(basis="average"), ())
        if key.basis != "annual" or not means or key.change:
            continue
        mean, heads = means[0], heads_and_times(yearly, means[0])
        if heads or not counted_alike(yearly.unit, mean.unit):
            yield undecided(yearly, HEADS if heads else UNLIKE)
            continue
        if admitted(yearly).meets(admitted(mean)):
            off = partial(_off, yearly, mean)
            yield held_sides((yearly, mean), off, admitted(yearly), admitted(mean))
            continue
        apart = abs(yearly.value - mean.value)
        yield hit(
            yearly,
            mean,
            difference=apart,
            place=quote(yearly.entry.place),
            printed=cited(yearly),
            other_place=quote(mean.entry.place),
            other=cited(mean),
            apart=distance(apart, base_unit(yearly, mean)),
        )


def _off(yearly: Fact, mean: Fact) -> Fraction:
    """Return by how much the yearly figure is above the mean as printed, nothing within a bound."""
    bounded = yearly.figure.bound != "=" or mean.figure.bound != "="
    return Fraction(0) if bounded else (yearly.unrounded - mean.unrounded).nearest


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, indicator: jobs, role: target, says: 每年5万人以上}
  - {at: 三1, indicator: jobs, role: target, says: 年均5.2万人}
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 4.5万人, basis: annual}
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 年均44900人}
  - {at: 一1, indicator: jobs, scope: 青年, role: actual, period: 2016-2020, says: 年均9000人}
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
  - {at: 二1, indicator: jobs, role: target, says: 每年不少于6万人}  # <-
  - {at: 三1, indicator: jobs, role: target, says: 年均5.2万人}
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 每年22.44万人}  # <-
  - {at: 一1, indicator: jobs, role: actual, period: 2016-2020, says: 年均4.5万人}
""",
]
