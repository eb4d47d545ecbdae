"""Options of `auditor check` that decide what counts, on which day, and what else is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from auditor.cli import cli
from tests import sheets

HEAD = f"""{sheets.CLEAN}source: s.txt
indicators:
  jobs: {{name: 城镇新增就业, kind: flow, unit: 人, better: more}}
text:
"""
TOTAL = "  - {at: 一, indicator: jobs, role: target, basis: cumulative, says: %s}\n"
CLEAN = HEAD + TOTAL % "9000人"
NOTE = CLEAN + TOTAL % "9000人以上"
DOUBT = HEAD + "  - {at: 一, indicator: jobs, role: target, says: 9000人}\n"
CONFLICT = CLEAN + TOTAL % "8000人"
ROUNDED = CLEAN + TOTAL % "0.9万人" + TOTAL % "9100人" + TOTAL % "9100人"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(text: str, *options: str, lang: str = "C.UTF-8") -> Result:
    """Return what `auditor check` makes of one sheet in the working folder."""
    Path("a.yaml").write_text(text, encoding="utf-8")
    env = {"LC_ALL": lang, "COLUMNS": "100", "AUDITOR_ISOLATED": "1", "NO_COLOR": "1"}
    return CliRunner().invoke(cli, ["check", "a.yaml", *options], env=env)


def codes(result: Result) -> list[str]:
    """Return severity and code of every finding in a report with one line for each."""
    return [" ".join(line.split()[1:3]) for line in result.stdout.splitlines()]


def own(folder: Path, text: str) -> str:
    (folder / "own.yaml").write_text(text, encoding="utf-8")
    return str(folder / "own.yaml")


@pytest.mark.parametrize(
    ("options", "gates"),
    [
        ([], {CLEAN: 0, NOTE: 0, DOUBT: 0, CONFLICT: 1}),
        (["--profile", "review"], {CLEAN: 0, NOTE: 0, DOUBT: 0, CONFLICT: 1}),
        (["--profile", "draft"], {CLEAN: 0, NOTE: 0, DOUBT: 0, CONFLICT: 1}),
        (["--profile", "publish"], {CLEAN: 0, NOTE: 1, DOUBT: 1, CONFLICT: 1}),
        (["--profile", "publish", "--exit-zero"], {NOTE: 0, DOUBT: 0, CONFLICT: 0}),
        (["--profile", "publish", "--fail-on", "error"], {NOTE: 0, DOUBT: 0, CONFLICT: 1}),
        (["--profile", "publish", "--fail-on", "never"], {NOTE: 0, DOUBT: 0, CONFLICT: 0}),
        (["--profile", "draft", "--fail-on", "note"], {CLEAN: 0, NOTE: 0, DOUBT: 1, CONFLICT: 1}),
        (["--profile", "draft", "--fail-on", "warning"], {NOTE: 0, DOUBT: 0, CONFLICT: 1}),
        (["--fail-on", "error"], {NOTE: 0, DOUBT: 0, CONFLICT: 1}),
        (["--fail-on", "warning"], {NOTE: 0, DOUBT: 1, CONFLICT: 1}),
        (["--fail-on", "note"], {CLEAN: 0, NOTE: 1, DOUBT: 1, CONFLICT: 1}),
        (["--fail-on", "never"], {NOTE: 0, DOUBT: 0, CONFLICT: 0}),
        (["--fail-on", "note", "--fail-on", "never"], {CONFLICT: 0}),
        (["--profile", "publish", "--ignore", "TXT,BAS"], {NOTE: 0, DOUBT: 0, CONFLICT: 0}),
        (["--profile", "publish", "--select", "BAS"], {NOTE: 0, DOUBT: 1, CONFLICT: 0}),
        (["--profile", "draft", "--select", "TXT006", "--fail-on", "note"], {NOTE: 0}),
    ],
)
def test_the_profile_and_the_gate_decide_the_exit_code(
    folder: Path, options: list[str], gates: dict[str, int]
) -> None:
    found = {text: check(text, *options).exit_code for text in gates}
    assert found == gates


@pytest.mark.parametrize(
    ("profile", "text", "told"),
    [
        ("draft", NOTE, []),
        ("review", NOTE, ["note TXT006"]),
        ("publish", NOTE, ["warning TXT006"]),
        ("draft", DOUBT, ["note BAS005"]),
        ("publish", DOUBT, ["warning BAS005"]),
        ("draft", CONFLICT, ["error TXT002"]),
    ],
)
def test_the_profile_decides_what_is_told_and_how_much_it_weighs(
    folder: Path, profile: str, text: str, told: list[str]
) -> None:
    assert codes(check(text, "--profile", profile, "--format", "concise")) == told


@pytest.mark.parametrize(
    ("profile", "options", "code", "told"),
    [
        ("fail_on: never\n", [], 0, ["error TXT002"]),
        ("fail_on: never\n", ["--fail-on", "error"], 1, ["error TXT002"]),
        ("severity: {TXT: note}\n", [], 0, ["note TXT002"]),
        ("fail_on: note\nseverity: {TXT: note}\n", [], 1, ["note TXT002"]),
        ("severity: {TXT: off}\n", [], 0, []),
        ("severity: {TXT: off}\n", ["--select", "TXT002"], 0, []),
        ("severity: {TXT: off, text-against-text: warning}\n", [], 0, ["warning TXT002"]),
        ("severity: {ALL: off}\n", ["--fail-on", "note"], 0, []),
    ],
)
def test_a_profile_of_ones_own_is_a_file(
    folder: Path, profile: str, options: list[str], code: int, told: list[str]
) -> None:
    result = check(CONFLICT, "--profile", own(folder, profile), "--format", "concise", *options)
    assert (result.exit_code, codes(result)) == (code, told)


def test_all_mistakes_of_a_profile_are_told_on_stderr_and_nothing_is_checked(
    folder: Path,
) -> None:
    profile = own(folder, "fail_on: bad\nseverity:\n  TXT0O1: off\n  BAS: loud\nextends: publish\n")
    result = check(CONFLICT, "--profile", profile)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.replace(f"{folder}/", "").splitlines() == [
        "auditor: own.yaml:1: fail_on: expected one of note, warning, error, never, read 'bad'",
        "own.yaml:3: there is no rule 'TXT0O1'; did you mean TXT001?",
        "own.yaml:4: BAS: expected one of note, warning, error, off, read 'loud'",
        "own.yaml:5: unknown key 'extends' (known: about, fail_on, severity, options)",
    ]
    chinese = check(CONFLICT, "--profile", profile, lang="zh_CN.UTF-8")
    assert (chinese.exit_code, chinese.stderr.count("\n")) == (2, 4)
    assert "没有规则“TXT0O1”；是否应为 TXT001？" in chinese.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--profile", "publsh"], "there is no profile 'publsh'; did you mean 'publish'?"),
        (["--profile", "none.yaml"], "there is no profile 'none.yaml'"),
        (["--profile", "."], "there is no profile '.'"),
        (["--profile", "draft", "--select", "TXT0O1"], "there is no rule 'TXT0O1'; did you mean TXT001?"),
        (["--profile", "draft", "--ignore", "NONE"], "there is no rule 'NONE'"),
        (["--fail-on", "fatal"], "'fatal'"),
        (["--fail-on", "ERROR"], "'ERROR'"),
        (["--fail-on", "off"], "'off'"),
        (["--show", "none"], "'none'"),
        (["--show", ""], "''"),
        (["--today", "tomorrow"], "'tomorrow'"),
        (["--today", "31.03.2027"], "'31.03.2027'"),
        (["--today", "2027-02-29"], "'2027-02-29'"),
        (["--today", "2027-03-31T12:00"], "'2027-03-31T12:00'"),
        (["--today", ""], "''"),
        (["--sources", "none"], "no folder 'none'"),
        (["--sources", "a.yaml"], "no folder 'a.yaml'"),
    ],
)  # fmt: skip
def test_a_wrong_option_ends_with_2_and_says_which(
    folder: Path, options: list[str], told: str
) -> None:
    result = check(CONFLICT, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("option", ["--profile", "--fail-on", "--show", "--today", "--sources"])
def test_an_option_without_its_value_ends_with_2(folder: Path, option: str) -> None:
    assert check(CONFLICT, option).exit_code == 2


DATED = DOUBT.rstrip("\n") + "  # audit: ignore[BAS005] until=2027-03-31 asked the bureau\n"


@pytest.mark.parametrize(
    ("today", "told", "code"),
    [
        ("2021-01-01", [], 0),
        ("2027-03-31", [], 0),
        ("2027-04-01", ["warning BAS005", "warning SUP002"], 1),
        ("9999-12-31", ["warning BAS005", "warning SUP002"], 1),
    ],
)
def test_the_day_decides_what_has_expired(
    folder: Path, today: str, told: list[str], code: int
) -> None:
    result = check(DATED, "--today", today, "--profile", "publish", "--format", "concise")
    assert (sorted(codes(result)), result.exit_code) == (told, code)


def test_without_a_day_the_day_is_today(folder: Path) -> None:
    past = DATED.replace("2027-03-31", "2021-03-31")
    future = DATED.replace("2027-03-31", "9999-12-31")
    assert sorted(codes(check(past, "--format", "concise"))) == ["warning BAS005", "warning SUP002"]
    assert codes(check(future, "--format", "concise")) == []


def test_what_is_suppressed_fails_nothing_and_is_counted(folder: Path) -> None:
    result = check(DATED, "--today", "2027-03-31", "--fail-on", "note")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].endswith("(1 suppressed)")
    chinese = check(DATED, "--today", "2027-03-31", lang="zh_CN.UTF-8")
    assert chinese.stdout.splitlines()[-1].endswith("（另有豁免 1 个）")


def told_in_json(result: Result) -> Any:
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("options", "by_rounding"),
    [
        ([], None),
        (["--show", "rounding"], [True]),
        (["--show", "all"], [True, False, False]),
        (["--show", "all", "--show", "rounding"], [True]),
        (["--show", "all", "--ignore", "TXT002"], []),
    ],
)
def test_show_adds_what_holds_for_programs(
    folder: Path, options: list[str], by_rounding: list[bool] | None
) -> None:
    text = HEAD + TOTAL % "0.9万人" + TOTAL % "9040人" + TOTAL % "0.90万人"
    text += "  - {at: 二, indicator: jobs, role: actual, time: 2020, says: 9人}\n" * 2
    found = told_in_json(check(text, "--format", "json", "--select", "TXT", *options))
    assert [each["by_rounding"] for each in found.get("comparisons", [])] == (by_rounding or [])
    assert ("comparisons" in found) is (by_rounding is not None)
    assert ("undecided" in found) is (by_rounding is not None)


@pytest.mark.parametrize(
    ("show", "lang", "head"),
    [
        ("rounding", "C.UTF-8", "Holds only because of rounding"),
        ("all", "C.UTF-8", "Comparisons that hold"),
        ("rounding", "zh_CN.UTF-8", "仅因四舍五入而成立"),
        ("all", "zh_CN.UTF-8", "比对一致"),
    ],
)
def test_show_adds_what_holds_for_readers(folder: Path, show: str, lang: str, head: str) -> None:
    text = HEAD + TOTAL % "0.9万人" + TOTAL % "9040人"
    lines = check(text, "--show", show, lang=lang).stdout.splitlines()
    assert lines[0] == head
    assert "a.yaml:10:69 TXT002" in lines[1]
    assert len(check(text, "--show", show, "--quiet", lang=lang).stdout.splitlines()) == 2
    assert head not in check(text, lang=lang).stdout


@pytest.mark.parametrize("show", ["rounding", "all"])
@pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (CONFLICT, 1), (ROUNDED, 1)])
def test_show_changes_no_verdict(folder: Path, show: str, text: str, code: int) -> None:
    plain, shown = (check(text, "--format", "json", *options) for options in ([], ["--show", show]))
    assert plain.exit_code == shown.exit_code == code
    for part in ("summary", "findings"):
        assert told_in_json(plain)[part] == told_in_json(shown)[part]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("新增就业9000人。", []),
        ("新增就业8000人。", ["note SRC002", "error SRC001"]),
        ("新增就业9000人，其中高校毕业生80人。", ["note SRC002"]),
        ("", ["error SRC001"]),
    ],
)
def test_a_sheet_is_held_against_its_source_when_its_folder_is_given(
    folder: Path, source: str, told: list[str]
) -> None:
    sources = folder / "sources"
    sources.mkdir()
    (sources / "s.txt").write_text(source, encoding="utf-8")
    for named in ("sources", "sources/", str(sources), "./sources"):
        result = check(CLEAN, "--sources", named, "--format", "concise")
        assert codes(result) == told
        assert result.exit_code == ("error SRC001" in told)
    assert codes(check(CLEAN, "--format", "concise")) == []


def test_a_source_that_cannot_be_read_ends_with_2_and_one_line(folder: Path) -> None:
    (folder / "s.txt").write_bytes("新增就业9000人。".encode("gbk"))
    result = check(CLEAN, "--sources", ".")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "probably GBK" in result.stderr
    assert check(CLEAN).exit_code == 0


@pytest.mark.parametrize("format", ["console", "concise", "json"])
def test_the_same_options_give_the_same_bytes(folder: Path, format: str) -> None:
    (folder / "s.txt").write_text("新增就业80人，70人。", encoding="utf-8")
    options = ["--profile", "publish", "--show", "all", "--sources", ".", "--today", "2027-03-31"]
    runs = {check(ROUNDED, *options, "--format", format).stdout for _ in range(3)}
    assert len(runs) == 1
    assert "SRC001" in runs.pop()
