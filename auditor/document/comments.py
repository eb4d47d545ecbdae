"""The comments of a sheet that speak to the auditor: `# audit: …`.

YAML's events hold no comments, and a # may stand inside a text. Where a sheet has such a
mark at all, its tokens tell which stretches are texts; what is in none of them is a comment.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import yaml

from auditor.finding import Mark

_SPEAKS: Final = "audit:"
_COMMENT: Final = re.compile(
    rf"(?:^|(?<=[ \t]))#[ \t]*{_SPEAKS}[ \t]*(.*?)[ \t]*(?:[ \t]#.*)?\r?$", re.MULTILINE
)
_NOTHING_BUT_A_COMMENT: Final = re.compile(r"[ \t]*(?:#.*)?\r?$")


class Comment(NamedTuple):
    """A comment: what it says behind `audit:`, where it stands, and the line that it is about.

    A further # ends it. At the end of a line it is about that line, on a line of its own about the next one that
    holds more than a comment.
    """

    says: str
    mark: Mark
    about: int


def comments(text: str) -> tuple[Comment, ...]:
    """Return the comments of a text that speak to the auditor, in its order."""
    if _SPEAKS not in text:
        return ()
    found = list(_COMMENT.finditer(text))
    texts = _texts(text) if found else []
    lines = text.split("\n")
    return tuple(
        _comment(match, text, lines)
        for match in found
        if not any(start <= match.start() < end for start, end in texts)
    )


def _texts(text: str) -> list[tuple[int, int]]:
    """Return where the texts of a sheet begin and end, as far as its tokens can be read."""
    spans: list[tuple[int, int]] = []
    try:
        for token in yaml.scan(text, Loader=yaml.CLoader):
            if isinstance(token, yaml.ScalarToken):
                spans.append((token.start_mark.index, token.end_mark.index))
    except yaml.YAMLError:
        pass  # the syntax error is told by whoever reads the sheet
    return spans


def _comment(match: re.Match[str], text: str, lines: list[str]) -> Comment:
    line = text.count("\n", 0, match.start())
    column = match.start() - text.rfind("\n", 0, match.start())
    says = match.group(1)
    mark = Mark(line + 1, column, line + 1, column + match.end(1) - match.start())
    about = line
    if not lines[line][: column - 1].strip():
        while about < len(lines) - 1 and _NOTHING_BUT_A_COMMENT.fullmatch(lines[about]):
            about += 1
    return Comment(says, mark, about + 1)
