"""What stands around a number in running text, and whether it makes it a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from auditor.figure.lexer import A_YEAR, FIRST_WIDE
from auditor.figure.words import context, framing, numbers, units


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


LEFT: Final = 24  # how many characters before a number are looked at
# Between a change and the number it leads to a time may stand: 提高到2020年底的90.1%; between a
# bound and its number what it is of, or a verb: 不低于用工总量的30%, 至少打造1个.
_TIME_BETWEEN: Final = re.compile(rf"{A_YEAR}\s*年(?:底|末|初)?的?$")
_OBJECT_BETWEEN: Final = re.compile(
    rf"(?:{either(word for word in framing.BOUNDS_BEFORE if word[0] > FIRST_WIDE and len(word) > 1)})[\u4e00-\u9fff]{{1,12}}的$"
    rf"|(?:{either(word for word in framing.BOUNDS_BEFORE if word[0] == '不')})[\u4e00-\u9fff]{{1,6}}$"
    rf"|(?:{either((*context.ADVERBS, framing.HIGHEST))})[\u4e00-\u9fff]{{1,4}}$"
)
_BASIS: Final = re.compile(either(word for word in framing.BASES if word[0] not in "/·"))
# 每千人口, 每10万常住人口, 每百户: what a figure behind is per.
_PER_PEOPLE: Final = re.compile(
    rf"每(?P<scale>{either(units.SCALES_OF_PEOPLE)})(?:名|个)?(?:常住|户籍|服务|城镇|农村|城乡|总)*"
    r"(?:人口|居民|人(?![次年均月])|名|(?P<households>户(?!籍)))"
)
_MINUS_WORD: Final = re.compile(r"\b(?:minus|negative) $", re.IGNORECASE)
_SIGNED_LESS: Final = frozenset("减担肩抱背自胜正欠")  # 减负, 正负: no sign
_DIFFERENCE: Final = re.compile(r"(?:高于|低于|高出)[\u4e00-\u9fff]{1,10}$")
_POINTS: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?\s*个?(?:百分点|基点)")
_LEADS: Final = frozenset(
    (
        *framing.BOUNDS_BEFORE, *framing.APPROXIMATIONS_BEFORE, *framing.BASES, *framing.CHANGES,
        *framing.FILLERS, *framing.CUMULATIVE_MARKS, *framing.PAIR_LEADS, *units.PER_PEOPLE,
        *units.CURRENCIES, *units.PER_EACH, *units.ELECTRIC,
    )
) - {framing.REACHING, units.CURRENT}  # fmt: skip
_LONGEST_LEAD: Final = max(map(len, _LEADS))


def lead_before(plain: str, at: int) -> str:
    """Return the longest word before a place that may lead to a number, or nothing."""
    for length in range(min(_LONGEST_LEAD, at), 0, -1):
        word = plain[at - length : at]
        if word not in _LEADS and not (word.isascii() and word.lower() in _LEADS):
            continue
        previous = plain[at - length - 1 : at - length]
        if word[0].isascii() and word[0].isalpha() and previous.isascii() and previous.isalpha():
            continue
        if plain[at - 2 : at] in context.NOT_LEADS and length < 2:
            return ""
        return word
    return ""


def negative(plain: str, begin: int) -> int:
    """Return how many characters long the minus before a number is, 0 where none makes it negative."""
    word = _MINUS_WORD.search(plain, max(0, begin - 10), begin)
    if word:
        return begin - word.start()
    sign, before = plain[begin - 1 : begin], plain[begin - 2 : begin - 1]
    if plain[max(0, begin - 2) : begin] in numbers.MINUS:
        return min(begin, 2)  # 零下
    if sign not in numbers.MINUS or before in _SIGNED_LESS:
        return 0
    joins = before.isalnum() and (before < FIRST_WIDE or before in numbers.DIGITS)
    return not (joins or before in numbers.SCALES)


def start(plain: str, begin: int) -> int:
    """Return where the figure starts whose number begins at a place: at its first telling word."""
    at = first = begin - negative(plain, begin)
    if plain[at - 1 : at] == framing.REACHING and plain[at : at + 1] in numbers.SCALES:
        no_bound = (
            plain[at - 2 : at] in context.NOT_LEADS or plain[at - 2 : at - 1] in numbers.SCALES
        )
        return at if no_bound else at - 1
    while True:
        behind = at
        while plain[at - 1 : at] == " ":
            at -= 1
        word = lead_before(plain, at)
        if not word:
            at = behind
            break
        if word.lower() in context.FROM:
            break
        at -= len(word)
        if word not in framing.FILLERS or word in framing.PAIR_LEADS & {"between", "介于"}:
            first = at
    left = plain[max(0, at - LEFT) : at]
    between = _TIME_BETWEEN.search(left)
    if between:
        change = at - len(left) + between.start()
        if lead_before(plain, change) in framing.CHANGES:
            return change - len(lead_before(plain, change))
    objective = _OBJECT_BETWEEN.search(left)
    if not objective and _POINTS.match(plain, begin):
        objective = _DIFFERENCE.search(left)
    return at - len(left) + objective.start() if objective else first


def starts_a_change(plain: str, start: int) -> bool:
    """Return whether a figure is where a change starts: from 5% to 6% is no range."""
    return plain[max(0, start - 8) : start].rstrip().lower().endswith(context.FROM)


def clause(plain: str, start: int, since: int) -> str:
    """Return the clause before a figure, as far as the figure before it; brackets stay in it."""
    at, depth = start, 0
    since = max(since, start - 2 * LEFT)
    while at > since:
        char = plain[at - 1]
        depth += (char == ")") - (char == "(")
        if depth < 0 or (char in context.CLAUSE_ENDS and not depth):
            break
        at -= 1
    return plain[at:start]


def basis(clause: str) -> str:
    """Return the basis that a clause tells last, as 累计 or 每年, or nothing."""
    told = _BASIS.findall(clause)
    return framing.BASES[told[-1]] if told else ""


def tells_a_basis(plain: str, at: int) -> bool:
    """Return whether a basis such as 累计 stands at a place."""
    return _BASIS.match(plain[at : at + 8].lstrip()) is not None


def per_people(clause: str) -> str:
    """Return what a clause says a figure is per, as 每千人口, or nothing."""
    told = _PER_PEOPLE.search(clause)
    if not told:
        return ""
    people = "household" if told["households"] else "population"
    return units.PREFIXES[units.SCALES_OF_PEOPLE[told["scale"]]] + people


def after_per_people(plain: str, begin: int) -> int:
    """Return where a phrase such as 每10万人口 ends whose number begins here, 0 if none does."""
    told = _PER_PEOPLE.match(plain, begin - 1) if plain[begin - 1 : begin] == "每" else None
    return told.end() if told else 0
