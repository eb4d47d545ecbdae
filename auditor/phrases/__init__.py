"""How amounts, bounds, bases and periods are told, in both languages."""

from auditor.phrases.amounts import Amount, Said, between, distance, ends, extent, quantity
from auditor.phrases.numbers import (
    amount,
    amount_if_any,
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
    basis_told,
    basis_word,
    brief,
    cited,
    heading,
    reading,
)
from auditor.phrases.units import UNITS, Unit, printed_unit, singular, unit_in, unit_name

__all__ = [
    "UNITS",
    "Amount",
    "Said",
    "Unit",
    "amount",
    "amount_if_any",
    "basis_and_unit",
    "basis_name",
    "basis_told",
    "basis_word",
    "between",
    "brief",
    "cited",
    "coarse",
    "compact",
    "distance",
    "ends",
    "extent",
    "few",
    "heading",
    "percentage",
    "printed_unit",
    "quantity",
    "reading",
    "shown",
    "singular",
    "span",
    "unit_in",
    "unit_name",
]
