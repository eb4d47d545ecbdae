"""Columns that print changes beside the amounts of a row: 年均增长(%), Growth (%), 提高(百分点)."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from auditor.figure import named_unit
from auditor.figure.words.framing import CUMULATIVE_MARKS
from auditor.sheet.fields import Fields

_GROWTH: Final = re.compile(r"增长|增速|增幅|递增|\bgrowth\b|\bCAGR\b", re.IGNORECASE)
# These are in per cent without saying so, but for what else may stand in their column.
_RATE: Final = re.compile(r"增速|增长率|\bCAGR\b", re.IGNORECASE)
_ELSE: Final = re.compile(r"‰|千分|(?<![〔\[【])累计")
# Not 增长10%以上的企业.
_IN_PERCENT: Final = re.compile(r"(?<![0-9])[ ]*[%％﹪]")
_SUMS: Final = re.compile(r"[〔\[【]|累计")
# The mean growth of amounts, and for levels in 〔〕 what they rise by: 年均/累计, 年均增长〔累计〕.
_MEAN_OR_SUM: Final = re.compile(r"年均.*累计|累计.*年均")
_PERCENT: Final = frozenset("%％﹪")
_IN_POINTS: Final = re.compile(r"百分点|\bpercentage points?\b|\bpp\b", re.IGNORECASE)
_RISE: Final = re.compile(r"提高|提升|增加|上升|\bincreases?\b|\brise\b", re.IGNORECASE)
_FALL: Final = re.compile(r"下降|降低|减少|\bdecreases?\b|\breduction\b", re.IGNORECASE)
_MOVE: Final = re.compile(r"变化|变动|\bchanges?\b", re.IGNORECASE)
_POINTS: Final = "percentage_point"
_POINT: Final = "个百分点"


class Column(NamedTuple):
    """What a column says of the changes in it.

    `change` is how a plain number in it moves, empty where it prints none; `unit` what it is in,
    empty where each cell has to print points. With `yearly` it is in per cent whatever it prints,
    with `bare` only beside amounts; with `sums` what stands in 〔〕 is an amount. With `either` it
    prints mean growths and, in 〔〕, what levels rise by or flows add up to.
    """

    change: str = ""
    unit: str = ""
    yearly: bool = False
    bare: bool = False
    sums: bool = False
    either: bool = False


def read(column: Fields) -> Column:
    """Return what a column says of the changes in it."""
    head, unit = column.text("head"), column.text("unit")
    named = named_unit(unit)
    if named == _POINTS or (not unit and _IN_POINTS.search(head)):
        return Column(_moves(head), _POINT)
    if unit and named != "percent":
        return Column()
    if not unit and _MEAN_OR_SUM.search(head) and not _IN_PERCENT.search(head):
        return Column(
            "rise_by", "%" if _RATE.search(head) and not _ELSE.search(head) else "", either=True
        )
    in_percent = bool(unit or _IN_PERCENT.search(head))
    bare = not in_percent and bool(_RATE.search(head)) and not _ELSE.search(head)
    if (in_percent or bare) and _GROWTH.search(head):
        return Column("rise_by", "%", bare=bare, sums=bare or bool(_SUMS.search(head)))
    if in_percent:
        yearly = bool(unit) and column.text("basis") in ("annual", "average")
        if yearly or not (moves := _moves(head)):
            return Column(unit="%", yearly=True) if yearly else Column()
        return Column(moves, "%", bare=True, sums=True)  # beside rates, points may be meant
    return Column(_moves(head))


def said(column: Column, row: Fields, amounts: str, says: str) -> dict[str, Any]:
    """Return what a column says of a cell in the place of its row, whose `amounts` are in a unit."""
    in_points = named_unit(row.text("unit")) == _POINTS
    share = named_unit(amounts) in ("percent", _POINTS)
    if column.either:
        if not CUMULATIVE_MARKS.isdisjoint(says):
            return {"grows": column.change, "beside": _POINT} if share else {"grows": column.change}
        percent = not share and (column.unit or not _PERCENT.isdisjoint(says))
        return {"grows": column.change, "beside": "%"} if percent else {}
    if column.yearly:
        return {} if in_points else {"beside": column.unit}
    if column.unit == "%":
        marked = column.sums and not CUMULATIVE_MARKS.isdisjoint(says)
        if marked or (column.bare and share):
            return {}
        grows = {"grows": column.change}
        return grows if in_points else {**grows, "beside": "%"}
    if (share or not amounts) and (column.unit or (column.change and _IN_POINTS.search(says))):
        return {"grows": column.change, "beside": _POINT}
    return {}


def _moves(head: str) -> str:
    """Return how what stands under a head moves: up, down, either way, or nothing that moves."""
    rises, falls = bool(_RISE.search(head) or _GROWTH.search(head)), bool(_FALL.search(head))
    if rises != falls and not _MOVE.search(head):
        return "rise_by" if rises else "fall_by"
    return "move_by" if rises or _MOVE.search(head) else ""
