"""How plans are related, and what a plan and those above and below it have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import add
from typing import NamedTuple

from auditor.compare.outcome import Find
from auditor.compare.restate import Agreement, compare, counted_alike, people_or_times
from auditor.compare.summary import Summary
from auditor.facts import Fact, Key
from auditor.interval import Interval
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

    def finder(self, own: str) -> Find:
        """Return the look-up of facts that claims of the plan `own` name as `id` or `plan.id`."""

        def find(plan: str, id_: str) -> Fact | None:
            summary = self.by_id.get(plan or own)
            return None if summary is None else summary.ids.get(id_)

        return find


class SharedTarget(NamedTuple):
    """A target that a child and its parent both state on one basis, for one end of time.

    `additive` tells whether the amounts of areas add up; `better` and `name` are the
    indicator's, as the child's sheet knows it.
    """

    child: Fact
    parent: Fact
    additive: bool
    better: str
    name: Wording


class Quote(NamedTuple):
    """What a plan states of an area, beside what another plan states of it: its own, where there is one."""

    fact: Fact
    other: Fact
    agreement: Agreement
    name: Wording


def quotes(run: Run) -> Iterator[Quote]:
    """Return every quantity that several plans of a run state, but for what only context states.

    The plan of the area itself is what the others are held against; where there are several,
    it is enough to agree with one of them.
    """
    areas: dict[str, list[Summary]] = {}
    for summary in run.summaries:
        for area in summary.stated:
            areas.setdefault(area, []).append(summary)
    for area, summaries in areas.items():
        for statements in _shared(area, summaries) if len(summaries) > 1 else ():
            own = [fact for summary, fact in statements if summary.area == area]
            references = own or [statements[0][1]]
            for summary, fact in statements:
                others = references[:1] if fact in own else references
                if fact is others[0] or summary.context:
                    continue
                found = [(other, compare(fact, other)) for other in others]
                other, agreement = next((f for f in found if not f[1].conflicts), found[0])
                yield Quote(fact, other, agreement, summary.indicators[fact.key.indicator].name)


def _shared(area: str, summaries: list[Summary]) -> Iterator[list[tuple[Summary, Fact]]]:
    """Return what more than one of the plans states of an area, context first."""
    found: dict[Key, list[tuple[Summary, Fact]]] = {}
    for summary in sorted(summaries, key=lambda each: not each.context):
        for fact in summary.stated[area]:
            found.setdefault(fact.key, []).append((summary, fact))
    return (statements for statements in found.values() if len(statements) > 1)


def uncompared(run: Run) -> Iterator[tuple[Fact, Fact, Wording]]:
    """Return the targets of children that nothing of their parent's can be compared with.

    That is when both state the indicator, and say on which basis, but no two statements share
    basis, years and unit, though their years overlap; 人 and 人次 are two units here. The nearest two are returned: of one end of time, where any are.
    """
    for family in run.families():
        above = _by_subject(family.parent)
        for child in family.children:
            for subject, facts in {} if child.context else _by_subject(child).items():
                matched = [(fact, counterpart(fact, family.parent)) for fact in facts]
                if any(other and _same_heads(fact, other, child.units) for fact, other in matched):
                    continue
                pairs = [
                    (fact, other)
                    for fact in facts
                    for other in above.get(subject, ())
                    if fact.key.basis and other.key.basis and _overlap(fact, other)
                ]
                if pairs:
                    own, other = min(pairs, key=_distance)
                    yield own, other, child.indicators[subject[0]].name


def _same_heads(fact: Fact, other: Fact, units: Mapping[tuple[str, str], frozenset[str]]) -> bool:
    stated = units[fact.key.indicator, fact.key.scope]
    return not people_or_times(fact, other) or other.unit in stated


def _distance(pair: tuple[Fact, Fact]) -> tuple[bool, bool]:
    own, other = pair
    return not _same_end(own, other), own.key.basis != other.key.basis


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
                    found.setdefault(shared.parent, []).append(shared.child)
                    names[shared.parent] = shared.name
        for parent, facts in found.items():
            if any(fact.origin.path != parent.origin.path for fact in facts):
                yield tuple(facts), names[parent]


class Sum(NamedTuple):
    """A parent's additive target with those of its children that state it; `complete` when all do.

    `weights` holds how large the children are, by plan id, where the parent tells it.
    """

    parent: Fact
    children: tuple[Fact, ...]
    complete: bool
    name: Wording
    weights: Mapping[str, Fact]

    def reckoned(self, policy: str) -> tuple[Interval, bool]:
        """Return what the children come to, and whether that is all of them.

        The policy says what is made of children that are missing: undecided, zero, or
        by-weight, as much for their size as the others state.
        """
        total = reduce(add, (child.stated for child in self.children))
        if self.complete or policy == "zero":
            return total, True
        known = [self.weights.get(child.origin.plan) for child in self.children]
        if policy != "by-weight" or None in known:
            return total, False
        weight = sum(fact.value for fact in known if fact is not None)
        whole = sum(fact.value for fact in self.weights.values())
        return (total.scaled(whole / weight), True) if weight else (total, False)


def shared_targets(run: Run) -> Iterator[SharedTarget]:
    """Return every target that a child audited in this run shares with its parent."""
    for family in run.families():
        for child in family.children:
            if not child.context:
                yield from shared_with(child, family.parent)


def shared_with(child: Summary, parent: Summary) -> Iterator[SharedTarget]:
    """Return every target that a plan shares with another."""
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
        if family.parent.context:
            continue
        for subject, targets in family.parent.targets.items():
            indicator = family.parent.indicators.get(subject[0])
            if indicator is None or not _additive(indicator):
                continue
            for fact in targets:
                found = [counterpart(fact, child) for child in family.children]
                below = tuple(each for each in found if each is not None)
                if below:
                    complete = family.complete and len(below) == len(found)
                    yield Sum(fact, below, complete, indicator.name, family.parent.weights)


def counterpart(fact: Fact, plan: Summary) -> Fact | None:
    """Return the statement of another plan that a target may be compared with."""
    key = fact.key
    for other in plan.targets.get((key.indicator, key.scope, key.basis), ()):
        same_span = _same_end(fact, other) and (key.basis == "" or key.period == other.key.period)
        if same_span and counted_alike(fact.unit, other.unit):
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
