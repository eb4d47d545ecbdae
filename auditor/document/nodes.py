"""Nodes that know where they stand, and the faults of a sheet's text.

Every scalar is the text that was written: YAML's floats, booleans, dates and base-60
integers do not exist here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from auditor.document.comments import Comment
from auditor.finding import Mark
from auditor.wording import MOST_GUESSES, Field, Fields, Wording

# libyaml's position in a text: line, column and index, all from 0. (The published stubs of
# PyYAML describe the marks and events of its pure Python loader only.)
YamlMark = Any

LARGEST: Final = 16_000_000
DEEPEST: Final = 40
LONGEST_SCALAR: Final = 10_000
MOST_ALIASES: Final = 10_000
MOST_FAULTS: Final = 200
_LIMITS: Final[dict[str, tuple[int, Wording]]] = {
    "bytes": (LARGEST, {"en": "bytes", "zh": "文件字节数"}),
    "depth": (DEEPEST, {"en": "levels of nesting", "zh": "嵌套层数"}),
    "scalar": (LONGEST_SCALAR, {"en": "characters in one text", "zh": "单项文字的字符数"}),
    "aliases": (MOST_ALIASES, {"en": "values repeated by aliases", "zh": "由别名重复的内容数"}),
    "faults": (MOST_FAULTS, {"en": "faults in one file", "zh": "单个文件的问题数"}),
}


class Fault(NamedTuple):
    """Something wrong with a sheet; `kind` is the name of the rule that tells of it."""

    kind: str
    mark: Mark
    fields: Fields


class Scalar(NamedTuple):
    """A text as written, without its quotes."""

    text: str
    start: YamlMark
    end: YamlMark
    plain: bool

    @property
    def mark(self) -> Mark:
        """Return where the scalar stands."""
        return mark_of(self.start, self.end)


class Sequence(NamedTuple):
    """A list of nodes."""

    items: list[Node]
    start: YamlMark

    @property
    def mark(self) -> Mark:
        """Return where the list begins."""
        return mark_of(self.start, self.start)


class Mapping(NamedTuple):
    """Keys and values. Of a key that is written twice the first one counts."""

    entries: dict[str, tuple[Scalar, Node]]
    start: YamlMark

    @property
    def mark(self) -> Mark:
        """Return where the mapping begins."""
        return mark_of(self.start, self.start)


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class Document:
    """The nodes of one sheet and what was wrong with its text.

    `root` is None when nothing could be read. `whole` is false when reading stopped
    before the end, so that what is missing may be missing only because of that.
    """

    path: str
    root: Node | None = None
    whole: bool = True
    faults: list[Fault] = field(default_factory=list)
    comments: tuple[Comment, ...] = ()

    @property
    def crowded(self) -> bool:
        """Return whether so much is wrong that guesses would help no more."""
        return len(self.faults) > MOST_GUESSES

    def fault(self, kind: str, mark: Mark, **fields: Field) -> None:
        """Take down one fault; beyond a limit only the limit is named."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(kind, mark, fields))
        elif len(self.faults) == MOST_FAULTS:
            self.faults.append(Fault("limit", mark, _limit("faults")))

    def beyond(self, what: str, mark: Mark) -> None:
        """Take down that a limit was passed: bytes, depth, scalar or aliases."""
        self.fault("limit", mark, **_limit(what))


TOP: Final = Mark(1, 1, 1, 1)


def _limit(what: str) -> dict[str, Field]:
    limit, wording = _LIMITS[what]
    return {"what": wording, "limit": str(limit)}


def mark_of(start: YamlMark, end: YamlMark) -> Mark:
    """Return the stretch between two of libyaml's positions."""
    return Mark(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
