"""Comments that speak to the auditor: told from text, placed, and tied to a line."""

from __future__ import annotations

import pytest

from auditor.document import parse
from auditor.document.comments import Comment, comments
from auditor.finding import Mark


def told(text: str) -> list[tuple[str, int, int]]:
    """Return what each comment says, the line that it stands on, and the one that it is about."""
    return [(each.says, each.mark.line, each.about) for each in comments(text)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: 1  # audit: ignore[X] why\n", "ignore[X] why"),
        ("a: 1\t#\taudit:\tx\t\n", "x"),
        ("a: 1 #audit:x\n", "x"),
        ("a: 1 # audit：x\n", "x"),
        ("a: 1 # audit: x#1 y\n", "x#1 y"),
        ("a: 1 # audit: x # <-\n", "x"),
        ("a: 1 # audit: x  #\n", "x"),
        ("a: 1 # audit:\n", ""),
        ("a: 1 # audit:  # x\n", ""),
        ("a: 1 # note # audit: x\n", "x"),
        ("a: 1 # audit: “城镇”新增，见附件：三\n", "“城镇”新增，见附件：三"),
        ('a: 1 # audit: it\'s "so"\n', 'it\'s "so"'),
        ("- {a: 1, b: [2, 3]} # audit: x\n", "x"),
        ("a: {b: 1, # audit: x\n  c: 2}\n", "x"),
        ("a: [1,\n  2 # audit: x\n  ]\n", "x"),
        ("a: # audit: x\n  b: 1\n", "x"),
        ("? a # audit: x\n: b\n", "x"),
        ("- # audit: x\n  a: 1\n", "x"),
        ("a: text that\n  goes on # audit: x\n", "x"),
        ("a: 'text' # audit: x\n", "x"),
        ("a: | # audit: x\n  text\n", "x"),
        ("a: >-  # audit: x\n  text\n", "x"),
        ("--- # audit: x\na: 1\n", "x"),
        ("a: 1\n... # audit: x\n", "x"),
        ("# audit: x", "x"),
        ("a: [ # audit: x\n", "x"),
        ("a: % # audit: x\n", "x"),
    ],
)
def test_a_comment_says_what_stands_behind_the_colon(text: str, says: str) -> None:
    assert [each.says for each in comments(text)] == [says]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: 1 # audit\n",
        "a: 1 # audit ignore[X] why\n",
        "a: 1 # an audit: x\n",
        "a: 1 # auditor: x\n",
        "a: 1 # Audit: all figures ticked off\n",
        "a: audit: x\n",
        "a: b# audit: x\n",
        "a: b＃ audit: x\n",
        "a: 'b # audit: x'\n",
        'a: "b # audit: x"\n',
        "a: ' # audit: x'\n",
        "'# audit: x': 1\n",
        'a: "b\n  # audit: x\n  c"\n',
        "a: 'b\n\n  # audit: x'\n",
        "a: |\n  b\n  # audit: x\n",
        "a: >\n  # audit: x\n\n  # audit: y\n",
        "- {a: 'b # audit: x', c: [\"# audit: y\"]}\n",
        "a: %\nb: 'x # audit: y'\n",
        "a: %\nb: @\nc: 'x # audit: y'\n",
        "a: %5\nb: |\n  # audit: y\n",
    ],
)
def test_what_stands_in_a_text_is_no_comment(text: str) -> None:
    assert comments(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 'b # audit: x' # audit: y\n", ["y"]),
        ("a: 'b # audit: x' # note # audit: y\n", ["y"]),
        ("𠮷: '𠮷 # audit: x' # audit: 𠮷\n", ["𠮷"]),
        ("a: |\n  # audit: x\n# audit: y\nb: 1\n", ["y"]),
        ("a: |\n  # audit: x\n\n\n# audit: y\n", ["y"]),
        ('a: "b\n  # audit: x\n  c" # audit: y\n', ["y"]),
        ("a: 1 # audit: x # audit: y\n", ["x", "y"]),
        ("a: 1 # audit: # audit: y\n", ["", "y"]),
        ("# audit: x\n# audit: y\na: 1 # audit: z\n", ["x", "y", "z"]),
        ("a: % # audit: x\nb: 'y # audit: y' # audit: z\n", ["x", "z"]),
    ],
)
def test_comments_are_found_beside_texts_and_beside_one_another(
    text: str, found: list[str]
) -> None:
    assert [each.says for each in comments(text)] == found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: 1 # audit: x\nb: 2\n", [(1, 1)]),
        ("# audit: x\na: 1\n", [(1, 2)]),
        ("  # audit: x\na: 1\n", [(1, 2)]),
        ("# audit: x\n\n  \n# more\n\t# yet more\na: 1\n", [(1, 6)]),
        ("# audit: x\n# audit: y\n\na: 1\nb: 2\n", [(1, 4), (2, 4)]),
        ("# audit: x\na: 1 # audit: y\n# audit: z\nb: 2\n", [(1, 2), (2, 2), (3, 4)]),
        ("a: [\n  # audit: x\n  1]\n", [(2, 3)]),
        ("a: [1, # audit: x\n  2]\n", [(1, 1)]),
        ("a: 'b\n  c' # audit: x\n", [(2, 2)]),
        ("# audit: x\n- '# no comment'\n", [(1, 2)]),
        ("a: 1 # audit: x # audit: y\n", [(1, 1), (1, 1)]),
        ("# audit: x # audit: y\na: 1\n", [(1, 2), (1, 1)]),
        ("# - {a: 1} # audit: x\nb: 2\n", [(1, 1)]),
    ],
)
def test_a_comment_is_about_its_line_or_the_next_one_that_holds_more(
    text: str, lines: list[tuple[int, int]]
) -> None:
    assert [(line, about) for _, line, about in told(text)] == lines


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n# the end\n"])
def test_a_comment_at_the_very_end_is_about_no_line_that_holds_anything(end: str) -> None:
    ((_, line, about),) = told(f"a: 1\n# audit: x{end}")
    assert line == 2
    assert about == len(f"a: 1\n# audit: x{end}".split("\n"))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a: 1 # audit: x\n", Mark(1, 6, 1, 16)),
        ("a: 1  #  audit:  x y  \n", Mark(1, 7, 1, 21)),
        ("a: 1 # audit: x # <-\n", Mark(1, 6, 1, 16)),
        ("a: 1\n\t # audit: 𠮷万\n", Mark(2, 3, 2, 14)),
        ("城: 𠮷 # audit: x\n", Mark(1, 6, 1, 16)),
        ("# audit: x", Mark(1, 1, 1, 11)),
        ("a: 1 # audit: x # audit: yy\n", Mark(1, 6, 1, 16)),
    ],
)
def test_a_comment_is_marked_from_its_sign_to_its_last_word(text: str, mark: Mark) -> None:
    assert comments(text)[0].mark == mark


