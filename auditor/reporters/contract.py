"""The JSON of a report, version 1: each key with its meaning, its shape and where it comes from.

The reporter and the published JSON Schema are both made of these tables, so that neither can
say what the other does not. Lines and columns count characters from 1, the end is exclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, TypeVar

from auditor import __version__
from auditor.engine import Report
from auditor.finding import Comparison, Finding, Mend, Severity, Spot
from auditor.rule import Undecided
from auditor.wording import Lang, Wording

T = TypeVar("T")
Shape = Mapping[str, Any]

VERSION: Final = 1
TEXT: Final[Shape] = {"type": "string"}
FLAG: Final[Shape] = {"type": "boolean"}
COUNT: Final[Shape] = {"type": "integer", "minimum": 0}
POSITION: Final[Shape] = {"type": "integer", "minimum": 1}
# An exact number: a decimal, a quotient where there is no finite one, empty where there is none.
NUMBER: Final[Shape] = {"type": "string", "pattern": r"^(-?\d+(\.\d+)?(/\d+)?)?$"}
CODE: Final[Shape] = {"type": "string", "pattern": r"^[A-Z]{3}\d{3}$"}
NAME: Final[Shape] = {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}
SEVERITY: Final[Shape] = {"enum": [severity.word for severity in sorted(Severity, reverse=True)]}
FINGERPRINT: Final[Shape] = {"type": "string", "pattern": r"^[0-9a-f]{16}(-\d+)?$"}


class Key(NamedTuple, Generic[T]):
    """One key of a JSON object: what it holds, its shape, and how it is got from what is told."""

    about: Wording
    shape: Shape
    get: Callable[[T, Lang], Any]


Keys = Mapping[str, Key[T]]


def record(keys: Keys[T], of: T, lang: Lang) -> dict[str, Any]:
    """Return what is told of something, as its keys lay it down."""
    return {name: key.get(of, lang) for name, key in keys.items()}


def each(name: str) -> Shape:
    """Return the shape of a list of records of a name."""
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _key(shape: Shape, get: Callable[[T, Lang], Any], *, en: str, zh: str) -> Key[T]:
    return Key(Wording(en=en, zh=zh), shape, get)


def _count(severity: Severity, *, en: str, zh: str) -> Key[Report]:
    return _key(COUNT, lambda report, _: report.count(severity), en=en, zh=zh)


# fmt: off
TOOL: Final[Keys[Report]] = MappingProxyType({
    "name": _key({"const": "auditor"}, lambda _, __: "auditor", en="Name of the program.", zh="程序名称。"),
    "version": _key(TEXT, lambda _, __: __version__, en="Its version.", zh="程序版本。"),
})
SUMMARY: Final[Keys[Report]] = MappingProxyType({
    "sheets": _key(COUNT, lambda report, _: len(report.sheets.titles), en="Sheets that were read.", zh="读取的表单数。"),
    "indicators": _key(COUNT, lambda report, _: report.sheets.indicators, en="Indicators that have a figure.", zh="有数字的指标数。"),
    "figures": _key(COUNT, lambda report, _: report.sheets.figures, en="Figures that were read.", zh="读取的数字数。"),
    "comparisons": _key(COUNT, lambda report, _: report.comparisons, en="Comparisons that were made.", zh="比对次数。"),
    "undecided": _key(COUNT, lambda report, _: len(report.undecided), en="Comparisons that could not be made.", zh="未能判定的比对次数。"),
    "errors": _count(Severity.ERROR, en="Errors that stand.", zh="错误数，不含已豁免者。"),
    "warnings": _count(Severity.WARNING, en="Warnings that stand.", zh="警告数，不含已豁免者。"),
    "notes": _count(Severity.NOTE, en="Notes that stand.", zh="提示数，不含已豁免者。"),
    "suppressed": _key(COUNT, lambda report, _: sum(f.suppressed for f in report.findings), en="Findings that a comment in a sheet silences.", zh="由表单注释豁免的问题数。"),
    "baselined": _key(COUNT, lambda report, _: sum(f.baselined for f in report.findings), en="Findings that the baseline already knows.", zh="基线已知的问题数。"),
    "failed": _key(COUNT, lambda report, _: len(report.crashes), en="Rules that failed on a sheet: the audit is incomplete.", zh="规则出错的次数，不为零则检查不完整。"),
    "unread": _key(COUNT, lambda report, _: len(report.unread), en="Files that could not be read: the audit is incomplete.", zh="无法读取的文件数，不为零则检查不完整。"),
})
FIGURE: Final[Keys[Spot]] = MappingProxyType({
    "printed": _key(TEXT, lambda spot, _: spot.printed, en="The figure as printed.", zh="原文数字。"),
    "low": _key(NUMBER, lambda spot, _: spot.low, en="The least that it may stand for, in base units; empty without bound.", zh="含义区间下限（基本单位），无下限时为空。"),
    "high": _key(NUMBER, lambda spot, _: spot.high, en="The most that it may stand for, in base units; empty without bound.", zh="含义区间上限（基本单位），无上限时为空。"),
    "unit": _key(TEXT, lambda spot, _: spot.unit, en="The base unit; empty without dimension.", zh="基本单位，无量纲时为空。"),
    "place": _key(TEXT, lambda spot, _: spot.place, en="Where it is printed in the document.", zh="在原文中的位置。"),
    "path": _key(TEXT, lambda spot, _: spot.path, en="The sheet, as given on the command line.", zh="所在表单，路径与命令行所写一致。"),
    "line": _key(POSITION, lambda spot, _: spot.mark.line, en="Line of the sheet.", zh="所在行。"),
    "column": _key(POSITION, lambda spot, _: spot.mark.column, en="Column, in characters.", zh="所在列（按字符计）。"),
})
MEND: Final[Keys[Mend]] = MappingProxyType({
    "place": _key(TEXT, lambda mend, _: mend.spot.place, en="Where the figure is printed in the document.", zh="数字在原文中的位置。"),
    "printed": _key(TEXT, lambda mend, _: mend.spot.printed, en="The figure as printed.", zh="原文数字。"),
    "text": _key(TEXT, lambda mend, _: mend.text, en="What would be printed instead; empty where only what the sheet says of it changes.", zh="改后的文字；只改表单说明时为空。"),
    "reason": _key(TEXT, lambda mend, lang: mend.told(lang), en="The slip that it would undo.", zh="所纠正的笔误。"),
    "settles": _key({"type": "integer"}, lambda mend, _: mend.settles, en="How many errors and warnings would be gone.", zh="可消除的错误和警告数。"),
    "path": _key(TEXT, lambda mend, _: mend.spot.path, en="The sheet.", zh="所在表单。"),
    "line": _key(POSITION, lambda mend, _: mend.spot.mark.line, en="Line where the figure begins.", zh="起始行。"),
    "column": _key(POSITION, lambda mend, _: mend.spot.mark.column, en="Column where it begins.", zh="起始列。"),
    "end_line": _key(POSITION, lambda mend, _: mend.spot.mark.end_line, en="Line where it ends.", zh="结束行。"),
    "end_column": _key(POSITION, lambda mend, _: mend.spot.mark.end_column, en="Column behind its end.", zh="结束列（不含）。"),
})
FINDING: Final[Keys[Finding]] = MappingProxyType({
    "code": _key(CODE, lambda finding, _: finding.code, en="Code of the rule.", zh="规则代码。"),
    "name": _key(NAME, lambda finding, _: finding.name, en="Name of the rule.", zh="规则名称。"),
    "severity": _key(SEVERITY, lambda finding, _: finding.severity.word, en="How much it weighs.", zh="级别。"),
    "message": _key(TEXT, lambda finding, lang: finding.told(lang), en="What is wrong, in the language of the report.", zh="问题描述，用报告语言。"),
    "plan": _key(TEXT, lambda finding, _: finding.plan, en="Id of the plan.", zh="规划代号。"),
    "indicator": _key(TEXT, lambda finding, _: finding.indicator, en="Id of the indicator, or empty.", zh="指标代号，可为空。"),
    "path": _key(TEXT, lambda finding, _: finding.path, en="The sheet, as given on the command line.", zh="所在表单，路径与命令行所写一致。"),
    "line": _key(POSITION, lambda finding, _: finding.spots[0].mark.line, en="Line where the primary place begins.", zh="主要位置的起始行。"),
    "column": _key(POSITION, lambda finding, _: finding.spots[0].mark.column, en="Column where it begins, in characters.", zh="起始列（按字符计）。"),
    "end_line": _key(POSITION, lambda finding, _: finding.spots[0].mark.end_line, en="Line where it ends.", zh="结束行。"),
    "end_column": _key(POSITION, lambda finding, _: finding.spots[0].mark.end_column, en="Column behind its end.", zh="结束列（不含）。"),
    "place": _key(TEXT, lambda finding, _: finding.spots[0].place, en="The primary place in the document, or empty.", zh="在原文中的位置，可为空。"),
    "figures": _key(each("figure"), lambda finding, lang: [record(FIGURE, s, lang) for s in finding.spots if s.printed], en="The printed figures involved, the primary one first.", zh="所涉原文数字，主要者在前。"),
    "difference": _key(NUMBER, lambda finding, _: finding.difference, en="How far the figures are apart, in base units, or empty.", zh="相差（基本单位），可为空。"),
    "help": _key(TEXT, lambda finding, lang: finding.advice(lang), en="What to do, or empty.", zh="处理建议，可为空。"),
    "mends": _key(each("mend"), lambda finding, lang: [record(MEND, m, lang) for m in finding.mends], en="Single edits that would settle it, each tried; never applied.", zh="经试算可消除问题的单处修改，不会自动执行。"),
    "fingerprint": _key(FINGERPRINT, lambda finding, _: finding.fingerprint, en="Unique in the report, and the same when lines move.", zh="在报告中唯一，且不随行号变化。"),
    "suppressed": _key(FLAG, lambda finding, _: finding.suppressed, en="Whether a comment in the sheet silences it.", zh="是否由表单注释豁免。"),
    "justification": _key(TEXT, lambda finding, _: finding.justification, en="The reason that the comment gives.", zh="豁免理由。"),
    "baselined": _key(FLAG, lambda finding, _: finding.baselined, en="Whether the baseline already knows it.", zh="是否为基线已知问题。"),
})
COMPARISON: Final[Keys[Comparison]] = MappingProxyType({
    "code": _key(CODE, lambda held, _: held.code, en="Code of the rule.", zh="规则代码。"),
    "name": _key(NAME, lambda held, _: held.name, en="Name of the rule.", zh="规则名称。"),
    "figures": _key(each("figure"), lambda held, lang: [record(FIGURE, s, lang) for s in held.spots], en="The figures compared.", zh="相比对的数字。"),
    "off": _key(NUMBER, lambda held, _: held.off, en="How far the printed numbers are from agreeing, in base units.", zh="原文数字相差（基本单位）。"),
    "slack": _key(NUMBER, lambda held, _: held.slack, en="How much farther apart they could be; empty without end.", zh="尚余幅度，无限时为空。"),
    "by_rounding": _key(FLAG, lambda held, _: held.by_rounding, en="Whether it holds only because of rounding.", zh="是否仅因四舍五入而成立。"),
})
UNDECIDED: Final[Keys[Undecided]] = MappingProxyType({
    "reason": _key(TEXT, lambda undecided, lang: undecided.reason[lang], en="Why it could not be decided.", zh="未能判定的原因。"),
    **{name: Key(key.about, key.shape, lambda undecided, lang, get=key.get: get(undecided.spot, lang)) for name, key in FIGURE.items()},  # type: ignore[misc]
})
# fmt: on
