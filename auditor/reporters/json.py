"""The report as JSON, version 1: a stable contract for other programs."""

from __future__ import annotations

import json
import re
from typing import Any, TextIO

from auditor import __version__
from auditor.engine import Report
from auditor.finding import Finding, Severity, Spot
from auditor.reporters import Style
from auditor.wording import Lang

VERSION = 1
# What JSON lets stand in a string but a terminal or a line reader would obey.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the whole report as one JSON object."""
    text = json.dumps(content(report, style.lang), ensure_ascii=False, indent=2)
    stream.write(_UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n")


def content(report: Report, lang: Lang) -> dict[str, Any]:
    """Return the report as the contract lays it down. Lines and columns count characters from 1."""
    return {
        "version": VERSION,
        "tool": {"name": "auditor", "version": __version__},
        "summary": summary(report),
        "findings": [_finding(finding, lang) for finding in report.findings],
    }


def summary(report: Report) -> dict[str, int]:
    """Return the counts of a report."""
    return {
        "sheets": len(report.sheets.titles),
        "indicators": report.sheets.indicators,
        "figures": report.sheets.figures,
        "comparisons": report.comparisons,
        "undecided": len(report.undecided),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "suppressed": sum(finding.suppressed for finding in report.findings),
    }


def _finding(finding: Finding, lang: Lang) -> dict[str, Any]:
    first = finding.spots[0]
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.word,
        "message": finding.told(lang),
        "plan": finding.plan,
        "indicator": finding.indicator,
        "path": finding.path,
        "line": first.mark.line,
        "column": first.mark.column,
        "end_line": first.mark.end_line,
        "end_column": first.mark.end_column,
        "place": first.place,
        "figures": [_figure(spot) for spot in finding.spots if spot.printed],
        "difference": finding.difference,
        "help": finding.advice(lang),
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
    }


def _figure(spot: Spot) -> dict[str, Any]:
    return {
        "printed": spot.printed,
        "low": spot.low,
        "high": spot.high,
        "unit": spot.unit,
        "place": spot.place,
        "path": spot.path,
        "line": spot.mark.line,
        "column": spot.mark.column,
    }
