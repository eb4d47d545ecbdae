"""What the sizes of a plan's children suggest: their shares of its targets, the mean of their rates."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Final, NamedTuple

from auditor.compare.rollup import Family, Run, SharedTarget, shared_with
from auditor.compare.sums import is_amount, printed, stated
from auditor.facts import Fact
from auditor.figure import FigureError, read
from auditor.interval import Interval
from auditor.wording import Wording, filled, listed, quote

_NO_SIZE: Final[Wording] = {
    "en": "the sheet tells no size of {children} to weigh by",
    "zh": "表单未列 {children} 的规模，无法加权",
}
_NOTHING: Final[Wording] = {
    "en": "the sizes to weigh by may come to nothing",
    "zh": "权重合计可能为零，无法加权",
}


class Weighed(NamedTuple):
    """A child's share of its parent's target beside its share of the weights, which have a name.

    `size` is its share of the weights as printed.
    """

    shared: SharedTarget
    share: Interval
    weight: Interval
    size: Fraction
    tolerance: Fraction | None
    name: str

    def room(self, tolerance: Fraction) -> Interval:
        """Return the shares that are near enough to the weight."""
        return self.weight.scaled(1 - tolerance).hull(self.weight.scaled(1 + tolerance))


def weighed(run: Run) -> Iterator[Weighed]:
    """Return the additive targets that children share with a parent that tells how large all are."""
    for family in run.families():
        parent, weights = family.parent, family.parent.weights
        if not weights or unsized(family) is not None:
            continue
        whole, sizes = stated(weights.values()).inverse(), printed(weights.values())
        for shared in _shares(family):
            under, size = shared.parent.stated.inverse(), weights[shared.child.origin.plan]
            if whole is not None and under is not None:
                yield Weighed(
                    shared,
                    shared.child.stated * under,
                    size.stated * whole,
                    size.value / sizes,
                    _tolerance(parent.tolerance),
                    parent.weighed_by,
                )


def unweighed(run: Run) -> Iterator[tuple[Fact, Wording]]:
    """Return the targets of children that would be weighed if all sizes were told, and what lacks."""
    for family in run.families():
        lacks = unsized(family) if family.parent.weights else None
        if lacks is not None:
            yield from ((shared.child, lacks) for shared in _shares(family))


def unsized(family: Family) -> Wording | None:
    """Return what lacks for the children of a plan to be weighed by their sizes, None if nothing does."""
    weights, children = family.parent.weights, [child.plan for child in family.children]
    unknown = [
        quote(plan)
        for plan in dict.fromkeys((*children, *weights))
        if plan not in weights or not is_amount(weights[plan])
    ]
    if unknown:
        return filled(_NO_SIZE, children=listed(unknown))
    return _NOTHING if stated(weights[plan] for plan in children).holds(0) else None


def _shares(family: Family) -> Iterator[SharedTarget]:
    """Return the amounts that children audited in the run share with their parent."""
    for child in family.children:
        for shared in () if child.context else shared_with(child, family.parent):
            if shared.additive:
                yield shared


def _tolerance(written: str) -> Fraction | None:
    """Return a printed tolerance such as 20% as a fraction, None when there is none."""
    try:
        figure = read(written)
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
        weights = family.parent.weights
        for rates in _rates(family) if weights and unsized(family) is None else ():
            children, above = zip(*(shared.compared for shared in rates), strict=True)
            sizes = [weights[child.origin.plan].stated for child in children]
            under = reduce(add, sizes).inverse()
            if under is not None:
                pairs = zip(children, sizes, strict=True)
                weighted = reduce(add, (child.stated * size for child, size in pairs))
                yield Mean(above[0], children, weighted * under, rates[0].name)


def open_means(run: Run) -> Iterator[tuple[Fact, Wording]]:
    """Return the rates of plans whose mean could be told if all sizes were, and what lacks."""
    for family in run.families():
        lacks = unsized(family) if family.parent.weights else None
        if lacks is not None:
            yield from ((rates[0].parent, lacks) for rates in _rates(family))


def _rates(family: Family) -> list[list[SharedTarget]]:
    """Return each rate of a plan that all of its children share, if they are declared to be all."""
    found: dict[Fact, list[SharedTarget]] = {}
    for child in family.children if family.complete and not family.parent.context else ():
        for shared in shared_with(child, family.parent):
            if not shared.additive and not shared.child.key.change:
                found.setdefault(shared.parent, []).append(shared)
    return [rates for rates in found.values() if len(rates) == len(family.children)]
