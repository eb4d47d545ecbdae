"""Report → text on a stream. A reporter knows findings and nothing of rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final, TextIO

from auditor.engine import Report
from auditor.wording import Lang

FORMATS: Final[Mapping[str, str]] = {
    "console": "auditor.reporters.console",
    "concise": "auditor.reporters.concise",
    "json": "auditor.reporters.json",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is to be written.

    `show` is rounding, for what holds only by rounding, all, for every comparison, or empty.
    """

    lang: Lang = "en"
    color: bool = False
    width: int = 80
    quiet: bool = False
    verbose: bool = False
    show: str = ""


Reporter = Callable[[Report, TextIO, Style], None]


def reporter(format: str) -> Reporter:
    """Return the reporter for a format; its module is imported only now."""
    found: Reporter = import_module(FORMATS[format]).write
    return found
