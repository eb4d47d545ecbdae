"""Persons beside person-times: what is certain of them, across years and across plans."""

from __future__ import annotations

import pytest

from auditor.catalogue import find
from auditor.compare.rollup import Run
from auditor.compare.summary import summarise
from auditor.facts import Plan
from auditor.rule import Hit, Undecided
from auditor.wording import say
from tests.sheets import CLEAN, plan, stated, whole
from tests.test_bases import told

GOAL = "indicator: jobs, role: target"


def between(code: str, *plans: Plan) -> list[str]:
    """Return what a rule across plans says of them: the first figure of each objection."""
    rule = find(code)
    return [
        each.spots[0].printed
        if isinstance(each, Hit)
        else "undecided"
        if isinstance(each, Undecided)
        else "held"
        for each in rule.check(Run(tuple(map(summarise, plans))), rule.options)
    ]


def sheet(id_: str, *says: str, keys: str = "", rest: str = "") -> Plan:
    header = f"plan: {id_}\ntitle: A\narea: {id_}\nperiod: 2021-2025\n{keys}"
    return plan("text:\n" + "".join(f"  - {{at: 一, {each}}}\n" for each in says) + rest, header)


@pytest.mark.parametrize(
    ("total", "yearly", "verdicts"),
    [
        ("五年300万人", "每年60万人次", ["undecided"]),
        ("五年300万人", "每年90万人次", ["undecided"]),
        ("五年300万人", "每年50万人次", ["五年300万人"]),
        ("五年300万人次", "每年60万人", ["undecided"]),
        ("五年300万人次", "每年50万人", ["undecided"]),
        ("五年300万人次", "每年90万人", ["五年300万人次"]),
        ("五年300万人次", "每年60万人次", ["held"]),
    ],
)
def test_there_are_no_more_persons_than_person_times(
    total: str, yearly: str, verdicts: list[str]
) -> None:
    assert told("BAS001", stated(f"{GOAL}, says: {total}", f"{GOAL}, says: {yearly}")) == verdicts
    years = ", ".join(f"{yearly.removeprefix('每年')}" for _ in range(5))
    columns = "".join(
        f"      - {{head: x, role: target, time: {2021 + year}, basis: annual}}\n"
        for year in range(5)
    )
    table = plan(
        f"tables:\n  表1:\n    columns:\n{columns}    rows:\n"
        f"      - {{row: 1, indicator: jobs, cells: [{years}]}}\n"
        f"text:\n  - {{at: 一, {GOAL}, says: {total}}}\n"
    )
    assert told("BAS002", table) == verdicts


@pytest.mark.parametrize(
    ("parent", "child", "verdicts"),
    [
        ("累计15万人", "累计12万人次", ["undecided"]),
        ("累计15万人", "累计18万人次", ["undecided"]),
        ("累计15万人次", "累计12万人", ["undecided"]),
        ("累计15万人次", "累计18万人", ["累计18万人"]),
        ("累计15万人", "累计18万人", ["累计18万人"]),
    ],
)
def test_a_child_has_no_more_persons_than_its_parent_person_times(
    parent: str, child: str, verdicts: list[str]
) -> None:
    above = sheet("top", f"{GOAL}, says: {parent}", keys="children: complete\n")
    below = sheet("n", f"{GOAL}, says: {child}", keys="parent: top\n")
    assert between("ROL004", above, below) == verdicts
    if "次" in parent + child:
        assert between("ROL005", above, below) == ["undecided"]


@pytest.mark.parametrize(
    ("kind", "found"),
    [("parts", ["10万人"]), ("of_which", ["10万人"]), ("overlapping", ["8万人次"])],
)
def test_a_part_in_another_unit_is_told_once(kind: str, found: list[str]) -> None:
    figures = ("id: all, says: 10万人", "id: a, says: 4万人", "id: b, says: 8万人次")
    claim = f"claims:\n  - {{at: 一, whole: all, {kind}: [a, b]}}\n"
    assert told("UNI005", sheet("top", *figures, rest=claim)) == found


