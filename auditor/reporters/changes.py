"""Two versions of a sheet side by side: figures by indicator, then the findings that came and went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TextIO

from rich.console import Console
from rich.text import Text

from auditor.facts import Fact
from auditor.finding import Finding
from auditor.phrases import amount_if_any, basis_name, distance, heading
from auditor.reporters import Style, contract, sentences
from auditor.reporters.console import headed, open_console
from auditor.reporters.contract import record
from auditor.reporters.grid import indented
from auditor.reporters.json import dump, figure
from auditor.rule import spot
from auditor.view.changes import Changed, Changes
from auditor.wording import Fields, Lang, Wording, say, visible

_LOOSE: Final = Wording(en="Figures in claims only", zh="仅用于算式的数字")
_APPEARED: Final = Wording(en="Findings that appeared", zh="新出现的问题")
_GONE: Final = Wording(en="Findings that went", zh="已消除的问题")
_MORE: Final = Wording(en=" (up {distance})", zh="（增加 {distance}）")
_LESS: Final = Wording(en=" (down {distance})", zh="（减少 {distance}）")
_WHAT: Final = Wording(en="{what}: ", zh="{what}：")
_TOLD: Final = Wording(en="{printed} ({told})", zh="{printed}（{told}）")
_COUNTS: Final = Wording(
    en="figures: {changed} changed, {added} added, {left} left out · "
    "findings: {appeared} appeared, {gone} went",
    zh="数字：改动 {changed} 处，新增 {added} 处，删去 {left} 处 · "
    "问题：新出现 {appeared} 个，已消除 {gone} 个",
)


def write(found: Changes, stream: TextIO, style: Style) -> None:
    """Write what has changed, each statement on a line of its own."""
    console, lang = open_console(stream, style), style.lang
    head = Text(visible(f"{found.after.sheet.title} ({found.after.id})"), style="bold")
    indented(console, head, 0)
    paths = f"{found.before.sheet.path} → {found.after.sheet.path}"
    indented(console, Text(visible(paths), style="dim"), 0)
    for indicator, changed in found.figures.items():
        console.print()
        indented(console, Text(visible(_name(found, indicator, lang)), style="bold"), 0)
        for each in changed:
            indented(console, _line(each, lang), 2, hanging=2)
    for title, findings in ((_APPEARED, found.appeared), (_GONE, found.gone)):
        _findings(console, title[lang], findings, lang)
    console.print()
    indented(console, Text(say(_COUNTS, lang, _counts(found)), style="dim"), 0)


def write_json(found: Changes, stream: TextIO, style: Style) -> None:
    """Write what has changed as one JSON object.

    ```
    {"version": 1, "plan": ID, "before": PATH, "after": PATH,
     "figures": [{"indicator": ID, "before": FIGURE | null, "after": FIGURE | null, "difference"}],
     "appeared": [FINDING], "gone": [FINDING]}
    ```

    FIGURE and FINDING are those of the report; `difference` is in base units, empty where the
    two cannot be subtracted.
    """
    told: dict[str, Any] = {
        "version": contract.VERSION,
        "plan": found.after.id,
        "before": found.before.sheet.path,
        "after": found.after.sheet.path,
        "figures": [
            {
                "indicator": indicator,
                "before": _figure(each.before),
                "after": _figure(each.after),
                "difference": amount_if_any(each.difference),
            }
            for indicator, changed in found.figures.items()
            for each in changed
        ],
        "appeared": [record(contract.FINDING, each, style.lang) for each in found.appeared],
        "gone": [record(contract.FINDING, each, style.lang) for each in found.gone],
    }
    dump(told, stream)


def _figure(fact: Fact | None) -> dict[str, Any] | None:
    return None if fact is None else figure(spot(fact))


def _name(found: Changes, indicator: str, lang: Lang) -> str:
    known = found.after.indicators.get(indicator) or found.before.indicators.get(indicator)
    if known is None:
        return indicator or _LOOSE[lang]
    name = known.name[lang]
    return name if name == indicator else f"{name} ({indicator})"


def _line(changed: Changed, lang: Lang) -> Text:
    """Return `~ place, what: before → after (by how much)`, with + or − for what came or went."""
    sign, style = ("+", "green") if changed.before is None else ("−", "red")
    if changed.before is not None and changed.after is not None:
        sign, style = "~", "yellow"
    line = Text(f"{sign} ", style=style)
    said = [_statement(fact, changed, lang) for fact in changed if fact is not None]
    place = changed.fact.entry.place
    about = heading(changed.fact)
    what = f"{place}{about[lang] if about else ''}"
    line.append(visible(say(_WHAT, lang, {"what": what})), style="default")
    line.append(visible(" → ".join(said)), style="bold default")
    line.append(visible(_difference(changed, lang)), style="default")
    return line


def _statement(fact: Fact, changed: Changed, lang: Lang) -> str:
    """Return a figure as printed; with its period and basis, or its place, where these have changed."""
    told = basis_name(fact)[lang] if changed.restated else fact.entry.place if changed.moved else ""
    printed = fact.entry.says
    return say(_TOLD, lang, {"printed": printed, "told": told}) if told else printed


def _difference(changed: Changed, lang: Lang) -> str:
    if not changed.difference:
        return ""
    told = distance(abs(changed.difference), changed.fact.base_unit).by(changed.fact)
    return say(_MORE if changed.difference > 0 else _LESS, lang, {"distance": told})


def _findings(console: Console, title: str, findings: Sequence[Finding], lang: Lang) -> None:
    if not findings:
        return
    console.print()
    indented(console, Text(title, style="bold"), 0)
    for finding in findings:
        head = headed(finding, lang)
        head.append(f"  {sentences.at(finding.spots[0])}", style="not bold default")
        indented(console, head, 2, hanging=2)
        indented(console, Text(visible(finding.told(lang))), 4)


def _counts(found: Changes) -> Fields:
    changed = [each for several in found.figures.values() for each in several]
    return {
        "changed": sum(None not in each for each in changed),
        "added": sum(each.before is None for each in changed),
        "left": sum(each.after is None for each in changed),
        "appeared": len(found.appeared),
        "gone": len(found.gone),
    }
