"""What the language server tells an editor, without one: places, diagnostics, edits, pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from lsprotocol.types import (
    DiagnosticSeverity,
    Position,
    PositionEncodingKind,
    Range,
)

from auditor import document, files, profile
from auditor.catalogue import rules
from auditor.cli import cli
from auditor.engine import Report, Wanted, audit
from auditor.finding import Finding, Mark, Mend, Severity, Spot
from auditor.library import Library
from auditor.lsp import actions, sheets
from auditor.lsp.checking import Checker, Setup
from auditor.lsp.diagnostics import diagnostic, fingerprint
from auditor.lsp.edits import NO_REASON_YET, excepted, reprinted
from auditor.lsp.hover import Seen, hover
from auditor.lsp.pages import Page
from auditor.lsp.places import Text
from auditor.lsp.shelf import Shelf
from auditor.wording import Lang
from tests.editor import edited
from tests.sheets import CLEAN

PLANS = Path(__file__).resolve().parent.parent / "plans"
UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"
HEAD = f"""{CLEAN}indicators:
  jobs: {{name: {{en: New jobs, zh: 新增就业}}, kind: flow, unit: 人, better: more}}
  rate: {{name: 失业率, kind: rate, unit: "%", better: less}}
text:
"""
SAYS = "  - {at: 一, indicator: jobs, role: target, basis: cumulative, says: %s}\n"
ON = profile.load("review").over(rules())


# Places.


@pytest.mark.parametrize(
    ("encoding", "character"), [(UTF8, 12), (UTF16, 6), (UTF32, 4), ("utf-7", 6)]
)
def test_columns_are_counted_in_the_units_that_were_agreed_on(
    encoding: str, character: int
) -> None:
    text = Text("title: x\n𠮷😀中b9人\n", encoding)
    assert text.position(2, 5) == Position(1, character)
    assert text.position(2, 4) == Position(1, character - 1)
    assert text.place(text.position(2, 5)) == (2, 5)
    assert text.written(Mark(2, 5, 2, 7)) == "9人"


@pytest.mark.parametrize("encoding", [UTF8, UTF16, UTF32])
@pytest.mark.parametrize("source", ["a😀b\n中𠮷c", "\ufeffa😀\r\nb", "é\rü\n", ""])
def test_every_place_is_found_again(encoding: str, source: str) -> None:
    text = Text(source, encoding)
    skipped = len(text.body) - len(text.body.lstrip("\ufeff"))
    for row, line in enumerate(text.lines):
        for at in range(skipped if row == 0 else 0, len(line) + 1):
            place = (row + 1, at + 1 - (skipped if row == 0 else 0))
            assert text.place(text.position(*place)) == place


def test_a_position_inside_a_character_is_the_one_before_it() -> None:
    assert Text("😀9").place(Position(0, 1)) == (1, 1)
    assert Text("中9", UTF8).place(Position(0, 2)) == (1, 1)


def test_a_very_long_line_takes_no_long_time() -> None:
    text = Text("😀" * 300_000)
    assert text.place(Position(0, 400_001)) == (1, 200_001)
    assert text.position(1, 200_001) == Position(0, 400_000)


def test_a_position_beyond_the_text_is_its_end() -> None:
    text = Text("ab\ncd")
    assert text.place(Position(9, 9)) == (2, 3)
    assert text.place(Position(0, 99)) == (1, 3)
    assert text.position(99, 99) == Position(1, 2)


def test_a_byte_order_mark_is_a_character_for_the_editor_alone() -> None:
    text = Text("\ufeffplan: 9\nx: 1")
    assert text.position(1, 7) == Position(0, 7)
    assert text.written(Mark(1, 7, 1, 8)) == "9"
    assert text.position(2, 4) == Position(1, 3)


@pytest.mark.parametrize("between", ["\n", "\r\n", "\r"])
def test_lines_end_where_an_editor_ends_them(between: str) -> None:
    text = Text(between.join(["a\u2028b\x85c\x0bd", "9"]))
    assert text.position(2, 1) == Position(1, 0)
    assert text.written(Mark(2, 1, 2, 2)) == "9"


def test_what_has_no_extent_is_shown_on_a_character() -> None:
    text = Text("- {at: 一}\n")
    assert text.range(Mark(1, 3, 1, 3)) == Range(Position(0, 2), Position(0, 3))
    assert text.exactly(Mark(1, 3, 1, 3)) == Range(Position(0, 2), Position(0, 2))


# Which files are sheets.


@pytest.mark.parametrize(
    ("text", "is_sheet"),
    [
        (HEAD, True),
        ("# c\nplan: a\ntitle: [", True),
        ("title: x\nplan： a\n", True),
        ('"plan": a\n"text": []\n', True),
        ("\ufeffplan: a\r\nperiod: 2021-2025\r\n", True),
        ("plan: a\rtitle: A\r", True),
        (f"{'#' * 60}\nplan: a\ntitle: A\n", True),
        (f"# {'#-' * 60}\r{{plan: a, title: A}}", True),
        ("{plan: a, title: A}", True),
        ("---\n# c\n{\n  plan: a,\n  title: A\n", True),
        ("plan: a\n", False),
        ("plan:\n  stage: deploy\n  script: [terraform plan]\n", False),
        ("jobs:\n  plan: a\n  title: b\n", False),
        ("{jobs: {plan: a, title: b}}", False),
        ("- plan: a\n- title: b\n", False),
        ("indicators:\n  a: {name: A}\n", False),
        ("", False),
    ],
)
def test_only_a_sheet_is_taken_for_one(text: str, is_sheet: bool) -> None:
    assert sheets.is_sheet(text) is is_sheet


def test_a_catalogue_concerns_the_auditor_where_it_is_called_so() -> None:
    text = "indicators:\n  a: {name: A}\n"
    assert sheets.concerns("/x/indicators.yaml", text)
    assert not sheets.concerns("/x/values.yaml", text)
    assert not sheets.concerns("/x/indicators.yaml", "a: 1\n")


@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/b.yaml", "/a/b.yaml"),
        ("file://localhost/a/b.yaml", "/a/b.yaml"),
        ("file:///%E8%A7%84%E5%88%92%20%231/b;c.yaml", "/规划 #1/b;c.yaml"),
        ("git:/a/b.yaml?ref=HEAD", None),
        ("vscode-remote://ssh/a/b.yaml", None),
    ],
)
def test_a_uri_leads_to_a_file(uri: str, path: str | None) -> None:
    assert sheets.path_of(uri) == path


def test_a_text_without_a_file_has_a_name_in_this_folder() -> None:
    assert sheets.path_of("untitled:Untitled-1") == os.path.abspath("Untitled-1")


def test_other_yaml_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + SAYS % "5人", encoding="utf-8")
    (tmp_path / "ci.yml").write_text("plan: {stage: x}\n", encoding="utf-8")
    (tmp_path / "indicators.yaml").write_text("indicators: {}\n", encoding="utf-8")
    assert sheets.below([str(tmp_path), str(tmp_path / "none")]) == [str(tmp_path / "a.yaml")]


# Diagnostics.


def spot(path: str, mark: Mark, place: str = "", printed: str = "") -> Spot:
    return Spot(path, mark, place, printed, label={"en": "at least {n}", "zh": "不低于 {n}"}, label_fields={"n": "5"})  # fmt: skip


def finding(*spots: Spot, severity: Severity = Severity.ERROR, code: str = "TXT001") -> Finding:
    message = Finding(code, "text-against-table", severity, {"en": "they differ: {x}", "zh": "不一致：{x}"}, {"x": "a\u202eb"}, spots)  # fmt: skip
    return replace(message, fingerprint="f", help={"en": "correct it", "zh": "请更正"})


@pytest.mark.parametrize(
    ("severity", "told"),
    [
        (Severity.ERROR, DiagnosticSeverity.Error),
        (Severity.WARNING, DiagnosticSeverity.Warning),
        (Severity.NOTE, DiagnosticSeverity.Information),
    ],
)
def test_a_severity_is_told_as_the_editor_has_it(
    severity: Severity, told: DiagnosticSeverity
) -> None:
    found = finding(spot("/a.yaml", Mark(1, 1, 1, 2)), severity=severity)
    assert diagnostic(found, Shelf({}, {}), "en").severity is told


@pytest.mark.parametrize(
    ("lang", "message", "related"),
    [
        ("en", "they differ: a⟨U+202E⟩b\nhelp: correct it", "表1 5人: at least 5"),
        ("zh", "不一致：a⟨U+202E⟩b\n建议：请更正", "表1 5人：不低于 5"),
    ],
)
def test_a_diagnostic_tells_all_places_in_whichever_sheet(
    lang: Lang, message: str, related: str
) -> None:
    contents = {"/a.yaml": "x: 😀5人".encode(), "/b.yaml": "y: 𠮷5人".encode()}
    shelf = Shelf(contents, {"/b.yaml": "file:///as/opened"})
    first, other = (
        spot("/a.yaml", Mark(1, 5, 1, 7)),
        spot("/b.yaml", Mark(1, 5, 1, 7), "表1", "5人"),
    )
    told = diagnostic(finding(first, other), shelf, lang)
    assert (told.message, told.code, told.source) == (message, "TXT001", "auditor")
    assert (told.tags, told.code_description) == (None, None)
    assert told.range == Range(Position(0, 5), Position(0, 7))
    [beside] = told.related_information or ()
    assert beside.message == related
    assert beside.location.uri == "file:///as/opened"
    assert beside.location.range == Range(Position(0, 5), Position(0, 7))
    assert fingerprint(told) == "f"


def test_related_places_are_told_only_to_an_editor_that_shows_them() -> None:
    found = finding(*[spot("/a.yaml", Mark(1, 1, 1, 2))] * 2)
    assert diagnostic(found, Shelf({}, {}), "en", related=False).related_information is None


def test_a_sheet_that_cannot_be_read_any_more_is_empty() -> None:
    told = diagnostic(finding(spot("/no/such.yaml", Mark(7, 3, 7, 9))), Shelf({}, {}), "en")
    assert told.range == Range(Position(0, 0), Position(0, 0))


# Edits.


def only_says(text: str) -> tuple[Mark, str]:
    """Return where the figure of a sheet with one line of text stands, and what it says."""
    with files.holding({"/a.yaml": text.encode()}):
        [entry] = Library().load("/a.yaml").sheet.entries
    return entry.mark, entry.says


@pytest.mark.parametrize(
    ("written", "instead", "becomes"),
    [
        ("1.2万人", "1.9万人", "1.9万人"),
        ("'1.2万人'", "1.9万人", "'1.9万人'"),
        ('"1.2万人"', "1.9万人", '"1.9万人"'),
        ("  1.2万人 ", "1.9万人", "  1.9万人 "),
        ("5人", "12,345人", '"12,345人"'),
        ("<6%", ">6%", '">6%"'),
        ("'>6%'", "<6%", "'<6%'"),
        ("5人", "[5]人", '"[5]人"'),
        ("5人", "-5人", "-5人"),
        ('"1.2\\u4e07人"', "1.9万人", '"1.9万人"'),
        ("5人 # 五", "6人 # 六", '"6人 # 六"'),
        ('"5人"', '6"人', '"6\\"人"'),
        ("'5人'", "6'人", '"6\'人"'),
    ],
)
def test_only_what_is_printed_is_replaced_and_it_stays_yaml(
    written: str, instead: str, becomes: str
) -> None:
    text = Text(f"{HEAD}  - {{at: 一, indicator: jobs, role: target, says: {written}\n    }}\n")
    mark, says = only_says(text.body)
    edit = reprinted(text, mark, says, instead)
    assert edit is not None
    after = text.with_(edit.mark, edit.text)
    assert after == text.body.replace(f"says: {written}", f"says: {becomes}") or (
        "#" in written and only_says(after)[1] == instead
    )
    assert only_says(after)[1].strip() == instead


def test_a_block_of_text_is_replaced_too() -> None:
    body = HEAD + "  - at: 一\n    says: |\n      1.2万人\n    indicator: jobs\n    role: target\n"
    text, (mark, says) = Text(body), only_says(body)
    edit = reprinted(text, mark, says, "1.9万人")
    assert edit is not None
    assert text.with_(edit.mark, edit.text) == body.replace("1.2", "1.9")


@pytest.mark.parametrize(
    "lines",
    [
        "  - {at: 一, says: &x 5人}\n  - {at: 二, says: *x}\n",  # two figures would change
        "  - {at: 一, says: 5\x07人}\n",  # it holds what is no text
    ],
)
def test_an_edit_that_would_change_more_is_not_offered(lines: str) -> None:
    with files.holding({"/a.yaml": (HEAD + lines).encode()}):
        entry = Library().load("/a.yaml").sheet.entries[0]
    instead = entry.says.replace("5", "6")
    assert reprinted(Text(HEAD + lines), entry.mark, entry.says, instead) is None


COMMENT = f"# audit: ignore[text-against-table] {NO_REASON_YET}"


@pytest.mark.parametrize(
    ("lines", "becomes"),
    [
        ("  - {at: 一, says: 5人}\n", f"  - {{at: 一, says: 5人}} {COMMENT}\n"),
        ("  - {at: 一, says: 5人}", f"  - {{at: 一, says: 5人}} {COMMENT}"),
        ("  - {at: 一, says: 5人}  \n", f"  - {{at: 一, says: 5人}}  {COMMENT}\n"),
        (
            "  - {at: 一, says: 5人} # audit: ignore[TXT002] 另有说明\n",
            f"  - {{at: 一, says: 5人}} # audit: ignore[TXT002] 另有说明 {COMMENT}\n",
        ),
        ("  - {at: 一, says: 5人} # 注\n", f"  - {{at: 一, says: 5人}} # 注 {COMMENT}\n"),
        (
            "  - at: 一\n    says: |\n      5人\n",
            f"  - at: 一\n    says: | {COMMENT}\n      5人\n",
        ),
        (
            '  - at: 一\n    says: "5\n      人"\n',
            f'  - at: 一\n    {COMMENT}\n    says: "5\n      人"\n',
        ),
        (
            "  - at: 一\n    says: 5\n      人\n",
            f"  - at: 一\n    {COMMENT}\n    says: 5\n      人\n",
        ),
        ("  - {at: 一,\n     says: 5人\n    }\n", f"  - {{at: 一,\n     says: 5人 {COMMENT}\n    }}\n"),
    ],
)  # fmt: skip
def test_an_exception_stands_where_a_comment_can(lines: str, becomes: str) -> None:
    text, (mark, _) = Text(HEAD + lines), only_says(HEAD + lines)
    edit = excepted(text, mark.line, "text-against-table")
    assert edit is not None
    assert text.with_(edit.mark, edit.text) == HEAD + becomes


def test_no_exception_is_offered_inside_a_text() -> None:
    body = HEAD + '  - at: 一\n    says: "5\n      人\n      次"\n'
    line = body.count("\n") - 1
    assert excepted(Text(body), line, "text-against-table") is None


def test_an_exception_silences_nothing_before_its_reason_is_given() -> None:
    body = HEAD + SAYS % "1.2万人" + SAYS % "1.9万人"
    before = checked(body)
    [found] = [each for each in before.findings if each.code == "TXT002"]
    edit = excepted(Text(body), found.spots[0].mark.line, found.name)
    assert edit is not None
    after = Text(body).with_(edit.mark, edit.text)
    assert {"TXT002", "SUP003"} <= {each.code for each in checked(after).standing}
    given = after.replace(NO_REASON_YET, "另行更正")
    assert "TXT002" not in {each.code for each in checked(given).standing}


def checked(body: str, *, mends: bool = False) -> Report:
    with files.holding({"/a.yaml": body.encode()}):
        return audit(["/a.yaml"], ON, Wanted(mends=mends))


# Code actions.


def offered(body: str, code: str, lang: Lang = "en") -> list[tuple[str, str]]:
    """Return the titles of the actions for a finding, and the text after each."""
    report = checked(body, mends=True)
    shelf = Shelf({"/a.yaml": body.encode()}, {"/a.yaml": "file:///a.yaml"})
    found = [each for each in report.standing if each.code == code][:1]
    told = [diagnostic(each, shelf, lang) for each in found]
    writer = actions.Writer(shelf, {"/a.yaml": 3})
    done = actions.actions(found, lambda each: each.mends, told, writer, lang)
    assert all(action.diagnostics == told for action in done)
    results = []
    for action in done:
        assert action.edit is not None
        [change] = action.edit.document_changes or ()
        assert change.text_document.version == 3  # type: ignore[union-attr]
        [edit] = change.edits  # type: ignore[union-attr]
        results.append((action.title, edited(body, edit, UTF16)))  # type: ignore[arg-type]
    return results


def test_each_mend_is_an_edit_with_its_reason() -> None:
    one, other = SAYS % "1.9万人", SAYS % "1.2万人"
    assert offered(HEAD + one + other, "TXT002") == [
        ("try: 1.2万人 → 1.9万人 (one digit changed)", HEAD + one + one),
        ("try: 一: 1.9万人 → 1.2万人 (one digit changed)", HEAD + other + other),
        (
            "make an exception to text-against-text here, with a reason",
            HEAD + one + other.replace("\n", " # audit: ignore[text-against-text] …\n"),
        ),
    ]


def test_titles_are_in_the_language_of_the_server() -> None:
    body = HEAD + SAYS % "1.9万人" + SAYS % "1.2万人"
    assert [title for title, _ in offered(body, "TXT002", "zh")] == [
        "可试：1.2万人 → 1.9万人（改动一位数字）",
        "可试：一：1.9万人 → 1.2万人（改动一位数字）",
        "在此豁免 text-against-text，并写明理由",
    ]


def test_edits_keep_the_line_ends_of_the_text() -> None:
    multi = '  - at: 一\n    indicator: jobs\n    role: target\n    basis: cumulative\n    says: "1.2\n      万人"\n'
    body = (HEAD + SAYS % "1.9万人" + multi).replace("\n", "\r\n")
    *_, (title, after) = offered(body, "TXT002")
    assert title.startswith("make an exception")
    assert "\r\n    # audit: ignore[text-against-text] …\r\n    says:" in after
    assert "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize(
    ("code", "path"),
    [("SYN001", "/a.yaml"), ("SUP001", "/a.yaml"), ("STR001", "/indicators.yaml")],
)
def test_what_no_comment_silences_is_never_excused(code: str, path: str) -> None:
    shelf = Shelf({path: HEAD.encode()}, {})
    found = finding(spot(path, Mark(1, 1, 1, 1)), code=code)
    assert actions.actions([found], lambda each: (), [], actions.Writer(shelf, None), "en") == []


def test_what_is_no_other_text_is_no_edit() -> None:
    first = spot("/a.yaml", Mark(1, 7, 1, 8), "一", "a")
    mend = Mend(first, "", {"en": "taken as each year", "zh": "按年度数理解"})
    writer = actions.Writer(Shelf({"/a.yaml": HEAD.encode()}, {}), None)
    done = actions.actions([finding(first)], lambda each: (mend,), [], writer, "en")
    assert [action.title for action in done] == [
        "make an exception to text-against-table here, with a reason"
    ]


def test_an_editor_that_knows_no_versions_gets_plain_changes() -> None:
    writer = actions.Writer(Shelf({"/a.yaml": HEAD.encode()}, {}), None)
    done = actions.actions([finding(spot("/a.yaml", Mark(1, 7, 1, 8)))], lambda each: (), [], writer, "en")  # fmt: skip
    assert [list(action.edit.changes or {}) for action in done if action.edit] == [["file:///a.yaml"]]  # fmt: skip


def test_of_very_many_findings_only_the_first_are_meant() -> None:
    shelf = Shelf({"/a.yaml": b"plan: a\n"}, {})
    many = [
        replace(finding(spot("/a.yaml", Mark(1, 7, 1, 8))), fingerprint=str(n)) for n in range(99)
    ]
    all_ = Range(Position(0, 0), Position(9, 9))
    assert actions.meant(many, all_, [], shelf) == many[:12]


def test_findings_are_meant_by_their_diagnostic_or_by_the_range() -> None:
    shelf = Shelf({"/a.yaml": b"plan: a\ntitle: b\n"}, {})
    one = finding(spot("/a.yaml", Mark(1, 7, 1, 8)))
    two = replace(finding(spot("/a.yaml", Mark(2, 8, 2, 9))), fingerprint="g")

    def meant(line: int, character: int, *told: Finding) -> Sequence[Finding]:
        at = Position(line, character)
        said = [diagnostic(each, shelf, "en") for each in told]
        return actions.meant([one, two], Range(at, at), said, shelf)

    assert meant(0, 7) == [one]
    assert meant(0, 3) == []
    assert meant(0, 3, two) == [two]
    assert meant(0, 6, two) == [one, two]


# Hover.


def pointed(body: str, needle: str, inside: int = 0, lang: Lang = "en", plain: bool = False) -> str:
    """Return the page on what stands at a needle, and see that it is about that stretch."""
    with files.holding({"/a.yaml": body.encode()}):
        plan = Library().load("/a.yaml")
        report = audit(["/a.yaml"], ON)
    seen = Seen(document.parse("/a.yaml", body.encode()), plan, report, ())
    before = body[: body.index(needle) + inside]
    page = Page(lambda path: f"file://{path}", plain=plain)
    hover(seen, before.count("\n") + 1, len(before.split("\n")[-1]) + 1, page, lang)
    return str(page)


SHEET = HEAD + (
    "  - {at: 一, indicator: jobs, role: target, basis: cumulative, says: 1.2万人以上, id: all}\n"
    "  - {at: 二, indicator: jobs, role: target, basis: cumulative, says: 1.9万人}\n"
    "  - {at: 三, indicator: rate, role: target, says: -}\n"
    "  - {at: 四, indicator: rate, role: target, says: 动态清零}\n"
    "  - {at: 五, id: mix, says: 57∶16∶27}\n"
    '  - {at: 六, indicator: jobs, role: target, says: "1,5人x"}\n'
    "claims:\n"
    "  - {at: 一, whole: all, parts: [mix]}\n"
    "  - {at: 一, holds: mix = all + all}\n"
)
ON_JOBS = """\
**New jobs**

