"""What is true of the areas of a family of plans, made from a seed.

Amounts are drawn for the areas at the bottom and added up from there, so that children
always add up to their parents; what a parent allows is never tighter than what its children do.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Final, NamedTuple

YEARS: Final = 5
_NAMES: Final = ("东川", "南河", "青石", "北原", "西岭", "云台", "白沙", "金坪", "松江", "柳林")


class Measure(NamedTuple):
    """What is measured: an indicator, how large it is in a county, and how tables print it.

    Amounts are whole multiples of `grain` between `low` and `high`; a table prints them as
    `places` decimals of `scale`. `groups` are parts of its population that a plan tells
    apart, all of them when `whole`. A rate is counted in tenths of a per cent.
    """

    id: str
    name: str
    kind: str
    unit: str
    better: str
    low: int
    high: int
    grain: int = 1
    scale: str = ""
    places: int = 0
    groups: tuple[str, ...] = ()
    whole: bool = True
    binding: bool = False


MEASURES: Final = (
    Measure("new_jobs", "城镇新增就业", "flow", "人", "more", 1_500, 9_000, 10),
    Measure("training", "职业技能培训", "flow", "人次", "more", 3_000, 15_000, 10,
            groups=("农民工", "失业人员", "企业职工")),
    Measure("transfer", "农村劳动力转移就业", "flow", "人", "more", 30_000, 90_000, 100, "万", 2,
            groups=("省内", "省外")),
    Measure("loans", "创业担保贷款发放额", "flow", "元", "more", 20_000_000, 90_000_000, 100_000, "亿", 2),
    Measure("new_homes", "新开工保障性住房", "flow", "套", "more", 300, 2_000, 5),
    Measure("insured", "失业保险参保人数", "stock", "人", "more", 20_000, 80_000, 10, "万", 2,
            groups=("农民工", ""), whole=False),
    Measure("skilled", "技能人才总量", "stock", "人", "more", 15_000, 60_000, 10, "万", 2),
    Measure("farmland", "高标准农田面积", "stock", "亩", "more", 100_000, 400_000, 1_000, "万", 1,
            binding=True),
    Measure("nurseries", "普惠性幼儿园", "stock", "所", "more", 20, 90),
    Measure("surveyed", "城镇调查失业率", "rate", "%", "less", 40, 55, binding=True),
    Measure("registered", "城镇登记失业率", "rate", "%", "less", 32, 45),
    Measure("urbanisation", "常住人口城镇化率", "rate", "%", "more", 380, 620),
    Measure("enrolment", "高中阶段毛入学率", "rate", "%", "more", 880, 960, binding=True),
)  # fmt: skip


def catalogue() -> str:
    """Return the indicators that all families share."""
    lines = [
        f'  {each.id}: {{name: {each.name}, kind: {each.kind}, unit: "{each.unit}", better: {each.better}}}'
        for each in MEASURES
    ]
    lines += [
        "  urbanisation_rise: {name: 城镇化率提高, kind: change, unit: 个百分点, better: more}",
        '  skilled_growth: {name: 技能人才增长, kind: change, unit: "%", better: more}',
    ]
    return "\n".join(["indicators:", *lines, ""])


class Course(NamedTuple):
    """What is true of one amount of one area.

    `before` and `base` are the years 2015 and 2020 (of a flow the year's own amount), `past`
    all of 2016–2020; `years` are those of 2021–2025, of a stock or a rate only the last.
    """

    before: int
    past: int
    base: int
    years: tuple[int, ...]

    @property
    def target(self) -> int:
        """Return what the plan aims at: of a flow all its years, else the level at their end."""
        return sum(self.years)

    @property
    def level(self) -> bool:
        """Return whether every year is like the next."""
        return len(set(self.years)) == 1

    def plus(self, other: Course) -> Course:
        """Return what is true of two areas, or of two groups, together."""
        before, past, base = (one + two for one, two in zip(self[:3], other[:3], strict=True))
        years = tuple(one + two for one, two in zip(self.years, other.years, strict=True))
        return Course(before, past, base, years)


def total(courses: Iterable[Course]) -> Course:
    """Return what is true of several areas or groups together."""
    return reduce(Course.plus, courses)


class Area(NamedTuple):
    """One area and the id of its plan: what is true there, by measure and by group of people.

    What no group tells of stands under an empty name.
    """

    plan: str
    name: str
    level: str
    measures: tuple[Measure, ...]
    truth: Mapping[str, Mapping[str, Course]]
    children: tuple[Area, ...] = ()

    def whole(self, measure: Measure) -> Course:
        """Return what is true of all groups together."""
        return total(self.truth[measure.id].values())


def province(seed: int, chance: random.Random) -> Area:
    """Return a province with two cities, the first of which has two counties."""
    names = chance.sample(_NAMES, 5)
    measures = tuple(each for each in MEASURES if each.binding or chance.random() < 0.85)
    flat = {each.id: chance.random() < 0.6 for each in measures}
    loosest = {each.id: chance.randint(each.low + 5, each.high) for each in measures}

    def area(number: int, level: str, *children: Area) -> Area:
        truth: dict[str, Mapping[str, Course]] = {}
        for each in measures:
            own = [child.truth[each.id] for child in children]
            if each.kind != "rate":
                drawn = own or [_groups(each, chance, flat[each.id])]
                truth[each.id] = {name: total(one[name] for one in drawn) for name in drawn[0]}
            elif children:
                above = max(child[""].target for child in own) + chance.randint(0, 2)
                truth[each.id] = {"": _rate(each, chance, above)}
            else:
                below = loosest[each.id] - chance.randint(0, 4)
                truth[each.id] = {"": _rate(each, chance, below)}
        return Area(f"p{seed}_{number}", names[number], level, measures, truth, children)

    city = area(1, "city", area(3, "county"), area(4, "county"))
    return area(0, "province", city, area(2, "city"))


def _groups(measure: Measure, chance: random.Random, flat: bool) -> dict[str, Course]:
    """Return what is true of each group at the bottom."""
    names = measure.groups or ("",)
    return {name: _amount(measure, chance, flat, len(names)) for name in names}


def _amount(measure: Measure, chance: random.Random, flat: bool, shared_by: int) -> Course:
    """Return what is true of an amount that so many groups share."""
    low, high = (end // measure.grain // shared_by for end in (measure.low, measure.high))
    base = chance.randint(low, high)
    before = chance.randint(base * 7 // 10, base * 95 // 100)
    first = chance.randint(base * 102 // 100 + 1, base * 125 // 100 + 1)
    step = 0 if flat else max(base // 40, 1)
    past = YEARS * (before + base) // 2
    years = [first + step * year for year in range(YEARS if measure.kind == "flow" else 1)]
    past = past if measure.kind == "flow" else 0
    grain = measure.grain
    return Course(before * grain, past * grain, base * grain, tuple(year * grain for year in years))


def _rate(measure: Measure, chance: random.Random, target: int) -> Course:
    if measure.better == "more":
        base = target - chance.randint(1, 30)
        return Course(base - chance.randint(1, 9), 0, base, (target,))
    base = target + chance.randint(0, 6)
    return Course(base + chance.randint(1, 4), 0, base, (target,))
