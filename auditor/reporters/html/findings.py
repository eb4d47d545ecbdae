"""One finding as a reader sees it: both figures side by side, the difference, and what to do."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from auditor.finding import Finding, Mend, Severity, Spot, suppressible
from auditor.phrases import Unit, distance, shown
from auditor.reporters import sentences
from auditor.reporters.console import SEVERITIES
from auditor.reporters.excerpt import lines
from auditor.reporters.html.contents import Contents, anchor
from auditor.reporters.html.elements import Element, Node, both, e, in_both, own, prose, said
from auditor.reporters.manual import HELP, WHY, WRONG
from auditor.rule import Rule
from auditor.suppression import COMMENT
from auditor.wording import Wording, filled, say

# More figures than a reader compares at a glance; the others are folded away.
_AT_A_GLANCE: Final = 8
_AROUND: Final = 60

_READ_AS: Final = Wording(en="read as", zh="读作")
_STANDS_FOR: Final = Wording(en="stands for", zh="含义区间")
_UNIT: Final = Wording(en="unit", zh="单位")
_RANGE: Final = Wording(en="{low} to {high}", zh="{low} 至 {high}")
_EXACT: Final = Wording(en="exactly {low}", zh="{low}（准确数）")
_MORE: Final = Wording(en="More figures: {count}", zh="另有 {count} 个数字")
_DIFFERENCE: Final = Wording(en="Difference", zh="相差")
_TRY: Final = Wording(en="Try", zh="可试")
_SETTLES: Final = Wording(en="settles {count} findings", zh="可消除 {count} 个问题")
_DETAILS: Final = Wording(
    en="Why it matters, where in the sheet, exceptions", zh="为何重要、表单原文、如何豁免"
)
_IN_SHEET: Final = Wording(en="In the sheet", zh="表单原文")
_SILENCE: Final = Wording(
    en="To make an exception, write above line {line} of {path}, or at its end:",
    zh="如需豁免，请在 {path} 第 {line} 行上方或行末写：",
)
_NEVER_SILENCED: Final = Wording(en="It cannot be suppressed.", zh="此类问题不可豁免。")
_SUPPRESSED: Final = Wording(en="suppressed", zh="已豁免")
_REASON: Final = Wording(en="Reason given", zh="豁免理由")


def article(finding: Finding, contents: Contents) -> Element:
    """Return a finding. What filters look at stands in its attributes."""
    rule = contents.rules[finding.code]
    return e(
        "article",
        _head(finding, rule),
        e("div", *_told(finding), class_="told"),
        e("div", *_figures(finding, contents), class_="evidence"),
        _folded(finding, rule),
        id=anchor(finding),
        class_=f"finding {finding.severity.word}",
        data_severity=finding.severity.word,
        data_rule=finding.code,
        data_stands=finding.stands,
    )


def badge(severity: Severity) -> Element:
    """Return the word for a severity, in its colour."""
    return e("span", both(SEVERITIES[severity]), class_=f"badge {severity.word}")


def _head(finding: Finding, rule: Rule) -> Element:
    title = both(rule.title)
    subject = finding.subject
    about: Node = both(finding.about) if finding.about else None
    return e(
        "header",
        e(
            "p",
            badge(finding.severity),
            e("span", title, class_="title") if subject else None,
            e("span", e("b", finding.code), " ", finding.name, class_="rule"),
            _excuse(finding),
            class_="kind",
        ),
        e("h3", both(subject), e("small", about)) if subject else e("h3", title),
    )


def _excuse(finding: Finding) -> Node:
    if finding.stands:
        return None
    why = _SUPPRESSED if finding.suppressed else sentences.KNOWN
    return e("span", both(why), class_="badge excused")


def _told(finding: Finding) -> tuple[Node, ...]:
    """Return what is wrong, by how much, and what would mend it."""
    return (
        e("p", prose(finding.message, finding.fields), class_="message"),
        _difference(finding),
        _labelled(_REASON, own(finding.justification)) if finding.justification else None,
        _labelled(HELP, prose(finding.help, finding.fields)) if finding.help else None,
        _labelled(_TRY, e("ul", *(_mend(mend, finding) for mend in finding.mends)))
        if finding.mends
        else None,
    )


def _labelled(label: Wording, inside: Node) -> Element:
    return e("div", e("h4", both(label)), e("div", inside), class_="labelled")


def _difference(finding: Finding) -> Node:
    """Return how far the figures are apart, with their unit where the first two have the same."""
    if not finding.difference:
        return None
    value = Fraction(finding.difference)
    printed = [spot for spot in finding.spots if spot.printed][:2]
    alike = len({spot.unit for spot in printed}) == 1
    told = (
        both(distance(value, printed[0].unit).told(_counted(printed[0]))) if alike else shown(value)
    )
    return _labelled(_DIFFERENCE, e("b", told, class_="apart"))


def _mend(mend: Mend, finding: Finding) -> Element:
    """Return what might be printed instead, and which slip it would undo."""
    spot = mend.spot
    where = in_both(lambda lang: sentences.attempted_at(mend, finding, lang))
    changed: Node = (" → ", e("ins", own(mend.text))) if mend.text else None
    many = mend.settles > 1
    return e(
        "li",
        both(where),
        " ",
        e("del", own(spot.printed)) if mend.text else own(spot.printed),
        changed,
        " ",
        e("small", both(in_both(mend.told))),
        (" ", e("small", said(_SETTLES, count=mend.settles))) if many else None,
    )


def _figures(finding: Finding, contents: Contents) -> tuple[Node, ...]:
    """Return the places that a finding points at: figures as cards, other stretches as lines."""
    cards = [
        _card(spot, finding, contents) if spot.printed else e("li", quoted(spot), class_="stretch")
        for spot in finding.spots
    ]
    seen, others = cards[:_AT_A_GLANCE], cards[_AT_A_GLANCE:]
    rest = e(
        "details",
        e("summary", said(_MORE, count=len(others))),
        e("ol", *others, class_="figures"),
    )
    return e("ol", *seen, class_="figures"), rest if others else None


def _card(spot: Spot, finding: Finding, contents: Contents) -> Element:
    elsewhere = spot.path != finding.path
    return e(
        "li",
        e("p", own(spot.place, class_="place"), " ", sheet_name(spot.path, contents) if elsewhere else None),
        e("p", own(spot.printed), class_="printed"),
        e("dl", *_row(_READ_AS, _reading(spot)), *_row(_STANDS_FOR, _range(spot)),
          *_row(_UNIT, _unit(spot))),
        class_="elsewhere" if elsewhere else None,
    )  # fmt: skip


def sheet_name(path: str, contents: Contents) -> Element:
    """Return a sheet's title, or its path, as a link to its section where it has one."""
    name = own(contents.report.sheets.titles.get(path) or path)
    section = contents.anchors.get(path)
    return e("a", name, href=f"#{section}") if section else name


