"""What the shells offer, asked through the scripts that they are given."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from auditor import catalogue, profile
from auditor.cli import _COMMANDS
from auditor.commands.outputs import FORMATS

ROOT = Path(__file__).resolve().parents[1]
CODES = [rule.code for rule in catalogue.rules()]
SHELLS = ("bash", "zsh", "fish")
# A shell of its own for each question: the script is read, its function called on the words.
ASK = {
    "bash": """
        source ./completion.bash
        compopt() { kind=$2; }
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _auditor_completion auditor
        printf '%s\\n' "${COMPREPLY[@]}" ${kind:+"<$kind>"}
    """,
    "zsh": """
        compdef() { }
        source ./completion.zsh
        compadd() { print -l -- "${(P@)@[-1]}"; }
        _describe() { print -l -- "${(P@)@[-2]}"; }
        words=("$@") CURRENT=$#
        _auditor_completion
    """,
    "fish": """
        source ./completion.fish
        complete --do-complete (string join -- ' ' $argv)
    """,
}
START = {
    "bash": ["bash", "--norc", "-c", ASK["bash"], "bash"],
    "zsh": ["zsh", "-f", "-c", ASK["zsh"], "zsh"],
    "fish": ["fish", "--no-config", "-c", ASK["fish"]],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the scripts, and with an `auditor` that is found before any other."""
    made = tmp_path_factory.mktemp("completion")
    program = made / "auditor"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from auditor.cli import main\nmain()\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    for shell in SHELLS:
        done = asked(made, [program, "completion", shell])
        (made / f"completion.{shell}").write_text(done, encoding="utf-8")
    return made


def asked(folder: Path, command: list[str | Path], **more: str) -> str:
    """Return what a command prints in the folder; it has nothing to complain of."""
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, cwd=folder,
        env={"PATH": path, "HOME": str(folder / "home"), "LC_ALL": "C.UTF-8", **more},
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def needed(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")


def offers(folder: Path, shell: str, *words: str) -> list[str]:
    """Return what a shell offers for the last word, descriptions left out."""
    needed(shell)
    lines = asked(folder, [*START[shell], "auditor", *words]).splitlines()
    return [re.split(r"[\t:]", line)[0] for line in lines if line]


in_each_shell = pytest.mark.parametrize("shell", SHELLS)


@in_each_shell
def test_a_shell_takes_its_script_without_complaint(folder: Path, shell: str) -> None:
    needed(shell)
    assert asked(folder, [shell, "-n", f"completion.{shell}"]) == ""


@in_each_shell
def test_commands_are_completed(folder: Path, shell: str) -> None:
    assert set(offers(folder, shell, "")) == set(_COMMANDS)
    assert offers(folder, shell, "expl") == ["explain"]


@in_each_shell
def test_options_and_their_choices_are_completed(folder: Path, shell: str) -> None:
    assert offers(folder, shell, "check", "--sel") == ["--select"]
    assert offers(folder, shell, "check", "--fail-on", "w") == ["warning"]
    assert set(offers(folder, shell, "check", "--format", "")) == set(FORMATS)
    assert set(offers(folder, shell, "check", "--profile", "")) == set(profile.names())
    assert set(offers(folder, shell, "completion", "")) == set(SHELLS)


@in_each_shell
def test_rules_are_completed_by_code_and_by_name(folder: Path, shell: str) -> None:
    assert set(offers(folder, shell, "explain", "")) == set(CODES)
    assert set(offers(folder, shell, "explain", "SUM")) == {c for c in CODES if c[:3] == "SUM"}
    assert offers(folder, shell, "explain", "text-against-ta") == ["text-against-table"]


@in_each_shell
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_selectors_are_families_and_rules(folder: Path, shell: str, option: str) -> None:
    found = offers(folder, shell, "check", option, "SU")
    assert {"SUM", "SUP", "SUM001"} <= set(found)
    assert all(each.startswith("SU") for each in found)


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_last_of_several_selectors_is_completed(folder: Path, shell: str) -> None:
    found = offers(folder, shell, "check", "--select", "SUM,TXT00")
    assert found == [f"SUM,{code}" for code in CODES if code.startswith("TXT00")]


def test_files_and_folders_are_left_to_the_shell(folder: Path) -> None:
    assert offers(folder, "bash", "check", "pl") == ["<default>"]
    assert offers(folder, "bash", "show", "pl") == ["<default>"]
    assert offers(folder, "bash", "check", "--sources", "do") == ["<dirnames>"]
    assert offers(folder, "bash", "check", "--profile", "./") == ["<default>"]


def test_the_titles_of_rules_are_in_the_language_of_the_locale(folder: Path) -> None:
    begun = {"COMP_WORDS": "auditor explain TXT001", "COMP_CWORD": "2"}
    for locale, title in (
        ("C.UTF-8", catalogue.find("TXT001").title["en"]),
        ("zh_CN.UTF-8", catalogue.find("TXT001").title["zh"]),
    ):
        told = asked(
            folder, [folder / "auditor"], _AUDITOR_COMPLETE="zsh_complete", LC_ALL=locale, **begun
        )
        assert told.splitlines() == ["plain", "TXT001", title]


def test_a_faulty_configuration_does_not_disturb(folder: Path) -> None:
    faulty = folder / "auditor.toml"
    faulty.write_text("nonsense = 1\n", encoding="utf-8")
    try:
        assert offers(folder, "bash", "check", "--sel") == ["--select"]
    finally:
        faulty.unlink()
