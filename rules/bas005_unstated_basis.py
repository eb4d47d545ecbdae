"""A flow target says whether it is for each year or for the whole period."""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Options, Verdict, hit

CODE = "BAS005"
NAME = "unstated-basis"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "A target does not say whether it is yearly or cumulative",
    "zh": "目标未说明是年度数还是累计数",
}
WHY = {
    "en": "Over five years the two readings differ fivefold.",
    "zh": "五年规划中，两种理解相差五倍。",
}
MESSAGE = {
    "en": "{printed}: for each year, or over {period}?",
    "zh": "{printed}：是每年，还是 {period} 累计？",
}
HELP = {
    "en": "write 累计 or 每年 in the document (or 〔〕 in a table); if it does say so, add `basis:` to the sheet",
    "zh": "请在文件中写明“累计”或“每年”（表格可用〔〕）；若文件已说明，请在表单中补 basis",
}
WRONG = {
    "en": "When custom leaves no doubt, as for the GDP of the last year; `basis: annual` says so.",
    "zh": "按惯例只能理解为末年当年数的（如地区生产总值），在表单中注明 basis: annual 即可。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for fact in plan.of_kind("flow"):
        key = fact.key
        open_ = not key.basis and not key.change and fact.figure.numeric
        one_year = key.period is not None and key.period.years == 1
        if key.role == "target" and open_ and not one_year:
            yield hit(fact, printed=cited(fact), period=str(key.period or "?"))


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
tables:
  表1:
    columns:
      - {head: 2025年目标, role: target, time: 2025}
    rows:
      - {row: 1, indicator: jobs, unit: 人, cells: [〔9000〕]}
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
tables:
  表1:
    columns:
      - {head: 2025年目标, role: target, time: 2025}
    rows:
      - {row: 1, indicator: jobs, unit: 人, cells: [9000]}  # <-
text:
  - {at: 二1, indicator: jobs, role: target, says: 1.4万人}  # <-
""",
]
