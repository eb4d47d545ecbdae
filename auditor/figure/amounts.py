"""Read an amount: a value, its unit, and what a smaller unit adds to it.

quantity = value [unit] [minor]
unit     = name [( name )] [/ [scale] name] … | ( [scale] name )
minor    = 半 | value smaller-unit: 三元五角, 3 feet 4 inches
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from auditor import units as measures
from auditor.figure import numerals
from auditor.figure.records import Number
from auditor.figure.values import Values
from auditor.figure.words import framing, numbers, units


class Quantity(NamedTuple):
    """A number and its unit; `upper` is the other end where the number is two (七八百)."""

    number: Number
    unit: str
    upper: Number | None = None


class Amounts(Values):
    """Reads numbers with their units."""

    def quantity(self) -> Quantity:
        """Return a number with its unit and what of it a smaller unit tells."""
        start = self.at
        number = self.number()
        upper, unit = self.upper, self.unit()
        if not unit and self.word in framing.MARKS:
            scale, unit = self.bracketed()
            number = number.scaled(scale) if scale > 1 else number
        unit = self.share or unit
        if unit:
            number = self.minor(number, unit, start)
        return Quantity(number, unit, upper)

    def unit(self) -> str:
        """Return the unit that stands here, perhaps behind a hyphen, or nothing."""
        hyphen = self.word == "-" and self.ahead().isascii() and self.ahead().isalpha()
        name = units.UNITS.get(self.ahead(1) if hyphen else self.word, "")
        if not name:
            return ""
        self.at += 1 + hyphen
        if name in units.COUNTERS and self.word in framing.MARKS:
            self.other_counter()
        while per := self.per():
            name += f"/{per}"
        return name

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

    def per(self) -> str:
        """Return what the unit is per, and go behind it; of 件/万人, ten_thousand_population."""
        start = self.at
        if self.word not in units.STROKES:
            return ""
        self.at += 1
        scale = self.scale()
        name = units.UNITS.get(self.word, "")
        prefix = units.PREFIXES.get(scale, "")
        if not name or (scale > 1 and not prefix):
            self.at = start
            return ""
        self.at += 1
        if prefix and name == "person":
            name = "population"
        return prefix + name

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
