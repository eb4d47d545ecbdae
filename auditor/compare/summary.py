"""What is kept of each plan for comparisons across plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from auditor.compare.claims import across_plans
from auditor.facts import Fact, Key, Plan
from auditor.finding import Mark
from auditor.sheet import Claim, Indicator


@dataclass(frozen=True, slots=True)
class Summary:
    """One plan, without its text: what other plans may be compared with.

    `targets` holds the first statement of every target of the plan's own area, by indicator,
    scope and basis, `units` all units in which these targets are stated, `stated` the first
    statement of every quantity, by the area that it is about, `mixed` those quantities that are
    stated in more than one unit, `ids` what claims of other plans may name, `unread` the ids of
    figures that cannot be read, `claims` its own claims about other plans. `allotted` and `weights`
    are what it says of its children by their plan ids, `weighed_by` what the weights are called,
    `tolerance` how far a share may stray.
    A summary read only to compare with is no part of the audit: `context` is true, and no finding
    is primarily about it.
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
    units: Mapping[tuple[str, str], frozenset[str]]
    stated: Mapping[str, tuple[Fact, ...]]
    ids: Mapping[str, Fact]
    claims: tuple[Claim, ...]
    allotted: tuple[Mapping[str, Fact], ...] = ()
    weights: Mapping[str, Fact] = field(default_factory=dict)
    tolerance: str = ""
    weighed_by: str = ""
    context: bool = False
    title: str = ""
    mixed: frozenset[Key] = frozenset()
    unread: frozenset[str] = frozenset()

    @property
    def aimed(self) -> frozenset[str]:
        """Return the indicators with a target of the plan's own area."""
        return frozenset(indicator for indicator, _, _ in self.targets)


def summarise(plan: Plan, *, context: bool = False) -> Summary:
    """Return what is kept of a plan."""
    sheet = plan.sheet
    targets: dict[tuple[str, str, str], list[Fact]] = {}
    units: dict[tuple[str, str], frozenset[str]] = {}
    stated: dict[str, list[Fact]] = {}
    for key, group in plan.quantities.items():
        stated.setdefault(key.area, []).append(group[0])
        if key.area == sheet.area and key.role == "target" and not key.change:
            targets.setdefault((key.indicator, key.scope, key.basis), []).append(group[0])
            subject = (key.indicator, key.scope)
            units[subject] = units.get(subject, frozenset()) | {fact.unit for fact in group}
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
        units=units,
        stated={area: tuple(group) for area, group in stated.items()},
        ids=plan.ids,
        claims=across_plans(plan),
        allotted=plan.allotted,
        weights=plan.weights,
        tolerance=sheet.weights.tolerance if sheet.weights else "",
        weighed_by=sheet.weights.name if sheet.weights else "",
        context=context,
        title=sheet.title,
        mixed=frozenset(
            key
            for key, group in plan.quantities.items()
            if len(group) > 1 and len({fact.unit for fact in group}) > 1
        ),
        unread=frozenset(entry.id for entry in sheet.entries if entry.id) - plan.ids.keys(),
    )
