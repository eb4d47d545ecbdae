"""The audit: paths in, report out."""

from auditor.engine.report import Crash, Report, Sheets, Wanted
from auditor.engine.run import audit

__all__ = ["Crash", "Report", "Sheets", "Wanted", "audit"]
