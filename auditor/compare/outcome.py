"""What a claim comes to, or why it cannot be evaluated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.compare.expression import Constant, Expression, enclosure
from auditor.facts import Fact
from auditor.finding import Mark
from auditor.interval import Interval
from auditor.rule import Held, Margin, margin
from auditor.sheet import Claim, Reference
from auditor.wording import Wording

LONGEST: Final = 1_000
MOST_BITS: Final = 2_048
A_RELATION: Final[Wording] = {"en": "exactly one of = <= >= < >", "zh": "恰好一个 = <= >= < >"}
A_FORMULA: Final[Wording] = {"en": "a formula such as a = b + c", "zh": "形如 a = b + c 的算式"}
A_FIGURE: Final[Wording] = {
    "en": "a formula that names at least one figure",
    "zh": "至少引用一个数字的算式",
}
A_DECIMAL: Final[Wording] = {"en": "a plain decimal number", "zh": "普通的十进制数"}
NO_QUOTES: Final[Wording] = {
    "en": 'no quotes inside the formula; where YAML needs them, they go round all of it: "a = mix[1]"',
    "zh": '算式内部不带引号；YAML 需要引号的，应括起整个算式，如 "a = mix[1]"',
}
A_RATIO: Final[Wording] = {"en": "a ratio that has this part", "zh": "含有该分项的比例"}
A_DIVISOR: Final[Wording] = {"en": "a divisor other than zero", "zh": "不为零的除数"}
SMALLER: Final[Wording] = {"en": "amounts below 10 to the 600th", "zh": "小于 10 的 600 次方的数量"}
SHORTER: Final[Wording] = {"en": f"at most {LONGEST} characters", "zh": f"不超过 {LONGEST} 个字符"}
PLAIN_TERMS: Final[Wording] = {
    "en": "ids, numbers, n%, + - * / and brackets only",
    "zh": "仅限标识、数字、n%、+ - * / 和括号",
}
UNREADABLE: Final[Wording] = {
    "en": "the formula “{read}” cannot be read: expected {expected}",
    "zh": "算式“{read}”无法识别，要求：{expected}",
}
OUT_OF_REACH: Final[Wording] = {
    "en": "the claim names a figure that states no amount or could not be read",
    "zh": "算式引用的数字未表示数量或无法读取，未作判定",
}
MAY_BE_ZERO: Final[Wording] = {
    "en": "its divisor may be zero, within rounding or its bound",
    "zh": "除数在舍入或界限范围内可能为零",
}
PLAIN_NUMBER: Final[Wording] = {
    "en": "its units agree only if a plain number in it has one",
    "zh": "除非算式中的普通数字本身带有计量单位，否则两边单位不同",
}
# Why a claim is left undecided that can be read, by the kind of its error.
UNDECIDED: Final[Mapping[str, Wording]] = MappingProxyType(
    {
        "out-of-reach": OUT_OF_REACH,
        "zero-divisor": MAY_BE_ZERO,
        "unlike-number": PLAIN_NUMBER,
    }
)
WITHIN_BOUNDS: Final[Wording] = {
    "en": "it may hold within the bounds, not by the numbers",
    "zh": "按界限可能成立，按所列数值则不成立",
}
# The differences left − right that let a relation hold.
ROOM: Final = {
    "=": Interval.point(0),
    "<=": Interval(None, Fraction(0)),
    ">=": Interval(Fraction(0), None),
    "<": Interval(None, Fraction(0), high_closed=False),
    ">": Interval(Fraction(0), None, low_closed=False),
}

Find = Callable[[str, str], Fact | None]


class ClaimError(ValueError):
    """A claim that cannot be evaluated, and why.

    `kind` is unreadable-claim, unknown-id, elsewhere for a figure of another plan, out-of-reach
    for one that states no amount or could not be read, zero-divisor for one that may be zero, or
    unlike-number where only the unit of a plain number could make the units agree.
    """

    def __init__(self, kind: str, read: str, mark: Mark, expected: Wording | None = None) -> None:
        super().__init__(f"{kind}: {read}")
        self.kind = kind
        self.read = read
        self.mark = mark
        self.expected = expected


def named(reference: Reference, find: Find) -> Fact:
    """Return the fact that a claim names. Raises ClaimError when there is none within reach."""
    plan_id, _, id_ = reference.id.rpartition(".")
    fact = find(plan_id, id_)
    if fact is None:
        kind = "elsewhere" if plan_id else "unknown-id"
        raise ClaimError(kind, reference.id, reference.mark)
    return fact


class Outcome(NamedTuple):
    """What a claim comes to: both sides as intervals in base units, and their difference.

    `mixed` are facts of the claim that count the same thing in units that are not one
    unit; `unlike` is true when the units cannot be compared at all. `unit` is the base unit of
    both sides, where they have one. `printed` is what the figures say if nothing is taken for
    rounded, by the variables of the expression. `within_bounds` tells of one that does not hold
    by the numbers of targets that it would by what their bounds admit.
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
    unit: str = ""
    expression: Expression = Constant(Interval.point(0))
    printed: Mapping[int, Interval] = MappingProxyType({})
    within_bounds: bool = False

    @property
    def held(self) -> Held:
        """Return the claim as a comparison that came out well."""
        return Held(self.facts, self.margin, self.unit)

    def margin(self) -> Margin:
        """Return how near the claim is to failing: its two sides as printed, and their room."""
        off = enclosure(self.expression, self.printed).nearest
        return margin(off, self.difference, self.relation)

    @property
    def apart(self) -> Fraction:
        """Return the least distance between the two sides, zero when they meet."""
        return abs(self.difference.nearest)
