"""A cell of a table prints a level where levels belong, and no change.

提高5个百分点 in a row of rates says by how much and not to what. A growth in per cent of an
amount (增长10% under 人), or in multiples, cannot be taken for the amount and is left alone, and so
is what stands in a column of changes, such as 年均增长(%) or 提高(百分点).
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Options, Verdict, hit
from auditor.wording import quote

CODE = "FIG006"
NAME = "change-for-level"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A change is printed where a level belongs",
    "zh": "应填水平数处写成了升降幅度",
}
WHY = {
    "en": "Beside levels it is read as one, and the target looks far too small.",
    "zh": "与水平数同列，读者会当作水平数，目标显得畸小。",
}
MESSAGE = {
    "en": "{place} prints {printed}, a change, in a row of levels",
    "zh": "{place}写作 {printed}，是升降幅度，而同列为水平数",
}
HELP = {
    "en": "print the level that is to be reached, or give the change an indicator of `kind: change`",
    "zh": "请填写要达到的水平；确属升降幅度的，指标类别应为 change",
}
WRONG = {
    "en": "When the whole row is about the change; its indicator is then of `kind: change`.",
    "zh": "整行本来就是升降幅度的，应将指标类别定为 change，即不再提示。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for fact in plan.facts:
        entry = fact.entry
        in_table = entry.origin == "table" and entry.role in ("baseline", "target")
        kind = plan.kind(fact)
        of_the_level = kind == "rate" or (kind == "stock" and not fact.key.terms)
        if in_table and fact.key.change and of_the_level and not entry.grows:
            yield hit(fact, place=quote(entry.place), printed=cited(fact))


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
  rise: {name: 就业人数增长, kind: change, unit: "%"}
tables:
  表1:
    columns: [{head: 2020年, role: baseline, time: 2020}, {head: 2025年, role: target, time: 2025}]
    rows:
      - {row: 1, indicator: unemployment, cells: [4.2%, 4%]}
      - {row: 2, indicator: rise, cells: ["-", 增长5%]}
  表2:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
      - {head: 2025年, role: target, time: 2025}
      - {head: 年均增长(%), role: target, basis: average}
    rows:
      - {row: 1, indicator: people, unit: 万人, cells: [1150, 1600, 7.0]}
      - {row: 2, indicator: unemployment, unit: "%", cells: [4.2, 4, -1.0]}
  表3:
    columns:
      - {head: 2025年, role: target, time: 2025}
      - {head: 比2020年下降(百分点), role: target}
    rows:
      - {row: 1, indicator: unemployment, unit: "%", cells: [4, 下降0.2]}
text:
  - {at: 二1, indicator: unemployment, role: target, says: 下降0.2个百分点}
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
    columns: [{head: 2020年, role: baseline, time: 2020}, {head: 2025年, role: target, time: 2025}]
    rows:
      - {row: 1, indicator: unemployment, cells: [4.2%, 下降0.2个百分点]}  # <-
""",
]
