"""Finding sheets: files, folders and patterns → the paths of sheets, sorted, each once."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from auditor import files
from auditor.errors import UsageError
from auditor.wording import Wording, quote

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

CATALOGUE: Final = "indicators.yaml"
ENDINGS: Final = (".yaml", ".yml")
NO_SHEETS: Final[Wording] = {
    "en": "nothing to check: no .yaml sheets found",
    "zh": "没有可检查的内容：未找到 .yaml 表单",
}
_MAGIC: Final = re.compile(r"[*?[]")
_IGNORE_FILE: Final = ".gitignore"


def discover(paths: Iterable[str], known: Container[str] = ()) -> list[str]:
    """Return the sheets at the given files, folders and patterns, as written.

    In folders every .yaml and .yml file is a sheet, except the indicator catalogue, what is
    hidden and what git ignores; a file that is named is always one, and one that is `known`
    need not be there any more. Raises UsageError for what does not exist.
    """
    found: dict[str, str] = {}
    for path in paths:
        for name in (path,) if path in known else _at(path):
            found.setdefault(os.path.realpath(name), name)
    return sorted(found.values())


def is_catalogue(path: str) -> bool:
    """Return whether a file is called as a catalogue of indicators is."""
    return os.path.basename(path) == CATALOGUE


def _at(path: str) -> Iterator[str]:
    if os.path.isdir(path):
        yield from _walk(path)
    elif os.path.exists(path) or files.held(path):
        yield path
    else:
        magic = _MAGIC.search(path)
        matching = sorted(glob.glob(path, recursive=True)) if magic else []
        if magic is None or not matching:
            raise UsageError(
                {
                    "en": f"there is no file or folder {quote(path)!r}",
                    "zh": f"没有文件或文件夹“{quote(path)}”",
                }
            )
        yield from _among(matching, os.path.dirname(path[: magic.start()]))


def _among(names: Iterable[str], top: str) -> Iterator[str]:
    """Give the sheets among the files and folders below `top` that match a pattern."""
    ignored = _Ignored(top)
    for name in names:
        ignored.enter_all(os.path.dirname(name))
        if os.path.isdir(name):
            if not ignored.covers("", f"{name}/"):
                yield from _walk(name)
        elif not ignored.covers("", name) and _is_sheet(name):
            yield name


def _walk(folder: str) -> Iterator[str]:
    ignored = _Ignored(folder)
    for parent, folders, names in os.walk(folder):
        ignored.enter(parent, names)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not ignored.covers(parent, f"{name}/")
        )
        for name in sorted(names):
            path = os.path.join(parent, name)
            if not ignored.covers(parent, name) and _is_sheet(path):
                yield path


def _is_sheet(path: str) -> bool:
    """Return whether a file that nobody has named is a sheet: no pipe, whose reader would wait."""
    name = os.path.basename(path)
    if not name.endswith(ENDINGS) or name.startswith(".") or is_catalogue(name):
        return False
    try:
        return not stat.S_ISFIFO(os.stat(path).st_mode)
    except OSError:
        return True  # the audit tells of it


class _Ignored:
    """What the .gitignore files in a folder, below it, and above it in its repository leave out."""

    def __init__(self, folder: str) -> None:
        self.specs: dict[str, GitIgnoreSpec] = {}
        self.entered = {folder}
        top = os.path.abspath(folder)
        above = [top]
        while not os.path.exists(os.path.join(above[-1], ".git")):
            parent = os.path.dirname(above[-1])
            if parent == above[-1]:
                above = [top]
                break
            above.append(parent)
        for each in above:
            self.enter(each, (_IGNORE_FILE,))

    def enter(self, folder: str, names: Iterable[str]) -> None:
        """Read the .gitignore of a folder, if it is among its files."""
        folder = os.path.abspath(folder)
        path = os.path.join(folder, _IGNORE_FILE)
        if folder in self.specs or _IGNORE_FILE not in names or not os.path.isfile(path):
            return
        from pathspec import GitIgnoreSpec

        try:
            with open(path, encoding="utf-8-sig", errors="replace") as file:
                lines = [line for line in file if _is_pattern(line)]
        except OSError:
            return  # as git does
        self.specs[folder] = GitIgnoreSpec.from_lines(lines)

    def enter_all(self, folder: str) -> None:
        """Read the .gitignore of a folder, and of those above it up to one that has been entered."""
        while folder not in self.entered:
            self.entered.add(folder)
            self.enter(folder, (_IGNORE_FILE,))
            folder = os.path.dirname(folder)

    def covers(self, folder: str, name: str) -> bool:
        """Return whether a file, or a folder whose name ends with /, is left out.

        Of several .gitignore files that speak of it, the nearest decides.
        """
        if not self.specs:
            return False
        path = os.path.join(os.path.abspath(folder), name)
        for base in sorted(self.specs, key=len, reverse=True):
            if path.startswith(os.path.join(base, "")):
                said = self.specs[base].check_file(
                    os.path.relpath(path, base) + "/" * name.endswith("/")
                )
                if said.include is not None:
                    return bool(said.include)
        return False


def _is_pattern(line: str) -> bool:
    """Return whether a line of a .gitignore can be read; git passes over those that cannot."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
