"""Faults as drafts of plans have them, put into a sheet one at a time.

Twelve kinds. Each is a function from one sheet to the places where a fault of the kind can
be put, with the change that puts it there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.compare.rollup import Run, SharedTarget, shared_targets
from auditor.compare.summary import summarise
from auditor.facts import Fact
from auditor.sheet import Claim, Reference
from tests import generated_says as says
from tests.generated_ground import Change, Edit, Ground, Repair, Tie, position
from tests.generated_says import NUMBER, has_digits

_PLAIN: Final = re.compile(r"[\w〔≤≥<约][\w%.〕∶≤≥<()+*/·—-]*")
_BASIS_KEY: Final = re.compile(r"\bbasis: (cumulative|annual|average)\b")
_UNIT_KEY: Final = re.compile(r"\bunit: \"?[万亿]?(人次|人)(?=[\",}])")

Says = Callable[[Fact, random.Random], str | None]
Make = Callable[[random.Random], Change | None]


class Site(NamedTuple):
    """A place where a sheet can be changed.

    It is `checked` when a figure there took part in a comparison before; `make` returns the
    change, None where the dice fell so that nothing changes.
    """

    checked: bool
    make: Make


Kind = Callable[[Ground], Iterator[Site]]


def figures(
    other: Says, fits: Callable[[Fact], bool], *, number: bool = False, beside: bool = False
) -> Kind:
    """Return the kind of change that prints one figure differently, of those that it fits.

    With `number` what it prints is another number, and perhaps one as true as the first;
    with `beside` it would be undone as well by changing what stands beside the figure.
    """

    def making(ground: Ground, fact: Fact) -> Make:
        def make(chance: random.Random) -> Change | None:
            text = other(fact, chance)
            if text is None or text == fact.entry.says:
                return None
            return restated(ground, [fact], [text], number=number, beside=beside)

        return make

    def sites(ground: Ground) -> Iterator[Site]:
        for fact in ground.plan.every_fact:
            if fits(fact):
                yield Site(position(fact) in ground.comparisons, making(ground, fact))

    return sites


def restated(
    ground: Ground,
    facts: Sequence[Fact],
    texts: Iterable[str],
    *,
    number: bool = False,
    beside: bool = False,
) -> Change:
    """Return the change that prints figures of one sheet differently."""
    entry = facts[0].entry
    edits = [
        Edit(fact.entry.mark.line, fact.entry.mark.column, fact.entry.mark.end_column, scalar(text))
        for fact, text in zip(facts, texts, strict=True)
    ]
    places = [position(fact) for fact in facts]
    return ground.change(
        edits,
        places,
        f"{entry.place}: {entry.says} → {edits[0].text}",
        Repair(frozenset(places), entry.says, beside),
        ground.ties(*places) if number else (),
    )


def scalar(text: str) -> str:
    """Return a figure as YAML takes it for text."""
    return text if _PLAIN.fullmatch(text) else f'"{text}"'


def _has(*words: str) -> Callable[[Fact], bool]:
    return lambda fact: has_digits(fact) and any(word in fact.entry.says for word in words)


def _fixed(checked: bool, change: Change) -> Site:
    return Site(checked, lambda _chance: change)


# What stands beside a figure.


def _heads(ground: Ground) -> Iterator[Site]:
    """Persons for attendances or the reverse: in a figure, or in the unit of a row."""
    yield from figures(says.heads_confused, _has("人"), beside=True)(ground)
    rows: dict[int, list[Fact]] = {}
    for fact in ground.plan.facts:
        if fact.entry.table and fact.figure.numeric and "人" not in fact.entry.says:
            rows.setdefault(fact.entry.mark.line, []).append(fact)
    for line, facts in rows.items():
        found = _UNIT_KEY.search(ground.lines[line - 1])
        if found:
            heads = "人" if found[1] == "人次" else "人次"
            edit = Edit(line, found.start(1) + 1, found.end(1) + 1, heads)
            yield _beside(ground, facts, [edit], f"unit {found[1]} → {heads}")


def _basis(ground: Ground) -> Iterator[Site]:
    """A year's figure for that of all years or the reverse: in the figure, and beside it."""
    for fact in ground.plan.facts:
        mark = fact.entry.mark
        line = ground.lines[mark.line - 1]
        begins = line.rfind("{", 0, mark.column)
        found = _BASIS_KEY.search(line, begins, line.find("}", mark.column))
        own = "cells:" not in line[begins : mark.column]
        edits, told = [], []
        if found and own and has_digits(fact):
            told.append("annual" if found[1] == "cumulative" else "cumulative")
            edits.append(Edit(mark.line, found.start(1) + 1, found.end(1) + 1, told[0]))
        if fact.figure.basis and has_digits(fact):
            told.append(says.basis_confused(fact.entry.says))
            edits.append(Edit(mark.line, mark.column, mark.end_column, scalar(told[-1])))
        if edits:
            yield _beside(ground, [fact], edits, f"{fact.key.basis} → {', '.join(told)}")


def _beside(ground: Ground, facts: list[Fact], edits: list[Edit], told: str) -> Site:
    """Return the change of what stands beside figures of one line."""
    places = [position(fact) for fact in facts]
    entry = facts[0].entry
    repair = Repair(frozenset(places), entry.says, beside=True)
    change = ground.change(edits, places, f"{entry.place}: {entry.says}, {told}", repair)
    return _fixed(any(place in ground.comparisons for place in places), change)


