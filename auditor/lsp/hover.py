"""What an editor shows beside the pointer: an indicator with all its statements, a figure as read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from auditor import sheet
from auditor.compare.summary import Summary
from auditor.document import Document, Mapping, Node, Scalar
from auditor.engine import Report
from auditor.facts import Fact, Plan
from auditor.figure import FigureError, read, read_unit
from auditor.finding import Finding, Mark
from auditor.lsp.pages import Page
from auditor.phrases import Unit, brief, extent, heading, unit_in
from auditor.reporters import cells
from auditor.reporters.console import SEVERITIES
from auditor.reporters.figures import row
from auditor.sheet import Indicator
from auditor.sheet import format as shapes
from auditor.view.indicators import Subject, sight
from auditor.wording import Lang, Wording, say

_READ_AS: Final = Wording(en="Read as", zh="读作")
_STANDS_FOR: Final = Wording(en="Stands for", zh="含义区间")
_ALSO: Final = Wording(en="Also printed", zh="另见")
_ELSEWHERE: Final = Wording(en="In other plans", zh="其他规划")
_IN_PLANS: Final = Wording(en="In the plans", zh="各规划")
_FINDINGS: Final = Wording(en="Findings", zh="问题")
_MORE: Final = Wording(en="and {count} more", zh="另有 {count} 处")
_TOLD: Final = Wording(en="{head}: {text}", zh="{head}：{text}")
_LINE: Final = Wording(en="line {line}", zh="第 {line} 行")
# Beyond so many statements of other plans nobody reads them here.
_MOST_ELSEWHERE: Final = 12
_REFERENCES: Final = frozenset(("id", "whole", *shapes.PARTS))


class Seen(NamedTuple):
    """A sheet that is looked at: its text as read, what it states, what was found, what others state."""

    read: Document
    plan: Plan
    report: Report
    others: tuple[Summary, ...]

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Return the indicators that may be referred to; those of a catalogue are its own."""
        return dict(self.plan.indicators) or sheet.catalogue(self.read)


class Under(NamedTuple):
    """A text of a sheet: the keys and numbers that lead to it, and whether it is itself a key."""

    route: tuple[str | int, ...]
    scalar: Scalar
    is_key: bool

    @property
    def key(self) -> str:
        """Return the name of the key that the text stands under."""
        return next((each for each in reversed(self.route) if isinstance(each, str)), "")


def hover(seen: Seen, line: int, column: int, page: Page, lang: Lang) -> Mark | None:
    """Write about what stands at a place, and return where that is; None when it is nothing."""
    under = _under(seen.read.root, line, column)
    if under is None:
        return None
    id_ = _indicator(under)
    fact = _fact(seen.plan, under, line, column)
    if id_ and id_ in seen.indicators:
        _about_indicator(seen, id_, page, lang)
    elif fact is not None:
        _about_figure(seen, fact, page, lang)
    elif under.key in ("says", "cells") and not under.is_key:
        _about_unread(seen, under.scalar, page, lang)
    return under.scalar.mark if page.lines else None


def _under(root: Node | None, line: int, column: int) -> Under | None:
    """Return the text that stands at a place, or ends there."""
    ending = None
    for under in _texts(root):
        mark = under.scalar.mark
        if (mark.line, mark.column) <= (line, column) <= (mark.end_line, mark.end_column):
            if (line, column) < (mark.end_line, mark.end_column):
                return under
            ending = ending or under
    return ending


def _texts(root: Node | None) -> Iterator[Under]:
    waiting: list[tuple[tuple[str | int, ...], Node]] = [] if root is None else [((), root)]
    while waiting:
        route, node = waiting.pop()
        if isinstance(node, Scalar):
            yield Under(route, node, False)
        elif isinstance(node, Mapping):
            for name, (key, value) in node.entries.items():
                yield Under((*route, name), key, True)
                waiting.append(((*route, name), value))
        else:
            waiting += (((*route, number), item) for number, item in enumerate(node.items))


def _indicator(under: Under) -> str:
    """Return the id of the indicator that a text defines or refers to, else nothing."""
    defines = under.is_key and under.route[:-1] == ("indicators",)
    refers = not under.is_key and under.key == "indicator"
    return under.scalar.text if defines or refers else ""


def _fact(plan: Plan, under: Under, line: int, column: int) -> Fact | None:
    """Return the figure that a text is, or that it refers to by its id.

    Of a formula of several lines the first alone is looked at: how YAML has joined them is not
    known any more.
    """
    if under.is_key:
        return None
    mark, text = under.scalar.mark, under.scalar.text
    if under.key in _REFERENCES:
        return plan.ids.get(text)
    if under.key == "holds":
        at = column - mark.column - (not under.scalar.plain)
        return plan.ids.get(_word(text, at)) if line == mark.line else None
    return next((fact for fact in plan.every_fact if fact.entry.mark == mark), None)


def _word(text: str, at: int) -> str:
    """Return the word of a formula that a character belongs to."""
    start = end = max(0, min(at, len(text)))
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[start:end]


# An indicator.


def _about_indicator(seen: Seen, id_: str, page: Page, lang: Lang) -> None:
    subject = _subject(seen, id_) or _stated_nowhere(seen.indicators[id_])
    page.paragraph(page.strong(cells.subject_name(subject, lang).plain))
    page.paragraph(page.text(cells.subject_about(subject, lang).plain))
    for strand in subject.strands:
        line = cells.strand_line(strand, seen.plan.sheet.area, lang)
        if line:
            page.paragraph(page.text(line.plain))
        for quantity in strand.quantities:
            page.item(page.text(cells.what(quantity, lang)))
            for fact, _ in quantity.statements:
                told = [_printed(fact, page, lang), page.text(cells.read_as(fact, subject, lang))]
                told += [page.text(_code(each, lang)) for each in _findings(seen.report, fact)]
                page.item(" · ".join(filter(None, told)), depth=1)
    _elsewhere(seen, id_, page, lang)


