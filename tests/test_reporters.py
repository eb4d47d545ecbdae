"""What the reporters print: excerpts, carets, languages, contract, and text kept as text."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.cells import cell_len

from auditor.catalogue import rules
from auditor.engine import Report, audit
from auditor.finding import Mark
from auditor.home import home
from auditor.reporters import Style, reporter
from auditor.reporters.excerpt import excerpt, lines
from auditor.wording import Lang

PLANS = str(home() / "plans")
FINDING = {
    "code": str, "name": str, "severity": str, "message": str, "plan": str, "indicator": str,
    "path": str, "line": int, "column": int, "end_line": int, "end_column": int, "place": str,
    "figures": list, "difference": str, "help": str, "mends": list, "fingerprint": str, "suppressed": bool,
    "justification": str, "baselined": bool,
}  # fmt: skip
FIGURE = {
    "printed": str, "low": str, "high": str, "unit": str, "place": str, "path": str, "line": int,
    "column": int,
}  # fmt: skip
SUMMARY = [
    "sheets",
    "indicators",
    "figures",
    "comparisons",
    "undecided",
    "errors",
    "warnings",
    "notes",
    "suppressed",
    "baselined",
    "failed",
    "unread",
]


@pytest.fixture(scope="module")
def report() -> Report:
    return audit([PLANS], rules())


def printed(
    report: Report, format: str, lang: Lang = "en", width: int = 80, color: bool = False
) -> str:
    stream = io.StringIO()
    reporter(format)(report, stream, Style(lang=lang, width=width, color=color))
    return stream.getvalue()


def test_json_keeps_to_its_contract(report: Report) -> None:
    found = json.loads(printed(report, "json"))
    assert list(found) == ["version", "tool", "summary", "findings"]
    assert found["version"] == 1
    assert list(found["summary"]) == SUMMARY
    for finding in found["findings"]:
        assert {key: type(value) for key, value in finding.items()} == FINDING
        for figure in finding["figures"]:
            assert {key: type(value) for key, value in figure.items()} == FIGURE
    assert len({finding["fingerprint"] for finding in found["findings"]}) == len(found["findings"])


def test_json_points_at_what_it_quotes(report: Report) -> None:
    for finding in json.loads(printed(report, "json"))["findings"]:
        for figure in finding["figures"]:
            line = Path(figure["path"]).read_text(encoding="utf-8").split("\n")[figure["line"] - 1]
            assert line[figure["column"] - 1 :].lstrip('"').startswith(figure["printed"])


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_line_of_the_console_report_is_wider_than_the_terminal(
    report: Report, lang: Lang, width: int
) -> None:
    wide = [
        line
        for line in printed(report, "console", lang, width).split("\n")
        if cell_len(line) > width and "-->" not in line
    ]
    assert wide == []


def test_no_line_ends_in_blanks(report: Report) -> None:
    ended = [line for line in printed(report, "console").split("\n") if line != line.rstrip()]
    assert [line for line in ended if not line.rstrip().endswith("|")] == []


def test_carets_stand_under_what_they_mark(report: Report) -> None:
    for finding in report.findings:
        for spot in finding.spots:
            shown = excerpt(spot.path, spot.mark, 70)
            assert shown is not None
            assert spot.printed in _cells(shown.text, shown.skip, shown.carets)


def _cells(text: str, skip: int, size: int) -> str:
    """Return the characters of `text` that stand in the cells from `skip` on."""
    found, at = "", 0
    for char in text:
        if skip <= at < skip + size:
            found += char
        at += cell_len(char)
    return found


def test_the_report_speaks_one_language_at_a_time(report: Report) -> None:
    chinese = printed(report, "console", "zh")
    assert "错误 TXT001" in chinese
    assert "help:" not in chinese
    assert "建议：" not in printed(report, "console", "en")


def test_colour_adds_only_colour(report: Report) -> None:
    import re

    colored = printed(report, "console", color=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", colored) == printed(report, "console")
    assert "\x1b[" in colored


def test_a_concise_finding_is_one_line(report: Report) -> None:
    found = printed(report, "concise").splitlines()
    assert len(found) == len(report.findings)
    assert all(" TXT001 text-against-table " in line for line in found if "TXT001" in line)


def test_lines_of_a_sheet_that_is_gone_are_none() -> None:
    assert lines("/nowhere/at/all.yaml") == ()
    assert excerpt("/nowhere/at/all.yaml", Mark(1, 1, 1, 2), 80) is None
