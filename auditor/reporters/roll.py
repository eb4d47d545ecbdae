"""One target of a parent over its children: a row each with its share and a bar, then what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from rich.console import Console
from rich.text import Text

from auditor.finding import Severity
from auditor.phrases import distance, few, heading, percentage, printed_unit, span
from auditor.reporters import grid
from auditor.reporters.cells import MARKS, read
from auditor.reporters.console import STYLES
from auditor.view.measures import Percentage
from auditor.view.shares import BEYOND, LOWER, OPPOSED, WITHIN, Roll, Share
from auditor.wording import Lang, Wording, say, visible

_INDENT: Final = 4
_WIDEST: Final = 60
_NARROWEST: Final = 8
_EIGHTHS: Final = "▏▎▍▌▋▊▉"
_FULL, _OVER, _END = "█", "▶", "▏"
_RIGHT: Final = (2,)
_LEAST: Final = (14, 14, 14)
_SHADE: Final = "cyan"
_BEYOND_WHOLE: Final = STYLES[Severity.ERROR]
_SHADES: Final = {WITHIN: "green", LOWER: "", OPPOSED: "dim"}
_VERDICT_SHADES: Final = {
    "enough": "green",
    "short": STYLES[Severity.ERROR],
    "over": STYLES[Severity.ERROR],
    "undecided": "dim",
}

TOGETHER: Final = Wording(en="together", zh="合计")
_COVERAGE: Final = Wording(
    en="children stating it: {stating} of {count}",
    zh="下级 {count} 个，其中 {stating} 个列有可比目标",
)
_COVERED: Final = Wording(
    en="children stating it: all of {count}", zh="下级 {count} 个，均列有可比目标"
)
_JOINT: Final = Wording(en="; ", zh="；")
_COMPLETE: Final = Wording(en=", complete", zh="，已全部覆盖")
_REACHED: Final = Wording(en="they reach the parent's target", zh="合计达到上级目标")
_KEPT: Final = Wording(en="they keep to the parent's ceiling", zh="合计未突破上级上限")
_SHORT: Final = Wording(en="{off} short of the parent's target", zh="合计比上级目标少 {off}")
_OVER_IT: Final = Wording(en="{off} over the parent's ceiling", zh="合计超出上级上限 {off}")
_UNDECIDED: Final = Wording(en="not decided: {reasons}", zh="未能判定：{reasons}")
_LEVELS: Final = {
    (WITHIN, "ceiling"): Wording(en="✓ within the parent's ceiling", zh="✓ 未超过上级上限"),
    (WITHIN, "floor"): Wording(en="✓ not below the parent's floor", zh="✓ 不低于上级下限"),
    (BEYOND, "ceiling"): Wording(
        en="{mark} above the parent's ceiling by {off}", zh="{mark} 高于上级上限 {off}"
    ),
    (BEYOND, "floor"): Wording(
        en="{mark} below the parent's floor by {off}", zh="{mark} 低于上级下限 {off}"
    ),
    (LOWER, "floor"): Wording(
        en="below the parent's floor by {off}, which binds their mean only",
        zh="低于上级下限 {off}（下限只约束各下级的平均水平）",
    ),
    (OPPOSED, "ceiling"): Wording(
        en="? a floor, the parent's is a ceiling", zh="? 为下限，而上级为上限"
    ),
    (OPPOSED, "floor"): Wording(
        en="? a ceiling, the parent's is a floor", zh="? 为上限，而上级为下限"
    ),
}
_WEIGHT: Final = Wording(en="{n} of {name}", zh="占{name} {n}")
_ALLOTTED: Final = Wording(en="allotted {printed}", zh="分解数 {printed}")
_LACKS: Final = Wording(en="allotted {printed}, {off} short of it", zh="分解数 {printed}，少 {off}")
_MEAN: Final = Wording(en="weighted mean of the children: {mean}", zh="下级加权平均：{mean}")


def write_roll(console: Console, roll: Roll, lang: Lang) -> None:
    """Write a parent's target, a row for each child, their sum, and whether it is all of it."""
    _target(console, roll, lang)
    rows = [_row(each) for each in roll.shares]
    together = _total(roll, lang)
    widths = grid.natural([*rows, *together])
    room = console.width - _INDENT - (_NARROWEST + 2 * grid.GAP if roll.sum is not None else 24)
    widths = grid.fitted(widths, room, _LEAST)
    for row, each in zip(rows, roll.shares, strict=True):
        _put(console, row, widths, each, roll, lang)
    for row in together:
        _put_row(console, row, widths, lambda width: _bar(roll.portion, width, _SHADE))
    for line in closing(roll, lang):
        grid.indented(console, line, _INDENT)


def _target(console: Console, roll: Roll, lang: Lang) -> None:
    parent = roll.parent
    about, entry = heading(parent), parent.entry
    name = (visible(roll.indicator.name[lang]), "bold")
    title = Text.assemble(name, visible(about[lang]) if about else "")
    printed = Text.assemble(
        (visible(entry.says), "bold"),
        f"  {read(parent, lang)}",
        (f"  {visible(entry.place)}", "dim"),
    )
    grid.titled(console, title, printed, _INDENT - 2)


Row = tuple[Text, Text, Text]


def _row(each: Share) -> Row:
    printed = visible(each.fact.entry.says) if each.fact is not None else ""
    return Text(visible(each.plan)), Text(printed), _percent(each.portion)


