"""A plan as its readers see it, on a terminal: columns where it is wide, stacked lines where it is not.

Text from a sheet is only ever appended as plain text; nothing of it is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple, TextIO

from rich.console import Console
from rich.text import Text

from auditor.facts import Fact
from auditor.finding import Finding, Severity, tallied
from auditor.phrases import basis_told
from auditor.reporters import Style, cells, grid, sentences
from auditor.reporters.console import SEVERITIES, STYLES, open_console
from auditor.reporters.grid import indented
from auditor.view.claims import DOUBTFUL, FAILS, HOLDS, UNDECIDED, Asserted
from auditor.view.indicators import Quantity, Sight, Subject
from auditor.view.notes import Noted
from auditor.wording import Fields, Lang, Wording, say, visible

_ROOMY: Final = 100
_INDENT: Final = 4
_HEADS: Final = (
    Wording(en="", zh=""),
    Wording(en="Printed", zh="原文数字"),
    Wording(en="Place", zh="位置"),
    Wording(en="Read as", zh="读作"),
    Wording(en="A year", zh="年均"),
    Wording(en="Against base year", zh="较基期"),
    Wording(en="Findings", zh="问题"),
)
_FIRM: Final = 1_000  # a column that does not give way
_LEAST_WIDE: Final = (_FIRM, 16, 10, 16, _FIRM, 16, 8)
_RIGHT_WIDE: Final = (4,)
_LEAST_NARROW: Final = (10, 14, 14)
_LEAST_LISTED: Final = (10, 10, 10, 10, 10)
_LEAST_CLAIM: Final = (10, 24, 20)
_NO_FIGURES: Final = Wording(en="no figures", zh="没有数字")
_VERDICT_SHADES: Final = {
    HOLDS: "green", FAILS: STYLES[Severity.ERROR], DOUBTFUL: STYLES[Severity.WARNING], UNDECIDED: "dim",
}  # fmt: skip
_COUNT: Final = Wording(en="{mark} {word}: {count}", zh="{mark} {word} {count} 个")
_TOLD: Final = Wording(en="`auditor check` tells more", zh="详见 `auditor check`")


class Line(NamedTuple):
    """One line of an indicator: a heading, or the cells of a row, and what is told below it."""

    heading: Text | None = None
    row: tuple[Text, ...] = ()
    below: Sequence[str] = ()


class Layout(NamedTuple):
    """How rows are laid out: in seven columns, or in three with a line below."""

    wide: bool
    widths: Sequence[int]


def write(sight: Sight, stream: TextIO, style: Style) -> None:
    """Write all that is to be seen of a plan: indicators, figures of none, claims, counts."""
    console, lang = open_console(stream, style), style.lang
    _title(console, sight, lang)
    blocks = [(subject, list(_lines(subject, sight, lang))) for subject in sight.subjects]
    rows = [line.row for _, lines in blocks for line in lines if line.row]
    layout = _layout(rows, console.width - _INDENT, lang)
    if layout.wide and rows:
        console.print()
        heads = [Text(head[lang], style="bold") for head in _HEADS]
        grid.put(console, heads, layout.widths, _INDENT, _RIGHT_WIDE)
    for subject, lines in blocks:
        console.print()
        name, about = cells.subject_name(subject, lang), cells.subject_about(subject, lang)
        grid.titled(console, name, about, 0)
        for line in lines:
            _draw(console, line, layout)
    if not rows:
        indented(console, Text(_NO_FIGURES[lang], style="dim"), 0)
    for title, named in cells.loose(sight):
        _section(console, visible(title[lang]))
        _list(console, named, lang)
    _claims(console, sight.claims, lang)
    console.print()
    indented(console, _counts(sight.findings, lang), 0)


def _title(console: Console, sight: Sight, lang: Lang) -> None:
    sheet = sight.plan.sheet
    line = Text(visible(sheet.title or sheet.plan or sheet.path), style="bold")
    indented(console, line, 0)
    about = [sheet.plan, sheet.area, sheet.level, str(sheet.period or "")]
    if sheet.parent:
        about.append(say(cells.UNDER, lang, {"parent": sheet.parent}))
    told = visible(" · ".join(filter(None, about)))
    if told:
        indented(console, Text(told, style="dim"), 0)


def _lines(subject: Subject, sight: Sight, lang: Lang) -> Iterator[Line]:
    for strand in subject.strands:
        heading = cells.strand_line(strand, sight.plan.sheet.area, lang)
        if heading:
            yield Line(heading=heading)
        for quantity in strand.quantities:
            yield from _rows(quantity, subject, lang)


def _rows(quantity: Quantity, subject: Subject, lang: Lang) -> Iterator[Line]:
    """Return a row for each way in which a quantity is printed, with all places where it is."""
    groups = [
        list(group)
        for _, group in groupby(
            quantity.statements, key=lambda each: (each.fact.entry.says, each.notes)
        )
    ]
    for number, group in enumerate(groups):
        first, opening = group[0], number == 0
        row = (
            Text(cells.what(quantity, lang) if opening else ""),
            Text(visible(first.fact.entry.says), style="bold" if quantity.current else ""),
            Text(cells.places((each.fact.entry.place for each in group), lang), style="dim"),
            Text(cells.read_as(first.fact, subject, lang)),
            Text(cells.mean(quantity, subject, lang) if opening else ""),
            Text(cells.change_from(quantity, subject, lang) if opening else ""),
            cells.findings(first.notes),
        )
        last = number == len(groups) - 1
        yield Line(row=row, below=_below(quantity, subject, lang) if last else [])


def _below(quantity: Quantity, subject: Subject, lang: Lang) -> list[str]:
    """Return what a quantity is read as and comes to, nothing where the figure says it all."""
    first = quantity.statements[0].fact
    told = [
        cells.mean_told(quantity, subject, lang),
        cells.change_told(quantity, subject, lang),
    ]
    read = cells.read_as(first, subject, lang)
    open_ = cells.is_open(first, subject.kind)
    as_printed = first.measure.factor == cells.told_in(first, subject).factor
    basis = basis_told(first)[lang] and not first.figure.basis
    evident = not any(told) and as_printed and not (open_ or basis)
    return [] if evident else [part for part in (read, *told) if part]


def _layout(rows: list[tuple[Text, ...]], room: int, lang: Lang) -> Layout:
    """Return seven columns where they fit, else three that do."""
    heads = tuple(Text(head[lang]) for head in _HEADS)
    widths = grid.natural([heads, *rows])
    least = [min(width, bound) for width, bound in zip(widths, _LEAST_WIDE, strict=True)]
    if room + _INDENT >= _ROOMY and grid.needed(least) <= room:
        return Layout(True, grid.fitted(widths, room, least))
    stacked = grid.natural([_stacked(row) for row in rows]) if rows else [0, 0, 0]
    return Layout(False, grid.fitted(stacked, room, _LEAST_NARROW))


def _stacked(row: tuple[Text, ...]) -> tuple[Text, Text, Text]:
    """Return a row's first cells with its findings behind the places."""
    what, printed, place, *_, found = row
    joint = "  " if place and found else ""
    return what, printed, Text.assemble(place, joint, found)


