"""The texts of sheets as the editor has them, or as they stand on the disk, with their URIs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from lsprotocol.types import Location, PositionEncodingKind

from auditor import files
from auditor.finding import Spot
from auditor.lsp.places import Text


class Shelf:
    """Texts by path. `contents` are those that are held in memory, `uris` what the editor calls them."""

    def __init__(
        self,
        contents: Mapping[str, bytes],
        uris: Mapping[str, str],
        encoding: str = PositionEncodingKind.Utf16,
    ) -> None:
        self.contents = contents
        self._uris = uris
        self._encoding = encoding
        self._texts: dict[str, Text] = {}

    def text(self, path: str) -> Text:
        """Return the text of a sheet, an empty one when it cannot be read any more."""
        if path not in self._texts:
            self._texts[path] = Text(self._source(path), self._encoding)
        return self._texts[path]

    def uri(self, path: str) -> str:
        """Return the URI of a sheet."""
        return self._uris.get(path) or Path(os.path.abspath(path)).as_uri()

    def location(self, spot: Spot) -> Location:
        """Return where a spot is."""
        return Location(self.uri(spot.path), self.text(spot.path).range(spot.mark))

    def _source(self, path: str) -> str:
        try:
            with files.holding(self.contents):
                raw = files.read(path)
        except OSError:
            return ""
        try:
            return raw.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "replace")
