"""The shipped profiles, a ladder: draft, review, publish, each stricter than the one before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from auditor import document
from auditor.errors import UsageError, unreadable
from auditor.finding import Finding
from auditor.home import home
from auditor.profile.departures import Profile
from auditor.profile.reader import Reader
from auditor.rule import Rule
from auditor.wording import either, quote, suggestion

LADDER: Final = ("draft", "review", "publish")
DEFAULT: Final = "review"


def load(name: str) -> Profile:
    """Return the profile of a name, or that of a file, which is read anew each time.

    Raises UsageError when there is none, MistakesError with all mistakes of one that has some.
    """
    if name in LADDER:
        return _shipped(name)
    if not os.path.isfile(name):
        known = either(names())
        guess = suggestion(name, names())
        raise UsageError(
            {
                "en": f"there is no profile {quote(name)!r}{guess['en']} (known: {known}, or a file)",
                "zh": f"没有配置“{quote(name)}”{guess['zh']}（可用：{known}，或配置文件路径）",
            }
        )
    return _read(name)


@cache
def _shipped(name: str) -> Profile:
    return _read(str(home() / "rules" / "profiles" / f"{name}.yaml"))


def _read(path: str) -> Profile:
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise unreadable(path, error) from None
    return Reader(document.parse(path, raw)).profile(Path(path).stem)


def names() -> tuple[str, ...]:
    """Return the names of the shipped profiles, from the most lenient to the strictest."""
    return LADDER


def highest(findings: Iterable[Finding], rules: Iterable[Rule]) -> str | None:
    """Return the name of the strictest shipped profile that admits the findings of these rules.

    It is empty when none does, and None when that cannot be said: a profile is met only when
    every rule was on that could have broken it.
    """
    found, on = tuple(findings), {rule.code for rule in rules}
    met: str | None = None
    for name in LADDER:
        profile = load(name)
        if not profile.decisive <= on:
            break
        if not profile.admits(found):
            return met or ""
        met = name
    return met
