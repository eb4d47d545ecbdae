"""A figure that two cells state is stated alike.

The same comparison as between text and table, for two cells of one table or of two.
"""

from collections.abc import Iterator

from auditor.compare.restate import judged, restatements
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict

CODE = "TXT003"
NAME = "table-against-table"
SEVERITY = Severity.ERROR
TITLE = {"en": "Two cells of the tables state different figures", "zh": "表格之间数据不一致"}
WHY = {
    "en": "One quantity has one value, whichever table prints it.",
    "zh": "同一指标同一口径只能有一个数值。",
}
MESSAGE = {
    "en": "{place} prints {printed}, {other_place} prints {other}: {apart} apart",
    "zh": "{place}为 {printed}，{other_place}为 {other}，相差 {apart}",
}
HELP = {
    "en": "print one figure in both cells; if two quantities are meant, let the row, the column "
    "or the cell tell them apart by `time:`, `basis:`, `scope:` or `area:`",
    "zh": "请统一两格数字；若口径本不相同，请在行、列或单元格上以 time:（时间）、basis:（累计或"
    "年度）、scope:（统计范围）、area:（地区）区分",
}
WRONG = {
    "en": (
        "When one table is of a programme that does only part of the target; `scope:` "
        "tells it apart."
    ),
    "zh": "其中一表为专项任务表、只列该指标一部分的，应在该行注明 scope: 加以区分。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for restatement in restatements(plan):
        if restatement.between == "table":
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
tables:
  表2:
    columns:
      - {head: 2025年目标, role: target, time: 2025}
    rows:
      - {row: 7, indicator: training, unit: 人次, cells: [〔19000〕]}
  表6:
    columns:
      - {head: 目标（万人次）, role: target, time: 2025, unit: 万人次}
    rows:
      - {row: 1, indicator: training, cells: [〔1.9〕]}
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
  表6:
    columns:
      - {head: 目标（万人次）, role: target, time: 2025, unit: 万人次}
    rows:
      - {row: 1, indicator: training, cells: [〔1.8〕]}  # <-
""",
]
