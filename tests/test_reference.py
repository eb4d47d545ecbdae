"""Sums, weighted sums and restatements against a reference that only tries the corners.

The reference knows nothing of the auditor's intervals. It is told, by the generator of a
case, between which rational numbers each figure lies and which ends belong to it, and tries
all combinations of ends. An equation has a solution when the combinations lie on both sides
of it, or when one that is on it is made of ends that are all attained.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Final, NamedTuple

import pytest

from auditor.compare.claims import evaluate, finder
from auditor.compare.outcome import ClaimError
from auditor.compare.restate import Agreement, compare
from auditor.facts import Plan
from auditor.interval import Interval
from tests.sheets import plan, stated

F = Fraction
CASES: Final = 10_000
A_SHEET: Final = 100
# An end without bound, far beyond whatever the cases come to.
FAR: Final = F(10**15)


class Printed(NamedTuple):
    """A figure as printed, with what a sheet says of its precision, and its two ends."""

    says: str
    precision: str
    low: Fraction
    high: Fraction
    low_in: bool = True
    high_in: bool = True


def plain(chance: random.Random) -> tuple[str, Fraction, Fraction]:
    """Return a printed number, its value and the worth of one unit of its last digit."""
    places, scale, mark = chance.choice(
        ((0, 1, ""), (1, 1, ""), (2, 10_000, "万"), (0, 1_000, "千"))
    )
    digits = chance.randint(1, 400)
    text = f"{F(digits, 10**places).__float__():.{places}f}"
    return f"{text}{mark}", F(digits, 10**places) * scale, F(scale, 10**places)


def printed(chance: random.Random) -> Printed:
    """Return a figure of one of the forms whose two ends are known."""
    text, value, step = plain(chance)
    match chance.choice(("plain", "plain", "plain", "exact", "rounding", "bound", "near", "range")):
        case "exact":
            return Printed(text, ", exact: true", value, value)
        case "rounding":
            return Printed(text, ", rounding: 5", value - F(5, 2), value + F(5, 2))
        case "bound":
            word, low, high, closed = chance.choice(
                (("{}以上", value, FAR, True), ("超过{}", value, FAR, False),
                 ("{}以内", -FAR, value, True), ("低于{}", -FAR, value, False))
            )  # fmt: skip
            return Printed(word.format(text), "", low, high, closed, closed)
        case "near":
            return Printed(f"近{text}", "", value * F(9, 10), value, True, False)
        case "range":
            return Printed(f"{text}—{text}", "", value, value)
    return Printed(text, "", value - step / 2, value + step / 2)


def solvable(figures: list[Printed], weights: list[Fraction], relation: str) -> bool:
    """Return whether Σ weight × figure stands in the relation to zero for some values."""
    corners = []
    for ends in product((0, 1), repeat=len(figures)):
        total, attained = F(0), True
        for figure, weight, end in zip(figures, weights, ends, strict=True):
            total += weight * (figure.high if end else figure.low)
            attained &= not weight or (figure.high_in if end else figure.low_in)
        corners.append((total, attained))
    lowest, highest = min(total for total, _ in corners), max(total for total, _ in corners)
    reaches = any(attained for total, attained in corners if total == 0)
    if relation == "<=":
        return lowest < 0 or reaches
    if relation == "<":
        return lowest < 0
    return lowest < 0 < highest or reaches


class Case(NamedTuple):
    figures: list[Printed]
    weights: list[Fraction]
    relation: str


def cases(chance: random.Random, count: int) -> Iterator[Case]:
    for _ in range(count):
        figures = [printed(chance) for _ in range(chance.randint(2, 4))]
        weights = [chance.choice((F(1), F(-1), F(2), F(-3), F(1, 2), F(-9, 10))) for _ in figures]
        if chance.random() < 0.5:  # bring the equation near its edge
            figures[0] = edge(figures, weights, chance) or figures[0]
        yield Case(figures, weights, chance.choice(("=", "=", "<=", "<")))


def edge(figures: list[Printed], weights: list[Fraction], chance: random.Random) -> Printed | None:
    """Return a number that makes the ends of the others add up to zero, if it can be printed."""
    others = zip(figures[1:], weights[1:], strict=True)
    rest = sum((weight * chance.choice((f.low, f.high)) for f, weight in others), F(0))
    value = -rest / weights[0]
    tenths = value * 10
    if tenths.denominator != 1 or not 0 < value < 10**9:
        return None
    text = f"{value.numerator // value.denominator}.{abs(tenths.numerator) % 10}"
    kind = chance.choice(("exact", "以上", "低于"))
    if kind == "exact":
        return Printed(text, ", exact: true", value, value)
    if kind == "以上":
        return Printed(f"{text}以上", "", value, FAR)
    return Printed(f"低于{text}", "", -FAR, value, False, False)


def sheet_of(batch: list[Case]) -> Plan:
    lines, claims = [], []
    for number, case in enumerate(batch):
        terms = []
        for at, (figure, weight) in enumerate(zip(case.figures, case.weights, strict=True)):
            name = f"c{number}_{at}"
            lines.append(f"  - {{at: 一, id: {name}, says: '{figure.says}'{figure.precision}}}")
            terms.append(f"{weight.numerator} * {name} / {weight.denominator}")
        formula = " + ".join(terms).replace("+ -", "- ")
        claims.append(f"  - {{at: 一, holds: '{formula} {case.relation} 0'}}")
    return plan("text:\n" + "\n".join(lines) + "\nclaims:\n" + "\n".join(claims) + "\n")


def test_weighted_sums_agree_with_the_reference() -> None:
    chance = random.Random(20211230)
    held = 0
    for _ in range(CASES // A_SHEET):
        batch = list(cases(chance, A_SHEET))
        found = sheet_of(batch)
        assert found.faults_by_kind == {}
        for case, claim in zip(batch, found.claims, strict=True):
            (outcome,) = evaluate(claim, finder(found))
            assert outcome.holds is solvable(case.figures, case.weights, case.relation), claim
            held += outcome.holds
    assert CASES // 5 < held < CASES * 4 // 5  # both answers are put to the test


def test_restatements_agree_with_the_reference() -> None:
    chance = random.Random(20220704)
    held = 0
    for _ in range(CASES // A_SHEET):
        pairs = [(restated(chance), restated(chance)) for _ in range(A_SHEET)]
        found = stated(
            *(
                f"indicator: people, role: actual, time: 2020, says: '{each.says}'{each.precision}"
                for pair in pairs
                for each in pair
            )
        )
        for number, (one, other) in enumerate(pairs):
            agreement = compare(found.facts[2 * number], found.facts[2 * number + 1])
            as_wide = one.high - one.low == other.high - other.low
            same = one == other or one.low == other.low if as_wide else touch(one, other)
            assert (agreement is Agreement.SAME) is same, (one, other)
            held += same
    assert CASES // 20 < held < CASES * 19 // 20


def restated(chance: random.Random) -> Printed:
    """Return a plain number near a hundred, printed in one of several precisions."""
    places, scale, mark = chance.choice(((0, 1, ""), (1, 1, ""), (2, 100, "百"), (0, 10, "十")))
    digits = chance.randint(98 * 10**places // scale, 102 * 10**places // scale)
    value, step = F(digits * scale, 10**places), F(scale, 10**places)
    text = f"{digits / 10**places:.{places}f}{mark}"
    match chance.choice(("plain", "plain", "exact", "rounding")):
        case "exact":
            return Printed(text, ", exact: true", value, value)
        case "rounding":
            return Printed(text, ", rounding: 5", value - F(5, 2), value + F(5, 2))
    return Printed(text, "", value - step / 2, value + step / 2)


def touch(one: Printed, other: Printed) -> bool:
    return one.low <= other.high and other.low <= one.high


def test_a_total_below_eleven_conflicts_with_an_item_of_eleven() -> None:
    found = plan(
        "text:\n"
        "  - {at: 一, id: total, says: 大于等于10且小于11}\n"
        "  - {at: 一, id: item, says: 11, exact: true}\n"
        "  - {at: 一, id: less, says: '10.9', exact: true}\n"
        "claims:\n"
        "  - {at: 一, whole: total, parts: [item]}\n"
        "  - {at: 一, whole: total, parts: [less]}\n"
    )
    assert [evaluate(claim, finder(found))[0].holds for claim in found.claims] == [False, True]


def test_a_subtracted_interval_swaps_its_open_and_closed_ends() -> None:
    half_open = Interval(F(10), F(11), high_closed=False)
    assert Interval.point(20) - half_open == Interval(F(9), F(10), low_closed=False)
    found = plan(
        "text:\n"
        "  - {at: 一, id: a, says: 20, exact: true}\n"
        "  - {at: 一, id: b, says: 大于等于10且小于11}\n"
        "  - {at: 一, id: nine, says: 9, exact: true}\n"
        "  - {at: 一, id: ten, says: 10, exact: true}\n"
        "claims:\n"
        "  - {at: 一, holds: a - b = nine}\n"
        "  - {at: 一, holds: a - b = ten}\n"
    )
    assert [evaluate(claim, finder(found))[0].holds for claim in found.claims] == [False, True]


@pytest.mark.parametrize("says", [("100", "500"), ("500", "100"), ("100", "500", "100")])
def test_one_item_printed_as_100_and_as_500_conflicts_in_any_order(says: tuple[str, ...]) -> None:
    found = stated(*(f"indicator: people, role: actual, time: 2020, says: {s}" for s in says))
    assert any(
        compare(one, other) is Agreement.CONFLICT for one in found.facts for other in found.facts
    )


def test_a_claim_beyond_all_bounds_is_refused_and_not_guessed() -> None:
    found = plan("text:\n  - {at: 一, id: a, says: 0}\nclaims:\n  - {at: 一, holds: 1 / a = 5}\n")
    with pytest.raises(ClaimError):
        evaluate(found.claims[0], finder(found))
