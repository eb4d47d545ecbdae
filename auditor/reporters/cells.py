"""The words of a plan's table: what a row is of, how its figure is read, which findings it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from rich.text import Text

from auditor.facts import Fact
from auditor.figure.words.units import interchangeable
from auditor.finding import Severity
from auditor.phrases import Unit, brief, coarse, percentage, printed_unit
from auditor.reporters.console import STYLES
from auditor.units import comparable
from auditor.view.claims import DOUBTFUL, HOLDS, Asserted
from auditor.view.indicators import Quantity, Sight, Strand, Subject
from auditor.view.notes import Note, Noted
from auditor.wording import Lang, Wording, filled, say, visible

MARKS: Final = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "i"}
_ROLES: Final = {
    "baseline": Wording(en="baseline", zh="基期值"),
    "target": Wording(en="target", zh="目标值"),
    "actual": Wording(en="result", zh="实绩"),
    "": Wording(en="figure", zh="数字"),
}
_KINDS: Final = {
    "flow": Wording(en="flow", zh="流量"),
    "stock": Wording(en="stock", zh="存量"),
    "rate": Wording(en="rate", zh="比率"),
    "change": Wording(en="change", zh="变化"),
    "": Wording(en="not defined in the sheet", zh="表单未定义"),
}
_BETTER: Final = {
    "more": Wording(en="more is better", zh="越高越好"),
    "less": Wording(en="less is better", zh="越低越好"),
}
_OF_AREA: Final = Wording(en="of {area}", zh="地区：{area}")
_A_YEAR: Final = Wording(en="{n} a year", zh="年均 {n}")
_AGAINST: Final = Wording(en="{n} from {year}", zh="较 {year} 年 {n}")
_POINTS: Final = Wording(en="{n} points", zh="{n} 个百分点")
_POINT: Final = Wording(en="{n} point", zh="{n} 个百分点")
UNSTATED: Final = Wording(en=", basis unstated", zh="，口径未注明")
UNDER: Final = Wording(en="under {parent}", zh="上级：{parent}")
_UNBOUND: Final = Wording(en="Figures of no indicator", zh="未归入指标的数字")
CLAIMS: Final = Wording(en="Sums and other claims", zh="算式与勾稽关系")
_ALLOTTED: Final = Wording(en="Allotted to the level below: {name}", zh="分解到下级：{name}")
_WEIGHTS: Final = Wording(en="Size of those on the level below: {name}", zh="下级规模：{name}")
_HOLDS: Final = Wording(en="holds", zh="成立")
_FAILS: Final = Wording(en="does not hold", zh="不成立")
_UNDECIDED: Final = Wording(en="not decided: {reason}", zh="未能判定：{reason}")
_DOUBTFUL: Final = Wording(en="doubtful: {reason}", zh="存疑：{reason}")
_SEPARATOR: Final = " · "
_POINTED: Final = ("percent", "percentage_point")


def subject_name(subject: Subject, lang: Lang) -> Text:
    """Return an indicator's name."""
    return Text(visible(subject.indicator.name[lang] if subject.indicator else subject.id), "bold")


def subject_about(subject: Subject, lang: Lang) -> Text:
    """Return an indicator's id, kind, unit and good direction."""
    about = [_KINDS[subject.kind][lang], subject.counted.wording[lang]]
    if subject.indicator and subject.indicator.better:
        about.append(_BETTER[subject.indicator.better][lang])
    return Text(_SEPARATOR.join([visible(subject.id), *filter(None, about)]), "dim")


def strand_line(strand: Strand, area: str, lang: Lang) -> Text:
    """Return the scope, and the area where it is not the plan's own; nothing where there is neither."""
    parts = [visible(strand.scope)] if strand.scope else []
    if strand.area != area:
        parts.append(visible(say(_OF_AREA, lang, {"area": strand.area})))
    return Text(_SEPARATOR.join(parts), style="italic")


def what(quantity: Quantity, lang: Lang) -> str:
    """Return the role and the time of a quantity."""
    role = "baseline" if quantity.baseline else quantity.key.role
    return f"{_ROLES[role][lang]} {quantity.key.period or ''}".rstrip()


def read_as(fact: Fact, subject: Subject, lang: Lang) -> str:
    """Return how a figure is read, with its unit where that is not the indicator's, and open questions."""
    unit, own = told_in(fact, subject), subject.counted
    alike = unit == own or interchangeable(unit.name, own.name)
    told = brief(fact, lang, unit, named=bool(unit.name) and not alike)
    if told and is_open(fact, subject.kind):
        told += UNSTATED[lang]
    return told


def read(fact: Fact, lang: Lang) -> str:
    """Return how a figure is read, with its unit."""
    return brief(fact, lang, named=True)


