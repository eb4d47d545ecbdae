"""Edits of a sheet's text that change one thing and nothing else.

Each is tried in memory before it is offered: the sheet is read again, and everything but what
was to change must be read as before. An edit that cannot be made so is not offered.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from auditor.document import Document, Mapping, Node, Scalar, parse
from auditor.finding import Mark
from auditor.lsp.places import Text

# Stands where the reason belongs. It is none, so that the sheet is not silenced before one is given.
NO_REASON_YET: Final = "…"
_UNREADABLE: Final = "\ufffd"


class Edit(NamedTuple):
    """Another text for a stretch of a sheet; of none, for the place between two characters."""

    mark: Mark
    text: str


def reprinted(text: Text, mark: Mark, printed: str, instead: str) -> Edit | None:
    """Return the edit that makes the figure at a mark print something else, None if there is none.

    The quotes around it stay; where what is printed instead cannot stand as it is, quotes are added.
    """
    written = text.written(mark)
    if _UNREADABLE in printed or _UNREADABLE in instead:
        return None
    before = _as_it_is(text.body)
    for edit in _prints(text, mark, written, printed, instead):
        after = _read(text.with_(edit.mark, edit.text))
        changed = _changed(before, after) or []
        told = [(old.strip(), new.strip()) for old, new in changed]
        if told == [(printed.strip(), instead.strip())] and _no_worse(before, after):
            return edit
    return None


def excepted(text: Text, line: int, rule: str) -> Edit | None:
    """Return the edit that adds a comment for an exception, None where none can stand.

    It stands at the end of the line, or above it where the line does not end outside a text;
    what is still to be filled in is the reason.
    """
    before = _as_it_is(text.body)
    comment = f"# audit: ignore[{rule}] {NO_REASON_YET}"
    for edit in _comments(text, line, comment):
        after = _read(text.with_(edit.mark, edit.text))
        added = Counter(_said(after)) - Counter(_said(before))
        moved = edit.text.count("\n")
        about = (f"ignore[{rule}] {NO_REASON_YET}", line + moved)
        unmoved = _changed(before, after) == [] and _no_worse(before, after)
        if unmoved and added.total() == 1 and about in _places(after):
            return edit
    return None


def _prints(text: Text, mark: Mark, written: str, printed: str, instead: str) -> Iterator[Edit]:
    bare = printed.strip()
    if written.count(bare) == 1:
        start = text.offset(mark.line, mark.column) + written.index(bare)
        yield Edit(text.mark_at(start, start + len(bare)), instead.strip())
    tail = written[len(written.rstrip()) :]
    yield Edit(mark, json.dumps(instead, ensure_ascii=False) + tail)


def _comments(text: Text, line: int, comment: str) -> Iterator[Edit]:
    content = text.lines[line - 1] if line <= len(text.lines) else ""
    start = text.offset(line, 1)
    end = text.offset(line, len(content) + 1)
    gap = "" if not content or content[-1] in " \t" else " "
    yield Edit(text.mark_at(end, end), f"{gap}{comment}")
    indent = content[: len(content) - len(content.lstrip(" "))]
    yield Edit(text.mark_at(start, start), f"{indent}{comment}\n")


@lru_cache(maxsize=1)
def _as_it_is(body: str) -> Document:
    """Return a text as read; one for which several edits are tried is read once."""
    return _read(body)


def _read(body: str) -> Document:
    return parse("", body.encode("utf-8", "surrogatepass"))


def _changed(before: Document, after: Document) -> list[tuple[str, str]] | None:
    """Return which texts are others, None when the two documents are not built alike."""
    old, new = list(_texts(before.root)), list(_texts(after.root))
    if len(old) != len(new) or before.whole != after.whole:
        return None
    return [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]


def _texts(root: Node | None) -> Iterator[str]:
    """Return all texts of a document, with what tells how lists and mappings nest."""
    waiting: list[Node | str] = [] if root is None else [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, Scalar):
            yield node.text
        elif isinstance(node, Mapping):
            yield f"{{{len(node.entries)}"
            for key, value in reversed(node.entries.values()):
                waiting += [value, key]
        else:
            yield f"[{len(node.items)}"
            waiting += reversed(node.items)


def _no_worse(before: Document, after: Document) -> bool:
    """Return whether reading the sheet finds no fault that it did not find before."""
    old, new = (Counter(fault.kind for fault in each.faults) for each in (before, after))
    return not new - old


def _said(document: Document) -> list[str]:
    return [comment.says for comment in document.comments]


def _places(document: Document) -> list[tuple[str, int]]:
    return [(comment.says, comment.about) for comment in document.comments]
