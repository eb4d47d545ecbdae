"""A suppression gives its reason.

Whoever reads the sheet after the one who wrote it must be able to judge whether the exception
still holds.
"""

from collections.abc import Iterator, Sequence

from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.suppression import Suppression

CODE = "SUP003"
NAME = "unreasoned-suppression"
SEVERITY = Severity.ERROR
SCOPE = "suppressions"
TITLE = {"en": "A suppression gives no reason", "zh": "豁免未写明理由"}
WHY = {
    "en": "An exception without a reason cannot be reviewed, so it silences nothing.",
    "zh": "没有理由的豁免无从复核，因此不生效。",
}
MESSAGE = {
    "en": "there is no reason behind ignore[…], so it silences nothing",
    "zh": "ignore[…] 之后没有理由，豁免不生效",
}
HELP = {
    "en": "write the reason behind the bracket: # audit: ignore[CODE] corrected in the next edition",
    "zh": "请在方括号后写明理由，如：# audit: ignore[代码] 下一版更正",
}
WRONG = {
    "en": "Never: a reason is always asked for.",
    "zh": "不会误报：豁免一律须写明理由。",
}


def check(suppressions: Sequence[Suppression], options: Options) -> Iterator[Verdict]:
    for each in suppressions:
        if each.codes and not each.reason:
            yield hit_at(each.path, each.mark, plan=each.plan)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, indicator: jobs, role: target, says: 9000人}  # audit: ignore[BAS005] asked the bureau
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
  - {at: 二1, indicator: jobs, role: target, says: 9000人}  # audit: ignore[BAS005] until=9999-12-31 # <-
""",
]
