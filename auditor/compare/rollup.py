"""How plans are related, and what a plan and those above and below it have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from auditor.compare.ends import towards
from auditor.compare.heads import heads_and_times
from auditor.compare.outcome import Find
from auditor.compare.restate import counted_alike
from auditor.compare.summary import Summary
from auditor.compare.sums import Sum, side, sizes
from auditor.facts import Fact
from auditor.rule import Held, held
from auditor.sheet import COMPLETE, Indicator
from auditor.wording import Wording


class Family(NamedTuple):
    """A plan and the plans that name it as their parent; `complete` when these are declared to be all."""

    parent: Summary
    children: tuple[Summary, ...]
    complete: bool


class Run:
    """All plans of one audit, as the rules across plans see them."""

    def __init__(self, summaries: tuple[Summary, ...]) -> None:
        self.summaries = summaries
        self.by_id: dict[str, Summary] = {}
        for summary in summaries:
            if summary.plan:
                self.by_id.setdefault(summary.plan, summary)

    def families(self) -> Iterator[Family]:
        """Return every plan that has children in this run, with them, in the order of the run."""
        children: dict[str, list[Summary]] = {}
        for summary in self.by_id.values():
            if summary.parent in self.by_id and summary.parent != summary.plan:
                children.setdefault(summary.parent, []).append(summary)
        for plan, found in children.items():
            parent = self.by_id[plan]
            declared = parent.children
            complete = declared == COMPLETE or (
                declared is not None and set(declared) <= {child.plan for child in found}
            )
            yield Family(parent, tuple(found), complete and all(child.whole for child in found))

    def lacks(self, plan: str, id_: str) -> bool:
        """Return whether a plan of the run has no figure with an id, not even one that cannot be read."""
        found = [summary for summary in self.summaries if summary.plan == plan]
        known = (id_ in each.ids or id_ in each.unread or not each.whole for each in found)
        return bool(found) and not any(known)

    def finder(self, own: str) -> Find:
        """Return the look-up of facts that claims of the plan `own` name as `id` or `plan.id`."""

        def find(plan: str, id_: str) -> Fact | None:
            summary = self.by_id.get(plan or own)
            return None if summary is None else summary.ids.get(id_)

        return find


class SharedTarget(NamedTuple):
    """A target that a child and its parent both state comparably on one basis, for one end of time.

    `additive` tells whether the amounts of areas add up; `better` and `name` are the
    indicator's, as the child's sheet knows it.
    """

    child: Fact
    parent: Fact
    additive: bool
    better: str
    name: Wording

    @property
    def directed(self) -> tuple[Fact, Fact] | None:
        """Return child and parent with numbers that can be compared, falls below zero; None where none can."""
        return towards(self.child, self.parent, self.better)

    @property
    def compared(self) -> tuple[Fact, Fact]:
        """Return child and parent as they are compared; as printed, where they cannot be."""
        return self.directed or (self.child, self.parent)

    @property
    def side(self) -> str:
        """Return what the parent's figure is to its children: ceiling, floor, or an empty text."""
        found = self.directed
        return side(found[1], self.better) if found else ""

    @property
    def opposed(self) -> bool:
        """Return whether the child states a floor under a ceiling, or a ceiling over a floor."""
        across = {"ceiling": (">", ">="), "floor": ("<", "<=")}
        child, _ = self.compared
        return child.figure.bound in across.get(self.side, ())

    @property
    def beyond(self) -> Fraction:
        """Return how far the child is on the wrong side of its parent's figure, zero or less if it keeps to it."""
        child, parent = self.compared
        if self.side == "ceiling":
            about = parent.stated.high if parent.figure.approximate else None
            return child.upper - max(parent.upper, parent.upper if about is None else about)
        return parent.value - child.value

    @property
    def kept(self) -> Held:
        """Return that the child keeps to its parent's figure."""
        found = held(*self.compared, "<=" if self.side == "ceiling" else ">=")
        return found._replace(facts=(self.child, self.parent))


def exceeds(child: Fact, parent: Fact) -> bool:
    """Return whether a part is larger than its whole, and not by rounding alone."""
    return child.value > parent.value and not child.stated.meets(parent.stated)


def uncompared(run: Run) -> Iterator[tuple[Fact, Fact, Wording]]:
    """Return the targets of children that nothing of their parent's can be compared with.

    That is when both state the indicator, and say on which basis, but no two statements share
    basis, years and unit, though their years overlap; 人 and 人次 are two units here. The
    nearest two are returned: of one end of time, where any are.
    """
    for child, own, other in _nearest(run):
        if own.key.basis and other.key.basis and own.key.base == other.key.base:
            yield own, other, child.indicators[own.key.indicator].name


def of_another_base(run: Run) -> Iterator[Fact]:
    """Return the changes of children that are told from another year than their parent's, or lack a basis."""
    for child, own, other in _nearest(run):
        unstated = not (own.key.basis and other.key.basis) and own.key.basis != other.key.basis
        if own.key.base != other.key.base or (
            unstated and child.indicators[own.key.indicator].kind == "change"
        ):
            yield own


def _nearest(run: Run) -> Iterator[tuple[Summary, Fact, Fact]]:
    for family in run.families():
        for child in family.children:
            for own, other in () if child.context else nearest(child, family.parent):
                yield child, own, other


