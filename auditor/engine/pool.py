"""Several processes that share the sheets: the parts come back in the order of the sheets."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from typing import Any, Final

from auditor import catalogue
from auditor.engine.part import Part, examine
from auditor.engine.report import Wanted
from auditor.finding import Severity
from auditor.library import Library
from auditor.rule import Options, Rule

# A rule as it can be sent: which it is, and how it is set.
_Sent = tuple[str, Severity, Options]
_SHEETS_AT_ONCE: Final = 32


def examined(
    paths: Sequence[str], library: Library, rules: Sequence[Rule], wanted: Wanted
) -> Iterator[Part]:
    """Return the part of each sheet, in order; `wanted.jobs` processes work on them."""
    if wanted.jobs == 1 or len(paths) < 2:
        yield from (examine(path, library, rules, wanted) for path in paths)
        return
    chunks = [paths[at : at + _SHEETS_AT_ONCE] for at in range(0, len(paths), _SHEETS_AT_ONCE)]
    sent = [(rule.code, rule.severity, rule.options) for rule in rules]
    setting = (sent, replace(wanted, progress=None, known=None))
    with ProcessPoolExecutor(wanted.jobs, initializer=_begin, initargs=setting) as pool:
        for parts in pool.map(_examined, chunks):
            yield from parts


_worker: dict[str, Any] = {}


def _begin(sent: list[_Sent], wanted: Wanted) -> None:
    gc.disable()
    rules = [
        replace(catalogue.find(code), severity=severity, options=options)
        for code, severity, options in sent
    ]
    _worker.update(library=Library(), rules=rules, wanted=wanted)


def _examined(paths: Sequence[str]) -> list[Part]:
    """Return the parts of a few sheets, in a worker process."""
    return [
        examine(path, _worker["library"], _worker["rules"], _worker["wanted"]) for path in paths
    ]
