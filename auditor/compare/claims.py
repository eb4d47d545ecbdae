"""Arithmetic that a document asserts, judged: sums, parts, shares, conversions, formulas."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from auditor import units
from auditor.compare.bases import conceded, on_two_bases
from auditor.compare.form import Form, Unlike, constant
from auditor.compare.formula import AIM, Evaluation, Meant
from auditor.compare.outcome import ClaimError, Find, Outcome, named
from auditor.facts import Fact, Plan, once
from auditor.sheet import Claim

_HUNDRED: Final = Fraction(100)


@once
def _evaluated(plan: Plan) -> tuple[tuple[Claim, list[Outcome] | ClaimError], ...]:
    """Return each of a plan's claims with what it comes to, or why it cannot be evaluated."""
    found: list[tuple[Claim, list[Outcome] | ClaimError]] = []
    for claim in plan.claims:
        try:
            found.append((claim, evaluate(claim, finder(plan))))
        except ClaimError as error:
            found.append((claim, error))
    return tuple(found)


@once
def outcomes(plan: Plan) -> tuple[Outcome, ...]:
    """Return what each of a plan's own claims comes to; what cannot be evaluated is left out."""
    lists = (found for _, found in _evaluated(plan) if not isinstance(found, ClaimError))
    return tuple(outcome for found in lists for outcome in found)


@once
def unreadable(plan: Plan) -> tuple[ClaimError, ...]:
    """Return why claims of a plan could not be evaluated.

    An id whose figure could not be read, or may stand behind the place where reading the
    sheet broke off, is not unknown but out of reach.
    """
    ids = {entry.id for entry in plan.sheet.entries}
    errors = []
    for _, error in _evaluated(plan):
        if not isinstance(error, ClaimError):
            continue
        known = error.read in ids or not plan.sheet.whole
        if error.kind == "unknown-id" and known:
            error = ClaimError("out-of-reach", error.read, error.mark)
        errors.append(error)
    return tuple(errors)


def across_plans(plan: Plan) -> tuple[Claim, ...]:
    """Return the claims of a plan that name a figure of another."""
    return tuple(
        claim
        for claim, found in _evaluated(plan)
        if isinstance(found, ClaimError) and found.kind == "elsewhere"
    )


def finder(plan: Plan) -> Find:
    """Return the look-up of a plan's own facts by id; another plan's facts are elsewhere."""

    def find(plan_id: str, id_: str) -> Fact | None:
        return plan.ids.get(id_) if plan_id in ("", plan.id) else None

    return find


def evaluate(claim: Claim, find: Find) -> list[Outcome]:
    """Return what a claim comes to; parts that are not added up give one outcome each.

    Raises ClaimError for a formula that cannot be read or names an unknown id.
    """
    found = _evaluate(claim, find, AIM)
    if all(outcome.holds for outcome in found):
        return found
    try:
        admits = [outcome.holds for outcome in _evaluate(claim, find, conceded)]
    except ClaimError:  # by its bound a divisor may be zero
        admits = [True] * len(found)
    return [
        outcome._replace(within_bounds=holds and not outcome.holds and not on_two_bases(outcome))
        for outcome, holds in zip(found, admits, strict=True)
    ]


def _evaluate(claim: Claim, find: Find, meant: Meant) -> list[Outcome]:
    if claim.kind == "holds":
        return [Evaluation(claim, find, meant).formula()]
    parts = [named(part, find) for part in claim.parts]
    if claim.kind == "shares":
        return [_shares(claim, parts, meant)]
    assert claim.whole is not None
    whole = named(claim.whole, find)
    if claim.kind in ("of_which", "overlapping"):
        each = [_linear(claim, [part], "<=", whole, meant) for part in parts]
        covers = claim.kind == "overlapping"
        return [*each, _linear(claim, parts, ">=", whole, meant)] if covers else each
    return [_linear(claim, parts, "=", whole, meant)]


def _linear(claim: Claim, parts: list[Fact], relation: str, whole: Fact, meant: Meant) -> Outcome:
    evaluation = Evaluation(claim, lambda _plan, _id: None, meant)
    left = constant(Fraction(0))
    try:
        for part in parts:
            left = evaluation.add(left, evaluation.fact(part), 1)
        right = evaluation.fact(whole)
        return evaluation.judge(left, relation, right)
    except Unlike:
        return evaluation.unlike()


def _shares(claim: Claim, parts: list[Fact], meant: Meant) -> Outcome:
    evaluation = Evaluation(claim, lambda _plan, _id: None, meant)
    total = constant(Fraction(0))
    try:
        for part in parts:
            for share in _in_hundred(evaluation, part):
                total = evaluation.add(total, share, 1)
        return evaluation.judge(total, "=", constant(_HUNDRED))._replace(unit="percent")
    except Unlike:
        return evaluation.unlike()


def _in_hundred(evaluation: Evaluation, part: Fact) -> list[Form]:
    """Return the shares that a figure states, each as a part of a hundred; 三分之二 is one of one."""
    figure = part.figure
    if figure.kind == "ratio":
        return [evaluation.part(part, index + 1) for index in range(len(figure.numbers))]
    share = evaluation.fact(part)
    if figure.parts_of_one and not part.prints_unit:
        share = evaluation.multiply(share, constant(_HUNDRED))
    return [share]


def is_conversion(outcome: Outcome) -> bool:
    """Return whether a claim states one amount in two units: 13332 ㎡ = 约20亩."""
    if outcome.relation != "=" or len(outcome.facts) != 2 or outcome.claim.kind != "holds":
        return False
    one, other = (fact.unit for fact in outcome.facts)
    return one != other and units.comparable(one, other)
