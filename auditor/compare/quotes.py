"""What several plans of a run state of one area."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditor.compare.restate import Agreement, compare
from auditor.compare.rollup import Run
from auditor.compare.summary import Summary
from auditor.facts import Fact, Key
from auditor.wording import Wording


class Quote(NamedTuple):
    """What a plan states of an area, beside what another plan states of it: its own, where there is one."""

    fact: Fact
    other: Fact
    agreement: Agreement
    name: Wording


def quotes(run: Run) -> Iterator[Quote]:
    """Return every quantity that several plans of a run state, but for what only context states.

    The plan of the area itself is what the others are held against; where there are several,
    it is enough to agree with one of them.
    """
    areas: dict[str, list[Summary]] = {}
    for summary in run.summaries:
        for area in summary.stated:
            areas.setdefault(area, []).append(summary)
    for area, summaries in areas.items():
        for statements in _shared(area, summaries) if len(summaries) > 1 else ():
            own = [fact for summary, fact in statements if summary.area == area]
            references = own or [statements[0][1]]
            for summary, fact in statements:
                others = references[:1] if fact in own else references
                if fact is others[0] or summary.context:
                    continue
                found = [(other, compare(fact, other)) for other in others]
                other, agreement = next((f for f in found if not f[1].conflicts), found[0])
                yield Quote(fact, other, agreement, summary.indicators[fact.key.indicator].name)


def _shared(area: str, summaries: list[Summary]) -> Iterator[list[tuple[Summary, Fact]]]:
    """Return what more than one of the plans states of an area, context first."""
    found: dict[Key, list[tuple[Summary, Fact]]] = {}
    for summary in sorted(summaries, key=lambda each: not each.context):
        for fact in summary.stated[area]:
            found.setdefault(fact.key, []).append((summary, fact))
    return (statements for statements in found.values() if len(statements) > 1)
