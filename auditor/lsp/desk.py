"""The sheets that an editor has open, and when they are checked.

An edit re-checks the one sheet after a short while in which nothing more is typed; opening a
folder, saving, and what changes beside the editor re-check all. Audits run beside the loop
that speaks with the editor, so that nothing ever waits for a long one but its own answer.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol, TypeVar

from lsprotocol.types import PublishDiagnosticsParams

from auditor.discovery import is_catalogue
from auditor.engine import Report
from auditor.errors import AuditorError
from auditor.finding import Finding
from auditor.lsp import sheets
from auditor.lsp.checking import Checked, Checker, Setup
from auditor.lsp.diagnostics import diagnostic
from auditor.lsp.shelf import Shelf
from auditor.wording import Lang

# How long nothing is typed before a sheet is re-checked, in seconds.
PAUSE: Final = 0.1
_log: Final = logging.getLogger("auditor.lsp")
Result = TypeVar("Result")


class Editor(Protocol):
    """The other side: what it works on, how it counts columns, what it can do."""

    @property
    def folders(self) -> list[str]:
        """Return the folders that it works in."""

    @property
    def encoding(self) -> str:
        """Return in what units it counts columns."""

    def can(self, *names: str) -> Any:
        """Return what it says of a capability, None if it says nothing."""

    def publish(self, params: PublishDiagnosticsParams) -> None:
        """Tell it the diagnostics of a sheet."""


@dataclass(slots=True)
class Open:
    """A sheet that is open in the editor, as far as its checking has come.

    `checked` is what was found in the text `of` which it is; `checking` is under way.
    """

    uri: str
    path: str
    raw: bytes = b""
    version: int | None = None
    checked: Checked | None = None
    of: bytes = b""
    checking: asyncio.Task[None] | None = None

    @property
    def found(self) -> Checked | None:
        """Return what was found in the present text, None when it has not been checked yet."""
        return self.checked if self.of == self.raw else None


class Desk:
    """Keeps the open sheets, and tells the editor what is found in them and in all others."""

    def __init__(self, setup: Setup, editor: Editor) -> None:
        self.lang: Lang = setup.lang
        self.editor = editor
        self.checker = Checker(setup)
        self.open: dict[str, Open] = {}
        # What the editor calls the files that it has had open, which it may spell in its own way.
        self._uris: dict[str, str] = {}
        self._told: set[str] = set()
        self._round: asyncio.Task[None] | None = None
        self._again = False
        self._near = ThreadPoolExecutor(1, "sheet")
        self._far = ThreadPoolExecutor(1, "folders")

    @property
    def contents(self) -> dict[str, bytes]:
        """Return the files that are held in memory because the editor has them open."""
        return {each.path: each.raw for each in self.open.values()}

    @property
    def shelf(self) -> Shelf:
        """Return the texts as they are now."""
        return Shelf(self.contents, self._uris.copy(), self.editor.encoding)

    def take(self, uri: str, text: str, version: int | None, pause: float = 0) -> None:
        """Take over a text that the editor has open, and check it after a pause if it is a sheet.

        What has once been a sheet is one until it is closed, however it looks while it is typed.
        """
        path = sheets.path_of(uri)
        if path is None or (uri not in self.open and not sheets.concerns(path, text)):
            return
        about = self.open.setdefault(uri, Open(uri, path))
        self._uris[path] = uri
        about.raw, about.version = text.encode("utf-8", "surrogatepass"), version
        for each in self.open.values() if is_catalogue(path) else (about,):
            self.check(each, pause)

    def close(self, uri: str) -> None:
        """Forget a text that the editor has closed: what counts now is the file on the disk."""
        about = self.open.pop(uri, None)
        if about is not None:
            if about.checking is not None:
                about.checking.cancel()
            self.go_over()

    def check(self, about: Open, pause: float = 0) -> None:
        """Check an open sheet after a pause, unless it changes again in the meantime."""
        if about.checking is not None:
            about.checking.cancel()
        about.checking = asyncio.create_task(self._check(about, pause))

    async def _check(self, about: Open, pause: float) -> None:
        await asyncio.sleep(pause)
        raw, contents = about.raw, self.contents
        checked = await self.beside(lambda: self.checker.recheck(about.path, contents))
        if checked is not None and about.raw == raw and self.open.get(about.uri) is about:
            about.checked, about.of = checked, raw
            self._tell_crashes(checked.report)
            self._tell(about.path, checked.findings)

    async def latest(self, uri: str) -> tuple[Open, Checked] | None:
        """Return an open sheet with what was found in its present text, None if it changes again."""
        about = self.open.get(uri)
        if about is None:
            return None
        if about.found is None:
            if about.checking is None or about.checking.done():
                self.check(about)
            if about.checking is not None:
                await asyncio.wait([about.checking])
        return None if about.found is None else (about, about.found)

    def go_over(self) -> None:
        """Check all sheets in the editor's folders; once more when that is being done already."""
        self._again = True
        if self._round is None or self._round.done():
            self._round = asyncio.create_task(self._go_over())

    async def _go_over(self) -> None:
        while self._again:
            self._again = False
            work = partial(self.checker.whole, self.editor.folders, self.contents)
            report = await self.beside(work, far=True)
            if report is not None:
                self._tell_crashes(report)
                self._tell_all(report)
        for each in self.open.values():
            self.check(each)

    def _tell_all(self, report: Report) -> None:
        """Tell the editor what was found in the sheets that are not open; the others are re-checked."""
        found: dict[str, list[Finding]] = {path: [] for path in self._told}
        for finding in self.checker.told(report):
            found.setdefault(finding.path, []).append(finding)
        for path in found.keys() - self.contents.keys():
            self._tell(path, found[path])

    def _tell(self, path: str, findings: Iterable[Finding]) -> None:
        """Tell the editor what was found in a sheet, instead of what was told before."""
        shelf = self.shelf
        related = bool(
            self.editor.can("text_document", "publish_diagnostics", "related_information")
        )
        told = [diagnostic(each, shelf, self.lang, related=related) for each in findings]
        uri = shelf.uri(path)
        version = self.open[uri].version if uri in self.open else None
        self.editor.publish(PublishDiagnosticsParams(uri, told, version))
        if told:
            self._told.add(path)
        else:
            self._told.discard(path)

    def _tell_crashes(self, report: Report) -> None:
        """Tell in the log which sheets could not be read, and which rules have failed."""
        for why in report.unread:
            _log.warning("%s", why[self.lang])
        for crash in report.crashes:
            _log.error("%s: %s: %r", crash.code, crash.path, crash.error)

    async def beside(self, work: Callable[[], Result], *, far: bool = False) -> Result | None:
        """Return what work beside the loop returns; None, and a line in the log, if it fails."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._far if far else self._near, work)
        except AuditorError as error:
            _log.warning("%s", error.wording[self.lang])
        except Exception:
            _log.exception("%s", {"en": "internal error", "zh": "内部错误"}[self.lang])
        return None

    def leave(self) -> None:
        """Begin nothing any more."""
        for pool in (self._near, self._far):
            pool.shutdown(wait=False, cancel_futures=True)
