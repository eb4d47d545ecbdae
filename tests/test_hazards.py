"""Known hazards of a sheet's text: recognised, placed, and mended where the meaning is plain."""

from __future__ import annotations

import pytest
import yaml

from auditor.document import Fault, hazards, parse
from auditor.finding import Mark
from auditor.wording import Field


def decoded(raw: bytes) -> tuple[str | None, list[Fault]]:
    found: list[Fault] = []

    def report(kind: str, mark: Mark, **fields: Field) -> None:
        found.append(Fault(kind, mark, fields))

    return hazards.decode(raw, report), found


def diagnosed(text: str) -> hazards.Diagnosis:
    with pytest.raises(yaml.YAMLError) as error:
        list(yaml.parse(text, Loader=yaml.CLoader))
    return hazards.diagnose(text, text, error.value)


@pytest.mark.parametrize(
    ("raw", "encoding", "line"),
    [
        ("a: 1\nb: 甘肃\n".encode("gbk"), "GBK", 2),
        ("a: 㐀甘肃\n".encode("gb18030"), "GB 18030", 1),
        ("a: é\n".encode("cp1252"), "Windows-1252", 1),
        ("plan: 甘肃\n".encode("utf-16"), "UTF-16", 1),
        ("plan: 甘肃\n".encode("utf-16-le"), "UTF-16", 1),
        ("plan: 甘肃\n".encode("utf-16-be"), "UTF-16", 1),
        ("plan: 甘肃\n".encode("utf-32"), "UTF-32", 1),
        (b"\xff\x81\x8d\x00", "binary", 1),
    ],
)
def test_another_encoding_is_named_and_not_read(raw: bytes, encoding: str, line: int) -> None:
    text, found = decoded(raw)
    assert text is None
    assert [(f.kind, f.fields, f.mark.line) for f in found] == [
        ("encoding", {"encoding": encoding, "line": str(line)}, line)
    ]


def test_the_mark_of_an_encoding_fault_counts_characters() -> None:
    _, found = decoded("a: 1\n甘: ".encode() + b"\xff\n")
    assert found[0].mark == (2, 4, 2, 5)


def test_a_byte_order_mark_is_told_and_skipped() -> None:
    text, found = decoded(b"\xef\xbb\xbfplan: a\n")
    assert (text, [f.kind for f in found]) == ("plan: a\n", ["byte-order-mark"])


@pytest.mark.parametrize("raw", [b"a: 1\r\nb: 2\r\n", b"a: 1\rb: 2\r", b"a: 1\nb: 2\n"])
def test_line_ends_of_all_systems_are_one(raw: bytes) -> None:
    assert decoded(raw) == ("a: 1\nb: 2\n", [])


