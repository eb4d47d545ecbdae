"""What stands around a number: bounds, approximations, bases, changes, periods and marks.

以上, 以下 and 以内 include the number itself (Civil Code of the People's Republic of China,
article 1259: 民法所称的“以上”、“以下”、“以内”、“届满”，包括本数); 超过, 高于, 不足 and 低于
do not (the same article, of 不满, 超过 and 以外).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from types import MappingProxyType
from typing import Final


def _compared(words: Iterable[str], bound: str) -> dict[str, str]:
    """Return the English bounds of some comparatives: less than, less than or equal to."""
    return {
        f"{word} {form}": bound + equal
        for word in words
        for form, equal in (
            ("than", ""), ("or equal than", "="), ("or equal to", "="), ("than or equal to", "="),
        )
    }  # fmt: skip


def _hedged(words: Iterable[str], approximate: str) -> dict[str, str]:
    """Return the English approximations by which a bound is told to be near: just over."""
    hedges = ("just", "only just", "slightly", "a little")
    return {f"{hedge} {word}": approximate for hedge in hedges for word in words}


def _inflected(way: str, forms: str) -> dict[str, str]:
    """Return the forms of verbs with the way in which something moves that they tell of."""
    return dict.fromkeys(forms.split(), way)


# 上百人: at least so many, before a place that stands alone.
REACHING: Final = "上"
# These are bounds only directly before the number or another bound: 最低工资 is none.
HIGHEST: Final = "最高"
LEVELS: Final = frozenset(("最低", HIGHEST))
# Bounds that stand before the number.
BOUNDS_BEFORE: Final = MappingProxyType(
    {
        **dict.fromkeys(("≥", "≧", ">=", "> =", "⩾", "不低于", "不少于", "不小于", "不下于", "不得低于", "不得少于"), ">="),
        **dict.fromkeys(("至少", "最少", "起码", REACHING, "大于等于", "大于或等于", "大于或者等于", "高于或等于", "最低", "≮"), ">="),
        **dict.fromkeys(("at least", "no less than", "not less than", "no fewer than", "not fewer than"), ">="),
        **dict.fromkeys(("a minimum of", "minimum of", "no lower than", "not below", "min", "min.", "minimum"), ">="),
        **dict.fromkeys((">", "超过", "高于", "大于", "多于", "突破", "逾", "超", "越过", "高出", "过"), ">"),
        **dict.fromkeys(("over", "above", "exceeding", "in excess of"), ">"),
        **dict.fromkeys(("upwards of", "exceed"), ">"),
        **_compared(("more", "larger", "bigger", "higher", "greater"), ">"),
        **dict.fromkeys(("≤", "≦", "<=", "< =", "⩽", "不高于", "不超过", "不多于", "不大于", "不得超过", "不得高于"), "<="),
        **dict.fromkeys(("至多", "最多", "最高", "小于等于", "小于或等于", "小于或者等于", "低于或等于", "≯"), "<="),
        **dict.fromkeys(("at most", "no more than", "not more than", "up to", "within", "a maximum of"), "<="),
        **dict.fromkeys(("maximum of", "no higher than", "not above", "not exceeding", "max", "max.", "maximum"), "<="),
        **dict.fromkeys(("<", "低于", "小于", "少于", "不足", "不到", "不满", "未满"), "<"),
        **dict.fromkeys(("below", "under"), "<"),
        **_compared(("less", "fewer", "lower", "smaller"), "<"),
        **dict.fromkeys(("=", "等于", "equal to", "equals", "equaling to", "exactly"), "="),
    }
)  # fmt: skip
# English joins two: less than or equal to, equal to or more than, 200 or greater.
SECOND_BOUND: Final = MappingProxyType(
    {
        **dict.fromkeys(("or equal to", "or equal than", "or equal", "or equals"), "="),
        **dict.fromkeys(("or more than", "or greater than", "or higher than", "or above", "or over"), ">"),
        **dict.fromkeys(("or less than", "or lower than", "or smaller than", "or below", "or under"), "<"),
    }
)  # fmt: skip

# Bounds that stand after the number.
BOUNDS_AFTER: Final = MappingProxyType(
    {
        **dict.fromkeys(("以上", "及以上", "或以上", "或者以上", "或更多", "或者更多", "之上", "起", "+"), ">="),
        **dict.fromkeys(("or more", "or above", "or greater", "or over", "or higher", "or older", "and older", "minimum", "plus"), ">="),
        **dict.fromkeys(("以下", "及以下", "以内", "之内", "或以下", "或者以下", "或更少", "或者更少"), "<="),
        **dict.fromkeys(("or less", "or below", "or fewer", "or lower", "or under", "or younger", "and younger", "maximum"), "<="),
        **dict.fromkeys(("之下",), "<"),
    }
)  # fmt: skip
# Behind an amount of time: 30天内. The words that begin with it are no bound: 3天内容.
WITHIN: Final = "内"
NOT_WITHIN: Final = frozenset("容部涵陆外")
# In brackets, whether a bound belongs to what it bounds: 60周岁（含）以上.
INCLUSIONS: Final = MappingProxyType({"含": True, "不含": False})
# Between these and seconds, an age: over 50s.
AGES: Final = frozenset(("over", "under"))
# The same behind “and”, where no number follows: 300 and above.
BOUNDS_AFTER_AND: Final = MappingProxyType(
    {**dict.fromkeys(("above", "more", "over", "up"), ">="), **dict.fromkeys(("below", "less", "under"), "<=")}
)  # fmt: skip
PAUSES: Final = frozenset(".,;:)]")
# 比四分之一大: a bound in two parts, one on either side of the number.
THAN: Final = "比"
BOUNDS_OF_SIZE: Final = MappingProxyType(
    {**dict.fromkeys("大高多", ">"), **dict.fromkeys("小低少", "<")}
)

# Approximations. `about` is open to both sides, `near` stays below, `over` above.
APPROXIMATIONS_BEFORE: Final = MappingProxyType(
    {
        **dict.fromkeys(("约", "大约", "约为", "大概", "大致", "左右约", "~", "c.", "ca."), "about"),
        **dict.fromkeys(("around", "about", "approximately", "roughly", "approx.", "circa", "some"), "about"),
        **dict.fromkeys(("近", "将近", "接近", "nearly", "almost", "close to"), "near"),
        **_hedged(("over", "above", "more than"), "over"),
        **_hedged(("under", "below", "less than"), "near"),
    }
)  # fmt: skip
APPROXIMATIONS_AFTER: Final = MappingProxyType(
    {
        **dict.fromkeys(("左右", "上下", "前后", "来", "or so"), "about"),
        **dict.fromkeys(("余", "多", "几", "数", "odd"), "over"),
    }
)

# Bases: whether a figure is for the whole period, for each year, or a mean of years.
BASES: Final = MappingProxyType(
    {
        **dict.fromkeys(("累计", "五年累计", "五年", "五年内", "五年间", "五年来", "共计", "累计达", "累计达到"), "cumulative"),
        **dict.fromkeys(("cumulative", "cumulatively", "in total", "altogether", "over five years", "over the period"), "cumulative"),
        **dict.fromkeys(("每年", "每年度", "年度", "/年", "·年", "/a", "/yr", "/year", "逐年"), "annual"),
        **dict.fromkeys(("a year", "per year", "per annum", "annually", "each year", "every year", "yearly", "p.a."), "annual"),
        **dict.fromkeys(("年均", "年平均", "平均每年", "每年平均", "on average", "annual average", "average annual", "an average annual"), "average"),
        **dict.fromkeys(("on average per year", "a year on average", "per year on average"), "average"),
    }
)  # fmt: skip

# Changes: a figure that says by how much, or to what level, something moves.
_RISES = ("提高", "增长", "增加", "上升", "提升", "扩大", "上涨", "增至", "升至")
_FALLS = ("降低", "下降", "减少", "压减", "缩减", "下跌", "收窄", "缩小")
# English verbs, whose object may stand between them and “by” or “to”: reduce emissions by 55%.
VERBS: Final = MappingProxyType(
    {
        **_inflected(
            "rise", "increase increases increased increasing rise rises rose risen rising"
        ),
        **_inflected("rise", "grow grows grew grown growing raise raises raised raising"),
        **_inflected("rise", "expand expands expanded expanding boost boosts boosted boosting"),
        **_inflected(
            "fall",
            "reduce reduces reduced reducing cut cuts cutting fall falls fell fallen falling",
        ),
        **_inflected(
            "fall", "lower lowers lowered lowering decrease decreases decreased decreasing"
        ),
        **_inflected("fall", "decline declines declined declining drop drops dropped dropping"),
        **_inflected("fall", "shrink shrinks shrank shrunk shrinking"),
    }
)
BY_OR_TO: Final = frozenset(("by", "to"))
# English nouns behind a share: a 30% reduction.
CHANGES_AFTER: Final = MappingProxyType(
    {
        **dict.fromkeys(("increase", "growth", "rise"), "rise_by"),
        **dict.fromkeys(("reduction", "decrease", "decline", "drop"), "fall_by"),
    }
)
CHANGES: Final = MappingProxyType(
    {
        **dict.fromkeys((*_RISES, "增幅", "递增", "增速", "增长率", "净增"), "rise_by"),
        **dict.fromkeys((*_FALLS, "降幅", "递减", "净减"), "fall_by"),
        **{f"{word}了": "rise_by" for word in _RISES},
        **{f"{word}了": "fall_by" for word in _FALLS},
        **{f"{word}{to}": "rise_to" for word in _RISES for to in ("到", "至", "为")},
        **{f"{word}{to}": "fall_to" for word in _FALLS for to in ("到", "至", "为")},
        **dict.fromkeys(("增至", "升至", "增到"), "rise_to"),
        **dict.fromkeys(("降至", "降到", "减至", "减到", "压缩到", "压缩至", "压缩为"), "fall_to"),
        **dict.fromkeys(("up by", "up", "an increase of", "increase of", "growth of", "a rise of"), "rise_by"),
        **dict.fromkeys(("down by", "down", "a decrease of", "decrease of", "reduction of", "a reduction of", "decline of"), "fall_by"),
        "down to": "fall_to",
        **{f"{verb} {link}": f"{way}_{link}" for verb, way in VERBS.items() for link in ("by", "to")},
        **{f"{noun} by": change for noun, change in CHANGES_AFTER.items()},
        **dict.fromkeys(("rose", "grew"), "rise_by"),
        **dict.fromkeys(("fell", "falls", "dropped", "declined", "decreased"), "fall_by"),
    }
)  # fmt: skip
# What a change makes of its base, as a multiple of it.
MULTIPLES: Final = MappingProxyType(
    {
        **dict.fromkeys(("翻番", "翻一番", "翻了一番", "翻近一番", "翻了近一番", "double", "doubled", "doubling"), ("rise_to", Fraction(2))),
        **dict.fromkeys(("翻两番", "翻了两番", "翻二番", "翻近两番", "翻了近两番", "quadruple", "quadrupled"), ("rise_to", Fraction(4))),
        **dict.fromkeys(("翻三番",), ("rise_to", Fraction(8))),
        **dict.fromkeys(("triple", "tripled", "treble"), ("rise_to", Fraction(3))),
        **dict.fromkeys(("减半", "halve", "halved", "halving"), ("fall_to", Fraction(1, 2))),
    }
)  # fmt: skip

# Words that introduce a level and add nothing to it.
FILLERS: Final = frozenset(
    (
        "达到", "达", "控制在", "保持在", "稳定在", "维持在", "保持", "稳定", "动态", "总体", "基本", "始终", "持续",
        "长期", "为", "是", "在", "到", "至", "截至", "力争",
        "力争达到", "均", "均为", "均达到", "分别", "共", "总", "有", "人均", "户均", "各", "从", "由", "按", "按照", "介于", "位于",
        "计", "较", "同比", "环比", "新增", "合计", "总计", "比", "between", "from", "to", "of", "reach", "reaching", "at", "is",
        "be", "the", "total", "a total of", "average", "an average of", "both",
    )
)  # fmt: skip
# What is done to so many things, where nothing else stands in a cell: 建成80个以上.
DONE: Final = frozenset(("建成", "新建", "改造", "完成", "培育"))
# Words for a time, which may stand before a figure: “十四五”期间, 期末. Years are told by 年.
PERIODS: Final = frozenset(
    (
        *(f"{quoted}{when}" for number in ("十一五", "十二五", "十三五", "十四五", "十五五", "十六五")
          for quoted in (number, f"“{number}”", f'"{number}"', f"「{number}」")
          for when in ("", "期间", "时期", "末", "期末", "末期")),
        "期末", "末期", "期间", "规划期末", "规划期内", "期内", "到期末", "到规划期末", "今年", "全年", "同期", "上年", "上一年", "去年", "前年",
        "during the period", "by the end of the period", "by the end of the plan period",
    )
)  # fmt: skip
# What may stand behind the year: 2025年底, by 2025.
YEAR: Final = "年"
YEAR_LEADS: Final = frozenset(
    ("by", "in", "by the end of", "until", "since", "from", "during", "through")
)
YEARS_BEHIND: Final = frozenset(("by", "in", "by the end of"))
YEAR_TAILS: Final = frozenset(("底", "末", "前", "以前", "初", "内", "间", "起", "来", "时"))
OF: Final = "的"
# What may not stand between a basis and its number: 每年第3名, 累计不增5人, 五年制.
NOT_BETWEEN: Final = frozenset("第不无非未级制规")
ENGLISH_OF: Final = "of"

# Marks around a figure. In plans 〔〕 and [] say “cumulative over the period”.
MARKS: Final = MappingProxyType({"〔": "〕", "[": "]", "【": "】", "(": ")", "「": "」", "{": "}"})
CUMULATIVE_MARKS: Final = frozenset("〔[【")
FOOTNOTES: Final = frozenset("*†‡※#①②③④⑤⑥⑦⑧⑨⑩⑪⑫¹²³⁴⁵⁶⁷⁸⁹")

# What joins the two ends of a range; some only behind a word such as 介于 or before 之间.
RANGE_JOINTS: Final = frozenset(
    ("-", "–", "—", "——", "~", "〜", "至", "到", "to", "through", "或", "or")
)
PAIR_JOINTS: Final = frozenset(("and", "和", "与", "、", ","))
PAIR_LEADS: Final = frozenset(("between", "介于", "位于", "在"))
AMONG: Final = "之间"  # in running text 间 may begin another word: 间接, 间隔
PAIR_TAILS: Final = frozenset((AMONG, "间"))
# What joins two bounds into a range: 大于10且小于20, at most 100 and at least 20.
BOUND_JOINTS: Final = frozenset(
    ("且", "并且", "但", "而", "同时", "的同时", "and", "but", ",", "、", ";", "且同时")
)
# What joins the parts of a ratio.
RATIO_JOINTS: Final = frozenset(("∶", ":", "比"))
# What joins a unit and its parts: 3 dollars and 50 cents.
MINOR_JOINTS: Final = frozenset(("and", "又", ","))

# What a table prints where there is no figure.
NOTHING: Final = frozenset(
    ("-", "–", "—", "——", "--", "/", "\\", "…", "……", "...", "N/A", "n/a", "NA", "无", "空", "*", "×")
)  # fmt: skip
