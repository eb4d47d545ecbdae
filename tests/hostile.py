"""Text that would break out of a report if it were let, and sheets that are full of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

# The last ones are file names that no text has: a byte that is no UTF-8, a lone surrogate to Python.
CORPUS: Final = (
    "::error::x", "::error file=a.yaml,line=1::x", "  ::stop-commands::x", "##[error]x",
    "##vso[task.setvariable variable=a]b", "#\u00ad#[error]x", "\u00ad::error::x", "[/red]",
    "[bold]x[/bold]", ":smile:", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "</failure><failure/>", "]]><x/>", "&lt;script&gt;", "&#x202e;", "&amp;", "<!-- x", '" onload="x',
    "\x1b[31mred", "\x1b]8;;http://x\x07x", "\x00", "\x07\x7f\x9b", "\u202eabc\u2066", "\ufffe\uffff",
    "a\nb", "a\n::error::x", "a\r::error::x", "\u2028::error::x", "\x85::error::x", "%0A::error::x",
    "%250A", "a:b,c=d", "{0}", "{place}", "%(x)s", "[a](http://x)", "![a](http://x)", "[a](1)",
    "`code`", "``", "```\n# x", "| a | b |", "\\|", "\\", "**x**", "~~x~~", "- x", "# x", "1. x",
    "..", "'", '"', "-", "x" * 10_000, "<" * 3_000, "就业" * 2_000,
)  # fmt: skip
NAMES: Final = (*CORPUS, "\udcff", "\udcff::error::x")
# What a terminal or a reader of lines would obey.
UNSAFE: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def file_name(text: str) -> str:
    """Return a name of a sheet that holds as much of a text as a system allows."""
    cut = text.replace("/", "∕").replace("\x00", "")
    while len(cut.encode("utf-8", "surrogateescape")) > 240:
        cut = cut[:-1]
    return f"{cut}.yaml"


def sheet(text: str) -> str:
    """Return a sheet that says a text wherever it may say something."""
    quoted = json.dumps(text[:9_000])
    comment = UNSAFE.sub("", text[:500].split("\n")[0])
    return f"""\
plan: {json.dumps(text[:40] or "a")}
title: {quoted}
area: {quoted}
level: {quoted}
period: 2021-2025
parent: {json.dumps(text[:30])}
{json.dumps(text[:60])}: 1
indicators:
  jobs: {{name: {quoted}, kind: flow, unit: 人, better: more}}
  {json.dumps(text[:50])}: {{name: {quoted}, kind: rate, unit: {quoted}, better: {quoted}}}
tables:
  {json.dumps(text[:50])}:
    title: {quoted}
    columns:
      - {{head: {quoted}, role: target, time: 2025}}
      - {{head: {quoted}, role: target, time: 2025}}
    rows:
      - {{row: {quoted}, indicator: jobs, cells: [〔3人〕], attribute: {quoted}}}
text:
  - {{at: {quoted}, id: {json.dumps(text[:30])}, indicator: jobs, scope: {quoted}, role: target, says: 5000人, basis: cumulative}}
  - {{at: {quoted}, indicator: jobs, scope: {quoted}, role: target, says: 6000人, basis: cumulative}}
  - {{at: {quoted}, indicator: {quoted}, role: target, says: {json.dumps(text[:300] + "9")}}}
  # audit: ignore[TXT002] {comment}
  - {{at: {quoted}, indicator: jobs, role: target, says: 7人, basis: cumulative}}
  - {{at: {quoted}, indicator: jobs, role: target, says: 8人, basis: cumulative}}  # audit: ignore[{comment}] {comment}
claims:
  - {{at: {quoted}, holds: {json.dumps("a = " + text[:200])}}}
"""


def written(folder: Path, text: str) -> str:
    """Write a sheet full of a text into a folder, under that name where it can be one; return its name."""
    name = file_name(text)
    (folder / name).write_text(sheet(text.encode("utf-8", "replace").decode()), encoding="utf-8")
    return name
