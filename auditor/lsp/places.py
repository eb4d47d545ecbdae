"""Places in a text: marks, which count characters from 1, and positions, as an editor counts them.

An editor counts lines and columns from 0, the columns in units of UTF-16 unless both sides have
agreed on something else. Only LF, CR and CRLF end a line, for an editor as for a sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, takewhile
from types import MappingProxyType
from typing import Final

from lsprotocol.types import Position, PositionEncodingKind, Range

from auditor.finding import Mark

_BOM: Final = "\ufeff"
_WIDTHS: Final[MappingProxyType[str, Callable[[str], int]]] = MappingProxyType(
    {
        PositionEncodingKind.Utf8: lambda text: len(text.encode("utf-8", "surrogatepass")),
        PositionEncodingKind.Utf16: lambda text: len(text) + sum(char > "\uffff" for char in text),
        PositionEncodingKind.Utf32: len,
    }
)


class Text:
    """The text of a sheet, in lines, as the editor that has it open counts its columns.

    A byte order mark at its beginning is no part of the first line for a mark, but it is for
    the editor.
    """

    def __init__(self, source: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self.eol = "\r\n" if "\r\n" in source else "\n"
        self.body = source.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = self.body.split("\n")
        self._skipped = len(self.body) - len(self.body.removeprefix(_BOM).removeprefix(_BOM))
        self._starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        self._width = _WIDTHS.get(encoding, _WIDTHS[PositionEncodingKind.Utf16])

    def position(self, line: int, column: int) -> Position:
        """Return a place of a mark as a position; one behind the text's end as the end."""
        row, at = self._within(line, column)
        return Position(row, self._width(self.lines[row][:at]))

    def range(self, mark: Mark) -> Range:
        """Return the stretch of a mark, and of one without extent the character that it is at."""
        found = self.exactly(mark)
        if found.start == found.end:
            found.end = self.position(mark.line, mark.column + 1)
        return found

    def exactly(self, mark: Mark) -> Range:
        """Return the stretch of a mark, empty for a place between two characters."""
        return Range(
            self.position(mark.line, mark.column), self.position(mark.end_line, mark.end_column)
        )

    def place(self, position: Position) -> tuple[int, int]:
        """Return the line and the column that a position is at, counted as marks are."""
        row = min(position.line, len(self.lines) - 1)
        ends = accumulate(map(self._width, self.lines[row]))
        at = sum(1 for _ in takewhile(lambda end: end <= position.character, ends))
        return row + 1, at + 1 - (self._skipped if row == 0 else 0)

    def offset(self, line: int, column: int) -> int:
        """Return the index in the body of a place of a mark."""
        row, at = self._within(line, column)
        return self._starts[row] + at

    def written(self, mark: Mark) -> str:
        """Return what stands at a mark."""
        start = self.offset(mark.line, mark.column)
        return self.body[start : self.offset(mark.end_line, mark.end_column)]

    def mark_at(self, start: int, end: int) -> Mark:
        """Return the mark of a stretch of the body, given by its indices."""
        return Mark(*self._place_at(start), *self._place_at(end))

    def with_(self, mark: Mark, text: str) -> str:
        """Return the body as it would be with another text at a mark."""
        start = self.offset(mark.line, mark.column)
        return self.body[:start] + text + self.body[self.offset(mark.end_line, mark.end_column) :]

    def _place_at(self, index: int) -> tuple[int, int]:
        row = self.body.count("\n", 0, index)
        return row + 1, index - self._starts[row] + 1 - (self._skipped if row == 0 else 0)

    def _within(self, line: int, column: int) -> tuple[int, int]:
        row = min(line, len(self.lines)) - 1
        if row < line - 1:
            return row, len(self.lines[row])
        skipped = self._skipped if row == 0 else 0
        return row, min(max(0, column - 1 + skipped), len(self.lines[row]))
