"""Text → figure: a number as printed, with its bound, scale, unit, marks and basis."""

from auditor.figure.cursor import FigureError
from auditor.figure.finder import find
from auditor.figure.layout import Found
from auditor.figure.reader import named_unit, read, read_unit
from auditor.figure.records import Figure, Number

__all__ = [
    "Figure",
    "FigureError",
    "Found",
    "Number",
    "find",
    "named_unit",
    "read",
    "read_unit",
]
