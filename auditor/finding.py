"""What a check yields: findings, and the places that they point at."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from auditor.wording import Fields, Lang, Wording, say


class Severity(IntEnum):
    """How much a finding weighs: a conflict, a doubt, or a remark on form."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """Return the name used in reports and options."""
        return self.name.lower()


class Mark(NamedTuple):
    """A stretch of a sheet's text. Lines and columns count characters from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


EMPTY: Fields = {}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a finding points at.

    `path`, `mark`: where it stands in the sheet; `place`: where it stands in the
    published document. A spot that is a figure has `printed`, the ends of its
    interval in base units as decimal strings (empty when unbounded) and `unit`; `counted`
    is the unit that it prints, `word` the Chinese words for that.
    """

    path: str
    mark: Mark
    place: str = ""
    printed: str = ""
    low: str = ""
    high: str = ""
    unit: str = ""
    counted: str = ""
    word: str = ""
    label: Wording | None = None
    label_fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mend:
    """One edit that would settle a finding, found by trying; nothing ever applies it by itself.

    `text` is what would be printed at the spot instead; it is empty when what is printed may
    stay, and only what the sheet says of it changes. `settles` counts the findings that the
    edit would do away with.
    """

    spot: Spot
    text: str
    reason: Wording
    settles: int = 1
    fields: Fields = field(default_factory=dict)

    def told(self, lang: Lang) -> str:
        """Return what kind of slip it would undo, in `lang`."""
        return say(self.reason, lang, self.fields)


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict, a doubt or a remark: what is wrong, where, and what would mend it.

    The first spot is the primary place, the others are related to it. `subject` is the
    indicator's name and `about` its scope, role and period. `difference` is an exact
    number in base units, or empty. A finding that a comment in the sheet silences is
    `suppressed`, with that comment's reason as its `justification`; one that a baseline
    already knows is `baselined`.
    """

    code: str
    name: str
    severity: Severity
    message: Wording
    fields: Fields
    spots: tuple[Spot, ...]
    plan: str = ""
    indicator: str = ""
    subject: Wording | None = None
    about: Wording | None = None
    difference: str = ""
    help: Wording | None = None
    fingerprint: str = ""
    suppressed: bool = False
    justification: str = ""
    baselined: bool = False
    mends: tuple[Mend, ...] = ()

    @property
    def stands(self) -> bool:
        """Return whether nothing excuses the finding."""
        return not (self.suppressed or self.baselined)

    @property
    def path(self) -> str:
        """Return the path of the sheet as it was given to the auditor."""
        return self.spots[0].path

    @property
    def order(self) -> tuple[str, Mark, str, str]:
        """Return the key that sorts findings: path, line, column, code, then what is said."""
        return (self.path, self.spots[0].mark, self.code, self.fingerprint)

    def told(self, lang: Lang) -> str:
        """Return the message in `lang`."""
        return say(self.message, lang, self.fields)

    def advice(self, lang: Lang) -> str:
        """Return what would mend it in `lang`, or an empty string."""
        return say(self.help, lang, self.fields) if self.help else ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison that came out well: of which figures, and how near it was.

    `off` is how far what is printed is from agreeing, `slack` how much farther apart it could
    be; both are exact numbers in the base unit `unit`, each empty where there is none.
    """

    code: str
    name: str
    spots: tuple[Spot, ...]
    off: str = ""
    slack: str = ""
    unit: str = ""

    @property
    def by_rounding(self) -> bool:
        """Return whether it came out well only because the figures are rounded."""
        return self.off not in ("", "0")

    @property
    def order(self) -> tuple[str, Mark, str, list[tuple[str, Mark]]]:
        """Return the key that sorts comparisons: path, line, column, code, then the other places."""
        first = self.spots[0]
        return first.path, first.mark, self.code, [(each.path, each.mark) for each in self.spots]


def suppressible(code: str) -> bool:
    """Return whether a comment in a sheet may silence a rule: not what keeps a sheet unread."""
    return code[:3] not in ("SYN", "SUP")


def fingerprint(code: str, plan: str, fields: Mapping[str, object], spots: tuple[Spot, ...]) -> str:
    """Return a short hash of what a finding says that does not change when lines move."""
    lasting = sorted(name for name in fields if name != "line")
    said = [code, plan, *(f"{name}={fields[name]}" for name in lasting)]
    said += [f"{spot.place}|{spot.printed}" for spot in spots]
    return hashlib.sha256("\x1f".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def tallied(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """Return how many findings of each severity stand, the weightiest first."""
    found = Counter(finding.severity for finding in findings if finding.stands)
    return {severity: found[severity] for severity in sorted(Severity, reverse=True)}
