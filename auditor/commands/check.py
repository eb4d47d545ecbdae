"""`auditor check`: sheets in, report and exit code out."""

from __future__ import annotations

import os
import sys
from typing import Any, Final

import click

from auditor.commands import auditing, completing, outputs, watching
from auditor.commands.common import (
    CLEAN,
    color_option,
    complain,
    debug_option,
    guarded,
    lang_option,
    profile_option,
    split,
    tell,
    tell_crashes,
)
from auditor.commands.settings import Configured, misspelt, origins
from auditor.wording import both, quote

_SEVERITIES: Final = ("error", "warning", "note")


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, shell_complete=completing.files)
@click.option(
    "--format", "format_", type=outputs.OutputType(), multiple=True, callback=outputs.single,
    help="Form of the report; with a file, it goes there. May be repeated. 报告形式，可写明输出文件，可重复。",
)  # fmt: skip
@profile_option
@click.option(
    "--fail-on", type=click.Choice([*_SEVERITIES, "never"]),
    help="Least severity that ends with exit code 1. 达到该级别即以 1 退出。",
)  # fmt: skip
@click.option(
    "--min-severity", type=click.Choice(_SEVERITIES), default="note",
    help="Least severity that is shown. 只列出达到该级别的问题。",
)  # fmt: skip
@click.option(
    "--select", multiple=True, callback=split, shell_complete=completing.selector,
    help="Only these rules or families. 只用这些规则。",
)  # fmt: skip
@click.option(
    "--ignore", multiple=True, callback=split, shell_complete=completing.selector,
    help="Not these rules or families. 不用这些规则。",
)  # fmt: skip
@click.option("--preview", is_flag=True, help="Rules in preview too. 并启用试行规则。")
@lang_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="Only the summary. 只输出小结。")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Also what could not be decided, and why each finding matters and how it is suppressed. "
    "并列出未能判定之处、各条问题的缘由和豁免注释。",
)
@click.option(
    "--show", type=click.Choice(["rounding", "all"]),
    help="Also what holds only by rounding, or all that holds. 列出仅因舍入成立的比对或全部比对。",
)  # fmt: skip
@click.option(
    "--sources", metavar="DIR", default="", shell_complete=completing.folders,
    help="Folder of the source documents. 原文所在文件夹。",
)  # fmt: skip
@click.option(
    "--baseline", metavar="FILE", default="", shell_complete=completing.files,
    help="File of known findings, which are put up with. 基线文件，其中的已知问题不再计入。",
)  # fmt: skip
@click.option(
    "--update-baseline", is_flag=True,
    help="Write what is found now to the baseline. 将当前问题写入基线文件。",
)  # fmt: skip
@click.option(
    "-j", "--jobs", type=click.IntRange(min=1), default=1, metavar="N",
    help="Processes that share the sheets. 并行进程数。",
)  # fmt: skip
@click.option(
    "--statistics",
    is_flag=True,
    help="Also how many findings each rule has. 并列出各规则的问题数。",
)
@click.option(
    "--watch", is_flag=True, help="Report again when a sheet changes. 表单变动后重新检查。"
)
@click.option(
    "--stdin-filename", metavar="FILE", default="",
    help="Name of the sheet that `-` reads from standard input. 从标准输入读取的表单名称。",
)  # fmt: skip
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day that decides what has expired. 判断豁免是否过期的日期。",
)  # fmt: skip
@click.option(
    "--allow-empty", is_flag=True, help="Nothing to check is no fault. 允许没有可检查的内容。"
)
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever is found. 有问题也以 0 退出。")
@click.option("--config", type=click.Path(dir_okay=False), help="Configuration file. 设置文件。")
@click.option("--isolated", is_flag=True, help="Without any configuration file. 不读取设置文件。")
@click.option(
    "--show-settings", is_flag=True,
    help="Show each setting and where it comes from, and end. 列出各项设置及其来源。",
)  # fmt: skip
@click.option(
    "--show-files", is_flag=True,
    help="Show the sheets that would be checked, and end. 列出将要检查的表单。",
)  # fmt: skip
@debug_option
@click.pass_context
def check(
    context: click.Context, /, *, show_settings: bool, show_files: bool, watch: bool, **given: Any
) -> None:
    """Check the sheets at PATHS, files, folders or patterns (default: this folder), or `-`.

    检查 PATHS 处的表单（文件、文件夹或通配符，默认为当前文件夹）；`-` 表示标准输入。
    """
    for once in ("config", "isolated"):
        del given[once]
    asked = auditing.Asked(**given, settings=context.obj)
    for slip in misspelt(context.command):
        complain(slip[asked.lang])
    if show_settings:
        for each in guarded(lambda: origins(context, context.obj), asked.lang):
            tell(f"{each.name} = {each.value}  ({each.source})")
        sys.exit(CLEAN)
    if show_files:
        from auditor.discovery import discover

        with auditing.standard_input(asked) as sheets:
            for path in guarded(lambda: discover(sheets), asked.lang):
                tell(path)
        sys.exit(CLEAN)
    auditing.refuse(asked)
    if asked.sources and not os.path.isdir(asked.sources):
        told = both(
            en=f"there is no folder {quote(asked.sources)!r}",
            zh=f"没有文件夹“{quote(asked.sources)}”",
        )
        raise click.BadParameter(told, param_hint="--sources")
    if watch:
        watching.watch(asked)
    report = guarded(lambda: auditing.audited(asked), asked.lang, debug=asked.debug)
    tell_crashes(report, asked.lang, debug=asked.debug)
    sys.exit(report.exit_code)
