"""Yearly and cumulative figures of one flow, and what a target starts from."""

from __future__ import annotations

import pytest

from auditor.compare.periods import based, courses, pairs
from auditor.facts import Plan
from tests.sheets import stated


def goals(*says: str) -> Plan:
    return stated(*(f"indicator: jobs, role: target, says: {each}" for each in says))


def yearly(*years: int) -> list[str]:
    return [f"indicator: jobs, role: target, basis: annual, time: {y}, says: {y}0" for y in years]


def test_a_course_holds_totals_yearly_figures_and_years() -> None:
    found = stated(
        "indicator: jobs, role: target, says: 〔9000〕",
        "indicator: jobs, role: target, says: 每年1800人",
        "indicator: jobs, role: target, says: 年均1810人",
        *yearly(2021, 2022),
    )
    (course,) = courses(found)
    assert [fact.figure.printed for fact in course.totals] == ["〔9000〕"]
    assert [fact.figure.printed for fact in course.yearly] == ["每年1800人", "年均1810人"]
    assert list(course.years) == [2021, 2022]


@pytest.mark.parametrize(
    "says",
    [
        ["〔9000〕"],
        ["每年1800人", "年均1800人"],
        ["〔9000〕", "9000"],
        ["〔9000〕", "〔9000〕"],
        ["〔9000〕", "应保尽保"],
    ],
)
def test_figures_of_one_kind_make_no_course(says: list[str]) -> None:
    assert courses(goals(*says)) == ()


@pytest.mark.parametrize(
    "other",
    ["role: actual, period: 2016-2020", "role: target, scope: 农民工", "role: target, area: gansu"],
)
def test_targets_and_results_scopes_and_areas_are_kept_apart(other: str) -> None:
    found = stated(
        "indicator: jobs, role: target, says: 每年1800人",
        f"indicator: jobs, {other}, says: 〔9000〕",
    )
    assert courses(found) == ()


def test_results_have_their_own_course() -> None:
    found = stated(
        "indicator: jobs, role: actual, period: 2016-2020, says: 9000人",
        "indicator: jobs, role: actual, period: 2016-2020, says: 年均1800人",
    )
    assert [[fact.key.role for fact in course.totals] for course in courses(found)] == [["actual"]]


def test_a_change_is_no_part_of_a_course() -> None:
    assert courses(goals("增长〔46〕%", "每年1800人")) == ()


def test_pairs_are_of_one_period() -> None:
    found = stated(
        "indicator: jobs, role: target, says: 〔9000〕",
        "indicator: jobs, role: target, says: 每年1800人",
        "indicator: jobs, role: target, time: 2023, says: 每年1700人",
    )
    (course,) = courses(found)
    assert [
        (total.figure.printed, each.figure.printed, years) for total, each, years in pairs(course)
    ] == [("〔9000〕", "每年1800人", 5)]


@pytest.mark.parametrize(
    ("result", "target", "started"),
    [
        ("jobs, role: baseline, time: 2020", "jobs, role: target", True),
        ("jobs, role: actual, time: 2019", "jobs, role: target", True),
        ("jobs, role: actual, time: 2021", "jobs, role: target", False),
        ("jobs, role: baseline, time: 2021", "jobs, role: target", True),
        ("jobs, role: baseline, time: 2025", "jobs, role: target", False),
        ("jobs, role: actual, period: 2016-2020", "jobs, role: target", False),
        ("jobs, role: actual", "jobs, role: target", False),
        ("people, role: baseline", "people, role: target", True),
        ("people, role: actual, time: 2024", "people, role: target", True),
        ("people, role: actual, time: 2025", "people, role: target", False),
        ("jobs, role: baseline", "people, role: target", False),
        ("people, role: baseline, scope: 农民工", "people, role: target", False),
    ],
)
def test_a_target_starts_from_the_last_result_before_it(
    result: str, target: str, started: bool
) -> None:
    says = "9000" if target.startswith("people") else "〔9000〕"
    found = stated(f"indicator: {result}, says: 2150", f"indicator: {target}, says: {says}")
    assert len(based(found)) == started


@pytest.mark.parametrize(
    ("result", "target", "started"),
    [
        ("people, role: baseline, says: 9000", "people, role: target, says: 〔90〕", False),
        ("growth, role: baseline, says: 5", "growth, role: target, says: 4", True),
        ("growth, role: baseline, says: 〔5〕", "growth, role: target, says: 〔4〕", True),
        ("growth, role: baseline, says: 5", "growth, role: target, says: 〔4〕", False),
        ("growth, role: baseline, says: 5", "growth, role: target, says: 下降4个百分点", False),
    ],
)
def test_a_level_summed_up_starts_nowhere_and_changes_on_one_basis(
    result: str, target: str, started: bool
) -> None:
    assert len(based(stated(f"indicator: {result}", f"indicator: {target}"))) == started


def test_only_flows_have_a_course() -> None:
    found = stated(
        "indicator: growth, role: target, says: 累计提高30个百分点",
        "indicator: growth, role: target, says: 每年提高5个百分点",
    )
    assert courses(found) == ()


def test_a_total_of_one_year_is_in_no_course() -> None:
    found = stated(
        "indicator: jobs, role: actual, time: 2020, says: 累计5万人",
        "indicator: jobs, role: actual, time: 2020, says: 4万人",
    )
    assert courses(found) == ()


def test_of_several_results_the_last_is_the_start() -> None:
    found = stated(
        *(
            f"indicator: people, role: actual, time: {year}, says: {year}"
            for year in (2018, 2020, 2019)
        ),
        "indicator: people, role: target, says: 9000",
    )
    assert [(goal.figure.printed, start.figure.printed) for goal, start in based(found)] == [
        ("9000", "2020")
    ]


def test_results_in_unlike_units_are_passed_over() -> None:
    found = stated(
        "indicator: people, role: actual, time: 2019, says: 5000元",
        "indicator: people, role: actual, time: 2020, says: 8000人",
        "indicator: people, role: target, says: 9000人",
    )
    assert [start.figure.printed for _, start in based(found)] == ["8000人"]
    found = stated(
        "indicator: people, role: actual, time: 2019, says: 8000人",
        "indicator: people, role: actual, time: 2020, says: 5000元",
        "indicator: people, role: target, says: 9000人",
    )
    assert [start.figure.printed for _, start in based(found)] == ["8000人"]
