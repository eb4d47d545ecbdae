"""The typed sheet: what a plan's encoder has typed, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple

from auditor.document import Fault
from auditor.document.comments import Comment
from auditor.finding import Mark
from auditor.sheet.fields import Period
from auditor.wording import Wording

COMPLETE: Final = ("*",)
# What an attribute says of a figure that binds, and what only looks like it.
_BINDING: Final = ("约束", "binding")
_NOT_BINDING: Final = (
    *("非约束", "不具约束", "不具有约束", "无约束", "不约束"),
    *("non-binding", "nonbinding", "non binding", "not binding", "unbinding"),
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. `kind` is flow, stock, rate or change; `better` more, less or empty."""

    id: str
    name: Wording
    kind: str
    unit: str
    better: str
    mark: Mark


class Entry(NamedTuple):
    """One printed figure with everything that the sheet says of it, defaults merged in.

    `origin` is table or text; `place` where it stands in the published document;
    `beside` the unit that its row, column or table prints for it, `unit` the one that
    the entry itself gives; `radius` replaces its rounding radius (0 when exact). What stands in a
    column of changes, such as 年均增长(%), is no level: `grows` tells how a plain number moves.
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
    binds: str = ""
    radius: Fraction | None = None
    grows: str = ""

    @property
    def binding(self) -> bool:
        """Return whether its attribute is 约束性 (binding), and not 非约束性."""
        said = self.attribute.lower()
        if not said:
            return False
        for word in _NOT_BINDING:
            said = said.replace(word, "")
        return any(word in said for word in _BINDING)


class Reference(NamedTuple):
    """An id that a claim names, and where it names it."""

    id: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Claim:
    """Arithmetic that the document asserts.

    `kind` is holds, parts, of_which, overlapping or shares.

    `formula` is the text of a `holds`; `whole` and `parts` are the ids of the others.
    """

    kind: str
    place: str
    mark: Mark
    formula: str = ""
    whole: Reference | None = None
    parts: tuple[Reference, ...] = ()


class Allotment(NamedTuple):
    """A target of the plan as divided among its children: one entry for each, by plan id."""

    place: str
    mark: Mark
    indicator: str
    by: Mapping[str, Entry]


class Weights(NamedTuple):
    """How large each child is, by plan id, and how far its share of a target may stray from that.

    `tolerance` is the figure as printed, empty when none is stated.
    """

    name: str
    source: str
    tolerance: str
    mark: Mark
    by: Mapping[str, Entry]


class Listed(NamedTuple):
    """How many rows a table says it has, where it says so, and how many it has."""

    table: str
    says: str
    mark: Mark
    rows: int


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
    allotments: tuple[Allotment, ...] = ()
    weights: Weights | None = None
    lists: tuple[Listed, ...] = ()
    faults: tuple[Fault, ...] = ()
    comments: tuple[Comment, ...] = ()
    decimal_comma: bool = False
    whole: bool = True
