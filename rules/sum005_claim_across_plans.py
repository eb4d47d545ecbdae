"""A claim that names another plan's figure holds.

It can be read, and names what the plan has, if that is among the sheets.
"""

from collections.abc import Iterator

from auditor.compare.bases import TWO_BASES, on_two_bases
from auditor.compare.claims import evaluate
from auditor.compare.heads import HEADS, UNLIKE
from auditor.compare.outcome import OUT_OF_REACH, UNDECIDED, UNREADABLE, WITHIN_BOUNDS, ClaimError
from auditor.compare.rollup import Run
from auditor.compare.summary import Summary
from auditor.finding import Severity
from auditor.phrases import distance, ends, extent
from auditor.rule import Options, Verdict, hit, hit_at, undecided_at
from auditor.wording import Wording, quote

CODE = "SUM005"
NAME = "claim-across-plans"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {"en": "A relation between two plans does not hold", "zh": "跨规划的数量关系不成立"}
WHY = {
    "en": "Plans of one level quote each other; a figure revised in one goes stale in the other.",
    "zh": "同级规划相互引用，一处修改，另一处便过时。",
}
MESSAGE = {
    "en": "{formula}: the left side is {left}, the right side {right}, {apart} apart beyond rounding",
    "zh": "{formula}：左边为 {left}，右边为 {right}，扣除四舍五入后仍相差 {apart}",
}
HELP = {
    "en": "find out which plan is newer, and bring the other up to date",
    "zh": "请核实以哪份规划为准，并更新另一份",
}
WRONG = {
    "en": "When the claim quotes the other plan as first printed, and that has been revised since.",
    "zh": "引用的是对方印发时的数字、对方其后又作调整的，注明所据版本即可。",
}
AS_A_FORMULA: Wording = {
    "en": "write it with ids, numbers and one relation, such as all = other.part1 + part2",
    "zh": "请用标识、数字和一个关系符书写，如 all = other.part1 + part2",
}
UNKNOWN: Wording = {
    "en": "the plan {other!r} has no figure with the id {id!r}",
    "zh": "规划“{other}”中没有标识为“{id}”的数字",
}
WITH_AN_ID: Wording = {
    "en": "correct the id, or give the figure in that plan's sheet an id:",
    "zh": "请更正标识，或在该规划的表单中为所引数字标注 id",
}
ABSENT: Wording = {
    "en": "the claim names a figure that no sheet of this run states",
    "zh": "算式引用的数字不在本次检查的各表单中",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for summary in run.summaries:
        own = summary.plan
        for claim in () if summary.context else summary.claims:
            try:
                found = evaluate(claim, run.finder(own))
            except ClaimError as error:
                yield _not_evaluated(run, summary, error)
                continue
            for outcome in found:
                if outcome.unlike:
                    yield undecided_at(summary.path, claim.mark, UNLIKE)
                elif outcome.mixed:
                    yield undecided_at(summary.path, claim.mark, HEADS)
                elif on_two_bases(outcome):
                    yield undecided_at(summary.path, claim.mark, TWO_BASES)
                elif outcome.holds:
                    yield outcome.held
                elif outcome.within_bounds:
                    yield undecided_at(summary.path, claim.mark, WITHIN_BOUNDS)
                else:
                    yield hit(
                        *sorted(outcome.facts, key=lambda fact: fact.origin.plan != own),
                        difference=outcome.apart,
                        formula=claim.formula or claim.kind,
                        left=extent(outcome.left, outcome.unit),
                        right=ends(outcome.right, outcome.unit),
                        apart=distance(outcome.apart, outcome.unit),
                    )


def _not_evaluated(run: Run, summary: Summary, error: ClaimError) -> Verdict:
    """Return why a claim comes to nothing: a fault of its own, or what is not at hand."""
    path, own = summary.path, summary.plan
    if error.expected is not None:
        return hit_at(
            path,
            error.mark,
            plan=own,
            message=UNREADABLE,
            help=AS_A_FORMULA,
            read=quote(error.read),
            expected=error.expected,
        )
    plan, _, id_ = error.read.rpartition(".")
    if error.kind not in UNDECIDED and run.lacks(plan or own, id_):
        return hit_at(
            path,
            error.mark,
            plan=own,
            message=UNKNOWN,
            help=WITH_AN_ID,
            other=quote(plan or own),
            id=quote(id_),
        )
    absent = OUT_OF_REACH if (plan or own) in run.by_id else ABSENT
    return undecided_at(path, error.mark, UNDECIDED.get(error.kind, absent))


ENERGY = """
plan: energy
title: E
area: e
period: 2021-2025
text:
  - {at: 一1, id: hydro, says: 3.8亿千瓦}
claims:
  - {at: 一1, holds: hydro = carbon.conventional + carbon.pumped}
"""
CARBON = """
plan: carbon
title: C
area: e
period: 2021-2025
text:
  - {at: 一1, id: conventional, says: 3.2亿千瓦}
  - {at: 一1, id: pumped, says: 0.6亿千瓦}
"""
GOOD = [{"energy.yaml": ENERGY, "carbon.yaml": CARBON}]
BAD = [
    {
        "energy.yaml": ENERGY.replace("3.8亿千瓦}", "4.2亿千瓦}  # <-"),
        "carbon.yaml": CARBON,
    },
    {
        "energy.yaml": ENERGY.replace("+ carbon.pumped}", "+ carbon.pumping}  # <-"),
        "carbon.yaml": CARBON,
    },
]
