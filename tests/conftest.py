"""Property tests judge what a function returns, not how fast a machine is."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("auditor", deadline=None)
settings.load_profile("auditor")
