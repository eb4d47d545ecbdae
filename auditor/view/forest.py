"""Plans and the plans above them: who belongs to whom, and who has which share of what is aimed at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from auditor.compare.rollup import Family, Run
from auditor.compare.summary import Summary, summarise
from auditor.discovery import NO_SHEETS, discover
from auditor.errors import UsageError
from auditor.library import Library
from auditor.sheet import COMPLETE
from auditor.view.shares import Roll, Shares, Unlike
from auditor.wording import quote, suggestion


class Place(NamedTuple):
    """A plan in the outline: how deep it stands, and whether it is the last below its parent.

    `lasts` tells the same of the plans above it, the highest first. `again` is a plan that has
    been met further up, so that the outline ends here.
    """

    plan: Summary
    lasts: tuple[bool, ...]
    again: bool = False


class Kin(NamedTuple):
    """A plan with its children, and what is to be said of their targets.

    `declared` are the ids of its children as the plan states them: None when it is silent,
    empty when all that name it are all there are. `missing` are declared but not there.
    """

    family: Family
    declared: tuple[str, ...] | None
    missing: tuple[str, ...]
    rolls: tuple[Roll, ...]
    unlike: tuple[Unlike, ...]

    @property
    def all_of_them(self) -> bool:
        """Return whether those that name the plan as their parent are declared to be all."""
        return self.declared == ()


class Forest(NamedTuple):
    """The plans of a run: as an outline, family by family, and those that stand alone.

    `beside` are the ids of plans that were not asked for but found above those that were,
    `lost` ids of parents that were not found, by the plan that names them; `double` are
    sheets whose plan has been read from another sheet, `nameless` those without an id.
    """

    outline: tuple[Place, ...]
    kin: tuple[Kin, ...]
    alone: tuple[Summary, ...]
    beside: frozenset[str]
    double: tuple[Summary, ...]
    nameless: tuple[Summary, ...]
    run: Run


def forest(paths: Iterable[str], only: Collection[str] = ()) -> Forest:
    """Return the plans at the paths, and those above them that can be found.

    With `only`, the targets of these indicators. Raises UsageError when a path does not exist,
    there is no sheet, or none aims at an indicator that is asked for.
    """
    sheets = discover(paths)
    if not sheets:
        raise UsageError(NO_SHEETS)
    library = Library()
    given = [summarise(library.load(path)) for path in sheets]
    above = library.context(given)
    # What is read only to compare with is shown as well: to the run, no plan is mere context.
    run = Run((*given, *(replace(summary, context=False) for summary in above)))
    _check_known(only, run)
    return grown(run, frozenset(summary.plan for summary in above), only)


def grown(run: Run, beside: frozenset[str] = frozenset(), only: Collection[str] = ()) -> Forest:
    """Return the forest that the plans of a run make up."""
    families = {family.parent.plan: family for family in run.families()}
    outline, shares = tuple(_outline(run, families)), Shares(run)
    kin = [
        _kin(families[place.plan.plan], shares, only)
        for place in outline
        if place.plan.plan in families and not place.again
    ]
    shown = {place.plan.plan for place in outline}
    return Forest(
        outline,
        tuple(each for each in kin if not only or each.rolls or each.unlike),
        tuple(summary for summary in run.by_id.values() if summary.plan not in shown),
        beside,
        tuple(each for each in run.summaries if each.plan and run.by_id[each.plan] is not each),
        tuple(each for each in run.summaries if not each.plan),
        run,
    )


def _outline(run: Run, families: dict[str, Family]) -> Iterator[Place]:
    """Return the plans that belong to some other, parents before children.

    A circle of parents has no highest plan; it begins with the first that was read.
    """
    children = {plan: family.children for plan, family in families.items()}
    below = {child.plan for found in children.values() for child in found}
    tops = [plan for plan in run.by_id if plan in children and plan not in below]
    seen: set[str] = set()
    for plan in [*tops, *(plan for plan in run.by_id if plan in below)]:
        if plan in seen:
            continue
        stack = [Place(run.by_id[plan], ())]
        while stack:
            place = stack.pop()
            again = place.plan.plan in seen
            yield place._replace(again=again)
            seen.add(place.plan.plan)
            found = () if again else children.get(place.plan.plan, ())
            for number, child in reversed(list(enumerate(found, start=1))):
                stack.append(Place(child, (*place.lasts, number == len(found))))


def _kin(family: Family, shares: Shares, only: Collection[str]) -> Kin:
    declared = family.parent.children
    named = () if declared is None or declared == COMPLETE else declared
    there = {child.plan for child in family.children}
    rolls, unlike = shares.of(family)
    return Kin(
        family,
        None if declared is None else named,
        tuple(id_ for id_ in named if id_ not in there),
        tuple(each for each in rolls if not only or each.indicator.id in only),
        tuple(each for each in unlike if not only or each.indicator.id in only),
    )


def _check_known(only: Collection[str], run: Run) -> None:
    known = list(dict.fromkeys(id_ for each in run.summaries for id_, _, _ in each.targets))
    for id_ in only:
        if id_ not in known:
            guess, read = suggestion(id_, known), quote(id_)
            raise UsageError(
                {
                    "en": f"none of the plans has a target for an indicator {read!r}{guess['en']}",
                    "zh": f"各规划均没有指标“{read}”的目标{guess['zh']}",
                }
            )
