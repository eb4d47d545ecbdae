"""Suppressions: what a comment silences, for how long, and what is said of one that does not."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from auditor.catalogue import rules, select
from auditor.document.comments import Comment
from auditor.engine import Report, Wanted, audit
from auditor.finding import Mark, Severity
from auditor.reporters import Style, reporter
from auditor.suppression import NEVER, NO_RULE, NO_SUCH_RULE, Suppression, understood
from tests.sheets import CLEAN

TODAY = date(2026, 6, 30)
HEAD = """plan: {id}
title: A
area: {id}
period: 2021-2025
{keys}indicators:
  jobs: {{name: 城镇新增就业, kind: flow, unit: 人, better: more}}
  rate: {{name: 登记失业率, kind: rate, unit: "%", better: less}}
"""
FIRST = 9  # the line behind the usual header
UNSTATED = "  - {at: 一, indicator: jobs, role: target, says: 9000人}"
TOTAL = "  - {at: 一, indicator: jobs, role: target, basis: cumulative, says: %s}"


def read(says: str) -> Suppression:
    return understood("a.yaml", "a", Comment(says, Mark(1, 1, 1, 2), 1), TODAY)


@pytest.mark.parametrize(
    ("says", "codes"),
    [
        ("ignore[BAS005] why", {"BAS005"}),
        ("ignore[unstated-basis] why", {"BAS005"}),
        ("ignore[bas005] why", {"BAS005"}),
        ("ignore[Unstated-Basis] why", {"BAS005"}),
        ("ignore[BAS005,TXT001] why", {"BAS005", "TXT001"}),
        ("ignore[ BAS005 , text-against-table ] why", {"BAS005", "TXT001"}),
        ("ignore[BAS005，TXT001、TXT002] 见附件", {"BAS005", "TXT001", "TXT002"}),
        ("ignore[BAS005, unstated-basis, BAS005] why", {"BAS005"}),
        ("ignore[,BAS005,] why", {"BAS005"}),
        ("ignore [BAS005] why", {"BAS005"}),
        ("ignore[BAS005]why", {"BAS005"}),
        ("ignore[BAS005] [TXT001] why", {"BAS005"}),
    ],
)
def test_rules_are_named_by_code_or_name_in_any_case(says: str, codes: set[str]) -> None:
    found = read(says)
    assert found.codes == codes
    assert (found.wrong, found.valid) == ([], True)


@pytest.mark.parametrize(
    "says",
    [
        "", "ignore", "ignore BAS005 why", "ignore[] why", "ignore[ ,， ] why", "ignore[BAS005", "ignore]BAS005[",
        "ignore［BAS005］ why", "ignore(BAS005) why", "ignored[BAS005] why", "Ignore[BAS005] why", "disable[BAS005] why",
        "BAS005 why", "please ignore[BAS005] why", "忽略[BAS005] 见附件",
    ],
)  # fmt: skip
def test_there_is_no_form_that_names_no_rule(says: str) -> None:
    found = read(says)
    assert (found.codes, found.wrong, found.valid) == (frozenset(), [(NO_RULE, "")], False)


@pytest.mark.parametrize(
    "name",
    ["BAS", "B", "ALL", "all", "*", "BAS00", "BAS5", "BAS0055", "unstated_basis", "BAS005 TXT001", "{0}", "%s", "[BAS005", "ＢＡＳ００５"],
)  # fmt: skip
def test_families_prefixes_and_misspelt_names_silence_nothing(name: str) -> None:
    found = read(f"ignore[{name}] why")
    assert (found.codes, found.wrong, found.valid) == (frozenset(), [(NO_SUCH_RULE, name)], False)


@pytest.mark.parametrize("name", ["SYN001", "syntax", "SYN012", "SUP001", "unused-suppression"])
def test_what_keeps_a_sheet_unread_cannot_be_suppressed(name: str) -> None:
    found = read(f"ignore[{name}] why")
    assert (found.codes, found.wrong, found.valid) == (frozenset(), [(NEVER, name)], False)


def test_one_wrong_name_does_not_spoil_the_others() -> None:
    found = read("ignore[BAS5, BAS005, SYN001] why")
    assert (found.codes, found.valid) == (frozenset({"BAS005"}), True)
    assert found.wrong == [(NO_SUCH_RULE, "BAS5"), (NEVER, "SYN001")]


@pytest.mark.parametrize(
    ("rest", "until", "reason", "expired"),
    [
        ("why", "", "why", False),
        ("until=2026-07-01 why", "2026-07-01", "why", False),
        ("until=2026-06-30 why", "2026-06-30", "why", False),
        ("until=2026-06-29 why", "2026-06-29", "why", True),
        ("until=9999-12-31 why", "9999-12-31", "why", False),
        ("until=0001-01-01 why", "0001-01-01", "why", True),
        ("why until=2027-03-31", "2027-03-31", "why", False),
        ("why until=2027-03-31 so", "2027-03-31", "why  so", False),
        ("until=2027-02-29 why", "2027-02-29", "why", True),
        ("until=2027-13-01 why", "2027-13-01", "why", True),
        ("until=2027-3-31 why", "2027-3-31", "why", True),
        ("until=31.03.2027 why", "31.03.2027", "why", True),
        ("until=2027 why", "2027", "why", True),
        ("until=2027-03 why", "2027-03", "why", True),
        ("until=20270331 why", "20270331", "why", True),
        ("until=2027-W13-3 why", "2027-W13-3", "why", True),
        ("until=never why", "never", "why", True),
        ("until=明年 见附件", "明年", "见附件", True),
        ("until=２０２７-０３-３１ why", "２０２７-０３-３１", "why", True),
        ("until=2027-03-31, why", "2027-03-31,", "why", True),
        ("until=2027-03-31， 见附件", "2027-03-31，", "见附件", True),
        ("until=", "", "", True),
        ("why until=", "", "why", True),
        ("until= 2027-03-31 why", "2027-03-31", "why", False),
        ("until =2020-03-31 why", "2020-03-31", "why", True),
        ("until＝2020-03-31 why", "2020-03-31", "why", True),
        ("until:2020-03-31 why", "2020-03-31", "why", True),
        ("until 2020-03-31 why", "2020-03-31", "why", True),
        ("until  2099-03-31 why", "2099-03-31", "why", False),
        ("why (until=2020-03-31)", "2020-03-31)", "why", True),
        ("why；until=2020-03-31", "2020-03-31", "why", True),
        ("as it was until 5 of them agree", "", "as it was until 5 of them agree", False),
        ("until：2020-03-31 见附件", "2020-03-31", "见附件", True),
        ("UNTIL=2020-03-31 why", "2020-03-31", "why", True),
        ("until=2027-03-31 until=2020-03-31 why", "2020-03-31", "why", True),
        ("until=2020-03-31 until=2027-03-31 why", "2020-03-31", "why", True),
        ("until=2027-03-31 until=2028-03-31 why", "2027-03-31", "why", False),
        ("until: the annex is printed", "", "until: the annex is printed", False),
        ("not until the annex is printed", "", "not until the annex is printed", False),
        ("valid_until=2020-03-31", "", "valid_until=2020-03-31", False),
    ],
)
def test_a_date_lasts_through_its_day_and_one_that_cannot_be_read_has_passed(
    rest: str, until: str, reason: str, expired: bool
) -> None:
    found = read(f"ignore[BAS005] {rest}")
    assert (found.until, found.reason, found.expired) == (until, reason, expired)
    assert found.valid is (bool(reason) and not expired)


@pytest.mark.parametrize("rest", ["", " ", "　", "\u200b", "-", "—— ", "...", "：", "until=2027-03-31", " - until=2027-03-31 -"])  # fmt: skip
def test_a_reason_is_required_and_signs_are_none(rest: str) -> None:
    found = read(f"ignore[BAS005]{rest}")
    assert (found.reason, found.valid) == ("", False)


@pytest.mark.parametrize("reason", ["见附件三", "ж", "3", "{reason} %s", "[why]", "«so»"])
def test_a_reason_may_be_in_any_words(reason: str) -> None:
    found = read(f"ignore[BAS005] {reason}")
    assert (found.reason, found.valid) == (reason, True)


def checked(
    folder: Path, *lines: str, key: str = "text", chosen: str = "", today: date = TODAY
) -> Report:
    text = HEAD.format(id="a", keys="") + "\n".join((f"{key}:", *lines)) + "\n"
    (folder / "a.yaml").write_text(text, encoding="utf-8")
    on = select(chosen.split(","), ()) if chosen else rules()
    return audit([str(folder)], on, Wanted(today=today))


def told(report: Report) -> list[tuple[str, int, bool]]:
    """Return code and line, counted from the first behind the header, and what is suppressed."""
    return [(f.code, f.spots[0].mark.line - FIRST, f.suppressed) for f in report.findings]


IGNORE = "# audit: ignore[BAS005] asked the bureau"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([UNSTATED], [("BAS005", 0, False)]),
        ([f"{UNSTATED}  {IGNORE}"], [("BAS005", 0, True)]),
        ([f"  {IGNORE}", UNSTATED], [("BAS005", 1, True)]),
        ([IGNORE, "", "  # a remark", UNSTATED], [("BAS005", 3, True)]),
        ([f"  {IGNORE}", f"{UNSTATED}  {IGNORE}"], [("BAS005", 1, True)]),
        (
            [f"{UNSTATED}  # audit: ignore[TXT001] so # audit: ignore[BAS005] so"],
            [("SUP001", 0, False), ("BAS005", 0, True)],
        ),
        ([UNSTATED, f"  {IGNORE}"], [("BAS005", 0, False), ("SUP001", 1, False)]),
        (
            [f"  {IGNORE}", TOTAL % "9000人", UNSTATED],
            [("SUP001", 0, False), ("BAS005", 2, False)],
        ),
        ([f"{UNSTATED}  # audit: ignore[TXT001, BAS005] so"], [("BAS005", 0, True)]),
        (
            [f"{UNSTATED}  # audit: ignore[TXT001] so"],
            [("BAS005", 0, False), ("SUP001", 0, False)],
        ),
        (
            [f"{UNSTATED}  # audit: ignore[BAS005]"],
            [("BAS005", 0, False), ("SUP003", 0, False)],
        ),
        (
            [f"{UNSTATED}  # audit: ignore[BAS005] until=2026-06-29 so"],
            [("BAS005", 0, False), ("SUP002", 0, False)],
        ),
        ([f"{UNSTATED}  # audit: ignore[BAS005] until=2026-06-30 so"], [("BAS005", 0, True)]),
        (
            [f"{UNSTATED}  # audit: ignore[BAS005] until=2026-06-29"],
            [("BAS005", 0, False), ("SUP002", 0, False), ("SUP003", 0, False)],
        ),
        (
            [f"{UNSTATED}  # audit: ignore[BAS] so"],
            [("BAS005", 0, False), ("SUP004", 0, False)],
        ),
        (
            [f"{UNSTATED}  # audit: ignore[BAS005, BAS, SYN001] so"],
            [("BAS005", 0, True), ("SUP004", 0, False), ("SUP004", 0, False)],
        ),
        (
            [f"{UNSTATED}  # audit: ignore[SUP001] so"],
            [("BAS005", 0, False), ("SUP004", 0, False)],
        ),
        ([f"# {UNSTATED}  {IGNORE}", UNSTATED], [("SUP001", 0, False), ("BAS005", 1, False)]),
        (
            ["  - {at: '一 # audit: ignore[BAS005] so', indicator: jobs, role: target, says: 9人}"],
            [("BAS005", 0, False)],
        ),
        (
            [f"  - at: 一  {IGNORE}", "    indicator: jobs", "    role: target", "    says: 9人"],
            [("SUP001", 0, False), ("BAS005", 3, False)],
        ),
        (
            ["  - at: 一", "    indicator: jobs", "    role: target", f"    says: 9人  {IGNORE}"],
            [("BAS005", 3, True)],
        ),
        (
            ["  - at: 一", "    indicator: jobs", "    role: target", f"    {IGNORE}", "    says: 9人"],
            [("BAS005", 4, True)],
        ),
        (
            ["  - {at: 一, indicator: jobs,", f"     {IGNORE}", "     role: target, says: 9人}"],
            [("BAS005", 2, True)],
        ),
        (
            [
                "  - {at: 一, indicator: jobs, role: target, says: 9人, colour: red}"
                "  # audit: ignore[unknown-key, BAS005] so"
            ],
            [("BAS005", 0, True), ("STR002", 0, True)],
        ),
        (
            [
                "  - {at: 一, indicator: jobs, role: target, basis: cumulative, says: 9人}",
                "  - {at: 二, indicator: jobs, role: target, basis: cumulative, says: 8人}"
                "  # audit: ignore[TXT002] so",
            ],
            [("TXT002", 1, True)],
        ),
        (
            [
                "  - {at: 一, indicator: jobs, role: target, basis: cumulative, says: 9人}"
                "  # audit: ignore[TXT002] so",
                "  - {at: 二, indicator: jobs, role: target, basis: cumulative, says: 8人}",
            ],
            [("SUP001", 0, False), ("TXT002", 1, False)],
        ),
    ],
)  # fmt: skip
def test_a_comment_silences_the_rules_that_it_names_on_its_line(
    tmp_path: Path, lines: list[str], found: list[tuple[str, int, bool]]
) -> None:
    assert sorted(told(checked(tmp_path, *lines))) == sorted(found)


def test_a_row_of_a_table_is_suppressed_at_its_end_and_above_it(tmp_path: Path) -> None:
    report = checked(
        tmp_path,
        "  表1:",
        "    columns: [{head: 目标, role: target}]",
        "    rows:",
        f"      - {{row: 1, indicator: jobs, cells: [9000]}}  {IGNORE}",
        f"      {IGNORE}",
        "      - {row: 2, indicator: jobs, scope: 青年, cells: [900]}",
        "      - {row: 3, indicator: jobs, scope: 女性, cells: [90]}",
        key="tables",
    )
    assert told(report) == [("BAS005", 3, True), ("BAS005", 5, True), ("BAS005", 6, False)]


def test_a_mark_that_needs_quotes_cannot_be_suppressed(tmp_path: Path) -> None:
    report = checked(
        tmp_path, "  - {at: 一, says: >90%}  # audit: ignore[unquoted-mark] so the annex has it"
    )
    assert told(report) == [("SYN002", 0, False), ("SUP004", 0, False)]


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_a_byte_order_mark_change_nothing(
    tmp_path: Path, start: bytes, end: bytes
) -> None:
    text = HEAD.format(id="a", keys="") + f"text:\n  {IGNORE}\n{UNSTATED}\n"
    (tmp_path / "a.yaml").write_bytes(start + text.encode().replace(b"\n", end))
    found = told(audit([str(tmp_path)], rules()))
    assert [each for each in found if each[0] != "SYN006"] == [("BAS005", 1, True)]


def test_what_is_suppressed_is_told_and_does_not_count(tmp_path: Path) -> None:
    report = checked(tmp_path, f"{UNSTATED}  {IGNORE}")
    assert (len(report.findings), report.standing, report.met) == (1, (), "publish")
    assert report.count(Severity.WARNING) == 0
    assert not report.reaches(Severity.NOTE)


@pytest.mark.parametrize(
    ("format", "holds", "lacks"),
    [
        ("console", "no findings · meets profile publish (1 suppressed)", "BAS005"),
        ("concise", "", "BAS005"),
    ],
)
def test_a_reader_is_told_only_how_many_are_suppressed(
    tmp_path: Path, format: str, holds: str, lacks: str
) -> None:
    stream = io.StringIO()
    reporter(format)(checked(tmp_path, f"{UNSTATED}  {IGNORE}"), stream, Style())
    assert holds in stream.getvalue()
    assert lacks not in stream.getvalue()


def test_a_program_is_told_each_of_them(tmp_path: Path) -> None:
    stream = io.StringIO()
    reporter("json")(checked(tmp_path, f"{UNSTATED}  {IGNORE}"), stream, Style())
    found = json.loads(stream.getvalue())
    (only,) = found["findings"]
    assert (only["code"], only["suppressed"]) == ("BAS005", True)
    assert only["justification"] == "asked the bureau"
    assert (found["summary"]["suppressed"], found["summary"]["warnings"]) == (1, 0)


def test_a_suppression_does_not_change_the_fingerprint(tmp_path: Path) -> None:
    plain = checked(tmp_path, UNSTATED).findings
    silenced = checked(tmp_path, f"  {IGNORE}", UNSTATED).findings
    assert [each.fingerprint for each in silenced] == [each.fingerprint for each in plain]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ("BAS,SUP", [("SUP001", 0, False)]),
        ("TXT,SUP", []),
        ("BAS", []),
        ("BAS006,SUP", []),
        ("unused-suppression", []),
    ],
)
def test_of_a_rule_that_is_not_on_no_suppression_is_unused(
    tmp_path: Path, chosen: str, found: list[tuple[str, int, bool]]
) -> None:
    report = checked(tmp_path, f"{TOTAL % '9000人'}  {IGNORE}", chosen=chosen)
    assert told(report) == found


BOTH = "# audit: ignore[BAS005, TXT001]"


@pytest.mark.parametrize(
    ("comment", "chosen", "found"),
    [
        (f"{BOTH} so", "BAS,TXT,SUP", [("SUP001", 0, False)]),
        (f"{BOTH} so", "TXT,SUP", []),
        (f"{BOTH} so", "BAS,SUP", []),
        (f"{BOTH} so", "SUM,SUP", []),
        (f"{BOTH} until=2020-01-01 so", "TXT,SUP", [("SUP002", 0, False)]),
        (f"{BOTH}", "TXT,SUP", [("SUP003", 0, False)]),
        (f"{BOTH} until=2020-01-01 so", "SUM,SUP", []),
        ("# audit: ignore[BAS005, BAS] so", "TXT,SUP", [("SUP004", 0, False)]),
    ],
)
def test_a_suppression_is_unused_only_if_all_its_rules_were_on(
    tmp_path: Path, comment: str, chosen: str, found: list[tuple[str, int, bool]]
) -> None:
    report = checked(tmp_path, f"{TOTAL % '9000人'}  {comment}", chosen=chosen)
    assert told(report) == found


@pytest.mark.parametrize("chosen", ["BAS", "BAS,SUP", "BAS005"])
def test_a_suppression_silences_whether_or_not_suppressions_are_checked(
    tmp_path: Path, chosen: str
) -> None:
    report = checked(tmp_path, f"{UNSTATED}  {IGNORE}", chosen=chosen)
    assert told(report) == [("BAS005", 0, True)]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (date(2026, 6, 29), [("BAS005", 0, True)]),
        (date(2026, 6, 30), [("BAS005", 0, True)]),
        (date(2026, 7, 1), [("BAS005", 0, False), ("SUP002", 0, False)]),
    ],
)
def test_a_date_is_judged_by_the_day_that_is_given(
    tmp_path: Path, today: date, found: list[tuple[str, int, bool]]
) -> None:
    line = f"{UNSTATED}  # audit: ignore[BAS005] until=2026-06-30 asked the bureau"
    assert sorted(told(checked(tmp_path, line, today=today))) == found


def test_a_finding_across_plans_is_suppressed_in_the_sheet_that_it_points_to(
    tmp_path: Path,
) -> None:
    def write(name: str, keys: str, says: str, comment: str) -> None:
        text = HEAD.format(id=name, keys=keys) + f"text:\n{TOTAL % says}{comment}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")

    write("p", "", "80000人", "  # audit: ignore[ROL004] so")
    write("c", "parent: p\n", "90000人", "")
    found = audit([str(tmp_path)], rules(), Wanted(today=TODAY)).findings
    assert [(Path(f.path).name, f.code, f.suppressed) for f in found] == [
        ("c.yaml", "ROL004", False),
        ("p.yaml", "SUP001", False),
    ]
    write("p", "", "80000人", "")
    write("c", "parent: p\n", "90000人", "  # audit: ignore[ROL004] so")
    found = audit([str(tmp_path)], rules(), Wanted(today=TODAY)).findings
    assert [(Path(f.path).name, f.code, f.suppressed) for f in found] == [
        ("c.yaml", "ROL004", True)
    ]


def test_a_parent_read_only_to_compare_with_is_not_asked_about_its_suppressions(
    tmp_path: Path,
) -> None:
    for name, keys, says in (("p", "", "80000人"), ("c", "parent: p\n", "90000人")):
        text = HEAD.format(id=name, keys=keys) + f"text:\n{TOTAL % says}  # audit: ignore[BAS] so\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = audit([str(tmp_path / "c.yaml")], rules(), Wanted(today=TODAY)).findings
    assert {Path(each.path).name for each in found} == {"c.yaml"}
    assert sorted(each.code for each in found) == ["ROL004", "SUP004"]


CATALOGUE = """indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more, colour: red}%s
"""


@pytest.mark.parametrize(
    ("comment", "found"),
    [
        ("", [("STR002", False)]),
        ("  # audit: ignore[unknown-key] the bureau keeps it", [("STR002", True)]),
        ("  # audit: ignore[STR003] so", [("STR002", False), ("SUP001", False)]),
        ("  # audit: ignore[STR002]", [("STR002", False), ("SUP003", False)]),
        ("  # audit: ignore[STR] so", [("STR002", False), ("SUP004", False)]),
    ],
)
@pytest.mark.parametrize("named", [False, True])
def test_a_comment_in_the_catalogue_beside_the_sheets_is_one_like_any_other(
    tmp_path: Path, named: bool, comment: str, found: list[tuple[str, bool]]
) -> None:
    catalogue = tmp_path / "indicators.yaml"
    catalogue.write_text(CATALOGUE % comment, encoding="utf-8")
    text = f"{CLEAN}text:\n{TOTAL % '9000人'}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    paths = [str(tmp_path / "a.yaml"), *([str(catalogue)] if named else [])]
    report = audit(paths, rules(), Wanted(today=TODAY))
    assert {each.path for each in report.findings} == {str(catalogue)}
    assert sorted((each.code, each.suppressed) for each in report.findings) == found


def test_a_rate_that_may_be_above_a_hundred_is_excused_as_the_advice_says(tmp_path: Path) -> None:
    line = "  - {at: 一, indicator: rate, role: target, says: 104%}"
    (found,) = checked(tmp_path, line).findings
    for advice in (found.advice("en"), found.advice("zh")):
        assert "change" not in advice
        comment = advice[advice.index("#") : advice.index("]") + 1]
        assert told(checked(tmp_path, f"{line}  {comment} 毛入学率")) == [("FIG002", 0, True)]


def test_a_line_of_one_sheet_is_not_that_of_another(tmp_path: Path) -> None:
    for name, comment in (("a", f"  {IGNORE}"), ("b", "")):
        text = HEAD.format(id=name, keys="") + f"text:\n{UNSTATED}{comment}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = audit([str(tmp_path)], rules()).findings
    assert [(each.plan, each.suppressed) for each in found] == [("a", True), ("b", False)]


@pytest.mark.parametrize(
    "name",
    ["{0}", "{rule}", "{reason}", "%(x)s", "[/red]", "\u202eabc", "\u2066x", "::error::", "x" * 5_000],
)  # fmt: skip
@pytest.mark.parametrize("format", ["console", "concise", "json"])
def test_what_a_comment_says_stays_text(tmp_path: Path, format: str, name: str) -> None:
    report = checked(tmp_path, f"{UNSTATED}  # audit: ignore[{name}] {name} until={name}")
    assert [code for code, _, _ in told(report)] == ["BAS005", "SUP002", "SUP004"]
    stream = io.StringIO()
    reporter(format)(report, stream, Style(width=100))
    assert not set(stream.getvalue()) & set("\u202e\u2066\x1b")
    assert not any(line.startswith("::") for line in stream.getvalue().splitlines())
    assert len(report.findings[-1].told("en")) < 200


@pytest.mark.parametrize(
    ("comment", "en", "zh"),
    [
        ("ignore[TXT001] so", "no finding of TXT001 stands on line 9", "第 9 行没有 TXT001 的问题"),
        (
            "ignore[TXT002, text-against-table] so",
            "no finding of TXT001, TXT002 stands on line 9",
            "第 9 行没有 TXT001, TXT002 的问题",
        ),
        (
            "ignore[BAS005] until=2020-01-01 so",
            "until=2020-01-01 has passed or cannot be read, so it silences nothing",
            "until=2020-01-01 已过期或无法识别，豁免不再生效",
        ),
        (
            "ignore[BAS005]",
            "there is no reason behind ignore[…], so it silences nothing",
            "ignore[…] 之后没有理由，豁免不生效",
        ),
        ("ignore[BAS5] so", "there is no rule BAS5", "没有规则 BAS5"),
        ("ignore[SYN003] so", "SYN003 cannot be suppressed", "SYN003 不能豁免"),
        (
            "ignore all of it",
            "it names no rule: write ignore[CODE] and a reason",
            "未写明规则，应写作 ignore[代码] 加理由",
        ),
    ],
)
def test_what_is_wrong_with_a_suppression_is_told_where_it_stands(
    tmp_path: Path, comment: str, en: str, zh: str
) -> None:
    report = checked(tmp_path, f"{UNSTATED}  # audit: {comment}")
    (found,) = [each for each in report.findings if each.code.startswith("SUP")]
    assert (found.told("en"), found.told("zh"), found.plan) == (en, zh, "a")
    mark = found.spots[0].mark
    line = Path(found.path).read_text(encoding="utf-8").split("\n")[mark.line - 1]
    assert line[mark.column - 1 : mark.end_column - 1] == f"# audit: {comment}"
