"""What a plan allots to its children, and whether they take it up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Final, NamedTuple

from auditor.compare.ends import same_number, towards
from auditor.compare.heads import HEADS, heads_and_times
from auditor.compare.restate import counted_alike
from auditor.compare.rollup import Run
from auditor.compare.summary import Summary
from auditor.compare.sums import is_amount, printed, stated
from auditor.facts import Fact
from auditor.interval import Interval
from auditor.sheet import Indicator
from auditor.wording import Wording, filled, quote

_PERCENT: Final = "percent"
_NO_TARGET: Final[Wording] = {
    "en": "the sheet states no single amount as the target for this time and on this basis",
    "zh": "表单中没有期间、口径与之相同的唯一数量目标，无法判定",
}
_NOT_ADDED: Final[Wording] = {
    "en": "figures of a rate or a change do not add up",
    "zh": "比率、变化类指标的数字不能相加，无法判定",
}
_NO_AMOUNT: Final[Wording] = {
    "en": "what {child} is allotted, {printed}, states no amount that could be added",
    "zh": "分解给 {child} 的“{printed}”未表示可相加的数量，无法判定",
}
_NOT_ALIKE: Final[Wording] = {
    "en": "the change may go another way than the one that is allotted, or be from another year",
    "zh": "与分解数的升降方向或基年可能不同，无法判定",
}
_OTHER_UNIT: Final[Wording] = {
    "en": "what is allotted is in another unit than the target",
    "zh": "分解数与目标的计量单位不同，无法判定",
}


class Allotted(NamedTuple):
    """One target of a plan as divided among its children, and the target itself.

    `by` holds a figure for each child, an amount or a share in per cent; with `in_shares` all
    are shares. `target` is None when the plan states none that they could add up to; `hindrance`
    tells why their sum cannot be judged, if it cannot.
    """

    plan: Summary
    by: Mapping[str, Fact]
    target: Fact | None
    better: str
    name: Wording
    in_shares: bool
    hindrance: Wording | None

    @property
    def total(self) -> Interval:
        """Return the sum of what is allotted."""
        if self.in_shares or self.target is None:
            return stated(self.by.values())
        return reduce(add, (_taken(fact, self.target) for fact in self.by.values()))

    @property
    def whole(self) -> Interval:
        """Return what it has to come to: the target, or a hundred per cent."""
        return self.target.allowed if self.target and not self.in_shares else Interval.point(100)

    @property
    def off(self) -> Fraction:
        """Return how far the sum is from it as printed; nothing where a bound admits the sum."""
        if self.in_shares or self.target is None:
            return printed(self.by.values()) - 100
        whole = self.target.value
        total = sum(
            (
                fact.value * whole / 100 if fact.unit == _PERCENT else fact.value
                for fact in self.by.values()
            ),
            Fraction(0),
        )
        bounds = self.target.figure.bound != "=" or self.target.figure.kind == "range"
        return Fraction(0) if bounds and self.whole.holds(total) else total - whole

    def met(self, run: Run) -> Iterator[tuple[str, Fact, Fact, Fraction]]:
        """Return each child of the run with its allotment, its own target, and what it is short of.

        Nothing is short within what rounding leaves open; two numbers printed to the same digits
        are as far apart as printed.
        """
        for child, allotted in self.by.items():
            own = child_target(run, child, allotted, self.target)
            due = None if own is None else self.due(allotted, own)
            if own is not None and due is not None:
                yield child, allotted, own, self._short(allotted, own, due)

    def _short(self, fact: Fact, own: Fact, due: Interval) -> Fraction:
        gap = (own.stated - due) if self.better == "less" else (due - own.stated)
        short = gap.low if gap.low is not None else Fraction(0)
        if _as_it_stands(fact, own) and fact.figure.kind == own.figure.kind == "number":
            own, fact = towards(own, fact, self.better) or (own, fact)
            short = (own.value - fact.value) * (1 if self.better == "less" else -1)
            short = Fraction(0) if same_number(own, fact) else short
        return max(short, Fraction(0))

    def kept_apart(self, fact: Fact, own: Fact) -> Wording | None:
        """Return why a child's target cannot be held against what is allotted to it, None where it can.

        It counts persons and not person-times, or tells a change that may go the other way.
        """
        amount = self.target if fact.unit == _PERCENT else fact
        if amount is not None and heads_and_times(amount, own):
            return HEADS
        alike = fact.key.base == own.key.base and towards(own, fact, self.better)
        return None if alike else _NOT_ALIKE

    def due(self, fact: Fact, own: Fact) -> Interval | None:
        """Return what a child's own target is to reach, a share taken of the target."""
        if _as_it_stands(fact, own):
            return fact.stated
        return None if self.target is None else _taken(fact, self.target)


def _as_it_stands(fact: Fact, own: Fact) -> bool:
    """Return whether a child is to reach what is allotted itself, and not that share of the target."""
    return fact.unit != _PERCENT or own.unit == _PERCENT


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
            by = {child: fact for child, fact in allotted.items() if is_amount(fact)}
            first = next(iter(by.values()), None)
            indicator = plan.indicators.get(first.key.indicator) if first else None
            if first is not None and indicator is not None:
                hindrance = _no_parts(allotted, indicator)
                in_shares = not hindrance and all(fact.unit == _PERCENT for fact in by.values())
                target = None if hindrance else own_target(plan, first)
                if target and not all(_divides(fact, target) for fact in by.values()):
                    target, hindrance = None, _OTHER_UNIT
                elif target and any(heads_and_times(fact, target) for fact in by.values()):
                    hindrance = HEADS
                if not (target or hindrance or in_shares):
                    hindrance = _NO_TARGET
                name, better = indicator.name, indicator.better
                yield Allotted(plan, by, target, better, name, in_shares, hindrance)


def _no_parts(allotted: Mapping[str, Fact], indicator: Indicator) -> Wording | None:
    """Return why figures are no parts of a sum, whatever the target; None where they are."""
    if indicator.kind not in ("flow", "stock"):
        return _NOT_ADDED
    unstated = next((child for child in allotted if not is_amount(allotted[child])), None)
    if unstated is None:
        return None
    says = quote(allotted[unstated].entry.says)
    return filled(_NO_AMOUNT, child=quote(unstated), printed=says)


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
