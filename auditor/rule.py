"""The shape of a rule, and what its check may yield.

A rule is a module in `rules/` that is read from top to bottom: a docstring, the
constants CODE, NAME, SEVERITY, TITLE, WHY, MESSAGE, WRONG (and HELP, OPTIONS, REFERENCES),
a generator `check`, and the examples GOOD and BAD. A check yields `Hit` for what it objects
to, `Held` for each comparison that came out well, and `Undecided` for one that could not be
made. The engine stamps code, name and severity, so that no rule can get them wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from auditor.document import Fault
from auditor.facts import Fact, Plan, base_unit
from auditor.finding import Mark, Severity, Spot, suppressible
from auditor.interval import Interval
from auditor.phrases import Amount, Said, amount_if_any, heading, printed_unit, reading
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


class Margin(NamedTuple):
    """How near a comparison was, in base units.

    `off` is how far the statements as printed are from agreeing, zero when they do, as a number
    and a bound that admits it; `slack` how much farther apart they could be and still be held
    to agree, None without end.
    """

    off: Fraction
    slack: Fraction | None


def margin(off: Fraction, difference: Interval, relation: str = "=") -> Margin:
    """Return the margin of `left relation right`.

    `off` is left − right as printed, `difference` all that it may be.
    """
    below = None if difference.low is None else -difference.low
    if relation in ("<", "<="):
        return Margin(max(off, Fraction(0)), below)
    if relation in (">", ">="):
        return Margin(max(-off, Fraction(0)), difference.high)
    ends = [end for end in (below, difference.high) if end is not None]
    return Margin(abs(off), min(ends, default=None))


class Held(NamedTuple):
    """A comparison that was made and came out well: of what, and how near it was, if near at all.

    `unit` is the base unit that the margin is in, None when it is that of the facts.
    """

    facts: tuple[Fact, ...] = ()
    margin: Callable[[], Margin] | None = None
    unit: str | None = None

    @property
    def in_unit(self) -> str:
        """Return the base unit that the margin is in, empty where there is none."""
        return base_unit(*self.facts) if self.unit is None else self.unit


def held(one: Fact, other: Fact, relation: str = "=") -> Held:
    """Return that two facts stand in a relation; by default, that they state one number."""
    return Held((one, other), partial(_between, one, other, relation))


def held_sides(
    facts: tuple[Fact, ...],
    off: Callable[[], Fraction],
    left: Interval,
    right: Interval,
    relation: str = "=",
    unit: str | None = None,
) -> Held:
    """Return that `left relation right` holds; `off` gives left − right as printed.

    `unit` is the base unit of both, None when it is that of the facts.
    """
    return Held(facts, lambda: margin(off(), left - right, relation), unit)


def _between(one: Fact, other: Fact, relation: str) -> Margin:
    results = [fact for fact in (one, other) if fact.key.role != "target"]
    bounded = any(fact.figure.bound != "=" for fact in results)
    by_bound = bounded and one.aim.meets(other.aim)
    alike = one.radius == other.radius and one.value == other.value
    if relation == "=" and alike and not by_bound:
        return Margin(Fraction(0), Fraction(0))  # printed alike, they had to be equal
    difference = one.aim - other.aim if by_bound else one.stated - other.stated
    return margin((one.unrounded - other.unrounded).nearest, difference, relation)


@dataclass(frozen=True, slots=True)
class Undecided:
    """A comparison that could not be made: where, and why."""

    spot: Spot
    reason: Wording


class Option(NamedTuple):
    """One option of a rule: its default, what it does, and the values that it may have.

    Without `choices` it is a number, and no smaller than `least`.
    """

    default: str | Fraction
    about: Wording
    choices: tuple[str, ...] = ()
    least: Fraction = Fraction(0)


Verdict = Hit | Held | Undecided
Check = Callable[[Any, Options], Iterator[Verdict]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the catalogue, as its module states it.

    `scope` is plan, run, or suppressions; `knobs` are its options, `options` their values;
    `wrong` tells when it is wrong. What is not `suppressible` no comment in a sheet silences.
    `former` are codes and names that it had before, which are understood for ever; a rule in
    `preview` is on only where it, or every such rule, is asked for.
    """

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
    wrong: Wording
    references: tuple[str, ...] = ()
    knobs: Mapping[str, Option] = field(default_factory=dict)
    options: Options = field(default_factory=dict)
    former: tuple[str, ...] = ()
    preview: bool = False

    def called(self, word: str) -> bool:
        """Return whether a word is the rule's code or name, or one that it had before."""
        known = (self.code, self.name, *self.former)
        return word.lower() in map(str.lower, known)

    @property
    def family(self) -> str:
        """Return the family that the rule belongs to, by which rules are also chosen."""
        return self.code[:3]

    @property
    def indispensable(self) -> bool:
        """Return whether it is always on: what it finds keeps a sheet from being read."""
        return self.family == "SYN" and self.severity is Severity.ERROR

    @property
    def suppressible(self) -> bool:
        """Return whether a comment in a sheet may silence it."""
        return suppressible(self.code)


def spot(fact: Fact) -> Spot:
    """Return the place of a fact, labelled with how the auditor reads it."""
    label, fields = reading(fact)
    interval = fact.allowed if fact.figure.numeric else Interval(None, None)
    unit = printed_unit(fact)
    return Spot(
        path=fact.origin.path,
        mark=fact.entry.mark,
        place=fact.entry.place,
        printed=fact.entry.says,
        low=amount_if_any(interval.low),
        high=amount_if_any(interval.high),
        unit=fact.base_unit if fact.measure.dimension else "",
        counted=unit.name,
        word=unit.word,
        label=label,
        label_fields=fields,
    )


def hit(
    *facts: Fact,
    message: Wording | None = None,
    help: Wording | None = None,
    difference: Fraction | None = None,
    subject: Wording | None = None,
    **fields: Said,
) -> Hit:
    """Return an objection to printed figures, the one to be looked at first in front.

    `difference` is in base units; `subject` the indicator's name, needed only of rules
    across plans. Amounts are told in the unit of the first figure that prints one for them.
    """
    first = facts[0]
    told = {
        name: field.by(*facts) if isinstance(field, Amount) else field
        for name, field in fields.items()
    }
    return Hit(
        spots=tuple(spot(fact) for fact in facts),
        fields=told,
        about=heading(first),
        indicator=first.key.indicator,
        plan=first.origin.plan,
        subject=subject,
        message=message,
        help=help,
        difference=amount_if_any(difference),
        compared=len(facts) > 1,
    )


def hit_at(
    path: str,
    mark: Mark,
    /,
    *,
    plan: str = "",
    message: Wording | None = None,
    help: Wording | None = None,
    **fields: Field,
) -> Hit:
    """Return an objection to a stretch of the sheet that is no figure."""
    return Hit((Spot(path, mark),), fields, plan=plan, message=message, help=help)


def spot_at(path: str, mark: Mark, /, *facts: Fact, plan: str, **fields: Field) -> Hit:
    """Return an objection to a stretch of the sheet that is no figure, with figures beside it."""
    spots = (Spot(path, mark), *(spot(fact) for fact in facts))
    return Hit(spots, fields, plan=plan, indicator=facts[0].key.indicator if facts else "")


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
