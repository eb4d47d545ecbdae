"""Text of a sheet → nodes that know where they stand.

The nodes are built from libyaml's event stream with an explicit stack, so that no
input can exhaust the interpreter's own. Every scalar is the text that was written:
YAML's floats, booleans, dates and base-60 integers do not exist here. What is wrong
with the text is collected as faults; reading goes on as far as it can.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import yaml

from auditor import hazards
from auditor.finding import Mark
from auditor.wording import Field, Fields, Wording, quote

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
    "faults": (MOST_FAULTS, {"en": "faults in one sheet", "zh": "单个表单的问题数"}),
}


class Fault(NamedTuple):
    """Something wrong with a sheet; `kind` is the name of the rule that tells of it."""

    kind: str
    mark: Mark
    fields: Fields


class Scalar(NamedTuple):
    """A text as written, without its quotes."""

    text: str
    start: yaml.Mark
    end: yaml.Mark
    plain: bool

    @property
    def mark(self) -> Mark:
        """Return where the scalar stands."""
        return _mark(self.start, self.end)


class Sequence(NamedTuple):
    """A list of nodes."""

    items: list[Node]
    start: yaml.Mark

    @property
    def mark(self) -> Mark:
        """Return where the list begins."""
        return _mark(self.start, self.start)


class Mapping(NamedTuple):
    """Keys and values. Of a key that is written twice the first one counts."""

    entries: dict[str, tuple[Scalar, Node]]
    start: yaml.Mark

    @property
    def mark(self) -> Mark:
        """Return where the mapping begins."""
        return _mark(self.start, self.start)


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

    def fault(self, kind: str, mark: Mark, **fields: Field) -> None:
        """Take down one fault; beyond a limit only the limit is named."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(kind, mark, fields))
        elif len(self.faults) == MOST_FAULTS:
            self.faults.append(Fault("limit", mark, _limit("faults")))

    def beyond(self, what: str, mark: Mark) -> None:
        """Take down that a limit was passed: bytes, depth, scalar or aliases."""
        self.fault("limit", mark, **_limit(what))


def parse(path: str, raw: bytes) -> Document:
    """Return the document that the bytes of the file at `path` hold."""
    document = Document(path)
    if len(raw) > LARGEST:
        document.whole = False
        document.beyond("bytes", TOP)
        return document
    text = hazards.decode(raw, document.fault)
    if text is None:
        document.whole = False
        return document
    with _collector_paused():
        _build(document, text)
    return document


TOP: Final = Mark(1, 1, 1, 1)


def _limit(what: str) -> dict[str, Field]:
    limit, wording = _LIMITS[what]
    return {"what": wording, "limit": str(limit)}