def _subject(seen: Seen, id_: str) -> Subject | None:
    found = sight(seen.plan, seen.report).subjects
    return next((subject for subject in found if subject.id == id_), None)


def _stated_nowhere(indicator: Indicator) -> Subject:
    known = read_unit(indicator.unit) if indicator.unit else None
    unit = unit_in(indicator.unit, known[1]) if known else Unit("")
    return Subject(indicator.id, indicator, unit, ())


def _elsewhere(seen: Seen, id_: str, page: Page, lang: Lang) -> None:
    """Write what other plans state of an indicator, the plan above first."""
    own = seen.plan.sheet
    found = [
        (other, fact)
        for other in sorted(seen.others, key=lambda each: (each.plan != own.parent, each.path))
        for facts in other.stated.values()
        for fact in facts
        if fact.key.indicator == id_ and other.path != own.path
    ]
    if not found:
        return
    page.paragraph(page.strong((_ELSEWHERE if own.plan else _IN_PLANS)[lang]))
    for other, fact in found[:_MOST_ELSEWHERE]:
        about = (heading(fact) or {"en": "", "zh": ""})[lang].lstrip(" ,，")
        told = [page.text(other.title or other.plan), page.text(about), _printed(fact, page, lang)]
        page.item(" · ".join(filter(None, told)))
    if len(found) > _MOST_ELSEWHERE:
        page.item(page.text(say(_MORE, lang, {"count": len(found) - _MOST_ELSEWHERE})))


# A figure.


def _about_figure(seen: Seen, fact: Fact, page: Page, lang: Lang) -> None:
    indicator = seen.indicators.get(fact.key.indicator)
    about = (heading(fact) or {"en": "", "zh": ""})[lang]
    name = indicator.name[lang] if indicator else ""
    told = (name + about) if name else about.lstrip(" ,，")
    page.paragraph(page.strong(fact.entry.says) + (f" · {page.text(told)}" if told else ""))
    for head, text in _reading(seen.plan, fact, lang):
        page.item(page.text(say(_TOLD, lang, {"head": head, "text": text})))
    also = [each for each in _restatements(seen, fact) if each is not fact]
    if also:
        page.item(page.text(_ALSO[lang]))
        for each in also:
            page.item(_printed(each, page, lang), depth=1)
    _findings_of(list(_findings(seen.report, fact)), page, lang)


def _reading(plan: Plan, fact: Fact, lang: Lang) -> Iterator[tuple[Wording, str]]:
    """Return how a figure is read: number, unit, bound and basis, and all that it may stand for."""
    if not fact.figure.numeric:
        yield _READ_AS, row(fact.figure, lang)[0]
        return
    told = brief(fact, lang, named=True)
    if cells.is_open(fact, plan.kind(fact)):
        told += cells.UNSTATED[lang]
    yield _READ_AS, told
    yield _STANDS_FOR, extent(fact.allowed, fact.base_unit).by(fact)[lang]


def _restatements(seen: Seen, fact: Fact) -> Iterable[Fact]:
    """Return the other statements of a figure's quantity, those of other plans behind its own."""
    yield from seen.plan.quantities.get(fact.key, ())
    for other in seen.others:
        if other.path != seen.plan.sheet.path and fact.key.period and fact.key.indicator:
            yield from (
                each for each in other.stated.get(fact.key.area, ()) if each.key == fact.key
            )


def _about_unread(seen: Seen, scalar: Scalar, page: Page, lang: Lang) -> None:
    """Write of a text that is no figure: that there is none, or what was found in it."""
    found = [
        finding
        for finding in seen.report.standing
        if any((each.path, each.mark) == (seen.read.path, scalar.mark) for each in finding.spots)
    ]
    try:
        told = row(read(scalar.text), lang)[0]
    except FigureError:
        told = ""
    if told or found:
        page.paragraph(page.strong(scalar.text) + (f" · {page.text(told)}" if told else ""))
    _findings_of(found, page, lang)


def _findings_of(found: list[Finding], page: Page, lang: Lang) -> None:
    if not found:
        return
    page.item(page.text(_FINDINGS[lang]))
    for each in found:
        fields = {"head": f"{_code(each, lang)} {each.name}", "text": each.told(lang)}
        page.item(page.text(say(_TOLD, lang, fields)), depth=1)


def _findings(report: Report, fact: Fact) -> Iterator[Finding]:
    """Return the findings that a figure is part of, each rule's first."""
    place = fact.origin.path, fact.entry.mark
    seen: set[str] = set()
    for finding in report.standing:
        if finding.code not in seen and place in ((s.path, s.mark) for s in finding.spots):
            seen.add(finding.code)
            yield finding


def _code(finding: Finding, lang: Lang) -> str:
    return f"{SEVERITIES[finding.severity][lang]} {finding.code}"


def _printed(fact: Fact, page: Page, lang: Lang) -> str:
    """Return a figure as printed, and its place as a link to its line."""
    mark = fact.entry.mark
    place = fact.entry.place or say(_LINE, lang, {"line": mark.line})
    return f"{page.strong(fact.entry.says)} {page.link(place, fact.origin.path, mark.line)}"
