"""Nodes → the typed sheet.

All structural faults are found in one pass; whatever could be understood is kept, so
that the rest of the sheet is still audited.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final, NamedTuple

from auditor.document import Document, Node, Scalar, Sequence
from auditor.document import Mapping as MappingNode
from auditor.figure.words.locales import decimal_comma
from auditor.finding import Mark
from auditor.sheet import fields as nodes
from auditor.sheet import format as shapes
from auditor.sheet.fields import Fields
from auditor.sheet.records import COMPLETE, Claim, Entry, Indicator, Reference, Sheet
from auditor.wording import NO_GUESS, Wording, quote, suggestion

_HEADER: Final = ("plan", "parent", "children", "period")
# The keys of a column, a row, a cell or a statement that an entry takes over as they are.
_TAKEN: Final = frozenset(("role", "basis", "scope", "area", "attribute"))


def build(document: Document, shared: Mapping[str, Indicator]) -> Sheet:
    """Return the sheet that a document holds; `shared` are the catalogue's indicators by id."""
    root = document.root
    header = None if root is None else nodes.fields(document, root, shapes.SHEET, nodes.THE_SHEET)
    if header is None:
        faults = tuple(document.faults)
        return Sheet(document.path, "", faults=faults, comments=document.comments, whole=False)
    own = indicators(document, header)
    reader = _Reader(document, {**shared, **own}, header)
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
    """Return the shared indicators of a catalogue file, by id; faults stay in the document."""
    if document.root is None:
        return {}
    header = nodes.fields(document, document.root, shapes.CATALOGUE, nodes.THE_SHEET)
    return {} if header is None else indicators(document, header)


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
    return tuple(item.text for item in _texts(document, header, "children"))


def _texts(document: Document, fields: Fields, key: str) -> list[Scalar]:
    """Return the texts of the list at `key`; anything else in it is a fault."""
    for item in fields.items(key):
        if not isinstance(item, Scalar):
            nodes.wrong_shape(document, item, key, nodes.TEXT)
    return [item for item in fields.items(key) if isinstance(item, Scalar)]


