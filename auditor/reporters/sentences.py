"""Sentences that several forms of the report have in common, each safe to print."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from auditor.engine import Report
from auditor.finding import Comparison, Finding, Mend, Spot
from auditor.phrases import Unit, distance
from auditor.reporters.json import summary
from auditor.wording import Fields, Lang, Wording, filled, say, visible

CLEAN: Final = Wording(en="no findings", zh="未发现问题")
KNOWN: Final = Wording(en="known from the baseline", zh="已列入基线")
UNDECIDED: Final = Wording(en="Not decided", zh="未能判定")
_HELD: Final = Wording(en="Comparisons that hold", zh="比对一致")
_BY_ROUNDING: Final = Wording(en="Holds only because of rounding", zh="仅因四舍五入而成立")
_MARGIN: Final = Wording(
    en="as printed {off} apart; {slack} more would still pass",
    zh="按原文相差 {off}，尚余 {slack}",
)
_MEND: Final = Wording(en="{where}: {printed} ({reason})", zh="{where}：{printed}（{reason}）")
_LINE: Final = Wording(en="{where} (line {line})", zh="{where}（第 {line} 行）")
_COLUMN: Final = Wording(
    en="{where} (line {line}, column {column})", zh="{where}（第 {line} 行第 {column} 列）"
)
_WITHOUT_END: Final = Wording(en="∞", zh="∞")
_COUNTS: Final = Wording(
    en="{sheets} · {indicators} · {figures} · {comparisons} · {undecided} undecided",
    zh="{sheets} 份表单 · {indicators} 项指标 · {figures} 个数字 · 比对 {comparisons} 次 · 未能判定 {undecided} 次",
)
_VERDICT: Final = Wording(
    en="{errors}, {warnings}, {notes}",
    zh="错误 {errors} 个，警告 {warnings} 个，提示 {notes} 个",
)
_SUPPRESSED: Final = Wording(en=" ({suppressed} suppressed)", zh="（另有豁免 {suppressed} 个）")
_BASELINED: Final = Wording(
    en=" ({baselined} known from the baseline)", zh="（另有基线已知 {baselined} 个）"
)
_MEETS: Final = Wording(en="meets profile {profile}", zh="达到 {profile} 级要求")
_MEETS_NONE: Final = Wording(en="meets no profile", zh="未达到任何一级要求")
_INCOMPLETE: Final = Wording(
    en="incomplete: {failed} failed, {unread} unread",
    zh="检查不完整（规则出错 {failed} 次，文件未读 {unread} 个）",
)


def counts(report: Report, lang: Lang) -> str:
    """Return how much was read and compared."""
    return say(_COUNTS, lang, _counted(report, lang))


def verdict(report: Report, lang: Lang) -> str:
    """Return how many findings stand, which profile they meet, and how many are excused."""
    counted, numbers = _counted(report, lang), summary(report)
    told = say(_VERDICT, lang, counted) if report.standing else CLEAN[lang]
    met = meets(report, lang)
    told += f" · {met}" if met else ""
    for name, excused in (("suppressed", _SUPPRESSED), ("baselined", _BASELINED)):
        if numbers[name]:
            told += say(excused, lang, numbers)
    return told


def meets(report: Report, lang: Lang) -> str:
    """Return which profile the findings meet, or how an audit is incomplete; else nothing."""
    if report.crashes or report.unread:
        return say(_INCOMPLETE, lang, summary(report))
    if report.met is None:
        return ""
    return say(_MEETS, lang, {"profile": report.met}) if report.met else _MEETS_NONE[lang]


def subject(finding: Finding, lang: Lang) -> str:
    """Return the indicator that a finding is about, with scope, role and period."""
    if finding.subject is None:
        return ""
    about = finding.about[lang] if finding.about else ""
    return f"{visible(finding.subject[lang])}{visible(about)}"


def at(spot: Spot) -> str:
    """Return where a spot is in its sheet: `path:line:column`."""
    return f"{visible(spot.path)}:{spot.mark.line}:{spot.mark.column}"


def note(spot: Spot, lang: Lang) -> str:
    """Return where a spot stands in the document and how it is read, as far as that is known."""
    label = visible(say(spot.label, lang, spot.label_fields)) if spot.label else ""
    return ": ".join(filter(None, (visible(spot.place), label)))


def attempt(mend: Mend, finding: Finding, lang: Lang) -> str:
    """Return what might be printed instead, and which slip it would undo."""
    printed = f"{mend.spot.printed} → {mend.text}" if mend.text else mend.spot.printed
    where = attempted_at(mend, finding, lang)
    fields: Fields = {"where": where, "printed": printed, "reason": mend.told(lang)}
    return visible(say(_MEND, lang, fields))


def attempted_at(mend: Mend, finding: Finding, lang: Lang) -> str:
    """Return the place in the document that a mend is for.

    Of several at one place, each is told with its line in the sheet; of several on one line,
    with its column too.
    """
    spot, mark = mend.spot, mend.spot.mark
    where = spot.place if spot.path == finding.path else f"{spot.path} {spot.place}"
    places = {(each.spot.path, each.spot.place, each.spot.mark) for each in finding.mends}
    lines = [at.line for path, place, at in places if (path, place) == (spot.path, spot.place)]
    if len(lines) > 1:
        told = _COLUMN if lines.count(mark.line) > 1 else _LINE
        where = say(told, lang, {"where": where, "line": mark.line, "column": mark.column})
    return where


def held(show: str) -> Wording:
    """Return the title of the comparisons that came out well, of those that `show` asks for."""
    return _BY_ROUNDING if show == "rounding" else _HELD


def margin(comparison: Comparison) -> Wording:
    """Return how near a comparison was, in the unit of its first figure that is in one for it."""
    alike = (
        Unit(each.counted, each.word) for each in comparison.spots if each.unit == comparison.unit
    )
    unit = next(alike, None) if comparison.unit else None
    off, slack = distance(Fraction(comparison.off or 0), comparison.unit), comparison.slack
    more = distance(Fraction(slack), comparison.unit).told(unit) if slack else _WITHOUT_END
    return filled(_MARGIN, off=off.told(unit), slack=more)


def _counted(report: Report, lang: Lang) -> Fields:
    """Return each count, in English with its noun, in the singular or the plural."""
    numbers: Mapping[str, int] = summary(report)
    if lang == "zh":
        return numbers
    nouns = {name: name if n != 1 else name.removesuffix("s") for name, n in numbers.items()}
    told = {name: f"{n} {nouns[name]}" for name, n in numbers.items()}
    return {**told, "undecided": numbers["undecided"]}
