"""Long work and other ways in: several processes, standard input, watching, terminals, statistics."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import cli
from auditor.home import home
from tests.sheets import CLEAN, CONFLICT
from tests.test_cli import auditor

PLANS = home() / "plans"


def many(folder: Path, number: int) -> None:
    """Write sheets that differ, every third with a conflict, and a parent of all."""
    for each in range(number):
        text = (CONFLICT if each % 3 == 0 else CLEAN).replace("plan: a", f"plan: p{each}")
        text = text.replace("area: a", f"area: p{each}\nparent: top")
        (folder / f"p{each}.yaml").write_text(text, encoding="utf-8")
    (folder / "top.yaml").write_text(CLEAN.replace(": a\n", ": top\n"), encoding="utf-8")


@pytest.mark.parametrize("form", ["console", "json"])
def test_any_number_of_processes_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    many(tmp_path, 80)
    runs = {
        auditor("check", str(tmp_path), "--jobs", jobs, "--format", form, "--show", "all").stdout
        for jobs in ("1", "2", "3")
    }
    assert len(runs) == 1
    assert runs.pop().count("TXT002") >= 27


def test_the_real_plans_give_the_same_bytes_too() -> None:
    one, two = (auditor("check", str(PLANS), "--jobs", jobs, "--format", "json") for jobs in "12")
    assert (one.stdout, one.returncode) == (two.stdout, two.returncode)


def test_a_sheet_may_come_from_standard_input(tmp_path: Path) -> None:
    result = auditor("check", "-", input_=CONFLICT)
    assert result.returncode == 1
    assert "<stdin>:9:" in result.stdout
    assert "says: 8000人" in result.stdout, "the excerpt is that of what was read"
    name = str(tmp_path / "plans" / "a.yaml")
    named = auditor("check", "-", "--stdin-filename", name, input_=CONFLICT)
    assert f"{name}:9:" in named.stdout
    assert not (tmp_path / "plans").exists()


def test_standard_input_reaches_processes_that_share_no_memory(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CLEAN, encoding="utf-8")
    program = (
        "import multiprocessing\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    from auditor.cli import cli\n"
        "    cli()\n"
    )
    (tmp_path / "spawning.py").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "spawning.py", "check", "a.yaml", "-", "--jobs", "2", "--format", "concise"],
        cwd=tmp_path, input=CONFLICT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("<stdin>:9:")


def test_a_sheet_that_cannot_be_read_ends_with_2_behind_the_report(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CONFLICT, encoding="utf-8")
    (tmp_path / "b.yaml").symlink_to("gone")
    shown = CliRunner().invoke(cli, ["check", str(tmp_path), "--lang", "zh", "--exit-zero"])
    assert shown.exit_code == 2
    assert "TXT002" in shown.stdout
    assert shown.stderr.startswith("auditor: 无法读取“")
    sarif = CliRunner().invoke(cli, ["check", str(tmp_path), "--lang", "en", "--format", "sarif"])
    (run,) = json.loads(sarif.stdout)["runs"]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    assert "b.yaml" in str(invocation["toolExecutionNotifications"])


def test_standard_input_is_read_with_what_stands_beside_its_name(tmp_path: Path) -> None:
    (tmp_path / "indicators.yaml").write_text(
        "indicators:\n  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}\n",
        encoding="utf-8",
    )
    start, end = CONFLICT.index("indicators:"), CONFLICT.index("text:")
    text = CONFLICT[:start] + CONFLICT[end:]
    name = str(tmp_path / "a.yaml")
    known = auditor("check", "-", "--stdin-filename", name, "--format", "concise", input_=text)
    assert "TXT002" in known.stdout
    assert "STR" not in known.stdout


def test_statistics_count_the_findings_of_each_rule() -> None:
    shown = CliRunner().invoke(cli, ["check", str(PLANS), "-q", "--statistics", "--lang", "en"])
    lines = shown.stdout.splitlines()
    numbers = [int(line.split()[0]) for line in lines[: lines.index("")]]
    assert numbers == sorted(numbers, reverse=True)
    assert sum(numbers) == 8 + 33 + 14


def test_only_what_weighs_enough_is_shown_and_all_is_counted() -> None:
    asked = ["check", str(PLANS), "--min-severity", "error", "--lang", "en"]
    shown = CliRunner().invoke(cli, asked).stdout
    assert shown.count("\nerror ") == 8
    assert "\nwarning " not in shown
    assert "8 errors, 33 warnings, 14 notes" in shown


def test_several_reports_are_made_in_one_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(CONFLICT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    forms = ["--format", "concise", "--format", "json:a.json", "--format", "console:a.txt"]
    result = CliRunner().invoke(cli, ["check", "a.yaml", *forms, "--color", "always"])
    assert result.exit_code == 1
    assert result.stdout.startswith("a.yaml:9:")
    assert (tmp_path / "a.json").read_text(encoding="utf-8").startswith("{")
    assert "\x1b" not in (tmp_path / "a.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        (["consle"], "did you mean 'console'?"),
        (["console", "json"], "only one report can go to standard output"),
        (["json:none/a.json"], "there is no folder 'none'"),
        (["json:."], "cannot write '.'"),
    ],
)
def test_a_report_that_cannot_be_written_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, forms: list[str], told: str
) -> None:
    (tmp_path / "a.yaml").write_text(CONFLICT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    options = [word for form in forms for word in ("--format", form)]
    result = CliRunner().invoke(cli, ["check", "a.yaml", "--lang", "en", *options])
    assert result.exit_code == 2
    assert told in result.stderr


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Return what the auditor writes when both its streams are a terminal."""
    mine, its = pty.openpty()
    clean = {key: os.environ[key] for key in os.environ if key not in ("NO_COLOR", "FORCE_COLOR")}
    with subprocess.Popen(
        [sys.executable, "-m", "auditor", *arguments],
        stdin=subprocess.DEVNULL, stdout=its, stderr=its,
        env={**clean, "LC_ALL": "C.UTF-8", **environment},
    ):  # fmt: skip
        os.close(its)
        read = b""
        while True:
            try:
                chunk = os.read(mine, 65536)
            except OSError:
                break
            if not chunk:
                break
            read += chunk
    os.close(mine)
    return read.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ([], {"TERM": "xterm"}, True),
        ([], {"TERM": "dumb"}, False),
        ([], {"TERM": "xterm", "NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        (["--color", "never"], {"TERM": "xterm"}, False),
        (["--color", "always"], {"TERM": "dumb"}, True),
        (["--color", "never"], {"TERM": "xterm", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_terminal(
    tmp_path: Path, options: list[str], environment: dict[str, str], colored: bool
) -> None:
    (tmp_path / "a.yaml").write_text(CONFLICT, encoding="utf-8")
    shown = on_a_terminal("check", str(tmp_path), *options, **environment)
    assert "TXT002" in shown
    assert ("\x1b[" in shown) is colored


def test_progress_is_shown_for_many_sheets_on_a_terminal_only(tmp_path: Path) -> None:
    many(tmp_path, 60)
    bar = "━"
    assert bar in on_a_terminal("check", str(tmp_path), TERM="xterm")
    assert bar not in on_a_terminal("check", str(tmp_path), "--quiet", TERM="xterm")
    piped = auditor("check", str(tmp_path))
    assert bar not in piped.stderr + piped.stdout


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, subprocess.Popen[str]]]:
    (tmp_path / "a.yaml").write_text(CONFLICT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "auditor", "check", str(tmp_path), "--watch",
         "--format", "concise", "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        yield tmp_path, process
        process.kill()


def put(path: Path, text: str) -> None:
    """Write a file at once: whoever watches it never sees half of it."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def until(process: subprocess.Popen[str], end: str) -> str:
    """Return what a process writes until a line has `end` in it."""
    assert process.stdout is not None
    read = ""
    while True:
        line = process.stdout.readline()
        assert line, "the process has ended"
        if end in line:
            return read
        read += line


def test_a_profile_that_is_watched_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CONFLICT, encoding="utf-8")
    profile = tmp_path / "own.yaml"
    profile.write_text("severity: {TXT002: note}\n", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "auditor", "check", str(tmp_path / "a.yaml"), "--watch",
         "--format", "concise", "--lang", "en", "--profile", str(profile)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        assert "note TXT002" in until(process, "waiting")
        put(profile, "severity: {TXT002: warning}\n")
        assert "warning TXT002" in until(process, "waiting")
        process.kill()


def test_watching_goes_on_when_something_is_amiss_for_a_moment(tmp_path: Path) -> None:
    sheet, profile = tmp_path / "a.yaml", tmp_path / "own.yaml"
    sheet.write_text(CONFLICT, encoding="utf-8")
    profile.write_text("severity: {TXT002: note}\n", encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "auditor", "check", str(sheet), "--watch",
         "--format", "concise", "--lang", "en", "--profile", str(profile)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        assert "note TXT002" in until(process, "waiting")
        put(profile, "severity: {TXT002: ")
        assert "own.yaml:1: " in until(process, "waiting")
        put(profile, "severity: {TXT002: warning}\n")
        assert "warning TXT002" in until(process, "waiting")
        sheet.rename(tmp_path / "b.yaml")
        assert "there is no file" in until(process, "waiting")
        (tmp_path / "b.yaml").rename(sheet)
        assert "warning TXT002" in until(process, "waiting")
        process.kill()


def test_a_watched_folder_is_reported_again_when_something_changes(
    watched: tuple[Path, subprocess.Popen[str]],
) -> None:
    folder, process = watched
    assert until(process, "waiting").count("TXT002") == 1
    put(folder / "a.yaml", CONFLICT.replace("8000", "9000"))
    assert until(process, "waiting") == ""
    other = CONFLICT.replace("plan: a", "plan: b").replace("area: a", "area: b")
    put(folder / "b.yaml", other)
    assert "b.yaml:9:" in until(process, "waiting")
    (folder / "b.yaml").unlink()
    assert until(process, "waiting") == ""
    process.send_signal(signal.SIGINT)
    deadline = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert process.returncode == 130
