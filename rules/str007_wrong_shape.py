"""Each key holds what belongs there: a text, a list, keys, or one of a few words.

A figure that begins with a bracket is a list to YAML and must stand in quotes.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "STR007"
NAME = "wrong-shape"
SEVERITY = Severity.ERROR
TITLE = {"en": "A value is not of the kind that belongs here", "zh": "内容的类型不对"}
WHY = {
    "en": "What is not of the expected kind is left out, so it has not been checked.",
    "zh": "类型不符的内容不会被采用，也就没有核对。",
}
MESSAGE = {
    "en": "{where}: expected {expected}, read {read}",
    "zh": "{where}：此处应为 {expected}，实际为 {read}",
}
HELP = {
    "en": "write what is expected; a figure that begins with a bracket must stand in "
    'double quotes, such as "[9000]"',
    "zh": '请改为应有的内容；以括号开头的数字须用英文双引号括起，如 "[9000]"',
}
WRONG = {
    "en": "When the document is right and the sheet has no word for it, as for the level of a "
    "development zone. Leave the key out where it may be left out, and say so in `note:`.",
    "zh": "原文无误而表单没有对应选项的（如开发区不属所列层级），不算文件差错；该键可以不填的就不"
    "填，并在 note: 中说明。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
level: county
text:
  - {at: 一1, says: "[9000]"}
""",
    {
        "indicators.yaml": """
indicators:
  jobs: {name: 新增就业, kind: flow, unit: 人, better: more}
""",
        "a.yaml": """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, indicator: jobs, role: target, says: 五年9000人}
""",
    },
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
level: district  # <-
text:
  - {at: 一1, says: [9000]}  # <-
  - 9000  # <-
claims: none  # <-
""",
    {
        "indicators.yaml": """
jobs: {name: 新增就业, kind: flow, unit: 人, better: more}  # <-
people: {name: 就业人数, kind: stock, unit: 人, better: more}
""",
        "a.yaml": """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, indicator: jobs, role: target, says: 五年9000人}
""",
    },
]
