"""What readers steer by: the filters of the findings, and the list of contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from auditor.finding import tallied
from auditor.reporters import sentences
from auditor.reporters.console import SEVERITIES
from auditor.reporters.html.contents import Contents, Section
from auditor.reporters.html.elements import LANGS, Element, Node, both, e, own, said
from auditor.wording import Fields, Wording, say

_FILTERS: Final = Wording(en="Filter the findings", zh="筛选")
_SEVERITY: Final = Wording(en="Severity", zh="级别")
_RULE: Final = Wording(en="Rule", zh="规则")
_PLAN: Final = Wording(en="Plan", zh="规划")
_EVERY_RULE: Final = Wording(en="All rules", zh="全部规则")
_EVERY_PLAN: Final = Wording(en="All plans", zh="全部规划")
_RESET: Final = Wording(en="Show all", zh="全部显示")
_SHOWN: Final = Wording(en="{shown} of {total} findings shown", zh="显示 {shown} 个，共 {total} 个")
_NOTHING: Final = Wording(en="Nothing matches these filters.", zh="没有符合筛选条件的问题。")
_CONTENTS: Final = Wording(en="Plans", zh="规划目录")
_OTHERS: Final = Wording(
    en="{count} more sheets with nothing to show", zh="另有 {count} 份表单没有可列出的问题"
)


def filters(contents: Contents) -> Node:
    """Return the form that filters the findings; nothing where there are none.

    It shows itself only once the script that it needs runs.
    """
    standing = [finding for finding in contents.findings if finding.stands]
    if not standing:
        return None
    return e(
        "form",
        e("h2", both(_FILTERS), class_="unseen"),
        e("fieldset", e("legend", both(_SEVERITY)), _severities(contents), class_="severities"),
        _choice("rule", _RULE, _EVERY_RULE, _rules(contents)),
        _choice("sheet", _PLAN, _EVERY_PLAN, _plans(contents)),
        e("button", both(_RESET), type="reset"),
        e("output", _shown(len(standing)), for_="rule sheet"),
        e("p", both(_NOTHING), class_="nothing", hidden=True),
        class_="filters",
        autocomplete="off",
    )


def _severities(contents: Contents) -> Iterator[Node]:
    for severity, count in tallied(contents.findings).items():
        if count:
            box = e("input", type="checkbox", name="severity", value=severity.word, checked=True)
            yield e(
                "label", box, " ", both(SEVERITIES[severity]), " ", _count(count),
                class_=f"chip {severity.word}",
            )  # fmt: skip


def _count(count: int) -> Element:
    return e("span", str(count), class_="count")


def _choice(name: str, label: Wording, every: Wording, options: Iterator[Node]) -> Element:
    first = _option("", every)
    return e("label", e("span", both(label)), e("select", first, options, name=name, id=name))


def _option(value: str, told: Wording, count: int = 0) -> Element:
    """Return an option: it holds text alone, so that the script puts the other language there."""
    ended = {lang: f"{told[lang]} ({count})" if count else told[lang] for lang in LANGS}
    return e("option", ended["en"], value=value, data_en=ended["en"], data_zh=ended["zh"])


def _rules(contents: Contents) -> Iterator[Node]:
    found = Counter(finding.code for finding in contents.findings if finding.stands)
    for code, count in sorted(found.items()):
        title = contents.rules[code].title
        yield _option(code, {"en": f"{code} {title['en']}", "zh": f"{code} {title['zh']}"}, count)


def _plans(contents: Contents) -> Iterator[Node]:
    for section in contents.sections:
        count = sum(section.counts.values())
        if count:
            title = section.title or section.path
            yield _option(section.path, Wording(en=title, zh=title), count)


def _shown(total: int) -> Node:
    """Return how many findings are shown, in a place where the script can put another number."""
    fields: Fields = {"shown": "\0", "total": total}
    parts = {lang: say(_SHOWN, lang, fields).partition("\0") for lang in LANGS}
    return tuple(
        e("span", before, e("b", str(total), class_="shown"), after, lang=lang)
        for lang, (before, _, after) in parts.items()
    )


def navigation(contents: Contents, others: Mapping[str, Wording]) -> Element:
    """Return links to the sheets, with how many findings each has, and to the other sections."""
    left = len(contents.sections) - len(contents.shown)
    return e(
        "nav",
        e("h2", both(_CONTENTS), id="contents"),
        e("ul", (_entry(section) for section in contents.shown)),
        e("p", said(_OTHERS, count=left)) if left else None,
        e("ul", (e("li", e("a", both(told), href=f"#{id_}")) for id_, told in others.items())),
        aria_labelledby="contents",
    )


def _entry(section: Section) -> Element:
    counts = (
        e("span", str(count), " ", e("span", both(SEVERITIES[severity]), class_="unseen"),
          class_=f"badge {severity.word}")
        for severity, count in section.counts.items()
        if count
    )  # fmt: skip
    found = section.lighter or any(section.counts.values())
    clean = None if found else e("small", both(sentences.CLEAN))
    link = e("a", own(section.title or section.path), href=f"#{section.anchor}")
    return e("li", link, " ", e("span", counts, clean, class_="badges"))
