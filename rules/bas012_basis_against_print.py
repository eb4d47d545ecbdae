"""The sheet takes a figure for what it prints: 五年 for all years, 每年 for each.

A `basis:` comes before the word in the figure, so one that is wrong there, or that a cell has
from its column, is seen nowhere. 〔〕 alone is a sign that a table may explain in another way, 共计
is said of a single year too, and so is 累计.
"""

from collections.abc import Iterator

from auditor.compare.bases import YEARLY
from auditor.facts import Fact, Plan
from auditor.figure.words.framing import CUMULATIVE_MARKS
from auditor.finding import Severity
from auditor.phrases import basis_word
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "BAS012"
NAME = "basis-against-print"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "The sheet takes a figure on another basis than it prints",
    "zh": "表单所注口径与原文字样相反",
}
WHY = {
    "en": "Every comparison then goes by the sheet, and what the document prints is held against nothing.",
    "zh": "此后各项比对均以表单所注为准，原文所印的口径反而无从核对。",
}
MESSAGE = {
    "en": "{place} prints {printed} ({read}), but the sheet takes it as {keyed}",
    "zh": "{place}印作 {printed}（{read}），而表单按{keyed}数处理",
}
HELP = {
    "en": "leave `basis:` out where the figure tells it; in a cell, say its own instead of the column's",
    "zh": "原文已写明口径的，应删去 basis:；表格中该格与所在栏不同的，应在该格单独注明",
}
WRONG = {
    "en": "When the word is a slip of the document that another passage corrects; say so in a `note:`.",
    "zh": "原文该字样系笔误、另有他处可证的，请以 note: 说明。",
}
# Words that sum up things as well as years, or means of other things than years.
OPEN = ("共计", "in total", "altogether", "on average")
OF_ONE_YEAR = ("累计", "cumulative")


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for fact in plan.every_fact:
        read, keyed = fact.figure.basis, fact.entry.basis
        other = (read in YEARLY and keyed == "cumulative") or (
            read == "cumulative" and keyed in YEARLY
        )
        if other and not _may_be_both(fact):
            yield hit(
                fact,
                place=quote(fact.entry.place),
                printed=quote(fact.entry.says),
                read=basis_word(read),
                keyed=basis_word(keyed),
            )


def _may_be_both(fact: Fact) -> bool:
    figure, period = fact.figure, fact.entry.period
    by_mark = figure.basis == "cumulative" and bool(CUMULATIVE_MARKS.intersection(figure.mark))
    of_one_year = period is not None and period.years == 1
    words = (*OPEN, *OF_ONE_YEAR) if of_one_year and "五年" not in figure.printed else OPEN
    return by_mark or any(word in figure.printed for word in words)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
tables:
  表1:
    columns:
      - {head: 年均完成, role: actual, period: 2016-2020, basis: average}
    rows:
      - {row: 1, indicator: jobs, unit: 人, cells: [〔4400〕]}
text:
  - {at: 二1, indicator: jobs, role: target, says: 五年25万人, basis: cumulative}
  - {at: 二1, indicator: jobs, role: target, says: 年均5万人, basis: annual}
  - {at: 一1, indicator: training, role: actual, time: 2020, says: 累计3万人次, basis: annual}
  - {at: 三1, indicator: training, role: target, says: 共计4万人次, basis: annual}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  training: {name: 职业技能培训, kind: flow, unit: 人次, better: more}
tables:
  表1:
    columns:
      - {head: 五年累计, role: target, period: 2021-2025, basis: cumulative}
    rows:
      - {row: 1, indicator: training, unit: 人次, cells: [每年1200]}  # <-
text:
  - {at: 二1, indicator: jobs, role: target, says: 五年60万人, basis: annual}  # <-
""",
]
