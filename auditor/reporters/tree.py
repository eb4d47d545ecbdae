"""Plans and the plans above them on a terminal: an outline, then each family's targets with shares.

Text from a sheet is only ever appended as plain text; nothing of it is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TextIO

from rich.console import Console
from rich.text import Text

from auditor.compare.summary import Summary
from auditor.reporters import Style, grid
from auditor.reporters.console import open_console
from auditor.reporters.grid import indented
from auditor.reporters.roll import write_roll
from auditor.view.forest import Forest, Kin
from auditor.wording import Fields, Lang, Wording, say, visible

_INDENT: Final = 2
# The columns of a list of plans: what a plan is called, and what is said of it.
_LEAST: Final = (24, 24)
_BESIDE: Final = Wording(en="found beside the others", zh="自动找到的上级规划")
_AGAIN: Final = Wording(
    en="stands below itself: the levels form a circle", zh="又在其自身之下，层级成环"
)
_OWN: Final = Wording(en="names itself as its parent", zh="以自身为上级")
_LOST: Final = Wording(en="its parent {parent} was not found", zh="未找到其上级 {parent}")
_BROKEN: Final = Wording(en="could not be read to its end", zh="表单未能读完")
ALONE: Final = Wording(en="Neither parent nor children among these", zh="在此既无上级也无下级")
_DOUBLE: Final = Wording(
    en="Left out, another sheet has the same plan id", zh="规划标识与其他表单重复，未计入"
)
_NAMELESS: Final = Wording(
    en="Left out, the sheet states no plan id", zh="表单未写规划标识，未计入"
)
_OPEN: Final = Wording(
    en="children here: {count}; whether there are others is not said",
    zh="此处有下级 {count} 个，是否齐全未注明",
)
_ALL: Final = Wording(
    en="children here: {count}, declared to be all", zh="此处有下级 {count} 个，已注明齐全"
)
_NAMED: Final = Wording(
    en="children declared: {declared}, here: {count}",
    zh="已注明下级 {declared} 个，此处有 {count} 个",
)
NOTHING: Final = Wording(
    en="parent and children state no target that could be compared", zh="上下级没有可比的目标"
)
UNLIKE: Final = Wording(en="Not compared", zh="未能比对")
_REASON: Final = Wording(en="{plan}: {reason}", zh="{plan}：{reason}")


def write(forest: Forest, stream: TextIO, style: Style) -> None:
    """Write the outline, what each family's targets come to, and the plans that stand alone."""
    console, lang = open_console(stream, style), style.lang
    _outline(console, forest, lang)
    if forest.outline and not forest.kin:
        console.print()
        indented(console, Text(NOTHING[lang], style="dim"), 0)
    for kin in forest.kin:
        console.print()
        _family(console, kin, lang)
    sections = (
        (ALONE, forest.alone),
        (_DOUBLE, forest.double),
        (_NAMELESS, forest.nameless),
    )
    begun = bool(forest.outline)
    for title, plans in sections:
        if plans:
            if begun:
                console.print()
            _listed(console, title, plans, forest, lang)
            begun = True


def _outline(console: Console, forest: Forest, lang: Lang) -> None:
    rows = []
    for place in forest.outline:
        branches = _branches(place.lasts, console.width // 2)
        name = Text.assemble((branches, "dim"), (visible(place.plan.plan), "bold"))
        rows.append((name, about(place.plan, forest, lang, again=place.again)))
    grid.put_rows(console, rows, _LEAST, 0)


def _branches(lasts: tuple[bool, ...], most: int) -> str:
    """Return the lines that lead to a plan in the outline, in at most so many cells."""
    drawn = "".join("   " if last else "│  " for last in lasts[:-1])
    drawn += ("└─ " if lasts[-1] else "├─ ") if lasts else ""
    return drawn if len(drawn) <= most else "…" + drawn[1 - most :]


def about(plan: Summary, forest: Forest, lang: Lang, *, again: bool = False) -> Text:
    """Return a plan's title, and what is remarkable about its place among the others."""
    told = [_AGAIN[lang]] if again else []
    if plan.parent and plan.parent == plan.plan:
        told.append(_OWN[lang])
    elif plan.parent and plan.parent not in forest.run.by_id:
        told.append(visible(say(_LOST, lang, {"parent": plan.parent})))
    if not plan.whole:
        told.append(_BROKEN[lang])
    if plan.plan and plan.plan in forest.beside:
        told.append(_BESIDE[lang])
    line = Text(visible(plan.title or (plan.path if plan.plan else "")))
    if told:
        separator, brackets = {"en": ("; ", " ({})"), "zh": ("；", "（{}）")}[lang]
        line.append(brackets.format(separator.join(told)), style="dim")
    return line


def _family(console: Console, kin: Kin, lang: Lang) -> None:
    parent = kin.family.parent
    title = Text.assemble((visible(parent.plan), "bold"), f"  {visible(parent.title)}")
    count = Text(children(kin, lang), style="dim")
    grid.titled(console, title, count, 0)
    if not kin.rolls and not kin.unlike:
        indented(console, Text(NOTHING[lang], style="dim"), _INDENT)
    for roll in kin.rolls:
        console.print()
        write_roll(console, roll, lang)
    if kin.unlike:
        console.print()
        indented(console, Text(UNLIKE[lang], style="bold"), _INDENT)
        for each in kin.unlike:
            fields: Fields = {"plan": each.child.origin.plan, "reason": each.reason}
            name = Text(visible(each.indicator.name[lang]))
            reason = Text(visible(say(_REASON, lang, fields)), style="dim")
            grid.titled(console, name, reason, 2 * _INDENT)


def children(kin: Kin, lang: Lang) -> str:
    """Return how many children a plan has, and whether these are all."""
    count = len(kin.family.children)
    if kin.declared is None:
        return say(_OPEN, lang, {"count": count})
    if kin.all_of_them:
        return say(_ALL, lang, {"count": count})
    return say(_NAMED, lang, {"count": count, "declared": len(kin.declared)})


def _listed(
    console: Console, title: Wording, plans: Iterable[Summary], forest: Forest, lang: Lang
) -> None:
    rows = [
        (Text(visible(plan.plan or plan.path), style="bold"), about(plan, forest, lang))
        for plan in plans
    ]
    indented(console, Text(title[lang], style="bold"), 0)
    grid.put_rows(console, rows, _LEAST, _INDENT)
