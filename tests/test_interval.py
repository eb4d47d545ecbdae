"""Intervals: every operation against the numbers that the intervals hold."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.interval import Interval

F = Fraction
# A grid that holds every end an interval is drawn from, what lies between, and beyond.
GRID = [F(n, 4) for n in range(-40, 41)]
NEAR = [F(n, 4) for n in range(-16, 17)]
END = st.none() | st.integers(-3, 3).map(Fraction)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(END), draw(END)
    if low is not None and high is not None and low > high:
        low, high = high, low
    if low is not None and low == high:
        return Interval.point(low)
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def inside(interval: Interval, grid: list[Fraction]) -> list[Fraction]:
    return [number for number in grid if _lies_in(number, interval)]


def _lies_in(number: Fraction, interval: Interval) -> bool:
    low, high = interval.low, interval.high
    above = low is None or number > low or (interval.low_closed and number == low)
    return above and (high is None or number < high or (interval.high_closed and number == high))


def shape(interval: Interval | None) -> str:
    if interval is None:
        return "none"
    low = "(-∞" if interval.low is None else "(["[interval.low_closed] + str(interval.low)
    high = "∞)" if interval.high is None else str(interval.high) + ")]"[interval.high_closed]
    return f"{low},{high}"


def of(text: str) -> Interval:
    low, high = text[1:-1].split(",")
    return Interval(
        None if "∞" in low else F(low),
        None if "∞" in high else F(high),
        text[0] == "[",
        text[-1] == "]",
    )


@given(intervals(), intervals())
def test_two_intervals_meet_when_a_number_lies_in_both(one: Interval, other: Interval) -> None:
    assert one.meets(other) == bool(set(inside(one, GRID)) & set(inside(other, GRID)))
    assert one.meets(other) == other.meets(one)


@given(intervals(), st.sampled_from(GRID))
def test_an_interval_holds_what_lies_in_it(interval: Interval, number: Fraction) -> None:
    assert interval.holds(number) == _lies_in(number, interval)


@given(intervals(), intervals())
def test_one_lies_within_the_other_when_all_its_numbers_do(one: Interval, other: Interval) -> None:
    assert one.within(other) == (set(inside(one, GRID)) <= set(inside(other, GRID)))


@given(intervals(), intervals())
def test_a_hull_holds_both_and_no_more(one: Interval, other: Interval) -> None:
    found = inside(one, GRID) + inside(other, GRID)
    assert inside(one.hull(other), GRID) == [n for n in GRID if min(found) <= n <= max(found)]


@given(intervals(), intervals())
def test_sums_and_differences_hold_what_can_come_out(one: Interval, other: Interval) -> None:
    a, b = inside(one, NEAR), inside(other, NEAR)
    total, difference = one + other, one - other
    assert all(total.holds(x + y) and difference.holds(x - y) for x, y in product(a, b))
    assert all(_made(number, one, other) for number in inside(total, NEAR))


def _made(number: Fraction, one: Interval, other: Interval) -> bool:
    """Return whether `number` is a sum of numbers of both: `number - other` reaches into `one`."""
    turned = Interval(
        None if other.high is None else number - other.high,
        None if other.low is None else number - other.low,
        other.high_closed,
        other.low_closed,
    )
    return turned.meets(one)


@given(intervals(), intervals())
def test_a_product_holds_what_can_come_out(one: Interval, other: Interval) -> None:
    found = one * other
    products = [x * y for x, y in product(inside(one, NEAR), inside(other, NEAR))]
    assert all(found.holds(number) for number in products)
    assert all(
        end is None or not closed or end in products
        for end, closed in ((found.low, found.low_closed), (found.high, found.high_closed))
    )


@given(intervals(), intervals())
def test_a_product_reaches_no_further_than_its_factors(one: Interval, other: Interval) -> None:
    found = one * other
    bounded = None not in (one.low, one.high, other.low, other.high)
    if bounded:
        assert found.low is not None
        assert found.high is not None
        near = [i * j for i, j in product(_ends(one), _ends(other))]
        assert min(near) - found.low < F(1, 100)
        assert found.high - max(near) < F(1, 100)


def _ends(interval: Interval) -> list[Fraction]:
    """Return numbers of a bounded interval as near to its ends as makes no difference here."""
    assert interval.low is not None
    assert interval.high is not None
    bit = min(F(1, 1000), interval.high - interval.low) / 2
    return [interval.low + bit, interval.high - bit]


@given(intervals(), st.integers(-3, 3))
def test_scaling_multiplies_every_number(interval: Interval, factor: int) -> None:
    scaled = interval.scaled(factor)
    assert all(scaled.holds(number * factor) for number in inside(interval, NEAR))
    if factor:
        assert inside(scaled.scaled(F(1, factor)), GRID) == inside(interval, GRID)


@given(intervals())
def test_an_inverse_holds_every_reciprocal(interval: Interval) -> None:
    found = interval.inverse()
    if interval.holds(0):
        assert found is None
    elif found is not None:
        assert all(found.holds(1 / number) for number in inside(interval, GRID))
        assert all(interval.holds(1 / number) for number in inside(found, GRID))


@given(intervals())
def test_turning_twice_changes_nothing(interval: Interval) -> None:
    turned = -interval
    assert inside(-turned, GRID) == inside(interval, GRID)
    assert inside(turned, GRID) == sorted(-number for number in inside(interval, GRID))


@pytest.mark.parametrize(
    ("one", "other", "total", "difference", "times"),
    [
        ("[1,2]", "[3,4]", "[4,6]", "[-3,-1]", "[3,8]"),
        ("[1,2)", "[3,4]", "[4,6)", "[-3,-1)", "[3,8)"),
        ("(1,2]", "[3,4]", "(4,6]", "(-3,-1]", "(3,8]"),
        ("[1,2]", "[3,4)", "[4,6)", "(-3,-1]", "[3,8)"),
        ("[-1,2)", "[-3,4]", "[-4,6)", "[-5,5)", "(-6,8)"),
        ("[0,2)", "(3,4]", "(3,6)", "[-4,-1)", "[0,8)"),
        ("(0,2)", "[3,4]", "(3,6)", "(-4,-1)", "(0,8)"),
        ("[1,∞)", "[3,4)", "[4,∞)", "(-3,∞)", "[3,∞)"),
        ("(-∞,∞)", "[0,0]", "(-∞,∞)", "(-∞,∞)", "[0,0]"),
        ("(-∞,2)", "[-3,-1]", "(-∞,1)", "(-∞,5)", "(-6,∞)"),
    ],
)
def test_open_and_closed_ends_are_kept_apart(
    one: str, other: str, total: str, difference: str, times: str
) -> None:
    a, b = of(one), of(other)
    assert (shape(a + b), shape(a - b), shape(a * b)) == (total, difference, times)


@pytest.mark.parametrize(
    ("interval", "inverse"),
    [
        ("[2,4)", "(1/4,1/2]"),
        ("(2,4]", "[1/4,1/2)"),
        ("[-4,-2)", "(-1/2,-1/4]"),
        ("(0,4]", "[1/4,∞)"),
        ("[-4,0)", "(-∞,-1/4]"),
        ("[2,∞)", "(0,1/2]"),
        ("(-∞,-2]", "[-1/2,0)"),
        ("(0,∞)", "(0,∞)"),
        ("[0,4]", "none"),
        ("[-1,1]", "none"),
        ("(-∞,∞)", "none"),
    ],
)
def test_an_inverse_turns_the_ends_round(interval: str, inverse: str) -> None:
    assert shape(of(interval).inverse()) == inverse


@pytest.mark.parametrize(
    ("interval", "factor", "scaled"),
    [
        ("[1,2)", F(-2), "(-4,-2]"),
        ("(1,2]", F(1, 2), "(1/2,1]"),
        ("[1,∞)", F(-1), "(-∞,-1]"),
        ("(1,2)", F(0), "[0,0]"),
    ],
)
def test_a_negative_factor_swaps_the_ends(interval: str, factor: Fraction, scaled: str) -> None:
    assert shape(of(interval).scaled(factor)) == scaled


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("[1,2]", "[2,3]", True),
        ("[1,2)", "[2,3]", False),
        ("[1,2]", "(2,3]", False),
        ("(1,2)", "(1,2)", True),
        ("(-∞,2]", "[2,∞)", True),
        ("[1,2]", "[3,4]", False),
    ],
)
def test_touching_intervals_meet_only_where_both_are_closed(
    one: str, other: str, meet: bool
) -> None:
    assert of(one).meets(of(other)) is meet