def _draw(console: Console, line: Line, layout: Layout) -> None:
    if line.heading is not None:
        indented(console, line.heading, _INDENT - 2)
        return
    if layout.wide:
        grid.put(console, line.row, layout.widths, _INDENT, _RIGHT_WIDE)
        return
    grid.put(console, _stacked(line.row), layout.widths, _INDENT)
    if line.below:
        grid.put_parts(console, line.below, _INDENT + layout.widths[0] + grid.GAP)


def _section(console: Console, title: str) -> None:
    console.print()
    indented(console, Text(title, style="bold"), 0)


def _list(console: Console, named: list[tuple[str, Noted]], lang: Lang) -> None:
    """Write figures one a line: what they are called, printed, their place, reading and findings."""
    rows = []
    for name, noted in named:
        entry = noted.fact.entry
        rows.append(
            (
                Text(visible(name), style="dim"),
                Text(visible(entry.says)),
                Text(visible(entry.place), style="dim"),
                Text(_scaled(noted.fact, lang)),
                cells.findings(noted.notes),
            )
        )
    grid.put_rows(console, rows, _LEAST_LISTED, _INDENT)


def _scaled(fact: Fact, lang: Lang) -> str:
    """Return how a figure is read, where a scale stands beside it."""
    return cells.read(fact, lang) if fact.scale != 1 else ""


def _claims(console: Console, claims: Sequence[Asserted], lang: Lang) -> None:
    if not claims:
        return
    _section(console, cells.CLAIMS[lang])
    rows = [
        (
            Text(visible(each.claim.place), style="dim"),
            Text(visible(each.text)),
            _verdict(each, lang),
        )
        for each in claims
    ]
    grid.put_rows(console, rows, _LEAST_CLAIM, _INDENT)


def _verdict(claim: Asserted, lang: Lang) -> Text:
    """Return whether a claim holds, with the codes that say why not."""
    line = Text(cells.verdict(claim, lang), style=_VERDICT_SHADES[claim.verdict])
    if claim.notes:
        line.append(" ").append_text(cells.findings(claim.notes))
    return line


def _counts(findings: Sequence[Finding], lang: Lang) -> Text:
    """Return how many findings there are of each severity, with the marks that they have above."""
    if not findings:
        return Text(sentences.CLEAN[lang], style="green")
    line = Text()
    for severity, count in tallied(findings).items():
        if count:
            fields: Fields = {
                "mark": cells.MARKS[severity],
                "word": SEVERITIES[severity][lang],
                "count": count,
            }
            line.append("  " if line else "").append(
                say(_COUNT, lang, fields), style=STYLES[severity]
            )
    return line.append("  ").append(_TOLD[lang], style="dim")
