"""Report → text on a stream. A reporter knows findings and nothing of rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TextIO

from auditor.engine import Report
from auditor.finding import Finding, Severity
from auditor.wording import Lang


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to be written.

    `least` is the least severity that is told of;
    `show` is rounding, for what holds only by rounding, all, for every comparison, or empty.
    """

    lang: Lang = "en"
    color: bool = False
    width: int = 80
    quiet: bool = False
    verbose: bool = False
    show: str = ""
    least: Severity = Severity.NOTE
    statistics: bool = False


Reporter = Callable[[Report, TextIO, Style], None]


def reporter(format: str) -> Reporter:
    """Return the reporter for a format; its module is imported only now."""
    found: Reporter = import_module(f"auditor.reporters.{format}").write
    return found


def told(report: Report, style: Style) -> tuple[Finding, ...]:
    """Return the findings that stand and weigh enough to be told of."""
    return tuple(finding for finding in report.standing if finding.severity >= style.least)


def weighty(report: Report, style: Style) -> tuple[Finding, ...]:
    """Return the findings that weigh enough to be told of, those that are excused among them."""
    return tuple(finding for finding in report.findings if finding.severity >= style.least)
