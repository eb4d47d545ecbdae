"""The report as JSON Lines: a finding on each line, then one line with the summary.

Every object has a `type`. A `finding` has besides that the keys of a finding in the JSON report,
so have a `comparison` and an `undecided`, which are written when they are asked for. The last
line is the `summary`, with `version`, `tool` and `summary` as in the JSON report; where it is
missing, the report is not complete.
"""

from __future__ import annotations

from typing import TextIO

from auditor.engine import Report
from auditor.reporters import Style
from auditor.reporters.json import content, dump


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write one JSON object a line, the summary last."""
    told = content(report, style)
    for name, type_ in (
        ("findings", "finding"), ("comparisons", "comparison"), ("undecided", "undecided"),
    ):  # fmt: skip
        for each in told.pop(name, ()):
            dump({"type": type_, **each}, stream, indent=None)
    dump({"type": "summary", **told}, stream, indent=None)
