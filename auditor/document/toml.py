"""TOML → the same nodes that a sheet is read into, so that one reader tells the mistakes of both."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any, Final

from auditor.document.nodes import Document, Mapping, Node, Scalar, Sequence
from auditor.finding import Mark
from auditor.wording import quote

_TABLE: Final = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]+\s*(?:#.*)?")
_KEY: Final = re.compile(r"\s*([\w\-\"'. ]+?)\s*=")
_PLACE: Final = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True, slots=True)
class _Place:
    """A position as libyaml would give it: line and column from 0."""

    line: int
    column: int = 0


def parse(path: str, raw: bytes, *table: str) -> Document:
    """Return what stands at `path`, or only the table of that name in it.

    Every value is the text that it would be in a sheet: true, 5, a word; it is plain unless it is
    a string. The lines of keys are found by their names; a key of an inline table stands where
    the table does. Without the table the document has no root.
    """
    document = Document(path)
    try:
        text = raw.decode("utf-8")
        found: Any = tomllib.loads(text)
        for name in table:
            found = found.get(name) if isinstance(found, dict) else None
        if found is not None:
            document.root = _node(found, table, _lines(text), 0)
    except (ValueError, RecursionError) as error:  # no TOML, numbers without end, too deep
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        problem = quote(_PLACE.sub("", str(error)))
        document.fault("syntax", Mark(line, column, line, column), problem=problem)
        document.whole = False
    return document


def _node(value: Any, route: tuple[str, ...], lines: dict[tuple[str, ...], int], line: int) -> Node:
    line = lines.get(route, line)
    start = _Place(line)
    if isinstance(value, dict):
        entries = {
            key: (_scalar(key, lines.get((*route, key), line)), _node(each, (*route, key), lines, line))
            for key, each in value.items()
        }  # fmt: skip
        return Mapping(entries, start)
    if isinstance(value, list):
        return Sequence([_node(each, route, lines, line) for each in value], start)
    if isinstance(value, str):
        return _scalar(value, line)
    return _scalar(str(value).lower() if isinstance(value, bool) else str(value), line, plain=True)


def _scalar(text: str, line: int, *, plain: bool = False) -> Scalar:
    return Scalar(text, _Place(line), _Place(line), plain=plain)


def _lines(text: str) -> dict[tuple[str, ...], int]:
    """Return the line, from 0, on which each key or table seems to be written."""
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n")):
        head, key = _TABLE.fullmatch(line), _KEY.match(line)
        if head:
            table = _route(head[1])
            found.setdefault(table, number)
        elif key:
            found.setdefault((*table, *_route(key[1])), number)
    return found


def _route(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
