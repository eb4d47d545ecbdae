"""A suppression names rules that there are and that may be suppressed.

A misspelt code silences nothing, and the reader believes that it does.
"""

from collections.abc import Iterator, Sequence

from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.suppression import Suppression
from auditor.wording import filled, quote

CODE = "SUP004"
NAME = "unknown-suppression"
SEVERITY = Severity.ERROR
SCOPE = "suppressions"
TITLE = {
    "en": "A suppression names no rule that it may silence",
    "zh": "豁免所列规则不存在或不能豁免",
}
WHY = {
    "en": "A comment that silences nothing looks as if it did.",
    "zh": "不起作用的豁免会使人误以为问题已经处理。",
}
MESSAGE = {"en": "{reason}", "zh": "{reason}"}
HELP = {
    "en": "name rules by code or name, as `auditor rules` lists them; what keeps a sheet from "
    "being read, and what is wrong with suppressions, cannot be suppressed",
    "zh": "请按 `auditor rules` 所列的代码或名称填写；表单无法读取及豁免本身的问题不能豁免",
}
WRONG = {
    "en": "When the rule exists only in a later version of the auditor.",
    "zh": "所列规则仅存在于更新的版本时会误报。",
}


def check(suppressions: Sequence[Suppression], options: Options) -> Iterator[Verdict]:
    for each in suppressions:
        for wording, rule in each.wrong:
            reason = filled(wording, rule=quote(rule))
            yield hit_at(each.path, each.mark, plan=each.plan, reason=reason)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, indicator: jobs, role: target, says: 9000人}  # audit: ignore[unstated-basis, TXT001] asked the bureau
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  # audit: ignore[text-against-tables] asked the bureau  # <-
  - {at: 二1, says: 9000人}
  # audit: ignore everything  # <-
  - {at: 二1, says: 9000人}
  # audit: ignore[SYN001] asked the bureau  # <-
  - {at: 二1, says: 9000人}
""",
]
