"""Sheet → facts: each entry's unit, period and basis worked out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import islice
from typing import Final

from auditor import figure as figures
from auditor import units
from auditor.document import Fault
from auditor.facts import rates
from auditor.facts.moves import means_a_rise, moved, multiple, rising
from auditor.facts.records import Fact, Key, Origin, Plan, once
from auditor.facts.times import base, time, yearly_tables
from auditor.figure import Figure, FigureError
from auditor.figure.words.framing import CUMULATIVE_MARKS
from auditor.figure.words.units import SHARES, interchangeable
from auditor.sheet import Entry, Indicator, Sheet
from auditor.units import ONE, Measure
from auditor.wording import Field, Fields, listed, quote

_NOTHING: Final = Fraction(0)
_HUNDRED: Final = Fraction(100)


def gather(sheet: Sheet) -> Plan:
    """Return the sheet's facts, and as faults what kept an entry from becoming one."""
    origin = Origin(sheet.path, sheet.plan)
    yearly = yearly_tables(sheet)
    faults: list[Fault] = []
    facts = [
        fact
        for entry in sheet.entries
        if (fact := _fact(entry, sheet, origin, entry.table in yearly, faults)) is not None
    ]
    allotted = tuple(
        _without_dashes(_by_child(each.by, sheet, origin, faults)) for each in sheet.allotments
    )
    sizes = _by_child(sheet.weights.by if sheet.weights else {}, sheet, origin, faults)
    return Plan(sheet, tuple(facts), tuple(faults), allotted, sizes)


def restated(plan: Plan, fact: Fact, entry: Entry) -> Fact | None:
    """Return a fact of a plan as it would be if its entry were another; None when that is no figure."""
    faults: list[Fault] = []
    share = id(fact) in _shares(plan)
    yearly = entry.table in _yearly(plan)
    changed = _fact(entry, plan.sheet, fact.origin, yearly, faults, share=share)
    return None if faults else changed


@once
def _yearly(plan: Plan) -> frozenset[str]:
    return yearly_tables(plan.sheet)


@once
def _shares(plan: Plan) -> frozenset[int]:
    return frozenset(
        id(fact) for group in (*plan.allotted, plan.weights) for fact in group.values()
    )


def _by_child(
    entries: Mapping[str, Entry], sheet: Sheet, origin: Origin, faults: list[Fault]
) -> dict[str, Fact]:
    """Return the facts of an allotment or of weights, by the child that they are about.

    What cannot be read, or is a dash, is a fact that states no amount: the others are not all.
    """
    found = {
        child: _fact(entry, sheet, origin, False, faults, share=True)
        for child, entry in entries.items()
    }
    return {child: fact for child, fact in found.items() if fact is not None}


def _without_dashes(by_child: dict[str, Fact]) -> dict[str, Fact]:
    """Return what is allotted to those children that are allotted anything."""
    return {child: fact for child, fact in by_child.items() if fact.figure.kind != "nothing"}


def _fact(
    entry: Entry,
    sheet: Sheet,
    origin: Origin,
    yearly: bool,
    faults: list[Fault],
    *,
    share: bool = False,
) -> Fact | None:
    """Return an entry in its place, None and perhaps a fault where it is no figure.

    With `share`, per cent is a share of the indicator's amount and no wrong unit, and what is
    no figure is kept as one that states no amount.
    """
    figure = _figure(entry, sheet, faults)
    if share and figure is None:
        figure = Figure(entry.says, "words")
    if figure is None or (figure.kind == "nothing" and not share):
        return None
    indicator = sheet.indicators.get(entry.indicator)
    kind = indicator.kind if indicator else ""
    figure = rising(figure, kind)
    if entry.grows and _is_level(figure, entry, indicator):
        falls = entry.grows == "fall_by" and figure.value < 0
        figure = figure._replace(change="move_by" if falls else entry.grows)
    folds = multiple(entry, figure, indicator)
    if folds or (share and figure.unit == "percent"):
        unit, measure = figure.unit, units.measure(figure.unit)
    else:
        figure, unit, measure = _measured(entry, figure, indicator, faults)
    told = moved(figure, indicator, unit, folds=folds)
    key = _key(entry, figure, sheet, told, yearly=yearly)
    value = figure.value if figure.numeric else _NOTHING
    if measure.factor is not ONE:
        value *= measure.factor
    return Fact(origin, entry, figure, key, unit, measure, value, means_a_rise(indicator))


def _key(entry: Entry, figure: Figure, sheet: Sheet, told: tuple[str, str], *, yearly: bool) -> Key:
    """Return what a figure is a statement of; `told` is how it moves, and in what terms."""
    indicator = sheet.indicators.get(entry.indicator)
    kind = indicator.kind if indicator else ""
    moves = bool(told[0]) or kind == "change"
    period, basis = time(entry, figure, kind, sheet.period, yearly=yearly, moves=moves)
    return Key(
        entry.area or sheet.area,
        entry.indicator,
        entry.scope,
        "target" if entry.role == "target" else "actual" if entry.role else "",
        period,
        basis,
        *told,
        base(entry, figure, period, sheet.period) if moves else "",
    )


