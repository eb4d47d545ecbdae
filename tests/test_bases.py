"""Figures for each year beside figures for all years: parts of a whole, means, single years."""

from __future__ import annotations

import pytest

from auditor.catalogue import find
from auditor.facts import Plan
from auditor.rule import Held, Hit, Undecided
from tests.sheets import plan, stated

PAST = "indicator: jobs, role: actual, period: 2016-2020"


def told(code: str, found: Plan) -> list[str]:
    """Return what a rule says of a plan: the first figure of each objection, or how else it came out."""
    rule = find(code)
    words = {Held: "held", Undecided: "undecided"}
    return [
        each.spots[0].printed if isinstance(each, Hit) else words[type(each)]
        for each in rule.check(found, rule.options)
    ]


def claimed(
    kind: str, whole: str, *parts: str, keys: str = "indicator: jobs, role: target"
) -> Plan:
    figures = zip("wabc", (whole, *parts), strict=False)
    lines = "".join(
        f"  - {{at: 一, id: {id_}, {keys}, scope: {id_}, says: {says}}}\n" for id_, says in figures
    )
    ids = ", ".join("abc"[: len(parts)])
    return plan(f"text:\n{lines}claims:\n  - {{at: 一, whole: w, {kind}: [{ids}]}}\n")


@pytest.mark.parametrize(
    ("keys", "marked"),
    [
        ("indicator: people, says: 累计建成46万人", False),
        ("indicator: people, says: 累计达到46万人", False),
        ("indicator: people, says: 累计拥有46万人", False),
        ("indicator: people, says: 累计培训46万人", True),
        ("indicator: people, says: 累计培训46万人, basis: none", False),
        ("indicator: people, says: 累计建成46万人, basis: cumulative", True),
        ("indicator: people, says: 〔46万人〕", True),
        ("indicator: share, says: 累计达到46%", True),
    ],
)
def test_what_there_is_of_a_stock_by_a_date_is_no_sum_of_years(keys: str, marked: bool) -> None:
    assert bool(told("BAS004", stated(f"role: target, {keys}"))) == marked


@pytest.mark.parametrize(
    ("kind", "figures", "verdicts"),
    [
        ("parts", ("五年50万人", "每年8万人", "五年10万人"), ["held"]),
        ("parts", ("五年50万人", "每年8.1万人", "五年10万人"), ["held"]),
        ("parts", ("五年50万人", "每年9万人", "五年10万人"), ["每年9万人"]),
        ("parts", ("五年50万人", "每年10万人", "五年10万人"), ["每年10万人"]),
        ("parts", ("五年50万人", "每年40万人", "五年10万人"), ["每年40万人"]),
        ("parts", ("五年50万人", "每年不少于5万人", "五年10万人"), ["held"]),
        ("parts", ("五年50万人", "每年不少于8万人", "五年10万人"), ["held"]),
        ("parts", ("五年50万人", "每年不少于12万人", "五年10万人"), ["每年不少于12万人"]),
        ("parts", ("每年10万人", "五年4万人", "五年6万人"), ["每年10万人"]),
        ("parts", ("每年10万人", "五年20万人", "五年30万人"), ["held"]),
        ("parts", ("每年10万人", "年均4万人", "五年30万人"), ["held"]),
        ("parts", ("每年10万人", "年均4万人", "五年60万人"), ["五年60万人"]),
        ("parts", ("五年50万人", "每年8万人", "10万人"), ["undecided"]),
        ("parts", ("五年50万人", "每年8万人", "五年10万户"), []),
        ("parts", ("五年50万人", "每年8万人次", "五年10万人"), []),
        ("parts", ("每年10万人", "年均4万人", "每年6万人"), []),
        ("of_which", ("五年50万人", "每年9万人"), ["held"]),
        ("of_which", ("五年50万人", "每年12万人"), ["每年12万人"]),
        ("of_which", ("每年10万人", "五年40万人"), ["held"]),
        ("of_which", ("每年10万人", "五年60万人"), ["五年60万人"]),
        ("of_which", ("五年50万人", "每年不超过12万人"), ["held"]),
        ("overlapping", ("五年50万人", "每年4万人", "五年40万人"), ["held"] * 2),
        ("overlapping", ("五年50万人", "每年1万人", "五年40万人"), ["held", "每年1万人"]),
    ],
)  # fmt: skip
def test_parts_are_taken_over_the_years_of_their_whole(
    kind: str, figures: tuple[str, ...], verdicts: list[str]
) -> None:
    found = claimed(kind, *figures)
    assert told("BAS009", found) == verdicts
    if verdicts:
        assert not {"held", *figures} & {*told("SUM001", found), *told("SUM007", found)}


