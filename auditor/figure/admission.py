"""Whether what has been read at a number of running text is a figure of it, or part of a name."""

from __future__ import annotations

import re
from typing import Final

from auditor.figure import codes, surroundings
from auditor.figure.lexer import A_YEAR, FIRST_WIDE
from auditor.figure.records import Figure
from auditor.figure.surroundings import LEFT, either
from auditor.figure.words import context, framing, numbers, units

_LAST_WORD: Final = re.compile(r"([a-z]+\.?)\s*$")
_MULTIPLIED: Final = re.compile(r"[0-9][ ]*[×xX*][ ]*$")
_ROW: Final = 1_000  # how much of a row of cells is looked at, on either side
# Behind a number that may have the unit of the next one: 80和90万人.
_LISTED: Final = re.compile("(?:和|与|及|以及)[0-9]")
_LONGER: Final = re.compile(context.LONGER)
_CALLING: Final = re.compile(either(context.CALLING))


def admits(plain: str, begin: int, end: int, figure: Figure, written: str) -> bool:
    """Return whether what has been read is a figure of the text.

    `begin` is where its number begins, `end` where the figure ends; `written` says how:
    digits, han, multiple or english.
    """
    before = plain[max(0, begin - LEFT) : begin]
    if before.rstrip(" ").endswith(context.ORDINAL) or figure.kind in ("words", "nothing"):
        return False
    if (
        _is_name(plain, begin, end, figure)
        or (figure.unit == "year" and surroundings.tells_a_basis(plain, end))
        or (written == "digits" and codes.in_a_word(plain, begin) and not _is_amount(figure))
        or (_behind_a_chinese_minus(plain, begin) and not _may_be_negative(figure))
    ):
        return False
    led = figure.bound != "=" or figure.approximate in ("about", "near")
    if written == "digits":
        return bool(figure.unit or led or figure.mark or figure.kind == "ratio") or _is_bare(
            plain, begin, end, figure
        )
    if written == "han":
        return _is_chinese_amount(figure, led=led, within=plain.startswith(framing.WITHIN, end))
    number = figure.numbers[0]
    return bool(figure.unit or number.scale > 1 or led or number.step == 0)


def _is_amount(figure: Figure) -> bool:
    """Return whether a unit makes a number an amount even behind a name: GDP3.5万亿元, CPI2.5%."""
    large = bool(figure.unit) and figure.numbers[-1].scale >= 10_000
    return large or figure.unit in context.MEASURED_SHARES or figure.unit[:3].isupper()


def _behind_a_chinese_minus(plain: str, begin: int) -> bool:
    """Return whether a hyphen behind a Chinese character is the sign: 增速为-3.5%, but 附件-1."""
    return plain[begin - 1 : begin] == "-" and plain[begin - 2 : begin - 1] > FIRST_WIDE


def _may_be_negative(figure: Figure) -> bool:
    counted = figure.unit in units.COUNTED and not figure.change
    return bool(figure.unit) and figure.unit not in context.TIMES and not counted


def whole_unit(plain: str, end: int, figure: Figure) -> tuple[int, Figure] | None:
    """Return where a figure ends, and the figure; None where its unit is part of another word.

    12部门 is no machines, 10块绿地 no money; 200个村民小组 are things, no villages.
    """
    longer = figure.unit and _LONGER.match(plain, end - 1)
    if not longer:
        return end, figure
    counter = plain.rfind("个", max(0, end - 3), end)
    if counter < 0:
        return None
    return counter + 1, figure._replace(unit=units.UNITS["个"])


def _is_chinese_amount(figure: Figure, *, led: bool, within: bool) -> bool:
    """Return whether Chinese numerals state an amount and are no part of a phrase: 三个方面."""
    number = figure.numbers[0]
    if figure.unit in context.TIMES:
        return figure.bound != "=" or within
    if figure.kind == "ratio" or not figure.unit:
        return bool(number.step == 0 and numbers.DIVISION in number.digits) or (
            led and number.step == 0
        )
    large = number.value >= (10 if figure.approximate else 100)
    return large or led or figure.unit in context.MEASURED


def _is_name(plain: str, begin: int, end: int, figure: Figure) -> bool:
    """Return whether the number is part of a name: “161工程”, 5G, 1+X, 表2, 12333."""
    before, behind = plain[max(0, begin - LEFT) : begin], plain[end : end + 12]
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
        else any(
            before.rstrip(" ").endswith(name) for name in context.NAMING if name[0] > FIRST_WIDE
        )
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
    if _MULTIPLIED.search(plain, max(0, begin - 8), begin):
        return False  # 3×5
    if following > FIRST_WIDE and following.isalpha() and not _LISTED.match(plain, end):
        return False  # 9大产业
    digits = plain[begin:end]
    if digits.isdecimal() and len(digits) >= 8:
        return False
    if figure.kind == "number" and re.fullmatch(A_YEAR, digits):
        return _is_no_year(plain, begin, end)
    return True


def _is_no_year(plain: str, begin: int, end: int) -> bool:
    """Return whether a number such as 2000 is an amount: beside other amounts in a row of cells."""
    before, after = plain[max(0, begin - _ROW) : begin], plain[end : end + _ROW]
    row = before.rpartition("\n")[2] + plain[begin:end] + after.partition("\n")[0]
    cells = [cell.strip() for cell in re.split(r"[|\t]", row)]
    if len(cells) < 2 or plain[begin:end] not in cells:
        return False
    return any(cell[:1].isdigit() and not re.match(A_YEAR, cell) for cell in cells)
