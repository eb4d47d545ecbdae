"""What the rules make of plans as an edit leaves them: what they object to, and what they compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.facts import Fact
from auditor.finding import Mark, Severity
from auditor.rule import Held, Hit, Rule, Verdict

Place = tuple[str, Mark]
Kind = tuple[str, Severity, bool]

# What another conflict, or another doubt, makes an edit less likely that leaves it standing.
_BITS: Final = MappingProxyType({Severity.ERROR: 10, Severity.WARNING: 2})
# The rules of this family compare statements of one quantity.
_RESTATED: Final = "TXT"


class State(NamedTuple):
    """What the rules make of some plans: how often they object, and which figures are compared.

    `objections` are counted by family and severity, and by whether they are told of; each of the
    `groups` is the figures of one comparison, by where they stand; those are `restated` that
    state one quantity.
    """

    objections: Counter[Kind]
    groups: frozenset[frozenset[Place]]
    restated: frozenset[frozenset[Place]]

    @property
    def total(self) -> int:
        """Return how many objections there are that are told of."""
        return sum(n for (_, _, on), n in self.objections.items() if on)

    @property
    def bits(self) -> int:
        """Return how unlikely what is still objected to makes an edit."""
        return sum(_BITS[severity] * n for (_, severity, _), n in self.objections.items())

    @property
    def compared(self) -> frozenset[Place]:
        """Return the figures that take part in a comparison."""
        return frozenset().union(*self.groups)

    def worse_than(self, before: State) -> bool:
        """Return whether there are objections of a kind that there were fewer of before."""
        return any(n > before.objections.get(kind, 0) for kind, n in self.objections.items())

    def with_(self, at: Place) -> frozenset[frozenset[Place]]:
        """Return the comparisons that one figure takes part in."""
        return frozenset(group for group in self.groups if at in group)

    def sets_against(self, at: Place, others: frozenset[Place]) -> bool:
        """Return whether a figure is compared with any of others, itself or restated elsewhere."""
        alike = frozenset((at,)).union(*(group for group in self.restated if at in group))
        return any(group & alike and group & others for group in self.groups)


def state(verdicts: Iterable[tuple[Rule, Verdict]], on: Container[str]) -> State:
    """Return what rules make of plans, without remarks on form; `on` are codes of those told of."""
    objections: Counter[Kind] = Counter()
    groups: set[frozenset[Place]] = set()
    restated: set[frozenset[Place]] = set()
    for rule, verdict in verdicts:
        if isinstance(verdict, Hit) and rule.severity > Severity.NOTE:
            objections[rule.family, rule.severity, rule.code in on] += 1
            if verdict.compared:
                groups.add(frozenset((each.path, each.mark) for each in verdict.spots))
        elif isinstance(verdict, Held) and len(verdict.facts) > 1:
            group = frozenset(map(place, verdict.facts))
            groups.add(group)
            if rule.family == _RESTATED:
                restated.add(group)
    return State(objections, frozenset(groups), frozenset(restated))


def place(fact: Fact) -> Place:
    """Return where a figure stands in its sheet, by which it is known when it has changed."""
    return fact.origin.path, fact.entry.mark
