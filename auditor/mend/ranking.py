"""How likely it is that an edit undoes what went wrong, in bits: each halves its likelihood.

They add up: those of the slip itself; those of the chance that some such slip would settle the
conflict anyway; those of what is odd in the figure before and after; and those of what the
rules still object to, since every other conflict takes another slip to explain.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.facts import Fact
from auditor.figure import named_unit
from auditor.figure.words.units import COUNTED
from auditor.mend.slips import ENOUGH, VALUE, Edit
from auditor.mend.state import State, place
from auditor.rule import Held
from auditor.sheet import Indicator

# How much a digit tells, the binary logarithm of ten.
_DIGIT_BITS: Final = Fraction(10, 3)
# What makes it less likely that two figures, one as fine as the other, are off by rounding alone.
_INEXACT_BITS: Final = 3
# What makes a target more likely that is rounder by a digit.
_ROUND_BITS: Final = 2
# Part of a person, where persons are counted, is no figure that anybody meant to print.
_ABSURD_BITS: Final = 8
# A unit that is not the indicator's, a floor under what should be low.
_STRANGE_BITS: Final = 2
_SIDES: Final = MappingProxyType({">=": "more", ">": "more", "<=": "less", "<": "less"})


class Try(NamedTuple):
    """An edit of a fact that settles the conflict as far as the rule that found it goes.

    `changed` is the fact as it would be, `held` what the rule then says of it; `order` is that
    in which edits are tried, `odd` what is odd about the edit in bits. A `lone` one has only the
    conflict itself to speak for it, and not that it is the first figure that the rule objects to.
    """

    fact: Fact
    changed: Fact
    edit: Edit
    bits: Fraction
    held: list[Held]
    order: int
    odd: int = 0
    lone: bool = False

    @property
    def equates(self) -> bool:
        """Return whether the rule then holds the figure to one value, within rounding."""
        return any(each.margin is not None for each in self.held)

    @property
    def off(self) -> Fraction:
        """Return how far what is printed is then from agreeing."""
        margins = [each.margin() for each in self.held if each.margin is not None]
        return sum((near.off for near in margins), Fraction(0))

    @property
    def words(self) -> bool:
        """Return whether only words are changed: another bound, unit or basis for the same number."""
        return self.changed.figure.numbers == self.fact.figure.numbers

    def settles(self, before: State, after: State, involved: Iterable[Fact]) -> int:
        """Return how many objections an edit does away with; none where it is not to be believed.

        It is not if it raises others, if a figure that was compared no longer is, or if it
        takes the figure out of the comparison with those that it was in conflict with.
        """
        at, settled = place(self.fact), before.total - after.total
        others = frozenset(map(place, involved)) - {at}
        if after.worse_than(before) or not before.compared <= after.compared:
            return 0
        if others and not after.sets_against(at, others):
            return 0
        if self.edit.reading and after.with_(at) <= before.with_(at):
            return 0
        return settled

    def enough(self, *, lone: bool) -> Try:
        """Return it as it is told where values beyond would do as well."""
        edit = self.edit._replace(slip=ENOUGH)
        return self._replace(edit=edit, bits=Fraction(0), lone=lone)


class Ranked(NamedTuple):
    """A try, how unlikely it is with all that it leaves standing, and how much it settles."""

    tried: Try
    bits: Fraction
    settles: int

    @property
    def borne_out(self) -> bool:
        """Return whether something speaks for it besides the one conflict."""
        return not self.tried.lone or self.settles > 1


def meaning(fact: Fact) -> object:
    """Return what a fact says without the words that it is said in."""
    numbers = tuple(number.value for number in fact.figure.numbers)
    return fact.figure._replace(printed="", mark="", numbers=()), numbers, fact.measure, fact.key


def likelihood(
    edit: Edit, fact: Fact, changed: Fact, held: Sequence[Held], involved: Sequence[Fact]
) -> Fraction:
    """Return the bits of a slip that settles a conflict, by what then holds of the figure.

    A slip is one of the ways in which one of its kind could have been made. Of few digits some
    slip settles a conflict by chance, and of many hardly one; rounded numbers leave room for as
    many as there are values of the figure in it. What rounding has to explain is the less likely
    the more of it there is, if many figures are added up; between two rounded numbers it may as
    well be little as much.
    """
    bits = log2(Fraction(edit.ways))
    if changed.figure.numbers == fact.figure.numbers:  # only words are changed
        return bits - _DIGIT_BITS * min(map(_digits, involved))
    rooms = []
    for each, (off, slack) in ((each, each.margin()) for each in held if each.margin):
        if slack is None:
            continue
        width, as_fine = abs(off) + slack, _as_fine(each, fact, changed)
        if off:
            bits += (len(each.facts) - 1) * (off / width) ** 2 / 2 + _INEXACT_BITS * as_fine
        if as_fine and not off:
            rooms.append(Fraction(1))
        elif each.in_unit == changed.base_unit:
            rooms.append(2 * width / changed.step)
    if rooms and fact.key.role == "target" and edit.slip is not VALUE:
        bits -= _ROUND_BITS * _rounder(fact, changed)
    return bits - _DIGIT_BITS * _digits(fact) * bool(held) + log2(min(rooms, default=Fraction(1)))


def magnitude(edit: Edit) -> Fraction:
    """Return the bits of a slip of 万 or 亿 where what the figure should be is known by magnitude alone."""
    return log2(Fraction(edit.ways)) - 2 * _DIGIT_BITS


def _as_fine(held: Held, fact: Fact, changed: Fact) -> bool:
    """Return whether a figure is compared with one other, which is printed as finely as it was."""
    others = [each for each in held.facts if each is not changed]
    return len(others) == 1 and others[0].step == fact.step


def _digits(fact: Fact) -> int:
    """Return with how many digits a figure is written, its longest number if it has several."""
    return max((sum(map(str.isdecimal, each.digits)) for each in fact.figure.numbers), default=0)


def _rounder(fact: Fact, changed: Fact) -> int:
    """Return how many digits fewer a whole number has in front of its last zeros, of as many digits."""
    was, now = fact.figure.numbers[0].digits, changed.figure.numbers[0].digits
    if len(was) != len(now) or changed.figure.numbers[0].step < changed.figure.numbers[0].scale:
        return 0
    return len(was.rstrip("0,")) - len(now.rstrip("0,"))


def log2(ratio: Fraction) -> Fraction:
    """Return the binary logarithm to the eighth of a bit; zero below one."""
    if ratio <= 1:
        return Fraction(0)
    return Fraction((ratio.numerator**8 // ratio.denominator**8).bit_length() - 1, 8)


def odds(fact: Fact, changed: Fact, indicator: Indicator | None) -> int:
    """Return the bits that speak against an edit by what the figure was and would be; for it, below zero."""
    bits = _ABSURD_BITS * (_absurd(changed) - _absurd(fact))
    if indicator is None:
        return bits
    if changed.unit != fact.unit:
        bits += _STRANGE_BITS * (_strange(changed, indicator) - _strange(fact, indicator))
    if changed.figure.bound != fact.figure.bound and indicator.better:
        against = _SIDES.get(changed.figure.bound, indicator.better) != indicator.better
        bits += _STRANGE_BITS if against else -_STRANGE_BITS
    return bits


def _absurd(fact: Fact) -> bool:
    return fact.unit in COUNTED and fact.value.denominator != 1


def _strange(fact: Fact, indicator: Indicator) -> bool:
    """Return whether a unit is not the one to be expected: of a rate's rise, percentage points."""
    if fact.key.change and indicator.kind != "change":
        return (fact.unit == "percentage_point") != (indicator.kind == "rate")
    return fact.unit != named_unit(indicator.unit)
