"""Read what stands around an amount: bounds, approximations, bases, changes, times, marks.

lead = mark | bound | approximation | basis | change | time | filler | currency
tail = approximation | bound | basis | closing mark | footnote | (unit again)
"""

from __future__ import annotations

import re
from typing import Final

from auditor.figure import numerals
from auditor.figure.amounts import Amounts
from auditor.figure.cursor import A_NUMBER
from auditor.figure.lexer import Tokens
from auditor.figure.records import Number
from auditor.figure.words import framing, numbers, units

YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
# In running text, how far behind the place of a number its digits may begin: 五年达到9000人.
FARTHEST: Final = 16
_ANY_YEAR: Final = re.compile(r"[0-9]{1,4}")


class Phrasing(Amounts):
    """Takes the words around an amount and keeps what they say of it.

    With `whole`, any word may stand between a bound and its number, and a footnote may end
    the text. Without, the number is known to begin at the character `number_at`.
    """

    def __init__(
        self, text: str, tokens: Tokens, at: int = 0, *, whole: bool = True, number_at: int = 0
    ) -> None:
        super().__init__(text, tokens, at, whole=whole)
        self.number_at = number_at
        self.bound = "="
        self.basis = self.mark = self.opening = self.closed = self.currency = self.per_people = ""
        self.paired = self.than = self.skipped = False
        self.read: tuple[Number, ...] = ()
        self.unit_read = ""

    # What stands before the number.

    def dated(self) -> bool:
        """Skip a year, or a number of years, that only says of what time the figure is."""
        word, at = self.word, self.at
        before = self.whole or self.tokens.starts[at] < self.number_at
        if not before or not _ANY_YEAR.fullmatch(word):
            return False
        steps = 1
        if self.ahead() in framing.RANGE_JOINTS and YEAR.fullmatch(self.ahead(2)):
            steps = 3  # 2021—2025年
        year = self.ahead(steps)
        if year == framing.YEAR:
            steps += 1
            of_a_basis = self.ahead(steps) in framing.BASES
            steps += self.ahead(steps) in framing.YEAR_TAILS
            steps += self.ahead(steps) in (framing.OF, ",")
            found = bool(YEAR.fullmatch(word)) or of_a_basis
        else:
            led = at > 0 and self.words[at - 1] in framing.YEAR_LEADS
            steps += year == ","
            found = bool(YEAR.fullmatch(word)) and led
        if not found or not any(map(numerals.begins, self.words[at + steps :])):
            return False
        self.at += steps
        return True

    def lead(self, word: str) -> None:
        """Take what a word before the number says."""
        # After a bound word, what the bound is of may stand before the number: 不低于总量的30%.
        known = self.leads(word) or word in framing.FILLERS or word in framing.YEAR_LEADS
        about = self.bound != "=" or self.per_people
        before = self.whole or self.tokens.starts[self.at] < self.number_at
        far = not self.whole and self.tokens.starts[self.at] > self.number_at + FARTHEST
        if not word or far or not (known or (about and before)):
            raise self.stop(A_NUMBER)
        self.skipped = self.skipped or not known
        self.paired = self.paired or word in framing.PAIR_LEADS
        self.than = self.than or word == framing.THAN
        self.at += 1

    def leads(self, word: str) -> bool:
        """Take what a word of the tables says; return whether it is in one of them."""
        if word in framing.MARKS and not self.mark:
            self.mark = word
            self.opening = self.text[self.tokens.starts[self.at]]
            if word in framing.CUMULATIVE_MARKS:
                self.basis = "cumulative"
        elif word in framing.BOUNDS_BEFORE:
            if word == framing.REACHING and self.ahead() not in numbers.SCALES:
                return False
            self.bound = framing.BOUNDS_BEFORE[word]
            self.alone = True
        elif word in framing.SECOND_BOUND:
            self.take_second_bound(word)
        elif word in framing.APPROXIMATIONS_BEFORE:
            self.approximate = framing.APPROXIMATIONS_BEFORE[word]
            self.alone = True
        elif word in framing.BASES:
            self.basis = framing.BASES[word]
        elif word in framing.CHANGES and not self.of_a_year(word):
            self.change = framing.CHANGES[word]
        else:
            return self.leads_to_a_unit(word)
        return True

    def of_a_year(self, word: str) -> bool:
        """Return whether a word such as “by” stands before a year: by 2025, 5 million."""
        return word in framing.YEAR_LEADS and YEAR.fullmatch(self.ahead()) is not None

    def leads_to_a_unit(self, word: str) -> bool:
        """Take a currency, 每千人口 or “percent of” before the number, or a time to be skipped."""
        unit = units.UNITS.get(word, "")
        if word in units.PER_PEOPLE:
            self.per_people = units.PER_PEOPLE[word]
        elif unit.isupper():
            self.currency = unit
        elif unit == "percent" and self.ahead() == framing.ENGLISH_OF:
            self.share = unit
        elif word in framing.PERIODS:
            self.at += self.ahead() == ","
        else:
            return False
        return True

    def take_second_bound(self, word: str) -> None:
        """Take the other half of a bound: less than *or equal to*."""
        other = framing.SECOND_BOUND[word]
        strict = self.bound if other == "=" else other
        self.bound = "=" if strict == "=" else strict.rstrip("=") + "="

    # What stands behind the number.

    def tail(self, word: str, unit: str) -> bool:
        """Take what the word behind the number says; return whether it belongs to the figure."""
        start = self.at
        if self.mark and word == framing.MARKS[self.mark]:
            self.close(word)
        elif word in framing.BOUNDS_AFTER:
            self.bound = framing.BOUNDS_AFTER[word]
        elif word in framing.SECOND_BOUND:
            self.take_second_bound(word)
        elif word == numbers.AND and self.ahead() in framing.BOUNDS_AFTER_AND and self.pauses(2):
            self.bound = framing.BOUNDS_AFTER_AND[self.ahead()]
            self.at += 1
        elif self.than and word in framing.BOUNDS_OF_SIZE:
            self.bound, self.than = framing.BOUNDS_OF_SIZE[word], False
        elif word in framing.APPROXIMATIONS_AFTER:
            self.approximate = framing.APPROXIMATIONS_AFTER[word]
        elif word in framing.BASES and (unit != "year" or self.whole):
            self.basis = framing.BASES[word]
        elif not (self.whole and self.ends_a_cell(word, unit)):
            return False
        self.at += self.at == start or word == numbers.AND
        return True

    def pauses(self, steps: int) -> bool:
        """Return whether the text ends some steps on, or in running text a part of it does."""
        word = self.ahead(steps)
        return not word or (not self.whole and word in framing.PAUSES)

    def close(self, word: str) -> None:
        """Go behind a closing mark, and behind the unit that may stand there: 〔45〕万人."""
        self.closed, self.mark = self.opening + self.text[self.tokens.starts[self.at]], ""
        self.at += 1
        if not self.unit_read and len(self.read) == 1:
            scale, unit = self.scale(), self.unit()
            self.read, self.unit_read = (self.read[0].scaled(scale),), unit

    def ends_a_cell(self, word: str, unit: str) -> bool:
        """Return whether a word only ends a cell: a footnote, 之间, the unit or a basis again."""
        if word in framing.MARKS:
            return self.in_brackets(word, unit)
        of_a_date = unit == "year" and word in framing.YEAR_TAILS
        again = bool(unit) and units.UNITS.get(word) == unit
        return word in framing.PAIR_TAILS or word in framing.FOOTNOTES or of_a_date or again

    def in_brackets(self, opening: str, unit: str) -> bool:
        """Go behind the unit again, or a basis, that stands in brackets here: 95% (%)."""
        word, closing = self.ahead(), self.ahead(2)
        again = bool(unit) and units.UNITS.get(word) == unit
        if closing != framing.MARKS[opening] or not (again or word in framing.BASES):
            return False
        self.basis = framing.BASES.get(word, self.basis)
        self.at += 3
        return True
