"""A part (其中) is not larger than its whole."""

from collections.abc import Iterator

from auditor.compare.bases import on_two_bases
from auditor.compare.claims import outcomes
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import cited, distance
from auditor.rule import Options, Verdict, hit

CODE = "SUM002"
NAME = "part-exceeds-whole"
SEVERITY = Severity.ERROR
TITLE = {"en": "A part is larger than its whole", "zh": "其中项大于总数"}
WHY = {
    "en": "What is counted among others cannot be more than all of them together.",
    "zh": "“其中”所列只是总数的一部分，不可能超过总数。",
}
MESSAGE = {
    "en": "the part {part} is larger than the whole {whole}, by {apart} beyond rounding",
    "zh": "其中项 {part} 大于总数 {whole}，扣除四舍五入后仍多出 {apart}",
}
HELP = {
    "en": "check both figures for a wrong digit or scale, and whether one really is part of the other",
    "zh": "请核对两处数字和计量单位，并确认前者确属后者的一部分",
}
WRONG = {
    "en": "When the whole is a net figure, as 净增人口 or profits, and other parts of it are negative.",
    "zh": "总数为净额（如净增人口、利润）、另有分项为负的，其中项可以大于总数。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for outcome in outcomes(plan):
        if outcome.claim.kind not in ("of_which", "overlapping") or outcome.unlike:
            continue
        if outcome.relation != "<=" or outcome.mixed:  # 人次 may well exceed 人
            continue
        if on_two_bases(outcome):
            continue
        if outcome.holds:
            yield outcome.held
            continue
        if outcome.within_bounds:
            continue  # a doubt, of a rule of its own
        part, whole = outcome.facts[0], outcome.facts[-1]
        yield hit(
            part,
            whole,
            difference=outcome.apart,
            part=cited(part),
            whole=cited(whole),
            apart=distance(outcome.apart, outcome.unit),
        )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: workshops, says: 34个}
  - {at: 一1, id: new_ones, says: 12个}
claims:
  - {at: 一1, whole: workshops, of_which: [new_ones]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: trained, says: 1.2万人}
  - {at: 一1, id: brands, says: 2000人}
  - {at: 一1, id: apprentices, says: 50万人}  # <-
claims:
  - {at: 一1, whole: trained, of_which: [brands, apprentices]}
""",
]
