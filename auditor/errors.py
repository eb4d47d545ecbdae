"""Exceptions for faults that are ours or the operator's.

A fault in a user's sheet is never an exception: it is a finding.
"""

from __future__ import annotations

from auditor.wording import Wording, quote


class AuditorError(Exception):
    """The audit cannot run as asked; the command line ends with exit code 2."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording["en"])
        self.wording = wording


class UsageError(AuditorError):
    """A path, a rule or an option that the operator named does not exist."""


def unreadable(path: str, error: OSError | ValueError) -> UsageError:
    """Return that a file cannot be read, and why."""
    return _failed(path, error, en="read", zh="读取")


def unwritable(path: str, error: OSError) -> UsageError:
    """Return that a file cannot be written, and why."""
    return _failed(path, error, en="write", zh="写入")


def _failed(path: str, error: OSError | ValueError, *, en: str, zh: str) -> UsageError:
    shown, reason = quote(path), quote(getattr(error, "strerror", None) or str(error))
    return UsageError(
        {"en": f"cannot {en} {shown!r}: {reason}", "zh": f"无法{zh}“{shown}”：{reason}"}
    )


class RuleError(AuditorError):
    """A rule module breaks the shape that every rule has."""

    def __init__(self, module: str, reason: Wording) -> None:
        super().__init__(
            {
                "en": f"rule file {module}: {reason['en']}",
                "zh": f"规则文件 {module} 有误：{reason['zh']}",
            }
        )
        self.module = module
