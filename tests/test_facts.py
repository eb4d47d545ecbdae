"""Figures → facts: unit and scale, period and basis, what makes two of them one quantity."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from auditor.catalogue import find
from auditor.facts import Key, Plan, gather, once
from auditor.interval import Interval
from auditor.sheet.fields import Period
from tests.sheets import HEADER, only, plan, stated, tabled

F = Fraction
NO_PERIOD = "plan: a\ntitle: A\narea: here\n"
BASE = "role: baseline, time: 2020"
GOAL = "role: target, time: 2025"
YEARS = "\n".join(f"role: target, time: {year}" for year in range(2021, 2026))


def when(found: Plan, number: int = 0) -> tuple[str, str]:
    key = found.facts[number].key
    return str(key.period), key.basis


def cell(column: str, row: str, header: str = HEADER) -> tuple[str, str]:
    return when(tabled(column, f"indicator: {row}", header))


def kinds(found: Plan) -> list[str]:
    return [kind for kind, faults in found.faults_by_kind.items() for _ in faults]


@pytest.mark.parametrize(
    ("column", "row", "period", "basis"),
    [
        (GOAL, "jobs, cells: [〔9000〕]", "2021–2025", "cumulative"),
        (GOAL, "jobs, cells: [累计9000]", "2021–2025", "cumulative"),
        (GOAL, "jobs, cells: [每年9000]", "2021–2025", "annual"),
        (GOAL, "jobs, cells: [年均9000]", "2021–2025", "average"),
        (GOAL, "jobs, cells: [9000]", "2021–2025", ""),
        (GOAL, "jobs, basis: cumulative, cells: [9000]", "2021–2025", "cumulative"),
        (GOAL, "jobs, basis: annual, cells: [9000]", "2025", "annual"),
        (GOAL, "jobs, basis: none, cells: [9000]", "2021–2025", ""),
        (GOAL, "jobs, basis: none, cells: [〔9000〕]", "2021–2025", ""),
        (GOAL, "people, cells: [9000]", "2025", ""),
        (GOAL, "people, cells: [〔9000〕]", "2025", "cumulative"),
        (GOAL, "people, cells: [累计9000]", "2025", ""),
        (GOAL, "people, basis: none, cells: [〔9000〕]", "2025", ""),
        (GOAL, "share, basis: average, cells: ['[3.9]']", "2025", "cumulative"),
        (GOAL, "people, cells: [每年新增1000]", "2025", "annual"),
        (GOAL, "share, cells: [累计提高10个百分点]", "2025", "cumulative"),
        (GOAL, "share, cells: [5.5%]", "2025", ""),
        (GOAL, "share, basis: average, cells: [5.5%]", "2025", "average"),
        (GOAL, "growth, cells: [5个百分点]", "2025", ""),
        (GOAL, "growth, cells: [〔5〕]", "2025", "cumulative"),
        (GOAL, "growth, basis: annual, cells: [5]", "2025", "annual"),
        ("role: target, period: 2023-2025", "growth, cells: [年均5]", "2023–2025", "average"),
        ("role: target", "jobs, cells: [〔9000〕]", "2021–2025", "cumulative"),
        ("role: target", "jobs, cells: [9000]", "2021–2025", ""),
        ("role: target", "people, cells: [9000]", "2025", ""),
        ("role: target, period: 2021-2025", "jobs, cells: [9000]", "2021–2025", "cumulative"),
        ("role: target, period: 2021-2025", "people, cells: [9000]", "2025", ""),
        ("role: target, time: 2023", "jobs, cells: [9000]", "2023", "annual"),
        ("role: target, time: 2023", "jobs, cells: [〔9000〕]", "2021–2023", "cumulative"),
        (BASE, "jobs, cells: [2150]", "2020", "annual"),
        (BASE, "jobs, cells: [〔22145〕]", "2016–2020", "cumulative"),
        (BASE, "jobs, basis: average, cells: [4429]", "2016–2020", "average"),
        (BASE, "jobs, cells: [年均4429]", "2016–2020", "average"),
        (BASE, "people, cells: [9000]", "2020", ""),
        ("role: baseline", "jobs, cells: [2150]", "2020", "annual"),
        ("role: baseline", "people, cells: [2150]", "2020", ""),
        ("role: baseline, time: 2019", "people, cells: [2150]", "2019", ""),
        (BASE, "people, cells: [2150（2019年）]", "2019", ""),
        (GOAL, "share, cells: [5.5% by 2024]", "2024", ""),
        ("role: actual, time: 2020", "jobs, cells: [2000]", "2020", "annual"),
        ("role: actual, time: 2020", "jobs, cells: [累计2000]", "2020", "cumulative"),
        ("role: actual, time: 2020", "jobs, cells: [五年累计2000]", "2016–2020", "cumulative"),
        (
            "role: actual, time: 2020, basis: cumulative",
            "jobs, cells: [累计2000]",
            "2016–2020",
            "cumulative",
        ),
        ("role: baseline", "jobs, cells: [累计2000]", "2016–2020", "cumulative"),
        ("role: actual, time: 2021", "jobs, cells: [〔22145〕]", "2017–2021", "cumulative"),
        ("role: actual, time: 2023", "jobs, cells: [〔2.5万〕]", "2021–2023", "cumulative"),
        ("role: actual, time: 2025", "jobs, cells: [年均9000]", "2021–2025", "average"),
        ("role: actual, time: 2026", "jobs, cells: [〔9000〕]", "2022–2026", "cumulative"),
        ("role: actual, period: 2016-2020", "jobs, cells: [22145]", "2016–2020", "cumulative"),
        (
            "role: actual, period: 2016-2020, basis: average",
            "jobs, cells: [1]",
            "2016–2020",
            "average",
        ),
        ("role: actual", "jobs, cells: [22145]", "None", ""),
    ],
)
def test_period_and_basis_of_a_cell(column: str, row: str, period: str, basis: str) -> None:
    assert cell(column, row) == (period, basis)


@pytest.mark.parametrize("year", range(5))
def test_yearly_columns_hold_what_is_of_their_year(year: int) -> None:
    found = tabled(YEARS, "indicator: jobs, cells: [1, 2, 3, 4, 5]")
    assert when(found, year) == (str(2021 + year), "annual")


def test_a_mark_in_a_yearly_column_says_cumulative_up_to_that_year() -> None:
    found = tabled(YEARS, "indicator: jobs, cells: [1, 2, 3, 4, 〔15〕]")
    assert when(found, 4) == ("2021–2025", "cumulative")
    assert when(found, 0) == ("2021", "annual")


def test_the_years_of_one_table_say_nothing_of_another() -> None:
    found = plan(
        f"""
