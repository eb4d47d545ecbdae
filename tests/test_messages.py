"""What rules say of figures: every amount that they work out is told in its unit, in both languages."""

from __future__ import annotations

import pytest

from auditor.catalogue import find
from auditor.facts import Plan
from auditor.rule import Hit
from auditor.wording import say
from tests.sheets import plan, stated, tabled

BASED = "role: baseline, time: 2020\nrole: target"
YEARS = "role: target, time: 2021\nrole: target, time: 2022\nrole: target, period: 2021-2022, basis: cumulative"
LOANS = "  loans: {name: 贷款, kind: flow, unit: 亿元, better: more}\n"


def told(code: str, found: Plan) -> tuple[str, str]:
    """Return what the one objection of a rule to a plan says, in both languages."""
    rule = find(code)
    (hit,) = (each for each in rule.check(found, rule.options) if isinstance(each, Hit))
    message = hit.message or rule.message
    en, zh = say(message, "en", hit.fields), say(message, "zh", hit.fields)
    return en.replace("\u202f", " "), zh.replace("\u202f", " ")


def test_a_target_below_its_baseline() -> None:
    found = tabled(BASED, "indicator: people, unit: 万人, cells: [10.04, 9.76]")
    assert told("DIR001", found) == (
        "9.76 (万人) is below the 10.04 (万人) of 2020 by 2800 persons, though more is better",
        "9.76（万人） 低于 2020 年的 10.04（万人），相差 2800 人，而该指标应逐步提高",
    )
    found = tabled(BASED, 'indicator: share, unit: "%", cells: [3.93, 4.5]')
    assert told("DIR001", found)[0] == (
        "4.5 (%) is above the 3.93 (%) of 2020 by 0.57 percentage points, though less is better"
    )


def test_a_total_whose_mean_is_below_the_base_year() -> None:
    found = plan(
        f"{LOANS}tables:\n  表1:\n    columns:\n      - {{head: x, role: baseline, time: 2020}}\n"
        "      - {head: x, role: target}\n"
        "    rows:\n      - {row: 1, indicator: loans, unit: 亿元, cells: [1.26, 〔2〕]}\n"
    )
    assert told("DIR002", found) == (
        "〔2〕 (亿元) over 5 years is 40 000 000 CNY a year, below the 1.26 (亿元) of 2020",
        "〔2〕（亿元） 分摊到 5 年，年均 4000万元，低于 2020 年的 1.26（亿元）",
    )


def test_years_that_do_not_make_the_total() -> None:
    found = tabled(YEARS, "indicator: jobs, unit: 万人, cells: [1.2, 1.3, 4.2]")
    assert told("BAS002", found) == (
        "the 2 years add up to [24 000, 26 000] persons, but the cumulative figure is "
        "4.2 (万人): 17 000 persons apart",
        "2 个年度合计为 [24 000, 26 000] 人，而累计数为 4.2（万人），相差 1.7万人",
    )


def test_a_yearly_figure_that_does_not_make_the_total() -> None:
    keys = "indicator: jobs, role: target, unit: 万人"
    found = stated(f"{keys}, says: 〔45〕", f"{keys}, says: 8.00, basis: annual")
    assert told("BAS001", found) == (
        "5 years of 8.00 (万人) make [399 750, 400 250] persons, but the cumulative figure is "
        "〔45〕 (万人): 50 000 persons apart",
        "8.00（万人） 乘以 5 年为 [399 750, 400 250] 人，而累计数为 〔45〕（万人），相差 5万人",
    )


def test_two_places_that_differ_in_scale() -> None:
    keys = "indicator: jobs, role: target, basis: cumulative"
    found = stated(f"{keys}, says: 45万人", f"{keys}, unit: 万人, says: 46")
    assert told("TXT002", found) == (
        "一2 prints 46 (万人), 一1 prints 45万人: 10 000 persons apart",
        "一2为 46（万人），一1为 45万人，相差 1万人",
    )


