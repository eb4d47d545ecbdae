"""Running text → figures: where numbers stand in it that state an amount.

A regular expression finds where a number may begin; what surrounds it decides whether it is
a year, a date, a heading, a name or the number of a document; the parser reads the figure,
words in front included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from auditor.figure import surroundings, verbs
from auditor.figure.cursor import FigureError
from auditor.figure.lexer import normal, tokens
from auditor.figure.parser import Parser
from auditor.figure.records import Figure
from auditor.figure.words import context, framing, numbers, units


class Found(NamedTuple):
    """A figure of a text, and where it starts and ends, in characters from 0."""

    start: int
    end: int
    figure: Figure


_HAN: Final = "".join(
    sorted(
        word
        for word in {*numbers.DIGITS, *numbers.TENS, *numbers.SCALES, *numbers.SEVERAL}
        if len(word) == 1 and word > "\u2e80"
    )
)
_ENGLISH: Final = "|".join(
    sorted(
        word
        for word in {*numbers.NUMERALS, *framing.MULTIPLES, "half"}
        if word.isascii() and word not in ("zero",)
    )[::-1]
)
# Where a number may begin.
_ANCHOR: Final = re.compile(
    rf"(?P<digits>[0-9]+)|(?P<han>[{_HAN}]+)|(?P<multiple>翻[了近一两二三]*番|减半)"
    rf"|\b(?P<english>(?i:{_ENGLISH}))\b"
)
# Numbers without end are no figure.
_RUN: Final = re.compile(rf"[0-9:/∶{_HAN}{numbers.DIVISION}]+")
LONGEST: Final = 100
_LINE: Final = re.compile(r"[\n|\t]")
# How much text is looked at, first and if it was not enough; a word may be so long.
_WINDOWS: Final = (20, 60, 160)
_SPARE: Final = 10
# What makes Chinese numerals worth a reading: a place in them, a word behind, a bound before.
_PLACES: Final = frozenset(_HAN) - set(numbers.DIGITS)
_TELLING: Final = (
    numbers.DIVISION, "半", "点", *numbers.TENTHS,
    *(word for word, unit in units.UNITS.items() if unit in context.MEASURED),
    *(f"{word}{context.WITHIN}" for word, unit in units.UNITS.items() if unit in context.TIMES),
)  # fmt: skip
_JOINED: Final = re.compile(rf"[至到—~-]{{1,2}}[{_HAN}]+")  # 三到四成
_BOUNDING: Final = tuple(
    f"{word}{verb}"
    for word in framing.BOUNDS_BEFORE
    if len(word) > 1 and word > "\u2e80"
    for verb in ("", "有")
)


def find(text: str) -> Iterator[Found]:
    """Yield the figures of a running text in its order; they do not overlap."""
    plain = normal(text)
    at, last = 0, Found(0, 0, Figure("", "nothing"))
    while anchor := _ANCHOR.search(plain, at):
        begin, at, written = anchor.start(), anchor.end(), str(anchor.lastgroup)
        run = _RUN.match(plain, begin)
        if run and run.end() - begin > LONGEST:
            at = run.end()
            continue
        if written == "han" and not _promising(plain, begin, at):
            continue
        if written == "digits":
            skipped = surroundings.after_what_is_no_figure(plain, begin, at)
            if skipped:
                at = skipped
                continue
        found = _read(text, plain, begin, at, last.end)
        if found is not None and surroundings.admits(
            plain, begin, found.end, found.figure, written
        ):
            found = _completed(plain, found, last)
            yield found
            last, at = found, found.end


def _promising(plain: str, begin: int, end: int) -> bool:
    """Return whether Chinese numerals may be more than a part of a word, as in 一批 and 统一."""
    if not _PLACES.isdisjoint(plain[begin:end]):
        return True
    joined = _JOINED.match(plain, end)
    if joined and not _PLACES.isdisjoint(joined.group()):
        return True
    told = plain.startswith(_TELLING, joined.end() if joined else end)
    return told or plain[max(0, begin - 8) : begin].endswith(_BOUNDING)


def _read(text: str, plain: str, begin: int, digits: int, since: int) -> Found | None:
    """Return the figure whose number begins at a place, or None when none can be read there.

    `digits` is where its first numeral ends, `since` where the figure before it does.
    """
    led = max(surroundings.start(plain, begin), since)
    line = _LINE.search(plain, begin, digits + _WINDOWS[-1])
    stop = line.start() if line else len(plain)
    for start in dict.fromkeys((led, begin)):
        for width in _WINDOWS:
            end = min(stop, digits + width)
            parser = Parser(
                text[start:end], tokens(plain[start:end]), whole=False, number_at=begin - start,
                ranges=not surroundings.moves(plain, start),
            )  # fmt: skip
            try:
                figure = parser.figure()
            except FigureError:
                break
            last = start + parser.end
            if last + _SPARE <= end or end == stop:
                return Found(start, last, figure._replace(printed=text[start:last]))
    return None


def _completed(plain: str, found: Found, last: Found) -> Found:
    """Return a figure with the basis that its clause tells, and the change it shares with the last."""
    start, end, figure = found
    shares = figure.unit == last.figure.unit and plain[last.end : start] in context.SHARING
    if shares and last.figure.change and not figure.change:
        figure = figure._replace(change=last.figure.change, basis=figure.basis or last.figure.basis)
    clause = surroundings.clause(plain, start, last.end)
    if not figure.change and figure.unit in context.MEASURED_SHARES:
        figure = figure._replace(change=verbs.change(plain, start))
    if not figure.basis and figure.unit not in context.MEASURED_SHARES:
        figure = figure._replace(basis=surroundings.basis(clause))
    people = surroundings.per_people(clause)
    if people and "/" not in figure.unit and figure.unit not in context.TIMES:
        figure = figure._replace(unit=f"{figure.unit or 1}/{people}")
    return Found(start, end, figure)
