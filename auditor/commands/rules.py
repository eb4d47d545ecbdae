"""`auditor rules`: the catalogue, as a list or as one document."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands import completing
from auditor.commands.common import color_option, guarded, lang_option, style_of

if TYPE_CHECKING:
    from auditor.wording import Lang


@click.command()
@click.argument("selectors", nargs=-1, shell_complete=completing.selector)
@click.option(
    "--format", "format_", type=click.Choice(["table", "markdown"]), default="table",
    help="A table, or every rule's page as one document. 表格，或汇编全部规则说明的文档。",
)  # fmt: skip
@lang_option
@color_option
def rules(selectors: tuple[str, ...], format_: str, lang: Lang, color: str) -> None:
    """List the rules, or those that SELECTORS match: codes, names, families.

    列出全部规则，或 SELECTORS（代码、名称、类别）所指的规则。
    """
    from auditor import catalogue
    from auditor.reporters import handbook, manual

    found = guarded(lambda: catalogue.select(selectors, (), preview=True), lang)
    write = manual.write_list if format_ == "table" else handbook.write_all
    write(found, sys.stdout, style_of(lang, color))
