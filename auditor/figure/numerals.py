"""Read one number in any written form: 9,000 · 3千5百万 · 二十三万五千 · 三点一四 · two hundred.

A number is a run of coefficients and places. Places below 万 multiply the coefficient
before them and add up to a section; 万, 亿 and their English kin multiply the section, or
all that stands before when they are larger (万亿). A last coefficient without a place
counts in tenths of the place before it (三万五 is 35 000), unless 零 stands between.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.figure.places import MOST_DIGITS, MOST_PLACES, Read, Reader, begins, decimal, opens
from auditor.figure.records import Number
from auditor.figure.words import framing, numbers, units

__all__ = ["MOST_DIGITS", "Read", "begins", "opens", "read_number"]


def read_number(tokens: Sequence[str], at: int, *, alone: bool = False) -> Read | None:
    """Return the number that begins at a token, or None when none does or it is out of bounds.

    The last token must be empty. With `alone`, a place may stand without a coefficient:
    the 百 of 近百名.
    """
    simple = _simple(tokens, at)
    if simple is not None:
        return simple
    pair = _side_by_side(tokens, at)
    if pair is not None:
        return pair
    reader = Reader(tokens, at, alone=alone)
    return reader.read() if reader.run() else None


def _simple(tokens: Sequence[str], at: int) -> Read | None:
    """Return Arabic digits with places behind them, as most figures are; read as below, sooner."""
    digits = tokens[at]
    if not "0" <= digits[:1] <= "9" or len(digits) > MOST_DIGITS:
        return None
    scale, end = 1, at + 1
    while tokens[end] in numbers.SCALES:
        scale *= numbers.SCALES[tokens[end]]
        end += 1
    behind = tokens[end]
    if (
        begins(behind)
        or behind in framing.APPROXIMATIONS_AFTER
        or behind in numbers.POINTS
        or behind == numbers.AND
        or (behind == "-" and tokens[end + 1] in numbers.SCALES)
        or end - at > MOST_PLACES
    ):
        return None
    value, step = decimal(digits)
    return Read(Number(digits, scale, value * scale, step * scale), end)


def _side_by_side(tokens: Sequence[str], at: int) -> Read | None:
    """Return what two digits side by side stand for: 七八百 is 700 to 800."""
    found = at
    while tokens[found] in numbers.NUMERALS or tokens[found] in numbers.SCALES:
        one, other, behind = (*tokens[found : found + 3], "", "")[:3]
        if (one, other) in numbers.SIDE_BY_SIDE:
            break
        found += 1
    else:
        return None
    after_place = found > at and tokens[found - 1] in numbers.SCALES
    lone = found == at or after_place
    counted = behind in numbers.SCALES or behind in units.UNITS or behind in numbers.TENTHS
    if not lone or behind in numbers.NUMERALS or not (counted or after_place):
        return None
    ends = []
    for left_out in (found + 1, found):
        reader = Reader([*tokens[at:left_out], *tokens[left_out + 1 :]], 0, alone=False)
        if not reader.run():
            return None
        ends.append(reader.read())
    (low, length, approximate, _), (high, *_) = ends
    return Read(low, at + length + 1, approximate, high)
