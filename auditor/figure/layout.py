"""How numbers of running text stand side by side: parted by spaces, or as a list with one unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from auditor.figure.codes import counts
from auditor.figure.lexer import FIRST_WIDE, normal
from auditor.figure.reader import exchanged
from auditor.figure.records import Figure
from auditor.figure.words import context


class Found(NamedTuple):
    """A figure of a text, and where it starts and ends, in characters from 0."""

    start: int
    end: int
    figure: Figure


# Groups of three digits behind a space, which in a row of a table are numbers of their own.
_GROUPED: Final = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])(?:\.[0-9]+)?")
# The other end of a range that is grouped too, or what is counted: 1 000–1 500 km, 1 200 homes.
_GOES_ON: Final = re.compile(r"[ ]?[-–—~至][ ]?[0-9]{1,3} [0-9]{3}(?![0-9])|[ ](?!and\b)[a-z]{2}")
# In a sentence: a word or a currency before, an end of a clause behind.
_WORD: Final = re.compile(r"\b[a-z]{2,} $")
_PAID: Final = re.compile(r"(?:[$€£¥₹]|\b[A-Z]{3}) ?$")
_CLOSES: Final = re.compile(r"[,;]|\.(?:\s|$)")
_PARTED: Final = "\0"
# Numbers with points or commas; of them, those in which a comma can stand before decimals.
_MARKED: Final = re.compile(r"(?<![0-9])[0-9]+(?:[.,][0-9]+)+")
_WITH_COMMA: Final = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")


def parted(text: str, plain: str) -> str:
    """Return a normal text in which spaces do not group the digits of what are several numbers.

    A space that may not break a line groups; a plain one does where it is the only one and a
    unit or a word stands behind the number, or where no number could begin behind it.
    """

    def kept(numbers: re.Match[str]) -> str:
        found, start = numbers.group(), numbers.start()
        grouped = all(text[start + at] != " " for at, sign in enumerate(found) if sign == " ")
        one = found.count(" ") == 1
        amount = (
            counts(plain, numbers.end())
            or _GOES_ON.match(plain, numbers.end())
            or _PAID.search(plain, max(0, start - 8), start)
            or (
                _CLOSES.match(plain, numbers.end())
                and _WORD.search(plain, max(0, start - 20), start)
            )
        )
        if grouped or " 0" in found or (one and amount):
            return found
        return found.replace(" ", _PARTED)

    return _GROUPED.sub(kept, plain)


def with_decimal_points(text: str) -> str:
    """Return a text that writes decimals with a comma, written with a point, as long as it was.

    What is no number with a comma, such as 12.05.2024 or the section 1.5, is blanked.
    """

    def pointed(number: re.Match[str]) -> str:
        printed = number.group()
        return exchanged(printed) if _WITH_COMMA.fullmatch(printed) else _PARTED * len(printed)

    return _MARKED.sub(pointed, normal(text))


def sharing(plain: str, figures: Iterable[Found]) -> Iterator[Found]:
    """Yield figures, each bare number of a list with the unit of its last one: 80、90、100万人."""
    waiting: list[Found] = []
    for found in figures:
        if waiting and plain[waiting[-1].end : found.start] not in context.LISTING:
            yield from _alone(plain, waiting)
            waiting = []
        if _is_bare(found.figure) or _is_counter(plain, found):
            waiting.append(found)
            continue
        if waiting and found.figure.kind == "number" and found.figure.unit:
            points = found.figure.unit in context.DIFFERENCES  # 5.2个、3.1个百分点
            waiting = [
                each._replace(figure=_like(each.figure, found.figure))
                if points or not each.figure.unit
                else each
                for each in waiting
            ]
            yield from waiting
            change = waiting[0].figure.change
            if change and not found.figure.change:
                found = found._replace(figure=found.figure._replace(change=change))
        else:
            yield from _alone(plain, waiting)
        waiting = []
        yield found
    yield from _alone(plain, waiting)


_POINTS_FOLLOW: Final = re.compile(r"个(?:[、和及][0-9]+(?:\.[0-9]+)?个?){1,9}百分点")


def _is_counter(plain: str, found: Found) -> bool:
    """Return whether 个 may be that of points, told at the end of a list."""
    return found.figure.unit == "item" and _POINTS_FOLLOW.match(plain, found.end - 1) is not None


def _is_bare(figure: Figure) -> bool:
    plain = figure.kind == "number" and not figure.unit and not figure.mark
    return plain and figure.numbers[0].step != 0


def _alone(plain: str, bare: Iterable[Found]) -> Iterator[Found]:
    """Yield bare numbers that share no unit; those with a Chinese word behind are no amounts."""
    for found in bare:
        following = plain[found.end : found.end + 1]
        counted = (
            not found.figure.unit
            and following > FIRST_WIDE
            and following.isalpha()
            and found.figure.numbers[0].scale == 1
        )
        if not counted or found.figure.bound != "=" or found.figure.approximate:
            yield found


def _like(figure: Figure, last: Figure) -> Figure:
    """Return a bare figure with the unit of the last of its list, and its scale if of its size."""
    number, other = figure.numbers[0], last.numbers[0]
    if number.scale == 1 and number.value <= 10 * other.value / other.scale:
        number = number.scaled(other.scale)
    return figure._replace(numbers=(number,), unit=last.unit)
