"""Arithmetic that a document asserts, judged: sums, parts, shares, conversions, formulas."""

from __future__ import annotations

from fractions import Fraction

from auditor import units
from auditor.compare.form import Unlike, constant
from auditor.compare.formula import Evaluation
from auditor.compare.outcome import ClaimError, Find, Outcome, named
from auditor.facts import Fact, Plan, once
from auditor.sheet import Claim


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
    if claim.kind == "holds":
        return [Evaluation(claim, find).formula()]
    parts = [named(part, find) for part in claim.parts]
    if claim.kind == "shares":
        return [_shares(claim, parts)]
    assert claim.whole is not None
    whole = named(claim.whole, find)
    if claim.kind in ("of_which", "overlapping"):
        each = [_linear(claim, [part], "<=", whole) for part in parts]
        return each if claim.kind == "of_which" else [*each, _linear(claim, parts, ">=", whole)]
    return [_linear(claim, parts, "=", whole)]


def _linear(claim: Claim, parts: list[Fact], relation: str, whole: Fact) -> Outcome:
    evaluation = Evaluation(claim, lambda _plan, _id: None)
    left = constant(Fraction(0))
    try:
        for part in parts:
            left = evaluation.add(left, evaluation.fact(part), 1)
        right = evaluation.fact(whole)
        return evaluation.judge(left, relation, right)
    except Unlike:
        return evaluation.unlike()


def _shares(claim: Claim, parts: list[Fact]) -> Outcome:
    evaluation = Evaluation(claim, lambda _plan, _id: None)
    total = constant(Fraction(0))
    try:
        for part in parts:
            if part.figure.kind == "ratio":
                evaluation.facts[id(part)] = part
                for index in range(len(part.figure.numbers)):
                    total = evaluation.add(total, evaluation.part(part, index + 1), 1)
            else:
                total = evaluation.add(total, evaluation.fact(part), 1)
        return evaluation.judge(total, "=", constant(Fraction(100)))._replace(unit="percent")
    except Unlike:
        return evaluation.unlike()


def is_conversion(outcome: Outcome) -> bool:
    """Return whether a claim states one amount in two units: 13332 ㎡ = 约20亩."""
    if outcome.relation != "=" or len(outcome.facts) != 2 or outcome.claim.kind != "holds":
        return False
    one, other = (fact.unit for fact in outcome.facts)
    return one != other and units.comparable(one, other)
