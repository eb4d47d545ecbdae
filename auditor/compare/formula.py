"""Formulas over figures: read, and evaluated on intervals.

A formula is read with Python's own parser and a white list: names, numbers, `n%`,
`+ - * / ( )` and one of `= <= >= < >`. Both sides become linear forms over the facts
as far as they are linear, so that a fact that occurs twice is not counted as two; what is
not linear is enclosed by its corners.
Per cent is read both as a number (46.43) and as a ratio (0.4643): a claim is refuted
only when neither reading lets it hold.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from auditor.compare.expression import (
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
    number,
    times,
    uncounted,
    unit_of,
)
from auditor.compare.outcome import (
    A_DECIMAL,
    A_DIVISOR,
    A_FORMULA,
    A_RATIO,
    A_RELATION,
    LONGEST,
    MOST_BITS,
    PLAIN_TERMS,
    ROOM,
    SHORTER,
    SMALLER,
    ClaimError,
    Find,
    Outcome,
    named,
)
from auditor.facts import Fact, base_unit
from auditor.figure.words import units as words
from auditor.interval import Interval
from auditor.sheet import Claim, Reference
from auditor.wording import Wording

_SHARES: Final = frozenset(("percent", "percentage_point"))
_WRITTEN: Final = str.maketrans("（）＋－−×÷＝＜＞％", "()+--*/=<>%")
_EQUALS: Final = re.compile(r"(?<![<>=!])=(?!=)")
_PER_CENT: Final = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s*%")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_RELATIONS: Final[Mapping[type[ast.cmpop], str]] = {
    ast.Eq: "=", ast.LtE: "<=", ast.GtE: ">=", ast.Lt: "<", ast.Gt: ">",
}  # fmt: skip


class Evaluation:
    """Evaluates one claim in one reading of per cent."""

    def __init__(self, claim: Claim, find: Find, *, as_ratio: bool = False) -> None:
        self.claim = claim
        self.find = find
        self.as_ratio = as_ratio
        self.facts: dict[int, Fact] = {}
        # What each variable may stand for, and what it is as printed.
        self.stated: dict[int, Interval] = {}
        self.printed: dict[int, Interval] = {}
        self.has_per_cent = False
        self.mixed = False
        self.text = ""

    def formula(self) -> Outcome:
        """Return the outcome of a `holds`, in the reading of per cent that lets it hold."""
        outcome = self.comparison()
        if self.has_per_cent and not outcome.holds:
            other = Evaluation(self.claim, self.find, as_ratio=True).comparison()
            if other.holds or not other.unlike:
                return other
        return outcome

    def comparison(self) -> Outcome:
        """Return the outcome of a `holds` in this reading of per cent."""
        tree = self.parse()
        if not isinstance(tree, ast.Compare) or len(tree.ops) != 1:
            raise self.unreadable(A_RELATION)
        relation = _RELATIONS.get(type(tree.ops[0]))
        if relation is None:
            raise self.unreadable(A_RELATION)
        try:
            left, right = self.form(tree.left), self.form(tree.comparators[0])
            return self.judge(left, relation, right)
        except Unlike:
            return self.unlike()
        except RecursionError:
            raise self.unreadable(A_FORMULA) from None

    def parse(self) -> ast.expr:
        """Return the syntax tree of the formula."""
        written = self.claim.formula
        if len(written) > LONGEST:
            raise self.unreadable(SHORTER)
        text = written.translate(_WRITTEN).replace("≤", "<=").replace("≥", ">=")
        self.text = _PER_CENT.sub(r"(\1*_percent)", _EQUALS.sub("==", text)).strip()
        self.has_per_cent = self.text != text and "_percent" in self.text
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what Python thinks of the style of `1if`
                return ast.parse(self.text, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise self.unreadable(A_FORMULA) from None

    def form(self, node: ast.expr) -> Form:
        """Return the linear form of a node that the white list lets through."""
        match node:
            case ast.Constant():
                return self.number(node)
            case ast.Name(id="_percent"):
                return constant(Fraction(1, 100) if self.as_ratio else Fraction(1))
            case ast.Name(id=name):
                return self.fact(self.named(name))
            case ast.Attribute(value=ast.Name(id=plan), attr=name):
                return self.fact(self.named(f"{plan}.{name}"))
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=int(index))):
                return self.part(self.named(name), index)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self.add(constant(Fraction(0)), self.form(operand), -1)
            case ast.BinOp(left=left, op=op, right=right):
                return self.operation(self.form(left), op, self.form(right))
        raise self.unreadable(PLAIN_TERMS)

    def number(self, node: ast.Constant) -> Form:
        """Return a number as it was written: no float is ever made of it."""
        written = ast.get_source_segment(self.text, node) or ""
        if not _NUMBER.fullmatch(written):
            raise self.unreadable(A_DECIMAL)
        return constant(Fraction(written))

    def named(self, name: str) -> Fact:
        """Return the fact that the formula names."""
        return named(Reference(name, self.claim.mark), self.find)

    def part(self, fact: Fact, index: int) -> Form:
        """Return one part of a ratio, counted from 1."""
        numbers = fact.figure.numbers
        if fact.figure.kind != "ratio" or not 1 <= index <= len(numbers):
            raise self.unreadable(A_RATIO)
        self.facts[id(fact)] = fact
        self.has_per_cent = True
        value, half = numbers[index - 1].value, numbers[index - 1].step / 2
        factor = Fraction(1, 100) if self.as_ratio else Fraction(1)
        key = -(id(fact) * LONGEST + index)
        stated = Interval(value - half, value + half)
        return self.variable(key, Interval.point(value), stated, factor)

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
        if powers and any(name in _SHARES for name, _ in powers):
            self.has_per_cent = True
            powers = tuple(power for power in powers if power[0] not in _SHARES)
            factor = Fraction(1, 100) if self.as_ratio else factor
        return self.variable(id(fact), fact.unrounded, fact.aim, factor, powers)

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
        raise self.unreadable(PLAIN_TERMS)

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
        if self.interval(right).holds(0):
            raise self.unreadable(A_DIVISOR)
        under = inverse(right.dimension)
        factor = number(right)
        if factor is not None:
            return self.multiply(left, constant(1 / factor, under, product=right.product))
        expression = Quotient(left.expression, right.expression)
        return Form(expression, {}, None, times(left.dimension, under), True)

    def shared(self, left: Form, right: Form) -> tuple[tuple[str, int], ...] | None:
        """Return the dimension of two amounts that are added or compared."""
        one, other = left.dimension, right.dimension
        if one is None or other is None or one == other:
            return other if one is None else one
        if left.product or right.product:
            if uncounted(one) == uncounted(other):
                return one
            raise Unlike
        if not one or not other:
            raise Unlike
        names = {name for name, _ in (*one, *other)}
        if names <= words.HEADCOUNTS:
            self.mixed = True
            return one
        if names <= words.HEADCOUNTS | words.COUNTERS:
            return one
        raise Unlike

    def interval(self, form: Form) -> Interval:
        """Return the numbers that a form may stand for."""
        if form.rest is None:
            try:
                return enclosure(form.expression, self.stated)
            except Divides:
                raise self.unreadable(A_DIVISOR) from None
        total = form.rest
        for key, factor in form.terms.items():
            total = total + self.stated[key].scaled(factor)
        return total

    def judge(self, left: Form, relation: str, right: Form) -> Outcome:
        """Return whether some values within the intervals satisfy the relation."""
        apart = self.add(left, right, -1)
        difference = self.interval(apart)
        sides = self.interval(left), self.interval(right)
        if any(each.bits > MOST_BITS for each in (*sides, difference)):
            raise self.unreadable(SMALLER)
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

    def unreadable(self, expected: Wording) -> ClaimError:
        """Return the error of a formula that cannot be read."""
        return ClaimError("unreadable-claim", self.claim.formula, self.claim.mark, expected)
