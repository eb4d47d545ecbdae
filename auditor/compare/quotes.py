"""What several plans of a run state of one area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

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


# The bases that a figure may have been mistaken for.
_MISTAKEN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "cumulative": ("annual", "average"),
        "annual": ("cumulative",),
        "average": ("cumulative",),
    }
)


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


def rebased(run: Run) -> Iterator[Quote]:
    """Return what plans state of another area on another basis than its own plan, with its number.

    Not where the area's own plan states it on that basis too.
    """
    own: dict[str, dict[Key, Fact]] = {}
    for summary in run.summaries:
        stated = own.setdefault(summary.area, {})
        for fact in summary.stated.get(summary.area, ()):
            stated.setdefault(fact.key, fact)
    for summary in run.summaries:
        for area, facts in summary.stated.items():
            for fact in () if summary.context or area == summary.area else facts:
                other = _mistaken(fact, own.get(area, {}))
                if other is not None:
                    name = summary.indicators[fact.key.indicator].name
                    yield Quote(fact, other, compare(fact, other), name)


def _mistaken(fact: Fact, own: Mapping[Key, Fact]) -> Fact | None:
    """Return the statement of an area's own plan that has the number of a quote, and another basis."""
    key = fact.key
    if key in own or not fact.value or key.period is None or key.period.years == 1:
        return None
    others = (own.get(key._replace(basis=basis)) for basis in _MISTAKEN.get(key.basis, ()))
    found = (other for other in others if other is not None)
    return next((other for other in found if _same_number(fact, other)), None)


def _same_number(one: Fact, other: Fact) -> bool:
    agreement = compare(one, other)
    return agreement is not Agreement.UNLIKE and not agreement.conflicts