@pytest.mark.parametrize(
    ("target", "by", "found"),
    [
        ("累计2.4万人次", "1.4万人, s: 1万人", ["1.4万人"]),
        ("累计2.4万人", "1.4万人次, s: 1万人", ["1.4万人次"]),
        ("累计2.4万人次", "1.4万人次, s: 1万人次", []),
        ("累计2.4万人次", "1.4万, s: 1万", []),
        ("累计2.4万", "1.4万人次, s: 1万人次", []),
        ("累计2.4万人次", "60%, s: 40%", []),
    ],
)
def test_a_target_is_allotted_in_its_own_unit(target: str, by: str, found: list[str]) -> None:
    rest = f"allotted:\n  - {{at: 表4, indicator: jobs, basis: cumulative, by: {{n: {by}}}}}\n"
    assert told("UNI005", sheet("top", f"{GOAL}, says: {target}", rest=rest)) == found


def test_a_target_in_both_units_may_be_allotted_in_either() -> None:
    rest = "allotted:\n  - {at: 表4, indicator: jobs, basis: cumulative, by: {n: 2万人}}\n"
    both = (f"{GOAL}, says: 累计2万人次", f"{GOAL}, says: 累计2万人")
    assert told("UNI005", sheet("top", *both, rest=rest)) == []


@pytest.mark.parametrize(
    ("own", "quoted", "unit", "numbers"),
    [
        ("累计15万人", "累计15万人次", ["累计15万人次"], ["undecided"]),
        ("累计15万人", "累计12万人次", ["累计12万人次"], ["累计12万人次"]),
        ("累计15万人", "累计15万人", [], ["held"]),
        ("累计15万人次", "累计15万", [], ["undecided"]),
        ("累计15万人", "累计15万户", ["累计15万户"], ["undecided"]),
        ("累计15个", "累计15家", [], ["held"]),
    ],
)
def test_a_quote_is_in_the_unit_of_the_plan_that_is_quoted(
    own: str, quoted: str, unit: list[str], numbers: list[str]
) -> None:
    plans = sheet("p", f"{GOAL}, says: {own}"), sheet("c", f"{GOAL}, area: p, says: {quoted}")
    assert between("UNI009", *plans) == unit
    assert between("TXT007", *plans) == numbers


def test_a_plan_that_mixes_units_itself_may_be_quoted_in_either() -> None:
    own = sheet("p", f"{GOAL}, says: 累计15万人", f"{GOAL}, says: 累计15万人次")
    assert between("UNI009", own, sheet("c", f"{GOAL}, area: p, says: 累计15万人次")) == []


@pytest.mark.parametrize(
    ("own", "quoted", "found"),
    [
        (["累计15万人"], "每年15万人", ["每年15万人"]),
        (["累计15万人以上"], "年均150000人", ["年均150000人"]),
        (["每年3万人"], "五年3万人", ["五年3万人"]),
        (["累计15万人"], "每年3万人", []),
        (["累计15万人"], "累计15万人", []),
        (["累计15万人", "每年15万人"], "每年15万人", []),
        (["累计0人"], "每年0人", []),
        (["累计15万人"], "每年15万户", []),
        ([], "每年15万人", []),
    ],
)
def test_a_quote_is_on_the_basis_of_the_plan_that_is_quoted(
    own: list[str], quoted: str, found: list[str]
) -> None:
    above = sheet("p", *(f"{GOAL}, says: {each}" for each in own))
    assert between("TXT009", above, sheet("c", f"{GOAL}, area: p, says: {quoted}")) == found


@pytest.mark.parametrize(
    ("parent", "child", "better", "verdict"),
    [
        ("5000", "4000", "", "undecided"),
        ("5000", "5000", "", "held"),
        ("5000以上", "4000", "", "4000"),
        ("5000以内", "4000", "", "held"),
        ("5000以上", "4000", ", better: less", "4000"),
        ("5000", "4000", ", better: less", "held"),
        ("5000", "4000", ", better: more", "4000"),
    ],
)
def test_what_binds_each_is_a_floor_or_a_ceiling_by_its_bound_or_the_good_direction(
    parent: str, child: str, better: str, verdict: str
) -> None:
    subsidy = f"  subsidy: {{name: 补贴标准, kind: rate, unit: 元{better}}}\n"

    def stating(id_: str, keys: str, says: str) -> Plan:
        header = f"plan: {id_}\ntitle: A\narea: {id_}\nperiod: 2021-2025\n{keys}"
        line = f"  - {{at: 一, indicator: subsidy, role: target, {says}}}\n"
        return plan(f"{subsidy}text:\n{line}", header)

    above = stating("top", "", f"binds: each, says: {parent}")
    below = stating("n", "parent: top\n", f"says: {child}")
    assert between("ROL012", above, below) == [verdict]


