"""Which way a figure moves that stands behind “by” in running text: reduce emissions by 55%."""

from __future__ import annotations

import re
from typing import Final

from auditor.figure.words import context, framing

_LEFT: Final = 80
_BY: Final = re.compile(r"\bby\s*$", re.IGNORECASE)
_VERB: Final = re.compile(rf"\b(?:{'|'.join(framing.VERBS)})\b")


def change(plain: str, start: int) -> str:
    """Return the change that the last verb of the clause tells of a figure behind “by”, if any."""
    left = plain[max(0, start - _LEFT) : start]
    if not _BY.search(left):
        return ""
    begin = max(map(left.rfind, context.CLAUSE_ENDS)) + 1
    told = _VERB.findall(left[begin:].lower())
    return f"{framing.VERBS[told[-1]]}_by" if told else ""
