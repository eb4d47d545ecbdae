"""`auditor explain`: one rule of the catalogue."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands.common import color_option, guarded, lang_option, profile_option, style_of

if TYPE_CHECKING:
    from auditor.rule import Rule
    from auditor.wording import Lang, Wording


@click.command()
@click.argument("rule")
@click.option(
    "--format", "format_", type=click.Choice(["text", "markdown", "json"]), default="text",
    help="Form of the page. 页面形式。",
)  # fmt: skip
@profile_option
@lang_option
@color_option
def explain(rule: str, format_: str, profile: str | None, lang: Lang, color: str) -> None:
    """Explain a RULE, given its code or name.

    解释一条规则（代码或名称）。
    """
    from auditor import catalogue
    from auditor import profile as profiles
    from auditor.reporters import handbook, manual

    def find() -> tuple[Rule, Wording]:
        found = catalogue.find(rule)
        return found, profiles.load(profile or profiles.DEFAULT).says_of(found)

    found, here = guarded(find, lang)
    writers = {
        "text": manual.write_page, "markdown": handbook.write_page, "json": manual.write_json,
    }  # fmt: skip
    writers[format_](found, sys.stdout, style_of(lang, color), here)
