"""A child's bound is no looser than all its siblings' bounds.

Where all but one county keep below 4.5 %, the one that allows itself 6 % stands out.
"""

from collections.abc import Iterator

from auditor.compare.rollup import Run, siblings
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Held, Options, Verdict, hit
from auditor.wording import quote

CODE = "ROL011"
NAME = "sibling-looser"
SEVERITY = Severity.NOTE
SCOPE = "run"
TITLE = {
    "en": "A child's bound is looser than those of all its siblings",
    "zh": "下级控制目标宽于其他各地",
}
WHY = {
    "en": "It may be agreed, and it may be a slip; the parent will ask.",
    "zh": "可能确有原因，也可能是笔误，上级汇总时会问及。",
}
MESSAGE = {
    "en": "{child} allows {printed}, its {count} siblings {other}",
    "zh": "{child} 为 {printed}，其余 {count} 个地区均为 {other}",
}
HELP = {
    "en": "check the figure; if it is meant, say why in the plan",
    "zh": "请核对数字；如确有原因，请在规划中说明",
}
WRONG = {
    "en": "When the area starts from a worse level than its siblings.",
    "zh": "本地基础明显差于其他地区的，不算问题。",
}
FEWEST = 2


def check(run: Run, options: Options) -> Iterator[Verdict]:
    for facts, name in siblings(run):
        *others, loosest = sorted(facts, key=lambda fact: (fact.value, fact.origin.path))
        alike = len(others) >= FEWEST and others[0].value == others[-1].value
        if not alike or loosest.value == others[-1].value:
            yield Held(facts)
            continue
        yield hit(
            loosest,
            others[-1],
            subject=name,
            child=quote(loosest.origin.plan),
            printed=cited(loosest),
            count=len(others),
            other=cited(others[-1]),
        )


SHARED = """
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  unemployment: {name: 城镇登记失业率, kind: rate, unit: "%", better: less}
"""
PROVINCE = """
plan: province
title: P
area: p
period: 2021-2025
text:
  - {at: 二1, indicator: unemployment, role: target, says: 5.5%以内}
"""
NORTH = """
plan: north
title: N
area: n
parent: province
period: 2021-2025
text:
  - {at: 二1, indicator: unemployment, role: target, says: 4.5%以内}
"""
SOUTH = NORTH.replace("north", "south").replace("area: n", "area: s")
WEST = NORTH.replace("north", "west").replace("area: n", "area: w")


GOOD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH,
        "s.yaml": SOUTH,
        "w.yaml": WEST,
    },
]
BAD = [
    {
        "indicators.yaml": SHARED,
        "p.yaml": PROVINCE,
        "n.yaml": NORTH,
        "s.yaml": SOUTH,
        "w.yaml": WEST.replace("4.5%以内}", "5.4%以内}  # <-"),
    },
]