def nearest(child: Summary, parent: Summary) -> Iterator[tuple[Fact, Fact]]:
    """Return the targets of a plan that nothing of another can be compared with, and what comes nearest.

    That is something on a stated basis, where there is any.
    """
    above = _by_subject(parent)
    for subject, facts in _by_subject(child).items():
        matched = [(fact, counterpart(fact, parent)) for fact in facts]
        if any(other and _same_heads(fact, other, child.units) for fact, other in matched):
            continue
        others = above.get(subject, ())
        pairs = [(own, other) for own in facts for other in others if _overlap(own, other)]
        if pairs:
            yield min(pairs, key=_distance)


def _same_heads(fact: Fact, other: Fact, units: Mapping[tuple[str, str], frozenset[str]]) -> bool:
    stated = units[fact.key.indicator, fact.key.scope]
    return not heads_and_times(fact, other) or other.unit in stated


def _distance(pair: tuple[Fact, Fact]) -> tuple[bool, bool, bool]:
    own, other = pair
    unstated = not (own.key.basis and other.key.basis)
    return unstated, not _same_end(own, other), own.key.basis != other.key.basis


def _by_subject(plan: Summary) -> dict[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = {}
    for (indicator, scope, _), targets in plan.targets.items():
        found.setdefault((indicator, scope), []).extend(targets)
    return found


def siblings(run: Run) -> Iterator[tuple[tuple[Fact, ...], Wording]]:
    """Return what children state below one bound of their parent, of which less is better."""
    for family in run.families():
        found: dict[Fact, list[Fact]] = {}
        names: dict[Fact, Wording] = {}
        for child in family.children:
            for shared in shared_with(child, family.parent):
                if shared.better == "less" and not shared.additive:
                    found.setdefault(shared.parent, []).append(shared.compared[0])
                    names[shared.parent] = shared.name
        for parent, facts in found.items():
            if any(fact.origin.path != parent.origin.path for fact in facts):
                yield tuple(facts), names[parent]


class Below(NamedTuple):
    """A target of a parent with what each child states for it, None where nothing comparable."""

    family: Family
    parent: Fact
    indicator: Indicator
    children: tuple[tuple[Summary, Fact | None], ...]

    @property
    def additive(self) -> bool:
        """Return whether the amounts of areas add up."""
        return _additive(self.indicator)

    @property
    def sum(self) -> Sum | None:
        """Return the children's figures to be added up; None where they are no amounts."""
        found = tuple(fact for _, fact in self.children if fact is not None)
        if not found or not self.additive:
            return None
        complete = self.family.complete and len(found) == len(self.children)
        name, better = self.indicator.name, self.indicator.better
        return Sum(self.parent, found, complete, name, better, sizes(self.family.parent))


def below(family: Family) -> Iterator[Below]:
    """Return every target of a parent that some of its children state comparably."""
    for subject, targets in family.parent.targets.items():
        indicator = family.parent.indicators.get(subject[0])
        for fact in targets if indicator is not None else ():
            found = tuple((child, counterpart(fact, child)) for child in family.children)
            if indicator is not None and any(each for _, each in found):
                yield Below(family, fact, indicator, found)


def shared_targets(run: Run) -> Iterator[SharedTarget]:
    """Return every target that a child audited in this run shares with its parent."""
    for family in run.families():
        for child in family.children:
            if not child.context:
                yield from shared_with(child, family.parent)


def shared_with(child: Summary, parent: Summary) -> Iterator[SharedTarget]:
    """Return every target that a plan shares with another."""
    return (shared for shared in _shared(child, parent) if shared.directed)


def undirected(run: Run) -> Iterator[Fact]:
    """Return the changes of children that may go the same way as their parent's or the other."""
    for family in run.families():
        for child in family.children:
            for shared in () if child.context else _shared(child, family.parent):
                if not shared.directed:
                    yield shared.child


def _shared(child: Summary, parent: Summary) -> Iterator[SharedTarget]:
    for subject, targets in child.targets.items():
        indicator = child.indicators.get(subject[0])
        for fact in targets:
            above = counterpart(fact, parent)
            if above is not None and indicator is not None:
                yield SharedTarget(
                    fact, above, _additive(indicator), indicator.better, indicator.name
                )


def sums(run: Run) -> Iterator[Sum]:
    """Return every additive target of a plan audited in this run that some of its children state."""
    for family in run.families():
        for each in () if family.parent.context else below(family):
            if (found := each.sum) is not None:
                yield found


def counterpart(fact: Fact, plan: Summary) -> Fact | None:
    """Return the statement of another plan that a target may be compared with."""
    key = fact.key
    for other in plan.targets.get((key.indicator, key.scope, key.basis), ()):
        same_span = _same_end(fact, other) and (key.basis == "" or key.period == other.key.period)
        if same_span and key.base == other.key.base and counted_alike(fact.unit, other.unit):
            return other
    return None


def _same_end(fact: Fact, other: Fact) -> bool:
    mine, theirs = fact.key.period, other.key.period
    return mine is not None and theirs is not None and mine.end == theirs.end


def _overlap(fact: Fact, other: Fact) -> bool:
    mine, theirs = fact.key.period, other.key.period
    return mine is not None and theirs is not None and mine.overlaps(theirs)


def _additive(indicator: Indicator) -> bool:
    return indicator.kind in ("flow", "stock")
