"""The digits of figures: where they stand, what they are worth, and how others would be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from auditor.facts import Fact
from auditor.figure.lexer import NORMAL

_NUMERAL: Final = re.compile(r"\d[\d,.   ]*")
_NOT_A_DIGIT: Final = re.compile(r"\D")
_MOST_DIGITS: Final = 15


class Numeral(NamedTuple):
    """The digits of one number of a figure: where they stand, and what one of their last is worth.

    `before` and `behind` are the text around them, `digits` the bare digits, `decimals` how
    many of them stand behind the decimal sign, `step` the worth of the last in base units.
    """

    before: str
    written: str
    behind: str
    digits: str
    decimals: int
    step: Fraction
    comma: bool

    @property
    def bare(self) -> str:
        """Return the digits without zeros in front."""
        return self.digits.lstrip("0") or "0"

    @property
    def value(self) -> Fraction:
        """Return what the digits are worth, in base units."""
        return int(self.digits) * self.step

    def times_ten_to(self, power: int) -> str:
        """Return the figure with its number multiplied by a power of ten, digit by digit."""
        digits, decimals = self.digits + "0" * max(power, 0), self.decimals + max(-power, 0)
        return self.text(digits, decimals)

    def text(self, digits: str, decimals: int) -> str:
        """Return the figure with other digits, grouped as these are."""
        digits = digits.rjust(decimals + 1, "0")
        whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
        group = "." if self.comma else ","
        if group in self.written.rpartition("," if self.comma else ".")[0] or (
            group in self.written and not self.decimals
        ):
            whole = f"{int(whole):,}".replace(",", group)
        point = "," if self.comma else "."
        return f"{self.before}{whole}{point if rest else ''}{rest}{self.behind}"


def numerals(fact: Fact, *, comma: bool = False) -> tuple[Numeral, ...]:
    """Return the digits of a figure that is one number, or of each part of one that is a ratio.

    Empty when any of them is not written in digits.
    """
    if fact.figure.kind not in ("number", "ratio"):
        return ()
    found = tuple(_numerals(fact, comma))
    return found if len(found) == len(fact.figure.numbers) else ()


def _numerals(fact: Fact, comma: bool) -> Iterator[Numeral]:
    says, end, point = fact.entry.says, 0, "," if comma else "."
    printed = says.translate(NORMAL)
    for number in fact.figure.numbers:
        written = number.digits
        digits = _NOT_A_DIGIT.sub("", written)
        at = printed.find(written, end)
        readable = number.step and _NUMERAL.fullmatch(written) and len(digits) <= _MOST_DIGITS
        if at < 0 or not readable:
            return
        end = at + len(written)
        rest = _NOT_A_DIGIT.sub("", written.rpartition(point)[2]) if point in written else ""
        worth = number.value / int(digits) if int(digits) else number.step
        step = worth * fact.measure.factor
        yield Numeral(says[:at], written, says[end:], digits, len(rest), step, comma)
