"""Arithmetic that the document asserts holds.

Both sides of a claim are computed on the intervals that the printed figures stand for;
the claim is refuted only when no values in them could satisfy it.
"""

from collections.abc import Iterator

from auditor.compare.claims import is_conversion, outcomes, unreadable
from auditor.compare.outcome import UNDECIDED
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import distance, ends, extent
from auditor.rule import Options, Verdict, hit, undecided_at

CODE = "SUM004"
NAME = "claim"
SEVERITY = Severity.ERROR
TITLE = {"en": "A stated relation does not hold", "zh": "文件所述的数量关系不成立"}
WHY = {
    "en": "Averages, growth, differences and products restate figures; a reader can recompute them.",
    "zh": "平均、增幅、差额、乘积都是对已有数字的再次表述，读者可以复算。",
}
MESSAGE = {
    "en": "{formula}: the left side is {left}, the right side {right}, {apart} apart beyond rounding",
    "zh": "{formula}：左边为 {left}，右边为 {right}，扣除四舍五入后仍相差 {apart}",
}
HELP = {
    "en": "recompute it from the figures listed here; see which of them was revised alone",
    "zh": "请用所列数字复算，核实哪一处单独作过修改",
}
WRONG = {
    "en": "When growth is reckoned at constant prices (可比价) and the amounts are at current ones.",
    "zh": "增幅按可比价计算、而总量为现价的，用所列数字复算本就对不上。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for error in unreadable(plan):
        if error.kind in UNDECIDED:
            yield undecided_at(plan.sheet.path, error.mark, UNDECIDED[error.kind])
    for outcome in outcomes(plan):
        if outcome.claim.kind != "holds" or outcome.unlike or is_conversion(outcome):
            continue
        if outcome.holds:
            yield outcome.held
            continue
        if outcome.within_bounds:
            continue  # a doubt, of a rule of its own
        yield hit(
            *outcome.facts,
            difference=outcome.apart,
            formula=outcome.claim.formula,
            left=extent(outcome.left, outcome.unit),
            right=ends(outcome.right, outcome.unit),
            apart=distance(outcome.apart, outcome.unit),
        )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: y2015, says: 84.6%}
  - {at: 一1, id: y2020, says: 90.1%}
  - {at: 一1, id: mean, says: 87.35%}
  - {at: 一2, id: towns, says: 618万人}
  - {at: 一2, id: all, says: 1331万人}
  - {at: 一2, id: structure, says: 46.43∶53.57}
  - {at: 一3, id: base, says: 120亿元}
  - {at: 一3, id: goal, says: 60亿元}
claims:
  - {at: 一1, holds: mean = (y2015 + y2020) / 2}
  - {at: 一2, holds: "towns / all = structure[1]"}
  - {at: 一3, holds: goal = base * (1 - 50%)}
  - {at: 一3, holds: goal <= base}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: y2015, says: 84.6%}
  - {at: 一1, id: y2020, says: 90.1%}
  - {at: 一1, id: mean, says: 87.53%}  # <-
claims:
  - {at: 一1, holds: mean = (y2015 + y2020) / 2}
""",
]
