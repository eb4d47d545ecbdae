"""Comparisons that came out well: how near they were, and how they are shown."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

import pytest

from auditor.catalogue import select
from auditor.engine import Report, Wanted, audit
from auditor.finding import Comparison, Mark, Spot
from auditor.interval import Interval
from auditor.reporters import Style, reporter
from auditor.rule import Held, Margin, held, held_sides, margin
from auditor.wording import Lang
from tests.sheets import HEAD, stated


def between(low: str | None, high: str | None) -> Interval:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Interval(ends[0], ends[1])


def near(off: str, slack: str | None) -> Margin:
    return Margin(Fraction(off), None if slack is None else Fraction(slack))


@pytest.mark.parametrize(
    ("off", "difference", "relation", "found"),
    [
        ("0", between("-1", "1"), "=", near("0", "1")),
        ("145", between("-355.5", "645.5"), "=", near("145", "355.5")),
        ("-145", between("-645.5", "355.5"), "=", near("145", "355.5")),
        ("3", between("0", "6"), "=", near("3", "0")),
        ("0", between("0", "0"), "=", near("0", "0")),
        ("3", between(None, "5"), "=", near("3", "5")),
        ("3", between("-5", None), "=", near("3", "5")),
        ("3", between(None, None), "=", near("3", None)),
        ("-5", between("-8", "-2"), "<=", near("0", "8")),
        ("-5", between("-8", "2"), "<", near("0", "8")),
        ("3", between("-2", "8"), "<=", near("3", "2")),
        ("3", between(None, "8"), "<=", near("3", None)),
        ("5", between("2", "8"), ">=", near("0", "8")),
        ("5", between("-2", "8"), ">", near("0", "8")),
        ("-3", between("-8", "2"), ">=", near("3", "2")),
        ("-3", between("-8", None), ">", near("3", None)),
        ("0", between("-1", "2"), "<=", near("0", "1")),
        ("0", between("-1", "2"), ">=", near("0", "2")),
    ],
)
def test_a_margin_is_how_far_off_a_comparison_is_and_how_much_is_left(
    off: str, difference: Interval, relation: str, found: Margin
) -> None:
    assert margin(Fraction(off), difference, relation) == found


GOAL = "indicator: jobs, role: target, basis: cumulative"


@pytest.mark.parametrize(
    ("one", "other", "relation", "found"),
    [
        ("22145人", "2.2万人", "=", near("145", "355.5")),
        ("2.2万人", "22145人", "=", near("145", "355.5")),
        ("22500人", "2.2万人", "=", near("500", "0.5")),
        ("22000人", "2.2万人", "=", near("0", "500.5")),
        ("2.2万人", "2.2万人", "=", near("0", "0")),
        ("2.20万人", "2.2万人", "=", near("0", "550")),
        ("9000人", "9000人以上", "=", near("0", "0")),
        ("9000人", "0.9万人以上", "=", near("0", "500.5")),
        ("22145人", "2.2万人", "<=", near("145", "355.5")),
        ("2.2万人", "22145人", "<=", near("0", "645.5")),
        ("22145人", "2.2万人", ">=", near("0", "645.5")),
        ("9000人", "12000人", "<=", near("0", "3001")),
        ("9000人", "12000人以上", "<=", near("0", "3001")),
    ],
)
def test_two_facts_are_as_near_as_their_digits_are_rough(
    one: str, other: str, relation: str, found: Margin
) -> None:
    first, second = stated(f"{GOAL}, says: {one}", f"{GOAL}, says: {other}").facts
    comparison = held(first, second, relation)
    assert comparison.facts == (first, second)
    assert comparison.margin is not None
    assert comparison.margin() == found


RESULT = "indicator: jobs, role: actual, period: 2016-2020"
RANGE = "indicator: share, role: target"


@pytest.mark.parametrize(
    ("keys", "one", "other", "found"),
    [
        (RESULT, "9000人以上", "9500人", near("0", "500.5")),
        (RESULT, "9500人", "9000人以上", near("0", "500.5")),
        (RESULT, "9000人以上", "9000人", near("0", "0.5")),
        (RESULT, "9000人以上", "8999.9人", near("0.1", "0.45")),
        (RESULT, "9000人以内", "8000人", near("0", "1000.5")),
        (RESULT, "9000人以上", "8000人以上", near("0", None)),
        (RESULT, "0.9万人", "8800人以上", near("0", "700")),
        (RESULT, "9000人", "9000人", near("0", "0")),
        (RANGE, "5—5.5%", "5.5%", near("0", "0.05")),
        (RANGE, "5—5.48%", "5.5%", near("0.02", "0.03")),
        (GOAL, "22145人", "2.2万人以上", near("145", "355.5")),
    ],
)
def test_what_a_bound_covers_does_not_hold_by_rounding(
    keys: str, one: str, other: str, found: Margin
) -> None:
    first, second = stated(f"{keys}, says: {one}", f"{keys}, says: {other}").facts
    comparison = held(first, second)
    assert comparison.margin is not None
    assert comparison.margin() == found


@pytest.mark.parametrize(
    ("one", "other", "unit"),
    [
        ("9000人", "0.9万人", "person"),
        ("9000人", "9000人次", ""),
        ("9000", "9000人", "person"),
    ],
)
def test_a_margin_is_in_the_unit_that_both_have(one: str, other: str, unit: str) -> None:
    first, second = stated(f"{GOAL}, says: {one}", f"{GOAL}, says: {other}").facts
    assert held(first, second).in_unit == unit


def test_two_sides_are_as_near_as_they_are_printed() -> None:
    comparison = held_sides((), lambda: Fraction(5), between("10", "20"), between("8", "12"), "=")
    assert comparison.margin is not None
    assert comparison.margin() == near("5", "2")
    comparison = held_sides((), lambda: Fraction(5), between("10", "20"), between("8", "12"), ">=")
    assert comparison.margin is not None
    assert comparison.margin() == near("0", "12")


def test_a_comparison_without_a_margin_is_not_near_at_all() -> None:
    assert Held() == Held((), None)


@pytest.mark.parametrize(
    ("off", "by_rounding"),
    [("", False), ("0", False), ("145", True), ("0.5", True), ("1/3", True)],
)
def test_what_is_printed_apart_holds_only_by_rounding(off: str, by_rounding: bool) -> None:
    spots = (Spot("a.yaml", Mark(1, 1, 1, 2)),)
    assert Comparison("TXT001", "text-against-table", spots, off).by_rounding is by_rounding


FIRST = len(HEAD.splitlines()) + 1


def checked(folder: Path, *lines: str, chosen: str = "ALL", held: bool = True) -> Report:
    path = folder / "a.yaml"
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    return audit([str(path)], select(chosen.split(","), []), Wanted(held=held))


def compared(report: Report) -> list[tuple[str, list[str], str, str]]:
    return [
        (each.code, [spot.printed for spot in each.spots], each.off, each.slack)
        for each in report.held
    ]


def goal(says: str, basis: str = "cumulative") -> str:
    return f"  - {{at: 一, indicator: jobs, role: target, basis: {basis}, says: '{says}'}}"


def actual(says: str, basis: str = "cumulative") -> str:
    keys = f"role: actual, period: 2016-2020, basis: {basis}"
    return f"  - {{at: 一, indicator: jobs, {keys}, says: '{says}'}}"


def part(id_: str, says: str) -> str:
    return f"  - {{at: 一, id: {id_}, says: '{says}'}}"


PARTS = ["claims:", "  - {at: 一, whole: all, parts: [a, b]}"]


def formula(relation: str) -> list[str]:
    return ["claims:", f"  - {{at: 一, holds: '{relation}'}}"]


@pytest.mark.parametrize(
    ("lines", "code", "printed", "off", "slack"),
    [
        ([goal("22145人"), goal("2.2万人")], "TXT002", ["2.2万人", "22145人"], "145", "355.5"),
        ([goal("2.2万人"), goal("22145人")], "TXT002", ["22145人", "2.2万人"], "145", "355.5"),
        ([goal("9000人"), goal("9000人以上")], "TXT002", ["9000人以上", "9000人"], "0", "0"),
        (
            [goal("22.44万人"), goal("4.5万人", "average")],
            "BAS001", ["22.44万人", "4.5万人"], "600", "1950",
        ),
        (
            [goal("9000人"), goal("1800人", "annual")],
            "BAS001", ["9000人", "1800人"], "0", "3",
        ),
        (
            [part("all", "1.7万人"), part("a", "9000人"), part("b", "8001人"), *PARTS],
            "SUM001", ["9000人", "8001人", "1.7万人"], "1", "500",
        ),
        (
            [part("all", "10人"), part("a", "6人"), part("b", "5人"), *PARTS],
            "SUM001", ["6人", "5人", "10人"], "1", "0.5",
        ),
        (
            [part("a", "100人"), part("b", "67人"), *formula("b = a * 2 / 3")],
            "SUM004", ["67人", "100人"], "1/3", "0.5",
        ),
        (
            [part("a", "100人"), part("b", "100.4人"), *formula("a >= b")],
            "SUM004", ["100人", "100.4人"], "0.4", "0.15",
        ),
        (
            [part("a", "100人"), part("b", "90人"), *formula("a >= b")],
            "SUM004", ["100人", "90人"], "0", "11",
        ),
        (
            [part("a", "100人以上"), part("b", "150人"), *formula("a = b")],
            "SUM004", ["100人以上", "150人"], "0", "50.5",
        ),
        (
            [part("all", "300人以内"), part("a", "100人"), part("b", "150人"), *PARTS],
            "SUM001", ["100人", "150人", "300人以内"], "0", "51",
        ),
        (
            [actual("22.44万人以上"), actual("4.5万人", "average")],
            "BAS001", ["22.44万人以上", "4.5万人"], "0", "3100",
        ),
    ],
)  # fmt: skip
def test_each_rule_tells_how_near_a_comparison_was(
    tmp_path: Path, lines: list[str], code: str, printed: list[str], off: str, slack: str
) -> None:
    report = checked(tmp_path, *lines)
    assert not [each for each in report.findings if each.code == code]
    assert (code, printed, off, slack) in compared(report)


def restated(number: int) -> tuple[str, list[str]]:
    return "TXT002", [goal("2.2万人"), goal(f"{number}人")]


def yearly(number: int) -> tuple[str, list[str]]:
    return "BAS001", [goal("4.5万人", "average"), goal(f"{number}人")]


def added(number: int) -> tuple[str, list[str]]:
    return "SUM001", [part("all", "1.7万人"), part("a", f"{number}人"), part("b", "8千人"), *PARTS]


@pytest.mark.parametrize(
    ("lines", "number", "step"),
    [
        (restated, 22145, 1),
        (restated, 21855, -1),
        (yearly, 224400, -1),
        (yearly, 225600, 1),
        (added, 9100, 1),
        (added, 8900, -1),
    ],
)
def test_the_slack_is_all_that_is_left_and_no_more(
    tmp_path: Path, lines: Callable[[int], tuple[str, list[str]]], number: int, step: int
) -> None:
    code, text = lines(number)
    (comparison,) = [each for each in checked(tmp_path, *text).held if each.code == code]
    assert comparison.by_rounding
    slack = floor(Fraction(comparison.slack))
    for more, holds in ((slack, True), (slack + 1, False)):
        report = checked(tmp_path, *lines(number + step * more)[1])
        assert (code not in {each.code for each in report.findings}) is holds


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("  - {at: 一, indicator: rate, role: target, says: 4%}", "FIG002"),
        ("  - {at: 一, indicator: rate, role: target, says: 0%}", "FIG002"),
    ],
)
def test_where_nearness_means_nothing_none_is_told(tmp_path: Path, line: str, code: str) -> None:
    assert compared(checked(tmp_path, line, chosen=code)) == [
        (code, [line.split("says: ")[1].rstrip("}")], "", "")
    ]


def test_comparisons_are_kept_only_when_they_are_asked_for(tmp_path: Path) -> None:
    lines = [goal("22145人"), goal("2.2万人")]
    asked, silent = (checked(tmp_path, *lines, held=each) for each in (True, False))
    assert (len(asked.held), len(silent.held)) == (1, 0)
    assert asked.comparisons == silent.comparisons == 1
    assert asked.findings == silent.findings


def test_comparisons_are_sorted_by_place_and_code(tmp_path: Path) -> None:
    for name in ("b", "a"):
        lines = (goal("9000人"), goal("9000人"), goal("9000人"), goal("1800人", "annual"))
        text = HEAD.replace("plan: a", f"plan: {name}").replace("area: a", f"area: {name}")
        (tmp_path / f"{name}.yaml").write_text(text + "\n".join(lines) + "\n", encoding="utf-8")
    report = audit([str(tmp_path)], select(["TXT", "BAS"], []), Wanted(held=True))
    order = [(each.spots[0].path, each.spots[0].mark, each.code) for each in report.held]
    assert order == sorted(order)
    assert [each.code for each in report.held[: len(order) // 2]] == ["BAS001", "TXT002", "TXT002"]


def written(report: Report, format: str, show: str, lang: Lang = "en", quiet: bool = False) -> str:
    stream = io.StringIO()
    reporter(format)(report, stream, Style(lang=lang, width=100, show=show, quiet=quiet))
    return stream.getvalue()


def shown(report: Report, show: str) -> Any:
    return json.loads(written(report, "json", show))


TWO = (goal("22145人"), goal("2.2万人"), goal("22145人"))


@pytest.mark.parametrize(
    ("show", "lang", "head", "lines"),
    [
        (
            "rounding",
            "en",
            "Holds only because of rounding",
            ["10:69 TXT002 一 2.2万人 · 一 22145人  (as printed 145 persons apart; 355.5 persons more would still pass)"],
        ),
        (
            "rounding",
            "zh",
            "仅因四舍五入而成立",
            ["10:69 TXT002 一 2.2万人 · 一 22145人（按原文相差 145 人，尚余 355.5 人）"],
        ),
        (
            "all",
            "en",
            "Comparisons that hold",
            [
                "10:69 TXT002 一 2.2万人 · 一 22145人  (as printed 145 persons apart; 355.5 persons more would still pass)",
                "11:69 TXT002 一 22145人 · 一 22145人",
            ],
        ),
        (
            "all",
            "zh",
            "比对一致",
            [
                "10:69 TXT002 一 2.2万人 · 一 22145人（按原文相差 145 人，尚余 355.5 人）",
                "11:69 TXT002 一 22145人 · 一 22145人",
            ],
        ),
    ],
)  # fmt: skip
def test_a_reader_sees_what_holds_below_its_heading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, show: str, lang: Lang, head: str, lines: list[str]
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    report = checked(Path(), *TWO)
    first = written(report, "console", show, lang).split("\n\n")[0].split("\n")
    assert first[0] == head
    unfolded = "".join(line.removeprefix("  ") for line in first[1:])
    joined = "".join(f"a.yaml:{line}" for line in lines)
    assert unfolded.replace(" ", "") == joined.replace(" ", "")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "(as printed ≈0.3333 persons apart; 0.5 persons more would still pass)"),
        ("zh", "（按原文相差 ≈0.3333 人，尚余 0.5 人）"),
    ],
)
def test_a_reader_sees_a_decimal_and_a_program_the_exact_number(
    tmp_path: Path, lang: Lang, told: str
) -> None:
    lines = [part("a", "100人"), part("b", "67人"), *formula("b = a * 2 / 3")]
    report = checked(tmp_path, *lines)
    text = written(report, "console", "rounding", lang)
    assert told.replace(" ", "") in "".join(text.split())
    assert shown(report, "rounding")["comparisons"][0]["off"] == "1/3"


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Holds only because of rounding\n  none\n\n"), ("zh", "仅因四舍五入而成立\n  无\n\n")],
)
def test_a_reader_is_told_that_nothing_holds_only_by_rounding(
    tmp_path: Path, lang: Lang, text: str
) -> None:
    report = checked(tmp_path, goal("9000人"), goal("9000人"))
    assert written(report, "console", "rounding", lang).startswith(text)


def test_findings_stand_before_what_holds(tmp_path: Path) -> None:
    report = checked(tmp_path, goal("9000人"), goal("9000人"), goal("8000人"))
    text = written(report, "console", "all")
    assert text.index("error TXT002") < text.index("Comparisons that hold")
    assert text.index("Comparisons that hold") < text.index("1 sheet")


@pytest.mark.parametrize("show", ["rounding", "all"])
def test_quiet_leaves_only_the_summary(tmp_path: Path, show: str) -> None:
    report = checked(tmp_path, *TWO)
    assert len(written(report, "console", show, quiet=True).splitlines()) == 2


@pytest.mark.parametrize("show", ["rounding", "all"])
def test_one_line_a_finding_stays_so(tmp_path: Path, show: str) -> None:
    report = checked(tmp_path, *TWO)
    assert written(report, "concise", show) == written(report, "concise", "")


FIGURE = {
    "printed": str, "low": str, "high": str, "unit": str, "place": str, "path": str, "line": int,
    "column": int,
}  # fmt: skip
COMPARISON = {
    "code": str, "name": str, "figures": list, "off": str, "slack": str, "by_rounding": bool,
}  # fmt: skip


@pytest.mark.parametrize("show", ["rounding", "all"])
def test_a_program_is_told_each_comparison_in_one_shape(tmp_path: Path, show: str) -> None:
    found = shown(checked(tmp_path, *TWO, goal("1人", "annual")), show)
    assert {"comparisons", "undecided"} <= found.keys()
    for each in found["comparisons"]:
        assert {key: type(value) for key, value in each.items()} == COMPARISON
        for figure in each["figures"]:
            assert {key: type(value) for key, value in figure.items()} == FIGURE


def test_a_program_is_told_both_figures_and_the_slack(tmp_path: Path) -> None:
    report = checked(tmp_path, *TWO)
    (near_one,) = shown(report, "rounding")["comparisons"]
    assert {key: near_one[key] for key in near_one if key != "figures"} == {
        "code": "TXT002",
        "name": "text-against-text",
        "off": "145",
        "slack": "355.5",
        "by_rounding": True,
    }
    assert [(each["printed"], each["line"]) for each in near_one["figures"]] == [
        ("2.2万人", FIRST + 1),
        ("22145人", FIRST),
    ]
    every = shown(report, "all")["comparisons"]
    assert [each["by_rounding"] for each in every] == [True, False]
    assert shown(report, "all")["summary"]["comparisons"] == len(every)


def test_without_show_a_program_is_told_only_the_findings(tmp_path: Path) -> None:
    found = shown(checked(tmp_path, *TWO), "")
    assert not {"comparisons", "undecided"} & found.keys()


def test_what_could_not_be_compared_is_told_with_its_reason(tmp_path: Path) -> None:
    unstated = "  - {at: 二, indicator: jobs, role: target, says: 9000人}"
    (found,) = shown(checked(tmp_path, goal("9000人"), unstated), "rounding")["undecided"]
    assert found["reason"].startswith("it does not say whether it is yearly or cumulative")
    assert (found["printed"], found["place"], found["line"]) == ("9000人", "二", FIRST + 1)
    assert {key: type(value) for key, value in found.items()} == {"reason": str, **FIGURE}


@pytest.mark.parametrize("show", ["rounding", "all"])
def test_a_comparison_of_no_figures_is_counted_and_not_shown(tmp_path: Path, show: str) -> None:
    table = HEAD.replace("text:\n", "tables:\n  表1:\n    lists: 共一项\n") + (
        "    columns: [{head: 目标, role: target, basis: cumulative}]\n"
        "    rows:\n      - {row: 1, indicator: jobs, cells: [9000]}\n"
    )
    (tmp_path / "a.yaml").write_text(table, encoding="utf-8")
    report = audit([str(tmp_path)], select(["SUM006"], []), Wanted(held=True))
    found = shown(report, show)
    assert (found["summary"]["comparisons"], found["comparisons"]) == (1, [])


@pytest.mark.parametrize("format", ["console", "concise", "json"])
@pytest.mark.parametrize(
    "place", ["[/red]", "\\u202Ex", "\\x1b[31m", "{0}", "::error::", "\\n::error::"]
)
def test_text_from_a_sheet_stays_text_in_what_holds(
    tmp_path: Path, format: str, place: str
) -> None:  # fmt: skip
    lines = [
        f'  - {{at: "{place}", indicator: jobs, role: target, basis: cumulative, says: {says}}}'
        for says in ("22145人", "2.2万人")
    ]
    text = written(checked(tmp_path, *lines), format, "all")
    assert not set(text) & set("\x1b\u202e")
    assert not any(line.startswith("::") for line in text.splitlines())


@pytest.mark.parametrize("show", ["rounding", "all"])
def test_a_slack_without_end_is_told_as_such(tmp_path: Path, show: str) -> None:
    spots = (Spot("a.yaml", Mark(1, 1, 1, 2), "一", "5"),)
    report = checked(tmp_path, goal("9000人"))
    report = replace(report, held=(Comparison("SUM004", "claim", spots, "3", ""),))
    assert "(as printed 3 apart; ∞ more would still pass)" in written(report, "console", show)
    assert shown(report, show)["comparisons"][0]["slack"] == ""
