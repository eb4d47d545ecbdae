"""The report as JSON, version 1: a stable contract for other programs."""

from __future__ import annotations

import json
import re
from typing import Any, TextIO

from auditor.engine import Report
from auditor.finding import Comparison, Spot
from auditor.obeyed import tamed
from auditor.reporters import Style, contract, weighty
from auditor.reporters.contract import record

# What JSON lets stand in a string but a terminal or a line reader would obey.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the whole report as one JSON object."""
    dump(content(report, style), stream)


def dump(told: Any, stream: TextIO, indent: int | None = 2) -> None:
    """Write what is told as JSON, on one line without `indent`, with what a terminal or a log would obey escaped."""
    text = json.dumps(told, ensure_ascii=False, indent=indent)
    text = _UNSAFE.sub(lambda match: _escape(match.group()), text)
    stream.write(tamed(text, _escape) + "\n")


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}"


def content(report: Report, style: Style) -> dict[str, Any]:
    """Return the report as the contract lays it down."""
    lang = style.lang
    told: dict[str, Any] = {
        "version": contract.VERSION,
        "tool": record(contract.TOOL, report, lang),
        "summary": summary(report),
        "findings": [record(contract.FINDING, each, lang) for each in weighty(report, style)],
    }
    if style.show:
        told["comparisons"] = [
            record(contract.COMPARISON, each, lang) for each in comparisons(report, style)
        ]
        told["undecided"] = [record(contract.UNDECIDED, each, lang) for each in report.undecided]
    return told


def comparisons(report: Report, style: Style) -> list[Comparison]:
    """Return the comparisons that came out well and are to be shown."""
    return [each for each in report.held if style.show == "all" or each.by_rounding]


def summary(report: Report) -> dict[str, int]:
    """Return the counts of a report."""
    return record(contract.SUMMARY, report, "en")


def figure(spot: Spot) -> dict[str, Any]:
    """Return a printed figure: what it may stand for, and where it stands."""
    return record(contract.FIGURE, spot, "en")
