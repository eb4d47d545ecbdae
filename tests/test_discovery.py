"""Finding sheets: files, folders, patterns, and what git leaves out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor import files
from auditor.discovery import discover
from auditor.errors import UsageError

TREE = (
    "a.yaml", "b.yml", "indicators.yaml", "notes.txt", ".hidden.yaml", ".git/c.yaml",
    "drafts/d.yaml", "drafts/keep.yaml", "deep/er/e.yaml", "deep/er/f.yaml",
)  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in TREE:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("plan: a\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


ALL = ["./a.yaml", "./b.yml", "./deep/er/e.yaml", "./deep/er/f.yaml", "./drafts/d.yaml",
       "./drafts/keep.yaml"]  # fmt: skip


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["."], ALL),
        (["deep", "deep/er", "deep/er/e.yaml"], ["deep/er/e.yaml", "deep/er/f.yaml"]),
        (["notes.txt"], ["notes.txt"]),
        (["indicators.yaml"], ["indicators.yaml"]),
        (["*.yaml"], ["a.yaml"]),
        (["**/*.yaml"], ["a.yaml", "deep/er/e.yaml", "deep/er/f.yaml", "drafts/d.yaml",
                         "drafts/keep.yaml"]),
        (["d*"], ["deep/er/e.yaml", "deep/er/f.yaml", "drafts/d.yaml", "drafts/keep.yaml"]),
        (["deep/er/[ef].yaml"], ["deep/er/e.yaml", "deep/er/f.yaml"]),
    ],
)  # fmt: skip
def test_sheets_are_found_sorted_and_each_once(
    tree: Path, paths: list[str], found: list[str]
) -> None:
    assert discover(paths) == found


@pytest.mark.parametrize(
    ("ignored", "left_out"),
    [
        ({".gitignore": "drafts/\n"}, ["drafts/d.yaml", "drafts/keep.yaml"]),
        ({".gitignore": "/drafts/*\n!keep.yaml\n"}, ["drafts/d.yaml"]),
        ({".gitignore": "e.yaml\n"}, ["deep/er/e.yaml"]),
        ({".gitignore": "/e.yaml\n"}, []),
        ({"deep/.gitignore": "/er/e.yaml\n"}, ["deep/er/e.yaml"]),
        ({".gitignore": "*.yaml\n", "deep/er/.gitignore": "!f.yaml\n"},
         ["a.yaml", "deep/er/e.yaml", "drafts/d.yaml", "drafts/keep.yaml"]),
        ({".gitignore": "# drafts/\n\n"}, []),
        ({".gitignore": "!\n\\\ndrafts/\n"}, ["drafts/d.yaml", "drafts/keep.yaml"]),
        ({".gitignore": "\ufeffe.yaml\n"}, ["deep/er/e.yaml"]),
    ],
)  # fmt: skip
def test_what_git_ignores_is_left_out(
    tree: Path, ignored: dict[str, str], left_out: list[str]
) -> None:
    for name, text in ignored.items():
        (tree / name).write_text(text, encoding="utf-8")
    left = [name for name in ALL if name.removeprefix("./") not in left_out]
    assert discover(["."]) == left
    assert discover(["**/*.y*ml"]) == [name.removeprefix("./") for name in left]


def test_the_rules_of_the_repository_hold_in_its_folders(tree: Path) -> None:
    (tree / ".gitignore").write_text("e.yaml\n", encoding="utf-8")
    assert discover(["deep/er"]) == ["deep/er/f.yaml"]


def test_the_rules_above_the_repository_hold_for_none_of_its_files(tree: Path) -> None:
    (tree / ".gitignore").write_text("deep/\n", encoding="utf-8")
    (tree / "deep" / ".git").mkdir()
    for path in ("deep/er", f"{tree}/deep/er"):
        assert discover([f"{path}/*.yaml"]) == discover([path])
        assert len(discover([path])) == 2


def test_rules_that_cannot_be_read_are_no_rules(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object, **more: object) -> object:
        raise PermissionError(13, "Permission denied")

    (tree / ".gitignore").write_text("*\n", encoding="utf-8")
    monkeypatch.setattr("builtins.open", refuse)
    assert discover(["."]) == ALL


def test_what_is_known_need_not_be_there_any_more(tree: Path) -> None:
    assert discover(["a.yaml", "gone[1].yaml"], {"gone[1].yaml"}) == ["a.yaml", "gone[1].yaml"]


def test_a_file_that_is_named_is_checked_whatever_git_says(tree: Path) -> None:
    (tree / ".gitignore").write_text("*\n", encoding="utf-8")
    assert discover(["a.yaml"]) == ["a.yaml"]
    assert discover(["."]) == []


@pytest.mark.parametrize("path", ["none.yaml", "none/", "x*.yaml", "\x1b[31m"])
def test_what_does_not_exist_is_told(tree: Path, path: str) -> None:
    with pytest.raises(UsageError) as caught:
        discover([path])
    assert "there is no file or folder" in caught.value.wording["en"]
    assert "\x1b" not in caught.value.wording["zh"]


def test_a_file_that_is_held_in_memory_is_found_and_read(tree: Path) -> None:
    with files.holding({"new.yaml": b"plan: new\n", "a.yaml": b"plan: other\n"}):
        assert discover(["new.yaml", "a.yaml"]) == ["a.yaml", "new.yaml"]
        assert files.read(str(tree / "a.yaml")) == b"plan: other\n"
        assert files.read("new.yaml", 4) == b"plan"
        assert files.is_file("new.yaml")
    assert files.read("a.yaml") == b"plan: a\n"
    assert not files.is_file("new.yaml")


def test_a_pipe_that_nobody_has_named_is_no_sheet(tree: Path) -> None:
    os.mkfifo(tree / "pipe.yaml")
    assert discover(["."]) == ALL
    assert discover(["p*.yaml", "a.yaml"]) == ["a.yaml"]
    assert discover(["pipe.yaml"]) == ["pipe.yaml"]
