"""The body of the report: a section for each sheet, then what concerns several of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from auditor.facts import Plan
from auditor.finding import Comparison, Spot
from auditor.reporters import sentences
from auditor.reporters.cells import UNDER
from auditor.reporters.html.contents import Contents, Section
from auditor.reporters.html.elements import Element, Node, both, e, own, said
from auditor.reporters.html.findings import article, sheet_name
from auditor.reporters.html.indicators import table
from auditor.rule import Undecided
from auditor.wording import Wording

_NONE: Final = Wording(en="No findings.", zh="未发现问题。")
_EXCUSED: Final = Wording(
    en="Excused findings: {count}", zh="不再追究的问题 {count} 个（已豁免或已列入基线）"
)
_UNREADABLE: Final = Wording(
    en="The sheet could not be read again, so that its indicator table is missing.",
    zh="表单无法再次读取，故未列指标表。",
)
_LIGHTER: Final = Wording(
    en="Less severe findings, not shown: {count}", zh="另有级别较低的问题 {count} 个，未列出"
)


def sheet(section: Section, plan: Plan | None, contents: Contents) -> Element:
    """Return a sheet's findings, then all that it states."""
    standing = [each for each in section.findings if each.stands]
    excused = [each for each in section.findings if not each.stands]
    return e(
        "section",
        e("header", e("h2", own(section.title or section.path)), _about(section, plan)),
        e("div", *(article(each, contents) for each in standing), class_="findings")
        if standing
        else None,
        _rest(section),
        e(
            "details",
            e("summary", said(_EXCUSED, count=len(excused))),
            *(article(each, contents) for each in excused),
            class_="excused",
        )
        if excused
        else None,
        _stated(plan, contents),
        id=section.anchor,
        class_="sheet",
        data_path=section.path,
    )


def _rest(section: Section) -> Node:
    """Return that a sheet has no findings, or how many are too light to be told of."""
    if section.lighter:
        return e("p", said(_LIGHTER, count=section.lighter), class_="about")
    return (
        None
        if any(each.stands for each in section.findings)
        else e("p", both(_NONE), class_="clean")
    )


def _about(section: Section, plan: Plan | None) -> Element:
    sheet = plan.sheet if plan is not None else None
    return e(
        "p",
        own(section.path, class_="path"),
        e("span", str(sheet.period)) if sheet and sheet.period else None,
        e("span", said(UNDER, parent=sheet.parent)) if sheet and sheet.parent else None,
        class_="about",
    )


def _stated(plan: Plan | None, contents: Contents) -> Node:
    return e("p", both(_UNREADABLE), class_="about") if plan is None else table(plan, contents)


def undecided(contents: Contents) -> Node:
    """Return the comparisons that could not be made, by sheet, each with the reason."""
    found = contents.report.undecided
    if not found:
        return None
    return e(
        "section",
        e("h2", both(sentences.UNDECIDED)),
        (
            e("section", e("h3", sheet_name(path, contents)), e("ul", _open_ends(group)))
            for path, group in groupby(found, key=lambda each: each.spot.path)
        ),
        id="undecided",
    )


def _open_ends(found: Iterable[Undecided]) -> Iterator[Node]:
    for each in found:
        yield e("li", _figure(each.spot), " ", e("small", both(each.reason)))


def _figure(spot: Spot) -> Node:
    """Return a figure as printed with its place, or the place in the sheet of what is no figure."""
    where = own(spot.place, class_="place") if spot.place else own(f"{spot.path}:{spot.mark.line}")
    return where, " ", own(spot.printed, class_="printed")


def held(comparisons: list[Comparison], show: str, contents: Contents) -> Node:
    """Return the comparisons that came out well and are to be told of."""
    if not comparisons:
        return None
    return e(
        "section",
        e("h2", both(sentences.held(show))),
        (
            e("section", e("h3", sheet_name(path, contents)), e("ul", map(_comparison, group)))
            for path, group in groupby(comparisons, key=lambda each: each.spots[0].path)
        ),
        id="held",
    )


def _comparison(comparison: Comparison) -> Node:
    figures = (e("span", _figure(spot)) for spot in comparison.spots)
    return e(
        "li",
        e("span", comparison.code, class_="rule"),
        figures,
        e("small", both(sentences.margin(comparison))) if comparison.by_rounding else None,
    )
