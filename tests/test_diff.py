"""Two versions of a sheet: what has changed of its figures, and which findings came and went."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor import files
from auditor.cli import cli
from tests import sheets

HEAD = sheets.HEAD.replace("登记失业率", "{zh: 登记失业率, en: Registered unemployment}")
OLD = (
    HEAD
    + """  - {at: 一, indicator: jobs, role: target, says: 25万人, basis: cumulative}
  - {at: 二, indicator: jobs, role: target, says: 25万人, basis: cumulative}
  - {at: 二, indicator: rate, role: target, says: 4.5%}
  - {at: 三, id: loose, says: 100人}
"""
)


def diff(folder: Path, old: str, new: str, *options: str, input_: bytes = b"") -> Result:
    paths = []
    for name, text in (("old.yaml", old), ("new.yaml", new)):
        if text == "-":
            paths.append("-")
            continue
        (folder / name).write_text(text, encoding="utf-8")
        paths.append(str(folder / name))
    options = options if "--lang" in options else (*options, "--lang", "en")
    return CliRunner().invoke(cli, ["diff", *paths, *options], input=input_)


def test_a_parent_that_cannot_be_read_is_told_and_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = files.read

    def refuse(path: str, most: int = -1) -> bytes:
        if os.path.basename(path) == "top.yaml":
            raise PermissionError(13, "Permission denied")
        return read(path, most)

    (tmp_path / "top.yaml").write_text(OLD, encoding="utf-8")
    monkeypatch.setattr(files, "read", refuse)
    below = OLD.replace("plan: a", "plan: a\nparent: top")
    compared = diff(tmp_path, below, below)
    shown = CliRunner().invoke(cli, ["show", str(tmp_path / "old.yaml"), "--lang", "en"])
    for done in (compared, shown):
        assert done.exit_code == 2
        assert "top.yaml': Permission denied" in done.stderr


def told(folder: Path, new: str) -> list[str]:
    """Return the lines about figures."""
    shown = diff(folder, OLD, new).stdout
    return [
        line.strip() for line in shown.splitlines() if line.startswith("  ") and line[2] in "~+−"
    ]


@pytest.mark.parametrize(
    ("was", "is_", "lines"),
    [
        ("二, indicator: jobs, role: target, says: 25万人",
         "二, indicator: jobs, role: target, says: 26万人",
         ["~ 二, target 2021–2025: 25万人 → 26万人 (up 10\u202f000 persons)"]),
        ("says: 4.5%", "says: 4.2%", ["~ 二, target 2025: 4.5% → 4.2% (down 0.3 percentage points)"]),
        ("says: 4.5%", "says: 4.5%以内", ["~ 二, target 2025: 4.5% → 4.5%以内"]),
        ("  - {at: 二, indicator: rate, role: target, says: 4.5%}\n", "",
         ["− 二, target 2025: 4.5%"]),
        ("text:\n", "text:\n  - {at: 四, indicator: rate, role: actual, time: 2020, says: 5%}\n",
         ["+ 四, result 2020: 5%"]),
        ("says: 100人", "says: 120人", ["~ 三: 100人 → 120人 (up 20 persons)"]),
        ("{at: 二, indicator: rate", "{at: 五, indicator: rate", []),
        ("title: A", "title: 'A'\n# a comment", []),
        ("二, indicator: jobs, role: target, says: 25万人, basis: cumulative",
         "二, indicator: jobs, role: target, says: 5万人, basis: annual",
         ["~ 二, target 2021–2025: 25万人 (cumulative 2021–2025) → 5万人 (each year 2021–2025)"]),
    ],
)  # fmt: skip
def test_each_statement_is_paired_with_what_it_has_been(
    tmp_path: Path, was: str, is_: str, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert OLD.count(was) == 1
    assert told(tmp_path, OLD.replace(was, is_)) == lines


def test_reordered_statements_have_not_changed(tmp_path: Path) -> None:
    lines = OLD.removeprefix(HEAD).splitlines(keepends=True)
    assert told(tmp_path, HEAD + "".join(reversed(lines))) == []


NEW = OLD.replace("二, indicator: jobs, role: target, says: 25万人", "二, indicator: jobs, role: target, says: 26万人")  # fmt: skip


def test_findings_that_came_and_went_are_told_and_decide_the_exit_code(tmp_path: Path) -> None:
    worse = diff(tmp_path, OLD, NEW)
    assert worse.exit_code == 1
    assert "Findings that appeared" in worse.stdout
    assert "TXT002 text-against-text" in worse.stdout
    better = diff(tmp_path, NEW, OLD)
    assert better.exit_code == 0
    assert "Findings that went" in better.stdout
    assert diff(tmp_path, OLD, NEW, "--fail-on", "never").exit_code == 0
    assert diff(tmp_path, OLD, OLD).exit_code == 0


def test_the_same_as_json(tmp_path: Path) -> None:
    found = json.loads(diff(tmp_path, OLD, NEW, "--format", "json").stdout)
    assert list(found) == ["version", "plan", "before", "after", "figures", "appeared", "gone"]
    [changed] = found["figures"]
    assert changed["before"]["printed"] == "25万人"
    assert changed["after"]["printed"] == "26万人"
    assert (changed["indicator"], changed["difference"]) == ("jobs", "10000")
    assert [finding["code"] for finding in found["appeared"]] == ["TXT002"]
    assert found["gone"] == []


def test_both_languages(tmp_path: Path) -> None:
    english = diff(tmp_path, OLD, OLD.replace("4.5%", "4.2%")).stdout
    assert "Registered unemployment (rate)" in english
    chinese = diff(tmp_path, OLD, OLD.replace("4.5%", "4.2%"), "--lang", "zh").stdout
    assert "登记失业率 (rate)" in chinese
    assert "数字：改动 1 处，新增 0 处，删去 0 处" in chinese


def test_one_version_may_come_from_standard_input(tmp_path: Path) -> None:
    result = diff(tmp_path, "-", NEW, input_=OLD.encode())
    assert result.exit_code == 1
    assert "25万人 → 26万人" in result.stdout


def test_a_broken_version_is_compared_as_far_as_it_goes(tmp_path: Path) -> None:
    result = diff(tmp_path, OLD, OLD + "  - [\n")
    assert result.exit_code == 1
    assert "SYN001" in result.stdout
    missing = CliRunner().invoke(cli, ["diff", "none.yaml", str(tmp_path / "old.yaml")])
    assert missing.exit_code == 2


def test_hostile_text_is_data(tmp_path: Path) -> None:
    hostile = OLD.replace("at: 三", 'at: "[/red]\\e[31m\\u202e"').replace("100人", "130人")
    shown = diff(tmp_path, OLD, hostile).stdout
    assert "[/red]␛[31m⟨U+202E⟩" in shown
    assert "\x1b" not in shown
