"""Two statements of one quantity: which pairs agree, and which of many stands alone."""

from __future__ import annotations

from fractions import Fraction

import pytest

from auditor.catalogue import find
from auditor.compare.restate import (
    Agreement,
    Restatement,
    compare,
    counted_alike,
    judged,
    opposed,
    restatements,
)
from auditor.compare.uncompared import left_out
from auditor.figure.words.units import interchangeable
from auditor.rule import Held, Hit, Undecided
from tests.sheets import CLEAN, plan, stated, whole

TARGET = "role: target"
RESULT = "role: actual, time: 2020"


def agreement(one: str, other: str, role: str, indicator: str = "people") -> str:
    found = stated(*(f"indicator: {indicator}, {role}, says: '{says}'" for says in (one, other)))
    assert len(found.quantities) == 1
    there, back = compare(*found.facts), compare(*reversed(found.facts))
    assert there is back
    return there.value


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("9000", "9000", "same"),
        ("9000", "9,000", "same"),
        ("0.9万", "9000", "same"),
        ("22145", "2.2万", "same"),
        ("22145", "2.20万", "conflict"),
        ("50万", "51万", "conflict"),
        ("9000", "9001", "conflict"),
        ("5.0", "5", "same"),
        ("5.4", "5", "same"),
        ("5.6", "5", "conflict"),
        ("9000", "9000以上", "form"),
        ("9000", "8000以上", "conflict"),
        ("9000", "超过9000", "form"),
        ("9000以上", "超过9000", "strictness"),
        ("<6", "6以内", "strictness"),
        ("6以内", "不超过6", "same"),
        ("9000以上", "9000以内", "opposite"),
        ("9000以上", "8000以内", "opposite"),
        (">9000", "<9000", "opposite"),
        ("约20", "21", "same"),
        ("约20", "25", "conflict"),
        ("近1万", "9800", "same"),
        ("近1万", "10001", "conflict"),
        ("7000余", "7123", "same"),
        ("7000余", "6999", "conflict"),
        ("5—6", "5.5", "same"),
        ("5—6", "8", "conflict"),
        ("5—6", "5—6", "same"),
        ("5—6", "5—7", "conflict"),
        ("5—6", "4—6", "conflict"),
        ("5—6", "5.2—6.4", "same"),
        ("5—6", "5.2—6.6", "conflict"),
        ("5—5.5", "4.5", "conflict"),
        ("5—5.5", "5.6", "conflict"),
        ("5—5.5", "5.2", "same"),
        ("4—6万", "3.5万", "conflict"),
        ("4—6万", "65000", "conflict"),
        ("4—6万", "60000", "same"),
        ("40—60万", "55.0—99.0万", "conflict"),
        ("40—60万", "400000—600000", "same"),
        ("5人", "5户", "unlike"),
        ("5人", "5人次", "same"),
        ("5个", "5家", "same"),
        ("5", "5户", "unlike"),
        ("3亩", "2000平方米", "same"),
        ("3亩", "3000平方米", "conflict"),
    ],
)
def test_two_statements_of_a_target(one: str, other: str, found: str) -> None:
    assert agreement(one, other, TARGET) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("9000", "9000", "same"),
        ("50万", "51万", "conflict"),
        ("52", "超过50", "same"),
        ("48", "超过50", "conflict"),
        ("50", "超过50", "form"),
        ("50以上", "超过50", "strictness"),
        ("60以上", "50以上", "same"),
        ("50以上", "60以内", "same"),
        ("50以上", "50以内", "same"),
        ("3.8以上", "4以内", "same"),
        ("60以上", "50以内", "opposite"),
    ],
)
def test_bounds_of_a_result_need_only_leave_room(one: str, other: str, found: str) -> None:
    assert agreement(one, other, RESULT) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("6%以内", "<6%", "strictness"),
        ("6%", "6个百分点", "unlike"),
        ("4.5%", "4.5%以内", "form"),
        ("三分之二", "67%", "same"),
        ("四分之三", "75%", "same"),
        ("三分之二", "66.0%", "conflict"),
        ("过半", "50%", "form"),
    ],
)
def test_two_statements_of_a_rate(one: str, other: str, found: str) -> None:
    assert agreement(one, other, TARGET, "share") == found


