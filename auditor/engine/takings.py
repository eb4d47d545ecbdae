"""What the rules say of their subjects, taken down one verdict after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from auditor.compare.rollup import Run
from auditor.engine.report import Crash
from auditor.facts import Plan
from auditor.finding import Comparison, Finding, fingerprint
from auditor.phrases import amount, amount_if_any
from auditor.rule import Held, Hit, Rule, Undecided, spot
from auditor.suppression import Suppression


@dataclass(slots=True)
class Takings:
    """Findings, and what was compared and could not be; `held` only if it was asked for."""

    findings: list[Finding] = field(default_factory=list)
    undecided: list[Undecided] = field(default_factory=list)
    held: list[Comparison] = field(default_factory=list)
    crashes: list[Crash] = field(default_factory=list)
    comparisons: int = 0

    def take(
        self, rules: Iterable[Rule], subject: Plan | Run | list[Suppression], *, held: bool = False
    ) -> None:
        """Take down what rules say of a subject; a crash of one must not silence the others."""
        plan = subject if isinstance(subject, Plan) else None
        for rule in rules:
            try:
                self._take(rule, subject, plan, held=held)
            except Exception as error:
                self.crashes.append(Crash(rule.code, plan.sheet.path if plan else "", error))

    def _take(
        self, rule: Rule, subject: Plan | Run | list[Suppression], plan: Plan | None, *, held: bool
    ) -> None:
        for verdict in rule.check(subject, rule.options):
            if isinstance(verdict, Held):
                self.comparisons += 1
                if held and verdict.facts:
                    self.held.append(_told(rule, verdict))
            elif isinstance(verdict, Hit):
                self.comparisons += verdict.compared
                self.findings.append(_stamped(rule, verdict, plan))
            else:
                self.undecided.append(verdict)

    def add(self, other: Takings) -> None:
        """Take over what was taken down elsewhere."""
        self.findings += other.findings
        self.undecided += other.undecided
        self.held += other.held
        self.crashes += other.crashes
        self.comparisons += other.comparisons


def _told(rule: Rule, held: Held) -> Comparison:
    """Return a comparison that came out well, as it is told."""
    margin = held.margin() if held.margin is not None else None
    slack = None if margin is None else margin.slack
    return Comparison(
        rule.code,
        rule.name,
        tuple(spot(fact) for fact in held.facts),
        "" if margin is None else amount(margin.off),
        amount_if_any(slack),
        held.in_unit,
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
