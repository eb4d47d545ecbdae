"""Text → nodes: what is kept, what is told of, and that nothing exhausts the machine."""

from __future__ import annotations

import gc

import pytest

from auditor import document
from auditor.document import Document, Mapping, Node, Scalar, Sequence, nodes, parse

Tree = str | list["Tree"] | dict[str, "Tree"]


def read(text: str) -> Document:
    return parse("a.yaml", text.encode())


def kinds(found: Document) -> list[tuple[str, int, int]]:
    return [(f.kind, f.mark.line, f.mark.column) for f in found.faults]


def tree(node: Node | None) -> Tree | None:
    """Return the texts of a node as plain lists and dictionaries."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [tree(item) or "" for item in node.items]
        case Mapping():
            return {key: tree(value) or "" for key, (_, value) in node.entries.items()}
    return None


@pytest.mark.parametrize(
    "written",
    [
        "1.10",
        "yes",
        "NO",
        "2022-07-04",
        "1:30:00",
        "0x1F",
        "1e3",
        "~",
        "null",
        "012",
        "9,000",
        "<6%",
    ],
)
def test_scalars_stay_the_text_that_was_written(written: str) -> None:
    assert tree(read(f"a: {written}\n").root) == {"a": written}


def test_marks_count_characters_from_one_and_end_exclusively() -> None:
    root = read("规划:\n  - {表: 九千}\n").root
    assert isinstance(root, Mapping)
    rows = root.entries["规划"][1]
    assert isinstance(rows, Sequence)
    assert isinstance(rows.items[0], Mapping)
    key, value = rows.items[0].entries["表"]
    assert (key.mark, value.mark) == ((2, 6, 2, 7), (2, 9, 2, 11))


@pytest.mark.parametrize(
    ("text", "plain"), [("a: b", True), ("a:", True), ("a: 'b'", False), ('a: ""', False)]
)
def test_a_plain_scalar_has_no_quotes(text: str, plain: bool) -> None:
    root = read(text).root
    assert isinstance(root, Mapping)
    value = root.entries["a"][1]
    assert isinstance(value, Scalar)
    assert value.plain is plain


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)], {"a": "1", "b": "2"}),
        ("a: {b: 1, b: 2}\n", [("duplicate-key", 1, 11)], {"a": {"b": "1"}}),
        (
            "&k a: 1\n*k : 2\n",
            [("alias", 1, 1), ("alias", 2, 1), ("duplicate-key", 1, 1)],
            {"a": "1"},
        ),
        ("- {a: 1}\n- {a: 2}\n", [], [{"a": "1"}, {"a": "2"}]),
        ("? [x]\n: 1\na: 2\n", [("wrong-shape", 1, 3)], {"": "1", "a": "2"}),
    ],
)
def test_of_equal_keys_the_first_counts(
    text: str, found: list[tuple[str, int, int]], kept: Tree
) -> None:
    document = read(text)
    assert (kinds(document), tree(document.root)) == (found, kept)


def test_a_duplicate_key_names_the_first_ones_line() -> None:
    assert read("a: 1\nb: 2\na: 3\n").faults[0].fields == {"key": "a", "line": "1"}


@pytest.mark.parametrize(
    "text", ["", "# only a comment\n", "\n\n", "---\n", "---\n...\n", "\ufeff"]
)
def test_an_empty_sheet_is_told(text: str) -> None:
    found = read(text)
    assert "empty-sheet" in [f.kind for f in found.faults]
    assert found.root is None


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\n---\na: 2\n", 2), ("---\na: 1\n...\n---\nb: 2\n", 4)]
)
def test_only_the_first_of_several_documents_is_read(text: str, line: int) -> None:
    found = read(text)
    assert kinds(found) == [("several-documents", line, 1)]
    assert (tree(found.root), found.whole) == ({"a": "1"}, False)


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        (
            "a: &n x\nb: *n\nc: *n\n",
            [("alias", 1, 4), ("alias", 2, 4)],
            {"a": "x", "b": "x", "c": "x"},
        ),
        (
            "a: &n {b: 1}\nc: *n\n",
            [("alias", 1, 4), ("alias", 2, 4)],
            {"a": {"b": "1"}, "c": {"b": "1"}},
        ),
        ("a: *n\n", [("unknown-alias", 1, 4)], {"a": ""}),
        ("a: &n [*n]\n", [("alias", 1, 4), ("unknown-alias", 1, 8)], {"a": [""]}),
        ("&n\na: {b: *n}\n", [("alias", 1, 1), ("unknown-alias", 2, 8)], {"a": {"b": ""}}),
    ],
)
def test_aliases_are_followed_and_told_and_cycles_refused(
    text: str, found: list[tuple[str, int, int]], kept: Tree
) -> None:
    document = read(text)
    assert (kinds(document), tree(document.root)) == (found, kept)


def test_an_alias_tells_its_sign_and_name() -> None:
    told = [f.fields for f in read("a: &n x\nb: *n\n").faults]
    assert told == [{"name": "n", "sign": "&"}, {"name": "n", "sign": "*"}]


@pytest.mark.parametrize(
    "text",
    [
        "a: [&x x" + ", *x" * 10_001 + "]\n",
        "a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n"
            for a, b in zip("abcdef", "bcdefg", strict=True)
        ),
    ],
)
def test_too_many_aliases_and_billion_laughs_are_stopped(text: str) -> None:
    found = read(text)
    assert found.faults[-1].kind == "limit"
    assert found.faults[-1].fields["limit"] == str(nodes.MOST_ALIASES)
    assert not found.whole


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_two_hundred_thousand_brackets_end_at_a_limit(opening: str) -> None:
    found = read(opening * 200_000)
    assert found.faults[-1].kind == "limit"
    assert found.faults[-1].fields["limit"] == str(nodes.DEEPEST)
    assert not found.whole


def test_a_long_scalar_is_cut() -> None:
    found = read("a: " + "x" * 20_000 + "\nb: 1\n")
    assert kinds(found) == [("limit", 1, 4)]
    assert tree(found.root) == {"a": "x" * nodes.LONGEST_SCALAR, "b": "1"}


def test_a_file_too_large_is_not_read() -> None:
    found = parse("a.yaml", b"#" * (nodes.LARGEST + 1))
    assert (kinds(found), found.root, found.whole) == ([("limit", 1, 1)], None, False)


def test_beyond_many_faults_only_the_limit_is_named() -> None:
    found = read("a: 1\n" * 1000)
    assert len(found.faults) == nodes.MOST_FAULTS + 1
    assert found.faults[-1].kind == "limit"
    assert found.faults[-1].fields["limit"] == str(nodes.MOST_FAULTS)


@pytest.mark.parametrize("what", ["bytes", "depth", "scalar", "aliases", "faults"])
def test_every_limit_has_words_in_both_languages(what: str) -> None:
    found = Document("a.yaml")
    found.beyond(what, document.TOP)
    told = found.faults[0].fields["what"]
    assert isinstance(told, dict)
    assert set(told) == {"en", "zh"}


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        (
            "- {says: >90%}\n- {says: %5}\n- says: @x\n- says: - x\n",
            [("unquoted-mark", n, c) for n, c in ((1, 10), (2, 10), (3, 9), (4, 9))],
            [{"says": ">90%"}, {"says": "%5"}, {"says": "@x"}, {"says": "- x"}],
        ),
        (
            "- {says: >90%}\na：b\n",
            [("unquoted-mark", 1, 10), ("full-width-colon", 2, 2), ("syntax", 2, 1)],
            [{"says": ">90%"}],
        ),
        (
            "a: 1\nb：2\nc：\n  d: 3\ne: >90%\n",
            [("full-width-colon", 2, 2), ("full-width-colon", 3, 2), ("unquoted-mark", 5, 4)],
            {"a": "1", "b": "2", "c": {"d": "3"}, "e": ">90%"},
        ),
        ("a：1\n", [("full-width-colon", 1, 2)], {"a": "1"}),
        (
            "a：1\nb：2\n",
            [("full-width-colon", 1, 2), ("full-width-colon", 2, 2)],
            {"a": "1", "b": "2"},
        ),
        ("a: 1\nb: 2\n\tc: 3\n", [("tab", 3, 1)], {"a": "1"}),
        ("a: 1\nb: [2\n", [("syntax", 2, 4)], {"a": "1", "b": ["2"]}),
    ],
)
def test_one_reading_tells_all_hazards_and_keeps_what_it_can(
    text: str, found: list[tuple[str, int, int]], kept: Tree
) -> None:
    document = read(text)
    assert (kinds(document), tree(document.root)) == (found, kept)


def test_more_hazards_than_are_mended_leave_what_was_read() -> None:
    found = read("a: 1\nb:\n" + "  - {says: >90%}\n" * 100)
    assert {f.kind for f in found.faults} == {"unquoted-mark"}
    assert isinstance(found.root, Mapping)
    assert not found.whole


@pytest.mark.parametrize(
    "raw",
    [
        *(b"%", b"!", b"&", b"*", b"? ", b": ", b"-", b"[", b"}", b"'", b'"', b"|", b"\r", b"\x00"),
        *(b"\xff\xfe", b"\xc2\x85", b"\xef\xbb\xbf\xef\xbb\xbfa: 1", b"---\n---", b"a: |\n\tb"),
        *(b"%YAML 9.9\n---\na: 1", b"%TAG ! !\n---\na: 1", b"!!binary x", b"<<: *a"),
        "\U0010ff00: >9".encode(),
    ],
)
def test_no_text_raises(raw: bytes) -> None:
    found = parse("a.yaml", raw)
    assert found.root is not None or found.faults


def test_the_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    read("a: 1\n")
    assert gc.isenabled()
