"""The audit: paths in, report out."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from auditor.compare.rollup import Run
from auditor.compare.summary import Summary, summarise
from auditor.errors import UsageError
from auditor.facts import Plan
from auditor.finding import Comparison, Finding, Severity, fingerprint
from auditor.library import NO_SHEETS, Library, discover
from auditor.mend import Patience, mended
from auditor.phrases import amount
from auditor.profile import highest
from auditor.rule import Held, Hit, Rule, Undecided, spot
from auditor.source import beside
from auditor.suppression import Suppression, understood


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
    """Everything an audit found, sorted by path, line, column and code.

    `comparisons` counts those that were made; `held` tells of those that came out well, if
    they were asked for; `met` is the strictest shipped profile that the findings pass, or empty.
    `rules` are those that were on, `exit_code` what the command will end with.
    """

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    comparisons: int
    sheets: Sheets
    crashes: tuple[Crash, ...] = ()
    held: tuple[Comparison, ...] = ()
    met: str = ""
    rules: tuple[Rule, ...] = ()
    exit_code: int = 0

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Return the findings that neither a suppression nor a baseline excuses."""
        return tuple(finding for finding in self.findings if finding.stands)

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity stand."""
        return sum(finding.severity is severity for finding in self.standing)

    def reaches(self, gate: Severity | None) -> bool:
        """Return whether a finding stands at or above `gate`; None is a gate nothing reaches."""
        return gate is not None and any(finding.severity >= gate for finding in self.standing)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an audit is asked for beyond its findings.

    `sources` is the folder of the source documents; with `held`, comparisons that came out
    well are told too; with `mends`, conflicts come with what would mend them; `today` decides
    which suppressions have expired.
    """

    allow_empty: bool = False
    sources: str = ""
    held: bool = False
    mends: bool = False
    today: date | None = None


def audit(paths: Iterable[str], rules: tuple[Rule, ...], wanted: Wanted = Wanted()) -> Report:
    """Return the report on the sheets at `paths`.

    One sheet is in memory at a time; of those done only what other plans may be compared
    with is kept. Raises UsageError when a path does not exist or there is nothing to check.
    """
    sheets = discover(paths)
    if not sheets and not wanted.allow_empty:
        raise UsageError(NO_SHEETS)
    return _Audit(rules, wanted).run(sheets)


