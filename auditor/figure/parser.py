"""Read a figure as printed: number, scale, unit, bound, marks, basis.

One lexer made from the tables in `words`, one parser that goes from left to
right and says where it stopped:

    figure   = nothing | words | lead* amount tail*
    lead     = mark | bound | approximation | basis | change | filler | currency
    amount   = number | number joint number (a range) | number (∶ number)+ (a ratio)
    number   = [sign] numeral [分之 numeral | 成] [unit [/ unit]]
    tail     = approximation | bound | basis | closing mark | * | (unit again)
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from auditor.figure import numerals, words
from auditor.figure.lexer import DIGITS, NORMAL, tokens
from auditor.figure.records import Figure, Number
from auditor.wording import Wording

LONGEST: Final = 200
MOST_DIGITS: Final = numerals.MOST_DIGITS
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


@lru_cache(maxsize=65536)
def read(text: str) -> Figure:
    """Return the figure that `text` prints.

    Raises FigureError with the position where reading stopped. A text without any
    digit is a target in words, such as 动态清零; a dash or nothing is no figure.
    """
    normal = text.translate(NORMAL)
    bare = normal.strip()
    if not bare or bare in words.NOTHING:
        return Figure(text, "nothing")
    if bare.isdecimal() and bare.isascii() and len(bare) <= MOST_DIGITS:
        return Figure(text, "number", (Number(bare, 1, Fraction(int(bare))),))  # the same, sooner
    if len(text) > LONGEST:
        raise FigureError(text[:LONGEST], LONGEST, NOT_SO_LONG)
    parser = _Parser(text, normal)
    if DIGITS.search(normal):
        return parser.figure()
    try:
        return parser.figure()
    except FigureError:
        return Figure(text, "words")


@lru_cache(maxsize=4096)
def read_unit(text: str) -> tuple[int, str] | None:
    """Return scale and unit of a printed unit such as 万人 or 元/人, or None if it is none."""
    if len(text) > LONGEST:
        return None
    normal = text.translate(NORMAL).strip()
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
        self.tokens, self.starts = tokens(normal)
        self.tokens.append("")  # so that there always is a next word
        self.starts.append(len(text))
        self.at = 0
        self.bound = "="
        self.approximate = self.basis = self.change = self.share = ""
        self.mark = self.closed = self.currency = ""

    @property
    def word(self) -> str:
        return self.tokens[self.at]

    @property
    def ended(self) -> bool:
        return not self.tokens[self.at]

    def figure(self) -> Figure:
        while not self.starts_number(word := self.word) or self.dated(word):
            if word == self.word:
                self.lead(word)
        numbers, unit, kind = self.amount()
        unit = self.share or unit
        while word := self.word:
            self.tail(word, unit)
        if self.mark:
            raise self.stop(CLOSING)
        return Figure(
            self.text, kind, numbers, unit or self.currency, self.bound, self.approximate,
            self.basis, self.change, self.closed,
        )  # fmt: skip

    def starts_number(self, word: str) -> bool:
        if word in words.MINUS:
            return numerals.begins(self.tokens[self.at + 1])
        alone = self.alone and word in words.SCALES
        return alone or numerals.begins(word) or word in words.FRACTIONS or word in words.DOUBLINGS

    @property
    def alone(self) -> bool:
        """Return whether what has been read lets a place stand for a number: 近百名, 百分之百."""
        return bool(self.share or self.approximate or self.bound != "=")

    def dated(self, word: str) -> bool:
        """Skip a year, or a number of years, that only says of what time the figure is."""
        rest = self.tokens[self.at + 1 :]
        year = rest[:1] == ["年"] and any(numerals.begins(token) for token in rest[1:])
        found = year and (len(word) == 4 or rest[1] in words.BASES)
        self.at += 2 * found
        return found

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
        elif word in words.SHARES:
            self.share = words.SHARES[word]
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
        if not unit and first.scale == 1 and last.scale > 1:
            first = first.scaled(last.scale)
        low, high = sorted((first, last), key=lambda number: number.value)
        return (low, high), unit or last_unit, "range"

    def ratio(self, first: Number) -> tuple[tuple[Number, ...], str, str]:
        parts = [first]
        while self.word in words.RATIO_JOINTS:
            self.at += 1
            parts.append(self.number())
        return tuple(parts), "", "ratio"

    def number(self) -> Number:
        sign = -1 if self.word in words.MINUS else 1
        self.at += sign < 0
        word = self.word
        if word in words.FRACTIONS or word in words.DOUBLINGS:
            self.at += 1
            return self.whole_word(word)
        if len(word) > MOST_DIGITS and "0" <= word[0] <= "9":
            raise self.stop(FEWER_DIGITS)
        read = numerals.read_number(self.tokens, self.at, alone=self.alone)
        if read is None:
            raise self.stop(A_NUMBER)
        self.at = read.at
        if read.hidden:
            self.approximate = "over"
        if self.word == words.DIVISION:
            return self.fraction(read.number)
        if self.word == "/" and "0" <= self.tokens[self.at + 1][:1] <= "9":
            return self.quotient(read.number)
        return self.tenths(read.number.times(sign))

    def whole_word(self, word: str) -> Number:
        if word in words.FRACTIONS:
            return Number(word, 1, words.FRACTIONS[word], _EXACT)
        self.change, self.share = "rise_to", "fold"
        return Number(word, 1, Fraction(words.DOUBLINGS[word]), _EXACT)

    def fraction(self, parts: Number) -> Number:
        """Return 三分之二: what a whole is divided into stands before what is counted."""
        counted = self.next_number()
        if not parts.value:
            raise self.stop(A_NUMBER)
        return Number(f"{parts.digits}分之{counted.digits}", 1, counted.value / parts.value, _EXACT)

    def quotient(self, counted: Number) -> Number:
        """Return 2/3."""
        parts = self.next_number()
        if not parts.value:
            raise self.stop(A_NUMBER)
        return Number(f"{counted.digits}/{parts.digits}", 1, counted.value / parts.value, _EXACT)

    def next_number(self) -> Number:
        """Return the number behind the next token."""
        self.at += 1
        read = numerals.read_number(self.tokens, self.at)
        if read is None:
            raise self.stop(A_NUMBER)
        self.at = read.at
        return read.number

    def tenths(self, number: Number) -> Number:
        """Return 三成 or 三成五 as per cent."""
        if self.word != words.TENTHS:
            return number
        self.at += 1
        self.share = "percent"
        more = words.DIGITS.get(self.word)
        if more is None:
            return number.times(10)
        self.at += 1
        return Number(number.digits, 1, number.value * 10 + more, Fraction(1))

    def scale(self) -> int:
        factor = 1
        while self.word in words.SCALES:
            factor *= words.SCALES[self.word]
            self.at += 1
        return factor

    def unit(self) -> str:
        name = words.UNITS.get(self.word, "")
        bracketed = self.tokens[self.at : self.at + 3]
        if len(bracketed) == 3 and bracketed[0] == "(" and bracketed[2] == ")":
            name = words.UNITS.get(bracketed[1], "")  # 9000（个）
            self.at += 2 * bool(name)
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
            words.MARKS[self.mark].translate(NORMAL),
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


_EXACT: Final = Fraction(0)
