"""`auditor baseline`: the findings that are known and put up with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Final

import click

from auditor.commands.common import CLEAN, guarded, lang_option
from auditor.commands.settings import here
from auditor.wording import Wording, both, say, visible

if TYPE_CHECKING:
    from auditor.baseline import Baseline
    from auditor.wording import Lang

_KNOWN: Final = Wording(
    en="{number} known findings in {path}", zh="{path} 中共有已知问题 {number} 条"
)
_PRUNED: Final = Wording(
    en="{gone} stale entries taken out of {path}; {number} left",
    zh="已从 {path} 清除失效条目 {gone} 条，剩余 {number} 条",
)
_FILE: Final = click.option(
    "--baseline", "file", metavar="FILE", default="",
    help="File of known findings; by default that of the configuration. 基线文件，默认取设置中的文件。",
)  # fmt: skip


@click.group()
def baseline() -> None:
    """Look after the file of known findings.

    维护基线文件（已知问题清单）。
    """


@baseline.command()
@_FILE
@lang_option
def show(file: str, lang: Lang) -> None:
    """List the known findings, by sheet.

    按表单列出已知问题。
    """
    found = guarded(lambda: _load(file), lang)
    path = ""
    for entry, number in sorted(found.known.items()):
        if entry.path != path:
            path = entry.path
            click.echo(visible(path))
        said = " · ".join(entry.figures) or entry.about
        times = f" ×{number}" if number > 1 else ""
        click.echo(visible(f"  {entry.rule} {entry.indicator} {said}".rstrip()) + times)
    fields = {"number": found.known.total(), "path": visible(found.path)}
    click.echo(say(_KNOWN, lang, fields))


@baseline.command()
@click.argument("paths", nargs=-1)
@_FILE
@lang_option
def prune(paths: tuple[str, ...], file: str, lang: Lang) -> None:
    """Take out what is found no more in the sheets at PATHS.

    清除 PATHS 处表单中已不再出现的条目。
    """

    def run() -> tuple[Baseline, int]:
        from auditor import catalogue, engine

        known = _load(file)
        settings = here()
        everywhere = paths or tuple(settings.values.get("paths", ())) or (".",)
        report = engine.audit(everywhere, catalogue.rules(), engine.Wanted(allow_empty=True))
        stale = known.stale(report)
        if stale:
            known = known.without(stale)
            known.write()
        return known, stale.total()

    known, gone = guarded(run, lang)
    fields: dict[str, Any] = {
        "gone": gone,
        "number": known.known.total(),
        "path": visible(known.path),
    }
    click.echo(say(_PRUNED, lang, fields))
    sys.exit(CLEAN)


def _load(file: str) -> Baseline:
    from auditor.baseline import load

    path = (
        file or str(here().values.get("baseline") or "") or os.environ.get("AUDITOR_BASELINE", "")
    )
    if not path:
        raise click.UsageError(
            both(en="which file? Give --baseline FILE.", zh="请用 --baseline 指定基线文件。")
        )
    return load(path)
