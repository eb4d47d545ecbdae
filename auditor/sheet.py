"""Nodes → the typed sheet.

All structural faults are found in one pass; whatever could be understood is kept, so
that the rest of the sheet is still audited.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from auditor import format as shapes
from auditor import nodes
from auditor.document import TOP, Document, Fault, Node, Scalar, Sequence
from auditor.document import Mapping as MappingNode
from auditor.finding import Mark
from auditor.nodes import Fields, Period
from auditor.wording import Wording, quote, suggestion


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. `kind` is flow, stock, rate or change; `better` more, less or empty."""

    id: str
    name: Wording
    kind: str
    unit: str
    better: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed figure with everything that the sheet says of it, defaults merged in.

    `origin` is table or text; `place` where it stands in the published document;
    `beside` the unit that its row, column or table prints for it, `unit` the one that
    the entry itself gives; `radius` replaces its rounding radius (0 when exact).
    """

    says: str
    mark: Mark
    place: str
    origin: str
    table: str = ""
    column: int = 0
    id: str = ""
    indicator: str = ""
    role: str = ""
    period: Period | None = None
    basis: str = ""
    scope: str = ""
    area: str = ""
    unit: str = ""
    beside: str = ""
    attribute: str = ""
    radius: Fraction | None = None


class Reference(NamedTuple):
    """An id that a claim names, and where it names it."""

    id: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Claim:
    """Arithmetic that the document asserts. `kind` is holds, parts, of_which or shares.

    `formula` is the text of a `holds`; `whole` and `parts` are the ids of the others.
    """

    kind: str
    place: str
    mark: Mark
    formula: str = ""
    whole: Reference | None = None
    parts: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One plan as encoded.

    `children` is None when nothing is said of them, `("*",)` when all that name this
    plan as their parent are declared to be all there are.
    """

    path: str
    plan: str
    title: str = ""
    area: str = ""
    level: str = ""
    parent: str = ""
    period: Period | None = None
    children: tuple[str, ...] | None = None
    source: str = ""
    marks: Mapping[str, Mark] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    claims: tuple[Claim, ...] = ()
    faults: tuple[Fault, ...] = ()
    whole: bool = True


COMPLETE = ("*",)
_HEADER = ("plan", "parent", "children", "period")


def build(document: Document, shared: Mapping[str, Indicator]) -> Sheet:
    """Return the sheet that a document holds; `shared` are the catalogue's indicators by id."""
    if document.root is None:
        return Sheet(document.path, "", faults=tuple(document.faults), whole=False)
    header = nodes.fields(document, document.root, shapes.SHEET, nodes.THE_SHEET)
    if header is None:
        return Sheet(document.path, "", faults=tuple(document.faults), whole=False)
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
        self.radius = _radius(header, None)

    def tables(self) -> list[Entry]:
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
            layout = _Layout(name, table, columns, _radius(table, self.radius))
            for node_of_row in table.items("rows"):
                row = nodes.fields(self.document, node_of_row, shapes.ROW, f"{shown}: rows")
                if row is not None:
                    entries += self.row(layout, row)
        return entries

    def row(self, layout: _Layout, row: Fields) -> list[Entry]:
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
        indicator = self.indicator(row)
        radius = _radius(row, layout.radius)
        entries = []
        for number, (cell, column) in enumerate(zip(cells, layout.columns, strict=True)):
            if column is None:
                continue
            base = Entry(
                says=cell.text if isinstance(cell, Scalar) else "",
                mark=cell.mark,
                place=place,
                origin="table",
                table=layout.name,
                column=number,
                indicator=indicator,
                role=column.text("role"),
                period=_when(column),
                basis=row.text("basis") or column.text("basis"),
                scope=row.text("scope") or column.text("scope"),
                area=row.text("area") or column.text("area") or self.header.text("area"),
                beside=row.text("unit") or column.text("unit") or layout.table.text("unit"),
                attribute=row.text("attribute"),
                radius=radius,
            )
            if isinstance(cell, Scalar):
                entries.append(base)
            elif isinstance(cell, Sequence):
                nodes.wrong_shape(self.document, cell, quote(place), nodes.TEXT)
            else:
                fields = nodes.fields(self.document, cell, shapes.CELL, quote(place))
                if fields is not None and "says" in fields.values:
                    entries.append(self.override(base, fields))
        return entries

    def statements(self) -> list[Entry]:
        entries = []
        for node in self.header.items("text"):
            fields = nodes.fields(self.document, node, shapes.STATEMENT, "text")
            if fields is None or "says" not in fields.values:
                continue
            if "indicator" in fields.values and "role" not in fields.values and self.document.whole:
                about = shapes.STATEMENT["role"].about
                self.document.fault("missing-key", node.mark, key="role", where="text", about=about)
            base = Entry(
                says="",
                mark=fields.mark,
                place=fields.text("at"),
                origin="text",
                indicator=self.indicator(fields),
                area=self.header.text("area"),
                attribute=fields.text("attribute"),
                radius=self.radius,
            )
            entries.append(self.override(base, fields))
        return entries

    def override(self, base: Entry, fields: Fields) -> Entry:
        """Return `base` with what a cell or a statement says itself."""
        id_ = fields.text("id")
        if id_:
            self.take_id(id_, fields.at("id"))
        return dataclasses.replace(
            base,
            says=fields.text("says"),
            mark=fields.at("says"),
            id=id_,
            role=fields.text("role") or base.role,
            period=_when(fields) or base.period,
            basis=fields.text("basis") or base.basis,
            scope=fields.text("scope") or base.scope,
            area=fields.text("area") or base.area,
            unit=fields.text("unit"),
            radius=_radius(fields, base.radius),
        )

    def take_id(self, id_: str, mark: Mark) -> None:
        first = self.ids.setdefault(id_, mark)
        if first is not mark:
            self.document.fault("duplicate-id", mark, id=quote(id_), line=str(first.line))

    def indicator(self, fields: Fields) -> str:
        """Return the id of a known indicator, or an empty text and a fault."""
        id_ = fields.text("indicator")
        if id_ and id_ not in self.known:
            guess = suggestion(id_, self.known)
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
    """A table's name, fields, columns and rounding radius."""

    name: str
    table: Fields
    columns: list[Fields | None]
    radius: Fraction | None


def _when(fields: Fields) -> Period | None:
    return fields.years("period") or fields.year("time")


def _radius(fields: Fields, inherited: Fraction | None) -> Fraction | None:
    flag, base = fields.text("exact"), fields.number("rounding")
    if flag == "true":
        return Fraction(0)
    return base / 2 if base is not None else inherited


__all__ = [
    "COMPLETE",
    "TOP",
    "Claim",
    "Entry",
    "Indicator",
    "Reference",
    "Sheet",
    "build",
    "catalogue",
]
