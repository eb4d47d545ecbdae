"""A real editor for the tests: a client that speaks with `auditor lsp` over its standard streams."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from auditor.lsp.places import Text

PATIENCE = 20.0
CAPABLE = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
    ),
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(True),
    ),
)


class Editor(LanguageClient):
    """Opens texts, changes them, and keeps what it has been told of them."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.encoding: str = types.PositionEncodingKind.Utf16
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.told: dict[str, types.PublishDiagnosticsParams] = {}
        self.news = asyncio.Event()
        self.registered: list[str] = []
        self.code: int | None = None
        self.log = ""

        def published(params: types.PublishDiagnosticsParams) -> None:
            self.told[params.uri] = params
            self.news.set()

        def registered(params: types.RegistrationParams) -> None:
            self.registered += [each.method for each in params.registrations]

        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self.feature(types.CLIENT_REGISTER_CAPABILITY)(registered)

    def open(self, uri: str, text: str, language: str = "yaml") -> None:
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, text: str) -> None:
        self.texts[uri] = text
        self.versions[uri] += 1
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def save(self, uri: str, path: Path) -> None:
        path.write_bytes(self.texts[uri].encode())
        about = types.TextDocumentIdentifier(uri)
        self.text_document_did_save(types.DidSaveTextDocumentParams(about))

    def changed_beside(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")
        change = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        self.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))

    def close(self, uri: str) -> None:
        about = types.TextDocumentIdentifier(uri)
        self.text_document_did_close(types.DidCloseTextDocumentParams(about))

    async def until(
        self, uri: str, wanted: Callable[[list[str]], bool]
    ) -> Sequence[types.Diagnostic]:
        """Return the diagnostics of a text when their codes are as wanted."""

        async def wait() -> Sequence[types.Diagnostic]:
            while True:
                found = self.told.get(uri)
                fresh = found is not None and found.version in (None, self.versions.get(uri))
                if found is not None and fresh and wanted(codes(found.diagnostics)):
                    return found.diagnostics
                self.news.clear()
                await self.news.wait()

        return await asyncio.wait_for(wait(), PATIENCE)

    async def hover(self, uri: str, needle: str, inside: int = 0) -> types.Hover | None:
        about = types.TextDocumentIdentifier(uri)
        params = types.HoverParams(about, self.at(uri, needle, inside))
        return await asyncio.wait_for(self.text_document_hover_async(params), PATIENCE)

    async def actions(
        self,
        uri: str,
        range_: types.Range,
        told: Sequence[types.Diagnostic] = (),
        only: Sequence[str] | None = None,
    ) -> list[types.CodeAction]:
        context = types.CodeActionContext(told, only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), range_, context)
        found = await asyncio.wait_for(self.text_document_code_action_async(params), PATIENCE)
        return [each for each in found or () if isinstance(each, types.CodeAction)]

    def at(self, uri: str, needle: str, inside: int = 0) -> types.Position:
        """Return the position of a character of a text, as the server counts."""
        before = self.texts[uri].replace("\r\n", "\n")
        before = before[: before.index(needle) + inside]
        line = before.count("\n")
        return Text(before, self.encoding).position(line + 1, len(before.split("\n")[-1]) + 1)

    def apply(self, action: types.CodeAction) -> None:
        """Make the one edit of a code action in the text that it is about."""
        assert action.edit is not None
        [change] = action.edit.document_changes or ()
        assert isinstance(change, types.TextDocumentEdit)
        uri = change.text_document.uri
        assert change.text_document.version == self.versions[uri]
        [edit] = change.edits
        assert isinstance(edit, types.TextEdit)
        self.change(uri, edited(self.texts[uri], edit, self.encoding))


def edited(text: str, edit: types.TextEdit, encoding: str) -> str:
    """Return a text after an edit, made as an editor would that counts in some units."""
    lines = text.splitlines(keepends=True) if "\r" in text else text.split("\n")
    joint = "" if "\r" in text else "\n"
    codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]

    def split(position: types.Position) -> tuple[str, str]:
        raw = lines[position.line].encode(codec)
        at = position.character * size
        before = joint.join([*lines[: position.line], raw[:at].decode(codec)])
        after = joint.join([raw[at:].decode(codec), *lines[position.line + 1 :]])
        return before, after

    return split(edit.range.start)[0] + edit.new_text + split(edit.range.end)[1]


def codes(told: Sequence[types.Diagnostic]) -> list[str]:
    return [str(each.code) for each in told]


@asynccontextmanager
async def editor(
    folder: Path,
    *options: str,
    capable: types.ClientCapabilities = CAPABLE,
    locale: str = "",
) -> AsyncIterator[Editor]:
    """Start a server in a folder, speak with it, and see it end as it should, with nothing to log."""
    client = Editor()
    command = (sys.executable, "-m", "auditor", "lsp", *options)
    env = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": os.getcwd()}
    await client.start_io(*command, cwd=folder, env=env)
    started = await asyncio.wait_for(
        client.initialize_async(
            types.InitializeParams(
                capable,
                locale=locale or None,
                workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "plans")],
            )
        ),
        PATIENCE,
    )
    client.encoding = started.capabilities.position_encoding or client.encoding
    client.initialized(types.InitializedParams())
    server = client._server
    assert server is not None
    try:
        yield client
        await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
        client.exit(None)
        client.code = await asyncio.wait_for(server.wait(), PATIENCE)
    finally:
        if server.returncode is None:
            server.kill()
        await client.stop()  # type: ignore[no-untyped-call]
        assert server.stderr is not None
        client.log = (await server.stderr.read()).decode()
