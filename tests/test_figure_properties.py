"""What holds of any figure: a printed value is read back, any text ends in a figure or its error."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.figure import Figure, FigureError, find, read, read_unit
from auditor.figure.numerals import read_number
from auditor.figure.places import Reader
from auditor.figure.words import framing, numbers, units
from tests.test_figure import calls

F = Fraction
_DIGITS: Final = "零一二三四五六七八九"
_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "十", "百", "千")
_CAPITAL_PLACES: Final = ("", "拾", "佰", "仟")
_ONES: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = [
    "_",
    "_",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
_SPELLINGS: Final = tuple(sorted(units.UNITS))


def chinese(value: int, digits: str = _DIGITS, places: tuple[str, ...] = _PLACES) -> str:
    """Return a number in Chinese numerals, every zero told that has to be."""
    if value == 0:
        return digits[0]
    text, gap = "", False
    groups = []
    while value:
        value, group = divmod(value, 10_000)
        groups.append(group)
    for number in reversed(range(len(groups))):
        group = groups[number]
        if not group:
            gap = bool(text)
            continue
        section = "".join(
            digits[int(digit)] + (places[3 - at] if digit != "0" else "")
            for at, digit in enumerate(f"{group:04}")
        )
        while digits[0] * 2 in section:
            section = section.replace(digits[0] * 2, digits[0])
        section = section.strip(digits[0])
        if text and (group < 1_000 or gap):
            section = digits[0] + section
        gap = False
        text += section + ("", "万", "亿", "万亿")[number]
    return text


def english(value: int) -> str:
    """Return a number in English words."""
    for word, place in (("billion", 10**9), ("million", 10**6), ("thousand", 1_000)):
        if value >= place:
            rest = value % place
            joint = " and " if 0 < rest < 100 else " " if rest else ""
            return f"{english(value // place)} {word}{joint}{english(rest) if rest else ''}"
    if value >= 100:
        rest = value % 100
        return f"{_ONES[value // 100]} hundred" + (f" and {english(rest)}" if rest else "")
    if value >= 20:
        ones = value % 10
        return _TENS[value // 10] + (f"-{_ONES[ones]}" if ones else "")
    return _ONES[value]


@given(st.integers(0, 10**16 - 1))
@example(10**12)
@example(10_010_010)
@example(2_000_000_005)
def test_chinese_numerals_are_read_back(value: int) -> None:
    assert read(chinese(value)).value == value
    assert read(chinese(value, _CAPITALS, _CAPITAL_PLACES)).value == value
    assert read(f"负{chinese(value)}人").value == -value


@given(st.integers(0, 10**12 - 1))
@example(100_001)
def test_english_numerals_are_read_back(value: int) -> None:
    assert read(english(value)).value == value
    assert read(f"at least {english(value)} people").value == value


def decimal(digits: int, places: int) -> str:
    """Return the digits with so many of them behind the point."""
    text = str(digits).rjust(places + 1, "0")
    return f"{text[:-places]}.{text[-places:]}" if places else text


@given(
    st.integers(0, 10**12), st.integers(0, 6), st.sampled_from(["", *sorted(numbers.SCALES)]),
    st.sampled_from(_SPELLINGS), st.booleans(),
)  # fmt: skip
def test_value_digits_and_unit_of_an_arabic_number_are_read_back(
    digits: int, places: int, scale: str, spelling: str, negative: bool
) -> None:
    printed = decimal(digits, places)
    factor = numbers.SCALES.get(scale, 1)
    joined = f"{scale}{spelling}"
    if any(len(word) > len(scale) and joined.startswith(word) for word in units.UNITS if scale):
        return  # together they are, or begin with, another unit: 千 and 克 are 千克
    found = read(f"{'-' if negative else ''}{printed} {scale} {spelling}")
    (number,) = found.numbers
    assert number.value == F(digits, 10**places) * factor * (-1 if negative else 1)
    assert (number.digits, number.scale, found.unit) == (printed, factor, units.UNITS[spelling])
    assert number.step == F(factor, 10**places)


@given(st.integers(0, 10**9), st.integers(0, 4))
def test_the_same_number_is_read_from_each_form_of_it(digits: int, places: int) -> None:
    printed = decimal(digits, places)
    whole, point, decimals = printed.partition(".")
    grouped = f"{int(whole):,}{point}{decimals}"
    wide = printed.translate({ord(char): ord(char) + 0xFEE0 for char in "0123456789."})
    spoken = chinese(int(whole)) + (
        "点" + "".join(_DIGITS[int(d)] for d in decimals) if point else ""
    )
    forms = [printed, grouped, grouped.replace(",", "，"), grouped.replace(",", " "), wide, spoken]
    value = F(digits, 10**places)
    assert [read(form).value for form in forms] == [value] * len(forms)
    assert read(grouped.translate({44: 46, 46: 44}), decimal_comma=True).value == value
    assert read(f"百分之{spoken}").value == value
    assert [number.value for number in read(f"{printed}—{printed}%").numbers] == [value] * 2


_TABLES = (
    units.UNITS, numbers.SCALES, numbers.NUMERALS, numbers.DENOMINATORS, numbers.FRACTIONS,
    numbers.DIVIDED, numbers.TENTHS, numbers.MINUS, numbers.TIMES, numbers.POWERS,
    framing.BOUNDS_BEFORE, framing.BOUNDS_AFTER, framing.SECOND_BOUND, framing.BASES,
    framing.APPROXIMATIONS_AFTER, framing.CHANGES, framing.MARKS, framing.MARKS.values(),
    framing.RANGE_JOINTS, framing.RATIO_JOINTS, framing.PAIR_LEADS, framing.PAIR_TAILS,
    framing.BOUND_JOINTS, framing.FILLERS, framing.PERIODS, framing.FOOTNOTES, framing.MULTIPLES,
    units.STROKES, units.PER_PEOPLE, "0123456789.,-/ *％２^分之点年半号第表\n",
)  # fmt: skip
_PIECES = st.sampled_from(sorted({word for table in _TABLES for word in table}))
_TEXTS = st.text() | st.lists(_PIECES, max_size=12).map("".join)


@pytest.mark.parametrize("decimal_comma", [False, True])
@given(text=_TEXTS)
def test_any_text_is_a_figure_or_a_figure_error_at_a_place_in_it(
    text: str, decimal_comma: bool
) -> None:
    found = outcome(text, decimal_comma=decimal_comma)
    if isinstance(found, FigureError):
        assert 0 <= found.position <= len(text)
    else:
        assert flaws(found, text) == []


def outcome(text: str, *, decimal_comma: bool = False) -> Figure | FigureError:
    """Return the figure that a text is, or the error that it is none."""
    try:
        return read(text, decimal_comma=decimal_comma)
    except FigureError as stopped:
        return stopped


def flaws(found: Figure, text: str) -> list[str]:
    """Return why a figure does not tell the text that it was read from, or stands for nothing."""
    flawed = [] if found.printed == text else [f"it tells {found.printed!r}"]
    if found.numeric:
        if not found.stated().holds(found.value) and not found.approximate:
            flawed.append(f"{found.value} is not in {found.stated()}")
        for interval in (found.stated(), found.allowed()):
            low, high = interval.low, interval.high
            if low is not None and high is not None and low > high:
                flawed.append(f"{interval} is empty")
    return flawed


@given(st.text())
def test_any_text_is_a_unit_or_none(text: str) -> None:
    known = read_unit(text)
    assert known is None or known[1]


@given(st.lists(_PIECES | st.text(max_size=8), max_size=60).map("".join))
def test_what_is_found_in_any_text_stands_there_in_order(text: str) -> None:
    at = 0
    for start, end, figure in find(text):
        assert at <= start < end <= len(text)
        assert text[start:end] == figure.printed
        assert flaws(figure, text[start:end]) == []
        at = end


@example(0, ["billion", "billion"])
@example(0, ["十", "十"])
@given(st.integers(0, 10**9), st.lists(st.sampled_from(sorted(numbers.SCALES)), max_size=4))
def test_the_short_way_and_the_long_way_read_the_same(digits: int, scales: list[str]) -> None:
    tokens = [str(digits), *scales, ""]
    short = read_number(tokens, 0)
    reader = Reader(tokens, 0, alone=False)
    assert reader.run()
    long = reader.read()
    assert short is not None
    places = [numbers.SCALES[scale] for scale in scales]
    of_groups = all(scale in numbers.GROUPS for scale in scales[1:])
    if of_groups and places == sorted(places):  # others are not one product: 1亿千 is no number
        assert short.number.value == long.number.value


@given(
    st.integers(0, 10**6), st.sampled_from(["人以上", "%", "万", "", "折", "年", "成", "余个", "m"])
)
def test_a_frame_reads_as_the_parser_does(number: int, after: str) -> None:
    from auditor.figure.reader import _parse

    for text in (f"{number}{after}", f"不低于{number}.5{after}", f"〔{number}〕{after}"):
        try:
            expected: Figure | None = _parse(text)
        except FigureError:
            expected = None
        try:
            found: Figure | None = read(text)
        except FigureError:
            found = None
        assert found == expected


@settings(max_examples=300)
@given(st.lists(_PIECES, min_size=1, max_size=4).map("".join))
def test_finding_is_linear_in_the_length_of_the_text(piece: str) -> None:
    # The shorter is longer than what is looked at around one number.
    short, long = ((piece + "，") * times for times in (60, 240))
    list(find(piece))  # what is loaded once does not count
    assert calls(lambda: list(find(long))) <= 4.5 * calls(lambda: list(find(short))) + 500


@pytest.mark.parametrize("piece", ["比1:2", "1比", "比5万"])
def test_a_chain_of_numbers_without_end_is_passed_over(piece: str) -> None:
    text = piece * 200
    list(find(piece))
    assert list(find(text)) == []
    assert calls(lambda: list(find(text))) < len(text)
