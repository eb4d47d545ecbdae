"""Text → figure: a number as printed, with its bound, scale, unit, marks and basis."""

from auditor.figure.parser import FigureError, read, read_unit
from auditor.figure.records import Figure, Number

__all__ = ["Figure", "FigureError", "Number", "read", "read_unit"]
