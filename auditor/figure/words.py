"""The vocabulary of printed figures: one table for each kind of word.

To teach the auditor a word, add one line to the table it belongs to. A table
maps what a plan prints to what it means; nothing else in the project knows the
printed forms. 以上, 以下 and 以内 include the number itself (Civil Code of the
PRC, article 1259); 超过, 高于, 不足 and 低于 do not.
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import Final

# Bounds that stand before the number.
BOUNDS_BEFORE: Final = MappingProxyType(
    {
        **dict.fromkeys(("≥", "≧", ">=", "⩾", "不低于", "不少于", "不小于", "至少", "最少"), ">="),
        **dict.fromkeys(("at least", "no less than", "not less than", "no fewer than"), ">="),
        **dict.fromkeys((">", "超过", "高于", "大于", "多于", "突破", "逾", "超"), ">"),
        **dict.fromkeys(("more than", "over", "above", "exceeding", "greater than"), ">"),
        **dict.fromkeys(
            ("≤", "≦", "<=", "⩽", "不高于", "不超过", "不多于", "不大于", "至多", "最多"), "<="
        ),
        **dict.fromkeys(("at most", "no more than", "not more than", "up to", "within"), "<="),
        **dict.fromkeys(("<", "低于", "小于", "少于", "不足", "不到"), "<"),
        **dict.fromkeys(("less than", "fewer than", "below", "under"), "<"),
    }
)

# Bounds that stand after the number.
BOUNDS_AFTER: Final = MappingProxyType(
    {
        **dict.fromkeys(
            ("以上", "及以上", "或以上", "or more", "or above", "and above", "+"), ">="
        ),
        **dict.fromkeys(("以下", "及以下", "以内", "之内", "或以下", "or less", "or below"), "<="),
    }
)

# Approximations: `about` is open to both sides, `near` stays below, `over` above.
APPROXIMATIONS_BEFORE: Final = MappingProxyType(
    {
        **dict.fromkeys(
            ("约", "大约", "约为", "大概", "around", "about", "approximately", "roughly"), "about"
        ),
        **dict.fromkeys(("近", "将近", "接近", "nearly", "almost"), "near"),
    }
)
APPROXIMATIONS_AFTER: Final = MappingProxyType(
    {
        **dict.fromkeys(("左右", "上下", "or so"), "about"),
        **dict.fromkeys(("余", "多", "来", "几"), "over"),
    }
)

# Bases: whether a figure is for the whole period, for each year, or a mean of years.
BASES: Final = MappingProxyType(
    {
        **dict.fromkeys(
            ("累计", "五年累计", "五年", "五年内", "共计", "cumulative", "in total"), "cumulative"
        ),
        **dict.fromkeys(
            ("每年", "每年度", "年度", "/年", "a year", "per year", "per annum", "annually"),
            "annual",
        ),
        **dict.fromkeys(("年均", "年平均", "平均每年", "on average"), "average"),
    }
)

# Changes: a figure that says by how much, or to what level, something moves.
CHANGES: Final = MappingProxyType(
    {
        **dict.fromkeys(("提高", "增长", "增加", "上升", "提升", "增幅", "递增"), "rise_by"),
        **dict.fromkeys(("降低", "下降", "减少", "压减", "缩减", "降幅", "递减"), "fall_by"),
        **dict.fromkeys(
            (
                "提高到",
                "提高至",
                "增长到",
                "增长至",
                "增加到",
                "增加至",
                "提升至",
                "提升到",
                "上升到",
            ),
            "rise_to",
        ),
        **dict.fromkeys(("上升至", "扩大到", "扩大至", "rise to", "increase to"), "rise_to"),
        **dict.fromkeys(
            ("降低到", "降低至", "下降到", "下降至", "减少到", "减少至", "降至", "降到", "fall to"),
            "fall_to",
        ),
        **dict.fromkeys(("increase by", "rise by", "grow by", "increased by", "by"), "rise_by"),
        **dict.fromkeys(("reduce by", "fall by", "cut by", "decrease by", "decline by"), "fall_by"),
    }
)

# Words that introduce a level and add nothing to it.
FILLERS: Final = frozenset(
    (
        "达到",
        "达",
        "控制在",
        "保持在",
        "稳定在",
        "为",
        "是",
        "在",
        "到",
        "至",
        "截至",
        "人均",
        "户均",
        "between",
        "from",
        "to",
        "of",
        "reach",
    )
)

# Scales, or places: factors that multiply the number before them.
SCALES: Final = MappingProxyType(
    {
        **dict.fromkeys(("十", "拾"), 10),
        **dict.fromkeys(("百", "佰", "hundred"), 100),
        **dict.fromkeys(("千", "仟", "thousand", "k"), 1_000),
        **dict.fromkeys(("万", "萬"), 10_000),
        **dict.fromkeys(("million", "mn"), 1_000_000),
        **dict.fromkeys(("亿", "億"), 100_000_000),
        **dict.fromkeys(("billion", "bn"), 1_000_000_000),
        "trillion": 1_000_000_000_000,
    }
)
# The places that may stand without a coefficient: 十五 is 15.
PLACES_ALONE: Final = frozenset(("十", "拾"))

# Digits as written in Chinese, small and capital; what stands before decimals; other numerals.
DIGITS: Final = MappingProxyType(
    {
        **dict(zip("〇一二三四五六七八九", range(10), strict=True)),
        **dict(zip("零壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
        **dict(zip("○壹貳參肆伍陸柒捌玖", range(10), strict=True)),
        "两": 2,
    }
)
ZEROS: Final = frozenset("零〇○")
POINTS: Final = frozenset("点點")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
NUMERALS: Final = MappingProxyType(
    {
        **DIGITS,
        **{word: number for number, word in enumerate(_ONES, start=1)},
        **{word: number * 10 for number, word in enumerate(_TENS, start=2)},
        **{
            f"{tens}{joint}{_ONES[ones - 1]}": number * 10 + ones
            for number, tens in enumerate(_TENS, start=2)
            for ones in range(1, 10)
            for joint in "- "
        },
    }
)

# Numbers that are one word: fractions, and what 翻番 makes of a base.
FRACTIONS: Final = MappingProxyType(
    {
        **dict.fromkeys(("半", "一半", "half", "a half", "one half"), Fraction(1, 2)),
        **dict.fromkeys(("a third", "one third"), Fraction(1, 3)),
        **dict.fromkeys(("two thirds",), Fraction(2, 3)),
        **dict.fromkeys(("a quarter", "one quarter"), Fraction(1, 4)),
        **dict.fromkeys(("three quarters",), Fraction(3, 4)),
    }
)
DOUBLINGS: Final = MappingProxyType(
    {
        **dict.fromkeys(("翻番", "翻一番", "翻了一番", "double", "doubled"), 2),
        **dict.fromkeys(("翻两番", "翻了两番"), 4),
        **dict.fromkeys(("翻三番",), 8),
    }
)
# Words that stand before a number and make it a share: 百分之三 is 3 %.
SHARES: Final = MappingProxyType(
    {"百分之": "percent", "千分之": "permille", "万分之": "per_ten_thousand"}
)
# 三分之二: the number before is divided into, the number behind counts the parts.
DIVISION: Final = "分之"
# 五成 is 50 %.
TENTHS: Final = "成"

# Units: printed spellings, mapped to the names in rules/units.txt.
UNITS: Final = MappingProxyType(
    {
        **dict.fromkeys(("人", "名", "位", "口人", "person", "persons", "people"), "person"),
        **dict.fromkeys(("人次", "人次数", "person-times", "person-time"), "person_time"),
        **dict.fromkeys(("户", "户次", "household", "households"), "household"),
        **dict.fromkeys(("家", "establishments", "enterprises", "firms"), "establishment"),
        **dict.fromkeys(("个", "项", "只", "支", "种", "类", "条", "item", "items"), "item"),
        **dict.fromkeys(("所", "处", "座", "place", "places"), "place"),
        **dict.fromkeys(("件", "起", "宗", "case", "cases"), "case"),
        **dict.fromkeys(("笔", "loan", "loans"), "loan"),
        **dict.fromkeys(("期", "edition", "editions"), "edition"),
        **dict.fromkeys(("场次", "场", "次", "session", "sessions"), "session"),
        **dict.fromkeys(("辆", "vehicle", "vehicles"), "vehicle"),
        **dict.fromkeys(("台", "台套", "machine", "machines"), "machine"),
        **dict.fromkeys(("套", "set", "sets"), "set"),
        **dict.fromkeys(("倍", "times"), "fold"),
        **dict.fromkeys(("张", "份", "册", "本", "copy", "copies"), "copy"),
        **dict.fromkeys(("村", "village", "villages"), "village"),
        **dict.fromkeys(("县", "county", "counties"), "county"),
        **dict.fromkeys(("%", "﹪", "per cent", "percent"), "percent"),
        **dict.fromkeys(("‰", "permille"), "permille"),
        **dict.fromkeys(("‱",), "per_ten_thousand"),
        **dict.fromkeys(
            ("个百分点", "百分点", "percentage points", "percentage point"), "percentage_point"
        ),
        **dict.fromkeys(
            ("元", "元人民币", "人民币元", "块", "¥", "￥", "CNY", "RMB", "yuan"), "CNY"
        ),
        **dict.fromkeys(("美元", "USD", "US$", "$"), "USD"),
        **dict.fromkeys(("欧元", "EUR", "€"), "EUR"),
        **dict.fromkeys(("港元", "港币", "HKD"), "HKD"),
        **dict.fromkeys(("日元", "JPY"), "JPY"),
        **dict.fromkeys(("英镑", "GBP", "£"), "GBP"),
        **dict.fromkeys(("米", "公尺", "meter", "meters", "metres"), "meter"),
        **dict.fromkeys(("公里", "千米", "km", "kilometers", "kilometres"), "kilometer"),
        **dict.fromkeys(("厘米", "cm"), "centimeter"),
        **dict.fromkeys(("毫米", "mm"), "millimeter"),
        **dict.fromkeys(
            ("㎡", "平方米", "平米", "m²", "m2", "square metres", "square meters"), "square_meter"
        ),
        **dict.fromkeys(("平方公里", "平方千米", "km²", "km2", "k㎡", "㎢"), "square_kilometer"),
        **dict.fromkeys(("公顷", "hm²", "ha", "hectares"), "hectare"),
        **dict.fromkeys(("亩", "mu"), "mu_of_land"),
        **dict.fromkeys(("立方米", "m³", "m3", "㎥", "方"), "cubic_meter"),
        **dict.fromkeys(("升", "L"), "liter"),
        **dict.fromkeys(("公斤", "千克", "kg"), "kilogram"),
        **dict.fromkeys(("斤", "市斤"), "jin"),
        **dict.fromkeys(("克", "g"), "gram"),
        **dict.fromkeys(("毫克", "mg"), "milligram"),
        **dict.fromkeys(("微克", "μg", "ug"), "microgram"),
        **dict.fromkeys(("吨", "t", "tonnes", "tons"), "tonne"),
        **dict.fromkeys(("吨标准煤", "吨标煤", "tce"), "tonne_of_coal_equivalent"),
        **dict.fromkeys(("瓦", "W"), "watt"),
        **dict.fromkeys(("千瓦", "kW"), "kilowatt"),
        **dict.fromkeys(("兆瓦", "MW"), "megawatt"),
        **dict.fromkeys(("吉瓦", "GW"), "gigawatt"),
        **dict.fromkeys(("千瓦时", "千瓦·时", "度电", "度", "kWh"), "kilowatt_hour"),
        **dict.fromkeys(("兆瓦时", "MWh"), "megawatt_hour"),
        **dict.fromkeys(("吉瓦时", "GWh"), "gigawatt_hour"),
        **dict.fromkeys(("小时", "学时", "h", "hours"), "hour"),
        **dict.fromkeys(("分钟", "min", "minutes"), "minute"),
        **dict.fromkeys(("天", "日", "days"), "day"),
        **dict.fromkeys(("个月", "月", "months"), "month"),
        **dict.fromkeys(("年", "周年", "years"), "year"),
    }
)

# Counts of people, by heads or by attendances: stated for one indicator, their numbers
# are still meant to be one number, although the units are not one unit.
HEADCOUNTS: Final = frozenset(("person", "person_time"))
# Counters of things: 个 is the general one and stands for any other of these.
COUNTERS: Final = frozenset(
    (
        "item",
        "establishment",
        "place",
        "case",
        "set",
        "machine",
        "vehicle",
        "copy",
        "session",
        "edition",
    )
)
# Everything that is counted and not measured.
COUNTED: Final = HEADCOUNTS | COUNTERS | {"household", "loan", "village", "county"}

# What makes a number negative.
MINUS: Final = frozenset(("-", "负", "minus"))

# Marks around a figure. In plans 〔〕 and [] say “cumulative over the period”.
MARKS: Final = MappingProxyType(
    {"〔": "〕", "[": "]", "【": "】", "［": "］", "(": ")", "（": "）", "「": "」"}
)
CUMULATIVE_MARKS: Final = frozenset("〔[【［")

# What joins the two ends of a range, and the parts of a ratio.
RANGE_JOINTS: Final = frozenset(("-", "–", "—", "－", "~", "～", "〜", "至", "到", "to", "and"))
RATIO_JOINTS: Final = frozenset(("∶", ":", "：", "比"))
# What a table prints where there is no figure.
NOTHING: Final = frozenset(
    ("-", "–", "—", "－", "──", "——", "--", "/", "…", "……", "N/A", "n/a", "无")
)
