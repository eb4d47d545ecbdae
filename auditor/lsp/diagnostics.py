"""Findings → diagnostics: the place, what is wrong there, and the other places that it is about."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity

from auditor.finding import Finding, Severity, Spot
from auditor.lsp.shelf import Shelf
from auditor.reporters import sentences
from auditor.wording import Lang, Wording, say, visible

SOURCE: Final = "auditor"
_SEVERITIES: Final = MappingProxyType(
    {
        Severity.ERROR: DiagnosticSeverity.Error,
        Severity.WARNING: DiagnosticSeverity.Warning,
        Severity.NOTE: DiagnosticSeverity.Information,
    }
)
_ABOUT: Final = Wording(en="{subject}: {message}", zh="{subject}：{message}")
_HELP: Final = Wording(en="help: {advice}", zh="建议：{advice}")


def diagnostic(finding: Finding, shelf: Shelf, lang: Lang, *, related: bool = True) -> Diagnostic:
    """Return a finding as a diagnostic; its data hold the fingerprint by which it is known again.

    With `related`, it tells the other places that it is about, in whichever sheet they are.
    """
    first, *others = finding.spots
    return Diagnostic(
        range=shelf.text(first.path).range(first.mark),
        message=message(finding, lang),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=[_related(spot, shelf, lang) for spot in others] if related else None,
        data={"fingerprint": finding.fingerprint},
    )


def message(finding: Finding, lang: Lang) -> str:
    """Return what is wrong and, on a line below, what would mend it."""
    told = finding.told(lang)
    subject = sentences.subject(finding, lang)
    if subject:
        told = say(_ABOUT, lang, {"subject": subject, "message": told})
    advice = finding.advice(lang)
    lines = [told, say(_HELP, lang, {"advice": advice})] if advice else [told]
    return "\n".join(map(visible, lines))


def fingerprint(told: Diagnostic) -> str:
    """Return the fingerprint of the finding that a diagnostic tells of, empty if it is none of ours."""
    known: Any = told.data
    return str(known.get("fingerprint", "")) if isinstance(known, dict) else ""


def _related(spot: Spot, shelf: Shelf, lang: Lang) -> DiagnosticRelatedInformation:
    told = " ".join(filter(None, (spot.place, spot.printed))) or spot.path
    if spot.label is not None:
        label = say(spot.label, lang, spot.label_fields)
        told = say(_ABOUT, lang, {"subject": told, "message": label}) if label else told
    return DiagnosticRelatedInformation(shelf.location(spot), visible(told))
