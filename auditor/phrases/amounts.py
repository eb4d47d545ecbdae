"""How units and the amounts in them are told."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Final

from auditor.figure.words import units as unit_words
from auditor.interval import Interval
from auditor.phrases.numbers import few, shown, span
from auditor.wording import Wording

_WIDE = "\u2e80"
_SCALES: Final = MappingProxyType(
    {100: "百", 1_000: "千", 10_000: "万", 100_000: "十万", 10**6: "百万", 10**8: "亿"}
)
UNITS: Final = MappingProxyType(
    {
        "person": Wording(en="persons", zh="人"),
        "person_time": Wording(en="person-times", zh="人次"),
        "household": Wording(en="households", zh="户"),
        "establishment": Wording(en="establishments", zh="家"),
        "item": Wording(en="items", zh="个"),
        "percent": Wording(en="%", zh="%"),
        "percentage_point": Wording(en="percentage points", zh="个百分点"),
        "CNY": Wording(en="CNY", zh="元"),
        "square_meter": Wording(en="m²", zh="平方米"),
    }
)
# What the registry puts together, by the one unit that it is.
_COMPOUND: Final = MappingProxyType(
    {"meter**2": "square_meter", "meter**3": "cubic_meter", "hour*kilowatt": "kilowatt_hour"}
)


@cache
def unit_name(unit: str) -> Wording:
    """Return a name for a reader of a unit of the registry or a quotient of some."""
    if unit in UNITS:
        return UNITS[unit]
    if unit in _COMPOUND:
        return unit_name(_COMPOUND[unit])
    if "/" in unit:
        first, *others = (unit_name(part) for part in unit.split("/"))
        each = [first["en"], *(other["en"].removesuffix("s") for other in others)]
        return {"en": "/".join(each), "zh": "/".join((first["zh"], *(o["zh"] for o in others)))}
    for scale, prefix in sorted(unit_words.PREFIXES.items(), reverse=True):
        if unit.startswith(prefix):
            base = unit_name(unit.removeprefix(prefix))
            return {
                "en": f"{shown(Fraction(scale))} {base['en']}",
                "zh": _SCALES[scale] + base["zh"],
            }
    chinese = (word for word, name in unit_words.UNITS.items() if name == unit and word > _WIDE)
    plain = unit.replace("_", " ").replace("**", "^")
    return {"en": plain, "zh": next(chinese, plain)}


def quantity(value: Fraction, unit: str) -> Wording:
    """Return an amount in a base unit with the name of the unit, in Chinese with 万 or 亿 where that is short."""
    name, chinese = unit_name(unit), few(value, "zh")
    english = name["en"].removesuffix("s") if value == 1 else name["en"]
    joint = "" if unit == "percent" or chinese.endswith(("万", "亿")) else " "
    return {
        "en": f"{shown(value)} {english}".rstrip(),
        "zh": f"{chinese}{joint}{name['zh']}".rstrip(),
    }


def distance(value: Fraction, unit: str) -> Wording:
    """Return how far two amounts in a base unit are apart; of per cent, in percentage points."""
    return quantity(value, "percentage_point" if unit == "percent" else unit)


def extent(interval: Interval, unit: str) -> Wording:
    """Return an interval of amounts in a base unit with the name of the unit."""
    if interval.low is not None and interval.low == interval.high:
        return quantity(interval.low, unit)
    name, told = unit_name(unit), span(interval)
    return {"en": f"{told} {name['en']}".rstrip(), "zh": f"{told} {name['zh']}".rstrip()}
