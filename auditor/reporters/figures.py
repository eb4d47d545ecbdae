"""How single figures are read: a small table, or one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple, TextIO

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from auditor import units
from auditor.figure import Figure, FigureError, find, read
from auditor.phrases import amount, amount_if_any, compact, shown, singular, span, unit_name
from auditor.reporters import Style
from auditor.reporters.console import open_console
from auditor.reporters.json import dump
from auditor.wording import Fields, Lang, Wording, quote, say, visible

_PLACE: Final = Wording(en="Place", zh="行:列")
_PRINTED: Final = Wording(en="Printed", zh="原文")
_VALUE: Final = Wording(en="Value", zh="数值")
_STANDS_FOR: Final = Wording(en="Stands for", zh="含义区间")
_HEADS: Final = (_PLACE, _PRINTED, _VALUE, _STANDS_FOR, Wording(en="Sense", zh="口径与变化"))
_WORDS: Final = {
    "words": Wording(en="a target in words", zh="文字目标"),
    "unmeasured": Wording(en="a number in an unknown unit", zh="计量单位不可识别的数字"),
    "nothing": Wording(en="no figure", zh="无数字"),
    "cumulative": Wording(en="cumulative", zh="累计"),
    "annual": Wording(en="annual", zh="年度"),
    "average": Wording(en="average", zh="年均"),
    "rise_by": Wording(en="rise by", zh="提高"),
    "fall_by": Wording(en="fall by", zh="降低"),
    "move_by": Wording(en="rise or fall by", zh="变动"),
    "rise_to": Wording(en="rise to", zh="提高到"),
    "fall_to": Wording(en="fall to", zh="降低到"),
    "": Wording(en="", zh=""),
}
_STOPPED: Final = Wording(
    en="cannot be read: at character {position}, expected {expected}",
    zh="无法读取：第 {position} 个字符处应为{expected}",
)
_BLANK: Final[dict[str, Any]] = {
    "printed": "", "kind": "error", "low": "", "high": "", "low_closed": False,
    "high_closed": False, "value": "", "digits": "", "scale": "", "unit": "", "base_unit": "",
    "bound": "", "approximate": "", "basis": "", "change": "", "parts": [], "error": "",
}  # fmt: skip


class Reading(NamedTuple):
    """A figure as read, or why it could not be; for one found in a text, where it stands there.

    `span` holds the characters from 0, the end exclusive; `line` and `column` count from 1.
    """

    printed: str
    figure: Figure | None
    error: FigureError | None = None
    span: tuple[int, int] | None = None
    line: int = 0
    column: int = 0


def read_each(printed: Iterable[str], *, decimal_comma: bool = False) -> Iterator[Reading]:
    """Yield how each text is read as one figure."""
    for text in printed:
        try:
            yield Reading(text, read(text, decimal_comma=decimal_comma))
        except FigureError as error:
            yield Reading(text, None, error)


def find_each(text: str, *, decimal_comma: bool = False) -> Iterator[Reading]:
    """Yield the figures of a running text, with where they stand."""
    line, begins = 1, 0
    for start, end, figure in find(text, decimal_comma=decimal_comma):
        newlines = text.count("\n", begins, start)
        if newlines:
            line, begins = line + newlines, text.rindex("\n", begins, start) + 1
        yield Reading(figure.printed, figure, None, (start, end), line, start - begins + 1)


def write_json(readings: Iterable[Reading], stream: TextIO) -> bool:
    """Write one JSON object a line; return whether every figure could be read."""
    readable = True
    for reading in readings:
        readable &= reading.error is None
        dump(record(reading), stream, indent=None)
    return readable


def record(reading: Reading) -> dict[str, Any]:
    """Return how a figure is read, as the JSON contract of `auditor figure` lays it down.

    Numbers are decimal strings in base units, `a/b` where they have no finite one; what is
    not printed is an empty string. An unreadable figure has `error` and `position`, counted
    in characters from 0; one that was found in a text has `start` and `end`.
    """
    told = {**_BLANK, "printed": reading.printed}
    if reading.figure is not None:
        told |= _told(reading.figure)
    if reading.error is not None:
        told |= {"error": reading.error.expected["en"], "position": reading.error.position}
    if reading.span is not None:
        told |= {"start": reading.span[0], "end": reading.span[1]}
    return told


def _told(figure: Figure) -> dict[str, Any]:
    measure = units.measure(figure.unit)
    told: dict[str, Any] = {
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
        "low": amount_if_any(interval.low),
        "high": amount_if_any(interval.high),
        "low_closed": interval.low is not None and interval.low_closed,
        "high_closed": interval.high is not None and interval.high_closed,
        "value": ends[0] if figure.kind == "number" else "",
        "digits": figure.numbers[0].digits,
        "scale": str(figure.numbers[-1].scale),
        "bound": "range" if figure.kind == "range" else bound,
        "parts": ends if figure.kind == "range" else [],
    }


def write_table(readings: Iterable[Reading], stream: TextIO, style: Style) -> bool:
    """Write one row a figure, then what could not be read; return whether every figure could."""
    console, lang = open_console(stream, style), style.lang
    rows: list[list[str]] = []
    unread: list[FigureError] = []
    for reading in readings:
        if reading.figure is not None:
            place = f"{reading.line}:{reading.column}" if reading.span else ""
            rows.append([place, visible(reading.printed), *row(reading.figure, lang)])
        elif reading.error is not None:
            unread.append(reading.error)
    if rows:
        console.print(_table(rows, lang))
    for error in unread:
        fields: Fields = {"position": error.position + 1, "expected": error.expected}
        line = Text(quote(error.text), style="bold")
        line.append(f": {say(_STOPPED, lang, fields)}", style="red")
        console.print(line)
    return not unread


def _table(rows: list[list[str]], lang: Lang) -> Table:
    """Return the rows under their heads, without the columns in which nothing stands."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    used = [at for at in range(len(_HEADS)) if any(row[at] for row in rows)]
    for at in used:
        head, printed = _HEADS[at], _HEADS[at] is _PRINTED
        widest = max(cell_len(row[at]) for row in rows)
        table.add_column(
            head[lang], overflow="fold", style="bold" if printed else "",
            no_wrap=head is _PLACE, min_width=min(widest, 12),
        )  # fmt: skip
    for row in rows:
        table.add_row(*(Text(row[at]) for at in used))
    return table


def row(figure: Figure, lang: Lang) -> list[str]:
    """Return the value with its unit, the interval, and basis and change, empty where absent."""
    if figure.kind == "ratio":
        return [" : ".join(amount(number.value) for number in figure.numbers), "", ""]
    if not figure.numeric:
        return [_WORDS[figure.kind][lang], "", ""]
    value = "–".join(shown(number.value) for number in figure.numbers)
    unit = unit_name(figure.unit)[lang] if figure.unit else ""
    if value == "1" and unit and lang == "en":
        unit = singular(figure.unit)
    stands = span(figure.allowed(), lambda value: compact(value, lang))
    sense = [_WORDS[word][lang] for word in (figure.basis, figure.change) if word]
    return [f"{value} {unit}".strip(), stands, " ".join(sense)]
