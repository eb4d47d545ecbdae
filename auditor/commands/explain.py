"""`auditor explain`: one rule of the catalogue."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from auditor.commands import completing
from auditor.commands.common import color_option, guarded, lang_option, profile_option, style_of
from auditor.commands.settings import here
from auditor.wording import Wording, filled

if TYPE_CHECKING:
    from auditor.rule import Rule
    from auditor.wording import Lang

_PREVIEW: Final = Wording(
    en="off: it is in preview; --preview or --select {code} turns it on",
    zh="未启用：试行规则，可用 --preview 或 --select {code} 启用",
)
_LEFT_OUT: Final = Wording(en="off: {path} does not select it", zh="未启用：{path} 未选用此规则")


@click.command()
@click.argument("rule", shell_complete=completing.rule)
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
        found, settings = catalogue.find(rule), here()
        named = profile or settings.values.get("profile") or profiles.DEFAULT
        chosen = settings.values.get("select", ()), settings.values.get("ignore", ())
        if found not in catalogue.enabled(*chosen, preview=True):
            by = "ignore" if found in catalogue.select(chosen[0], [], preview=True) else "select"
            return found, filled(_LEFT_OUT, path=settings.source(by))
        if found not in catalogue.enabled(*chosen, preview=settings.values.get("preview", False)):
            return found, filled(_PREVIEW, code=found.code)
        departs = settings.departures
        if departs is not None and found.code in departs.severities:
            return found, departs.says_of(found)
        return found, profiles.load(named).says_of(found)

    found, standing = guarded(find, lang)
    writers = {
        "text": manual.write_page, "markdown": handbook.write_page, "json": manual.write_json,
    }  # fmt: skip
    writers[format_](found, sys.stdout, style_of(lang, color), standing)
