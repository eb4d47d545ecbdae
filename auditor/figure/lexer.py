"""Text → tokens: the longest known words, the numbers, and what is neither."""

from __future__ import annotations

import re
from typing import Final

from auditor.figure import words

_WIDE = "０１２３４５６７８９％．，－＋～／＜＞＝（）＊\u3000\u00a0\u2212"
NORMAL: Final = str.maketrans(_WIDE, "0123456789%.,-+~/<>=()*  -")
_ALL_WORDS: Final = {
    *words.BOUNDS_BEFORE, *words.BOUNDS_AFTER, *words.APPROXIMATIONS_BEFORE,
    *words.APPROXIMATIONS_AFTER, *words.BASES, *words.CHANGES, *words.FILLERS, *words.SCALES,
    *words.UNITS, *words.MARKS, *words.MARKS.values(), *words.RANGE_JOINTS, *words.RATIO_JOINTS,
    *words.NUMERALS, *words.FRACTIONS, *words.DOUBLINGS, *words.SHARES, *words.MINUS,
    words.DIVISION, words.TENTHS,
}  # fmt: skip
DIGITS: Final = re.compile(
    r"[0-9]+(?:,[0-9]{3})+(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:[ \u202f][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]+(?:\.[0-9]+)?"
)


_BY_FIRST: Final = {
    first: tuple(sorted((word for word in _ALL_WORDS if word[0] == first), key=len, reverse=True))
    for first in {word[0] for word in _ALL_WORDS}
}


def tokens(text: str) -> tuple[list[str], list[int]]:
    """Return the longest known words, the numbers and the single other characters, and their starts."""
    found: list[str] = []
    starts: list[int] = []
    at, end = 0, len(text)
    while at < end:
        first = text[at]
        if first.isspace():
            at += 1
            continue
        digits = DIGITS.match(text, at) if "0" <= first <= "9" else None
        token = digits.group() if digits else _word(text, at) or first
        found.append(token)
        starts.append(at)
        at += len(token)
    return found, starts


def _word(text: str, at: int) -> str:
    for word in _BY_FIRST.get(text[at], ()):
        if text.startswith(word, at):
            follows = text[at + len(word) : at + len(word) + 1]
            if not (
                word[-1].isalpha()
                and word[-1].isascii()
                and follows.isascii()
                and follows.isalpha()
            ):
                return word
    return ""
