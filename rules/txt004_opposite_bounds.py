"""Two statements of one target do not bound it from opposite sides.

不低于 in one place and 不超过 in another leave only one number, or none, to aim for.
"""

from collections.abc import Iterator

from auditor.compare.restate import objection, opposed
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict

CODE = "TXT004"
NAME = "opposite-bounds"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "Two statements bound one figure from opposite sides",
    "zh": "同一指标的上下限方向相反",
}
WHY = {
    "en": "A floor and a ceiling are different promises; a drafter meant one of them.",
    "zh": "“不低于”与“不超过”含义相反，起草时只可能取其一。",
}
MESSAGE = {
    "en": "{place} prints {printed}, {other_place} prints {other}: one is a floor, the other a ceiling",
    "zh": "{place}为 {printed}，{other_place}为 {other}，一为下限，一为上限",
}
HELP = {
    "en": "decide whether the figure is to be reached or not to be exceeded",
    "zh": "请明确该指标是须达到还是不得突破",
}
WRONG = {
    "en": (
        "When the two are the ends of one range, as at least 3% and at most 5%; print it "
        "as a range."
    ),
    "zh": "两处合起来是区间目标（如一处不低于3%、一处不超过5%）的，宜合写为区间。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for restatement in opposed(plan):
        yield objection(restatement)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 二1, indicator: jobless, role: target, says: 5.5%以内}
  - {at: 三1, indicator: jobless, role: target, says: 不超过5.5%}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 二1, indicator: jobless, role: target, says: 5.5%以内}
  - {at: 三1, indicator: jobless, role: target, says: 5.5%以上}  # <-
""",
]
