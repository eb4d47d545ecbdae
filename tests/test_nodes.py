"""Nodes → keys: what departs from a shape is told on its line, the rest is kept."""

from __future__ import annotations

from fractions import Fraction

import pytest

from auditor.document import Document, parse
from auditor.sheet import format as shapes
from auditor.sheet.fields import THE_SHEET, Fields, Period, fields, years
from auditor.sheet.format import Key, Shape
from auditor.wording import Wording

ABOUT: Wording = {"en": "about", "zh": "说明"}
SHAPE = Shape(
    {
        "name": Key("text", ABOUT, required=True),
        "size": Key("text", ABOUT, choices={"big": ABOUT, "small": ABOUT}),
        "year": Key("year", ABOUT),
        "years": Key("years", ABOUT),
        "day": Key("date", ABOUT),
        "exact": Key("flag", ABOUT),
        "base": Key("number", ABOUT),
        "rows": Key("list", ABOUT),
        "more": Key("mapping", ABOUT),
        "free": Key("text/list", ABOUT),
    }
)


def read(text: str, shape: Shape = SHAPE) -> tuple[Document, Fields | None]:
    document = parse("a.yaml", text.encode())
    assert document.root is not None
    return document, fields(document, document.root, shape, "here")


def told(text: str, shape: Shape = SHAPE) -> list[tuple[str, int, int, str]]:
    document, _ = read(text, shape)
    names = {
        "unknown-key": "key",
        "missing-key": "key",
        "wrong-shape": "read",
        "bad-period": "read",
    }
    found = []
    for kind, mark, said in document.faults:
        named = said.get(names.get(kind, ""), "")
        found.append(
            (kind, mark.line, mark.column, str(named["en"] if isinstance(named, dict) else named))
        )
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("name: a\n", []),
        ("name: a\nsize: big\nrows: []\nmore: {}\nfree: [1]\n", []),
        ("name: a\nnmae: b\n", [("unknown-key", 2, 1, "nmae")]),
        ("{name: a, 145人: }", [("unknown-key", 1, 11, "145人")]),
        ("size: big\n", [("missing-key", 1, 1, "name")]),
        ("name:\n", [("missing-key", 1, 6, "name")]),
        ("name: ''\n", []),
        ("name: a\nsize:\nyear:\nrows:\nmore:\nfree:\n", []),
        ("name: [a]\n", [("wrong-shape", 1, 7, "a list")]),
        ("name: {a: b}\n", [("wrong-shape", 1, 7, "a mapping of keys")]),
        ("name: a\nrows: b\n", [("wrong-shape", 2, 7, "b")]),
        ("name: a\nmore: [b]\n", [("wrong-shape", 2, 7, "a list")]),
        ("name: a\nsize: huge\n", [("wrong-shape", 2, 7, "huge")]),
        ("name: a\nsize: ''\n", [("wrong-shape", 2, 7, "nothing")]),
        ("name: a\nexact: yes\n", [("wrong-shape", 2, 8, "yes")]),
        ("name: a\nbase: 1e3\n", [("wrong-shape", 2, 7, "1e3")]),
        ("name: a\nbase: -5\n", [("wrong-shape", 2, 7, "-5")]),
        ("- a\n", [("wrong-shape", 1, 1, "a list")]),
        ("a\n", [("wrong-shape", 1, 1, "a")]),
        ("name: a\nyear: 十三五末\n", [("bad-period", 2, 7, "十三五末")]),
        ("name: a\nyear: 2021-2025\n", [("bad-period", 2, 7, "2021-2025")]),
        ("name: a\nyears: 2025-2021\n", [("bad-period", 2, 8, "2025-2021")]),
        ("name: a\nyears: 21-25\n", [("bad-period", 2, 8, "21-25")]),
        ("name: a\nday: 2022年7月4日\n", [("bad-period", 2, 6, "2022年7月4日")]),
        ("name: a\nday: 2022-02-30\n", [("bad-period", 2, 6, "2022-02-30")]),
        ("name: a\nyear: ''\n", [("bad-period", 2, 7, "nothing")]),
    ],
)
def test_what_departs_from_the_shape_is_told(
    text: str, found: list[tuple[str, int, int, str]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "column", "name"),
    [
        ("{name：a}", 6, "a"),
        ("{size: big, name：a}", 17, "a"),
        ("{name： a, size: big}", 6, "a"),
        ("{name：a: b}", 6, ""),
    ],
)
def test_a_full_width_colon_in_a_flow_mapping_is_told_and_read(
    text: str, column: int, name: str
) -> None:
    document, found = read(text)
    assert document.faults[0].kind == "full-width-colon"
    assert document.faults[0].mark == (1, column, 1, column + 1)
    assert found is not None
    assert found.text("name") == name


