"""What children come to together, and what their parent's target asks of that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Final, NamedTuple

from auditor.compare.summary import Summary
from auditor.facts import Fact
from auditor.interval import Interval
from auditor.wording import Wording

# By what is multiplied what need not be: at the least and most, and as printed.
_ONCE: Final = Interval.point(1), Fraction(1)


def side(parent: Fact, better: str) -> str:
    """Return what a parent's figure is to its children: ceiling, floor, or an empty text."""
    bound = parent.figure.bound
    if bound == "=":
        return {"less": "ceiling", "more": "floor"}.get(better, "")
    return "ceiling" if bound in ("<", "<=") else "floor"


def is_amount(fact: Fact) -> bool:
    """Return whether a fact states an amount that others can be added to."""
    return fact.figure.numeric and not fact.key.change


def sizes(plan: Summary) -> Mapping[str, Fact]:
    """Return how large a plan's children are, nothing when one of the sizes is no amount."""
    return plan.weights if all(map(is_amount, plan.weights.values())) else {}


def stated(facts: Iterable[Fact]) -> Interval:
    """Return what the numbers of facts may come to together."""
    return reduce(add, (fact.stated for fact in facts), Interval.point(0))


def printed(facts: Iterable[Fact]) -> Fraction:
    """Return what the numbers of facts come to as printed."""
    return sum((fact.value for fact in facts), Fraction(0))


class Sum(NamedTuple):
    """A parent's additive target with those of its children that state it; `complete` when all do.

    `better` is the indicator's good direction. `weights` holds how large the children are, by
    plan id, where the parent tells it.
    """

    parent: Fact
    children: tuple[Fact, ...]
    complete: bool
    name: Wording
    better: str
    weights: Mapping[str, Fact]

    @property
    def is_ceiling(self) -> bool:
        """Return whether the parent's figure is not to be exceeded; else it is to be reached."""
        return side(self.parent, self.better) == "ceiling"

    @property
    def limit(self) -> Interval:
        """Return the sums that the parent's figure admits."""
        if not self.is_ceiling:
            return Interval(self.parent.stated.low, None)
        bound = self.parent.figure.bound != "="
        return self.parent.allowed if bound else Interval(None, self.parent.stated.high)

    @property
    def total(self) -> Fraction:
        """Return what the children's figures come to as printed."""
        return printed(self.children)

    def reckoned(self, policy: str) -> tuple[Interval, bool]:
        """Return what the children come to, and whether that is all of them.

        The policy says what is made of children that are missing: undecided, zero, or
        by-weight, as much for their size as the others state.
        """
        total, growth = stated(self.children), self._growth(policy)
        return (total, False) if growth is None else (total * growth[0], True)

    def off(self, policy: str) -> Fraction:
        """Return how far the children are above the parent's figure as printed; below zero, short of it."""
        total = self.total * (self._growth(policy) or _ONCE)[1]
        parent = self.parent
        limit = Interval(None, parent.upper) if self.is_ceiling else Interval(parent.value, None)
        return (Interval.point(total) - limit).nearest

    def verdict(self, policy: str = "undecided") -> str:
        """Return whether the children together are short, over, enough or undecided.

        Children that are missing leave it undecided, unless those known decide it alone.
        """
        summed, all_told = self.reckoned(policy)
        return self.judged(summed, all_told=all_told)

    def judged(self, summed: Interval, *, all_told: bool) -> str:
        """Return the verdict on what the children come to, which may not be all of them."""
        if not summed.meets(self.limit) and (all_told or self.is_ceiling):
            return "over" if self.is_ceiling else "short"
        reached = not self.is_ceiling and summed.low is not None and summed.low >= self.parent.value
        return "enough" if all_told or reached else "undecided"

    def _growth(self, policy: str) -> tuple[Interval, Fraction] | None:
        """Return by what the children known are to be multiplied to stand for all; None where none can say."""
        if self.complete or policy == "zero":
            return _ONCE
        plans = {child.origin.plan for child in self.children}
        if policy != "by-weight" or not plans <= self.weights.keys():
            return None
        known, missing = (
            [fact for plan, fact in self.weights.items() if (plan in plans) is there]
            for there in (True, False)
        )
        share = stated(known).inverse()
        if share is None:
            return None
        return _ONCE[0] + stated(missing) * share, 1 + printed(missing) / printed(known)
