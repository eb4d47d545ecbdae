"""A target is not on the wrong side of its baseline.

For a rate, a stock or a yearly figure: a target below the level already reached where more
is better, or above it where less is better. A year of a flow that is told for all years is
not held against its baseline: what counts is all of them, which is another rule's. So is a
floor or a ceiling of a rate or a stock, which leaves room.
"""

from collections.abc import Iterator

from auditor.compare.bases import YEARLY
from auditor.compare.heads import kept_from_base
from auditor.compare.periods import based, leaves_room, phased, setback
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import between, cited
from auditor.rule import Options, Verdict, held, hit, undecided
from auditor.wording import Wording

CODE = "DIR001"
NAME = "worse-than-baseline"
SEVERITY = Severity.WARNING
TITLE = {"en": "The target is worse than the baseline", "zh": "目标劣于基数"}
WHY = {
    "en": "A plan rarely means to fall back; often two cells or two years are exchanged.",
    "zh": "规划一般不会有意倒退，常见原因是两格或两个年份填反。",
}
MESSAGE = {
    "en": "{target} is {side} the {printed} of {year} by {apart}, though {better} is better",
    "zh": "{target} {side} {year} 年的 {printed}，相差 {apart}，而该指标应{better}",
}
HELP = {
    "en": "check whether baseline and target are exchanged; if it is meant, say why in the document",
    "zh": "请核对基数与目标是否填反；如确系有意，请在文件中说明原因",
}
WRONG = {
    "en": "When the base year was exceptional, as in an epidemic, and the document says so.",
    "zh": "基年情况特殊（如受疫情影响）且文件已作说明的，不算倒退。",
}
BELOW: Wording = {"en": "below", "zh": "低于"}
ABOVE: Wording = {"en": "above", "zh": "高于"}
MORE: Wording = {"en": "more", "zh": "逐步提高"}
LESS: Wording = {"en": "less", "zh": "逐步降低"}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    one_of_all = phased(plan)
    for target, base in based(plan):
        better = plan.better(target)
        if not better or base.figure.bound != "=":
            continue
        if leaves_room(plan, target, better):
            continue
        if plan.kind(target) == "flow" and (id(target) in one_of_all or not _yearly(plan, target)):
            continue
        apart = setback(target, base, better)
        if reason := kept_from_base(target, base, better, worse=apart > 0):
            yield undecided(target, reason)
            continue
        if not apart:
            yield held(target, base, ">=" if better == "more" else "<=")
            continue
        yield hit(
            target,
            base,
            difference=apart,
            target=cited(target),
            printed=cited(base),
            year=str(base.key.period),
            apart=between(apart, target, base),
            side=BELOW if better == "more" else ABOVE,
            better=MORE if better == "more" else LESS,
        )


def _yearly(plan: Plan, target: Fact) -> bool:
    """Return whether a flow target is for a year, with no cumulative one for that year and others."""
    key = target.key
    if key.basis not in YEARLY or key.period is None:
        return False
    totals = (
        fact.key.period
        for fact in plan.series.get(key.subject, ())
        if fact.key.basis == "cumulative" and fact.key.role == "target" and not fact.key.change
    )
    return not any(
        total and total.start <= key.period.start and key.period.end <= total.end
        for total in totals
    )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  closed: {name: 结案率, kind: rate, unit: "%", better: more}
text:
  - {at: 表2, indicator: closed, role: baseline, time: 2020, says: 99%}
  - {at: 表2, indicator: closed, role: target, says: 99.5%}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  closed: {name: 结案率, kind: rate, unit: "%", better: more}
  jobless: {name: 失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 表2, indicator: closed, role: baseline, time: 2020, says: 100%}
  - {at: 表2, indicator: closed, role: target, says: 99%}  # <-
  - {at: 表2, indicator: jobless, role: baseline, time: 2020, says: 3.93%}
  - {at: 表2, indicator: jobless, role: target, says: 4.5%}  # <-
""",
]
