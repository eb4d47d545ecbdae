"""How amounts, bounds, bases and periods are told, in both languages."""

from auditor.phrases.amounts import UNITS, distance, extent, quantity, unit_name
from auditor.phrases.numbers import (
    amount,
    coarse,
    compact,
    few,
    percentage,
    shown,
    span,
)
from auditor.phrases.statements import (
    basis_and_unit,
    basis_name,
    basis_word,
    brief,
    cited,
    heading,
    reading,
)

__all__ = [
    "UNITS",
    "amount",
    "basis_and_unit",
    "basis_name",
    "basis_word",
    "brief",
    "cited",
    "coarse",
    "compact",
    "distance",
    "extent",
    "few",
    "heading",
    "percentage",
    "quantity",
    "reading",
    "shown",
    "span",
    "unit_name",
]