@pytest.mark.parametrize("char", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\uffff"])
def test_control_characters_are_told_and_replaced_in_place(char: str) -> None:
    text, found = decoded(f"a: 1\nb: x{char}y\n".encode())
    assert text == "a: 1\nb: x\ufffdy\n"
    assert found == [Fault("control-character", Mark(2, 5, 2, 6), {"code": f"U+{ord(char):04X}"})]


def test_only_some_of_many_control_characters_are_told() -> None:
    _, found = decoded(b"a: " + b"\x01" * 500)
    assert len(found) == hazards.MOST_CONTROLS


@pytest.mark.parametrize(
    ("text", "read", "mark"),
    [
        ("{says: >90%}", ">90%", (1, 8, 1, 12)),
        ("{says: %5, at: x}", "%5", (1, 8, 1, 10)),
        ("{says: @x}", "@x", (1, 8, 1, 10)),
        ("{says: `x`}", "`x`", (1, 8, 1, 11)),
        ("{says: - x}", "- x", (1, 8, 1, 11)),
        ("{says: *}", "*", (1, 8, 1, 9)),
        ("{says: &, a: b}", "&", (1, 8, 1, 9)),
        ("{says: |5}", "|5", (1, 8, 1, 10)),
        ("[1, >90%  ]", ">90%", (1, 5, 1, 9)),
        ("a: >90%  # note", ">90%", (1, 4, 1, 8)),
        ("a: %5", "%5", (1, 4, 1, 6)),
        ("a: @x", "@x", (1, 4, 1, 6)),
        ("a: - x", "- x", (1, 4, 1, 7)),
        ("a: -", "-", (1, 4, 1, 5)),
        ("a: !人", "!人", (1, 4, 1, 6)),
        ("a: *人", "*人", (1, 4, 1, 6)),
        ("a: 1\n%5\n", "%5", (2, 1, 2, 3)),
    ],
)
def test_an_unquoted_mark_is_placed_and_mended(
    text: str, read: str, mark: tuple[int, int, int, int]
) -> None:
    found = diagnosed(text)
    assert (found.kind, found.mark) == ("unquoted-mark", mark)
    assert found.fields == {"read": read, "char": read[0]}
    assert found.mended is not None
    assert hazards.restored(found.mended) == text
    assert len(found.mended) == len(text)


@pytest.mark.parametrize(
    ("text", "mark", "mended"),
    [
        ("a: 1\nb：2\nc: 3", (2, 2, 2, 3), "a: 1\nb: 2\nc: 3"),
        ("a: 1\nb： 2\nc: 3", (2, 2, 2, 3), "a: 1\nb:  2\nc: 3"),
        ("a: 1\n表：\n  c: 3", (2, 2, 2, 3), "a: 1\n表:\n  c: 3"),
        ("- at：x\n  b: 2", (1, 5, 1, 6), "- at: x\n  b: 2"),
        ("- a: 1\n  b：2", (2, 4, 2, 5), "- a: 1\n  b: 2"),
    ],
)
def test_a_full_width_colon_is_placed_and_mended(
    text: str, mark: tuple[int, int, int, int], mended: str
) -> None:
    found = diagnosed(text)
    assert (found.kind, found.mark, found.mended) == ("full-width-colon", mark, mended)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("a：b", 1),
        ("- a：b", 3),
        ("{a：b}", 2),
        ("a: b：c", None),
        ('"a：b"', None),
        ("# a：b", None),
    ],
)
def test_a_full_width_colon_counts_behind_a_key_only(line: str, at: int | None) -> None:
    found = hazards.full_width_colon(line, 0)
    assert (found.mark.column - 1 if found else None) == at


@pytest.mark.parametrize(
    ("text", "mark"), [("a:\n\t- b\n", (2, 1, 2, 2)), ("- a: 1\n\tb: 2\n", (2, 1, 2, 2))]
)
def test_a_tab_is_placed_and_not_mended(text: str, mark: tuple[int, int, int, int]) -> None:
    assert diagnosed(text) == hazards.Diagnosis("tab", Mark(*mark), {})


@pytest.mark.parametrize(
    ("text", "mark", "problem"),
    [
        ("a: b: c\n", (1, 5, 1, 6), "a colon and a value stand where none can be"),
        ("a: [b\nc: d\n", (2, 2, 2, 3), "a comma or a closing ] is missing"),
        ("a: {b: [9000]人}\n", (1, 14, 1, 15), "a comma or a closing } is missing"),
        ("a: [\n\n", (1, 4, 1, 5), "a value is missing, or a bracket is not closed"),
        ('a: "b\n', (1, 4, 1, 5), "the file ends before a quote or bracket is closed"),
        ('a: "\\q"\n', (1, 5, 1, 6), "a backslash in double quotes"),
        ('a: 1\nb: "x" y\n', (2, 8, 2, 9), "the indentation is uneven"),
    ],
)
def test_other_errors_are_told_in_plain_words_in_both_languages(
    text: str, mark: tuple[int, int, int, int], problem: str
) -> None:
    found = diagnosed(text)
    assert (found.kind, found.mark, found.mended) == ("syntax", mark, None)
    told = found.fields["problem"]
    assert not isinstance(told, str | int)
    assert told["en"].startswith(problem)
    assert not told["zh"].isascii()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a: |5\nb: 1\n", "|5"),
        ("a: >5  # note\nb: 1\n", ">5"),
        ("a: !5\nb: 1\n", "!5"),
        ("a: !5 人\nb: 1\n", "!5 人"),
        ("a: &5\nb: 1\n", "&5"),
        ("{a: !5, b: 1}\n", "!5"),
        ("{a: &5, b: 1}\n", "&5"),
    ],
)
def test_what_yaml_would_swallow_is_told_and_put_back(text: str, read: str) -> None:
    document = parse("a.yaml", text.encode())
    assert [(f.kind, f.fields) for f in document.faults] == [
        ("unquoted-mark", {"read": read, "char": read[0]})
    ]
    assert document.root.entries["a"][1].text == read  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["a: >\n  b\n", "a: |-\n  b\n", "a: ''\n", "a: <5\n", "a: b > 5\n"]
)
def test_texts_that_need_no_quotes_are_left_alone(text: str) -> None:
    assert parse("a.yaml", text.encode()).faults == []
