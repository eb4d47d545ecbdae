"""Text of a sheet → nodes, from libyaml's event stream.

The nodes are built with an explicit stack, so that no input can exhaust the interpreter's
own. What is wrong with the text is collected as faults; reading goes on as far as it can.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import yaml
from yaml._yaml import CParser

from auditor import collector
from auditor.document import hazards
from auditor.document.comments import comments
from auditor.document.nodes import (
    DEEPEST,
    LARGEST,
    LONGEST_SCALAR,
    MOST_ALIASES,
    TOP,
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    mark_of,
)
from auditor.finding import Mark
from auditor.wording import quote

# An event of libyaml's parser.
Event = Any


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
    document.comments = comments(text)
    with collector.paused():  # watching the nodes, which have no cycles, triples the time
        _build(document, text)
    return document


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
        self.open_nodes: list[Node] = []
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
            self.events(CParser(text).get_event)
        except _Stopped:
            self.document.whole = False
        except yaml.MarkedYAMLError as error:
            # libyaml 0.2.6 and later have a limit of their own, and look ahead beyond ours.
            if "nesting depth" not in str(error.problem):
                raise
            mark = error.problem_mark
            self.document.beyond("depth", TOP if mark is None else mark_of(mark, mark))
            self.document.whole = False
        if isinstance(self.root, Scalar) and not self.root.text:
            self.root = None
        if self.root is None and self.document.whole:
            self.document.fault("empty-sheet", TOP)

    def events(self, next_event: Callable[[], Event]) -> None:
        """Build the nodes. One loop with its state in locals: it turns once for each scalar."""
        open_nodes, mended = self.open_nodes, self.mended
        keys: list[Scalar | None] = []
        parent: Any = None  # a Sequence or a Mapping; told apart by `in_list`
        in_list = False
        key: Scalar | None = None
        node: Node | None
        while (event := next_event()) is not None:
            kind = type(event)
            if kind in _ENDS:
                open_nodes.pop()
                parent = open_nodes[-1] if open_nodes else None
                in_list = type(parent) is Sequence
                key = keys.pop()
                continue
            if kind is yaml.ScalarEvent:
                text, style = event.value, event.style
                if (
                    style in _BLOCKS
                    or event.tag
                    or event.anchor
                    or mended
                    or len(text) > LONGEST_SCALAR
                ):
                    node = self.scalar(event)
                else:
                    node = Scalar(text, event.start_mark, event.end_mark, not style)
            elif (node := self.other(event)) is None:
                continue
            if parent is None:
                self.root = self.root or node
            elif in_list:
                parent.items.append(node)
            elif key is None:
                key = node if type(node) is Scalar else self.as_key(node)
            else:
                entry = (key, node)
                if parent.entries.setdefault(key.text, entry) is not entry:
                    self.duplicate(parent, key)
                key = None
            if kind in _STARTS:
                self.opened(node, event)
                keys.append(key)
                parent, in_list, key = node, kind is yaml.SequenceStartEvent, None

    def other(self, event: Event) -> Node | None:
        """Return the node that an event other than a scalar's begins, if it begins one."""
        match event:
            case yaml.MappingStartEvent():
                return Mapping({}, event.start_mark)
            case yaml.SequenceStartEvent():
                return Sequence([], event.start_mark)
            case yaml.AliasEvent():
                return self.alias(event)
            case yaml.DocumentStartEvent():
                self.document_start(event)
        return None

    def opened(self, node: Any, event: Event) -> None:
        """Take down that the next nodes stand in this one."""
        if event.anchor is not None:
            self.anchor(event.anchor, node)
        if len(self.open_nodes) >= DEEPEST:
            self.document.beyond("depth", node.mark)
            raise _Stopped
        self.open_nodes.append(node)

    def scalar(self, event: Event) -> Scalar:
        """Return a scalar that is out of the ordinary: its text as it was written, all the same."""
        text, start, style = event.value, event.start_mark, event.style
        hidden = style in _BLOCKS or event.tag is not None or event.anchor is not None
        if len(text) > LONGEST_SCALAR:
            self.document.beyond("scalar", mark_of(start, event.end_mark))
            text = text[:LONGEST_SCALAR]
        if hidden and hazards.swallowed(event, self.text[start.index : start.index + 1]):
            return self.swallowed(event)
        if self.mended:
            text = hazards.restored(text)
        scalar = Scalar(text, start, event.end_mark, event.implicit[0] and not style)
        if event.anchor is not None:
            self.anchor(event.anchor, scalar)
        return scalar

    def swallowed(self, event: Event) -> Scalar:
        """Put back a text that YAML took for a tag, an anchor or the heading of a block."""
        written = hazards.unquoted(self.text[event.start_mark.index : event.end_mark.index])
        start = event.start_mark
        line, column = start.line + 1, start.column + 1
        mark = Mark(line, column, line, column + len(written))
        self.document.fault("unquoted-mark", mark, read=quote(written), char=written[:1])
        return Scalar(written, start, event.end_mark, False)

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

    def alias(self, event: Event) -> Node:
        mark = mark_of(event.start_mark, event.end_mark)
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

    def document_start(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            mark = mark_of(event.start_mark, event.end_mark)
            self.document.fault("several-documents", mark)
            raise _Stopped


_STARTS: Final = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent))
_ENDS: Final = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))
# Block scalars, with a tag or an anchor a text that YAML may have taken for something else.
_BLOCKS: Final = frozenset("|>")


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
