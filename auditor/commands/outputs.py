"""`--format F[:FILE]`: in which forms a report is written, and where to."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from auditor.commands import completing
from auditor.wording import Wording, both, either, filled, quote, suggestion

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from auditor.engine import Report
    from auditor.reporters import Style

    ParamType = click.ParamType[Any]
else:
    ParamType = click.ParamType

FORMATS: Final = (
    "console", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown",
    "html",
)  # fmt: skip
# Forms that say what would mend a conflict, which takes longer to find than the conflict.
_TELLING: Final = frozenset(FORMATS) - {"concise", "github", "gitlab", "junit"}


_OVER_A_SHEET: Final = Wording(
    en="the report would overwrite the sheet {path}; nothing was written",
    zh="报告将覆盖表单 {path}，未写入任何文件",
)


class Output(NamedTuple):
    """A form of the report and the file that it goes to, standard output without one."""

    format: str
    path: str = ""

    def __str__(self) -> str:
        return f"{self.format}:{self.path}" if self.path else self.format


class OutputType(ParamType):
    """Reads `sarif` or `sarif:report.sarif`."""

    name = "F[:FILE]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Output:
        """Return the output. Fails for an unknown form, and for a file in no folder."""
        if isinstance(value, Output):
            return value
        format_, _, path = str(value).partition(":")
        if format_ not in FORMATS:
            guess = suggestion(format_, FORMATS)
            self.fail(
                both(
                    en=f"{quote(format_)!r} is none of {either(FORMATS)}{guess['en']}",
                    zh=f"没有报告形式“{quote(format_)}”{guess['zh']}（可用：{either(FORMATS)}）",
                ),
                param,
                ctx,
            )
        folder = os.path.dirname(path) or "."
        if "\0" in path:
            told = both(en="a file name holds no U+0000", zh="文件名不能含有 U+0000")
            self.fail(told, param, ctx)
        if path and not os.path.isdir(folder):
            told = both(
                en=f"there is no folder {quote(folder)!r}", zh=f"没有文件夹“{quote(folder)}”"
            )
            self.fail(told, param, ctx)
        return Output(format_, "" if path == "-" else path)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Return the forms that have been begun."""
        return completing.words(FORMATS, incomplete)


def single(
    context: click.Context, parameter: click.Parameter, given: Sequence[Output]
) -> tuple[Output, ...]:
    """Return the outputs asked for, the console's without any. Only one can go to standard output."""
    outputs = tuple(given) or (Output("console"),)
    if sum(not output.path for output in outputs) > 1:
        raise click.BadParameter(
            both(
                en="only one report can go to standard output; write F:FILE for the others.",
                zh="只能有一份报告输出到屏幕，其余请写作 F:FILE。",
            ),
            context,
            parameter,
        )
    files = Counter(os.path.realpath(output.path) for output in outputs if output.path)
    for path, number in files.items():
        if number > 1 and path != os.devnull:
            told = both(
                en=f"two reports cannot go to one file, {quote(path)!r}.",
                zh=f"两份报告不能写入同一文件“{quote(path)}”。",
            )
            raise click.BadParameter(told, context, parameter)
    return outputs


def telling(outputs: Sequence[Output], *, quiet: bool) -> bool:
    """Return whether one of the outputs says what would mend a conflict."""
    return any(
        output.format in _TELLING and not (quiet and output.format == "console")
        for output in outputs
    )


def write(report: Report, outputs: Sequence[Output], style: Style) -> None:
    """Write the report in all forms.

    Raises UsageError for a file that cannot be written, or is a sheet that has been checked.
    """
    from auditor.errors import UsageError, unwritable
    from auditor.reporters import reporter

    sheets = {os.path.realpath(path) for path in report.sheets.titles}
    for output in outputs:
        if output.path and os.path.realpath(output.path) in sheets:
            raise UsageError(filled(_OVER_A_SHEET, path=quote(output.path)))
    for output in sorted(outputs, key=lambda each: bool(each.path)):
        if not output.path:
            reporter(output.format)(report, sys.stdout, style)
            continue
        try:
            with open(
                output.path, "w", encoding="utf-8", errors="backslashreplace", newline="\n"
            ) as file:
                reporter(output.format)(report, file, replace(style, color=False))
        except OSError as error:
            raise unwritable(output.path, error) from None
