"""Which of an editor's files are sheets: other YAML files are none of the auditor's business."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from auditor import document, files
from auditor.discovery import discover, is_catalogue
from auditor.document.nodes import LARGEST
from auditor.errors import UsageError
from auditor.sheet import format as shapes

_TOP: Final = re.compile(r"""(?:^|\r)["']?(\w+)["']?\s*[:：]""", re.MULTILINE)
# A comment goes to the end of its line: of several ways to divide it into comments none is tried.
_BRACED: Final = re.compile(r"\ufeff?(?:\s|#[^\r\n]*[\r\n]|---)*\{")


def is_sheet(text: str) -> bool:
    """Return whether a text is a sheet: it has a key `plan` and another one that sheets have.

    The lines are looked at, since a sheet that is being typed can seldom be read to its end.
    """
    keys = _keys(text)
    return "plan" in keys and len(keys & shapes.SHEET.keys()) > 1


def concerns(path: str, text: str) -> bool:
    """Return whether a file is one that the auditor has something to say of."""
    return is_sheet(text) or (is_catalogue(path) and "indicators" in _keys(text))


def below(paths: Iterable[str]) -> list[str]:
    """Return the sheets at or below these paths, sorted; what cannot be read is left out."""
    found: list[str] = []
    for path in paths:
        try:
            found += discover([path])
        except UsageError:
            continue
    return sorted({os.path.abspath(path) for path in found if is_sheet(_head(path))})


def path_of(uri: str) -> str | None:
    """Return the path that a URI is about; of a text without a file yet, one in this folder.

    None is returned for anything else, such as an editor's view of an earlier version.
    """
    parts = urlsplit(uri)
    if parts.scheme == "untitled":
        return os.path.abspath(os.path.basename(unquote(parts.path)) or "untitled")
    if parts.scheme != "file":
        return None
    host = f"//{parts.netloc}" if parts.netloc not in ("", "localhost") else ""
    return os.path.abspath(url2pathname(host + parts.path))


def _keys(text: str) -> set[str]:
    if not _BRACED.match(text):
        return set(_TOP.findall(text.removeprefix("\ufeff")))
    root = document.parse("", text.encode("utf-8", "surrogatepass")).root
    return set(root.entries) if isinstance(root, document.Mapping) else set()


def _head(path: str) -> str:
    try:
        return files.read(path, LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""
