"""Profiles: which rules are on, how much they weigh, and how they are set.

A profile is a YAML file that says only where it departs from the rules themselves. The
three in `rules/profiles/` are a ladder: draft, review, publish.
"""

from auditor.profile.departures import NEVER, OFF, Profile
from auditor.profile.ladder import DEFAULT, highest, load, names
from auditor.profile.reader import MistakesError, Reader

__all__ = [
    "DEFAULT",
    "NEVER",
    "OFF",
    "MistakesError",
    "Profile",
    "Reader",
    "highest",
    "load",
    "names",
]
