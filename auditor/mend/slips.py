"""The slips that a figure may have suffered, each undone by a single edit of what is printed.

Nothing is decided here: an edit is only a candidate, and whether it restores consistency is
found by trying it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from heapq import nsmallest
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.facts import Fact
from auditor.figure.lexer import NORMAL
from auditor.figure.words.units import HEADCOUNTS
from auditor.finding import EMPTY
from auditor.phrases import amount, basis_word
from auditor.sheet import Entry
from auditor.wording import Fields, Wording


class Edit(NamedTuple):
    """One edit of a figure: the entry as it would be, and what kind of slip it undoes.

    `text` is what would be printed instead, empty when only what the sheet says of the figure
    changes; `cost` orders the kinds, a slip of the pen before another figure altogether. A slip
    of `digits` is believed only where a figure must have one value: of one that must merely
    be large enough, some digit or other always settles it.
    """

    entry: Entry
    text: str
    reason: Wording
    cost: int
    digits: bool = False
    fields: Fields = EMPTY


class _Slip(NamedTuple):
    reason: Wording
    cost: int = 1
    digits: bool = False


def _slip(*, en: str, zh: str, cost: int = 1, digits: bool = False) -> _Slip:
    return _Slip(Wording(en=en, zh=zh), cost, digits)


_CHANGED = _slip(en="one digit changed", zh="改动一位数字", digits=True)
_SWAPPED = _slip(en="two digits swapped", zh="相邻两位数字颠倒", digits=True)
_MISSING = _slip(en="a digit left out", zh="漏写一位数字", digits=True)
_DOUBLED = _slip(en="a digit too many", zh="多写一位数字", digits=True)
_POINT = _slip(en="the decimal point moved", zh="小数点错位", digits=True)
_PLACE = _slip(en="万 or 亿 dropped or doubled", zh="漏写或多写“万”“亿”")
_ZEROS = _slip(en="万 or 亿 dropped or doubled", zh="漏写或多写“万”“亿”", cost=2)
_SIGN = _slip(en="the sign dropped or added", zh="正负号有误", digits=True)
_BOUND = _slip(en="the bound turned round", zh="上下限写反")
_UNIT = _slip(en="one unit written for another", zh="计量单位写错")
_BASIS = _slip(en="annual written for cumulative, or the reverse", zh="年度数与累计数混淆", cost=2)
_UNIT_BESIDE = _slip(en="with {unit} as the unit beside it", zh="旁注单位改为{unit}")
_BASIS_BESIDE = _slip(en="taken as {basis}", zh="按{basis}数理解", cost=2)
_VALUE = _slip(en="the value that fits", zh="按关系推算的数值", cost=3)
_ENOUGH = _slip(en="the nearest value that would do", zh="恰能满足要求的数值", cost=3)

_NUMERAL: Final = re.compile(r"\d[\d,.   ]*")
_NOT_A_DIGIT: Final = re.compile(r"\D")
_TENFOLD: Final = frozenset(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
_PLACES: Final = MappingProxyType({"万": Fraction(10) ** 4, "亿": Fraction(10) ** 8})
_BOUNDS: Final = (
    ("以上", "以下"), ("以上", "以内"), ("不低于", "不高于"), ("不少于", "不超过"), ("至少", "至多"),
    ("≥", "≤"), (">=", "<="), (">", "<"), ("超过", "低于"), ("at least", "at most"),
    ("no less than", "no more than"), ("or more", "or less"), ("above", "below"), ("over", "under"),
)  # fmt: skip
_UNITS: Final = (("人次", "人"), ("person-times", "persons"), ("个百分点", "%"))
_BASES: Final = (
    ("每年", "五年"),
    ("年均", "累计"),
    ("a year", "in total"),
    ("per year", "in total"),
)
_OTHER_BASIS: Final = MappingProxyType(
    {"annual": "cumulative", "average": "cumulative", "cumulative": "annual"}
)
_OTHER_HEADS: Final = MappingProxyType({"person": "人次", "person_time": "人"})
_NEVER_SCALED: Final = frozenset(("percent", "percentage_point"))
_NEAREST: Final = 4
_MOST_DIGITS: Final = 15


class Numeral(NamedTuple):
    """The digits of a figure: where they stand in its text, and what one of their last is worth.

    `before` and `behind` are the text around them, `digits` the bare digits, `decimals` how
    many of them stand behind the decimal sign, `step` the worth of the last in base units.
    """

    before: str
    written: str
    behind: str
    digits: str
    decimals: int
    step: Fraction
    comma: bool

    def value(self, digits: str) -> Fraction:
        """Return what other digits at this place would be worth, in base units."""
        return int(digits or "0") * self.step

    def text(self, digits: str, decimals: int) -> str:
        """Return the figure with other digits, grouped as these are."""
        digits = digits.rjust(decimals + 1, "0")
        whole, rest = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
        group = "." if self.comma else ","
        if group in self.written.rpartition("," if self.comma else ".")[0] or (
            group in self.written and not self.decimals
        ):
            whole = f"{int(whole):,}".replace(",", group)
        point = "," if self.comma else "."
        return f"{self.before}{whole}{point if rest else ''}{rest}{self.behind}"


def numeral(fact: Fact, *, comma: bool = False) -> Numeral | None:
    """Return the digits of a figure that is one number written in digits; None of any other."""
    figure = fact.figure
    if figure.kind != "number" or not fact.step:
        return None
    written = figure.numbers[0].digits
    at = fact.entry.says.translate(NORMAL).find(written)
    digits = _NOT_A_DIGIT.sub("", written)
    if at < 0 or not _NUMERAL.fullmatch(written) or len(digits) > _MOST_DIGITS:
        return None
    decimals = len(_NOT_A_DIGIT.sub("", written.rpartition("," if comma else ".")[2]))
    decimals = decimals if ("," if comma else ".") in written else 0
    step = fact.value / int(digits) if int(digits) else fact.step
    end = at + len(written)
    says = fact.entry.says
    return Numeral(says[:at], written, says[end:], digits, decimals, step, comma)


def towards(fact: Fact, own: Numeral, value: Fraction, *, exactly: bool = False) -> Iterator[Edit]:
    """Return the edits that make a figure state `value`, in base units, as far as its digits reach."""
    counted = value / own.step
    if counted < 0:
        return
    whole = counted.numerator // counted.denominator
    for number in (whole,) if whole == counted else () if exactly else (whole, whole + 1):
        digits = str(number).rjust(own.decimals + 1, "0")
        if digits.lstrip("0") != own.digits.lstrip("0"):
            yield _digits(fact, own, digits)
    exact = amount(counted)
    if whole != counted and "/" not in exact and len(exact.partition(".")[2]) <= 2:
        head, _, tail = exact.partition(".")
        yield _edit(fact, own.text(head + tail, own.decimals + len(tail)), _VALUE)


def enough(edit: Edit) -> Edit:
    """Return an edit to another value as it is told where values beyond would do as well."""
    return edit._replace(reason=_ENOUGH.reason) if edit.reason is _VALUE.reason else edit


def near(fact: Fact, own: Numeral, value: Fraction) -> Iterator[Edit]:
    """Return the edits of a single digit that bring a figure nearest to `value`."""
    now = abs(fact.value - value)
    ways = {digits: abs(own.value(digits) - value) for digits in _single_digits(own.digits)}
    nearest = nsmallest(_NEAREST, ways, key=lambda digits: ways[digits])
    for digits in nearest:
        if ways[digits] < now:
            yield _digits(fact, own, digits)


def slips(fact: Fact, own: Numeral | None) -> Iterator[Edit]:
    """Return the edits of a figure that do not depend on what it should be."""
    if own is not None:
        yield from _other_places(fact, own)
        if own.before.endswith(("-", "−")):
            yield _edit(fact, own.before[:-1] + own.written + own.behind, _SIGN)
        elif fact.value < 0 or fact.unit in _NEVER_SCALED:
            yield _edit(fact, f"{own.before}-{own.written}{own.behind}", _SIGN)
    says = fact.entry.says
    for pairs, slip in ((_BOUNDS, _BOUND), (_UNITS, _UNIT), (_BASES, _BASIS)):
        for pair in pairs:
            for one, other in (pair, pair[::-1]):
                if one in says and (other not in says or other in one):
                    yield _edit(fact, says.replace(one, other, 1), slip)
    yield from _beside(fact)


def _beside(fact: Fact) -> Iterator[Edit]:
    """Return the edits of what stands beside a figure, and not in it: its unit, its basis."""
    entry, heads = fact.entry, _OTHER_HEADS.get(fact.unit)
    if heads and fact.unit in HEADCOUNTS and "人" not in entry.says:
        beside = (entry.unit or entry.beside).replace("人次", "人")
        if "人" in beside:
            changed = entry._replace(unit=beside.replace("人", heads))
            yield Edit(changed, "", *_UNIT_BESIDE, {"unit": changed.unit})
    other = _OTHER_BASIS.get(fact.key.basis)
    if other and not fact.figure.basis:
        yield Edit(entry._replace(basis=other), "", *_BASIS_BESIDE, {"basis": basis_word(other)})


def _other_places(fact: Fact, own: Numeral) -> Iterator[Edit]:
    """Return the figure with 万 or 亿 put in, left out, or one for the other, and ten times more or less."""
    behind = own.behind.lstrip()
    now = next((place for place in _PLACES if behind.startswith(place)), "")
    rest = behind.removeprefix(now)
    for place in ("", *_PLACES):
        if place != now and fact.unit not in _NEVER_SCALED:
            yield _edit(fact, own.before + own.written + place + rest, _PLACE)
    for tens in _TENFOLD:
        for edit in towards(fact, own, fact.value * tens, exactly=True):
            yield Edit(edit.entry, edit.text, *_POINT)


def _digits(fact: Fact, own: Numeral, digits: str) -> Edit:
    was, now, decimals = own.digits.lstrip("0") or "0", digits.lstrip("0") or "0", own.decimals
    slip = _kind_of(was, now)
    if decimals and was.rstrip("0") == now.rstrip("0") and digits.endswith("0" * decimals):
        slip = _POINT if slip is _MISSING else slip
        digits, decimals = digits[: len(digits) - decimals], 0
    return _edit(fact, own.text(digits, decimals), slip)


def _edit(fact: Fact, text: str, slip: _Slip) -> Edit:
    return Edit(fact.entry._replace(says=text), text, *slip)


def _kind_of(was: str, digits: str) -> _Slip:
    """Return which slip turned `digits` into `was`."""
    if len(was) == len(digits):
        differ = [index for index in range(len(was)) if was[index] != digits[index]]
        if len(differ) == 1:
            return _CHANGED
        first, last = differ[0], differ[-1]
        if (
            len(differ) == 2
            and last == first + 1
            and was[first : last + 1] == digits[last] + digits[first]
        ):
            return _SWAPPED
    if len(digits) == len(was) + 1 and _without_one(digits, was):
        return _MISSING
    if len(was) == len(digits) + 1 and _without_one(was, digits):
        return _DOUBLED
    zeros = abs(len(was) - len(digits))
    if was.rstrip("0") == digits.rstrip("0"):
        return _ZEROS if zeros in (4, 8) else _POINT
    return _VALUE


def _without_one(longer: str, shorter: str) -> bool:
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _single_digits(digits: str) -> Iterator[str]:
    """Return what a slip of a single digit may have been made of: one changed, missing, doubled, swapped."""
    for at, old in enumerate(digits):
        yield from (digits[:at] + new + digits[at + 1 :] for new in "0123456789" if new != old)
        yield digits[:at] + digits[at + 1 :]
        if digits[at + 1 : at + 2] not in ("", old):
            yield digits[:at] + digits[at + 1] + old + digits[at + 2 :]
    for at in range(len(digits) + 1):
        yield from (digits[:at] + new + digits[at:] for new in "0123456789")
