"""Every sentence that a user may read stands in English and in Chinese, and both say as much."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from auditor.cli import cli
from auditor.home import home

ROOT = home()
CODE = sorted([*(ROOT / "auditor").rglob("*.py"), *(ROOT / "rules").glob("*.py")])
# What figures are made of, in whatever language they are printed: words to be read, not to be told.
READ = ROOT / "auditor" / "figure" / "words"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SENTENCE = re.compile(r"[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}")
PLACEHOLDER = re.compile(r"\{([a-z_]+)(?:![rs])?\}")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]")
# What a sheet or an editor would write: `says: 30家, unit: 家`, `行:列`.
QUOTED = re.compile(r"says: [^）]*|行:列")
# Three words in a row that are no sentence: a choice of a sheet, a style of rich, phrases of plans.
NO_SENTENCES = {"text and table", "not bold default", "no less than", "no more than"}


class Pair(NamedTuple):
    """A wording as the source has it: its literal parts in each language, None where one lacks."""

    where: str
    en: str | None
    zh: str | None


def literal(node: ast.expr | None) -> str | None:
    """Return the text of a string, of an f-string each field as {name}; None of what is computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(literal(part) or "{}" for part in node.values)
    return None


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def paired(node: ast.AST) -> dict[str, ast.expr]:
    """Return what a dict display or a call holds under `en` and `zh`."""
    if isinstance(node, ast.Dict):
        keys = [literal(key) for key in node.keys]
        return {
            key: value for key, value in zip(keys, node.values, strict=True) if key in LANGUAGES
        }
    if isinstance(node, ast.Call):
        return {word.arg: word.value for word in node.keywords if word.arg in LANGUAGES}
    return {}


LANGUAGES = ("en", "zh")


def pairs() -> Iterator[Pair]:
    for path in CODE:
        for node in ast.walk(tree(path)):
            found = paired(node)
            if found:
                where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
                told = {lang: literal(found.get(lang)) for lang in LANGUAGES}
                lacks = {
                    lang: None if lang not in found else told[lang] or "" for lang in LANGUAGES
                }
                if any(told.values()) or None in lacks.values():
                    yield Pair(where, lacks["en"], lacks["zh"])


PAIRS = list(pairs())


def test_there_are_sentences_to_look_at() -> None:
    assert len(PAIRS) > 600


def test_no_sentence_lacks_a_language() -> None:
    assert [each for each in PAIRS if each.en is None or each.zh is None] == []


def test_what_is_written_in_english_is_written_in_chinese() -> None:
    assert [each for each in PAIRS if each.en and SENTENCE.search(each.en) and not each.zh] == []
    assert [
        each
        for each in PAIRS
        if each.en and each.zh and SENTENCE.search(each.en) and not CHINESE.search(each.zh)
    ] == []


def test_both_languages_tell_the_same_facts() -> None:
    unlike = [
        each
        for each in PAIRS
        if each.en
        and each.zh
        and set(PLACEHOLDER.findall(each.en)) != set(PLACEHOLDER.findall(each.zh))
    ]
    assert unlike == []


def test_chinese_has_its_own_punctuation() -> None:
    told = [(each.where, QUOTED.sub("", each.zh)) for each in PAIRS if each.zh]
    assert [(where, text) for where, text in told if HALF_WIDTH.search(text)] == []


DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def quiet(path: Path) -> set[int]:
    """Return the strings of a module that no user reads, or that stand in a pair."""
    found: set[int] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node):
            found.add(id(node.body[0].value))  # type: ignore[attr-defined]
        for value in paired(node).values():
            found |= {id(inner) for inner in ast.walk(value)}
        if isinstance(node, ast.Dict):
            found |= {id(key) for key in node.keys}
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in (
            "GOOD", "BAD", "REFERENCES", "DOCUMENT",
        ):  # fmt: skip
            found |= {id(inner) for inner in ast.walk(node.value)}
    return found


def test_no_sentence_stands_outside_a_pair() -> None:
    """Whatever reads like an English sentence has its Chinese one beside it."""
    alone = []
    for path in CODE:
        skipped = quiet(path)
        for node in ast.walk(tree(path)) if READ not in path.parents else ():
            if not isinstance(node, ast.Constant | ast.JoinedStr) or id(node) in skipped:
                continue
            text = literal(node) or ""
            told = text.strip() in NO_SENTENCES or CHINESE.search(text)
            if SENTENCE.search(text) and not told:
                alone.append(f"{path.relative_to(ROOT)}:{node.lineno} {text[:80]!r}")
    assert alone == []


def commands(command: click.Command, name: str = "auditor") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            inner = command.get_command(context, each)
            assert inner is not None
            yield from commands(inner, f"{name} {each}")


HELP = [
    (f"{name} {option.opts[0]}", option.help or "")
    for name, command in commands(cli)
    for option in command.params
    if isinstance(option, click.Option) and option.name != "version"
] + [(name, command.help or "") for name, command in commands(cli)]


@pytest.mark.parametrize(("option", "text"), HELP, ids=lambda value: str(value)[:24])
def test_the_help_of_every_command_and_option_is_in_both_languages(option: str, text: str) -> None:
    assert SENTENCE.search(text) or re.match(r"[A-Z][a-z]+\b", text), option
    assert CHINESE.search(text), option
    english, chinese = re.split(r"(?<=[.:`])\s+(?=[^A-Za-z]*[\u4e00-\u9fff])", text, maxsplit=1)
    assert not CHINESE.search(english)
    assert chinese.rstrip().endswith("。")