@pytest.mark.parametrize(
    ("formula", "verdict"),
    [
        ("h = c.a", "held"),
        ("h = c.a + 2", "10人"),
        ("h = c.a + c.zz", ""),
        ("h = c.a + zz", ""),
        ("h = c.a ** 2", ""),
        ("h = c.a / c.zero", ""),
        ("h = c.a / (c.a - 10)", ""),
        ("h = c.a / (c.a - 9.8)", "undecided"),
        ("h = c.a + c.unread", "undecided"),
        ("h = c.a + unread", "undecided"),
        ("h = c.a + d.a", "undecided"),
        ("h = d.a ** 2", "undecided"),
        ("h = c.goal", "undecided"),
    ],
)
def test_a_claim_across_plans_is_told_where_it_can_be_judged(formula: str, verdict: str) -> None:
    claim = f"claims:\n  - {{at: 一, holds: {formula}}}\n"
    own = sheet("p", "id: h, says: 10人", "id: unread, says: 十几x", rest=claim)
    figures = ("id: a, says: 10人", "id: zero, says: 0人", "id: unread, says: 十几x")
    other = sheet("c", *figures, "id: goal, role: target, says: 8人以上")
    assert between("SUM005", own, other) == [verdict]


def test_a_plan_that_broke_off_may_have_any_id() -> None:
    claim = "claims:\n  - {at: 一, holds: h = c.zz}\n"
    own = sheet("p", "id: h, says: 10人", rest=claim)
    assert between("SUM005", own, sheet("c", "id: a, says: 10人", rest="x: [\n")) == ["undecided"]
    one, other = sheet("c", "id: a, says: 10人"), sheet("c", "id: zz, says: 10人")
    assert between("SUM005", own, one, other) == ["undecided"]


@pytest.mark.parametrize(
    ("own", "quoted", "en"),
    [
        ("5%以内", "5%以上", "one is a floor, the other a ceiling"),
        ("5—5.5%", "5—5.4%", "0.1 percentage points apart"),
    ],
)
def test_a_quote_is_told_by_what_is_wrong_with_it(own: str, quoted: str, en: str) -> None:
    target = "indicator: share, role: target"
    plans = sheet("p", f"{target}, says: {own}"), sheet("c", f"{target}, area: p, says: {quoted}")
    rule = find("TXT007")
    (hit,) = rule.check(Run(tuple(map(summarise, plans))), rule.options)
    assert isinstance(hit, Hit)
    assert say(hit.message or rule.message, "en", hit.fields).endswith(f": {en}")
    assert bool(hit.difference) is (en[0] == "0")


@pytest.mark.parametrize(
    ("code", "base", "target", "verdicts"),
    [
        ("DIR001", "2150人次", "每年2000人", ["undecided"]),
        ("DIR001", "2150人", "每年2000人", ["每年2000人"]),
        ("DIR002", "2150人次", "〔9000人〕", ["undecided"]),
        ("DIR002", "2150人", "〔9000人次〕", ["〔9000人次〕"]),
        ("DIR002", "1700人", "〔9000人次〕", ["undecided"]),
        ("DIR001", "2150人", "每年2000人次", ["每年2000人次"]),
        ("DIR002", "2150人次", "〔9000人次〕", ["〔9000人次〕"]),
        ("DIR003", "2150人次", "〔9000人〕", ["undecided"]),
        ("DIR003", "2.15人次", "〔9000人〕", ["undecided"]),
        ("DIR003", "2150人", "〔9000人〕", ["held"]),
        ("DIR004", "2150人次", "每年2150人", ["undecided"]),
        ("DIR004", "2150人", "每年2150人", ["每年2150人"]),
        ("DIR002", "2150元", "〔9000人〕", []),
    ],
)
def test_a_target_in_persons_has_no_baseline_in_person_times(
    code: str, base: str, target: str, verdicts: list[str]
) -> None:
    result = "indicator: jobs, role: baseline, time: 2020"
    found = stated(f"{result}, says: {base}", f"{GOAL}, says: {target}")
    assert told(code, found) == verdicts


def test_a_bare_number_is_not_held_against_a_per_cent() -> None:
    index = "indicators:\n  index: {name: 指数, kind: stock, unit: '', better: more}\n"
    lines = (
        "text:\n  - {at: 一, indicator: index, role: baseline, says: 105}\n"
        "  - {at: 二, indicator: index, role: target, says: 5%}\n"
    )
    assert told("DIR001", whole(f"{CLEAN}{index}{lines}")) == ["undecided"]
