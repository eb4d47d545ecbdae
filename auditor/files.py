"""Reading files, some of which may be held in memory: what an editor has open, or standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import Final

_NONE: Final[Mapping[str, bytes]] = MappingProxyType({})
_HELD: Final[ContextVar[Mapping[str, bytes]]] = ContextVar("held", default=_NONE)


@contextmanager
def holding(contents: Mapping[str, bytes]) -> Iterator[None]:
    """Let the files of these paths have these bytes, whatever stands on the disk, for a while."""
    token = _HELD.set({**_HELD.get(), **{_key(path): raw for path, raw in contents.items()}})
    try:
        yield
    finally:
        _HELD.reset(token)


def all_held() -> dict[str, bytes]:
    """Return what is held in memory, for another process to hold it too."""
    return dict(_HELD.get())


def held(path: str) -> bool:
    """Return whether a file is held in memory."""
    return bool(_HELD.get()) and _key(path) in _HELD.get()


def read(path: str, most: int = -1) -> bytes:
    """Return the first `most` bytes of a file, all by default. Raises OSError when there is none."""
    if held(path):
        raw = _HELD.get()[_key(path)]
        return raw if most < 0 else raw[:most]
    with open(path, "rb") as file:
        return file.read(most)


def is_file(path: str) -> bool:
    """Return whether there is such a file, on the disk or held."""
    return held(path) or os.path.isfile(path)


def _key(path: str) -> str:
    return os.path.abspath(path)
