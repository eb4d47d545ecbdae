"""What a document asserts of its own figures, as one line each, and whether it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from auditor.compare.bases import on_two_bases, totals
from auditor.compare.claims import evaluate, finder
from auditor.compare.outcome import UNDECIDED as WHY_UNDECIDED
from auditor.compare.outcome import WITHIN_BOUNDS, ClaimError, Outcome
from auditor.facts import Fact, Plan
from auditor.sheet import Claim, Reference
from auditor.view.notes import Note, Notes
from auditor.wording import Wording

HOLDS: Final = "holds"
FAILS: Final = "fails"
UNDECIDED: Final = "undecided"
DOUBTFUL: Final = "doubtful"

_ID: Final = re.compile(r"(?<![\w.])[^\W\d][\w.]*")
_UNREADABLE: Final[Wording] = {"en": "it cannot be read", "zh": "算式无法读取"}
_UNKNOWN: Final[Wording] = {"en": "it names what the sheet does not state", "zh": "引用了表单中没有的数字"}  # fmt: skip
_ELSEWHERE: Final[Wording] = {"en": "it names a figure of another plan", "zh": "引用了其他规划的数字"}  # fmt: skip
_NO_AMOUNT: Final[Wording] = {"en": "it names what states no amount", "zh": "引用的数字未表示数量"}
_UNITS: Final[Wording] = {"en": "its figures are in different units", "zh": "所涉数字计量单位不同"}
_BASES: Final[Wording] = {"en": "its figures are on different bases", "zh": "所涉数字口径不同"}
_WHY: Final = {
    "unreadable-claim": _UNREADABLE, "unknown-id": _UNKNOWN,
    "elsewhere": _ELSEWHERE, **WHY_UNDECIDED, "out-of-reach": _NO_AMOUNT,
}  # fmt: skip


class Asserted(NamedTuple):
    """A claim with the figures as printed in the place of their ids.

    `verdict` is holds, fails, doubtful or undecided, the last two with their reason; `notes` are
    the findings about just the figures of a claim that does not hold.
    """

    claim: Claim
    text: str
    facts: tuple[Fact, ...]
    verdict: str
    reason: Wording | None
    notes: tuple[Note, ...]


def asserted(plan: Plan, notes: Notes) -> Iterator[Asserted]:
    """Return the claims of a plan in the order of the document."""
    for claim in plan.claims:
        named = _named(claim, plan)
        try:
            outcomes = evaluate(claim, finder(plan))
        except ClaimError as error:
            reason = _WHY[error.kind]
            yield Asserted(claim, _text(claim, plan), named, UNDECIDED, reason, ())
            continue
        verdict, reason_ = _verdict(outcomes)
        found = () if verdict == HOLDS else _objections(outcomes, notes)
        yield Asserted(claim, _text(claim, plan), named, verdict, reason_, found)


def _verdict(outcomes: list[Outcome]) -> tuple[str, Wording | None]:
    held = [_holds(each) for each in outcomes]
    failing = [each for each, holds in zip(outcomes, held, strict=True) if holds is False]
    if failing:
        doubtful = all(each.within_bounds for each in failing)
        return (DOUBTFUL, WITHIN_BOUNDS) if doubtful else (FAILS, None)
    unsure = [each for each, holds in zip(outcomes, held, strict=True) if holds is None]
    of_units = any(each.unlike or each.mixed for each in unsure)
    return (UNDECIDED, _UNITS if of_units else _BASES) if unsure else (HOLDS, None)


def _holds(outcome: Outcome) -> bool | None:
    """Return whether a claim holds, None where units or bases keep it from being judged."""
    if _incomparable(outcome) or (outcome.mixed and outcome.holds):
        return None
    if not on_two_bases(outcome):
        return outcome.holds
    over_years = totals(outcome)
    return None if outcome.mixed or over_years is None else over_years.holds


def _incomparable(outcome: Outcome) -> bool:
    """Return whether the units keep a claim from being judged: 人次 of parts may well exceed 人."""
    bounded = outcome.claim.kind in ("of_which", "overlapping")
    return outcome.unlike or (bounded and bool(outcome.mixed))


def _objections(outcomes: list[Outcome], notes: Notes) -> tuple[Note, ...]:
    found: list[Note] = []
    for each in outcomes:
        if not _holds(each):
            found += notes.about(each.facts)
            found += notes.about(each.mixed)
    return tuple(dict.fromkeys(found))


def _named(claim: Claim, plan: Plan) -> tuple[Fact, ...]:
    """Return the facts of the plan that a claim names."""
    if claim.kind == "holds":
        ids = [match.group() for match in _ID.finditer(claim.formula)]
    else:
        ids = [each.id for each in (claim.whole, *claim.parts) if each is not None]
    return tuple(dict.fromkeys(plan.ids[id_] for id_ in ids if id_ in plan.ids))


def _text(claim: Claim, plan: Plan) -> str:
    """Return a claim as a line: a whole and its parts, or the formula, with what is printed."""
    if claim.kind == "holds":
        formula = claim.formula.replace("<=", "≤").replace(">=", "≥")
        return _ID.sub(lambda match: _printed(match.group(), plan), formula)
    parts = [_term(part, plan) for part in claim.parts]
    if claim.kind == "shares":
        return f"{' + '.join(parts)} = 100%"
    whole = _term(claim.whole, plan) if claim.whole is not None else ""
    if claim.kind == "parts":
        return f"{whole} = {' + '.join(parts)}"
    text = f"{whole} ≥ {', '.join(parts)}"
    return f"{text}; {whole} ≤ {' + '.join(parts)}" if claim.kind == "overlapping" else text


def _term(reference: Reference, plan: Plan) -> str:
    return _printed(reference.id, plan)


def _printed(id_: str, plan: Plan) -> str:
    """Return what is printed for an id, the id itself where it is no figure of the plan."""
    fact = plan.ids.get(id_.removeprefix(f"{plan.id}."))
    return id_ if fact is None else fact.entry.says
