"""A cumulative target does not imply a yearly mean below the base year."""

from collections.abc import Iterator

from auditor.compare.periods import based
from auditor.facts import Plan, base_unit
from auditor.finding import Severity
from auditor.phrases import cited, quantity
from auditor.rule import Held, Options, Verdict, hit
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
        key, better = target.key, plan.better(target)
        if key.basis != "cumulative" or not better or base.figure.bound != "=":
            continue
        if plan.kind(target) != "flow" or key.period is None:
            continue
        mean = target.value / key.period.years
        declines = mean < base.value if better == "more" else mean > base.value
        if not declines or base.stated.scaled(key.period.years).meets(target.stated):
            yield Held((target, base))
            continue
        yield hit(
            target,
            base,
            difference=abs(base.value - mean),
            target=cited(target),
            years=key.period.years,
            mean=quantity(mean, base_unit(target)),
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
]
