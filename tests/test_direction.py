"""Targets whose printed bound is on the wrong side of what their indicator should do."""

from __future__ import annotations

import pytest

from auditor.facts import Plan
from tests.sheets import plan, stated, tabled
from tests.test_bases import told

RATE, FLOW = "indicator: share, role: target", "indicator: jobs, role: target"


@pytest.mark.parametrize(
    ("keys", "says", "found"),
    [
        (RATE, ["5%以上"], ["5%以上"]),
        (RATE, [">5%"], [">5%"]),
        (RATE, ["控制在5%以上"], ["控制在5%以上"]),
        (RATE, ["5%以内"], []),
        (RATE, ["5%"], []),
        (RATE, ["4—5%"], []),
        (RATE, ["大于4%且小于5%"], []),
        (RATE, ["下降1%以上"], []),
        (RATE, ["降至5%以上"], ["降至5%以上"]),
        (RATE, ["5%以上", "5%以内"], []),
        (RATE, ["5%", "5%以上"], ["5%以上"]),
        (RATE, ["5%以上", "不低于5%"], ["5%以上"]),
        (FLOW, ["五年9万人以下"], ["五年9万人以下"]),
        (FLOW, ["五年不足9万人"], ["五年不足9万人"]),
        (FLOW, ["五年9万人以上"], []),
        (FLOW, ["控制在9万人以内"], []),
        (FLOW, ["最高9万人"], []),
        (f"{FLOW}, binds: each", ["五年9万人以下"], []),
        (f"{FLOW}, area: there", ["五年9万人以下"], ["五年9万人以下"]),
        ("indicator: jobs, role: actual, time: 2020", ["9万人以下"], []),
        ("indicator: growth, role: target", ["5个百分点以下"], []),
    ],
)
def test_a_bound_is_on_the_side_of_the_good_direction(
    keys: str, says: list[str], found: list[str]
) -> None:
    facts = stated(*(f'{keys}, says: "{each}"' for each in says))
    assert told("DIR005", facts) == found


@pytest.mark.parametrize(
    ("indicator", "base", "target", "worse", "same"),
    [
        ("people", "62万人", "60万—65万人", False, False),
        ("people", "66万人", "60万—65万人", True, False),
        ("people", "60万人", "60万—65万人", False, False),
        ("people", "60万人", "60万人", False, True),
        ("share", "5.2%", "5.0%—5.5%", False, False),
        ("share", "4.9%", "5.0%—5.5%", True, False),
    ],
)
def test_a_range_is_worse_than_its_baseline_if_all_of_it_is(
    indicator: str, base: str, target: str, worse: bool, same: bool
) -> None:
    found = stated(
        f"indicator: {indicator}, role: actual, time: 2020, says: {base}",
        f"indicator: {indicator}, role: target, says: {target}",
    )
    assert told("DIR001", found) == [target if worse else "held"]
    assert told("DIR004", found) == [target] * same


@pytest.mark.parametrize(
    ("formula", "result", "found"),
    [
        ("now <= goal", "role: actual, time: 2020", []),
        ("goal > now", "role: actual, time: 2020", []),
        ("now >= goal", "role: actual, time: 2020", ["9万人以下"]),
        ("now = goal", "role: actual, time: 2020", ["9万人以下"]),
        ("now <= goal", "role: target, scope: 青年", ["9万人以下"]),
        ("now <= goal", "scope: 青年, role: actual, time: 2020", ["9万人以下"]),
    ],
)
def test_what_a_claim_holds_results_against_is_meant_as_such(
    formula: str, result: str, found: list[str]
) -> None:
    people = "indicator: people"
    facts = plan(
        f"text:\n  - {{at: 一, id: goal, {people}, role: target, says: 9万人以下}}\n"
        f"  - {{at: 一, id: now, {people}, {result}, says: 8万人}}\n"
        f"claims:\n  - {{at: 一, holds: {formula}}}\n"
    )
    assert told("DIR005", facts) == found


def phased(years: str, total: str) -> Plan:
    """Return a plan whose table has a baseline of 45, a cell for each year, and a total where there is one."""
    columns = ["role: baseline, time: 2020"]
    columns += [f"role: target, time: {year}" for year in range(2021, 2026)]
    columns += ["role: target, period: 2021-2025, basis: cumulative"] * bool(total)
    cells = ", ".join(["45", years, *([total] if total else [])])
    return tabled("\n".join(columns), f"indicator: jobs, unit: 人, cells: [{cells}]")


