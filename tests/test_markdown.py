"""Markdown: read back by a parser, for what it shows and for what it must not be taken for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from auditor.engine import Report
from auditor.finding import Severity
from auditor.home import home
from auditor.wording import Lang
from tests import reports
from tests.sheets import CONFLICT

HEADS = ["Severity", "Rule", "Line", "What is wrong", "Printed figures"]


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(text: str) -> list[Token]:
    return parser().parse(text)


def rendered(text: str) -> str:
    """Return text as HTML, in which tags of the text would be tags."""
    return str(parser().render(text))


def rows(text: str) -> list[list[str]]:
    """Return the cells of all tables, as a reader sees them."""
    found: list[list[str]] = []
    cell = False
    for token in tokens(text):
        if token.type == "tr_open":
            found.append([])
        elif token.type in ("td_open", "th_open"):
            cell = True
        elif token.type == "inline" and cell:
            found[-1].append("".join(each.content for each in token.children or ()))
            cell = False
    return found


def headings(text: str) -> list[str]:
    found = tokens(text)
    return [
        "".join(each.content for each in found[at + 1].children or ())
        for at, token in enumerate(found)
        if token.type == "heading_open"
    ]


def kinds(text: str) -> set[str]:
    """Return what kinds of blocks and of inline text there are."""
    found = tokens(text)
    return {token.type for token in found} | {
        each.type for token in found for each in token.children or ()
    }


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    return reports.report_on(reports.write(tmp_path))


def test_the_counts_come_first_then_a_section_for_each_sheet(report: Report) -> None:
    written = reports.printed(report, "markdown")
    assert headings(written) == ["Audit of plan sheets", "plan.yaml 甲县规划"]
    assert "\n\n**1 error, 0 warnings, 1 note" in written
    assert "1 sheet · 3 indicators · 6 figures" in written


def test_a_row_has_both_figures(report: Report) -> None:
    head, first, second = rows(reports.printed(report, "markdown"))
    assert head == HEADS
    assert first == [
        "error",
        "TXT002 text-against-text",
        "11",
        "New jobs, target 2021–2025: 三1 prints 8000人, 二1 prints 9000人: 1000 persons apart",
        "8000人 (三1: 8000, cumulative) · 9000人 (二1: 9000, cumulative)",
    ]
    assert second[0] == "note"
    assert second[-1] == "<4% (四2: less than 4%) · 4%以内 (四1: at most 4%)"


def test_below_a_table_stands_what_to_do(report: Report) -> None:
    written = reports.printed(report, "markdown")
    assert "- TXT002, line 11: try 三1: 8000人 → 9000人 (one digit changed)" in written
    assert "- TXT005, line 13: print the same bound at both places" in written


def test_the_same_advice_is_given_once() -> None:
    report = reports.report_on(str(home() / "plans" / "tongwei.yaml"))
    lines = [str(each.spots[0].mark.line) for each in report.findings if each.code == "BAS005"]
    written = reports.printed(report, "markdown")
    assert len(lines) > 1
    assert written.count(f"- BAS005, lines {', '.join(lines)}: ") == written.count("- BAS005") == 1
    assert f"- BAS005（第 {'、'.join(lines)} 行）：" in reports.printed(
        report, "markdown", lang="zh"
    )


def test_least_severity_is_respected(report: Report) -> None:
    assert len(rows(reports.printed(report, "markdown", least=Severity.ERROR))) == 2


def test_a_clean_report_is_its_counts(tmp_path: Path) -> None:
    text = reports.SHEET.partition("text:")[0]
    report = reports.report_on(str(tmp_path / reports.write(tmp_path, text=text)))
    written = reports.printed(report, "markdown")
    assert headings(written) == ["Audit of plan sheets"]
    assert "**no findings" in written


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_plans_are_told_in_tables_without_html(lang: Lang) -> None:
    report = reports.report_on(str(home() / "plans"))
    written = reports.printed(report, "markdown", lang=lang)
    sheets = len({finding.path for finding in report.standing})
    assert len(rows(written)) == len(report.standing) + sheets
    assert {len(row) for row in rows(written)} == {5}
    assert not kinds(written) & {"html_block", "html_inline", "link_open", "image", "fence"}


FIGURES = ["3|4人", "3`人", "`3`人", "``", "3\\|4人", "3人 |", "\\"]


@pytest.mark.parametrize("says", FIGURES)
def test_a_figure_stays_in_its_cell(says: str, report: Report, tmp_path: Path) -> None:
    from dataclasses import replace

    finding = report.findings[0]
    spots = tuple(replace(spot, printed=says, place=says) for spot in finding.spots)
    changed: dict[str, Any] = {"findings": (replace(finding, spots=spots),)}
    [_, row] = rows(reports.printed(replace(report, **changed), "markdown"))
    assert len(row) == 5
    assert row[-1].count(says) == 4


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("@octocat", "＠octocat"),
        ("http://evil.example/x", "http∶//evil.example/x"),
        ("www.evil.example", "www․evil.example"),
        ("a@evil.example", "a＠evil.example"),
        ("3 @ 5: 7", "3 @ 5: 7"),
    ],
)
def test_what_a_sheet_says_is_no_link_and_calls_nobody(
    tmp_path: Path, place: str, shown: str
) -> None:
    sheet = CONFLICT.replace("at: 二1", f'at: "{place}"')
    report = reports.report_on(str(tmp_path / reports.write(tmp_path, text=sheet)))
    written = reports.printed(report, "markdown", lang="zh")
    # In code nothing is live.
    prose = re.sub("`[^`]*`", "", written)
    assert shown in prose
    assert place == shown or place not in prose
