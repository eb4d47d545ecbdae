"""How units are called: by their names, and by the words that a plan prints for them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.facts import Fact
from auditor.figure.lexer import FIRST_WIDE
from auditor.figure.words import units as unit_words
from auditor.phrases.numbers import shown
from auditor.units import measure
from auditor.wording import Wording

_SCALES: Final = MappingProxyType(
    {100: "百", 1_000: "千", 10_000: "万", 100_000: "十万", 10**6: "百万", 10**8: "亿"}
)
# Shares that are told by a sign, directly behind the number.
SHARE_SIGNS: Final = MappingProxyType({"percent": "%", "permille": "‰"})
UNITS: Final = MappingProxyType(
    {
        "person": Wording(en="persons", zh="人"),
        "person_time": Wording(en="person-times", zh="人次"),
        "person_year": Wording(en="person-years", zh="人年"),
        "household": Wording(en="households", zh="户"),
        "establishment": Wording(en="establishments", zh="家"),
        "item": Wording(en="items", zh="个"),
        "place": Wording(en="items", zh="所"),
        "case": Wording(en="items", zh="件"),
        "set": Wording(en="items", zh="套"),
        "machine": Wording(en="items", zh="台"),
        "copy": Wording(en="items", zh="张"),
        "animal": Wording(en="items", zh="头"),
        "plant": Wording(en="items", zh="株"),
        **{unit: Wording(en=sign, zh=sign) for unit, sign in SHARE_SIGNS.items()},
        "per_ten_thousand": Wording(en="‱", zh="‱"),
        "percentage_point": Wording(en="percentage points", zh="个百分点"),
        "score": Wording(en="points", zh="分"),
        "CNY": Wording(en="CNY", zh="元"),
        "square_meter": Wording(en="m²", zh="平方米"),
        "pound_of_mass": Wording(en="pounds", zh="磅"),
    }
)
# What the registry puts together, by the one unit that it is.
_COMPOUND: Final = MappingProxyType(
    {"meter**2": "square_meter", "meter**3": "cubic_meter", "hour*kilowatt": "kilowatt_hour"}
)
_IRREGULAR: Final = MappingProxyType(
    {"foot": "feet", "inch": "inches", "penny": "pence", "degree celsius": "degrees Celsius"}
)
_INVARIABLE: Final = frozenset(
    (
        "li", "zhang", "chi", "cun", "jin", "liang", "qian", "dan", "jiao", "fen", "fold", "dozen",
        "mu", "qing", "population", "hertz", "kilohertz", "megahertz", "gigahertz", "petaflops",
        "exaflops", "1", "",
    )
)  # fmt: skip


class Unit(NamedTuple):
    """A unit of the registry, without scale, and the Chinese words that a plan prints for it."""

    name: str
    word: str = ""

    @property
    def factor(self) -> Fraction:
        """Return how many of the base unit it is."""
        return measure(self.name).factor

    @property
    def wording(self) -> Wording:
        """Return what it is called, in Chinese as printed."""
        name = unit_name(self.name)
        return {"en": name["en"], "zh": self.word or name["zh"]}


def printed_unit(fact: Fact) -> Unit:
    """Return the unit that a figure is in, as it prints it or as it stands beside it."""
    entry = fact.entry
    return unit_in(entry.says if fact.figure.unit else entry.unit or entry.beside, fact.unit)


def unit_in(printed: str, unit: str) -> Unit:
    """Return a unit with the Chinese words that a text prints for it."""
    words = [(_last_word(printed, part), part) for part in unit.split("/")]
    if not any(word for word, _ in words):
        return Unit(unit)
    return Unit(unit, "/".join(word or unit_name(part)["zh"] for word, part in words))


def _last_word(printed: str, unit: str) -> str:
    found = [(printed.rfind(word), word) for word in _chinese(unit) if word in printed]
    return max(found, key=lambda each: (each[0] + len(each[1]), len(each[1])))[1] if found else ""


@cache
def _chinese(unit: str) -> tuple[str, ...]:
    """Return the Chinese spellings of a unit."""
    return tuple(
        word for word, name in unit_words.UNITS.items() if name == unit and word > FIRST_WIDE
    )


@cache
def unit_name(unit: str) -> Wording:
    """Return a name for a reader of a unit of the registry or a quotient of some, in the plural."""
    if unit in UNITS:
        return UNITS[unit]
    if unit in _COMPOUND:
        return unit_name(_COMPOUND[unit])
    several = _english(unit)[1]
    if "/" in unit:
        return {"en": several, "zh": "/".join(unit_name(part)["zh"] for part in unit.split("/"))}
    scale, base = _parted(unit)
    if scale > 1:
        return {"en": several, "zh": _SCALES[scale] + unit_name(base)["zh"]}
    return {"en": several, "zh": next(iter(_chinese(unit)), _english(unit)[0])}


def singular(unit: str) -> str:
    """Return the English name for one of a unit."""
    return _english(unit)[0]


def _parted(unit: str) -> tuple[int, str]:
    """Return the scale that a unit such as `thousand_population` begins with, and the rest."""
    for scale, prefix in sorted(unit_words.PREFIXES.items(), reverse=True):
        if unit.startswith(prefix):
            return scale, unit.removeprefix(prefix)
    return 1, unit


@cache
def _english(unit: str) -> tuple[str, str]:
    """Return the English name of a unit, for one and for several."""
    unit = _COMPOUND.get(unit, unit)
    if unit in UNITS:
        return UNITS[unit]["en"].removesuffix("s"), UNITS[unit]["en"]
    if "/" in unit:
        first, *others = (_english(part) for part in unit.split("/"))
        per = "".join(f"/{one}" for one, _ in others)
        return first[0] + per, first[1] + per
    scale, base = _parted(unit)
    if scale > 1:
        one, several = _english(base)
        return f"{shown(Fraction(scale))} {one}", f"{shown(Fraction(scale))} {several}"
    plain = unit.replace("_", " ").replace("**", "^")
    noun, joint, rest = plain.partition(" per " if " per " in plain else " of ")
    return plain, f"{_plural(noun)}{joint}{rest}"


def _plural(noun: str) -> str:
    if noun in _INVARIABLE or noun.isupper() or "*" in noun:
        return noun
    before, _, last = noun.rpartition(" ")
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    ending = _IRREGULAR.get(last) or (f"{last[:-1]}ies" if last[-2:] == "ty" else f"{last}s")
    return f"{before} {ending}".lstrip()