class _Audit:
    """Gathers verdicts while the sheets pass by."""

    def __init__(self, rules: tuple[Rule, ...], wanted: Wanted) -> None:
        self.rules: dict[str, list[Rule]] = {"plan": [], "run": [], "suppressions": []}
        for rule in rules:
            self.rules[rule.scope].append(rule)
        self.wanted = wanted
        self.today = wanted.today or date.today()
        self.library = Library()
        self.findings: list[Finding] = []
        self.undecided: list[Undecided] = []
        self.held: list[Comparison] = []
        self.crashes: list[Crash] = []
        self.comparisons = 0
        self.patience = Patience()
        self.titles: dict[str, str] = {}
        self.indicators: set[str] = set()
        self.figures = 0
        self.suppressions: list[Suppression] = []

    def run(self, sheets: list[str]) -> Report:
        """Return the report: the rules over each sheet, over all, then over the suppressions."""
        gc.disable()
        try:
            summaries = [self.one(path) for path in sheets]
            for catalogue in self.library.catalogues:
                if catalogue.sheet.path not in self.titles:
                    self.check(catalogue)
            context = self.library.context(summaries)
        finally:
            gc.enable()
        across = Run((*summaries, *context))
        before = len(self.findings)
        for rule in self.rules["run"]:
            self.take(rule, across, "", None)
        if self.wanted.mends:
            self.mend(before, self.again(self.findings[before:]), self.rules["run"])
        self.suppress()
        return self.report()

    def one(self, path: str) -> Summary:
        """Check one sheet, and return what is kept of it."""
        plan = self.library.load(path)
        if self.wanted.sources:
            plan.source = beside(plan.sheet, self.wanted.sources)
        self.titles[path] = plan.sheet.title
        self.figures += len(plan.facts)
        self.indicators |= {fact.key.indicator for fact in plan.facts if fact.key.indicator}
        self.suppressions += [
            understood(path, plan.id, comment, self.today) for comment in plan.sheet.comments
        ]
        before = len(self.findings)
        self.check(plan)
        if self.wanted.mends:
            self.mend(before, {path: plan}, self.rules["plan"])
        return summarise(plan)

    def check(self, plan: Plan) -> None:
        """Apply the rules over single plans."""
        for rule in self.rules["plan"]:
            self.take(rule, plan, plan.sheet.path, plan)

    def take(
        self, rule: Rule, subject: Plan | Run | list[Suppression], path: str, plan: Plan | None
    ) -> None:
        """Take down what a rule says of its subject; a crash of one must not silence the others."""
        try:
            for verdict in rule.check(subject, rule.options):
                if isinstance(verdict, Held):
                    self.comparisons += 1
                    if self.wanted.held and verdict.facts:
                        self.held.append(_told(rule, verdict))
                elif isinstance(verdict, Hit):
                    self.comparisons += verdict.compared
                    self.findings.append(_stamped(rule, verdict, plan))
                else:
                    self.undecided.append(verdict)
        except Exception as error:
            self.crashes.append(Crash(rule.code, path, error))

    def mend(self, since: int, plans: dict[str, Plan], rules: list[Rule]) -> None:
        """Try what would mend the findings taken down since; what fails here is no finding's fault."""
        crashed = {crash.code for crash in self.crashes}
        sound = [rule for rule in rules if rule.code not in crashed]
        try:
            self.findings[since:] = mended(self.findings[since:], plans, sound, self.patience)
        except Exception as error:
            self.crashes.append(Crash("mend", next(iter(plans), ""), error))

    def again(self, findings: list[Finding]) -> dict[str, Plan]:
        """Read the sheets again that conflicts across plans are about, as far as patience reaches."""
        serious = [each for each in findings if each.severity > Severity.NOTE]
        paths = {each.path for finding in serious[: self.patience.left] for each in finding.spots}
        return {path: self.library.load(path) for path in sorted(paths)}

    def suppress(self) -> None:
        """Mark the findings that the sheets make exceptions for, then check the exceptions."""
        on = {rule.code for rules in self.rules.values() for rule in rules}
        by_line: dict[tuple[str, int], list[Suppression]] = {}
        for each in self.suppressions:
            by_line.setdefault((each.path, each.line), []).append(each)
        for number, finding in enumerate(self.findings if by_line else ()):
            for each in by_line.get((finding.path, finding.spots[0].mark.line), ()):
                if each.covers(finding):
                    each.used += 1
                    self.findings[number] = replace(
                        finding, suppressed=True, justification=each.reason
                    )
        judged = [each for each in self.suppressions if each.codes & on or each.wrong]
        for rule in self.rules["suppressions"]:
            self.take(rule, judged, "", None)

    def report(self) -> Report:
        """Return all that was taken down, in order."""
        findings = sorted(self.findings, key=lambda finding: finding.order)
        return Report(
            tuple(_distinct(findings)),
            tuple(sorted(self.undecided, key=lambda each: (each.spot.path, each.spot.mark))),
            self.comparisons,
            Sheets(self.titles, len(self.indicators), self.figures),
            tuple(self.crashes),
            tuple(sorted(self.held, key=lambda each: each.order)),
            highest(finding for finding in findings if finding.stands),
            tuple(sorted(chain(*self.rules.values()), key=lambda rule: rule.code)),
        )


def _told(rule: Rule, held: Held) -> Comparison:
    """Return a comparison that came out well, as it is told."""
    margin = held.margin() if held.margin is not None else None
    slack = None if margin is None else margin.slack
    return Comparison(
        rule.code,
        rule.name,
        tuple(spot(fact) for fact in held.facts),
        "" if margin is None else amount(margin.off),
        "" if slack is None else amount(slack),
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
