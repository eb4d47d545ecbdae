"""Document → sheet: what the encoder has typed, checked against the format and typed."""

from auditor.sheet.fields import Period
from auditor.sheet.reader import build, catalogue
from auditor.sheet.records import (
    COMPLETE,
    Allotment,
    Claim,
    Entry,
    Indicator,
    Listed,
    Reference,
    Sheet,
    Weights,
)

__all__ = [
    "COMPLETE",
    "Allotment",
    "Claim",
    "Entry",
    "Indicator",
    "Listed",
    "Period",
    "Reference",
    "Sheet",
    "Weights",
    "build",
    "catalogue",
]
