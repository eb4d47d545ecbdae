"""Text of a sheet → nodes that know where they stand.

The nodes are built from libyaml's event stream with an explicit stack, so that no
input can exhaust the interpreter's own. Every scalar is the text that was written:
YAML's floats, booleans, dates and base-60 integers do not exist here. What is wrong
with the text is collected as faults; reading goes on as far as it can.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
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
    """Pause the cyclic collector: nodes have no cycles, and watching them triples the time."""
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
        self.open_nodes: list[Sequence | Mapping] = []
        self.anchors: dict[str, Node] = {}
        self.followed: set[str] = set()
        self.aliases = 0
        self.documents = 0
        self.text = ""

    def diagnosis(self, text: str, given: str) -> hazards.Diagnosis | None:
        """Build the nodes of `given`, a mended copy of `text`; return what stood in the way."""
        try:
            self.run(given)
        except yaml.YAMLError as error:
            return hazards.diagnose(text, given, error)
        if isinstance(self.root, Scalar) and self.root.plain:
            return hazards.full_width_colon(given, self.root.start.line)
        return None

    def run(self, text: str) -> None:
        """Read all events of `text`; raises yaml.YAMLError where libyaml stops."""
        self.text = text
        try:
            self.events(yaml.cyaml.CParser(text).get_event)
        except _Stopped:
            self.document.whole = False
        if isinstance(self.root, Scalar) and not self.root.text:
            self.root = None
        if self.root is None and self.document.whole:
            self.document.fault("empty-sheet", TOP)

    def events(self, next_event: Callable[[], yaml.Event | None]) -> None:
        """Build the nodes. One loop with its state in locals: it turns once for each scalar."""
        open_nodes, mended = self.open_nodes, self.mended
        keys: list[Scalar | None] = []
        parent: Sequence | Mapping | None = None
        key: Scalar | None = None
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                text, style = event.value, event.style
                if style in _PLAIN_STYLES and len(text) <= LONGEST_SCALAR and not (
                    mended or event.tag or event.anchor
                ):
                    node: Node = Scalar(text, event.start_mark, event.end_mark, not style)
                else:
                    node = self.scalar(event)
            elif kind is yaml.MappingStartEvent:
                node = Mapping({}, event.start_mark)
            elif kind is yaml.SequenceStartEvent:
                node = Sequence([], event.start_mark)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                open_nodes.pop()
                parent = open_nodes[-1] if open_nodes else None
                key = keys.pop()
                continue
            elif kind is yaml.AliasEvent:
                node = self.alias(event)
            else:
                self.between(event)
                continue
            if parent is None:
                self.root = self.root or node
            elif type(parent) is Sequence:
                parent.items.append(node)
            elif key is None:
                key = node if type(node) is Scalar else self.as_key(node)
            else:
                entry = (key, node)
                if parent.entries.setdefault(key.text, entry) is not entry:
                    self.duplicate(parent, key)
                key = None
            if kind is not yaml.ScalarEvent and kind is not yaml.AliasEvent:
                if event.anchor is not None:
                    self.anchor(event.anchor, node)
                self.check_depth(node)
                open_nodes.append(node)
                keys.append(key)
                parent, key = node, None

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        text, start = event.value, event.start_mark
        if len(text) > LONGEST_SCALAR:
            self.document.beyond("scalar", _mark(start, event.end_mark))
            text = text[:LONGEST_SCALAR]
        suspect = event.style in _SWALLOWED_STYLES or event.tag or event.anchor
        if suspect and hazards.swallowed(event, self.text[start.index]):
            return self.swallowed(event)
        if self.mended:
            text = hazards.restored(text)
        scalar = Scalar(text, start, event.end_mark, event.implicit[0] and not event.style)
        if event.anchor is not None:
            self.anchor(event.anchor, scalar)
        return scalar

    def swallowed(self, event: yaml.ScalarEvent) -> Scalar:
        """Put back a text that YAML took for a tag, an anchor or the heading of a block."""
        written = hazards.unquoted(self.text[event.start_mark.index : event.end_mark.index])
        start = event.start_mark
        line, column = start.line + 1, start.column + 1
        mark = Mark(line, column, line, column + len(written))
        self.document.fault("unquoted-mark", mark, read=quote(written), char=written[:1])
        return Scalar(written, start, event.end_mark, False)

    def check_depth(self, node: Node) -> None:
        if len(self.open_nodes) >= DEEPEST:
            self.document.beyond("depth", node.mark)
            raise _Stopped

    def anchor(self, name: str, node: Node) -> None:
        self.document.fault("alias", node.mark, name=quote(name), sign="&")
        self.anchors[name] = node
        self.followed.discard(name)

    def duplicate(self, parent: Mapping, key: Scalar) -> None:
        line = str(parent.entries[key.text][0].start.line + 1)
        self.document.fault("duplicate-key", key.mark, key=quote(key.text), line=line)

    def as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        self.document.fault("wrong-shape", node.mark, **hazards.KEY_IS_NO_TEXT)
        return Scalar("", node.start, node.start, False)

    def alias(self, event: yaml.AliasEvent) -> Node:
        mark = _mark(event.start_mark, event.end_mark)
        name = event.anchor
        node = self.anchors.get(name)
        if node is None or any(node is container for container in self.open_nodes):
            self.document.fault("unknown-alias", mark, name=quote(name))
            node = Scalar("", event.start_mark, event.end_mark, True)
        elif name not in self.followed:
            self.followed.add(name)
            self.document.fault("alias", mark, name=quote(name), sign="*")
        self.aliases += _size(node, MOST_ALIASES - self.aliases)
        if self.aliases > MOST_ALIASES:
            self.document.beyond("aliases", mark)
            raise _Stopped
        return node

    def between(self, event: yaml.Event) -> None:
        """Take note of a second document in the file."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.document.fault("several-documents", _mark(event.start_mark, event.end_mark))
                raise _Stopped


# How YAML shows a text that it took for something else: as a block, or with a tag or an anchor.
_SWALLOWED_STYLES: Final = frozenset("|>")
# The styles of scalars that hide nothing: plain and quoted.
_PLAIN_STYLES: Final = frozenset(("", "'", '"'))


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
