"""The shares of one whole make 100 %.

Shares rounded one by one may miss 100 by the sum of their rounding errors, and by no more.
"""

from collections.abc import Iterator

from auditor.compare.claims import outcomes
from auditor.compare.points import in_points
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import extent
from auditor.rule import Options, Verdict, hit

CODE = "SUM003"
NAME = "shares"
SEVERITY = Severity.ERROR
TITLE = {"en": "The shares do not make 100 %", "zh": "占比合计不为 100%"}
WHY = {
    "en": "Shares of one whole leave nothing out and count nothing twice.",
    "zh": "同一总体的各项占比既不重复也不遗漏，合计应为 100%。",
}
MESSAGE = {
    "en": "the shares add up to {total}, which cannot be 100 % whatever the rounding",
    "zh": "各项占比合计为 {total}，考虑四舍五入也不可能等于 100%",
}
HELP = {
    "en": "check each share for a wrong digit, and whether one is left out",
    "zh": "请核对各项占比是否有数字错误或遗漏",
}
WRONG = {
    "en": "When one case may fall under several shares, as in a survey with more than one answer.",
    "zh": "各项有交叉的占比（如可多选的调查），合计可超过 100%，不应录为 shares:。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for outcome in outcomes(plan):
        if outcome.claim.kind != "shares" or outcome.unlike or in_points(outcome):
            continue  # a share in points is another rule's
        if outcome.holds:
            yield outcome.held
        elif not outcome.within_bounds:  # a doubt is another rule's
            yield hit(
                *outcome.facts, difference=outcome.apart, total=extent(outcome.left, outcome.unit)
            )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: sectors, says: 57∶16∶27}
  - {at: 一1, id: town, says: 33.3%}
  - {at: 一1, id: village, says: 33.3%}
  - {at: 一1, id: elsewhere, says: 33.3%}
  - {at: 一2, id: most, says: 三分之二}
  - {at: 一2, id: rest, says: 三分之一}
claims:
  - {at: 一1, shares: [sectors]}
  - {at: 一1, shares: [town, village, elsewhere]}
  - {at: 一2, shares: [most, rest]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: sectors, says: 57∶16∶72}  # <-
  - {at: 一1, id: town, says: 46.43%}  # <-
  - {at: 一1, id: village, says: 53.75%}
claims:
  - {at: 一1, shares: [sectors]}
  - {at: 一1, shares: [town, village]}
""",
]
