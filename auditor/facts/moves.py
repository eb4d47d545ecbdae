"""Whether a figure says by how much something moves, and in what terms."""

from __future__ import annotations

from typing import Final

from auditor.figure import Figure, read_unit
from auditor.figure.words.context import MEASURED_SHARES
from auditor.figure.words.framing import CHANGES
from auditor.sheet import Entry, Indicator

_ADDED: Final = ("新增", "新建")
_FOLD: Final = "fold"
_POINTS: Final = "percentage_point"
_FALLS: Final = (
    *(word for word, change in CHANGES.items() if change == "fall_by" and word != "down"),
    "减排", "压降", "削减", "减量", "reduction", "decline", "decrease", "cut", "saving",
)  # fmt: skip
_SHARES: Final = MEASURED_SHARES - {_FOLD}


def rising(figure: Figure, kind: str) -> Figure:
    """Return a figure of a stock with 新增 or 新建 in it as a rise, any other as it is."""
    stock = kind == "stock" and not figure.change
    added = stock and any(word in figure.printed for word in _ADDED)
    return figure._replace(change="rise_by") if added else figure


def multiple(entry: Entry, figure: Figure, indicator: Indicator | None) -> bool:
    """Return whether a figure is a multiple of what was before, as 翻一番 is, and no amount."""
    if figure.unit != _FOLD or indicator is None:
        return False
    printed = (entry.unit, entry.beside, indicator.unit)
    known = [read_unit(unit) for unit in printed if unit]
    return bool(known) and all(unit is not None and unit[1] != _FOLD for unit in known)


def moved(
    figure: Figure, indicator: Indicator | None, unit: str, *, folds: bool
) -> tuple[str, str]:
    """Return how a figure says that something moves, and in what terms; nothing for a level.

    An indicator of kind change is about its change: so is a plain number, and so is what says it
    in words, but in other terms than its unit, or in points under per cent, by which the change
    itself moves.
    """
    change = figure.moved_by
    if folds:
        return figure.change or "rise_to", _FOLD
    if not change or indicator is None:
        return change, ""
    known = read_unit(indicator.unit)
    own = known[1] if known else unit
    if unit in _SHARES and own not in _SHARES:
        return change, "share"
    itself = unit == _POINTS and own == "percent"
    return "" if indicator.kind == "change" and not itself else change, ""


def means_a_rise(indicator: Indicator | None) -> bool:
    """Return whether a plain number of a change is a rise: more is better, and no fall is named."""
    if indicator is None or indicator.kind != "change" or indicator.better != "more":
        return False
    name = f"{indicator.name['en']} {indicator.name['zh']}".lower()
    return not any(word in name for word in _FALLS)
