"""The baselines of one column are of one year.

Where they are not, the rows of the table do not start from the same point.
"""

from collections import Counter
from collections.abc import Iterator

from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "BAS007"
NAME = "mixed-base-years"
SEVERITY = Severity.NOTE
TITLE = {
    "en": "Baselines of one column are of different years",
    "zh": "同一基数栏年份不一",
}
WHY = {
    "en": "A reader compares the rows with one another as if all had started from one year.",
    "zh": "读者会按同一基年比较各行，年份不一容易误解。",
}
MESSAGE = {
    "en": "{place} is of {year}, most of its column of {other}",
    "zh": "{place}为 {year} 年，同栏多为 {other} 年",
}
HELP = {
    "en": "print the year beside the figure, or take all baselines from one year",
    "zh": "请在数字旁注明年份，或统一基年",
}
WRONG = {
    "en": "When the document says so beside the figure, as plans do for data of a census.",
    "zh": "文件已在旁注明年份（如普查数据）的，不算问题。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    columns: dict[tuple[str, int], list[Fact]] = {}
    for fact in plan.facts:
        if fact.entry.table and fact.entry.role == "baseline" and fact.key.period:
            columns.setdefault((fact.entry.table, fact.entry.column), []).append(fact)
    for facts in columns.values():
        (usual, _), *others = Counter(fact.entry.period for fact in facts).most_common()
        reference = next(fact for fact in facts if fact.entry.period == usual)
        for fact in facts if others else ():
            if fact.entry.period != usual:
                place, year = quote(fact.entry.place), str(fact.entry.period)
                yield hit(fact, reference, place=place, year=year, other=str(usual))


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
    columns: [{head: 2020年基数, role: baseline, time: 2020}]
    rows:
      - {row: 1, indicator: people, cells: [1000人]}
      - {row: 2, indicator: unemployment, cells: [4%]}
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
    columns: [{head: 2020年基数, role: baseline, time: 2020}]
    rows:
      - {row: 1, indicator: people, cells: [1000人]}
      - {row: 2, indicator: unemployment, cells: [4%]}
      - {row: 3, indicator: jobs, cells: [{says: 200人, time: 2019}]}  # <-
""",
]
