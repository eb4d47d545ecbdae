"""The manual page is made of the commands, and the programs that show such pages accept it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from auditor.cli import cli
from auditor.commands import man
from auditor.wording import Lang
from tests.test_languages import CHINESE, commands

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])


@pytest.fixture(autouse=True)
def _the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")


def page(lang: Lang) -> str:
    return "".join(f"{line}\n" for line in man.page(cli, lang))


def plain(text: str) -> str:
    """Return the text of a page with what roff means nothing by taken out."""
    bare = re.sub(r"\\f[BR]|\\[:&]", "", text)
    return re.sub(r"\s+", " ", bare.replace(r"\-", "-").replace(r"\(aq", "'"))


@in_both_languages
def test_every_command_and_option_is_on_the_page(lang: Lang) -> None:
    shown = plain(page(lang))
    for name, command in commands(cli):
        assert name in shown
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                assert all(each in shown for each in option.opts), (name, option.opts)


def test_a_page_is_in_one_language() -> None:
    assert not CHINESE.search(page("en"))
    told = [line for line in page("zh").splitlines() if re.match(r"[A-Z][a-z]+ [a-z]", line)]
    assert told == []
    for name, command in commands(cli):
        half = man._half(command.help, "en")
        assert half, name
        assert not CHINESE.search(half)


def test_the_same_page_is_written_again() -> None:
    assert page("en") == page("en")
    assert page("en").startswith('.TH AUDITOR 1 "2026-01-01" ')


@pytest.mark.parametrize("epoch", ["9" * 20, "²³", "x", ""])
def test_a_day_that_is_none_is_today(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert re.match(r'\.TH AUDITOR 1 "20\d\d-', page("en"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (".TH is no request", r"\&.TH is no request"),
        (r"back\slash and -hyphen", r"back\eslash and \-hyphen"),
        ('it\'s “quoted” "here"', r"it\(aqs “quoted” \(dqhere\(dq"),
        ("say `auditor man`", r"say \fBauditor man\fR"),
        ("中文可断行。", r"中\:文\:可\:断\:行。"),
    ],
)
def test_what_roff_would_obey_is_text(text: str, expected: str) -> None:
    assert man._told(text) == expected


@in_both_languages
@pytest.mark.parametrize(
    "command",
    [
        ["groff", "-K", "utf8", "-man", "-T", "utf8", "-w", "w"],
        ["mandoc", "-T", "lint", "-W", "warning"],
    ],
    ids=lambda command: command[0],
)
def test_the_page_is_shown_without_a_warning(
    tmp_path: Path, lang: Lang, command: list[str]
) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    path = tmp_path / "auditor.1"
    path.write_text(page(lang), encoding="utf-8")
    done = subprocess.run(
        [*command, path], capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    bold = re.compile(".\b")  # struck over itself
    assert ("auditor check" in bold.sub("", done.stdout)) == (command[0] == "groff")
    assert bool(done.stdout) == (command[0] == "groff")
