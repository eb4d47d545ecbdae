"""However a sheet is mangled, the auditor answers: no traceback, no hang, no silence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from auditor import document, facts, sheet
from auditor.catalogue import rules
from auditor.compare.rollup import Run
from auditor.compare.summary import summarise
from auditor.home import home
from auditor.library import Library
from auditor.rule import Hit
from auditor.suppression import Suppression, understood
from auditor.wording import say

SHEETS = [path.read_bytes() for path in sorted((home() / "plans").glob("*.yaml"))]
SHARED = Library()._shipped()
RULES = rules()
BITS = st.sampled_from(
    [b":", b"{", b"}", b"[", b"]", b"\t", b"\n", b"- ", b"&a ", b"*a", b"!!", b"%", b">", b'"', b"'",
     b"\x00", b"\xff", b"\xef\xbc\x9a", b"9" * 50, "万".encode(), b"---\n", b"# audit: ignore[", b"# ", b"? ", b"|\n", b","]
)  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """Return a sheet after one to four cuts, doublings, swaps, truncations or insertions."""
    raw = draw(st.sampled_from(SHEETS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        stop = min(len(raw), start + draw(st.integers(0, 200)))
        piece = raw[start:stop]
        match draw(st.sampled_from(("delete", "duplicate", "swap", "truncate", "insert", "bytes"))):
            case "delete":
                raw = raw[:start] + raw[stop:]
            case "duplicate":
                raw = raw[:stop] + piece + raw[stop:]
            case "swap":
                raw = raw[:start] + piece[::-1] + raw[stop:]
            case "truncate":
                raw = raw[:start]
            case "insert":
                raw = raw[:start] + draw(BITS) + raw[start:]
            case _:
                raw = raw[:start] + draw(st.binary(max_size=8)) + raw[start:]
    return raw


def suppressions(plan: facts.Plan) -> list[Suppression]:
    return [understood("a.yaml", plan.id, each, date.min) for each in plan.sheet.comments]


def answered(raw: bytes) -> bool:
    """Return whether every fault of a sheet is told by a rule, in both languages."""
    plan = facts.gather(sheet.build(document.parse("a.yaml", raw), SHARED))
    subjects = {"plan": plan, "run": Run((summarise(plan),)), "suppressions": suppressions(plan)}
    told = 0
    for rule in RULES:
        for verdict in rule.check(subjects[rule.scope], rule.options):
            if isinstance(verdict, Hit):
                message = verdict.message or rule.message
                told += all(say(message, lang, verdict.fields) for lang in ("en", "zh"))
    known = {rule.name for rule in RULES}
    return plan.faults_by_kind.keys() <= known and (told > 0 or plan.sheet.whole)


@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(mangled())
@example(b"")
@example(b"[" * 200_000)
@example(b"a: &a [*a, *a]\n")
@example(b"\xff\xfe\x00")
def test_a_mangled_sheet_is_answered(raw: bytes) -> None:
    assert answered(raw)


@pytest.mark.parametrize(
    "raw", [b"[" * 100_000, b"{a: " * 50_000, b"- " * 50_000, b"a: '" + b"x" * 10**6]
)
def test_a_hostile_sheet_is_answered_too(raw: bytes) -> None:
    assert answered(raw)
