"""Changes tried: of each kind so many in a plan, and what an audit says of each."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import add
from pathlib import Path
from typing import Final, NamedTuple

from auditor.facts import Fact
from auditor.finding import Finding, Severity
from auditor.interval import Interval
from tests.generated_faults import Kind
from tests.generated_ground import Change, Ground, Tie, where

# What these rules compare are two statements of one number, or the two sides of an equation.
EQUATIONS: Final = frozenset(
    ("TXT001", "TXT002", "TXT003", "TXT007", "BAS001", "BAS002", "SUM001", "SUM003", "SUM004",
     "SUM005", "UNI004", "ROL008")
)  # fmt: skip


class Suggested(NamedTuple):
    """Of the mends suggested for a fault: whether the true repair is the first, or one of three.

    `place` tells whether the first is at least of the right figure.
    """

    first: bool
    among: bool
    place: bool


class Trial(NamedTuple):
    """One change of a plan, and what came of it.

    It is `drawn` from all sites there are, and `checked` when something there was compared
    before. A changed number is `sound` when it still goes with all that it is compared with:
    within rounding, or within bounds where nothing else holds it. `mend` tells of the mends
    suggested, if there is a single edit that would repair the fault.
    """

    kind: str
    plan: str
    told: str
    drawn: bool
    checked: bool
    findings: list[Finding]
    sound: str = ""
    mend: Suggested | None = None

    @property
    def missed(self) -> bool:
        """Return whether an audit should have told of the change and does not."""
        return self.checked and not self.findings and not self.sound

    @property
    def serious(self) -> bool:
        """Return whether an audit tells of the change, and not only by a remark on form."""
        return any(finding.severity > Severity.NOTE for finding in self.findings)

    def raises(self, severity: Severity) -> int:
        """Return how many findings of a severity there are."""
        return sum(finding.severity is severity for finding in self.findings)


def trials(
    grounds: Iterable[Ground], kinds: Mapping[str, Kind], seed: int, sites: int
) -> Iterator[Trial]:
    """Try changes of some kinds, of each so many in a plan as far as there are sites.

    Sites are drawn from all there are; when too few of them are checked, more of the checked
    ones are tried.
    """
    for ground in grounds:
        for name, kind in kinds.items():
            yield from _tried(ground, name, kind, seed, sites)


def _tried(ground: Ground, name: str, kind: Kind, seed: int, most: int) -> Iterator[Trial]:
    chance = random.Random(f"{seed} {ground.plan.id} {name}")
    sites = list(kind(ground))
    chance.shuffle(sites)
    drawn = checked = 0
    for site in sites:
        if drawn < most or (site.checked and checked < most):
            change = site.make(chance)
            if change is not None:
                yield tried(ground, change, name, drawn=drawn < most, checked=site.checked)
                drawn += 1
                checked += site.checked


def tried(ground: Ground, change: Change, kind: str, *, drawn: bool, checked: bool) -> Trial:
    """Return what an audit says of a change."""
    findings = ground.raised(change, mends=change.repair is not None)
    line = min((at.line for at in change.touched), default=0)
    told = f"{Path(change.path).name}:{line} {change.told}" if line else change.told
    sound = _sound(ground, change) if change.ties and not findings else ""
    trial = Trial(kind, ground.plan.id, told, drawn, checked, findings, sound)
    repair = change.repair
    if repair is None or not trial.serious:
        return trial
    places, made = [], []
    for finding in findings:
        at = [change.before(where(mend.spot)) for mend in finding.mends]
        places += [each in repair.at for each in at[:1]]
        texts = [mend.text for mend in finding.mends]
        made.append([repair.is_made_by(*each) for each in zip(at, texts, strict=True)])
    first = any(each[:1] == [True] for each in made)
    return trial._replace(mend=Suggested(first, any(map(any, made)), any(places)))


def _sound(ground: Ground, change: Change) -> str:
    """Return how a changed number still goes with all that it was compared with, or nothing.

    Restatements, sums and multiples are reckoned here; for the others, whether the rule still
    makes the comparison and has nothing to say is taken for an answer.
    """
    facts, kept = ground.facts(change), ground.kept(change)
    for tie in change.ties:
        met = _met(tie.code, [facts[place] for place in tie.places if place in facts])
        if met is None:
            met = any(_alike(tie, other, change) for other in kept)
        if not met:
            return ""
    return "rounding" if any(tie.code in EQUATIONS for tie in change.ties) else "bounds"


def _alike(one: Tie, other: Tie, change: Change) -> bool:
    """Return whether two comparisons are by one rule, and of what has been changed."""
    return one.code == other.code and not change.touched.isdisjoint(other.places)


def _met(code: str, facts: list[Fact]) -> bool | None:
    """Return whether printed numbers can be what a rule takes them for, None if that is not known."""
    intervals = [fact.stated for fact in facts]
    first, *others = intervals
    match code:
        case "TXT001" | "TXT002" | "TXT003" | "TXT007":
            one, other = facts
            if one.key.role != "target" and (one.figure.bound, other.figure.bound) != ("=", "="):
                return None  # of results, bounds need only leave room for one another
            numbers = one.figure.kind == other.figure.kind == "number"
            about = one.figure.approximate or other.figure.approximate
            if numbers and not about and one.radius == other.radius:
                return one.value == other.value
            return _overlap(first, others[0])
        case "BAS001":
            period = facts[0].key.period
            return period is not None and _overlap(first, others[0].scaled(period.years))
        case "BAS002":
            return _overlap(first, reduce(add, others))
        case "SUM001":
            return _overlap(intervals[-1], reduce(add, intervals[:-1]))
    return None


def _overlap(one: Interval, other: Interval) -> bool:
    low = max(end for end in (one.low, other.low) if end is not None)
    return low <= min(end for end in (one.high, other.high) if end is not None)
