"""One line a finding: `path:line:column: severity CODE name message`."""

from __future__ import annotations

from typing import TextIO

from auditor.engine import Report
from auditor.reporters import Style, told
from auditor.wording import visible


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write every finding on a line of its own, without wrapping."""
    for finding in told(report, style):
        mark = finding.spots[0].mark
        place = f"{visible(finding.path)}:{mark.line}:{mark.column}"
        said = visible(finding.told(style.lang))
        stream.write(f"{place}: {finding.severity.word} {finding.code} {finding.name} {said}\n")
