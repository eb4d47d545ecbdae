"""Formulas as they are written: read with Python's own parser, and never executed."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from auditor.compare.outcome import (
    A_DECIMAL,
    A_FORMULA,
    A_RELATION,
    LONGEST,
    NO_QUOTES,
    SHORTER,
    ClaimError,
)
from auditor.sheet import Claim
from auditor.wording import Wording

# What stands for one per cent in the text that is parsed.
PER_CENT: Final = "_percent"
_WRITTEN: Final = str.maketrans("（）＋－−×÷＝＜＞％", "()+--*/=<>%")
_EQUALS: Final = re.compile(r"(?<![<>=!])=(?!=)")
_PER_CENT: Final = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)\s*%")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_QUOTES: Final = frozenset("\"'“”‘’＂＇「」『』")
_RELATIONS: Final[Mapping[type[ast.cmpop], str]] = {
    ast.Eq: "=", ast.LtE: "<=", ast.GtE: ">=", ast.Lt: "<", ast.Gt: ">",
}  # fmt: skip


class Formula(NamedTuple):
    """A formula as syntax trees of its two sides and the relation between them.

    `text` is what was parsed; `per_cent` tells whether n% stands in it.
    """

    text: str
    left: ast.expr
    relation: str
    right: ast.expr
    per_cent: bool


def parse(claim: Claim) -> Formula:
    """Return the formula of a claim. Raises ClaimError where it is none."""
    written = claim.formula
    if len(written) > LONGEST:
        raise unreadable(claim, SHORTER)
    text = written.translate(_WRITTEN).replace("≤", "<=").replace("≥", ">=")
    parsed = _PER_CENT.sub(rf"(\1*{PER_CENT})", _EQUALS.sub("==", text)).strip()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python thinks of the style of `1if`
            tree = ast.parse(parsed, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        expected = NO_QUOTES if _QUOTES.intersection(written) else A_FORMULA
        raise unreadable(claim, expected) from None
    relation = _RELATIONS.get(type(tree.ops[0])) if isinstance(tree, ast.Compare) else None
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1 or relation is None:
        raise unreadable(claim, A_RELATION)
    per_cent = parsed != text and PER_CENT in parsed
    return Formula(parsed, tree.left, relation, tree.comparators[0], per_cent)


def decimal(claim: Claim, formula: Formula, node: ast.Constant) -> Fraction:
    """Return a number as it was written: no float is ever made of it."""
    written = ast.get_source_segment(formula.text, node) or ""
    if not _NUMBER.fullmatch(written):
        raise unreadable(claim, NO_QUOTES if isinstance(node.value, str) else A_DECIMAL)
    return Fraction(written)


def unreadable(claim: Claim, expected: Wording) -> ClaimError:
    """Return the error of a formula that cannot be read."""
    return ClaimError("unreadable-claim", claim.formula, claim.mark, expected)
