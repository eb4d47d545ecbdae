"""`auditor check`: sheets in, report and exit code out."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import click

from auditor.commands import outputs
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
from auditor.wording import both, quote

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.engine import Report
    from auditor.finding import Severity
    from auditor.wording import Lang

_SEVERITIES: Final = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for, after the environment and the configuration."""

    paths: tuple[str, ...]
    format_: tuple[outputs.Output, ...]
    profile: str | None
    fail_on: str | None
    min_severity: str
    select: list[str]
    ignore: list[str]
    lang: Lang
    color: str
    quiet: bool
    verbose: bool
    show: str | None
    sources: str
    today: datetime | None
    allow_empty: bool
    exit_zero: bool
    debug: bool


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format", "format_", type=outputs.OutputType(), multiple=True, callback=outputs.single,
    help="Form of the report; with a file, it goes there. May be repeated. 报告形式，可写明输出文件，可重复。",
)  # fmt: skip
@profile_option
@click.option(
    "--fail-on", type=click.Choice([*_SEVERITIES, "never"]),
    help="Least severity that ends with exit code 1. 达到该级别即以 1 退出。",
)  # fmt: skip
@click.option(
    "--min-severity", type=click.Choice(_SEVERITIES), default="note",
    help="Least severity that is shown. 只列出达到该级别的问题。",
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
def check(**given: Any) -> None:
    """Check the sheets at PATHS, files or folders (default: this folder).

    检查 PATHS 处的表单（文件或文件夹，默认为当前文件夹）。
    """
    from auditor.finding import Severity

    asked = Asked(**given)
    if asked.sources and not os.path.isdir(asked.sources):
        told = both(
            en=f"there is no folder {quote(asked.sources)!r}",
            zh=f"没有文件夹“{quote(asked.sources)}”",
        )
        raise click.BadParameter(told, param_hint="--sources")

    def run() -> Report:
        report, gate = _audited(asked)
        found = report.reaches(gate) and not asked.exit_zero
        code = INTERNAL if report.crashes else FINDINGS if found else CLEAN
        report = replace(report, exit_code=code)
        style = replace(
            style_of(asked.lang, asked.color, quiet=asked.quiet, verbose=asked.verbose),
            show=asked.show or "",
            least=Severity[asked.min_severity.upper()],
        )
        outputs.write(report, asked.format_, style)
        return report

    report = guarded(run, asked.lang, debug=asked.debug)
    if report.crashes:
        tell_crashes(report, asked.lang, debug=asked.debug)
    sys.exit(report.exit_code)


def _audited(asked: Asked) -> tuple[Report, Severity | None]:
    """Return the report on what is asked for, and the severity that is too much."""
    from auditor import catalogue, engine, profile
    from auditor.finding import Severity

    chosen = profile.load(asked.profile or profile.DEFAULT)
    gate = chosen.fail_on
    if asked.fail_on:
        gate = None if asked.fail_on == "never" else Severity[asked.fail_on.upper()]
    wanted = engine.Wanted(
        allow_empty=asked.allow_empty,
        sources=asked.sources,
        held=bool(asked.show),
        mends=outputs.telling(asked.format_, quiet=asked.quiet),
        today=asked.today.date() if asked.today else None,
    )
    rules = chosen.over(catalogue.select(asked.select, asked.ignore))
    return engine.audit(asked.paths or (".",), rules, wanted), gate
