"""How single figures are read: a small table, or one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Final, TextIO

from rich.table import Table
from rich.text import Text

from auditor import units
from auditor.figure import Figure, FigureError, read
from auditor.phrases import amount, span, unit_name
from auditor.reporters import Style
from auditor.reporters.console import open_console
from auditor.wording import Fields, Wording, quote, say, visible

_HEADS: Final = (
    Wording(en="Printed", zh="原文"),
    Wording(en="Value", zh="数值"),
    Wording(en="Unit", zh="单位"),
    Wording(en="Stands for", zh="含义区间"),
    Wording(en="Basis", zh="口径"),
    Wording(en="Change", zh="变化"),
)
_STANDS_FOR: Final = 3
_STOPPED: Final = Wording(
    en="cannot be read: at character {position}, expected {expected}",
    zh="无法读取：第 {position} 个字符处，应为{expected}",
)
_BLANK: Final[dict[str, Any]] = {
    "printed": "", "kind": "error", "low": "", "high": "", "low_closed": False,
    "high_closed": False, "value": "", "digits": "", "scale": "", "unit": "", "base_unit": "",
    "bound": "", "approximate": "", "basis": "", "change": "", "parts": [], "error": "",
}  # fmt: skip


def record(printed: str) -> dict[str, Any]:
    """Return how a figure is read, as the JSON contract of `auditor figure` lays it down.

    Numbers are decimal strings in base units, `a/b` where they have no finite one; what is
    not printed is an empty string. An unreadable figure has `error` and `position`, counted
    in characters from 0.
    """
    try:
        figure = read(printed)
    except FigureError as error:
        stopped = {"error": error.expected["en"], "position": error.position}
        return {**_BLANK, "printed": printed, **stopped}
    return _read(figure)


def _read(figure: Figure) -> dict[str, Any]:
    measure = units.measure(figure.unit)
    told: dict[str, Any] = {
        **_BLANK,
        "printed": figure.printed,
        "kind": figure.kind,
        "unit": figure.unit,
        "base_unit": units.base_unit(measure.dimension) if figure.unit else "",
        "approximate": figure.approximate,
        "basis": figure.basis,
        "change": figure.change,
    }
    if figure.kind == "ratio":
        told["parts"] = [amount(number.value) for number in figure.numbers]
    if not figure.numeric:
        return told
    interval = figure.allowed().scaled(measure.factor)
    ends = [amount(number.value * measure.factor) for number in figure.numbers]
    bound = "about" if figure.approximate and figure.bound == "=" else figure.bound
    return {
        **told,
        "low": _end(interval.low),
        "high": _end(interval.high),
        "low_closed": interval.low is not None and interval.low_closed,
        "high_closed": interval.high is not None and interval.high_closed,
        "value": ends[0] if figure.kind == "number" else "",
        "digits": figure.numbers[0].digits,
        "scale": str(figure.numbers[-1].scale),
        "bound": "range" if figure.kind == "range" else bound,
        "parts": ends if figure.kind == "range" else [],
    }


def _end(value: Fraction | None) -> str:
    return "" if value is None else amount(value)


def write_json(printed: Iterable[str], stream: TextIO) -> bool:
    """Write one JSON object a line; return whether every figure could be read."""
    readable = True
    for text in printed:
        told = record(text)
        readable &= not told["error"]
        stream.write(json.dumps(told, ensure_ascii=True) + "\n")
    return readable


def write_table(printed: Iterable[str], stream: TextIO, style: Style) -> bool:
    """Write one row a figure, then what could not be read; return whether every figure could."""
    console, lang = open_console(stream, style), style.lang
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, head in enumerate(_HEADS):
        table.add_column(head[lang], no_wrap=number == _STANDS_FOR, overflow="fold")
    errors: list[FigureError] = []
    for text in printed:
        try:
            table.add_row(Text(visible(text), style="bold"), *_row(read(text), style))
        except FigureError as error:
            errors.append(error)
    if table.row_count:
        console.print(table)
    for unread in errors:
        fields: Fields = {"position": unread.position + 1, "expected": unread.expected}
        line = Text(quote(unread.text), style="bold")
        line.append(f": {say(_STOPPED, lang, fields)}", style="red")
        console.print(line)
    return not errors


def _row(figure: Figure, style: Style) -> list[str]:
    if not figure.numeric:
        return [" : ".join(amount(number.value) for number in figure.numbers) or figure.kind]
    measure = units.measure(figure.unit)
    unit = unit_name(units.base_unit(measure.dimension))[style.lang] if figure.unit else ""
    value = "–".join(amount(number.value * measure.factor) for number in figure.numbers)
    stands = span(figure.allowed().scaled(measure.factor))
    return [value, unit, stands, figure.basis, figure.change]
