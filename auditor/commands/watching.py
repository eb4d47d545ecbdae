"""`auditor check --watch`: the report again whenever a sheet has changed."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final, NoReturn

import click

from auditor.commands.auditing import Asked, audited
from auditor.commands.common import guarded, tell_crashes
from auditor.wording import Wording, both

if TYPE_CHECKING:
    from auditor.engine.part import Part

_SECONDS: Final = 0.3
_WAITING: Final = Wording(
    en="auditor: waiting for changes (Ctrl-C ends)", zh="auditor：等待文件变动（按 Ctrl-C 结束）"
)
_ONCE: Final = Wording(
    en="--watch goes with neither --update-baseline nor `-`.",
    zh="--watch 不能与 --update-baseline 或 `-` 一并使用。",
)
# When a file was last changed, and its size.
_State = dict[str, tuple[int, int]]


def watch(asked: Asked) -> NoReturn:
    """Report now, and again whenever a sheet changes, comes or goes; only those are read again."""
    if asked.update_baseline or "-" in asked.paths:
        raise click.UsageError(both(**_ONCE))
    known: dict[str, Part] = {}
    before: _State | None = None
    while True:
        now = _state(asked)
        _forget(known, before or {}, now)
        try:
            report = guarded(lambda: audited(asked, known), asked.lang, debug=asked.debug)
            tell_crashes(report, asked.lang, debug=asked.debug)
        except SystemExit:
            # While something is being edited it may be amiss for a moment.
            if before is None:
                raise
        click.echo(_WAITING[asked.lang], err=True)
        while _state(asked) == now:
            time.sleep(_SECONDS)
        before = now


def _forget(known: dict[str, Part], before: _State, now: _State) -> None:
    """Drop the parts of sheets that have changed; all of them, when anything else has."""
    changed = {path for path in {*before, *now} if before.get(path) != now.get(path)}
    if not changed <= {*known}:
        known.clear()
    for path in changed:
        known.pop(path, None)


def _state(asked: Asked) -> _State:
    """Return the state of all that a report depends on: sheets, catalogues, sources, settings."""
    from auditor.discovery import CATALOGUE, discover
    from auditor.errors import UsageError

    try:
        sheets = discover(asked.paths or (".",))
    except UsageError:  # told by the audit
        sheets = []
    folders = {os.path.dirname(path) for path in sheets}
    beside = [os.path.join(folder, CATALOGUE) for folder in sorted(folders)]
    others = (asked.sources, asked.baseline, asked.settings.path, asked.profile)
    found: _State = {}
    for path in (*sheets, *beside, *filter(None, others)):
        try:
            state = os.stat(path)
        except OSError:
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found
