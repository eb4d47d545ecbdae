"""A source document: the published text that a sheet has been encoded from."""

from __future__ import annotations

import os

from auditor.document import hazards
from auditor.document.nodes import LARGEST
from auditor.errors import UsageError, unreadable
from auditor.facts.records import Source
from auditor.sheet import Sheet
from auditor.wording import quote


def text_of(path: str) -> str:
    """Return the text of the file at `path`, which must be UTF-8; a byte order mark is left out.

    Raises UsageError when the file cannot be read, is too large, or is in another encoding.
    """
    try:
        with open(path, "rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    return decoded(raw, path)


def decoded(raw: bytes, name: str) -> str:
    """Return the text that bytes hold; `name` tells the reader of a message whose they are."""
    if len(raw) > LARGEST:
        raise UsageError(
            {
                "en": f"{quote(name)}: more than {LARGEST} bytes",
                "zh": f"{quote(name)}：超过 {LARGEST} 字节",
            }
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, probably = raw[: error.start].count(b"\n") + 1, hazards.probable(raw)
        raise UsageError(
            {
                "en": f"{quote(name)}: not UTF-8 (line {line}), probably {probably}; "
                "save it again as UTF-8",
                "zh": f"{quote(name)}：不是 UTF-8 编码（第 {line} 行），疑为 {probably}；"
                "请另存为 UTF-8 编码",
            }
        ) from None


def beside(sheet: Sheet, folder: str) -> Source | None:
    """Return the source document that a sheet names, from a folder of such documents.

    A name that leads out of the folder names none; None is returned where there is none.
    Raises UsageError for one that cannot be read.
    """
    name = sheet.source
    path = os.path.join(folder, name)
    if not name or name != os.path.basename(name) or not os.path.isfile(path):
        return None
    return Source(name, text_of(path))
