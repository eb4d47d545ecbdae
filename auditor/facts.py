"""The typed sheet → facts: every figure in its place, in base units, with its basis.

A figure says how much; a fact says of what, when, and on what basis. Two facts with
the same key are two statements of one quantity and must agree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, wraps
from typing import Any, Final, NamedTuple, TypeVar

from auditor import figure as figures
from auditor import units
from auditor.document import Fault
from auditor.figure import Figure, FigureError
from auditor.interval import Interval
from auditor.nodes import Period
from auditor.sheet import Claim, Entry, Indicator, Sheet
from auditor.units import Measure
from auditor.wording import Field, quote


class Origin(NamedTuple):
    """The sheet that a fact comes from."""

    path: str
    plan: str


class Key(NamedTuple):
    """What makes two facts statements of one quantity. A baseline is the actual of its year."""

    area: str
    indicator: str
    scope: str
    role: str
    period: Period | None
    basis: str
    change: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure put in its place.

    `measure` converts the printed unit (with the scale that stands beside it) into base
    units; `value` is in base units. `stated` is what the number itself may
    stand for, `allowed` what the statement admits with its bound. Facts whose `figure`
    states no amount (words, ratios) have a value of zero and are never compared.
    """

    origin: Origin
    entry: Entry
    figure: Figure
    key: Key
    unit: str
    measure: Measure
    value: Fraction

    @property
    def step(self) -> Fraction:
        """Return the worth of one unit in the last printed digit, in base units."""
        return self.figure.step * self.measure.factor

    @property
    def stated(self) -> Interval:
        """Return what the printed number may stand for, in base units."""
        interval = self.figure.stated(self.entry.radius)
        return interval if self.measure.factor == 1 else interval.scaled(self.measure.factor)

    @property
    def allowed(self) -> Interval:
        """Return what the printed statement admits, in base units."""
        interval = self.figure.allowed(self.entry.radius)
        return interval if self.measure.factor == 1 else interval.scaled(self.measure.factor)

    @property
    def aim(self) -> Interval:
        """Return what enters a comparison: of a target its number, of a result all it admits."""
        return self.stated if self.key.role == "target" else self.allowed

    @property
    def base_unit(self) -> str:
        """Return the name of the base unit."""
        return units.base_unit(self.measure.dimension)


class Plan:
    """One sheet's facts, as the rules see them."""

    def __init__(self, sheet: Sheet, facts: tuple[Fact, ...], faults: tuple[Fault, ...]) -> None:
        self.sheet = sheet
        self.facts = facts
        self._faults = faults
        self.derived: dict[str, Any] = {}

    @property
    def id(self) -> str:
        """Return the plan's id."""
        return self.sheet.plan

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
        groups: dict[Key, list[Fact]] = {}
        for fact in self.facts:
            if fact.key.indicator and fact.key.period and fact.figure.numeric:
                groups.setdefault(fact.key, []).append(fact)
        return {key: tuple(group) for key, group in groups.items()}

    @cached_property
    def series(self) -> Mapping[tuple[str, str, str], tuple[Fact, ...]]:
        """Return the first fact of each quantity by area, indicator and scope."""
        found: dict[tuple[str, str, str], list[Fact]] = {}
        for key, group in self.quantities.items():
            found.setdefault(key[:3], []).append(group[0])
        return {subject: tuple(group) for subject, group in found.items()}

    @cached_property
    def faults_by_kind(self) -> Mapping[str, tuple[Fault, ...]]:
        """Return what was wrong with the sheet, by the name of the rule that tells of it."""
        found: dict[str, list[Fault]] = {}
        for fault in (*self.sheet.faults, *self._faults):
            found.setdefault(fault.kind, []).append(fault)
        return {kind: tuple(faults) for kind, faults in found.items()}

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


def gather(sheet: Sheet) -> Plan:
    """Return the sheet's facts, and as faults what kept an entry from becoming one."""
    origin = Origin(sheet.path, sheet.plan)
    yearly = _yearly_tables(sheet)
    faults: list[Fault] = []
    facts = [
        fact
        for entry in sheet.entries
        if (fact := _fact(entry, sheet, origin, entry.table in yearly, faults)) is not None
    ]
    return Plan(sheet, tuple(facts), tuple(faults))


def _yearly_tables(sheet: Sheet) -> frozenset[str]:
    """Return the tables that print targets for more than one year: there each is its year's own."""
    years: dict[str, set[Period]] = {}
    for entry in sheet.entries:
        if entry.table and entry.role == "target" and entry.period and entry.period.years == 1:
            years.setdefault(entry.table, set()).add(entry.period)
    return frozenset(table for table, found in years.items() if len(found) > 1)


