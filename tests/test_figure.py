"""Figures as printed: number, digits, scale, unit, bound, basis, change and mark of each form."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.figure import Figure, FigureError, numerals, read, read_unit, words
from auditor.figure.parser import (
    A_NUMBER,
    CLOSING,
    FEWER_DIGITS,
    LONGEST,
    MOST_DIGITS,
    NOT_SO_LONG,
    ONE_UNIT,
    THE_END,
)
from auditor.interval import Interval
from auditor.wording import Wording

F = Fraction


@pytest.mark.parametrize(
    ("text", "value", "digits", "scale", "unit"),
    [
        ("2150", 2150, "2150", 1, ""),
        ("22,145", 22145, "22,145", 1, ""),
        ("1,234,567.89", F("1234567.89"), "1,234,567.89", 1, ""),
        ("９０００", 9000, "9000", 1, ""),
        ("3.93%", F("3.93"), "3.93", 1, "percent"),
        ("１２．５％", F("12.5"), "12.5", 1, "percent"),
        ("5 %", 5, "5", 1, "percent"),
        ("5‰", 5, "5", 1, "permille"),
        ("1.59亿元", 159_000_000, "1.59", 100_000_000, "CNY"),
        ("103.39亿元", 10_339_000_000, "103.39", 100_000_000, "CNY"),
        ("5千万元", 50_000_000, "5", 10_000_000, "CNY"),
        ("3万亿元", 3 * 10**12, "3", 10**12, "CNY"),
        ("7714.6元", F("7714.6"), "7714.6", 1, "CNY"),
        ("78万", 780_000, "78", 10_000, ""),
        ("5.0万人", 50_000, "5.0", 10_000, "person"),
        ("8.57万个", 85_700, "8.57", 10_000, "item"),
        ("22.6万人次", 226_000, "22.6", 10_000, "person_time"),
        ("1万名", 10_000, "1", 10_000, "person"),
        ("857人", 857, "857", 1, "person"),
        ("12922人次", 12922, "12922", 1, "person_time"),
        ("1466户", 1466, "1466", 1, "household"),
        ("650家", 650, "650", 1, "establishment"),
        ("19132笔", 19132, "19132", 1, "loan"),
        ("138期", 138, "138", 1, "edition"),
        ("27场次", 27, "27", 1, "session"),
        ("132件", 132, "132", 1, "case"),
        ("3年", 3, "3", 1, "year"),
        ("30分钟", 30, "30", 1, "minute"),
        ("13332㎡", 13332, "13332", 1, "square_meter"),
        ("10000平方米", 10000, "10000", 1, "square_meter"),
        ("9.48个百分点", F("9.48"), "9.48", 1, "percentage_point"),
        ("5000元/人", 5000, "5000", 1, "CNY/person"),
        ("-5%", -5, "5", 1, "percent"),
        ("－5", -5, "5", 1, ""),
        ("−5", -5, "5", 1, ""),
        ("0", 0, "0", 1, ""),
        ("  9  ", 9, "9", 1, ""),
        ("(9000)", 9000, "9000", 1, ""),
        ("9000*", 9000, "9000", 1, ""),
        ("达到95%", 95, "95", 1, "percent"),
        ("控制在4%", 4, "4", 1, "percent"),
        ("3 thousand people", 3000, "3", 1000, "person"),
        ("5.5 million", 5_500_000, "5.5", 1_000_000, ""),
        ("£5 million", 5_000_000, "5", 1_000_000, "GBP"),
        ("￥5", 5, "5", 1, "CNY"),
        ("5 percentage points", 5, "5", 1, "percentage_point"),
    ],
)
def test_a_number_keeps_its_digits_its_scale_and_its_unit(
    text: str, value: Fraction | int, digits: str, scale: int, unit: str
) -> None:
    found = read(text)
    (number,) = found.numbers
    assert (found.kind, found.value, number.digits, number.scale) == (
        "number",
        value,
        digits,
        scale,
    )
    assert (found.unit, found.bound, found.approximate, found.basis) == (unit, "=", "", "")
    assert (found.printed, found.change, found.numeric) == (text, "", True)


@pytest.mark.parametrize(
    ("bound", "texts"),
    [
        (
            ">=",
            "0.9万人以上 不低于30% 不少于2000个 ≥95% >=95% 5200人以上 至少有1名 至少打造1个 45家及以上 5+",
        ),
        (
            ">=",
            "不低于用工总量的30% 不低于中央资金15% 不低于项目总投资的15% 97%以上 1年以上 〔9000〕以上",
        ),
        (">", "超过80% >90% ＞90% 高于5 大于5 突破5万 逾5万"),
        ("<=", "4%以内 不超过5% ≤5.0% <=5 4.0%以内 400万元以下 控制在5%以内 至多5 不高于5"),
        ("<", "<6% ＜6% 低于6% 不足5 不到5"),
    ],
)
def test_bounds_stand_before_or_after(bound: str, texts: str) -> None:
    assert {text: read(text).bound for text in texts.split()} == dict.fromkeys(texts.split(), bound)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 30%", ">="),
        ("no fewer than 5", ">="),
        ("5 or more", ">="),
        ("more than 5", ">"),
        ("over 5", ">"),
        ("at most 6", "<="),
        ("up to 5", "<="),
        ("5 or less", "<="),
        ("less than 6", "<"),
        ("below 6", "<"),
    ],
)
def test_bounds_are_read_in_english(text: str, bound: str) -> None:
    assert read(text).bound == bound


@pytest.mark.parametrize(
    ("approximate", "texts"),
    [
        ("about", "50万人左右 约20亩 约8677平方米 95%左右 大约5 5上下"),
        ("near", "近1万名 将近5 接近5"),
        ("over", "7000余个 10多万人 10余万 5千多人"),
    ],
)
def test_approximations(approximate: str, texts: str) -> None:
    assert {read(text).approximate for text in texts.split()} == {approximate}


@pytest.mark.parametrize(
    ("text", "ends", "scales", "unit"),
    [
        ("5—5.5%", (5, F("5.5")), (1, 1), "percent"),
        ("4.5%–5%", (F("4.5"), 5), (1, 1), "percent"),
        ("40%~60%", (40, 60), (1, 1), "percent"),
        ("40 to 60", (40, 60), (1, 1), ""),
        ("1-2个", (1, 2), (1, 1), "item"),
        ("1到2年", (1, 2), (1, 1), "year"),
        ("5－6", (5, 6), (1, 1), ""),
        ("5—5.5万人", (50_000, 55_000), (10_000, 10_000), "person"),
        ("9千至1万人", (9_000, 10_000), (1_000, 10_000), "person"),
        ("-5至-3", (-5, -3), (1, 1), ""),
        ("5-5", (5, 5), (1, 1), ""),
    ],
)
def test_a_range_has_two_ends_in_one_unit(
    text: str, ends: tuple[Fraction | int, ...], scales: tuple[int, ...], unit: str
) -> None:
    found = read(text)
    assert (found.kind, found.unit, found.numeric) == ("range", unit, True)
    assert tuple(number.value for number in found.numbers) == ends
    assert tuple(number.scale for number in found.numbers) == scales


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("57∶16∶27", (57, 16, 27)),
        ("45:18:37", (45, 18, 37)),
        ("46.43∶53.57", (F("46.43"), F("53.57"))),
        ("2.21∶1", (F("2.21"), 1)),
        ("3比2", (3, 2)),
        ("1：2", (1, 2)),
    ],
)
def test_a_ratio_has_parts_and_states_no_amount(text: str, parts: tuple[Fraction, ...]) -> None:
    found = read(text)
    assert (found.kind, found.unit, found.numeric) == ("ratio", "", False)
    assert tuple(number.value for number in found.numbers) == parts


@pytest.mark.parametrize(
    ("text", "basis", "mark"),
    [
        ("〔9000〕", "cumulative", "〔〕"),
        ("[9000]", "cumulative", "[]"),
        ("【9000】", "cumulative", "【】"),
        ("［9000］", "cumulative", "［］"),
        ("〔9000〕*", "cumulative", "〔〕"),
        ("(9000)", "", "()"),
        ("（9000）", "", "()"),
        ("累计9000", "cumulative", ""),
        ("五年9000", "cumulative", ""),
        ("每年60万人", "annual", ""),
        ("60 a year", "annual", ""),
        ("60万人/年", "annual", ""),
        ("年均4.5万人", "average", ""),
    ],
)
def test_marks_and_words_tell_the_basis(text: str, basis: str, mark: str) -> None:
    found = read(text)
    assert (found.basis, found.mark) == (basis, mark)


@pytest.mark.parametrize(
    ("text", "change", "unit"),
    [
        ("提高10个百分点", "rise_by", "percentage_point"),
        ("增长46%", "rise_by", "percent"),
        ("降低17%", "fall_by", "percent"),
        ("减少5000人", "fall_by", "person"),
        ("提高到46%", "rise_to", "percent"),
        ("增加至5万人", "rise_to", "person"),
        ("降至4%", "fall_to", "percent"),
    ],
)
def test_a_change_is_by_how_much_or_to_what(text: str, change: str, unit: str) -> None:
    assert (read(text).change, read(text).unit) == (change, unit)


@pytest.mark.parametrize("text", ["", " ", "\t", *sorted(words.NOTHING)])
def test_a_dash_is_no_figure(text: str) -> None:
    assert (read(text).kind, read(text).numbers, read(text).numeric) == ("nothing", (), False)


@pytest.mark.parametrize(
    "text", ["应保尽保", "动态清零", "全覆盖", "人手一卡", "零增长", "不低于", "٣"]
)
def test_a_text_without_digits_is_a_target_in_words(text: str) -> None:
    assert (read(text).kind, read(text).numeric) == ("words", False)


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("约莫5", 1, A_NUMBER),
        ("人数5", 0, A_NUMBER),
        ("a 5", 0, A_NUMBER),
        ("+5", 0, A_NUMBER),
        ("5000-", 5, A_NUMBER),
        ("1:", 2, A_NUMBER),
        ("²5", 0, A_NUMBER),
        ("\x1b5", 0, A_NUMBER),
        ("5\x00", 1, THE_END),
        ("1,5", 1, THE_END),
        ("12,34", 2, THE_END),
        ("1,2345", 5, THE_END),
        ("1.5.2", 3, THE_END),
        ("1.", 1, THE_END),
        ("1e5", 1, THE_END),
        ("5 5", 2, THE_END),
        ("  5 x", 4, THE_END),
        ("5人户", 2, THE_END),
        ("9000〕", 4, THE_END),
        ("3元/", 2, THE_END),
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


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("9000", 1),
        ("0.9万", 1000),
        ("22,145", 1),
        ("3.93%", F(1, 100)),
        ("1.59亿元", 1_000_000),
        ("5.0万人", 1000),
        ("5—5.5%", F(1, 10)),
    ],
)
def test_a_step_is_one_unit_of_the_last_printed_digit(text: str, step: Fraction | int) -> None:
    assert read(text).step == step


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
        ("5—5.5%", ends("4.5", "5.55"), ends("4.5", "5.55")),
        ("-5", ends("-5.5", "-4.5"), ends("-5.5", "-4.5")),
        ("约-20", ends("-22", "-18"), ends("-22", "-18")),
    ],
)
def test_a_figure_stands_for_an_interval(text: str, stated: Interval, allowed: Interval) -> None:
    assert (read(text).stated(), read(text).allowed()) == (stated, allowed)


@pytest.mark.parametrize(
    ("radius", "low", "high"), [(F(0), "9000", "9000"), (F(5, 2), "8997.5", "9002.5")]
)
def test_a_radius_replaces_half_the_last_digit(radius: Fraction, low: str, high: str) -> None:
    assert read("9000").stated(radius) == ends(low, high)


def test_every_spelling_of_a_unit_is_read_after_a_number() -> None:
    assert {word: read(f"5{word}").unit for word in words.UNITS} == dict(words.UNITS)


def test_every_scale_multiplies() -> None:
    assert {word: read(f"5{word}").value for word in words.SCALES} == {
        word: 5 * factor for word, factor in words.SCALES.items()
    }


def test_every_bound_approximation_and_basis_is_read() -> None:
    before = {**words.BOUNDS_BEFORE}
    assert {word: read(f"{word} 5").bound for word in before} == before
    assert {word: read(f"5{word}").bound for word in words.BOUNDS_AFTER} == words.BOUNDS_AFTER
    before = {**words.APPROXIMATIONS_BEFORE}
    assert {word: read(f"{word} 5").approximate for word in before} == before
    before = {**words.CHANGES}
    assert {word: read(f"{word} 5").change for word in before} == before


_TABLES = (
    words.UNITS, words.SCALES, words.BOUNDS_BEFORE, words.BOUNDS_AFTER, words.BASES, words.CHANGES,
    words.MARKS, words.MARKS.values(), words.RANGE_JOINTS, words.RATIO_JOINTS, words.FILLERS,
    "0123456789.,-/ *％２",
)  # fmt: skip
_PIECES = st.sampled_from(sorted({word for table in _TABLES for word in table}))


@given(st.text() | st.lists(_PIECES, max_size=12).map("".join))
def test_any_text_is_a_figure_or_a_figure_error_at_a_place_in_it(text: str) -> None:
    try:
        found = read(text)
    except FigureError as stopped:
        error = stopped
    else:
        _is_sound(text, found)
        return
    assert 0 <= error.position <= len(text)


def _is_sound(text: str, found: Figure) -> None:
    assert found.printed == text
    if found.numeric:
        assert found.stated().holds(found.value) or found.approximate
        _is_not_empty(found.stated())
        _is_not_empty(found.allowed())


def _is_not_empty(interval: Interval) -> None:
    if interval.low is not None and interval.high is not None:
        assert interval.low <= interval.high


@given(st.integers(0, 10**12), st.integers(0, 6), st.sampled_from(sorted(words.SCALES)))
def test_a_number_is_read_back_exactly(digits: int, places: int, scale: str) -> None:
    printed = str(digits).rjust(places + 1, "0")
    text = f"{printed[:-places]}.{printed[-places:]}" if places else printed
    assert read(text + scale).value == F(digits, 10**places) * words.SCALES[scale]
    assert read(text + scale).step == F(words.SCALES[scale], 10**places)


@given(st.text())
def test_any_text_is_a_unit_or_none(text: str) -> None:
    known = read_unit(text)
    assert known is None or known[1]


@pytest.mark.parametrize("piece", ["9", "1,", "(", "〔", "万", "亿", "人/", "5万", "∶1", "保"])
def test_a_very_long_text_is_refused_at_once(piece: str) -> None:
    text = "5" + piece * (100_000 // len(piece))
    started = time.perf_counter()
    assert read_unit(text) is None
    with pytest.raises(FigureError):
        read(text)
    assert time.perf_counter() - started < 1


def test_a_figure_says_the_same_each_time_it_is_read() -> None:
    assert read("〔9000〕") == read("〔9000〕")
    assert isinstance(read("〔9000〕"), Figure)


@pytest.mark.parametrize(("printed", "low", "high"), [("6-5", 5, 6), ("1万-2人", 2, 10_000)])
def test_a_range_may_be_printed_from_its_higher_end(printed: str, low: int, high: int) -> None:
    assert [number.value for number in read(printed).numbers] == [low, high]


@pytest.mark.parametrize(
    ("printed", "value", "step"),
    [
        ("3千5百万", 35_000_000, 1_000_000),
        ("1亿2千万", 120_000_000, 10_000_000),
        ("10万万", 10**9, 10**8),
        ("1.5万亿", 15 * 10**11, 10**11),
        ("5万5千", 55_000, 1_000),
        ("二十三万五千", 235_000, 1_000),
        ("一百二十", 120, 10),
        ("一百二", 120, 10),
        ("三万五", 35_000, 1_000),
        ("两千零五", 2_005, 1),
        ("十", 10, 10),
        ("十五", 15, 1),
        ("二〇二五", 2_025, 1),
        ("三点一四", F(157, 50), F(1, 100)),
        ("壹拾贰万叁仟", 123_000, 1_000),
        ("一万亿", 10**12, 10**12),
        ("半", F(1, 2), 0),
        ("三分之二", F(2, 3), 0),
        ("2/3", F(2, 3), 0),
        ("22 145", 22_145, 1),
        ("22，145", 22_145, 1),
        ("负5", -5, 1),
        ("−5", -5, 1),
        ("two hundred and five", 205, 1),
        ("twenty-five", 25, 1),
        ("three million two hundred thousand", 3_200_000, 100_000),
        ("3.5 million", 3_500_000, 100_000),
        ("5k", 5_000, 1_000),
        ("two thirds", F(2, 3), 0),
    ],
)
def test_a_number_is_read_in_every_written_form(
    printed: str, value: int | Fraction, step: int | Fraction
) -> None:
    assert (read(printed).value, read(printed).step) == (value, step)


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("百分之三点五", F(7, 2), "percent"),
        ("百分之百", 100, "percent"),
        ("千分之二", 2, "permille"),
        ("万分之五", 5, "per_ten_thousand"),
        ("五成", 50, "percent"),
        ("三成五", 35, "percent"),
        ("3‰", 3, "permille"),
        ("两倍", 2, "fold"),
        ("翻一番", 2, "fold"),
        ("翻两番", 4, "fold"),
        ("一个", 1, "item"),
        ("至少有一人", 1, "person"),
        ("近百名", 100, "person"),
        ("2025年9000人", 9_000, "person"),
        ("到2025年达到1.2万人", 12_000, "person"),
        ("5年累计50 万人次", 500_000, "person_time"),
        ("9000（个）", 9_000, "item"),
        ("US$5 million", 5_000_000, "USD"),
        ("by 12 percentage points", 12, "percentage_point"),
    ],
)
def test_shares_multiples_and_units_are_read_with_the_number(
    printed: str, value: int | Fraction, unit: str
) -> None:
    assert (read(printed).value, read(printed).unit) == (value, unit)


@settings(max_examples=1_000)
@example(0, ["billion", "billion"])
@example(0, ["十", "十"])
@given(st.integers(0, 10**9), st.lists(st.sampled_from(sorted(words.SCALES)), max_size=4))
def test_the_short_way_and_the_long_way_read_the_same(digits: int, scales: list[str]) -> None:
    tokens = [str(digits), *scales, ""]
    short = numerals.read_number(tokens, 0)
    reader = numerals._Reader(tokens, 0, alone=False)
    assert reader.run()
    long = reader.read()
    assert short is not None
    places = [words.SCALES[scale] for scale in scales]
    if places == sorted(places):  # otherwise the places are not one product: 1亿千 is no number
        assert (short.number.value, short.number.step) == (long.number.value, long.number.step)
