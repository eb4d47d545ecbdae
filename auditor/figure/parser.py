"""Read a figure as printed: number, scale, unit, bound, marks, basis.

One lexer made from the tables in `words`, one grammar that is read from left to right and
says where it stopped. Each layer of it is a class that builds on the one below:

    figure   = nothing | words | bounded [joint bounded]          Parser, here
    bounded  = lead* amount tail*                                 Phrasing
    amount   = quantity | quantity joint quantity | ratio
    quantity = value [unit] [minor]                               Amounts
    value    = [sign] numeral [fraction] [power]                  Values
    numeral  = digits and places, in either language              numerals

A second bounded amount makes a range of two bounds: 大于10且小于20.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from auditor.figure.amounts import Quantity
from auditor.figure.cursor import A_NUMBER, CLOSING, ONE_UNIT, THE_END
from auditor.figure.lexer import Tokens
from auditor.figure.phrasing import Phrasing
from auditor.figure.records import Figure, Number
from auditor.figure.words import context, framing, numbers, units


class Parser(Phrasing):
    """Reads one figure from left to right; every method consumes what it understands.

    With `whole`, a figure has to end where its text ends. Without, it ends at the first
    word that does not belong to it, and `end` says where. Without `ranges`, a word such as
    “to” joins no range.
    """

    def __init__(
        self, text: str, tokens: Tokens, at: int = 0, *,
        whole: bool = True, number_at: int = -1, ranges: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(text, tokens, at, whole=whole, number_at=number_at)
        self.ranges = ranges

    def figure(self) -> Figure:
        """Return the figure. Raises FigureError with the place where reading stopped."""
        first = self.bounded()
        if first.kind == "number" and self.moves_on(self.unit_read):
            level = Parser(self.text, self.tokens, self.at).figure()
            return level._replace(unit=level.unit or first.unit, basis=level.basis or first.basis)
        start = self.at
        while self.word in framing.BOUND_JOINTS:
            self.at += 1
        if self.word and first.kind == "number" and first.bound in _OPPOSITE:
            other = Parser(
                self.text, self.tokens, self.at,
                whole=self.whole, number_at=self.tokens.starts[self.at],
            )  # fmt: skip
            try:
                last = other.bounded()
            except ValueError:
                last = None
            if last is not None and last.bound in _OPPOSITE[first.bound] and _alike(first, last):
                self.at = other.at
                first, start = _between(first, last), self.at
        self.at = start
        if self.whole and self.word:
            raise self.stop(THE_END)
        return first

    def moves_on(self, unit: str) -> bool:
        """Return whether what has been read is left for the figure behind it: 由62%提高到95%."""
        to_a_level = framing.CHANGES.get(self.word, "").endswith("_to")
        leaves = self.moved and bool(unit) and self.word in context.TO
        return self.whole and (to_a_level or leaves)

    @property
    def end(self) -> int:
        """Return where in the text the figure ends."""
        return self.tokens.ends[self.at - 1]

    def bounded(self) -> Figure:
        """Return an amount with what stands around it."""
        while not self.starts_number() or self.dated():
            if not self.starts_number():
                self.lead(self.word)
        self.alone = self.alone or self.bound != "=" or bool(self.approximate)
        self.moves()
        self.read, self.unit_read, kind = self.amount()
        if self.moved and kind == "range" and self.change:
            raise self.stop(THE_END)  # fell from 12% to 8%: no range of changes
        if (
            self.whole
            and self.link == "by"
            and not self.verb
            and self.unit_read in context.MEASURED_SHARES
        ):
            self.change = self.change or "move_by"
        self.signs()
        self.pays(kind)
        if self.skipped and self.unit_read in context.DIFFERENCES and self.bound in _STEPS:
            self.bound, self.change = "=", _STEPS[self.bound]  # 高于全国平均水平2个百分点
        while self.word and self.tail(self.word, self.unit_read):
            pass
        if self.mark:
            raise self.stop(CLOSING)
        self.includes()
        unit = self.unit_read or self.currency
        if self.per_each and "/" not in unit:
            unit = f"{unit or 1}/{self.per_each}"
        if self.per_people and not unit.endswith(f"/{self.per_people}"):
            unit = f"{unit or 1}/{self.per_people}"
        return Figure(
            self.text, kind, self.read, unit, self.bound, self.approximate, self.basis,
            self.change, self.closed, year=self.year,
        )  # fmt: skip

    def moves(self) -> None:
        """Take the change that an English verb before the number tells of: reduce it by 55%."""
        if not self.verb:
            return
        if self.change not in ("", f"{self.verb}_by") or not self.link:
            raise self.stop(A_NUMBER)
        self.change = f"{self.verb}_{self.link}"

    def pays(self, kind: str) -> None:
        """Give an amount the currency that is named before it: €3m, 港币5万元.

        Two different ones contradict each other, and over 50s is an age and no time.
        """
        if not (self.currency or self.aged):
            return
        name, _, per = self.unit_read.partition("/")
        if name == "second" and self.aged and self.tight():
            self.at, self.unit_read = self.at - 1, ""
            return
        if not name or not self.currency or self.unit_read.startswith(self.currency):
            return
        if name == "meter" and kind != "ratio":
            self.read = tuple(number.scaled(numbers.MILLION) for number in self.read)
        elif name in _MONEY:
            raise self.stop(ONE_UNIT)
        elif name != _COMMON:
            return
        self.unit_read = f"{self.currency}/{per}" if per else self.currency

    def tight(self, ahead: int = 0) -> bool:
        """Return whether no space stands before the last token, or before the one to be read."""
        at = self.at + ahead
        return self.tokens.ends[at - 2] == self.tokens.starts[at - 1]

    def includes(self) -> None:
        """Let （含） and （不含） say whether the bound belongs to what it bounds."""
        if self.excluded and self.bound == "=":
            raise self.stop(THE_END)
        if self.excluded:
            self.bound = self.bound[0]
        elif self.included and self.bound in (">", "<"):
            self.bound += "="

    # The amount.

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
        return word in framing.APPROXIMATIONS_BEFORE or units.UNITS.get(word, "").isupper()

    def joins_a_range(self, joint: str) -> bool:
        """Return whether a joint makes what stands on either side of it the ends of a range."""
        if joint in framing.RANGE_JOINTS:
            return self.goes_on() and (self.ranges or not joint.isalpha())
        if joint not in framing.PAIR_JOINTS or not self.another():
            return False
        return self.paired or self.closes_a_pair()

    def closes_a_pair(self) -> bool:
        """Return whether a word such as 之间 stands directly behind the quantity at this joint."""
        other = Parser(self.text, self.tokens, self.at + 1, whole=self.whole)
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
        while self.introduces(self.word):
            self.leads(self.word)
            self.at += 1
        last = self.quantity()
        if first.unit and last.unit and first.unit != last.unit:
            if self.whole:
                raise self.stop(ONE_UNIT)
            self.at = joint  # 300户或800人: two figures
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


# A difference from something named is none of its bounds: it says how far, and which way.
_STEPS: Final = {">": "rise_by", "<": "fall_by"}
_OPPOSITE: Final = {">": ("<", "<="), ">=": ("<", "<="), "<": (">", ">="), "<=": (">", ">=")}


# Two of these, alike and together, are one; else the second makes a number negative.
_DASHES: Final = frozenset("-–")
# The places that both ends of a range may share, although others stand before them.
_SHARED: Final = 10_000
# Of what 元 is a unit, the currency tells that is named before the amount.
_COMMON: Final = "CNY"
_MONEY: Final = frozenset(
    unit for unit in units.UNITS.values() if unit.isupper() and unit != _COMMON
) | {"jiao", "fen", "cent", "penny"}


def _groups(words: Sequence[str]) -> list[int]:
    """Return the places among words from 万 upwards."""
    places = (numbers.SCALES.get(word, 1) for word in words)
    return [place for place in places if place >= _SHARED]


def _alike(one: Figure, other: Figure) -> bool:
    """Return whether two bounded figures can be the two ends of one range."""
    if other.kind != "number" or one.change != other.change:
        return False
    low, high = (one, other) if one.bound[0] == ">" else (other, one)
    units_agree = not one.unit or not other.unit or one.unit == other.unit
    return units_agree and low.value < high.value


def _between(one: Figure, other: Figure) -> Figure:
    """Return the range of two bounds."""
    low, high = (one, other) if one.bound[0] == ">" else (other, one)
    ends = ("[" if "=" in low.bound else "(") + ("]" if "=" in high.bound else ")")
    return one._replace(
        kind="range",
        numbers=(low.numbers[0], high.numbers[0]),
        unit=one.unit or other.unit,
        bound="=",
        ends=ends,
    )
