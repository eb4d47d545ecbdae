"""A suppression silences something.

One that matches no finding any more hides the next one that comes to stand on its line.
"""

from collections.abc import Iterator, Sequence

from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.suppression import Suppression

CODE = "SUP001"
NAME = "unused-suppression"
SEVERITY = Severity.WARNING
SCOPE = "suppressions"
TITLE = {"en": "A suppression silences nothing", "zh": "豁免未对应任何问题"}
WHY = {
    "en": "Left in place it would silence the next finding on its line, which nobody has looked at.",
    "zh": "若不删除，今后该行出现新的问题也会被一并隐去。",
}
MESSAGE = {
    "en": "no finding of {rules} stands on line {line}",
    "zh": "第 {line} 行没有 {rules} 的问题",
}
HELP = {
    "en": "delete the comment, or put it on the line of the finding or directly above it",
    "zh": "请删除该注释，或移至问题所在行行末或其上一行",
}
WRONG = {
    "en": "When the rule was left out of this run with --select or --ignore; such rules are not "
    "counted, so this should not occur.",
    "zh": "本次检查以 --select 或 --ignore 排除了该规则时不作判断，一般不会误报。",
}


def check(suppressions: Sequence[Suppression], options: Options) -> Iterator[Verdict]:
    for each in suppressions:
        if each.valid and each.tried and not each.used:
            rules = ", ".join(sorted(each.codes))
            yield hit_at(each.path, each.mark, plan=each.plan, rules=rules, line=each.line)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  # audit: ignore[unstated-basis] the decree says which; see its annex
  - {at: 二1, indicator: jobs, role: target, says: 9000人}
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
  # audit: ignore[BAS005] the decree says which   # <-
  - {at: 二1, indicator: jobs, role: target, says: 9000人, basis: cumulative}
""",
]
