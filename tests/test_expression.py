"""Expressions over figures: enclosed exactly where they are monotone, never too narrowly."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.compare.claims import evaluate, finder
from auditor.compare.expression import (
    Constant,
    Divides,
    Expression,
    Product,
    Quotient,
    Sum,
    Variable,
    enclosure,
)
from auditor.interval import Interval
from tests.sheets import plan

F = Fraction
A, B = Variable(0), Variable(1)


def box(*ends: tuple[int | str, int | str]) -> dict[int, Interval]:
    return {key: Interval(F(low), F(high)) for key, (low, high) in enumerate(ends)}


def test_growth_is_exact_although_the_base_occurs_twice() -> None:
    growth = Quotient(Sum(B, A, -1), A)
    assert enclosure(growth, box((100, 110), (150, 160))) == Interval(F(4, 11), F(3, 5))
    assert enclosure(growth, box((100, 110), (100, 110))) == Interval(F(-1, 11), F(1, 10))


def test_a_share_of_a_total_is_exact_although_the_part_occurs_twice() -> None:
    share = Quotient(A, Sum(A, B, 1))
    assert enclosure(share, box((1, 2), (3, 4))) == Interval(F(1, 5), F(2, 5))


def test_a_corner_is_open_where_its_end_is() -> None:
    ends = {0: Interval(F(1), F(2), low_closed=False), 1: Interval(F(3), F(4), high_closed=False)}
    assert enclosure(Product(A, B), ends) == Interval(F(3), F(8), False, False)
    assert enclosure(Quotient(A, B), ends) == Interval(F(1, 4), F(2, 3), False, True)


def test_an_end_that_does_not_matter_leaves_zero_attained() -> None:
    ends = {0: Interval(F(1), F(2), False, False), 1: Interval(F(0), F(1))}
    assert enclosure(Product(A, B), ends) == Interval(F(0), F(2), True, False)


def test_without_bound_there_is_no_end() -> None:
    ends = {0: Interval(F(2), None), 1: Interval(F(1), F(4))}
    assert enclosure(Product(A, B), ends) == Interval(F(2), None)


def test_a_divisor_that_may_be_zero_is_refused() -> None:
    with pytest.raises(Divides):
        enclosure(Quotient(A, B), box((1, 2), (-1, 1)))


_LEAVES = st.sampled_from([A, B, Variable(2)]) | st.integers(-5, 5).map(
    lambda value: Constant(Interval.point(value))
)
_TREES = st.recursive(
    _LEAVES,
    lambda inner: (
        st.builds(Sum, inner, inner, st.sampled_from([1, -1]))
        | st.builds(Product, inner, inner)
        | st.builds(Quotient, inner, inner)
    ),
    max_leaves=6,
)


def value(tree: Expression, at: dict[int, Fraction]) -> Fraction:
    """Return what an expression comes to where every figure is one number."""
    match tree:
        case Constant(interval):
            assert interval.low is not None
            return interval.low
        case Variable(key):
            return at[key]
    left, right = value(tree.left, at), value(tree.right, at)
    match tree:
        case Sum(sign=sign):
            return left + sign * right
        case Product():
            return left * right
    return left / right


@given(_TREES, st.lists(st.tuples(st.integers(-9, 9), st.integers(0, 9)), min_size=3, max_size=3))
def test_no_value_lies_outside(tree: Expression, ends: list[tuple[int, int]]) -> None:
    here = box(*((low, low + width) for low, width in ends))
    try:
        found = enclosure(tree, here)
    except Divides:
        return
    chance = random.Random(0)
    for _ in range(12):
        at = {
            key: low + F(chance.randint(0, 4) * width, 4) for key, (low, width) in enumerate(ends)
        }
        assert found.holds(value(tree, at))


@pytest.mark.parametrize(
    ("formula", "holds"),
    [
        ("rate = (new - old) / old", True),
        ("rate = new / old - 1", True),
        ("high = (new - old) / old", False),
        ("points = share_new - share_old", True),
        ("old * share_old + old * share_new = old * (share_old + share_new)", True),
    ],
)
def test_growth_points_and_products_are_claims(formula: str, holds: bool) -> None:
    found = plan(
        "text:\n"
        "  - {at: 一, id: old, says: 100万人}\n"
        "  - {at: 一, id: new, says: 146万人}\n"
        "  - {at: 一, id: rate, says: 46%}\n"
        "  - {at: 一, id: high, says: 48%}\n"
        "  - {at: 一, id: share_old, says: '38.52%'}\n"
        "  - {at: 一, id: share_new, says: 48%}\n"
        "  - {at: 一, id: points, says: 9.48个百分点}\n"
        f"claims:\n  - {{at: 一, holds: '{formula}'}}\n"
    )
    (outcome,) = evaluate(found.claims[0], finder(found))
    assert outcome.holds is holds
