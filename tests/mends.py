"""Sheets with a conflict in them, for the tests of what would mend it."""

from __future__ import annotations

from pathlib import Path

from auditor.catalogue import rules
from auditor.engine import Report, Wanted, audit
from auditor.finding import Finding, Mend
from tests import sheets

INDICATORS = (
    sheets.HEAD.removesuffix("text:\n")
    + """  train: {name: 职业培训, kind: flow, unit: 人次, better: more}
  loans: {name: 担保贷款, kind: flow, unit: 元, better: more}
  urban: {name: 城镇化率, kind: rate, unit: "%", better: more}
  rise: {name: 城镇化率提高, kind: change, unit: 个百分点}
"""
)
HEAD = f"{INDICATORS}text:\n"
TOTAL = "  - {at: 一, indicator: jobs, role: target, basis: cumulative, says: '%s'}\n"
YEARLY = "  - {at: 二, indicator: jobs, role: target, basis: annual, says: '%s'}\n"


def target(indicator: str, says: str, more: str = "") -> str:
    """Return a statement of a target, in one line of a sheet."""
    return f"  - {{at: 一, indicator: {indicator}, role: target, says: '{says}'{more}}}\n"


def child(plan: str, text: str) -> str:
    """Return the sheet of a plan below the plan `a`."""
    head = HEAD.replace("plan: a", f"plan: {plan}").replace("area: a", f"area: {plan}\nparent: a")
    return head + text


def years(*cells: str, unit: str = "亿元") -> str:
    """Return a table of the targets of five years and, in the last cell, of all of them."""
    heads = "".join(f"      - {{head: {y}, role: target, time: {y}}}\n" for y in range(2021, 2026))
    return (
        f"tables:\n  表1:\n    columns:\n{heads}"
        "      - {head: 合计, role: target, period: 2021-2025, basis: cumulative}\n"
        f"    rows:\n      - {{row: 1, indicator: loans, unit: {unit}, cells: [{', '.join(cells)}]}}\n"
    )


def checked(tmp_path: Path, text: str, **others: str) -> Report:
    """Return the report on a sheet, given from behind its head, among other whole ones."""
    for name, sheet in {"a": HEAD + text, **others}.items():
        (tmp_path / f"{name}.yaml").write_text(sheet, encoding="utf-8")
    return audit([str(tmp_path)], rules(), Wanted(mends=True, held=True))


def finding(report: Report, code: str) -> Finding:
    """Return the first finding of a rule, of a report without a crash."""
    assert report.crashes == ()
    return next(each for each in report.findings if each.code == code)


def edits(found: Finding) -> list[tuple[str, str]]:
    """Return what is printed and what might be instead."""
    return [(mend.spot.printed, mend.text) for mend in found.mends]


def first(found: Finding) -> Mend:
    """Return the first suggestion."""
    return found.mends[0]
