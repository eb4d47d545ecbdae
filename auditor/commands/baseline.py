"""`auditor baseline`: the findings that are known and put up with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

import click

from auditor.commands.auditing import configured, searched
from auditor.commands.common import failure, guarded, lang_option, tell, tell_crashes
from auditor.commands.settings import Settings, here
from auditor.wording import Wording, both, quote, say

if TYPE_CHECKING:
    from auditor.baseline import Baseline
    from auditor.engine import Report
    from auditor.wording import Lang

_KNOWN: Final = Wording(
    en="known findings in {path}: {number}", zh="{path} 中共有已知问题 {number} 条"
)
_PRUNED: Final = Wording(
    en="stale entries taken out of {path}: {gone}; left: {number}",
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
    found = guarded(lambda: _load(file, here()), lang)
    path = ""
    for entry, number in sorted(found.known.items()):
        if entry.path != path:
            path = entry.path
            tell(path)
        said = " · ".join(entry.figures) or entry.about
        times = f" ×{number}" if number > 1 else ""
        tell(f"  {entry.rule} {entry.indicator} {said}".rstrip() + times)
    fields = {"number": found.known.total(), "path": quote(found.path)}
    tell(say(_KNOWN, lang, fields))


@baseline.command()
@click.argument("paths", nargs=-1)
@_FILE
@lang_option
def prune(paths: tuple[str, ...], file: str, lang: Lang) -> None:
    """Take out what is found no more in the sheets at PATHS.

    清除 PATHS 处表单中已不再出现的条目。
    """

    def run() -> tuple[Baseline, int, Report]:
        from auditor import engine
        from auditor.errors import UsageError

        settings = here(paths)
        known = _load(file, settings)
        everywhere = paths or tuple(settings.values.get("paths", ())) or (".",)
        sources = settings.values.get("sources") or ""
        wanted = engine.Wanted(allow_empty=True, sources=sources)
        report = engine.audit(everywhere, configured(None, settings), wanted)
        if report.unread:
            raise UsageError(report.unread[0])
        stale = known.stale(searched(report, sources))
        if stale:
            known = known.without(stale)
            known.write()
        return known, stale.total(), report

    known, gone, report = guarded(run, lang)
    fields: dict[str, Any] = {
        "gone": gone,
        "number": known.known.total(),
        "path": quote(known.path),
    }
    tell(say(_PRUNED, lang, fields))
    tell_crashes(report, lang)
    sys.exit(failure(report))


def _load(file: str, settings: Settings) -> Baseline:
    from auditor.baseline import load

    path = file or settings.values.get("baseline")
    if not path:
        raise click.UsageError(
            both(en="which file? Give --baseline FILE.", zh="请用 --baseline 指定基线文件。")
        )
    return load(path)