def _measured(
    entry: Entry, figure: Figure, indicator: Indicator | None, faults: list[Fault]
) -> tuple[Figure, str, Measure]:
    """Return a figure with its unit, and what that and the scale beside it are worth."""
    read = _unit(entry, figure, indicator, faults)
    figure = figure if read else figure._replace(kind="unmeasured")
    unit, scale = read or ("", 1)
    unit = _as_indicator(unit, indicator)
    measure = units.measure(unit)
    if scale != 1:
        measure = Measure(measure.factor * scale, measure.dimension)
    return figure, unit, measure


def _is_level(figure: Figure, entry: Entry, indicator: Indicator | None) -> bool:
    """Return whether a figure would be taken for a level of its indicator, and is no sum of a flow."""
    sums = not CUMULATIVE_MARKS.isdisjoint(figure.mark)
    of_level = indicator is not None and indicator.kind not in ("change", "flow" if sums else "")
    return of_level and figure.numeric and not figure.change and not entry.unit


def _figure(entry: Entry, sheet: Sheet, faults: list[Fault]) -> Figure | None:
    """Return the figure that an entry prints, None and a fault where it cannot be read."""
    try:
        return figures.read(entry.says, decimal_comma=sheet.decimal_comma)
    except FigureError as error:
        signed = entry.grows and entry.says.lstrip().startswith(("+", "＋"))
        if signed and not entry.says.endswith(entry.beside):
            # +9.8 under 提高(百分点): only in the unit beside it is a number with a plus read.
            figure = _figure(entry._replace(says=f"{entry.says}{entry.beside}"), sheet, [])
            if figure is not None:
                return figure._replace(printed=entry.says)
        found = figures.find(entry.says, decimal_comma=sheet.decimal_comma)
        several = [quote(each.figure.printed) for each in islice(found, 3)]
        if len(several) > 1:
            fields: Fields = {"read": quote(entry.says), "figures": listed(several)}
            faults.append(Fault("two-figures", entry.mark, fields))
        else:
            faults.append(_unreadable(entry, error))
        return None


def _unreadable(entry: Entry, error: FigureError) -> Fault:
    fields: dict[str, Field] = {
        "read": quote(entry.says),
        "position": str(error.position + 1),
        "expected": error.expected,
    }
    return Fault("unreadable-figure", entry.mark, fields)


def _unit(
    entry: Entry, figure: Figure, indicator: Indicator | None, faults: list[Fault]
) -> tuple[str, int] | None:
    """Return the figure's unit and the scale that stands beside it and not in it.

    None, and a fault, where its unit is not known.
    """
    if figure.kind in ("words", "ratio", "nothing"):
        return figure.unit, 1
    beside = entry.unit or entry.beside
    # A growth of 10 % may stand under 人: it is of the amount, and not the amount.
    grows = figure.moved_by and figure.unit in ("percent", "percentage_point")
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
        return (figure.unit, 1) if figure.unit else None
    scale, unit = known
    own = figure.numbers[-1].scale
    counted = units.as_counted(figure.unit, unit)
    alike = units.comparable(counted, unit) or interchangeable(figure.unit, unit)
    alike = alike or rates.unsaid(figure.unit, unit)
    if figure.unit and not alike:
        faults.append(_beside("cell-unit", entry, printed))
    elif beside and (own != scale if figure.unit else own > 1 and scale > 1):
        faults.append(_beside("cell-scale", entry, printed))
    if figure.unit:
        return figure.unit, 1
    whole = _HUNDRED / units.measure(unit).factor if unit in SHARES else None
    if whole and figure.parts_of_one:  # 三分之二 under % is that part of one
        return unit, int(whole)
    return unit, 1 if own > 1 else scale


def _as_indicator(unit: str, indicator: Indicator | None) -> str:
    """Return a unit as its indicator tells it: a mass as coal equivalent, a rate with what it counts."""
    fuel = units.counted_in(unit) in (*units.MASSES_OF_FUEL, "degree")
    rate = rates.may_be_one(unit)
    known = figures.read_unit(indicator.unit) if indicator and (fuel or rate) else None
    if known is None:
        return unit
    return units.as_counted(unit, known[1]) if fuel else rates.as_indicator(unit, known[1])


def _beside(kind: str, entry: Entry, beside: str) -> Fault:
    """Return that a figure does not go with the unit that stands beside it."""
    fields = {"printed": entry.says, "beside": beside, "place": entry.place}
    return Fault(kind, entry.mark, {name: quote(text) for name, text in fields.items()})
