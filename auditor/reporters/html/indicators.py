"""All that a plan states, as a table: figures, places, readings, and the findings they are part of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from auditor.facts import Plan
from auditor.finding import Finding
from auditor.reporters import cells
from auditor.reporters.html.contents import Contents, anchor
from auditor.reporters.html.elements import Element, Node, both, e, in_both, own, said
from auditor.view.claims import FAILS, HOLDS, Asserted
from auditor.view.indicators import Quantity, Sight, Strand, Subject, sight
from auditor.view.notes import Noted, place
from auditor.wording import Lang, Wording

_TITLE: Final = Wording(
    en="Indicator table: {count} in all, {marked} with findings",
    zh="指标表：共 {count} 项，涉及问题 {marked} 项",
)
_HEADS: Final = (
    Wording(en="Quantity", zh="口径与时间"),
    Wording(en="Printed", zh="原文数字"),
    Wording(en="Read as", zh="读作"),
    Wording(en="Comes to", zh="折算"),
    Wording(en="Findings", zh="问题"),
)


def table(plan: Plan, contents: Contents) -> Node:
    """Return what a plan states; nothing of one that states nothing."""
    report = replace(contents.report, findings=contents.touching(plan.sheet.path))
    seen = sight(plan, report)
    if not (seen.subjects or [*cells.loose(seen)] or seen.claims):
        return None
    count = len(seen.subjects)
    marked = tuple(each for each in seen.subjects if _has_findings(each, contents))
    if contents.many:
        seen = seen._replace(subjects=marked, unbound=(), allotted=(), weights=None)
    return e(
        "details",
        e("summary", e("h3", said(_TITLE, count=count, marked=len(marked)))),
        _indicators(seen, contents) if seen.subjects or [*cells.loose(seen)] else None,
        _claims(seen, contents) if seen.claims else None,
        id=f"{contents.anchors[plan.sheet.path]}-table",
        class_="indicators",
    )


def links(findings: tuple[Finding, ...]) -> Node:
    """Return links to findings, marked by severity; excused ones in brackets."""
    return tuple(_link(finding) for finding in findings)


def _link(finding: Finding) -> Element:
    mark = f"{cells.MARKS[finding.severity]} {finding.code}"
    kind = finding.severity.word if finding.stands else "excused"
    told = mark if finding.stands else f"({finding.code})"
    return e("a", told, href=f"#{anchor(finding)}", class_=f"link {kind}")


def _has_findings(subject: Subject, contents: Contents) -> bool:
    return any(
        _on(noted, contents)
        for strand in subject.strands
        for quantity in strand.quantities
        for noted in quantity.statements
    )


def _on(noted: Noted, contents: Contents) -> tuple[Finding, ...]:
    return contents.at(*place(noted.fact))


def _indicators(seen: Sight, contents: Contents) -> Element:
    heads = (e("th", both(head), scope="col") for head in _HEADS)
    return e(
        "table",
        e("thead", e("tr", heads)),
        (_subject(subject, seen, contents) for subject in seen.subjects),
        (_figures(title, named, contents) for title, named in cells.loose(seen)),
        class_="figures-table",
    )


def _group(title: Node, about: Node, rows: Iterator[Node]) -> Element:
    """Return rows under a heading that spans the table."""
    head = e("th", e("b", title), " ", e("small", about), scope="rowgroup", colspan=len(_HEADS))
    return e("tbody", e("tr", head, class_="subject"), rows)


def _subject(subject: Subject, seen: Sight, contents: Contents) -> Element:
    name = in_both(lambda lang: cells.subject_name(subject, lang).plain)
    about = in_both(lambda lang: cells.subject_about(subject, lang).plain)
    return _group(both(name), both(about), _strands(subject, seen, contents))


def _strands(subject: Subject, seen: Sight, contents: Contents) -> Iterator[Node]:
    for strand in subject.strands:
        yield _strand(strand, seen.plan.sheet.area)
        for quantity in strand.quantities:
            yield from _rows(quantity, subject, contents)


def _strand(strand: Strand, area: str) -> Node:
    told = in_both(lambda lang: cells.strand_line(strand, area, lang).plain)
    if not told["en"]:
        return None
    return e("tr", e("th", both(told), scope="row", colspan=len(_HEADS)), class_="scope")


def _rows(quantity: Quantity, subject: Subject, contents: Contents) -> Iterator[Node]:
    """Return a row for each way in which a quantity is printed, with all places where it is."""
    alike = groupby(
        quantity.statements, key=lambda each: (each.fact.entry.says, _on(each, contents))
    )
    opening = True
    for (_, found), group in alike:
        yield _statement(quantity, subject, tuple(group), found, opening=opening)
        opening = False


def _statement(
    quantity: Quantity,
    subject: Subject,
    alike: tuple[Noted, ...],
    found: tuple[Finding, ...],
    *,
    opening: bool,
) -> Element:
    """Return one way in which a quantity is printed; the first tells what the quantity is."""
    fact, places = alike[0].fact, [each.fact.entry.place for each in alike]
    where = in_both(lambda lang: cells.places(places, lang))
    return _row(
        both(in_both(lambda lang: cells.what(quantity, lang))) if opening else None,
        (own(fact.entry.says, class_="printed"), " ", e("small", both(where))),
        both(in_both(lambda lang: cells.read_as(fact, subject, lang))),
        both(in_both(lambda lang: _comes_to(quantity, subject, lang))) if opening else None,
        found,
        current=quantity.current,
    )


def _row(
    what: Node,
    printed: Node,
    read_as: Node,
    comes_to: Node,
    found: tuple[Finding, ...],
    *,
    current: bool = False,
) -> Element:
    worst = max((finding.severity for finding in found if finding.stands), default=None)
    kind = [worst.word if worst else "", "current" if current else ""]
    return e(
        "tr",
        *(e("td", inside) for inside in (what, printed, read_as, comes_to)),
        e("td", links(found)),
        class_=" ".join(filter(None, kind)) or None,
    )


def _comes_to(quantity: Quantity, subject: Subject, lang: Lang) -> str:
    told = (
        cells.mean_told(quantity, subject, lang),
        cells.change_told(quantity, subject, lang),
    )
    return " · ".join(filter(None, told))


def _figures(title: Wording, named: list[tuple[str, Noted]], contents: Contents) -> Element:
    return _group(both(title), None, (_figure(name, each, contents) for name, each in named))


def _figure(name: str, noted: Noted, contents: Contents) -> Element:
    entry = noted.fact.entry
    return _row(
        own(name),
        (own(entry.says, class_="printed"), " ", e("small", own(entry.place))),
        both(in_both(lambda lang: cells.read(noted.fact, lang))),
        None,
        _on(noted, contents),
    )


def _claims(seen: Sight, contents: Contents) -> Element:
    return e(
        "section",
        e("h4", both(cells.CLAIMS)),
        e("ul", (_claim(claim, contents) for claim in seen.claims), class_="claims"),
    )


def _claim(claim: Asserted, contents: Contents) -> Element:
    """Return a claim with the figures as printed, and whether it holds."""
    mark = {HOLDS: "✓", FAILS: "✗"}.get(claim.verdict, "?")
    codes = {note.code for note in claim.notes}
    about = (each for fact in claim.facts for each in contents.at(*place(fact)))
    found = {anchor(each): each for each in about if each.code in codes}
    verdict = both(in_both(lambda lang: cells.verdict(claim, lang)))
    return e(
        "li",
        e("span", f"{mark} ", verdict, class_=f"verdict {claim.verdict}"),
        " ",
        own(claim.text, class_="printed"),
        " ",
        e("small", own(claim.claim.place)),
        " ",
        links(tuple(found.values())),
    )
