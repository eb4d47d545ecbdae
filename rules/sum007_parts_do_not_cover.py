"""Overlapping parts that cover a whole come to no less than it.

Who is counted twice makes their sum larger than the whole, never smaller.
"""

from collections.abc import Iterator

from auditor.compare.bases import on_two_bases
from auditor.compare.claims import outcomes
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import distance, ends, extent
from auditor.rule import Options, Verdict, hit

CODE = "SUM007"
NAME = "parts-do-not-cover"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "Parts that should cover the whole come to less",
    "zh": "应覆盖总数的分项合计小于总数",
}
WHY = {
    "en": "Someone is in the whole and in none of its parts.",
    "zh": "总数中有一部分未列入任何分项。",
}
MESSAGE = {
    "en": "the parts add up to {parts}, less than the whole of {whole} by {apart}",
    "zh": "分项合计为 {parts}，小于总数 {whole}，相差 {apart}",
}
HELP = {
    "en": "look for a part that is missing or too small, else correct the whole",
    "zh": "请核对是否遗漏分项或分项偏小，否则更正总数",
}
WRONG = {
    "en": "When the parts do not cover the whole; declare them with `of_which:` instead.",
    "zh": "分项本来就不覆盖总数的，应改用 of_which:。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for outcome in outcomes(plan):
        covers = outcome.claim.kind == "overlapping" and outcome.relation == ">="
        if not covers or outcome.unlike or on_two_bases(outcome):
            continue
        if outcome.holds:
            yield outcome.held
            continue
        if outcome.within_bounds:
            continue  # a doubt, of a rule of its own
        *parts, whole = outcome.facts
        yield hit(
            whole,
            *parts,
            difference=outcome.apart,
            parts=extent(outcome.left, outcome.unit),
            whole=ends(outcome.right, outcome.unit),
            apart=distance(outcome.apart, outcome.unit),
        )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: all, says: 1000人}
  - {at: 一1, id: women, says: 600人}
  - {at: 一1, id: men, says: 400人}
  - {at: 一1, id: youth, says: 300人}
claims:
  - {at: 一1, whole: all, overlapping: [women, men, youth]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: all, says: 1000人}  # <-
  - {at: 一1, id: women, says: 400人}
  - {at: 一1, id: youth, says: 300人}
claims:
  - {at: 一1, whole: all, overlapping: [women, youth]}
""",
]
