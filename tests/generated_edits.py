"""Edits that leave a plan as true as it was: no audit should make a conflict of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from auditor.facts import Fact
from tests import generated_says as says
from tests.generated_faults import Kind, Make, Site, figures
from tests.generated_ground import Change, Ground, position
from tests.generated_says import has_digits


def _other_scale(ground: Ground) -> Iterator[Site]:
    """A figure in full for one in 万, or the reverse.

    In full it says more than before: so only where what it is compared with is the very number.
    """
    groups = ground.plan.quantities.values()
    differ = [facts for facts in groups if len({fact.value for fact in facts}) > 1]
    rounded = {position(fact) for facts in differ for fact in facts}
    rounded |= {at for at, ties in ground.comparisons.items() if any(t.by_rounding for t in ties)}

    def exact(fact: Fact) -> bool:
        return has_digits(fact) and position(fact) not in rounded

    yield from figures(says.other_scale, exact)(ground)


def _floor_added(ground: Ground) -> Iterator[Site]:
    plan = ground.plan

    def is_floor(fact: Fact) -> bool:
        return has_digits(fact) and fact.key.role == "target" and plan.better(fact) == "more"

    yield from figures(says.floor_added, is_floor)(ground)


def _order_changed(ground: Ground) -> Iterator[Site]:
    """Neighbouring rows, statements or claims the other way round, or all of a block shuffled."""
    lines = ground.lines
    blocks: list[list[int]] = [[]]
    for number, line in enumerate(lines):
        if line.lstrip().startswith("- {") and "{head:" not in line:
            blocks[-1].append(number)
        elif blocks[-1] and not line.lstrip().startswith("#"):
            blocks.append([])
    for block in blocks:
        for one, other in pairwise(block):
            yield Site(True, _reordered(ground, [one, other]))
        if len(block) > 2:
            yield Site(True, _reordered(ground, block))


def _reordered(ground: Ground, block: list[int]) -> Make:
    def make(chance: random.Random) -> Change:
        lines = ground.lines
        shuffled = chance.sample(block, len(block)) if len(block) > 2 else block[::-1]
        moved = dict(zip(block, shuffled, strict=True))
        text = "\n".join(lines[moved.get(number, number)] for number in range(len(lines)))
        return Change(
            ground.path, text, (), frozenset(), f"{len(block)} lines from {block[0] + 1} on"
        )

    return make


EDITS: Final = MappingProxyType[str, Kind](
    {
        "rounded to fewer digits": figures(says.rounded, has_digits),
        "万 ↔ in full": _other_scale,
        "以上 added": _floor_added,
        "order changed": _order_changed,
    }
)
