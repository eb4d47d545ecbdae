"""What is kept of each plan for comparisons across plans, and how plans are related."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import NamedTuple

from auditor.compare.claims import evaluate, finder
from auditor.compare.outcome import ClaimError, Find
from auditor.compare.restate import counted_alike
from auditor.facts import Fact, Plan
from auditor.finding import Mark
from auditor.interval import Interval
from auditor.sheet import COMPLETE, Claim, Indicator
from auditor.wording import Wording


@dataclass(frozen=True, slots=True)
class Summary:
    """One plan, without its text: what other plans may be compared with.

    `targets` holds the first statement of every target of the plan's own area, `quoted` its
    statements about other areas, `ids` what claims of other plans may name, `claims` its
    own claims about other plans, `allotted` and `weights` what it says of its children by
    their plan ids, `tolerance` how far a share may stray. A summary read only to compare
    with is no part of the audit: `context` is true, and no finding is primarily about it.
    """

    path: str
    plan: str
    area: str
    parent: str
    children: tuple[str, ...] | None
    whole: bool
    marks: Mapping[str, Mark]
    indicators: Mapping[str, Indicator]
    targets: Mapping[tuple[str, str, str], tuple[Fact, ...]]
    quoted: tuple[Fact, ...]
    ids: Mapping[str, Fact]
    claims: tuple[Claim, ...]
    allotted: tuple[Mapping[str, Fact], ...] = ()
    weights: Mapping[str, Fact] = field(default_factory=dict)
    tolerance: str = ""
    weighed_by: str = ""
    context: bool = False


class Family(NamedTuple):
    """A plan and the plans that name it as their parent; `complete` when these are declared to be all."""

    parent: Summary
    children: tuple[Summary, ...]
    complete: bool


def summarise(plan: Plan, *, context: bool = False) -> Summary:
    """Return what is kept of a plan."""
    sheet = plan.sheet
    targets: dict[tuple[str, str, str], list[Fact]] = {}
    quoted: list[Fact] = []
    for key, group in plan.quantities.items():
        if key.area != sheet.area:
            quoted += group
        elif key.role == "target" and not key.change:
            targets.setdefault((key.indicator, key.scope, key.basis), []).append(group[0])
    return Summary(
        path=sheet.path,
        plan=sheet.plan,
        area=sheet.area,
        parent=sheet.parent,
        children=sheet.children,
        whole=sheet.whole,
        marks=sheet.marks,
        indicators=plan.indicators,
        targets={subject: tuple(group) for subject, group in targets.items()},
        quoted=tuple(quoted),
        ids=plan.ids,
        claims=tuple(claim for claim in plan.claims if _names_another_plan(claim, plan)),
        allotted=plan.allotted,
        weights=plan.weights,
        tolerance=sheet.weights.tolerance if sheet.weights else "",
        weighed_by=sheet.weights.name if sheet.weights else "",
        context=context,
    )


def _names_another_plan(claim: Claim, plan: Plan) -> bool:
    try:
        evaluate(claim, finder(plan))
    except ClaimError as error:
        return error.kind == "elsewhere" and "." in error.read
    return False


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


def other_bases(run: Run) -> Iterator[tuple[Fact, Fact, Wording]]:
    """Return the targets of children whose parent states the indicator, but on no such basis."""
    for family in run.families():
        above: dict[tuple[str, str], list[Fact]] = {}
        for (indicator, scope, _), targets in family.parent.targets.items():
            above.setdefault((indicator, scope), []).extend(targets)
        for child in family.children:
            for (indicator, scope, _), targets in () if child.context else child.targets.items():
                others = above.get((indicator, scope), [])
                for fact in targets if others else ():
                    if counterpart(fact, family.parent) is None:
                        yield fact, others[0], child.indicators[indicator].name


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
        same_end = key.period and other.key.period and key.period.end == other.key.period.end
        same_span = same_end and (key.basis == "" or key.period == other.key.period)
        if same_span and counted_alike(fact.unit, other.unit):
            return other
    return None


def _additive(indicator: Indicator) -> bool:
    return indicator.kind in ("flow", "stock")
