"""One sheet: what the rules say of it, and what is kept of it for the comparisons across sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from auditor.compare.summary import Summary, summarise
from auditor.engine.report import CHECK, Crash, Wanted
from auditor.engine.takings import Takings
from auditor.errors import UsageError
from auditor.facts import Plan
from auditor.library import Library
from auditor.rule import Rule
from auditor.source import beside
from auditor.suppression import Suppression, understood
from auditor.wording import Wording


@dataclass(frozen=True, slots=True)
class Part:
    """What one sheet adds to a report. It can be sent from one process to another."""

    path: str
    title: str
    takings: Takings
    indicators: frozenset[str]
    figures: int
    suppressions: tuple[Suppression, ...]
    summary: Summary


def examine(path: str, library: Library, rules: Iterable[Rule], wanted: Wanted) -> Part:
    """Return what the rules over single plans say of the sheet at `path`.

    Raises UsageError when a file that is needed for it cannot be read.
    """
    plan = library.load(path)
    if wanted.sources:
        plan.source, plan.source_wanted = beside(plan.sheet, wanted.sources), True
    takings = Takings()
    takings.take(rules, plan, held=wanted.held)
    return Part(
        path,
        plan.sheet.title,
        takings,
        frozenset(fact.key.indicator for fact in plan.facts if fact.key.indicator),
        len(plan.facts),
        suppressions(plan, wanted),
        summarise(plan),
    )


def attempted(
    path: str, library: Library, rules: Iterable[Rule], wanted: Wanted
) -> Part | Wording | Crash:
    """Return the part of a sheet, a sentence on what of it cannot be read, or how we failed on it."""
    try:
        return examine(path, library, rules, wanted)
    except UsageError as error:
        return error.wording
    except Exception as error:
        return Crash(CHECK, path, error)


def suppressions(plan: Plan, wanted: Wanted) -> tuple[Suppression, ...]:
    """Return the exceptions that the comments of a sheet make."""
    today, sheet = wanted.today or date.today(), plan.sheet
    return tuple(understood(sheet.path, plan.id, comment, today) for comment in sheet.comments)
