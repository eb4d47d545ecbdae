"""`auditor rules`: the catalogue as a list."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands.common import color_option, lang_option, style_of

if TYPE_CHECKING:
    from auditor.wording import Lang


@click.command()
@lang_option
@color_option
def rules(lang: Lang, color: str) -> None:
    """List the rules. 列出全部规则。"""
    from auditor.reporters import manual

    manual.write_list(sys.stdout, style_of(lang, color))
