"""The audit as a whole: what is counted, ordered and kept going."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.catalogue import rules
from auditor.engine import Wanted, audit
from auditor.errors import UsageError
from auditor.finding import Severity
from auditor.rule import Verdict

SHEET = """plan: {id}
title: T
area: {id}
period: 2021-2025
indicators:
  jobs: {{name: 就业, kind: flow, unit: 人, better: more}}
text:
  - {{at: 二1, indicator: jobs, role: target, says: {one}, basis: cumulative}}
  - {{at: 三1, indicator: jobs, role: target, says: {other}, basis: cumulative}}
"""


def write(folder: Path, name: str, one: str, other: str) -> str:
    path = folder / f"{name}.yaml"
    path.write_text(SHEET.format(id=name, one=one, other=other), encoding="utf-8")
    return str(path)


def test_a_broken_sheet_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path, "b", "9000人", "8000人")
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfe\x00")
    report = audit([str(tmp_path)], rules())
    assert [finding.code for finding in report.findings] == ["SYN005", "TXT002"]


def test_findings_are_sorted_by_path_line_column_and_code(tmp_path: Path) -> None:
    for name in ("c", "a", "b"):
        write(tmp_path, name, "9000人", "8000人次")
    report = audit([str(tmp_path)], rules())
    order = [(finding.path, *finding.spots[0].mark, finding.code) for finding in report.findings]
    assert order == sorted(order)
    assert len(order) == 6


def test_figures_comparisons_and_severities_are_counted(tmp_path: Path) -> None:
    report = audit([write(tmp_path, "a", "9000人", "0.9万人")], rules())
    assert (len(report.sheets.titles), report.sheets.indicators, report.sheets.figures) == (1, 1, 2)
    assert report.comparisons == 1
    assert report.count(Severity.ERROR) == 0
    assert not report.reaches(Severity.NOTE)


def test_a_gate_is_reached_at_or_above_it(tmp_path: Path) -> None:
    report = audit([write(tmp_path, "a", "9000人", "9000人以上")], rules())
    assert report.reaches(Severity.NOTE)
    assert not report.reaches(Severity.WARNING)
    assert not report.reaches(None)


def test_fingerprints_are_distinct_and_survive_moved_lines(tmp_path: Path) -> None:
    path = Path(write(tmp_path, "a", "9000人", "8000人"))
    before = [finding.fingerprint for finding in audit([str(path)], rules()).findings]
    path.write_text("# moved\n\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert [finding.fingerprint for finding in audit([str(path)], rules()).findings] == before
    assert len(set(before)) == len(before)


def test_a_crash_is_taken_down_and_the_other_rules_go_on(tmp_path: Path) -> None:
    def crash(plan: object, options: object) -> Iterator[Verdict]:
        raise ValueError("ours")

    broken = (replace(rules()[0], check=crash), *rules()[1:])
    report = audit([write(tmp_path, "a", "9000人", "8000人")], broken)
    assert [crashed.code for crashed in report.crashes] == [rules()[0].code]
    assert [finding.code for finding in report.findings] == ["TXT002"]


def test_nothing_to_check_is_the_operators_fault(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        audit([str(tmp_path)], rules())
    assert audit([str(tmp_path)], rules(), Wanted(allow_empty=True)).findings == ()


def test_a_parent_outside_the_run_is_compared_with_but_not_audited(tmp_path: Path) -> None:
    write(tmp_path, "province", "9000人", "8000人")
    county = tmp_path / "county.yaml"
    text = SHEET.format(id="county", one="9万人", other="9万人").replace(
        "area", "parent: province\narea"
    )
    county.write_text(text, encoding="utf-8")
    report = audit([str(county)], rules())
    assert [(finding.code, finding.path) for finding in report.findings] == [
        ("ROL004", str(county))
    ]
