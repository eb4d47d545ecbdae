"""Rows of cells under one another, none wider than the console, without blanks at the end of lines.

Widths are terminal cells: a Chinese character takes two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

GAP: Final = 2
_NARROWEST: Final = 4
_SEPARATOR: Final = " · "
# Spaces at which no line is to be broken, and what stands for them while lines are.
_SPACES: Final = "\u202f\u00a0"
_HELD: Final = "\ue000\ue001"
_HOLD: Final = str.maketrans(_SPACES, _HELD)
_RELEASE: Final = str.maketrans(_HELD, _SPACES)

Row = Sequence[Text]


def natural(rows: Sequence[Row]) -> list[int]:
    """Return how wide each column would be if nothing were broken."""
    return [
        max((cell.cell_len for cell in column), default=0) for column in zip(*rows, strict=True)
    ]


def needed(widths: Sequence[int]) -> int:
    """Return how wide columns are together, those in which nothing stands left out."""
    used = [width for width in widths if width]
    return sum(used) + GAP * max(0, len(used) - 1)


def fitted(widths: Sequence[int], room: int, least: Sequence[int]) -> list[int]:
    """Return widths that fit into the room: what is widest beyond its least gives way first.

    Where the least of all is too much, every column gives way.
    """
    found = [min(width, max(room, low)) for width, low in zip(widths, least, strict=True)]
    for lowest in (least, [_NARROWEST] * len(found)):
        while needed(found) > room:
            loose = [at for at, width in enumerate(found) if width > lowest[at]]
            if not loose:
                break
            found[max(loose, key=lambda at: found[at] - lowest[at])] -= 1
    return found


def put(
    console: Console, row: Row, widths: Sequence[int], indent: int, right: Sequence[int] = ()
) -> None:
    """Print one row; cells that are too wide go on below. `right` are the columns flush right."""
    cells = [
        broken(console, cell, width) if width else []
        for cell, width in zip(row, widths, strict=True)
    ]
    for number in range(max((len(lines) for lines in cells), default=0)):
        line = Text(" " * indent)
        for at, (lines, width) in enumerate(zip(cells, widths, strict=True)):
            if not width:
                continue
            part = lines[number] if number < len(lines) else Text()
            rest = " " * max(0, width - part.cell_len)
            line.append(rest if at in right else "")
            line.append_text(part)
            line.append(("" if at in right else rest) + " " * GAP)
        line.rstrip()
        console.print(line, soft_wrap=True)


def put_rows(console: Console, rows: Sequence[Row], least: Sequence[int], indent: int) -> None:
    """Print rows in columns that fit, none of them made narrower than its least without need."""
    if not rows:
        return
    widths = fitted(natural(rows), console.width - indent, least)
    for row in rows:
        put(console, row, widths, indent)


def put_parts(console: Console, parts: Sequence[str], indent: int) -> None:
    """Print parts behind one another; lines are broken between them, if at all that is enough."""
    width = console.width - indent
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}{_SEPARATOR}{part}" if lines else part
        lines[-1:] = [joined] if cell_len(joined) <= width else [*lines[-1:], part]
    for line in lines:
        indented(console, Text(line), indent)


def titled(console: Console, title: Text, about: Text, indent: int) -> None:
    """Print a title and what is said of it: behind it or, where that is too long, below."""
    if indent + title.cell_len + GAP + about.cell_len <= console.width:
        console.print(Text.assemble(" " * indent, title, " " * GAP, about), soft_wrap=True)
        return
    indented(console, title, indent)
    indented(console, about, indent + 2)


def indented(console: Console, text: Text, by: int, hanging: int = 0) -> None:
    """Print a text in lines that fit, indented; those below the first are so much farther in."""
    for number, line in enumerate(broken(console, text, console.width - by - hanging)):
        console.print(Text(" " * (by + (hanging if number else 0))) + line, soft_wrap=True)


def broken(console: Console, text: Text, width: int) -> list[Text]:
    """Return a text in lines of at most `width` cells; numbers are not broken where they are grouped."""
    if text.cell_len <= width:
        return [text]
    held = text.copy()
    free = not any(sign in text.plain for sign in _HELD)
    if free:
        held.plain = held.plain.translate(_HOLD)
    lines = []
    for line in held.wrap(console, max(2, width)):
        line.rstrip()
        if free:
            line.plain = line.plain.translate(_RELEASE)
        lines.append(line)
    return lines
