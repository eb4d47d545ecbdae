"""The real plans: what must be found in them, and what must not."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor import engine
from auditor.catalogue import rules
from auditor.engine import Report
from auditor.facts import Fact, Plan
from auditor.finding import Finding, Severity
from auditor.home import home
from auditor.library import Library

PLANS = home() / "plans"
IDS = ("ankang", "gansu", "lingyuan", "tibet", "tongwei")
PARENTS = {
    "ankang": "shaanxi",
    "gansu": "nation",
    "liaoning": "nation",
    "lingyuan": "liaoning",
    "shaanxi": "nation",
    "tibet": "nation",
    "tongwei": "gansu",
}
_SOURCES = (
    os.environ.get("AUDITOR_SOURCES", ""),
    PLANS.parent / "sources",
    PLANS.parents[1] / "shared" / "sources",
)


def sources() -> Path | None:
    """Return the folder of the source documents where there is one."""
    return next((Path(path) for path in _SOURCES if path and Path(path).is_dir()), None)


@pytest.fixture(scope="module")
def report() -> Report:
    return engine.audit([str(PLANS)], rules())


def plan(name: str) -> Plan:
    return Library().load(str(PLANS / f"{name}.yaml"))


def printed(finding: Finding) -> set[str]:
    return {spot.printed for spot in finding.spots}


def with_figures(report: Report, plan: str, *figures: str) -> list[Finding]:
    return [f for f in report.findings if f.plan == plan and set(figures) <= printed(f)]


def serious(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity > Severity.NOTE]


MUST = [
    ("tongwei", "TXT001", ("〔19000〕", "1.2万人以上")),
    ("tongwei", "TXT001", ("95%", "100%")),
    ("tongwei", "TXT001", ("99%", "100%")),
    ("tongwei", "UNI002", ("〔45〕", "45万人次以上")),
    ("tibet", "UNI005", ("10.33万人", "3.59万人次")),
]


@pytest.mark.parametrize(("name", "code", "figures"), MUST)
def test_the_known_conflicts_are_errors(
    report: Report, name: str, code: str, figures: tuple[str, ...]
) -> None:
    found = [f for f in with_figures(report, name, *figures) if f.code == code]
    assert [finding.severity for finding in found] == [Severity.ERROR]


MUST_NOT = [
    ("tibet", ("25万人以上", "5.0万人")),
    ("tibet", ("50万人次", "10万人次")),
    ("tibet", ("40万人次", "8万人次")),
    ("tibet", ("300万人", "每年60万人")),
    ("gansu", ("618万人", "1331万人")),
    ("gansu", ("46.43∶53.57",)),
    ("lingyuan", ("13332㎡",)),
    ("lingyuan", ("约20亩",)),
    ("tongwei", ("6.61万人次", "2.77万人次")),
    ("tongwei", ("22.44万人次",)),
    ("tongwei", ("4.5万人次",)),
    ("tongwei", ("2000", "2150")),
    ("tongwei", ("3.93%",)),
]


@pytest.mark.parametrize(("name", "figures"), MUST_NOT)
def test_what_holds_is_no_error_and_no_warning(
    report: Report, name: str, figures: tuple[str, ...]
) -> None:
    assert all(figure in {fact.entry.says for fact in plan(name).facts} for figure in figures)
    assert [(f.code, f.told("en")) for f in serious(with_figures(report, name, *figures))] == []


def test_every_error_has_been_looked_up_in_its_source(report: Report) -> None:
    found = [
        (f.plan, f.code, f.spots[0].printed)
        for f in report.findings
        if f.severity is Severity.ERROR
    ]
    assert found == [
        ("tibet", "UNI005", "10.33万人"),
        ("tongwei", "UNI005", "49.73万人"),
        ("tongwei", "UNI002", "6.61万人次"),
        ("tongwei", "UNI002", "45万人次以上"),
        ("tongwei", "TXT001", "1.2万人以上"),
        ("tongwei", "UNI002", "1.2万人以上"),
        ("tongwei", "TXT001", "100%"),
        ("tongwei", "TXT001", "100%"),
    ]


@pytest.mark.parametrize(
    ("name", "least"),
    [("tongwei", 60), ("gansu", 25), ("tibet", 20), ("ankang", 10)],
)
def test_a_plan_allows_many_comparisons(name: str, least: int) -> None:
    assert engine.audit([str(PLANS / f"{name}.yaml")], rules()).comparisons >= least


@pytest.mark.parametrize("name", IDS)
def test_every_figure_is_read_and_every_sheet_is_whole(name: str) -> None:
    read = plan(name)
    assert read.faults_by_kind == {}
    assert read.sheet.whole


@pytest.mark.parametrize("name", IDS)
def test_every_figure_as_typed_stands_in_its_source(name: str) -> None:
    folder = sources()
    if folder is None:
        pytest.skip("the source documents are not here")
    read = plan(name)
    text = _bare((folder / read.sheet.source).read_text(encoding="utf-8"))
    missing = [fact.entry.says for fact in _printed(read) if _bare(fact.entry.says) not in text]
    assert missing == []


def _printed(read: Plan) -> Iterator[Fact]:
    return (fact for fact in read.facts if fact.figure.kind != "nothing")


def _bare(text: str) -> str:
    return "".join(
        char
        for char in text
        if not unicodedata.category(char).startswith("Z") and char.isprintable()
    )


def test_every_plan_knows_the_plan_above_it() -> None:
    assert {name: plan(name).sheet.parent for name in PARENTS} == PARENTS
    assert plan("nation").sheet.parent == ""


def test_across_the_levels_only_a_looser_ceiling_is_doubtful(report: Report) -> None:
    across = [(f.code, f.plan, *printed(f)) for f in report.findings if f.code.startswith("ROL")]
    assert [(code, name, sorted(figures)) for code, name, *figures in across] == [
        ("ROL003", "gansu", ["5.5%以内", "6%以内"])
    ]


def test_children_that_are_not_all_here_leave_the_sum_undecided(report: Report) -> None:
    places = {(u.spot.path.rpartition("/")[2], u.spot.printed) for u in report.undecided}
    assert {("nation.yaml", "5500万人以上"), ("shaanxi.yaml", "200万人以上")} <= places