def test_a_full_width_colon_behind_an_unknown_key_is_told_once() -> None:
    assert told("{name: a, what：b}") == [("full-width-colon", 1, 15, "")]


def test_a_text_with_a_full_width_colon_where_keys_belong_is_one_fault() -> None:
    document = parse("a.yaml", "- at：x\n".encode())
    item = document.root.items[0]  # type: ignore[union-attr]
    assert fields(document, item, SHAPE, "here") is None
    assert [(f.kind, f.mark) for f in document.faults] == [("full-width-colon", (1, 5, 1, 6))]


@pytest.mark.parametrize(
    ("key", "guess"),
    [
        ("perod", "period"),
        ("titel", "title"),
        ("Area", "area"),
        ("childs", "children"),
        ("规划", None),
    ],
)
def test_an_unknown_key_comes_with_the_nearest_known_one(key: str, guess: str | None) -> None:
    document, _ = read(f"{key}: x\n", shapes.SHEET)
    said = document.faults[0].fields["guess"]
    hint = {"en": "", "zh": ""}
    if guess:
        hint = {"en": f"; did you mean {guess!r}?", "zh": f"；是否应为“{guess}”？"}
    assert said == hint


def test_an_unknown_key_lists_what_is_known_here() -> None:
    document, _ = read("name: a\nx: b\n")
    assert document.faults[0].fields["known"] == ", ".join(SHAPE)
    assert document.faults[0].fields["where"] == "here"


def test_a_choice_is_told_in_both_languages() -> None:
    document, _ = read("name: a\nsize: huge\n")
    assert document.faults[0].fields["expected"] == {
        "en": "one of big, small",
        "zh": "big, small 之一",
    }


@pytest.mark.parametrize(
    ("key", "example"), [("year", "2025"), ("years", "2021-2025"), ("day", "2022-07-04")]
)
def test_a_bad_period_comes_with_an_example(key: str, example: str) -> None:
    document, _ = read(f"name: a\n{key}: x\n")
    assert document.faults[0].fields == {"read": "x", "key": key, "example": example}


@pytest.mark.parametrize("bad", ["size: huge", "year: x", "rows: x", "base: x", "exact: x"])
def test_what_is_wrong_is_left_out_and_the_rest_is_kept(bad: str) -> None:
    _, found = read(f"{bad}\nname: a\n")
    assert found is not None
    assert list(found.values) == ["name"]


def test_no_key_is_missed_in_a_sheet_that_broke_off() -> None:
    assert [kind for kind, *_ in told("size: big\nrows: [\n")] == ["syntax"]


def test_all_faults_of_a_header_are_told_in_one_run() -> None:
    text = "plan: [a]\ntitel: b\nperiod: 25\nlevel: x\ntables: 1\n"
    document = parse("a.yaml", text.encode())
    assert document.root is not None
    fields(document, document.root, shapes.SHEET, THE_SHEET)
    assert [(f.kind, f.mark.line) for f in document.faults] == [
        ("wrong-shape", 1),
        ("unknown-key", 2),
        ("bad-period", 3),
        ("wrong-shape", 4),
        ("wrong-shape", 5),
        ("missing-key", 1),
        ("missing-key", 1),
    ]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021-2025", (2021, 2025)),
        ("2021–2025", (2021, 2025)),
        ("2021—2025年", (2021, 2025)),
        ("2021年至2025年", (2021, 2025)),
        ("2021 to 2025", (2021, 2025)),
        ("2025", (2025, 2025)),
        ("2025年", (2025, 2025)),
        ("2025年底", (2025, 2025)),
        ("2025-2021", None),
        ("2021-25", None),
        ("十四五", None),
        ("", None),
    ],
)
def test_periods_are_read_as_written(text: str, period: tuple[int, int] | None) -> None:
    assert years(text) == period


def test_a_period_knows_its_length_and_its_text() -> None:
    assert (Period(2021, 2025).years, Period(2020, 2020).years) == (5, 1)
    assert (str(Period(2021, 2025)), str(Period(2020, 2020))) == ("2021–2025", "2020")


def test_values_are_found_by_key() -> None:
    _, found = read("name: a\nyear: 2020\nyears: 2021-2025\nbase: 0.5\nrows: [1]\nmore: {b: 1}\n")
    assert found is not None
    assert (found.text("name"), found.text("size"), found.text("rows")) == ("a", "", "")
    assert (found.year("year"), found.years("years")) == ((2020, 2020), (2021, 2025))
    assert (found.number("base"), found.number("size")) == (Fraction(1, 2), None)
    assert (len(found.items("rows")), found.items("more")) == (1, [])
    assert (list(found.entries("more")), found.entries("rows")) == (["b"], {})
    assert (found.at("year"), found.at("size")) == ((2, 7, 2, 11), (1, 1, 1, 1))
    assert found.node("size") is None