# What takes more than one figure.


def _part_dropped(ground: Ground) -> Iterator[Site]:
    """A part that its sum does not name; every other one is not printed at all either."""
    plan = ground.plan
    for claim in plan.claims:
        whole = plan.ids.get(claim.whole.id) if claim.kind == "parts" and claim.whole else None
        parts = [plan.ids[part.id] for part in claim.parts if part.id in plan.ids]
        if whole is not None and len(parts) == len(claim.parts) > 1:
            for number in range(len(parts)):
                yield _without(ground, claim, whole, parts, number)


def _without(ground: Ground, claim: Claim, whole: Fact, parts: list[Fact], number: int) -> Site:
    part = parts[number]
    edits = [_unnamed(claim.parts, number)]
    named = sum(part.entry.id in _named(each) for each in ground.plan.claims)
    gone = number % 2 == 1 and not part.entry.table and named == 1
    if gone:
        line = part.entry.mark.line
        edits.append(Edit(line, 1, len(ground.lines[line - 1]) + 1, ""))
    left = [position(each) for each in (*parts, whole) if each is not part]
    told = f"{claim.place}: {whole.entry.says} without {part.entry.says}"
    repair = None if gone else Repair(frozenset((position(part),)), "")
    change = ground.change(edits, left, told, repair, (Tie("SUM001", tuple(left)),))
    summed = [set(tie.places) for tie in ground.ties(position(whole)) if tie.code == "SUM001"]
    return _fixed({*left, position(part)} in summed, change)


def _named(claim: Claim) -> set[str]:
    whole = {claim.whole.id} if claim.whole else set()
    return {part.id for part in claim.parts} | whole | set(re.findall(r"\w+", claim.formula))


def _unnamed(parts: tuple[Reference, ...], number: int) -> Edit:
    """Return the edit that takes a part out of the list of a claim."""
    mark = parts[number].mark
    if number:
        return Edit(mark.line, parts[number - 1].mark.end_column, mark.end_column, "")
    return Edit(mark.line, mark.column, parts[1].mark.column, "")


def _ceiling_loosened(ground: Ground) -> Iterator[Site]:
    """A ceiling raised above the parent's, wherever the child prints it."""
    plan = ground.plan
    run = Run(tuple(summarise(each) for each in ground.plans.values()))
    above = {position(shared.child): shared for shared in shared_targets(run)}
    for key, facts in plan.quantities.items():
        ceiling = plan.better(facts[0]) == "less" or facts[0].figure.bound in ("<", "<=")
        if ceiling and key.role == "target" and key.area == plan.sheet.area and not key.change:
            places = [position(fact) for fact in facts]
            checked = any(
                tie.code in ("ROL003", "ROL012") and tie.places[0] in places
                for tie in ground.ties(*places)
            )
            yield _fixed(checked, _loosened(ground, facts, above.get(places[0])))


def _loosened(ground: Ground, facts: Sequence[Fact], shared: SharedTarget | None) -> Change:
    values = [*facts, *([shared.parent] if shared else [])]
    most = max(each.value for each in values) / facts[0].measure.factor + Fraction(1, 2)
    texts = [NUMBER.sub(f"{float(most):.1f}", fact.entry.says, count=1) for fact in facts]
    change = restated(ground, facts, texts)
    return change if len(facts) == 1 else change._replace(repair=None)


# Another number, where it matters.


def _total_changed(ground: Ground) -> Iterator[Site]:
    claims = ground.plan.claims
    wholes = {claim.whole.id for claim in claims if claim.kind == "parts" and claim.whole}

    def is_total(fact: Fact) -> bool:
        total = fact.key.basis == "cumulative" or fact.entry.id in wholes
        return has_digits(fact) and total

    yield from figures(says.redrafted, is_total, number=True)(ground)


def _text_edited(ground: Ground) -> Iterator[Site]:
    groups = ground.plan.quantities.values()
    tabled = [facts for facts in groups if any(fact.entry.table for fact in facts)]
    places = {position(fact) for facts in tabled for fact in facts if not fact.entry.table}

    def is_tabled(fact: Fact) -> bool:
        return has_digits(fact) and position(fact) in places

    yield from figures(says.redrafted, is_tabled, number=True)(ground)


def _is_baseline(fact: Fact) -> bool:
    return has_digits(fact) and fact.entry.role == "baseline"


FAULTS: Final = MappingProxyType[str, Kind](
    {
        "digit changed": figures(says.digit_changed, has_digits, number=True),
        "digits swapped": figures(says.digits_swapped, has_digits, number=True),
        "万 dropped": figures(says.scale_dropped, _has("万", "亿"), number=True),
        "人 ↔ 人次": _heads,
        "% ↔ points": figures(says.points_confused, _has("%", "个百分点")),
        "annual ↔ cumulative": _basis,
        "part dropped": _part_dropped,
        "total changed": _total_changed,
        "bound flipped": figures(says.bound_flipped, _has(*(pair[0] for pair in says.BOUNDS))),
        "text edited, not table": _text_edited,
        "child's ceiling loosened": _ceiling_loosened,
        "baseline changed": figures(says.redrafted, _is_baseline, number=True),
    }
)
