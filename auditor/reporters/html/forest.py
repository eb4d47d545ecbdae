"""Plans below the plans above them, and the share that each child has of its parent's targets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from typing import Final

from auditor.compare.summary import Summary
from auditor.phrases import amount, heading, percentage
from auditor.reporters import roll as words
from auditor.reporters import tree
from auditor.reporters.cells import read
from auditor.reporters.html.contents import Contents
from auditor.reporters.html.elements import Element, Node, both, e, in_both, own
from auditor.reporters.html.indicators import links
from auditor.view.forest import Forest, Kin
from auditor.view.measures import Percentage
from auditor.view.notes import place
from auditor.view.shares import BEYOND, Roll, Share, Unlike
from auditor.wording import Wording

TITLE: Final = Wording(en="Parents and children", zh="上下级规划")
_ABOUT: Final = Wording(
    en="Each bar is a child's share of its parent's target.",
    zh="条形表示下级目标占上级目标的比重。",
)
_NO_KIN: Final = Wording(
    en="None of these plans is the parent of another.", zh="各规划之间没有上下级关系。"
)
_NOTHING, _FULL = Fraction(0), Fraction(100)
# Plans that stand deeper are not indented farther.
_DEEPEST: Final = 5


def kindred(summaries: list[Summary], paths: Collection[str]) -> list[Summary]:
    """Return the plans at the paths, those above them, and all children of any of these."""
    by_id = {summary.plan: summary for summary in reversed(summaries)}
    kept: set[str] = set()
    for summary in summaries:
        above: Summary | None = summary if summary.path in paths else None
        while above is not None and above.plan not in kept:
            kept.add(above.plan)
            above = by_id.get(above.parent)
    return [each for each in summaries if each.plan in kept or each.parent in kept]


def section(forest: Forest, contents: Contents) -> Element:
    """Return the outline of the plans, and what each family's targets come to."""
    told: tuple[Node, ...] = (e("p", both(_NO_KIN), class_="about"),)
    if forest.kin:
        told = (
            _outline(forest, contents),
            e("p", both(_ABOUT), class_="about"),
            (_family(kin, contents) for kin in forest.kin),
            _alone(forest, contents) if forest.alone else None,
        )
    return e("section", e("h2", both(TITLE)), *told, id="forest")


def _outline(forest: Forest, contents: Contents) -> Element:
    """Return the plans that belong to others, each indented by how deep it stands."""
    rows = (
        e("li", _plan(place.plan, forest, contents, again=place.again),
          class_=f"depth-{min(len(place.lasts), _DEEPEST)}")
        for place in forest.outline
    )  # fmt: skip
    return e("ul", rows, class_="outline")


def _plan(
    plan: Summary, forest: Forest, contents: Contents, *, again: bool = False
) -> tuple[Node, ...]:
    """Return a plan's id, as a link to its section where it has one, and what is said of it."""
    name, anchor = own(plan.plan or plan.path), contents.anchors.get(plan.path)
    about = in_both(lambda lang: tree.about(plan, forest, lang, again=again).plain)
    link = e("a", name, href=f"#{anchor}") if anchor else e("span", name)
    return link, " ", e("small", both(about))


def _family(kin: Kin, contents: Contents) -> Element:
    parent = kin.family.parent
    count = in_both(lambda lang: tree.children(kin, lang))
    return e(
        "section",
        e("h3", own(parent.title or parent.plan), " ", e("small", both(count))),
        e("div", (_roll(roll, contents) for roll in kin.rolls), class_="rolls")
        if kin.rolls or kin.unlike
        else e("p", both(tree.NOTHING), class_="about"),
        _unlike(kin.unlike) if kin.unlike else None,
        class_="family",
    )


def _roll(roll: Roll, contents: Contents) -> Element:
    """Return a target of a parent with a row for each child, their sum, and what it comes to."""
    parent = roll.parent
    about = heading(parent)
    return e(
        "section",
        e("h4", both(roll.indicator.name), both(about) if about else None),
        e(
            "p",
            own(parent.entry.says, class_="printed"),
            " ",
            both(in_both(lambda lang: read(parent, lang))),
            " ",
            e("small", own(parent.entry.place)),
            " ",
            links(contents.at(*place(parent))),
        ),
        e(
            "ul",
            (_share(each, roll, contents) for each in roll.shares),
            _sum(roll),
            class_="shares",
        ),
        *(e("p", both(line), class_="closing") for line in _closing(roll)),
        class_="roll",
        data_verdict=roll.verdict,
    )


def _share(each: Share, roll: Roll, contents: Contents) -> Element:
    remark = in_both(lambda lang: words.remark(each, roll, lang))
    level = in_both(lambda lang: words.level(each, roll, lang).plain)
    kind = f"level {words.weight(roll).word if each.level == BEYOND else each.level}"
    found = () if each.fact is None else contents.at(*place(each.fact))
    return e(
        "li",
        own(each.plan, class_="who"),
        own(each.fact.entry.says, class_="printed") if each.fact else e("span", "—"),
        e("span", both(level), class_=kind) if level["en"] else _bar(each.portion),
        e("span", links(found), class_="links") if found else None,
        e("small", both(remark)) if remark["en"] else None,
    )


def _sum(roll: Roll) -> Node:
    if roll.sum is None:
        return None
    total = in_both(lambda lang: words.total(roll, lang))
    return e("li", e("b", both(words.TOGETHER), class_="who"), e("b", both(total)), _bar(roll.portion),
             class_="together")  # fmt: skip


def _bar(portion: Percentage | None) -> Node:
    """Return a share as a bar of a track that is a hundred per cent, and as a number."""
    if portion is None:
        return None
    width = amount(round(min(max(portion.value, _NOTHING), _FULL), 2))
    kind = "over" if portion.value > _FULL else "fill"
    drawn = e("rect", width=f"{width}%", height="100%", class_=kind)
    track = e("rect", width="100%", height="100%", class_="track")
    return e(
        "span",
        e("svg", track, drawn, aria_hidden="true"),
        e("b", percentage(portion.value, portion.doubt)),
        class_="bar",
    )


def _closing(roll: Roll) -> Iterator[Wording]:
    lines = {lang: [line.plain for line in words.closing(roll, lang)] for lang in ("en", "zh")}
    for english, chinese in zip(lines["en"], lines["zh"], strict=True):
        yield {"en": english, "zh": chinese}


def _unlike(unlike: Iterable[Unlike]) -> Element:
    rows = (
        e("li", both(each.indicator.name), " ", own(each.child.origin.plan, class_="who"), " ",
          e("small", both(each.reason)))
        for each in unlike
    )  # fmt: skip
    return e("section", e("h4", both(tree.UNLIKE)), e("ul", rows))


def _alone(forest: Forest, contents: Contents) -> Element:
    rows = (e("li", _plan(plan, forest, contents)) for plan in forest.alone)
    return e("section", e("h3", both(tree.ALONE)), e("ul", rows))
