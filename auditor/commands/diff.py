"""`auditor diff`: two versions of a sheet."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from auditor.commands import completing
from auditor.commands.auditing import weighed
from auditor.commands.common import (
    CLEAN,
    FINDINGS,
    color_option,
    failure,
    guarded,
    lang_option,
    profile_option,
    style_of,
    tell_crashes,
)

if TYPE_CHECKING:
    from auditor.engine import Report
    from auditor.finding import Severity
    from auditor.view.changes import Changes
    from auditor.wording import Lang

_STDIN = "<stdin>"


@click.command()
@click.argument("old", shell_complete=completing.files)
@click.argument("new", shell_complete=completing.files)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text",
    help="Text, or one JSON object. 文字或 JSON。",
)  # fmt: skip
@profile_option
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "note", "never"]),
    help="Least severity of a new finding that ends with exit code 1. 新问题达到该级别即以 1 退出。",
)  # fmt: skip
@lang_option
@color_option
def diff(
    old: str,
    new: str,
    format_: str,
    profile: str | None,
    fail_on: str | None,
    lang: Lang,
    color: str,
) -> None:
    """Compare OLD and NEW, two versions of a sheet; `-` reads one from standard input.

    比较一份表单的新旧两版 OLD 与 NEW；`-` 表示从标准输入读取其中一版。
    """
    from auditor.reporters import changes

    found, gate, reports = guarded(lambda: _compared(old, new, profile, fail_on), lang)
    write = changes.write_json if format_ == "json" else changes.write
    write(found, sys.stdout, style_of(lang, color))
    for report in reports:
        tell_crashes(report, lang)
    wrong = max(map(failure, reports))
    sys.exit(wrong or (FINDINGS if found.reaches(gate) else CLEAN))


def _compared(
    old: str, new: str, named: str | None, fail_on: str | None
) -> tuple[Changes, Severity | None, list[Report]]:
    """Return what has changed, the severity that is too much, and the report on each version."""
    from auditor import engine, files
    from auditor.library import Library
    from auditor.view.changes import changes

    rules, gate = weighed(named, fail_on)
    # Standing beside the other version, what is read has the same catalogue and the same parent.
    other = new if old == "-" else old
    read = os.path.join(os.path.dirname(other), _STDIN)
    contents = {read: sys.stdin.buffer.read()} if "-" in (old, new) else {}
    paths = [read if path == "-" else path for path in (old, new)]
    with files.holding(contents):
        before, after = (Library().load(path) for path in paths)
        reports = [engine.audit([path], rules) for path in paths]
    return changes(before, after, *reports), gate, reports
