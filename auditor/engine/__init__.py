"""The audit: paths in, report out."""

from auditor.engine.part import Part, examine
from auditor.engine.report import Crash, Report, Sheets, Wanted
from auditor.engine.run import audit

__all__ = ["Crash", "Part", "Report", "Sheets", "Wanted", "audit", "examine"]
