"""Amounts in a formula: expressions over facts, with coefficients where they are linear."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from auditor.compare.expression import Constant, Expression
from auditor.figure.words import units as words
from auditor.interval import Interval
from auditor.units import base_unit

Powers = tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Form:
    """An amount: as an expression over facts, and its coefficients by fact where it is linear.

    `rest` is what is constant in a linear form, None where the form is not linear; `product`
    tells whether unlike amounts have been multiplied or divided in it, `free` whether a plain
    number has multiplied or divided one, which may itself stand for an amount with a unit; of a
    number by itself, whether it is such a one and not per cent.
    """

    expression: Expression
    terms: dict[int, Fraction]
    rest: Interval | None
    dimension: Powers | None = None
    product: bool = False
    free: bool = False


class Unlike(Exception):  # noqa: N818 - not an error of anyone's, only a way out
    """Amounts that cannot be added or compared."""


def constant(
    value: Fraction, dimension: Powers | None = None, *, product: bool = False, free: bool = False
) -> Form:
    """Return a number as a form."""
    interval = Interval.point(value)
    return Form(Constant(interval), {}, interval, dimension, product, free)


def number(form: Form) -> Fraction | None:
    """Return the one number that a form without facts stands for."""
    rest = form.rest
    if form.terms or rest is None or rest.low is None or rest.low != rest.high:
        return None
    return rest.low


def is_free(left: Form, right: Form, *, factor: bool) -> bool:
    """Return whether a plain number has multiplied or divided what two forms are put together to.

    `factor` tells whether one of the two does so to the other.
    """
    amounts = [form for form in (left, right) if number(form) is None]
    if not amounts:
        return left.free and right.free
    return any(form.free for form in ((left, right) if factor else amounts))


def unit_of(form: Form) -> str:
    """Return the base unit of an amount; empty for a bare number or per cent, and for a product."""
    return base_unit(form.dimension) if form.dimension and not form.product else ""


def inverse(dimension: Powers | None) -> Powers | None:
    """Return the dimension of one over an amount; None is that of a bare number."""
    return None if dimension is None else tuple((name, -power) for name, power in dimension)


def times(one: Powers | None, other: Powers | None) -> Powers | None:
    """Return the dimension of a product."""
    if one is None or other is None:
        return other if one is None else one
    total: dict[str, int] = dict(one)
    for name, power in other:
        total[name] = total.get(name, 0) + power
    return tuple(sorted((name, power) for name, power in total.items() if power))


def uncounted(dimension: Powers) -> Powers:
    """Return a dimension without what only counts."""
    return tuple(power for power in dimension if power[0] not in words.COUNTED)
