"""All forms of the report in one run: the same bytes each time, paths from the working directory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.commands.outputs import FORMATS
from auditor.home import home
from auditor.reporters.location import relative, uri
from auditor.wording import Lang
from tests.test_cli import auditor
from tests.test_readme import coded, first_cells

FILES = [format_ for format_ in FORMATS if format_ != "console"]


def written(folder: Path, seed: str) -> dict[str, bytes]:
    """Write the report on the plans in all forms, the console's to standard output."""
    folder.mkdir()
    options = [f"--format={format_}:{folder / format_}" for format_ in FILES]
    done = auditor(
        "check", str(home() / "plans"), "--format", "console", *options, PYTHONHASHSEED=seed
    )
    assert (done.returncode, done.stderr) == (1, "")
    files = {format_: (folder / format_).read_bytes() for format_ in FILES}
    return {"console": done.stdout.encode(), **files}


def test_the_same_input_gives_the_same_bytes_in_every_form(tmp_path: Path) -> None:
    first, second = (written(tmp_path / seed, seed) for seed in "17")
    assert [format_ for format_ in FORMATS if first[format_] != second[format_]] == []
    assert json.loads(first["sarif"])["runs"][0]["invocations"][0]["exitCode"] == 1
    for text in first.values():
        assert text.endswith(b"\n")
        assert not text.endswith(b"\n\n")


PATHS = [
    ("a.yaml", "a.yaml", "a.yaml"),
    ("./a.yaml", "a.yaml", "a.yaml"),
    ("b/../a b.yaml", "a b.yaml", "a%20b.yaml"),
    ("..a/b.yaml", "..a/b.yaml", "..a/b.yaml"),
    ("a:b#c?.yaml", "a:b#c?.yaml", "a%3Ab%23c%3F.yaml"),
    ("\udcff.yaml", "\udcff.yaml", "%FF.yaml"),
    ("表.yaml", "表.yaml", "%E8%A1%A8.yaml"),
    ("/a/表.yaml", "/a/表.yaml", "file:///a/%E8%A1%A8.yaml"),
]


@pytest.mark.parametrize(("path", "told", "address"), PATHS)
def test_paths_are_told_from_the_working_directory(
    path: str, told: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert (relative(path), uri(path)) == (told, address)
    assert relative(str(tmp_path / path)) == told


def test_what_is_above_the_working_directory_is_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert relative("../a.yaml") == str(tmp_path / "a.yaml")
    assert uri("../a.yaml") == (tmp_path / "a.yaml").as_uri()


@pytest.mark.parametrize(("lang", "head"), [("en", "form | for"), ("zh", "形式 | 用于")])
def test_the_readmes_tell_of_every_form(lang: Lang, head: str) -> None:
    assert sorted(coded(first_cells(lang, head))) == sorted(FORMATS)
