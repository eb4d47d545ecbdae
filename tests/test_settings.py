"""Settings: the command line before the environment before the nearest configuration file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner, Result

from auditor.cli import cli
from auditor.commands import settings
from auditor.commands.check import check
from auditor.commands.settings import Configured, discover, keys, read, variable
from tests.sheets import CONFLICT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.yaml").write_text(CONFLICT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], env=environment)


def setting(name: str, *arguments: str, **environment: str) -> tuple[str, str]:
    """Return the value of a setting, and where it came from."""
    shown = run(*arguments, "--show-settings", **environment).stdout
    line = next(line for line in shown.splitlines() if line.startswith(f"{name} = "))
    value, _, source = line.removeprefix(f"{name} = ").rpartition("  (")
    return value, source.removesuffix(")")


FILE = "auditor.toml"
ENV = {"AUDITOR_FAIL_ON": "note"}
LINE = ["--fail-on", "never"]


@pytest.mark.parametrize(
    ("text", "environment", "arguments", "value", "source"),
    [
        ("", {}, [], "error", "profile review"),
        ('fail-on = "warning"', {}, [], "warning", FILE),
        ("", ENV, [], "note", "AUDITOR_FAIL_ON"),
        ("", {}, LINE, "never", "command line"),
        ('fail-on = "warning"', ENV, [], "note", "AUDITOR_FAIL_ON"),
        ('fail-on = "warning"', {}, LINE, "never", "command line"),
        ("", ENV, LINE, "never", "command line"),
        ('fail-on = "warning"', ENV, LINE, "never", "command line"),
        ('fail-on = "warning"', {}, ["--isolated"], "error", "profile review"),
        ('fail-on = "warning"', {"AUDITOR_ISOLATED": "1"}, [], "error", "profile review"),
        ('fail-on = "warning"', {"AUDITOR_ISOLATED": "0"}, [], "warning", FILE),
        ('fail-on = "warning"', ENV, ["--isolated"], "note", "AUDITOR_FAIL_ON"),
    ],
)
def test_the_command_line_comes_before_the_environment_before_the_file(
    folder: Path, text: str, environment: dict[str, str], arguments: list[str],
    value: str, source: str,
) -> None:  # fmt: skip
    (folder / FILE).write_text(text, encoding="utf-8")
    assert setting("fail-on", "plans", *arguments, **environment) == (value, source)


@pytest.mark.parametrize(
    ("files", "source"),
    [
        ({FILE: 'lang = "zh"'}, FILE),
        ({"pyproject.toml": '[tool.auditor]\nlang = "zh"'}, "pyproject.toml"),
        ({FILE: 'lang = "zh"', "pyproject.toml": '[tool.auditor]\nlang = "en"'}, FILE),
        ({"pyproject.toml": '[tool.other]\nlang = "zh"', "../auditor.toml": 'lang = "en"'}, ""),
        (
            {"plans/auditor.toml": 'lang = "zh"', FILE: 'lang = "en"\njobs = 2'},
            "plans/auditor.toml",
        ),
    ],
)
def test_the_nearest_file_wins_and_nothing_is_merged(
    folder: Path, files: dict[str, str], source: str
) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    value, where = setting("lang", "plans")
    expected = source or str(folder.parent / FILE)
    assert (value, where) == ("en" if not source else "zh", expected)
    assert setting("jobs", "plans") == ("1", "default")
    if not source:
        (folder.parent / FILE).unlink()


def test_a_file_that_is_named_is_the_one_that_is_read(folder: Path) -> None:
    (folder / FILE).write_text('lang = "en"', encoding="utf-8")
    (folder / "other.toml").write_text('lang = "zh"', encoding="utf-8")
    assert setting("lang", "--config", "other.toml") == ("zh", "other.toml")
    assert setting("lang", AUDITOR_CONFIG="other.toml") == ("zh", "other.toml")
    missing = run("--config", "none.toml")
    assert missing.exit_code == 2
    assert "cannot read 'none.toml'" in missing.stderr


def test_paths_are_meant_from_the_folder_of_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "deep").mkdir()
    (folder / FILE).write_text(
        'paths = ["plans"]\nformat = ["console", "json:report.json"]\n', encoding="utf-8"
    )
    monkeypatch.chdir(folder / "deep")
    assert run().exit_code == 1
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert [each["code"] for each in report["findings"]] == ["TXT002"]
    assert sorted(each.name for each in (folder / "deep").iterdir()) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", 1),
        ('[severity]\nTXT002 = "off"', 0),
        ('[severity]\nTXT = "warning"', 0),
        ('profile = "publish"\n[severity]\nTXT = "warning"', 1),
        ('ignore = ["text-against-text"]', 0),
        ('select = ["SUM", "BAS"]', 0),
        ("exit-zero = true", 0),
        ('min-severity = "error"', 1),
    ],
)
def test_what_the_file_says_counts(folder: Path, text: str, code: int) -> None:
    (folder / FILE).write_text(text, encoding="utf-8")
    assert run("plans").exit_code == code


MISTAKES = """profile = "nowhere"
fail-on = "nver"
lnag = "zh"
jobs = "many"
select = ["TXT", 5]
quiet = [true]
[severity]
TXT01 = "off"
TXT002 = "bad"
[options.ROL005]
missing = "zero"
"""


def test_all_mistakes_of_a_file_are_told_at_once_with_their_lines(folder: Path) -> None:
    (folder / FILE).write_text(MISTAKES, encoding="utf-8")
    result = run("plans")
    assert result.exit_code == 2
    for told in (
        "auditor.toml:2: fail-on: ",
        "auditor.toml:3: unknown key 'lnag'; did you mean 'lang'?",
        "auditor.toml:4: jobs: ",
        "auditor.toml:6: quiet: expected one value",
        "auditor.toml:8: there is no rule 'TXT01'; did you mean TXT001?",
        "auditor.toml:9: TXT002: expected one of ",
        "auditor.toml:11: ROL005 has no option 'missing'; did you mean 'missing_children'?",
    ):
        assert told in result.stderr
    chinese = run("plans", "--lang", "zh").stderr
    assert "未知的键“lnag”；是否应为“lang”？" in chinese
    assert "unknown key" not in chinese


@pytest.mark.parametrize("text", ["a = ", "[x", "a = 1\na = 2", "\ufeff\x00"])
def test_what_is_no_toml_is_told_with_its_place(folder: Path, text: str) -> None:
    (folder / FILE).write_text(text, encoding="utf-8")
    result = run("plans")
    assert result.exit_code == 2
    assert "auditor.toml:1: " in result.stderr or "auditor.toml:2: " in result.stderr
    assert "Traceback" not in result.stderr


def test_every_key_of_a_file_is_an_option_and_is_read_back(folder: Path) -> None:
    assert isinstance(check, Configured)
    known = keys(check)
    assert {"paths", "profile", "fail-on", "format", "select", "lang", "baseline"} <= set(known)
    assert "config" not in known
    assert "update-baseline" not in known
    (folder / FILE).write_text('lang = "zh"\njobs = 3\nquiet = true\nselect = ["TXT", "SUM"]\n')
    found = read(FILE, check)
    assert dict(found.values) == {"lang": "zh", "jobs": 3, "quiet": True, "select": ["TXT", "SUM"]}


def test_the_files_that_would_be_checked_can_be_seen(folder: Path) -> None:
    (folder / "plans" / "indicators.yaml").write_text("{}", encoding="utf-8")
    result = run("plans", "--show-files")
    assert (result.exit_code, result.stdout) == (0, "plans/a.yaml\n")


def test_standard_input_is_a_file_that_would_be_checked(folder: Path) -> None:
    result = CliRunner().invoke(cli, ["check", "-", "--show-files"], input=CONFLICT)
    assert (result.exit_code, result.stdout) == (0, "<stdin>\n")


def test_every_setting_but_the_paths_may_stand_in_the_environment(folder: Path) -> None:
    assert setting("format", AUDITOR_FORMAT="concise") == ("concise", "AUDITOR_FORMAT")
    assert "text-against-text" in run("plans", AUDITOR_FORMAT="junit").stdout
    for each in check.params:
        assert each.param_type_name == "argument" or each.envvar == variable(each)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ('quiet = "yes"', "quiet：应为 true 或 false，不加引号"),
        ("quiet = 1", "quiet：应为 true 或 false，不加引号"),
        ("paths = [1]", "paths：应为加引号的文字"),
        ("fail-on = true", "fail-on：应为加引号的文字"),
        ('profile = "nope"', "没有配置“nope”（可用：draft, review, publish，或配置文件路径）"),
        ('sources = "nowhere"', "没有文件夹“nowhere”"),
        ("jobs = 0", "jobs：0 不在 x>=1 范围内"),
        ('lang = "de"', "lang：'de' 应为 'en', 'zh' 之一"),
        ('format = "json:none/a"', "format：没有文件夹“none”"),
    ],
)
def test_a_mistake_is_told_in_one_language(folder: Path, setting: str, told: str) -> None:
    (folder / FILE).write_text(setting, encoding="utf-8")
    assert run("--lang", "zh").stderr.endswith(f"{FILE}:1: {told}\n")
    assert not re.search(r"[\u4e00-\u9fff]", run("--lang", "en").stderr)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"[tool.auditor\n", 2),
        (b"[tool.auditor]\nlang = '\xb9\xe6'\n", 2),
        (b"[tool.black\n", 0),
        (b"[tool.auditor]\r\nexit-zero = true\r\n", 0),
    ],
)
def test_a_pyproject_that_cannot_be_read_is_told_if_it_has_settings(
    folder: Path, raw: bytes, code: int
) -> None:
    (folder / "pyproject.toml").write_bytes(raw)
    result = run("plans", "--fail-on", "never")
    assert result.exit_code == code
    assert ("pyproject.toml:1: " in result.stderr) is (code == 2)


def test_a_pyproject_that_may_not_be_read_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", path)

    (folder / "pyproject.toml").write_text("")
    monkeypatch.setattr(settings, "_document", refused)
    result = run("plans")
    assert result.exit_code == 2
    assert "cannot read 'pyproject.toml': Permission denied" in result.stderr


def test_help_needs_no_sound_configuration(folder: Path) -> None:
    (folder / FILE).write_text("[", encoding="utf-8")
    assert run("--help").exit_code == 0


def test_no_file_is_found_where_there_is_none(folder: Path) -> None:
    assert discover(["plans"]) is None


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "on, as error: the profile review leaves the rule as it is"),
        ({"AUDITOR_SELECT": "SUM"}, "off: AUDITOR_SELECT does not select it"),
        ({"AUDITOR_IGNORE": "SUM,TXT"}, "off: AUDITOR_IGNORE does not select it"),
        ({"AUDITOR_PROFILE": "draft"}, "on, as error: the profile draft leaves the rule as it is"),
        ({"AUDITOR_CONFIG": "own.toml"}, "off: own.toml does not select it"),
        ({"AUDITOR_CONFIG": "own.toml", "AUDITOR_SELECT": "TXT"}, "off: own.toml does not select it"),
        ({"AUDITOR_CONFIG": "own.toml", "AUDITOR_ISOLATED": "1"}, "on, as error: the profile review"),
    ],
)  # fmt: skip
def test_other_commands_heed_the_environment_too(
    folder: Path, environment: dict[str, str], told: str
) -> None:
    (folder / "own.toml").write_text('ignore = "SUM,TXT"\n', encoding="utf-8")
    shown = CliRunner().invoke(cli, ["explain", "TXT001", "--lang", "en"], env=environment)
    assert f"\nHere\n{told}" in shown.stdout


@pytest.mark.parametrize(
    "arguments",
    [["--select", "TXT"], ["--ignore", "SYN"], ["--select", "ALL", "--ignore", "SYN004"]],
)
def test_what_keeps_a_sheet_from_being_read_is_always_told(
    folder: Path, arguments: list[str]
) -> None:
    (folder / "plans" / "a.yaml").write_bytes(CONFLICT.encode("gb18030"))
    (folder / FILE).write_text('severity = {SYN = "off"}\n', encoding="utf-8")
    result = run("plans", "--format", "concise", *arguments)
    assert (result.exit_code, "SYN" in result.stdout) == (1, True)


def test_what_is_set_of_single_rules_is_shown_too(folder: Path) -> None:
    text = 'profile = "publish"\nseverity = {TXT001 = "off", SUM = "note"}\n'
    (folder / FILE).write_text(f"{text}options.ROL010.tolerance = 5\n", encoding="utf-8")
    assert setting("severity.TXT001", "plans") == ("off", FILE)
    assert setting("severity.SUM001", "plans") == ("note", FILE)
    assert setting("profile", "plans") == ("publish", FILE)
    assert setting("fail-on", "plans")[1] == "profile publish"
    assert setting("options.ROL010.tolerance", "plans") == ("5", FILE)


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000, "jobs = " + "9" * 5000, "jobs = 0x" + "f" * 5000, "a" + ".a" * 5000 + " = 1"],
)  # fmt: skip
@pytest.mark.parametrize("name", [FILE, "pyproject.toml"])
def test_toml_that_cannot_be_taken_is_told_with_its_file(
    folder: Path, name: str, text: str
) -> None:
    (folder / name).write_text(f"[tool.auditor]\n{text}\n", encoding="utf-8")
    result = run("plans")
    assert (result.exit_code, f"{name}:" in result.stderr) == (2, True)


@pytest.mark.parametrize("format_", ["json:a\\u0000b", "json:plans/a.yaml"])
def test_a_report_goes_over_no_sheet_and_into_no_impossible_file(
    folder: Path, format_: str
) -> None:
    (folder / FILE).write_text(f'format = ["{format_}"]\n', encoding="utf-8")
    result = run("plans")
    assert result.exit_code == 2
    assert "internal" not in result.stderr
    assert (folder / "plans" / "a.yaml").read_text("utf-8") == CONFLICT


def test_two_reports_go_to_two_files(folder: Path) -> None:
    result = run("plans", "--format", "json:x", "--format", "sarif:./x", "--lang", "en")
    assert (result.exit_code, "two reports cannot go to one file" in result.stderr) == (2, True)
    assert not (folder / "x").exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("AUDITOR_FAIL_ONN", "auditor: AUDITOR_FAIL_ONN is no setting (did you mean AUDITOR_FAIL_ON?)\n"),
        ("AUDITOR_FAIL_ON", ""),
        ("AUDITOR_HOME_OF_ANOTHER_PROGRAM", ""),
    ],
)  # fmt: skip
def test_a_slip_in_the_name_of_a_variable_is_told(folder: Path, name: str, told: str) -> None:
    assert run("plans", "--lang", "en", **{name: "error"}).stderr == told
