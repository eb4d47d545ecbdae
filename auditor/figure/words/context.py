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
        "p.", "pp.", "paragraph", "para", "para.", "clause", "part", "item", "phase", "volume", "vol.",
        "version", "step", "goal", "sdg", "resolution", "note", "rule", "regulation", "directive", "grade", "class",
        "target", "action", "priority", "route", "option", "scenario", "tier", "indicator", "objective", "policy",
        "pillar", "component", "milestone", "programme", "task", "strategy", "theme", "outcome", "recommendation",
        "principle", "commitment", "zone", "district", "ward", "type", "lot", "stage", "category", "criterion",
        "decree", "annexes", "appendices", "ch.", "eq.",
        *MONTHS, *(f"{month}." for month in MONTHS),
    )
)  # fmt: skip
# Behind these, also with /T, a number is that of a standard: ISO 9001, GB/T 36733.
STANDARDS: Final = (
    "GB", "GBZ", "GBJ", "DB", "HJ", "JGJ", "CJJ", "CJ", "JTG", "JT", "NY", "LY", "SL", "DL", "YD", "TSG",
    "ISO", "IEC", "IEEE", "EN", "BS", "DIN", "ASTM", "ANSI", "RFC", "ISBN", "ISSN",
)  # fmt: skip
# Capitals that make a number behind them, without a space, part of a name: PM2.5.
SUBSTANCES: Final = frozenset(("PM", "CO", "SO", "NO", "NH", "CH"))
# With these letters behind it, a number names a technique: 5G, 4K.
GENERATIONS: Final = frozenset("GK")
# Beside these, a number without a unit is one to call.
CALLING: Final = (
    "电话", "热线", "专线", "传真", "手机", "邮编", "邮政编码", "拨打", "短信", "号码", "客服",
    "tel", "phone", "fax", "call", "hotline", "ext", "postcode", "zip",
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
# Behind these a sentence, or a numbered point, begins.
SENTENCE_ENDS: Final = ("。", ";", "!", "?")
# The last character of a unit, and what makes it part of another word: 部门, 平台, 方面.
LONGER: Final = "|".join(
    (
        r"部(?:门|委|件|分|署|落)|块(?=[\u4e00-\u9fff])(?!钱|左右|以|之|及|或|和|与|至|到|的)",
        r"平(?:台|均|安|原|衡|等|价|行)|(?<!平)(?<!立)方(?:面|向|案|式|针|法|略|位|阵|便|队)",
        r"家(?:庭(?!院)|长(?!期)|禽|畜|具(?!有|备)|政(?!府)|属|乡)|人(?:大代表|年(?!均|度|人)|才(?!能)|民(?!主|族|营))",
        r"户(?:籍)|处(?:置|理|方|罚)|场(?:所|景|馆|地(?!震))|里(?:程)|位(?:一体|置)",
        r"项目(?!标)|条(?:例|款)|类(?:型|别|似)|层(?:次|级|面)|种(?:植(?!物)|子|苗|养|质)",
        r"台(?:账|阶|湾|风)|份(?:额)|本(?:地|市|省|县|级|计划|报告|规划)|支(?:持|撑|付|部(?!队)|农|教|援)",
        r"门(?:店|户|槛|类)|期(?:间|限|末)|次(?:数|生)|分(?:类|级|布|工|位|别)|打(?=[\u4e00-\u9fff])",
        r"元(?:化|区|店|素|宇宙|旦)|角(?:度|色|债|落)|毛(?:坯|利|竹|巾)|度(?:角|空间|假)|对(?:口|接|标|象|外|策|应|[0-9])",
        r"双(?:创|向|边|减|碳)|周(?:边|期|围)|月(?:龄)|年(?:龄)|村(?:民|委|庄|级|集体)|县(?:级|域)|镇(?:级|街)|(?<=社)区(?:工|医)",
    )
)  # fmt: skip
QUOTES: Final = MappingProxyType({"“": "”", '"': '"', "「": "」", "‘": "’", "『": "』"})
# Two figures joined by these share what is said of the first: 分别增长46%和20%.
SHARING: Final = frozenset(("和", "与", "及", "、", "以及", " and ", ", "))
# Numbers joined by these may have the unit of the last of them: 80、90、100万人.
LISTING: Final = SHARING - {", "}
# Units of levels and changes, which are never cumulative.
MEASURED_SHARES: Final = frozenset(
    ("percent", "permille", "per_ten_thousand", "percentage_point", "basis_point", "fold")
)
# Units of what lies between two shares.
DIFFERENCES: Final = frozenset(("percentage_point", "basis_point"))
# Units in which a Chinese numeral tells an amount even when it is small: 两倍, 三个百分点.
MEASURED: Final = frozenset((*MEASURED_SHARES, "mu_of_land", "tonne", "hectare"))
# Units of time, in which a Chinese numeral is part of a name: 三年行动, 十四五.
TIMES: Final = frozenset(("year", "month", "day", "week", "hour", "minute", "second", "quarter"))