@pytest.mark.parametrize(
    ("beside", "one", "other", "found"),
    [
        ("人", "3.2", "每千人口3.2人", "same"),
        ("元/人次", "920", "人均920元", "same"),
        ("册/人", "1.0", "1册", "same"),
        ("元", "32000", "3.2万元/人", "same"),
        ("立方米/万元", "18.5", "18.5立方米", "same"),
        ("元/月", "800", "800元", "same"),
        ("元/人", "920", "900元", "conflict"),
        ("元/月", "800", "9600元", "unlike"),
        ("人", "3.2", "32人/万人", "unlike"),
        ("元/人", "920", "920元/户", "unlike"),
        ("元/人", "920", "920户", "unlike"),
    ],
)
def test_what_an_amount_is_per_may_go_unsaid(beside: str, one: str, other: str, found: str) -> None:
    keys = "indicator: share, role: target, basis: none"
    first, second = stated(f"{keys}, unit: {beside}, says: {one}", f"{keys}, says: {other}").facts
    assert compare(first, second) is compare(second, first)
    assert compare(first, second).value == found
    verdict = judged(Restatement(first, second, compare(first, second), ()))
    assert type(verdict) is {"same": Held, "conflict": Hit, "unlike": Undecided}[found]
    if isinstance(verdict, Held) and verdict.margin is not None:
        assert verdict.margin().off == 0


@pytest.mark.parametrize("agreement", list(Agreement))
def test_conflict_and_opposite_cannot_both_be_true(agreement: Agreement) -> None:
    assert agreement.conflicts is (agreement.value in ("conflict", "opposite"))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("person", "person_time", True),
        ("mu_of_land", "square_meter", True),
        ("item", "establishment", True),
        ("", "person", True),
        ("person", "household", False),
        ("percent", "percentage_point", False),
        ("person", "item", False),
    ],
)
def test_units_that_are_meant_as_one(one: str, other: str, alike: bool) -> None:
    assert counted_alike(one, other) is alike
    assert counted_alike(other, one) is alike


def test_counters_of_things_stand_for_one_another() -> None:
    assert interchangeable("item", "place")
    assert interchangeable("item/ten_thousand_population", "case/ten_thousand_population")
    assert not interchangeable("item/ten_thousand_population", "case/household")
    assert not interchangeable("person", "person_time")


def held(*says: str, table: str = "") -> list[tuple[str, str, str, list[str]]]:
    """Return reference, other, agreement and what agrees with the reference, as printed."""
    lines = "".join(
        f"  - {{at: 一{n}, indicator: people, role: target, says: {each}}}\n"
        for n, each in enumerate(says)
    )
    columns = "columns: [{head: x, role: target, time: 2025}]"
    rows = f"rows: [{{row: 1, indicator: people, cells: [{table}]}}]"
    tables = f"tables:\n  表1: {{{columns}, {rows}}}\n" if table else ""
    found = plan(f"{tables}text:\n{lines}")
    return [
        (
            each.reference.figure.printed,
            each.other.figure.printed,
            each.agreement.value,
            [fact.figure.printed for fact in each.agreeing],
        )
        for each in (*restatements(found), *opposed(found))
    ]


def test_one_statement_restates_nothing() -> None:
    assert held("9000") == []


def test_where_all_agree_the_first_is_the_reference() -> None:
    assert held("9000", "0.9万", "9000以上") == [
        ("9000", "0.9万", "same", []),
        ("9000", "9000以上", "form", []),
    ]


def test_of_two_the_table_is_the_reference() -> None:
    assert held("9000", table="8000") == [("8000", "9000", "conflict", [])]


def test_of_two_in_the_text_the_first_is_the_reference() -> None:
    assert held("9000", "8000") == [("9000", "8000", "conflict", [])]