@pytest.mark.parametrize(
    ("claim", "says", "code"),
    [
        ("whole: w, parts: [a, b]", ("10人以上", "5人以上", "9人以上"), "SUM001"),
        ("whole: w, of_which: [a]", ("100人以上", "120人以上"), "SUM002"),
        ("shares: [w, a]", ("60%以上", "30%以上"), "SUM003"),
        ("holds: w = a + b", ("10人以上", "5人以上", "9人以上"), "SUM004"),
        ("whole: w, overlapping: [a, b]", ("9人以上", "3人以上", "2人"), "SUM007"),
        ("holds: w = a", ("2万平方米以上", "40亩以上"), "UNI004"),
    ],
)
def test_a_claim_that_only_bounds_let_hold_is_a_doubt_and_no_error(
    claim: str, says: tuple[str, ...], code: str
) -> None:
    def found(*figures: str) -> Plan:
        lines = "".join(
            f"  - {{at: 一, id: {id_}, role: target, says: {each}}}\n"
            for id_, each in zip("wab", figures, strict=False)
        )
        return plan(f"text:\n{lines}claims:\n  - {{at: 一, {claim}}}\n")

    whole = says[1] if code == "SUM002" else says[0]
    assert (told("SUM008", found(*says)), set(told(code, found(*says)))) <= ([whole], {"held"})
    assert whole not in told(code, found(*says))
    bare = [each.removesuffix("以上") for each in says]
    assert told("SUM008", found(*bare)) == []
    assert whole.removesuffix("以上") in told(code, found(*bare))


@pytest.mark.parametrize(
    ("whole", "part", "keys"),
    [("100人以上", "120人次以上", ""), ("五年100人以上", "每年120人以上", "indicator: jobs, ")],
)
def test_what_other_rules_tell_of_a_claim_is_no_doubt_too(whole: str, part: str, keys: str) -> None:
    found = claimed("of_which", whole, part, keys=f"{keys}role: target")
    assert told("SUM008", found) == []


def test_shares_in_points_are_told_once() -> None:
    lines = "".join(
        f"  - {{at: 一, id: {id_}, role: target, says: {says}}}\n"
        for id_, says in (("a", "60个百分点以上"), ("b", "30%以上"))
    )
    found = plan(f"text:\n{lines}claims:\n  - {{at: 一, shares: [a, b]}}\n")
    assert told("SUM008", found) == []


@pytest.mark.parametrize(
    ("year", "total", "error", "doubt"),
    [
        ("1000以上", "6000以上", [], ["6000以上"]),
        ("1000以上", "5000以上", ["held"], []),
        ("1000以上", "6000", [], ["6000"]),
        ("1000以上", "4000", ["4000"], []),
        ("1000", "6000以上", ["6000以上"], []),
        ("1000", "4000以上", [], ["4000以上"]),
        ("1000以内", "6000以内", [], ["6000以内"]),
        ("1000人以上", "6000人次以上", ["undecided"], []),
        ("1000人次以上", "6000人以上", ["undecided"], []),
        ("1000人次", "6000人", ["6000人"], []),
    ],
)
def test_years_that_only_bounds_let_add_up_are_a_doubt_and_no_error(
    year: str, total: str, error: list[str], doubt: list[str]
) -> None:
    goal = "indicator: jobs, role: target"
    years = (f"{goal}, basis: annual, time: {each}, says: {year}" for each in range(2021, 2026))
    found = stated(*years, f"{goal}, basis: cumulative, says: {total}")
    assert (told("BAS002", found), told("BAS008", found)) == (error, doubt)


@pytest.mark.parametrize(
    ("yearly", "total", "error", "doubt"),
    [
        ("每年不少于5万人次", "累计30万人次以上", [], ["累计30万人次以上"]),
        ("每年不少于5万人次", "累计30万人以上", [], ["累计30万人以上"]),
        ("每年不少于5万人", "累计30万人次以上", ["undecided"], []),
    ],
)
def test_a_yearly_floor_in_persons_leaves_open_how_often_they_come(
    yearly: str, total: str, error: list[str], doubt: list[str]
) -> None:
    goal = "indicator: jobs, role: target, says: "
    found = stated(goal + yearly, goal + total)
    assert (told("BAS001", found), told("BAS008", found)) == (error, doubt)


def test_a_single_year_is_a_part_of_its_period_as_it_stands() -> None:
    lines = (
        "text:\n  - {at: 一, id: w, indicator: jobs, role: actual, period: 2016-2020, says: 34人}\n"
        "  - {at: 一, id: a, indicator: jobs, scope: 新, role: actual, time: 2020, says: 12人}\n"
        "claims:\n  - {at: 一, whole: w, of_which: [a]}\n"
    )
    assert told("BAS009", plan(lines)) == []
    assert told("SUM002", plan(lines)) == ["held"]


