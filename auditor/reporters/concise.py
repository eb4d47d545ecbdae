"""One line a finding: `path:line:column: severity CODE name message`."""

from __future__ import annotations

from typing import TextIO

from auditor.engine import Report
from auditor.finding import Finding
from auditor.obeyed import tamed
from auditor.reporters import Style, sentences, told
from auditor.wording import Lang, visible


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write every finding on a line of its own, without wrapping."""
    for finding in told(report, style):
        stream.write(f"{line(finding, style.lang)}\n")


def line(finding: Finding, lang: Lang) -> str:
    """Return a finding as one line."""
    place = sentences.at(finding.spots[0])
    said = visible(finding.told(lang))
    return tamed(f"{place}: {finding.severity.word} {finding.code} {finding.name} {said}")
