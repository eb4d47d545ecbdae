"""Columns that print a growth beside the amounts of a row: 年均增长(%), Growth (%)."""

from __future__ import annotations

import re
from typing import Any, Final

from auditor.sheet.fields import Fields

_GROWTH: Final = re.compile(r"增长|增速|增幅|\bgrowth\b", re.IGNORECASE)
_IN_PERCENT: Final = re.compile(r"[(（]\s*[%％﹪]\s*[)）]")
_PERCENT: Final = frozenset("%％﹪")
_POINTS: Final = frozenset(("百分点", "个百分点", "percentage points", "pp"))


def said(column: Fields) -> dict[str, Any]:
    """Return what a column of growth in per cent says of its cells, nothing for any other column."""
    return {"grows": True, "beside": "%"} if _grows(column) else {}


def is_yearly_percent(column: Fields) -> bool:
    """Return whether a column is in per cent a year, whatever the amounts of a row are in."""
    yearly = column.text("basis") in ("annual", "average")
    return (column.text("unit") in _PERCENT and yearly) or _grows(column)


def in_points(row: Fields) -> bool:
    """Return whether a row is in percentage points, which a growth may be told in."""
    return row.text("unit") in _POINTS


def _grows(column: Fields) -> bool:
    head, unit = column.text("head"), column.text("unit")
    in_percent = unit in _PERCENT if unit else bool(_IN_PERCENT.search(head))
    return in_percent and bool(_GROWTH.search(head))
