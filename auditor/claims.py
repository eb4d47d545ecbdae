"""Arithmetic that a document asserts: read, evaluated on intervals, and judged.

A formula is read with Python's own parser and a white list: names, numbers, `n%`,
`+ - * / ( )` and one of `= <= >= < >`. Both sides become linear forms over the facts
as far as they are linear, so that a fact that occurs twice is not counted as two.
Per cent is read both as a number (46.43) and as a ratio (0.4643): a claim is refuted
only when neither reading lets it hold.
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

from auditor import units, words
from auditor.facts import Fact, Plan, once
from auditor.finding import Mark
from auditor.interval import Interval
from auditor.sheet import Claim, Reference
from auditor.wording import Wording

LONGEST: Final = 1_000
MOST_BITS: Final = 2_048
_SHARES: Final = frozenset(("percent", "percentage_point"))
_WRITTEN: Final = str.maketrans("（）＋－−×÷＝＜＞％", "()+--*/=<>%")
_EQUALS: Final = re.compile(r"(?<![<>=!])=(?!=)")
_PER_CENT: Final = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s*%")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_RELATIONS: Final[Mapping[type[ast.cmpop], str]] = {
    ast.Eq: "=", ast.LtE: "<=", ast.GtE: ">=", ast.Lt: "<", ast.Gt: ">",
}  # fmt: skip
# The differences left − right that let a relation hold.
_ROOM: Final = {
    "=": Interval.point(0),
    "<=": Interval(None, Fraction(0)),
    ">=": Interval(Fraction(0), None),
    "<": Interval(None, Fraction(0), high_closed=False),
    ">": Interval(Fraction(0), None, low_closed=False),
}

A_RELATION: Final[Wording] = {"en": "exactly one of = <= >= < >", "zh": "恰好一个 = <= >= < >"}
A_FORMULA: Final[Wording] = {"en": "a formula such as a = b + c", "zh": "形如 a = b + c 的算式"}
A_DECIMAL: Final[Wording] = {"en": "a plain decimal number", "zh": "普通的十进制数"}
A_RATIO: Final[Wording] = {"en": "a ratio that has this part", "zh": "含有该分项的比例"}
A_DIVISOR: Final[Wording] = {"en": "a divisor that cannot be zero", "zh": "不可能为零的除数"}
SMALLER: Final[Wording] = {"en": "amounts below 10 to the 600th", "zh": "小于 10 的 600 次方的数量"}
SHORTER: Final[Wording] = {"en": f"at most {LONGEST} characters", "zh": f"不超过 {LONGEST} 个字符"}
PLAIN_TERMS: Final[Wording] = {
    "en": "ids, numbers, n%, + - * / and brackets only",
    "zh": "仅限标识、数字、n%、+ - * / 和括号",
}

Find = Callable[[str, str], Fact | None]


class ClaimError(ValueError):
    """A claim that cannot be evaluated. `kind` is unreadable-claim, unknown-id or elsewhere."""

    def __init__(self, kind: str, read: str, mark: Mark, expected: Wording | None = None) -> None:
        super().__init__(f"{kind}: {read}")
        self.kind = kind
        self.read = read
        self.mark = mark
        self.expected = expected


class Outcome(NamedTuple):
    """What a claim comes to: both sides as intervals in base units, and their difference.

    `mixed` are facts of the claim that count the same thing in units that are not one
    unit; `unlike` is true when the units cannot be compared at all.
    """

    claim: Claim
    facts: tuple[Fact, ...]
    relation: str
    left: Interval
    right: Interval
    difference: Interval
    holds: bool
    mixed: tuple[Fact, ...] = ()
    unlike: bool = False

    @property
    def apart(self) -> Fraction:
        """Return the least distance between the two sides, zero when they meet."""
        low, high = self.difference.low, self.difference.high
        if low is not None and low > 0:
            return low
        return -high if high is not None and high < 0 else Fraction(0)


@dataclass(slots=True)
class _Form:
    """A linear form: coefficients by fact, and an interval for what is constant or not linear."""

    terms: dict[int, Fraction]
    rest: Interval
    dimension: tuple[tuple[str, int], ...] | None = None
    product: bool = False


class _Unlike(Exception):  # noqa: N818 - not an error of anyone's, only a way out
    """Amounts that cannot be added or compared."""


@once
def outcomes(plan: Plan) -> tuple[Outcome, ...]:
    """Return what each of a plan's own claims comes to; what cannot be evaluated is left out."""
    found = []
    for claim in plan.claims:
        try:
            found += evaluate(claim, finder(plan))
        except ClaimError:
            continue
    return tuple(found)


