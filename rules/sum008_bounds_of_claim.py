"""A claim about targets holds by their numbers, not only within their bounds.

10人以上 with parts of 5人以上 and 9人以上 can be true: the whole may come to 14 and more. By the
numbers it is not, and these are what the targets are held to; so this is a doubt and no conflict.
"""

from collections.abc import Iterator, Mapping

from auditor.compare.claims import outcomes
from auditor.compare.outcome import Outcome
from auditor.compare.points import in_points
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import distance, extent
from auditor.rule import Options, Verdict, hit
from auditor.wording import Field, Wording

CODE = "SUM008"
NAME = "bounds-of-claim"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A claim holds only within the bounds, not by the numbers",
    "zh": "数量关系按界限可以成立，按所列数值则不成立",
}
WHY = {
    "en": "Who does no more than each bound asks meets all of them, and the sum is missed all the same.",
    "zh": "各项都只按界限完成，单项全部达标，合计却对不上。",
}
MESSAGE = {
    "en": "{claim}: by the numbers it is {left} against {right}, {apart} apart; "
    "only the bounds leave room for it",
    "zh": "{claim}：按所列数值，一边为 {left}，另一边为 {right}，相差 {apart}，只有在界限之内才可能成立",
}
HELP = {
    "en": "bring the numbers into line, or say that some are meant to be exceeded",
    "zh": "请使各处数值相互衔接，或说明哪些目标会超额完成",
}
WRONG = {
    "en": "When each number is a minimum of its own, and nobody meant them to add up.",
    "zh": "各数只是分别设定的最低（最高）要求、本无加总之意的，不算问题。",
}
_ASSERTED: Mapping[tuple[str, str], Wording] = {
    ("parts", "="): {"en": "the parts add up to the whole", "zh": "分项之和等于总数"},
    ("of_which", "<="): {"en": "the part is within the whole", "zh": "其中项不大于总数"},
    ("overlapping", "<="): {"en": "the part is within the whole", "zh": "分项不大于总数"},
    ("overlapping", ">="): {"en": "the parts cover the whole", "zh": "各分项覆盖总数"},
    ("shares", "="): {"en": "the shares make 100 %", "zh": "各项占比合计为 100%"},
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for outcome in outcomes(plan):
        times = outcome.claim.whole and outcome.relation == "<=" and outcome.mixed
        if not outcome.within_bounds or times or in_points(outcome):
            continue  # 人次 may well exceed 人; a share in points is another rule's
        yield hit(
            *_ordered(outcome),
            difference=outcome.apart,
            claim=_asserted(outcome),
            left=extent(outcome.left, outcome.unit),
            right=extent(outcome.right, outcome.unit),
            apart=distance(outcome.apart, outcome.unit),
        )


def _ordered(outcome: Outcome) -> tuple[Fact, ...]:
    """Return the figures of a claim, a whole before all its parts."""
    *parts, whole = outcome.facts
    adds_up = outcome.claim.whole is not None and outcome.relation != "<="
    return (whole, *parts) if adds_up else outcome.facts


def _asserted(outcome: Outcome) -> Field:
    claim = outcome.claim
    return claim.formula or _ASSERTED[claim.kind, outcome.relation]


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, id: all, indicator: jobs, role: target, says: 五年14人以上}
  - {at: 二1, id: town, indicator: jobs, scope: 城区, role: target, says: 五年5人以上}
  - {at: 二1, id: rest, indicator: jobs, scope: 乡镇, role: target, says: 五年9人以上}
claims:
  - {at: 二1, whole: all, parts: [town, rest]}
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
  - {at: 二1, id: all, indicator: jobs, role: target, says: 五年10人以上}  # <-
  - {at: 二1, id: town, indicator: jobs, scope: 城区, role: target, says: 五年5人以上}
  - {at: 二1, id: rest, indicator: jobs, scope: 乡镇, role: target, says: 五年9人以上}
claims:
  - {at: 二1, whole: all, parts: [town, rest]}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  dust: {name: 烟尘排放量, kind: flow, unit: 吨, better: less}
text:
  - {at: 二1, id: all, indicator: dust, role: target, says: 五年100吨以内}
  - {at: 二1, id: steel, indicator: dust, scope: 钢铁, role: target, says: 五年120吨以内}  # <-
claims:
  - {at: 二1, whole: all, of_which: [steel]}
""",
]
