"""The shape of a rule, and what its check may yield.

A rule is a module in `rules/` that is read from top to bottom: a docstring, the
constants CODE, NAME, SEVERITY, TITLE, WHY, MESSAGE (and HELP), a generator `check`, and
the examples GOOD and BAD. A check yields `Hit` for what it objects to, `HELD` for
each comparison that came out well, and `Undecided` for one that could not be made.
The engine stamps code, name and severity, so that no rule can get them wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from auditor.document import Fault
from auditor.facts import Fact, Plan
from auditor.finding import Mark, Severity, Spot
from auditor.phrases import amount, heading, reading
from auditor.wording import Field, Fields, Wording

Options = Mapping[str, Any]
Example = str | bytes | Mapping[str, str | bytes]


@dataclass(frozen=True, slots=True)
class Hit:
    """An objection: the primary place first, then the places related to it."""

    spots: tuple[Spot, ...]
    fields: Fields
    about: Wording | None = None
    indicator: str = ""
    plan: str = ""
    subject: Wording | None = None
    message: Wording | None = None
    help: Wording | None = None
    difference: str = ""
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A comparison that was made and came out well."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """A comparison that could not be made: where, and why."""

    spot: Spot
    reason: Wording


HELD = Held()
Verdict = Hit | Held | Undecided
Check = Callable[[Any, Options], Iterator[Verdict]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue, as its module states it. `scope` is plan or run."""

    code: str
    name: str
    severity: Severity
    title: Wording
    why: Wording
    message: Wording
    help: Wording | None
    scope: str
    check: Check
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    module: str
    options: Options = field(default_factory=dict)


def spot(fact: Fact) -> Spot:
    """Return the place of a fact, labelled with how the auditor reads it."""
    label, fields = reading(fact)
    interval = fact.allowed if fact.figure.numeric else None
    return Spot(
        path=fact.origin.path,
        mark=fact.entry.mark,
        place=fact.entry.place,
        printed=fact.entry.says,
        low="" if interval is None or interval.low is None else amount(interval.low),
        high="" if interval is None or interval.high is None else amount(interval.high),
        unit=fact.base_unit if fact.measure.dimension else "",
        label=label,
        label_fields=fields,
    )


def hit(
    *facts: Fact,
    message: Wording | None = None,
    help: Wording | None = None,
    difference: Fraction | None = None,
    subject: Wording | None = None,
    **fields: Field,
) -> Hit:
    """Return an objection to printed figures, the one to be looked at first in front.

    `difference` is in base units; `subject` the indicator's name, needed only of rules
    across plans.
    """
    first = facts[0]
    return Hit(
        spots=tuple(spot(fact) for fact in facts),
        fields=fields,
        about=heading(first),
        indicator=first.key.indicator,
        plan=first.origin.plan,
        subject=subject,
        message=message,
        help=help,
        difference="" if difference is None else amount(difference),
        compared=len(facts) > 1,
    )


def hit_at(path: str, mark: Mark, /, *, plan: str = "", **fields: Field) -> Hit:
    """Return an objection to a stretch of the sheet that is no figure."""
    return Hit((Spot(path, mark),), fields, plan=plan)


def faults(plan: Plan, kind: str) -> Iterator[Hit]:
    """Return an objection for each fault of a kind that reading the sheet has left."""
    for fault in plan.faults_by_kind.get(kind, ()):
        yield from told(plan.sheet.path, (fault,))


def told(path: str, found: Iterable[Fault]) -> Iterator[Hit]:
    """Return an objection for each fault."""
    for fault in found:
        yield Hit((Spot(path, fault.mark),), fault.fields)


def undecided(fact: Fact, reason: Wording) -> Undecided:
    """Return a comparison that could not be made because of `reason`."""
    return Undecided(spot(fact), reason)


def undecided_at(path: str, mark: Mark, reason: Wording) -> Undecided:
    """Return a comparison that could not be made, at a stretch of the sheet that is no figure."""
    return Undecided(Spot(path, mark), reason)
