"""One plan as a table: every indicator with its figures, base value, yearly mean and places."""

from __future__ import annotations

from typing import Final, TextIO

from rich.table import Table
from rich.text import Text

from auditor.facts import Fact, Plan
from auditor.phrases import shown, unit_name
from auditor.reporters import Style
from auditor.reporters.console import open_console
from auditor.wording import Lang, Wording, visible

_HEADS: Final = (
    Wording(en="Indicator", zh="指标"),
    Wording(en="What", zh="类别"),
    Wording(en="Printed", zh="原文数字"),
    Wording(en="In base units", zh="换算值"),
    Wording(en="A year", zh="年均"),
    Wording(en="Places", zh="位置"),
)
_ROLES: Final = {
    "target": Wording(en="target", zh="目标"),
    "actual": Wording(en="result", zh="实绩"),
    "": Wording(en="", zh=""),
}
_LOOSE: Final = Wording(en="(in claims only)", zh="（仅用于算式）")


def write(plan: Plan, stream: TextIO, style: Style) -> None:
    """Write the figures of a plan, grouped by indicator in the order of the document."""
    console, lang = open_console(stream, style), style.lang
    console.print(Text(visible(f"{plan.sheet.title} ({plan.id})"), style="bold"))
    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, head in enumerate(_HEADS):
        table.add_column(
            head[lang], overflow="fold", justify="right" if number in (3, 4) else "left"
        )
    for name, facts in _grouped(plan, lang).items():
        _rows(table, name, facts, lang)
    console.print(table)


def _grouped(plan: Plan, lang: Lang) -> dict[str, list[list[Fact]]]:
    """Return the facts by indicator's name, restatements of one quantity together."""
    groups: dict[str, dict[object, list[Fact]]] = {}
    for fact in plan.facts:
        indicator = plan.indicators.get(fact.key.indicator)
        name = indicator.name[lang] if indicator else _LOOSE[lang]
        quantity: object = fact.key if indicator else id(fact)
        groups.setdefault(name, {}).setdefault(quantity, []).append(fact)
    return {name: list(quantities.values()) for name, quantities in groups.items()}


def _rows(table: Table, name: str, quantities: list[list[Fact]], lang: Lang) -> None:
    for number, restated in enumerate(quantities):
        first = restated[0]
        said = list(dict.fromkeys(fact.entry.says for fact in restated))
        table.add_row(
            Text(visible(name) if number == 0 else "", style="bold"),
            Text(visible(_what(first, lang))),
            Text(visible(" = ".join(said)), style="" if len(said) == 1 else "cyan"),
            Text(_base(first, lang)),
            Text(_mean(first)),
            Text(visible("; ".join(fact.entry.place for fact in restated)), style="dim"),
        )


def _what(fact: Fact, lang: Lang) -> str:
    key = fact.key
    words = [_ROLES[key.role][lang], str(key.period or ""), key.scope]
    return " ".join(word for word in words if word)


def _base(fact: Fact, lang: Lang) -> str:
    if not fact.figure.numeric:
        return ""
    unit = unit_name(fact.base_unit)[lang] if fact.measure.dimension else ""
    return f"{shown(fact.value)} {unit}".strip()


def _mean(fact: Fact) -> str:
    """Return what a flow comes to in a year: its yearly figure, or the mean of a cumulative one."""
    key = fact.key
    if key.period is None or not fact.figure.numeric or not key.basis:
        return ""
    return shown(fact.value / key.period.years if key.basis == "cumulative" else fact.value)
