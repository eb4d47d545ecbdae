"""The report as JSON, version 1: a stable contract for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TextIO

from auditor import __version__
from auditor.engine import Report
from auditor.finding import Comparison, Finding, Mend, Severity, Spot
from auditor.reporters import Style
from auditor.wording import Lang

VERSION = 1
# What JSON lets stand in a string but a terminal or a line reader would obey.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the whole report as one JSON object."""
    dump(content(report, style), stream)


def dump(told: Mapping[str, Any], stream: TextIO) -> None:
    """Write one JSON object, what a terminal would obey in it escaped."""
    text = json.dumps(told, ensure_ascii=False, indent=2)
    stream.write(_UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n")


def content(report: Report, style: Style) -> dict[str, Any]:
    """Return the report as the contract lays it down. Lines and columns count characters from 1."""
    lang = style.lang
    told: dict[str, Any] = {
        "version": VERSION,
        "tool": {"name": "auditor", "version": __version__},
        "summary": summary(report),
        "findings": [
            _finding(finding, lang)
            for finding in report.findings
            if finding.severity >= style.least
        ],
    }
    if style.show:
        told["comparisons"] = [_comparison(each) for each in comparisons(report, style)]
        told["undecided"] = [
            {"reason": each.reason[lang], **figure(each.spot)} for each in report.undecided
        ]
    return told


def comparisons(report: Report, style: Style) -> list[Comparison]:
    """Return the comparisons that came out well and are to be shown."""
    return [each for each in report.held if style.show == "all" or each.by_rounding]


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "code": comparison.code,
        "name": comparison.name,
        "figures": [figure(spot) for spot in comparison.spots],
        "off": comparison.off,
        "slack": comparison.slack,
        "by_rounding": comparison.by_rounding,
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
        "baselined": sum(finding.baselined for finding in report.findings),
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
        "figures": [figure(spot) for spot in finding.spots if spot.printed],
        "difference": finding.difference,
        "help": finding.advice(lang),
        "mends": [_mend(mend, lang) for mend in finding.mends],
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "justification": finding.justification,
        "baselined": finding.baselined,
    }


def _mend(mend: Mend, lang: Lang) -> dict[str, Any]:
    spot = mend.spot
    return {
        "place": spot.place,
        "printed": spot.printed,
        "text": mend.text,
        "reason": mend.told(lang),
        "settles": mend.settles,
        "path": spot.path,
        "line": spot.mark.line,
        "column": spot.mark.column,
        "end_line": spot.mark.end_line,
        "end_column": spot.mark.end_column,
    }


def figure(spot: Spot) -> dict[str, Any]:
    """Return a printed figure: what it may stand for, and where it stands."""
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
