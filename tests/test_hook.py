"""The hook that pre-commit installs from the repository, tried on a folder of sheets."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from auditor.commands import init

ROOT = Path(__file__).resolve().parents[1]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SHEET = init.TEMPLATES / "start" / "en" / "plans" / "example.yaml"


def test_the_hook_checks_all_sheets_at_once() -> None:
    [hook] = HOOKS
    assert (hook["id"], hook["entry"], hook["language"]) == ("auditor", "auditor check", "python")
    assert (hook["pass_filenames"], hook["require_serial"]) == (False, True)
    assert hook["types"] == ["yaml"]


def test_the_hook_that_init_writes_is_the_same_but_for_its_installation() -> None:
    text = dict(init.planned("none", "en"))[".pre-commit-config.yaml"]
    [repo] = yaml.safe_load(text)["repos"]
    [hook] = repo["hooks"]
    [published] = HOOKS
    assert repo["repo"] == "local"
    assert {**hook, "language": "python"} == {
        key: value for key, value in published.items() if key != "description"
    }


@pytest.mark.skipif(
    importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"
)
def test_pre_commit_runs_the_hook_of_a_clone(tmp_path: Path) -> None:
    clone, team = tmp_path / "clone", tmp_path / "team"
    _committed(ROOT, clone)
    (team / "plans").mkdir(parents=True)
    shutil.copy(SHEET, team / "plans" / "clean.yaml")
    broken = SHEET.read_text(encoding="utf-8").replace("says: 1.2万人,", "says: 1.3万人,")
    (team / "plans" / "broken.yaml").write_text(
        broken.replace("plan: example", "plan: broken"), encoding="utf-8"
    )
    hooked = {
        "repo": str(clone),
        "rev": git(clone, "rev-parse", "HEAD"),
        "hooks": [{"id": "auditor"}],
    }
    (team / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hooked]}), "utf-8")
    git(team, "init", "--quiet")
    git(team, "add", "--all")
    tried = [sys.executable, "-m", "pre_commit", "run", "auditor", "--all-files"]
    settings = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        tried, cwd=team, env=settings, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "plans/broken.yaml" in done.stdout
    assert "TXT001" in done.stdout
    git(team, "rm", "--quiet", "--force", "plans/broken.yaml")
    done = subprocess.run(
        tried, cwd=team, env=settings, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _committed(source: Path, clone: Path) -> None:
    """Put what is in the working tree into a repository of its own, and commit it there."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=source, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("the sources are in no repository")
    for name in filter(None, listed.stdout.split("\0")):
        if (source / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / name, clone / name)
    git(clone, "init", "--quiet")
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--no-verify", "--message", "try")


def git(folder: Path, *arguments: str) -> str:
    """Return what git prints when it does something in a folder."""
    known = ("-c", "user.name=try", "-c", "user.email=try@example.org", "-c", "commit.gpgsign=no")
    done = subprocess.run(
        ["git", *known, *arguments],
        cwd=folder,
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return done.stdout.strip()