def _row(label: Wording, told: Wording | None) -> tuple[Node, ...]:
    return (e("dt", both(label)), e("dd", both(told))) if told and told["en"] else ()


def _reading(spot: Spot) -> Wording | None:
    return filled(spot.label, **spot.label_fields) if spot.label else None


def _counted(spot: Spot) -> Unit:
    """Return the unit that a figure is in."""
    return Unit(spot.counted, spot.word)


def _unit(spot: Spot) -> Wording | None:
    """Return what a figure counts; its reading says it of per cent."""
    return _counted(spot).wording if spot.unit not in ("", "percent") else None


def _range(spot: Spot) -> Wording | None:
    """Return what a figure may stand for, None where its reading says it all: without one end."""
    if not (spot.low and spot.high):
        return None
    low, high = (shown(Fraction(end) / _counted(spot).factor) for end in (spot.low, spot.high))
    return filled(_EXACT if spot.low == spot.high else _RANGE, low=low, high=high)


def _folded(finding: Finding, rule: Rule) -> Element:
    """Return what is read only when it is asked for: the reason, the lines, the exception."""
    spots = tuple(quoted(spot) for spot in finding.spots[:_AT_A_GLANCE] if spot.printed)
    reasons = e(
        "div",
        _labelled(WHY, prose(rule.why)),
        _labelled(WRONG, prose(rule.wrong)),
        e("div", *_silence(finding), class_="silence") if finding.stands else None,
    )
    return e(
        "details",
        e("summary", both(_DETAILS)),
        e("div", reasons, _labelled(_IN_SHEET, spots) if spots else None, class_="folded"),
    )


def _silence(finding: Finding) -> tuple[Node, ...]:
    """Return the comment that would silence a finding, and where it would stand."""
    if not suppressible(finding.code):
        return (e("p", both(_NEVER_SILENCED)),)
    line = finding.spots[0].mark.line
    comment = in_both(lambda lang: say(COMMENT, lang, {"name": finding.name}))
    return e("p", said(_SILENCE, line=line, path=finding.path)), e("p", e("code", both(comment)))


def quoted(spot: Spot) -> Node:
    """Return the line of the sheet that a spot is in, the spot marked; nothing where it is gone."""
    mark, found = spot.mark, lines(spot.path)
    where = e("span", own(spot.path), f":{mark.line}:{mark.column}", class_="where")
    if mark.line > len(found):
        return e("p", where)
    line = found[mark.line - 1]
    start = mark.column - 1
    end = mark.end_column - 1 if mark.end_line == mark.line else len(line)
    end = max(start + 1, min(end, start + 2 * _AROUND))
    left, right = max(0, start - _AROUND), end + _AROUND
    return e(
        "p",
        where,
        e(
            "code",
            "…" if line[:left].strip() else None,
            line[left:start].lstrip() if left == 0 else line[left:start],
            e("mark", line[start:end] or " "),
            line[end:right].rstrip(),
            "…" if right < len(line) else None,
            class_="line",
        ),
        class_="quoted",
    )
