"""What the two READMEs lead to exists: files, sections, pictures, commands, targets of make."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from auditor.cli import _COMMANDS, cli
from auditor.commands.outputs import FORMATS
from auditor.wording import Lang
from tests.test_readme import (
    CODED,
    READMES,
    ROOT,
    blocks,
    coded,
    first_cells,
    in_both_languages,
    prose,
)

LINKS = re.compile(r"\]\(([^)#:]+)\)")
SECTIONS = re.compile(r"\]\(#([^)]+)\)")
HEADINGS = re.compile(r"^#+ (.+)$", re.MULTILINE)
PICTURES = re.compile(r"!\[([^]]*)\]\(([^)]+)\)")
COMMAND = re.compile(r"(?:^|^\$ |\| )auditor (.+)", re.MULTILINE)


def anchor(heading: str) -> str:
    """Return the name that GitHub gives to a section."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def commands(lang: Lang) -> list[list[str]]:
    """Return the words of every command of the auditor that a reader may paste."""
    shown = [*blocks(lang, "sh"), *blocks(lang, "console"), *CODED.findall(prose(lang))]
    return [
        shlex.split(re.split(" [|>] ", command)[0], comments=True)
        for text in shown
        for command in COMMAND.findall(text)
    ]


@in_both_languages
def test_every_file_that_is_linked_to_exists(lang: Lang) -> None:
    for link in LINKS.findall(READMES[lang]):
        assert (ROOT / link).is_file()


@in_both_languages
def test_every_section_that_is_linked_to_exists(lang: Lang) -> None:
    linked = SECTIONS.findall(READMES[lang])
    assert linked
    assert {*linked} <= {anchor(heading) for heading in HEADINGS.findall(prose(lang))}


@in_both_languages
def test_both_reports_are_pictured_in_the_language_and_told_in_words(lang: Lang) -> None:
    shown = PICTURES.findall(READMES[lang])
    assert {re.split(r"\W", Path(path).name)[0] for _, path in shown} == {"console", "report"}
    for told, path in shown:
        assert path.endswith(f".{lang}.png")
        assert len(told) > 40


@in_both_languages
def test_every_command_is_told_and_has_the_options_that_are_told(lang: Lang) -> None:
    told = set()
    for words in commands(lang):
        command: click.Command = cli
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            told.add(words[0])
            found = command.get_command(click.Context(command), words[0])
            assert found is not None, words
            command, words = found, words[1:]
        known = {option for each in command.params for option in each.opts}
        assert {word for word in words if word.startswith("-")} - {"-", "--help"} <= known, words
    assert {*_COMMANDS} <= told


@pytest.mark.parametrize(("lang", "head"), [("en", "form | for"), ("zh", "形式 | 用于")])
def test_every_form_of_the_report_is_told(lang: Lang, head: str) -> None:
    assert sorted(coded(first_cells(lang, head))) == sorted(FORMATS)


@in_both_languages
def test_every_target_of_make_that_is_told_is_one(lang: Lang) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = " ".join(re.findall(r"`make ([a-z ]+)`", prose(lang))).split()
    assert {"audit", "test", "check", "screenshots", "study"} <= {*told}
    assert {*told} <= {*re.findall(r"^([a-z]+):", makefile, re.MULTILINE)}
