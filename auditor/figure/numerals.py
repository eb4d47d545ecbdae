"""Read one number in any written form: 9,000 · 3千5百万 · 二十三万五千 · 三点一四 · two hundred.

A number is a run of coefficients and places. Places below 万 multiply the coefficient
before them and add up to a section; 万, 亿 and their English kin multiply the section, or
all that stands before when they are larger (万亿). A last coefficient without a place
counts in tenths of the place before it (三万五 is 35 000), unless 零 stands between.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from auditor.figure import words
from auditor.figure.records import Number

MOST_DIGITS: Final = 40
MOST_PLACES: Final = 12
_GROUP: Final = 1_000
_HUNDRED, _AND = "hundred", "and"


class Read(NamedTuple):
    """A number, the index of the token behind it, and the word in it that hides digits (余, 多)."""

    number: Number
    at: int
    hidden: str


def begins(token: str) -> bool:
    """Return whether a number may begin with `token`."""
    return "0" <= token[:1] <= "9" or token in words.NUMERALS or token in words.PLACES_ALONE


def read_number(tokens: Sequence[str], at: int, *, alone: bool = False) -> Read | None:
    """Return the number that begins at a token, or None when none does or it is out of bounds.

    With `alone`, a place may stand without a coefficient: the 百 of 近百名.
    """
    simple = _simple(tokens, at)
    if simple is not None:
        return simple
    reader = _Reader(tokens, at, alone=alone)
    return reader.read() if reader.run() else None


def _simple(tokens: Sequence[str], at: int) -> Read | None:
    """Return Arabic digits with places behind them, as most figures are; read as below, sooner."""
    digits = tokens[at]
    if not "0" <= digits[:1] <= "9" or len(digits) > MOST_DIGITS:
        return None
    scale, end = 1, at + 1
    while tokens[end] in words.SCALES:
        scale *= words.SCALES[tokens[end]]
        end += 1
    if begins(tokens[end]) or tokens[end] in words.APPROXIMATIONS_AFTER or end - at > MOST_PLACES:
        return None
    whole, _, decimals = digits.replace(",", "").replace(" ", "").partition(".")
    count = int(whole + decimals) * scale
    value = Fraction(count, 10 ** len(decimals)) if decimals else Fraction(count)
    return Read(Number(digits, scale, value), end, "")


class _Reader:
    """Goes through the tokens of one number; `worth` is what one unit of its last digit is worth."""

    def __init__(self, tokens: Sequence[str], at: int, *, alone: bool) -> None:
        self.tokens = tokens
        self.alone = alone
        self.start = self.at = at
        self.total = self.section = Fraction(0)
        self.coefficient: Fraction | None = None
        self.worth = Fraction(1)
        self.place = self.group = self.scale = 1
        self.coefficients = self.places = 0
        self.zero = self.chinese = self.in_section = False
        self.hidden = ""
        self.written = ""

    def run(self) -> bool:
        """Consume what belongs to the number; return whether there was one within bounds."""
        while token := self.tokens[self.at]:
            alone = self.alone or token in words.PLACES_ALONE
            if token in words.SCALES and (self.at > self.start or alone):
                self.multiply(words.SCALES[token])
            elif self.hides(token):
                self.hidden = token
            elif not self.joins(token) and not self.digits(token):
                break
            self.at += 1
        return self.start < self.at and self.places <= MOST_PLACES

    def hides(self, token: str) -> bool:
        """Return whether a word such as 余 stands inside the number, before a place or its end."""
        return (
            words.APPROXIMATIONS_AFTER.get(token) == "over"
            and self.at > self.start
            and not self.hidden
        )

    def joins(self, token: str) -> bool:
        """Return whether “and” joins two parts of one number, as in two hundred and five."""
        after_hundred = self.at > self.start and self.tokens[self.at - 1] == _HUNDRED
        return token == _AND and after_hundred and begins(self.tokens[self.at + 1])

    def digits(self, token: str) -> bool:
        """Take a coefficient; return whether the token is one that may stand here."""
        if self.coefficient is not None:
            return False
        if token in words.ZEROS and self.at > self.start and begins(self.tokens[self.at + 1]):
            self.zero = True
            return True
        first = self.at
        if "0" <= token[:1] <= "9" and len(token) <= MOST_DIGITS:
            self.coefficient, self.worth = decimal(token)
            self.chinese = False
        elif token in words.NUMERALS:
            self.coefficient = self.positional()
            self.chinese = token in words.DIGITS
        else:
            return False
        self.coefficients += 1
        self.in_section = True
        self.written = "".join(self.tokens[first : self.at + 1])
        self.scale = 1
        return True

    def positional(self) -> Fraction:
        """Return numerals that stand digit by digit: 二〇二五, 三点一四, or one alone."""
        value = Fraction(words.NUMERALS[self.tokens[self.at]])
        self.worth = Fraction(1)
        if self.tokens[self.at] not in words.DIGITS:
            return value
        while self.tokens[self.at + 1] in words.DIGITS:
            self.at += 1
            value = value * 10 + words.NUMERALS[self.tokens[self.at]]
        if self.tokens[self.at + 1] in words.POINTS and self.tokens[self.at + 2] in words.DIGITS:
            self.at += 1
            while self.tokens[self.at + 1] in words.DIGITS:
                self.at += 1
                self.worth /= 10
                value += self.worth * words.NUMERALS[self.tokens[self.at]]
        return value

    def multiply(self, place: int) -> None:
        """Multiply what stands before a place by it."""
        if self.at == self.start:
            self.coefficient = Fraction(1)
            self.coefficients = 1
        before = self.coefficient
        bare = before is None and not self.in_section  # 万亿: nothing stands before the place
        section = Fraction(1) if bare else self.section + (before or Fraction(0))
        if place <= _GROUP:
            self.section = section * place if before is None else self.section + before * place
        elif self.group > 1 and (bare or place > self.group):
            self.total = (self.total + (Fraction(0) if bare else section)) * place
        else:
            self.total += section * place
        self.in_section = place <= _GROUP
        if place > _GROUP:
            self.section = Fraction(0)
            self.group = max(self.group, place)
        self.worth *= place
        self.scale *= place
        self.coefficient = None
        self.zero = False
        self.place = place
        self.places += 1

    def read(self) -> Read:
        """Return what has been read."""
        rest = self.coefficient or Fraction(0)
        if self.coefficient and self.chinese and self.place >= 100 and rest < 10 and not self.zero:
            self.worth = Fraction(self.place, 10)
            rest *= self.worth
        value = self.total + self.section + rest
        if self.coefficients == 1 and self.written:
            number = Number(self.written, self.scale, value, self.worth)
        else:
            number = Number("".join(self.tokens[self.start : self.at]), 1, value, self.worth)
        return Read(number, self.at, self.hidden)


def decimal(token: str) -> tuple[Fraction, Fraction]:
    """Return the value of Arabic digits, and the worth of the last of them."""
    whole, _, decimals = token.replace(",", "").replace(" ", "").partition(".")
    worth = Fraction(1, 10 ** len(decimals))
    return int(whole + decimals) * worth, worth
