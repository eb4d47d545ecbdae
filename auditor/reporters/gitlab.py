"""The code quality report of GitLab: a JSON list of the findings that stand."""

from __future__ import annotations

from typing import Any, Final, TextIO

from auditor.engine import Report
from auditor.finding import Finding, Severity
from auditor.reporters import Style, told
from auditor.reporters.json import dump
from auditor.reporters.location import relative
from auditor.wording import Lang, visible

_SEVERITIES: Final = {
    Severity.NOTE: "info",
    Severity.WARNING: "minor",
    Severity.ERROR: "major",
}
# What keeps a sheet, or a part of it, from being read hides what else is wrong in it.
_HIDING: Final = {"SYN": "blocker", "STR": "critical"}


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the findings that stand, each with its severity, its fingerprint and its lines."""
    dump([_issue(finding, style.lang) for finding in told(report, style)], stream)


def _issue(finding: Finding, lang: Lang) -> dict[str, Any]:
    mark = finding.spots[0].mark
    return {
        "description": visible(finding.told(lang)),
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": finding.fingerprint,
        "severity": _severity(finding),
        "location": {
            "path": relative(finding.path),
            "lines": {"begin": mark.line, "end": mark.end_line},
        },
    }


def _severity(finding: Finding) -> str:
    own = _SEVERITIES[finding.severity]
    return _HIDING.get(finding.code[:3], own) if finding.severity is Severity.ERROR else own
