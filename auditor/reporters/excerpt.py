"""A line of a sheet with carets under a stretch of it, cut to a width.

Widths are terminal cells: Chinese characters take two, so carets align under them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len

from auditor import files
from auditor.document.nodes import LARGEST
from auditor.finding import Mark
from auditor.wording import visible

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What to print: the line, and how many cells to skip and to underline."""

    line: int
    text: str
    skip: int
    carets: int


@lru_cache(maxsize=64)
def lines(path: str) -> tuple[str, ...]:
    """Return the lines of a sheet, none when it cannot be read any more."""
    try:
        text = files.read(path, LARGEST).decode("utf-8-sig", "replace")
    except OSError:
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def excerpt(path: str, mark: Mark, width: int) -> Excerpt | None:
    """Return the line of `path` at `mark` in at most `width` cells, None when there is none."""
    found = lines(path)
    if mark.line > len(found):
        return None
    line = found[mark.line - 1]
    start = min(mark.column - 1, len(line))
    end = mark.end_column - 1 if mark.end_line == mark.line else len(line)
    end = max(start + 1, min(end, len(line)))
    indent = len(line) - len(line.lstrip())
    # Only what could be shown is looked at: a line may be the whole sheet.
    cut = max(0, start - width)
    rest = line[cut : end + width] if end - start < width else line[cut : start + 2 * width]
    cells = [visible(char) for char in rest]
    start, end, first = start - cut, end - cut, min(max(0, indent - cut), start - cut)
    left, right = _window(cells, first, start, end, width)
    before = "" if left == first and cut <= indent else _ELLIPSIS
    after = "" if right + cut >= len(line) else _ELLIPSIS
    shown = "".join(cells[left:right])
    return Excerpt(
        line=mark.line,
        text=before + shown.rstrip() + after,
        skip=cell_len(before + "".join(cells[left:start])),
        carets=max(1, cell_len("".join(cells[start : min(end, right)]))),
    )


def _window(cells: list[str], first: int, start: int, end: int, width: int) -> tuple[int, int]:
    """Return the stretch of cells to show: all if it fits, else what surrounds the marked part."""
    widths = [cell_len(cell) for cell in cells]
    if sum(widths[first:]) <= width:
        return first, len(cells)
    left, right = start, min(end, len(cells))
    used = sum(widths[left:right]) + 2
    while used > width and right > left + 1:
        right -= 1
        used -= widths[right]
    grown = True
    while grown:
        grown = False
        if left > first and used + widths[left - 1] <= width:
            left -= 1
            used += widths[left]
            grown = True
        if right < len(cells) and used + widths[right] <= width:
            used += widths[right]
            right += 1
            grown = True
    return left, right
