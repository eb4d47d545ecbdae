"""A plan as its readers see it, as one JSON object.

```
{"version": 1,
 "plan": {"id", "title", "area", "level", "parent", "period", "path", "whole"},
 "indicators": [{"id", "name", "kind", "unit", "better",
   "quantities": [{"area", "scope", "role", "baseline", "current", "period", "basis", "change",
     "statements": [FIGURE], "yearly_mean": [NUMBER] | null,
     "against_base": {"base": FIGURE, "difference": [NUMBER], "percent": [NUMBER] | null} | null}]}],
 "unbound": [FIGURE],
 "claims": [{"kind", "place", "line", "column", "formula", "text", "verdict", "reason", "figures": [FIGURE],
   "findings": [NOTE]}],
 "allotted": [{"indicator", "by": {PLAN: FIGURE}}],
 "weights": {"name", "by": {PLAN: FIGURE}} | null,
 "summary": {"errors", "warnings", "notes", "unread"}}
FIGURE = {"printed", "low", "high", "unit", "place", "path", "line", "column",
          "value", "bound", "id", "findings": [NOTE]}
NOTE   = {"code", "name", "severity", "stands", "primary"}
```

Numbers are decimal strings in base units, `a/b` where there is no finite one; lines and columns
count from 1; what is printed is kept to the letter. `period` is `{"start", "end"}` or null. `kind`
is flow, stock, rate, change or empty, `role` target, actual or empty, `basis` cumulative, annual,
average or empty, `change` empty, rise_by, fall_by or move_by. `value` is empty for words and ratios. The
two numbers of a range stand in lists. `difference` is in base units, for a flow of a year; for a
rate in percentage points. `verdict` is holds, fails or undecided.
"""

from __future__ import annotations

from typing import Any, TextIO

from auditor.facts import Fact
from auditor.finding import tallied
from auditor.phrases import amount
from auditor.reporters import Style
from auditor.reporters.contract import VERSION
from auditor.reporters.json import dump, figure
from auditor.rule import spot
from auditor.sheet import Period
from auditor.view.claims import Asserted
from auditor.view.indicators import Division, Quantity, Sight, Strand, Subject
from auditor.view.measures import Change
from auditor.view.notes import Note, Noted
from auditor.wording import Lang


def write(sight: Sight, stream: TextIO, style: Style) -> None:
    """Write all that is to be seen of a plan as one JSON object."""
    dump(content(sight, style.lang), stream)


def content(sight: Sight, lang: Lang) -> dict[str, Any]:
    """Return a plan as the contract lays it down."""
    weights = sight.weights
    return {
        "version": VERSION,
        "plan": _plan(sight),
        "indicators": [_subject(subject, lang) for subject in sight.subjects],
        "unbound": [noted(each) for each in sight.unbound],
        "claims": [_claim(claim, lang) for claim in sight.claims],
        "allotted": [{"indicator": each.id, "by": _by(each)} for each in sight.allotted],
        "weights": None if weights is None else {"name": weights.name, "by": _by(weights)},
        "summary": _summary(sight),
    }


def stated(fact: Fact) -> dict[str, Any]:
    """Return a figure in its place: what is printed, its number, and what it may stand for."""
    value = amount(fact.value) if fact.figure.numeric else ""
    return {**figure(spot(fact)), "value": value, "bound": fact.figure.bound, "id": fact.entry.id}


def noted(each: Noted) -> dict[str, Any]:
    """Return a figure in its place with the findings that it is part of."""
    return {**stated(each.fact), "findings": [_note(note) for note in each.notes]}


def period(found: Period | None) -> dict[str, int] | None:
    """Return a period by its years."""
    return None if found is None else {"start": found.start, "end": found.end}


def _plan(sight: Sight) -> dict[str, Any]:
    sheet = sight.plan.sheet
    return {
        "id": sheet.plan,
        "title": sheet.title,
        "area": sheet.area,
        "level": sheet.level,
        "parent": sheet.parent,
        "period": period(sheet.period),
        "path": sheet.path,
        "whole": sheet.whole,
    }


def _subject(subject: Subject, lang: Lang) -> dict[str, Any]:
    indicator = subject.indicator
    return {
        "id": subject.id,
        "name": indicator.name[lang] if indicator else "",
        "kind": subject.kind,
        "unit": subject.unit,
        "better": indicator.better if indicator else "",
        "quantities": [
            _quantity(strand, quantity)
            for strand in subject.strands
            for quantity in strand.quantities
        ],
    }


def _quantity(strand: Strand, quantity: Quantity) -> dict[str, Any]:
    key, mean = quantity.key, quantity.mean
    return {
        "area": strand.area,
        "scope": strand.scope,
        "role": key.role,
        "baseline": quantity.baseline,
        "current": quantity.current,
        "period": period(key.period),
        "basis": key.basis,
        "change": key.change,
        "statements": [noted(each) for each in quantity.statements],
        "yearly_mean": None if mean is None else [amount(end) for end in mean.ends],
        "against_base": _change(quantity.change),
    }


def _change(found: Change | None) -> dict[str, Any] | None:
    if found is None:
        return None
    percent = [amount(each.value) for each in found.relative]
    return {
        "base": stated(found.base),
        "difference": [amount(end) for end in found.ends],
        "percent": percent or None,
    }


def _claim(claim: Asserted, lang: Lang) -> dict[str, Any]:
    mark = claim.claim.mark
    return {
        "kind": claim.claim.kind,
        "place": claim.claim.place,
        "line": mark.line,
        "column": mark.column,
        "formula": claim.claim.formula,
        "text": claim.text,
        "verdict": claim.verdict,
        "reason": claim.reason[lang] if claim.reason else "",
        "figures": [stated(fact) for fact in claim.facts],
        "findings": [_note(note) for note in claim.notes],
    }


def _by(division: Division) -> dict[str, Any]:
    return {child: noted(each) for child, each in division.by.items()}


def _note(note: Note) -> dict[str, Any]:
    return {**note._asdict(), "severity": note.severity.word}


def _summary(sight: Sight) -> dict[str, int]:
    counts = {f"{severity.word}s": count for severity, count in tallied(sight.findings).items()}
    return {**counts, "unread": len(sight.unread)}