@pytest.mark.parametrize(
    ("one", "other", "en", "zh", "label"),
    [
        ("35微克/立方米", "33微克/立方米", "2 micrograms/cubic meter", "2 微克/立方米", "33"),
        ("79岁", "78.2岁", "0.8 years", "0.8 岁", "78.2"),
        ("80岁", "79岁", "1 year", "1 岁", "79"),
        ("150万亩", "152.3万亩", "23 000 mu of land", "2.3万亩", "1 523 000"),
        ("7500公里", "2397公里", "5103 kilometers", "5103 公里", "2397"),
        ("3000平方米", "3亩", "1.5 mu of land", "1.5 亩", "3"),
        ("3100张", "3200张", "100 items", "100 张", "3200"),
        ("3100册", "3200册", "100 items", "100 册", "3200"),
        ("5000件", "7000件", "2000 items", "2000 件", "7000"),
        ("319天", "321天", "2 days", "2 天", "321"),
        ("5万吨/日", "6万吨/日", "10 000 tonnes/day", "1万吨/日", "60 000"),
        ("35‰", "36‰", "0.1 percentage points", "0.1 个百分点", "36‰"),
        ("22145人", "22146人", "1 person", "1 人", "22 146"),
    ],
)
def test_amounts_are_told_in_the_unit_of_the_figure_named_first(
    one: str, other: str, en: str, zh: str, label: str
) -> None:
    keys = "indicator: people, role: target"
    found = stated(f"{keys}, says: {one}", f"{keys}, says: {other}")
    assert told("TXT002", found) == (
        f"一2 prints {other}, 一1 prints {one}: {en} apart",
        f"一2为 {other}，一1为 {one}，相差 {zh}",
    )
    (hit,) = (each for each in find("TXT002").check(found, {}) if isinstance(each, Hit))
    assert str(hit.spots[0].label_fields["n"]).replace("\u202f", " ") == label


@pytest.mark.parametrize(
    ("base", "target", "apart"),
    [
        ("4.2‰", "4.98‰", "0.78 ‰"),
        ("0.42%", "4.98‰", "0.078 percentage points"),
        ("4.2%", "4.9%", "0.7 percentage points"),
    ],
)
def test_a_distance_between_two_figures_in_permille_is_told_in_it(
    base: str, target: str, apart: str
) -> None:
    found = stated(
        f"indicator: share, role: baseline, says: {base}",
        f"indicator: share, role: target, says: {target}",
    )
    assert f"by {apart}, though less is better" in told("DIR001", found)[0]


def test_both_sides_of_a_sum_are_told_in_one_unit() -> None:
    found = plan(
        "text:\n  - {at: 一, id: all, says: 9万亩}\n  - {at: 一, id: a, says: 2.0万亩}\n"
        "  - {at: 一, id: b, says: 3.0万亩}\nclaims:\n  - {at: 一, whole: all, parts: [a, b]}\n"
    )
    assert told("SUM001", found)[0] == (
        "the parts add up to [49 000, 51 000] mu of land, the whole is [85 000, 95 000]: "
        "34 000 mu of land apart beyond rounding"
    )


def test_a_range_is_not_said_to_be_where_its_end_is() -> None:
    keys = "indicator: share, role: target"
    found = stated(f"{keys}, says: 5.5%", f"{keys}, says: 5—5.5%")
    assert told("TXT008", found) == (
        "一2 prints 5—5.5%, 一1 prints 5.5%: one is a range, the other an end of it",
        "一2为 5—5.5%，一1为 5.5%，一处为区间，另一处只是其中一端",
    )


def test_parts_that_miss_their_whole() -> None:
    found = plan(
        "text:\n  - {at: 一, id: all, says: 6.61万人}\n  - {at: 一, id: a, says: 2.77万人}\n"
        "  - {at: 一, id: b, says: 2.11万人}\nclaims:\n  - {at: 一, whole: all, parts: [a, b]}\n"
    )
    assert told("SUM001", found) == (
        "the parts add up to [48 700, 48 900] persons, the whole is [66 050, 66 150]: "
        "17 150 persons apart beyond rounding",
        "分项合计为 [48 700, 48 900] 人，总数为 [66 050, 66 150]，扣除四舍五入后仍相差 17 150 人",
    )


@pytest.mark.parametrize(
    ("formula", "en"),
    [
        ("a = b", "a = b: the left side is [99.5, 100.5] persons, the right side [9.5, 10.5], 89 persons apart beyond rounding"),
        ("a = b * 2", "a = b * 2: the left side is [99.5, 100.5] persons, the right side [19, 21], 78.5 persons apart beyond rounding"),
        ("a / b = 3", "a / b = 3: the left side is [≈9.4762, ≈10.5789], the right side 3, ≈6.4762 apart beyond rounding"),
        ("a = b + d", "a = b + d: the left side is [99.5, 100.5], the right side [14, 16], 83.5 apart beyond rounding"),
    ],
)  # fmt: skip
def test_the_sides_of_a_formula_are_told_in_the_unit_that_they_have(formula: str, en: str) -> None:
    figures = {"a": "100人", "b": "10人", "d": "5人次"}
    lines = "".join(f"  - {{at: 一, id: {id_}, says: {says}}}\n" for id_, says in figures.items())
    found = plan(f"text:\n{lines}claims:\n  - {{at: 一, holds: {formula}}}\n")
    assert told("SUM004", found)[0] == en
