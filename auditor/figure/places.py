"""Go through the tokens of one number: its coefficients, its places and its decimals."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from auditor.figure.records import Number
from auditor.figure.words import framing, numbers, units

MOST_DIGITS: Final = 40
MOST_PLACES: Final = 40


class Read(NamedTuple):
    """A number and the index of the token behind it.

    `approximate` is what a word inside it says (10余万, 几百); `upper` is the number at the
    other end where two digits stand side by side (七八百).
    """

    number: Number
    at: int
    approximate: str = ""
    upper: Number | None = None


def begins(token: str) -> bool:
    """Return whether a number may begin with `token`."""
    return (
        "0" <= token[:1] <= "9"
        or (token[:1] == "." and len(token) > 1)
        or token in numbers.NUMERALS
        or token in numbers.PLACES_ALONE
    )


def opens(tokens: Sequence[str], at: int) -> bool:
    """Return whether a number begins at a token, also with a place or 几 or an article: 百三."""
    token = tokens[at]
    if begins(token):
        return True
    following = tokens[at + 1]
    if following == numbers.REMAINDER and token in numbers.SCALES and not token.isascii():
        return True  # 百余家
    if token in numbers.PLACES_BEFORE_A_DIGIT:
        return following in numbers.DIGITS and following not in numbers.ZEROS
    if token == numbers.POINT:
        return following.isdecimal() or following in numbers.NUMERALS
    if token in numbers.SEVERAL:
        return following in numbers.SCALES or following in units.UNITS
    return token in numbers.ARTICLES and (
        following in numbers.SCALES
        or following in units.UNITS
        or following in numbers.DENOMINATORS
        or following in numbers.TENS
    )


class Reader:
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
        self.approximate = ""
        self.written = ""

    def run(self) -> bool:
        """Consume what belongs to the number; return whether there was one within bounds."""
        while token := self.tokens[self.at]:
            if self.zero_before(token):
                return False
            if token in numbers.SCALES and self.multiplies(token):
                self.multiply(numbers.SCALES[token], closes=token in numbers.GROUPS)
            elif self.hyphenated(token):
                pass
            elif self.hides(token):
                self.approximate = framing.APPROXIMATIONS_AFTER[token]
            elif token in numbers.POINTS and self.has_decimals():
                self.decimals()
            elif not self.joins(token) and not self.digits(token):
                break
            self.at += 1
        return self.start < self.at and self.places <= MOST_PLACES

    def zero_before(self, token: str) -> bool:
        """Return whether a zero leaves out the digit of a place, as in 一万零百: no number is that."""
        larger = numbers.SCALES.get(token, 0) > 10
        return larger and self.coefficient == 0 and self.tokens[self.at - 1] in numbers.ZEROS

    def hyphenated(self, joint: str) -> bool:
        """Return whether a hyphen ties an English place to its number, as in 11-million."""
        place = self.tokens[self.at + 1]
        english = place in numbers.SCALES and place.isascii() and len(place) > 2
        return joint == "-" and self.at > self.start and english

    def multiplies(self, token: str) -> bool:
        """Return whether a place has something before it, or may stand without."""
        alone = self.alone or token in numbers.PLACES_ALONE or opens(self.tokens, self.at)
        return self.at > self.start or alone

    def hides(self, token: str) -> bool:
        """Return whether a word such as 余 stands inside the number, before a place or its end."""
        known = token in framing.APPROXIMATIONS_AFTER and len(token) == 1
        return known and self.at > self.start and not self.approximate

    def joins(self, token: str) -> bool:
        """Return whether “and” joins two parts of one number, as in two hundred and five."""
        after_place = self.at > self.start and self.tokens[self.at - 1] in numbers.SCALES
        return token == numbers.AND and after_place and begins(self.tokens[self.at + 1])

    def digits(self, token: str) -> bool:
        """Take a coefficient; return whether the token is one that may stand here."""
        following = self.tokens[self.at + 1]
        if self.coefficient is not None:
            return False
        if token in numbers.ZEROS and self.at > self.start and self.follows_zero(following):
            self.zero = True
            return True
        if (
            token == numbers.LIANG
            and self.at > self.start
            and not begins(following)
            and following not in numbers.SCALES
        ):
            return False  # the unit of 三千两
        first = self.at
        arabic = "0" <= token[:1] <= "9" or (token[:1] == "." and len(token) > 1)
        if arabic and len(token) <= MOST_DIGITS:
            self.coefficient, self.worth = decimal(token)
            self.chinese = False
        elif token in numbers.NUMERALS:
            self.coefficient = self.positional()
            self.chinese = token in numbers.DIGITS
        elif not self.stands_for_a_digit(token, following):
            return False
        self.coefficients += 1
        self.in_section = True
        self.written = "".join(self.tokens[first : self.at + 1])
        self.scale = 1
        return True

    def follows_zero(self, following: str) -> bool:
        """Return whether more of the number stands behind a zero: 一千零五, 一百零几万."""
        return begins(following) or following in framing.APPROXIMATIONS_AFTER

    def stands_for_a_digit(self, token: str, following: str) -> bool:
        """Take 半 and 几 before a place, and an article; return whether the token is one of them."""
        first = self.at == self.start
        if token == numbers.HALF and following in numbers.SCALES:
            self.coefficient, self.worth = Fraction(1, 2), Fraction(1)
        elif token in numbers.SEVERAL and (following in numbers.SCALES or first):
            self.coefficient, self.worth = Fraction(1), Fraction(1)
            self.approximate = "several"
        elif token in numbers.ARTICLES and first:
            self.coefficient, self.worth = Fraction(1), Fraction(1)
        else:
            return False
        return True

    def positional(self) -> Fraction:
        """Return numerals that stand digit by digit (二〇二五), tens with ones (廿二), or one alone."""
        word = self.tokens[self.at]
        value = Fraction(numbers.NUMERALS[word])
        self.worth = Fraction(1)
        if word in numbers.TENS:
            return value + self.ones()
        while word in numbers.DIGITS and self.another_digit(self.tokens[self.at + 1]):
            self.at += 1
            value = value * 10 + numbers.NUMERALS[self.tokens[self.at]]
        return value

    def another_digit(self, following: str) -> bool:
        """Return whether a digit goes on; 两 stands only before a place and is a unit elsewhere."""
        return following in numbers.DIGITS and following != numbers.LIANG

    def ones(self) -> int:
        """Take the ones behind tens, a hyphen between them or not; return them, or 0."""
        joint = self.tokens[self.at + 1] == "-"
        ones = numbers.NUMERALS.get(self.tokens[self.at + 1 + joint], 0)
        if not 0 < ones < 10:
            return 0
        self.at += 1 + joint
        return ones

    def has_decimals(self) -> bool:
        """Return whether a point stands between a whole number, or nothing, and decimals."""
        following = self.tokens[self.at + 1]
        whole = self.coefficient is not None or self.at == self.start or self.places > 0
        decimals = following.isdecimal() or following in numbers.NUMERALS
        return whole and decimals and self.worth.denominator == 1

    def decimals(self) -> None:
        """Take what stands behind a point, digit by digit."""
        self.section += self.rest()
        self.worth = Fraction(1)
        while following := self.tokens[self.at + 1]:
            if following.isdecimal() and following.isascii():
                digits = following
            elif following in numbers.NUMERALS:
                self.at += 1
                more = self.ones() if following in numbers.TENS else 0
                digits = str(numbers.NUMERALS[following] + more)
                self.at -= 1
            else:
                break
            self.at += 1
            self.worth /= 10 ** len(digits)
            self.section += self.worth * int(digits)
            if len(self.written) > MOST_DIGITS:
                break
            self.written += digits
        self.coefficient = None
        self.coefficients = 2
        self.in_section = True
        self.place = 1

    def multiply(self, place: int, *, closes: bool) -> None:
        """Multiply what stands before a place by it; a group such as 万 closes its section."""
        if self.at == self.start:
            self.coefficient = Fraction(1)
            self.coefficients = 1
        before = self.coefficient
        bare = before is None and not self.in_section  # 万亿: nothing stands before the place
        section = Fraction(1) if bare else self.section + (before or Fraction(0))
        if not closes and before is None and self.in_section and place < self.place:
            self.section += place  # 一百十一: the ten of a larger place
            self.worth, self.scale = Fraction(1), 1
        elif not closes:
            self.section = section * place if before is None else self.section + before * place
        elif self.group > 1 and (bare or place > self.group):
            self.total = (self.total + (Fraction(0) if bare else section)) * place
        else:
            self.total += section * place
        self.in_section = not closes
        if closes:
            self.section = Fraction(0)
            self.group = max(self.group, place)
        # 二十 prints its ones as much as 20 does; larger places may have been rounded to.
        self.worth *= 1 if place == 10 else place
        self.scale *= place
        self.coefficient = None
        self.zero = False
        self.place = place
        self.places += 1

    def rest(self) -> Fraction:
        """Return what the last coefficient is worth, when no place follows it."""
        rest = self.coefficient or Fraction(0)
        if self.coefficient and self.chinese and self.place >= 100 and rest < 10 and not self.zero:
            self.worth = Fraction(self.place, 10)
            rest *= self.worth
        return rest

    def read(self) -> Read:
        """Return what has been read."""
        value = self.total + self.section + self.rest()
        if self.coefficients == 1 and self.written:
            number = Number(self.written, self.scale, value, self.worth)
        else:
            number = Number("".join(self.tokens[self.start : self.at]), 1, value, self.worth)
        return Read(number, self.at, self.approximate)


def decimal(token: str) -> tuple[Fraction, Fraction]:
    """Return the value of Arabic digits, and the worth of the last of them."""
    plain, _, exponent = token.lower().partition("e")
    whole, _, decimals = plain.translate(_GROUPING).partition(".")
    worth = Fraction(10) ** (int(exponent or 0) - len(decimals))
    return int(whole + decimals) * worth, worth


_GROUPING: Final = str.maketrans("", "", ", '’")
