"""Findings: how they are told, ordered and recognised again."""

from __future__ import annotations

import dataclasses

import pytest

from auditor.catalogue import select
from auditor.engine import audit
from auditor.finding import Finding, Mark, Severity, Spot, fingerprint

MARK = Mark(3, 5, 3, 9)
SPOT = Spot("a.yaml", MARK, "表1 行1", "〔9000〕")
FINDING = Finding(
    "TXT001", "text-against-table", Severity.ERROR,
    {"en": "{n} against {m}", "zh": "{n} 与 {m} 不符"}, {"n": "9000", "m": "8000"}, (SPOT,),
)  # fmt: skip


def test_severities_are_ordered_and_have_words() -> None:
    assert Severity.NOTE < Severity.WARNING < Severity.ERROR
    assert [severity.word for severity in Severity] == ["note", "warning", "error"]


def test_a_finding_is_told_in_either_language() -> None:
    assert FINDING.told("en") == "9000 against 8000"
    assert FINDING.told("zh") == "9000 与 8000 不符"


def test_advice_is_optional() -> None:
    helped = dataclasses.replace(FINDING, help={"en": "print {n}", "zh": "改为 {n}"})
    assert (FINDING.advice("en"), helped.advice("en"), helped.advice("zh")) == (
        "",
        "print 9000",
        "改为 9000",
    )


def test_findings_are_sorted_by_path_line_column_and_code() -> None:
    def at(path: str, line: int, column: int, code: str) -> Finding:
        spot = Spot(path, Mark(line, column, line, column + 1))
        return dataclasses.replace(FINDING, code=code, spots=(spot, SPOT))

    wanted = [
        at("a.yaml", 2, 1, "TXT001"),
        at("a.yaml", 10, 1, "STR001"),
        at("a.yaml", 10, 1, "TXT001"),
        at("a.yaml", 10, 2, "STR001"),
        at("b.yaml", 1, 1, "STR001"),
    ]
    turned = wanted[::-1]
    assert sorted(turned, key=lambda finding: finding.order) == wanted
    assert wanted[-1].path == "b.yaml"


def of(code: str = "TXT001", plan: str = "a", n: str = "9000", spot: Spot = SPOT) -> str:
    return fingerprint(code, plan, {"n": n}, (spot,))


def test_a_fingerprint_is_short_and_always_the_same() -> None:
    assert of() == of()
    assert len(of()) == 16
    assert int(of(), 16) >= 0
    assert fingerprint("A", "a", {"x": 1, "y": 2}, ()) == fingerprint(
        "A", "a", {"y": 2, "x": 1}, ()
    )


@pytest.mark.parametrize(
    "moved",
    [
        dataclasses.replace(SPOT, mark=Mark(99, 1, 99, 5)),
        dataclasses.replace(SPOT, path="elsewhere/a.yaml"),
    ],
)
def test_a_fingerprint_stays_when_lines_or_files_move(moved: Spot) -> None:
    assert of(spot=moved) == of()


def test_a_fingerprint_changes_with_what_is_said() -> None:
    others = [
        of(code="TXT002"),
        of(plan="b"),
        of(n="9001"),
        of(spot=dataclasses.replace(SPOT, place="表1 行2")),
        of(spot=dataclasses.replace(SPOT, printed="9000")),
    ]
    assert len({of(), *others}) == 6


def test_a_fingerprint_takes_any_text() -> None:
    assert of(n="\ud800\x1b") != of()


SHEET = """\
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 新增就业, kind: stock, unit: 人, better: more}
text:
  - {at: 一1, indicator: jobs, role: target, says: 9000人}
  - {at: 一2, indicator: jobs, role: target, says: 8000人}
  - {at: 一3, indicator: jobs, role: target, says: 9000x}
  - {at: 一3, indicator: jobs, role: target, says: 9000x}
"""


def test_the_findings_of_a_sheet_are_recognised_when_its_lines_move(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    prints = []
    for text in (SHEET, "# moved\n\n" + SHEET.replace("text:", "\ntext:\n  # here")):
        path = tmp_path_factory.mktemp("sheets") / "a.yaml"
        path.write_text(text, "utf-8")
        prints.append(
            [finding.fingerprint for finding in audit([str(path)], select((), ())).findings]
        )
    assert prints[0] == prints[1]
    assert len(set(prints[0])) == len(prints[0]) >= 3
