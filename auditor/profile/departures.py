"""Where a profile departs from the rules: what is on, how much it weighs, how it is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from auditor import catalogue
from auditor.finding import Finding, Severity
from auditor.rule import Rule
from auditor.wording import Wording, filled

OFF: Final = "off"
NEVER: Final = "never"
SEVERITIES: Final = {severity.word: severity for severity in Severity}
_AS_IT_IS: Final[Wording] = {
    "en": "on, as {severity}: the profile {profile} leaves the rule as it is",
    "zh": "已启用，级别 {severity}：配置 {profile} 未作调整",
}
_SET: Final[Wording] = {
    "en": "on, as {severity}: the profile {profile} sets it so",
    "zh": "已启用，级别 {severity}：由配置 {profile} 设定",
}
_ALWAYS: Final[Wording] = {
    "en": "on, as {severity}: without it a sheet that cannot be read would seem sound",
    "zh": "始终启用，级别 {severity}：否则无法读取的表单会被当作没有问题",
}
_OFF: Final[Wording] = {
    "en": "off: the profile {profile} turns it off",
    "zh": "未启用：配置 {profile} 将其关闭",
}


@dataclass(frozen=True, slots=True)
class Profile:
    """Departures from the rules: severities (None is off) and option values by code."""

    name: str
    about: Wording
    fail_on: Severity | None
    severities: dict[str, Severity | None]
    options: dict[str, dict[str, str | Fraction]]

    def over(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the rules that are on under this profile, as it sets them."""
        return tuple(
            replace(
                rule,
                severity=self.severities.get(rule.code) or rule.severity,
                options={**rule.options, **self.options.get(rule.code, {})},
            )
            for rule in rules
            if rule.indispensable or self.severities.get(rule.code, rule.severity) is not None
        )

    def says_of(self, rule: Rule) -> Wording:
        """Return whether a rule is on under this profile, and what decides it."""
        if rule.code not in self.severities:
            return filled(_AS_IT_IS, severity=rule.severity.word, profile=self.name)
        severity = self.severities[rule.code]
        if severity is None and rule.indispensable:
            return filled(_ALWAYS, severity=rule.severity.word)
        if severity is None:
            return filled(_OFF, profile=self.name)
        return filled(_SET, severity=severity.word, profile=self.name)

    def admits(self, findings: Iterable[Finding]) -> bool:
        """Return whether none of the findings reaches the gate, weighed by this profile.

        A profile that sets options would have to see the sheets again; it is not asked.
        """
        decisive = self.decisive
        return not any(finding.code in decisive for finding in findings)

    @property
    def decisive(self) -> frozenset[str]:
        """Return the rules whose findings reach the gate; those in preview do not count."""
        gate = self.fail_on
        if gate is None:
            return frozenset()
        weights = {
            r.code: self.severities.get(r.code, r.severity) for r in catalogue.select([], [])
        }
        return frozenset(code for code, weight in weights.items() if weight and weight >= gate)