@pytest.mark.parametrize(
    ("years", "total", "found"),
    [
        ("60, 60, 50, 45, 35", "250", ["held"]),
        ("60, 60, 50, 45, 35", "", ["held"]),
        ("50, 45, 40, 35, 30", "200", ["200"]),
        ("50, 45, 40, 35, 30", "", ["50"]),
        ("45, 45, 45, 45, 45", "", ["held"]),
        ("60人次, 60, 50, 45, 35", "", ["undecided"]),
    ],
)
def test_of_a_target_told_year_by_year_all_years_are_judged(
    years: str, total: str, found: list[str]
) -> None:
    plan_of_years = phased(years, total)
    assert told("DIR001", plan_of_years) == told("DIR004", plan_of_years) == []
    assert told("DIR002", plan_of_years) == found


def test_years_that_are_not_all_are_judged_one_by_one() -> None:
    found = phased("60, 60, 50, 45, -", "")
    assert told("DIR001", found) == ["held"] * 4
    assert told("DIR004", found) == ["45"]


@pytest.mark.parametrize(
    ("name", "says", "found"),
    [
        ("毛入学率", "103.5%", ["held"]),
        ("居民消费价格指数", "103%左右", ["held"]),
        ("复种指数", "165%", ["held"]),
        ("政府债务率", "120%以内", ["held"]),
        ("资产负债率", "105%", ["held"]),
        ("资本充足率", "150%", ["held"]),
        ("贷款拨备覆盖率", "180%", ["held"]),
        ("宏观杠杆率", "250%", ["held"]),
        ("任务完成率", "110%", ["held"]),
        ("目标达成率", "110%", ["held"]),
        ("产值增速", "-3%", ["held"]),
        ("Gross enrolment", "103.5%", ["held"]),
        ("Capital adequacy", "150%", ["held"]),
        ("Engrossed share", "150%", ["150%"]),
        ("毛入学率", "-3%", ["-3%"]),
        ("参保率", "103.5%", ["103.5%"]),
        ("参保率", "提高120%", ["held"]),
        ("Insurance cover", "103.5%", ["103.5%"]),
    ],
)
def test_a_rate_may_exceed_a_hundred_if_its_name_says_that_it_is_no_part(
    name: str, says: str, found: list[str]
) -> None:
    rate = f'  named: {{name: {name}, kind: rate, unit: "%"}}\n'
    line = f'text:\n  - {{at: 一, indicator: named, role: target, says: "{says}"}}\n'
    assert told("FIG002", plan(rate + line)) == found


@pytest.mark.parametrize(
    ("indicator", "base", "target", "codes"),
    [
        ("share", "3.9%", "4.5%", {"DIR001"}),
        ("share", "3.9%", "4.5%以内", {"DIR006"}),
        ("share", "3.9%", "<4.5%", {"DIR006"}),
        ("share", "4.6%", "4.5%以内", set()),
        ("people", "62万人", "60万人以上", {"DIR006"}),
        ("people", "62万人", "60万人", {"DIR001"}),
        ("people", "58万人", "60万人以上", set()),
    ],
)
def test_a_bound_that_leaves_room_is_noted_only(
    indicator: str, base: str, target: str, codes: set[str]
) -> None:
    found = stated(
        f"indicator: {indicator}, role: baseline, time: 2020, says: {base}",
        f'indicator: {indicator}, role: target, says: "{target}"',
    )
    assert {code for code in ("DIR001", "DIR006") if told(code, found) == [target]} == codes


def test_a_result_on_the_way_is_no_start_of_the_plan_before() -> None:
    target = 'indicator: share, role: target, time: 2020, says: "4.5%"'
    results = ("2015, says: 4.6%", "2019, says: 2.4%", "2020, says: 3.4%")
    actual = "indicator: share, role: actual, time:"
    found = stated(target, *(f"{actual} {each}" for each in results))
    assert told("DIR001", found) == ["held"]
    assert told("DIR001", stated(target, *(f"{actual} {each}" for each in results[1:]))) == []


def test_a_year_beside_the_total_of_its_years_is_left_to_that() -> None:
    yearly = "indicator: jobs, role: target, time: 2021, basis: annual, says: 3000人"
    base = "indicator: jobs, role: baseline, time: 2020, says: 3120人"
    total = "indicator: jobs, role: target, basis: cumulative, says: 15000人"
    assert told("DIR001", stated(base, yearly)) == ["3000人"]
    assert told("DIR001", stated(base, yearly, total)) == []
