"""A cumulative target does not imply a yearly mean below the base year.

Where no total is printed, the years are added up when all of them are.
"""

from collections.abc import Iterator

from auditor.compare.heads import kept_from_base
from auditor.compare.periods import based, phasings
from auditor.compare.sums import printed, stated
from auditor.facts import Fact, Plan, base_unit
from auditor.finding import Severity
from auditor.phrases import cited, quantity
from auditor.rule import Held, Options, Verdict, hit, undecided
from auditor.wording import Wording

CODE = "DIR002"
NAME = "implied-decline"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "The cumulative target implies a worse mean year than the base year",
    "zh": "累计目标的年均数不及基年",
}
WHY = {
    "en": "Five-year totals hide a decline that nobody may have meant.",
    "zh": "五年累计数容易掩盖并非本意的下降。",
}
MESSAGE = {
    "en": "{target} over {years} years is {mean} a year, {side} the {printed} of {year}",
    "zh": "{target} 分摊到 {years} 年，年均 {mean}，{side} {year} 年的 {printed}",
}
YEAR_BY_YEAR: Wording = {
    "en": "the {years} years add up to {sum}, {mean} a year, {side} the {printed} of {year}",
    "zh": "{years} 年合计 {sum}，年均 {mean}，{side} {year} 年的 {printed}",
}
HELP = {
    "en": "check both figures; if a decline is meant, say so in the document",
    "zh": "请核对两处数字；如确系有意调低，请在文件中说明",
}
WRONG = {
    "en": (
        "When less is left to do each year, as houses still to be rebuilt, or the base "
        "year was a peak."
    ),
    "zh": "待完成的任务逐年减少（如剩余待改造户数），或基年为一次性高点的，年均数较低属正常。",
}
BELOW: Wording = {"en": "below", "zh": "低于"}
ABOVE: Wording = {"en": "above", "zh": "高于"}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for target, base in based(plan):
        flow = plan.kind(target) == "flow"
        if flow and target.key.basis == "cumulative" and target.key.period is not None:
            yield from _judged(plan, (target,), base, target.key.period.years)
    for each in phasings(plan):
        if each.total is None and each.base is not None:
            yield from _judged(plan, each.years, each.base, len(each.years))


def _judged(plan: Plan, targets: tuple[Fact, ...], base: Fact, years: int) -> Iterator[Verdict]:
    """Return the verdict on what a total, or all years together, make of the base year."""
    target, better = targets[0], plan.better(targets[0])
    if not better or base.figure.bound != "=":
        return
    mean = printed(targets) / years
    declines = mean < base.value if better == "more" else mean > base.value
    for fact in targets:
        if reason := kept_from_base(fact, base, better, worse=declines):
            yield undecided(fact, reason)
            return
    if not declines or base.stated.scaled(years).meets(stated(targets)):
        yield Held((*targets, base))
        return
    unit = base_unit(target)
    yield hit(
        *targets,
        base,
        message=None if len(targets) == 1 else YEAR_BY_YEAR,
        difference=abs(base.value - mean),
        target=cited(target),
        years=years,
        sum=quantity(printed(targets), unit),
        mean=quantity(mean, unit),
        side=BELOW if better == "more" else ABOVE,
        printed=cited(base),
        year=str(base.key.period),
    )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 表2, indicator: jobs, role: baseline, time: 2020, says: 190人}
  - {at: 表2, indicator: jobs, role: target, says: 〔1100〕}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  houses: {name: 棚户区改造, kind: flow, unit: 套, better: more}
tables:
  表1:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
      - {head: 合计, role: target, basis: cumulative}
      - {head: 2021年, role: target, time: 2021}
      - {head: 2022年, role: target, time: 2022}
      - {head: 2023年, role: target, time: 2023}
      - {head: 2024年, role: target, time: 2024}
      - {head: 2025年, role: target, time: 2025}
    rows:
      - {row: 1, indicator: houses, unit: 套, cells: [45, 250, 60, 60, 50, 45, 35]}
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
  - {at: 表2, indicator: jobs, role: baseline, time: 2020, says: 2150人}
  - {at: 表2, indicator: jobs, role: target, says: 〔9000〕}  # <-
""",
    """
plan: a
title: A
area: a
period: 2023-2025
indicators:
  houses: {name: 棚户区改造, kind: flow, unit: 套, better: more}
tables:
  表1:
    columns:
      - {head: 2022年, role: baseline, time: 2022}
      - {head: 2023年, role: target, time: 2023}
      - {head: 2024年, role: target, time: 2024}
      - {head: 2025年, role: target, time: 2025}
    rows:
      - {row: 1, indicator: houses, unit: 套, cells: [45, 50, 40, 30]}  # <-
""",
]
