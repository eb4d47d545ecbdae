"""Percentage points and per cent: in shares, in differences of two rates, in changes."""

from __future__ import annotations

import pytest

from auditor.compare.points import rises_in_per_cent
from auditor.facts import Plan
from tests.sheets import plan, stated
from tests.test_bases import told

LATER = "indicator: share, role: target"
BASE = "indicator: share, role: actual, time: 2020"


def claims(formula: str, *figures: str) -> Plan:
    lines = "".join(
        f"  - {{at: 一, id: {id_}, {says}}}\n" for id_, says in zip("abcd", figures, strict=False)
    )
    return plan(f"text:\n{lines}claims:\n  - {{at: 一, {formula}}}\n")


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        (("60%", "40个百分点"), ["40个百分点"]),
        (("60个百分点", "40个百分点"), ["60个百分点"]),
        (("60%", "40%"), []),
        (("60%", "30个百分点"), ["30个百分点"]),
    ],
)
def test_shares_are_in_per_cent(shares: tuple[str, ...], found: list[str]) -> None:
    claimed = claims("shares: [a, b]", *(f"says: {each}" for each in shares))
    assert told("UNI003", claimed) == found
    assert told("SUM003", claimed) == ([] if found else ["held"])


def test_a_share_that_is_told_as_a_level_in_points_is_told_once() -> None:
    claimed = claims("shares: [a, b]", "says: 60%", f"{LATER}, says: 40个百分点")
    assert told("UNI003", claimed) == ["40个百分点"]


@pytest.mark.parametrize(
    ("formula", "figures", "found"),
    [
        ("a - b = c", ("52%", "47%", "提高5%"), ["提高5%"]),
        ("c = a - b", ("52%", "47%", "提高5%"), ["提高5%"]),
        ("a = b + c", ("52%", "47%", "提高5%"), ["提高5%"]),
        ("b - a = c", ("47%", "52%", "下降5%"), ["下降5%"]),
        ("a - b = c", ("52%", "47%", "提高5个百分点"), []),
        ("a - b = c", ("52%", "47%", "5%"), []),
        ("a - b = c", ("52%", "47%", "提高7%"), []),
        ("a - b = c", ("100%", "95%", "降低5%"), []),
        ("a / b - 1 = c", ("52%", "47%", "增长10.6%"), []),
        ("a - b <= c", ("52%", "47%", "提高5%"), []),
        ("a + b = c", ("3%", "2%", "提高5%"), []),
        ("a - b = c", ("52万人", "47万人", "提高5万人"), []),
    ],
)
def test_the_difference_of_two_rates_is_in_points(
    formula: str, figures: tuple[str, ...], found: list[str]
) -> None:
    claimed = claims(f"holds: {formula}", *(f"says: {each}" for each in figures))
    assert told("UNI003", claimed) == found


def test_rates_of_two_indicators_are_left_alone() -> None:
    other = f"{BASE}, scope: 农村, says: 47%"
    alike = claims("holds: a - b = c", f"{LATER}, says: 52%", f"{BASE}, says: 47%", "says: 提高5%")
    unlike = claims("holds: a - b = c", f"{LATER}, says: 52%", other, "says: 提高5%")
    assert (told("UNI003", alike), told("UNI003", unlike)) == (["提高5%"], [])


@pytest.mark.parametrize(
    ("says", "found"),
    [
        (["5%"], ["5%"]),
        (["提高5%"], ["提高5%"]),
        (["5%", "5%"], ["5%"]),
        (["5%", "5个百分点"], []),
        (["5个百分点"], []),
        (["5"], []),
        (["5人"], []),
        (["翻一番"], []),
    ],
)
def test_a_change_is_in_the_unit_of_its_indicator(says: list[str], found: list[str]) -> None:
    facts = stated(*(f"indicator: growth, role: target, says: {each}" for each in says))
    assert told("UNI008", facts) == found


def test_a_claim_of_very_many_parts_is_read_to_its_end() -> None:
    parts = [f"x{number}" for number in range(1200)]
    lines = "".join(f"  - {{at: 一, id: {part}, says: 5%}}\n" for part in parts)
    found = plan(
        f"text:\n{lines}claims:\n  - {{at: 一, whole: x0, parts: [{', '.join(parts[1:])}]}}\n"
    )
    assert list(rises_in_per_cent(found)) == []


@pytest.mark.parametrize(
    ("formula", "figures", "found"),
    [
        ("b = a * (1 + c)", ("600亿元", "780亿元", "提高30个百分点"), ["提高30个百分点"]),
        ("b = (c + 1) * a", ("600亿元", "780亿元", "30个百分点"), ["30个百分点"]),
        ("a * (1 + c) = b", ("600亿元", "780亿元", "30个百分点"), ["30个百分点"]),
        ("b = a * (1 - c)", ("600亿元", "420亿元", "30个百分点"), ["30个百分点"]),
        ("b = a * (1 + c)", ("600亿元", "780亿元", "增长30%"), []),
        ("b = a * (1 + c)", ("60%", "78%", "30个百分点"), []),
        ("b = a * (2 + c)", ("600亿元", "1380亿元", "30个百分点"), []),
        ("b = a * (c - 1)", ("600亿元", "180亿元", "130个百分点"), []),
        ("b = a * c", ("600亿元", "180亿元", "30个百分点"), []),
        ("b = a * (1 + c)", ("600亿元", "900亿元", "30个百分点"), []),
    ],
)
def test_the_growth_of_an_amount_is_in_per_cent(
    formula: str, figures: tuple[str, ...], found: list[str]
) -> None:
    claimed = claims(f"holds: {formula}", *(f"says: {each}" for each in figures))
    assert told("UNI003", claimed) == found
