"""A figure in the text equals the same figure in a table.

Printed at the same scale with the same decimals the numbers must be equal; otherwise their
rounding intervals must meet. The statement that stands alone is the one pointed at.
"""

from collections.abc import Iterator

from auditor.compare.restate import judged, restatements
from auditor.compare.uncompared import left_out
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict

CODE = "TXT001"
NAME = "text-against-table"
SEVERITY = Severity.ERROR
TITLE = {"en": "Text and table state different figures", "zh": "正文与表格数据不一致"}
WHY = {
    "en": "Readers quote the text and officials are held to the table; the two must be one number.",
    "zh": "读者引用正文，考核依据表格，两处应为同一数字。",
}
MESSAGE = {
    "en": "{place} prints {printed}, {other_place} prints {other}: {apart} apart",
    "zh": "{place}为 {printed}，{other_place}为 {other}，相差 {apart}",
}
HELP = {
    "en": "print one figure at both places; if two quantities are meant, let the sheet tell them "
    "apart by `time:`, `basis:`, `scope:` or `area:`; a figure rounded more coarsely than its "
    "digits show takes `rounding:`",
    "zh": "请统一两处数字；若两处口径本不相同，请在表单中以 time:（时间）、basis:（累计或年度）、"
    "scope:（统计范围）、area:（地区）区分；数字按某一基数取整的，以 rounding: 注明",
}
WRONG = {
    "en": (
        "When text and table cover different areas or groups (全市, 市区); `scope:` tells "
        "them apart."
    ),
    "zh": "正文与表格统计范围不同（如全市与市区）的，应以 scope: 区分，不属不一致。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for restatement in restatements(plan):
        if restatement.between == "text and table":
            yield judged(restatement)
    yield from left_out(plan)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
tables:
  表2:
    columns:
      - {head: 2025年目标, role: target, time: 2025}
    rows:
      - {row: 7, indicator: training, unit: 人次, cells: [〔19000〕]}
text:
  - {at: 三4, indicator: training, role: target, says: 1.9万人次, basis: cumulative}
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
tables:
  表2:
    columns:
      - {head: 2025年目标, role: target, time: 2025}
    rows:
      - {row: 7, indicator: training, unit: 人次, cells: [〔19000〕]}
text:
  - {at: 二3, indicator: training, role: target, says: 1.2万人次, basis: cumulative}  # <-
  - {at: 三4, indicator: training, role: target, says: 1.9万人次, basis: cumulative}
""",
]
