"""Read a figure as printed: number, scale, unit, bound, marks, basis.

One lexer made from the tables in `words`, one parser that goes from left to
right and says where it stopped:

    figure   = nothing | words | lead* amount tail*
    lead     = mark | bound | approximation | basis | change | filler | currency
    amount   = number | number joint number (a range) | number (∶ number)+ (a ratio)
    number   = [sign] digits [approximation] scale* [unit [/ unit]]
    tail     = approximation | bound | basis | closing mark | * | (unit again)
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from auditor.figure import words
from auditor.figure.records import Figure, Number
from auditor.wording import Wording

LONGEST: Final = 200
MOST_DIGITS: Final = 40
A_NUMBER: Final[Wording] = {"en": "a number", "zh": "数字"}
THE_END: Final[Wording] = {"en": "the end of the figure", "zh": "数字到此结束"}
NOT_SO_LONG: Final[Wording] = {
    "en": "a figure, not a passage of text",
    "zh": "单个数字，而非一段文字",
}
FEWER_DIGITS: Final[Wording] = {
    "en": f"at most {MOST_DIGITS} digits",
    "zh": f"不超过 {MOST_DIGITS} 位数字",
}
ONE_UNIT: Final[Wording] = {"en": "one unit for both ends", "zh": "区间两端用同一单位"}
CLOSING: Final[Wording] = {"en": "a closing bracket", "zh": "右括号"}


class FigureError(ValueError):
    """A text that is no figure; `position` is where reading stopped, in characters from 0."""

    def __init__(self, text: str, position: int, expected: Wording) -> None:
        super().__init__(
            f"cannot read {text!r} from character {position + 1}: expected {expected['en']}"
        )
        self.text = text
        self.position = position
        self.expected = expected


_WIDE = "０１２３４５６７８９％．，－＋～／＜＞＝（）＊\u3000\u00a0\u2212"
_NORMAL: Final = str.maketrans(_WIDE, "0123456789%.,-+~/<>=()*  -")
_ALL_WORDS: Final = {
    *words.BOUNDS_BEFORE, *words.BOUNDS_AFTER, *words.APPROXIMATIONS_BEFORE,
    *words.APPROXIMATIONS_AFTER, *words.BASES, *words.CHANGES, *words.FILLERS, *words.SCALES,
    *words.UNITS, *words.MARKS, *words.MARKS.values(), *words.RANGE_JOINTS, *words.RATIO_JOINTS,
}  # fmt: skip
_DIGITS: Final = re.compile(r"[0-9]+(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")


_BY_FIRST: Final = {
    first: tuple(sorted((word for word in _ALL_WORDS if word[0] == first), key=len, reverse=True))
    for first in {word[0] for word in _ALL_WORDS}
}


def _tokens(text: str) -> tuple[list[str], list[int]]:
    """Return the longest known words, the numbers and the single other characters, and their starts."""
    found: list[str] = []
    starts: list[int] = []
    at, end = 0, len(text)
    while at < end:
        first = text[at]
        if first.isspace():
            at += 1
            continue
        digits = _DIGITS.match(text, at) if "0" <= first <= "9" else None
        token = digits.group() if digits else _word(text, at) or first
        found.append(token)
        starts.append(at)
        at += len(token)
    return found, starts


def _word(text: str, at: int) -> str:
    for word in _BY_FIRST.get(text[at], ()):
        if text.startswith(word, at):
            follows = text[at + len(word) : at + len(word) + 1]
            if not (
                word[-1].isalpha()
                and word[-1].isascii()
                and follows.isascii()
                and follows.isalpha()
            ):
                return word
    return ""


@lru_cache(maxsize=65536)
def read(text: str) -> Figure:
    """Return the figure that `text` prints.

    Raises FigureError with the position where reading stopped. A text without any
    digit is a target in words, such as 动态清零; a dash or nothing is no figure.
    """
    normal = text.translate(_NORMAL)
    bare = normal.strip()
    if not bare or bare in words.NOTHING:
        return Figure(text, "nothing")
    if bare.isdecimal() and bare.isascii() and len(bare) <= MOST_DIGITS:
        return Figure(text, "number", (_number(bare, 1),))  # what the parser would read, sooner
    if len(text) > LONGEST:
        raise FigureError(text[:LONGEST], LONGEST, NOT_SO_LONG)
    if not _DIGITS.search(normal):
        return Figure(text, "words")
    return _Parser(text, normal).figure()


@lru_cache(maxsize=4096)
def read_unit(text: str) -> tuple[int, str] | None:
    """Return scale and unit of a printed unit such as 万人 or 元/人, or None if it is none."""
    if len(text) > LONGEST:
        return None
    normal = text.translate(_NORMAL).strip()
    parser = _Parser(text, normal)
    try:
        scale, unit = parser.scale(), parser.unit()
    except FigureError:
        return None
    return (scale, unit) if unit and parser.ended else None


class _Parser:
    """Reads one figure from left to right; every method consumes what it understands."""

    def __init__(self, text: str, normal: str) -> None:
        self.text = text
        self.tokens, self.starts = _tokens(normal)
        self.tokens.append("")  # so that there always is a next word
        self.starts.append(len(text))
        self.at = 0
        self.bound = "="
        self.approximate = self.basis = self.change = self.mark = self.closed = self.currency = ""

    @property
    def word(self) -> str:
        return self.tokens[self.at]

    @property
    def ended(self) -> bool:
        return not self.tokens[self.at]

    def figure(self) -> Figure:
        while not _is_number(word := self.word) and not self.signed:
            self.lead(word)
        numbers, unit, kind = self.amount()
        while word := self.word:
            self.tail(word, unit)
        if self.mark:
            raise self.stop(CLOSING)
        return Figure(
            self.text, kind, numbers, unit or self.currency, self.bound, self.approximate,
            self.basis, self.change, self.closed,
        )  # fmt: skip

    @property
    def signed(self) -> bool:
        return self.word == "-" and _is_number(self.tokens[self.at + 1])

    def lead(self, word: str) -> None:
        if word in words.MARKS and not self.mark:
            self.mark = word
            if word in words.CUMULATIVE_MARKS:
                self.basis = "cumulative"
        elif word in words.BOUNDS_BEFORE:
            self.bound = words.BOUNDS_BEFORE[word]
        elif word in words.APPROXIMATIONS_BEFORE:
            self.approximate = words.APPROXIMATIONS_BEFORE[word]
        elif word in words.BASES:
            self.basis = words.BASES[word]
        elif word in words.CHANGES:
            self.change = words.CHANGES[word]
        elif words.UNITS.get(word, "").isupper():
            self.currency = words.UNITS[word]
        elif not word or (word not in words.FILLERS and self.bound == "="):
            raise self.stop(A_NUMBER)
        # After a bound word, what the bound is of may stand before the number: 不低于总量的30%.
        self.at += 1

    def amount(self) -> tuple[tuple[Number, ...], str, str]:
        first = self.number()
        unit = self.unit()
        joint = self.word
        if joint in words.RATIO_JOINTS and not unit:
            return self.ratio(first)
        if joint not in words.RANGE_JOINTS:
            return (first,), unit, "number"
        self.at += 1
        last = self.number()
        last_unit = self.unit()
        if unit and last_unit and unit != last_unit:
            raise self.stop(ONE_UNIT)
        if not unit and first.scale == 1:
            first = _number(first.digits, last.scale, negative=first.value < 0)
        low, high = sorted((first, last), key=lambda number: number.value)
        return (low, high), unit or last_unit, "range"

    def ratio(self, first: Number) -> tuple[tuple[Number, ...], str, str]:
        parts = [first]
        while self.word in words.RATIO_JOINTS:
            self.at += 1
            parts.append(self.number())
        return tuple(parts), "", "ratio"

    def number(self) -> Number:
        negative = self.signed
        self.at += negative
        digits = self.word
        if not _is_number(digits):
            raise self.stop(A_NUMBER)
        if len(digits) > MOST_DIGITS:
            raise self.stop(FEWER_DIGITS)
        self.at += 1
        self.hidden()
        return _number(digits, self.scale(), negative=negative)

    def hidden(self) -> None:
        if self.word in words.APPROXIMATIONS_AFTER:
            self.approximate = words.APPROXIMATIONS_AFTER[self.word]
            self.at += 1

    def scale(self) -> int:
        factor = 1
        while self.word in words.SCALES:
            factor *= words.SCALES[self.word]
            self.at += 1
            self.hidden()
        return factor

    def unit(self) -> str:
        name = words.UNITS.get(self.word, "")
        if not name:
            return ""
        self.at += 1
        if self.word == "/":
            per = words.UNITS.get(self.tokens[self.at + 1], "")
            if per:
                self.at += 2
                return f"{name}/{per}"
        return name

    def tail(self, word: str, unit: str) -> None:
        if self.mark and word in (
            words.MARKS[self.mark],
            words.MARKS[self.mark].translate(_NORMAL),
        ):
            self.closed, self.mark = self.mark + word, ""
        elif word in words.BOUNDS_AFTER:
            self.bound = words.BOUNDS_AFTER[word]
        elif word in words.APPROXIMATIONS_AFTER:
            self.approximate = words.APPROXIMATIONS_AFTER[word]
        elif word in words.BASES:
            self.basis = words.BASES[word]
        elif not (word in ("*", "(", ")") or (unit and words.UNITS.get(word) == unit)):
            raise self.stop(THE_END)
        self.at += 1

    def stop(self, expected: Wording) -> FigureError:
        return FigureError(self.text, self.starts[self.at], expected)


def _is_number(token: str) -> bool:
    return "0" <= token[:1] <= "9"


def _number(digits: str, scale: int, *, negative: bool = False) -> Number:
    whole, _, decimals = digits.replace(",", "").partition(".")
    count = int(whole + decimals) * (-scale if negative else scale)
    return Number(
        digits, scale, Fraction(count, 10 ** len(decimals)) if decimals else Fraction(count)
    )
