"""What a team pastes: the GitHub action, the container image, the blocks of the README."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor import __version__
from auditor.commands import init
from auditor.commands.check import check
from auditor.commands.outputs import FORMATS
from auditor.wording import Lang
from tests.test_hook import HOOKS, SHEET
from tests.test_readme import blocks, coded, first_cells, piece

ROOT = Path(__file__).resolve().parents[1]
ACTION = yaml.safe_load(
    (ROOT / ".github" / "actions" / "check" / "action.yml").read_text(encoding="utf-8")
)
INPUTS: dict[str, Any] = ACTION["inputs"]
INSTALL, CHECK = (step for step in ACTION["runs"]["steps"] if "run" in step)
DOCKER = ROOT / ".docker" / "Dockerfile"
PINNED = re.compile(r"uses: [\w/-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$", re.MULTILINE)
TYPED = ("INPUT_PATHS", "INPUT_PROFILE", "INPUT_FAIL_ON", "INPUT_FORMAT", "INPUT_SARIF")
HOSTILE = (
    "; touch caught #",
    "$(touch caught)",
    "`touch caught`",
    '"; touch caught; "',
    "' || touch caught || '",
    "x && touch caught",
    "--exit-zero",
    "*",
    "$HOME ${PATH}",
    "> caught",
)

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def environment(step: dict[str, Any], **given: str) -> dict[str, str]:
    """Return the variables of a step: its own with the defaults of the inputs, then those given."""
    own = {
        name: str(INPUTS[expression.split(".")[1].rstrip(" }")]["default"])
        for name, expression in step["env"].items()
        if "inputs." in expression
    }
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **own, **given}


def run(step: dict[str, Any], folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as a runner does."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder, env=environment(step, RUNNER_TEMP=str(folder), **given),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def program(folder: Path, name: str, script: str) -> None:
    path = folder / "auditor" / "bin" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def recorded(folder: Path, **given: str) -> list[str]:
    """Return the arguments with which the check step calls the auditor."""
    program(folder, "auditor", 'printf "%s\\0" "$@" > arguments')
    assert run(CHECK, folder, **given).returncode == 0
    return (folder / "arguments").read_text(encoding="utf-8").split("\0")[:-1]


def test_the_action_has_the_inputs_of_check() -> None:
    options = {option.lstrip("-") for each in check.params for option in each.opts}
    assert INPUTS.keys() - options == {"sarif", "version", "python-version"}
    assert INPUTS["format"]["default"] == "github"
    assert all({"description", "default"} == each.keys() for each in INPUTS.values())
    assert {"github", "markdown", "sarif"} <= set(FORMATS)


def test_no_expression_stands_in_a_script() -> None:
    """What an input holds would otherwise become part of the script that a runner executes."""
    assert ACTION["runs"]["using"] == "composite"
    for step in (INSTALL, CHECK):
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"
    handed = [value for step in (INSTALL, CHECK) for value in step["env"].values()]
    used = {name for name in INPUTS if f"${{{{ inputs.{name} }}}}" in handed}
    assert INPUTS.keys() - used == {"python-version"}


def test_no_variable_of_the_action_is_a_setting_of_the_auditor() -> None:
    assert not [name for step in (INSTALL, CHECK) for name in step["env"] if "AUDITOR" in name]


@pytest.mark.parametrize(
    "path",
    [
        ROOT / ".github" / "actions" / "check" / "action.yml",
        *sorted((init.TEMPLATES / "github").rglob("*.yml")),
    ],
)
def test_what_others_wrote_is_pinned_to_a_commit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(PINNED.findall(text)) == text.count("uses:") > 0


@needs_bash
def test_what_is_given_reaches_the_auditor(tmp_path: Path) -> None:
    assert recorded(tmp_path) == ["check", "--format=github", "--lang=en", "--"]
    assert recorded(
        tmp_path, INPUT_PATHS="plans\nmore plans\r\n\n", INPUT_PROFILE="publish",
        INPUT_FAIL_ON="note", INPUT_FORMAT="console", INPUT_SARIF="out.sarif", INPUT_LANG="zh",
        GITHUB_STEP_SUMMARY="summary.md",
    ) == [
        "check", "--format=console", "--lang=zh", "--profile=publish", "--fail-on=note",
        "--format=sarif:out.sarif", "--format=markdown:summary.md", "--", "plans", "more plans",
    ]  # fmt: skip


@needs_bash
@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("variable", TYPED)
def test_what_is_given_is_never_executed(tmp_path: Path, variable: str, hostile: str) -> None:
    arguments = recorded(tmp_path, **{variable: hostile})
    assert not (tmp_path / "caught").exists()
    options, paths = arguments[: arguments.index("--")], arguments[arguments.index("--") + 1 :]
    assert paths == ([hostile] if variable == "INPUT_PATHS" else [])
    assert sum(each.endswith(hostile) for each in options) == (variable != "INPUT_PATHS")
    assert "--exit-zero" not in options


@needs_bash
@pytest.mark.parametrize(
    "hostile", [*HOSTILE, "1.0 --index-url=x", "@ file:///tmp/x", "1;x", "1\nx"]
)
def test_a_version_is_a_version(tmp_path: Path, hostile: str) -> None:
    done = run(
        INSTALL, tmp_path, INPUT_VERSION=hostile, PYTHON="touch", GITHUB_ACTION_PATH=str(tmp_path)
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "caught").exists()


@needs_bash
@pytest.mark.parametrize(
    ("version", "wanted"),
    [("", "{here}/a/b/c/../../.."), ("0.1.0", "plan-sheet-auditor==0.1.0")],
)
def test_the_action_installs_itself_or_the_version_that_is_given(
    tmp_path: Path, version: str, wanted: str
) -> None:
    program(tmp_path, "python", 'printf "%s\\0" "$@" > arguments')
    done = run(
        INSTALL, tmp_path, INPUT_VERSION=version, PYTHON="true",
        GITHUB_ACTION_PATH=f"{tmp_path}/a/b/c",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    arguments = (tmp_path / "arguments").read_text(encoding="utf-8").split("\0")[:-1]
    assert arguments[:3] == ["-m", "pip", "install"]
    assert arguments[-1] == wanted.format(here=tmp_path)


@needs_bash
def test_the_check_of_the_action_ends_as_the_auditor_does(tmp_path: Path) -> None:
    command = shlex.join([sys.executable, "-m", "auditor"])
    program(tmp_path, "auditor", f'PYTHONPATH={shlex.quote(str(ROOT))} exec {command} "$@"')
    (tmp_path / "plans").mkdir()
    sheet = tmp_path / "plans" / "example.yaml"
    text = SHEET.read_text(encoding="utf-8")
    sheet.write_text(text, encoding="utf-8")
    summary = tmp_path / "summary.md"
    given = {"INPUT_PATHS": "plans", "GITHUB_STEP_SUMMARY": str(summary)}
    done = run(CHECK, tmp_path, **given)
    assert done.returncode == 0, done.stderr
    sheet.write_text(text.replace("says: 1.2万人,", "says: 1.3万人,"), encoding="utf-8")
    done = run(CHECK, tmp_path, **given, INPUT_SARIF="found.sarif")
    assert done.returncode == 1, done.stderr
    assert "::error file=plans/example.yaml,line=" in done.stdout
    assert "TXT001" in summary.read_text(encoding="utf-8")
    found = json.loads((tmp_path / "found.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in found["runs"][0]["results"]] == ["TXT001"]
    assert run(CHECK, tmp_path, INPUT_PATHS="none").returncode == 2


def test_nothing_that_the_wheel_is_made_of_is_kept_from_the_image() -> None:
    text = DOCKER.read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {
        "pyproject.toml", project["project"]["readme"], *project["project"]["license-files"],
        *wheel["packages"], *wheel["force-include"],
    }  # fmt: skip
    ignored = (DOCKER.parent / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert "COPY . .\n" in text
    assert {".git", ".venv"} <= set(ignored)
    assert not [name for name in needed for line in ignored if fnmatch(name.split("/")[0], line)]
    assert re.search(r"^USER \d+$", text, re.MULTILINE)
    assert 'ENTRYPOINT ["auditor"]\nCMD ["check"]\n' in text


in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])


@needs_bash
@in_both_languages
def test_the_first_finding_of_the_readme_is_found_as_it_says(tmp_path: Path, lang: Lang) -> None:
    """What comes before it, the installation, is what the tests of the wheel do."""
    [path] = [block for block in blocks(lang, "sh") if "auditor init demo" in block]
    commands = path[path.index("auditor init") :].splitlines()
    [shown] = [block for block in blocks(lang, "text") if block.startswith("plans/example.yaml")]
    command = shlex.join([sys.executable, "-m", "auditor"])
    program(tmp_path, "auditor", f'PYTHONPATH={shlex.quote(str(ROOT))} exec {command} "$@"')
    locale = {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}[lang]
    done = subprocess.run(
        ["bash", "-c", "\n".join([*commands[:-1], "exec > last", commands[-1]])],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        env={
            "PATH": f"{tmp_path}/auditor/bin{os.pathsep}{os.environ['PATH']}",
            "LANG": locale, "COLUMNS": "80", "NO_COLOR": "1",
        },
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "demo" / "last").read_text(encoding="utf-8") == shown


@in_both_languages
def test_what_the_readme_gives_to_paste_is_what_there_is(lang: Lang) -> None:
    [repo] = yaml.safe_load(piece(lang, "rev:"))["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]
    assert repo["rev"] == f"v{__version__}"
    [job] = yaml.safe_load(piece(lang, "upload-sarif"))["jobs"].values()
    [used] = [step for step in job["steps"] if "auditor" in step["uses"]]
    assert used["uses"].endswith(f"/.github/actions/check@v{__version__}")
    assert used["with"].keys() <= INPUTS.keys()
    pasted = yaml.safe_load(piece(lang, "codequality"))["plans"]
    written = yaml.safe_load(dict(init.planned("gitlab", lang))[".gitlab-ci.yml"])["plans"]
    assert pasted.pop("variables").keys() == written.pop("variables").keys()
    assert pasted == written


@pytest.mark.parametrize(
    ("lang", "inputs", "files"),
    [("en", "input | meaning", "file | what it is"), ("zh", "输入 | 含义", "文件 | 内容")],
)
def test_the_readme_tells_every_input_and_every_file(lang: Lang, inputs: str, files: str) -> None:
    assert set(coded(first_cells(lang, inputs))) == INPUTS.keys()
    assert set(coded(first_cells(lang, files))) == {
        path for path, _ in init.planned("github", lang)
    }
