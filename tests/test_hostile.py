"""Names, keys and values that would break out of a report: every form keeps them text."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from auditor.cli import cli
from auditor.commands.outputs import FORMATS
from auditor.engine import Crash, Report
from auditor.schema.report import report_schema
from auditor.wording import Lang
from tests import reports
from tests.hostile import NAMES, UNSAFE, file_name, written
from tests.sheets import CLEAN, CONFLICT
from tests.test_github import command, older_command
from tests.test_junit import schema as junit_schema
from tests.test_markdown import headings, kinds, rendered, rows
from tests.test_sarif import validator as sarif_validator

TAGS = ("<script>alert", "<img src=x", "<x/>")
# Forms in which no tag means anything.
NO_MARKUP = {"console", "concise", "json", "jsonl", "sarif", "github", "gitlab"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@cache
def audited(folder: Path, text: str) -> Report:
    """Return the report on a sheet full of a text, as if rules had failed with it as well."""
    os.chdir(folder)
    name = written(folder, text)
    report = reports.report_on(name)
    assert len(report.standing) >= 3
    crashes = (Crash("TXT001", name, ValueError(text)), Crash("ROL001", "", KeyError(text)))
    return replace(report, crashes=crashes, exit_code=3)


def console(text: str, report: Report) -> None:
    """All is on lines that a terminal shows; nothing of it is left out or styled."""
    assert text


def github(text: str, report: Report) -> None:
    *lines, last = text.splitlines()
    found = [command(line) for line in lines]
    assert len(found) == len(report.standing)
    for each in found:
        assert each is not None
        assert each.name in ("error", "warning", "notice")
        assert each.properties["title"].split()[0] in {rule.code for rule in report.rules}
        assert set(each.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
    assert command(last) is None


def jsonl(text: str, report: Report) -> None:
    told = [json.loads(line) for line in text.split("\n")[:-1]]
    assert [each["type"] for each in told].count("finding") == len(report.findings)
    assert told[-1]["type"] == "summary"


def json_(text: str, report: Report) -> None:
    told = json.loads(text)
    assert list(Draft202012Validator(report_schema()).iter_errors(told)) == []
    assert [each["path"] for each in told["findings"]] == [each.path for each in report.findings]


def sarif(text: str, report: Report) -> None:
    log = json.loads(text)
    assert list(sarif_validator().iter_errors(log)) == []
    for result in log["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uri"].isascii()
        assert not set(place["uri"]) & set(":\\<>\"' \n[]{}#?")
        assert "](" not in result["message"]["text"]


def gitlab(text: str, report: Report) -> None:
    assert len(json.loads(text)) == len(report.standing)


def junit(text: str, report: Report) -> None:
    root = ET.fromstring(text)
    junit_schema().validate(root)
    assert len(root) == 2
    assert len(list(root.iter("testcase"))) == len(report.rules) + 1


def markdown(text: str, report: Report) -> None:
    assert len(headings(text)) == 2
    assert {len(row) for row in rows(text)} == {5}
    assert len(rows(text)) == len(report.standing) + 1
    blocks = {"html_block", "html_inline", "link_open", "image", "fence", "code_block", "s_open"}
    assert not kinds(text) & blocks


KEPT: dict[str, Callable[[str, Report], None]] = {
    "github": github,
    "jsonl": jsonl,
    "json": json_,
    "sarif": sarif,
    "gitlab": gitlab,
    "junit": junit,
    "markdown": markdown,
}


@pytest.mark.parametrize("number", range(len(NAMES)), ids=lambda number: ascii(NAMES[number][:24]))
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_breaks_out(
    format: str, number: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = audited(folder, NAMES[number])
    monkeypatch.chdir(folder)
    lang: Lang = "zh" if number % 2 else "en"
    told = reports.printed(report, format, lang=lang, show="all", verbose=True, width=100)
    assert UNSAFE.search(told) is None
    assert told.encode("utf-8")
    for line in told.splitlines():
        assert older_command(line) is None
        assert command(line) is None or format == "github"
    if format not in NO_MARKUP:
        assert not any(tag in (rendered(told) if format == "markdown" else told) for tag in TAGS)
    KEPT.get(format, console)(told, report)


@pytest.mark.parametrize("text", ["[/red]", "[bold]x[/bold]", ":smile:", "{0}", "%(x)s", "<x>"])
@pytest.mark.parametrize("format", ["console", "concise", "json", "jsonl"])
def test_what_is_harmless_is_told_as_it_is(
    format: str, text: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = audited(folder, text)
    monkeypatch.chdir(folder)
    told = reports.printed(report, format, width=100)
    assert file_name(text) in told
    assert f"{text}: " in told or f'"{text}"' in told


@pytest.mark.parametrize("text", ["::error::x", "  ::stop-commands::x", "##[error]x"])
def test_a_file_name_is_no_command_for_whoever_shows_the_log(
    text: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = audited(folder, text)
    monkeypatch.chdir(folder)
    assert file_name(text) not in reports.printed(report, "concise")
    found = json.loads(reports.printed(report, "json"))
    assert {each["path"] for each in found["findings"]} == {file_name(text)}


@pytest.mark.parametrize(
    "arguments", [["check", ".", "--show-files"], ["check", "--show-settings", "--baseline", "##vso[a]b"]]
)  # fmt: skip
def test_the_lists_of_files_and_settings_hold_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("::error::f.yaml", "##vso[x]y.yaml"):
        Path(name).write_text(CLEAN, encoding="utf-8")
    shown = CliRunner().invoke(cli, arguments)
    assert "vso" in shown.stdout
    assert not re.search(r"^::|##(vso)?\[", shown.stdout, re.MULTILINE)


def test_a_file_without_end_is_shown_as_far_as_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "z.yaml").symlink_to("/dev/zero")
    shown = CliRunner().invoke(cli, ["check", str(tmp_path), "--lang", "en"])
    assert (shown.exit_code, "SYN012" in shown.stdout) == (1, True)


def test_a_carriage_return_alone_ends_a_line_of_an_excerpt(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(CONFLICT.replace("\n", "\r").encode())
    shown = CliRunner().invoke(cli, ["check", str(path), "--lang", "en", "--color", "never"]).stdout
    assert re.search(r"  9 \| .* says: 8000人, basis: cumulative\}\n", shown)
