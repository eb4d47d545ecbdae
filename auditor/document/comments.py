"""The comments of a sheet that speak to the auditor: `# audit: …`.

YAML's events hold no comments, and a # may stand inside a text. Where a sheet has such a
mark at all, its tokens tell which stretches are texts; what is in none of them is a comment.
"""

from __future__ import annotations

import re
from bisect import bisect
from itertools import accumulate
from typing import Final, NamedTuple

import yaml

from auditor.finding import Mark

_SPEAKS: Final = "audit"
# How such a comment begins; the group is the indentation of one that has a line of its own.
_BEGINS: Final = re.compile(r"(?:^([ \t]*)|(?<=[ \t]))#[ \t]*audit[:：][ \t]*", re.MULTILINE)
_ENDS: Final = re.compile(r"(?<=[ \t])#|\r?$", re.MULTILINE)
# Beyond so many broken lines what stands in quotes may be taken for a comment.
_MOST_BROKEN: Final = 20
_NOTHING_BUT_A_COMMENT: Final = re.compile(r"[ \t]*(?:#.*)?\r?$")


class Comment(NamedTuple):
    """A comment: what it says behind `audit:`, where it stands, and the line that it is about.

    A further # ends it, and may begin another. At the end of a line it is about that line, on a
    line of its own about the next one that holds more than a comment.
    """

    says: str
    mark: Mark
    about: int


def comments(text: str) -> tuple[Comment, ...]:
    """Return the comments of a text that speak to the auditor, in its order."""
    begun = list(_BEGINS.finditer(text)) if _SPEAKS in text else []
    if not begun:
        return ()
    texts, lines = _texts(text), text.split("\n")
    offsets = list(accumulate((len(line) + 1 for line in lines), initial=0))
    found: list[Comment] = []
    following = 0  # the line that comments of their own are about; it only ever moves down
    for match in begun:
        start = match.start() if match.group(1) is None else match.end(1)
        nearest = bisect(texts, (start, len(text))) - 1
        if nearest >= 0 and start < texts[nearest][1]:
            continue
        about = line = bisect(offsets, start) - 1
        if match.group(1) is not None:
            following = about = _following(lines, max(following, line))
        says = _said(text, match.end())
        column = start - offsets[line] + 1
        mark = Mark(line + 1, column, line + 1, column + match.end() - start + len(says))
        found.append(Comment(says, mark, about + 1))
    return tuple(found)


def _said(text: str, begin: int) -> str:
    """Return the text of a comment from `begin` up to a further # or the end of its line."""
    end = _ENDS.search(text, begin)
    return text[begin : end.start() if end else len(text)].rstrip(" \t")


def _following(lines: list[str], line: int) -> int:
    """Return the first line from `line` on that holds more than a comment, else the last one."""
    while line < len(lines) - 1 and _NOTHING_BUT_A_COMMENT.fullmatch(lines[line]):
        line += 1
    return line


def _texts(text: str) -> list[tuple[int, int]]:
    """Return where the texts of a sheet begin and end, as far as its tokens can be read.

    From a line that cannot be read, which whoever reads the sheet tells of, it goes on to the next.
    """
    spans: list[tuple[int, int]] = []
    offset = 0
    for _ in range(_MOST_BROKEN + 1):
        try:
            for token in yaml.scan(text[offset:], Loader=yaml.CLoader):
                if isinstance(token, yaml.ScalarToken):
                    begin, end = offset + token.start_mark.index, offset + token.end_mark.index
                    if token.style in ("|", ">"):  # behind its sign a comment may stand
                        begin = text.find("\n", begin, end)
                    spans.append((begin if begin >= 0 else end, end))
            break
        except yaml.MarkedYAMLError as error:
            broken = error.problem_mark.index if error.problem_mark else len(text)
            offset = text.find("\n", offset + broken) + 1
            if not offset:
                break
    return spans