def test_the_majority_is_the_reference_and_the_odd_one_stands_alone() -> None:
    assert held("1.2万", "1.9万", "19000") == [
        ("1.9万", "1.2万", "conflict", ["19000"]),
        ("1.9万", "19000", "same", []),
    ]


@pytest.mark.parametrize(
    ("says", "code", "places"),
    [
        (
            ("1.9万", "1.9万以上", "19000以上", "1.2万"),
            "TXT006",
            [["一2", "一1", "一3"], ["一3", "一1", "一2"]],
        ),
        (("1.9万", "1.9万以上", "19000以上", "1.2万"), "TXT002", [["一4", "一1", "一2", "一3"]]),
        (("5%", "5—5.5%", "7%"), "TXT008", [["一2", "一1"]]),
    ],
)
def test_a_statement_is_not_told_again_among_those_that_agree(
    says: tuple[str, ...], code: str, places: list[list[str]]
) -> None:
    indicator = "share" if "%" in says[0] else "people"
    found = stated(*(f"indicator: {indicator}, {TARGET}, says: {each}" for each in says))
    hits = [each for each in find(code).check(found, {}) if isinstance(each, Hit)]
    assert [[spot.place for spot in hit.spots] for hit in hits] == places


def test_a_majority_in_the_text_outvotes_the_table() -> None:
    assert held("1.9万", "19000", table="12000")[0] == ("1.9万", "12000", "conflict", ["19000"])


def test_a_floor_and_a_ceiling_are_opposed_though_a_bare_number_agrees_with_both() -> None:
    assert held("9000", "9000以上", "9000以下", "9000以上") == [
        ("9000", "9000以上", "form", ["9000以下", "9000以上"]),
        ("9000", "9000以下", "form", ["9000以上", "9000以上"]),
        ("9000", "9000以上", "form", ["9000以上", "9000以下"]),
        ("9000以上", "9000以下", "opposite", ["9000以上"]),
    ]


def test_an_opposite_pair_is_told_of_once_and_not_as_holding() -> None:
    found = stated(
        f"indicator: share, {TARGET}, says: ≥5.0%", f"indicator: share, {TARGET}, says: 5.0%以内"
    )
    assert restatements(found) == ()
    assert [each.agreement for each in opposed(found)] == [Agreement.OPPOSITE]
    said = [each for code in ("TXT001", "TXT002", "TXT003") for each in find(code).check(found, {})]
    assert said == []
    assert len(list(find("TXT004").check(found, {}))) == 1


def test_statements_of_different_quantities_are_not_compared() -> None:
    found = stated(
        f"indicator: people, {TARGET}, says: 9000",
        f"indicator: people, {RESULT}, says: 8000",
        f"indicator: people, {TARGET}, scope: 农民工, says: 7000",
        f"indicator: people, {TARGET}, area: gansu, says: 6000",
        f"indicator: people, {TARGET}, says: 增长5000",
    )
    assert restatements(found) == ()


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("5%", "提高5%", "same"),
        ("5%", "提高6%", "conflict"),
        ("13.5%", "降低13.5%", "same"),
        ("13.5%", "降低14.5%", "conflict"),
        ("-13.5%", "降低13.5%", "same"),
        ("-13.5%", "降低14.5%", "conflict"),
        ("-3%", "提高3%", "conflict"),
        ("提高-3%", "降低3%", "same"),
        ("提高3%", "降低3%", "conflict"),
        ("提高3%", "降低-3%", "conflict"),
        ("降低18%以上", "18%", "form"),
        ("降低18%以上", "提高18%", "conflict"),
    ],
)
def test_a_plain_number_of_a_change_is_one_in_words(one: str, other: str, found: str) -> None:
    assert changes("cut", one, other) == found


