"""A conflict, and the plans around it: what the rules say there when a figure is another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, Final, NamedTuple

from auditor.catalogue import rules
from auditor.compare.rollup import Run
from auditor.compare.summary import summarise
from auditor.facts import Fact, Plan, restated
from auditor.finding import Finding
from auditor.mend.neighbourhood import neighbourhood
from auditor.mend.state import State, place, state
from auditor.rule import Held, Hit, Rule, Verdict
from auditor.sheet import Entry, Indicator

_FAMILIES: Final = frozenset(("BAS", "DIR", "FIG", "ROL", "SUM", "TXT", "UNI"))
# Which of these finds a conflict depends on where the figure stands that others agree with.
_RESTATED: Final = frozenset(("TXT001", "TXT002", "TXT003"))


class Judge(NamedTuple):
    """A rule by which edits are judged; if it is `on`, what it finds is told."""

    rule: Rule
    on: bool


def judges(on: Iterable[Rule], crashed: Collection[str]) -> list[Judge]:
    """Return the rules that edits are judged by: all there are, but for those that have crashed.

    Those that are `on` judge as they are set up, the others as they come.
    """
    chosen = {rule.code: rule for rule in on}
    known = {rule.code: rule for rule in rules()} | chosen
    return [
        Judge(rule, code in chosen)
        for code, rule in sorted(known.items())
        if rule.family in _FAMILIES and code not in crashed
    ]


class TooMuchError(Exception):
    """More would have to be looked at than a suggestion is worth."""


class Effort:
    """How many figures rules have looked at to try edits, and how many they may."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.spent = 0

    def look(self, verdict: Verdict) -> None:
        """Count the figures of a verdict. Raises TooMuchError when they are too many."""
        figures = verdict.spots if isinstance(verdict, Hit) else getattr(verdict, "facts", ())
        self.spent += max(1, len(figures))
        if self.spent > self.most:
            raise TooMuchError


class Conflict:
    """What a rule has found, and the plans that it is about, reduced to its neighbourhood.

    `involved` are the figures that it names. Edits are judged by rules of each plan and across
    plans; all of that may raise TooMuchError.
    """

    def __init__(
        self, finding: Finding, plans: Sequence[Plan], rules: Sequence[Judge], effort: Effort
    ) -> None:
        self.effort = effort
        facts = {place(fact): fact for plan in plans for fact in plan.every_fact}
        marks = dict.fromkeys((each.path, each.mark) for each in finding.spots)
        self.involved = [facts[mark] for mark in marks if mark in facts]
        self.code = finding.code
        self.difference = Fraction(finding.difference or 0)
        self.whole = {plan.sheet.path: plan for plan in plans}
        self.rules = [judge.rule for judge in rules]
        self.on = frozenset(judge.rule.code for judge in rules if judge.on)
        alike = _RESTATED if self.code in _RESTATED else {self.code}
        self.finders = [rule for rule in self.rules if rule.code in alike]
        self.plans = [neighbourhood(plan, self.involved) for plan in plans]
        self.hits = self._hits(self.plans)

    @property
    def alone(self) -> bool:
        """Return whether it is about one figure alone."""
        return len(self.involved) == 1

    def plan(self, fact: Fact) -> Plan:
        """Return the plan that a figure stands in."""
        return self.whole[fact.origin.path]

    def indicator(self, fact: Fact) -> Indicator | None:
        """Return what a figure measures, as its plan knows it."""
        return self.plan(fact).indicators.get(fact.key.indicator)

    def hangs_on(self, fact: Fact) -> bool:
        """Return whether there would be no conflict if a figure were not printed."""
        if all(each is not fact for plan in self.plans for each in plan.facts):
            return True  # it is allotted to a child, and must be
        without = [
            plan.reduced((each for each in plan.facts if each is not fact), plan.claims)
            for plan in self.plans
        ]
        return self._hits(without) < self.hits

    def tried(self, fact: Fact, entry: Entry) -> tuple[Fact, list[Held]] | None:
        """Return a figure with another entry, and what holds of it by the rule that objected.

        None when it cannot be read, or the rule still objects as much.
        """
        changed = restated(self.plan(fact), fact, entry)
        if changed is None:
            return None
        hits, held = 0, []
        for _, verdict in self._verdicts(self.finders, self._with(fact, changed)):
            hits += isinstance(verdict, Hit)
            if hits >= self.hits:
                return None
            if isinstance(verdict, Held) and any(each is changed for each in verdict.facts):
                held.append(verdict)
        return changed, held

    def before(self) -> State:
        """Return what all rules make of the plans as they are."""
        return state(self._verdicts(self.rules, self.plans), self.on)

    def after(self, fact: Fact, changed: Fact) -> State:
        """Return what all rules make of the plans with a figure changed."""
        return state(self._verdicts(self.rules, self._with(fact, changed)), self.on)

    def _with(self, fact: Fact, changed: Fact) -> list[Plan]:
        return [
            plan.replaced(fact, changed) if plan.sheet.path == fact.origin.path else plan
            for plan in self.plans
        ]

    def _hits(self, plans: list[Plan]) -> int:
        return sum(isinstance(each, Hit) for _, each in self._verdicts(self.finders, plans))

    def _verdicts(self, rules: list[Rule], plans: list[Plan]) -> Iterator[tuple[Rule, Verdict]]:
        across: list[Run] = []
        if any(rule.scope == "run" for rule in rules):
            across.append(Run(tuple(summarise(plan) for plan in plans)))
        for rule in rules:
            subjects: Sequence[Any] = across if rule.scope == "run" else plans
            for subject in subjects:
                for verdict in rule.check(subject, rule.options):
                    self.effort.look(verdict)
                    yield rule, verdict
