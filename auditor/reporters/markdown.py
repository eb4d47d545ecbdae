"""The report as Markdown: the counts, then for each sheet a table of its findings.

A row has both figures as printed; below the table stands what to do. Words of a sheet are escaped
or stand in code, so that nothing of them is read as Markdown or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, TextIO

from auditor.engine import Report
from auditor.finding import Finding, Spot
from auditor.obeyed import tamed
from auditor.reporters import Style, handbook, sentences, told
from auditor.reporters.console import SEVERITIES
from auditor.reporters.handbook import fence
from auditor.reporters.location import relative
from auditor.reporters.manual import HELP
from auditor.wording import Fields, Lang, Wording, listed, quote, say, visible

# What is made a link, or calls a person, without any mark of Markdown; and signs that look alike.
_LIVE: Final = re.compile(r"@(?=\w)|:(?=//)|(?<=www)\.", re.IGNORECASE)
_ALIKE: Final = {"@": "＠", ":": "∶", ".": "․"}
_TITLE: Final = Wording(en="Audit of plan sheets", zh="规划表单检查报告")
_HEADS: Final = (
    Wording(en="Severity", zh="级别"),
    Wording(en="Rule", zh="规则"),
    Wording(en="Line", zh="行"),
    Wording(en="What is wrong", zh="问题"),
    Wording(en="Printed figures", zh="原文数字"),
)
_ITEM: Final = Wording(en="{code}, line {lines}: {told}", zh="{code}（第 {lines} 行）：{told}")
_ITEMS: Final = Wording(en="{code}, lines {lines}: {told}", zh="{code}（第 {lines} 行）：{told}")
_TRY: Final = Wording(en="try {told}", zh="可试 {told}")
_ABOUT: Final = Wording(en="{subject}: {said}", zh="{subject}：{said}")
# Beyond so many figures a row is no longer read; the others are counted.
_MOST_FIGURES: Final = 8
_MORE: Final = Wording(en="and {more} more", zh="另有 {more} 个")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the title with the counts, and the sheets that have findings."""
    lang = style.lang
    parts = [f"# {_TITLE[lang]}", f"**{escaped(sentences.verdict(report, lang))}**"]
    parts.append(escaped(sentences.counts(report, lang)))
    for path, findings in groupby(told(report, style), key=lambda finding: finding.path):
        parts += _sheet(path, report.sheets.titles.get(path, ""), tuple(findings), lang)
    stream.write(tamed("\n\n".join(parts)) + "\n")


def _sheet(path: str, title: str, findings: Sequence[Finding], lang: Lang) -> Iterator[str]:
    name = escaped(quote(title))
    yield f"## {_code(relative(path))} {name}".rstrip()
    rows = [_row(head[lang] for head in _HEADS), _row("---" for _ in _HEADS)]
    yield "\n".join([*rows, *(_row(_cells(finding, lang)) for finding in findings)])
    items = [f"- {item}" for item in _advice(findings, lang)]
    if items:
        yield f"**{HELP[lang]}**"
        yield "\n".join(items)


def _cells(finding: Finding, lang: Lang) -> Iterator[str]:
    yield SEVERITIES[finding.severity][lang]
    yield f"{finding.code} {finding.name}"
    yield str(finding.spots[0].mark.line)
    subject = sentences.subject(finding, lang)
    said = visible(finding.told(lang))
    yield escaped(say(_ABOUT, lang, {"subject": subject, "said": said}) if subject else said)
    figures = [_figure(spot, finding, lang) for spot in finding.spots if spot.printed]
    more = len(figures) - _MOST_FIGURES
    if more > 0:
        figures[_MOST_FIGURES:] = [say(_MORE, lang, {"more": more})]
    yield " · ".join(figures)


def _figure(spot: Spot, finding: Finding, lang: Lang) -> str:
    """Return a figure as printed, with where it stands and how it is read."""
    sheet = "" if spot.path == finding.path else _cell(relative(spot.path))
    note = escaped(sentences.note(spot, lang))
    return " ".join(filter(None, (sheet, _cell(spot.printed), f"({note})" if note else "")))


def _advice(findings: Sequence[Finding], lang: Lang) -> Iterator[str]:
    """Return what to do, once for findings of which the same is told, and what would settle them."""
    lines: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        told = [visible(finding.advice(lang))] if finding.help else []
        for mend in finding.mends:
            told.append(say(_TRY, lang, {"told": sentences.attempt(mend, finding, lang)}))
        for each in told:
            lines.setdefault((finding.code, each), []).append(str(finding.spots[0].mark.line))
    for (code, said), where in lines.items():
        fields: Fields = {"code": code, "told": said, "lines": listed(list(dict.fromkeys(where)))}
        yield escaped(say(_ITEM if len(where) == 1 else _ITEMS, lang, fields))


def _cell(text: str) -> str:
    """Return text as code where it stands in a table, whose cells a bar would end even in code."""
    return escaped(visible(text)) if "|" in text else _code(text)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    """Return text as code, its fence longer than any in it."""
    shown = visible(text)
    marks = fence(shown)
    blank = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{marks}{blank}{shown}{blank}{marks}"


def escaped(text: str) -> str:
    """Return text with nothing in it that is made a link or calls a person either."""
    return _LIVE.sub(lambda sign: _ALIKE[sign[0]], handbook.escaped(text))
