"""The report as one HTML page, in both languages, that needs nothing from outside.

A page is a tree of elements, so that text from a sheet can never become markup. Its style sheet
and its script stand in it, and a content security policy lets it run nothing else. Without
script everything is there to be read; the script only filters, and tells readers by ear which
language it is. The bytes depend on the report alone.

To show what the plans state, their sheets are read again, one at a time. In a run of more than
200 sheets only those with findings are shown, their tables have only the indicators that the
findings concern, and of the other plans there are only those above and below them.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from typing import Final, TextIO

from auditor.compare.rollup import Run
from auditor.compare.summary import Summary, summarise
from auditor.engine import Report
from auditor.errors import UsageError
from auditor.facts import Plan
from auditor.finding import Comparison
from auditor.library import Library
from auditor.reporters import Style, excerpt, sentences, weighty
from auditor.reporters.html import forest, sections
from auditor.reporters.html.contents import Contents
from auditor.reporters.html.elements import LANGS, Element, Node, Verbatim, e, written
from auditor.reporters.html.overview import TITLE, masthead
from auditor.reporters.html.steering import filters, navigation
from auditor.reporters.json import comparisons
from auditor.view.forest import grown

_POLICY: Final = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the page, section by section."""
    excerpt.lines.cache_clear()
    contents = Contents(report, weighty(report, style))
    stream.write("<!DOCTYPE html>\n")
    stream.writelines(written(e("html", _head(style), _body(contents, style), lang=style.lang)))


def _head(style: Style) -> Element:
    looks, script = (Verbatim(_asset(name)) for name in ("report.css", "report.js"))
    policy = _POLICY.format(style=_hash(looks), script=_hash(script))
    return e(
        "head",
        e("meta", charset="utf-8"),
        e("meta", http_equiv="Content-Security-Policy", content=policy),
        e("meta", name="viewport", content="width=device-width, initial-scale=1"),
        e("meta", name="color-scheme", content="light dark"),
        e("title", TITLE[style.lang], **{f"data-{lang}": TITLE[lang] for lang in LANGS}),
        e("style", looks),
        e("script", script, type="module"),
    )


def _asset(name: str) -> str:
    return files("auditor.reporters.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: Verbatim) -> str:
    digest = b64encode(sha256(text.text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _body(contents: Contents, style: Style) -> Element:
    held = comparisons(contents.report, style) if style.show else []
    others = {"forest": forest.TITLE}
    if contents.report.undecided:
        others["undecided"] = sentences.UNDECIDED
    if held:
        others["held"] = sentences.held(style.show)
    return e(
        "body",
        masthead(contents, style.lang),
        e("aside", filters(contents), navigation(contents, others)),
        e("main", _sections(contents, held, style), id="findings", tabindex=-1),
    )


def _sections(contents: Contents, held: list[Comparison], style: Style) -> Iterator[Node]:
    """Return the sheets, then what concerns several of them; one plan is in memory at a time."""
    library = Library()
    summaries: list[Summary] = []
    shown = {section.path for section in contents.shown}
    for section in contents.sections if shown else ():
        plan = _read(section.path, library)
        if plan is not None and section.path in contents.report.sheets.titles:
            summaries.append(summarise(plan))
        if section.path in shown:
            yield sections.sheet(section, plan, contents)
    summaries = forest.kindred(summaries, shown)
    above = library.context(summaries, unread=[])
    run = Run((*summaries, *(replace(summary, context=False) for summary in above)))
    yield forest.section(grown(run, frozenset(each.plan for each in above)), contents)
    yield sections.undecided(contents)
    yield sections.held(held, style.show, contents)


def _read(path: str, library: Library) -> Plan | None:
    """Return a plan, None where its sheet cannot be read any more."""
    try:
        return library.load(path)
    except UsageError:
        return None
