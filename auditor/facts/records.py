"""Facts: figures in their place, and the plan that they make up.

A figure says how much; a fact says of what, when, and on what basis. Two facts with
the same key are two statements of one quantity and must agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, wraps
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from auditor import units
from auditor.document import Fault
from auditor.figure import Figure
from auditor.interval import Interval
from auditor.sheet import Claim, Entry, Indicator, Period, Sheet
from auditor.units import ONE, Measure


class Origin(NamedTuple):
    """The sheet that a fact comes from."""

    path: str
    plan: str


class Key(NamedTuple):
    """What makes two facts statements of one quantity. A baseline is the actual of its year.

    `change` is rise_by, fall_by or move_by, of a multiple rise_to or fall_to; empty for a level,
    and for what an indicator of kind change is about: its plain number is that change. `terms` tell
    what a change is told in: empty the indicator's own unit, share, or fold. `base` is from where
    it is told, empty where the period starts or where nothing is printed.
    """

    area: str
    indicator: str
    scope: str
    role: str
    period: Period | None
    basis: str
    change: str
    terms: str = ""
    base: str = ""

    @property
    def subject(self) -> tuple[str, str, str]:
        """Return what it is about: the area, the indicator and the scope."""
        return self.area, self.indicator, self.scope


class Fact(NamedTuple):
    """A figure put in its place.

    `measure` converts the printed unit (with the scale that stands beside it) into base
    units; `value` is in base units, of a range its lower end. `stated` is what the number
    itself may stand for, `allowed` what the statement admits with its bound. Facts whose
    `figure` states no amount (words, ratios) have a value of zero and are never compared with
    amounts. `rises` tells that a plain number above zero says of a change that it is a rise.
    """

    origin: Origin
    entry: Entry
    figure: Figure
    key: Key
    unit: str
    measure: Measure
    value: Fraction
    rises: bool = False

    @property
    def upper(self) -> Fraction:
        """Return the upper end of a range, of any other figure its value, in base units."""
        figure = self.figure
        return (
            figure.numbers[-1].value * self.measure.factor if figure.kind == "range" else self.value
        )

    @property
    def step(self) -> Fraction:
        """Return the worth of one unit in the last printed digit, in base units."""
        return self.figure.step * self.measure.factor

    @property
    def radius(self) -> Fraction:
        """Return the largest error that rounding can have made, in base units."""
        return self.figure.numbers[-1].radius(self.entry.radius) * self.measure.factor

    @property
    def stated(self) -> Interval:
        """Return what the printed number may stand for, in base units."""
        interval = self.figure.stated(self.entry.radius)
        return interval if self.measure.factor is ONE else interval.scaled(self.measure.factor)

    @property
    def allowed(self) -> Interval:
        """Return what the printed statement admits, in base units."""
        interval = self.figure.allowed(self.entry.radius)
        return interval if self.measure.factor is ONE else interval.scaled(self.measure.factor)

    @property
    def aim(self) -> Interval:
        """Return what enters a comparison: of a target its number, of a result all it admits."""
        return self.stated if self.key.role == "target" else self.allowed

    @property
    def unrounded(self) -> Interval:
        """Return what enters a comparison if nothing is taken for rounded or rough."""
        figure = self.figure._replace(approximate="")
        printed = figure.stated if self.key.role == "target" else figure.allowed
        return printed(_NOT_ROUNDED).scaled(self.measure.factor)

    @property
    def base_unit(self) -> str:
        """Return the name of the base unit."""
        return units.base_unit(self.measure.dimension)

    @property
    def scale(self) -> Fraction:
        """Return the scale that stands beside the number: 万 in the column of 5."""
        return self.measure.factor / units.measure(self.unit).factor

    @property
    def prints_unit(self) -> bool:
        """Return whether it has a unit of its own, in the figure or beside it."""
        return bool(self.figure.unit or self.entry.unit or self.entry.beside)

    def recounted(self, unit: str) -> Fact:
        """Return the fact with another unit for its number, as printed."""
        own, measure = self.scale, units.measure(unit)
        measure = Measure(measure.factor * own, measure.dimension)
        value = self.figure.value * measure.factor
        return self._replace(unit=unit, measure=measure, value=value)


_NOT_ROUNDED: Final = Fraction(0)


def base_unit(*facts: Fact) -> str:
    """Return the base unit that facts have in common; empty when they have none."""
    found = {fact.base_unit for fact in facts if fact.measure.dimension}
    return found.pop() if len(found) == 1 else ""


NOTHING: Final[Mapping[str, Fact]] = MappingProxyType({})


class Source(NamedTuple):
    """The text of the document that a sheet has been encoded from."""

    name: str
    text: str


class Plan:
    """One sheet's facts, as the rules see them; with its source where that is at hand.

    `source_wanted` tells whether it is to be held against that. `allotted` holds, for each
    allotment of the sheet, what it gives each child, `weights` how large the children are, both
    by the child's plan id.
    """

    source: Source | None = None
    source_wanted: bool = False

    def __init__(
        self,
        sheet: Sheet,
        facts: tuple[Fact, ...],
        faults: tuple[Fault, ...],
        allotted: tuple[Mapping[str, Fact], ...] = (),
        weights: Mapping[str, Fact] = NOTHING,
    ) -> None:
        self.sheet = sheet
        self.facts = facts
        self.allotted = allotted
        self.weights = weights
        self._faults = faults
        self.derived: dict[str, Any] = {}

    @property
    def id(self) -> str:
        """Return the plan's id."""
        return self.sheet.plan

    @property
    def every_fact(self) -> Iterator[Fact]:
        """Return all facts, those of allotments and weights among them."""
        yield from self.facts
        for group in (*self.allotted, self.weights):
            yield from group.values()

    def reduced(self, facts: Iterable[Fact], claims: tuple[Claim, ...]) -> Plan:
        """Return the plan as it would be if it held only some of its facts and claims."""
        sheet = replace(self.sheet, claims=claims, faults=())
        return Plan(sheet, tuple(facts), (), self.allotted, self.weights)

    def replaced(self, old: Fact, new: Fact) -> Plan:
        """Return the plan as it would be with another fact in the place of one."""

        def put(group: Mapping[str, Fact]) -> Mapping[str, Fact]:
            return {child: new if fact is old else fact for child, fact in group.items()}

        return Plan(
            self.sheet,
            tuple(new if fact is old else fact for fact in self.facts),
            self._faults,
            tuple(put(group) for group in self.allotted),
            put(self.weights),
        )

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the arithmetic that the document asserts."""
        return self.sheet.claims

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Return the indicators that the sheet may refer to, by id."""
        return self.sheet.indicators

    @cached_property
    def ids(self) -> Mapping[str, Fact]:
        """Return the facts that claims may name, by id."""
        return {fact.entry.id: fact for fact in self.facts if fact.entry.id}

    @cached_property
    def quantities(self) -> Mapping[Key, tuple[Fact, ...]]:
        """Return the facts that state an amount of a known indicator, by key, in document order."""
        return self._grouped("number", "range")

    @cached_property
    def ratios(self) -> Mapping[Key, tuple[Fact, ...]]:
        """Return the facts that state a ratio for a known indicator, by key, in document order."""
        return self._grouped("ratio")

    def _grouped(self, *kinds: str) -> Mapping[Key, tuple[Fact, ...]]:
        groups: dict[Key, list[Fact]] = {}
        for fact in self.facts:
            if fact.key.indicator and fact.key.period and fact.figure.kind in kinds:
                groups.setdefault(fact.key, []).append(fact)
        return {key: tuple(group) for key, group in groups.items()}

    @cached_property
    def series(self) -> Mapping[tuple[str, str, str], tuple[Fact, ...]]:
        """Return the first fact of each quantity by area, indicator and scope."""
        found: dict[tuple[str, str, str], list[Fact]] = {}
        for key, group in self.quantities.items():
            found.setdefault(key.subject, []).append(group[0])
        return {subject: tuple(group) for subject, group in found.items()}

    @cached_property
    def faults_by_kind(self) -> Mapping[str, tuple[Fault, ...]]:
        """Return what was wrong with the sheet, by the name of the rule that tells of it."""
        found: dict[str, list[Fault]] = {}
        for fault in (*self.sheet.faults, *self._faults):
            found.setdefault(fault.kind, []).append(fault)
        return {kind: tuple(faults) for kind, faults in found.items()}

    def of_kind(self, *kinds: str) -> list[Fact]:
        """Return the facts whose indicator is of one of the kinds, in document order by kind."""
        return [fact for kind in kinds for fact in self._by_kind.get(kind, ())]

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(self.kind(fact), []).append(fact)
        return found

    def kind(self, fact: Fact) -> str:
        """Return flow, stock, rate or change, or an empty text when the fact has no indicator."""
        indicator = self.indicators.get(fact.key.indicator)
        return indicator.kind if indicator else ""

    def better(self, fact: Fact) -> str:
        """Return more or less, the indicator's good direction, or an empty text."""
        indicator = self.indicators.get(fact.key.indicator)
        return indicator.better if indicator else ""


Result = TypeVar("Result")


def once(derive: Callable[[Plan], Result]) -> Callable[[Plan], Result]:
    """Make a function of a plan keep its result with the plan."""

    @wraps(derive)
    def kept(plan: Plan) -> Result:
        name = derive.__qualname__
        if name not in plan.derived:
            plan.derived[name] = derive(plan)
        result: Result = plan.derived[name]
        return result

    return kept
