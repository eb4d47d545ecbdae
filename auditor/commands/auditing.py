"""An audit as it was asked for on the command line: settings in, report out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import click

from auditor.commands import outputs
from auditor.commands.common import CLEAN, FINDINGS, complain, failure, style_of
from auditor.wording import Fields, Wording, both, quote, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from auditor.baseline import Baseline
    from auditor.commands.settings import Settings
    from auditor.engine import Report
    from auditor.engine.part import Part
    from auditor.finding import Severity
    from auditor.profile import Profile
    from auditor.reporters import Style
    from auditor.rule import Rule
    from auditor.wording import Lang

# From so many sheets on a terminal shows how far the audit is.
_MANY_SHEETS: Final = 50
_STDIN: Final = "<stdin>"
_STALE: Final = Wording(
    en="auditor: entries of the baseline that are found no more: {number}; "
    "`auditor baseline prune` takes them out",
    zh="auditor：基线中有 {number} 条已不再出现，可用 `auditor baseline prune` 清除",
)
_RENEWED: Final = Wording(
    en="auditor: findings that {path} now knows: {number} ({added} more, {gone} fewer)",
    zh="auditor：{path} 现有 {number} 条（新增 {added} 条，减少 {gone} 条）",
)
_NO_BASELINE: Final = Wording(
    en="--update-baseline needs a --baseline FILE to write.",
    zh="--update-baseline 须与 --baseline 文件 一并使用。",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for, after the environment and the configuration."""

    paths: tuple[str, ...]
    format_: tuple[outputs.Output, ...]
    profile: str | None
    fail_on: str | None
    min_severity: str
    select: list[str]
    ignore: list[str]
    preview: bool
    lang: Lang
    color: str
    quiet: bool
    verbose: bool
    show: str | None
    statistics: bool
    sources: str
    baseline: str
    update_baseline: bool
    jobs: int
    today: datetime | None
    stdin_filename: str
    allow_empty: bool
    exit_zero: bool
    debug: bool
    settings: Settings

    @property
    def style(self) -> Style:
        """Return how the report is to be written."""
        from auditor.finding import Severity

        style = style_of(self.lang, self.color, quiet=self.quiet, verbose=self.verbose)
        least = Severity[self.min_severity.upper()]
        return replace(style, show=self.show or "", least=least, statistics=self.statistics)


def weighed(
    named: str | None,
    fail_on: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    departures: Profile | None = None,
    *,
    preview: bool = False,
) -> tuple[tuple[Rule, ...], Severity | None]:
    """Return the rules that are on, as they are set, and the severity that is too much.

    The named profile sets them, then a configuration that departs from it.
    """
    from auditor import catalogue, profile
    from auditor.finding import Severity

    chosen = profile.load(named or profile.DEFAULT)
    rules = chosen.over(catalogue.enabled(select, ignore, preview=preview))
    if departures is not None:
        rules = departures.over(rules)
    gate = chosen.fail_on
    if fail_on:
        gate = None if fail_on == profile.NEVER else Severity[fail_on.upper()]
    return rules, gate


def configured(named: str | None, settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that are on under a configuration, and a profile if one is named."""
    values = settings.values
    return weighed(
        named or values.get("profile"),
        select=values.get("select") or (),
        ignore=values.get("ignore") or (),
        departures=settings.departures,
        preview=values.get("preview") or False,
    )[0]


def audited(asked: Asked, known: dict[str, Part] | None = None) -> Report:
    """Return the report that was asked for, with the exit code that it ends with.

    The parts of sheets that are `known` from a run before are not made again.
    """
    from auditor import baseline, engine

    rules, gate = weighed(
        asked.profile,
        asked.fail_on,
        asked.select,
        asked.ignore,
        asked.settings.departures,
        preview=asked.preview,
    )
    with standard_input(asked) as paths:
        with _progress(asked) as progress:
            wanted = engine.Wanted(
                allow_empty=asked.allow_empty,
                sources=asked.sources,
                held=bool(asked.show),
                mends=outputs.telling(asked.format_, quiet=asked.quiet),
                today=asked.today.date() if asked.today else None,
                jobs=asked.jobs,
                progress=progress,
                known=known,
            )
            report = engine.audit(paths, rules, wanted)
        if asked.baseline:
            fresh = asked.update_baseline and not os.path.exists(asked.baseline)
            entries = baseline.Baseline(asked.baseline) if fresh else baseline.load(asked.baseline)
            report = _baselined(entries, report, asked)
        found = report.reaches(gate) and not asked.exit_zero
        code = failure(report) or (FINDINGS if found else CLEAN)
        report = replace(report, exit_code=code)
        outputs.write(report, asked.format_, asked.style)
    return report


def _baselined(known: Baseline, report: Report, asked: Asked) -> Report:
    """Return the report over a baseline, which is written anew if that was asked for."""
    looked = searched(report, asked.sources)
    if asked.update_baseline:
        renewed = known.renewed(looked)
        renewed.write()
        fields: Fields = {
            "path": quote(asked.baseline),
            "number": renewed.known.total(),
            "added": (renewed.known - known.known).total(),
            "gone": (known.known - renewed.known).total(),
        }
        complain(say(_RENEWED, asked.lang, fields))
        return renewed.over(report)
    stale = known.stale(looked).total()
    if stale:
        complain(say(_STALE, asked.lang, {"number": stale}))
    return known.over(report)


def searched(report: Report, sources: str) -> Report:
    """Return the report with those of its rules that could find something.

    The rules about source documents cannot without any: what they found is then not stale.
    """
    on = tuple(rule for rule in report.rules if sources or not rule.code.startswith("SRC"))
    return replace(report, rules=on)


@contextmanager
def standard_input(asked: Asked) -> Iterator[tuple[str, ...]]:
    """Give the paths, `-` among them replaced by a name under which standard input is held."""
    from auditor import files

    if "-" not in asked.paths:
        yield asked.paths or (".",)
        return
    name = asked.stdin_filename or _STDIN
    with files.holding({name: sys.stdin.buffer.read()}):
        yield tuple(name if path == "-" else path for path in asked.paths)


@contextmanager
def _progress(asked: Asked) -> Iterator[Callable[[int, int], None] | None]:
    """Give what shows how far the audit is, on a terminal only and for many sheets only."""
    if asked.quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(
        console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    )

    def show(done: int, all_: int) -> None:
        if all_ < _MANY_SHEETS:
            return
        if not bar.tasks:
            bar.start()
            bar.add_task("", total=all_)
        bar.update(bar.tasks[0].id, completed=done)

    try:
        yield show
    finally:
        if bar.tasks:
            bar.stop()


def refuse(asked: Asked) -> None:
    """Raise a UsageError for options that do not go together."""
    if asked.update_baseline and not asked.baseline:
        raise click.UsageError(both(**_NO_BASELINE))
