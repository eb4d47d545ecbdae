"""The audit as a whole: what is counted, ordered and kept going."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from auditor import files
from auditor.catalogue import rules
from auditor.engine import Part, Wanted, audit
from auditor.engine.pool import _sendable
from auditor.engine.report import Crash
from auditor.errors import UsageError
from auditor.facts import Plan
from auditor.figure.cursor import FigureError
from auditor.finding import Severity
from auditor.library import Library
from auditor.rule import Verdict
from auditor.wording import Wording

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


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_cannot_be_read_is_told_and_does_not_stop_the_others(
    tmp_path: Path, jobs: int
) -> None:
    for name in ("a", "c"):
        write(tmp_path, name, "9000人", "8000人")
    (tmp_path / "b.yaml").symlink_to("gone")
    report = audit([str(tmp_path)], rules(), Wanted(jobs=jobs))
    assert [finding.code for finding in report.findings] == ["TXT002", "TXT002"]
    assert [why["en"] for why in report.unread] == [
        f"cannot read '{tmp_path}/b.yaml': No such file or directory"
    ]
    assert (len(report.sheets.titles), report.met) == (2, None)


def test_a_catalogue_that_cannot_be_read_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a", "9000人", "8000人")
    for name in ("b", "c"):
        (tmp_path / "sub").mkdir(exist_ok=True)
        write(tmp_path / "sub", name, "9000人", "8000人")
    (tmp_path / "sub" / "indicators.yaml").write_text("indicators: {}\n", encoding="utf-8")
    closed(monkeypatch, "indicators.yaml")
    report = audit([str(tmp_path)], rules())
    assert [finding.code for finding in report.findings] == ["TXT002"]
    (why,) = report.unread
    assert why["en"].endswith("sub/indicators.yaml': Permission denied")
    assert why["zh"].startswith("无法读取“")


def test_a_parent_that_cannot_be_read_is_told_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "top", "9000人", "9000人")
    path = Path(write(tmp_path, "a", "9000人", "8000人"))
    path.write_text(path.read_text("utf-8").replace("area", "parent: top\narea"), "utf-8")
    closed(monkeypatch, "top.yaml")
    report = audit([str(path)], rules())
    assert [finding.code for finding in report.findings] == ["ROL001", "TXT002"]
    (why,) = report.unread
    assert why["en"].endswith("top.yaml': Permission denied")


def test_where_nothing_can_be_read_there_is_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a", "9000人", "8000人")
    closed(monkeypatch, "a.yaml")
    with pytest.raises(UsageError, match=r"cannot read .*a\.yaml': Permission denied"):
        audit([path], rules())


def closed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let files of a name be there and not be readable."""
    read = files.read

    def refuse(path: str, most: int = -1) -> bytes:
        if os.path.basename(path) == name:
            raise PermissionError(13, "Permission denied")
        return read(path, most)

    monkeypatch.setattr(files, "read", refuse)


def test_a_sheet_whose_part_is_known_need_not_be_there_any_more(tmp_path: Path) -> None:
    paths = [write(tmp_path, name, "9000人", "8000人") for name in ("a", "b")]
    known: dict[str, Part] = {}
    before = audit(paths, rules(), Wanted(known=known)).findings
    Path(paths[1]).unlink()
    assert audit(paths, rules(), Wanted(known=known)).findings == before


@pytest.mark.parametrize(
    "paths",
    [
        ["./indicators.yaml", "a.yaml"],
        ["a.yaml", "./b.yaml"],
        ["a.yaml", "../{folder}/b.yaml", "{path}/indicators.yaml"],
    ],
)
def test_a_catalogue_is_checked_once_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a", "b"):
        write(tmp_path, name, "9000人", "9000人")
    Path("indicators.yaml").write_text("indicators: {}\nmore: x\n", encoding="utf-8")
    named = [path.format(folder=tmp_path.name, path=tmp_path) for path in paths]
    assert [finding.code for finding in audit(named, rules()).findings] == ["STR002"]


def test_what_a_rule_failed_with_can_always_be_sent() -> None:
    for error in (KeyError("x"), FigureError("1x", 1, Wording(en="a", zh="b"))):
        sent = pickle.loads(pickle.dumps(_sendable(Crash("", "", error))))
        assert str(error) in str(sent.error)


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


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_sheet_that_we_fail_on_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path, name, "9000人", "8000人")
    load = Library.load

    def failing(self: Library, path: str) -> Plan:
        if path.endswith("b.yaml"):
            raise ValueError("ours")
        return load(self, path)

    monkeypatch.setattr(Library, "load", failing)
    report = audit([str(tmp_path)], rules(), Wanted(jobs=jobs))
    assert [finding.code for finding in report.findings] == ["TXT002", "TXT002"]
    (crash,) = report.crashes
    assert (crash.code, crash.path, str(crash.error)) == ("check", f"{tmp_path}/b.yaml", "ours")
    assert report.met is None
