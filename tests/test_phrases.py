"""Amounts, intervals and readings as a reader sees them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.interval import Interval
from auditor.phrases import (
    amount,
    brief,
    cited,
    coarse,
    compact,
    distance,
    extent,
    few,
    heading,
    percentage,
    quantity,
    reading,
    shown,
    span,
    unit_name,
)
from auditor.wording import Wording, say
from tests.sheets import only, plan, stated

F = Fraction


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (F(0), "0"),
        (F(9000), "9000"),
        (F(-9000), "-9000"),
        (F(1, 2), "0.5"),
        (F(-1, 2), "-0.5"),
        (F(393, 100), "3.93"),
        (F(1, 1000), "0.001"),
        (F(-5, 4), "-1.25"),
        (F(1, 8), "0.125"),
        (F(1, 3), "1/3"),
        (F(-2000, 3), "-2000/3"),
        (F(10**30), "1" + "0" * 30),
    ],
)
def test_an_amount_is_exact(value: Fraction, text: str) -> None:
    assert amount(value) == text


@given(st.fractions())
def test_an_amount_is_read_back_exactly(value: Fraction) -> None:
    assert F(amount(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_decimal_stays_a_decimal(value: Decimal) -> None:
    assert "/" not in amount(F(value))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (F(0), "0"),
        (F(9000), "9000"),
        (F(19000), "19\u202f000"),
        (F(-19000), "−19\u202f000"),
        (F(1234567), "1\u202f234\u202f567"),
        (F(1234567, 100), "12\u202f345.67"),
        (F(-1, 2), "−0.5"),
        (F(1, 3), "≈0.3333"),
        (F(2000, 3), "≈666.6667"),
        (F(-200000, 3), "≈−66\u202f666.6667"),
        (F(1, 10**6), "0.000001"),
        (F(12345678, 10**7), "≈1.2346"),
        (F(167, 13310000), "≈0.000013"),
        (F(-1, 3 * 10**9), "≈−0.00000000033"),
        (F(997, 26620), "≈0.0375"),
        (F(1, 3000), "≈0.00033"),
    ],
)
def test_a_number_is_shown_in_groups_and_cut_short(value: Fraction, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(F(1), F(2)), "[1, 2]"),
        (Interval(F(1), F(2), False, False), "(1, 2)"),
        (Interval(F(1), F(2), True, False), "[1, 2)"),
        (Interval(F(8500), None), "[8500, +∞)"),
        (Interval(None, F(-1, 2), True, False), "(−∞, −0.5)"),
        (Interval(None, None), "(−∞, +∞)"),
        (Interval.point(3), "3"),
    ],
)
def test_an_interval_is_shown_with_its_open_and_closed_ends(interval: Interval, text: str) -> None:
    assert span(interval) == text


@pytest.mark.parametrize(
    ("says", "en", "zh"),
    [
        ("9000人", "9000", "9000"),
        ("〔9000〕", "9000, cumulative", "9000，累计"),
        ("每年0.18万人", "1800 a year", "1800，每年"),
        ("年均1800人", "1800 a year on average", "1800，年均"),
        ("1.2万人以上", "at least 12\u202f000", "不低于 12\u202f000"),
        ("超过50", "more than 50", "高于 50"),
        ("50以内", "at most 50", "不超过 50"),
        ("不到50", "less than 50", "低于 50"),
        ("约50", "about 50", "约 50"),
        ("近50", "just under 50", "近 50"),
        ("50余", "somewhat over 50", "50 余"),
        ("几十", "several times 10", "10 的几倍"),
        ("40至60", "40–60", "40–60"),
        ("应保尽保", "", ""),
        ("57∶16∶27", "", ""),
    ],
)
def test_a_figure_is_read_out_in_both_languages(says: str, en: str, zh: str) -> None:
    wording, fields = reading(only(stated(f"indicator: jobs, role: target, says: {says}")))
    assert (say(wording, "en", fields), say(wording, "zh", fields)) == (en, zh)


def test_a_rate_is_read_out_with_its_sign() -> None:
    wording, fields = reading(only(stated("indicator: share, role: target, says: <6%")))
    assert say(wording, "en", fields) == "less than 6%"


@pytest.mark.parametrize(
    ("keys", "en", "zh"),
    [
        ("indicator: jobs, role: target", ", target 2021–2025", "，目标 2021–2025"),
        ("indicator: jobs, role: actual, time: 2020", ", result 2020", "，实绩 2020"),
        ("indicator: jobs, role: actual", ", result", "，实绩"),
        ("indicator: people, role: target, scope: 女", " (女), target 2025", " (女)，目标 2025"),
        ("scope: 女", " (女)", " (女)"),
    ],
)
def test_a_heading_tells_scope_role_and_period(keys: str, en: str, zh: str) -> None:
    assert heading(only(stated(f"{keys}, says: 5人"))) == {"en": en, "zh": zh}


@pytest.mark.parametrize(
    ("unit", "en", "zh"),
    [
        ("person_time", "person-times", "人次"),
        ("percentage_point", "percentage points", "个百分点"),
        ("mu_of_land", "mu of land", "亩"),
        ("USD", "USD", "美元"),
        ("microgram/cubic_meter", "micrograms/cubic meter", "微克/立方米"),
        ("case/ten_thousand_population", "items/10\u202f000 population", "件/万人口"),
        ("case/hundred_thousand_population", "items/100\u202f000 population", "件/十万人口"),
        ("hundred_million_CNY", "100\u202f000\u202f000 CNY", "亿元"),
        ("meter**2/kilogram", "m²/kilogram", "平方米/公斤"),
        ("kilogram/meter**3", "kilograms/cubic meter", "公斤/立方米"),
        ("person/meter**2", "persons/m²", "人/平方米"),
        ("CNY/person", "CNY/person", "元/人"),
        ("hour*kilowatt", "kilowatt hours", "千瓦时"),
        ("hour*kilowatt/person", "kilowatt hours/person", "千瓦时/人"),
    ],
)
def test_a_unit_has_a_name_for_readers(unit: str, en: str, zh: str) -> None:
    assert unit_name(unit) == {"en": en, "zh": zh}


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        (999_999, "999999", "999999"),
        (5_500_000, "5.5m", "550万"),
        (159_000_000, "159m", "1.59亿"),
        (10**12, "1000bn", "10000亿"),
        (-2_000_000, "−2m", "−200万"),
        (F(7, 2), "3.5", "3.5"),
    ],
)
def test_a_large_number_is_told_in_one_short_word(value: int | Fraction, en: str, zh: str) -> None:
    assert (compact(F(value), "en"), compact(F(value), "zh")) == (en, zh)


@pytest.mark.parametrize(
    ("value", "unit", "en", "zh"),
    [
        (F(2800), "person", "2800 persons", "2800 人"),
        (F(1), "person", "1 person", "1 人"),
        (F(300_000), "person", "300\u202f000 persons", "30万人"),
        (F(40_000_000), "CNY", "40\u202f000\u202f000 CNY", "4000万元"),
        (F(4, 3), "square_meter", "≈1.3333 m²", "≈1.3333 平方米"),
        (F(5), "percent", "5 %", "5%"),
        (F(7000), "", "7000", "7000"),
        (F(-70_000), "", "−70\u202f000", "−7万"),
    ],
)
def test_a_quantity_is_told_in_its_unit(value: Fraction, unit: str, en: str, zh: str) -> None:
    assert quantity(value, unit).told() == {"en": en, "zh": zh}


def test_per_cent_are_percentage_points_apart() -> None:
    assert distance(F(1), "percent").told() == {"en": "1 percentage point", "zh": "1 个百分点"}
    assert distance(F(1, 2), "percent").told() == {
        "en": "0.5 percentage points",
        "zh": "0.5 个百分点",
    }
    assert distance(F(2800), "person").told() == quantity(F(2800), "person").told()


@pytest.mark.parametrize(
    ("interval", "unit", "en", "zh"),
    [
        (Interval(F(1), F(2)), "person", "[1, 2] persons", "[1, 2] 人"),
        (Interval(F(1), None), "person", "[1, +∞) persons", "[1, +∞) 人"),
        (Interval(F(1), F(2)), "", "[1, 2]", "[1, 2]"),
        (Interval.point(20_000), "person", "20\u202f000 persons", "2万人"),
    ],
)
def test_an_extent_is_told_in_its_unit(interval: Interval, unit: str, en: str, zh: str) -> None:
    assert extent(interval, unit).told() == {"en": en, "zh": zh}


@pytest.mark.parametrize(
    ("keys", "en", "zh"),
    [
        ("says: 0.9万人以上", "0.9万人以上", "0.9万人以上"),
        ("says: 9.76, unit: 万人", "9.76 (万人)", "9.76（万人）"),
        ("says: 〔45〕, unit: 万人", "〔45〕 (万人)", "〔45〕（万人）"),
        ("says: 9000", "9000", "9000"),
        ("says: 应保尽保, unit: 人", "应保尽保", "应保尽保"),
    ],
)
def test_a_figure_is_cited_with_the_unit_beside_it(keys: str, en: str, zh: str) -> None:
    told = cited(only(stated(f"indicator: jobs, role: target, basis: cumulative, {keys}")))
    cite: Wording = {"en": "{told}", "zh": "{told}"}
    assert (say(cite, "en", {"told": told}), say(cite, "zh", {"told": told})) == (en, zh)


def test_a_figure_in_the_scale_of_its_indicator_is_cited_with_that() -> None:
    text = "  loans: {name: 贷款, kind: flow, unit: 亿元}\ntext:\n  - {at: 一, indicator: loans, role: target, says: 1.26}\n"
    assert cited(only(plan(text))) == {
        "en": "1.26 (100\u202f000\u202f000 CNY)",
        "zh": "1.26（亿元）",
    }


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        (F(1800), F(1, 5), "1800"),
        (F(20, 3), F(1, 3), "≈6.7"),
        (F(20, 3), F(1), "≈7"),
        (F(4, 3), F(1, 3), "≈1.3"),
        (F(90_000), F(1000), "90\u202f000"),
        (F(123_456), F(1000), "≈123\u202f000"),
        (F(2_067_800_000), F(200_000), "2.0678bn"),
        (F(1, 3), F(0), "≈0.333333"),
    ],
)
def test_no_digit_is_told_that_the_printed_figure_does_not_know(
    value: Fraction, step: Fraction, text: str
) -> None:
    assert coarse(value, step, "en") == text


@pytest.mark.parametrize(
    ("value", "doubt", "text"),
    [
        (F(-700, 43), F(1, 50), "−16.3%"),
        (F(100, 11), F(3, 2), "+9%"),
        (F(0), F(0), "0.0%"),
        (F(1, 100), F(0), "+<0.1%"),
        (F(-1, 10), F(1), "−<1%"),
        (F(50), F(1, 2), "+50.0%"),
    ],
)
def test_a_percentage_has_one_decimal_or_none(value: Fraction, doubt: Fraction, text: str) -> None:
    assert percentage(value, doubt, signed=True) == text


@pytest.mark.parametrize(
    ("value", "english", "chinese"),
    [
        (F(9000), "9000", "9000"),
        (F(22_145), "22\u202f145", "22\u202f145"),
        (F(497_300), "497\u202f300", "49.73万"),
        (F(25_000_000), "25m", "2500万"),
        (F(-200_000_000), "−200m", "−2亿"),
    ],
)
def test_few_characters_for_a_large_number(value: Fraction, english: str, chinese: str) -> None:
    assert (few(value, "en"), few(value, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("statement", "english", "chinese"),
    [
        ("indicator: jobs, role: target, says: 0.9万人以上, basis: cumulative", "≥ 9000, cumulative", "≥ 9000，累计"),
        ("indicator: jobs, role: target, says: 每年60万人", "600\u202f000 a year", "60万，每年"),
        ("indicator: jobs, role: baseline, time: 2020, says: 2150人", "2150", "2150"),
        ('indicator: share, role: target, says: <6%', "< 6%", "< 6%"),
        ("indicator: share, role: target, says: 5—5.5%", "5–5.5%", "5–5.5%"),
        ("indicator: jobs, role: target, says: 约50万人", "about 500\u202f000", "约 50万"),
        ("indicator: jobs, role: target, says: 增长46%", "up 46%", "提高 46%"),
        ("indicator: jobs, role: target, says: 应保尽保", "", ""),
    ],
)  # fmt: skip
def test_a_figure_is_read_in_few_characters(statement: str, english: str, chinese: str) -> None:
    fact = only(stated(statement))
    assert (brief(fact, "en"), brief(fact, "zh")) == (english, chinese)
