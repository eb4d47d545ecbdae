"""JUnit XML: held against a schema, and for which rules passed, failed, were skipped."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import xmlschema

from auditor.engine import Crash, Report
from auditor.finding import Severity
from auditor.home import home
from auditor.wording import Wording
from tests import reports


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(Path(__file__).with_name("junit.xsd")))


def suites(report: Report, **style: Any) -> ET.Element:
    """Return the suites of a report that is valid and counts what it holds."""
    root = ET.fromstring(reports.printed(report, "junit", **style))
    schema().validate(root)
    for told in (root, *root):
        for name, tag in (
            ("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
        ):  # fmt: skip
            assert int(told.attrib[name]) == len(list(told.iter(tag)))
    return root


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    return reports.report_on(reports.write(tmp_path), mends=False)


def outcomes(suite: ET.Element) -> dict[str, str]:
    """Return the outcome of each case that has one, by code."""
    return {case.attrib["name"].split()[0]: case[0].tag for case in suite if len(case)}


def test_the_plans_give_a_valid_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home())
    report = reports.report_on("plans", mends=False)
    root = suites(report)
    assert [suite.attrib["file"] for suite in root] == list(report.sheets.titles)
    assert all(len(suite) == len(report.rules) for suite in root)


def test_a_suite_is_a_sheet_and_a_case_a_rule(report: Report) -> None:
    [suite] = suites(report)
    assert (suite.attrib["name"], suite.attrib["file"]) == ("plan.yaml 甲县规划", "plan.yaml")
    assert [case.attrib["name"] for case in suite] == [f"{r.code} {r.name}" for r in report.rules]
    assert {case.attrib["classname"] for case in suite} == {"plan.yaml"}


def test_rules_that_found_something_fail_whatever_its_severity(report: Report) -> None:
    [suite] = suites(report)
    assert outcomes(suite) == {"TXT002": "failure", "TXT005": "failure"}
    types = [failure.attrib["type"] for failure in suite.iter("failure")]
    assert types == ["error", "note"]
    [first, _] = suite.iter("failure")
    assert first.attrib["message"] == "三1 prints 8000人, 二1 prints 9000人: 1000 persons apart"
    assert (first.text or "").startswith(
        "plan.yaml:11:51: error TXT002 text-against-text 三1 prints"
    )


def test_least_severity_says_which_count(report: Report) -> None:
    [suite] = suites(report, least=Severity.ERROR)
    assert outcomes(suite) == {"TXT002": "failure"}
    assert len(suite) == len(report.rules)


def test_several_findings_are_one_failure(report: Report) -> None:
    finding = report.findings[0]
    again = replace(finding, fingerprint="0" * 16)
    [suite] = suites(replace(report, findings=(finding, again)))
    [failure] = suite.iter("failure")
    assert failure.attrib["message"].endswith(" (and 1 more)")
    assert (failure.text or "").count("plan.yaml:11:51") == 2


def test_what_is_excused_is_skipped(report: Report) -> None:
    found = report.findings[2:]
    assert found[0].suppressed
    [suite] = suites(replace(report, findings=found))
    assert outcomes(suite) == {"TXT002": "skipped"}
    assert [skipped.attrib["message"] for skipped in suite.iter("skipped")] == ["两种口径 {0}"]
    [suite] = suites(reports.with_baselined(report, "TXT005"))
    assert outcomes(suite) == {"TXT002": "failure", "TXT005": "skipped"}
    [skipped] = suite.iter("skipped")
    assert skipped.attrib["message"] == "known from the baseline"


def test_rules_that_failed_are_in_error(report: Report) -> None:
    crashes = (Crash("SUM001", "plan.yaml", KeyError("x")), Crash("ROL001", "", ValueError("y")))
    suite, over_all = suites(replace(report, crashes=crashes))
    assert outcomes(suite) == {"SUM001": "error", "TXT002": "failure", "TXT005": "failure"}
    assert (over_all.attrib["name"], outcomes(over_all)) == ("all sheets", {"ROL001": "error"})
    [error] = over_all.iter("error")
    assert error.attrib == {"message": "failed: ValueError: y", "type": "ValueError"}


def test_what_failed_without_a_rule_is_in_error_too(report: Report) -> None:
    crashes = (Crash("check", "b.yaml", KeyError("x")), Crash("mend", "", ValueError("y")))
    sheet, _, over_all = suites(replace(report, crashes=crashes))
    assert [each.attrib["name"] for each in (sheet, over_all)] == ["b.yaml", "all sheets"]
    assert outcomes(sheet) == {"check": "error"}
    assert len(list(sheet.iter("testcase"))) == 1
    assert outcomes(over_all) == {"mend": "error"}


def test_what_could_not_be_read_is_in_error_too(report: Report) -> None:
    why = Wording(en="cannot read 'b.yaml': Permission denied", zh="无法读取“b.yaml”")
    _, over_all = suites(replace(report, unread=(why,)))
    assert (over_all.attrib["name"], outcomes(over_all)) == ("all sheets", {"unread": "error"})
    [error] = over_all.iter("error")
    assert error.attrib["message"] == why["en"]


def test_what_xml_does_not_allow_is_removed_or_made_visible(report: Report) -> None:
    finding = replace(report.findings[2], justification="a\ufffe\uffff\x00\x1b\udcffb")
    [suite] = suites(replace(report, findings=(finding,)))
    assert suite.find(".//skipped").attrib["message"] == "a␀␛⟨U+DCFF⟩b"  # type: ignore[union-attr]


def test_the_report_speaks_the_language_asked_for(report: Report) -> None:
    [suite] = suites(replace(report, findings=report.findings[:1]), lang="zh")
    [failure] = suite.iter("failure")
    assert failure.attrib["message"].startswith("三1为 8000人，二1为 9000人")
