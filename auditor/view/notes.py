"""Which findings a printed figure is part of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from auditor.engine import Report
from auditor.facts import Fact
from auditor.finding import Finding, Mark, Severity

Place = tuple[str, Mark]


class Note(NamedTuple):
    """A finding that a figure is part of; `primary` tells whether it is the one pointed at first.

    What a comment in the sheet excuses does not stand.
    """

    code: str
    name: str
    severity: Severity
    stands: bool
    primary: bool


class Noted(NamedTuple):
    """A figure in its place, with the findings that it is part of, the weightiest first."""

    fact: Fact
    notes: tuple[Note, ...]


class Notes:
    """The findings of a report by the figures that they are about."""

    def __init__(self, report: Report) -> None:
        found: dict[Place, dict[str, Note]] = {}
        self._by_places: dict[frozenset[Place], list[Note]] = {}
        for finding in report.findings:
            places = frozenset((spot.path, spot.mark) for spot in finding.spots)
            self._by_places.setdefault(places, []).append(_note(finding, primary=True))
            for number, spot in enumerate(finding.spots):
                note = _note(finding, primary=number == 0)
                here = found.setdefault((spot.path, spot.mark), {})
                if note.code not in here or _order(note) < _order(here[note.code]):
                    here[note.code] = note
        self._by_place: Mapping[Place, tuple[Note, ...]] = {
            place: tuple(sorted(notes.values(), key=_order)) for place, notes in found.items()
        }

    def on(self, fact: Fact) -> Noted:
        """Return a fact with its findings."""
        return Noted(fact, self._by_place.get(place(fact), ()))

    def about(self, facts: Iterable[Fact]) -> tuple[Note, ...]:
        """Return the findings that are about just these figures and no others."""
        found = self._by_places.get(frozenset(place(fact) for fact in facts), ())
        return tuple(sorted(set(found), key=_order))


def place(fact: Fact) -> Place:
    """Return where a fact stands: the sheet, and the stretch of its text."""
    return fact.origin.path, fact.entry.mark


def _note(finding: Finding, *, primary: bool) -> Note:
    return Note(finding.code, finding.name, finding.severity, finding.stands, primary)


def _order(note: Note) -> tuple[bool, int, bool, str]:
    return not note.stands, -note.severity, not note.primary, note.code
