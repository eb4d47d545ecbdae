"""Baselines: the findings that are known and put up with, so that only new ones count.

A baseline is a sorted JSON file. A finding is known again by its rule, its sheet, its indicator
and the figures as printed, never by lines: moving or reordering what a sheet says does not
disturb it, a changed figure does. It never grows unless it is asked to; what is found no more
is reported as stale.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any, Final

from auditor import catalogue
from auditor.discovery import CATALOGUE
from auditor.document.nodes import LARGEST
from auditor.engine import Report
from auditor.errors import UsageError
from auditor.finding import Finding, Severity
from auditor.profile import highest
from auditor.wording import Field, Wording, quote

VERSION: Final = 1
# What these find keeps a sheet from being read as a whole.
_OF_READING: Final = ("SYN", "STR")


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One known finding. `path` is relative to the baseline; `figures` are `place: as printed`.

    `about` tells findings apart that are about no figure; `beside` are the other sheets that one
    is about.
    """

    path: str
    rule: str
    indicator: str = ""
    figures: tuple[str, ...] = ()
    about: str = ""
    beside: tuple[str, ...] = ()


class Baseline:
    """The entries of a baseline file, each with how often it is known."""

    def __init__(self, path: str, entries: Iterable[tuple[Entry, int]] = ()) -> None:
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path))
        self.known: Counter[Entry] = Counter(dict(entries))

    def entry(self, finding: Finding) -> Entry:
        """Return the entry of a finding."""
        figures = sorted(f"{spot.place}: {spot.printed}" for spot in finding.spots if spot.printed)
        said = finding.fields
        about = [
            f"{name}={_plain(said[name])}"
            for name in sorted(said)
            if not figures and name != "line"
        ]
        path = _relative(finding.path, self.folder)
        others = {_relative(spot.path, self.folder) for spot in finding.spots} - {path}
        told = "; ".join(about)
        beside = tuple(sorted(others))
        return Entry(path, finding.code, finding.indicator, tuple(figures), told, beside)

    def over(self, report: Report) -> Report:
        """Return the report with the findings that are known marked so."""
        left = Counter(self.known)
        known: set[int] = set()
        for finding in _excusable(report):
            entry = self.entry(finding)
            if left[entry] > 0:
                left[entry] -= 1
                known.add(id(finding))
        findings = tuple(
            replace(each, baselined=True) if id(each) in known else each for each in report.findings
        )
        met = report.met
        if met is not None:
            met = highest((each for each in findings if each.stands), report.rules)
        return replace(report, findings=findings, met=met)

    def stale(self, report: Report) -> Counter[Entry]:
        """Return the entries that were looked for and not found: by rules that were on, in files read.

        Those are the sheets and the catalogues beside them. A file that is no more makes its
        entries stale too; in one that could only be read in part, nobody has looked.
        """
        found = Counter(self.entry(each) for each in report.findings if not each.suppressed)
        on = {rule.code for rule in report.rules} - {crash.code for crash in report.crashes}
        in_part = {
            _relative(each.path, self.folder)
            for each in report.findings
            if each.code[:3] in _OF_READING and each.severity is Severity.ERROR
        }
        beside = {os.path.join(os.path.dirname(path), CATALOGUE) for path in report.sheets.titles}
        read = {_relative(path, self.folder) for path in (*report.sheets.titles, *beside)} - in_part
        return Counter(
            {
                entry: number - found[entry]
                for entry, number in self.known.items()
                if number > found[entry] and entry.rule in on and self._looked_at(entry, read)
            }
        )

    def without(self, stale: Counter[Entry]) -> Baseline:
        """Return the baseline without the entries that are stale."""
        return Baseline(self.path, (self.known - stale).items())

    def renewed(self, report: Report) -> Baseline:
        """Return the baseline that a report makes of it: all that stands now, and what was not looked at."""
        now = Counter(map(self.entry, _excusable(report)))
        return Baseline(self.path, ((self.known - self.stale(report)) | now).items())

    def write(self) -> None:
        """Write the baseline to its file. Raises UsageError when that cannot be done."""
        findings = [_told(entry, number) for entry, number in sorted(self.known.items())]
        text = json.dumps({"version": VERSION, "findings": findings}, ensure_ascii=False, indent=1)
        try:
            with open(self.path, "w", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text + "\n")
        except OSError as error:
            raise _wrong(
                self.path, en="cannot be written", zh="无法写入", why=error.strerror or ""
            ) from None

    def _looked_at(self, entry: Entry, read: set[str]) -> bool:
        """Return whether all sheets that an entry is about have been read, or one is no more."""
        sheets = (entry.path, *entry.beside)
        gone = any(not os.path.exists(os.path.join(self.folder, sheet)) for sheet in sheets)
        return gone or read.issuperset(sheets)


def load(path: str) -> Baseline:
    """Return the baseline in a file. Raises UsageError when there is none, or it is none."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            found = json.loads(file.read(LARGEST))
        if found["version"] != VERSION:
            raise _wrong(path, en="is of another version", zh="版本不符", why=str(found["version"]))
        return Baseline(path, [_entry(each) for each in found["findings"]])
    except OSError as error:
        raise _wrong(path, en="cannot be read", zh="无法读取", why=error.strerror or "") from None
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise _wrong(path, en="is no baseline", zh="不是基线文件", why=str(error)) from None


def _told(entry: Entry, number: int) -> dict[str, Any]:
    told = asdict(entry)
    if not entry.beside:
        del told["beside"]
    return {**told, "count": number}


def _entry(said: dict[str, Any]) -> tuple[Entry, int]:
    figures = tuple(str(each) for each in said["figures"])
    path, rule, indicator, about = (
        str(said[name]) for name in ("path", "rule", "indicator", "about")
    )
    beside = tuple(str(each) for each in said.get("beside", ()))
    return Entry(path, _code(rule), indicator, figures, about, beside), int(said["count"])


@cache
def _code(rule: str) -> str:
    """Return what a rule is called now; one that there is no more keeps its code."""
    return next((each.code for each in catalogue.rules() if each.called(rule)), rule)


def _excusable(report: Report) -> list[Finding]:
    """Return the findings that a baseline may excuse: none that keeps a sheet unread."""
    may = {rule.code for rule in report.rules if rule.suppressible}
    return [each for each in report.findings if each.code in may and not each.suppressed]


def _plain(field: Field) -> str:
    return str(field) if isinstance(field, str | int) else field["en"]


def _relative(path: str, folder: str) -> str:
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")


def _wrong(path: str, *, en: str, zh: str, why: str) -> UsageError:
    told: Wording = {
        "en": f"the baseline {quote(path)!r} {en}: {quote(why)}",
        "zh": f"基线文件“{quote(path)}”{zh}：{quote(why)}",
    }
    return UsageError(told)
