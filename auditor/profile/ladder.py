"""The shipped profiles, a ladder: draft, review, publish, each stricter than the one before."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from auditor import document
from auditor.errors import UsageError
from auditor.finding import Finding
from auditor.home import home
from auditor.profile.departures import Profile
from auditor.profile.reader import Reader
from auditor.wording import either, quote, suggestion

LADDER: Final = ("draft", "review", "publish")
DEFAULT: Final = "review"


@cache
def load(name: str) -> Profile:
    """Return the profile of a name, or that of a file.

    Raises UsageError when there is none, MistakesError with all mistakes of one that has some.
    """
    shipped = home() / "rules" / "profiles" / f"{name}.yaml"
    path = str(shipped) if name in names() else name
    if not os.path.isfile(path):
        known = either(names())
        guess = suggestion(name, names())
        raise UsageError(
            {
                "en": f"there is no profile {quote(name)!r}{guess['en']} (known: {known}, or a file)",
                "zh": f"没有配置“{quote(name)}”{guess['zh']}（可用：{known}，或配置文件路径）",
            }
        )
    return Reader(document.parse(path, Path(path).read_bytes())).profile(Path(path).stem)


def names() -> tuple[str, ...]:
    """Return the names of the shipped profiles, from the most lenient to the strictest."""
    return LADDER


def highest(findings: Iterable[Finding]) -> str:
    """Return the name of the strictest shipped profile that admits the findings, if one does."""
    found = tuple(findings)
    met = ""
    for name in LADDER:
        if not load(name).admits(found):
            break
        met = name
    return met
