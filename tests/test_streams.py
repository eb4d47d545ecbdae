"""Streams that are closed, full or left by their reader: a sentence at most, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sheets import CLEAN
from tests.test_cli import PLANS

AUDITOR = f"{sys.executable} -m auditor"


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        cwd=folder,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(Path(PLANS).parent)},
        check=False,
    )


@pytest.mark.parametrize("form", ["console", "json", "html"])
def test_a_reader_that_goes_is_no_error(tmp_path: Path, form: str) -> None:
    done = shell(f"{AUDITOR} check {PLANS} --format {form} | head -c 1; exit $PIPESTATUS", tmp_path)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("rules >&-", 0),
        ("check nowhere 2>&-", 2),
        (f"check {PLANS} >&-", 1),
        ("check - <&-", 1),
        ("figure - <&-", 0),
        ("figure --find - <&-", 0),
        ("diff - a.yaml <&-", 0),
        ("lsp <&-", 1),
        ("lsp <&- >&- 2>&-", 1),
    ],
)
def test_a_closed_stream_is_an_empty_one(tmp_path: Path, command: str, code: int) -> None:
    (tmp_path / "a.yaml").write_text(CLEAN, encoding="utf-8")
    done = shell(f"{AUDITOR} {command}", tmp_path)
    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize("command", ["check a.yaml", "rules", "figure 5", "man", "--version"])
def test_a_full_disk_is_told_in_one_line(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.yaml").write_text(CLEAN, encoding="utf-8")
    done = shell(f"{AUDITOR} {command} > /dev/full", tmp_path)
    assert (done.returncode, done.stderr) == (2, "auditor: No space left on device\n")


@pytest.mark.parametrize("command", ["", "baseline"])
def test_a_group_without_a_command_shows_its_help(tmp_path: Path, command: str) -> None:
    done = shell(f"{AUDITOR} {command}", tmp_path)
    assert f"Usage: python -m auditor {command}".rstrip() in done.stdout + done.stderr
    assert "Error" not in done.stderr


def test_a_folder_that_is_gone_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = shell(f"cd gone && rmdir ../gone && {AUDITOR} check", tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "No such file or directory" in done.stderr
