"""How amounts, bounds, bases and periods are told, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Final

from auditor.facts import Fact
from auditor.figure.words import units as unit_words
from auditor.interval import Interval
from auditor.wording import Fields, Lang, Wording

_NO_BREAK = "\u202f"
_SHOWN_DIGITS = 6
_LARGE = 10**6
_PLACES: Final[Mapping[Lang, tuple[tuple[int, str], ...]]] = MappingProxyType(
    {"en": ((10**9, "bn"), (10**6, "m")), "zh": ((10**8, "亿"), (10**4, "万"))}
)

_WIDE = "\u2e80"
_SCALES: Final = MappingProxyType(
    {100: "百", 1_000: "千", 10_000: "万", 100_000: "十万", 10**6: "百万", 10**8: "亿"}
)
_BOUNDS: Final = MappingProxyType(
    {
        "=": Wording(en="{n}", zh="{n}"),
        ">=": Wording(en="at least {n}", zh="不低于 {n}"),
        ">": Wording(en="more than {n}", zh="高于 {n}"),
        "<=": Wording(en="at most {n}", zh="不超过 {n}"),
        "<": Wording(en="less than {n}", zh="低于 {n}"),
    }
)
_APPROXIMATE: Final = MappingProxyType(
    {
        "about": Wording(en="about {n}", zh="约 {n}"),
        "near": Wording(en="just under {n}", zh="近 {n}"),
        "over": Wording(en="somewhat over {n}", zh="{n} 余"),
    }
)
_SIGNS: Final = MappingProxyType({"=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< "})
_CHANGES: Final = MappingProxyType(
    {
        "rise_by": Wording(en="up {n}", zh="提高 {n}"),
        "fall_by": Wording(en="down {n}", zh="降低 {n}"),
    }
)
_BASES: Final = MappingProxyType(
    {
        "": Wording(en="", zh=""),
        "cumulative": Wording(en=", cumulative", zh="，累计"),
        "annual": Wording(en=" a year", zh="，每年"),
        "average": Wording(en=" a year on average", zh="，年均"),
    }
)
_BASIS_NAMES: Final = MappingProxyType(
    {
        "": Wording(en="basis unstated", zh="口径未注明"),
        "cumulative": Wording(en="cumulative", zh="累计"),
        "annual": Wording(en="each year", zh="年度"),
        "average": Wording(en="mean of the years", zh="年均"),
    }
)
_ROLES: Final = MappingProxyType(
    {
        "": Wording(en="", zh=""),
        "target": Wording(en="target", zh="目标"),
        "actual": Wording(en="result", zh="实绩"),
    }
)
UNITS: Final = MappingProxyType(
    {
        "person": Wording(en="persons", zh="人"),
        "person_time": Wording(en="person-times", zh="人次"),
        "household": Wording(en="households", zh="户"),
        "establishment": Wording(en="establishments", zh="家"),
        "item": Wording(en="items", zh="个"),
        "percent": Wording(en="%", zh="%"),
        "percentage_point": Wording(en="percentage points", zh="个百分点"),
        "CNY": Wording(en="CNY", zh="元"),
        "square_meter": Wording(en="m²", zh="平方米"),
    }
)


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


def shown(value: Fraction) -> str:
    """Return a number for a reader: digits in groups of three, a long fraction cut short with ≈."""
    text = amount(value)
    mark = ""
    if "/" in text or len(text.partition(".")[2]) > _SHOWN_DIGITS:
        text, mark = amount(round(value, 4)), "≈"
    whole, dot, decimals = text.lstrip("-").partition(".")
    grouped = f"{int(whole):,}".replace(",", _NO_BREAK) if len(whole) > 4 else whole
    return mark + ("−" if text.startswith("-") else "") + grouped + dot + decimals


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


@cache
def unit_name(unit: str) -> Wording:
    """Return a name for a reader of a unit of the registry or a quotient of some."""
    if unit in UNITS:
        return UNITS[unit]
    if "/" in unit:
        named = [unit_name(part) for part in unit.split("/")]
        return {"en": "/".join(n["en"] for n in named), "zh": "/".join(n["zh"] for n in named)}
    for scale, prefix in unit_words.PREFIXES.items():
        if unit.startswith(prefix):
            base = unit_name(unit.removeprefix(prefix))
            return {
                "en": f"{shown(Fraction(scale))} {base['en']}",
                "zh": _SCALES[scale] + base["zh"],
            }
    chinese = (word for word, name in unit_words.UNITS.items() if name == unit and word > _WIDE)
    plain = unit.replace("_", " ").replace("**", "^")
    return {"en": plain, "zh": next(chinese, plain)}


def distance(value: Fraction, unit: str) -> Wording:
    """Return how far two amounts in a base unit are apart; of per cent, in percentage points."""
    name = unit_name("percentage_point" if unit == "percent" else unit)
    english = name["en"].removesuffix("s") if value == 1 else name["en"]
    return {
        "en": f"{shown(value)} {english}".rstrip(),
        "zh": f"{shown(value)} {name['zh']}".rstrip(),
    }


def reading(fact: Fact) -> tuple[Wording, Fields]:
    """Return how a figure is read: bound, number in base units, basis."""
    figure = fact.figure
    if figure.kind in ("words", "ratio"):
        return {"en": "", "zh": ""}, {}
    form = _APPROXIMATE.get(figure.approximate) or _BOUNDS[figure.bound]
    factor = fact.measure.factor
    numbers = "–".join(shown(number.value * factor) for number in figure.numbers)
    basis = _BASES[fact.key.basis]
    sign = "%" if fact.unit == "percent" else ""
    return (
        {"en": form["en"] + basis["en"], "zh": form["zh"] + basis["zh"]},
        {"n": numbers + sign},
    )


def brief(fact: Fact, lang: Lang, unit: str = "") -> str:
    """Return how a figure is read in few characters: `≥ 9000, cumulative`; nothing of words and ratios.

    A unit is told only where one is given.
    """
    figure = fact.figure
    if not figure.numeric:
        return ""
    ends = [number.value * fact.measure.factor for number in figure.numbers]
    told_ends = [
        coarse(end, fact.step, lang) if "/" in amount(end) else few(end, lang) for end in ends
    ]
    numbers = "–".join(told_ends)
    form = _APPROXIMATE.get(figure.approximate)
    told = form[lang].format(n=numbers.strip("≈")) if form else _SIGNS[figure.bound] + numbers
    joint = "" if told.endswith(("万", "亿")) else " "
    told += "%" if fact.base_unit == "percent" else joint + unit if unit else ""
    moved = _CHANGES.get(fact.key.change)
    told = moved[lang].format(n=told) if moved else told
    basis, period = fact.key.basis, fact.key.period
    evident = basis == "annual" and period is not None and period.years == 1
    return told if evident else told + _BASES[basis][lang]


def basis_word(basis: str) -> Wording:
    """Return the name of a basis alone: cumulative, each year, mean of the years."""
    return _BASIS_NAMES[basis]


def basis_name(fact: Fact) -> Wording:
    """Return what a fact is for: each year, a mean of years, or a stretch of them."""
    name, period = _BASIS_NAMES[fact.key.basis], str(fact.key.period or "")
    return {"en": f"{name['en']} {period}".strip(), "zh": f"{period} {name['zh']}".strip()}


def basis_and_unit(fact: Fact) -> Wording:
    """Return what a fact counts and what it is for, where others count something else."""
    basis, unit = basis_name(fact), unit_name(fact.base_unit)
    return {"en": f"{unit['en']}, {basis['en']}", "zh": f"{basis['zh']}，{unit['zh']}"}


def heading(fact: Fact) -> Wording | None:
    """Return what a fact is about, apart from its indicator's name: scope, role, period."""
    key = fact.key
    period = "" if key.period is None else f" {key.period}"
    scope = f" ({key.scope})" if key.scope else ""
    role = _ROLES[key.role]
    return {
        "en": f"{scope}, {role['en']}{period}" if key.role else scope,
        "zh": f"{scope}，{role['zh']}{period}" if key.role else scope,
    }
