"""Where the rules, the units and the shipped plans are."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def home() -> Path:
    """Return the folder that holds `rules` and `plans`.

    In a wheel they travel inside the package; in a checkout, editable or not, they
    stand beside it.
    """
    package = Path(__file__).resolve().parent
    return package if (package / "rules" / "units.txt").is_file() else package.parent
