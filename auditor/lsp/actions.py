"""Code actions: the edits that would settle a finding, and the exception that a sheet may make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Final, NamedTuple

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from auditor.discovery import is_catalogue
from auditor.finding import Finding, Mend, suppressible
from auditor.lsp.diagnostics import fingerprint
from auditor.lsp.edits import Edit, excepted, reprinted
from auditor.lsp.shelf import Shelf
from auditor.wording import Lang, Wording, say, visible

_TRY: Final = Wording(
    en="try: {printed} → {text} ({reason})", zh="可试：{printed} → {text}（{reason}）"
)
_TRY_AT: Final = Wording(
    en="try: {place}: {printed} → {text} ({reason})",
    zh="可试：{place}：{printed} → {text}（{reason}）",
)
_EXCEPT: Final = Wording(
    en="make an exception to {rule} here, with a reason", zh="在此豁免 {rule}，并写明理由"
)

_MOST: Final = 12

Mends = Callable[[Finding], Sequence[Mend]]


class Writer:
    """Writes edits as the editor takes them.

    `versions` are those of the texts that are open, None when the editor knows no versions of
    edits.
    """

    def __init__(self, shelf: Shelf, versions: Mapping[str, int | None] | None) -> None:
        self.shelf = shelf
        self.versions = versions

    def edit(self, path: str, edit: Edit) -> WorkspaceEdit:
        """Return an edit of the sheet at a path."""
        text, uri = self.shelf.text(path), self.shelf.uri(path)
        change = TextEdit(text.exactly(edit.mark), edit.text.replace("\n", text.eol))
        if self.versions is None:
            return WorkspaceEdit(changes={uri: [change]})
        about = OptionalVersionedTextDocumentIdentifier(uri, self.versions.get(path))
        return WorkspaceEdit(document_changes=[TextDocumentEdit(about, [change])])


def meant(
    findings: Sequence[Finding], asked: Range, told: Sequence[Diagnostic], shelf: Shelf
) -> list[Finding]:
    """Return the findings that the editor asks for: those of its diagnostics and those in a range.

    Of a long stretch, only the first: nobody chooses among hundreds of edits.
    """
    known = {fingerprint(each) for each in told}
    found = (
        finding
        for finding in findings
        if finding.fingerprint in known
        or _touch(shelf.text(finding.path).range(finding.spots[0].mark), asked)
    )
    return list(islice(found, _MOST))


def actions(
    findings: Sequence[Finding],
    mends: Mends,
    told: Sequence[Diagnostic],
    writer: Writer,
    lang: Lang,
) -> list[CodeAction]:
    """Return the edits for some findings, those that mend before those that excuse.

    `told` are the diagnostics that the editor has of them.
    """
    known = {fingerprint(each): each for each in told}
    offers: dict[_Offer, list[Diagnostic]] = {}
    for offered in (partial(_mending, mends), _excepting):
        for finding in findings:
            for offer in offered(finding, writer.shelf, lang):
                about = known.get(finding.fingerprint)
                offers.setdefault(offer, []).extend([about] if about else [])
    return [
        CodeAction(
            title=offer.title,
            kind=CodeActionKind.QuickFix,
            diagnostics=about or None,
            edit=writer.edit(offer.path, offer.edit),
        )
        for offer, about in offers.items()
    ]


class _Offer(NamedTuple):
    title: str
    path: str
    edit: Edit


def _mending(mends: Mends, finding: Finding, shelf: Shelf, lang: Lang) -> Iterator[_Offer]:
    for mend in mends(finding):
        spot = mend.spot
        text = shelf.text(spot.path)
        edit = reprinted(text, spot.mark, spot.printed, mend.text) if mend.text else None
        if edit is not None:
            yield _Offer(_title(mend, finding, lang), spot.path, edit)


def _excepting(finding: Finding, shelf: Shelf, lang: Lang) -> Iterator[_Offer]:
    line = finding.spots[0].mark.line
    edit = None
    # A catalogue of indicators belongs to all sheets beside it, and makes no exceptions.
    if suppressible(finding.code) and not is_catalogue(finding.path):
        edit = excepted(shelf.text(finding.path), line, finding.name)
    if edit is not None:
        yield _Offer(say(_EXCEPT, lang, {"rule": finding.name}), finding.path, edit)


def _title(mend: Mend, finding: Finding, lang: Lang) -> str:
    fields = {
        "place": mend.spot.place,
        "printed": mend.spot.printed,
        "text": mend.text,
        "reason": mend.told(lang),
    }
    here = mend.spot == finding.spots[0] or not mend.spot.place
    return visible(say(_TRY if here else _TRY_AT, lang, fields))


def _touch(one: Range, other: Range) -> bool:
    """Return whether two stretches have a character, or the place between two, in common."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: Position) -> tuple[int, int]:
    return position.line, position.character