class _Reader:
    """Reads tables, statements and claims; holds what they share."""

    def __init__(self, document: Document, known: Mapping[str, Indicator], header: Fields) -> None:
        self.document = document
        self.known = known
        self.header = header
        self.ids: dict[str, Mark] = {}
        self.defaults = {"area": header.text("area"), **_said(header, frozenset())}

    def tables(self) -> list[Entry]:
        """Return the cells of all tables, row by row."""
        entries: list[Entry] = []
        for name, (_, node) in self.header.entries("tables").items():
            shown = quote(name)
            table = nodes.fields(self.document, node, shapes.TABLE, shown)
            if table is None:
                continue
            columns = [
                nodes.fields(self.document, column, shapes.COLUMN, f"{shown}: columns")
                for column in table.items("columns")
            ]
            layout = self.layout(name, table, columns)
            for node_of_row in table.items("rows"):
                row = nodes.fields(self.document, node_of_row, shapes.ROW, f"{shown}: rows")
                if row is not None:
                    entries += self.row(layout, row)
        return entries

    def layout(self, name: str, table: Fields, columns: list[Fields | None]) -> _Layout:
        """Return a table's name and what each column says of its cells."""
        common = {**self.defaults, **_said(table), "origin": "table", "table": name}
        return _Layout(
            name,
            [None if column is None else {**common, **_said(column)} for column in columns],
        )

    def row(self, layout: _Layout, row: Fields) -> list[Entry]:
        """Return the cells of a row; none when there are more or fewer of them than columns."""
        cells = row.items("cells")
        place = f"{layout.name} 行{row.text('row')}"
        if row.node("cells") is None:
            return []
        if len(cells) != len(layout.columns):
            self.document.fault(
                "cell-count", row.at("cells"), place=quote(place),
                cells=str(len(cells)), columns=str(len(layout.columns)),
            )  # fmt: skip
            return []
        said = {**_said(row), "place": place, "indicator": self.indicator(row)}
        entries = []
        for number, (cell, column) in enumerate(zip(cells, layout.columns, strict=True)):
            if column is None:
                continue
            if isinstance(cell, Scalar):
                entries.append(
                    Entry(
                        **{**column, **said, "says": cell.text, "mark": cell.mark, "column": number}
                    )
                )
            elif isinstance(cell, Sequence):
                nodes.wrong_shape(self.document, cell, quote(place), nodes.TEXT)
            else:
                fields = nodes.fields(self.document, cell, shapes.CELL, quote(place))
                if fields is not None and "says" in fields.values:
                    entries.append(self.entry({**column, **said, "column": number}, fields))
        return entries

    def statements(self) -> list[Entry]:
        """Return the figures in running text."""
        entries = []
        for node in self.header.items("text"):
            fields = nodes.fields(self.document, node, shapes.STATEMENT, "text")
            if fields is None or "says" not in fields.values:
                continue
            if "indicator" in fields.values and "role" not in fields.values and self.document.whole:
                about = shapes.STATEMENT["role"].about
                self.document.fault("missing-key", node.mark, key="role", where="text", about=about)
            said = {
                "place": fields.text("at"),
                "origin": "text",
                "indicator": self.indicator(fields),
            }
            entries.append(self.entry({**self.defaults, **said}, fields))
        return entries

    def entry(self, defaults: Mapping[str, Any], fields: Fields) -> Entry:
        """Return a cell or a statement: its defaults, and over them what it says itself."""
        id_ = fields.text("id")
        if id_:
            self.take_id(id_, fields.at("id"))
        own = _said(fields)
        own["unit"] = own.pop("beside", "")
        return Entry(
            **{**defaults, **own, "says": fields.text("says"), "mark": fields.at("says"), "id": id_}
        )

    def take_id(self, id_: str, mark: Mark) -> None:
        """Take down that an id is used twice."""
        first = self.ids.setdefault(id_, mark)
        if first is not mark:
            self.document.fault("duplicate-id", mark, id=quote(id_), line=str(first.line))

    def indicator(self, fields: Fields) -> str:
        """Return the id of a known indicator, or an empty text and a fault."""
        id_ = fields.text("indicator")
        if id_ and id_ not in self.known:
            guess = NO_GUESS if self.document.crowded else suggestion(id_, self.known)
            self.document.fault("unknown-id", fields.at("indicator"), id=quote(id_), guess=guess)
            return ""
        return id_

    def claims(self) -> list[Claim]:
        found: list[Claim] = []
        for node in self.header.items("claims"):
            fields = nodes.fields(self.document, node, shapes.CLAIM, "claims")
            if fields is not None:
                found += self.claim(fields)
        return found

    def claim(self, fields: Fields) -> list[Claim]:
        place = fields.text("at")
        whole = fields.text("whole")
        if fields.text("holds"):
            return [Claim("holds", place, fields.at("holds"), formula=fields.text("holds"))]
        kind = next((key for key in ("parts", "of_which", "shares") if fields.items(key)), "")
        if not kind or (kind != "shares" and not whole):
            if self.document.whole:
                missing = "whole" if kind else "holds / parts / of_which / shares"
                about = shapes.CLAIM["whole" if kind else "holds"].about
                self.document.fault(
                    "missing-key", fields.mark, key=missing, where="claims", about=about
                )
            return []
        parts = tuple(
            Reference(item.text, item.mark) for item in _texts(self.document, fields, kind)
        )
        total = None if kind == "shares" else Reference(whole, fields.at("whole"))
        return [Claim(kind, place, fields.at(kind), whole=total, parts=parts)]


class _Layout(NamedTuple):
    """A table's name, and for each column what it says of its cells."""

    name: str
    columns: list[dict[str, Any] | None]


def _said(fields: Fields, taken: frozenset[str] = _TAKEN) -> dict[str, Any]:
    """Return what a mapping says of its figures, under the names that an entry has for it."""
    said: dict[str, Any] = {}
    for name in fields.values:
        if name in taken:
            said[name] = fields.text(name)
        elif name == "unit":
            said["beside"] = fields.text(name)
        elif name == "period" and taken:
            said["period"] = fields.years(name)
        elif name == "time":
            said.setdefault("period", fields.year(name))
        elif name == "rounding":
            said.setdefault("radius", (fields.number(name) or Fraction(0)) / 2)
        elif name == "exact" and fields.text(name) == "true":
            said["radius"] = Fraction(0)
    return said
