"""How numbers and intervals are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from auditor.interval import Interval
from auditor.wording import Lang

_NO_BREAK = "\u202f"
_SHOWN_DIGITS = 6
# What is cut short keeps so many decimals, and at least two digits that are not leading zeros.
_KEPT = 4
_LARGE = 10**6
_PLACES: Final[Mapping[Lang, tuple[tuple[int, str], ...]]] = MappingProxyType(
    {"en": ((10**9, "bn"), (10**6, "m")), "zh": ((10**8, "亿"), (10**4, "万"))}
)
_CHINESE_PLACES: Final = tuple(word for _, word in _PLACES["zh"])


def amount(value: Fraction) -> str:
    """Return a number as a decimal string, or as `a/b` when it has no finite one."""
    rest = value.denominator
    twos = (rest & -rest).bit_length() - 1
    rest >>= twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return ("-" if value < 0 else "") + text


def amount_if_any(value: Fraction | None) -> str:
    """Return a number as a decimal string or as `a/b`, nothing where there is none."""
    return "" if value is None else amount(value)


def shown(value: Fraction) -> str:
    """Return a number for a reader: digits in groups of three, a long fraction cut short with ≈."""
    text = amount(value)
    mark = ""
    if "/" in text or len(text.partition(".")[2]) > _SHOWN_DIGITS:
        text, mark = amount(round(value, _kept(value))), "≈"
    whole, dot, decimals = text.lstrip("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", _NO_BREAK) if len(whole) > 4 else whole
    return mark + ("−" if text.startswith("-") else "") + grouped + dot + decimals


def _kept(value: Fraction) -> int:
    """Return to how many decimals a number is cut short."""
    places = _KEPT
    while value and abs(value) * 10**places < 10:
        places += 1
    return places


def compact(value: Fraction, lang: Lang) -> str:
    """Return a number in few characters and in one word, with a place behind it: 1.59亿, 2.5m."""
    for place, word in _PLACES[lang]:
        if abs(value) >= max(place, _LARGE):
            return shown(value / place).replace(_NO_BREAK, "") + word
    return shown(value).replace(_NO_BREAK, "")


def few(value: Fraction, lang: Lang) -> str:
    """Return a number for a reader: in full up to a million, from there on with a place behind it.

    Chinese readers are told 万 from ten thousand on, where that leaves no more than two decimals.
    """
    if lang == "zh" and 10**4 <= abs(value) < _LARGE and value % 100 == 0:
        return f"{shown(value / 10**4)}万"
    return compact(value, lang) if abs(value) >= _LARGE else shown(value)


def joint_behind(told: str) -> str:
    """Return what stands between a number and the name of its unit: nothing behind 万 or 亿."""
    return "" if told.endswith(_CHINESE_PLACES) else " "


def coarse(value: Fraction, step: Fraction, lang: Lang) -> str:
    """Return a number told no finer than `step`, with ≈ where that cuts it short."""
    place = _place(step) if step > 0 else Fraction(1, 10**_SHOWN_DIGITS)
    cut = round(value / place) * place
    return ("" if cut == value else "≈") + few(cut, lang)


def percentage(value: Fraction, doubt: Fraction, *, signed: bool = False) -> str:
    """Return a percentage to one decimal, or to none where `doubt`, its possible error, is larger."""
    decimals = 1 if doubt <= Fraction(1, 2) else 0
    cut = round(abs(value), decimals)
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    if value and not cut:
        return f"{sign}<{'0.1' if decimals else '1'}%"
    text = shown(cut)
    return f"{sign}{text}{'' if '.' in text or not decimals else '.0'}%"


def _place(step: Fraction) -> Fraction:
    """Return the largest power of ten that is not above `step`."""
    place = Fraction(10) ** (len(str(step.numerator)) - len(str(step.denominator)))
    while place > step:
        place /= 10
    return place * 10 if place * 10 <= step else place


def span(interval: Interval, show: Callable[[Fraction], str] = shown) -> str:
    """Return an interval in the notation of ISO 80000-2: brackets for closed, parentheses for open ends."""
    if interval.low is not None and interval.low == interval.high:
        return show(interval.low)
    low = (
        "(−∞"
        if interval.low is None
        else ("[" if interval.low_closed else "(") + show(interval.low)
    )
    high = (
        "+∞)"
        if interval.high is None
        else show(interval.high) + ("]" if interval.high_closed else ")")
    )
    return f"{low}, {high}"
