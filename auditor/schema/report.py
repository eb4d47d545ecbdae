"""The JSON Schema of the report that `--format json` writes."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from auditor.reporters import contract
from auditor.reporters.contract import Keys, each
from auditor.wording import Wording, both

T = TypeVar("T")

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_REPORT: Final = Wording(en="The report of an audit.", zh="检查报告。")
_FIGURE: Final = Wording(
    en="A printed figure: what it may stand for, and where it stands.",
    zh="一个原文数字：含义区间及位置。",
)
_MEND: Final = Wording(
    en="One edit that would settle a finding, found by trying.", zh="经试算可消除问题的一处修改。"
)
_FINDING: Final = Wording(
    en="A conflict (error), a doubt (warning) or a remark on form (note).",
    zh="一个问题：矛盾（error）、存疑（warning）或形式提示（note）。",
)
_COMPARISON: Final = Wording(en="A comparison that came out well.", zh="一次比对一致的比对。")
_UNDECIDED: Final = Wording(
    en="A comparison that could not be made, at the figure that it is of.",
    zh="一次未能判定的比对及其数字。",
)
_TOP: Final = {
    "version": Wording(en="Version of this contract.", zh="本格式的版本。"),
    "tool": Wording(en="What wrote the report.", zh="生成报告的程序。"),
    "summary": Wording(
        en="Counts over all that was read, whatever is shown.",
        zh="全部内容的统计，与显示范围无关。",
    ),
    "findings": Wording(
        en="The findings, sorted by path, line, column and code; suppressed ones among them.",
        zh="全部问题，按路径、行、列、代码排序，含已豁免者。",
    ),
    "comparisons": Wording(
        en="Comparisons that hold, where --show asks for them.",
        zh="比对一致者，仅在使用 --show 时列出。",
    ),
    "undecided": Wording(
        en="Comparisons that could not be made, where --show asks for them.",
        zh="未能判定者，仅在使用 --show 时列出。",
    ),
}


def report_schema() -> dict[str, Any]:
    """Return the schema, draft 2020-12, its descriptions in both languages."""
    shapes: dict[str, dict[str, Any]] = {
        "version": {"const": contract.VERSION},
        "tool": _record(contract.TOOL, _TOP["tool"]),
        "summary": _record(contract.SUMMARY, _TOP["summary"]),
        "findings": dict(each("finding")),
        "comparisons": dict(each("comparison")),
        "undecided": dict(each("undecided")),
    }
    return {
        "$schema": DRAFT,
        "title": "auditor report",
        "description": both(**_REPORT),
        "type": "object",
        "properties": {
            name: {"description": both(**_TOP[name]), **shape} for name, shape in shapes.items()
        },
        "required": ["version", "tool", "summary", "findings"],
        "additionalProperties": False,
        "$defs": {
            "finding": _record(contract.FINDING, _FINDING),
            "figure": _record(contract.FIGURE, _FIGURE),
            "mend": _record(contract.MEND, _MEND),
            "comparison": _record(contract.COMPARISON, _COMPARISON),
            "undecided": _record(contract.UNDECIDED, _UNDECIDED),
        },
    }


def _record(keys: Keys[T], about: Wording) -> dict[str, Any]:
    """Return the schema of an object that has exactly these keys."""
    return {
        "description": both(**about),
        "type": "object",
        "properties": {
            name: {"description": both(**key.about), **key.shape} for name, key in keys.items()
        },
        "required": list(keys),
        "additionalProperties": False,
    }
