"""What the commands share: exit codes, options, and telling what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from auditor.commands import completing
from auditor.obeyed import tamed
from auditor.wording import Wording, say, visible

if TYPE_CHECKING:
    from auditor.engine import Report
    from auditor.reporters import Style
    from auditor.wording import Lang

CLEAN: Final = 0
FINDINGS: Final = 1
USAGE: Final = 2
INTERNAL: Final = 3
INTERRUPTED: Final = 130
_NEEDED: Final = Wording(
    en="{name} is not installed; install it with {command}", zh="尚未安装 {name}，请运行 {command}"
)


def language(given: str | None) -> Lang:
    """Return the language asked for, else that of the locale."""
    if given in ("en", "zh"):
        return "zh" if given == "zh" else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    return "en"


def split(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> list[str]:
    """Return the selectors of an option that may be repeated, or hold several between commas."""
    return [each.strip() for text in given for each in text.split(",") if each.strip()]


lang_option = click.option(
    "--lang",
    type=click.Choice(["en", "zh"]),
    callback=lambda context, parameter, given: language(given),
    help="Language of the report. 报告语言。",
)
color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour. 颜色。"
)

profile_option = click.option(
    "--profile", metavar="NAME", shell_complete=completing.profile,
    help="draft, review, publish or a file: what is on and how much it weighs. 检查配置。",
)  # fmt: skip
view_option = click.option(
    "--format", "format_", type=click.Choice(["table", "json"]), default="table",
    help="A table, or one JSON object. 表格或 JSON。",
)  # fmt: skip
indicator_option = click.option(
    "--indicator", "indicators", metavar="ID", multiple=True, callback=split,
    help="Only this indicator; may be repeated. 只显示该指标，可多次使用。",
)  # fmt: skip
debug_option = click.option(
    "--debug", is_flag=True, help="Show tracebacks of internal errors. 显示内部错误的调用栈。"
)


def tell(text: str, *, err: bool = False) -> None:
    """Write lines on stdout in which nothing is obeyed: neither by a terminal nor by a CI system."""
    for line in text.split("\n"):
        click.echo(tamed(visible(line)), err=err)


def complain(text: str) -> None:
    """Write on stderr what is wrong; what comes from outside is shown there as data."""
    tell(text, err=True)


def guarded(run: Callable[[], Any], lang: Lang, *, debug: bool = False) -> Any:
    """Return what `run` returns; tell its failure in one line and end with its exit code.

    A wrong command line and a reader that has gone are left to the caller.
    """
    from auditor.errors import AuditorError

    try:
        return run()
    except (click.ClickException, click.Abort, BrokenPipeError):
        raise
    except AuditorError as error:
        complain(f"auditor: {error.wording[lang]}")
        sys.exit(USAGE)
    except OSError as error:
        complain(f"auditor: {_named(error)}")
        sys.exit(USAGE)
    except Exception as error:
        if debug:
            raise
        told = {"en": "internal error", "zh": "内部错误"}[lang]
        complain(f"auditor: {told}: {_kind(error)} (--debug)")
        sys.exit(INTERNAL)


def _kind(error: Exception) -> str:
    """Return what an error is and says, in one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split())}"


def _named(error: OSError) -> str:
    """Return what the system says, behind the file that it says it of."""
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else reason


def needed(module: str, extra: str, lang: Lang) -> None:
    """End with a sentence, and the exit code of wrong use, where an extra is not installed."""
    try:
        import_module(module)
    except ImportError:
        name, command = module.partition(".")[0], f"pip install 'plan-sheet-auditor[{extra}]'"
        complain(f"auditor: {say(_NEEDED, lang, {'name': name, 'command': command})}")
        sys.exit(USAGE)


def failure(report: Report) -> int:
    """Return the exit code of an audit that is incomplete; CLEAN, which is none, of a whole one."""
    return INTERNAL if report.crashes else USAGE if report.unread else CLEAN


def tell_crashes(report: Report, lang: Lang, *, debug: bool = False) -> None:
    """Tell on stderr which sheets could not be read, and which rules failed on which."""
    for why in report.unread:
        complain(f"auditor: {why[lang]}")
    for crash in report.crashes:
        told = {"en": "failed on", "zh": "处理时出错："}[lang]
        complain(f"auditor: {crash.code} {told} {crash.path}: {_kind(crash.error)}")
        if debug:
            import traceback

            traceback.print_exception(crash.error)


def style_of(lang: Lang, color: str, *, quiet: bool = False, verbose: bool = False) -> Style:
    """Return how to write on stdout: coloured or not, and how wide."""
    import shutil

    from auditor.reporters import Style

    width = shutil.get_terminal_size((80, 24)).columns
    return Style(lang, _colored(color), max(40, width), quiet, verbose)


def _colored(color: str) -> bool:
    """Return whether to colour: the option, then NO_COLOR, FORCE_COLOR, TERM=dumb, the terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()
