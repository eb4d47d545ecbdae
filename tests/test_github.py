"""Workflow commands of GitHub, read back by a parser of their grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.engine import Report
from auditor.finding import Severity
from auditor.obeyed import tamed
from tests import reports

_DATA = (("%0D", "\r"), ("%0A", "\n"))
_PROPERTY = (*_DATA, ("%3A", ":"), ("%2C", ","))


@dataclass
class Command:
    """A command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def command(line: str) -> Command | None:
    """Return the command at the start of a line, as the runner of GitHub reads it."""
    line = line.lstrip()
    at = line.find("::", 2)
    if not line.startswith("::") or at < 0:
        return None
    name, _, listed = line[2:at].partition(" ")
    pairs = (each.split("=", 1) for each in listed.strip().split(",") if each)
    properties = {key: _unescaped(value, _PROPERTY) for key, value in pairs}
    return Command(name, properties, _unescaped(line[at + 2 :], _DATA))


def _unescaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for escape, sign in signs:
        text = text.replace(escape, sign)
    return text.replace("%25", "%")


def older_command(line: str) -> str | None:
    """Return the name of an older command anywhere in a line, or of one of Azure."""
    found = re.search(r"##(?:vso)?\[([^\]]*)\]?", line)
    return found[1] if found else None


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    return reports.report_on(reports.write(tmp_path), mends=False)


def commands(report: Report) -> list[Command]:
    found = [command(line) for line in reports.printed(report, "github").splitlines()]
    return [each for each in found if each]


def test_each_finding_that_stands_is_a_command_then_comes_the_count(report: Report) -> None:
    *lines, last = reports.printed(report, "github").splitlines()
    assert [command(line) for line in lines] == [
        Command(
            "error",
            {
                "file": "plan.yaml", "line": "11", "endLine": "11", "col": "51", "endColumn": "58",
                "title": "TXT002 text-against-text",
            },
            f"三1 prints 8000人, 二1 prints 9000人: 1000 persons apart\n{report.findings[0].advice('en')}",
        ),
        Command(
            "notice",
            {
                "file": "plan.yaml", "line": "13", "endLine": "13", "col": "52", "endColumn": "55",
                "title": "TXT005 strictness",
            },
            f"{report.findings[1].told('en')}\n{report.findings[1].advice('en')}",
        ),
    ]  # fmt: skip
    assert last.startswith("1 error, 0 warnings, 1 note")
    assert "%" in lines[1]


def test_the_weightiest_come_first_and_notes_are_notices(tmp_path: Path) -> None:
    path = tmp_path / reports.write(
        tmp_path,
        text=reports.SHEET.replace(
            "text:",
            "text:\n  - {at: 一, indicator: share, role: target, says: <4%}\n  - {at: 一, indicator: share, role: target, says: 4%以内}",
        ),
    )
    found = commands(reports.report_on(str(path), mends=False))
    assert [each.name for each in found] == ["error", *["notice"] * (len(found) - 1)]
    assert len(found) > 2


def test_a_count_says_when_github_shows_no_more(tmp_path: Path) -> None:
    lines = "".join(
        f"  - {{at: 一, indicator: jobs, scope: s{n}, role: target, says: {says}, basis: cumulative}}\n"
        for n in range(11)
        for says in ("5人", "6人")
    )
    path = tmp_path / reports.write(
        tmp_path, text=reports.SHEET.partition("text:")[0] + "text:\n" + lines
    )
    report = reports.report_on(str(path), mends=False)
    assert "GitHub shows the first 10" in reports.printed(report, "github").splitlines()[-1]
    assert "GitHub 每类只显示前 10 条" in reports.printed(report, "github", lang="zh")


@pytest.mark.parametrize(
    "name",
    ["a,b=c.yaml", "a:b.yaml", "%0A::error::x.yaml", "a\nb.yaml", "::error::x.yaml", "25%.yaml"],
)
def test_a_file_name_comes_back_as_it_is(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = reports.report_on(reports.write(tmp_path, name), mends=False)
    assert {each.properties["file"] for each in commands(report)} == {name}
    assert len(commands(report)) == 2


def test_columns_are_left_out_beyond_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = reports.SHEET.replace('"8000人"', '"8000\n      人"')
    [error, *_] = commands(reports.report_on(reports.write(tmp_path, text=text), mends=False))
    assert (error.properties["line"], error.properties["endLine"]) == ("11", "12")
    assert "col" not in error.properties


def test_least_severity_is_respected(report: Report) -> None:
    written = reports.printed(report, "github", least=Severity.WARNING)
    assert [bool(command(line)) for line in written.splitlines()] == [True, False]


OBEYED = [
    ("::error::x", "∶:error::x"),
    ("a\n \u00a0::error::x", "a\n \u00a0∶:error::x"),
    ("a ::error::x", "a ::error::x"),
    ("a ##[error]x", "a ♯#[error]x"),
    ("##VSO[a]b", "♯#VSO[a]b"),
    ("#\u00ad#[error]", "♯\u00ad#[error]"),
    ("## a [b]", "## a [b]"),
]


@pytest.mark.parametrize(("text", "safe"), OBEYED)
def test_what_a_runner_would_obey_is_tamed(text: str, safe: str) -> None:
    assert tamed(text) == safe
    assert not any(command(line) or older_command(line) for line in safe.split("\n"))
