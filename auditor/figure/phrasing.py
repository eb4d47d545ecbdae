"""Read what stands around an amount: bounds, approximations, bases, changes, times, marks.

lead = mark | bound | approximation | basis | change | time | filler | currency
tail = approximation | bound | basis | closing mark | footnote | (unit again)
"""

from __future__ import annotations

import re
from typing import Final

from auditor.figure import numerals
from auditor.figure.amounts import Amounts
from auditor.figure.cursor import A_NUMBER, THE_END
from auditor.figure.lexer import A_YEAR, Tokens
from auditor.figure.records import Number
from auditor.figure.words import context, framing, numbers, units

YEAR: Final = re.compile(A_YEAR)
# In running text, how far behind the place of a number its digits may begin: 五年达到9000人.
FARTHEST: Final = 16
_ANY_YEAR: Final = re.compile(r"[0-9]{1,4}")


class Phrasing(Amounts):
    """Takes the words around an amount and keeps what they say of it.

    With `whole`, any word may stand between a bound and its number, and a footnote may end
    the text. Without, the number is known to begin at the character `number_at`, or
    it is not known where, and then no word but those of the tables may stand before it.
    """

    def __init__(
        self, text: str, tokens: Tokens, at: int = 0, *, whole: bool = True, number_at: int = -1
    ) -> None:
        super().__init__(text, tokens, at, whole=whole)
        self.number_at = number_at
        self.bound = "="
        self.mark = self.opening = self.closed = self.per_people = self.per_each = ""
        # An English verb of change, and what leads from it, or without one, to the number.
        self.verb = self.link = ""
        self.paired = self.than = self.skipped = self.recurs = self.moved = self.excluded = False
        self.given = False  # whether words stand behind 最高, which bounds money: 最高给予20万元
        self.aged = False  # whether 50s are the years of an age
        self.signed = -1  # where a plus stands
        self.year = 0
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
        if not self.whole and self.tokens.starts[self.at] > self.number_at + FARTHEST:
            raise self.stop(A_NUMBER)
        bounded = self.bound
        known = self.leads(word) or word in framing.FILLERS or word in framing.YEAR_LEADS
        known = known or (self.whole and word in framing.DONE)
        if not word or not (known or self.passes(word)):
            raise self.stop(A_NUMBER)
        self.links(word, limits=self.bound != bounded or word in framing.APPROXIMATIONS_BEFORE)
        self.skipped = self.skipped or not known
        self.moved = self.moved or word in context.FROM
        self.paired = self.paired or word in framing.PAIR_LEADS
        self.than = self.than or word == framing.THAN
        self.at += 1

    def passes(self, word: str) -> bool:
        """Return whether a word may stand before the number that no table has.

        After a bound, what it is of may: 不低于总量的30%. After a basis, what is done: 累计完成5万.
        After an English verb, its object: reduce emissions by 55%.
        """
        if not self.whole and self.tokens.starts[self.at] >= self.number_at:
            return False
        if self.verb:
            return word.isascii() and word.isalpha() and self.bound == "="
        if self.bound != "=" or self.per_people:
            return True
        return self.recurs and not word.isascii() and word not in framing.NOT_BETWEEN

    def links(self, word: str, *, limits: bool) -> None:
        """Note whether the number follows on a verb of change, or on its “by” or “to”."""
        if word in framing.VERBS and not self.change:
            self.verb, self.link = framing.VERBS[word], "by"
        elif word in framing.BY_OR_TO and not self.of_a_year(word):
            self.link = word
        elif not limits:
            self.link = ""

    def leads(self, word: str) -> bool:
        """Take what a word of the tables says; return whether it is in one of them."""
        if word in framing.MARKS and not self.mark:
            self.mark = word
            self.opening = self.text[self.tokens.starts[self.at]]
            if word in framing.CUMULATIVE_MARKS:
                self.basis = "cumulative"
        elif word in framing.BOUNDS_BEFORE:
            return self.limits(word)
        elif word in framing.SECOND_BOUND:
            self.take_second_bound(word)
        elif word in framing.APPROXIMATIONS_BEFORE:
            self.approximate = framing.APPROXIMATIONS_BEFORE[word]
            self.alone = True
        elif word in framing.BASES:
            self.basis, self.recurs = framing.BASES[word], True
        elif word == "+" and self.opens(1) and self.signed < 0:
            self.signed = self.at
        elif word in framing.VERBS and word not in framing.CHANGES:
            return True
        elif word in framing.CHANGES and not self.of_a_year(word):
            self.change = framing.CHANGES[word]
        else:
            return self.leads_to_a_unit(word)
        return True

    def level(self) -> bool:
        """Return whether a number, or another lead to one, follows on 最低 or 最高."""
        word = self.ahead()
        return self.opens(2 if word in numbers.MINUS else 1) or (
            word in framing.FILLERS
            or word in framing.BOUNDS_BEFORE
            or word in framing.APPROXIMATIONS_BEFORE
            or word in units.CURRENCIES
        )

    def of_a_year(self, word: str) -> bool:
        """Return whether a word such as “by” stands before a year: by 2025, 5 million."""
        return word in framing.YEAR_LEADS and YEAR.fullmatch(self.ahead()) is not None

    def limits(self, word: str) -> bool:
        """Take a bound before the number; return whether it is one of the number."""
        if word == framing.REACHING and self.ahead() not in numbers.SCALES:
            return False
        if word in framing.LEVELS and not self.level():
            if word != framing.HIGHEST:
                return False
            self.given = True
        self.bound, self.aged = framing.BOUNDS_BEFORE[word], word in framing.AGES
        self.alone = True
        return True

    def leads_to_a_unit(self, word: str) -> bool:
        """Take a currency, 每千人口 or “percent of” before the number, or a time to be skipped."""
        if word in units.PER_PEOPLE:
            self.per_people = units.PER_PEOPLE[word]
        elif word in units.PER_EACH:
            self.per_each = units.PER_EACH[word]
            self.basis = "annual" if word.endswith(units.YEARLY) else self.basis
        elif word in units.ELECTRIC:
            self.electric = True
        elif word in units.CURRENCIES:
            self.currency = units.CURRENCIES[word]
        elif units.UNITS.get(word) == "percent" and self.ahead() == framing.ENGLISH_OF:
            self.share = "percent"
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

    def signs(self) -> None:
        """Refuse a plus before anything but a share: +5% is a rate, +5 may be a change.

        In points a sign makes a change of any number.
        """
        if self.signed >= 0 and self.unit_read not in context.MEASURED_SHARES:
            self.at = self.signed
            raise self.stop(A_NUMBER)
        if self.unit_read in context.DIFFERENCES and not self.change:
            below = self.read[0].value < 0
            self.change = "rise_by" if self.signed >= 0 else "move_by" if below else ""

    # What stands behind the number.

    def tail(self, word: str, unit: str) -> bool:
        """Take what the word behind the number says; return whether it belongs to the figure."""
        start = self.at
        if self.mark and word == framing.MARKS[self.mark]:
            self.close()
        elif word in framing.BOUNDS_AFTER:
            self.limit(framing.BOUNDS_AFTER[word])
        elif word in framing.SECOND_BOUND:
            self.take_second_bound(word)
        elif word == numbers.AND and self.ahead() in framing.BOUNDS_AFTER_AND and self.pauses(2):
            self.limit(framing.BOUNDS_AFTER_AND[self.ahead()])
            self.at += 1
        elif self.than and word in framing.BOUNDS_OF_SIZE:
            self.bound, self.than = framing.BOUNDS_OF_SIZE[word], False
        elif word in framing.APPROXIMATIONS_AFTER:
            self.approximate = framing.APPROXIMATIONS_AFTER[word]
        elif word in framing.BASES and (unit != "year" or self.whole):
            self.basis = framing.BASES[word]
        elif self.is_within(word, unit):
            self.limit("<=")
        elif self.inclusion() is not None:
            self.excluded = not self.inclusion()
            self.included = not self.excluded
            self.at += 3
        elif unit in context.MEASURED_SHARES and word in framing.CHANGES_AFTER and not self.change:
            self.change = framing.CHANGES_AFTER[word]
        elif not (self.whole and self.ends_a_cell(word, unit)):
            return False
        self.at += self.at == start or word == numbers.AND
        return True

    def limit(self, bound: str) -> None:
        """Take a bound behind the number; one against that before it is a slip: 不超过100人以上."""
        if self.bound[0] not in ("=", bound[0]):
            raise self.stop(THE_END)
        self.bound = bound

    def pauses(self, steps: int) -> bool:
        """Return whether the text ends some steps on, or in running text a part of it does."""
        word = self.ahead(steps)
        return not word or (word in framing.PAUSES and not (self.whole and self.ahead(steps + 1)))

    def is_within(self, word: str, unit: str) -> bool:
        """Return whether 内 bounds an amount of time: 30天内."""
        if word != framing.WITHIN or self.ahead() in framing.NOT_WITHIN:
            return False
        return unit in context.TIMES or unit == "working_day"

    def close(self) -> None:
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
        ends = word in framing.PAIR_TAILS or word in framing.FOOTNOTES or of_a_date or again
        stop = word == "." and not self.ahead() and self.bound != "="  # 60 and above.
        return ends or stop or self.of_year(word)

    def of_year(self, word: str) -> bool:
        """Go behind the year that the figure is of, where one ends the cell: 50% by 2030."""
        if word not in framing.YEARS_BEHIND or not YEAR.fullmatch(self.ahead()):
            return False
        self.year = int(self.ahead())
        self.at += 2
        return True

    def in_brackets(self, opening: str, unit: str) -> bool:
        """Go behind the unit again, a basis or a year that stands in brackets here: 95% (%)."""
        word, closing = self.ahead(), self.ahead(2)
        year = YEAR.fullmatch(word) is not None and opening == "("
        if year and self.ahead(2 + (closing == framing.YEAR)) == framing.MARKS[opening]:
            self.year = int(word)
            self.at += 3 + (closing == framing.YEAR)
            return True
        again = bool(unit) and units.UNITS.get(word) == unit
        if closing != framing.MARKS[opening] or not (again or word in framing.BASES):
            return False
        self.basis = framing.BASES.get(word, self.basis)
        self.at += 3
        return True
