"""The code quality report of GitLab: the fields that it asks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from auditor.engine import Report
from auditor.finding import Severity
from auditor.home import home
from tests import reports

FIELDS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def issues(report: Report, **style: Any) -> Any:
    """Return the issues of a report that has all fields, each with a fingerprint of its own."""
    found = reports.parsed(report, "gitlab", **style)
    assert list(Draft202012Validator(FIELDS).iter_errors(found)) == []
    assert len({each["fingerprint"] for each in found}) == len(found)
    return found


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    return reports.report_on(f"./{reports.write(tmp_path)}", mends=False)


def test_the_plans_give_a_valid_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home())
    report = reports.report_on("./plans", mends=False)
    assert len(issues(report)) == len(report.standing)


def test_what_is_excused_is_left_out(report: Report) -> None:
    assert [each["check_name"] for each in issues(report)] == [
        "TXT002 text-against-text",
        "TXT005 strictness",
    ]
    known = reports.with_baselined(report, "TXT005")
    assert len(issues(known)) == 1
    assert len(issues(report, least=Severity.ERROR)) == 1


def test_an_issue_says_where_it_is(report: Report) -> None:
    first = issues(report)[0]
    assert first["location"] == {"path": "plan.yaml", "lines": {"begin": 11, "end": 11}}
    assert first["description"].startswith("三1 prints 8000人")


def test_fingerprints_do_not_move_with_lines(report: Report, tmp_path: Path) -> None:
    moved = reports.report_on(reports.write(tmp_path, text=f"# a\n{reports.SHEET}"), mends=False)
    was, now = ({each["fingerprint"] for each in issues(each)} for each in (report, moved))
    assert was == now


@pytest.mark.parametrize(
    ("code", "severity", "told"),
    [
        ("TXT005", Severity.NOTE, "info"),
        ("DIR001", Severity.WARNING, "minor"),
        ("TXT001", Severity.ERROR, "major"),
        ("STR001", Severity.ERROR, "critical"),
        ("SYN001", Severity.ERROR, "blocker"),
        ("SYN001", Severity.NOTE, "info"),
    ],
)
def test_severities_are_those_of_gitlab(
    report: Report, code: str, severity: Severity, told: str
) -> None:
    finding = replace(report.findings[0], code=code, severity=severity)
    assert issues(replace(report, findings=(finding,)))[0]["severity"] == told
