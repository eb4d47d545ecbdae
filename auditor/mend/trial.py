"""What would mend a conflict: the likeliest edits that settle it and do no harm around it.

In its neighbourhood the rule that found the conflict must find less, no rule may find more,
and every figure that was compared with others must still be compared with something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Final

from auditor.facts import Plan
from auditor.finding import Finding, Mend, Severity
from auditor.mend.aims import about_a_part, left_out
from auditor.mend.conflict import Conflict, Effort, Judge, TooMuchError
from auditor.mend.ranking import Ranked, Try
from auditor.mend.state import State
from auditor.mend.tries import tries
from auditor.rule import spot

# More suggestions than this are no help.
_MOST_SHOWN: Final = 3
# Beyond so many figures a conflict is not tried; of each so many edits are judged.
_MOST_INVOLVED: Final = 12
_MOST_JUDGED: Final = 4
# Of one figure a second edit is told if it is as likely as the first but for so many bits.
_AS_LIKELY: Final = 1
_PLANS_KEPT: Final = 8
# Of the figures that may be looked at, so many are for one finding.
_FOR_ONE: Final = 5_000


class Patience:
    """How many findings are still tried: trying takes far longer than finding them does.

    Those about one figure alone take less and may be many; they are counted apart. What the
    rules look at meanwhile is counted in figures, for one finding and for all of them.
    """

    def __init__(self, findings: int = 100, figures: int = 40_000) -> None:
        self._left = {True: findings, False: findings}
        self._figures = figures

    def lasts(self, *, alone: bool) -> bool:
        """Return whether one more is tried, and count it."""
        self._left[alone] -= 1
        return self._left[alone] >= 0 and self._figures > 0

    def effort(self) -> Effort:
        """Return how much may be looked at for one finding."""
        return Effort(min(_FOR_ONE, self._figures))

    def spend(self, effort: Effort) -> None:
        """Count what was looked at for one finding."""
        self._figures -= effort.spent


def mended(
    findings: Iterable[Finding],
    load: Callable[[str], Plan],
    rules: Sequence[Judge],
    patience: Patience,
) -> list[Finding]:
    """Return the findings, each conflict or doubt about figures with what would mend it.

    `load` gives the plan at a path, `rules` judge the edits. When patience has run out the other
    findings are returned as they are, and so are those that are excused.
    """
    load = lru_cache(maxsize=_PLANS_KEPT)(load)
    return [_tried(finding, load, rules, patience) for finding in findings]


def _tried(
    finding: Finding, load: Callable[[str], Plan], rules: Sequence[Judge], patience: Patience
) -> Finding:
    figures = sum(bool(each.printed) for each in finding.spots)
    if finding.severity is Severity.NOTE or not figures or not finding.stands:
        return finding
    if not patience.lasts(alone=figures == 1):
        return finding
    about = [load(path) for path in dict.fromkeys(each.path for each in finding.spots)]
    effort = patience.effort()
    try:
        return replace(finding, mends=_mends(Conflict(finding, about, rules, effort)))
    except TooMuchError:
        return finding
    finally:
        patience.spend(effort)


def _mends(conflict: Conflict) -> tuple[Mend, ...]:
    """Return the edits that settle a conflict and raise no other, the likeliest first."""
    if not conflict.hits or not 0 < len(conflict.involved) <= _MOST_INVOLVED:
        return ()
    before = conflict.before()
    hanging = filter(conflict.hangs_on, conflict.involved)
    judged = [_judged(conflict, tries(conflict, fact), before) for fact in hanging]
    found = list(chain.from_iterable(judged))
    found = [each for each in found if each.borne_out] or found
    # The sort is stable: of equals that comes first which the finding names first.
    chosen = [_told(conflict, each) for each in sorted(found, key=lambda each: each.bits)]
    return (*left_out(conflict), *chosen)[:_MOST_SHOWN]


def _judged(conflict: Conflict, tried: Sequence[Try], before: State) -> list[Ranked]:
    """Return the likeliest edits of a figure that also hold good by all other rules.

    There are several where no other figure speaks, or where a second is as likely and only
    puts it in other words.
    """
    found: list[Ranked] = []
    for each in tried[:_MOST_JUDGED]:
        limit = min((ranked.bits for ranked in found), default=each.bits) + _AS_LIKELY
        if each.bits > limit and not conflict.alone:
            continue
        after = conflict.after(each.fact, each.changed)
        settles = each.settles(before, after, conflict.involved)
        if settles > 0:
            found.append(Ranked(each, each.bits + after.bits, settles))
    found.sort(key=lambda ranked: ranked.bits)
    if conflict.alone or not found:
        return found
    second = [each for each in found[1:2] if each.tried.words]
    return found[:1] + [each for each in second if each.bits <= found[0].bits + _AS_LIKELY]


def _told(conflict: Conflict, ranked: Ranked) -> Mend:
    """Return an edit as it is told."""
    fact, edit = ranked.tried.fact, ranked.tried.edit
    plain = Mend(spot(fact), edit.text, edit.slip.reason, fields=edit.fields)
    told = about_a_part(conflict, fact, ranked.tried.changed) or plain
    return replace(told, settles=ranked.settles)
