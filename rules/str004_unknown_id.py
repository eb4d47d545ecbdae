"""What a row, a statement or a claim refers to by id exists.

Indicators are defined under `indicators:` or in the shared catalogue, figures by their `id:`.
A claim that names a plan (`a.total`) is looked up among the plans of the run instead, by SUM005.
"""

from collections.abc import Iterator

from auditor.compare.claims import unreadable
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults, hit_at
from auditor.wording import MOST_GUESSES, NO_GUESS, quote, suggestion

CODE = "STR004"
NAME = "unknown-id"
SEVERITY = Severity.ERROR
TITLE = {"en": "An id is not defined", "zh": "标识未定义"}
WHY = {
    "en": "What refers to nothing cannot be compared or computed.",
    "zh": "所引标识不存在，就无从比较和计算。",
}
MESSAGE = {
    "en": "the id {id!r} is not defined{guess}",
    "zh": "标识“{id}”未定义{guess}",
}
HELP = {
    "en": "correct the id, or define it: an indicator under indicators:, a figure by "
    "giving it an id:",
    "zh": "请更正标识；若尚未定义，指标应列入 indicators，数字应标注 id",
}
WRONG = {
    "en": "When the indicator is defined in the catalogue of another folder, which is not read "
    "for this sheet: define it here, or in the indicators.yaml beside the sheet. A figure of "
    "another plan is called by that plan's id and its own, as gansu.jobs.",
    "zh": "指标只在其他文件夹的指标目录中定义的，读取本表时查不到，应在本表或同一文件夹的 "
    "indicators.yaml 中补列；引用其他规划的数字，应在标识前冠以该规划的标识，如 gansu.jobs。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)
    for number, error in enumerate(unreadable(plan)):
        if error.kind == NAME:
            guess = suggestion(error.read, plan.ids) if number < MOST_GUESSES else NO_GUESS
            yield hit_at(plan.sheet.path, error.mark, id=quote(error.read), guess=guess)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 新增就业, kind: stock, unit: 人}
text:
  - {at: 一1, id: all, indicator: jobs, role: actual, time: 2020, says: 5人}
  - {at: 一1, id: part, says: 3人}
claims:
  - {at: 一1, whole: all, of_which: [part]}
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
text:
  - {at: 一1, indicator: job, role: actual, time: 2020, says: 5人}  # <-
""",
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, id: all, says: 5人}
  - {at: 一1, id: part, says: 3人}
claims:
  - {at: 一1, whole: all, of_which: [parts]}  # <-
  - {at: 一1, holds: part <= whole}  # <-
""",
]
