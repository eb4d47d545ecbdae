"""What a printed figure comes to in a year, how far a target is from its base, and shares.

All of it is exact. How many digits of it mean something is told beside it: `step` is the worth
of one unit in the last digit that can be known, `doubt` half the width of what rounding leaves open.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from auditor.facts import Fact

_HUNDRED: Final = Fraction(100)
_NOTHING: Final = Fraction(0)


class Mean(NamedTuple):
    """What a flow comes to in a year, in base units; two ends for a range."""

    ends: tuple[Fraction, ...]
    step: Fraction


class Percentage(NamedTuple):
    """A quotient in per cent, and how far rounding may have put it off."""

    value: Fraction
    doubt: Fraction


class Change(NamedTuple):
    """How far a target is from the result that it starts from, for a flow in a year.

    `ends` are differences in base units, two for a range; `relative` the same in per cent of
    the base, none for a rate, a change, or a base that is not positive.
    """

    base: Fact
    ends: tuple[Fraction, ...]
    step: Fraction
    relative: tuple[Percentage, ...]


def amounts(fact: Fact) -> tuple[Fraction, ...]:
    """Return the amount of a figure in base units, both ends of a range; none of words."""
    if not fact.figure.numeric:
        return ()
    return tuple(number.value * fact.measure.factor for number in fact.figure.numbers)


def yearly_mean(fact: Fact, kind: str) -> Mean | None:
    """Return what a flow over several years comes to in a year, None where that is not stated."""
    period, basis = fact.key.period, fact.key.basis
    if kind != "flow" or not basis or fact.key.change or not fact.figure.numeric:
        return None
    if period is None or period.years == 1:
        return None
    years = period.years if basis == "cumulative" else 1
    return Mean(tuple(end / years for end in amounts(fact)), fact.step / years)


def change(target: Fact, base: Fact, kind: str) -> Change | None:
    """Return how far a target is from its base, None where the two are no two plain levels."""
    bounded = base.figure.bound != "=" or base.figure.kind != "number"
    if bounded or target.key.change or not target.figure.numeric:
        return None
    mean = yearly_mean(target, kind)
    if mean is None and kind == "flow" and target.key.basis != "annual":
        return None
    ends, step = mean or Mean(amounts(target), target.step)
    relative: tuple[Percentage, ...] = ()
    if kind in ("flow", "stock") and base.value > 0:
        relative = tuple(_growth(end, target, base) for end in ends)
    steps = [each for each in (step, base.step) if each > 0]
    return Change(
        base, tuple(end - base.value for end in ends), min(steps, default=Fraction(0)), relative
    )


def share(parts: Sequence[Fact], whole: Fact) -> Percentage | None:
    """Return parts in per cent of a whole, as printed; None of a whole that is not positive."""
    total = sum((part.value for part in parts), _NOTHING)
    error = sum((part.radius for part in parts), _NOTHING)
    return _quotient(total, error, whole.value, whole.radius) if whole.value > 0 else None


def portion(part: Fact, wholes: Sequence[Fact]) -> Percentage | None:
    """Return a part in per cent of the sum of all; None of a sum that is not positive."""
    total = sum((each.value for each in wholes), _NOTHING)
    error = sum((each.radius for each in wholes), _NOTHING)
    return _quotient(part.value, part.radius, total, error) if total > 0 else None


def _growth(end: Fraction, target: Fact, base: Fact) -> Percentage:
    """Return by how much an end of a target, or its yearly mean, is above its base."""
    error = target.radius * abs(end / target.value) if target.value else _NOTHING
    found = _quotient(end, error, base.value, base.radius)
    return Percentage(found.value - _HUNDRED, found.doubt)


def _quotient(part: Fraction, error: Fraction, whole: Fraction, off: Fraction) -> Percentage:
    """Return a quotient in per cent with how far it may be off, each number being off so far."""
    doubt = (error + abs(part) * off / whole) / whole
    return Percentage(part / whole * _HUNDRED, doubt * _HUNDRED)
