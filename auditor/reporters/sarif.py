"""The report as SARIF 2.1.0, for code scanning and the viewers of editors.

Columns count Unicode characters. Paths are relative to the working directory, SRCROOT, whose own
place is not told; a sheet elsewhere has an absolute URI. All findings are results: what a comment
silences has a suppression with its reason, what the baseline knows is unchanged, and the others
are new as soon as it knows anything. The other figures are related locations. What would settle
a finding is a fix where it is one edit of the text of the sheet; nothing applies it by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any, Final, TextIO

from auditor import __version__
from auditor.engine import Crash, Report
from auditor.finding import Finding, Mark, Mend, Severity, Spot
from auditor.reporters import Style, sentences, weighty
from auditor.reporters.handbook import write_parts
from auditor.reporters.json import dump
from auditor.reporters.location import is_inside, uri
from auditor.reporters.manual import prose
from auditor.rule import Rule
from auditor.wording import Lang, Wording, say, visible

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT: Final = "auditor/v1"
_ROOT: Final = "SRCROOT"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
# A scalar that may stand in a sheet without quotes, wherever it is.
_PLAIN: Final = re.compile(r"[\w〔][\w.〔〕（）%％∶~～—–-]*")
_FOLDER: Final = Wording(
    en="The folder in which the auditor was run.", zh="运行本程序时所在的文件夹。"
)
_CRASHED: Final = Wording(en="{code} failed.", zh="{code} 运行出错。")
_OVER: Final = Wording(en="{code} failed on {path}.", zh="{code} 处理 {path} 时出错。")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write a log with one run."""
    dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, style)]}, stream)


def _run(report: Report, style: Style) -> dict[str, Any]:
    lang = style.lang
    findings = weighty(report, style)
    index = {rule.code: number for number, rule in enumerate(report.rules)}
    compared = any(finding.baselined for finding in report.findings)
    return {
        "tool": {
            "driver": {
                "name": "auditor",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, lang) for rule in report.rules],
            }
        },
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": _FOLDER[lang]}}},
        "invocations": [
            {
                "executionSuccessful": not (report.crashes or report.unread),
                "exitCode": report.exit_code,
                "toolExecutionNotifications": [
                    *({"level": "error", "message": _message(why[lang])} for why in report.unread),
                    *(_notification(each, index, lang) for each in report.crashes),
                ],
            }
        ],
        "results": [_result(finding, index, lang, compared=compared) for finding in findings],
    }


def _rule(rule: Rule, lang: Lang) -> dict[str, Any]:
    parts = tuple(prose(rule, lang))
    markdown = StringIO()
    write_parts(parts, markdown, lang)
    plain = "\n\n".join(
        "\n".join(filter(None, (part.title[lang], part.code, part.text))) for part in parts
    )
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _message(rule.title[lang]),
        "fullDescription": _message(rule.why[lang]),
        "help": {**_message(*plain.split("\n")), "markdown": _braced(markdown.getvalue().strip())},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _notification(crash: Crash, index: dict[str, int], lang: Lang) -> dict[str, Any]:
    told = say(_OVER if crash.path else _CRASHED, lang, {"code": crash.code, "path": crash.path})
    return {
        "level": "error",
        "message": _message(told),
        **({"associatedRule": {"id": crash.code}} if crash.code in index else {}),
        "exception": {"kind": type(crash.error).__name__, "message": visible(str(crash.error))},
        **({"locations": [{"physicalLocation": _artifact(crash.path)}]} if crash.path else {}),
    }


def _result(
    finding: Finding, index: dict[str, int], lang: Lang, *, compared: bool
) -> dict[str, Any]:
    first, *others = finding.spots
    said = filter(None, (finding.told(lang), finding.advice(lang)))
    fixes = [fix for mend in finding.mends for fix in _fixes(mend, finding, lang)]
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": _message(*said),
        "locations": [_location(first, lang)],
        "relatedLocations": [
            {"id": number, **_location(spot, lang)} for number, spot in enumerate(others, start=1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "suppressions": _suppressions(finding),
        **({"baselineState": "unchanged" if finding.baselined else "new"} if compared else {}),
        **({"fixes": fixes} if fixes else {}),
        "properties": {
            "plan": finding.plan, "indicator": finding.indicator, "difference": finding.difference,
        },
    }  # fmt: skip


def _suppressions(finding: Finding) -> list[dict[str, Any]]:
    if not finding.suppressed:
        return []
    return [{"kind": "inSource", "justification": visible(finding.justification)}]


def _location(spot: Spot, lang: Lang) -> dict[str, Any]:
    note = sentences.note(spot, lang)
    return {
        "physicalLocation": {**_artifact(spot.path), "region": _region(spot.mark)},
        **({"logicalLocations": [{"name": visible(spot.place)}]} if spot.place else {}),
        **({"message": _message(note)} if note else {}),
    }


def _artifact(path: str) -> dict[str, Any]:
    base = {"uriBaseId": _ROOT} if is_inside(path) else {}
    return {"artifactLocation": {"uri": uri(path), **base}}


def _region(mark: Mark) -> dict[str, int]:
    return {
        "startLine": mark.line,
        "startColumn": mark.column,
        "endLine": mark.end_line,
        "endColumn": mark.end_column,
    }


def _fixes(mend: Mend, finding: Finding, lang: Lang) -> Iterable[dict[str, Any]]:
    """Return a mend as a fix, where it is an edit of a scalar that stands in the sheet as printed."""
    mark, size = mend.spot.mark, len(mend.spot.printed)
    written = mark.end_column - mark.column
    if not mend.text or mark.line != mark.end_line or written not in (size, size + 2):
        return
    plain = written == size and _PLAIN.fullmatch(mend.text)
    text = mend.text if plain else json.dumps(mend.text, ensure_ascii=False)
    replacement = {"deletedRegion": _region(mark), "insertedContent": {"text": text}}
    yield {
        "description": _message(sentences.attempt(mend, finding, lang)),
        "artifactChanges": [{**_artifact(mend.spot.path), "replacements": [replacement]}],
    }


def _message(*paragraphs: str) -> dict[str, str]:
    """Return a plain text message in which nothing is a placeholder or a link."""
    return {"text": _braced("\n".join(map(visible, paragraphs))).replace("](", "]\\(")}


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
