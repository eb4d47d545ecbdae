"""Nodes → the typed sheet.

All structural faults are found in one pass; whatever could be understood is kept, so
that the rest of the sheet is still audited.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Final

from auditor.document import Document, Node, Scalar, Sequence
from auditor.document import Mapping as MappingNode
from auditor.figure.words.locales import decimal_comma
from auditor.sheet import fields as nodes
from auditor.sheet import format as shapes
from auditor.sheet.entries import Reader, texts
from auditor.sheet.fields import Fields
from auditor.sheet.records import (
    COMPLETE,
    Indicator,
    Sheet,
)
from auditor.wording import Wording, listed, quote

_CATALOGUE_KEY: Final = "indicators"
_CATALOGUE: Final[Wording] = {"en": "the catalogue", "zh": "指标目录"}
_TOP_KEY: Final[Wording] = {
    "en": "a top key `indicators:`, and the indicators indented below it",
    "zh": "顶层键 `indicators:`，各指标缩进列于其下",
}
_HEADER: Final = ("plan", "parent", "children", "period", "source")


def build(document: Document, shared: Mapping[str, Indicator]) -> Sheet:
    """Return the sheet that a document holds; `shared` are the catalogue's indicators by id."""
    root = document.root
    header = None if root is None else nodes.fields(document, root, shapes.SHEET, nodes.THE_SHEET)
    if header is None:
        faults = tuple(document.faults)
        return Sheet(document.path, "", faults=faults, comments=document.comments, whole=False)
    own = indicators(document, header)
    reader = Reader(document, {**shared, **own}, header)
    entries = (*reader.tables(), *reader.statements())
    claims = tuple(reader.claims())
    return Sheet(
        path=document.path,
        plan=header.text("plan"),
        title=header.text("title"),
        area=header.text("area"),
        level=header.text("level"),
        parent=header.text("parent"),
        period=header.years("period"),
        children=_children(document, header),
        source=header.text("source"),
        marks={key: header.at(key) for key in _HEADER},
        indicators=own if not shared else reader.known,
        entries=entries,
        claims=claims,
        allotments=tuple(reader.allotments()),
        weights=reader.weights(),
        lists=tuple(reader.lists),
        faults=tuple(document.faults),
        comments=document.comments,
        decimal_comma=decimal_comma(header.text("locale")) or False,
        whole=document.whole,
    )


def indicators(document: Document, header: Fields) -> dict[str, Indicator]:
    """Return the indicators that a sheet or a catalogue defines, by id."""
    found: dict[str, Indicator] = {}
    for id_, (key, node) in header.entries("indicators").items():
        fields = nodes.fields(document, node, shapes.INDICATOR, quote(id_))
        if fields is not None:
            found[id_] = Indicator(
                id=id_,
                name=_name(document, fields.node("name"), id_),
                kind=fields.text("kind"),
                unit=fields.text("unit"),
                better=fields.text("better"),
                mark=key.mark,
            )
    return found


def catalogue(document: Document) -> dict[str, Indicator]:
    """Return the shared indicators of a catalogue file, by id; faults stay in the document.

    Indicators that stand there without the key above them are told once, and read all the same.
    """
    if document.root is None:
        return {}
    root = _under_a_key(document, document.root)
    header = nodes.fields(document, root, shapes.CATALOGUE, nodes.THE_SHEET)
    return {} if header is None else indicators(document, header)


def _under_a_key(document: Document, root: Node) -> Node:
    """Return the root of a catalogue, its indicators put under their key if it has been left out."""
    if not isinstance(root, MappingNode) or _CATALOGUE_KEY in root.entries:
        return root
    bare = {id_: each for id_, each in root.entries.items() if _is_definition(each[1])}
    if not bare:
        return root
    first = next(iter(bare.values()))[0]
    read = [quote(id_) for id_ in islice(bare, 3)] + ["…"] * (len(bare) > 3)
    document.fault(
        "wrong-shape", first.mark, read=listed(read), where=_CATALOGUE, expected=_TOP_KEY
    )
    key = first._replace(text=_CATALOGUE_KEY)
    rest = {id_: each for id_, each in root.entries.items() if id_ not in bare}
    return root._replace(entries={_CATALOGUE_KEY: (key, MappingNode(bare, root.start)), **rest})


def _is_definition(node: Node) -> bool:
    """Return whether a node has one of the keys that an indicator must have."""
    needed = {name for name, _ in shapes.required(shapes.INDICATOR)}
    return isinstance(node, MappingNode) and not needed.isdisjoint(node.entries)


def _name(document: Document, node: Node | None, id_: str) -> Wording:
    if isinstance(node, Scalar):
        return {"en": node.text, "zh": node.text}
    if isinstance(node, Sequence):
        nodes.wrong_shape(document, node, "name", nodes.TEXT)
    if isinstance(node, MappingNode):
        texts = {
            key: value.text for key, (_, value) in node.entries.items() if isinstance(value, Scalar)
        }
        fallback = next(iter(texts.values()), id_)
        return {"en": texts.get("en", fallback), "zh": texts.get("zh", fallback)}
    return {"en": id_, "zh": id_}


def _children(document: Document, header: Fields) -> tuple[str, ...] | None:
    node = header.node("children")
    if node is None:
        return None
    if isinstance(node, Scalar) and node.text == "complete":
        return COMPLETE
    if not isinstance(node, Sequence):
        nodes.wrong_shape(document, node, "children", "complete, [a, b]")
        return None
    return tuple(item.text for item in texts(document, header, "children"))
