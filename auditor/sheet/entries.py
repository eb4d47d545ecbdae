"""Tables, statements, claims, allotments and weights of a sheet → its entries."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final, NamedTuple

from auditor.document import Document, Scalar, Sequence
from auditor.document import Mapping as MappingNode
from auditor.finding import Mark
from auditor.sheet import fields as nodes
from auditor.sheet import format as shapes
from auditor.sheet import growth
from auditor.sheet.fields import Fields
from auditor.sheet.records import (
    Allotment,
    Claim,
    Entry,
    Indicator,
    Listed,
    Reference,
    Weights,
)
from auditor.wording import NO_GUESS, either, quote, suggestion

# The keys of a column, a row, a cell or a statement that an entry takes over as they are.
_TAKEN: Final = frozenset(("role", "basis", "scope", "area", "attribute", "binds"))


def texts(document: Document, fields: Fields, key: str) -> list[Scalar]:
    """Return the texts of the list at `key`; anything else in it is a fault."""
    for item in fields.items(key):
        if not isinstance(item, Scalar):
            nodes.wrong_shape(document, item, key, nodes.TEXT)
    return [item for item in fields.items(key) if isinstance(item, Scalar)]


class Reader:
    """Reads tables, statements and claims; holds what they share."""

    def __init__(self, document: Document, known: Mapping[str, Indicator], header: Fields) -> None:
        self.document = document
        self.known = known
        self.header = header
        self.ids: dict[str, Mark] = {}
        self.lists: list[Listed] = []
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
            self.listed(name, table)
            for node_of_row in table.items("rows"):
                row = nodes.fields(self.document, node_of_row, shapes.ROW, f"{shown}: rows")
                if row is not None:
                    entries += self.row(layout, row)
        return entries

    def listed(self, name: str, table: Fields) -> None:
        """Take down how many rows a table says it has; sub-rows under one number are one."""
        if table.text("lists"):
            rows = [nodes.scalar_of(row, "row") for row in table.items("rows")]
            count = len({row for row in rows if row}) + rows.count("")
            self.lists.append(Listed(name, table.text("lists"), table.at("lists"), count))

    def layout(self, name: str, table: Fields, columns: list[Fields | None]) -> _Layout:
        """Return a table's name and what each column says of its cells."""
        common = {**self.defaults, **_said(table), "origin": "table", "table": name}
        return _Layout(
            name,
            table.text("unit"),
            [None if column is None else {**common, **_said(column)} for column in columns],
            [growth.Column() if column is None else growth.read(column) for column in columns],
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
        known = self.known.get(said["indicator"])
        unit = row.text("unit") or layout.unit or (known.unit if known else "")
        entries = []
        for number, (cell, column) in enumerate(zip(cells, layout.columns, strict=True)):
            if column is None:
                continue
            text = cell.text if isinstance(cell, Scalar) else nodes.scalar_of(cell, "says")
            grown = growth.said(layout.growth[number], row, unit, text)
            # A row's unit is that of its amounts.
            common = {**column, **said, "column": number, **grown}
            if isinstance(cell, Scalar):
                entries.append(Entry(**{**common, "says": cell.text, "mark": cell.mark}))
            elif isinstance(cell, Sequence):
                nodes.wrong_shape(self.document, cell, quote(place), nodes.TEXT)
            else:
                fields = nodes.fields(self.document, cell, shapes.CELL, quote(place))
                if fields is not None and "says" in fields.values:
                    entries.append(self.entry(common, fields))
        return entries

    def statements(self) -> list[Entry]:
        """Return the figures in running text."""
        entries = []
        for node in self.header.items("text"):
            fields = nodes.fields(self.document, node, shapes.STATEMENT, "text")
            if fields is None or "says" not in fields.values:
                continue
            self.beside(fields, "indicator")
            said = {
                "place": fields.text("at"),
                "origin": "text",
                "indicator": self.indicator(fields),
            }
            entries.append(self.entry({**self.defaults, **said}, fields))
        return entries

    def beside(self, fields: Fields, name: str) -> None:
        """Take down that a key of a statement is missing which another one calls for."""
        other = shapes.STATEMENT[name].beside
        if name in fields.values and other not in fields.values and self.document.whole:
            about = shapes.STATEMENT[other].about
            self.document.fault("missing-key", fields.mark, key=other, where="text", about=about)

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
        """Return the arithmetic that the document asserts."""
        found: list[Claim] = []
        for node in self.header.items("claims"):
            fields = nodes.fields(self.document, node, shapes.CLAIM, "claims")
            if fields is not None:
                found += self.claim(fields)
        return found

    def claim(self, fields: Fields) -> list[Claim]:
        """Return one claim, none and perhaps a fault when it lacks something or is two at once."""
        place = fields.text("at")
        whole = fields.text("whole")
        ids = {key: texts(self.document, fields, key) for key in shapes.PARTS}
        forms = [key for key in shapes.FORMS_OF_CLAIM if fields.text(key) or fields.items(key)]
        kind = next(iter(forms), "")
        if len(forms) > 1 or (whole and kind in shapes.WITHOUT_WHOLE):
            read = ", ".join((*forms, *(["whole"] if whole else [])))
            at = fields.at((*forms, "whole")[1])
            self.document.fault(
                "wrong-shape", at, where="claims", expected=shapes.ONE_FORM, read=read
            )
            return []
        if kind == "holds":
            return [Claim(kind, place, fields.at(kind), formula=fields.text(kind))]
        if not kind or (kind != shapes.SHARES and not whole):
            if self.document.whole:
                missing = "whole" if kind else " / ".join(("holds", *shapes.PARTS))
                about = shapes.CLAIM["whole" if kind else "holds"].about
                self.document.fault(
                    "missing-key", fields.mark, key=missing, where="claims", about=about
                )
            return []
        parts = tuple(Reference(item.text, item.mark) for item in ids[kind])
        total = None if kind == shapes.SHARES else Reference(whole, fields.at("whole"))
        return [Claim(kind, place, fields.at(kind), whole=total, parts=parts)]

    def allotments(self) -> list[Allotment]:
        """Return the targets that the plan divides among its children."""
        found: list[Allotment] = []
        for node in self.header.items("allotted"):
            fields = nodes.fields(self.document, node, shapes.ALLOTMENT, "allotted")
            if fields is not None:
                indicator = self.indicator(fields)
                said = {"place": fields.text("at"), "indicator": indicator, "role": "target"}
                by = self.by_child(fields, {**self.defaults, **_said(fields), **said})
                found.append(Allotment(fields.text("at"), fields.mark, indicator, by))
        return found

    def weights(self) -> Weights | None:
        """Return the size of each child, if the sheet tells it."""
        node = self.header.node("weights")
        if node is None:
            return None
        fields = nodes.fields(self.document, node, shapes.WEIGHTS, "weights")
        if fields is None:
            return None
        # They are from another document: what the sheet says of its own figures is not for them.
        by = self.by_child(fields, {**_said(fields), "place": fields.text("name")})
        name, source = fields.text("name"), fields.text("source")
        return Weights(name, source, fields.text("tolerance"), self.header.at("weights"), by)

    def by_child(self, fields: Fields, said: Mapping[str, Any]) -> dict[str, Entry]:
        """Return a figure for each child that a mapping names; none where a comma has cut one in two."""
        common = {**said, "origin": "text"}
        by = fields.node("by")
        cut = nodes.cut_figures(by) if isinstance(by, MappingNode) else {}
        children = fields.entries("by")
        for rest in cut:
            known = either(child for child in children if child not in cut)
            self.document.fault(
                "unknown-key", children[rest][0].mark,
                key=quote(rest), where="by", known=known, guess=NO_GUESS,
            )  # fmt: skip
        if cut:
            return {}
        found: dict[str, Entry] = {}
        for child, (_, node) in children.items():
            if isinstance(node, Scalar):
                found[child] = Entry(**{**common, "says": node.text, "mark": node.mark})
            else:
                nodes.wrong_shape(self.document, node, quote(child), nodes.TEXT)
        return found


class _Layout(NamedTuple):
    """A table's name and unit, and for each column what it says of its cells, and of changes in it."""

    name: str
    unit: str
    columns: list[dict[str, Any] | None]
    growth: list[growth.Column]


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
