"""The figures of a sheet held against the text of its source document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from auditor.facts import Fact, Plan, once
from auditor.figure import Figure, find
from auditor.figure.lexer import normal

_SPACE: Final = re.compile(r"\s+")
_MARKS: Final = str.maketrans("", "", "〔〕[]【】*")


class Printed(NamedTuple):
    """A figure of the source document, and where it stands there, both counted from 1."""

    figure: Figure
    line: int
    column: int


def _close(text: str) -> str:
    """Return a text without white space, in plain digits and simplified characters."""
    return _SPACE.sub("", normal(text))


@once
def printed(plan: Plan) -> tuple[Printed, ...]:
    """Return the figures of the plan's source, in its order; none when it is not at hand."""
    if plan.source is None:
        return ()
    text = plan.source.text
    found, line, begins = [], 1, 0
    for start, _, figure in find(text, decimal_comma=plan.sheet.decimal_comma):
        newlines = text.count("\n", begins, start)
        if newlines:
            line, begins = line + newlines, text.rindex("\n", begins, start) + 1
        found.append(Printed(figure, line, start - begins + 1))
    return tuple(found)


def absent(plan: Plan) -> Iterator[Fact]:
    """Return the facts whose figure stands nowhere in the source; weights come from another one."""
    if plan.source is None:
        return
    text = _close(plan.source.text)
    stands: dict[str, bool] = {}
    for fact in (*plan.facts, *(fact for by in plan.allotted for fact in by.values())):
        says = fact.entry.says
        if says not in stands:
            bare = _close(says)
            stands[says] = bare in text or bare.translate(_MARKS) in text
        if not stands[says]:
            yield fact


def uncovered(plan: Plan) -> Iterator[Printed]:
    """Return the figures of the source that no entry of the sheet prints."""
    found = printed(plan)
    if not found:
        return
    facts = tuple(plan.every_fact)
    says = {entry.says for entry in (*plan.sheet.entries, *(fact.entry for fact in facts))}
    entries, amounts = {_core(each) for each in says}, {_amounts(fact.figure) for fact in facts}
    for each in found:
        if _core(each.figure.printed) not in entries and _amounts(each.figure) not in amounts:
            yield each


def _amounts(figure: Figure) -> tuple[object, ...]:
    """Return what a figure states, however its digits are grouped."""
    return figure.kind == "ratio", *((number.value, number.step) for number in figure.numbers)


def _core(printed: str) -> str:
    return _close(printed).translate(_MARKS)
