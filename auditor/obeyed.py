"""What a CI system would obey in the log that a report goes to.

GitHub obeys `::command::` at the start of a line, whatever blanks stand before it, and, as Azure
does with `##vso[command]`, `##[command]` anywhere in one. Signs that are not seen do not count
when it looks for them, so they do not count here either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, TextIO, cast

_UNSEEN: Final = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]*"
)
_BLANKS: Final = rf"(?:[^\S\n]|{_UNSEEN[:-1]})*"
_COMMAND: Final = re.compile(
    rf"^(?P<blanks>{_BLANKS})(?P<colon>:)(?={_UNSEEN}:)"
    rf"|#(?={_UNSEEN}#{_UNSEEN}(?:v{_UNSEEN}s{_UNSEEN}o{_UNSEEN})?\[)",
    re.MULTILINE | re.IGNORECASE,
)
# Signs of the same width that look alike.
_ALIKE: Final = {"#": "♯", ":": "∶"}


def tamed(text: str, escape: Callable[[str], str] = _ALIKE.__getitem__) -> str:
    """Return text with the first sign of each command escaped, by default by one that looks alike."""

    def escaped(match: re.Match[str]) -> str:
        return f"{match['blanks'] or ''}{escape(match['colon'] or '#')}"

    return _COMMAND.sub(escaped, text)


def reference(sign: str) -> str:
    """Return a sign as XML and HTML may write it."""
    return f"&#{ord(sign)};"


class Tamed:
    """A stream in front of another, for whole lines of text in which nothing is to be obeyed."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write text; what stands at its start is taken for the start of a line."""
        return self.stream.write(tamed(text))

    def flush(self) -> None:
        """Hand on what was written."""
        self.stream.flush()


def tamed_stream(stream: TextIO) -> TextIO:
    """Return a stream that hands on text as `tamed` returns it."""
    return cast(TextIO, Tamed(stream))
