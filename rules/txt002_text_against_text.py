"""A figure that the text states twice is stated alike.

The same comparison as between text and table, for two places in running text.
"""

from collections.abc import Iterator

from auditor.compare.restate import judged, restatements
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict

CODE = "TXT002"
NAME = "text-against-text"
SEVERITY = Severity.ERROR
TITLE = {"en": "Two places in the text state different figures", "zh": "正文前后数据不一致"}
WHY = {
    "en": "One of the two places was not brought up to date.",
    "zh": "两处之中必有一处未及时更新。",
}
MESSAGE = {
    "en": "{place} prints {printed}, {other_place} prints {other}: {apart} apart",
    "zh": "{place}为 {printed}，{other_place}为 {other}，相差 {apart}",
}
HELP = {
    "en": "bring the older of the two places up to date; if two quantities are meant, let the "
    "sheet tell them apart by `time:`, `basis:`, `scope:` or `area:`; a figure rounded more "
    "coarsely than its digits show takes `rounding:`",
    "zh": "请更正未及时更新的一处；若两处口径本不相同，请在表单中以 time:（时间）、basis:（累计或"
    "年度）、scope:（统计范围）、area:（地区）区分；数字按某一基数取整的，以 rounding: 注明",
}
WRONG = {
    "en": (
        "When one place quotes a preliminary count (快报数), the other the final one, and "
        "both say so."
    ),
    "zh": "一处为快报数、一处为年报数，且文中均已注明的，不算前后不一。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for restatement in restatements(plan):
        if restatement.between == "text":
            yield judged(restatement)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 二3, indicator: training, role: target, says: 19000人次, basis: cumulative}
  - {at: 三4, indicator: training, role: target, says: 1.9万人次, basis: cumulative}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  cover: {name: 参保率, kind: rate, unit: "%", better: more}
  income: {name: 人均可支配收入, kind: stock, unit: 元, better: more}
  energy: {name: 单位地区生产总值能耗降低, kind: change, unit: "%", better: more}
text:
  - {at: 二1, indicator: cover, role: target, says: 到2023年达到80%}
  - {at: 二1, indicator: cover, role: target, says: 到2025年达到95%}
  - {at: 二1, indicator: cover, role: target, says: 每年提高3个百分点}
  - {at: 二1, indicator: cover, role: target, says: 累计提高15个百分点}
  - {at: 一1, indicator: income, role: actual, time: 2020, says: 比2015年增长46%}
  - {at: 一1, indicator: income, role: actual, time: 2020, says: 比上年增长5.1%}
  - {at: 一1, indicator: income, role: actual, time: 2020, says: 比2015年提高7714.6元}
  - {at: 二1, indicator: energy, role: target, says: 13.5%}
  - {at: 三1, indicator: energy, role: target, says: 降低13.5%}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 二3, indicator: training, role: target, says: 1.9万人次, basis: cumulative}
  - {at: 三4, indicator: training, role: target, says: 1.8万人次, basis: cumulative}  # <-
""",
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  energy: {name: 单位地区生产总值能耗降低, kind: change, unit: "%", better: more}
  sectors: {name: 三次产业从业人员比例, kind: rate, unit: "%"}
text:
  - {at: 二1, indicator: energy, role: target, says: 累计降低13.5%}
  - {at: 三1, indicator: energy, role: target, says: 〔14.5%〕}  # <-
  - {at: 二1, indicator: sectors, role: target, says: 57∶16∶27}
  - {at: 三1, indicator: sectors, role: target, says: 57∶17∶26}  # <-
""",
]
