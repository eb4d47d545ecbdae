"""The slips that a figure may have suffered, each undone by a single edit of what is printed.

Nothing is decided here: an edit is only a candidate, and whether it restores consistency is
found by trying it. All kinds of slip are taken to be about as frequent; what counts is in how
many ways one of the kind could have been made. Two neighbouring digits can be swapped in a few
ways, one digit can be changed in many, and another value altogether may be any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from heapq import nsmallest
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.facts import Fact
from auditor.finding import EMPTY
from auditor.mend.numerals import Numeral
from auditor.phrases import amount, basis_word
from auditor.sheet import Entry
from auditor.wording import Fields, Wording


class Slip(NamedTuple):
    """A kind of slip: how it is told, and in how many ways it could have been made.

    A kind that is rarer than others is given more. A slip of `digits` is believed only where a
    figure must have one value: of one that must merely be large enough, some digit or other
    always settles it.
    """

    reason: Wording
    ways: int
    digits: bool = False


class Edit(NamedTuple):
    """One edit of a figure: the entry as it would be, and the slip that it undoes.

    `text` is what would be printed instead, empty when only what the sheet says of the figure
    changes. An edit `aims` at the very value that the other figures ask for. One that adds a
    `reading` to a figure that had none must be borne out by another figure.
    """

    entry: Entry
    text: str
    slip: Slip
    ways: int
    aims: bool = False
    reading: bool = False
    fields: Fields = EMPTY


def _slip(ways: int, *, en: str, zh: str, digits: bool = False) -> Slip:
    return Slip(Wording(en=en, zh=zh), ways, digits)


# The ways of these are those of each digit.
_SWAPPED = _slip(1, en="two digits swapped", zh="相邻两位数字颠倒", digits=True)
_MISSING = _slip(1, en="a digit left out", zh="漏写一位数字", digits=True)
_CHANGED = _slip(9, en="one digit changed", zh="改动一位数字", digits=True)
_TOO_MANY = _slip(10, en="a digit too many", zh="多写一位数字", digits=True)
_DOUBLED = _TOO_MANY._replace(ways=1)
# And of these, those of each place that the point is moved.
_POINT = _slip(4, en="the decimal point moved", zh="小数点错位", digits=True)
_DROPPED = _slip(2, en="万 or 亿 dropped or doubled", zh="漏写或多写“万”“亿”")
_ADDED = _slip(32, en="万 or 亿 dropped or doubled", zh="漏写或多写“万”“亿”")
_SIGN = _slip(32, en="the sign dropped or added", zh="正负号有误", digits=True)
_BOUND = _slip(2, en="the bound turned round", zh="上下限写反")
_UNIT = _slip(2, en="one unit written for another", zh="计量单位写错")
_BASIS = _slip(2, en="annual written for cumulative, or the reverse", zh="年度数与累计数混淆")
_MARK = _slip(2, en="the mark of a total left out", zh="漏标累计数")
_MARKED = _slip(2, en="the mark of a total out of place", zh="误标累计数")
_UNIT_BESIDE = _slip(2, en="with {unit} as the unit beside it", zh="旁注单位改为{unit}")
_BASIS_BESIDE = _slip(2, en="taken as {basis}", zh="按{basis}数理解")
# As many as there are values; for each digit more than was printed, or less, so many times that.
VALUE = _slip(0, en="the value that fits", zh="按关系推算的数值", digits=True)
ENOUGH = _slip(0, en="the nearest value that would do", zh="恰能满足要求的数值", digits=True)
_FINER: Final = 4


def _either_way(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(way for one, other in pairs for way in ((one, other), (other, one)))


_TENFOLD: Final = (-1, 1, -2, 2, -3, 3)
_PLACES: Final = ("万", "亿")
_BOUNDS: Final = _either_way(
    ("以上", "以下"), ("以上", "以内"), ("不低于", "不高于"), ("不少于", "不超过"), ("不少于", "不多于"),
    ("至少", "至多"), ("≥", "≤"), (">=", "<="), (">", "<"), ("超过", "低于"), ("高于", "低于"),
    ("at least", "at most"), ("no less than", "no more than"), ("or more", "or less"),
    ("above", "below"), ("over", "under"),
)  # fmt: skip
_UNITS: Final = _either_way(("人次", "人"), ("person-times", "persons"), ("个百分点", "%"))
# Each of these for the other, one way.
_BASES: Final = (
    ("每年", "累计"), ("年均", "累计"), ("五年", "每年"), ("五年", "年均"), ("累计", "每年"),
    ("累计", "年均"), ("a year", "in total"), ("per year", "in total"), ("in total", "a year"),
)  # fmt: skip
_OTHER_BASIS: Final = MappingProxyType(
    {"annual": "cumulative", "average": "cumulative", "cumulative": "annual"}
)
_OTHER_HEADS: Final = MappingProxyType({"person": "人次", "person_time": "人"})
_NEVER_SCALED: Final = frozenset(("percent", "percentage_point"))
_NEAREST: Final = 4
_MOST_LIKELY: Final = 4


def towards(fact: Fact, own: Numeral, value: Fraction, *, exactly: bool = False) -> Iterator[Edit]:
    """Return the edits that make a figure state `value`, in base units, as far as its digits reach.

    Those come first that keep its precision, then the one that is exact.
    """
    counted = value / own.step
    if counted < 0:
        return
    whole = counted.numerator // counted.denominator
    # Halves are rounded up, so that of two that are equally near the upper comes first.
    for number in (whole,) if whole == counted else () if exactly else (whole + 1, whole):
        digits = str(number).rjust(own.decimals + 1, "0")
        if number and digits.lstrip("0") != own.digits.lstrip("0"):
            yield _digits(fact, own, digits)._replace(aims=True)
    exact = amount(counted)
    if whole != counted and "/" not in exact and len(exact.partition(".")[2]) <= 2:
        head, _, tail = exact.partition(".")
        text, ways = own.text(head + tail, own.decimals + len(tail)), 10 ** len(own.bare)
        yield _edit(fact, text, VALUE)._replace(ways=ways * _FINER ** len(tail), aims=True)


def near(fact: Fact, own: Numeral, values: Iterable[Fraction], within: Fraction) -> Iterator[Edit]:
    """Return the edits of a single digit that bring a figure near one of some values.

    That is no farther off than `within`, and of many the nearest and the likeliest.
    """
    ways, now = _single_digits(own.digits, own.decimals), int(own.digits)
    for value in values:
        aim = round(value / own.step)
        reach = min(abs(now - aim), round(abs(within / own.step)) + 1)
        close = [way for way in ways if abs(way.number - aim) <= reach]
        likely = [way.digits for way in close if way.slip.ways < _CHANGED.ways][:_MOST_LIKELY]
        nearest = nsmallest(_NEAREST, close, key=lambda way: abs(way.number - aim))
        for digits in dict.fromkeys((*likely, *(way.digits for way in nearest))):
            yield _digits(fact, own, digits)


def single(fact: Fact, own: Numeral) -> Iterator[Edit]:
    """Return the edits of a single digit of a figure that nothing else speaks of, the likeliest first."""
    for way in sorted(_single_digits(own.digits, own.decimals), key=lambda way: way.slip.ways):
        yield _digits(fact, own, way.digits)


def slips(fact: Fact, numerals: tuple[Numeral, ...], *, flow: bool) -> Iterator[Edit]:
    """Return the edits of a figure that do not depend on what it should be; `flow` if it is of one."""
    for own in numerals:
        yield from _other_places(fact, own, alone=len(numerals) == 1)
    says = fact.entry.says
    for pairs, slip in ((_BOUNDS, _BOUND), (_UNITS, _UNIT), (_BASES, _BASIS)):
        for one, other in pairs:
            if one in says and (other not in says or other in one):
                yield _edit(fact, says.replace(one, other, 1), slip)
    yield from _beside(fact, flow=flow)


def _beside(fact: Fact, *, flow: bool) -> Iterator[Edit]:
    """Return the edits of what stands around a figure's number: the unit beside it, its basis."""
    entry, heads = fact.entry, _OTHER_HEADS.get(fact.unit)
    if heads and "人" not in entry.says:
        beside = (entry.unit or entry.beside).replace("人次", "人")
        if "人" in beside:
            unit = beside.replace("人", heads)
            changed = entry._replace(unit=unit)
            yield Edit(changed, "", _UNIT_BESIDE, _UNIT_BESIDE.ways, fields={"unit": unit})
    other = _OTHER_BASIS.get(fact.key.basis)
    if fact.figure.basis:
        bare = entry.says.strip("〔〕").removeprefix("累计")
        if not flow and bare != entry.says:
            yield _edit(fact, bare, _MARKED)
        return
    for basis in (other,) if other else ("cumulative", "annual") if flow else ():
        if basis == "cumulative" and entry.table and not fact.key.basis:
            yield _edit(fact, f"〔{entry.says}〕", _MARK)._replace(reading=True)
            continue
        changed, told = entry._replace(basis=basis), {"basis": basis_word(basis)}
        ways = _BASIS_BESIDE.ways * (2 if entry.table else 1)  # a column is headed for all its rows
        yield Edit(changed, "", _BASIS_BESIDE, ways, reading=not fact.key.basis, fields=told)


