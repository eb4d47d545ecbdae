"""Trying edits: which of them settle a conflict, and what they do to the figures around it.

In its neighbourhood the rule that found the conflict must find less, all rules together must
too, and no comparison may be lost for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final, NamedTuple

from auditor.compare.rollup import Run
from auditor.compare.summary import summarise
from auditor.facts import Fact, Plan, restated
from auditor.finding import Finding, Mend, Severity
from auditor.mend.neighbourhood import neighbourhood
from auditor.mend.slips import Edit, Numeral, enough, near, numeral, slips, towards
from auditor.rule import Held, Hit, Rule, Verdict, spot
from auditor.sheet import Entry
from auditor.wording import Wording, quote

# More suggestions than this are no help.
_MOST_SHOWN: Final = 3
# Beyond so many figures a conflict is not tried; of each so many edits are judged.
_MOST_INVOLVED: Final = 12
_MOST_JUDGED: Final = 3
_PLANS_KEPT: Final = 8
_FAMILIES: Final = frozenset(("BAS", "DIR", "FIG", "ROL", "SUM", "TXT", "UNI"))
_PERHAPS_A_PART: Final[Wording] = {
    "en": "perhaps one of the parts: it is exactly what lacks",
    "zh": "恰为差额，可能是漏列的分项",
}
_COUNTED_TWICE: Final[Wording] = {
    "en": "as printed, {place} {part} is counted twice",
    "zh": "按现有数字，{place} {part} 被重复计入",
}
_NOT_COUNTED: Final[Wording] = {
    "en": "as printed, {place} {part} is left out",
    "zh": "按现有数字，{place} {part} 未计入",
}


class Score(NamedTuple):
    """How much the rules still object to, and how many figures they could not compare for it."""

    errors: int
    warnings: int
    lost: int


class _Try(NamedTuple):
    """An edit of a fact that settles the conflict, as far as the rule that found it goes.

    `off` is how far the printed numbers are from agreeing then, and rounding has to explain.
    """

    fact: Fact
    edit: Edit
    off: Fraction
    order: int

    @property
    def rank(self) -> tuple[int, Fraction, int]:
        """Return the key that sorts edits: the likeliest slip first, then the closest fit."""
        return self.edit.cost, self.off, self.order


def _worth(judged: tuple[Score, _Try]) -> tuple[Score, tuple[int, Fraction, int]]:
    return judged[0], judged[1].rank


class Patience:
    """How many conflicts are still tried: trying takes far longer than finding them does."""

    def __init__(self, conflicts: int = 100) -> None:
        self.left = conflicts


def mended(
    findings: Iterable[Finding],
    load: Callable[[str], Plan],
    rules: Sequence[Rule],
    patience: Patience,
) -> list[Finding]:
    """Return the findings, each conflict or doubt about figures with what would mend it.

    `load` gives the plan at a path. When patience has run out the other findings are returned
    as they are, and so are those that are excused.
    """
    load = lru_cache(maxsize=_PLANS_KEPT)(load)
    return [_tried(finding, load, rules, patience) for finding in findings]


def _tried(
    finding: Finding, load: Callable[[str], Plan], rules: Sequence[Rule], patience: Patience
) -> Finding:
    figures = sum(bool(each.printed) for each in finding.spots)
    if finding.severity is Severity.NOTE or figures < 2 or not patience.left or not finding.stands:
        return finding
    patience.left -= 1
    about = [load(path) for path in dict.fromkeys(each.path for each in finding.spots)]
    return replace(finding, mends=Trial(finding, about, rules).mends())


class Trial:
    """One conflict, and the plans around it, reduced to its neighbourhood."""

    def __init__(self, finding: Finding, plans: Sequence[Plan], rules: Iterable[Rule]) -> None:
        marks = [(each.path, each.mark) for each in finding.spots]
        facts = {
            (fact.origin.path, fact.entry.mark): fact for plan in plans for fact in plan.every_fact
        }
        self.involved = [facts[mark] for mark in marks if mark in facts]
        self.finding = finding
        self.whole = {plan.sheet.path: plan for plan in plans}
        self.rules = [rule for rule in rules if rule.family in _FAMILIES]
        self.rule = next((rule for rule in self.rules if rule.code == finding.code), None)
        self.plans = [neighbourhood(plan, self.involved) for plan in plans]
        self.one_sided: dict[tuple[int, bool], bool] = {}

    def mends(self) -> tuple[Mend, ...]:
        """Return the edits that settle the conflict and raise no other, the likeliest first."""
        if self.rule is None or not 0 < len(self.involved) <= _MOST_INVOLVED:
            return ()
        self.hits = sum(isinstance(each, Hit) for each in self._verdicts(self.rule, self.plans))
        if not self.hits:
            return ()
        before = self._score(self.plans)
        best: list[tuple[Score, _Try]] = []
        by_fact: dict[int, list[_Try]] = {}
        for each in self._settling():
            by_fact.setdefault(id(each.fact), []).append(each)
        for tried in by_fact.values():
            tried.sort(key=lambda each: each.rank)
            judged = [
                (after, each)
                for each in tried[:_MOST_JUDGED]
                if (after := self._score(self._with(each.fact, each.edit.entry))) < before
                and (after.lost <= before.lost or self.rule.family == "UNI")
            ]
            best += sorted(judged, key=_worth)[:1]
        chosen = [
            replace(self._told(each.fact, each.edit), settles=sum(before[:2]) - sum(after[:2]))
            for after, each in sorted(best, key=_worth)
        ]
        return (*self._left_out(), *chosen)[:_MOST_SHOWN]

    # Trying.

    def _left_out(self) -> Iterator[Mend]:
        """Return the figures that stand beside the parts of a sum and make up exactly what lacks."""
        lack, largest = self._lack()
        own = {id(fact) for fact in self.involved}
        for fact in self.whole[largest.origin.path].facts if lack > 0 else ():
            beside = any(
                (fact.entry.table, fact.entry.column) == (each.entry.table, each.entry.column)
                if each.entry.table
                else fact.entry.place == each.entry.place
                for each in self.involved
            )
            alike = fact.measure.dimension == largest.measure.dimension
            if beside and alike and fact.value == lack and id(fact) not in own:
                yield Mend(spot(fact), "", _PERHAPS_A_PART)

    def _lack(self) -> tuple[Fraction, Fact]:
        """Return by how much the largest figure of a conflict exceeds all others together, and it."""
        largest = max(self.involved, key=lambda each: each.value)
        return 2 * largest.value - sum((each.value for each in self.involved), Fraction(0)), largest

    def _told(self, fact: Fact, edit: Edit) -> Mend:
        """Return an edit as it is told; of a whole, with the part that it makes up for."""
        lack, largest = self._lack()
        if fact is largest and len(self.involved) > 2:
            for part in self.involved:
                if part is not fact and part.value == abs(lack):
                    reason = _COUNTED_TWICE if lack > 0 else _NOT_COUNTED
                    fields = {"place": quote(part.entry.place), "part": quote(part.entry.says)}
                    return Mend(spot(fact), edit.text, reason, fields=fields)
        return Mend(spot(fact), edit.text, edit.reason, fields=edit.fields)

    def _settling(self) -> Iterator[_Try]:
        order = 0
        seen: set[tuple[int, Entry]] = set()
        for fact in self.involved:
            own = numeral(fact, comma=self.whole[fact.origin.path].sheet.decimal_comma)
            aims = self._aims(fact)
            for edit in self._edits(fact, own, aims):
                if (id(fact), edit.entry) in seen:
                    continue
                seen.add((id(fact), edit.entry))
                order += 1
                off = self._settles(fact, edit.entry)
                if off is None:
                    continue
                if own is None or not self._beyond_too(fact, own, edit):
                    yield _Try(fact, edit, off, order)
                elif fact is self.involved[0] and not edit.digits:
                    yield _Try(fact, enough(edit), off, order)

    def _beyond_too(self, fact: Fact, own: Numeral, edit: Edit) -> bool:
        """Return whether a figure much farther off than an edit makes it would settle it as well."""
        changed = restated(self.whole[fact.origin.path], fact, edit.entry)
        if changed is None or changed.value == fact.value:
            return False
        up = changed.value > fact.value
        if (id(fact), up) not in self.one_sided:
            far = fact.value * (1000 if up else Fraction(1, 1000))
            extremes = [each.entry for each in towards(fact, own, far)]
            self.one_sided[id(fact), up] = any(
                self._settles(fact, each) is not None for each in extremes
            )
        return self.one_sided[id(fact), up]

    def _edits(self, fact: Fact, own: Numeral | None, aims: list[Fraction]) -> Iterator[Edit]:
        if own is not None:
            for aim in aims:
                yield from towards(fact, own, aim)
        yield from slips(fact, own)
        if own is not None:
            for aim in aims:
                yield from near(fact, own, aim)

    def _aims(self, fact: Fact) -> list[Fraction]:
        """Return the values that a figure may have to have, judging by the others of its conflict."""
        others = [each for each in self.involved if each is not fact]
        aims = [each.value for each in others if each.measure.dimension == fact.measure.dimension]
        apart = Fraction(self.finding.difference or 0)
        years = [each.key.period.years for each in self.involved if each.key.period]
        spans = {1, *years}
        if apart:
            for years_ in sorted(spans):
                aims += [fact.value + apart / years_, fact.value - apart / years_]
        for years_ in sorted(spans - {1}):
            aims += [each.value * years_ for each in others] + [
                each.value / years_ for each in others
            ]
        if len(others) > 1:
            lack, largest = self._lack()
            aims.append(fact.value - lack if fact is largest else fact.value + lack)
        for each in others:
            aims += [
                fact.value * each.value / off
                for off in (each.value + apart, each.value - apart)
                if apart and off
            ]
        return list(dict.fromkeys(aim for aim in aims if aim != fact.value))

    def _settles(self, fact: Fact, entry: Entry) -> Fraction | None:
        """Return how far an edit leaves the printed numbers apart; None when it settles nothing."""
        assert self.rule is not None
        plans = self._with(fact, entry)
        verdicts = list(self._verdicts(self.rule, plans)) if plans else []
        if not plans or sum(isinstance(verdict, Hit) for verdict in verdicts) >= self.hits:
            return None
        margins = (v.margin() for v in verdicts if isinstance(v, Held) and v.margin is not None)
        return sum((margin.off for margin in margins), Fraction(0))

    def _with(self, fact: Fact, entry: Entry) -> list[Plan]:
        whole = self.whole[fact.origin.path]
        changed = restated(whole, fact, entry)
        if changed is None:
            return []
        return [
            plan.replaced(fact, changed) if plan.sheet.path == fact.origin.path else plan
            for plan in self.plans
        ]

    # Judging.

    def _score(self, plans: list[Plan]) -> Score:
        found: dict[Severity, int] = defaultdict(int)
        compared = 0
        for rule in self.rules:
            for verdict in self._verdicts(rule, plans):
                if isinstance(verdict, Hit):
                    found[rule.severity] += 1
                    compared += verdict.compared
                else:
                    compared += isinstance(verdict, Held)
        return Score(found[Severity.ERROR], found[Severity.WARNING], -compared)

    def _verdicts(self, rule: Rule, plans: list[Plan]) -> Iterator[Verdict]:
        subjects: Sequence[Any] = plans
        if rule.scope == "run":
            subjects = [Run(tuple(summarise(plan) for plan in plans))]
        for subject in subjects:
            yield from rule.check(subject, rule.options)
