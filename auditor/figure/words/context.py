"""What tells, in running text, a figure from a date, a heading, a name or a number of something."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

# In front of or behind these, a number is a day: 12 May, May 12.
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "sep", "oct", "nov", "dec",
)  # fmt: skip
# Behind these a number without a unit names a thing: 表2, Article 12, No. 5; behind 第 always.
ORDINAL: Final = "第"
NAMING: Final = frozenset(
    (
        "表", "图", "专栏", "附件", "附表", "附录", "附图", "附注", "编号", "文号", "邮编", "版本", "通告", "公告",
        "no.", "no", "nos.", "number", "article", "articles", "section", "sections", "chapter",
        "table", "tables", "figure", "figures", "fig.", "annex", "appendix", "box", "page", "pages",
        "p.", "pp.", "paragraph", "para.", "clause", "part", "item", "phase", "volume", "vol.",
        "version", "step", "goal", "sdg", "resolution", "note", "rule", "regulation", "directive", "grade", "class",
        *MONTHS,
    )
)  # fmt: skip
# With these letters behind it, a number names a technique: 5G, 4K.
GENERATIONS: Final = frozenset("GK")
# Beside these, a number without a unit is one to call.
CALLING: Final = (
    "电话", "热线", "专线", "传真", "手机", "邮编", "邮政编码", "拨打", "短信", "号码", "客服",
    "tel", "phone", "fax", "call", "hotline", "ext", "postcode", "zip",
)  # fmt: skip
# Behind these, a number such as 2025 is a year.
OF_A_YEAR: Final = frozenset(
    (
        "in", "by", "since", "during", "until", "till", "from", "through", "before", "after", "of",
        "year", "years", "early", "late", "mid", "fy", "for", "end", "and", "to", "between", "the",
        "base", "baseline", "as", "than", "december", "january", "spring", "summer", "autumn",
    )
)  # fmt: skip
# Words that end like a bound or an approximation and are none.
NOT_LEADS: Final = frozenset(
    (
        "附近", "最近", "临近", "邻近", "靠近", "节约", "条约", "合约", "契约", "预约", "签约", "公约", "履约", "违约",
        "制约", "集约", "通过", "经过", "不过", "度过", "赶超", "反超", "高超", "以上", "线上", "网上", "加上", "晋升",
    )
)  # fmt: skip
# Bounds whose verb may stand between them and the number: 至少打造1个.
ADVERBS: Final = ("至少", "最少", "至多", "最多", "起码")
# Behind these, “to” leads from one figure to another and makes no range: from 5% to 6%.
FROM: Final = ("from", "从", "由")
TO: Final = ("to", "到", "至")
# Where a clause ends: what stands before says nothing of a figure behind.
CLAUSE_ENDS: Final = frozenset("，,。；;：:！!？?、\n|\t《》")
QUOTES: Final = MappingProxyType({"“": "”", '"': '"', "「": "」", "‘": "’", "『": "』"})
# Two figures joined by these share what is said of the first: 分别增长46%和20%.
SHARING: Final = frozenset(("和", "与", "及", "、", "以及", " and ", ", "))
# Units of levels and changes, which are never cumulative.
MEASURED_SHARES: Final = frozenset(
    ("percent", "permille", "per_ten_thousand", "percentage_point", "basis_point", "fold")
)
# Units in which a Chinese numeral tells an amount even when it is small: 两倍, 三个百分点.
MEASURED: Final = frozenset(
    (*MEASURED_SHARES, "mu_of_land", "tonne", "hectare")
)  # fmt: skip
# Behind a number of years it makes them an amount of time: 毕业两年内.
WITHIN: Final = "内"
# Units of time, in which a Chinese numeral is part of a name: 三年行动, 十四五.
TIMES: Final = frozenset(("year", "month", "day", "week", "hour", "minute", "second", "quarter"))