def _other_places(fact: Fact, own: Numeral, *, alone: bool) -> Iterator[Edit]:
    """Return the figure with its sign or its point elsewhere, and with 万 or 亿 put in or left out."""
    for tens in _TENFOLD:
        for edit in towards(fact, own, own.value * Fraction(10) ** tens, exactly=True):
            yield edit._replace(slip=_POINT, ways=_POINT.ways ** abs(tens), aims=False)
    if not (alone and own.value):
        return
    behind = own.behind.lstrip()
    now = next((place for place in _PLACES if behind.startswith(place)), "")
    rest = behind.removeprefix(now)
    for place in ("", *_PLACES):
        if place != now and fact.unit not in _NEVER_SCALED:
            text = own.before + own.written + place + rest
            yield _edit(fact, text, _ADDED if now else _DROPPED)
    if own.before.endswith(("-", "−")):
        yield _edit(fact, own.before[:-1] + own.written + own.behind, _SIGN)
    elif fact.value < 0 or fact.unit in _NEVER_SCALED:
        yield _edit(fact, f"{own.before}-{own.written}{own.behind}", _SIGN)


def _digits(fact: Fact, own: Numeral, digits: str) -> Edit:
    was, now, decimals = own.bare, digits.lstrip("0") or "0", own.decimals
    slip = _kind_of(was, now)
    if decimals and was.rstrip("0") == now.rstrip("0"):
        slip = slip if slip is _ADDED else _POINT
        if digits.endswith("0" * decimals):
            digits, decimals = digits[: len(digits) - decimals], 0
    edit = _edit(fact, own.text(digits, decimals), slip)
    if slip is VALUE:
        longer = max(abs(len(now) - len(was)) - 1, 0)  # but for one, as 998 is to 1002
        return edit._replace(ways=10 ** len(was) * _FINER**longer)
    places = len(was) + (slip is _MISSING) - (slip is _SWAPPED)
    return edit._replace(ways=slip.ways * places) if slip.digits else edit


