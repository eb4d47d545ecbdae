"""The audit: paths in, report out."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from auditor.compare.rollup import Run, Summary, summarise
from auditor.errors import UsageError
from auditor.facts import Plan
from auditor.finding import Finding, Severity, fingerprint
from auditor.library import Library, discover
from auditor.rule import Held, Hit, Rule, Undecided


@dataclass(frozen=True, slots=True)
class Crash:
    """A rule that failed on a sheet: our fault, not the sheet's."""

    code: str
    path: str
    error: Exception


@dataclass(frozen=True, slots=True)
class Sheets:
    """What was read: titles by path in the order of the run, and how much there was."""

    titles: dict[str, str]
    indicators: int
    figures: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything an audit found, sorted by path, line, column and code."""

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    comparisons: int
    sheets: Sheets
    crashes: tuple[Crash, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity stand, suppressed ones apart."""
        return sum(f.severity is severity and not f.suppressed for f in self.findings)

    def reaches(self, gate: Severity | None) -> bool:
        """Return whether a finding stands at or above `gate`; None is a gate nothing reaches."""
        return gate is not None and any(
            f.severity >= gate and not f.suppressed for f in self.findings
        )


def audit(paths: Iterable[str], rules: tuple[Rule, ...], *, allow_empty: bool = False) -> Report:
    """Return the report on the sheets at `paths`.

    One sheet is in memory at a time; of those done only what other plans may be compared
    with is kept. Raises UsageError when a path does not exist or there is nothing to check.
    """
    sheets = discover(paths)
    if not sheets and not allow_empty:
        raise UsageError(
            {
                "en": "nothing to check: no .yaml sheets found",
                "zh": "没有可检查的内容：未找到 .yaml 表单",
            }
        )
    return _Audit(rules).run(sheets)


class _Audit:
    """Gathers verdicts while the sheets pass by."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.by_plan = tuple(rule for rule in rules if rule.scope == "plan")
        self.by_run = tuple(rule for rule in rules if rule.scope == "run")
        self.library = Library()
        self.findings: list[Finding] = []
        self.undecided: list[Undecided] = []
        self.crashes: list[Crash] = []
        self.comparisons = 0
        self.titles: dict[str, str] = {}
        self.indicators: set[str] = set()
        self.figures = 0

    def run(self, sheets: list[str]) -> Report:
        gc.disable()
        try:
            summaries = [self.one(path) for path in sheets]
            for catalogue in self.library.catalogues:
                if catalogue.sheet.path not in self.titles:
                    self.check(catalogue)
            context = self.context(summaries)
        finally:
            gc.enable()
        across = Run((*summaries, *context))
        for rule in self.by_run:
            self.take(rule, across, "", None)
        return self.report()

    def one(self, path: str) -> Summary:
        plan = self.library.load(path)
        self.titles[path] = plan.sheet.title
        self.figures += len(plan.facts)
        self.indicators |= {fact.key.indicator for fact in plan.facts if fact.key.indicator}
        self.check(plan)
        return summarise(plan)

    def check(self, plan: Plan) -> None:
        for rule in self.by_plan:
            self.take(rule, plan, plan.sheet.path, plan)

    def take(self, rule: Rule, subject: Plan | Run, path: str, plan: Plan | None) -> None:
        try:
            for verdict in rule.check(subject, rule.options):
                if isinstance(verdict, Held):
                    self.comparisons += 1
                elif isinstance(verdict, Hit):
                    self.comparisons += verdict.compared
                    self.findings.append(_stamped(rule, verdict, plan))
                else:
                    self.undecided.append(verdict)
        except Exception as error:  # a crash of one rule must not silence the others
            self.crashes.append(Crash(rule.code, path, error))

    def context(self, summaries: list[Summary]) -> list[Summary]:
        """Return parents that are not part of the run but can be found beside their children."""
        known = {summary.plan for summary in summaries}
        found: list[Summary] = []
        for summary in summaries:
            child = summary
            while child.parent and child.parent not in known:
                parent = self.library.beside(child)
                if parent is None:
                    break
                child = summarise(parent, context=True)
                known.add(child.plan)
                found.append(child)
        return found

    def report(self) -> Report:
        findings = sorted(self.findings, key=lambda finding: finding.order)
        return Report(
            tuple(_distinct(findings)),
            tuple(sorted(self.undecided, key=lambda each: (each.spot.path, each.spot.mark))),
            self.comparisons,
            Sheets(self.titles, len(self.indicators), self.figures),
            tuple(self.crashes),
        )


def _stamped(rule: Rule, hit: Hit, plan: Plan | None) -> Finding:
    plan_id = plan.id if plan else ""
    indicator = plan.indicators.get(hit.indicator) if plan else None
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=hit.message or rule.message,
        fields=hit.fields,
        spots=hit.spots,
        plan=plan_id or hit.plan,
        indicator=hit.indicator,
        subject=hit.subject or (indicator.name if indicator else None),
        about=hit.about,
        difference=hit.difference,
        help=hit.help or rule.help,
        fingerprint=fingerprint(rule.code, plan_id or hit.plan, hit.fields, hit.spots),
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
