"""`auditor tree`: plans and the plans above them, with each child's share."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from auditor.commands import completing
from auditor.commands.common import color_option, guarded, lang_option, split, style_of

if TYPE_CHECKING:
    from auditor.wording import Lang


@click.command()
@click.argument("paths", nargs=-1, shell_complete=completing.files)
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
