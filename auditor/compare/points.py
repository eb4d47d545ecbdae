"""Percentage points where per cent belongs, and per cent where points do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from auditor.compare.claims import outcomes
from auditor.compare.expression import Constant, Expression, Product, Quotient, Sum, Variable
from auditor.compare.outcome import Outcome
from auditor.facts import Fact, Plan
from auditor.figure.words.context import MEASURED_SHARES
from auditor.interval import Interval

_ONE: Final = Constant(Interval.point(1))


class Difference(NamedTuple):
    """A change printed in per cent that a claim makes the difference between two rates."""

    change: Fact
    one: Fact
    other: Fact


def in_points(outcome: Outcome) -> tuple[Fact, ...]:
    """Return the shares of one whole that are printed in percentage points."""
    if outcome.claim.kind != "shares" or outcome.unlike:
        return ()
    return tuple(fact for fact in outcome.facts if fact.unit == "percentage_point")


def shares_in_points(plan: Plan) -> Iterator[tuple[Fact, ...]]:
    """Return the shares of each claim that are printed in points, those printed rightly behind them."""
    for outcome in outcomes(plan):
        wrong = in_points(outcome)
        if wrong:
            yield *wrong, *(fact for fact in outcome.facts if fact not in wrong)


def rises_in_per_cent(plan: Plan) -> Iterator[Difference]:
    """Return the changes that are differences between two rates, though printed in per cent.

    Not those that are right as growth too: 5 % off 100 % is 5 points as well.
    """
    for outcome in outcomes(plan):
        if outcome.relation != "=" or not outcome.holds or len(outcome.facts) != 3:
            continue
        signs = _signs(outcome.expression, 1)
        if signs is None or len(signs) != 3:
            continue
        changes = [fact for fact in outcome.facts if _is_change(plan, fact)]
        rates = [fact for fact in outcome.facts if _is_rate(plan, fact)]
        if len(changes) == 1 and len(rates) == 2:
            rise = Difference(changes[0], *rates)
            opposite = sum(signs[id(rate)] for rate in rates) == 0
            if opposite and rise.one.key.subject == rise.other.key.subject and not _is_growth(rise):
                yield rise


def growths_in_points(plan: Plan) -> Iterator[tuple[Fact, Fact]]:
    """Return each growth that is printed in points, with the amount that a claim lets grow by it.

    That is where the claim multiplies an amount, and no rate, by 1 + growth or 1 − growth.
    """
    for outcome in outcomes(plan):
        if outcome.relation != "=" or not outcome.holds:
            continue
        facts = {id(fact): fact for fact in outcome.facts}
        for base, growth in _grown(outcome.expression):
            one, other = facts.get(base), facts.get(growth)
            if one and other and _is_amount(plan, one) and other.base_unit == "percentage_point":
                yield other, one


def _grown(expression: Expression) -> Iterator[tuple[int, int]]:
    """Return every two figures a and c of which an expression makes a × (1 ± c)."""
    if not isinstance(expression, Sum | Product | Quotient):
        return
    left, right = expression.left, expression.right
    if isinstance(expression, Product):
        for one, other in ((left, right), (right, left)):
            growth = _growth(other)
            if isinstance(one, Variable) and growth is not None:
                yield one.key, growth
    yield from _grown(left)
    yield from _grown(right)


def _growth(expression: Expression) -> int | None:
    """Return the figure c of 1 + c, c + 1 or 1 − c, as a number or a ratio; None of anything else."""
    if not isinstance(expression, Sum):
        return None
    one, other = expression.left, expression.right
    if one != _ONE and expression.sign > 0:
        one, other = other, one
    if isinstance(other, Product) and isinstance(other.left, Constant):
        other = other.right
    return other.key if one == _ONE and isinstance(other, Variable) else None


def _is_amount(plan: Plan, fact: Fact) -> bool:
    return bool(fact.unit) and fact.unit not in MEASURED_SHARES and plan.kind(fact) != "rate"


def _signs(expression: Expression, sign: int) -> dict[int, int] | None:
    """Return the sign of each figure in a plain sum of figures, None of anything else."""
    if isinstance(expression, Variable):
        return {expression.key: sign}
    if not isinstance(expression, Sum):
        return None
    left, right = _signs(expression.left, sign), _signs(expression.right, sign * expression.sign)
    return None if left is None or right is None or left.keys() & right.keys() else left | right


def _is_change(plan: Plan, fact: Fact) -> bool:
    return fact.unit == "percent" and bool(fact.key.change or plan.kind(fact) == "change")


def _is_rate(plan: Plan, fact: Fact) -> bool:
    level = not fact.key.change and plan.kind(fact) in ("rate", "")
    return level and fact.unit == "percent" and fact.figure.kind == "number"


def _is_growth(rise: Difference) -> bool:
    """Return whether the change may be the growth from one of the rates to the other, too."""
    change, difference = rise.change.stated, rise.one.stated - rise.other.stated
    for base in (rise.one, rise.other):
        share = base.stated.inverse()
        if share is None:
            return True
        growth = (difference * share).scaled(100)
        if growth.meets(change) or growth.meets(-change):
            return True
    return False
