"""All children together reach their parent's floor and stay under its ceiling.

A figure without a bound is a ceiling where less is better, else a floor. It is decided when the
parent declares its children complete and every one of them states the target. With children
missing it is undecided, never short, unless those known decide it alone: they break the
ceiling, or reach the floor. What a single child exceeds by itself is not told here once more.
"""

from collections.abc import Iterator
from functools import partial

from auditor.compare.heads import HEADS, heads_and_times
from auditor.compare.rollup import Run, exceeds, sums
from auditor.compare.sums import Sum, stated
from auditor.facts import base_unit
from auditor.finding import Severity
from auditor.phrases import cited, distance, extent
from auditor.rule import Option, Options, Verdict, held_sides, hit, undecided
from auditor.wording import Wording

CODE = "ROL005"
NAME = "children-short"
SEVERITY = Severity.ERROR
SCOPE = "run"
TITLE = {
    "en": "The children together miss their parent's target",
    "zh": "下级目标合计与上级目标不符",
}
WHY = {
    "en": "A target that no one has been given will not be met.",
    "zh": "没有分解落实的目标无法完成。",
}
MESSAGE = {
    "en": "{count} children add up to {sum}, the parent states {printed}: {apart} {side}",
    "zh": "{count} 个下级合计 {sum}，上级为 {printed}，{side} {apart}",
}
RECKONED: Wording = {
    "en": "all children would come to {sum} by their size ({known} from {count} of them), "
    "the parent states {printed}: {apart} {side}",
    "zh": "按规模推算，全部下级合计 {sum}（已知 {count} 个为 {known}），上级为 {printed}，{side} {apart}",
}
HELP = {
    "en": "raise or lower what is allotted to the children, or correct the parent's figure",
    "zh": "请调整各下级的分解数，或更正上级数字",
}
WRONG = {
    "en": "When part of the target is done at the parent's own level (省直单位) and falls to no child.",
    "zh": "上级本级（如省直单位）另承担一部分、而未列为下级的，合计不足属正常。",
}
SIDES: dict[str, Wording] = {
    "short": {"en": "short", "zh": "不足"},
    "over": {"en": "over", "zh": "超出"},
}
OPTIONS = {
    "missing_children": Option(
        "undecided",
        {
            "en": "what is made of children that are missing: undecided; zero, as if they did "
            "nothing; by-weight, as much for their size as the others",
            "zh": "缺失下级如何处理：undecided 不作判定；zero 按零计；by-weight 按规模比例推算",
        },
        ("undecided", "zero", "by-weight"),
    ),
}
INCOMPLETE: Wording = {
    "en": "not all children are known to state this target",
    "zh": "并非所有下级都列有该指标，无法判定",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for each in sums(run):
        parent, policy = each.parent, str(options["missing_children"])
        if heads_and_times(parent, *each.children):
            yield undecided(parent, HEADS)
            continue
        summed, all_told = each.reckoned(policy)
        verdict = each.judged(summed, all_told=all_told)
        if verdict == "over" and summed == stated(each.children) and _told_of_the_child(run, each):
            continue
        if verdict in SIDES:
            known, unit = each.reckoned("zero")[0], base_unit(parent)
            off = abs(each.off(policy))
            yield hit(
                parent,
                *each.children,
                message=None if summed == known else RECKONED,
                difference=off,
                subject=each.name,
                count=len(each.children),
                known=extent(known, unit),
                sum=extent(summed, unit),
                printed=cited(parent),
                apart=distance(off, unit),
                side=SIDES[verdict],
            )
        elif verdict == "enough":
            relation = "<=" if each.is_ceiling else ">="
            off_by = partial(each.off, policy)
            yield held_sides((parent, *each.children), off_by, summed, each.limit, relation)
        else:
            yield undecided(parent, INCOMPLETE)


def _told_of_the_child(run: Run, each: Sum) -> bool:
    """Return whether there is but one child, which by itself is larger than its parent."""
    first, *others = each.children
    return not others and not run.by_id[first.origin.plan].context and exceeds(first, each.parent)


SHARED = """
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
"""
PROVINCE = """
plan: province
title: P
area: p
children: complete
period: 2021-2025
text:
  - {at: 二1, indicator: jobs, role: target, says: 150万人以上, basis: cumulative}
"""
NORTH = """
plan: north
title: N
area: n
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: jobs, role: target, says: 80万人, basis: cumulative}
"""
SOUTH = (
    NORTH.replace("north", "south").replace("title: N", "title: S").replace("area: n", "area: s")
)
GOOD = [
    {"indicators.yaml": SHARED, "p.yaml": PROVINCE, "n.yaml": NORTH, "s.yaml": SOUTH},
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE.replace("children: complete\n", ""),
        "n.yaml": NORTH,
    },
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE.replace("cumulative}", "cumulative}  # <-"),
        "n.yaml": NORTH,
        "s.yaml": SOUTH.replace("80万人", "60万人"),
    },
]
