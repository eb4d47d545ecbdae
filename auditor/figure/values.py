"""Read a value: a numeral with the sign, the fraction and the power that belong to it.

value   = [sign] (word | numeral [divided]) [mixed] [power] [成]
divided = 分之 numeral | (/ | over | out of | in) numeral | thirds …
mixed   = (又 | and) fraction | n/m | ½
power   = (× 10)? ^ exponent
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from auditor.figure import numerals
from auditor.figure.cursor import A_NUMBER, FEWER_DIGITS, Cursor
from auditor.figure.lexer import Tokens
from auditor.figure.numerals import MOST_DIGITS
from auditor.figure.records import Number
from auditor.figure.words import framing, numbers, units

_EXACT: Final = Fraction(0)
_MOST_POWER: Final = 99
_MOST_PARTS_IN: Final = 1_000
_PEOPLE: Final = 100_000
# In so many parts no amount is divided: 12/100 km is a rate.
_MANY_PARTS: Final = 100


class Values(Cursor):
    """Reads values, and keeps what they say beyond: approximation, change, share."""

    def __init__(self, text: str, tokens: Tokens, at: int = 0, *, whole: bool = True) -> None:
        super().__init__(text, tokens, at)
        self.whole = whole
        self.approximate = self.change = self.share = ""
        self.electric = False  # whether 度 is a kilowatt-hour
        self.alone = False  # whether a place may stand for a number: 近百名
        self.per_many = False  # whether a stroke divides by a hundred or more
        self.upper: Number | None = None  # the other end, where the number is two: 七八百

    def starts_number(self) -> bool:
        """Return whether a number begins here, a sign before it or not."""
        return self.opens(1 if self.word in numbers.MINUS else 0)

    def opens(self, steps: int) -> bool:
        """Return whether a number without a sign begins some steps on."""
        word, following = self.ahead(steps), self.ahead(steps + 1)
        if not word:
            return False
        if word in numbers.SCALES and (self.alone or following == numbers.DIVISION):
            return True
        if word in numbers.FRACTIONS or word in framing.MULTIPLES:
            return True
        return numerals.opens(self.words, self.at + steps)

    def number(self) -> Number:
        """Return the value that begins here. Raises FigureError when none does."""
        sign = -1 if self.word in numbers.MINUS else 1
        self.at += sign < 0
        start = self.at
        self.upper, self.per_many = None, False
        number = self.unsigned()
        if self.upper is None:
            number = self.power(self.mixed(number, start), start)
        return self.tenths(number, start).times(sign)

    def unsigned(self) -> Number:
        """Return a numeral, divided where words say so, or a fraction that is one word."""
        word, start = self.word, self.at
        if word in framing.MULTIPLES:
            self.at += 1
            self.change, value = framing.MULTIPLES[word]
            self.share = "fold"
            if numbers.NEAR in word:
                self.approximate = "near"
            return Number(word, 1, value, _EXACT)
        half_of_a_place = word == numbers.HALF and self.ahead() in numbers.SCALES
        if word in numbers.FRACTIONS and not half_of_a_place:
            return self.simple_fraction()
        if len(word) > MOST_DIGITS and word[:1].isdecimal():
            raise self.stop(FEWER_DIGITS)
        alone = self.alone or self.ahead() == numbers.DIVISION
        return self.divided(self.numeral(alone=alone), start)

    def numeral(self, *, alone: bool) -> Number:
        """Return the numeral that begins here; with `alone`, a place may be one: 百分之百."""
        start = self.at
        read = numerals.read_number(self.words, start, alone=alone)
        if read is None:
            raise self.stop(A_NUMBER)
        self.at, self.upper = read.at, read.upper
        self.approximate = read.approximate or self.approximate
        of_several_words = read.upper is None and read.number.digits != self.words[start]
        if of_several_words and read.number.scale == 1:
            return read.number._replace(digits=self.printed(start))
        return read.number

    def simple_fraction(self) -> Number:
        """Return 一半, ½, half a million: a fraction that is one word, and the place it is of."""
        word = self.word
        self.at += 1
        place_or_unit = self.ahead() in numbers.SCALES or self.ahead() in units.UNITS
        self.at += self.word in numbers.ARTICLES and place_or_unit
        scale = self.scale()
        return Number(word, scale, numbers.FRACTIONS[word] * scale, _EXACT)

    def scale(self) -> int:
        """Return the product of the places that stand here."""
        factor = 1
        while self.word in numbers.SCALES:
            factor *= numbers.SCALES[self.word]
            self.at += 1
        return factor

    # Fractions.

    def divided(self, number: Number, start: int) -> Number:
        """Return the number divided, where words behind it say so: 三分之二, 2/3, two thirds."""
        word, following = self.word, self.ahead()
        if word == numbers.DIVISION:
            return self.chinese_fraction(number, start)
        if self.rate_follows():
            return number
        if word in numbers.DIVIDED and numerals.begins(following) and self.divides(number):
            self.at += 1
            whole = self.numeral(alone=False).value
            self.per_many = word == "/" and whole >= _MANY_PARTS
            return self.quotient(number, whole, start)
        hyphen = word == "-"
        counted = not self.words[self.at - 1].isdecimal() or number.value < _MOST_PARTS_IN
        if counted and (following if hyphen else word) in numbers.DENOMINATORS:
            self.at += hyphen
            return self.english_fraction(number, start)
        if word in numbers.TENS:  # three twenty-fifths
            hyphen = following == "-"
            parts = numbers.DENOMINATORS.get(self.ahead(1 + hyphen), 0)
            if 0 < parts < 10:
                self.at += 2 + hyphen
                return self.quotient(number, numbers.TENS[word] + parts, start)
        return number

    def chinese_fraction(self, parts: Number, start: int) -> Number:
        """Return 三分之二; of 百分之三, what is counted, the hundred being its unit."""
        share = numbers.SHARES.get("".join(self.words[start : self.at]))
        self.at += 1
        sign = -1 if self.word in numbers.MINUS else 1
        self.at += sign < 0
        whole = self.word in numbers.SCALES
        counted = self.numeral(alone=True).times(sign)
        if share:
            self.share = share
            return counted._replace(step=Fraction(1)) if whole else counted
        return self.quotient(counted._replace(step=_EXACT), parts.value, start)

    def divides(self, number: Number) -> bool:
        """Return whether a word such as “in” divides here: 1 in 5, but not 9000 in 2025."""
        if self.word != "in":
            return True
        parts = numerals.read_number(self.words, self.at + 1)
        return parts is not None and number.value < parts.number.value < _MOST_PARTS_IN

    def rate_follows(self) -> bool:
        """Return whether what stands here is of 100 000 people: 12.5/10万 is no fraction."""
        if self.word != "/":
            return False
        parts = numerals.read_number(self.words, self.at + 1)
        return parts is not None and parts.number.value == _PEOPLE

    def quotient(self, counted: Number, parts: Fraction | int, start: int) -> Number:
        """Return a number divided by another; it is exact, unless what is divided has decimals."""
        if not parts:
            raise self.stop(A_NUMBER)
        step = counted.step / parts if counted.step < 1 else _EXACT
        return Number(self.printed(start), 1, counted.value / parts, step)

    def english_fraction(self, number: Number, start: int) -> Number:
        """Return a fraction whose denominator is the word here, numerals standing before it."""
        last = self.at - 1 - (self.words[self.at - 1] == "-")
        before, parts = self.words[start : last + 1], numbers.DENOMINATORS[self.word]
        self.at += 1
        tens = numbers.TENS.get(self.words[last], 0)
        if tens and parts < 10 and last > start and self.words[last - 1] != numbers.AND:
            # one hundred thirty-fifths: the tens belong to the denominator
            counted = numerals.read_number([*before[:-1], ""], 0)
            return self.quotient(counted.number if counted else number, tens + parts, start)
        if numbers.AND in before:
            joint = len(before) - 1 - before[::-1].index(numbers.AND)
            whole = numerals.read_number([*before[:joint], ""], 0)
            counted = numerals.read_number([*before[joint + 1 :], ""], 0)
            if whole and counted and counted.number.value < parts:
                value = whole.number.value + counted.number.value / parts
                return Number(self.printed(start), 1, value, _EXACT)
        return self.quotient(number, parts, start)

    def mixed(self, number: Number, start: int) -> Number:
        """Return a whole number together with the fraction behind it: 三又二分之一, 2 1/4, 2½."""
        before = self.at
        if self.word in (numbers.MIXED, numbers.AND):
            self.at += 1
        elif not self.fraction_follows():
            return number
        approximate, share = self.approximate, self.share
        if self.opens(0) and self.word not in framing.MULTIPLES:
            behind = self.unsigned()
            if behind.step == _EXACT and behind.value and self.share == share:
                value = (number.value + behind.value) * self.scale()
                return Number(self.printed(start), 1, value, _EXACT)
        self.at, self.approximate, self.share, self.upper = before, approximate, share, None
        return number

    def fraction_follows(self) -> bool:
        """Return whether a fraction in signs stands here: 1/4, ½."""
        signs = self.ahead() == "/" and self.word.isdecimal() and self.ahead(2).isdecimal()
        return signs or (self.word in numbers.FRACTIONS and not self.word.isalpha())

    # Powers and tenths.

    def power(self, number: Number, start: int) -> Number:
        """Return the number raised to a power, or times a power of ten: 2^5, 1.2×10⁴."""
        before = self.at
        times = self.word in numbers.TIMES and self.ahead() == "10"
        self.at += 2 * times
        exponent = self.exponent()
        if exponent is None or abs(exponent) > _MOST_POWER or (exponent < 0 and not number.value):
            self.at = before
            return number
        if times:
            factor = Fraction(10) ** exponent
            return Number(number.digits, 1, number.value * factor, number.step * factor)
        return Number(self.printed(start), 1, number.value**exponent, _EXACT)

    def exponent(self) -> int | None:
        """Return the exponent that is printed here, raised or behind ^."""
        written = ""
        if self.word == numbers.POWER:
            self.at += 1
            while self.word == "+" or self.word in numbers.MINUS:
                written = "" if written or self.word == "+" else "-"
                self.at += 1
            if self.word.isdecimal():
                written += self.word
                self.at += 1
        raised = written or self.words[self.at - 1] == numbers.BASE
        while raised and self.word in numbers.POWERS:
            written += numbers.POWERS[self.word]
            self.at += 1
        try:
            return int(written)
        except ValueError:
            return None

    @staticmethod
    def tenfold(number: Number, word: str) -> Number:
        """Return as per cent what 成 or 折 counts; 75折 is 75 per cent already."""
        return number.times(1 if word == numbers.OFF and number.value >= 10 else 10)

    def tenths(self, number: Number, start: int) -> Number:
        """Return 三成, 三成五 or 八五折 as per cent."""
        if self.word not in numbers.TENTHS:
            return number
        word = self.word
        self.at += 1
        self.share = "percent"
        number = self.tenfold(number, word)
        if self.upper is not None:
            self.upper = self.tenfold(self.upper, word)
        more = Fraction(5) if self.word == numbers.HALF else numbers.DIGITS.get(self.word)
        if more is None or self.upper is not None:
            return number
        self.at += 1
        return Number(self.printed(start), 1, number.value + more, Fraction(1))
