"""`auditor man`: the manual page, written from the commands themselves."""

from __future__ import annotations

import os
import re
import textwrap
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import click

from auditor import __version__
from auditor.commands import common
from auditor.commands.common import lang_option

if TYPE_CHECKING:
    from auditor.wording import Lang, Wording

# Where the Chinese half of a help text begins: `both` joins the halves, this takes them apart.
_HALVES: Final = re.compile(r"(?<=[.:`)])\s+(?=[^A-Za-z]*[\u4e00-\u9fff])")
_CODED: Final = re.compile(r"`([^`]+)`")
# Chinese has no blanks: a line may break behind each character that no mark must follow.
_BREAK: Final = re.compile(r"(?<=[\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e])(?=[\u4e00-\u9fff])")
_ROFF: Final = str.maketrans(
    {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}
)
_MANUAL: Final[Wording] = {"en": "Auditor Manual", "zh": "auditor 使用手册"}
_SECTIONS: Final[dict[str, Wording]] = {
    "name": {"en": "NAME", "zh": "名称"},
    "synopsis": {"en": "SYNOPSIS", "zh": "用法"},
    "description": {"en": "DESCRIPTION", "zh": "说明"},
    "options": {"en": "OPTIONS", "zh": "选项"},
    "commands": {"en": "COMMANDS", "zh": "命令"},
    "status": {"en": "EXIT STATUS", "zh": "退出码"},
    "files": {"en": "FILES", "zh": "文件"},
    "environment": {"en": "ENVIRONMENT", "zh": "环境变量"},
}
_STATUS: Final[dict[str, Wording]] = {
    str(common.CLEAN): {
        "en": "Nothing at or above the severity of `--fail-on`.",
        "zh": "没有达到 `--fail-on` 级别的问题。",
    },
    str(common.FINDINGS): {
        "en": "Findings at or above the severity of `--fail-on`.",
        "zh": "有达到 `--fail-on` 级别的问题。",
    },
    str(common.USAGE): {
        "en": "The audit could not run: a wrong option or setting, a missing path, an unknown rule, "
        "nothing to check. Where some sheets cannot be read, the others are still reported.",
        "zh": "检查无法进行：选项或设置有误、路径不存在、规则不存在、没有可检查的内容。"
        "只是部分表单无法读取的，其余表单照常报告。",
    },
    str(common.INTERNAL): {
        "en": "An internal error; what the other rules found is still reported.",
        "zh": "内部错误；其他规则查出的问题照常报告。",
    },
    str(common.INTERRUPTED): {"en": "Interrupted.", "zh": "被中断。"},
}
_FILES: Final[dict[str, Wording]] = {
    "auditor.toml": {
        "en": "Settings of a folder and those in it; also `[tool.auditor]` in pyproject.toml.",
        "zh": "文件夹及其下各级的设置；也可写在 pyproject.toml 的 `[tool.auditor]` 中。",
    },
    "indicators.yaml": {
        "en": "Indicators that the sheets of a folder share.",
        "zh": "同一文件夹中各表单共用的指标目录。",
    },
}
_ENVIRONMENT: Final[dict[str, Wording]] = {
    "AUDITOR_*": {
        "en": "Options of `auditor check` by their long names: AUDITOR_PROFILE, AUDITOR_FAIL_ON.",
        "zh": "`auditor check` 的选项，以全名命名，如 AUDITOR_PROFILE、AUDITOR_FAIL_ON。",
    },
    "LC_ALL, LC_MESSAGES, LANG": {
        "en": "The language of the report where `--lang` does not say it.",
        "zh": "未用 `--lang` 指定时的报告语言。",
    },
    "NO_COLOR, FORCE_COLOR": {
        "en": "No colour, or colour even where the output is no terminal.",
        "zh": "不用颜色，或输出不是终端时也用颜色。",
    },
}
_CLICKS_OWN: Final[dict[str, Wording]] = {
    "--help": {"en": "Show the help and exit.", "zh": "显示帮助后退出。"},
    "--version": {"en": "Show the version and exit.", "zh": "显示版本后退出。"},
}


