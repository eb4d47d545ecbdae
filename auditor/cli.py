"""The command line: options in, report and exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from auditor import __version__

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.engine import Report
    from auditor.reporters import Style
    from auditor.wording import Lang

CLEAN: Final = 0
FINDINGS: Final = 1
USAGE: Final = 2
INTERNAL: Final = 3
INTERRUPTED: Final = 130

_SEVERITIES = ("error", "warning", "note", "never")
_HELP = {"help_option_names": ["-h", "--help"]}


def _language(context: click.Context, parameter: click.Parameter, given: str | None) -> str:
    """Return the language asked for, else that of the locale."""
    if given:
        return given
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    return "en"


def _split(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> list[str]:
    return [each.strip() for text in given for each in text.split(",") if each.strip()]


lang_option = click.option(
    "--lang",
    type=click.Choice(["en", "zh"]),
    callback=_language,
    help="Language of the report. 报告语言。",
)
color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour. 颜色。"
)


@click.group(context_settings=_HELP)
@click.version_option(__version__, prog_name="auditor", message="%(prog)s %(version)s")
def cli() -> None:
    """Audit development plans encoded as YAML indicator sheets.

    检查以 YAML 录入的发展规划中的数据是否前后一致。
    """


@cli.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format", "format_", type=click.Choice(["console", "concise", "json"]), default="console",
    help="Form of the report. 报告形式。",
)  # fmt: skip
@click.option(
    "--profile", metavar="NAME",
    help="draft, review, publish or a file: what is on and how much it weighs. 检查配置。",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES),
    help="Least severity that ends with exit code 1. 达到该级别即以 1 退出。",
)  # fmt: skip
@click.option(
    "--select", multiple=True, callback=_split, help="Only these rules or families. 只用这些规则。"
)
@click.option(
    "--ignore", multiple=True, callback=_split, help="Not these rules or families. 不用这些规则。"
)
@lang_option
@color_option
@click.option("-q", "--quiet", is_flag=True, help="Only the summary. 只输出小结。")
@click.option(
    "-v", "--verbose", is_flag=True, help="Also what could not be compared. 并列出未能比对之处。"
)
@click.option(
    "--show", type=click.Choice(["rounding", "all"]),
    help="Also what holds only by rounding, or all that holds. 列出仅因舍入成立的比对或全部比对。",
)  # fmt: skip
@click.option(
    "--sources", metavar="DIR", default="",
    help="Folder of the source documents. 原文所在文件夹。",
)  # fmt: skip
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day that decides what has expired. 判断豁免是否过期的日期。",
)  # fmt: skip
@click.option(
    "--allow-empty", is_flag=True, help="Nothing to check is no fault. 允许没有可检查的内容。"
)
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever is found. 有发现也以 0 退出。")
@click.option(
    "--debug", is_flag=True, help="Show tracebacks of internal errors. 显示内部错误的调用栈。"
)
def check(
    paths: tuple[str, ...],
    format_: str,
    profile: str | None,
    fail_on: str | None,
    select: list[str],
    ignore: list[str],
    lang: Lang,
    color: str,
    quiet: bool,
    verbose: bool,
    show: str | None,
    sources: str,
    today: datetime | None,
    allow_empty: bool,
    exit_zero: bool,
    debug: bool,
) -> None:
    """Check the sheets at PATHS, files or folders (default: this folder).

    检查 PATHS 处的表单（文件或文件夹，默认为当前文件夹）。
    """
    from auditor import catalogue, engine
    from auditor import profile as profiles
    from auditor.finding import Severity
    from auditor.reporters import reporter

    if sources and not os.path.isdir(sources):
        raise click.BadParameter(f"no folder {sources!r}", param_hint="--sources")
    day = today.date() if today else None
    telling = not quiet and format_ in ("console", "json")
    wanted = engine.Wanted(allow_empty, sources, bool(show), telling, day)

    def run() -> tuple[Report, Severity | None]:
        chosen = profiles.load(profile or "review")
        rules = chosen.over(catalogue.select(select, ignore))
        gate = chosen.fail_on
        if fail_on:
            gate = None if fail_on == "never" else Severity[fail_on.upper()]
        return engine.audit(paths or (".",), rules, wanted), gate

    report, gate = _guarded(run, lang, debug=debug)
    style = _style(lang, color, quiet=quiet, verbose=verbose, show=show or "")
    reporter(format_)(report, sys.stdout, style)
    if report.crashes:
        _tell_crashes(report, lang, debug=debug)
        sys.exit(INTERNAL)
    sys.exit(FINDINGS if report.reaches(gate) and not exit_zero else CLEAN)


@cli.command()
@lang_option
@color_option
def rules(lang: Lang, color: str) -> None:
    """List the rules. 列出全部规则。"""
    from auditor.reporters import manual

    manual.write_list(sys.stdout, _style(lang, color))


@cli.command()
@click.argument("rule")
@lang_option
@color_option
def explain(rule: str, lang: Lang, color: str) -> None:
    """Explain a RULE, given its code or name. 解释一条规则（代码或名称）。"""
    from auditor import catalogue
    from auditor.reporters import manual

    found = _guarded(lambda: catalogue.find(rule), lang)
    manual.write_page(found, sys.stdout, _style(lang, color))


@cli.command()
@click.argument("sheet")
@lang_option
@color_option
def show(sheet: str, lang: Lang, color: str) -> None:
    """Show a SHEET as a table of its indicators. 以指标表显示一份表单。"""
    from auditor.library import Library
    from auditor.reporters import table

    plan = _guarded(lambda: Library().load(sheet), lang)
    table.write(plan, sys.stdout, _style(lang, color))


# Figures may be negative: what begins with a hyphen and is no option is one of them.
@cli.command(context_settings={"ignore_unknown_options": True})
@click.argument("texts", nargs=-1, metavar="[TEXT...]")
@click.option(
    "--find", "source", metavar="FILE",
    help="Find the figures of a running text, `-` for standard input. 找出一段文字中的全部数字。",
)  # fmt: skip
@click.option(
    "--locale", metavar="LANG",
    help="Language whose decimal mark the figures have, such as de. 数字写法所依的语言，如 de。",
)  # fmt: skip
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json"]),
    default="table",
    help="A table, or JSON Lines. 表格，或每行一个 JSON。",
)
@lang_option
@color_option
def figure(
    texts: tuple[str, ...],
    source: str | None,
    locale: str | None,
    format_: str,
    lang: Lang,
    color: str,
) -> None:
    """Read figures as printed; `-` reads one a line from standard input.

    读取原文数字；`-` 表示从标准输入逐行读取。
    """
    from auditor.figure.words.locales import decimal_comma
    from auditor.reporters import figures

    if bool(texts) == bool(source):
        raise click.UsageError("give figures, or --find FILE. 请给出数字，或用 --find 指定文件。")
    comma = decimal_comma(locale) if locale else False
    if comma is None:
        raise click.UsageError(
            f"--locale {locale!r}: no known language, try de. 未知语言，可试 de。"
        )
    if source:
        readings = figures.find_each(_guarded(lambda: _text_of(source), lang))
    else:
        printed = _lines() if texts == ("-",) else texts
        readings = figures.read_each(printed, decimal_comma=comma)
    if format_ == "json":
        readable = figures.write_json(readings, sys.stdout)
    else:
        readable = figures.write_table(readings, sys.stdout, _style(lang, color))
    sys.exit(CLEAN if readable else FINDINGS)


def _text_of(path: str) -> str:
    from auditor import source

    return source.decoded(sys.stdin.buffer.read(), "-") if path == "-" else source.text_of(path)


def _lines() -> Iterator[str]:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for line in sys.stdin:
        yield line.rstrip("\r\n")


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code or CLEAN)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader has gone; what is left in the buffer must not raise at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLEAN)


def _guarded(run: Callable[[], Any], lang: Lang, *, debug: bool = False) -> Any:
    """Return what `run` returns; tell its failure in one line and end with its exit code."""
    from auditor.errors import AuditorError

    try:
        return run()
    except AuditorError as error:
        click.echo(f"auditor: {error.wording[lang]}", err=True)
        sys.exit(USAGE)
    except Exception as error:
        if debug:
            raise
        told = {"en": "internal error", "zh": "内部错误"}[lang]
        click.echo(f"auditor: {told}: {type(error).__name__}: {error} (--debug)", err=True)
        sys.exit(INTERNAL)


def _tell_crashes(report: Report, lang: Lang, *, debug: bool) -> None:
    for crash in report.crashes:
        told = {"en": "failed on", "zh": "处理时出错："}[lang]
        kind = type(crash.error).__name__
        click.echo(f"auditor: {crash.code} {told} {crash.path}: {kind}: {crash.error}", err=True)
        if debug:
            import traceback

            traceback.print_exception(crash.error)


def _style(
    lang: Lang, color: str, *, quiet: bool = False, verbose: bool = False, show: str = ""
) -> Style:
    import shutil

    from auditor.reporters import Style

    width = shutil.get_terminal_size((80, 24)).columns
    return Style(lang, _colored(color), max(40, width), quiet, verbose, show)


def _colored(color: str) -> bool:
    """Return whether to colour: the option, then NO_COLOR, FORCE_COLOR, TERM=dumb, the terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()
