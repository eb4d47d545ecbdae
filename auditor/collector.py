"""Pausing the cyclic collector, which would look at all that is kept time and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
# How many stretches of work, nested or side by side, have it paused, and whether it ran before.
_pausing = 0
_was_enabled = False


@contextmanager
def paused() -> Iterator[None]:
    """Pause the collector; when the last stretch of work that paused it ends, it is as before."""
    global _pausing, _was_enabled
    with _lock:
        if not _pausing:
            _was_enabled = gc.isenabled()
            gc.disable()
        _pausing += 1
    try:
        yield
    finally:
        with _lock:
            _pausing -= 1
            if not _pausing and _was_enabled:
                gc.enable()
