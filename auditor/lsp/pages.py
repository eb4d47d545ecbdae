"""A page of Markdown, or of plain text for an editor that shows no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from auditor.reporters.handbook import escaped
from auditor.wording import visible

_LONGEST: Final = 500


class Page:
    """Lines that are written one after the other. Text from a sheet is never read as markup."""

    def __init__(self, uri: Callable[[str], str], *, plain: bool = False) -> None:
        self.lines: list[str] = []
        self._uri = uri
        self._plain = plain

    def text(self, told: str) -> str:
        """Return a text, safe, short enough, and without anything that Markdown would obey."""
        shown = visible(told)
        shown = shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
        return shown if self._plain else escaped(shown)

    def strong(self, told: str) -> str:
        """Return a text that stands out."""
        shown = self.text(told).strip()
        return shown if self._plain or not shown else f"**{shown}**"

    def link(self, told: str, path: str, line: int) -> str:
        """Return a text that leads to a line of a sheet."""
        if self._plain:
            return f"{self.text(told)} ({line})"
        return f"[{self.text(told)}]({self._uri(path)}#L{line})"

    def paragraph(self, told: str) -> None:
        """Write a paragraph."""
        self.lines += ["", told] if self.lines else [told]

    def item(self, told: str, depth: int = 0) -> None:
        """Write an item of a list, one at a `depth` below the item above it."""
        if self.lines and not self.lines[-1].lstrip().startswith("- "):
            self.lines.append("")
        self.lines.append(f"{'  ' * depth}- {told}")

    def __str__(self) -> str:
        return "\n".join(self.lines)
