"""`auditor figure`: how figures are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from auditor.commands import completing
from auditor.commands.common import CLEAN, FINDINGS, color_option, guarded, lang_option, style_of
from auditor.wording import both, quote

if TYPE_CHECKING:
    from auditor.wording import Lang


# Figures may be negative: what begins with a hyphen and is no option is one of them.
@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("texts", nargs=-1, metavar="[TEXT...]")
@click.option(
    "--find", "source", metavar="FILE", shell_complete=completing.files,
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
        raise click.UsageError(
            both(en="give figures, or --find FILE.", zh="请给出数字，或用 --find 指定文件。")
        )
    comma = decimal_comma(locale) if locale else False
    if comma is None:
        raise click.UsageError(
            both(
                en=f"--locale {quote(locale or '')!r}: no known language, try de.",
                zh=f"--locale “{quote(locale or '')}”：未知语言，可试 de。",
            )
        )
    if source:
        readings = figures.find_each(guarded(lambda: _text_of(source), lang), decimal_comma=comma)
    else:
        printed = _lines() if texts == ("-",) else texts
        readings = figures.read_each(printed, decimal_comma=comma)
    if format_ == "json":
        readable = figures.write_json(readings, sys.stdout)
    else:
        readable = figures.write_table(readings, sys.stdout, style_of(lang, color))
    sys.exit(CLEAN if readable else FINDINGS)


def _text_of(path: str) -> str:
    from auditor import source
    from auditor.document.nodes import LARGEST

    if path == "-":
        return source.decoded(sys.stdin.buffer.read(LARGEST + 1), "-")
    return source.text_of(path)


def _lines() -> Iterator[str]:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    for line in sys.stdin:
        yield line.rstrip("\r\n")
