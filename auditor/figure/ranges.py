"""Read amounts that are two or more: ranges, pairs and ratios.

amount = quantity | quantity joint quantity | ratio
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from auditor.figure.amounts import Quantity
from auditor.figure.cursor import A_NUMBER, ONE_UNIT
from auditor.figure.lexer import Tokens
from auditor.figure.phrasing import Phrasing
from auditor.figure.records import Number
from auditor.figure.words import context, framing, numbers, units

# Two of these, alike and together, are one; else the second makes a number negative.
_DASHES: Final = frozenset("-–")
# The places that both ends of a range may share, although others stand before them.
_SHARED: Final = 10_000


class Ranges(Phrasing):
    """Reads an amount: a quantity, a range of two, or a ratio.

    Without `ranges`, a word such as “to” joins no range.
    """

    def __init__(
        self, text: str, tokens: Tokens, at: int = 0, *,
        whole: bool = True, number_at: int = -1, ranges: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(text, tokens, at, whole=whole, number_at=number_at)
        self.ranges = ranges

    def amount(self) -> tuple[tuple[Number, ...], str, str]:
        """Return the numbers, their unit, and whether they are one, a range or a ratio."""
        start, first = self.at, self.quantity()
        if first.upper is not None:
            return (first.number, first.upper), first.unit, "range"
        joint = self.word
        if joint in framing.RATIO_JOINTS and not first.unit and self.goes_on():
            return self.ratio(first.number)
        if self.joins_a_range(joint) and not self.moves_on(first.unit):
            return self.range(first, start)
        return (first.number,), first.unit, "number"

    def goes_on(self) -> bool:
        """Return whether another number stands behind the joint here, as it has to in a cell."""
        return self.whole or self.another()

    def another(self) -> bool:
        """Return whether a number stands behind the joint here, with what may lead to it."""
        steps = 1
        while self.introduces(self.ahead(steps)) or self.ahead(steps) in numbers.MINUS:
            steps += 1
        return self.opens(steps)

    @staticmethod
    def introduces(word: str) -> bool:
        """Return whether a word may stand before the second number of a range: about, $."""
        return word in framing.APPROXIMATIONS_BEFORE or word in units.CURRENCIES

    def joins_a_range(self, joint: str) -> bool:
        """Return whether a joint makes what stands on either side of it the ends of a range."""
        if joint in framing.RANGE_JOINTS:
            return self.goes_on() and (self.ranges or not joint.isalpha())
        if joint not in framing.PAIR_JOINTS or not self.another():
            return False
        return self.paired or self.closes_a_pair()

    def closes_a_pair(self) -> bool:
        """Return whether a word such as 之间 stands directly behind the quantity at this joint."""
        other = Ranges(self.text, self.tokens, self.at + 1, whole=self.whole)
        while other.introduces(other.word):
            other.at += 1
        try:
            other.quantity()
        except ValueError:
            return False
        return other.word in framing.PAIR_TAILS and (self.whole or other.word == framing.AMONG)

    def range(self, first: Quantity, start: int) -> tuple[tuple[Number, ...], str, str]:
        """Return both ends of a range, the lower one first; a unit or scale is shared by both."""
        joint = self.at
        self.at += 1
        if self.word in _DASHES and first.number.value >= 0:
            self.at += self.word == self.words[joint] and self.tight(ahead=1)  # 5--5.5%
            if self.word in _DASHES:
                raise self.stop(A_NUMBER)  # 5—-3%: a range that falls, or a slip
        paid = self.currency
        while self.introduces(self.word):
            self.leads(self.word)
            self.at += 1
        last = self.quantity()
        told = last.unit or ("" if self.currency == paid else self.currency)
        if first.unit and told and first.unit != told:
            if self.whole:
                raise self.stop(ONE_UNIT)
            self.at, self.currency = joint, paid  # 300户或800人: two figures
            return (first.number,), first.unit, "number"
        low, high = first.number, last.upper or last.number
        if not first.unit:
            low = self.shared(low, high, start, joint)
        low, high = sorted((low, high), key=lambda number: number.value)
        return (low, high), first.unit or last.unit, "range"

    def shared(self, low: Number, high: Number, start: int, joint: int) -> Number:
        """Return the lower end with the place that is printed at the upper one for both.

        A place that numerals hold in their midst is shared like one behind digits: 三百到五百万.
        """
        if self.beside > 1:
            return low.scaled(self.beside)
        for word in self.words[joint : self.at]:
            if word in numbers.TENTHS:
                return self.tenfold(low, word)
        if high.scale > 1 == low.scale and low.value < high.value / high.scale:
            return low.scaled(high.scale)
        groups = _groups(self.words[joint + 1 : self.number_end])
        if len(groups) != 1 or _groups(self.words[start:joint]):
            return low
        return low.scaled(groups[0]) if low.value < high.value / groups[0] else low

    def ratio(self, first: Number) -> tuple[tuple[Number, ...], str, str]:
        """Return the parts of a ratio."""
        parts = [first]
        while self.word in framing.RATIO_JOINTS and (not parts[1:] or self.goes_on()):
            self.at += 1
            parts.append(self.number())
        return tuple(parts), "", "ratio"

    def moves_on(self, unit: str) -> bool:
        """Return whether what has been read is left for the figure behind it: 由62%提高到95%."""
        to_a_level = framing.CHANGES.get(self.word, "").endswith("_to")
        leaves = self.moved and bool(unit) and self.word in context.TO
        return self.whole and (to_a_level or leaves)

    def tight(self, ahead: int = 0) -> bool:
        """Return whether no space stands before the last token, or before the one to be read."""
        at = self.at + ahead
        return self.tokens.ends[at - 2] == self.tokens.starts[at - 1]


def _groups(words: Sequence[str]) -> list[int]:
    """Return the places among words from 万 upwards."""
    places = (numbers.SCALES.get(word, 1) for word in words)
    return [place for place in places if place >= _SHARED]
