"""`auditor check`: sheets in, report and exit code out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import click

from auditor.commands.common import (
    CLEAN,
    FINDINGS,
    INTERNAL,
    color_option,
    guarded,
    lang_option,
    profile_option,
    split,
    style_of,
    tell_crashes,
)

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.engine import Report
    from auditor.finding import Severity
    from auditor.wording import Lang

_SEVERITIES: Final = ("error", "warning", "note", "never")


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format", "format_", type=click.Choice(["console", "concise", "json"]), default="console",
    help="Form of the report. 报告形式。",
)  # fmt: skip
@profile_option
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES),
    help="Least severity that ends with exit code 1. 达到该级别即以 1 退出。",
)  # fmt: skip
@click.option(
    "--select", multiple=True, callback=split, help="Only these rules or families. 只用这些规则。"
)
@click.option(
    "--ignore", multiple=True, callback=split, help="Not these rules or families. 不用这些规则。"
)
@lang_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="Only the summary. 只输出小结。")
@click.option(
    "-v", "--verbose", is_flag=True, help="Also what could not be compared. 并列出未能比对之处。"
)
@click.option(
    "--show", type=click.Choice(["rounding", "all"]),
    help="Also what holds only by rounding, or all that holds. 列出仅因舍入成立的比对或全部比对。",
)  # fmt: skip
@click.option(
    "--sources", metavar="DIR", default="",
    help="Folder of the source documents. 原文所在文件夹。",
)  # fmt: skip
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day that decides what has expired. 判断豁免是否过期的日期。",
)  # fmt: skip
@click.option(
    "--allow-empty", is_flag=True, help="Nothing to check is no fault. 允许没有可检查的内容。"
)
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever is found. 有发现也以 0 退出。")
@click.option(
    "--debug", is_flag=True, help="Show tracebacks of internal errors. 显示内部错误的调用栈。"
)
def check(
    paths: tuple[str, ...],
    format_: str,
    profile: str | None,
    fail_on: str | None,
    select: list[str],
    ignore: list[str],
    lang: Lang,
    color: str,
    quiet: bool,
    verbose: bool,
    show: str | None,
    sources: str,
    today: datetime | None,
    allow_empty: bool,
    exit_zero: bool,
    debug: bool,
) -> None:
    """Check the sheets at PATHS, files or folders (default: this folder).

    检查 PATHS 处的表单（文件或文件夹，默认为当前文件夹）。
    """
    from auditor import catalogue, engine
    from auditor import profile as profiles
    from auditor.finding import Severity
    from auditor.reporters import reporter

    if sources and not os.path.isdir(sources):
        raise click.BadParameter(f"no folder {sources!r}", param_hint="--sources")
    day = today.date() if today else None
    telling = not quiet and format_ in ("console", "json")
    wanted = engine.Wanted(allow_empty, sources, bool(show), telling, day)

    def run() -> tuple[Report, Severity | None]:
        chosen = profiles.load(profile or profiles.DEFAULT)
        rules = chosen.over(catalogue.select(select, ignore))
        gate = chosen.fail_on
        if fail_on:
            gate = None if fail_on == "never" else Severity[fail_on.upper()]
        return engine.audit(paths or (".",), rules, wanted), gate

    report, gate = guarded(run, lang, debug=debug)
    style = style_of(lang, color, quiet=quiet, verbose=verbose, show=show or "")
    reporter(format_)(report, sys.stdout, style)
    if report.crashes:
        tell_crashes(report, lang, debug=debug)
        sys.exit(INTERNAL)
    sys.exit(FINDINGS if report.reaches(gate) and not exit_zero else CLEAN)
