"""`auditor show`: a plan as its readers see it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands import completing
from auditor.commands.common import (
    INTERNAL,
    color_option,
    guarded,
    lang_option,
    split,
    style_of,
    tell_crashes,
)

if TYPE_CHECKING:
    from auditor.engine import Report
    from auditor.view.indicators import Sight
    from auditor.wording import Lang


@click.command()
@click.argument("sheet", shell_complete=completing.files)
@click.option(
    "--format", "format_", type=click.Choice(["table", "json"]), default="table",
    help="A table, or one JSON object. 表格或 JSON。",
)  # fmt: skip
@click.option(
    "--indicator", "indicators", metavar="ID", multiple=True, callback=split,
    help="Only this indicator; may be repeated. 只显示该指标，可多次使用。",
)  # fmt: skip
@lang_option
@color_option
@click.option(
    "--debug", is_flag=True, help="Show tracebacks of internal errors. 显示内部错误的调用栈。"
)
def show(
    sheet: str, format_: str, indicators: list[str], lang: Lang, color: str, debug: bool
) -> None:
    """Show a SHEET as its readers see it: figures, means, changes, places, findings.

    按读者所见显示一份表单：数字、年均、较基期变化、位置与发现。
    """
    from auditor.reporters import table, table_json

    seen, report = guarded(lambda: _seen(sheet, indicators), lang, debug=debug)
    style = style_of(lang, color)
    if format_ == "json":
        table_json.write(seen, sys.stdout, style)
    else:
        table.write(seen, sys.stdout, style)
    _tell_unread(seen, lang)
    if report.crashes:
        tell_crashes(report, lang, debug=debug)
        sys.exit(INTERNAL)


def _seen(sheet: str, indicators: list[str]) -> tuple[Sight, Report]:
    """Return what a sheet states, with what an audit of it alone has found."""
    from auditor import catalogue, engine
    from auditor import profile as profiles
    from auditor.library import Library
    from auditor.view.indicators import sight

    plan = Library().load(sheet)
    rules = profiles.load(profiles.DEFAULT).over(catalogue.select([], []))
    report = engine.audit([sheet], rules)
    return sight(plan, report, indicators), report


def _tell_unread(seen: Sight, lang: Lang) -> None:
    """Tell on stderr what could not be read, and is therefore not shown."""
    from auditor.reporters import concise

    for finding in seen.unread:
        click.echo(concise.line(finding, lang), err=True)
