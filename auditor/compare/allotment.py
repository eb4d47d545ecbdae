"""What a plan allots to its children, and what their sizes would suggest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Final, NamedTuple

from auditor.compare.restate import counted_alike
from auditor.compare.rollup import Family, Run, SharedTarget, shared_with
from auditor.compare.summary import Summary
from auditor.facts import Fact
from auditor.figure import FigureError, read
from auditor.interval import Interval
from auditor.wording import Wording

_PERCENT: Final = "percent"


class Allotted(NamedTuple):
    """One target of a plan as divided among its children, and the target itself.

    `by` holds a figure for each child, an amount or a share in per cent; with `in_shares` all
    are shares. `target` is None when the plan states none that they could add up to.
    """

    plan: Summary
    by: Mapping[str, Fact]
    target: Fact | None
    better: str
    name: Wording
    in_shares: bool

    @property
    def total(self) -> Interval:
        """Return the sum of what is allotted."""
        if self.in_shares or self.target is None:
            return total(self.by)
        return reduce(add, (_taken(fact, self.target) for fact in self.by.values()))

    @property
    def whole(self) -> Interval:
        """Return what it has to come to: the target, or a hundred per cent."""
        return self.target.allowed if self.target and not self.in_shares else Interval.point(100)

    @property
    def off(self) -> Fraction:
        """Return how far the sum is from it as printed; nothing where a bound admits the sum."""
        if self.in_shares or self.target is None:
            return sum((fact.value for fact in self.by.values()), Fraction(0)) - 100
        whole = self.target.value
        printed = sum(
            (
                fact.value * whole / 100 if fact.unit == _PERCENT else fact.value
                for fact in self.by.values()
            ),
            Fraction(0),
        )
        bounds = self.target.figure.bound != "=" or self.target.figure.kind == "range"
        return Fraction(0) if bounds and self.whole.holds(printed) else printed - whole

    def met(self, run: Run) -> Iterator[tuple[str, Fact, Fact, Fraction]]:
        """Return each child of the run with its allotment, its own target, and what it is short of.

        Nothing is short within what rounding leaves open.
        """
        for child, allotted in self.by.items():
            own = child_target(run, child, allotted, self.target)
            due = None if own is None else self.due(allotted, own)
            if own is not None and due is not None:
                gap = (own.stated - due) if self.better == "less" else (due - own.stated)
                short = gap.low if gap.low is not None and gap.low > 0 else Fraction(0)
                yield child, allotted, own, short

    def due(self, fact: Fact, own: Fact) -> Interval | None:
        """Return what a child's own target is to reach, a share taken of the target."""
        if fact.unit != _PERCENT or own.unit == _PERCENT:
            return fact.stated
        return None if self.target is None else _taken(fact, self.target)


def _taken(fact: Fact, whole: Fact) -> Interval:
    """Return the amount that is allotted, a share taken of the whole."""
    if fact.unit != _PERCENT:
        return fact.stated
    return (fact.stated * whole.stated).scaled(Fraction(1, 100))


def allotments(run: Run) -> Iterator[Allotted]:
    """Return every allotment of the plans audited in this run.

    Rates do not add up; nor does what is allotted when one of the figures is no amount, or
    one of another unit.
    """
    for plan in run.summaries:
        for allotted in () if plan.context else plan.allotted:
            by = {child: fact for child, fact in allotted.items() if _is_amount(fact)}
            first = next(iter(by.values()), None)
            indicator = plan.indicators.get(first.key.indicator) if first else None
            if first is not None and indicator is not None:
                parts = len(by) == len(allotted) and indicator.kind in ("flow", "stock")
                in_shares = parts and all(fact.unit == _PERCENT for fact in by.values())
                target = own_target(plan, first) if parts else None
                if target and not all(_divides(fact, target) for fact in by.values()):
                    target = None
                yield Allotted(plan, by, target, indicator.better, indicator.name, in_shares)


def _is_amount(fact: Fact) -> bool:
    return fact.figure.numeric and not fact.key.change


def _divides(fact: Fact, target: Fact) -> bool:
    return fact.unit == _PERCENT or counted_alike(fact.unit, target.unit)


def own_target(plan: Summary, fact: Fact) -> Fact | None:
    """Return a plan's target for the time of a figure and on its basis; the only one, if no basis is told."""
    key = fact.key
    of_subject = {
        basis: [target for target in targets if _same_time(fact, target)]
        for (indicator, scope, basis), targets in plan.targets.items()
        if (indicator, scope) == (key.indicator, key.scope)
    }
    found = of_subject.get(key.basis, [])
    if not found and not key.basis:
        found = [target for targets in of_subject.values() for target in targets]
    return found[0] if len(found) == 1 else None


def _same_time(fact: Fact, target: Fact) -> bool:
    mine, theirs = fact.key.period, target.key.period
    if mine is None or theirs is None or mine.end != theirs.end:
        return False
    return not fact.key.basis or mine == theirs


def child_target(run: Run, child: str, allotted: Fact, target: Fact | None) -> Fact | None:
    """Return what a child of the run states for what has been allotted to it."""
    plan = run.by_id.get(child)
    like = target if target is not None else allotted
    own = None if plan is None else own_target(plan, like)
    return own if own is not None and (like is allotted or _divides(own, like)) else None


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
        weights = _sizes(family.parent)
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


def _sizes(plan: Summary) -> Mapping[str, Fact]:
    """Return how large a plan's children are, nothing when one of the sizes is no amount."""
    return plan.weights if all(map(_is_amount, plan.weights.values())) else {}


class Mean(NamedTuple):
    """A parent's rate and the mean of its children's, weighted by how large they are."""

    parent: Fact
    children: tuple[Fact, ...]
    mean: Interval
    name: Wording


def means(run: Run) -> Iterator[Mean]:
    """Return the rates that all children of a plan state, where the plan tells how large each is."""
    for family in run.families():
        weights = _sizes(family.parent)
        weighable = all(child.plan in weights for child in family.children)
        if family.complete and not family.parent.context and weighable:
            yield from _means(family, weights)


def _means(family: Family, weights: Mapping[str, Fact]) -> Iterator[Mean]:
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
