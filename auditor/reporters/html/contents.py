"""What stands where in the report: a section for each sheet, and the findings by figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from auditor.engine import Report
from auditor.finding import Finding, Mark, Severity, tallied
from auditor.rule import Rule

# In a run of more sheets than this only what findings concern is shown.
MANY: Final = 200


class Section(NamedTuple):
    """One sheet with its findings, those that are excused among them, in the order of the sheet.

    `lighter` is how many others stand, too light to be told of.
    """

    anchor: str
    path: str
    title: str
    findings: tuple[Finding, ...]
    lighter: int

    @property
    def counts(self) -> Mapping[Severity, int]:
        """Return how many findings of each severity stand, the weightiest first."""
        return tallied(self.findings)


class Contents:
    """Those findings of a report that are told of, laid out by sheets.

    `sections` are those of all sheets, `shown` those that the report has; of `many` sheets
    it has only what findings concern.
    """

    def __init__(self, report: Report, findings: tuple[Finding, ...]) -> None:
        self.report, self.findings = report, findings
        self.rules: Mapping[str, Rule] = {rule.code: rule for rule in report.rules}
        by_path: dict[str, list[Finding]] = {path: [] for path in report.sheets.titles}
        self._at: dict[tuple[str, Mark], list[Finding]] = {}
        self._touching: dict[str, list[Finding]] = {}
        for finding in self.findings:
            by_path.setdefault(finding.path, []).append(finding)
            for path in dict.fromkeys(spot.path for spot in finding.spots):
                self._touching.setdefault(path, []).append(finding)
            for place in dict.fromkeys((spot.path, spot.mark) for spot in finding.spots):
                self._at.setdefault(place, []).append(finding)
        titles = report.sheets.titles
        standing = Counter(finding.path for finding in report.standing)
        standing.subtract(finding.path for finding in findings if finding.stands)
        for path in standing:
            by_path.setdefault(path, [])
        self.sections = tuple(
            Section(
                f"sheet-{number}", path, titles.get(path, ""), tuple(by_path[path]), standing[path]
            )
            for number, path in enumerate(sorted(by_path), start=1)
        )
        self.many = len(self.sections) > MANY
        self.shown = tuple(each for each in self.sections if each.findings or not self.many)
        self.anchors = {section.path: section.anchor for section in self.shown}

    def at(self, path: str, mark: Mark) -> tuple[Finding, ...]:
        """Return the findings that a figure is part of, the weightiest that stand first."""
        found = self._at.get((path, mark), ())
        return tuple(sorted(found, key=lambda each: (not each.stands, -each.severity)))

    def touching(self, path: str) -> tuple[Finding, ...]:
        """Return the findings that a sheet has a part in, those of other sheets among them."""
        return tuple(self._touching.get(path, ()))


def anchor(finding: Finding) -> str:
    """Return the id of a finding in the report."""
    return f"f-{finding.fingerprint}"
