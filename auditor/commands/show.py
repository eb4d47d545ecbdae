"""`auditor show`: a plan as its readers see it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands.common import color_option, guarded, lang_option, style_of

if TYPE_CHECKING:
    from auditor.wording import Lang


@click.command()
@click.argument("sheet")
@lang_option
@color_option
def show(sheet: str, lang: Lang, color: str) -> None:
    """Show a SHEET as a table of its indicators. 以指标表显示一份表单。"""
    from auditor.library import Library
    from auditor.reporters import table

    plan = guarded(lambda: Library().load(sheet), lang)
    table.write(plan, sys.stdout, style_of(lang, color))
