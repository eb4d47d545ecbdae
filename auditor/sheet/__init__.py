"""Document → sheet: what the encoder has typed, checked against the format and typed."""

from auditor.sheet.fields import Period
from auditor.sheet.reader import build, catalogue
from auditor.sheet.records import COMPLETE, Claim, Entry, Indicator, Reference, Sheet

__all__ = [
    "COMPLETE",
    "Claim",
    "Entry",
    "Indicator",
    "Period",
    "Reference",
    "Sheet",
    "build",
    "catalogue",
]