def changes(indicator: str, *says: str) -> str:
    own = (
        "  cut: {name: 能耗降低, kind: change, unit: '%', better: more}\n"
        "  rise: {name: 增速, kind: change, unit: '%', better: more}\n"
    )
    told = "".join(
        f"  - {{at: 一, indicator: {indicator}, role: target, says: '{each}'}}\n" for each in says
    )
    facts = plan(f"{own}text:\n{told}").facts
    assert facts[0].key == facts[1].key
    there, back = compare(*facts), compare(*reversed(facts))
    assert there is back
    return there.value


def test_a_plain_number_is_a_rise_where_more_is_better_and_no_fall_is_named() -> None:
    assert changes("rise", "6%", "下降6%") == "conflict"


def test_opposite_ways_are_as_far_apart_as_both_together() -> None:
    found = stated(
        f"indicator: growth, {TARGET}, says: 提高3个百分点",
        f"indicator: growth, {TARGET}, says: 下降3个百分点",
    )
    (hit,) = map(judged, restatements(found))
    assert isinstance(hit, Hit)
    assert hit.difference == "6"


@pytest.mark.parametrize(
    ("unit", "one", "other", "codes"),
    [
        ("例/10万", "12.5/10万", "12.5例/10万", []),
        ("1/10万", "每10万人12.5例", "12.5/10万", []),
        ("例/10万", "12.5/10万", "13.5例/10万", ["TXT002"]),
        ("cases/100000", "176 per 100,000", "176 cases per 100,000", []),
        ("‰", "25 per 1,000", "25‰", []),
        ("‰", "25 per 1,000", "26‰", ["TXT002"]),
        ("例/10万", "12.5/10万", "12.5元/10万人", ["UNI002"]),
        ("例/10万", "12.5/10万", "12.5例/万人", ["TXT002"]),
    ],
)
def test_a_rate_of_a_population_may_leave_out_what_is_counted(
    unit: str, one: str, other: str, codes: list[str]
) -> None:
    found = whole(
        f"{CLEAN}indicators:\n  x: {{name: 死亡率, kind: rate, unit: {unit}, better: less}}\ntext:\n"
        f"  - {{at: 一, indicator: x, role: target, says: '{one}'}}\n"
        f"  - {{at: 二, indicator: x, role: target, says: '{other}'}}\n"
    )
    hits = [
        code
        for code in ("UNI002", "UNI010", "TXT002")
        if any(isinstance(each, Hit) for each in find(code).check(found, {}))
    ]
    assert hits == codes


@pytest.mark.parametrize(
    ("unit", "base", "target", "worse"),
    [
        ("例/10万", "12.5/10万", "14例/10万", True),
        ("1/10万", "12.5/10万", "14例/10万", True),
        ("1/10万", "12.5/10万", "1.2例/万人", False),
        ("‰", "25‰", "26 per 1,000", True),
        ("per 1,000", "25‰", "26 per 1,000", True),
        ("per 1,000", "25‰", "24 per 1,000", False),
    ],
)
def test_a_rate_of_a_population_is_held_against_its_baseline(
    unit: str, base: str, target: str, worse: bool
) -> None:
    found = whole(
        f"{CLEAN}indicators:\n  x: {{name: 死亡率, kind: rate, unit: '{unit}', better: less}}\ntext:\n"
        f"  - {{at: 一, indicator: x, role: baseline, says: '{base}'}}\n"
        f"  - {{at: 二, indicator: x, role: target, says: '{target}'}}\n"
    )
    (verdict,) = find("DIR001").check(found, {})
    assert isinstance(verdict, Hit) == worse
    assert isinstance(verdict, Held) != worse


