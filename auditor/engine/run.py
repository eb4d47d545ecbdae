"""The audit: paths in, report out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Final

from auditor import collector
from auditor.compare.rollup import Run
from auditor.discovery import NO_SHEETS, discover, is_catalogue
from auditor.engine.part import Part, suppressions
from auditor.engine.pool import examined
from auditor.engine.report import Crash, Report, Sheets, Wanted
from auditor.engine.takings import Takings
from auditor.errors import UsageError
from auditor.finding import Finding
from auditor.library import Library
from auditor.mend import Patience, judges, mended
from auditor.profile import highest
from auditor.rule import Rule
from auditor.suppression import Suppression
from auditor.wording import Wording

_PLAIN: Final = Wanted()


def audit(paths: Iterable[str], rules: tuple[Rule, ...], wanted: Wanted = _PLAIN) -> Report:
    """Return the report on the sheets at `paths`.

    One sheet is in memory at a time; of those done only what other plans may be compared
    with is kept. Raises UsageError when a path does not exist, there is nothing to check, or
    no sheet at all can be read.
    """
    sheets = discover(paths, wanted.known or ())
    if not sheets and not wanted.allow_empty:
        raise UsageError(NO_SHEETS)
    return _Audit(rules, replace(wanted, today=wanted.today or date.today())).run(sheets)


class _Audit:
    """Puts the parts together, and compares what stands in several of them."""

    def __init__(self, rules: tuple[Rule, ...], wanted: Wanted) -> None:
        self.rules: dict[str, list[Rule]] = {"plan": [], "run": [], "suppressions": []}
        for rule in rules:
            self.rules[rule.scope].append(rule)
        self.wanted = wanted
        self.library = Library()
        self.takings = Takings()
        self.suppressions: list[Suppression] = []
        self.unread: list[Wording] = []

    def run(self, sheets: list[str]) -> Report:
        """Return the report: the rules over each sheet, over all, then over the suppressions."""
        with collector.paused():
            parts = list(self.parts(sheets))
            if self.unread and not parts:
                raise UsageError(self.unread[0])
            summaries = [part.summary for part in parts]
            self.catalogues([part.path for part in parts])
            context = self.library.context(summaries, self.unread)
        across = Run((*summaries, *context))
        self.takings.take(self.rules["run"], across, held=self.wanted.held)
        self.suppress()
        if self.wanted.mends:
            self.mend()
        self.takings.take(self.rules["suppressions"], self.judged())
        return self.report(parts)

    def parts(self, sheets: list[str]) -> Iterator[Part]:
        """Return the part of each sheet that can be read, when what it says has been taken down."""
        known = {} if self.wanted.known is None else self.wanted.known
        unknown = [path for path in sheets if path not in known]
        found = examined(unknown, self.library, self.rules["plan"], self.wanted)
        for number, path in enumerate(sheets, start=1):
            part = known[path] if path in known else next(found)
            if self.wanted.progress is not None:
                self.wanted.progress(number, len(sheets))
            if isinstance(part, Crash):
                self.takings.crashes.append(part)
                continue
            if not isinstance(part, Part):
                self.unread.append(part)
                continue
            known[path] = part
            self.takings.add(part.takings)
            self.suppressions += [replace(each, used=0) for each in part.suppressions]
            yield part

    def catalogues(self, sheets: list[str]) -> None:
        """Check the indicator catalogues beside the sheets that are no part of the run."""
        done = {os.path.realpath(path) for path in sheets if is_catalogue(path)}
        for catalogue in self.library.catalogues_beside(sheets):
            # Folders may have been named in several ways.
            path = os.path.realpath(catalogue.sheet.path)
            if path not in done:
                done.add(path)
                self.takings.take(self.rules["plan"], catalogue)
                self.suppressions += suppressions(catalogue, self.wanted)

    def suppress(self) -> None:
        """Mark the findings that the sheets make exceptions for."""
        by_line: dict[tuple[str, int], list[Suppression]] = {}
        for each in self.suppressions:
            by_line.setdefault((each.path, each.line), []).append(each)
        findings = self.takings.findings
        for number, finding in enumerate(findings if by_line else ()):
            for each in by_line.get((finding.path, finding.spots[0].mark.line), ()):
                if each.covers(finding):
                    each.used += 1
                    findings[number] = replace(finding, suppressed=True, justification=each.reason)

    def judged(self) -> list[Suppression]:
        """Return the suppressions that can be judged: those of rules that were on."""
        on = {rule.code for rules in self.rules.values() for rule in rules}
        return [
            replace(each, tried=each.codes <= on)
            for each in self.suppressions
            if each.codes & on or each.wrong
        ]

    def mend(self) -> None:
        """Try what would mend conflicts; what fails here is no finding's fault."""
        crashed = {crash.code for crash in self.takings.crashes}
        rules = judges(chain(*self.rules.values()), crashed)
        found = self.takings.findings
        try:
            self.takings.findings = mended(found, self.library.load, rules, Patience())
        except Exception as error:
            self.takings.crashes.append(Crash("mend", "", error))

    def report(self, parts: list[Part]) -> Report:
        """Return all that was taken down, in order."""
        takings = self.takings
        findings = sorted(takings.findings, key=lambda finding: finding.order)
        indicators = frozenset(chain.from_iterable(part.indicators for part in parts))
        rules = tuple(sorted(chain(*self.rules.values()), key=lambda rule: rule.code))
        return Report(
            tuple(_distinct(findings)),
            tuple(sorted(takings.undecided, key=lambda each: (each.spot.path, each.spot.mark))),
            takings.comparisons,
            Sheets(
                {part.path: part.title for part in parts},
                len(indicators),
                sum(part.figures for part in parts),
            ),
            tuple(takings.crashes),
            tuple(sorted(takings.held, key=lambda each: each.order)),
            None
            if self.unread or takings.crashes
            else highest((finding for finding in findings if finding.stands), rules),
            rules,
            unread=tuple({each["en"]: each for each in self.unread}.values()),
        )


def _distinct(findings: list[Finding]) -> Iterable[Finding]:
    """Number the fingerprints of findings that say the same thing twice."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        yield (
            finding
            if number == 1
            else replace(finding, fingerprint=f"{finding.fingerprint}-{number}")
        )
