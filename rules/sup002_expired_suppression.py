"""A suppression has not expired.

`until=` is the promise to have looked at the matter by then. A date that cannot be read has
passed.
"""

from collections.abc import Iterator, Sequence

from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.suppression import Suppression
from auditor.wording import quote

CODE = "SUP002"
NAME = "expired-suppression"
SEVERITY = Severity.WARNING
SCOPE = "suppressions"
TITLE = {"en": "A suppression has expired", "zh": "豁免已过期"}
WHY = {
    "en": "What was to be settled by that day is open again; the finding counts once more.",
    "zh": "约定的期限已到，相关问题重新计入。",
}
MESSAGE = {
    "en": "until={until} has passed or cannot be read, so it silences nothing",
    "zh": "until={until} 已过期或无法识别，豁免不再生效",
}
HELP = {
    "en": "settle the matter and delete the comment, or set a new date such as until=2027-03-31",
    "zh": "请处理后删除该注释，或另定期限，如 until=2027-03-31",
}
WRONG = {
    "en": "When the clock of the machine is wrong; --today sets the day that counts.",
    "zh": "计算机日期有误时会误报，可用 --today 指定日期。",
}


def check(suppressions: Sequence[Suppression], options: Options) -> Iterator[Verdict]:
    for each in suppressions:
        if each.expired:
            yield hit_at(each.path, each.mark, plan=each.plan, until=quote(each.until))


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, indicator: jobs, role: target, says: 9000人}  # audit: ignore[BAS005] until=9999-12-31 asked the bureau
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
text:
  # audit: ignore[BAS005] until=2021-12-31 asked the bureau  # <-
  - {at: 二1, indicator: jobs, role: target, says: 9000人}
  # audit: ignore[BAS005] until=明年 asked the bureau  # <-
  - {at: 二2, indicator: jobs, scope: 青年, role: target, says: 900人}
""",
]
