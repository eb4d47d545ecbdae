"""Text → tokens: the longest known words, the numbers, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from auditor.figure.words import framing, numbers, units

_WIDE: Final = "".join(chr(code) for code in range(0xFF01, 0xFF5F))
# Traditional characters of the tables, each before its simplified one.
_TRADITIONAL: Final = (
    "個个箇个亞亚畝亩億亿從从侖仑淨净減减幾几別别區区縣县雙双噸吨塊块堅坚處处頭头學学賓宾對对層层歲岁"
    "幣币張张總总戶户擴扩擔担數数時时條条標标棟栋滿满碼码種种稱称穩稳約约級级納纳維维羅罗課课謝谢"
    "貝贝負负貳贰輛辆達达過过鐘钟錢钱銖铢鎮镇鎊镑長长門门間间陸陆頃顷項项馬马麥麦歐欧點点產产韓韩"
    "兩两萬万與与並并為为於于內内參叁餘余馀余倆两俩两裏里裡里圓圆鄉乡計计冊册屆届臺台單单實实將将"
    "應应較较紐纽倫伦"
)
# Full-width ASCII, traditional characters, several minuses and spaces: each is read as the
# plain or simplified one, in the same place.
NORMAL: Final[Mapping[int, str | int]] = {
    **str.maketrans(_WIDE, "".join(chr(ord(wide) - 0xFEE0) for wide in _WIDE)),
    **str.maketrans(_TRADITIONAL[::2], _TRADITIONAL[1::2]),
    **str.maketrans("﹣−‐‑‒―─∼﹪﹥﹤", "-----——~%><"),
    **dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
}
# Digits: grouped by commas (also as in India), by spaces or by apostrophes; with decimals,
# which may stand alone; with an exponent.
DIGITS: Final = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])|[1-9][0-9]{0,2}(?:[ '’][0-9]{3})+(?![0-9])|[0-9]+)"
    r"(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2}(?![0-9]))?|\.[0-9]+(?:[eE][+-]?[0-9]{1,2}(?![0-9]))?"
)
_LATIN: Final = re.compile(r"[A-Za-z]+")
# White space that parts no words: runs of it, and any beside a Chinese character.
_SPACES: Final = re.compile(r"\s+")
# From here on characters are Chinese, or as wide as those.
FIRST_WIDE: Final = "\u2e80"
# A year that a plan may be of, as a pattern.
A_YEAR: Final = "(?:19|20)[0-9]{2}"

WORDS: Final[frozenset[str]] = frozenset(
    word
    for table in (
        numbers.SCALES, numbers.NUMERALS, numbers.POINTS, numbers.SEVERAL, numbers.ARTICLES,
        (numbers.AND,), numbers.FRACTIONS, numbers.DENOMINATORS, (numbers.DIVISION,),
        numbers.DIVIDED, (numbers.MIXED,), numbers.TENTHS, numbers.TIMES,
        (numbers.POWER,), numbers.POWERS, numbers.MINUS, units.UNITS, units.STROKES,
        {word for _, word in units.SUBUNITS}, units.PER_PEOPLE, units.PER_EACH, units.ELECTRIC,
        framing.BOUNDS_BEFORE, framing.SECOND_BOUND, framing.BOUNDS_AFTER,
        framing.BOUNDS_AFTER_AND, (framing.THAN,),
        framing.BOUNDS_OF_SIZE, framing.APPROXIMATIONS_BEFORE, framing.APPROXIMATIONS_AFTER,
        framing.BASES, framing.CHANGES, framing.VERBS, framing.CHANGES_AFTER, framing.MULTIPLES, framing.FILLERS, framing.DONE, framing.PERIODS,
        (framing.YEAR, framing.OF), framing.YEAR_LEADS, framing.YEAR_TAILS, framing.MARKS,
        framing.MARKS.values(), framing.FOOTNOTES, framing.RANGE_JOINTS, framing.PAIR_JOINTS,
        framing.PAIR_LEADS, framing.PAIR_TAILS, framing.BOUND_JOINTS, framing.RATIO_JOINTS,
        framing.MINOR_JOINTS, framing.INCLUSIONS, (framing.WITHIN,), framing.LEVELS,
    )
    for word in table
)  # fmt: skip


def _by_first(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return the words by their first character, the longest first."""
    found: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in found.items()}


_BY_FIRST: Final = _by_first(WORDS)
# Those that are read in any case.
_SMALL_BY_FIRST: Final = _by_first(
    word for word in WORDS if word.islower() and word.isascii() and len(word) > 1
)


class Tokens(NamedTuple):
    """The words of a text, as the tables spell them, and where each starts and ends in it.

    A last, empty word stands at the end, so that there always is a next one.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]


def normal(text: str) -> str:
    """Return the text in plain digits, simplified characters and half-width signs."""
    return text.translate(NORMAL)


def tokens(text: str) -> Tokens:
    """Return the tokens of a normal text: known words, numbers, other words and characters."""
    places: list[int] | None = None
    length = len(text)
    if _SPACES.search(text):
        text, places = _close_up(text)
    small = text.lower() if _LATIN.search(text) else text
    if len(small) != len(text):  # a letter such as İ has a longer small form
        small = text
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at, end = 0, len(text)
    while at < end:
        first = text[at]
        if first == " ":
            at += 1
            continue
        digits = DIGITS.match(text, at) if "0" <= first <= "9" or first == "." else None
        token = digits.group() if digits else _word(text, small, at)
        words.append(token)
        starts.append(at)
        at += len(token)
        ends.append(at)
    if places is not None:
        starts = [places[start] for start in starts]
        ends = [places[end - 1] + 1 for end in ends]
    words.append("")
    starts.append(length)
    ends.append(length)
    return Tokens(words, starts, ends)


def _close_up(text: str) -> tuple[str, list[int]]:
    """Return the text with no space beside Chinese and single ones elsewhere, and its places."""
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for gap in _SPACES.finditer(text):
        kept.append(text[at : gap.start()])
        places.extend(range(at, gap.start()))
        at = gap.end()
        before, after = text[gap.start() - 1 : gap.start()], text[at : at + 1]
        if before and after and before < FIRST_WIDE and after < FIRST_WIDE:
            kept.append(" ")
            places.append(gap.start())
    kept.append(text[at:])
    places.extend(range(at, len(text)))
    return "".join(kept), places


def _word(text: str, small: str, at: int) -> str:
    """Return the longest known word at a place, or the Latin word or character there."""
    for word in _BY_FIRST.get(text[at], ()):
        if text.startswith(word, at) and _ends(text, at + len(word)):
            break
    else:
        word = ""
    for other in _SMALL_BY_FIRST.get(small[at], ()):
        if len(other) <= len(word):
            break
        if small.startswith(other, at) and _ends(text, at + len(other)):
            return other
    if word:
        return word
    latin = _LATIN.match(text, at)
    return latin.group() if latin else text[at]


def _ends(text: str, at: int) -> bool:
    """Return whether a word may end before a place: not in the midst of a Latin one."""
    last, following = text[at - 1], text[at : at + 1]
    return not (last.isascii() and last.isalpha() and following.isascii() and following.isalpha())
