"""Golden reports: what a drafter reads for each way in which a sheet can be broken.

    python -m tests.test_broken

writes the reports anew; read them before they are committed.
"""

from __future__ import annotations

import io
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from auditor import engine
from auditor.catalogue import rules
from auditor.reporters import Style, reporter

SHEETS = sorted((Path(__file__).parent / "broken").glob("*.yaml"))


def report(sheet: Path) -> str:
    """Return the console report on a sheet in both languages, as seen from its own folder.

    A path from elsewhere would change where the lines break.
    """
    stream = io.StringIO()
    with chdir(sheet.parent):
        found = engine.audit([sheet.name], rules())
        for lang in ("en", "zh"):
            reporter("console")(found, stream, Style(lang=lang, width=100))
            stream.write("\n")
    return stream.getvalue()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_broken_sheet_gets_its_golden_report(sheet: Path) -> None:
    assert report(sheet) == sheet.with_suffix(".txt").read_text(encoding="utf-8")


def test_there_is_a_sheet_for_each_fault() -> None:
    assert len(SHEETS) >= 30


if __name__ == "__main__":
    for each in SHEETS:
        each.with_suffix(".txt").write_text(report(each), encoding="utf-8")
        sys.stdout.write(f"{each.stem}\n")
