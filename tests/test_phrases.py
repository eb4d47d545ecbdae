"""Amounts, intervals and readings as a reader sees them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.interval import Interval
from auditor.phrases import amount, compact, heading, reading, shown, span, unit_name
from auditor.wording import say
from tests.sheets import only, stated

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
        ("microgram/cubic_meter", "microgram/cubic meter", "微克/立方米"),
        ("case/ten_thousand_population", "case/10\u202f000 population", "件/万人口"),
        ("meter**2/kilogram", "meter^2/kilogram", "meter^2/公斤"),
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
