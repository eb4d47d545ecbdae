"""`auditor lsp`: the language server, which an editor starts and speaks with."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

import click

from auditor.commands.auditing import configured
from auditor.commands.common import CLEAN, FINDINGS, guarded, language, needed, profile_option
from auditor.commands.settings import PREFIX, here
from auditor.wording import both, quote

if TYPE_CHECKING:
    from auditor.engine import Report
    from auditor.lsp.checking import Setup

_STDOUT: Final = 1
_STDERR: Final = 2


@click.command(context_settings={"auto_envvar_prefix": PREFIX})
@profile_option
@click.option(
    "--sources", metavar="DIR", default="",
    help="Folder of the source documents. 原文所在文件夹。",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["en", "zh"]),
    help="Language of what is told (default: the editor's). 提示语言（默认与编辑器一致）。",
)  # fmt: skip
def lsp(profile: str | None, sources: str, lang: str | None) -> None:
    """Serve an editor over standard input and output, as a language server.

    作为语言服务器，通过标准输入输出为编辑器服务。
    """
    needed("pygls.lsp.server", "lsp", language(lang))
    if sources and not os.path.isdir(sources):
        told = both(en=f"there is no folder {quote(sources)!r}", zh=f"没有文件夹“{quote(sources)}”")
        raise click.BadParameter(told, param_hint="--sources")
    setup = guarded(lambda: _setup(profile, sources, lang), language(lang))
    from auditor.lsp.server import serve

    # Standard output is the editor's alone: whatever else is printed goes where the log goes.
    with os.fdopen(os.dup(_STDOUT), "wb") as stdout:
        os.dup2(_STDERR, _STDOUT)
        done = serve(setup, sys.stdin.buffer, stdout)
    sys.stdout.flush()
    sys.stderr.flush()
    # At once: an audit that is still under way beside the loop has nobody to tell any more.
    os._exit(CLEAN if done else FINDINGS)


def _setup(profile: str | None, sources: str, lang: str | None) -> Setup:
    """Return how the server is set up: as `auditor check` would be in this folder."""
    from auditor import baseline
    from auditor.finding import Severity
    from auditor.lsp.checking import Setup

    settings = here()
    values = settings.values
    told = lang or values.get("lang")
    known = baseline.load(values["baseline"]) if values.get("baseline") else None

    def excused(report: Report) -> Report:
        return report if known is None else known.over(report)

    return Setup(
        rules=configured(profile, settings),
        lang=language(told),
        follows=told is None,
        sources=sources or values.get("sources") or "",
        paths=tuple(values.get("paths") or ()),
        least=Severity[(values.get("min_severity") or "note").upper()],
        excused=excused,
    )
