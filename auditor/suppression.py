"""Suppressions: reasoned, dated exceptions that a sheet makes to the rules.

    # audit: ignore[text-against-table] until=2027-03-31 corrected in the next edition

stands at the end of a line or above it and silences the rules that it names on that line.
There is no form that silences all rules. Without a reason, or with a date that has passed or
cannot be read, it silences nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from auditor import catalogue
from auditor.document.comments import Comment
from auditor.errors import UsageError
from auditor.finding import Finding, Mark
from auditor.sheet.forms import FORMS
from auditor.wording import Wording

_IGNORE: Final = re.compile(r"ignore\s*(?:\[([^\]]*)\])?\s*(.*)")
# Also as it slips from the fingers: a date that nobody notices would never expire.
_UNTIL: Final = re.compile(
    r"(?:^|[\s(（;；,，])until\s*(?:[=＝]\s*|[:：]\s*(?=\d)|\s(?=\d{4}[-./年]))(\S*)", re.IGNORECASE
)
_DATE: Final = re.compile(FORMS["date"].pattern)
_BETWEEN: Final = re.compile("[,，、]")
COMMENT: Final[Wording] = {
    "en": "# audit: ignore[{name}] the reason",
    "zh": "# audit: ignore[{name}] 填写理由",
}
NO_RULE: Final[Wording] = {
    "en": "it names no rule: write ignore[CODE] and a reason",
    "zh": "未写明规则，应写作 ignore[代码] 加理由",
}
NO_SUCH_RULE: Final[Wording] = {"en": "there is no rule {rule}", "zh": "没有规则 {rule}"}
NEVER: Final[Wording] = {"en": "{rule} cannot be suppressed", "zh": "{rule} 不能豁免"}


@dataclass(slots=True)
class Suppression:
    """One comment that speaks to the auditor, understood as far as it can be.

    `line` is the line that it is about, `until` its date as written; of several, the first that
    has passed. `wrong` holds what is wrong with it, each with the rule as written; `used` counts
    what it has silenced. It is `tried` when all of its rules were on.
    """

    path: str
    plan: str
    mark: Mark
    line: int
    codes: frozenset[str] = frozenset()
    until: str = ""
    reason: str = ""
    expired: bool = False
    wrong: list[tuple[Wording, str]] = field(default_factory=list)
    used: int = 0
    tried: bool = True

    @property
    def valid(self) -> bool:
        """Return whether it silences anything."""
        return bool(self.codes and self.reason) and not self.expired

    def covers(self, finding: Finding) -> bool:
        """Return whether it silences a finding."""
        mark = finding.spots[0].mark
        here = finding.path == self.path and mark.line == self.line
        return self.valid and here and finding.code in self.codes


def understood(path: str, plan: str, comment: Comment, today: date) -> Suppression:
    """Return what a comment suppresses, and what is wrong with it."""
    found = Suppression(path, plan, comment.mark, comment.about)
    said = _IGNORE.fullmatch(comment.says)
    named = [name.strip() for name in _BETWEEN.split(said.group(1) or "")] if said else []
    if not any(named):
        found.wrong.append((NO_RULE, ""))
    found.codes = frozenset(filter(None, (_code(name, found) for name in named if name)))
    rest = said.group(2) if said else ""
    untils = _UNTIL.findall(rest)
    passed = [until for until in untils if not _lasts(until, today)]
    found.until, found.expired = next(iter(passed or untils), ""), bool(passed)
    reason = _UNTIL.sub(" ", rest).strip()
    found.reason = reason if any(map(str.isalnum, reason)) else ""
    return found


def _code(name: str, found: Suppression) -> str | None:
    try:
        rule = catalogue.find(name)
    except UsageError:
        found.wrong.append((NO_SUCH_RULE, name))
        return None
    if not rule.suppressible:
        found.wrong.append((NEVER, name))
        return None
    return rule.code


def _lasts(until: str, today: date) -> bool:
    if not _DATE.fullmatch(until):
        return False
    try:
        return date.fromisoformat(until) >= today
    except ValueError:
        return False