@once
def unreadable(plan: Plan) -> tuple[ClaimError, ...]:
    """Return why claims of a plan could not be evaluated.

    An id whose figure could not be read, or may stand behind the place where reading the
    sheet broke off, is not unknown: it is out of reach, and its error is of kind elsewhere.
    """
    named = {entry.id for entry in plan.sheet.entries}
    found = []
    for claim in plan.claims:
        try:
            evaluate(claim, finder(plan))
        except ClaimError as error:
            known = error.read in named or not plan.sheet.whole
            if error.kind == "unknown-id" and known:
                error = ClaimError("elsewhere", error.read, error.mark)
            found.append(error)
    return tuple(found)


def finder(plan: Plan) -> Find:
    """Return the look-up of a plan's own facts by id; another plan's facts are elsewhere."""

    def find(plan_id: str, id_: str) -> Fact | None:
        return plan.ids.get(id_) if plan_id in ("", plan.id) else None

    return find


def evaluate(claim: Claim, find: Find) -> list[Outcome]:
    """Return what a claim comes to; a list of 其中 parts gives one outcome for each part.

    Raises ClaimError for a formula that cannot be read or names an unknown id.
    """
    if claim.kind == "holds":
        return [_Evaluation(claim, find).formula()]
    parts = [_named(part, find) for part in claim.parts]
    if claim.kind == "shares":
        return [_shares(claim, parts)]
    assert claim.whole is not None
    whole = _named(claim.whole, find)
    if claim.kind == "of_which":
        return [_linear(claim, [part], "<=", whole) for part in parts]
    return [_linear(claim, parts, "=", whole)]


def _named(reference: Reference, find: Find) -> Fact:
    plan_id, _, id_ = reference.id.rpartition(".")
    fact = find(plan_id, id_)
    if fact is None:
        kind = "elsewhere" if plan_id else "unknown-id"
        raise ClaimError(kind, reference.id, reference.mark)
    return fact


def _linear(claim: Claim, parts: list[Fact], relation: str, whole: Fact) -> Outcome:
    evaluation = _Evaluation(claim, lambda _plan, _id: None)
    left = _Form({}, Interval.point(0))
    try:
        for part in parts:
            left = evaluation.add(left, evaluation.fact(part), 1)
        right = evaluation.fact(whole)
        return evaluation.judge(left, relation, right)
    except _Unlike:
        return evaluation.unlike()


def _shares(claim: Claim, parts: list[Fact]) -> Outcome:
    evaluation = _Evaluation(claim, lambda _plan, _id: None)
    total = _Form({}, Interval.point(0))
    try:
        for part in parts:
            if part.figure.kind == "ratio":
                evaluation.facts[id(part)] = part
                for number in part.figure.numbers:
                    half = number.step / 2
                    total.rest = total.rest + Interval(number.value - half, number.value + half)
            else:
                total = evaluation.add(total, evaluation.fact(part), 1)
        return evaluation.judge(total, "=", _Form({}, Interval.point(100)))
    except _Unlike:
        return evaluation.unlike()


