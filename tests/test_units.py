"""The registry holds the project's units, all of them and nothing else."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from pint.errors import UndefinedUnitError

from auditor import phrases
from auditor.figure import read_unit
from auditor.figure.words import units as words
from auditor.home import home
from auditor.units import NUMBER, as_counted, base_unit, comparable, measure, registry

DEFINED = frozenset(
    re.findall(r"^(\w+) =", (home() / "rules" / "units.txt").read_text("utf-8"), re.MULTILINE)
)
SPELT = frozenset(words.UNITS.values())


def test_every_spelling_names_a_defined_unit_and_every_unit_can_be_spelt() -> None:
    assert SPELT == DEFINED


@pytest.mark.parametrize("names", [words.HEADCOUNTS, words.COUNTERS, words.COUNTED, phrases.UNITS])
def test_every_list_of_units_names_defined_units(names: frozenset[str]) -> None:
    assert set(names) <= DEFINED


@pytest.mark.parametrize("unit", sorted(DEFINED))
def test_every_unit_measures_something_by_an_exact_factor(unit: str) -> None:
    found = measure(unit)
    assert type(found.factor) is Fraction
    assert found.factor > 0
    assert found.dimension
    assert comparable(base_unit(found.dimension), unit)


@pytest.mark.parametrize(
    ("printed", "base", "factor"),
    [
        ("亩", "square_meter", Fraction(2000, 3)),
        ("公顷", "square_meter", Fraction(10_000)),
        ("km²", "square_meter", Fraction(1_000_000)),
        ("升", "cubic_meter", Fraction(1, 1000)),
        ("斤", "kilogram", Fraction(1, 2)),
        ("吨", "kilogram", Fraction(1000)),
        ("‰", "percent", Fraction(1, 10)),
        ("‱", "percent", Fraction(1, 100)),
        ("分钟", "hour", Fraction(1, 60)),
        ("天", "hour", Fraction(24)),
        ("年", "month", Fraction(12)),
        ("GW", "kilowatt", Fraction(1_000_000)),
        ("元/人", "CNY/person", Fraction(1)),
        ("元/亩", "CNY/meter**2", Fraction(3, 2000)),
    ],
)
def test_factors_are_exact(printed: str, base: str, factor: Fraction) -> None:
    known = read_unit(printed)
    assert known is not None
    found = measure(known[1])
    assert (base_unit(found.dimension), found.factor) == (base, factor)


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("㎡", "square_meter"),
        ("mu", "mu_of_land"),
        ("t", "tonne"),
        ("h", "hour"),
        ("台", "machine"),
    ],
)
def test_what_pint_misreads_is_spelt_out_before_it_sees_it(printed: str, unit: str) -> None:
    known = read_unit(printed)
    assert known == (1, unit)
    assert measure(unit).dimension != ()


@pytest.mark.parametrize(
    "unit", ["mu", "t", "a", "G", "人", "m", "unified_atomic_mass_unit", "degC"]
)
def test_only_the_units_of_the_project_exist(unit: str) -> None:
    with pytest.raises(UndefinedUnitError):
        measure(unit)
    fresh = registry.__wrapped__()  # one in use also keeps the units that it has put together
    assert set(fresh._units) - {"", "dimensionless", "count", "radian"} == DEFINED


@pytest.mark.parametrize(
    "printed", ["a", "G", "mu2", "", "万", "人/", "/人", "人人", "5人", "人口数", "m" * 201]
)
def test_what_is_no_unit_is_not_read_as_one(printed: str) -> None:
    assert read_unit(printed) is None


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("万人", (10_000, "person")),
        ("亿元", (100_000_000, "CNY")),
        ("万亿元", (10**12, "CNY")),
        (" 人次 ", (1, "person_time")),
        ("％", (1, "percent")),
        ("million people", (1_000_000, "person")),
        ("元/人", (1, "CNY/person")),
        ("元/人·月", (1, "CNY/person/month")),
        ("元/（人·月）", (1, "CNY/person/month")),
        ("万度", (10_000, "kilowatt_hour")),
        ("度", (1, "kilowatt_hour")),
        ("元/度", (1, "CNY/kilowatt_hour")),
        ("/10万", (1, "1/hundred_thousand_population")),
        ("1/10万", (1, "1/hundred_thousand_population")),
        ("十万分之一", (1, "1/hundred_thousand_population")),
        ("每10万人", (1, "1/hundred_thousand_population")),
        ("人/10万", (1, "person/hundred_thousand_population")),
        ("例/10万", (1, "case/hundred_thousand_population")),
        ("万人年", (10_000, "person_year")),
        ("万标准机架", (10_000, "item")),
        ("per 100,000", (1, "1/hundred_thousand_population")),
        ("per 1,000 people", (1, "1/thousand_population")),
        ("per thousand", (1, "1/thousand_population")),
    ],
)
def test_a_scale_may_stand_before_a_unit(printed: str, known: tuple[int, str]) -> None:
    assert read_unit(printed) == known


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("mu_of_land", "square_meter", True),
        ("percent", "permille", True),
        ("year", "month", True),
        ("CNY/person", "CNY/person", True),
        ("person", "person_time", False),
        ("person", "household", False),
        ("item", "establishment", False),
        ("percent", "percentage_point", False),
        ("CNY", "USD", False),
        ("kilowatt", "kilowatt_hour", False),
        ("tonne", "tonne_of_coal_equivalent", False),
        ("day", "month", False),
        ("CNY/person", "CNY", False),
        ("square_meter", "cubic_meter", False),
        ("", "person", False),
    ],
)
def test_unlike_units_are_not_compared(one: str, other: str, alike: bool) -> None:
    assert comparable(one, other) is alike
    assert comparable(other, one) is alike


def test_no_unit_is_a_bare_number() -> None:
    assert measure("") == NUMBER == (Fraction(1), ())
    assert base_unit(()) == "1"


@pytest.mark.parametrize(
    ("unit", "base"),
    [("hectare", "square_meter"), ("liter", "cubic_meter"), ("kilowatt_hour", "hour*kilowatt")],
)
def test_base_units_have_readable_names(unit: str, base: str) -> None:
    assert base_unit(measure(unit).dimension) == base


@pytest.mark.parametrize(
    ("unit", "other", "told"),
    [
        ("克标准煤/千瓦时", "克/千瓦时", "gram/kilowatt_hour"),
        ("克/千瓦时", "克标准煤/千瓦时", "gram_of_coal_equivalent/kilowatt_hour"),
        ("吨/万元", "吨标准煤/万元", "tonne_of_coal_equivalent/ten_thousand_CNY"),
        ("千克/万元", "吨标准煤/万元", "kilogram_of_coal_equivalent/ten_thousand_CNY"),
        ("吨标准煤/万元", "元/吨", "tonne_of_coal_equivalent/ten_thousand_CNY"),
        ("吨标准煤", "吨", "tonne_of_coal_equivalent"),
        ("吨", "吨标准煤", "tonne_of_coal_equivalent"),
        ("吨/万元", "吨二氧化碳/万元", "tonne/ten_thousand_CNY"),
        ("立方米/万元", "吨标准煤/万元", "cubic_meter/ten_thousand_CNY"),
    ],
)
def test_what_is_used_for_each_of_something_is_coal_equivalent(
    unit: str, other: str, told: str
) -> None:
    one, two = read_unit(unit), read_unit(other)
    assert one is not None
    assert two is not None
    assert as_counted(one[1], two[1]) == told
