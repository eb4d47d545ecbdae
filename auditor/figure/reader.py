"""Read a cell: the way in for text that is one figure.

Plans repeat their wording and vary their digits. The words around a single run of digits
are therefore read once, as a frame, and the digits put into it each time.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from auditor.figure.cursor import NOT_SO_LONG, FigureError
from auditor.figure.lexer import DIGITS, normal, tokens
from auditor.figure.numerals import MOST_DIGITS
from auditor.figure.parser import Parser
from auditor.figure.phrasing import YEAR
from auditor.figure.records import Figure, Number
from auditor.figure.words import framing, numbers, units

LONGEST: Final = 200
_SEPARATOR: Final = re.compile(r"(?<=[0-9０-９])[.,．，](?=[0-9０-９])")
# Chinese numerals with a decimal point between them, which is no way to write a number.
_POINTED: Final = re.compile(
    "[〇零一二两三四五六七八九十百千万亿][.](?=[〇零一二两三四五六七八九十百千万亿])"
)
_FRAMED: Final = re.compile(r"([^0-9]*)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?([^0-9]*)")
# Two numbers unlike in length, size and decimals; where both are read alike, so is any.
_SAMPLES: Final = ("7193", "6.5")


@lru_cache(maxsize=65536)
def read(text: str, *, decimal_comma: bool = False) -> Figure:
    """Return the figure that `text` prints.

    With `decimal_comma`, 1.234,5 is a little more than a thousand. Raises FigureError with
    the position where reading stopped. A text without any digit is a target in words, such
    as 动态清零; a dash or nothing is no figure.
    """
    if decimal_comma:
        return _with_decimal_comma(text)
    framed = _FRAMED.fullmatch(text)
    if framed is not None and framed[4][:1] not in numbers.POWERS:
        before, whole, decimals, after = framed.groups("")
        frame = _frame(before, after)
        if frame is not None and len(whole) + len(decimals) <= MOST_DIGITS:
            return frame.around(text, whole, decimals)
    return _parse(text)


def _with_decimal_comma(text: str) -> Figure:
    try:
        figure = read(exchanged(text))
    except FigureError as error:
        raise FigureError(text, error.position, error.expected) from None
    return as_printed(figure)._replace(printed=text)


def exchanged(text: str) -> str:
    """Return a text with a comma for each point between digits, and a point for each comma."""
    return _SEPARATOR.sub(_exchanged, text)


def as_printed(figure: Figure) -> Figure:
    """Return a figure read from an exchanged text, its digits as they are printed."""
    digits = (number._replace(digits=exchanged(number.digits)) for number in figure.numbers)
    return figure._replace(numbers=tuple(digits))


def _exchanged(separator: re.Match[str]) -> str:
    return "," if separator.group() == "." else "."


def _parse(text: str) -> Figure:
    """Return the figure that `text` prints, read from scratch."""
    plain = normal(text)
    bare = plain.strip()
    if not bare or bare in framing.NOTHING:
        return Figure(text, "nothing")
    if len(text) > LONGEST:
        raise FigureError(text[:LONGEST], LONGEST, NOT_SO_LONG)
    try:
        figure = Parser(text, tokens(plain)).figure()
    except FigureError:
        if DIGITS.search(plain) or _POINTED.search(plain):
            raise
        return Figure(text, "words")
    if figure.unit == "year" and YEAR.fullmatch(figure.numbers[0].digits):
        return Figure(text, "words")  # a date, such as 到2025年, and no number of years
    return figure


class _Frame(NamedTuple):
    """What stands around a number, and by what factor its digits are multiplied."""

    figure: Figure
    factor: Fraction
    scale: int

    def around(self, text: str, whole: str, decimals: str) -> Figure:
        """Return the figure that the frame and the digits make."""
        factor, digits = self.factor, whole
        if decimals:
            factor, digits = factor / 10 ** len(decimals), f"{whole}.{decimals}"
        value = int((whole + decimals).replace(",", "")) * factor
        number = Number(digits, self.scale, value, abs(factor))
        return Figure(text, self.figure.kind, (number,), *self.figure[3:])


@lru_cache(maxsize=4096)
def _frame(before: str, after: str) -> _Frame | None:
    """Return the frame of the words around a run of digits, None when their reading varies.

    It varies where the digits are not the number, as in 5年三万人, and where their size
    matters, as in 75折 and 2.5折, 5年 and 2025年.
    """
    frames = set()
    for digits in _SAMPLES:
        try:
            figure = _parse(f"{before}{digits}{after}")
        except FigureError:
            return None
        if figure.kind != "number" or figure.numbers[0].digits != digits or figure.unit == "year":
            return None
        number = figure.numbers[0]
        factor = number.value / Fraction(digits)
        if number.step != abs(factor) / 10 ** len(digits.partition(".")[2]):
            return None
        frames.add(_Frame(figure._replace(printed="", numbers=()), factor, number.scale))
    return frames.pop() if len(frames) == 1 else None


@lru_cache(maxsize=4096)
def read_unit(text: str) -> tuple[int, str] | None:
    """Return scale and unit of a printed unit such as 万人 or 元/人, or None if it is none."""
    if len(text) > LONGEST:
        return None
    plain = normal(text).strip()
    rate = units.PER_PEOPLE.get(plain)
    if rate:
        return 1, f"1/{rate}"
    part, _, one = plain.partition(numbers.DIVISION)
    if part in numbers.SHARES and one == "一":
        return 1, numbers.SHARES[part]
    parser = Parser(text, tokens(normal(text)))
    parser.at += parser.word == "1" and parser.ahead() in units.STROKES  # 1/10万
    scale, unit = parser.scale(), parser.unit()
    if unit == units.DEGREE:
        unit = units.KILOWATT_HOUR  # 度, 万度
    return (scale, unit) if unit and not parser.word else None


@lru_cache(maxsize=256)
def named_unit(text: str) -> str:
    """Return the unit of a printed unit such as 万人, whatever its scale; empty if it is none."""
    known = read_unit(text)
    return known[1] if known else ""
