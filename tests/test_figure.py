"""Figures as printed: number, digits, scale, unit, bound, basis, change and mark of each form."""

from __future__ import annotations

import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from auditor.figure import Figure, FigureError, read, read_unit
from auditor.figure.cursor import (
    A_NUMBER,
    CLOSING,
    FEWER_DIGITS,
    NOT_SO_LONG,
    ONE_UNIT,
    THE_END,
)
from auditor.figure.places import MOST_DIGITS
from auditor.figure.reader import LONGEST
from auditor.figure.words import framing, numbers, units
from auditor.figure.words.locales import DECIMAL_COMMA, DECIMAL_POINT, decimal_comma
from auditor.interval import Interval
from auditor.phrases import amount
from auditor.wording import Wording

F = Fraction
TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "figures.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("# ") and line != "#"
]
JOINTS = {"number": "", "range": " – ", "ratio": " : "}


def told(figure: Figure) -> list[str]:
    """Return a reading in the columns of the table."""
    if figure.kind not in JOINTS:
        return [figure.printed, figure.kind]
    joint = JOINTS[figure.kind]
    said = (
        figure.bound.strip("=") and figure.bound,
        figure.ends if figure.ends != "[]" else "",
        figure.approximate, figure.basis, figure.change, figure.mark,
    )  # fmt: skip
    return [
        figure.printed,
        joint.join(amount(number.value) for number in figure.numbers),
        figure.unit or ".",
        " ".join(filter(None, said)) or ".",
        joint.join(number.digits for number in figure.numbers),
        joint.join(str(number.scale) for number in figure.numbers),
        joint.join(amount(number.step) for number in figure.numbers),
    ]


def test_the_table_holds_four_hundred_figures_and_none_twice() -> None:
    printed = [row[0] for row in TABLE]
    assert len(printed) >= 400
    assert len(set(printed)) == len(printed)


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_figure_is_read_in_full(row: list[str]) -> None:
    assert told(read(row[0])) == row


@pytest.mark.parametrize("text", ["", " ", "\t", *sorted(framing.NOTHING)])
def test_a_dash_is_no_figure(text: str) -> None:
    assert (read(text).kind, read(text).numbers, read(text).numeric) == ("nothing", (), False)


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("约莫5", 1, A_NUMBER),
        ("人数5", 0, A_NUMBER),
        ("a 5", 0, A_NUMBER),
        ("+5", 0, A_NUMBER),
        (",5", 0, A_NUMBER),
        ("第3名", 0, A_NUMBER),
        ("5000-", 5, A_NUMBER),
        ("1:", 2, A_NUMBER),
        ("²5", 0, A_NUMBER),
        ("\x1b5", 0, A_NUMBER),
        ("3/0", 3, A_NUMBER),
        ("--5", 0, A_NUMBER),
        ("年度第3名", 2, A_NUMBER),
        ("最低工资的80%", 0, A_NUMBER),
        ("reduce 5% of staff", 10, THE_END),
        ("一万零百5", 0, A_NUMBER),
        ("5---6", 3, A_NUMBER),
        ("5—-3%", 2, A_NUMBER),
        ("5 – –3%", 4, A_NUMBER),
        ("5元/(人·)", 2, THE_END),
        ("港币5万美元", 6, ONE_UNIT),
        ("50公顷，30亩", 4, THE_END),
        ("50—100个（不含）", 11, THE_END),
        ("3天内容", 2, THE_END),
        ("over 50s", 7, THE_END),
        ("60 and over 80", 3, THE_END),
        ("3 per 1,000 flights", 2, THE_END),
        ("5\x00", 1, THE_END),
        ("1,5", 1, THE_END),
        ("12,34", 2, THE_END),
        ("1,2345", 1, THE_END),
        ("1.5.2", 3, THE_END),
        ("1.234.567", 5, THE_END),
        ("1.", 1, THE_END),
        ("5 5", 2, THE_END),
        ("  5 x", 4, THE_END),
        ("5人户", 2, THE_END),
        ("5级", 1, THE_END),
        ("5st", 1, THE_END),
        ("3D", 1, THE_END),
        ("9000〕", 4, THE_END),
        ("3元/", 2, THE_END),
        ("46%和20%", 3, THE_END),
        ("1466户2902人", 5, THE_END),
        ("90%±2", 3, THE_END),
        ("1人1策", 2, THE_END),
        ("〔9000", 5, CLOSING),
        ("5人-6户", 5, ONE_UNIT),
        ("9" * (MOST_DIGITS + 1), 0, FEWER_DIGITS),
        ("5" + "人" * LONGEST, LONGEST, NOT_SO_LONG),
        ("保" * (LONGEST + 1), LONGEST, NOT_SO_LONG),
    ],
)
def test_an_error_says_where_reading_stopped(text: str, position: int, expected: Wording) -> None:
    with pytest.raises(FigureError) as caught:
        read(text)
    assert (caught.value.position, caught.value.expected) == (position, expected)


