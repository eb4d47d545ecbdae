"""The report for a reader at a terminal: both printed figures side by side, with carets.

Text from a sheet is only ever appended as plain text; nothing of it is read as markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from auditor.engine import Report
from auditor.finding import Finding, Mend, Severity, Spot
from auditor.reporters import Style, told
from auditor.reporters.excerpt import Excerpt, excerpt, lines
from auditor.reporters.json import comparisons, summary
from auditor.wording import Fields, Lang, Wording, quote, say, visible

STYLES: Final = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}
SEVERITIES: Final = {
    Severity.ERROR: Wording(en="error", zh="错误"),
    Severity.WARNING: Wording(en="warning", zh="警告"),
    Severity.NOTE: Wording(en="note", zh="提示"),
}
_HELP: Final = Wording(en="help: ", zh="建议：")
_TRY: Final = Wording(en="try: ", zh="可试：")
_MEND: Final = Wording(en="{where}: {printed} ({reason})", zh="{where}：{printed}（{reason}）")
_COUNTS: Final = Wording(
    en="{sheets} · {indicators} · {figures} · {comparisons} · {undecided} undecided",
    zh="{sheets} 份表单 · {indicators} 项指标 · {figures} 个数字 · 比对 {comparisons} 次 · 未能判定 {undecided} 次",
)
_VERDICT: Final = Wording(
    en="{errors}, {warnings}, {notes}",
    zh="错误 {errors} 个，警告 {warnings} 个，提示 {notes} 个",
)
_SUPPRESSED: Final = Wording(en=" ({suppressed} suppressed)", zh="（另有豁免 {suppressed} 个）")
_MEETS: Final = Wording(en="meets profile {profile}", zh="达到 {profile} 级要求")
_MEETS_NONE: Final = Wording(en="meets no profile", zh="未达到任何一级要求")
_CLEAN: Final = Wording(en="no findings", zh="未发现问题")
_BY_ROUNDING: Final = Wording(en="Holds only because of rounding", zh="仅因四舍五入而成立")
_HELD: Final = Wording(en="Comparisons that hold", zh="比对一致")
_MARGIN: Final = Wording(
    en="  (as printed {off} apart; {slack} more would still pass)",
    zh="（按原文相差 {off}，尚余 {slack}）",
)
_NONE: Final = Wording(en="none", zh="无")
_UNDECIDED: Final = Wording(en="Not decided", zh="未能判定")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the findings grouped by sheet, then the summary."""
    console = open_console(stream, style)
    lines.cache_clear()
    if not style.quiet:
        for path, findings in groupby(told(report, style), key=lambda finding: finding.path):
            _sheet(console, path, report.sheets.titles.get(path, ""))
            for finding in findings:
                _finding(console, finding, style)
        if style.verbose:
            _verbose(console, report, style.lang)
        if style.show:
            _held(console, report, style)
    _summary(console, report, style.lang)


