"""How facts are told: their bounds, bases and periods."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from auditor.facts import Fact
from auditor.figure.words import units as unit_words
from auditor.phrases.numbers import amount, coarse, few, joint_behind, shown
from auditor.phrases.units import SHARE_SIGNS, Unit, printed_unit, unit_name
from auditor.wording import Field, Fields, Lang, Wording, quote

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
        "several": Wording(en="several times {n}", zh="{n} 的几倍"),
    }
)
_SIGNS: Final = MappingProxyType({"=": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< "})
_CHANGES: Final = MappingProxyType(
    {
        "rise_by": Wording(en="up {n}", zh="提高 {n}"),
        "fall_by": Wording(en="down {n}", zh="降低 {n}"),
        "move_by": Wording(en="by {n}", zh="变动 {n}"),
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


def cited(fact: Fact) -> Field:
    """Return a figure as printed, in brackets the unit that stands beside it if it prints none."""
    entry, scale = fact.entry, fact.scale
    printed, beside = quote(entry.says), quote(entry.unit or entry.beside)
    name: Wording = {"en": beside, "zh": beside}
    if not beside and scale in unit_words.PREFIXES and fact.measure.dimension:
        name = unit_name(f"{unit_words.PREFIXES[int(scale)]}{fact.unit}")
    of_one = fact.base_unit == "percent" and fact.figure.parts_of_one
    if fact.figure.unit or not fact.figure.numeric or not name["en"] or of_one:
        return printed
    return {"en": f"{printed} ({name['en']})", "zh": f"{printed}（{name['zh']}）"}


def reading(fact: Fact) -> tuple[Wording, Fields]:
    """Return how a figure is read: bound, number in the unit that it prints, basis."""
    figure = fact.figure
    if not figure.numeric:
        return {"en": "", "zh": ""}, {}
    form = _APPROXIMATE.get(figure.approximate) or _BOUNDS[figure.bound]
    numbers = "–".join(shown(number.value * fact.scale) for number in figure.numbers)
    basis = _BASES[fact.key.basis]
    sign = SHARE_SIGNS.get(fact.unit, "")
    return (
        {"en": form["en"] + basis["en"], "zh": form["zh"] + basis["zh"]},
        {"n": numbers + sign},
    )


def brief(fact: Fact, lang: Lang, unit: Unit | None = None, *, named: bool = False) -> str:
    """Return how a figure is read in few characters: `≥ 9000, cumulative`; nothing of words and ratios.

    It is told in a unit that it can be told in, by default the one that it prints.
    """
    figure, unit = fact.figure, unit or printed_unit(fact)
    if not figure.numeric:
        return ""
    factor = fact.measure.factor / unit.factor
    ends, step = [number.value * factor for number in figure.numbers], figure.step * factor
    told_ends = [coarse(end, step, lang) if "/" in amount(end) else few(end, lang) for end in ends]
    numbers = "–".join(told_ends)
    form = _APPROXIMATE.get(figure.approximate)
    told = form[lang].format(n=numbers.strip("≈")) if form else _SIGNS[figure.bound] + numbers
    name = unit.wording[lang] if named else ""
    told += SHARE_SIGNS.get(unit.name) or (joint_behind(told) + name if name else "")
    moved = _CHANGES.get(fact.figure.change)
    told = moved[lang].format(n=told) if moved else told
    return told + basis_told(fact)[lang]


def basis_told(fact: Fact) -> Wording:
    """Return the basis of a figure as it is told behind it, nothing for a year's own."""
    basis, period = fact.key.basis, fact.key.period
    evident = basis == "annual" and period is not None and period.years == 1
    return _BASES["" if evident else basis]


def basis_word(basis: str) -> Wording:
    """Return the name of a basis alone: cumulative, each year, mean of the years."""
    return _BASIS_NAMES[basis]


def basis_name(fact: Fact) -> Wording:
    """Return what a fact is for: each year, a mean of years, or a stretch of them."""
    name, period = _BASIS_NAMES[fact.key.basis], str(fact.key.period or "")
    return {"en": f"{name['en']} {period}".strip(), "zh": f"{period} {name['zh']}".strip()}


def basis_and_unit(fact: Fact) -> Wording:
    """Return what a fact counts and what it is for, where others count something else."""
    basis, unit = basis_name(fact), printed_unit(fact).wording
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
