"""The examples of the rules, written to files and audited."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from auditor import example
from auditor.engine import Report, Wanted, audit
from auditor.example import sheets, write
from auditor.rule import Example, Rule

__all__ = ["audited", "moved", "pins", "places", "sheets", "write"]

PIN = example.PIN.encode()


def moved(example: Example) -> dict[str, bytes]:
    """Return an example with the pins taken off their lines and put on all the others."""
    return {
        name: b"\n".join(
            line.removesuffix(PIN).rstrip(b" ")
            if line.endswith(PIN)
            else line + b"  " * bool(line) + PIN * bool(line)
            for line in raw.split(b"\n")
        )
        for name, raw in sheets(example).items()
    }


def pins(sheets: Mapping[str, bytes]) -> set[tuple[str, int]]:
    """Return the path and line of every pin."""
    return {
        (path, number)
        for path, raw in sheets.items()
        for number, line in enumerate(raw.split(b"\n"), start=1)
        if line.rstrip().endswith(PIN)
    }


def places(report: Report, code: str) -> set[tuple[str, int]]:
    """Return the path and line of every finding of a rule."""
    return {(f.path, f.spots[0].mark.line) for f in report.findings if f.code == code}


def audited(
    example: Example, folder: Path, rules: tuple[Rule, ...]
) -> tuple[Report, set[tuple[str, int]]]:
    """Return the report on an example, and where its pins say that the finding must be."""
    sheets = write(example, folder)
    sources = str(folder) if any(path.endswith(".txt") for path in sheets) else ""
    return audit([str(folder)], rules, Wanted(sources=sources)), pins(sheets)
