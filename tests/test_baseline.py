"""Baselines: known findings are put up with, whatever moves; new ones count."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor import catalogue
from auditor.cli import cli
from auditor.rule import Verdict
from tests.sheets import HEAD

JOBS = """  - {at: 二1, indicator: jobs, role: target, says: 9000人, basis: cumulative}
  - {at: 三1, indicator: jobs, role: target, says: 8000人, basis: cumulative}
"""
RATE = """  - {at: 二2, indicator: rate, role: target, says: 4.5%}
  - {at: 三2, indicator: rate, role: target, says: 4.6%}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sheet(folder: Path, text: str, name: str = "a.yaml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--lang", "en"])


def check(*arguments: str) -> Result:
    return run("check", ".", "--baseline", "known.json", *arguments)


def known(folder: Path) -> list[dict[str, object]]:
    found = json.loads((folder / "known.json").read_text(encoding="utf-8"))
    assert found["version"] == 1
    return list(found["findings"])


def test_what_is_known_does_not_count(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    assert check("--update-baseline").exit_code == 0
    result = check()
    assert result.exit_code == 0
    assert "(1 known from the baseline)" in result.stdout
    assert "TXT002" not in result.stdout


def test_the_file_holds_neither_lines_nor_the_machine(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    assert known(folder) == [
        {
            "path": "a.yaml",
            "rule": "TXT002",
            "indicator": "jobs",
            "figures": ["三1: 8000人", "二1: 9000人"],
            "about": "",
            "count": 1,
        }
    ]


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("text:", "# a comment\n\ntext:") + JOBS,
        HEAD + "".join(reversed(JOBS.splitlines(keepends=True))),
        HEAD + RATE.replace("4.6", "4.5") + JOBS,
        (HEAD + JOBS).replace("{at: 二1, indicator: jobs,", "{indicator: jobs,   at: '二1',"),
        (HEAD + JOBS).replace("\n", "\r\n"),
    ],
    ids=["moved", "reordered", "with more before it", "reformatted", "other line ends"],
)
def test_moving_reordering_and_reformatting_do_not_disturb_it(folder: Path, text: str) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    sheet(folder, text)
    result = check()
    assert result.exit_code == 0, result.stdout
    assert "found no more" not in result.stderr


