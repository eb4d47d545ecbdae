"""Running text → figures: where numbers stand in it that state an amount.

A regular expression finds where a number may begin; what surrounds it decides whether it is
a year, a date, a heading, a name or the number of a document; the parser reads the figure,
words in front included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from auditor.figure import codes, layout, surroundings, verbs
from auditor.figure.admission import admits, whole_unit
from auditor.figure.cursor import FigureError
from auditor.figure.layout import Found
from auditor.figure.lexer import FIRST_WIDE, normal, tokens
from auditor.figure.parser import Parser
from auditor.figure.reader import as_printed
from auditor.figure.records import Figure
from auditor.figure.words import context, framing, numbers, units

_HAN: Final = "".join(
    sorted(
        word
        for word in {*numbers.DIGITS, *numbers.TENS, *numbers.SCALES, *numbers.SEVERAL}
        if len(word) == 1 and word > FIRST_WIDE
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
_RUN: Final = re.compile(rf"[0-9:/∶比{_HAN}{numbers.DIVISION}]+")
LONGEST: Final = 100
# What of a code is left behind the number that is none: the 1 of Resolution 70/1.
_REST: Final = re.compile(r"(?:[./:][0-9]+)*")
_NOT_PER: Final = context.MEASURED_SHARES | context.TIMES
_LINE: Final = re.compile(r"[\n|\t]")
# How much text is looked at, first and if it was not enough; a word may be so long.
_WINDOWS: Final = (20, 60, 160)
_SPARE: Final = 10
# What makes Chinese numerals worth a reading: a place in them, a word behind, a bound before.
_PLACES: Final = frozenset(_HAN) - set(numbers.DIGITS)
_TELLING: Final = (
    numbers.DIVISION, "半", "点", *numbers.TENTHS,
    *(word for word, unit in units.UNITS.items() if unit in context.MEASURED),
    *(f"{word}{framing.WITHIN}" for word, unit in units.UNITS.items() if unit in context.TIMES),
)  # fmt: skip
_JOINED: Final = re.compile(rf"[至到—~-]{{1,2}}[{_HAN}]+")  # 三到四成
_BOUNDING: Final = tuple(
    f"{word}{verb}"
    for word in framing.BOUNDS_BEFORE
    if len(word) > 1 and word > FIRST_WIDE
    for verb in ("", "有")
)


def find(text: str, *, decimal_comma: bool = False) -> Iterator[Found]:
    """Yield the figures of a running text in its order; they do not overlap.

    With `decimal_comma`, 1.234,5 is a little more than a thousand.
    """
    source = layout.with_decimal_points(text) if decimal_comma else text
    plain = layout.parted(text, normal(source))
    last = Found(0, 0, Figure("", "nothing"))
    for start, end, figure in layout.sharing(plain, _each(source, plain)):
        if decimal_comma:
            figure = as_printed(figure)
        last = _completed(plain, Found(start, end, figure._replace(printed=text[start:end])), last)
        yield last


def _each(text: str, plain: str) -> Iterator[Found]:
    """Yield the figures of a text, each by itself."""
    at = last = 0
    while anchor := _ANCHOR.search(plain, at):
        begin, at, written = anchor.start(), anchor.end(), str(anchor.lastgroup)
        skipped = _after_what_is_no_figure(plain, begin, at, written, last)
        if skipped:
            at = skipped
            continue
        found = _read(text, plain, begin, at, last)
        if found is not None and admits(plain, begin, found.end, found.figure, written):
            yield found
            last = at = found.end
        elif written == "digits":
            at = _REST.match(plain, at).end()  # type: ignore[union-attr]


def _after_what_is_no_figure(plain: str, begin: int, end: int, written: str, last: int) -> int:
    """Return where the numeral from `begin` to `end` ends, or what it is in, if no figure; else 0.

    `last` is where the figure before it ends.
    """
    run = _RUN.match(plain, begin)
    if run and run.end() - begin > LONGEST:
        return run.end()
    if written == "han" and not _promising(plain, begin, end):
        return end
    of_people = surroundings.after_per_people(plain, begin)
    if of_people or written != "digits":
        return of_people
    if last and plain[last:begin] == "-":
        return end  # 3个-5元
    return codes.after_what_is_no_figure(plain, begin, end)


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
                ranges=not surroundings.starts_a_change(plain, start),
            )  # fmt: skip
            try:
                figure = parser.figure()
            except FigureError:
                break
            last = start + parser.end
            if last + _SPARE <= end or end == stop:
                whole = whole_unit(plain, last, figure)
                return Found(start, *whole) if whole else None
    return None


def _completed(plain: str, found: Found, last: Found) -> Found:
    """Return a figure with the basis that its clause tells, and the change it shares with the last."""
    start, end, figure = found
    shares = figure.unit == last.figure.unit and plain[last.end : start] in context.SHARING
    if shares and last.figure.change and not figure.change:
        figure = figure._replace(change=last.figure.change, basis=figure.basis or last.figure.basis)
    if not figure.change and figure.unit in context.MEASURED_SHARES:
        figure = figure._replace(change=verbs.change(plain, start))
    if not figure.basis and figure.unit not in context.MEASURED_SHARES:
        figure = figure._replace(
            basis=surroundings.basis(surroundings.clause(plain, start, last.end))
        )
    people = surroundings.per_people(surroundings.clause(plain, start, 0))
    if people and figure.kind != "ratio" and "/" not in figure.unit and figure.unit not in _NOT_PER:
        figure = figure._replace(unit=f"{figure.unit or 1}/{people}")
    return Found(start, end, figure)