def told_in(fact: Fact, subject: Subject) -> Unit:
    """Return the unit that a figure is told in: its indicator's if it can be, else its own."""
    own = subject.counted
    return own if own.name and comparable(fact.unit, own.name) else printed_unit(fact)


def is_open(fact: Fact, kind: str) -> bool:
    """Return whether a target of a flow leaves open if it is yearly or cumulative."""
    key = fact.key
    several = key.period is not None and key.period.years > 1
    return kind == "flow" and key.role == "target" and several and not key.basis + key.change


def mean(quantity: Quantity, subject: Subject, lang: Lang) -> str:
    """Return what a flow comes to in a year, empty where that is not stated."""
    found = quantity.mean
    if found is None:
        return ""
    factor = told_in(quantity.first, subject).factor
    return "–".join(coarse(end / factor, found.step / factor, lang) for end in found.ends)


def mean_told(quantity: Quantity, subject: Subject, lang: Lang) -> str:
    """Return the yearly mean of a cumulative figure as a phrase."""
    found = mean(quantity, subject, lang) if quantity.key.basis == "cumulative" else ""
    return say(_A_YEAR, lang, {"n": found}) if found else ""


def change(quantity: Quantity, subject: Subject, lang: Lang) -> str:
    """Return a change against the base year: in points for a rate, else the amount and per cent."""
    found = quantity.change
    if found is None:
        return ""
    pointed = found.base.base_unit in _POINTED
    factor = Fraction(1) if pointed else told_in(quantity.first, subject).factor
    told = _range([_signed(end / factor, found.step / factor, lang) for end in found.ends], lang)
    if pointed:
        single = len(found.ends) == 1 and abs(found.ends[0]) == 1
        return say(_POINT if single else _POINTS, lang, {"n": told})
    relative = _range(
        [percentage(each.value, each.doubt, signed=True) for each in found.relative], lang
    )
    brackets = "（{}）" if lang == "zh" else " ({})"
    return told + (brackets.format(relative) if relative else "")


def change_from(quantity: Quantity, subject: Subject, lang: Lang) -> str:
    """Return a change with the base year in front of it."""
    found = quantity.change
    return "" if found is None else f"{found.base.key.period}: {change(quantity, subject, lang)}"


def change_told(quantity: Quantity, subject: Subject, lang: Lang) -> str:
    """Return a change as a phrase that names the base year."""
    if quantity.change is None:
        return ""
    year = str(quantity.change.base.key.period)
    return say(_AGAINST, lang, {"n": change(quantity, subject, lang), "year": year})


def loose(sight: Sight) -> Iterator[tuple[Wording, list[tuple[str, Noted]]]]:
    """Return the figures that stand in lists: the title of each, and each figure with its name."""
    if sight.unbound:
        yield _UNBOUND, [(each.fact.entry.id, each) for each in sight.unbound]
    for each in sight.allotted:
        indicator = sight.plan.indicators.get(each.id)
        yield filled(_ALLOTTED, name=indicator.name if indicator else each.id), [*each.by.items()]
    if sight.weights is not None:
        yield filled(_WEIGHTS, name=sight.weights.name), [*sight.weights.by.items()]


def verdict(claim: Asserted, lang: Lang) -> str:
    """Return whether a claim holds, or why that is not decided or doubtful."""
    if claim.reason is not None:
        why = _DOUBTFUL if claim.verdict == DOUBTFUL else _UNDECIDED
        return say(why, lang, {"reason": claim.reason})
    return (_HOLDS if claim.verdict == HOLDS else _FAILS)[lang]


def findings(notes: Iterable[Note]) -> Text:
    """Return the codes of findings, marked and coloured by severity; excused ones in brackets."""
    line = Text()
    for note in notes:
        line.append(" " if line else "")
        if note.stands:
            line.append(f"{MARKS[note.severity]}\u00a0{note.code}", style=STYLES[note.severity])
        else:
            line.append(f"({note.code})", style="dim")
    return line


def places(names: Iterable[str], lang: Lang) -> str:
    """Return places of the document as one list, each once."""
    separator = {"en": ", ", "zh": "、 "}[lang]  # with a space, where a line may be broken
    return visible(separator.join(dict.fromkeys(filter(None, names))))


def _signed(value: Fraction, step: Fraction, lang: Lang) -> str:
    sign = "−" if value < 0 else "+" if value > 0 else ""
    text = coarse(abs(value), step, lang)
    return f"≈{sign}{text[1:]}" if text.startswith("≈") else sign + text


def _range(texts: list[str], lang: Lang) -> str:
    return {"en": " to ", "zh": " 至 "}[lang].join(texts)
