"""A row has as many cells as its table has columns.

With a cell too few or too many, nobody can tell which figure belongs to which year; the row
is left out.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "STR005"
NAME = "cell-count"
SEVERITY = Severity.ERROR
TITLE = {"en": "A row has not one cell for each column", "zh": "行的单元格数与列数不符"}
WHY = {
    "en": "Figures would slip into a neighbouring column, so the row was not checked.",
    "zh": "数字会错列，因此该行未作核对。",
}
MESSAGE = {
    "en": "{place}: cells in the row: {cells}, columns in the table: {columns}",
    "zh": "{place}：该行有 {cells} 个单元格，表格有 {columns} 列",
}
HELP = {
    "en": 'give one cell for each column, "-" where nothing is printed; a figure with a '
    'comma in it, such as "22,145", must stand in double quotes',
    "zh": '请每列填一格，无数字处填 "-"；含逗号的数字（如 "22,145"）须用英文双引号括起',
}
WRONG = {
    "en": "When the printed table has merged cells, or a row that skips a column. The document is "
    'right then, but the sheet needs a cell for each column: give the figure once, and "-" for '
    "the rest.",
    "zh": "原表有合并单元格、或该行本来缺列的，不算文件差错；录入时仍须每列一格，数字只录一次，其"
    '余各格填 "-"。',
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 新增就业, kind: stock, unit: 人}
tables:
  表1:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
      - {head: 2025年, role: target, time: 2025}
    rows:
      - {row: 1, indicator: jobs, cells: ["1,000", "-"]}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 新增就业, kind: stock, unit: 人}
tables:
  表1:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
      - {head: 2025年, role: target, time: 2025}
    rows:
      - {row: 1, indicator: jobs, cells: [1000]}  # <-
      - {row: 2, indicator: jobs, cells: [1,000, -]}  # <-
""",
]
