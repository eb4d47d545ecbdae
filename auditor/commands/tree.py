"""`auditor tree`: plans and the plans above them, with each child's share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands import completing
from auditor.commands.common import (
    color_option,
    debug_option,
    guarded,
    indicator_option,
    lang_option,
    style_of,
    view_option,
)

if TYPE_CHECKING:
    from auditor.wording import Lang


@click.command()
@click.argument("paths", nargs=-1, shell_complete=completing.files)
@view_option
@indicator_option
@lang_option
@color_option
@debug_option
def tree(
    paths: tuple[str, ...],
    format_: str,
    indicators: list[str],
    lang: Lang,
    color: str,
    debug: bool,
) -> None:
    """Show the plans at PATHS below their parents, with each child's share (default: this folder).

    按上下级显示 PATHS 处的规划，以及各下级目标的占比（默认为当前文件夹）。
    """
    from auditor.reporters import tree, tree_json
    from auditor.view.forest import forest

    grown = guarded(lambda: forest(paths or (".",), indicators), lang, debug=debug)
    style = style_of(lang, color)
    if format_ == "json":
        tree_json.write(grown, sys.stdout, style)
    else:
        tree.write(grown, sys.stdout, style)
