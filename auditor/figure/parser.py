"""Read a figure as printed: number, scale, unit, bound, marks, basis.

One lexer made from the tables in `words`, one grammar that is read from left to right and
says where it stopped. Each layer of it is a class that builds on the one below:

    figure   = nothing | words | bounded [joint bounded]          Parser, here
    bounded  = lead* amount tail*                                 Parser, here
    amount   = quantity | quantity joint quantity | ratio         Ranges
    lead     = bound | approximation | basis | …, tail alike      Phrasing
    quantity = value [unit] [minor]                               Amounts
    value    = [sign] numeral [fraction] [power]                  Values
    numeral  = digits and places, in either language              numerals

A second bounded amount makes a range of two bounds: 大于10且小于20.
"""

from __future__ import annotations

from typing import Final

from auditor.figure.cursor import A_NUMBER, CLOSING, ONE_UNIT, THE_END
from auditor.figure.ranges import Ranges
from auditor.figure.records import Figure
from auditor.figure.words import context, framing, numbers, units

# A difference from something named is none of its bounds: it says how far, and which way.
_STEPS: Final = {">": "rise_by", "<": "fall_by"}
_OPPOSITE: Final = {">": ("<", "<="), ">=": ("<", "<="), "<": (">", ">="), "<=": (">", ">=")}
# Of what 元 is a unit, the currency tells that is named before the amount.
_COMMON: Final = "CNY"
_MONEY: Final = frozenset((*units.CURRENCIES.values(), "jiao", "fen", "cent", "penny")) - {_COMMON}


class Parser(Ranges):
    """Reads one figure from left to right; every method consumes what it understands.

    With `whole`, a figure has to end where its text ends. Without, it ends at the first
    word that does not belong to it, and `end` says where.
    """

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
        if self.given and not self.unit_read.partition("/")[0].isupper():
            raise self.stop(A_NUMBER)  # 最高气温35℃
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

    def includes(self) -> None:
        """Let （含） and （不含） say whether the bound belongs to what it bounds."""
        if self.excluded and self.bound == "=":
            raise self.stop(THE_END)
        if self.excluded:
            self.bound = self.bound[0]
        elif self.included and self.bound in (">", "<"):
            self.bound += "="


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