class _Evaluation:
    """Evaluates one claim in one reading of per cent."""

    def __init__(self, claim: Claim, find: Find, *, as_ratio: bool = False) -> None:
        self.claim = claim
        self.find = find
        self.as_ratio = as_ratio
        self.facts: dict[int, Fact] = {}
        self.has_per_cent = False
        self.mixed = False
        self.text = ""

    def formula(self) -> Outcome:
        """Return the outcome of a `holds`, in the reading of per cent that lets it hold."""
        outcome = self.comparison()
        if self.has_per_cent and not outcome.holds:
            other = _Evaluation(self.claim, self.find, as_ratio=True).comparison()
            if other.holds or not other.unlike:
                return other
        return outcome

    def comparison(self) -> Outcome:
        tree = self.parse()
        if not isinstance(tree, ast.Compare) or len(tree.ops) != 1:
            raise self.unreadable(A_RELATION)
        relation = _RELATIONS.get(type(tree.ops[0]))
        if relation is None:
            raise self.unreadable(A_RELATION)
        try:
            left, right = self.form(tree.left), self.form(tree.comparators[0])
            return self.judge(left, relation, right)
        except _Unlike:
            return self.unlike()
        except RecursionError:
            raise self.unreadable(A_FORMULA) from None

    def parse(self) -> ast.expr:
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

    def form(self, node: ast.expr) -> _Form:
        match node:
            case ast.Constant():
                return self.number(node)
            case ast.Name(id="_percent"):
                return _constant(Fraction(1, 100) if self.as_ratio else Fraction(1))
            case ast.Name(id=name):
                return self.fact(self.named(name))
            case ast.Attribute(value=ast.Name(id=plan), attr=name):
                return self.fact(self.named(f"{plan}.{name}"))
            case ast.Subscript(value=ast.Name(id=name), slice=ast.Constant(value=int(index))):
                return self.part(self.named(name), index)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return self.add(_constant(Fraction(0)), self.form(operand), -1)
            case ast.BinOp(left=left, op=op, right=right):
                return self.operation(self.form(left), op, self.form(right))
        raise self.unreadable(PLAIN_TERMS)

    def number(self, node: ast.Constant) -> _Form:
        written = ast.get_source_segment(self.text, node) or ""
        if not _NUMBER.fullmatch(written):
            raise self.unreadable(A_DECIMAL)
        return _constant(Fraction(written))

    def named(self, name: str) -> Fact:
        return _named(Reference(name, self.claim.mark), self.find)

    def part(self, fact: Fact, index: int) -> _Form:
        numbers = fact.figure.numbers
        if fact.figure.kind != "ratio" or not 1 <= index <= len(numbers):
            raise self.unreadable(A_RATIO)
        self.facts[id(fact)] = fact
        self.has_per_cent = True
        value, half = numbers[index - 1].value, numbers[index - 1].step / 2
        interval = Interval(value - half, value + half)
        return _Form({}, interval.scaled(Fraction(1, 100)) if self.as_ratio else interval, ())

    def fact(self, fact: Fact) -> _Form:
        if not fact.figure.numeric:
            raise ClaimError("elsewhere", fact.entry.says, self.claim.mark)
        self.facts[id(fact)] = fact
        dimension = fact.measure.dimension
        factor = Fraction(1)
        if any(name in _SHARES for name, _ in dimension):
            self.has_per_cent = True
            dimension = tuple(power for power in dimension if power[0] not in _SHARES)
            factor = Fraction(1, 100) if self.as_ratio else factor
        return _Form({id(fact): factor}, Interval.point(0), dimension if fact.unit else None)

    def operation(self, left: _Form, op: ast.operator, right: _Form) -> _Form:
        match op:
            case ast.Add():
                return self.add(left, right, 1)
            case ast.Sub():
                return self.add(left, right, -1)
            case ast.Mult():
                return self.multiply(left, right)
            case ast.Div():
                inverse = self.interval(right).inverse()
                if inverse is None:
                    raise self.unreadable(A_DIVISOR)
                powers = None if right.dimension is None else _powers(right.dimension, -1)
                return self.multiply(left, _Form({}, inverse, powers, right.product))
        raise self.unreadable(PLAIN_TERMS)

    def add(self, left: _Form, right: _Form, sign: int) -> _Form:
        terms = dict(left.terms)
        for key, factor in right.terms.items():
            terms[key] = terms.get(key, Fraction(0)) + sign * factor
        rest = left.rest + right.rest.scaled(sign)
        return _Form(terms, rest, self.shared(left, right), left.product or right.product)

    def multiply(self, left: _Form, right: _Form) -> _Form:
        dimension = _product(left.dimension, right.dimension)
        for one, other in ((left, right), (right, left)):
            if not one.terms and one.rest.low is not None and one.rest.low == one.rest.high:
                factor = one.rest.low
                terms = {key: value * factor for key, value in other.terms.items()}
                product = other.product or one.dimension is not None
                return _Form(terms, other.rest.scaled(factor), dimension, product)
        return _Form({}, self.interval(left) * self.interval(right), dimension, True)

    def shared(self, left: _Form, right: _Form) -> tuple[tuple[str, int], ...] | None:
        """Return the dimension of two amounts that are added or compared."""
        one, other = left.dimension, right.dimension
        if one is None or other is None or one == other:
            return other if one is None else one
        if left.product or right.product:
            if _uncounted(one) == _uncounted(other):
                return one
            raise _Unlike
        if not one or not other:
            raise _Unlike
        names = {name for name, _ in (*one, *other)}
        if names <= words.HEADCOUNTS:
            self.mixed = True
            return one
        if names <= words.HEADCOUNTS | words.COUNTERS:
            return one
        raise _Unlike

    def interval(self, form: _Form) -> Interval:
        total = form.rest
        for key, factor in form.terms.items():
            total = total + self.facts[key].aim.scaled(factor)
        return total

    def judge(self, left: _Form, relation: str, right: _Form) -> Outcome:
        difference = self.interval(self.add(left, right, -1))
        sides = self.interval(left), self.interval(right)
        if any(_is_huge(each) for each in (*sides, difference)):
            raise self.unreadable(SMALLER)
        return Outcome(
            self.claim, tuple(self.facts.values()), relation, *sides, difference, difference.meets(_ROOM[relation]),
            tuple(self.facts.values()) if self.mixed else (),
        )  # fmt: skip

    def unlike(self) -> Outcome:
        nothing = Interval.point(0)
        facts = tuple(self.facts.values())
        return Outcome(self.claim, facts, "", nothing, nothing, nothing, True, facts, True)

    def unreadable(self, expected: Wording) -> ClaimError:
        return ClaimError("unreadable-claim", self.claim.formula, self.claim.mark, expected)


