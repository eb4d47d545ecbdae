"""Nodes → the keys that a shape allows; whatever departs from it is a fault on its line."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from auditor.document import Document, Mapping, Node, Scalar, Sequence, hazards
from auditor.finding import Mark
from auditor.sheet.format import Key, Shape, required
from auditor.sheet.forms import FORMS
from auditor.wording import NO_GUESS, Field, Wording, either, quote, suggestion

_WRITTEN: Final = {kind: re.compile(form.pattern) for kind, form in FORMS.items()}
_NAMES: Final[dict[type, Wording]] = {
    Scalar: {"en": "text", "zh": "文本"},
    Sequence: {"en": "a list", "zh": "列表"},
    Mapping: {"en": "a mapping of keys", "zh": "键值对"},
}
# The forms of a time, which has a rule of its own.
_TIMES: Final = ("year", "years", "date")
TEXT: Final = _NAMES[Scalar]
LIST: Final = _NAMES[Sequence]
MAPPING: Final = _NAMES[Mapping]
_NOTHING: Final[Wording] = {"en": "nothing", "zh": "空白"}
THE_SHEET: Final[Wording] = {"en": "the sheet", "zh": "表单顶层"}
_HOLDS: Final = {"mapping": Mapping, "list": Sequence}
# What may be one of two kinds of node; whoever reads the key looks at it.
_SEVERAL: Final = ("text/list", "text/mapping")
# The keys that hold a figure, which may be cut in two by its own comma.
_FIGURES: Final = ("says", "lists", "tolerance")
# A key with nothing behind it, or with YAML's own words for nothing, is as good as absent.
_ABSENT: Final = frozenset(("", "~", "null", "Null", "NULL"))


class Period(NamedTuple):
    """The first and the last year of a stretch of time; one year is a period of itself."""

    start: int
    end: int

    @property
    def years(self) -> int:
        """Return the number of years."""
        return self.end - self.start + 1

    def overlaps(self, other: Period) -> bool:
        """Return whether the two have a year in common."""
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}–{self.end}"


class Fields:
    """The values of one mapping by key, each of the kind that its shape names."""

    __slots__ = ("document", "mark", "values")

    def __init__(
        self, document: Document, mark: Mark, values: dict[str, tuple[Scalar, Node]]
    ) -> None:
        self.document = document
        self.mark = mark
        self.values = values

    def text(self, key: str) -> str:
        """Return the text of `key`, empty when it is absent."""
        found = self.values.get(key)
        return found[1].text if found is not None and isinstance(found[1], Scalar) else ""

    def node(self, key: str) -> Node | None:
        """Return the node of `key`."""
        found = self.values.get(key)
        return None if found is None else found[1]

    def items(self, key: str) -> list[Node]:
        """Return the items of the list at `key`, none when it is absent."""
        node = self.node(key)
        return node.items if isinstance(node, Sequence) else []

    def entries(self, key: str) -> dict[str, tuple[Scalar, Node]]:
        """Return the entries of the mapping at `key`, none when it is absent."""
        node = self.node(key)
        return node.entries if isinstance(node, Mapping) else {}

    def at(self, key: str) -> Mark:
        """Return where the value of `key` stands, or the mapping when it is absent."""
        found = self.values.get(key)
        return self.mark if found is None else found[1].mark

    def year(self, key: str) -> Period | None:
        """Return the year at `key`."""
        found = _WRITTEN["year"].match(self.text(key))
        return Period(int(found[1]), int(found[1])) if found else None

    def years(self, key: str) -> Period | None:
        """Return the period at `key`."""
        return years(self.text(key))

    def number(self, key: str) -> Fraction | None:
        """Return the number at `key`."""
        text = self.text(key)
        return Fraction(text) if _is_written("number", text) else None


def scalar_of(node: Node, key: str) -> str:
    """Return the text at a key of a mapping that may be anything, empty when there is none."""
    found = node.entries.get(key) if isinstance(node, Mapping) else None
    return found[1].text if found is not None and isinstance(found[1], Scalar) else ""


def years(text: str) -> Period | None:
    """Return the period that a text such as 2021-2025 or 2025 names, or None."""
    found = _WRITTEN["years"].match(text)
    if not found:
        return None
    period = Period(int(found[1]), int(found[2] or found[1]))
    return period if period.start <= period.end else None


def fields(document: Document, node: Node, shape: Shape, where: Field) -> Fields | None:
    """Return the fields of a mapping, or None when `node` is no mapping.

    Unknown and missing keys and values of the wrong kind become faults; a value of the
    wrong kind is left out.
    """
    if not isinstance(node, Mapping):
        wrong_shape(document, node, where, _NAMES[Mapping])
        return None
    good: dict[str, tuple[Scalar, Node]] = {}
    parted: set[str] = set()
    unknown = False
    for name, (key, value) in node.entries.items():
        expected = shape.get(name)
        if expected is None and "：" in name:
            key, value = _parted(document, key, value)
            expected = shape.get(key.text)
            parted.add(key.text)
        elif expected is None:
            _unknown_key(document, key, shape, where)
            unknown = True
        if expected is None:
            continue
        # What needs no second look is told first: a text where any text, or this one, will do.
        if type(value) is Scalar and expected.holds == "text":
            fits = value.text in expected.choices if expected.choices else value.text not in _ABSENT
        else:
            fits = False
        if fits or _fits(document, key.text, value, expected, where):
            good[key.text] = (key, value)
    for cut in cut_figures(node).values() if unknown else ():
        found = good.get(cut) if cut in _FIGURES else None
        if found is not None and isinstance(found[1], Scalar):
            good[cut] = found[0], found[1]._replace(text="")  # before the comma is no figure
    for name, expected in required(shape):
        if name not in node.entries and name not in parted and document.whole:
            document.fault("missing-key", node.mark, key=name, where=where, about=expected.about)
    return Fields(document, node.mark, good)


def cut_figures(node: Mapping) -> dict[str, str]:
    """Return the keys that are the rest of a number which its comma has cut in two, each with the key of the number.

    `{says: 22,145人}` has the keys says and 145人, with nothing behind the latter.
    """
    return {
        rest.text: before
        for (before, (_, number)), (_, (rest, behind)) in pairwise(node.entries.items())
        if isinstance(number, Scalar)
        and number.plain
        and number.text[-1:].isdigit()
        and rest.text[:1].isdigit()
        and rest.start.index == number.end.index + 1
        and isinstance(behind, Scalar)
        and _absent(behind)
    }


def wrong_shape(document: Document, node: Node, where: Field, expected: Field) -> None:
    """Take down that a node is not of the kind that belongs here."""
    if isinstance(node, Scalar) and node.plain and expected is _NAMES[Mapping]:
        colon = hazards.full_width_colon(node.text, 0)
        if colon:
            document.fault(colon.kind, _colon(node), **colon.fields)
            return
    read = _NAMES[type(node)] if not isinstance(node, Scalar) else quote(node.text) or _NOTHING
    document.fault("wrong-shape", node.mark, read=read, where=where, expected=expected)


def _parted(document: Document, key: Scalar, value: Node) -> tuple[Scalar, Node]:
    """Return the key and the value that a full-width colon has made one word, and say so."""
    document.fault("full-width-colon", _colon(key))
    name, _, text = key.text.partition("：")
    if isinstance(value, Scalar):
        # What stands behind a second, half-width colon cannot be told apart: it is left out.
        value = key._replace(text="" if value.text else text.strip())
    return key._replace(text=name.strip()), value


def _colon(scalar: Scalar) -> Mark:
    """Return where the full-width colon of a plain text stands."""
    column = scalar.mark.column + scalar.text.index("：")
    return Mark(scalar.mark.line, column, scalar.mark.line, column + 1)


def _unknown_key(document: Document, key: Scalar, shape: Shape, where: Field) -> None:
    guess = NO_GUESS if document.crowded else suggestion(key.text, shape)
    document.fault(
        "unknown-key", key.mark, key=quote(key.text), where=where,
        known=either(shape), guess=guess,
    )  # fmt: skip


def _fits(document: Document, name: str, value: Node, expected: Key, where: Field) -> bool:
    kind = expected.holds
    if isinstance(value, Scalar) and _absent(value) and not expected.blank:
        if expected.required:
            document.fault("missing-key", value.mark, key=name, where=where, about=expected.about)
        return False
    if kind in _SEVERAL:
        return True
    if not isinstance(value, _HOLDS.get(kind, Scalar)):
        wrong_shape(document, value, name, _NAMES[_HOLDS.get(kind, Scalar)])
        return False
    if not isinstance(value, Scalar):
        return True
    return _fits_text(document, name, value, expected)


def _fits_text(document: Document, name: str, value: Scalar, expected: Key) -> bool:
    text, kind = value.text, expected.holds
    if expected.choices and text not in expected.choices:
        listed = either(expected.choices)
        one_of = Wording(en=f"one of {listed}", zh=f"{listed} 之一")
        wrong_shape(document, value, name, one_of)
        return False
    form = FORMS.get(kind)
    if form is None or _is_written(kind, text):
        return True
    if kind in _TIMES:
        read = quote(text) or _NOTHING
        document.fault("bad-period", value.mark, read=read, key=name, example=form.example)
    else:
        wrong_shape(document, value, name, form.expected)
    return False


def _absent(value: Scalar) -> bool:
    return value.plain and value.text in _ABSENT


def _is_written(kind: str, text: str) -> bool:
    """Return whether a text has a form; of a period or a date, also whether there is such a one."""
    if not _WRITTEN[kind].fullmatch(text):
        return False
    return years(text) is not None if kind == "years" else kind != "date" or _is_a_day(text)


def _is_a_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