def ends(low: str, high: str, closed: str = "[]") -> Interval:
    return Interval(
        F(low) if low else None, F(high) if high else None, closed[0] == "[", closed[1] == "]"
    )


@pytest.mark.parametrize(
    ("text", "stated", "allowed"),
    [
        ("9000", ends("8999.5", "9000.5"), ends("8999.5", "9000.5")),
        ("0.9万以上", ends("8500", "9500"), ends("9000", "")),
        (">90%", ends("89.5", "90.5"), ends("90", "", "(]")),
        ("4%以内", ends("3.5", "4.5"), ends("", "4")),
        ("<6%", ends("5.5", "6.5"), ends("", "6", "[)")),
        ("约20亩", ends("18", "22"), ends("18", "22")),
        ("约1.5", ends("1.35", "1.65"), ends("1.35", "1.65")),
        ("近1万名", ends("9000", "10000", "[)"), ends("9000", "10000", "[)")),
        ("7000余个", ends("7000", "8000", "()"), ends("7000", "8000", "()")),
        ("12余", ends("12", "13", "()"), ends("12", "13", "()")),
        ("十几个", ends("10", "20", "()"), ends("10", "20", "()")),
        ("1.5万余人", ends("15000", "16000", "()"), ends("15000", "16000", "()")),
        ("几十人", ends("10", "100", "()"), ends("10", "100", "()")),
        ("5—5.5%", ends("5", "5.5"), ends("5", "5.5")),
        ("约5—6%", ends("4.5", "6.5"), ends("4.5", "6.5")),
        ("大于10且小于20", ends("10", "20", "()"), ends("10", "20", "()")),
        ("-5", ends("-5.5", "-4.5"), ends("-5.5", "-4.5")),
        ("约-20", ends("-22", "-18"), ends("-22", "-18")),
        ("三分之二", ends("2/3", "2/3"), ends("2/3", "2/3")),
        ("12.5/10万", ends("12.45", "12.55"), ends("12.45", "12.55")),
        ("12.5/100", ends("0.1245", "0.1255"), ends("0.1245", "0.1255")),
    ],
)
def test_a_figure_stands_for_an_interval(text: str, stated: Interval, allowed: Interval) -> None:
    assert (read(text).stated(), read(text).allowed()) == (stated, allowed)


@pytest.mark.parametrize(
    ("radius", "low", "high"), [(F(0), "9000", "9000"), (F(5, 2), "8997.5", "9002.5")]
)
def test_a_radius_replaces_half_the_last_digit(radius: Fraction, low: str, high: str) -> None:
    assert read("9000").stated(radius) == ends(low, high)


@pytest.mark.parametrize(
    ("text", "year"),
    [("35.6（2019年）", 2019), ("45.2 (2019)", 2019), ("50% by 2030", 2030), ("35.6", 0)],
)
def test_the_year_behind_a_figure_is_kept_apart(text: str, year: int) -> None:
    assert read(text).year == year


def test_every_spelling_of_a_unit_is_read_after_a_number() -> None:
    read_after = {word: read(f"5 {word}").unit for word in units.UNITS}
    shares = {word: "CNY" for word, unit in units.UNITS.items() if unit == "CNY"}
    assert {**read_after, **shares} == dict(units.UNITS)


def test_every_scale_multiplies() -> None:
    assert {word: read(f"5 {word}").value for word in numbers.SCALES} == {
        word: 5 * factor for word, factor in numbers.SCALES.items()
    }


