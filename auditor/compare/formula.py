"""Formulas over figures: read, and evaluated on intervals.

A formula is read by a white list: names, numbers, `n%`, `+ - * / ( )` and one of
`= <= >= < >`. Both sides become linear forms over the facts as far as they are linear, so that
a fact that occurs twice is not counted as two; what is not linear is enclosed by its corners.
Per cent is read both as a number (46.43) and as a ratio (0.4643): a claim is refuted
only when neither reading lets it hold.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from operator import add, attrgetter
from typing import Final

from auditor.compare.expression import (
    Box,
    Divides,
    Product,
    Quotient,
    Sum,
    Variable,
    enclosure,
    scaled,
)
from auditor.compare.form import (
    Form,
    Powers,
    Unlike,
    constant,
    inverse,
    is_free,
    number,
    times,
    uncounted,
    unit_of,
)
from auditor.compare.grammar import PER_CENT, Formula, decimal, parse, unreadable
from auditor.compare.outcome import (
    A_DIVISOR,
    A_FIGURE,
    A_FORMULA,
    A_RATIO,
    LONGEST,
    MOST_BITS,
    PLAIN_TERMS,
    ROOM,
    SMALLER,
    ClaimError,
    Find,
    Outcome,
    named,
)
from auditor.facts import Fact, base_unit
from auditor.figure import Number
from auditor.figure.words import units as words
from auditor.interval import Interval
from auditor.sheet import Claim, Reference

Meant = Callable[[Fact], Interval]
AIM: Final[Meant] = attrgetter("aim")
_SHARES: Final = frozenset(("percent", "percentage_point"))
# A multiple is a number, whatever it multiplies.
_NUMBERS: Final = _SHARES | {"fold"}
_NOTHING: Final = Interval.point(0)


class Evaluation:
    """Evaluates one claim in one reading of per cent; `meant` is what a fact may stand for."""

    def __init__(
        self, claim: Claim, find: Find, meant: Meant = AIM, *, as_ratio: bool = False
    ) -> None:
        self.claim = claim
        self.find = find
        self.meant = meant
        self.as_ratio = as_ratio
        self.facts: dict[int, Fact] = {}
        # What each variable may stand for, and what it is as printed.
        self.stated: dict[int, Interval] = {}
        self.printed: dict[int, Interval] = {}
        self.has_per_cent = False
        self.has_ratio = False
        self.mixed = False
        self.read: Formula | None = None

    def formula(self) -> Outcome:
        """Return the outcome of a `holds`, in the reading of per cent that lets it hold.

        If neither does, what is printed in per cent is told as a ratio, and any other as it stands.
        """
        outcome = self.comparison()
        if outcome.holds or not (self.has_per_cent or self.has_ratio):
            return outcome
        other = Evaluation(self.claim, self.find, self.meant, as_ratio=True).comparison()
        return other if other.holds or (self.has_per_cent and not other.unlike) else outcome

    def comparison(self) -> Outcome:
        """Return the outcome of a `holds` in this reading of per cent."""
        self.read = read = parse(self.claim)
        self.has_per_cent = read.per_cent
        try:
            left, right = self.form(read.left), self.form(read.right)
            if not self.facts:
                raise unreadable(self.claim, A_FIGURE)
            return self.judge(left, read.relation, right)
        except Unlike:
            return self.unlike()
        except RecursionError:
            raise unreadable(self.claim, A_FORMULA) from None

    def form(self, node: ast.expr) -> Form:
        """Return the linear form of a node that the white list lets through."""
        match node:
            case ast.Constant():
                assert self.read is not None
                return constant(decimal(self.claim, self.read, node), free=True)
            case ast.Name(id=name) if name == PER_CENT:
                return constant(Fraction(1, 100) if self.as_ratio else Fraction(1))
            case ast.Name(id=name):
                return self.fact(self.named(name))
            case ast.Attribute(value=ast.Name(id=plan), attr=name):
                return self.fact(self.named(f"{plan}.{name}"))
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=int(index))):
                return self.part(self.named(name), index)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                inner = self.form(operand)
                found = self.add(constant(Fraction(0)), inner, -1)
                found.free = inner.free
                return found
            case ast.BinOp(left=left, op=op, right=right):
                one, other = self.form(left), self.form(right)
                found = self.operation(one, op, other)
                found.free = is_free(one, other, factor=isinstance(op, ast.Mult | ast.Div))
                return found
        raise unreadable(self.claim, PLAIN_TERMS)

    def named(self, name: str) -> Fact:
        """Return the fact that the formula names."""
        return named(Reference(name, self.claim.mark), self.find)

    def part(self, fact: Fact, index: int) -> Form:
        """Return one part of a ratio, counted from 1."""
        numbers = fact.figure.numbers
        if fact.figure.kind != "ratio" or not 1 <= index <= len(numbers):
            raise unreadable(self.claim, A_RATIO)
        self.facts[id(fact)] = fact
        parts = [_rounded(number, fact.entry.radius) for number in numbers]
        in_hundred = reduce(add, parts).holds(100)
        self.has_per_cent, self.has_ratio = self.has_per_cent or in_hundred, True
        factor = Fraction(1, 100) if self.as_ratio else Fraction(1)
        key = -(id(fact) * LONGEST + index)
        return self.variable(
            key, Interval.point(numbers[index - 1].value), parts[index - 1], factor
        )

    def variable(
        self, key: int, printed: Interval, stated: Interval, factor: Fraction,
        powers: Powers | None = (),
    ) -> Form:  # fmt: skip
        """Return a printed number as a variable, multiplied by a factor."""
        self.stated[key], self.printed[key] = stated, printed
        return Form(scaled(Variable(key), factor), {key: factor}, Interval.point(0), powers)

    def fact(self, fact: Fact) -> Form:
        """Return a fact as a variable, per cent as a number or as a ratio."""
        if not fact.figure.numeric:
            raise ClaimError("out-of-reach", fact.entry.says, self.claim.mark)
        self.facts[id(fact)] = fact
        powers: Powers | None = fact.measure.dimension if fact.unit else None
        factor = Fraction(1)
        names = {name for name, _ in powers or ()}
        if powers and names & _NUMBERS:
            powers = tuple(power for power in powers if power[0] not in _NUMBERS)
        if names & _SHARES:
            self.has_per_cent = True
            factor = Fraction(1, 100) if self.as_ratio else factor
        return self.variable(id(fact), fact.unrounded, self.meant(fact), factor, powers)

    def operation(self, left: Form, op: ast.operator, right: Form) -> Form:
        """Return the sum, difference, product or quotient of two forms."""
        match op:
            case ast.Add():
                return self.add(left, right, 1)
            case ast.Sub():
                return self.add(left, right, -1)
            case ast.Mult():
                return self.multiply(left, right)
            case ast.Div():
                return self.divide(left, right)
        raise unreadable(self.claim, PLAIN_TERMS)

    def add(self, left: Form, right: Form, sign: int) -> Form:
        """Return left + sign × right. Raises Unlike for amounts that cannot be added."""
        expression = Sum(left.expression, right.expression, sign)
        product = left.product or right.product
        dimension = self.shared(left, right)
        if left.rest is None or right.rest is None:
            return Form(expression, {}, None, dimension, product)
        terms = dict(left.terms)
        for key, factor in right.terms.items():
            terms[key] = terms.get(key, Fraction(0)) + sign * factor
        rest = left.rest + right.rest.scaled(sign)
        return Form(expression, terms, rest, dimension, product)

    def multiply(self, left: Form, right: Form) -> Form:
        """Return the product, linear when one side is a number."""
        expression = Product(left.expression, right.expression)
        dimension = times(left.dimension, right.dimension)
        for one, other in ((left, right), (right, left)):
            factor = number(one)
            if factor is not None and other.rest is not None:
                terms = {key: value * factor for key, value in other.terms.items()}
                product = other.product or one.dimension is not None
                return Form(expression, terms, other.rest.scaled(factor), dimension, product)
        return Form(expression, {}, None, dimension, True)

    def divide(self, left: Form, right: Form) -> Form:
        """Return the quotient, linear when the divisor is a number."""
        printed = self.interval(right, self.printed)
        if printed == _NOTHING:
            raise unreadable(self.claim, A_DIVISOR)
        if printed.holds(0) or self.interval(right).holds(0):
            raise self.undecided("zero-divisor")
        under = inverse(right.dimension)
        factor = number(right)
        if factor is not None:
            return self.multiply(left, constant(1 / factor, under, product=right.product))
        expression = Quotient(left.expression, right.expression)
        return Form(expression, {}, None, times(left.dimension, under), True)

    def shared(self, left: Form, right: Form) -> Powers | None:
        """Return the dimension of two amounts that are added or compared.

        A plain number that multiplies or divides an amount may stand for one with a unit.
        """
        one, other = left.dimension, right.dimension
        if one is None or other is None or one == other:
            return other if one is None else one
        free = left.free or right.free
        if left.product or right.product:
            if uncounted(one) == uncounted(other):
                return one
        elif one and other:
            names = {name for name, _ in {*one} ^ {*other}}
            self.mixed = self.mixed or (names == words.HEADCOUNTS and not free)
            if names <= words.HEADCOUNTS | words.COUNTERS:
                return one
        raise self.undecided("unlike-number") if free else Unlike

    def interval(self, form: Form, box: Box | None = None) -> Interval:
        """Return the numbers that a form may stand for, by default all that its facts may."""
        box = self.stated if box is None else box
        if form.rest is None:
            try:
                return enclosure(form.expression, box)
            except Divides:
                raise self.undecided("zero-divisor") from None
        total = form.rest
        for key, factor in form.terms.items():
            total = total + box[key].scaled(factor)
        return total

    def judge(self, left: Form, relation: str, right: Form) -> Outcome:
        """Return whether some values within the intervals satisfy the relation."""
        apart = self.add(left, right, -1)
        difference = self.interval(apart)
        sides = self.interval(left), self.interval(right)
        if any(each.bits > MOST_BITS for each in (*sides, difference)):
            raise unreadable(self.claim, SMALLER)
        facts, unit = tuple(self.facts.values()), "" if self.mixed else unit_of(apart)
        if base_unit(*facts) == "percent" and not self.as_ratio and not apart.product:
            unit = "percent"
        return Outcome(
            self.claim, facts, relation, *sides, difference, difference.meets(ROOM[relation]),
            facts if self.mixed else (), unit=unit, expression=apart.expression, printed=self.printed,
        )  # fmt: skip

    def unlike(self) -> Outcome:
        """Return the outcome of a claim about amounts that cannot be compared."""
        nothing = Interval.point(0)
        facts = tuple(self.facts.values())
        return Outcome(self.claim, facts, "", nothing, nothing, nothing, True, facts, True)

    def undecided(self, kind: str) -> ClaimError:
        """Return the error of a claim that is left undecided."""
        return ClaimError(kind, self.claim.formula, self.claim.mark)


def _rounded(number: Number, told: Fraction | None) -> Interval:
    """Return what a part of a ratio may stand for; `told` replaces its rounding radius."""
    radius = number.radius(told)
    return Interval(number.value - radius, number.value + radius)
