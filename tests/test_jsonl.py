"""JSON Lines: the findings of the JSON report, one a line, then the summary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.engine import Report
from auditor.finding import Severity
from tests import reports


@pytest.fixture
def report(tmp_path: Path) -> Report:
    return reports.report_on(str(tmp_path / reports.write(tmp_path)))


def lines(report: Report, **style: Any) -> list[Any]:
    return [json.loads(line) for line in reports.printed(report, "jsonl", **style).splitlines()]


def untyped(told: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key != "type"}


def test_each_finding_is_a_line_and_the_last_is_the_summary(report: Report) -> None:
    whole = reports.parsed(report, "json")
    *findings, last = lines(report)
    assert [each["type"] for each in findings] == ["finding"] * 3
    assert [untyped(each) for each in findings] == whole.pop("findings")
    assert (last["type"], untyped(last)) == ("summary", whole)


def test_comparisons_are_written_when_they_are_asked_for(report: Report) -> None:
    whole = reports.parsed(report, "json", show="all")
    found = [untyped(each) for each in lines(report, show="all") if each["type"] == "comparison"]
    assert found == whole["comparisons"] != []


def test_least_severity_is_respected(report: Report) -> None:
    told = [each["type"] for each in lines(report, least=Severity.ERROR)]
    assert told == ["finding", "finding", "summary"]
