"""Rates of a population that leave out what is counted: 12.5/10万 beside 12.5例/10万, 25 per 1,000 beside 25‰."""

from __future__ import annotations

from functools import cache
from typing import Final

from auditor import units
from auditor.facts.records import Fact
from auditor.figure.words import units as words

_UNCOUNTED: Final = "1"
_POPULATION: Final = "population"
_PER_THOUSAND: Final = f"1/thousand_{_POPULATION}"
_PERMILLE: Final = "permille"


@cache
def told_as(unit: str, other: str) -> str:
    """Return a rate that leaves out what is counted as one of what `other` counts, any other as it is."""
    over, _, per = unit.partition("/")
    if over != _UNCOUNTED or not per.endswith(_POPULATION):
        return unit
    if unit == _PER_THOUSAND and units.comparable(other, _PERMILLE):
        return _PERMILLE
    counted = units.counted_in(other)
    told = f"{counted}/{per}"
    return told if counted in words.COUNTED and units.comparable(told, other) else unit


def may_be_one(unit: str) -> bool:
    """Return whether amounts in a unit may be rates of a population."""
    return unit == _PERMILLE or unit.endswith(_POPULATION)


def as_indicator(unit: str, own: str) -> str:
    """Return a rate of a population with or without what is counted, as its indicator's own unit is."""
    told = told_as(unit, own)
    if told != unit or not alike(unit, own):
        return told
    return own if unit == _PERMILLE else f"{_UNCOUNTED}/{unit.partition('/')[2]}"


def told(one: Fact, other: Fact) -> tuple[Fact, Fact]:
    """Return two facts, a rate that leaves out what is counted as one of what the other counts."""
    if one.unit == other.unit or not alike(one.unit, other.unit):
        return one, other
    names = told_as(one.unit, other.unit), told_as(other.unit, one.unit)
    return one.recounted(names[0]), other.recounted(names[1])


def alike(one: str, other: str) -> bool:
    """Return whether one of two units is a rate that only leaves out what the other counts."""
    return told_as(one, other) != one or told_as(other, one) != other


@cache
def unsaid(one: str, other: str) -> bool:
    """Return whether one of two units lacks what may go unsaid: what it is per (元, 元/人), or counts."""
    return alike(one, other) or words.unsaid(one, other)
