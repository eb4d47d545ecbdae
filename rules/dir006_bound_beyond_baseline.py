"""The floor or the ceiling of a level is not looser than the level already reached.

失业率控制在5.5%以内 after 5.2% may be meant to leave room; it binds to nothing new, and readers ask.
What aims at a level below that already reached is another rule's.
"""

from collections.abc import Iterator

from auditor.compare.heads import kept_from_base
from auditor.compare.periods import based, leaves_room, setback
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import between, cited
from auditor.rule import Options, Verdict, held, hit, undecided
from auditor.wording import Wording

CODE = "DIR006"
NAME = "bound-beyond-baseline"
SEVERITY = Severity.NOTE
TITLE = {
    "en": "A floor or a ceiling is looser than the baseline",
    "zh": "目标的上下限宽于基期水平",
}
WHY = {
    "en": "A bound that the base year already keeps promises nothing; it may be meant to leave room.",
    "zh": "基年已经达到的上下限不构成新的要求；也可能是有意留出余地。",
}
MESSAGE = {
    "en": "{target}, the {side}, is {apart} looser than the {printed} of {year}",
    "zh": "目标的{side} {target} 宽于 {year} 年的 {printed}，相差 {apart}",
}
HELP = {
    "en": "nothing, if it is meant to leave room; else tighten the bound",
    "zh": "如为留有余地，无须修改；否则请收紧目标",
}
WRONG = {
    "en": "When a floor or a ceiling is what the plan means, as for unemployment or safety.",
    "zh": "失业率、安全类等本就只设上限或底线的指标，不算问题。",
}
FLOOR: Wording = {"en": "floor", "zh": "下限"}
CEILING: Wording = {"en": "ceiling", "zh": "上限"}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for target, base in based(plan):
        better = plan.better(target)
        if not better or base.figure.bound != "=" or not leaves_room(plan, target, better):
            continue
        floor, apart = better == "more", setback(target, base, better)
        if reason := kept_from_base(target, base, better, worse=apart > 0):
            yield undecided(target, reason)
        elif not apart:
            yield held(target, base, ">=" if floor else "<=")
        else:
            yield hit(
                target,
                base,
                difference=apart,
                side=FLOOR if floor else CEILING,
                target=cited(target),
                printed=cited(base),
                year=str(base.key.period),
                apart=between(apart, target, base),
            )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  closed: {name: 结案率, kind: rate, unit: "%", better: more}
  jobless: {name: 失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 表2, indicator: closed, role: baseline, time: 2020, says: 96%}
  - {at: 表2, indicator: closed, role: target, says: 98%以上}
  - {at: 表2, indicator: jobless, role: baseline, time: 2020, says: 5.2%}
  - {at: 表2, indicator: jobless, role: target, says: 5%以内}
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
  - {at: 表2, indicator: closed, role: baseline, time: 2020, says: 98.6%}
  - {at: 表2, indicator: closed, role: target, says: 98%以上}  # <-
  - {at: 表2, indicator: jobless, role: baseline, time: 2020, says: 3.93%}
  - {at: 表2, indicator: jobless, role: target, says: <4.5%}  # <-
""",
]
