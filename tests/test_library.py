"""Paths → sheets: what is found, each once, and what stands beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from auditor.compare.summary import summarise
from auditor.discovery import discover
from auditor.errors import UsageError
from auditor.facts import Plan
from auditor.library import Library

SHEET = "plan: {id}\ntitle: A\narea: {id}\nperiod: 2021-2025\n"
JOBS = "text:\n  - {{at: 一, indicator: {id}, role: target, says: 5}}\n"
CATALOGUE = "indicators:\n  mine: {name: 我的, kind: stock, unit: 人}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*paths: str, text: str = "plan: a\n") -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, "utf-8")


def kinds(found: Plan) -> list[str]:
    return [kind for kind, faults in found.faults_by_kind.items() for _ in faults]


def test_the_sheets_of_a_folder_are_found_in_order(folder: Path) -> None:
    write("p/b.yaml", "p/a.yml", "p/c/d.yaml", "p/a.txt", "p/e.yaml.bak", "p/README.md")
    assert discover(["p"]) == ["p/a.yml", "p/b.yaml", "p/c/d.yaml"]


def test_paths_are_told_as_they_were_given(folder: Path) -> None:
    write("p/a.yaml")
    assert discover(["./p"]) == ["./p/a.yaml"]
    assert discover([str(folder / "p")]) == [str(folder / "p" / "a.yaml")]


@pytest.mark.parametrize(
    "paths",
    [
        ["p", "p"],
        ["p", "p/a.yaml"],
        ["p", "./p/a.yaml", "p/../p"],
        ["p/a.yaml", "p/a.yaml"],
        ["p/a.yaml", "link.yaml"],
    ],
)
def test_a_sheet_is_found_once_by_the_path_given_first(paths: list[str], folder: Path) -> None:
    write("p/a.yaml")
    os.symlink("p/a.yaml", "link.yaml")
    assert discover(paths) == ["p/a.yaml"]


def test_of_two_names_for_one_sheet_the_first_in_order_counts(folder: Path) -> None:
    write("p/m.yaml")
    os.symlink("m.yaml", "p/z.yaml")
    os.symlink("m.yaml", "p/a.yaml")
    assert discover(["p"]) == ["p/a.yaml"]


def test_what_is_hidden_is_no_sheet_unless_it_is_named(folder: Path) -> None:
    write("p/.a.yaml", "p/.git/b.yaml", "p/c.yaml")
    assert discover(["p"]) == ["p/c.yaml"]
    assert discover(["p/.a.yaml", "p/.git"]) == ["p/.a.yaml", "p/.git/b.yaml"]


def test_the_catalogue_of_indicators_is_no_sheet_unless_it_is_named(folder: Path) -> None:
    write("p/indicators.yaml", "p/a.yaml")
    assert discover(["p"]) == ["p/a.yaml"]
    assert discover(["p/indicators.yaml"]) == ["p/indicators.yaml"]


def test_a_file_that_is_named_is_a_sheet_whatever_its_ending(folder: Path) -> None:
    write("plan.txt")
    assert discover(["plan.txt"]) == ["plan.txt"]


def test_an_empty_folder_has_no_sheets(folder: Path) -> None:
    assert discover(["."]) == []


@pytest.mark.parametrize("path", ["nothing", "p/nothing.yaml", "", "a\x00b", "x" * 5000])
def test_a_missing_path_is_told(path: str, folder: Path) -> None:
    write("p/a.yaml")
    with pytest.raises(UsageError, match="there is no file or folder"):
        discover(["p", path])


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read 'gone\.yaml': No such file"):
        Library().load("gone.yaml")


def test_a_sheet_refers_to_the_catalogue_beside_it(folder: Path) -> None:
    write("p/indicators.yaml", text=CATALOGUE)
    write("p/a.yaml", text=SHEET.format(id="a") + JOBS.format(id="mine"))
    found = Library().load("p/a.yaml")
    assert (kinds(found), found.indicators["mine"].name["zh"]) == ([], "我的")
    assert "urban_new_jobs" not in found.indicators


@pytest.mark.parametrize("path", ["a.yaml", "p/a.yaml"])
def test_without_one_it_refers_to_the_shipped_catalogue(path: str, folder: Path) -> None:
    write("q/indicators.yaml", text=CATALOGUE)
    write(path, text=SHEET.format(id="a") + JOBS.format(id="urban_new_jobs"))
    found = Library().load(path)
    assert (kinds(found), found.indicators["urban_new_jobs"].kind) == ([], "flow")


def test_a_sheet_s_own_indicators_come_first(folder: Path) -> None:
    own = "indicators:\n  urban_new_jobs: {name: 自有, kind: stock, unit: 人}\n"
    write("a.yaml", text=SHEET.format(id="a") + own)
    assert Library().load("a.yaml").indicators["urban_new_jobs"].name["zh"] == "自有"


def test_a_catalogue_is_read_once_and_its_faults_are_kept(folder: Path) -> None:
    write("p/indicators.yaml", text=CATALOGUE + "more: x\n")
    write("p/a.yaml", text=SHEET.format(id="a"))
    write("p/b.yaml", text=SHEET.format(id="b"))
    library = Library()
    assert [kinds(library.load(path)) for path in ("p/a.yaml", "p/b.yaml")] == [[], []]
    assert [(each.sheet.path, kinds(each)) for each in library.catalogues] == [
        ("p/indicators.yaml", ["unknown-key"])
    ]


def test_a_catalogue_that_is_named_is_read_as_one(folder: Path) -> None:
    write("indicators.yaml", text=CATALOGUE + "more: x\n")
    found = Library().load("indicators.yaml")
    assert (found.id, found.facts, kinds(found)) == ("", (), ["unknown-key"])


@pytest.mark.parametrize("ending", ["yaml", "yml"])
def test_a_parent_is_found_beside_its_child(ending: str, folder: Path) -> None:
    write(f"p/top.{ending}", text=SHEET.format(id="top"))
    assert beside("top") == "top"


def test_a_parent_is_found_among_the_shipped_plans(folder: Path) -> None:
    assert beside("gansu") == "gansu"


def test_a_parent_beside_its_child_comes_before_a_shipped_one(folder: Path) -> None:
    write("p/gansu.yaml", text=SHEET.format(id="gansu") + "level: town\n")
    library = Library()
    write("p/a.yaml", text=SHEET.format(id="a") + "parent: gansu\n")
    found = library.beside(summarise(library.load("p/a.yaml")))
    assert found is not None
    assert found.sheet.level == "town"


@pytest.mark.parametrize(
    "parent",
    ["nobody", "other", "../top", "/etc/passwd", ".", "..", "indicators", "x" * 300, '"a\\0b"'],
)
def test_what_is_no_plan_of_that_name_is_no_parent(parent: str, folder: Path) -> None:
    write("top.yaml", text=SHEET.format(id="../top"))
    write("p/other.yaml", text=SHEET.format(id="another"))
    write("p/indicators.yaml", text=CATALOGUE)
    assert beside(parent) is None


def beside(parent: str) -> str | None:
    write("p/a.yaml", text=SHEET.format(id="a") + f"parent: {parent}\n")
    library = Library()
    found = library.beside(summarise(library.load("p/a.yaml")))
    return found.id if found else None
