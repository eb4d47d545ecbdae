"""The examples of the rules: sheets that are written to a folder of their own and audited there."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from auditor import catalogue
from auditor.engine import Report, Wanted, audit
from auditor.rule import Example, Rule

# A line of a bad example that ends with this is where its finding must be.
PIN: Final = "# <-"
_SOURCE: Final = ".txt"


def sheets(example: Example) -> dict[str, bytes]:
    """Return the bytes of an example's files by name."""
    named = example if isinstance(example, Mapping) else {"sheet.yaml": example}
    return {
        name: text if isinstance(text, bytes) else text.lstrip("\n").encode()
        for name, text in named.items()
    }


def write(example: Example, folder: Path) -> dict[str, bytes]:
    """Write an example's files into `folder`; return their bytes by path."""
    written = {str(folder / name): raw for name, raw in sheets(example).items()}
    for path, raw in written.items():
        Path(path).write_bytes(raw)
    return written


def command(rule: Rule, example: Example) -> str:
    """Return the command line that shows what a rule says of an example."""
    return " ".join(("auditor check", *_options(rule, example), *_paths(example)))


@contextlib.contextmanager
def demonstrated(rule: Rule, example: Example) -> Iterator[Report]:
    """Give the report on an example, from within the folder that holds it."""
    chosen = catalogue.rules() if _needs_all(rule) else (rule,)
    sources = "." if any(name.endswith(_SOURCE) for name in sheets(example)) else ""
    with tempfile.TemporaryDirectory() as folder:
        write(example, Path(folder))
        with contextlib.chdir(folder):
            yield audit(_paths(example), chosen, Wanted(sources=sources, mends=True))


def _options(rule: Rule, example: Example) -> Iterator[str]:
    if not _needs_all(rule):
        yield f"--select {rule.code}"
    if any(name.endswith(_SOURCE) for name in sheets(example)):
        yield "--sources ."


def _paths(example: Example) -> tuple[str, ...]:
    return (".",) if isinstance(example, Mapping) else ("sheet.yaml",)


def _needs_all(rule: Rule) -> bool:
    """Return whether a rule is about what the others find."""
    return rule.scope == "suppressions"
