"""The report as JUnit XML: a suite for each sheet, in it a case for each rule that was on.

A case fails with the findings of its rule that stand, whatever their severity, which is the
failure's type; `--min-severity` says which count. It is skipped where all are suppressed or known
from the baseline, in error where the rule itself failed, else passed. Rules that failed over all
sheets together stand in a suite of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TextIO
from xml.etree import ElementTree as ET

from auditor.engine import Crash, Report
from auditor.engine.report import CHECK
from auditor.finding import Finding
from auditor.obeyed import reference, tamed
from auditor.reporters import Style, sentences, weighty
from auditor.reporters.concise import line
from auditor.reporters.location import relative
from auditor.wording import Lang, Wording, say, visible

# What XML 1.0 does not allow and visible() leaves.
_ILLEGAL: Final = re.compile("[\ufffe\uffff]")
_OUTCOMES: Final = (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
_ALL: Final = Wording(en="all sheets", zh="全部表单")
_FAILED: Final = Wording(en="failed: {kind}: {error}", zh="运行出错：{kind}：{error}")
_UNREAD: Final = "unread"
_MORE: Final = Wording(en="{first} (and {more} more)", zh="{first}（另有 {more} 个）")


def write(report: Report, stream: TextIO, style: Style) -> None:
    """Write the suites, sorted by sheet."""
    root = ET.Element("testsuites", name="auditor")
    cases = _Cases(report, style)
    for path in cases.paths:
        where = relative(path)
        title = report.sheets.titles.get(path, "")
        suite = ET.SubElement(root, "testsuite", name=_legal(f"{where} {title}".rstrip()))
        suite.set("file", _legal(where))
        cases.put(suite, path, where)
    if cases.everywhere or report.unread:
        where = _ALL[style.lang]
        suite = ET.SubElement(root, "testsuite", name=where)
        cases.put(suite, "", where)
        for why in report.unread:
            case = ET.SubElement(suite, "testcase", name=_UNREAD, classname=where)
            ET.SubElement(case, "error", message=_legal(why[style.lang]), type=_UNREAD)
    for told in (*root, root):
        told.set("tests", str(sum(1 for _ in told.iter("testcase"))))
        for name, outcome in _OUTCOMES:
            told.set(name, str(sum(1 for _ in told.iter(outcome))))
    ET.indent(root)
    text = tamed(ET.tostring(root, encoding="unicode"), reference)
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n')


class _Cases:
    """What the rules found in each sheet."""

    def __init__(self, report: Report, style: Style) -> None:
        self.lang = style.lang
        self.rules = {rule.code: rule.name for rule in report.rules}
        self.found: dict[str, dict[str, list[Finding]]] = {}
        self.failed: dict[str, dict[str, Crash]] = {}
        for finding in weighty(report, style):
            by_rule = self.found.setdefault(finding.path, {})
            by_rule.setdefault(finding.code, []).append(finding)
        for crash in report.crashes:
            self.failed.setdefault(crash.path, {}).setdefault(crash.code, crash)
        self.everywhere = self.failed.get("", {})
        self.paths = sorted({*report.sheets.titles, *self.found, *self.failed} - {""})

    def put(self, suite: ET.Element, path: str, where: str) -> None:
        """Put a case for each rule into a suite; without a path, for those that failed over all."""
        found, failed = self.found.get(path, {}), self.failed.get(path, {})
        # Of a sheet on which we failed before any rule, nothing is known.
        rules = self.rules if path and CHECK not in failed else {}
        for code in dict.fromkeys((*rules, *found, *failed)):
            name = f"{code} {self.rules.get(code, '')}".rstrip()
            case = ET.SubElement(suite, "testcase", name=name, classname=_legal(where))
            if code in failed:
                self._failure(case, failed[code])
            elif code in found:
                self._outcome(case, found[code])

    def _failure(self, case: ET.Element, crash: Crash) -> None:
        kind = type(crash.error).__name__
        told = say(_FAILED, self.lang, {"kind": kind, "error": str(crash.error)})
        ET.SubElement(case, "error", message=_legal(told), type=kind)

    def _outcome(self, case: ET.Element, findings: Sequence[Finding]) -> None:
        standing = [finding for finding in findings if finding.stands]
        if standing:
            worst = max(finding.severity for finding in standing)
            message = _legal(_first(standing, self.lang))
            outcome = ET.SubElement(case, "failure", message=message, type=worst.word)
            outcome.text = _legal_lines(standing, self.lang)
        else:
            reasons = [each.justification or sentences.KNOWN[self.lang] for each in findings]
            message = _legal("; ".join(dict.fromkeys(reasons)))
            ET.SubElement(case, "skipped", message=message)


def _first(findings: Sequence[Finding], lang: Lang) -> str:
    first = findings[0].told(lang)
    more = len(findings) - 1
    return say(_MORE, lang, {"first": first, "more": more}) if more else first


def _legal_lines(findings: Sequence[Finding], lang: Lang) -> str:
    """Return the findings, each on a line with its place, below it what to do."""
    told: list[str] = []
    for finding in findings:
        told += filter(None, (_legal(line(finding, lang)), _legal(finding.advice(lang))))
    return "\n".join(told)


def _legal(text: str) -> str:
    """Return text with what XML does not allow made visible or, where it has no symbol, removed."""
    return _ILLEGAL.sub("", visible(text))