@pytest.mark.parametrize("years", ["2015-2019", "2016-2021"])
def test_years_beyond_those_of_the_whole_leave_it_undecided(years: str) -> None:
    lines = (
        f"text:\n  - {{at: 一, id: w, {PAST}, says: 34人}}\n"
        f"  - {{at: 一, id: a, {PAST.replace('2016-2020', years)}, says: 每年12人}}\n"
        "claims:\n  - {at: 一, whole: w, of_which: [a]}\n"
    )
    assert told("BAS009", plan(lines)) == ["undecided"]


def test_figures_without_years_are_not_converted() -> None:
    lines = (
        "text:\n  - {at: 一, id: w, says: 五年50万人}\n  - {at: 一, id: a, says: 每年20万人}\n"
        "claims:\n  - {at: 一, whole: w, of_which: [a]}\n"
    )
    assert told("BAS009", plan(lines)) == ["undecided"]


@pytest.mark.parametrize(
    ("yearly", "mean", "verdicts"),
    [
        ("每年4.5万人", "年均4.5万人", ["held"]),
        ("每年4.5万人", "年均44900人", ["held"]),
        ("每年4.5万人", "年均44400人", ["每年4.5万人"]),
        ("每年22万人", "年均4.5万人", ["每年22万人"]),
        ("每年4万人以上", "年均4.5万人", ["held"]),
        ("每年5.0万人以上", "年均4.5万人", ["每年5.0万人以上"]),
        ("每年不少于0.53万人", "年均5250人", ["held"]),
        ("每年5万人以内", "年均4.5万人", ["held"]),
        ("每年4—5万人", "年均4.5万人", ["held"]),
        ("每年4.5万人", "年均4.5万人次", ["undecided"]),
        ("每年4.5万人", "年均4.5万元", ["undecided"]),
    ],
)
@pytest.mark.parametrize("keys", ["indicator: jobs, role: target", PAST])
def test_what_holds_for_every_year_holds_for_their_mean(
    keys: str, yearly: str, mean: str, verdicts: list[str]
) -> None:
    assert told("BAS010", stated(f"{keys}, says: {yearly}", f"{keys}, says: {mean}")) == verdicts


@pytest.mark.parametrize(
    ("every", "year", "verdicts"),
    [
        ("每年45万人", "9万人", ["每年45万人"]),
        ("每年9万人", "45万人", ["每年9万人"]),
        ("每年5万人", "4万人", ["held"]),
        ("每年5万人", "2万人", ["held"]),
        ("每年5万人", "1.9万人", ["每年5万人"]),
        ("每年不少于5万人", "4.96万人", ["held"]),
        ("每年不少于5万人", "4.9万人", ["held"]),
        ("每年不少于5万人", "4.4万人", ["每年不少于5万人"]),
        ("每年不超过5万人", "9万人", ["每年不超过5万人"]),
        ("每年5万人", "1万人次", ["undecided"]),
        ("每年5万人", "1万元", ["undecided"]),
        ("年均5万人", "1万人", []),
    ],
)
def test_a_year_is_held_against_what_is_said_of_every_year(
    every: str, year: str, verdicts: list[str]
) -> None:
    single = "indicator: jobs, role: actual, time: 2018"
    assert told("BAS011", stated(f"{PAST}, says: {every}", f"{single}, says: {year}")) == verdicts


@pytest.mark.parametrize("keys", ["role: actual, time: 2015", "role: target, time: 2018", "role: baseline, time: 2021"])  # fmt: skip
def test_only_results_of_years_within_count(keys: str) -> None:
    found = stated(f"{PAST}, says: 每年45万人", f"indicator: jobs, {keys}, says: 9万人")
    assert told("BAS011", found) == []


@pytest.mark.parametrize(
    ("keys", "says", "found"),
    [
        ("basis: annual", "五年60万人", True),
        ("basis: average", "累计60万人", True),
        ("basis: cumulative", "每年60万人", True),
        ("basis: cumulative", "60万人/年", True),
        ("basis: cumulative", "年均60万人", True),
        ("basis: annual, time: 2025", "五年累计60万人", True),
        ("basis: annual, time: 2025", "累计60万人", False),
        ("basis: annual", "年均60万人", False),
        ("basis: average", "每年60万人", False),
        ("basis: annual", "共计60万人", False),
        ("basis: annual", "〔60万人〕", False),
        ("basis: none", "累计60万人", False),
        ("basis: cumulative", "五年60万人", False),
        ("basis: annual", "60万人", False),
        ("scope: 青年", "五年60万人", False),
    ],
)
def test_a_basis_that_is_keyed_agrees_with_the_word_that_is_printed(
    keys: str, says: str, found: bool
) -> None:
    verdicts = told("BAS012", stated(f"indicator: jobs, role: target, {keys}, says: {says}"))
    assert verdicts == [says] * found


SHARES = ("share", "70%", "77%")
PEOPLE = ("people", "25万人", "30万人")


