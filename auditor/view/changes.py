"""Two versions of a sheet: figures changed, added and left out, and findings that came and went."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.engine import Report
from auditor.facts import Fact, Plan
from auditor.finding import Finding, Severity


class Changed(NamedTuple):
    """One statement as it was and as it is; None where there was or is none."""

    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """Return the statement as it is, or as it was when it has been left out."""
        found = self.before if self.after is None else self.after
        assert found is not None
        return found

    @property
    def restated(self) -> bool:
        """Return whether the figure is of another role, period or basis than it was."""
        one, other = self.before, self.after
        return one is not None and other is not None and _terms(one) != _terms(other)

    @property
    def moved(self) -> bool:
        """Return whether the figure stands in another place of the document."""
        one, other = self.before, self.after
        return one is not None and other is not None and one.entry.place != other.entry.place

    @property
    def difference(self) -> Fraction | None:
        """Return by how much the amount has grown, in base units; None where it cannot be said."""
        one, other = self.before, self.after
        if one is None or other is None or self.restated or one.base_unit != other.base_unit:
            return None
        if not (one.figure.numeric and other.figure.numeric):
            return None
        return other.value - one.value


class Changes(NamedTuple):
    """What has changed from one version of a plan to the other, by indicator.

    `appeared` are findings of the new version that the old one had not, `gone` the others.
    Both stand under their plan's indicators, those of no indicator under an empty one.
    """

    before: Plan
    after: Plan
    figures: dict[str, tuple[Changed, ...]]
    appeared: tuple[Finding, ...]
    gone: tuple[Finding, ...]

    def reaches(self, gate: Severity | None) -> bool:
        """Return whether a finding has appeared at or above `gate`; None is a gate nothing reaches."""
        return gate is not None and any(each.severity >= gate for each in self.appeared)


def changes(before: Plan, after: Plan, was: Report, now: Report) -> Changes:
    """Return what has changed between two versions of a plan, of which the reports are `was` and `now`."""
    figures: dict[str, list[Changed]] = {}
    for each in sorted(_changed(before.facts, after.facts), key=_order):
        figures.setdefault(each.fact.key.indicator, []).append(each)
    old = {each.fingerprint for each in was.standing}
    new = {each.fingerprint for each in now.standing}
    return Changes(
        before,
        after,
        {indicator: tuple(found) for indicator, found in figures.items()},
        tuple(each for each in now.standing if each.fingerprint not in old),
        tuple(each for each in was.standing if each.fingerprint not in new),
    )


def _changed(before: Sequence[Fact], after: Sequence[Fact]) -> Iterator[Changed]:
    """Return the statements that differ, each paired with the one that it has most likely been.

    First those are set aside that have stayed as they were, wherever they now stand; then a
    statement is the same if it says the same thing in the same place, then if it is of the same
    quantity, then if it stands in the same place of the same indicator.
    """
    left, right = list(before), list(after)
    for alike in (_as_printed, _reworded):
        for _ in _pairs(left, right, alike):
            pass
    for alike in (_in_place, _of_quantity, _of_indicator):
        for one, other in _pairs(left, right, alike):
            yield Changed(one, other)
    yield from (Changed(fact, None) for fact in left)
    yield from (Changed(None, fact) for fact in right)


def _pairs(
    left: list[Fact], right: list[Fact], alike: Callable[[Fact], Hashable]
) -> list[tuple[Fact, Fact]]:
    """Return the facts that are alike, in their order, and take them out of both lists."""
    waiting: dict[Hashable, list[Fact]] = {}
    for fact in right:
        waiting.setdefault(alike(fact), []).append(fact)
    found = [(fact, waiting[alike(fact)].pop(0)) for fact in left if waiting.get(alike(fact))]
    gone = {id(fact) for pair in found for fact in pair}
    for facts in (left, right):
        facts[:] = [fact for fact in facts if id(fact) not in gone]
    return found


def _as_printed(fact: Fact) -> Hashable:
    return _in_place(fact), fact.entry.says, fact.unit


def _reworded(fact: Fact) -> Hashable:
    """A statement that has only been moved: to another place of the document."""
    return fact.key, _name(fact), fact.entry.says, fact.unit


def _in_place(fact: Fact) -> Hashable:
    return fact.key, _name(fact), fact.entry.place


def _of_quantity(fact: Fact) -> Hashable:
    return fact.key, _name(fact)


def _of_indicator(fact: Fact) -> Hashable:
    return fact.key.indicator, fact.key.area, fact.key.scope, _name(fact), fact.entry.place


def _name(fact: Fact) -> str:
    """Return what tells figures apart that are of no indicator: the id that claims know them by."""
    return "" if fact.key.indicator else fact.entry.id


def _terms(fact: Fact) -> Hashable:
    """Return on what terms a figure is stated: two on other terms cannot be subtracted."""
    return fact.key.period, fact.key.basis, fact.key.change, fact.key.role


def _order(changed: Changed) -> tuple[str, bool, object]:
    return changed.fact.key.indicator, changed.after is None, changed.fact.entry.mark
