"""`auditor show`: a plan as its readers see it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands import completing
from auditor.commands.auditing import weighed
from auditor.commands.common import (
    color_option,
    debug_option,
    failure,
    guarded,
    indicator_option,
    lang_option,
    style_of,
    tell_crashes,
    view_option,
)

if TYPE_CHECKING:
    from auditor.engine import Report
    from auditor.view.indicators import Sight
    from auditor.wording import Lang


@click.command()
@click.argument("sheet", shell_complete=completing.files)
@view_option
@indicator_option
@lang_option
@color_option
@debug_option
def show(
    sheet: str, format_: str, indicators: list[str], lang: Lang, color: str, debug: bool
) -> None:
    """Show a SHEET as its readers see it: figures, means, changes, places, findings.

    按读者所见显示一份表单：数字、年均、较基期变化、位置与问题。
    """
    from auditor.reporters import table, table_json

    seen, report = guarded(lambda: _seen(sheet, indicators), lang, debug=debug)
    style = style_of(lang, color)
    if format_ == "json":
        table_json.write(seen, sys.stdout, style)
    else:
        table.write(seen, sys.stdout, style)
    _tell_unread(seen, lang)
    tell_crashes(report, lang, debug=debug)
    sys.exit(failure(report))


def _seen(sheet: str, indicators: list[str]) -> tuple[Sight, Report]:
    """Return what a sheet states, with what an audit of it alone has found."""
    from auditor import engine
    from auditor.library import Library
    from auditor.view.indicators import sight

    plan = Library().load(sheet)
    rules, _ = weighed(None)
    report = engine.audit([sheet], rules)
    return sight(plan, report, indicators), report


def _tell_unread(seen: Sight, lang: Lang) -> None:
    """Tell on stderr what could not be read, and is therefore not shown."""
    from auditor.reporters import concise

    for finding in seen.unread:
        click.echo(concise.line(finding, lang), err=True)
