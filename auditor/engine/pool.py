"""Several processes that share the sheets: the parts come back in the order of the sheets."""

from __future__ import annotations

import gc
import pickle
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any, Final

from auditor import catalogue, files
from auditor.engine.part import Part, attempted
from auditor.engine.report import Crash, Wanted
from auditor.finding import Severity
from auditor.library import Library
from auditor.rule import Options, Rule
from auditor.wording import Wording

# A rule as it can be sent: which it is, and how it is set.
_Sent = tuple[str, Severity, Options]
_SHEETS_AT_ONCE: Final = 32


def examined(
    paths: Sequence[str], library: Library, rules: Sequence[Rule], wanted: Wanted
) -> Iterator[Part | Wording | Crash]:
    """Return the part of each sheet, or what of it cannot be read; `wanted.jobs` processes work."""
    if wanted.jobs == 1 or len(paths) < 2:
        yield from (attempted(path, library, rules, wanted) for path in paths)
        return
    chunks = [paths[at : at + _SHEETS_AT_ONCE] for at in range(0, len(paths), _SHEETS_AT_ONCE)]
    sent = [(rule.code, rule.severity, rule.options) for rule in rules]
    setting = (sent, replace(wanted, progress=None, known=None), files.all_held())
    with ProcessPoolExecutor(wanted.jobs, initializer=_begin, initargs=setting) as pool:
        for parts in pool.map(_examined, chunks):
            yield from parts


_worker: dict[str, Any] = {}


def _begin(sent: list[_Sent], wanted: Wanted, held: dict[str, bytes]) -> None:
    gc.disable()
    # The process that waits for this one is told of an interrupt, and ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rules = [
        replace(catalogue.find(code), severity=severity, options=options)
        for code, severity, options in sent
    ]
    _worker.update(library=Library(), rules=rules, wanted=wanted, held=held)


def _examined(paths: Sequence[str]) -> list[Part | Wording | Crash]:
    """Return the parts of a few sheets, in a worker process."""
    setting = (_worker["library"], _worker["rules"], _worker["wanted"])
    with files.holding(_worker["held"]):
        found = [attempted(path, *setting) for path in paths]
    for part in found:
        if isinstance(part, Part):
            part.takings.crashes[:] = map(_sendable, part.takings.crashes)
    return [_sendable(part) if isinstance(part, Crash) else part for part in found]


def _sendable(crash: Crash) -> Crash:
    """Return a crash that can be sent to another process: the same, or one that names its error."""
    error = crash.error
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:
        return replace(crash, error=RuntimeError(f"{type(error).__name__}: {error}"))
    return crash
