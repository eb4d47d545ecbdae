"""An amount stated in two units converts as stated."""

from collections.abc import Iterator

from auditor.compare.claims import is_conversion, outcomes
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import cited, distance, extent
from auditor.rule import Options, Verdict, hit

CODE = "UNI004"
NAME = "conversion"
SEVERITY = Severity.ERROR
TITLE = {"en": "A stated conversion does not hold", "zh": "单位换算不成立"}
WHY = {
    "en": "The same amount in two units is one number; converted, the two must meet.",
    "zh": "同一数量用两种单位表述，换算后应当一致。",
}
MESSAGE = {
    "en": "{one} is {left}, but {other} is {right}: {apart} apart",
    "zh": "{one} 折合 {left}，而 {other} 折合 {right}，相差 {apart}",
}
HELP = {
    "en": "check both figures and both units; one 亩 is 2000/3 m²",
    "zh": "请核对两处数字与单位；1 亩合 2000/3 平方米",
}
WRONG = {
    "en": "When the two are not one amount, such as floor space and site, or when a unit is not "
    "the usual one: a ton is read as 1000 kg and 亩 as 2000/3 m². Leave the claim out, and say "
    "why in `note:`.",
    "zh": "两个数字并非同一数量的（如建筑面积与占地面积），或所用不是通行单位的（如习惯亩、短"
    "吨），不算差错；应删去该算式，并在 note: 中说明。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for outcome in outcomes(plan):
        if not is_conversion(outcome):
            continue
        if outcome.holds:
            yield outcome.held
            continue
        if outcome.within_bounds:
            continue  # a doubt, of a rule of its own
        one, other = outcome.facts
        yield hit(
            one,
            other,
            difference=outcome.apart,
            one=cited(one),
            other=cited(other),
            left=extent(outcome.left, outcome.unit),
            right=extent(outcome.right, outcome.unit),
            apart=distance(outcome.apart, outcome.unit),
        )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 四1, id: site, says: 13332 ㎡}
  - {at: 四1, id: site_in_mu, says: 约 20 亩}
claims:
  - {at: 四1, holds: site = site_in_mu}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 四1, id: site, says: 13332 ㎡}  # <-
  - {at: 四1, id: site_in_mu, says: 200 亩}
claims:
  - {at: 四1, holds: site = site_in_mu}
""",
]