tables:
  甲:
    columns: [{{head: x, role: target, time: 2024}}, {{head: x, {GOAL}}}]
    rows: [{{row: 1, indicator: jobs, cells: [1, 2]}}]
  乙:
    columns: [{{head: x, {GOAL}}}]
    rows: [{{row: 1, indicator: jobs, cells: [9]}}]
"""
    )
    assert [when(found, n) for n in range(3)] == [
        ("2024", "annual"),
        ("2025", "annual"),
        ("2021–2025", ""),
    ]


def test_years_told_in_the_text_are_no_table() -> None:
    goals = (f"indicator: jobs, role: target, time: {year}, says: 9" for year in (2024, 2025))
    found = stated(*goals)
    assert [when(found, n) for n in range(2)] == [("2024", "annual"), ("2021–2025", "")]


@pytest.mark.parametrize(
    ("keys", "period", "basis"),
    [
        ("indicator: jobs, role: target, says: 0.9万人以上", "2021–2025", ""),
        ("indicator: jobs, role: target, says: 累计9000人", "2021–2025", "cumulative"),
        ("indicator: jobs, role: target, says: 每年60万人", "2021–2025", "annual"),
        ("indicator: jobs, role: target, time: 2023, says: 每年60万人", "2021–2023", "annual"),
        (
            "indicator: jobs, role: target, basis: cumulative, says: 9000人",
            "2021–2025",
            "cumulative",
        ),
        ("indicator: share, role: target, says: 6%以内", "2025", ""),
        ("indicator: jobs, role: actual, says: 9000人", "None", ""),
        ("says: 9000人", "None", ""),
        ("says: 2020年9000人", "None", ""),
        ("indicator: share, role: target, says: 到2023年达到80%", "2023", ""),
        ("indicator: share, role: target, says: 到2035年达到80%", "2035", ""),
        ("indicator: share, role: target, says: 'by 2023, 80%'", "2023", ""),
        ("indicator: share, role: target, time: 2025, says: 到2023年达到80%", "None", ""),
        ("indicator: share, role: target, period: 2021-2025, says: 2025年底80%", "2025", ""),
        ("indicator: jobs, role: target, says: 到2023年累计3000人", "2021–2023", "cumulative"),
        ("indicator: jobs, role: target, says: 2022年起每年3000人", "2022–2025", "annual"),
        ("indicator: jobs, role: target, says: 2021年起每年3000人", "2021–2025", "annual"),
        ("indicator: jobs, role: target, says: 2022年起3000人", "2021–2025", ""),
        ("indicator: share, role: actual, time: 2020, says: 2016年起达到8%", "2020", ""),
        (
            "indicator: jobs, role: actual, time: 2020, says: 2016年起累计9000人",
            "2016–2020",
            "cumulative",
        ),
        ("indicator: jobs, role: actual, time: 2015, says: 2015年累计9000人", "2015", "cumulative"),
        (
            "indicator: jobs, role: actual, time: 2020, says: 5年累计9000人",
            "2016–2020",
            "cumulative",
        ),
        ("indicator: jobs, role: actual, says: 2020年9000人", "2020", "annual"),
        (
            "indicator: jobs, role: actual, says: 2016—2020年累计9000人",
            "2016–2020",
            "cumulative",
        ),
        ("indicator: growth, role: target, says: 到2023年比2020年提高3个百分点", "2023", ""),
        ("role: actual, period: 2016-2020, says: 9000人", "2016–2020", ""),
    ],
)
def test_period_and_basis_of_a_statement(keys: str, period: str, basis: str) -> None:
    assert when(stated(keys)) == (period, basis)


def test_a_cell_may_depart_from_its_column() -> None:
    row = "jobs, cells: [{says: 87.35, basis: average, time: 2019}]"
    assert cell(BASE, row) == ("2015–2019", "average")


@pytest.mark.parametrize(
    ("column", "row", "period", "basis"),
    [
        ("role: target", "jobs, cells: [9000]", "None", ""),
        (GOAL, "jobs, cells: [〔9000〕]", "2025", "cumulative"),
        (GOAL, "jobs, cells: [9000]", "2025", ""),
        ("role: baseline", "jobs, cells: [9000]", "None", ""),
    ],
)
def test_a_plan_without_a_period_assumes_none(
    column: str, row: str, period: str, basis: str
) -> None:
    assert cell(column, row, NO_PERIOD) == (period, basis)


def test_the_key_of_a_fact_tells_its_quantity() -> None:
    found = only(
        stated("indicator: jobs, role: target, scope: 农民工, area: gansu, says: 〔9000〕")
    )
    period = Period(2021, 2025)
    assert found.key == Key("gansu", "jobs", "农民工", "target", period, "cumulative", "")


@pytest.mark.parametrize(
    ("role", "says", "kept", "change"),
    [
        ("baseline", "9000", "actual", ""),
        ("actual", "9000", "actual", ""),
        ("target", "9000", "target", ""),
        ("target", "增长46%", "target", "rise_by"),
        ("target", "降低17%", "target", "fall_by"),
        ("target", "提高到9000", "target", ""),
    ],
)
def test_a_baseline_is_an_actual_and_a_change_is_no_level(
    role: str, says: str, kept: str, change: str
) -> None:
    found = only(stated(f"indicator: jobs, role: {role}, time: 2020, says: {says}"))
    assert (found.key.role, found.key.change) == (kept, change)


@pytest.mark.parametrize(
    ("keys", "change", "terms", "base"),
    [
        ("jobs, role: target, says: 增加5万人", "rise_by", "", ""),
        ("jobs, role: target, says: 增长46%", "rise_by", "share", ""),
        ("share, role: target, says: 下降5%", "fall_by", "", ""),
        ("share, role: target, says: 下降5个百分点", "fall_by", "", ""),
        ("people, role: target, says: 新增5万人", "rise_by", "", ""),
        ("people, role: target, says: 新建5万人", "rise_by", "", ""),
        ("people, role: target, says: 建成5万人", "", "", ""),
        ("jobs, role: target, says: 新增5万人", "", "", ""),
        ("people, role: target, says: 翻一番", "rise_to", "fold", ""),
        ("people, role: target, says: 2015年的3倍", "rise_to", "fold", "2015"),
        ("people, role: target, says: 增长2倍", "rise_by", "fold", ""),
        ("growth, role: target, says: 提高5个百分点", "", "", ""),
        ("growth, role: target, says: 5个百分点", "", "", ""),
        ("people, role: actual, time: 2020, says: 比2015年增长46%", "rise_by", "share", "2015"),
        ("people, role: actual, time: 2020, says: 比上年增长5.1%", "rise_by", "share", "2019"),
        ("people, role: actual, time: 2020, says: 同比增长5.1%", "rise_by", "share", "2019"),
        ("people, role: actual, time: 2020, says: 比“十二五”末增长5%", "rise_by", "share", "2015"),
        ("people, role: actual, period: 2016-2020, says: 比2015年增长4%", "rise_by", "share", ""),
        ("people, role: target, says: 比2020年增长46%", "rise_by", "share", ""),
        ("people, role: target, says: 每年比上年增长4%", "rise_by", "share", ""),
        ("people, role: actual, time: 2020, says: 比2015年增长到5万", "", "", ""),
    ],
)
def test_a_change_is_told_in_its_terms_and_from_its_base(
    keys: str, change: str, terms: str, base: str
) -> None:
    key = only(stated(f"indicator: {keys}")).key
    assert (key.change, key.terms, key.base) == (change, terms, base)


def test_a_multiple_departs_from_no_unit() -> None:
    found = only(tabled(GOAL, "indicator: people, unit: 人, cells: [翻一番]"))
    assert (found.value, found.unit) == (F(2), "fold")


@pytest.mark.parametrize(
    ("row", "value", "unit", "step"),
    [
        ("unit: 万人, cells: [9.9]", 99_000, "person", 1000),
        ("unit: 万人, cells: [〔45〕]", 450_000, "person", 10_000),
        ("unit: 万人, cells: [9.9万人]", 99_000, "person", 1000),
        ("unit: 人, cells: [0.9万]", 9000, "person", 1000),
        ("unit: 人, cells: [9000人]", 9000, "person", 1),
        ("cells: [9000]", 9000, "person", 1),
        ("cells: [0.9万]", 9000, "person", 1000),
        ("unit: 人次, cells: [9000]", 9000, "person_time", 1),
        ("cells: [{says: 9, unit: 千人}]", 9000, "person", 1000),
        ("unit: 人, cells: [增长46%]", 46, "percent", 1),
    ],
)
def test_the_unit_and_scale_beside_a_cell_are_applied(
    row: str, value: int, unit: str, step: int
) -> None:
    found = only(tabled(GOAL, f"indicator: jobs, {row}"))
    assert (found.value, found.unit, found.step) == (F(value), unit, F(step))


@pytest.mark.parametrize(
    ("indicator", "unit", "scale"), [("亿元", "CNY", 10**8), ("万人次", "person_time", 10**4)]
)
def test_the_indicator_s_unit_is_the_last_resort(indicator: str, unit: str, scale: int) -> None:
    own = f"loans: {{name: x, kind: flow, unit: {indicator}}}"
    text = "text:\n  - {at: 一1, indicator: loans, role: target, says: 〔2〕}\n"
    found = only(plan(f"  {own}\n{text}"))
    assert (found.value, found.unit) == (F(2 * scale), unit)


def test_an_area_is_compared_in_square_metres() -> None:
    found = only(stated("says: 3亩"))
    assert (found.value, found.base_unit) == (F(2000), "square_meter")
    assert found.measure.factor == F(2000, 3)
    assert found.stated == Interval(F(5000, 3), F(7000, 3))


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("unit: 人, cells: [9000户]", "cell-unit"),
        ("unit: 人, cells: [9000人次]", "cell-unit"),
        ("unit: '%', cells: [5个百分点]", "cell-unit"),
        ("unit: 万人, cells: [9000人]", "cell-scale"),
        ("unit: 人, cells: [0.9万人]", "cell-scale"),
        ("unit: 万人, cells: [0.9万]", "cell-scale"),
        ("unit: 头猪, cells: [9000]", "unknown-unit"),
    ],
)
def test_a_cell_that_departs_from_its_row_is_told(row: str, kind: str) -> None:
    assert kinds(tabled(GOAL, f"indicator: jobs, {row}")) == [kind]


@pytest.mark.parametrize(
    ("unit", "says", "value", "low", "high"),
    [
        ('"%"', "三分之二", "200/3", "200/3", "200/3"),
        ('"%"', "three quarters", "75", "75", "75"),
        ('"%"', "3/4", "75", "75", "75"),
        ('"%"', "二分之一至三分之二", "50", "50", "200/3"),
        ('"%"', "0.5", "0.5", "0.45", "0.55"),
        ('"%"', "2½", "2.5", "2.5", "2.5"),
        ("‰", "四分之三", "75", "75", "75"),
        ("人", "三分之二", "2/3", "2/3", "2/3"),
    ],
)
def test_a_fraction_under_per_cent_is_that_part_of_one(
    unit: str, says: str, value: str, low: str, high: str
) -> None:
    found = only(stated(f"indicator: share, role: target, unit: {unit}, says: {says}"))
    assert found.value == F(value)
    assert found.stated == Interval(F(low), F(high))


@pytest.mark.parametrize(
    ("unit", "numeric"), [("头猪", False), ("万套（间）", True), ("万套(户)", False)]
)
def test_what_stands_under_an_unknown_unit_states_no_amount(unit: str, numeric: bool) -> None:
    found = tabled(GOAL, f"indicator: people, unit: {unit}, cells: [5]")
    (fact,) = found.facts
    assert fact.figure.numeric is bool(found.quantities) is numeric
    assert fact.value == (50_000 if numeric else 0)


def test_a_counter_may_have_another_in_brackets_behind_it() -> None:
    found = only(stated("indicator: people, role: target, says: 5万套（间）"))
    assert (found.value, found.unit) == (F(50_000), "set")


def test_an_unknown_unit_is_told_once_for_a_row() -> None:
    assert kinds(tabled(f"{BASE}\n{GOAL}", "indicator: jobs, unit: 头猪, cells: [1, 2]")) == [
        "unknown-unit"
    ]


@pytest.mark.parametrize(
    ("unit", "says", "faults"),
    [
        ("元", "920元/人", []),
        ("元/人", "920元", []),
        ("元/人", "920元/户", ["cell-unit"]),
        ("个", "12件/万人", []),
        ("个/万人", "12件/万人", []),
        ("个/万人", "12件/户", ["cell-unit"]),
    ],
)
def test_what_a_cell_is_per_may_go_unsaid(unit: str, says: str, faults: list[str]) -> None:
    assert kinds(tabled(GOAL, f"indicator: share, unit: {unit}, cells: [{says}]")) == faults


def test_a_departing_cell_is_read_as_it_prints() -> None:
    found = tabled(GOAL, "indicator: jobs, unit: 万人, cells: [9000人]")
    assert (found.facts[0].value, found.facts[0].unit) == (F(9000), "person")


@pytest.mark.parametrize(
    ("table", "row", "low", "high"),
    [
        ("", "cells: [9000]", "8999.5", "9000.5"),
        ("", "exact: true, cells: [9000]", "9000", "9000"),
        ("", "rounding: 5, cells: [9000]", "8997.5", "9002.5"),
        ("", "unit: 万人, rounding: 0.5, cells: [9]", "87500", "92500"),
        ("", "cells: [{says: 9000, rounding: 100}]", "8950", "9050"),
        ("exact: true\n", "cells: [9000]", "9000", "9000"),
        ("exact: true\n", "rounding: 10, cells: [9000]", "8995", "9005"),
    ],
)
def test_rounding_is_half_a_last_digit_unless_the_sheet_says_so(
    table: str, row: str, low: str, high: str
) -> None:
    found = only(tabled(GOAL, f"indicator: jobs, {row}", HEADER + table))
    assert found.stated == Interval(F(low), F(high))


def test_a_target_aims_at_its_number_and_a_result_at_all_it_admits() -> None:
    goal, result = stated(
        "indicator: jobs, role: target, says: 9000以上",
        "indicator: jobs, role: actual, time: 2020, says: 9000以上",
    ).facts
    assert (goal.aim, goal.allowed) == (goal.stated, Interval(F("9000"), None))
    assert result.aim == result.allowed == goal.allowed


@pytest.mark.parametrize("says", ["'-'", "''", "—", "……"])
def test_a_dash_becomes_no_fact(says: str) -> None:
    found = tabled(GOAL, f"indicator: jobs, cells: [{says}]")
    assert (found.facts, kinds(found)) == ((), [])


def test_an_unreadable_figure_is_a_fault_and_the_rest_is_kept() -> None:
    found = tabled(f"{BASE}\n{GOAL}", "indicator: jobs, cells: [2150x, 〔9000〕]")
    (fault,) = found.faults_by_kind["unreadable-figure"]
    assert (fault.fields["read"], fault.fields["position"]) == ("2150x", "5")
    assert [fact.figure.printed for fact in found.facts] == ["〔9000〕"]


@pytest.mark.parametrize("says", ["应保尽保", "57∶16∶27"])
def test_words_and_ratios_are_facts_without_an_amount(says: str) -> None:
    found = stated(f"indicator: share, role: target, says: {says}")
    assert (found.facts[0].value, found.facts[0].unit) == (F(0), "")
    assert found.quantities == {}


def test_facts_of_one_quantity_are_found_together() -> None:
    found = stated(
        "indicator: jobs, role: target, says: 〔9000〕",
        "indicator: jobs, role: target, basis: cumulative, says: 0.9万人以上",
        "indicator: jobs, role: target, says: 每年1800人",
        "indicator: jobs, role: target, area: gansu, says: 〔9000〕",
        "indicator: jobs, role: actual, says: 9000人",
        "says: 9000人",
    )
    assert [len(group) for group in found.quantities.values()] == [2, 1, 1]
    assert {key: len(group) for key, group in found.series.items()} == {
        ("here", "jobs", ""): 2,
        ("gansu", "jobs", ""): 1,
    }


def test_facts_are_known_by_id_and_know_their_sheet() -> None:
    found = stated("id: total, says: 9000人", "says: 800人")
    assert list(found.ids) == ["total"]
    assert found.ids["total"].origin == ("a.yaml", "a")
    assert (found.kind(found.facts[0]), found.better(found.facts[0])) == ("", "")


def test_kind_and_good_direction_are_the_indicator_s() -> None:
    found = stated("indicator: share, role: target, says: 6%以内")
    assert (found.kind(found.facts[0]), found.better(found.facts[0])) == ("rate", "less")


def test_faults_of_the_sheet_and_of_its_figures_are_told_together() -> None:
    found = stated("indicator: jbs, role: target, says: 5x")
    assert sorted(kinds(found)) == ["unknown-id", "unreadable-figure"]


def test_what_is_derived_from_a_plan_is_derived_once() -> None:
    calls: list[str] = []

    def count(found: Plan) -> int:
        calls.append(found.id)
        return len(calls)

    counted: Callable[[Plan], int] = once(count)
    one, other = stated("says: 1"), stated("says: 2")
    assert [counted(one), counted(one), counted(other), counted(one)] == [1, 1, 2, 1]


def test_gathering_twice_gives_the_same_facts() -> None:
    found = stated("indicator: jobs, role: target, says: 〔9000〕")
    assert gather(found.sheet).facts == found.facts


@pytest.mark.parametrize(
    ("unit", "row", "cell"),
    [
        ("克/千瓦时", "克标准煤/千瓦时", "300"),
        ("克/千瓦时", "克标准煤/千瓦时", "300克/千瓦时"),
        ("克标准煤/千瓦时", "克/千瓦时", "300"),
        ("克标准煤/千瓦时", "克/千瓦时", "300克标准煤/千瓦时"),
    ],
)
def test_what_is_used_for_each_of_something_is_in_the_unit_of_its_indicator(
    unit: str, row: str, cell: str
) -> None:
    found = plan(
        f"  coal: {{name: 供电煤耗, kind: rate, unit: {unit}, better: less}}\n"
        "tables:\n  表1:\n    columns: [{head: x, role: target}]\n    rows:\n"
        f"      - {{row: 1, indicator: coal, unit: {row}, cells: [{cell}]}}\n"
        "text:\n  - {at: 一, indicator: coal, role: target, says: 300克/千瓦时}\n"
        "  - {at: 二, indicator: coal, role: target, says: 300克标准煤/千瓦时}\n"
    )
    assert found.faults_by_kind == {}
    assert len({(fact.unit, fact.value) for fact in found.facts}) == 1
    assert len(found.facts) == 3


@pytest.mark.parametrize(
    ("row", "cell", "unit", "change"),
    [
        ("indicator: people, unit: 万人", "7.0", "percent", "rise_by"),
        ("indicator: people, unit: 万人", "7.0%", "percent", "rise_by"),
        ("indicator: people, unit: 万人", "+7.0", "percent", "rise_by"),
        ("indicator: people", "增长7.0%", "percent", "rise_by"),
        ("indicator: people", "下降7.0%", "percent", "fall_by"),
        ("indicator: people, unit: 万人", "{says: 7.0, unit: 万人}", "person", ""),
        ("indicator: share, unit: '%'", "-7.0", "percent", "rise_by"),
        ("indicator: growth", "7.0%", "percent", ""),
        ("indicator: growth, unit: 个百分点", "7.0", "percentage_point", ""),
    ],
)
def test_what_stands_in_a_column_of_growth_is_no_level(
    row: str, cell: str, unit: str, change: str
) -> None:
    found = only(
        plan(
            "tables:\n  表1:\n    columns: [{head: 年均增长(%), role: target}]\n"
            f"    rows:\n      - {{row: 1, {row}, cells: [{cell}]}}\n"
        )
    )
    assert (found.unit, found.key.change) == (unit, change)


@pytest.mark.parametrize(
    ("head", "cell", "value", "change"),
    [
        ("head: 比2020年提高(百分点)", "9.8", "9.8", "rise_by"),
        ("head: 比2020年提高(百分点)", "〔9.8〕", "9.8", "rise_by"),
        ("head: 比2020年提高(百分点)", "提高9.8个百分点", "9.8", "rise_by"),
        ("head: 比2020年提高(百分点)", "+9.8个百分点", "9.8", "rise_by"),
        ("head: 比2020年提高(百分点)", "9.8个百分点", "9.8", "rise_by"),
        ("head: 比2020年提高(百分点)", "-9.8", "-9.8", "rise_by"),
        ("head: 比2020年提高(百分点)", "+9.8", "9.8", "rise_by"),
        ("head: 提高, unit: 个百分点", "9.8", "9.8", "rise_by"),
        ("head: 提高", "9.8个百分点", "9.8", "rise_by"),
        ("head: 下降（个百分点）", "0.5", "0.5", "fall_by"),
        ("head: 下降（个百分点）", "-0.5", "-0.5", "move_by"),
        ("head: 变化（百分点）", "提高9.8", "9.8", "rise_by"),
        ("head: 变化（百分点）", "-0.5", "-0.5", "move_by"),
        ('head: "Change, 2020-2025"', "+14 pp", "14", "rise_by"),
        ('head: "Change, 2020-2025"', "-14 pp", "-14", "move_by"),
    ],
)
def test_what_stands_in_a_column_of_points_beside_rates_is_a_change(
    head: str, cell: str, value: str, change: str
) -> None:
    found = plan(
        f"tables:\n  表1:\n    columns: [{{{head}, role: target}}]\n"
        f"    rows:\n      - {{row: 1, indicator: share, unit: '%', cells: [{cell}]}}\n"
    )
    fact = only(found)
    assert (fact.unit, fact.key.change) == ("percentage_point", change)
    assert fact.value == Fraction(value)
    for code in ("BAS004", "FIG006", "UNI003"):
        assert not list(find(code).check(found, {})), code


@pytest.mark.parametrize(
    ("unit", "printed", "kinds"),
    [
        ("例/10万", "12.5/10万", []),
        ("‰", "25 per 1 000", []),
        ("例/10万", "12.5元/10万人", ["cell-unit"]),
    ],
)
def test_a_rate_of_a_population_goes_with_the_unit_of_its_row(
    unit: str, printed: str, kinds: list[str]
) -> None:
    found = plan(
        "tables:\n  表1:\n    columns: [{head: 2020年, role: baseline}]\n"
        f"    rows:\n      - {{row: 1, indicator: share, unit: {unit}, cells: [{printed}]}}\n"
    )
    assert list(found.faults_by_kind) == kinds
