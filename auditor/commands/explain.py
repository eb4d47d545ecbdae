"""`auditor explain`: one rule of the catalogue."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands.common import color_option, guarded, lang_option, style_of

if TYPE_CHECKING:
    from auditor.wording import Lang


@click.command()
@click.argument("rule")
@lang_option
@color_option
def explain(rule: str, lang: Lang, color: str) -> None:
    """Explain a RULE, given its code or name. 解释一条规则（代码或名称）。"""
    from auditor import catalogue
    from auditor.reporters import manual

    found = guarded(lambda: catalogue.find(rule), lang)
    manual.write_page(found, sys.stdout, style_of(lang, color))
