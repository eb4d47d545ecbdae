"""The head of the report: its title, its languages, and what was found in all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from auditor import __version__
from auditor.engine import Report
from auditor.finding import Severity, tallied
from auditor.reporters import sentences
from auditor.reporters.console import SEVERITIES
from auditor.reporters.html.contents import Contents
from auditor.reporters.html.elements import LANGS, Element, Node, both, e, in_both, said
from auditor.wording import Lang, Wording

TITLE: Final = Wording(en="Audit of plans", zh="规划数据检查报告")
_LANGUAGE: Final = Wording(en="Language", zh="语言")
_NAMES: Final[Mapping[Lang, str]] = {"en": "English", "zh": "中文"}
_MEANING: Final = {
    Severity.ERROR: Wording(en="cannot both be true as printed", zh="按原文不能同时成立"),
    Severity.WARNING: Wording(en="doubtful: ask the drafter", zh="存疑，请起草人核实"),
    Severity.NOTE: Wording(en="a remark on form", zh="表述形式问题"),
}
_PLURALS: Final = {
    Severity.ERROR: Wording(en="errors", zh="错误"),
    Severity.WARNING: Wording(en="warnings", zh="警告"),
    Severity.NOTE: Wording(en="notes", zh="提示"),
}
_CRASHED: Final = Wording(
    en="This audit is incomplete: {code} failed on {path}",
    zh="本次检查不完整：{code} 处理 {path} 时出错",
)
_CRASHED_ALL: Final = Wording(
    en="This audit is incomplete: {code} failed", zh="本次检查不完整：{code} 处理时出错"
)
_SKIP: Final = Wording(en="Skip to the findings", zh="跳到检查结果")


def masthead(contents: Contents, lang: Lang) -> Element:
    """Return the title, the switch of languages, the counts and what they mean."""
    return e(
        "header",
        e("a", both(_SKIP), href="#findings", class_="skip"),
        e("p", f"auditor {__version__}", class_="tool"),
        e("h1", both(TITLE)),
        _languages(lang),
        e(
            "ul",
            *(_tally(*each) for each in tallied(contents.report.findings).items()),
            class_="tallies",
        ),
        _counts(contents.report),
        _crashes(contents),
        class_="masthead",
    )


def _languages(lang: Lang) -> Element:
    """Return two radio buttons; the style sheet looks at which is on, so they work without script."""
    radios = (
        e(
            "label",
            e("input", type="radio", name="language", id=each, value=each, checked=each == lang),
            e("b", _NAMES[each], lang=each),
        )
        for each in LANGS
    )
    return e("fieldset", e("legend", both(_LANGUAGE), class_="unseen"), radios, class_="languages")


def _tally(severity: Severity, count: int) -> Element:
    return e(
        "li",
        e("b", str(count)),
        " ",
        e("span", both(SEVERITIES[severity] if count == 1 else _PLURALS[severity]), class_="word"),
        " ",
        e("small", both(_MEANING[severity])),
        class_=f"tally {severity.word if count else 'none'}",
    )


def _counts(report: Report) -> Element:
    counts = in_both(lambda lang: sentences.counts(report, lang))
    meets = in_both(lambda lang: sentences.meets(report, lang))
    return e(
        "div",
        e("p", both(counts)),
        e("p", both(meets), class_="met") if meets["en"] else None,
        class_="counts",
    )


def _crashes(contents: Contents) -> Node:
    crashes = contents.report.crashes
    told = (
        said(_CRASHED if each.path else _CRASHED_ALL, code=each.code, path=each.path)
        for each in crashes
    )
    return e("ul", (e("li", each) for each in told), class_="crashes") if crashes else None
