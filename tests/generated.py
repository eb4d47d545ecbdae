"""Families of plans that contradict neither themselves nor one another, made from a seed.

What is true is drawn first. Each plan then prints it as plans do: in tables and in running
text, in 万 and in full, for the year and for five years, as a bound and bare, in parts and as
a total, and rounded wherever the page has room for fewer digits. The same seed makes the same
plans.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from tests.generated_truth import YEARS, Area, Course, Measure, catalogue, province

CATALOGUE: Final = "indicators.yaml"
# The forms that a figure is printed in; those of one row mean the same.
_TOTAL: Final = (
    "{big}以上", "累计{big}", "五年{full}", "{full}以上", "累计不少于{big}", "{big}", "五年{big}以上",
)  # fmt: skip
_YEARLY: Final = ("每年{big}", "每年{full}", "每年{full}以上", "每年不少于{big}")
_MEAN: Final = ("年均{big}", "年均{full}")
_STOCK: Final = ("{big}以上", "达到{big}", "{full}", "不少于{full}", "{big}")
_PAST: Final = ("{big}", "{full}", "累计{full}", "累计{big}")
_LEVEL: Final = ("{full}", "{big}")
_CEILING: Final = ("{full}以内", "控制在{full}以内", "≤{full}", "不超过{full}")
_FLOOR: Final = ("{full}以上", "不低于{full}", "达到{full}", "{full}")
_BASES: Final = ("累计", "五年", "每年", "年均")
_SCALES: Final = {"": 1, "万": 10_000, "亿": 100_000_000}
_LEVELS: Final = {"province": "省", "city": "市", "county": "县"}


def family(seed: int) -> dict[str, str]:
    """Return a province, its two cities, and the two counties of the first, as texts by file name."""
    chance = random.Random(f"family {seed}")
    top = province(seed, chance)
    pairs: list[tuple[Area, Area | None]] = [(top, None)]
    for city in top.children:
        pairs += [(city, top), *((county, city) for county in city.children)]
    sheets = {f"{area.plan}.yaml": _Sheet(area, above, chance).text() for area, above in pairs}
    return {CATALOGUE: catalogue(), **sheets}


def rounded(amount: int, scale: str, places: int) -> str:
    """Return an amount in units of a scale, rounded to so many decimals, without idle zeros."""
    exact = Decimal(amount) / _SCALES[scale]
    text = str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return text.rstrip("0").rstrip(".") if "." in text else text


class _Sheet:
    """Prints one plan; a child leaves out some of what its parent tells."""

    def __init__(self, area: Area, parent: Area | None, chance: random.Random) -> None:
        self.area, self.parent, self.chance = area, parent, chance
        self.measures = [
            each
            for each in area.measures
            if parent is None or each.binding or chance.random() < 0.9
        ]
        self.entries: list[str] = []
        self.claims: list[str] = []

    def text(self) -> str:
        """Return the whole sheet."""
        area = self.area
        head = [
            f"plan: {area.plan}",
            f"title: {area.name}{_LEVELS[area.level]}“十四五”民生事业发展规划",
            f"area: {area.plan}-area",
            f"level: {area.level}",
            "period: 2021-2025",
        ]
        head += [f"parent: {self.parent.plan}"] if self.parent else []
        head += ["children: complete"] if area.children else []
        tables = [*self.results(), *self.targets(), *self.years()]
        for number, measure in enumerate(self.measures, start=1):
            self.said(measure, number)
        self.sectors()
        body = ["", "tables:", *tables, "", "text:", *self.entries, "", "claims:", *self.claims]
        return "\n".join([*head, *body, *self.allotted(), ""])

    # Tables.

    def results(self) -> list[str]:
        """Return the table of the five years before."""
        rows: list[str] = []
        for measure in self.measures:
            course = self.area.whole(measure)
            if measure.kind != "rate":
                cells = [self.cell(measure, each) for each in (course.before, course.base)]
                cells.append(self.cell(measure, course.past) if course.past else '"-"')
                rows.append(_row(measure, cells, len(rows) + 1))
        columns = (
            "head: 2015年, role: baseline, time: 2015",
            "head: 2020年, role: actual, time: 2020",
            "head: 五年累计, role: actual, period: 2016-2020, basis: cumulative",
        )
        return _table("表1", "“十三五”主要指标完成情况", columns, rows)

    def targets(self) -> list[str]:
        """Return the table of the main targets."""
        rows: list[str] = []
        for measure in self.measures:
            course, name = self.area.whole(measure), measure.id
            base, target = self.cell(measure, course.base), self.cell(measure, course.target)
            if measure.kind == "flow":
                target = f"〔{target}〕"
            elif measure.better == "less":
                target = self.chance.choice((f"≤{target}", f"{target}以内"))
            cells = (
                f"{{says: {base}, id: {name}_2020}}",
                f"{{says: {target}, id: {name}_2025}}",
            )
            kind = "约束性" if measure.binding else "预期性"
            rows.append(_row(measure, cells, len(rows) + 1, f", attribute: {kind}"))
        columns = (
            "head: 2020年基数, role: baseline, time: 2020",
            "head: 2025年目标, role: target, time: 2025",
        )
        return _table("表2", "“十四五”主要指标", columns, rows)

    def years(self) -> list[str]:
        """Return the table of yearly targets, of the flows that are not the same every year."""
        rows: list[str] = []
        for measure in self.measures:
            course = self.area.whole(measure)
            if not course.level:
                cells = [self.cell(measure, each) for each in (*course.years, course.target)]
                rows.append(_row(measure, cells, len(rows) + 1))
        columns = [
            f"head: {2020 + year}年, role: target, time: {2020 + year}, basis: annual"
            for year in range(1, YEARS + 1)
        ]
        columns.append("head: 合计, role: target, period: 2021-2025, basis: cumulative")
        return _table("表3", "年度计划", columns, rows) if rows else []

    def cell(self, measure: Measure, amount: int) -> str:
        """Return an amount as a table prints it, its unit standing beside it."""
        if measure.kind == "rate":
            return f"{Decimal(amount) / 10}%"
        return rounded(amount, measure.scale, measure.places)

    # Running text.

    def said(self, measure: Measure, number: int) -> None:
        """Print an indicator in the text: its results, its target, its parts, what follows from it."""
        course, pick = self.area.whole(measure), self.chance.choice
        flow, of = measure.kind == "flow", f"indicator: {measure.id}"
        for _ in range(pick((0, 1, 1, 2))):
            self.say(
                f"一(一){number}", measure, course.base, _LEVEL, f"{of}, role: actual, time: 2020"
            )
        places = (f"二(三){number}", f"三({number})1", f"专栏{number}")
        for at in places[: pick((1, 2, 3) if flow else (1, 1, 2))]:
            self.target(at, measure, course, "")
        if flow:
            forms = (*_YEARLY, *_MEAN) if course.level else _MEAN
            for at in (f"二(一){number}", f"三({number})2")[: pick((0, 1, 2))]:
                each = course.target // YEARS
                self.say(at, measure, each, forms, f"{of}, role: target", "annual")
            keys = f"{of}, role: actual, period: 2016-2020"
            self.say(
                "一(二)",
                measure,
                course.past,
                _PAST,
                f"id: {measure.id}_past, {keys}",
                "cumulative",
            )
            if pick((True, False)):
                self.say(f"一(一){number}", measure, course.past, _PAST, keys, "cumulative")
            self.claims.append(f"  - {{at: 表2, holds: {measure.id}_2020 <= {measure.id}_past}}")
        self.parts(measure, number)
        self.derived(measure, course, number)
        if self.parent and pick((True, False, False)):
            above = f"area: {self.parent.plan}-area, "
            self.target("一(三)", measure, self.parent.whole(measure), above)

    def target(self, at: str, measure: Measure, course: Course, keys: str) -> None:
        """Print a target, of this area or of another."""
        forms: tuple[str, ...] = _TOTAL if measure.kind == "flow" else _STOCK
        if measure.kind == "rate":
            forms = _CEILING if measure.better == "less" else _FLOOR
        basis = "cumulative" if measure.kind == "flow" else ""
        keys = f"indicator: {measure.id}, {keys}role: target"
        self.say(at, measure, course.target, forms, keys, basis)

    def say(
        self,
        at: str,
        measure: Measure,
        amount: int,
        forms: tuple[str, ...],
        keys: str,
        basis: str = "",
    ) -> None:
        """Print an amount once, in one of the forms that it may be printed in."""
        form = self.chance.choice(forms)
        says = form.format(big=self.big(measure, amount), full=self.full(measure, amount))
        quotes = '"' if "," in says else ""
        beside = f", basis: {basis}" if basis and not form.startswith(_BASES) else ""
        more = f"{beside}, exact: true" if measure.unit == "所" else beside
        self.entries.append(f"  - {{at: {at}, {keys}, says: {quotes}{says}{quotes}{more}}}")

    def full(self, measure: Measure, amount: int) -> str:
        """Return an amount to its last digit."""
        if measure.kind == "rate":
            return self.cell(measure, amount)
        if measure.unit == "元":
            return f"{rounded(amount, '万', 0)}万元"
        grouped = self.chance.random() < 0.15
        return f"{amount:,}{measure.unit}" if grouped else f"{amount}{measure.unit}"

    def big(self, measure: Measure, amount: int) -> str:
        """Return an amount in 万 or 亿, to as many digits as a text would print."""
        scale = "亿" if measure.unit == "元" else "万" if amount >= 2_000 else ""
        if measure.kind == "rate" or not scale:
            return self.full(measure, amount)
        whole = len(str(amount // _SCALES[scale])) if amount >= _SCALES[scale] else 0
        places = max(self.chance.choice((2, 3, 4)) - whole, 0)
        return f"{rounded(amount, scale, places)}{scale}{measure.unit}"

    def parts(self, measure: Measure, number: int) -> None:
        """Print what an amount is made of."""
        courses = self.area.truth[measure.id]
        if len(courses) == 1:
            return
        basis = "cumulative" if measure.kind == "flow" else ""
        at, whole = f"三({number})3", f"{measure.id}_whole"
        keys = f"indicator: {measure.id}, role: target"
        target = self.area.whole(measure).target
        self.say(at, measure, target, _LEVEL, f"id: {whole}, {keys}", basis)
        named = [(group, course) for group, course in courses.items() if group]
        for index, (group, course) in enumerate(named):
            said = f"id: {measure.id}_{index}, {keys}, scope: {group}"
            self.say(at, measure, course.target, _LEVEL, said, basis)
        ids = ", ".join(f"{measure.id}_{index}" for index in range(len(named)))
        relation = "parts" if measure.whole else "of_which"
        self.claims.append(f"  - {{at: {at}, whole: {whole}, {relation}: [{ids}]}}")

    def derived(self, measure: Measure, course: Course, number: int) -> None:
        """Print what follows from two figures: a rise in points, a growth in per cent."""
        rise = Decimal(course.target - course.base)
        if measure.id == "urbanisation":
            name, says = "urbanisation_rise", f"提高{rise / 10}个百分点"
            formula = "urbanisation_2025 - urbanisation_2020"
        elif measure.id == "skilled":
            share = (100 * rise / course.base).quantize(Decimal("0.1"), ROUND_HALF_UP)
            name, says = "skilled_growth", f"增长{share}%"
            formula = "skilled_2025 / skilled_2020 - 1"
        else:
            return
        said = f"indicator: {name}, role: target, says: {says}"
        self.entries.append(f"  - {{at: 二(三){number}, id: {name}, {said}}}")
        self.entries.append(f"  - {{at: 三({number})4, {said}}}")
        self.claims.append(f"  - {{at: 二(三){number}, holds: {formula} = {name}}}")

    def sectors(self) -> None:
        """Print the shares of the three sectors: as one ratio, and one by one."""
        first, second = self.chance.randint(90, 240), self.chance.randint(280, 420)
        shares = [str(Decimal(each) / 10) for each in (first, second, 1000 - first - second)]
        self.entries.append(f"  - {{at: 一(一)9, id: sectors, says: {'∶'.join(shares)}}}")
        names = ("first", "second", "third")
        for name, share in zip(names, shares, strict=True):
            self.entries.append(f"  - {{at: 一(二)9, id: {name}, says: {share}%}}")
        self.claims += [
            "  - {at: 一(一)9, shares: [sectors]}",
            f"  - {{at: 一(二)9, shares: [{', '.join(names)}]}}",
            '  - {at: 一(二)9, holds: "first = sectors[1]"}',
        ]

    def allotted(self) -> list[str]:
        """Return what a plan allots to the plans below it: of its first flow."""
        flows = [each for each in self.measures if each.kind == "flow"]
        if not self.area.children or not flows:
            return []
        measure = flows[0]
        shares = [
            f"{child.plan}: {child.whole(measure).target}{measure.unit}"
            for child in self.area.children
        ]
        said = f"indicator: {measure.id}, basis: cumulative, by: {{{', '.join(shares)}}}"
        return ["", "allotted:", f"  - {{at: 表4, {said}}}"]


def _table(name: str, title: str, columns: Iterable[str], rows: Iterable[str]) -> list[str]:
    heads = [f"      - {{{each}}}" for each in columns]
    return [f"  {name}:", f"    title: {title}", "    columns:", *heads, "    rows:", *rows]


def _row(measure: Measure, cells: Iterable[str], number: int, more: str = "") -> str:
    exact = ", exact: true" if measure.unit == "所" else ""
    said = f'row: {number}, indicator: {measure.id}, unit: "{measure.scale}{measure.unit}"{exact}'
    return f"      - {{{said}, cells: [{', '.join(cells)}]{more}}}"
