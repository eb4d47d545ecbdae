"""Reports in every form, for the tests."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from auditor.catalogue import rules
from auditor.engine import Report, Wanted, audit
from auditor.finding import Finding
from auditor.reporters import Style, reporter

HEADER = "plan: a\ntitle: 甲县规划\narea: here\nperiod: 2021-2025\n"
# One error with a suppressed one like it, and a note.
SHEET = f"""{HEADER}indicators:
  jobs: {{name: {{zh: 城镇新增就业, en: New jobs}}, kind: flow, unit: 人, better: more}}
  share: {{name: 失业率, kind: rate, unit: "%", better: less}}
  homes: {{name: 住房, kind: stock, unit: 套}}
text:
  - {{at: 二1, indicator: jobs, role: target, says: 9000人, basis: cumulative}}
  - {{at: 三1, indicator: jobs, role: target, says: "8000人", basis: cumulative}}
  - {{at: 四1, indicator: share, role: target, says: 4%以内}}
  - {{at: 四2, indicator: share, role: target, says: <4%}}
  - {{at: 五1, indicator: homes, role: target, says: 300套}}
  - {{at: 五2, indicator: homes, role: target, says: 400套}}  # audit: ignore[TXT002] 两种口径 {{0}}
"""


def write(folder: Path, name: str = "plan.yaml", text: str = SHEET) -> str:
    """Write a sheet into a folder; return its name."""
    (folder / name).write_text(text, encoding="utf-8")
    return name


def report_on(*paths: str, mends: bool = True) -> Report:
    """Return the report of all rules on sheets."""
    return audit(paths, rules(), Wanted(mends=mends, held=True))


def printed(report: Report, format: str, **style: Any) -> str:
    """Return a report as it is written in a form."""
    stream = io.StringIO()
    reporter(format)(report, stream, Style(**style))
    return stream.getvalue()


def parsed(report: Report, format: str, **style: Any) -> Any:
    """Return what is written in a form that is JSON."""
    return json.loads(printed(report, format, **style))


def with_baselined(report: Report, code: str) -> Report:
    """Return the report as if the findings of a rule had been known before."""

    def known(finding: Finding) -> Finding:
        return replace(finding, baselined=True) if finding.code == code else finding

    return replace(report, findings=tuple(map(known, report.findings)))
