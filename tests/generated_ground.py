"""One plan among others, and what an audit says of them, before and after the plan is changed.

Changes are made in the text of the sheet, in place, so that every figure can be followed
from one audit to the next by where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from auditor import figure
from auditor.catalogue import rules
from auditor.discovery import discover
from auditor.engine import Part, Report, Wanted, audit
from auditor.facts import Fact, Plan
from auditor.figure import Figure, FigureError
from auditor.finding import Comparison, Finding, Spot
from auditor.library import Library
from auditor.mend import Patience, judges, mended


class Position(NamedTuple):
    """Where a figure begins in a sheet; lines and columns count from 1."""

    path: str
    line: int
    column: int


class Tie(NamedTuple):
    """A comparison that came out well: the code of its rule, and where its figures stand."""

    code: str
    places: tuple[Position, ...]


class Edit(NamedTuple):
    """Another text in place of a stretch of a line; columns count from 1, the end is exclusive."""

    line: int
    column: int
    end: int
    text: str


class Repair(NamedTuple):
    """The suggestion that would undo a change: at one of these positions, to this text.

    Other words for the same figure will do; with `beside`, so will leaving the figure as it
    is, which is what suggestions do that change its unit or its basis.
    """

    at: frozenset[Position]
    text: str
    beside: bool = False

    def is_made_by(self, at: Position, text: str) -> bool:
        """Return whether a suggestion, at a position of before the change, undoes it."""
        alike = text == self.text or (text and _meaning(text) == _meaning(self.text))
        return at in self.at and bool(alike or (self.beside and not text))


class Change(NamedTuple):
    """A sheet with something in it changed.

    `touched` are the figures whose findings tell of it, where they stood before; `ties` the
    comparisons that will tell whether a changed number is wrong at all. A change has no edits
    when it puts lines in another order, and no `touched` figures when any finding tells of it.
    """

    path: str
    text: str
    edits: tuple[Edit, ...]
    touched: frozenset[Position]
    told: str
    repair: Repair | None = None
    ties: tuple[Tie, ...] = ()

    def before(self, now: Position) -> Position:
        """Return where something stood before the change, by where it stands now."""
        column = now.column
        for edit in sorted(self.edits):
            if (now.path, now.line) == (self.path, edit.line) and edit.column < column:
                column -= len(edit.text) - (edit.end - edit.column)
        return now._replace(column=column)

    def is_told_by(self, finding: Finding) -> bool:
        """Return whether a finding is about what has been changed."""
        places = {self.before(where(spot)) for spot in finding.spots}
        return not self.touched or not self.touched.isdisjoint(places)


class Ground:
    """A plan in a folder of plans, which are audited together once as they are.

    `comparisons` holds those that came out well, by the figures in them; one figure alone is
    compared where it is a ratio whose parts make 100.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.text = Path(path).read_text("utf-8")
        self.lines = self.text.split("\n")
        library = Library()
        sheets = discover([str(Path(path).parent)])
        self.plans: dict[str, Plan] = {sheet: library.load(sheet) for sheet in sheets}
        self.plan = self.plans[path]
        self.parts: dict[str, Part] = {}
        self.report = self._audited(self.parts, held=True)
        self.comparisons: dict[Position, list[Comparison]] = {}
        for comparison in self.report.held:
            if len(comparison.spots) > 1 or comparison.code == "SUM003":
                for spot in comparison.spots:
                    self.comparisons.setdefault(where(spot), []).append(comparison)

    def change(
        self,
        edits: Sequence[Edit],
        touched: Iterable[Position],
        told: str,
        repair: Repair | None = None,
        ties: tuple[Tie, ...] = (),
    ) -> Change:
        """Return the change that replaces some stretches of the sheet."""
        lines = list(self.lines)
        for edit in sorted(edits, reverse=True):
            line = lines[edit.line - 1]
            lines[edit.line - 1] = line[: edit.column - 1] + edit.text + line[edit.end - 1 :]
        text = "\n".join(lines)
        return Change(self.path, text, tuple(edits), frozenset(touched), told, repair, ties)

    def ties(self, *positions: Position) -> tuple[Tie, ...]:
        """Return the comparisons that any of some figures took part in."""
        found = [each for at in positions for each in self.comparisons.get(at, ())]
        return tuple(Tie(each.code, tuple(where(spot) for spot in each.spots)) for each in found)

    def raised(self, change: Change, *, mends: bool) -> list[Finding]:
        """Return the findings that a change raises and that are about it, with what would mend them."""
        with _standing(change):
            new = [each for each in self._new(change) if change.is_told_by(each)]
            return _mended(new) if mends else new

    def kept(self, change: Change) -> frozenset[Tie]:
        """Return what still comes out well after a change, by where its figures stood before."""
        with _standing(change):
            held = self._audited(self._others(), held=True).held
        return frozenset(
            Tie(each.code, tuple(change.before(where(spot)) for spot in each.spots))
            for each in held
        )

    def facts(self, change: Change) -> Mapping[Position, Fact]:
        """Return all figures of the plan, changed, and of the others, by where they stood before."""
        with _standing(change):
            changed = Library().load(self.path)
        plans = {**self.plans, self.path: changed}.values()
        return {change.before(position(fact)): fact for plan in plans for fact in plan.every_fact}

    def _audited(self, parts: dict[str, Part], *, held: bool = False) -> Report:
        """Return an audit of the folder; sheets whose parts are at hand are not read again."""
        report = audit(self.plans, rules(), Wanted(held=held, known=parts))
        assert not report.crashes, report.crashes
        return report

    def _others(self) -> dict[str, Part]:
        return {path: part for path, part in self.parts.items() if path != self.path}

    def _new(self, change: Change) -> Iterator[Finding]:
        """Return the findings that were not there before: of another rule, or at other places.

        Places are those in the sheet, or those in the document where lines have moved.
        """

        def identity(finding: Finding, *, changed: bool) -> object:
            if not change.edits:
                said = frozenset((spot.path, spot.place, spot.printed) for spot in finding.spots)
                return finding.code, finding.plan, finding.indicator, said
            places = [where(spot) for spot in finding.spots]
            return finding.code, frozenset(map(change.before, places) if changed else places)

        known = Counter(identity(finding, changed=False) for finding in self.report.findings)
        for finding in self._audited(self._others()).findings:
            same = identity(finding, changed=True)
            known[same] -= 1
            if known[same] < 0:
                yield finding


@contextmanager
def _standing(change: Change) -> Iterator[None]:
    """Let a change stand in its file for as long as it is looked at."""
    path = Path(change.path)
    before = path.read_bytes()
    path.write_text(change.text, encoding="utf-8")
    try:
        yield
    finally:
        path.write_bytes(before)


def _mended(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with what would mend them."""
    return mended(findings, Library().load, judges(rules(), ()), Patience())


def where(spot: Spot) -> Position:
    """Return where a place of a finding stands in its sheet."""
    return Position(spot.path, spot.mark.line, spot.mark.column)


def position(fact: Fact) -> Position:
    """Return where a figure begins."""
    return Position(fact.origin.path, fact.entry.mark.line, fact.entry.mark.column)


def _meaning(text: str) -> Figure | None:
    """Return a figure without the words that it is told in."""
    try:
        read = figure.read(text)
    except FigureError:
        return None
    return read._replace(printed="", mark="")
