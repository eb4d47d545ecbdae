"""What an audit is asked for, and what it reports."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from auditor.finding import Comparison, Finding, Severity
from auditor.rule import Rule, Undecided
from auditor.wording import Wording

if TYPE_CHECKING:
    from auditor.engine.part import Part


# What is called failed when it was no rule, before any rule has seen the sheet.
CHECK: Final = "check"


@dataclass(frozen=True, slots=True)
class Crash:
    """What failed on a sheet: our fault, not the sheet's.

    `code` is that of a rule, or `check` or `mend`, where it is no rule that failed; after `check`
    nothing is known of the sheet.
    """

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
    they were asked for; `met` is the strictest shipped profile that the findings pass, empty
    when there is none, None when that cannot be said of the rules that were on.
    `rules` are those that were on, `exit_code` what the command will end with; `unread` says
    which sheets could not be read, and why.
    """

    findings: tuple[Finding, ...]
    undecided: tuple[Undecided, ...]
    comparisons: int
    sheets: Sheets
    crashes: tuple[Crash, ...] = ()
    held: tuple[Comparison, ...] = ()
    met: str | None = ""
    rules: tuple[Rule, ...] = ()
    exit_code: int = 0
    unread: tuple[Wording, ...] = ()

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
    which suppressions have expired. `jobs` processes share the sheets; `progress` is called
    with how many of how many sheets are done. The parts of sheets that are `known` are not made
    anew; those that are made are added to them.
    """

    allow_empty: bool = False
    sources: str = ""
    held: bool = False
    mends: bool = False
    today: date | None = None
    jobs: int = 1
    progress: Callable[[int, int], None] | None = None
    known: MutableMapping[str, Part] | None = None
