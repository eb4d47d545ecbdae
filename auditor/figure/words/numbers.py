"""What numbers are written with, in Chinese and in English."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import Final

# Scales, or places: factors that multiply the number before them. 兆 is a million million
# where it counts; before a unit (兆瓦) it is part of the unit's name.
SCALES: Final = MappingProxyType(
    {
        **dict.fromkeys(("十", "拾"), 10),
        **dict.fromkeys(("百", "佰", "hundred", "hundreds"), 100),
        **dict.fromkeys(("千", "仟", "thousand", "thousands", "k", "K"), 1_000),
        "万": 10_000,
        **dict.fromkeys(("lakh", "lakhs", "lac", "lkh", "lkhs"), 100_000),
        **dict.fromkeys(("million", "millions", "mn", "M"), 1_000_000),
        **dict.fromkeys(("crore", "crores", "cr", "krores", "koti"), 10_000_000),
        "亿": 100_000_000,
        **dict.fromkeys(("billion", "billions", "bn", "b", "B", "G"), 1_000_000_000),
        **dict.fromkeys(("trillion", "trillions", "tn", "兆"), 1_000_000_000_000),
    }
)
# What m is behind an amount of money: €3m; elsewhere it is a metre.
MILLION: Final = 1_000_000
# The places that close a section of the number: 二十三 stands before 万 as a whole.
GROUPS: Final = frozenset(
    {word for word, place in SCALES.items() if place > 1_000} | {"thousand", "thousands", "k", "K"}
)
# The places that may stand without a coefficient: 十五 is 15, 百三 is 130.
PLACES_ALONE: Final = frozenset(("十", "拾"))
PLACES_BEFORE_A_DIGIT: Final = frozenset(("百", "千", "万"))
# What stands behind a place without a coefficient: 百余家.
REMAINDER: Final = "余"
# What stands inside a multiple: 翻了近一番.
NEAR: Final = "近"

# Digits as written in Chinese, small and capital, and what stands before decimals.
DIGITS: Final = MappingProxyType(
    {
        **dict(zip("〇一二三四五六七八九", range(10), strict=True)),
        **dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
        **dict(zip("○幺弍弎", range(4), strict=True)),
        "两": 2,
    }
)
ZEROS: Final = frozenset("零〇○")
POINT: Final = "point"
POINTS: Final = frozenset(("点", POINT))
LIANG: Final = "两"
# Two of these digits side by side are one about as large as either: 七八个, 三五百.
SIDE_BY_SIDE: Final = frozenset(
    (*zip("一二三四五六七八", "二三四五六七八九", strict=True), ("三", "五"), ("两", "三"))
)

# The tens, which a single digit may follow (廿二, twenty-two), and the other numerals.
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
TENS: Final = MappingProxyType(
    {
        **dict.fromkeys("廿", 20), **dict.fromkeys("卅", 30), **dict.fromkeys("卌", 40),
        **{word: number * 10 for number, word in enumerate(_TENS, start=2)},
    }
)  # fmt: skip
NUMERALS: Final = MappingProxyType(
    {**DIGITS, **TENS, **{word: number for number, word in enumerate(_ONES)}}
)
# 几十, 数百: more than one and fewer than ten of the place (现代汉语词典, entry 几).
SEVERAL: Final = frozenset(("几", "数", "several"))

# English: what stands for one before a place, and what joins the parts of one number.
ARTICLES: Final = frozenset(("a", "an"))
AND: Final = "and"

# Numbers that are one word.
HALF: Final = "半"
FRACTIONS: Final = MappingProxyType(
    {
        **dict.fromkeys((HALF, "一半", "half", "½"), Fraction(1, 2)),
        **dict(zip("⅓⅔¼¾", (Fraction(1, 3), Fraction(2, 3), Fraction(1, 4), Fraction(3, 4)), strict=True)),
        **dict(zip("⅕⅖⅗⅘⅛", (Fraction(n, d) for n, d in ((1, 5), (2, 5), (3, 5), (4, 5), (1, 8))), strict=True)),
    }
)  # fmt: skip
# What the parts are called that a whole is divided into; after a number they divide it.
_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_PARTS = {
    "half": 2, "quarter": 4, "first": 1,
    **{word: number for number, word in enumerate(_ORDINALS, start=3)},
    "eleventh": 11, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1_000,
    "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
DENOMINATORS: Final = MappingProxyType(
    {**_PARTS, **{f"{word}s": number for word, number in _PARTS.items()}, "halves": 2}
)
# 三分之二: the number before is divided into, the number behind counts the parts. The others
# stand between what is counted and what it is divided into: 2/3, one over three, 1 in 5.
DIVISION: Final = "分之"
DIVIDED: Final = frozenset(("/", "over", "out of", "in"))
# 三又二分之一, 2½: what stands between a whole number and the fraction behind it.
MIXED: Final = "又"

# 百分之三 is 3 %: these, divided into, are shares with a unit of their own.
SHARES: Final = MappingProxyType(
    {
        **dict.fromkeys(("百", "佰"), "percent"),
        **dict.fromkeys(("千", "仟"), "permille"),
        "万": "per_ten_thousand",
        **dict.fromkeys(("十万", "10万"), "1/hundred_thousand_population"),
    }
)
# 五成 is 50 %, 九折 is 90 % of the price.
OFF: Final = "折"
TENTHS: Final = frozenset(("成", OFF))

# What a number is multiplied by a power of ten with, and what raises a number to a power.
TIMES: Final = frozenset(("×", "*", "x"))
POWER: Final = "^"
POWERS: Final = MappingProxyType(dict(zip("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789", strict=True)))

# The number that a raised digit behind it raises: 10⁴. Behind any other it is a footnote's.
BASE: Final = "10"

# What makes a number negative.
MINUS: Final = frozenset(("-", "–", "负", "零下", "minus", "negative"))
