"""Where sheets are, as programs are told: relative to the working directory, with forward slashes."""

from __future__ import annotations

import os
from typing import Final
from urllib.parse import quote_from_bytes

_ABOVE: Final = os.pardir + os.sep


def relative(path: str) -> str:
    """Return a path from the working directory, without `./`; one outside of it stays absolute."""
    absolute = os.path.abspath(path)
    try:
        inside = os.path.relpath(absolute)
    except ValueError:  # on another drive
        inside = _ABOVE
    return (absolute if f"{inside}{os.sep}".startswith(_ABOVE) else inside).replace(os.sep, "/")


def uri(path: str) -> str:
    """Return a path as a URI, percent-encoded: relative inside the working directory, else absolute."""
    found = relative(path)
    quoted = quote_from_bytes(os.fsencode(found), safe="/")
    return f"file:///{quoted.lstrip('/')}" if os.path.isabs(found) else quoted


def is_inside(path: str) -> bool:
    """Return whether a path is inside the working directory."""
    return not os.path.isabs(relative(path))