def _mark(start: yaml.Mark, end: yaml.Mark) -> Mark:
    return Mark(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the cyclic collector: a tree of nodes has no cycles, and watching it triples the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _build(document: Document, text: str) -> None:
    """Build the nodes; a hazard that can be told from the text is mended in a copy and read on."""
    given = text
    for _ in range(hazards.MOST_MENDED + 1):
        builder = _Builder(document, mended=given is not text)
        faults = len(document.faults)
        diagnosis = builder.diagnosis(text, given)
        document.root = builder.root
        if diagnosis is None:
            return
        if diagnosis.mended is not None:
            del document.faults[faults:]
        document.fault(diagnosis.kind, diagnosis.mark, **diagnosis.fields)
        if diagnosis.mended is None:
            break
        given = diagnosis.mended
    document.whole = False


class _Stopped(yaml.YAMLError):
    """Reading ends here; the fault has been taken down."""


class _Builder:
    """Turns the event stream of one document into nodes."""

    def __init__(self, document: Document, *, mended: bool) -> None:
        self.document = document
        self.mended = mended
        self.root: Node | None = None
        self.stack: list[Sequence | Mapping] = []
        self.key: Scalar | None = None
        self.keys: list[Scalar | None] = []
        self.anchors: dict[str, Node] = {}
        self.followed: set[str] = set()
        self.aliases = 0
        self.documents = 0
        self.text = ""

    def diagnosis(self, text: str, given: str) -> hazards.Diagnosis | None:
        """Build the nodes of `given`, a mended copy of `text`; return what kept it from being read."""
        try:
            self.run(given)
        except yaml.YAMLError as error:
            return hazards.diagnose(text, given, error)
        if isinstance(self.root, Scalar) and self.root.plain:
            return hazards.full_width_colon(given, self.root.start.line)
        return None

    def run(self, text: str) -> None:
        self.text = text
        handlers = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.mapping,
            yaml.SequenceStartEvent: self.sequence,
            yaml.MappingEndEvent: self.close,
            yaml.SequenceEndEvent: self.close,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document_start,
        }
        try:
            for event in yaml.parse(text, Loader=yaml.CLoader):
                handler = handlers.get(type(event))
                if handler is not None:
                    handler(event)
        except _Stopped:
            self.document.whole = False
        if isinstance(self.root, Scalar) and not self.root.text:
            self.root = None
        if self.root is None and self.document.whole:
            self.document.fault("empty-sheet", TOP)

    def scalar(self, event: yaml.ScalarEvent) -> None:
        text = event.value
        if len(text) > LONGEST_SCALAR:
            self.document.beyond("scalar", _mark(event.start_mark, event.end_mark))
            text = text[:LONGEST_SCALAR]
        written = self.text[event.start_mark.index : event.start_mark.index + 1]
        if written in hazards.SWALLOWING and hazards.swallowed(event):
            return self.swallowed(event)
        if self.mended:
            text = hazards.restored(text)
        plain = event.implicit[0] and event.style is None
        self.place(Scalar(text, event.start_mark, event.end_mark, plain), event.anchor)

    def swallowed(self, event: yaml.ScalarEvent) -> None:
        """Put back the text of a scalar that YAML took for a tag, an anchor or a block's heading."""
        written = hazards.unquoted(self.text[event.start_mark.index : event.end_mark.index])
        start = event.start_mark
        mark = Mark(start.line + 1, start.column + 1, start.line + 1, start.column + 1 + len(written))
        self.document.fault("unquoted-mark", mark, read=quote(written), char=written[:1])
        self.place(Scalar(written, start, event.end_mark, False), None)

    def mapping(self, event: yaml.MappingStartEvent) -> None:
        self.open(Mapping({}, event.start_mark), event.anchor)

    def sequence(self, event: yaml.SequenceStartEvent) -> None:
        self.open(Sequence([], event.start_mark), event.anchor)

    def open(self, node: Sequence | Mapping, anchor: str | None) -> None:
        if len(self.stack) >= DEEPEST:
            self.document.beyond("depth", node.mark)
            raise _Stopped
        self.place(node, anchor)
        self.stack.append(node)
        self.keys.append(self.key)
        self.key = None

    def close(self, _: yaml.Event) -> None:
        self.stack.pop()
        self.key = self.keys.pop()

    def place(self, node: Node, anchor: str | None) -> None:
        """Put a node where it belongs: as the root, into a list, or as a key or its value."""
        if anchor is not None:
            self.document.fault("alias", node.mark, name=quote(anchor), sign="&")
            self.anchors[anchor] = node
            self.followed.discard(anchor)
        if not self.stack:
            self.root = self.root or node
            return
        parent = self.stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.key is None:
            self.key = self.as_key(node)
        else:
            key, self.key = self.key, None
            first = parent.entries.setdefault(key.text, (key, node))
            if first[1] is not node or first[0] is not key:
                line = str(first[0].start.line + 1)
                self.document.fault("duplicate-key", key.mark, key=quote(key.text), line=line)

    def as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.document.fault("wrong-shape", node.mark, **hazards.KEY_IS_NO_TEXT)
        return Scalar("", node.start, node.start, False)

    def alias(self, event: yaml.AliasEvent) -> None:
        mark = _mark(event.start_mark, event.end_mark)
        name = event.anchor
        node = self.anchors.get(name)
        if node is None or any(node is container for container in self.stack):
            self.document.fault("unknown-alias", mark, name=quote(name))
            node = Scalar("", event.start_mark, event.end_mark, True)
        elif name not in self.followed:
            self.followed.add(name)
            self.document.fault("alias", mark, name=quote(name), sign="*")
        self.aliases += _size(node, MOST_ALIASES - self.aliases)
        if self.aliases > MOST_ALIASES:
            self.document.beyond("aliases", mark)
            raise _Stopped
        self.place(node, None)

    def document_start(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.document.fault("several-documents", _mark(event.start_mark, event.end_mark))
            raise _Stopped


def _size(node: Node, most: int) -> int:
    """Return how many nodes a node stands for, counted no further than just above `most`."""
    waiting, size = [node], 0
    while waiting and size <= most:
        size += 1
        found = waiting.pop()
        if isinstance(found, Sequence):
            waiting += found.items
        elif isinstance(found, Mapping):
            waiting += [value for _, value in found.entries.values()]
    return size
