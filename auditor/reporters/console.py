"""The report for a reader at a terminal: both printed figures side by side, with carets.

Text from a sheet is only ever appended as plain text; nothing of it is read as markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Final, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from auditor.engine import Report
from auditor.finding import Finding, Severity, Spot, suppressible
from auditor.obeyed import tamed_stream
from auditor.reporters import Style, sentences, told
from auditor.reporters.excerpt import Excerpt, excerpt, lines
from auditor.reporters.grid import indented
from auditor.reporters.json import comparisons
from auditor.suppression import COMMENT
from auditor.wording import Lang, Wording, quote, say, visible

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
_WHY: Final = Wording(en="why: ", zh="缘由：")
_HELP: Final = Wording(en="help: ", zh="建议：")
_TRY: Final = Wording(en="try: ", zh="可试：")
_SUPPRESS: Final = Wording(en="suppress: ", zh="豁免：")
_MARGIN: Final = Wording(en="  ({margin})", zh="（{margin}）")
_NONE: Final = Wording(en="none", zh="无")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the findings grouped by sheet, then the summary."""
    console = open_console(stream, style)
    lines.cache_clear()
    reasons = {rule.code: rule.why for rule in report.rules} if style.verbose else {}
    if not style.quiet:
        for path, findings in groupby(told(report, style), key=lambda finding: finding.path):
            _sheet(console, path, report.sheets.titles.get(path, ""))
            for finding in findings:
                _finding(console, finding, style, reasons.get(finding.code))
        if style.verbose:
            _verbose(console, report, style.lang)
        if style.show:
            _held(console, report, style)
    if style.statistics:
        _statistics(console, report, style.lang)
    _summary(console, report, style.lang)


def open_console(stream: TextIO, style: Style) -> Console:
    """Return a console that takes text as it is: no markup, no emoji, no highlighting, no command."""
    return Console(
        file=tamed_stream(stream),
        width=style.width,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def headed(finding: Finding, lang: Lang) -> Text:
    """Return the first words of a finding: its severity, and the rule that found it."""
    head = Text(SEVERITIES[finding.severity][lang], style=STYLES[finding.severity])
    return head.append(f" {finding.code} {finding.name}", style="bold default")


def _sheet(console: Console, path: str, title: str) -> None:
    line = Text(visible(path), style="bold")
    if title:
        line.append(f"  {quote(title)}", style="not bold")
    indented(console, line, 0)
    console.print()


def _finding(console: Console, finding: Finding, style: Style, why: Wording | None) -> None:
    lang, head = style.lang, headed(finding, style.lang)
    if finding.subject is not None:
        head.append(f"  {sentences.subject(finding, lang)}", style="not bold default")
    indented(console, head, 0)
    indented(console, Text(visible(finding.told(lang))), 2)
    gutter = max(len(str(spot.mark.line)) for spot in finding.spots)
    for number, spot in enumerate(finding.spots):
        _spot(console, finding, spot, gutter, style, primary=number == 0)
    for lead, text in _remarks(finding, why, lang, verbose=style.verbose):
        line = Text(lead[lang], style="bold green")
        line.append(text, style="not bold default")
        indented(console, line, 2)
    console.print()


def _remarks(
    finding: Finding, why: Wording | None, lang: Lang, *, verbose: bool
) -> Iterator[tuple[Wording, str]]:
    """Return what is said below the figures of a finding, each behind the word that leads to it."""
    if why is not None:
        yield _WHY, why[lang]
    advice = finding.advice(lang)
    if advice:
        yield _HELP, visible(advice)
    for mend in finding.mends:
        yield _TRY, sentences.attempt(mend, finding, lang)
    if verbose and suppressible(finding.code):
        yield _SUPPRESS, say(COMMENT, lang, {"name": finding.name})


def _spot(
    console: Console, finding: Finding, spot: Spot, gutter: int, style: Style, *, primary: bool
) -> None:
    if primary or spot.path != finding.path:
        place = f"{' ' * (gutter + 1)}--> {sentences.at(spot)}"
        console.print(Text(place, style="blue"), soft_wrap=True)
    width = max(20, console.width - gutter - 5)
    shown = excerpt(spot.path, spot.mark, width)
    if shown is None:
        return
    line = Text(f"  {shown.line:>{gutter}} | ", style="blue")
    line.append(shown.text, style="default")
    caret = STYLES[finding.severity] if primary else "bold blue"
    note = sentences.note(spot, style.lang)
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


def _verbose(console: Console, report: Report, lang: Lang) -> None:
    found = {finding.path for finding in report.standing}
    for path, title in report.sheets.titles.items():
        if path not in found:
            line = Text(f"{visible(path)}  {visible(title)}: {sentences.CLEAN[lang]}")
            indented(console, line, 0)
    if report.undecided:
        console.print(Text(sentences.UNDECIDED[lang], style="bold"))
        for each in report.undecided:
            spot = each.spot
            said = " ".join(
                filter(None, (sentences.at(spot), visible(spot.place), visible(spot.printed)))
            )
            indented(console, Text(f"{said}: {each.reason[lang]}"), 2)
        console.print()


def _held(console: Console, report: Report, style: Style) -> None:
    """Write the comparisons that came out well, or those that did only because of rounding."""
    lang, told = style.lang, comparisons(report, style)
    console.print(Text(sentences.held(style.show)[lang], style="bold"))
    for each in told:
        said = " · ".join(f"{visible(s.place)} {visible(s.printed)}".strip() for s in each.spots)
        line = Text(f"{sentences.at(each.spots[0])} {each.code} {said}")
        if each.by_rounding:
            margin = say(_MARGIN, lang, {"margin": sentences.margin(each)})
            line.append(margin, style="dim")
        indented(console, line, 2)
    if not told:
        console.print(Text(f"  {_NONE[lang]}"))
    console.print()


def _statistics(console: Console, report: Report, lang: Lang) -> None:
    """Write how many findings each rule has, the most frequent first."""
    numbers = Counter((each.severity, each.code, each.name) for each in report.standing)
    width = len(str(max(numbers.values(), default=0)))
    for (severity, code, name), number in sorted(
        numbers.items(), key=lambda item: (-item[1], item[0][1])
    ):
        line = Text(f"{number:>{width}} {code} {name} ")
        line.append(SEVERITIES[severity][lang], style=STYLES[severity])
        indented(console, line, 0)
    if numbers:
        console.print()


def _summary(console: Console, report: Report, lang: Lang) -> None:
    indented(console, Text(sentences.counts(report, lang), style="dim"), 0)
    worst = max((finding.severity for finding in report.standing), default=None)
    verdict = sentences.verdict(report, lang)
    indented(console, Text(verdict, style="bold green" if worst is None else STYLES[worst]), 0)
