"""How plans print the units of `rules/units.txt`, and which of them count the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import Final

from auditor.home import home
from auditor.units import counted_in, lacks_per, leaves_open_per


def _spellings() -> Iterator[tuple[str, str]]:
    """Yield each spelling with its unit; a currency's code is a spelling of itself."""
    for line in (home() / "rules" / "units.txt").read_text("utf-8").splitlines():
        definition, _, printed = line.partition("#")
        name = definition.partition("=")[0].strip()
        if name and not name.endswith("-"):
            if name.isupper():
                yield name, name
            for spelling in printed.split(","):
                yield spelling.strip(), name


# Printed spellings, mapped to the names that the registry has.
UNITS: Final = MappingProxyType(dict(_spellings()))
# Those of money, by the code of its currency.
CURRENCIES: Final = MappingProxyType({word: unit for word, unit in UNITS.items() if unit.isupper()})

# What a spelling is behind an amount of money; by itself 分 is a point of a score.
SUBUNITS: Final = MappingProxyType(
    {("CNY", "分"): "fen", ("jiao", "分"): "fen", ("USD", "c"): "cent"}
)

# What stands between a unit and what it is per; behind the first, a point may lead to another:
# 元/人·月.
STROKES: Final = frozenset(("/", "每", "per", "an", "a"))
PRODUCT: Final = "·"
# Behind these, the people need not be printed of whom there are so many: 12/10万, per 1,000.
OF_PEOPLE: Final = frozenset(("/", "每", "per"))
# The places that are too short for that, as they stand before units too.
SHORT_PLACES: Final = frozenset("百千万")
# The prefix that a scale becomes under a stroke: 件/万人, 吨/万元.
PREFIXES: Final = MappingProxyType(
    {
        100: "hundred_",
        1_000: "thousand_",
        10_000: "ten_thousand_",
        100_000: "hundred_thousand_",
        1_000_000: "million_",
        100_000_000: "hundred_million_",
    }
)
# 每千人口 before a number: how they are printed of whom there are so many for each of these.
SCALES_OF_PEOPLE: Final = MappingProxyType(
    {
        **dict.fromkeys(("百", "100"), 100),
        **dict.fromkeys(("千", "1000", "1,000"), 1_000),
        **dict.fromkeys(("万", "1万", "10000", "10,000"), 10_000),
        **dict.fromkeys(("十万", "10万", "100000", "100,000"), 100_000),
        **dict.fromkeys(("百万", "100万"), 1_000_000),
    }
)
PER_PEOPLE: Final = MappingProxyType(
    {
        f"每{scale}{people}": f"{PREFIXES[size]}{unit}"
        for scale, size in SCALES_OF_PEOPLE.items()
        for people, unit in (
            ("人口", "population"), ("常住人口", "population"), ("人", "population"),
            ("名", "population"), ("户", "household"),
        )
    }
)  # fmt: skip
YEARLY: Final = "年"
# 每人每月 before a number: so much for each of them in each.
PER_EACH: Final = MappingProxyType(
    {
        f"每{whom}每{when}": f"{unit}{time}"
        for whom, unit in (("人", "person"), ("户", "household"), ("亩", "mu_of_land"))
        for when, time in (("月", "/month"), ("天", "/day"), ("日", "/day"), (YEARLY, ""))
    }
)
# Behind these, 度 is a kilowatt-hour; it is also under a stroke (元/度), and by the ten thousand.
CURRENT: Final = "电"
ELECTRIC: Final = frozenset(
    (CURRENT, "电量", *(f"{verb}电{what}" for verb in "用发节耗售购" for what in ("", "量")))
)
DEGREE: Final = "degree"
KILOWATT_HOUR: Final = "kilowatt_hour"
# Units of which a half stands behind 个: 两个半小时.
HALVED: Final = frozenset(("hour", "day", "week", "month", "quarter", "percentage_point"))
ONE_MORE: Final = "个"

# 人 with 年 behind it, where that ends a cell and begins no 年均.
PERSON_YEAR: Final = "person_year"
# Counts of people, by heads or by attendances: stated for one indicator, their numbers
# are still meant to be one number, although the units are not one unit.
HEADCOUNTS: Final = frozenset(("person", "person_time"))
# Counters of things: 个 is the general one and stands for any other of these.
COUNTERS: Final = frozenset(
    (
        "item", "establishment", "place", "case", "set", "machine", "vehicle", "copy", "session",
        "edition", "bed", "seat", "animal", "plant", "village", "town", "community", "county", "job",
    )
)  # fmt: skip
# Everything that is counted and not measured.
COUNTED: Final = HEADCOUNTS | COUNTERS | {"household", "loan", "population"}
# Shares of one whole, in which 三分之二 may be told.
SHARES: Final = frozenset(("percent", "permille"))


def interchangeable(one: str, other: str) -> bool:
    """Return whether two units count things, for which plans use any counter: 个 and 件, 个/万人 and 件/万人."""
    first, second = counted_in(one), counted_in(other)
    per_the_same = one.removeprefix(first) == other.removeprefix(second)
    return {first, second} <= COUNTERS and per_the_same


@cache
def unsaid(one: str, other: str) -> bool:
    """Return whether one of two units lacks only what the other is per, which may go unsaid: 元, 元/人."""
    things = interchangeable(counted_in(one), counted_in(other))
    return leaves_open_per(one, other) or (things and lacks_per(one, other))
