"""The neighbourhood of a conflict: the figures that may have a say in it.

These are the figures that it names, the others of the same indicators, and those that share
a claim with them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from auditor.facts import Fact, Plan, once
from auditor.sheet import Claim

# Beyond so many figures only those named in the conflict are kept.
_MOST: Final = 60
_ID: Final = re.compile(r"[^\W\d]\w*")


def neighbourhood(plan: Plan, involved: Sequence[Fact]) -> Plan:
    """Return a plan reduced to the figures involved in a conflict and those around them."""
    own = {id(fact) for fact in involved}
    indicators = {(fact.key.area, fact.key.indicator) for fact in involved}
    indicators.discard(("", ""))
    claims = _claims_by_id(plan)
    ids = {fact.entry.id for fact in involved if fact.entry.id}
    named = {id_ for own_id in ids for claim in claims.get(own_id, ()) for id_ in _ids(claim)}
    near = [
        fact
        for fact in plan.facts
        if id(fact) in own
        or (fact.key.indicator and (fact.key.area, fact.key.indicator) in indicators)
        or (fact.entry.id and fact.entry.id in named)
    ]
    if len(near) > _MOST:
        near = [fact for fact in near if id(fact) in own]
    here = {fact.entry.id for fact in near if fact.entry.id}
    kept = tuple(claim for claim in plan.claims if _ids(claim) & here)
    return plan.reduced(near, kept)


def _ids(claim: Claim) -> frozenset[str]:
    """Return the ids of the plan's own facts that a claim may name."""
    parts = [*claim.parts, claim.whole] if claim.whole else claim.parts
    return frozenset(_ID.findall(claim.formula)) | {part.id for part in parts if part}


@once
def _claims_by_id(plan: Plan) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in plan.claims:
        for id_ in _ids(claim):
            found[id_].append(claim)
    return found