@click.command()
@lang_option
@click.pass_context
def man(context: click.Context, lang: Lang) -> None:
    """Print the manual page, for `man -l` or a folder of manual pages.

    输出手册页，可用 `man -l` 阅读或存入手册页所在文件夹。
    """
    root = context.find_root()
    for line in page(root.command, lang):
        click.echo(line)


def page(root: click.Command, lang: Lang) -> Iterator[str]:
    """Return the lines of the manual page of a command and those under it."""
    context = click.Context(root, info_name="auditor", **root.context_settings)
    purpose = _half(root.help, lang)
    yield f'.TH AUDITOR 1 "{_day()}" "auditor {__version__}" "{_told(_MANUAL[lang])}"'
    yield from (".nh", ".ad l")
    yield from (_head("name", lang), rf"auditor \- {_told(purpose.rstrip('.。'))}")
    yield from (_head("synopsis", lang), _usage(context))
    yield from (_head("description", lang), _told(purpose), _head("options", lang))
    yield from _options(context, lang)
    yield _head("commands", lang)
    for command in _below(context):
        yield from _command(command, lang)
    for section, terms in (("status", _STATUS), ("files", _FILES), ("environment", _ENVIRONMENT)):
        yield _head(section, lang)
        yield from _terms((term, says[lang]) for term, says in terms.items())


def _day() -> str:
    """Return the date of the page: that of the build, where one is set (SOURCE_DATE_EPOCH)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        day = time.gmtime(int(epoch))
    except (ValueError, OverflowError, OSError):
        day = time.gmtime()
    return time.strftime("%Y-%m-%d", day)


def _below(context: click.Context) -> Iterator[click.Context]:
    """Return the contexts of the commands of a group, and of those of the groups among them."""
    group = context.command
    if isinstance(group, click.Group):
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if command is not None and not command.hidden:
                yield (inner := click.Context(command, context, name, **command.context_settings))
                yield from _below(inner)


def _command(context: click.Context, lang: Lang) -> Iterator[str]:
    yield f".SS {_told(context.command_path)}"
    yield from (_usage(context), ".PP", _told(_half(context.command.help, lang)))
    yield from _options(context, lang)


def _usage(context: click.Context) -> str:
    pieces = " ".join(context.command.collect_usage_pieces(context))
    return rf"\fB{_told(context.command_path)}\fR {_told(pieces)}"


def _options(context: click.Context, lang: Lang) -> Iterator[str]:
    for option in context.command.get_params(context):
        record = option.get_help_record(context)
        if record is not None and isinstance(option, click.Option):
            own = _CLICKS_OWN.get(option.opts[-1])
            yield from _terms([(record[0], own[lang] if own else _half(option.help, lang))])


def _terms(terms: Iterable[tuple[str, str]]) -> Iterator[str]:
    for term, said in terms:
        yield from (".TP", rf"\fB{_told(term)}\fR", _told(said))


def _head(section: str, lang: Lang) -> str:
    return f".SH {_told(_SECTIONS[section][lang])}"


def _half(text: str | None, lang: Lang) -> str:
    """Return the English or the Chinese half of a help text as one line, all of it if it has one."""
    halves = _HALVES.split((text or "").strip(), maxsplit=1)
    return " ".join(halves[0 if lang == "en" else -1].split())


def _told(text: str) -> str:
    """Return a text as roff has it: nothing in it is a request, code stands in bold."""
    parts = _CODED.split(text)
    told = "".join(
        rf"\fB{part.translate(_ROFF)}\fR" if index % 2 else part.translate(_ROFF)
        for index, part in enumerate(parts)
    )
    lines = textwrap.wrap(told, 79, break_long_words=False, break_on_hyphens=False)
    return "\n".join(_BREAK.sub(r"\:", rf"\&{line}" if line[0] == "." else line) for line in lines)