@pytest.mark.parametrize(
    "raw",
    [
        b"# audit: x\na: 1 # audit: y\n",
        b"# audit: x\r\na: 1 # audit: y\r\n",
        b"# audit: x\ra: 1 # audit: y\r",
        b"\xef\xbb\xbf# audit: x\na: 1 # audit: y",
        b"\xef\xbb\xbf# audit: x\r\na: 1 # audit: y\r\n",
    ],
)
def test_line_ends_and_a_byte_order_mark_change_nothing(raw: bytes) -> None:
    assert parse("a.yaml", raw).comments == (
        Comment("x", Mark(1, 1, 1, 11), 2),
        Comment("y", Mark(2, 6, 2, 16), 2),
    )


def test_a_carriage_return_that_is_no_line_end_for_the_caller_does_not_stick() -> None:
    assert told("# audit: x\r\na: 1 # audit: y\r\n") == [("x", 1, 2), ("y", 2, 2)]


def test_a_document_that_is_no_text_has_no_comments() -> None:
    assert parse("a.yaml", "# audit: 规划\n".encode("gbk")).comments == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("# audit: x\n" * 20_000, 20_000),
        ("- a # audit: x\n" * 20_000, 20_000),
        ("- ' # audit: x' # audit: y\n" * 10_000, 10_000),
        ("- % # audit: x\n" * 20_000, 20_000),
        ("a: 1" + " # audit: x" * 20_000, 20_000),
        ("a: 1 # audit: x" + " " * 300_000 + "y\n", 1),
        ("a: 1 # audit:" + " " * 300_000 + "y\n", 1),
        (" " * 300_000 + "# audit: x", 1),
        ("#" * 300_000 + " audit: x", 0),
        ("# " * 150_000 + "audit: x", 1),
        ("a: 1 # audit: x" + " #" * 150_000, 1),
    ],
    ids=range(11),
)
def test_reading_comments_is_linear_in_the_length_of_the_text(text: str, count: int) -> None:
    """Where it is not, one of these takes minutes."""
    assert len(comments(text)) == count
