"""The schemas that lie in `rules/schema/` are those that the auditor writes, and the sheets name them.

    python -m tests.test_schema_files

writes them anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from auditor.commands.schema import KINDS, text
from auditor.home import home

FOLDER = home() / "rules" / "schema"
SHEETS = sorted((home() / "plans").glob("*.yaml"))
LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_of_a_schema_is_what_the_auditor_writes(kind: str) -> None:
    """When this fails, `make schema` writes the files."""
    assert (FOLDER / f"{kind}.json").read_text(encoding="utf-8") == f"{text(kind)}\n"


def test_no_other_file_lies_beside_the_schemas() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(KINDS)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_the_first_line_of_a_plan_names_the_schema_that_it_follows(sheet: Path) -> None:
    first = sheet.read_text(encoding="utf-8").partition("\n")[0]
    named = LINE.fullmatch(first)
    assert named is not None
    kind = "indicators" if sheet.stem == "indicators" else "sheet"
    assert Path(os.path.normpath(sheet.parent / named[1])) == FOLDER / f"{kind}.json"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in KINDS:
        (FOLDER / f"{each}.json").write_text(f"{text(each)}\n", encoding="utf-8")