@pytest.mark.parametrize(
    ("levels", "change", "verdicts"),
    [
        (SHARES, "比2020年提高7个百分点", ["held"]),
        (SHARES, "比2020年提高5个百分点", ["hit"]),
        (SHARES, "比“十三五”末提高5个百分点", ["hit"]),
        (SHARES, "比2020年降低7个百分点", ["hit"]),
        (SHARES, "比2020年提高5个百分点以上", ["held"]),
        (SHARES, "比2020年提高9个百分点以上", ["hit"]),
        (("share", "70%", "77%以上"), "比2020年提高10个百分点", ["held"]),
        (("share", "70%", "77%以上"), "比2020年提高5个百分点", ["hit"]),
        (("share", "70.4%", "77%"), "比2020年提高6个百分点", ["held"]),
        (("share", "70%", "77%—80%"), "比2020年提高5个百分点", []),
        (SHARES, "比2020年提高5—6个百分点", []),
        (SHARES, "提高5个百分点", []),
        (SHARES, "比2019年提高5个百分点", []),
        (SHARES, "比上年提高1个百分点", []),
        (SHARES, "比2020年年均提高1个百分点", []),
        (SHARES, "比2020年提高10%", []),
        (PEOPLE, "比2020年增长20%", ["held"]),
        (PEOPLE, "比2020年增长25%", ["hit"]),
        (PEOPLE, "比2020年增加5万人", ["held"]),
        (PEOPLE, "比2020年增加7万人", ["hit"]),
        (PEOPLE, "比2020年增加6万人次", []),
        (PEOPLE, "比2020年新增6万人", []),
        (("people", "30万人", "24万人"), "比2020年下降20%", ["held"]),
        (("people", "30万人", "24万人"), "比2020年下降25%", ["hit"]),
        (("income", "10000元", "13000元"), "比2020年增长30%", ["held"]),
        (("income", "10000元", "13000元"), "比2020年增长20%", ["undecided"]),
        (("income", "10000元", "13000元"), "比2020年增加2000元", ["hit"]),
        (("jobs", "1万人", "2万人"), "比2020年增加2万人", []),
    ],
)
def test_a_change_from_a_base_year_lies_between_the_levels(
    levels: tuple[str, str, str], change: str, verdicts: list[str]
) -> None:
    id_, start, end = levels
    income = "  income: {name: 人均收入, kind: rate, unit: 元}\n"
    lines = (
        f"baseline, time: 2020, says: {start}",
        f"target, says: {end}",
        f"target, says: {change}",
    )
    text = "".join(f"  - {{at: 一, indicator: {id_}, role: {each}}}\n" for each in lines)
    assert told("BAS013", plan(f"{income}text:\n{text}")) == [
        change if each == "hit" else each for each in verdicts
    ]


def test_a_change_from_a_base_year_is_held_against_its_own_levels_only() -> None:
    change = "indicator: share, role: target, says: 比2020年提高5个百分点"
    end = "indicator: share, role: target, says: 77%"
    start = "indicator: share, role: baseline, time: 2020, says: 70%"
    assert told("BAS013", stated(start, end, change)) == ["比2020年提高5个百分点"]
    for lacking in (
        (end, change),
        (start, change),
        (f"{start}, scope: 农村", end, change),
        (start, f"{end}, area: elsewhere", change),
        (start, f"{end}, time: 2023", change),
        (start, end, f"{change}, time: 2023"),
    ):
        assert told("BAS013", stated(*lacking)) == []


def test_what_a_level_rises_by_may_stand_beside_it() -> None:
    table = (
        "tables:\n  表1:\n    columns:\n"
        "      - {{head: 2020年, role: baseline, time: 2020}}\n      - {{head: 2025年, role: target}}\n"
        "      - {{head: {head}, role: target}}\n    rows:\n"
        "      - {{row: 1, indicator: {indicator}, cells: [{cells}]}}\n"
    )
    for head in ("年均/累计", "五年变动"):
        found = plan(table.format(head=head, indicator="share", cells="35, 27, 〔8〕"))
        assert told("BAS004", found) == []
        assert told("TXT003", found) in ([], ["undecided"])
    jobs = plan(table.format(head="年均/累计", indicator="jobs", cells="1, 2, 〔9000〕"))
    assert [f.key.basis for f in jobs.facts if f.entry.says == "〔9000〕"] == ["cumulative"]
    assert not any(f.key.change for f in jobs.facts)


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("role: actual, time: 2020, says: 累计持卡46万人", []),
        ("role: target, says: 累计46万人", ["累计46万人"]),
    ],
)
def test_what_a_stock_has_come_to_is_no_sum_of_years(keys: str, found: list[str]) -> None:
    assert told("BAS004", stated(f"indicator: people, {keys}")) == found
