"""The server: what an editor tells and asks, and what it is answered."""

from __future__ import annotations

import logging
import sys
from typing import Any, BinaryIO, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from auditor import __version__, document, files
from auditor.discovery import ENDINGS
from auditor.finding import Finding, Mend
from auditor.library import Library
from auditor.lsp import actions, sheets
from auditor.lsp.checking import Setup
from auditor.lsp.desk import PAUSE, Desk
from auditor.lsp.hover import Seen, hover
from auditor.lsp.pages import Page
from auditor.wording import visible

_log: Final = logging.getLogger("auditor.lsp")
_WATCHED: Final = [types.FileSystemWatcher(f"**/*{ending}") for ending in ENDINGS]
# Whole texts are sent: an editor and pygls need not agree on where lines end, or how they count.
_SYNC: Final = types.TextDocumentSyncKind.Full


class Server(LanguageServer):
    """A language server for sheets."""

    def __init__(self, setup: Setup) -> None:
        super().__init__("auditor", __version__, text_document_sync_kind=_SYNC)
        self.desk = Desk(setup, self)
        self.follows = setup.follows

    @property
    def folders(self) -> list[str]:
        """Return the folders that the editor works in."""
        uris = [each.uri for each in self.workspace.folders.values()]
        uris += [self.workspace.root_uri] if self.workspace.root_uri and not uris else []
        return [path for uri in uris if (path := sheets.path_of(uri)) is not None]

    @property
    def encoding(self) -> str:
        """Return in what units the editor counts columns."""
        return self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16

    def can(self, *names: str) -> Any:
        """Return what the editor says of a capability, None if it says nothing."""
        found: Any = self.client_capabilities
        for name in names:
            found = getattr(found, name, None)
        return found

    def publish(self, params: types.PublishDiagnosticsParams) -> None:
        """Tell the editor the diagnostics of a sheet."""
        self.text_document_publish_diagnostics(params)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell of an internal error in the log, and not in the drafter's way."""
        _log.error("%s: %s", source.__name__, error)

    def take(self, uri: str, pause: float = 0) -> None:
        """Take over a text that the editor has open, if it is YAML."""
        text = self.workspace.get_text_document(uri)
        if text.language_id == "yaml" or text.path.endswith(ENDINGS):
            self.desk.take(uri, text.source, text.version, pause)

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Return what is to be told of the text at a place."""
        found = await self.desk.latest(params.text_document.uri)
        if found is None:
            return None
        about, checked = found
        shelf, lang = self.desk.shelf, self.desk.lang
        text = shelf.text(about.path)
        formats = self.can("text_document", "hover", "content_format")
        plain = bool(formats) and types.MarkupKind.Markdown not in formats
        kind = types.MarkupKind.PlainText if plain else types.MarkupKind.Markdown

        def look() -> types.Hover | None:
            page = Page(shelf.uri, plain=plain)
            with files.holding(shelf.contents):
                read = document.parse(about.path, files.read(about.path))
                plan = Library().load(about.path)
            seen = Seen(read, plan, checked.report, self.desk.checker.summaries)
            mark = hover(seen, *text.place(params.position), page, lang)
            if mark is None:
                return None
            return types.Hover(types.MarkupContent(kind, str(page)), text.exactly(mark))

        return await self.desk.beside(look)

    async def code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return the edits for the findings at a place."""
        only = params.context.only
        if only is not None and not {"", types.CodeActionKind.QuickFix} & set(only):
            return []
        found = await self.desk.latest(params.text_document.uri)
        if found is None:
            return []
        _, checked = found
        shelf, told = self.desk.shelf, params.context.diagnostics
        versioned = self.can("workspace", "workspace_edit", "document_changes")
        versions = {each.path: each.version for each in self.desk.open.values()}
        writer = actions.Writer(shelf, versions if versioned else None)

        def mends(finding: Finding) -> tuple[Mend, ...]:
            return self.desk.checker.mends(finding, checked, shelf.contents)

        def look() -> list[types.CodeAction]:
            meant = actions.meant(checked.findings, params.range, told, shelf)
            return actions.actions(meant, mends, told, writer, self.desk.lang)

        return await self.desk.beside(look) or []


def build(setup: Setup) -> Server:
    """Return a server that does what an editor asks for."""
    server = Server(setup)
    _hear_of_folders(server)
    _hear_of_texts(server)
    _answer(server)
    return server


def _hear_of_folders(server: Server) -> None:
    desk = server.desk

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        if server.follows and params.locale:
            desk.lang = "zh" if params.locale.lower().startswith("zh") else "en"

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        desk.go_over()
        if server.can("workspace", "did_change_watched_files", "dynamic_registration"):
            about = types.DidChangeWatchedFilesRegistrationOptions(_WATCHED)
            asked = types.Registration("sheets", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, about)
            await server.client_register_capability_async(types.RegistrationParams([asked]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def beside(params: types.DidChangeWatchedFilesParams) -> None:
        desk.go_over()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def moved(params: types.DidChangeWorkspaceFoldersParams) -> None:
        desk.go_over()


def _hear_of_texts(server: Server) -> None:
    desk = server.desk

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.take(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.take(params.text_document.uri, PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri in desk.open:
            desk.go_over()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        desk.close(params.text_document.uri)


def _answer(server: Server) -> None:
    edits = types.CodeActionOptions([types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(params: types.HoverParams) -> types.Hover | None:
        return await server.hover(params)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, edits)
    async def asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await server.code_actions(params)


def serve(setup: Setup, stdin: BinaryIO, stdout: BinaryIO) -> bool:
    """Serve an editor until it leaves; return whether it has said so before."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Plain("%(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    server = build(setup)
    server.start_io(stdin, stdout)
    server.desk.leave()
    return bool(server.protocol._shutdown)


class _Plain(logging.Formatter):
    """Makes visible what a terminal would obey."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as lines of plain text."""
        return "\n".join(map(visible, super().format(record).split("\n")))