def test_a_changed_figure_does(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    sheet(folder, (HEAD + JOBS).replace("8000", "8100"))
    result = check()
    assert result.exit_code == 1
    assert "TXT002" in result.stdout
    assert "entries of the baseline that are found no more: 1" in result.stderr


def test_a_new_finding_counts_and_the_known_one_stays_known(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    sheet(folder, HEAD + JOBS + RATE)
    before = known(folder)
    result = check()
    assert result.exit_code == 1
    assert "4.6%" in result.stdout
    assert "8000人" not in result.stdout
    assert known(folder) == before, "a baseline never grows unless it is asked to"


def test_it_grows_and_shrinks_when_it_is_asked_to(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    sheet(folder, HEAD + RATE)
    result = check("--update-baseline")
    assert "findings that known.json now knows: 1 (1 more, 1 fewer)" in result.stderr
    assert [entry["indicator"] for entry in known(folder)] == ["rate"]
    assert check().exit_code == 0


def test_a_finding_is_known_as_often_as_it_was_written_down(folder: Path) -> None:
    same = JOBS.replace("二1", "二").replace("三1", "二")
    rate = RATE.replace("二2", "二").replace("三2", "二")
    sheet(folder, HEAD + same)
    check("--update-baseline")
    sheet(folder, HEAD + same + rate)
    assert check().exit_code == 1


def test_prune_takes_out_what_is_found_no_more_and_adds_nothing(folder: Path) -> None:
    sheet(folder, HEAD + JOBS + RATE)
    check("--update-baseline")
    sheet(folder, HEAD + RATE + JOBS.replace("8000", "7000"))
    result = run("baseline", "prune", ".", "--baseline", "known.json")
    assert (result.exit_code, result.stdout) == (
        0,
        "stale entries taken out of known.json: 1; left: 1\n",
    )
    assert [entry["indicator"] for entry in known(folder)] == ["rate"]


def test_entries_of_other_sheets_and_of_rules_that_are_off_are_not_stale(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    sheet(folder, HEAD.replace("plan: a", "plan: b").replace("area: a", "area: b") + RATE, "b.yaml")
    check("--update-baseline")
    assert len(known(folder)) == 2
    one = run("check", "a.yaml", "--baseline", "known.json")
    assert (one.exit_code, one.stderr) == (0, "")
    off = check("--ignore", "TXT")
    assert (off.exit_code, off.stderr) == (0, "")
    run("check", "a.yaml", "--baseline", "known.json", "--update-baseline")
    assert len(known(folder)) == 2


def test_what_is_mended_in_a_catalogue_is_stale_too(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    sheet(folder, "indicators: {}\nmore: x\n", "indicators.yaml")
    check("--update-baseline")
    assert "found no more" not in check().stderr
    sheet(folder, "indicators: {}\n", "indicators.yaml")
    assert "entries of the baseline that are found no more: 1" in check().stderr


def test_a_sheet_that_is_no_more_makes_its_entries_stale(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    sheet(folder, HEAD.replace("plan: a", "plan: b").replace("area: a", "area: b") + RATE, "b.yaml")
    check("--update-baseline")
    (folder / "b.yaml").unlink()
    assert "entries of the baseline that are found no more: 1" in check().stderr


def test_what_keeps_a_sheet_unread_is_never_known(folder: Path) -> None:
    sheet(folder, HEAD + JOBS + "  - [\n")
    assert check("--update-baseline").exit_code == 1
    assert check().exit_code == 1
    assert "SYN001" not in str(known(folder))


def test_an_entry_that_is_known_less_than_once_excuses_nothing(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    text = (folder / "known.json").read_text(encoding="utf-8")
    text = text.replace('"count": 1', '"count": -1')
    (folder / "known.json").write_text(text, encoding="utf-8-sig")
    assert check().exit_code == 1


def test_findings_of_no_figure_are_known_too(folder: Path) -> None:
    text = HEAD.replace("title: A", "title: A\ntitle: B") + JOBS
    sheet(folder, text)
    check("--update-baseline")
    assert {entry["rule"] for entry in known(folder)} == {"STR001", "TXT002"}
    sheet(folder, "# moved\n\n" + text)
    assert check().exit_code == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "cannot be read"),
        ("{", "is no baseline"),
        ("[]", "is no baseline"),
        ('{"version": 2, "findings": []}', "is of another version"),
        ('{"version": 1, "findings": [{"path": 1}]}', "is no baseline"),
        ("[" * 100_000, "is no baseline"),
        (
            '{"version": 1, "findings": [{"path": "a", "rule": "X", "indicator": "", "figures": [], '
            '"about": "", "count": 1e400}]}',
            "is no baseline",
        ),
    ],
)
def test_what_is_no_baseline_is_told_in_one_line(folder: Path, text: str | None, told: str) -> None:
    sheet(folder, HEAD + JOBS)
    if text is not None:
        (folder / "known.json").write_text(text, encoding="utf-8")
    result = check()
    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_update_needs_a_file(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    result = run("check", ".", "--update-baseline")
    assert result.exit_code == 2
    assert "--baseline" in result.stderr


@pytest.mark.parametrize("command", ["show", "prune"])
def test_a_file_must_be_named(folder: Path, command: str) -> None:
    result = run("baseline", command)
    assert (result.exit_code, "which file? Give --baseline FILE." in result.stderr) == (2, True)


def test_the_environment_comes_before_the_configuration(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    (folder / "auditor.toml").write_text('baseline = "other.json"\n', encoding="utf-8")
    monkeypatch.setenv("AUDITOR_BASELINE", "known.json")
    assert run("baseline", "show").exit_code == 0


def test_what_is_found_in_source_documents_is_stale_only_beside_them(folder: Path) -> None:
    sheet(folder, HEAD.replace("plan: a", "plan: a\nsource: a.txt") + JOBS.splitlines()[0] + "\n")
    (folder / "a.txt").write_text("没有数字。\n", encoding="utf-8")
    sourced = ("--sources", ".")
    check(*sourced, "--update-baseline")
    assert [entry["rule"] for entry in known(folder)] == ["SRC001"]
    assert check().stderr == ""
    check("--update-baseline")
    run("baseline", "prune", ".", "--baseline", "known.json")
    (folder / "auditor.toml").write_text('sources = "."\n', encoding="utf-8")
    run("baseline", "prune", ".", "--baseline", "known.json")
    assert check(*sourced).exit_code == 0
    assert len(known(folder)) == 1
    (folder / "a.txt").write_text("9000人。\n", encoding="utf-8")
    run("baseline", "prune", ".", "--baseline", "known.json")
    assert known(folder) == []


def test_prune_looks_as_the_configuration_says(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    (folder / "auditor.toml").write_text('ignore = ["TXT"]\n', encoding="utf-8")
    sheet(folder, HEAD)
    run("baseline", "prune", ".", "--baseline", "known.json")
    assert len(known(folder)) == 1


def test_show_lists_what_is_known_by_sheet(folder: Path) -> None:
    sheet(folder, HEAD + JOBS + RATE)
    check("--update-baseline")
    (folder / "auditor.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    shown = run("baseline", "show").stdout
    assert shown.splitlines() == [
        "a.yaml",
        "  TXT002 jobs 三1: 8000人 · 二1: 9000人",
        "  TXT002 rate 三2: 4.6% · 二2: 4.5%",
        "known findings in known.json: 2",
    ]


def test_hostile_text_in_a_baseline_is_shown_as_data(folder: Path) -> None:
    entry = {"path": "a\x1b[31m", "rule": "TXT002", "indicator": "[/red]", "figures": ["\u202e"],
             "about": "", "count": 1}  # fmt: skip
    (folder / "known.json").write_text(
        json.dumps({"version": 1, "findings": [entry]}), encoding="utf-8"
    )
    shown = run("baseline", "show", "--baseline", "known.json").stdout
    assert "a␛[31m" in shown
    assert "⟨U+202E⟩" in shown
    assert "\x1b" not in shown


def test_in_a_sheet_that_is_read_in_part_nothing_is_stale(folder: Path) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    before = known(folder)
    sheet(folder, HEAD.replace("text:", "' [\ntext:") + JOBS)
    assert "found no more" not in check().stderr
    check("--update-baseline")
    run("baseline", "prune", ".", "--baseline", "known.json")
    assert known(folder) == before
    sheet(folder, HEAD + JOBS.replace("at:", "on:"))
    assert "found no more" not in check().stderr


def test_what_a_rule_that_failed_has_found_is_not_stale(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet(folder, HEAD + JOBS)
    check("--update-baseline")
    before = known(folder)

    def fails(plan: object, options: object) -> Iterator[Verdict]:
        raise ValueError
        yield

    rules = tuple(
        replace(rule, check=fails) if rule.code == "TXT002" else rule for rule in catalogue.rules()
    )
    monkeypatch.setattr(catalogue, "rules", lambda: rules)
    assert check("--update-baseline").exit_code == 3
    assert known(folder) == before


def test_what_is_about_several_sheets_is_stale_only_where_all_are_read(folder: Path) -> None:
    rate = "{at: 二1, indicator: rate, role: target, says: 5%以内}"
    top = f"{HEAD}  - {rate}\n"
    child = top.replace("plan: a", "plan: b\nparent: a").replace("area: a", "area: b")
    sheet(folder, top)
    sheet(folder, child.replace("5%", "6%"), "b.yaml")
    check("--update-baseline")
    assert [(each["path"], each["rule"], each["beside"]) for each in known(folder)] == [
        ("b.yaml", "ROL003", ["a.yaml"])
    ]
    sheet(folder, child, "b.yaml")
    assert "found no more" not in run("check", "b.yaml", "--baseline", "known.json").stderr
    assert "found no more" in check().stderr
