"""Units: whether two can be compared, and by what factor one becomes the other.

pint holds the registry; it starts empty and loads the project's own definitions
only. It is asked once for each distinct unit, and computes with fractions.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from auditor.home import home

if TYPE_CHECKING:
    from pint import UnitRegistry


class Measure(NamedTuple):
    """What a unit measures: its factor to the base unit, and the base unit's powers by name."""

    factor: Fraction
    dimension: tuple[tuple[str, int], ...]


# The one factor of all base units, told by identity: equality of fractions is slow.
ONE = Fraction(1)
NUMBER = Measure(ONE, ())


@cache
def registry() -> UnitRegistry:
    """Return pint's registry with the units of `rules/units.txt` and no others."""
    from pint import UnitRegistry

    units = UnitRegistry(None, non_int_type=Fraction, cache_folder=None)
    units.load_definitions(home() / "rules" / "units.txt")
    return units


@cache
def measure(unit: str) -> Measure:
    """Return the measure of a unit of the registry, such as `square_meter` or `CNY/person`.

    The empty unit is a bare number. Raises pint's UndefinedUnitError for a unit that
    the registry does not hold: the spelling tables and the registry would then disagree.
    """
    if not unit:
        return NUMBER
    factor, base = registry().get_base_units(unit)
    powers = sorted((name, int(power)) for name, power in base._units.items())
    return Measure(ONE if factor == 1 else Fraction(factor), tuple(powers))


@cache
def base_unit(dimension: tuple[tuple[str, int], ...]) -> str:
    """Return a readable name for a dimension: `person`, `square_meter`, `CNY/person`."""
    if len(dimension) == 1 and dimension[0][1] == 1:
        return dimension[0][0]
    named = _POWERS.get(dimension)
    if named:
        return named
    over = "*".join(
        f"{name}**{power}" if power > 1 else name for name, power in dimension if power > 0
    )
    under = "".join(
        f"/{name}**{-power}" if power < -1 else f"/{name}" for name, power in dimension if power < 0
    )
    return (over or "1") + under


_POWERS: dict[tuple[tuple[str, int], ...], str] = {
    (("meter", 2),): "square_meter",
    (("meter", 3),): "cubic_meter",
}


def comparable(one: str, other: str) -> bool:
    """Return whether amounts in the two units can be compared."""
    return one == other or measure(one).dimension == measure(other).dimension


def counted_in(unit: str) -> str:
    """Return what an amount in a unit is counted in, without what it is per: of `CNY/person`, CNY."""
    return unit.partition("/")[0]


def lacks_per(one: str, other: str) -> bool:
    """Return whether one of two units only leaves out something that the other is per: 元, 元/人."""
    first, second = Counter(one.split("/")[1:]), Counter(other.split("/")[1:])
    return first != second and (first <= second or second <= first)


def leaves_open_per(one: str, other: str) -> bool:
    """Return whether amounts in two units can be compared but for what one of them is per."""
    first, second = counted_in(one), counted_in(other)
    return bool(first and second) and lacks_per(one, other) and comparable(first, second)


_COAL = "_of_coal_equivalent"
_MASSES = ("tonne", "kilogram", "gram")
# A mass, and the same with its heat told by that of coal: plans print either for the other.
MASSES_OF_FUEL = frozenset((*_MASSES, *(f"{mass}{_COAL}" for mass in _MASSES)))


def as_counted(unit: str, other: str) -> str:
    """Return a mass, as in 克/千瓦时, as one of coal equivalent where `other` is one, and the reverse.

    The reverse only of what is used for each of something, which is told either way: a mass by
    itself may be one of raw coal.
    """
    over, stroke, under = unit.partition("/")
    if over == "degree" and comparable("kilowatt_hour" + stroke + under, other):
        return "kilowatt_hour" + stroke + under  # 度 of electricity
    if over not in MASSES_OF_FUEL or comparable(unit, other):
        return unit
    if over in _MASSES:
        told = f"{over}{_COAL}{stroke}{under}"
    else:
        told = f"{over.removesuffix(_COAL)}{stroke}{under}" if stroke else unit
    return told if comparable(told, other) else unit
