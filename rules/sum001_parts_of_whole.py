"""A stated total equals the sum of its parts.

A total printed beside its parts states one number twice. Both are rounded, so they
clash only when no true values could round to what is printed.
"""

from collections.abc import Iterator

from auditor.compare.bases import on_two_bases
from auditor.compare.claims import outcomes
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import distance, ends, extent
from auditor.rule import Options, Verdict, hit

CODE = "SUM001"
NAME = "parts-of-whole"
SEVERITY = Severity.ERROR
TITLE = {"en": "The parts do not add up to the whole", "zh": "分项之和与总数不符"}
WHY = {
    "en": "A reader adds the parts up; when they miss the total, at least one of the figures is wrong.",
    "zh": "读者会把分项相加；与总数对不上，说明至少有一个数字有误。",
}
MESSAGE = {
    "en": "the parts add up to {parts}, the whole is {whole}: {apart} apart beyond rounding",
    "zh": "分项合计为 {parts}，总数为 {whole}，扣除四舍五入后仍相差 {apart}",
}
HELP = {
    "en": "check the parts for a wrong digit, one left out or one counted twice; else the whole",
    "zh": "请核对分项是否有数字错误、遗漏或重复计入，否则核对总数",
}
WRONG = {
    "en": (
        "When the groups overlap or leave some out: then claim `overlapping:` or "
        "`of_which:` instead."
    ),
    "zh": "分项有交叉或未列全的，本不应相加，应改用 overlapping: 或 of_which:。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for outcome in outcomes(plan):
        if outcome.claim.kind != "parts" or outcome.unlike or on_two_bases(outcome):
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
  - {at: 一1, id: trained, says: 6.61万人次}
  - {at: 一1, id: farm, says: 2.77万人次}
  - {at: 一1, id: craft, says: 1.73万人次}
  - {at: 一1, id: youth, says: 2.11万人次}
claims:
  - {at: 一1, whole: trained, parts: [farm, craft, youth]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: trained, says: 6.61万人次}  # <-
  - {at: 一1, id: farm, says: 2.77万人次}
  - {at: 一1, id: craft, says: 1.37万人次}
  - {at: 一1, id: youth, says: 2.11万人次}
claims:
  - {at: 一1, whole: trained, parts: [farm, craft, youth]}
""",
]