def _constant(value: Fraction) -> _Form:
    return _Form({}, Interval.point(value))


def _is_huge(interval: Interval) -> bool:
    """Return whether an end has more digits than can be told to anyone."""
    ends = (end for end in (interval.low, interval.high) if end is not None)
    return any(
        max(end.numerator.bit_length(), end.denominator.bit_length()) > MOST_BITS for end in ends
    )


Powers = tuple[tuple[str, int], ...]


def _powers(dimension: Powers, sign: int) -> Powers:
    return tuple((name, sign * power) for name, power in dimension)


def _product(one: Powers | None, other: Powers | None) -> Powers | None:
    if one is None or other is None:
        return other if one is None else one
    total: dict[str, int] = dict(one)
    for name, power in other:
        total[name] = total.get(name, 0) + power
    return tuple(sorted((name, power) for name, power in total.items() if power))


def _uncounted(dimension: Powers) -> Powers:
    return tuple(power for power in dimension if power[0] not in words.COUNTED)


def is_conversion(outcome: Outcome) -> bool:
    """Return whether a claim states one amount in two units: 13332 ㎡ = 约20亩."""
    if outcome.relation != "=" or len(outcome.facts) != 2 or outcome.claim.kind != "holds":
        return False
    one, other = (fact.unit for fact in outcome.facts)
    return one != other and units.comparable(one, other)