@pytest.mark.parametrize(
    ("indicator", "role", "one", "other"),
    [
        ("growth", TARGET, "累计提高10个百分点", "每年提高2个百分点"),
        ("share", TARGET, "累计提高10个百分点", "每年提高2个百分点"),
        ("people", TARGET, "每年增加2万人", "五年增加10万人"),
        ("share", TARGET, "到2023年达到8%", "到2025年达到9%"),
        ("people", TARGET, "4000", "到2023年3000"),
        ("people", RESULT, "比2015年增长46%", "比上年增长5.1%"),
        ("people", TARGET, "增加60万人", "增长46%"),
        ("people", TARGET, "达到7500", "新增2397"),
        ("people", TARGET, "翻一番", "64人"),
    ],
)
def test_changes_of_other_years_terms_and_bases_are_other_quantities(
    indicator: str, role: str, one: str, other: str
) -> None:
    found = stated(*(f"indicator: {indicator}, {role}, says: {says}" for says in (one, other)))
    assert (restatements(found), left_out(found)) == ((), ())
    assert not list(find("UNI002").check(found, {}))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("57∶16∶27", "57∶16∶27", "same"),
        ("57∶16∶27", "57∶17∶26", "conflict"),
        ("57∶16∶27", "57.4∶15.6∶27.0", "same"),
        ("57∶16∶27", "57.6∶15.4∶27.0", "conflict"),
        ("1∶2", "50∶100", "same"),
        ("57∶43", "57∶16∶27", "unlike"),
    ],
)
def test_ratios_are_compared_part_by_part(one: str, other: str, found: str) -> None:
    facts = stated(*(f"indicator: share, {TARGET}, says: '{says}'" for says in (one, other))).facts
    assert compare(*facts).value == found


def test_how_far_ratios_are_apart_is_that_of_their_parts() -> None:
    found = stated(
        *(f"indicator: share, {TARGET}, says: {says}" for says in ("57∶16∶27", "54∶17∶29"))
    )
    (hit,) = find("TXT002").check(found, {})
    assert isinstance(hit, Hit)
    assert hit.difference == "3"


@pytest.mark.parametrize(
    ("statements", "left", "reason"),
    [
        (
            ("share, role: target, time: 2025, says: 到2035年达到8%",),
            ["到2035年达到8%"],
            "another year",
        ),
        (
            ("share, role: target, says: 8%", "share, role: target, says: '[3.9]'"),
            ["[3.9]"],
            "a level is never cumulative",
        ),
        (
            (
                "jobs, role: actual, time: 2020, says: 累计5万人",
                "jobs, role: actual, period: 2016-2020, says: 累计22万人",
            ),
            ["累计5万人"],
            "may be of its one year",
        ),
        (
            ("people, role: actual, time: 2020, says: 比2015年增长46%", "people, role: actual, time: 2020, says: 增长45%"),
            ["增长45%"],
            "from which year",
        ),
        (
            ("growth, role: target, says: 〔13.5〕", "growth, role: target, says: 提高14.5个百分点"),
            ["提高14.5个百分点"],
            "yearly or cumulative",
        ),
        (
            ("share, role: target, says: 应保尽保", "share, role: target, says: 90%"),
            ["应保尽保"],
            "no amount",
        ),
        (("share, role: target, says: 应保尽保",), [], ""),
    ],
)  # fmt: skip
def test_what_is_not_compared_is_undecided_with_its_reason(
    statements: tuple[str, ...], left: list[str], reason: str
) -> None:
    found = left_out(stated(*(f"indicator: {each}" for each in statements)))
    assert [each.spot.printed for each in found] == left
    assert all(reason in each.reason["en"] for each in found)


def test_a_target_on_no_basis_is_undecided_beside_that_of_its_year() -> None:
    found = plan(
        """
tables:
  表1:
    columns: [{head: x, role: target, time: 2023}, {head: x, role: target, time: 2025}]
    rows: [{row: 1, indicator: jobs, cells: [400, 500]}]
text:
  - {at: 一, indicator: jobs, role: target, time: 2025, says: 560人}
"""
    )
    assert [each.spot.printed for each in left_out(found)] == ["560人"]