def _edit(fact: Fact, text: str, slip: Slip) -> Edit:
    return Edit(fact.entry._replace(says=text), text, slip, slip.ways)


def _kind_of(was: str, now: str) -> Slip:
    """Return the slip that made some digits of others, each without zeros in front."""
    if len(was) == len(now):
        differ = [index for index in range(len(was)) if was[index] != now[index]]
        first, last = differ[0], differ[-1]
        if len(differ) == 1:
            return _CHANGED
        if (
            len(differ) == 2
            and last == first + 1
            and was[first : last + 1] == now[last] + now[first]
        ):
            return _SWAPPED
    if len(now) == len(was) + 1 and _left_out(now, was) is not None:
        return _MISSING
    if len(was) == len(now) + 1 and (at := _left_out(was, now)) is not None:
        return _DOUBLED if was[at] in was[at + 1 : at + 2] else _TOO_MANY
    if was.rstrip("0") == now.rstrip("0"):
        return _ADDED if abs(len(now) - len(was)) in (4, 8) else _POINT
    return VALUE


def _left_out(longer: str, shorter: str) -> int | None:
    """Return where a digit of some is left out in others, the first of several alike; None if none is."""
    at = next((at for at, digit in enumerate(shorter) if digit != longer[at]), len(shorter))
    if longer[at + 1 :] != shorter[at:]:
        return None
    while at and longer[at - 1] == longer[at]:
        at -= 1
    return at


class _Way(NamedTuple):
    digits: str
    number: int
    slip: Slip


@lru_cache(maxsize=64)
def _single_digits(digits: str, decimals: int) -> tuple[_Way, ...]:
    """Return what a slip of a single digit may have been made of: one changed, missing, doubled, swapped.

    None of them is zero, or begins with a needless one.
    """
    found: dict[str, None] = {}
    for at, old in enumerate(digits):
        for new in "0123456789":
            found[digits[:at] + new + digits[at + 1 :]] = None
        found[digits[:at] + digits[at + 1 :]] = None
        if digits[at + 1 : at + 2] not in ("", old):
            found[digits[:at] + digits[at + 1] + old + digits[at + 2 :]] = None
    for at in range(len(digits) + 1):
        for new in "0123456789":
            found[digits[:at] + new + digits[at:]] = None
    was = digits.lstrip("0")
    return tuple(
        _Way(now, int(now), _kind_of(was or "0", bare))
        for now in found
        if (bare := now.lstrip("0")) not in ("", was)
        and (len(now) <= decimals + 1 or not now.startswith("0"))
    )
