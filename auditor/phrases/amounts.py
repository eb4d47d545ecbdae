"""How amounts are told: in the unit that a figure prints, without the scale that it prints."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from auditor.facts import Fact, base_unit
from auditor.interval import Interval
from auditor.phrases.numbers import few, joint_behind, shown, span
from auditor.phrases.units import SHARE_SIGNS, Unit, printed_unit, singular
from auditor.wording import Field, Wording

_POINTS = Unit("percentage_point")
_PERMILLE = "permille"


class Amount(NamedTuple):
    """An amount in a base unit, or an interval of amounts, told in a unit that it can be told in.

    `apart` is how far two amounts are from one another: of per cent, in percentage points.
    What is not `named` is told without its unit, which stands elsewhere in the sentence.
    """

    extent: Interval
    unit: str
    apart: bool = False
    named: bool = True

    def by(self, *facts: Fact) -> Wording:
        """Return the amount in the unit of the first figure that prints one for it."""
        for fact in facts:
            if fact.measure.dimension and fact.base_unit == self.unit:
                return self.told(printed_unit(fact))
        return self.told()

    def told(self, unit: Unit | None = None) -> Wording:
        """Return the amount in a unit, which has to be one for it, else in the base unit."""
        unit = _POINTS if self.apart and self.unit == "percent" else unit or Unit(self.unit)
        extent = self.extent.scaled(1 / unit.factor)
        unit = unit if self.named else Unit("")
        if extent.low is not None and extent.low == extent.high:
            return _quantity(extent.low, unit)
        name, told = unit.wording, span(extent)
        return {"en": f"{told} {name['en']}".rstrip(), "zh": f"{told} {name['zh']}".rstrip()}


Said = Field | Amount


def quantity(value: Fraction, unit: str) -> Amount:
    """Return an amount in a base unit, to be told with the name of its unit."""
    return Amount(Interval.point(value), unit)


def distance(value: Fraction, unit: str) -> Amount:
    """Return how far two amounts in a base unit are apart, to be told with the name of its unit."""
    return Amount(Interval.point(value), unit, apart=True)


def between(value: Fraction, *facts: Fact) -> Amount:
    """Return how far figures are apart, in base units, to be told in ‰ where all are printed in it."""
    if all(fact.unit == _PERMILLE for fact in facts):
        return quantity(value, _PERMILLE)
    return distance(value, base_unit(*facts))


def extent(interval: Interval, unit: str) -> Amount:
    """Return an interval of amounts in a base unit, to be told with the name of its unit."""
    return Amount(interval, unit)


def ends(interval: Interval, unit: str) -> Amount:
    """Return an interval of amounts in a base unit, to be told without the name of its unit."""
    return Amount(interval, unit, named=False)


def _quantity(value: Fraction, unit: Unit) -> Wording:
    """Return an amount with its unit, in Chinese with 万 or 亿 where that is short."""
    name, chinese = unit.wording, few(value, "zh")
    english = singular(unit.name) if value == 1 else name["en"]
    joint = "" if unit.name in SHARE_SIGNS else joint_behind(chinese)
    return {
        "en": f"{shown(value)} {english}".rstrip(),
        "zh": f"{chinese}{joint}{name['zh']}".rstrip(),
    }
