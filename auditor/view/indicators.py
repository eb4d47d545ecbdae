"""A plan as its readers see it: every indicator with its figures, its yearly mean and its change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from auditor import figure as figures
from auditor import units
from auditor.compare.heads import kept_apart
from auditor.compare.periods import based
from auditor.engine import Report
from auditor.errors import UsageError
from auditor.facts import Fact, Key, Plan
from auditor.finding import Finding
from auditor.phrases import Unit, printed_unit, unit_in
from auditor.sheet import Indicator
from auditor.view.claims import Asserted, asserted
from auditor.view.measures import Change, Mean, change, yearly_mean
from auditor.view.notes import Noted, Notes, place
from auditor.wording import quote, suggestion


class Quantity(NamedTuple):
    """One quantity with every statement of it, in the order of the document.

    `baseline` tells whether the document calls it the level that it starts from, `current`
    whether it is a target of the plan's own period. The yearly mean and the change against
    the base year are those of the first statement.
    """

    key: Key
    baseline: bool
    current: bool
    statements: tuple[Noted, ...]
    mean: Mean | None
    change: Change | None

    @property
    def first(self) -> Fact:
        """Return the first statement of an amount, the very first where there is none."""
        facts = [noted.fact for noted in self.statements]
        return next((fact for fact in facts if fact.figure.numeric), facts[0])


class Strand(NamedTuple):
    """An indicator in one area and scope: its quantities from the earliest to the latest."""

    area: str
    scope: str
    quantities: tuple[Quantity, ...]


class Subject(NamedTuple):
    """An indicator, None where the sheet does not define it, with all that the plan states of it.

    `counted` is the unit that it is counted in, without scale.
    """

    id: str
    indicator: Indicator | None
    counted: Unit
    strands: tuple[Strand, ...]

    @property
    def unit(self) -> str:
        """Return the base unit that it is counted in, empty where it is not known."""
        name = self.counted.name
        return units.base_unit(units.measure(name).dimension) if name else ""

    @property
    def kind(self) -> str:
        """Return flow, stock, rate or change, empty where the indicator is not defined."""
        return self.indicator.kind if self.indicator else ""


class Division(NamedTuple):
    """What a plan gives each of its children of an indicator, or how large they are: by plan id."""

    id: str
    name: str
    by: Mapping[str, Noted]


class Sight(NamedTuple):
    """All that a plan states, its findings marked.

    `unbound` are figures that are of no indicator; `unread` findings about what could not
    be read and is therefore not seen here, `findings` all that stand on what is.
    """

    plan: Plan
    subjects: tuple[Subject, ...]
    unbound: tuple[Noted, ...]
    claims: tuple[Asserted, ...]
    allotted: tuple[Division, ...]
    weights: Division | None
    unread: tuple[Finding, ...]
    findings: tuple[Finding, ...]


def sight(plan: Plan, report: Report, only: Collection[str] = ()) -> Sight:
    """Return what a plan states, with the findings of the report on it.

    With `only`, what concerns these indicators. Raises UsageError, with a guess, for one that
    the plan states nothing of.
    """
    notes = Notes(report)
    subjects = _subjects(plan, notes)
    _check_known(only, [subject.id for subject in subjects])
    shown = tuple(each for each in subjects if not only or each.id in only)
    claims = [
        each
        for each in asserted(plan, notes)
        if not only or any(fact.key.indicator in only for fact in each.facts)
    ]
    unbound = (notes.on(fact) for fact in plan.facts if not fact.key.indicator)
    return Sight(
        plan,
        shown,
        () if only else tuple(unbound),
        tuple(claims),
        tuple(each for each in _allotted(plan, notes) if not only or each.id in only),
        None if only else _weights(plan, notes),
        tuple(_unread(plan, report)),
        tuple(_about(shown, report) if only else report.standing),
    )


def _check_known(only: Collection[str], known: Collection[str]) -> None:
    for id_ in only:
        if id_ not in known:
            guess, read = suggestion(id_, known), quote(id_)
            raise UsageError(
                {
                    "en": f"the sheet states nothing of an indicator {read!r}{guess['en']}",
                    "zh": f"表单中没有指标“{read}”的数字{guess['zh']}",
                }
            )


def _subjects(plan: Plan, notes: Notes) -> tuple[Subject, ...]:
    bases = {id(target): base for target, base in based(plan) if not kept_apart(target, base)}
    found: dict[str, dict[tuple[str, str], list[Fact]]] = {}
    for fact in plan.facts:
        key = fact.key
        if key.indicator:
            found.setdefault(key.indicator, {}).setdefault((key.area, key.scope), []).append(fact)
    return tuple(
        Subject(
            id_,
            plan.indicators.get(id_),
            _counted(plan.indicators.get(id_), next(iter(strands.values()))[0]),
            tuple(
                Strand(area, scope, _quantities(plan, facts, bases, notes))
                for (area, scope), facts in sorted(
                    strands.items(), key=lambda each: (each[0][0] != plan.sheet.area, each[0][1] != "")
                )
            ),
        )
        for id_, strands in found.items()
    )  # fmt: skip


def _counted(indicator: Indicator | None, first: Fact) -> Unit:
    """Return the unit of an indicator, that of its first figure where it states none."""
    known = figures.read_unit(indicator.unit) if indicator and indicator.unit else None
    return unit_in(indicator.unit, known[1]) if indicator and known else printed_unit(first)


def _quantities(
    plan: Plan, facts: Iterable[Fact], bases: Mapping[int, Fact], notes: Notes
) -> tuple[Quantity, ...]:
    """Return the quantities that facts of one indicator, area and scope state, by their time."""
    groups: dict[object, list[Fact]] = {}
    for fact in facts:
        # Without a time, two figures are not known to be statements of one quantity.
        groups.setdefault(fact.key if fact.key.period else id(fact), []).append(fact)
    found = [_quantity(plan, group, bases, notes) for group in groups.values()]
    return tuple(sorted(found, key=_by_time))


def _quantity(
    plan: Plan, group: list[Fact], bases: Mapping[int, Fact], notes: Notes
) -> Quantity:  # fmt: skip
    first, kind = group[0], plan.kind(group[0])
    numeric = next((fact for fact in group if fact.figure.numeric), first)
    base = bases.get(id(numeric))
    own, period = plan.sheet.period, first.key.period
    return Quantity(
        first.key,
        any(fact.entry.role == "baseline" for fact in group),
        first.key.role == "target" and own is not None and period is not None and own.overlaps(period),
        tuple(notes.on(fact) for fact in group),
        yearly_mean(numeric, kind),
        change(numeric, base, kind) if base is not None else None,
    )  # fmt: skip


def _by_time(quantity: Quantity) -> tuple[bool, int, int, bool]:
    """Return the key that sorts quantities: by their last year; what was aimed at before what came of it."""
    period = quantity.key.period
    if period is None:
        return True, 0, 0, False
    return False, period.end, period.start, quantity.key.role != "target"


def _allotted(plan: Plan, notes: Notes) -> Iterable[Division]:
    for by in plan.allotted:
        for first in list(by.values())[:1]:
            id_ = first.key.indicator
            yield Division(id_, id_, {child: notes.on(fact) for child, fact in by.items()})


def _weights(plan: Plan, notes: Notes) -> Division | None:
    stated = plan.sheet.weights
    if stated is None:
        return None
    by = {child: notes.on(fact) for child, fact in plan.weights.items()}
    return Division("", stated.name, by)


def _about(subjects: Iterable[Subject], report: Report) -> Iterable[Finding]:
    """Return the findings that figures of these indicators are part of."""
    places = {
        place(noted.fact)
        for subject in subjects
        for strand in subject.strands
        for quantity in strand.quantities
        for noted in quantity.statements
    }
    for finding in report.standing:
        if any((spot.path, spot.mark) in places for spot in finding.spots):
            yield finding


def _unread(plan: Plan, report: Report) -> Iterable[Finding]:
    """Return the findings about what reading the sheet, or the indicators beside it, has left out."""
    path = plan.sheet.path
    seen = {place(fact) for fact in plan.every_fact}
    faulty = {(path, fault.mark) for faults in plan.faults_by_kind.values() for fault in faults}
    for finding in report.standing:
        first = finding.path, finding.spots[0].mark
        if first not in seen and (first in faulty or finding.path != path):
            yield finding