def _fact(
    entry: Entry, sheet: Sheet, origin: Origin, yearly: bool, faults: list[Fault]
) -> Fact | None:
    try:
        figure = figures.read(entry.says)
    except FigureError as error:
        faults.append(_unreadable(entry, error))
        return None
    if figure.kind == "nothing":
        return None
    indicator = sheet.indicators.get(entry.indicator)
    unit, scale = _unit(entry, figure, indicator, faults)
    measure = units.measure(unit)
    if scale != 1:
        measure = Measure(measure.factor * scale, measure.dimension)
    period, basis = _time(entry, figure, indicator.kind if indicator else "", sheet.period, yearly)
    key = Key(
        entry.area or sheet.area,
        entry.indicator,
        entry.scope,
        "target" if entry.role == "target" else "actual" if entry.role else "",
        period,
        basis,
        figure.change if figure.change.endswith("_by") else "",
    )
    value = figure.value if figure.numeric else _NOTHING
    if measure.factor != 1:
        value *= measure.factor
    return Fact(origin, entry, figure, key, unit, measure, value)


_NOTHING: Final = Fraction(0)


def _unreadable(entry: Entry, error: FigureError) -> Fault:
    fields: dict[str, Field] = {
        "read": quote(entry.says),
        "position": str(error.position + 1),
        "expected": error.expected,
    }
    return Fault("unreadable-figure", entry.mark, fields)


def _unit(
    entry: Entry, figure: Figure, indicator: Indicator | None, faults: list[Fault]
) -> tuple[str, int]:
    """Return the figure's unit and the scale that stands beside it and not in it."""
    if figure.kind in ("words", "ratio"):
        return figure.unit, 1
    beside = entry.unit or entry.beside
    # A growth of 10 % may stand under 人: it is of the amount, and not the amount.
    grows = figure.change.endswith("_by") and figure.unit in ("percent", "percentage_point")
    if figure.unit and (grows or not beside):
        return figure.unit, 1
    printed = beside or (indicator.unit if indicator else "")
    if not printed:
        return figure.unit, 1
    known = figures.read_unit(printed)
    if known is None:
        fields = {"unit": quote(printed), "place": quote(entry.place)}
        if not faults or faults[-1].fields != fields:  # once for the cells of a row
            faults.append(Fault("unknown-unit", entry.mark, fields))
        return figure.unit, 1
    scale, unit = known
    own = figure.numbers[-1].scale
    if figure.unit:
        fields = {
            "printed": quote(entry.says),
            "beside": quote(printed),
            "place": quote(entry.place),
        }
        if not units.comparable(figure.unit, unit):
            faults.append(Fault("cell-unit", entry.mark, fields))
        elif own != scale and beside:
            faults.append(Fault("cell-scale", entry.mark, fields))
        return figure.unit, 1
    if own > 1:
        if scale > 1 and beside:
            fields = {
                "printed": quote(entry.says),
                "beside": quote(printed),
                "place": quote(entry.place),
            }
            faults.append(Fault("cell-scale", entry.mark, fields))
        return unit, 1
    return unit, scale


def _time(
    entry: Entry, figure: Figure, kind: str, plan: Period | None, yearly: bool
) -> tuple[Period | None, str]:
    """Return the period and the basis of an entry, as far as the document states them."""
    basis = entry.basis or figure.basis
    if basis == "none":
        basis = ""
    target = entry.role == "target"
    period = entry.period
    if period is None and plan is not None:
        period = plan if target else _before(plan, 1) if entry.role == "baseline" else None
    if period is None or not kind:
        return period, basis
    if kind != "flow":
        at_end = Period(period.end, period.end) if target else period
        return at_end, "average" if basis == "average" else ""
    return _flow(period, basis, plan, figure, target=target, stated=entry.period, yearly=yearly)


def _flow(
    period: Period,
    basis: str,
    plan: Period | None,
    figure: Figure,
    *,
    target: bool,
    stated: Period | None,
    yearly: bool,
) -> tuple[Period, str]:
    several = period.years > 1
    if not basis:
        if several and stated is not None:
            return period, "cumulative"
        if not several and (not target or yearly or (plan is not None and period.end != plan.end)):
            return period, "annual"
        return (plan if target and plan is not None else period), ""
    if several or plan is None:
        return period, basis
    if target:
        of_its_year = basis == "annual" and not figure.basis
        return (period if of_its_year else Period(min(plan.start, period.end), period.end)), basis
    if basis == "annual":
        return period, basis
    return Period(period.end - plan.years + 1, period.end), basis


def _before(period: Period, years: int) -> Period:
    return Period(period.start - years, period.start - 1)
