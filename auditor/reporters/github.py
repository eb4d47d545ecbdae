"""Workflow commands of GitHub Actions: an annotation on the line of each finding, then the counts.

The weightiest come first, for GitHub shows only ten of a kind for each step. Notes are notices.
A table for the page of the run is another output of the same audit:
`--format github --format "markdown:$GITHUB_STEP_SUMMARY"`.
"""

from __future__ import annotations

from collections import Counter
from typing import Final, TextIO

from auditor.engine import Report
from auditor.finding import Finding, Severity
from auditor.obeyed import tamed
from auditor.reporters import Style, sentences, told
from auditor.reporters.location import relative
from auditor.wording import Lang, Wording, say, visible

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
# In this order: what escapes is escaped first.
_IN_DATA: Final = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY: Final = (*_IN_DATA, (":", "%3A"), (",", "%2C"))
_MOST_SHOWN: Final = 10
_BEYOND: Final = Wording(
    en="GitHub shows the first {most} annotations of each kind",
    zh="GitHub 每类只显示前 {most} 条标注",
)


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write a command a finding, the weightiest first, then how many there are."""
    findings = sorted(told(report, style), key=lambda finding: -finding.severity)
    for finding in findings:
        stream.write(f"{command(finding, style.lang)}\n")
    counted = sentences.verdict(report, style.lang)
    if max(Counter(each.severity for each in findings).values(), default=0) > _MOST_SHOWN:
        counted += f" · {say(_BEYOND, style.lang, {'most': _MOST_SHOWN})}"
    stream.write(f"{counted}\n")


def command(finding: Finding, lang: Lang) -> str:
    """Return a finding as a workflow command. Columns are for GitHub only within one line."""
    mark = finding.spots[0].mark
    within = mark.line == mark.end_line
    properties: dict[str, str | int] = {
        "file": relative(finding.path),
        "line": mark.line,
        "endLine": mark.end_line,
        **({"col": mark.column, "endColumn": mark.end_column} if within else {}),
        "title": f"{finding.code} {finding.name}",
    }
    listed = ",".join(
        f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items()
    )
    said = "\n".join(filter(None, (visible(finding.told(lang)), visible(finding.advice(lang)))))
    data = _escaped(said, _IN_DATA)
    return f"::{_COMMANDS[finding.severity]} {tamed(listed)}::{tamed(data)}"


def _escaped(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    """Return text with signs escaped, and what a terminal would obey made visible."""
    for sign, escape in signs:
        text = text.replace(sign, escape)
    return visible(text)