def test_a_conflict_points_at_the_odd_one_and_tells_how_far_off_it_is() -> None:
    found = stated(
        *(f"indicator: people, {TARGET}, says: {says}" for says in ("1.2万", "1.9万", "19000"))
    )
    hits = [judged(restatement) for restatement in restatements(found)]
    assert isinstance(hits[1], Held)
    assert isinstance(hits[0], Hit)
    assert [spot.printed for spot in hits[0].spots] == ["1.2万", "1.9万", "19000"]
    assert hits[0].difference == "7000"
    assert hits[0].fields["agreeing"] == {"en": "一3 19000", "zh": "一3 19000"}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("5—5.5%", "5—5.4%", "0.1"),
        ("40—60", "66", "6"),
        ("40—60", "30", "10"),
        ("40—60", "55—99", "39"),
        ("66", "60", "6"),
    ],
)
def test_how_far_a_range_is_off_is_taken_from_the_end_that_is_off(
    one: str, other: str, apart: str
) -> None:
    indicator = "share" if "%" in one else "people"
    found = stated(*(f"indicator: {indicator}, {TARGET}, says: {says}" for says in (one, other)))
    (hit,) = map(judged, restatements(found))
    assert isinstance(hit, Hit)
    assert hit.difference == apart


def test_a_number_in_an_unknown_unit_is_undecided() -> None:
    found = plan(
        """
tables:
  表1:
    columns: [{head: x, role: target, time: 2025}]
    rows: [{row: 1, indicator: people, unit: 元宝, cells: [〔5〕]}]
text:
  - {at: 一, indicator: people, role: target, says: 5万人}
"""
    )
    (verdict,) = find("TXT001").check(found, {})
    assert isinstance(verdict, Undecided)
    assert "its unit is not known" in verdict.reason["en"]


@pytest.mark.parametrize(
    ("one", "other", "off", "slack"),
    [("5—6", "5—6", "0", "0"), ("5—6", "5.2—6.4", "0.4", "0.15"), ("5—6", "5—6.4", "0.4", "0")],
)
def test_two_ranges_hold_by_rounding_where_their_ends_differ(
    one: str, other: str, off: str, slack: str
) -> None:
    found = stated(*(f"indicator: people, {TARGET}, says: {says}" for says in (one, other)))
    (verdict,) = map(judged, restatements(found))
    assert isinstance(verdict, Held)
    assert verdict.margin is not None
    assert verdict.margin() == (Fraction(off), Fraction(slack))


def test_where_the_two_statements_stand_is_told() -> None:
    found = plan(
        """
tables:
  表1:
    columns: [{head: x, role: target, time: 2025}]
    rows: [{row: 1, indicator: people, cells: [9000]}]
text:
  - {at: 一, indicator: people, role: target, says: 9000}
"""
    )
    assert [each.between for each in restatements(found)] == ["text and table"]


def test_what_a_coarse_figure_agrees_with_is_held_against_itself_too() -> None:
    found = stated(
        *(f"indicator: jobs, {RESULT}, says: {says}" for says in ("2.2万", "22145", "21950"))
    )
    conflicts = [each for each in restatements(found) if each.agreement.conflicts]
    assert [(e.reference.entry.says, e.other.entry.says) for e in conflicts] == [("22145", "21950")]


def test_ratios_of_unlike_numbers_of_parts_are_undecided() -> None:
    target = "indicator: share, role: target"
    found = stated(f"{target}, says: 57∶43", f"{target}, says: 57∶16∶27")
    (each,) = (judged(each) for each in restatements(found))
    assert isinstance(each, Undecided)
    assert each.reason["en"] == "its parts are not those of the other ratio"


@pytest.mark.parametrize(
    ("says", "listed"),
    [
        ("由65%提高到95%", True),
        ("从2020年的65%提高到95%", True),
        ("from 65% to 95%", True),
        ("提高到95%", False),
        ("由政府统筹，提高到95%", False),
        ("从2020年起保持95%", False),
    ],
)
def test_what_a_level_starts_from_is_not_compared_and_listed(says: str, listed: bool) -> None:
    found = left_out(stated(f"indicator: share, role: target, says: {says}"))
    assert [each.reason["zh"] for each in found] == ["同处所印的起始数未作比对"] * listed
