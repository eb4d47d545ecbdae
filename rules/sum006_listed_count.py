"""A table has as many rows as it says.

共20项 over a table of nineteen rows: one has been lost, or the count was not brought up to date.
"""

from collections.abc import Iterator
from fractions import Fraction

from auditor.facts import Plan
from auditor.figure import FigureError, read
from auditor.finding import Severity
from auditor.interval import Interval
from auditor.rule import Held, Options, Verdict, hit_at, undecided_at
from auditor.wording import Wording, quote

CODE = "SUM006"
NAME = "listed-count"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "The table has not as many rows as it says",
    "zh": "表中项数与所称不符",
}
WHY = {
    "en": "A row that fell out in the last edit is missed by nobody but the count.",
    "zh": "定稿时漏掉一行，往往只有总项数能看出来。",
}
MESSAGE = {
    "en": "{table} says {printed} and has {rows} rows",
    "zh": "{table}称 {printed}，实有 {rows} 项",
}
HELP = {
    "en": "look for the row that is missing or was added, else correct the count",
    "zh": "请查找遗漏或多出的行，否则更正项数",
}
WRONG = {
    "en": "When rows were left out of the sheet; all rows of the table have to be encoded.",
    "zh": "录入时略去部分行的会误报，应将各行录全。",
}
NO_COUNT: Wording = {
    "en": "how many rows the table says it has cannot be read",
    "zh": "表中所称的项数无法识别",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    path = plan.sheet.path
    for listed in plan.sheet.lists:
        count = _count(listed.says)
        if count is None:
            yield undecided_at(path, listed.mark, NO_COUNT)
        elif count.holds(listed.rows):
            yield Held()
        else:
            table, printed = quote(listed.table), quote(listed.says)
            yield hit_at(path, listed.mark, table=table, printed=printed, rows=listed.rows)


def _count(printed: str) -> Interval | None:
    """Return how many rows a table says it has: one number, or as many as 20余项 may be."""
    try:
        figure = read(printed)
    except FigureError:
        return None
    return figure.stated(Fraction(0)) if figure.kind == "number" and figure.bound == "=" else None


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
  people: {name: 就业人数, kind: stock, unit: 人, better: more}
  unemployment: {name: 城镇登记失业率, kind: rate, unit: "%", better: less}
tables:
  表1:
    lists: 共2项
    columns: [{head: 2025年目标, role: target, time: 2025}]
    rows:
      - {row: 1, indicator: people, cells: [1000人]}
      - {row: 2, indicator: unemployment, cells: [4%]}
      - {row: 2, indicator: unemployment, scope: 青年, cells: [5%]}
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
  people: {name: 就业人数, kind: stock, unit: 人, better: more}
  unemployment: {name: 城镇登记失业率, kind: rate, unit: "%", better: less}
tables:
  表1:
    lists: 共3项  # <-
    columns: [{head: 2025年目标, role: target, time: 2025}]
    rows:
      - {row: 1, indicator: people, cells: [1000人]}
      - {row: 2, indicator: unemployment, cells: [4%]}
""",
]
