"""Read an amount: a value, its unit, and what a smaller unit adds to it.

quantity = value [unit] [minor]
unit     = name [( name )] rate | ( [scale] name )
rate     = [/ [scale] name | / ( name · name )] [· name] …
minor    = 半 | value smaller-unit: 三元五角, 3 feet 4 inches
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from auditor import units as measures
from auditor.figure import numerals
from auditor.figure.cursor import A_NUMBER
from auditor.figure.lexer import WORDS, Tokens
from auditor.figure.records import Number
from auditor.figure.values import Values
from auditor.figure.words import framing, numbers, units

# Of so many people a rate is told; what stands under a stroke when it is of people.
_TOLD_OF: Final = frozenset((1_000, 10_000, 100_000))
_POPULATION: Final = "population"
# More 度 than a full turn are kilowatt-hours.
_MANY: Final = 360


class Quantity(NamedTuple):
    """A number and its unit; `upper` is the other end where the number is two (七八百)."""

    number: Number
    unit: str
    upper: Number | None = None


class Amounts(Values):
    """Reads numbers with their units."""

    def __init__(self, text: str, tokens: Tokens, at: int = 0, *, whole: bool = True) -> None:
        super().__init__(text, tokens, at, whole=whole)
        self.basis = self.currency = ""
        self.number_end = 0  # where the numeral ends that was read last
        self.beside = 1  # the scale that stands in brackets behind it
        self.included = False  # whether （含） says that a bound belongs to what it bounds

    def quantity(self) -> Quantity:
        """Return a number with its unit and what of it a smaller unit tells."""
        start = self.at
        number = self.and_a_half(self.number(), start)
        self.number_end, self.beside = self.at, 1
        upper, unit = self.upper, self.unit()
        if not unit and self.word in framing.MARKS:
            self.beside, unit = self.bracketed()
            number = number.scaled(self.beside) if self.beside > 1 else number
        if unit and self.per_many:
            raise self.stop(A_NUMBER)  # 12/100 km: so much for each hundred
        unit = self.share or unit
        if unit == units.DEGREE and (self.electric or number.value > _MANY):
            unit = units.KILOWATT_HOUR
        if unit and upper is None:
            number = self.minor(number, unit, start)
        if self.inclusion() is True:
            self.included = True
            self.at += 3
        return Quantity(number, unit, upper)

    def and_a_half(self, number: Number, start: int) -> Number:
        """Return the number with the half that stands behind 个: 两个半小时."""
        if self.upper is not None or self.word != units.ONE_MORE or self.ahead() != numbers.HALF:
            return number
        if units.UNITS.get(self.ahead(2)) not in units.HALVED:
            return number
        self.at += 2
        step = Fraction(number.scale, 2)
        return Number(self.printed(start), 1, number.value + step, step)

    def inclusion(self) -> bool | None:
        """Return whether brackets here say that a bound is included, None where they do not say."""
        closing = framing.MARKS.get(self.word)
        return (
            framing.INCLUSIONS.get(self.ahead()) if closing and self.ahead(2) == closing else None
        )

    def unit(self) -> str:
        """Return the unit that stands here, perhaps behind a hyphen, or nothing."""
        hyphen = self.word == "-" and self.ahead().isascii() and self.ahead().isalpha()
        name = units.UNITS.get(self.ahead(1) if hyphen else self.word, "")
        if not name:
            return self.rate()
        self.at += 1 + hyphen
        if name == "person" and self.word == framing.YEAR and self.closes_a_cell():
            self.at += 1
            name = units.PERSON_YEAR
        if name in units.COUNTERS and self.word in framing.MARKS:
            self.other_counter()
        rate = self.pers() if self.word in units.STROKES else ""
        return (units.KILOWATT_HOUR if rate and name == units.DEGREE else name) + rate

    def closes_a_cell(self) -> bool:
        """Return whether the word here ends a cell, but for a bound behind it."""
        return self.whole and (not self.ahead() or self.ahead() in framing.BOUNDS_AFTER)

    def rate(self) -> str:
        """Return what a number without a unit is per: money (€25/MWh) or people (12/10万)."""
        if self.word not in units.STROKES:
            return ""
        start, rate = self.at, self.pers()
        if rate and (self.currency or rate.endswith(_POPULATION)):
            return f"{self.currency or 1}{rate}"
        self.at = start
        return ""

    def pers(self) -> str:
        """Return all that a unit is per, each behind a stroke: /person/month."""
        found = ""
        while per := self.per(further=bool(found)):
            found += f"/{per}"
        return found

    def other_counter(self) -> None:
        """Go behind a counter of things that stands in brackets behind another: 套（间）."""
        start = self.at
        scale, unit = self.bracketed()
        if scale > 1 or unit not in units.COUNTERS:
            self.at = start

    def bracketed(self) -> tuple[int, str]:
        """Return the scale and unit that stand in brackets here: 9000（个）, 9000（万人）."""
        start, closing = self.at, framing.MARKS[self.word]
        self.at += 1
        scale, unit = self.scale(), self.unit()
        if self.word == closing and (unit or scale > 1):
            self.at += 1
            return scale, unit
        self.at = start
        return 1, ""

    def per(self, *, further: bool) -> str:
        """Return what the unit is per, and go behind it; of 件/万人, ten_thousand_population."""
        start, stroke = self.at, self.word
        if stroke not in units.STROKES and not (further and stroke == units.PRODUCT):
            return ""
        self.at += 1
        found = self.product() if self.word == "(" else self.part(stroke)
        if not found:
            self.at = start
        return found

    def product(self) -> str:
        """Return the units that brackets hold together under a stroke: 元/（人·月）."""
        found, basis = "", self.basis
        self.at += 1
        while part := self.part(units.PRODUCT):
            found += f"/{part}"
            if self.word != units.PRODUCT or self.ahead() == ")":
                break
            self.at += 1
        if found and framing.BASES.get(self.word) == "annual":
            basis = "annual"
            self.at += 1
        if not found or self.word != ")":
            return ""
        self.at += 1
        self.basis = basis
        return found[1:]

    def part(self, stroke: str) -> str:
        """Return one unit under a stroke, with its scale."""
        start, scale = self.at, self.parts()
        name, prefix = units.UNITS.get(self.word, ""), units.PREFIXES.get(scale, "")
        if scale != 1 and not prefix:
            return ""
        if not name:
            implied = self.of_people(scale, stroke, start)
            return prefix + _POPULATION if implied else ""
        self.at += 1
        if name == units.DEGREE:
            name = units.KILOWATT_HOUR
        return prefix + (_POPULATION if prefix and name == "person" else name)

    def parts(self) -> int:
        """Return the scale under a stroke, in words or digits: 万, 10万, 1,000; 0 for no whole number."""
        if self.word in numbers.SCALES or not numerals.begins(self.word):
            return self.scale()
        read = numerals.read_number(self.words, self.at)
        if read is None or read.upper or read.approximate or read.number.value.denominator != 1:
            return 0
        self.at = read.at
        return int(read.number.value)

    def of_people(self, scale: int, stroke: str, start: int) -> bool:
        """Return whether a scale alone stands for people: 12/10万, 70 per 100,000, but not 5元/万."""
        short = units.SHORT_PLACES.issuperset(self.words[start : self.at])
        if short or stroke not in units.OF_PEOPLE or scale not in _TOLD_OF:
            return False
        another = self.word.isascii() and self.word.isalpha() and self.word not in WORDS
        return not another  # per 1,000 flights

    def minor(self, number: Number, unit: str, start: int) -> Number:
        """Return the number with what a smaller unit adds to it: 两米半, 三元五角六分, 1小时30分钟."""
        if self.word == numbers.HALF:
            self.at += 1
            half = Fraction(number.scale, 2)
            return Number(self.printed(start), 1, number.value + half, half)
        while True:
            before = self.at
            part = self.smaller(unit)
            if part is None:
                self.at = before
                return number
            value = number.value + part.value
            number = Number(self.printed(start), 1, value, part.step)

    def smaller(self, unit: str) -> Number | None:
        """Return a further number in a smaller unit of the same kind, told in `unit`."""
        joined = self.word in framing.MINOR_JOINTS
        if self.word == "," and not self.words[self.at - 1].isascii():
            return None  # 50公顷，30亩: two figures
        self.at += joined
        if not self.opens(0) or self.word in framing.MULTIPLES:
            return None
        read = numerals.read_number(self.words, self.at)
        if read is None or read.upper or read.approximate:
            return None
        self.at = read.at
        name = units.SUBUNITS.get((unit, self.word)) or units.UNITS.get(self.word, "")
        if not name:
            return self.lone_digit(read.number, joined=joined)
        whole, part = measures.measure(unit), measures.measure(name)
        if whole.dimension != part.dimension or part.factor >= whole.factor:
            return None
        self.at += 1
        factor = part.factor / whole.factor
        return Number(read.number.digits, 1, read.number.value * factor, read.number.step * factor)

    def lone_digit(self, number: Number, *, joined: bool) -> Number | None:
        """Return the tenths, or hundredths behind 零, that end a cell without a unit: 三米九."""
        start = self.at - 1 - (self.words[self.at - 2] in numbers.ZEROS)
        digit = self.words[self.at - 1] in numbers.DIGITS and 0 < number.value < 10
        if joined or not self.whole or self.word or not digit:
            return None
        if self.words[start - 1] not in units.UNITS:
            return None
        step = Fraction(1, 10 if start == self.at - 1 else 100)
        return Number(number.digits, 1, number.value * step, step)
