"""Reading sheets: files → plans, with the indicators that they share and the plans above them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from auditor import document, facts, files, sheet
from auditor.compare.summary import Summary, summarise
from auditor.discovery import CATALOGUE, ENDINGS, is_catalogue
from auditor.document import Document
from auditor.document.nodes import LARGEST
from auditor.errors import UsageError, unreadable
from auditor.facts import Plan
from auditor.home import home
from auditor.sheet import Indicator, Sheet
from auditor.wording import Wording


class Library:
    """Reads plans and remembers the indicator catalogues beside them."""

    def __init__(self) -> None:
        self._shared: dict[str, Mapping[str, Indicator]] = {}
        self.catalogues: list[Plan] = []

    def load(self, path: str) -> Plan:
        """Return the plan at `path`. Raises UsageError when the file cannot be read."""
        read = document.parse(path, _bytes(path))
        if is_catalogue(path):
            sheet.catalogue(read)
            return _faults_only(path, read)
        return facts.gather(sheet.build(read, self._indicators(os.path.dirname(path))))

    def beside(self, child: Summary) -> Plan | None:
        """Return the parent of a plan where it stands beside it or among the shipped plans.

        Raises UsageError when its file cannot be read.
        """
        folder = os.path.dirname(child.path)
        for candidate in (Path(folder), home() / "plans"):
            for ending in ENDINGS:
                path = candidate / f"{child.parent}{ending}"
                if path.parent == candidate and files.is_file(str(path)):
                    found = self.load(str(path))
                    if found.id == child.parent:
                        return found
        return None

    def context(
        self, summaries: list[Summary], unread: list[Wording] | None = None
    ) -> list[Summary]:
        """Return the parents that are not among these plans but can be found beside their children.

        Of one that cannot be read a sentence is put into `unread`; without it, raises UsageError.
        """
        known = {summary.plan for summary in summaries}
        found: list[Summary] = []
        for summary in summaries:
            child = summary
            while child.parent and child.parent not in known:
                try:
                    parent = self.beside(child)
                except UsageError as error:
                    if unread is None:
                        raise
                    unread.append(error.wording)
                    break
                if parent is None:
                    break
                child = summarise(parent, context=True)
                known.add(child.plan)
                found.append(child)
        return found

    def catalogues_beside(self, paths: Iterable[str]) -> list[Plan]:
        """Return the indicator catalogues in the folders of these sheets."""
        for folder in dict.fromkeys(map(os.path.dirname, paths)):
            self._indicators(folder)
        return self.catalogues

    def _indicators(self, folder: str) -> Mapping[str, Indicator]:
        if folder not in self._shared:
            path = os.path.join(folder, CATALOGUE)
            if files.is_file(path):
                read = document.parse(path, _bytes(path))
                self._shared[folder] = sheet.catalogue(read)
                self.catalogues.append(_faults_only(path, read))
            else:
                self._shared[folder] = self._shipped()
        return self._shared[folder]

    def _shipped(self) -> Mapping[str, Indicator]:
        path = home() / "plans" / CATALOGUE
        if str(path) not in self._shared:
            read = document.parse(str(path), path.read_bytes()) if path.is_file() else None
            self._shared[str(path)] = {} if read is None else sheet.catalogue(read)
        return self._shared[str(path)]


def _faults_only(path: str, read: Document) -> Plan:
    faults, comments = tuple(read.faults), read.comments
    return Plan(Sheet(path, "", faults=faults, comments=comments, whole=False), (), ())


def _bytes(path: str) -> bytes:
    try:
        return files.read(path, LARGEST + 1)
    except OSError as error:
        raise unreadable(path, error) from None
