"""What a plan allots to its children, and what their sizes would suggest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from typing import NamedTuple

from auditor.compare.rollup import Family, Run, SharedTarget, shared_with
from auditor.compare.summary import Summary
from auditor.facts import Fact
from auditor.figure import FigureError, read
from auditor.interval import Interval
from auditor.wording import Wording


class Allotted(NamedTuple):
    """One target of a plan as divided among its children, and the target itself.

    `by` holds a figure for each child, an amount or a share in per cent.
    """

    plan: Summary
    by: Mapping[str, Fact]
    target: Fact | None
    better: str
    name: Wording

    @property
    def in_shares(self) -> bool:
        """Return whether what is allotted are shares of the target and no amounts."""
        return all(fact.unit == "percent" for fact in self.by.values())

    @property
    def total(self) -> Interval:
        """Return the sum of what is allotted."""
        return total(self.by)

    @property
    def whole(self) -> Interval:
        """Return what it has to come to: the target, or a hundred per cent."""
        return self.target.allowed if self.target and not self.in_shares else Interval.point(100)

    @property
    def off(self) -> Fraction:
        """Return how far the sum is from it as printed."""
        whole = self.target.value if self.target and not self.in_shares else Fraction(100)
        return sum((fact.value for fact in self.by.values()), Fraction(0)) - whole

    def met(self, run: Run) -> Iterator[tuple[str, Fact, Fact, Fraction]]:
        """Return each child of the run with its allotment, its own target, and what it is short of.

        Nothing is short within what rounding leaves open.
        """
        for child, allotted in self.by.items():
            own, due = child_target(run, child, allotted, self.target), self.due(allotted)
            if own is not None and due is not None:
                gap = (own.stated - due) if self.better == "less" else (due - own.stated)
                short = gap.low if gap.low is not None and gap.low > 0 else Fraction(0)
                yield child, allotted, own, short

    def due(self, fact: Fact) -> Interval | None:
        """Return the amount that a child is to reach, a share taken of the target."""
        if fact.unit != "percent" or self.target is None or self.target.unit == "percent":
            return fact.stated
        return (fact.stated * self.target.stated).scaled(Fraction(1, 100))


def allotments(run: Run) -> Iterator[Allotted]:
    """Return every allotment of the plans audited in this run."""
    for plan in run.summaries:
        for by in () if plan.context else plan.allotted:
            first = next(iter(by.values()), None)
            indicator = plan.indicators.get(first.key.indicator) if first else None
            if first is not None and indicator is not None:
                target = own_target(plan, first)
                yield Allotted(plan, by, target, indicator.better, indicator.name)


def own_target(plan: Summary, fact: Fact) -> Fact | None:
    """Return the target of a plan that an allotted figure divides; the only one, if no basis is told."""
    key = fact.key
    found = plan.targets.get((key.indicator, key.scope, key.basis), ())
    if not found and not key.basis:
        found = tuple(
            target
            for (indicator, scope, _), targets in plan.targets.items()
            if (indicator, scope) == (key.indicator, key.scope)
            for target in targets
        )
    return found[0] if len(found) == 1 else None


def child_target(run: Run, child: str, allotted: Fact, target: Fact | None) -> Fact | None:
    """Return what a child of the run states for what has been allotted to it."""
    plan = run.by_id.get(child)
    like = target if target is not None else allotted
    return None if plan is None else own_target(plan, like)


def total(facts: Mapping[str, Fact]) -> Interval:
    """Return the sum of the figures of all children."""
    return reduce(add, (fact.stated for fact in facts.values()))


class Weighed(NamedTuple):
    """A child's share of its parent's target beside its share of the weights, which have a name."""

    shared: SharedTarget
    share: Interval
    weight: Interval
    tolerance: Fraction | None
    name: str

    def room(self, tolerance: Fraction) -> Interval:
        """Return the shares that are near enough to the weight."""
        return self.weight.scaled(1 - tolerance).hull(self.weight.scaled(1 + tolerance))


def weighed(run: Run) -> Iterator[Weighed]:
    """Return the additive targets that children share with a parent that tells how large they are."""
    for family in run.families():
        weights = family.parent.weights
        whole = total(weights).inverse() if weights else None
        if whole is None:
            continue
        tolerance = _tolerance(family.parent.tolerance)
        for child in family.children:
            if child.plan not in weights or child.context:
                continue
            weight = weights[child.plan].stated * whole
            for shared in shared_with(child, family.parent):
                under = shared.parent.stated.inverse() if shared.additive else None
                if under is not None:
                    share = shared.child.stated * under
                    yield Weighed(shared, share, weight, tolerance, family.parent.weighed_by)


def _tolerance(printed: str) -> Fraction | None:
    """Return a printed tolerance such as 20% as a fraction, None when there is none."""
    try:
        figure = read(printed)
    except FigureError:
        return None
    if not figure.numeric:
        return None
    return figure.value / 100 if figure.unit == "percent" else figure.value


class Mean(NamedTuple):
    """A parent's rate and the mean of its children's, weighted by how large they are."""

    parent: Fact
    children: tuple[Fact, ...]
    mean: Interval
    name: Wording


def means(run: Run) -> Iterator[Mean]:
    """Return the rates that all children of a plan state, where the plan tells how large each is."""
    for family in run.families():
        if family.complete and not family.parent.context and family.parent.weights:
            yield from _means(family)


def _means(family: Family) -> Iterator[Mean]:
    weights = family.parent.weights
    if not all(child.plan in weights for child in family.children):
        return
    found: dict[Fact, list[tuple[Fact, Fact]]] = {}
    names: dict[Fact, Wording] = {}
    for child in family.children:
        for shared in shared_with(child, family.parent):
            if not shared.additive and not shared.child.key.change:
                found.setdefault(shared.parent, []).append((shared.child, weights[child.plan]))
                names[shared.parent] = shared.name
    for parent, pairs in found.items():
        whole = reduce(add, (weight.stated for _, weight in pairs)).inverse()
        if len(pairs) == len(family.children) and whole is not None:
            weighted = reduce(add, (child.stated * weight.stated for child, weight in pairs))
            children = tuple(child for child, _ in pairs)
            yield Mean(parent, children, weighted * whole, names[parent])