def _total(roll: Roll, lang: Lang) -> list[Row]:
    """Return a row for the children together, where there are several."""
    if roll.sum is None or len(roll.sum.children) < 2:
        return []
    return [(Text(TOGETHER[lang], "bold"), Text(total(roll, lang), "bold"), _percent(roll.portion))]


def total(roll: Roll, lang: Lang) -> str:
    """Return what the children's figures come to as printed, empty for a rate."""
    return "" if roll.sum is None else _few(roll.sum.total, roll, lang)


def _few(value: Fraction, roll: Roll, lang: Lang) -> str:
    """Return an amount in the unit that the parent's target prints, without its name."""
    return few(value / printed_unit(roll.parent).factor, lang)


def _percent(found: Percentage | None) -> Text:
    return Text("" if found is None else percentage(found.value, found.doubt))


def _put(
    console: Console, row: Row, widths: Sequence[int], each: Share, roll: Roll, lang: Lang
) -> None:
    """Write a child's row with its bar, or with how its rate stands to the parent's; remarks go below."""
    at = _INDENT + widths[0] + grid.GAP
    below = Text(remark(each, roll, lang), "dim")
    if each.fact is None:
        grid.put(console, (row[0], below), (widths[0], console.width - at), _INDENT)
        return
    if each.portion is not None:
        _put_row(console, row, widths, lambda width: _bar(each.portion, width, _BEYOND_WHOLE))
    else:
        _put_row(console, row, widths, lambda _: level(each, roll, lang))
    if below:
        grid.indented(console, below, at)


def _put_row(
    console: Console, row: Row, widths: Sequence[int], last: Callable[[int], Text]
) -> None:
    room = console.width - _INDENT - grid.needed(widths) - grid.GAP
    grid.put(console, (*row, last(min(_WIDEST, room - 2))), (*widths, room), _INDENT, _RIGHT)


def _bar(portion: Percentage | None, width: int, shade: str) -> Text:
    """Return a bar as long as the share is of a hundred per cent, which a thin line marks.

    `shade` is how it is drawn when it is longer than that.
    """
    if portion is None or width < 1:
        return Text()
    if portion.value > 100:
        return Text(_FULL * width + _OVER, style=shade)
    eighths = max(0, round(portion.value / 100 * width * 8))
    if not eighths and portion.value > 0:
        eighths = 1
    drawn = _FULL * (eighths // 8) + (_EIGHTHS[eighths % 8 - 1] if eighths % 8 else "")
    return Text.assemble((drawn, _SHADE), " " * (width - len(drawn)), (_END, "dim"))


def level(each: Share, roll: Roll, lang: Lang) -> Text:
    """Return how a child's rate stands to its parent's."""
    words = _LEVELS.get((each.level, each.side))
    if words is None:
        return Text()
    severity = weight(roll)
    off = distance(each.beyond, roll.parent.base_unit).by(roll.parent)
    shade = STYLES[severity] if each.level == BEYOND else _SHADES[each.level]
    return Text(say(words, lang, {"mark": MARKS[severity], "off": off}), style=shade)


def weight(roll: Roll) -> Severity:
    """Return how much it weighs that a child's rate is beyond its parent's."""
    return Severity.ERROR if roll.parent.entry.binds == "each" else Severity.WARNING


def remark(each: Share, roll: Roll, lang: Lang) -> str:
    """Return what else there is to say of a child: why it is left out, size, what it was allotted."""
    told = [visible(each.remark[lang])] if each.remark else []
    if each.weight is not None and (roll.sum is not None or roll.mean is not None):
        size = percentage(each.weight.value, each.weight.doubt)
        told.append(visible(say(_WEIGHT, lang, {"n": size, "name": roll.weighed_by})))
    if each.allotted is not None:
        printed = visible(each.allotted.entry.says)
        if each.short:
            off = _few(each.short, roll, lang)
            told.append(say(_LACKS, lang, {"printed": printed, "off": off}))
        else:
            told.append(say(_ALLOTTED, lang, {"printed": printed}))
    return " · ".join(told)


def closing(roll: Roll, lang: Lang) -> list[Text]:
    """Return the coverage, and what the children come to or why that is not decided."""
    fields = {"stating": roll.stating, "count": len(roll.shares)}
    coverage = _COVERED if roll.stating == len(roll.shares) else _COVERAGE
    line = Text(say(coverage, lang, fields) + (_COMPLETE[lang] if roll.complete else ""))
    lines = [line]
    if roll.verdict:
        line.append(_JOINT[lang])
        line.append(_verdict(roll, lang), style=_VERDICT_SHADES[roll.verdict])
    if roll.mean is not None:
        factor = printed_unit(roll.parent).factor
        mean = span(roll.mean.mean, lambda value: few(round(value / factor, 2), lang))
        lines.append(Text(say(_MEAN, lang, {"mean": mean})))
    return lines


def _verdict(roll: Roll, lang: Lang) -> str:
    ceiling = roll.parent.figure.bound in ("<", "<=")
    if roll.verdict == "enough":
        return (_KEPT if ceiling else _REACHED)[lang]
    if roll.verdict == "undecided":
        reasons = _JOINT[lang].join(visible(reason[lang]) for reason in roll.reasons)
        return say(_UNDECIDED, lang, {"reasons": reasons})
    words = _SHORT if roll.verdict == "short" else _OVER_IT
    return say(words, lang, {"off": _few(abs(roll.off), roll, lang)})