jobs · flow · persons · more is better

- target 2021–2025
  - **1.2万人以上** [一](file:///a.yaml#L9) · ≥ 12 000, cumulative · error TXT002
  - **1.9万人** [二](file:///a.yaml#L10) · 19 000, cumulative · error TXT002"""
ON_ALL = """\
**1.2万人以上** · New jobs, target 2021–2025

- Read as: ≥ 12 000 persons, cumulative
- Stands for: \\[12 000, +∞) persons
- Also printed
  - **1.9万人** [二](file:///a.yaml#L10)
- Findings
  - error TXT002 text-against-text: 二 prints 1.9万人, 一 prints 1.2万人以上"""


@pytest.mark.parametrize(("needle", "inside"), [("jobs:", 2), ("jobs, role", 1), ("jobs, role", 4)])
def test_an_indicator_is_told_with_all_its_statements(needle: str, inside: int) -> None:
    assert pointed(SHEET, needle, inside).replace("\u202f", " ") == ON_JOBS


@pytest.mark.parametrize(
    ("needle", "inside"),
    [("1.2万人", 0), ("1.2万人以上,", 7), ("all}\n", 1), ("all, parts", 0), ("all + all", 7)],
)
def test_a_figure_is_told_as_it_is_read(needle: str, inside: int) -> None:
    assert pointed(SHEET, needle, inside).replace("\u202f", " ").startswith(ON_ALL)


@pytest.mark.parametrize(
    ("needle", "lang", "told"),
    [
        ("-}", "en", "**-** · no figure"),
        ("-}", "zh", "**-** · 无数字"),
        ("动态清零", "en", "**动态清零** · 失业率, target 2025\n\n- Read as: a target in words"),
        ("57∶16∶27", "zh", "**57∶16∶27**\n\n- 读作：57 : 16 : 27"),
    ],
)
def test_what_is_no_amount_is_told_as_what_it_is(needle: str, lang: Lang, told: str) -> None:
    assert pointed(SHEET, needle, lang=lang) == told


def test_what_cannot_be_read_is_told_with_its_finding() -> None:
    page = pointed(SHEET, "1,5人x")
    assert page.startswith("**1,5人x**\n\n- Findings\n  - error FIG001 unreadable-figure: ")


@pytest.mark.parametrize(
    "formula", ["mix =\n     all", "|\n     mix = all", ">-\n     mix =\n     all"]
)
@pytest.mark.parametrize("needle", ["mix", "all"])
def test_in_a_formula_of_several_lines_no_figure_is_taken_for_another(
    formula: str, needle: str
) -> None:
    body = f"{SHEET}  - at: 一\n    holds: {formula}\n"
    at = body.rindex(needle)
    told = pointed(body, body[at:], 1)
    own = "1.2万人以上" if needle == "all" else "57∶16∶27"
    assert told == "" or told.startswith(f"**{own}**")


@pytest.mark.parametrize(
    ("needle", "inside"),
    [("plan:", 1), ("title: A", 7), ("at: 一", 0), ("claims", 2), ("\n  -", 0)],
)
def test_of_what_is_neither_nothing_is_told(needle: str, inside: int) -> None:
    assert pointed(SHEET, needle, inside) == ""


def test_the_page_is_in_the_language_of_the_server() -> None:
    page = pointed(SHEET, "1.2万人以上", lang="zh")
    assert "读作：≥ 1.2万人，累计" in page
    assert "另见" in page
    assert "错误 TXT002" in page


def test_an_open_basis_is_told() -> None:
    body = HEAD + SAYS.replace("basis: cumulative, ", "") % "1.2万人"
    assert "12 000 persons, basis unstated" in pointed(body, "1.2万人").replace("\u202f", " ")


HOSTILE = "**[x](command:y)** <b>`z`</b> &lt; 5人"


def test_text_of_a_sheet_is_never_markup() -> None:
    body = HEAD.replace("zh: 新增就业", f"zh: '{HOSTILE}'").replace("en: New", f"en: '{HOSTILE}', x: New") + SAYS % "'5人'"  # fmt: skip
    page = pointed(body, "jobs:", 1)
    assert page.startswith("**\\*\\*\\[x\\](command:y)\\*\\* \\<b\\>\\`z\\`\\</b\\> \\&lt; 5人**\n")
    assert pointed(body, "jobs:", 1, plain=True).startswith(HOSTILE)


def test_characters_that_an_editor_would_obey_are_shown() -> None:
    body = HEAD.replace("New jobs", "'New\u202e jobs'") + SAYS % "5人"
    assert "⟨U+202E⟩" in pointed(body, "jobs:", 1)


def test_an_editor_that_shows_no_markdown_gets_plain_text() -> None:
    told = pointed(SHEET, "1.2万人以上", plain=True)
    assert "**" not in told
    assert "- Also printed\n  - 1.9万人 二 (10)" in told


def test_an_indicator_of_which_nothing_is_stated_is_told_alone() -> None:
    body = HEAD + "  - {at: 一, says: 5人}\n"
    assert pointed(body, "rate:", 1) == "**失业率**\n\nrate · rate · % · less is better"


def test_other_plans_are_told_the_one_above_first() -> None:
    checker = Checker(Setup(ON))
    checker.whole([str(PLANS)], {})
    path = PLANS / "tongwei.yaml"
    raw = path.read_bytes()
    report = checker.recheck(str(path), {}).report
    seen = Seen(
        document.parse(str(path), raw), Library().load(str(path)), report, checker.summaries
    )
    page = Page(lambda path: f"file://{path}")
    line = next(n for n, text in enumerate(raw.decode().split("\n"), 1) if "urban_new_jobs" in text)
    column = raw.decode().split("\n")[line - 1].index("urban_new_jobs") + 3
    hover(seen, line, column, page, "en")
    own, _, others = str(page).partition("**In other plans**")
    assert "22145人" in own
    assert others.index("150万人以上") < others.index("5500万人以上")
    assert f"(file://{PLANS}/gansu.yaml#L" in others


def test_a_catalogue_tells_of_its_indicators_too() -> None:
    checker = Checker(Setup(ON))
    checker.whole([str(PLANS)], {})
    path, raw = str(PLANS / "indicators.yaml"), (PLANS / "indicators.yaml").read_bytes()
    report = checker.recheck(path, {}).report
    seen = Seen(document.parse(path, raw), Library().load(path), report, checker.summaries)
    line = next(n for n, text in enumerate(raw.decode().split("\n"), 1) if "urban_new_jobs" in text)
    page = Page(lambda path: path)
    hover(seen, line, 5, page, "zh")
    assert str(page).startswith("**城镇新增就业人数**\n\nurban\\_new\\_jobs · ")
    assert "**各规划**\n\n- " in str(page)
    assert "\n- 另有 " in str(page)


# Checking.


def test_a_sheet_alone_is_found_to_be_what_it_is_in_the_whole_run() -> None:
    checker, whole = Checker(Setup(ON)), audit([str(PLANS)], ON).standing
    assert checker.whole([str(PLANS)], {}).standing == whole
    for path in sheets.below([str(PLANS)]):
        own = tuple(each for each in whole if each.path == path)
        found = checker.recheck(path, {}).findings
        assert [replace(each, fingerprint="") for each in found] == [
            replace(each, fingerprint="") for each in own
        ]


def family(tmp_path: Path, child: str) -> tuple[str, str]:
    parent, own = tmp_path / "parent.yaml", tmp_path / "child.yaml"
    parent.write_text(HEAD.replace("plan: a", "plan: p") + SAYS % "5万人", encoding="utf-8")
    own.write_text(
        HEAD.replace("plan: a", "plan: c\nparent: p").replace("area: a", "area: c") + child,
        encoding="utf-8",
    )
    return str(parent), str(own)


def test_an_edit_of_one_sheet_is_compared_with_the_others(tmp_path: Path) -> None:
    parent, child = family(tmp_path, SAYS % "4万人")
    checker = Checker(Setup(ON))
    assert checker.whole([str(tmp_path)], {}).standing == ()
    text = Path(child).read_bytes().replace("4万".encode(), "9万".encode())
    assert [each.code for each in checker.recheck(child, {child: text}).findings] == ["ROL004"]
    assert checker.recheck(child, {}).findings == ()
    assert checker.recheck(parent, {}).findings == ()


def test_an_exception_to_a_finding_across_sheets_is_not_unused(tmp_path: Path) -> None:
    line = SAYS % "9万人"
    comment = "  # audit: ignore[ROL004] 另有依据\n"
    _, child = family(tmp_path, comment + line)
    checker = Checker(Setup(ON))
    assert checker.whole([str(tmp_path)], {}).standing == ()
    for _ in range(2):
        assert checker.recheck(child, {}).findings == ()
    assert checker.whole([str(tmp_path)], {}).standing == ()


def test_a_sheet_outside_the_folders_is_checked_alone(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "y").mkdir()
    one, other = tmp_path / "x" / "a.yaml", tmp_path / "y" / "a.yaml"
    one.write_text(HEAD + SAYS % "5人", encoding="utf-8")
    other.write_text(HEAD + SAYS % "6人", encoding="utf-8")
    checker = Checker(Setup(ON))
    checker.whole([str(tmp_path / "x")], {})
    assert checker.recheck(str(other), {}).findings == ()
    assert checker.recheck(str(one), {}).findings == ()
    assert [each.code for each in checker.whole([str(tmp_path)], {}).standing]


def test_a_changed_catalogue_is_noticed(tmp_path: Path) -> None:
    catalogue, sheet = tmp_path / "indicators.yaml", tmp_path / "a.yaml"
    catalogue.write_text("indicators:\n  jobs: {name: J, kind: flow, unit: 人}\n", encoding="utf-8")
    sheet.write_text(f"{CLEAN}text:\n" + SAYS % "5人", encoding="utf-8")
    checker = Checker(Setup(ON))
    assert checker.whole([str(tmp_path)], {}).standing == ()
    held = {str(catalogue): b"indicators:\n  other: {name: J, kind: flow, unit: x}\n"}
    assert "STR" in str([each.code for each in checker.recheck(str(sheet), held).findings])
    assert checker.recheck(str(sheet), {}).findings == ()


def test_the_named_paths_are_the_run(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(HEAD + SAYS % "x", encoding="utf-8")
    checker = Checker(Setup(ON, paths=(str(tmp_path / "x"),)))
    report = checker.whole([str(tmp_path)], {})
    assert list(report.sheets.titles) == [str(tmp_path / "x" / "a.yaml")]


def test_a_new_text_in_a_folder_belongs_to_the_run(tmp_path: Path) -> None:
    path = str(tmp_path / "new.yaml")
    report = Checker(Setup(ON)).whole([str(tmp_path)], {path: HEAD.encode()})
    assert list(report.sheets.titles) == [path]


def test_what_weighs_too_little_or_is_known_is_not_told() -> None:
    path = str(PLANS / "tongwei.yaml")
    all_ = Checker(Setup(ON)).recheck(path, {}).findings
    serious = Checker(Setup(ON, least=Severity.ERROR)).recheck(path, {}).findings
    assert {each.severity for each in serious} == {Severity.ERROR}
    assert len(serious) < len(all_)

    def excused(report: Report) -> Report:
        return replace(report, findings=tuple(replace(f, baselined=True) for f in report.findings))

    assert Checker(Setup(ON, excused=excused)).recheck(path, {}).findings == ()


def test_mends_are_those_of_the_command_line() -> None:
    path = str(PLANS / "tongwei.yaml")
    wanted = {f.fingerprint: f.mends for f in audit([path], ON, Wanted(mends=True)).standing}
    checker = Checker(Setup(ON))
    found = checker.recheck(path, {})
    assert sum(map(len, wanted.values())) > 3
    for each in found.findings:
        assert checker.mends(each, found, {}) == wanted[each.fingerprint]


def test_a_new_day_expires_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    until = "  # audit: ignore[TXT002] until=2027-03-31 另行更正\n"
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + SAYS % "1.2万人" + until + SAYS % "1.9万人", encoding="utf-8")
    checker = Checker(Setup(ON))

    def found(day: date) -> set[str]:
        class Day(date):
            @classmethod
            def today(cls) -> date:  # type: ignore[override]
                return day

        monkeypatch.setattr("auditor.lsp.checking.date", Day)
        monkeypatch.setattr("auditor.engine.run.date", Day)
        return {each.code for each in checker.recheck(str(path), {}).findings}

    assert found(date(2027, 3, 31)) == set()
    assert found(date(2027, 4, 1)) == {"SUP002", "TXT002"}


def test_trying_that_fails_keeps_nothing_else_from_the_editor(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("auditor.lsp.checking.mended", fails)
    checker = Checker(Setup(ON))
    found = checker.recheck(str(PLANS / "tongwei.yaml"), {})
    assert checker.mends(found.findings[0], found, {}) == ()
    assert "ZeroDivisionError" in caplog.text


# The command.


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "auditor: pygls is not installed; install it with pip install 'plan-sheet-auditor[lsp]'\n"),
        ("zh", "auditor: 尚未安装 pygls，请运行 pip install 'plan-sheet-auditor[lsp]'\n"),
    ],
)  # fmt: skip
def test_a_missing_extra_is_named_with_the_command_that_installs_it(
    lang: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    done = CliRunner().invoke(cli, ["lsp", "--lang", lang])
    assert (done.exit_code, done.stderr, done.stdout) == (2, sentence, "")


@pytest.mark.parametrize("options", [["--profile", "nosuch"], ["--sources", "/no/such"]])
def test_a_server_that_cannot_be_set_up_does_not_start(options: list[str]) -> None:
    done = CliRunner().invoke(cli, ["lsp", "--lang", "en", *options])
    assert done.exit_code == 2
    assert options[1] in done.stderr
    assert done.stdout == ""


NOISE = """
import os
from auditor.cli import cli
from auditor.lsp import server
def serve(setup, stdin, stdout):
    print("printed")
    os.write(1, b"written")
    os.system("echo said")
    stdout.write(b"told")
    return True
server.serve = serve
cli(["lsp"])
"""


def test_standard_output_is_for_the_editor_alone(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", NOISE], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"told")
    for noise in (b"printed", b"written", b"said"):
        assert noise in done.stderr


def test_encodings_are_those_of_the_protocol() -> None:
    assert {UTF8, UTF16, UTF32} == {each.value for each in PositionEncodingKind}