def open_console(stream: TextIO, style: Style) -> Console:
    """Return a console that takes text as it is: no markup, no emoji, no highlighting."""
    return Console(
        file=stream,
        width=style.width,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def _sheet(console: Console, path: str, title: str) -> None:
    line = Text(visible(path), style="bold")
    if title:
        line.append(f"  {quote(title)}", style="not bold")
    indented(console, line, 0)
    console.print()


def _finding(console: Console, finding: Finding, style: Style) -> None:
    lang = style.lang
    head = Text(SEVERITIES[finding.severity][lang], style=STYLES[finding.severity])
    head.append(f" {finding.code} {finding.name}", style="bold default")
    if finding.subject is not None:
        about = finding.about[lang] if finding.about else ""
        head.append(f"  {visible(finding.subject[lang])}{visible(about)}", style="not bold default")
    indented(console, head, 0)
    indented(console, Text(visible(finding.told(lang))), 2)
    gutter = max(len(str(spot.mark.line)) for spot in finding.spots)
    for number, spot in enumerate(finding.spots):
        _spot(console, finding, spot, gutter, style, primary=number == 0)
    advice = finding.advice(lang)
    if advice:
        line = Text(_HELP[lang], style="bold green")
        line.append(visible(advice), style="not bold default")
        indented(console, line, 2)
    for mend in finding.mends:
        line = Text(_TRY[lang], style="bold green")
        line.append(_mend(mend, finding, lang), style="not bold default")
        indented(console, line, 2)
    console.print()


def _mend(mend: Mend, finding: Finding, lang: Lang) -> str:
    """Return what might be printed instead, and which slip it would undo."""
    spot = mend.spot
    where = spot.place if spot.path == finding.path else f"{spot.path} {spot.place}"
    printed = f"{spot.printed} → {mend.text}" if mend.text else spot.printed
    fields = {"where": where, "printed": printed, "reason": mend.told(lang)}
    return visible(say(_MEND, lang, fields))


def _spot(
    console: Console, finding: Finding, spot: Spot, gutter: int, style: Style, *, primary: bool
) -> None:
    if primary or spot.path != finding.path:
        place = f"{' ' * (gutter + 1)}--> {visible(spot.path)}:{spot.mark.line}:{spot.mark.column}"
        console.print(Text(place, style="blue"), soft_wrap=True)
    width = max(20, console.width - gutter - 5)
    shown = excerpt(spot.path, spot.mark, width)
    if shown is None:
        return
    line = Text(f"  {shown.line:>{gutter}} | ", style="blue")
    line.append(shown.text, style="default")
    caret = STYLES[finding.severity] if primary else "bold blue"
    label = visible(say(spot.label, style.lang, spot.label_fields)) if spot.label else ""
    note = (
        f"{visible(spot.place)}: {label}" if spot.place and label else label or visible(spot.place)
    )
    console.print(line, soft_wrap=True)
    console.print(_underline(shown, note, gutter, width, caret), soft_wrap=True)


def _underline(shown: Excerpt, note: str, gutter: int, width: int, caret: str) -> Text:
    """Return the carets with their label: behind them, before them, or on a line below."""
    margin = f"  {' ' * gutter} | "
    line = Text(margin, style="blue")
    size = cell_len(note)
    before = shown.skip - size - 1
    if note and shown.skip + shown.carets + 1 + size > width and before >= 0:
        line.append(" " * before)
        line.append(f"{note} ", style="default")
        line.append("^" * shown.carets, style=caret)
        return line
    line.append(" " * shown.skip)
    line.append("^" * shown.carets, style=caret)
    if note and shown.skip + shown.carets + 1 + size > width:
        line.append(f"\n{margin}", style="blue")
        line.append(note, style="default")
    elif note:
        line.append(f" {note}", style="default")
    return line


def indented(console: Console, text: Text, by: int) -> None:
    """Print a text, every line of it indented and none wider than the console."""
    for line in text.wrap(console, console.width - by):
        line.rstrip()
        console.print(Text(" " * by) + line, soft_wrap=True)


def _verbose(console: Console, report: Report, lang: Lang) -> None:
    found = {finding.path for finding in report.standing}
    for path, title in report.sheets.titles.items():
        if path not in found:
            console.print(Text(f"{visible(path)}  {visible(title)}: {_CLEAN[lang]}"))
    if report.undecided:
        console.print(Text(_UNDECIDED[lang], style="bold"))
        for each in report.undecided:
            spot = each.spot
            where = f"{visible(spot.path)}:{spot.mark.line}:{spot.mark.column}"
            said = " ".join(filter(None, (visible(spot.place), visible(spot.printed))))
            indented(console, Text(f"{where} {said}: {each.reason[lang]}"), 2)
        console.print()


def _held(console: Console, report: Report, style: Style) -> None:
    """Write the comparisons that came out well, or those that did only because of rounding."""
    lang, told = style.lang, comparisons(report, style)
    console.print(
        Text(_BY_ROUNDING[lang] if style.show == "rounding" else _HELD[lang], style="bold")
    )
    for each in told:
        first = each.spots[0]
        where = f"{visible(first.path)}:{first.mark.line}:{first.mark.column} {each.code}"
        said = " · ".join(f"{visible(s.place)} {visible(s.printed)}".strip() for s in each.spots)
        line = Text(f"{where} {said}")
        fields = {"off": each.off, "slack": each.slack or "∞"}
        if each.by_rounding:
            line.append(say(_MARGIN, lang, fields), style="dim")
        indented(console, line, 2)
    if not told:
        console.print(Text(f"  {_NONE[lang]}"))
    console.print()


def _summary(console: Console, report: Report, lang: Lang) -> None:
    counts = summary(report)
    told: Fields = _english(counts) if lang == "en" else counts
    console.print(Text(say(_COUNTS, lang, told), style="dim"))
    worst = max((f.severity for f in report.standing), default=None)
    verdict = _CLEAN[lang] if worst is None else say(_VERDICT, lang, told)
    verdict += " · " + (
        say(_MEETS, lang, {"profile": report.met}) if report.met else _MEETS_NONE[lang]
    )
    if counts["suppressed"]:
        verdict += say(_SUPPRESSED, lang, {"suppressed": counts["suppressed"]})
    console.print(Text(verdict, style="bold green" if worst is None else STYLES[worst]))


def _english(counts: Mapping[str, int]) -> Fields:
    """Return each count with its noun, in the singular or the plural."""
    nouns = {name: name if count != 1 else name.removesuffix("s") for name, count in counts.items()}
    told = {name: f"{count} {nouns[name]}" for name, count in counts.items()}
    return {**told, "undecided": counts["undecided"]}