@pytest.mark.parametrize(
    ("table", "form", "part"),
    [
        (framing.BOUNDS_BEFORE, "{} 5", "bound"),
        (framing.BOUNDS_AFTER, "5% {}", "bound"),
        (framing.APPROXIMATIONS_BEFORE, "{} 5", "approximate"),
        (framing.APPROXIMATIONS_AFTER, "5 {}", "approximate"),
        (framing.BASES, "5 {}", "basis"),
        (framing.CHANGES, "{} 5", "change"),
    ],
)
def test_every_word_of_a_table_is_read_as_it_says(
    table: dict[str, str], form: str, part: str
) -> None:
    in_use = {word: meaning for word, meaning in table.items() if word != framing.REACHING}
    assert {word: getattr(read(form.format(word)), part) for word in in_use} == in_use


@pytest.mark.parametrize(
    ("text", "value", "digits", "step"),
    [
        ("1.234,5", F(2469, 2), "1.234,5", F(1, 10)),
        ("3,50 %", F(7, 2), "3,50", F(1, 100)),
        ("1.234.567", 1_234_567, "1.234.567", 1),
        ("1 234,5 t", F(2469, 2), "1 234,5", F(1, 10)),
        ("5", 5, "5", 1),
    ],
)
def test_a_decimal_comma_is_read_where_the_sheet_says_so(
    text: str, value: Fraction | int, digits: str, step: Fraction | int
) -> None:
    found = read(text, decimal_comma=True)
    assert (found.printed, found.value, found.numbers[0].digits, found.step) == (
        text,
        value,
        digits,
        step,
    )


def test_an_error_in_a_decimal_comma_tells_the_text_as_printed() -> None:
    with pytest.raises(FigureError, match=r"'1,2,3' from character 4") as caught:
        read("1,2,3", decimal_comma=True)
    assert (caught.value.text, caught.value.position) == ("1,2,3", 3)


@pytest.mark.parametrize(
    ("tag", "comma"),
    [
        ("de", True), ("DE", True), ("de-DE", True), ("de-CH", False), ("pt_BR", True),
        ("es-MX", False), ("en", False), ("en-ZA", True), ("zh", False), ("xx", None), ("", None),
    ],
)  # fmt: skip
def test_a_language_writes_a_comma_or_a_point(tag: str, comma: bool | None) -> None:
    assert decimal_comma(tag) is comma


def test_no_language_writes_both() -> None:
    assert not DECIMAL_COMMA & DECIMAL_POINT


def calls(run: Callable[[], Any]) -> int:
    """Return how many Python functions are called, as a measure of work that no clock disturbs."""
    count = 0

    def counting(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counting)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece", ["9", "1,", "(", "〔", "万", "亿", "人/", "5万", "∶1", "分之", "保"]
)
def test_a_very_long_text_is_refused_at_once(piece: str) -> None:
    text = "5" + piece * (100_000 // len(piece))
    assert read_unit(text) is None
    with pytest.raises(FigureError):
        read(text)

    def again() -> None:
        with pytest.raises(FigureError):
            read(text)

    assert calls(again) < 200


def test_a_figure_says_the_same_each_time_it_is_read() -> None:
    assert read("〔9000〕") == read("〔9000〕")
    assert isinstance(read("〔9000〕"), Figure)


@pytest.mark.parametrize("text", ["两三元五角六", "两三米半", "两三个半小时"])
def test_neighbouring_numerals_are_not_told_in_two_units(text: str) -> None:
    assert not read(text).numeric


@pytest.mark.parametrize("text", ["三千.五", "二十.五", "一百.二万人", "一万.二", "百.三"])
def test_a_point_between_chinese_numerals_is_refused(text: str) -> None:
    with pytest.raises(FigureError):
        read(text)


@pytest.mark.parametrize("text", ["12/100 km", "12/1000人", "1/100秒", "12 per 100 km"])
def test_so_much_for_each_hundred_is_no_fraction_of_one(text: str) -> None:
    with pytest.raises(FigureError):
        read(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("just over a third", Fraction(1, 3), Fraction(11, 30)),
        ("just under a third", Fraction(3, 10), Fraction(1, 3)),
    ],
)
def test_what_is_just_over_a_fraction_is_a_little_more(
    text: str, low: Fraction, high: Fraction
) -> None:
    assert read(text).stated() == Interval(low, high, text == "just under a third", False)


@pytest.mark.parametrize(
    "text",
    ["不超过100人以上", "不低于50%以下", "至少5000人以内", "at most 100 or more", "不少于30天内"],
)
def test_bounds_that_contradict_one_another_are_refused(text: str) -> None:
    with pytest.raises(FigureError):
        read(text)
