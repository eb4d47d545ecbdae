"""The vocabulary of printed figures: one table for each kind of word.

To teach the auditor a word, add one line to the table it belongs to. A table
maps what a plan prints to what it means; nothing else in the project knows the
printed forms. 以上, 以下 and 以内 include the number itself (Civil Code of the
PRC, article 1259); 超过, 高于, 不足 and 低于 do not.
"""

from __future__ import annotations

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
        **dict.fromkeys(("提高", "增长", "增加", "上升", "提升", "增幅"), "rise_by"),
        **dict.fromkeys(("降低", "下降", "减少", "压减", "缩减", "降幅"), "fall_by"),
        **dict.fromkeys(
            ("提高到", "提高至", "增长到", "增长至", "增加到", "增加至", "提升至", "提升到"),
            "rise_to",
        ),
        **dict.fromkeys(("上升到", "上升至", "扩大到", "rise to"), "rise_to"),
        **dict.fromkeys(
            ("降低到", "降低至", "下降到", "下降至", "减少到", "减少至", "降至", "降到"), "fall_to"
        ),
    }
)

# Words that introduce a level and add nothing to it.
FILLERS: Final = frozenset(("达到", "达", "控制在", "保持在", "稳定在", "为", "是", "在"))

# Scales: factors that multiply the number before them.
SCALES: Final = MappingProxyType(
    {
        "十": 10,
        "百": 100,
        "千": 1_000,
        "万": 10_000,
        "亿": 100_000_000,
        "hundred": 100,
        "thousand": 1_000,
        "million": 1_000_000,
        "billion": 1_000_000_000,
        "bn": 1_000_000_000,
    }
)

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
        **dict.fromkeys(("美元", "USD", "US$"), "USD"),
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
