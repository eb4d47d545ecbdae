"""What stands around a number in running text, and whether it makes it a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from auditor.figure.records import Figure
from auditor.figure.words import context, framing, numbers, units


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_WIDE: Final = "\u2e80"
_YEAR: Final = "(?:19|20)[0-9]{2}"
# What begins with a digit and is no figure.
_DATE_OR_CODE: Final = re.compile(
    rf"""
      {_YEAR}[ ]*[-/.年][ ]*[0-9]{{1,2}}[ ]*[-/.月][ ]*[0-9]{{1,2}}日?  # 2022-04-13, 2022年7月4日
    | {_YEAR}[ ]*年[ ]*[0-9]{{1,2}}[ ]*月                    # 2020年9月
    | {_YEAR}[ ]*年?[ ]*[-–—~至到]{{1,2}}[ ]*(?:{_YEAR}|[0-9]{{2}}(?![0-9.,]))(?:[ ]*年|(?![ ]*[%0-9万亿\u4e00-\u9fff]))  # 2021—2025年
    | {_YEAR}[ ]*年                                         # 2025年
    | [5-9][0-9][ ]*[-–—~至][ ]*[5-9][0-9]年 | [0-9]{{2}}年代  # 96-98年, 90年代
    | [0-9]{{1,2}}月(?:[0-9]{{1,2}}日|底|末|初|份)? | [0-9]{{1,2}}日(?!元|均)  # 9月1日
    | (?<!比)(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:.])  # 16:11:34
    | [0-9]+(?:\.[0-9]+){{2,}}                             # 1.2.3, 192.168.0.1
    | [0-9]{{3,4}}-[0-9]{{7,8}} | 1[3-9][0-9]{{9}}(?![0-9])  # telephones
    | 0[0-9]+(?![0-9.,%])                                  # 007
    | [0-9]+[ ]*号                                          # 11号
    | [0-9]{{1,2}}(?:st|nd|rd|th)?[ ]+(?i:{_either(context.MONTHS)})\b  # 12 May
    """,
    re.VERBOSE,
)
# Numbers that count the lines of a list or a table, the points of an argument, documents.
_OF_A_LIST: Final = re.compile(
    r"[0-9]{1,3}(?:\s*[.、)](?![0-9])|(?:\.[0-9]{1,2})*\s*[|\t]|(?:\.[0-9]{1,2})+\s+(?=[A-Z]))"
)
_POINT: Final = re.compile(r"[0-9]{1,2}\)")
_DOCUMENT: Final = re.compile(r"[0-9]{4}[〕\])]\s*第?[0-9]+\s*号")
# Between a change and the number it leads to a time may stand: 提高到2020年底的90.1%; between a
# bound and its number what it is of, or a verb: 不低于用工总量的30%, 至少打造1个.
_TIME_BETWEEN: Final = re.compile(rf"{_YEAR}\s*年(?:底|末|初)?的?$")


_OBJECT_BETWEEN: Final = re.compile(
    rf"(?:{_either(word for word in framing.BOUNDS_BEFORE if word[0] > _WIDE and len(word) > 1)})[\u4e00-\u9fff]{{1,12}}的$"
    rf"|(?:{_either(word for word in framing.BOUNDS_BEFORE if word[0] == '不')})[\u4e00-\u9fff]{{1,6}}$"
    rf"|(?:{_either(context.ADVERBS)})[\u4e00-\u9fff]{{1,4}}$"
)
_BASIS: Final = re.compile(_either(word for word in framing.BASES if word[0] not in "/·"))
_PER_PEOPLE: Final = re.compile(_either(units.PER_PEOPLE))
_CURRENCIES: Final = frozenset(word for word, unit in units.UNITS.items() if unit.isupper())
_LEADS: Final = frozenset(
    (
        *framing.BOUNDS_BEFORE, *framing.APPROXIMATIONS_BEFORE, *framing.BASES, *framing.CHANGES,
        *framing.FILLERS, *framing.CUMULATIVE_MARKS, *framing.PAIR_LEADS, *units.PER_PEOPLE,
        *_CURRENCIES, *units.PER_EACH, *units.ELECTRIC,
    )
) - {framing.REACHING, units.CURRENT}  # fmt: skip
_LONGEST_LEAD: Final = max(map(len, _LEADS))
_LEFT: Final = 24
_LAST_WORD: Final = re.compile(r"([a-z]+\.?)\s*$")
_CALLING: Final = re.compile(_either(context.CALLING))


def after_what_is_no_figure(plain: str, begin: int, end: int) -> int:
    """Return where what holds the digits from `begin` to `end` ends, if it is no figure, else 0."""
    previous = plain[begin - 1 : begin]
    in_a_word = previous.isascii() and (previous.isalpha() or previous == "_")
    if in_a_word and not lead_before(plain, begin):
        return end  # COVID19, PM2.5
    if previous in (".", "+", "-", "–") and plain[begin - 2 : begin - 1].isalnum():
        return end
    line = max(plain.rfind("\n", 0, begin), begin - _LEFT) + 1
    if not plain[line:begin].strip(" \t#*>") and plain[line - 1 : line] in ("", "\n"):
        listed = _OF_A_LIST.match(plain, begin)
        if listed:
            return listed.end()
    pattern = _POINT if previous == "(" else _DOCUMENT
    bracketed = pattern.match(plain, begin) if previous and previous in "〔[(" else None
    coded = bracketed or (_DOCUMENT if previous == "(" else _DATE_OR_CODE).match(plain, begin)
    if coded is None and previous == "(":
        coded = _DATE_OR_CODE.match(plain, begin)
    return coded.end() if coded else 0


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


def start(plain: str, begin: int) -> int:
    """Return where the figure starts whose number begins at a place: at its first telling word."""
    at = first = begin
    if plain[at - 1 : at] in numbers.MINUS and not plain[at - 2 : at - 1].isalnum():
        at = first = at - 1
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
    left = plain[max(0, at - _LEFT) : at]
    between = _TIME_BETWEEN.search(left)
    if between:
        change = at - len(left) + between.start()
        if lead_before(plain, change) in framing.CHANGES:
            return change - len(lead_before(plain, change))
    objective = _OBJECT_BETWEEN.search(left)
    return at - len(left) + objective.start() if objective else first


def moves(plain: str, start: int) -> bool:
    """Return whether a figure is where a movement starts: from 5% to 6% is no range."""
    return plain[max(0, start - 8) : start].rstrip().lower().endswith(context.FROM)


def admits(plain: str, begin: int, end: int, figure: Figure, written: str) -> bool:
    """Return whether what has been read is a figure of the text.

    `begin` is where its number begins, `end` where the figure ends; `written` says how:
    digits, han, multiple or english.
    """
    before = plain[max(0, begin - _LEFT) : begin]
    if before.rstrip(" ").endswith(context.ORDINAL) or figure.kind in ("words", "nothing"):
        return False
    if _is_name(plain, begin, end, figure) or (
        figure.unit == "year" and _BASIS.match(plain[end : end + 8].lstrip())
    ):
        return False
    led = figure.bound != "=" or figure.approximate in ("about", "near")
    if written == "digits":
        return bool(figure.unit or led or figure.mark or figure.kind == "ratio") or _is_bare(
            plain, begin, end, figure
        )
    if written == "han":
        return _is_chinese_amount(figure, led=led, within=plain.startswith(context.WITHIN, end))
    number = figure.numbers[0]
    return bool(figure.unit or number.scale > 1 or led or number.step == 0)


def _is_chinese_amount(figure: Figure, *, led: bool, within: bool) -> bool:
    """Return whether Chinese numerals state an amount and are no part of a phrase: 三个方面."""
    number = figure.numbers[0]
    if figure.unit in context.TIMES:
        return figure.bound != "=" or within
    if figure.kind == "ratio" or not figure.unit:
        return bool(number.step == 0 and "分之" in number.digits) or (led and number.step == 0)
    large = number.value >= (10 if figure.approximate else 100)
    return large or led or figure.unit in context.MEASURED


def _is_name(plain: str, begin: int, end: int, figure: Figure) -> bool:
    """Return whether the number is part of a name: “161工程”, 5G, 1+X, 表2, 12333."""
    before, behind = plain[max(0, begin - _LEFT) : begin], plain[end : end + 12]
    last = plain[end - 1]
    if last in context.GENERATIONS and not figure.unit:
        return True
    if last == "+" and behind[:1].isalnum():
        return True
    if behind[:1].isascii() and behind[:1].isalpha():
        return True
    quote = context.QUOTES.get(before[-1:])
    if quote and (behind[:1] != quote or not (figure.unit or figure.mark)):
        return True
    if figure.unit:
        return False
    word = _LAST_WORD.search(before.lower())
    named = (
        word.group(1) in context.NAMING
        if word
        else any(before.rstrip(" ").endswith(name) for name in context.NAMING if name[0] > _WIDE)
    )
    calls = plain[begin:end].isdecimal() and end - begin >= 3
    return named or (
        calls and bool(_CALLING.search(before.lower()[-8:] + "\n" + behind.lower()[:6]))
    )


def _is_bare(plain: str, begin: int, end: int, figure: Figure) -> bool:
    """Return whether digits without a unit are an amount: in a cell, or counting a word of English."""
    following = plain[end : end + 1]
    if figure.numbers[0].scale > 1:
        return True
    if following > _WIDE and following.isalpha():
        return False  # 9大产业
    digits = plain[begin:end]
    if digits.isdecimal() and len(digits) >= 8:
        return False
    if figure.kind == "number" and re.fullmatch(_YEAR, digits):
        return _is_no_year(plain, begin, end)
    return True


def _is_no_year(plain: str, begin: int, end: int) -> bool:
    """Return whether a number such as 2000 is an amount: beside other amounts in a row of cells."""
    line = plain.rfind("\n", 0, begin) + 1
    stop = plain.find("\n", end)
    row = plain[line : stop if stop >= 0 else len(plain)]
    cells = [cell.strip() for cell in re.split(r"[|\t]", row)]
    if len(cells) < 2 or plain[begin:end] not in cells:
        return False
    return any(cell[:1].isdigit() and not re.match(_YEAR, cell) for cell in cells)


def clause(plain: str, start: int, since: int) -> str:
    """Return the clause before a figure, as far as the figure before it; brackets stay in it."""
    at, depth = start, 0
    since = max(since, start - 2 * _LEFT)
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


def per_people(clause: str) -> str:
    """Return what a clause says a figure is per, as 每千人口, or nothing."""
    told = _PER_PEOPLE.search(clause)
    return units.PER_PEOPLE[told.group()] if told else ""
