"""The language server as an editor meets it: a process, spoken with over its standard streams."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from auditor.catalogue import rules
from auditor.engine import audit
from auditor.lsp.edits import NO_REASON_YET
from tests import sheets
from tests.editor import CAPABLE, PATIENCE, editor

HEAD = f"""{sheets.CLEAN}indicators:
  jobs: {{name: {{en: New jobs, zh: 新增就业}}, kind: flow, unit: 人, better: more}}
text:
"""
SAYS = "  - {at: 一, indicator: jobs, role: target, basis: cumulative, says: %s}\n"
CLEAN = HEAD + SAYS % "1.9万人" + SAYS % "1.9万人"
WRONG = HEAD + SAYS % "1.9万人" + SAYS % "1.2万人"

Test = Callable[[Path], Coroutine[Any, Any, None]]


def in_a_loop(test: Test) -> Callable[[Path], None]:
    def run(tmp_path: Path) -> None:
        asyncio.run(asyncio.wait_for(test(tmp_path), 3 * PATIENCE))

    run.__name__ = run.__qualname__ = getattr(test, "__name__", "run")
    return run


def is_(*wanted: str) -> Callable[[list[str]], bool]:
    return lambda found: found == list(wanted)


def has(code: str) -> Callable[[list[str]], bool]:
    return lambda found: code in found


def titles(found: list[types.CodeAction]) -> list[str]:
    return [each.title for each in found]


@in_a_loop
async def test_a_conflict_is_told_looked_at_and_mended_without_ever_saving(folder: Path) -> None:
    path = folder / "a.yaml"
    uri = path.as_uri()
    # In the line before the figure stands what takes two units of UTF-16; lines end as on Windows.
    last = (
        '  - {"at": "😀𠮷", indicator: jobs, role: target, basis: cumulative, says: \'1.2万人\'}\n'
    )
    text = (HEAD + SAYS % "1.9万人" + SAYS % "1.9万人" + last).replace("\n", "\r\n")
    async with editor(folder) as client:
        client.open(uri, text)
        [found] = await client.until(uri, is_("TXT002"))
        assert found.severity is types.DiagnosticSeverity.Error
        assert found.source == "auditor"
        assert found.range.start == client.at(uri, "'1.2万人'")
        assert found.range.end == client.at(uri, "'1.2万人'", 7)
        assert found.range.start.character == last.index("'1.2") + 2
        assert len(found.related_information or ()) == 2
        assert {each.location.uri for each in found.related_information or ()} == {uri}

        shown = await client.hover(uri, "1.2万人", 1)
        assert shown is not None
        assert isinstance(shown.contents, types.MarkupContent)
        assert shown.contents.value.startswith("**1.2万人** · New jobs, target 2021–2025\n")
        assert "text-against-text" in shown.contents.value
        assert shown.range == found.range
        shown = await client.hover(uri, "jobs", 0)
        assert shown is not None
        assert isinstance(shown.contents, types.MarkupContent)
        assert shown.contents.value.count("1.9万人") == 2
        assert await client.hover(uri, "title") is None

        actions = await client.actions(uri, found.range, [found])
        assert titles(actions) == [
            "try: 1.2万人 → 1.9万人 (one digit changed)",
            "make an exception to text-against-text here, with a reason",
        ]
        assert await client.actions(uri, found.range, only=["refactor", "source"]) == []
        assert await client.actions(uri, found.range, only=["quickfix"]) != []
        assert [list(each.diagnostics or ()) for each in actions] == [[found], [found]]
        client.apply(actions[0])
        assert client.texts[uri] == text.replace("1.2万人", "1.9万人")
        await client.until(uri, is_())
        assert await client.actions(uri, found.range) == []
    assert (client.code, client.log) == (0, "")
    assert not path.exists()


@in_a_loop
async def test_an_exception_is_made_once_it_has_a_reason(folder: Path) -> None:
    uri = (folder / "a.yaml").as_uri()
    capable = replace_encodings(types.PositionEncodingKind.Utf8)
    async with editor(folder, capable=capable) as client:
        assert client.encoding == "utf-8"
        client.open(uri, WRONG)
        [found] = await client.until(uri, is_("TXT002"))
        *_, action = await client.actions(uri, found.range)
        client.apply(action)
        await client.until(uri, lambda found: "TXT002" in found and "SUP003" in found)
        client.change(uri, client.texts[uri].replace(NO_REASON_YET, "另行更正"))
        await client.until(uri, is_())
        client.change(uri, WRONG)
        await client.until(uri, is_("TXT002"))
    assert (client.code, client.log) == (0, "")


def replace_encodings(*wanted: types.PositionEncodingKind) -> types.ClientCapabilities:
    general = types.GeneralClientCapabilities(position_encodings=[*wanted])
    return types.ClientCapabilities(
        text_document=CAPABLE.text_document, workspace=CAPABLE.workspace, general=general
    )


@in_a_loop
async def test_a_folder_is_gone_over_and_sheets_are_compared(folder: Path) -> None:
    parent, child, other = folder / "p.yaml", folder / "c.yaml", folder / "ci.yaml"
    parent.write_text(HEAD.replace("plan: a", "plan: p") + SAYS % "5万人", encoding="utf-8")
    head = HEAD.replace("plan: a", "plan: c\nparent: p").replace("area: a", "area: c")
    child.write_text(head + SAYS % "9万人", encoding="utf-8")
    other.write_text("plan:\n  stage: [deploy\n", encoding="utf-8")
    uri = child.as_uri()
    async with editor(folder) as client:
        [found] = await client.until(uri, is_("ROL004"))
        assert [each.location.uri for each in found.related_information or ()] == [parent.as_uri()]
        client.open(uri, child.read_text(encoding="utf-8"))
        client.open(other.as_uri(), other.read_text(encoding="utf-8"))
        await client.until(uri, is_("ROL004"))
        client.change(uri, head + SAYS % "4万人")
        await client.until(uri, is_())
        # What is typed into the parent counts for the child as soon as it is saved.
        client.open(parent.as_uri(), parent.read_text(encoding="utf-8"))
        client.change(parent.as_uri(), client.texts[parent.as_uri()].replace("5万", "1万"))
        client.save(parent.as_uri(), parent)
        await client.until(uri, is_("ROL004"))
        # A text that is closed unsaved is what stands on the disk.
        client.change(uri, head + SAYS % "x1")
        await client.until(uri, has("FIG001"))
        client.close(uri)
        await client.until(uri, is_("ROL004"))
        assert other.as_uri() not in client.told
        assert client.registered == ["workspace/didChangeWatchedFiles"]
        client.changed_beside(child, head + SAYS % "0.9万人")
        await client.until(uri, is_())
    assert (client.code, client.log) == (0, "")


@in_a_loop
async def test_all_that_the_command_line_finds_is_told(folder: Path) -> None:
    plans = Path(__file__).resolve().parent.parent / "plans"
    for path in plans.glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    wanted: dict[str, list[str]] = {}
    for each in audit([str(folder)], rules()).standing:
        wanted.setdefault(Path(each.path).as_uri(), []).append(each.code)
    async with editor(folder, "--lang", "zh") as client:
        for uri, found in wanted.items():
            await client.until(uri, is_(*found))
        assert client.told.keys() == wanted.keys()
        for uri, found in wanted.items():
            text = Path(folder / uri.rpartition("/")[2]).read_text(encoding="utf-8")
            client.open(uri, text)
            assert "：" in (await client.until(uri, is_(*found)))[0].message
    assert (client.code, client.log) == (0, "")


@in_a_loop
async def test_typing_breaks_nothing(folder: Path) -> None:
    uri = (folder / "a.yaml").as_uri()
    async with editor(folder) as client:
        client.open(uri, WRONG)
        await client.until(uri, is_("TXT002"))
        for end in range(len(HEAD), len(WRONG), 7):
            client.change(uri, WRONG[:end])
        await client.until(uri, lambda found: found != ["TXT002"])
        for broken in (
            WRONG.replace("says: 1.2万人}", "says: [{"),
            WRONG.replace("period", "\tperiod"),
            "",
            "\ufeff" + WRONG.replace("title: A", 'title: "'),
            WRONG.replace("A", "A\u2028\x85\x0b\x00\u202e\ud800"),
            "[" * 5000,
            "a: &a [*a]\nplan: *b\n",
            "plan: a\ntitle: A\n" + "x" * 20_000,
        ):
            client.change(uri, broken)
            assert await client.until(uri, lambda found: found not in ([], ["TXT002"]))
            await client.hover(uri, broken[-1:])
            await client.actions(uri, types.Range(types.Position(0, 0), types.Position(9, 9)))
        client.change(uri, CLEAN)
        await client.until(uri, is_())
    assert (client.code, client.log) == (0, "")


@in_a_loop
async def test_what_concerns_a_sheet_beside_it_is_noticed(folder: Path) -> None:
    catalogue, sheet = folder / "indicators.yaml", folder / "a.yaml"
    head = HEAD[: HEAD.index("indicators")] + "text:\n"
    jobs = "indicators:\n  jobs: {name: J, kind: flow, unit: 人}\n"
    catalogue.write_text(jobs, encoding="utf-8")
    uri = sheet.as_uri()
    async with editor(folder) as client:
        client.open(uri, head + SAYS % "5人")
        await client.until(uri, is_())
        client.open(catalogue.as_uri(), jobs)
        await client.until(catalogue.as_uri(), is_())
        client.change(catalogue.as_uri(), jobs.replace("  jobs", "  others"))
        await client.until(uri, lambda found: len(found) == 1)
        client.change(catalogue.as_uri(), jobs)
        await client.until(uri, is_())
        client.change(catalogue.as_uri(), "")
        await client.until(uri, lambda found: len(found) == 1)
    assert (client.code, client.log) == (0, "")


@in_a_loop
async def test_a_text_without_a_file_is_a_sheet_too(folder: Path) -> None:
    async with editor(folder, locale="zh-CN") as client:
        client.open("untitled:Untitled-1", WRONG)
        [found] = await client.until("untitled:Untitled-1", is_("TXT002"))
        assert found.message.startswith("新增就业，目标 2021–2025：")
        client.open("git:/a.yaml?ref=HEAD", WRONG)
        client.open((folder / "a.txt").as_uri(), WRONG, "plaintext")
        client.change("untitled:Untitled-1", CLEAN)
        await client.until("untitled:Untitled-1", is_())
        client.change("untitled:Untitled-1", WRONG)
        await client.until("untitled:Untitled-1", is_("TXT002"))
        client.close("untitled:Untitled-1")
        del client.versions["untitled:Untitled-1"]
        await client.until("untitled:Untitled-1", is_())
        assert set(client.told) == {"untitled:Untitled-1"}
    assert (client.code, client.log) == (0, "")


@in_a_loop
async def test_the_configuration_of_the_folder_counts(folder: Path) -> None:
    (folder / "auditor.toml").write_text(
        'ignore = ["TXT002"]\npaths = ["in"]\nlang = "zh"\n', encoding="utf-8"
    )
    for name in ("in", "out"):
        (folder / name).mkdir()
        (folder / name / "a.yaml").write_text(WRONG + SAYS % "x1", encoding="utf-8")
    async with editor(folder) as client:
        uri = (folder / "in" / "a.yaml").as_uri()
        [found] = await client.until(uri, is_("FIG001"))
        assert "建议：" in found.message
        assert set(client.told) == {uri}
    assert (client.code, client.log) == (0, "")


@pytest.mark.parametrize("said", [b"", b"Content-Length: 9\r\n\r\n"])
def test_an_editor_that_is_gone_ends_the_server(said: bytes, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "auditor", "lsp"], input=said, capture_output=True,
        cwd=tmp_path, timeout=PATIENCE, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent)},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, b"")
