"""Auditing sheets as an editor has them: what is known of the others is kept, not read again."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from auditor import collector, engine, files
from auditor.compare.summary import Summary
from auditor.discovery import CATALOGUE
from auditor.engine import Part, Report, Wanted
from auditor.finding import Finding, Mend, Severity
from auditor.library import Library
from auditor.lsp.sheets import below
from auditor.mend import Patience, judges, mended
from auditor.rule import Rule
from auditor.wording import Lang

_log: Final = logging.getLogger("auditor.lsp")
Contents = Mapping[str, bytes]
# In a formula: the plan whose figure is named.
_PLAN: Final = re.compile(r"([^\W\d]\w*)\.")


def _as_it_is(report: Report) -> Report:
    return report


@dataclass(frozen=True, slots=True)
class Setup:
    """How the server has been set up: the rules that are on, the language, where to look.

    `sources` is the folder of the source documents; `paths`, where given, are the sheets that
    make up a run, instead of all in the editor's folders; `excused` marks what a baseline knows.
    Of what weighs less than `least` nothing is told. With `follows`, the editor's own language
    counts, if it tells it.
    """

    rules: tuple[Rule, ...]
    lang: Lang = "en"
    follows: bool = False
    least: Severity = Severity.NOTE
    sources: str = ""
    paths: tuple[str, ...] = ()
    excused: Callable[[Report], Report] = _as_it_is


class Checked(NamedTuple):
    """What an audit has found in one sheet: its own findings, and the run that they are of.

    `mends` are those that have been asked for, by the fingerprint of their finding.
    """

    findings: tuple[Finding, ...]
    report: Report
    mends: dict[str, tuple[Mend, ...]]


class _Kept(NamedTuple):
    """The part of a sheet, and what it was made of."""

    stamp: Any
    part: Part


class Checker:
    """Audits sheets, some of which are held in memory.

    Of every sheet its part of a run is kept, and made anew when the sheet or what it depends
    on has changed: to re-check one is to read one. May be used by several threads at a time.
    """

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self._plan_rules = [rule for rule in setup.rules if rule.scope == "plan"]
        self._kept: dict[str, _Kept] = {}
        self._run: frozenset[str] = frozenset()

    @property
    def summaries(self) -> tuple[Summary, ...]:
        """Return what is kept of the sheets of the last run."""
        kept = self._kept.copy()
        return tuple(kept[path].part.summary for path in sorted(self._run & kept.keys()))

    def recheck(self, path: str, contents: Contents) -> Checked:
        """Return what is found in one sheet, compared with all that it is related to.

        `contents` are the files that are held in memory. Raises AuditorError when the sheet
        cannot be read.
        """
        with files.holding(contents), collector.paused():
            own = self._part(path, contents)
            related = self._related(own)
            report = self._audit([path, *related], {path: own, **related})
            found = tuple(each for each in self.told(report) if each.path == path)
            return Checked(found, report, {})

    def whole(self, folders: Iterable[str], contents: Contents) -> Report:
        """Return the report on all sheets in some folders, or on those that the setup names."""
        with files.holding(contents), collector.paused():
            places = tuple(map(os.path.abspath, self.setup.paths or folders))
            new = (path for path in contents if not os.path.exists(path))
            here = [path for path in new if path.startswith(tuple(f"{p}{os.sep}" for p in places))]
            stamps = {path: _stamp(path, contents) for path in below((*places, *here))}
            known = {
                path: part
                for path, stamp in stamps.items()
                if (part := self._fresh(path, stamp)) is not None
            }
            report = self._audit(stamps, known)
            self._kept = {path: _Kept(stamps[path], part) for path, part in known.items()}
            self._run = frozenset(stamps)
            return report

    def told(self, report: Report) -> Iterator[Finding]:
        """Return the findings that stand and weigh enough to be told of."""
        return (each for each in report.standing if each.severity >= self.setup.least)

    def mends(self, finding: Finding, checked: Checked, contents: Contents) -> tuple[Mend, ...]:
        """Return the edits that would settle a finding, tried when they are first asked for."""
        if finding.fingerprint not in checked.mends:
            with files.holding(contents):
                checked.mends[finding.fingerprint] = _tried(finding, checked.report)
        return checked.mends[finding.fingerprint]

    def _audit(self, paths: Iterable[str], known: dict[str, Part]) -> Report:
        wanted = Wanted(allow_empty=True, sources=self.setup.sources, known=known)
        return self.setup.excused(engine.audit(paths, self.setup.rules, wanted))

    def _part(self, path: str, contents: Contents) -> Part:
        """Return a sheet's part of a run: the one that is kept, if nothing has changed since."""
        stamp = _stamp(path, contents)
        part = self._fresh(path, stamp)
        if part is None:
            wanted = Wanted(sources=self.setup.sources, today=date.today())
            part = engine.examine(path, Library(), self._plan_rules, wanted)
            self._kept[path] = _Kept(stamp, part)
        return part

    def _fresh(self, path: str, stamp: Any) -> Part | None:
        """Return the part that is kept of a sheet, None where it may be out of date."""
        kept = self._kept.get(path)
        return kept.part if kept and kept.stamp == stamp and not self.setup.sources else None

    def _related(self, own: Part) -> dict[str, Part]:
        """Return the parts of the run that what is found in one sheet may depend on.

        Those are of its parents, of the children that it or its parent has, of plans that speak
        of the same area, that name each other's figures, or that have its name.
        """
        if own.path not in self._run:
            return {}
        kept = self._kept.copy()
        others = {path: kept[path].part for path in self._run if path in kept and path != own.path}
        above = _parents(own.summary, (part.summary for part in others.values()))
        near = {own.summary.plan, own.summary.parent} - {""}
        named = _named(own.summary) | above
        return {
            path: part
            for path, part in sorted(others.items())
            if (other := part.summary).plan in named
            or near & {other.plan, other.parent}
            or own.summary.stated.keys() & other.stated.keys()
            or own.summary.plan in _named(other)
        }


def _tried(finding: Finding, report: Report) -> tuple[Mend, ...]:
    crashed = {crash.code for crash in report.crashes}
    rules = judges(report.rules, crashed)
    try:
        [tried] = mended([finding], Library().load, rules, Patience())
    except Exception:
        # What fails here is no finding's fault, and must not keep it from being excused.
        _log.exception("%s", finding.code)
        return ()
    return tried.mends


def _parents(own: Summary, others: Iterable[Summary]) -> set[str]:
    """Return the ids of the plans above one, as far up as they are known."""
    by_id = {other.plan: other for other in others}
    found: set[str] = set()
    parent = own.parent
    while parent and parent not in found:
        found.add(parent)
        parent = by_id[parent].parent if parent in by_id else ""
    return found


def _named(summary: Summary) -> set[str]:
    """Return the ids of the plans that the claims of one name."""
    return {id_ for claim in summary.claims for id_ in _PLAN.findall(claim.formula)}


def _stamp(path: str, contents: Contents) -> Any:
    """Return what tells whether a sheet, or what its reading depends on, has changed."""
    catalogue = os.path.join(os.path.dirname(path), CATALOGUE)
    return _state(path, contents), _state(catalogue, contents), date.today()


def _state(path: str, contents: Contents) -> Any:
    if path in contents:
        return contents[path]
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
