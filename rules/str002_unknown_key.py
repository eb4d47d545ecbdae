"""A key is one of those that its place allows.

A misspelt key would silently say nothing. The keys of a sheet are listed in the JSON Schema
that the auditor publishes.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "STR002"
NAME = "unknown-key"
SEVERITY = Severity.ERROR
TITLE = {"en": "A key is not known here", "zh": "键不可识别"}
WHY = {
    "en": "What stands under an unknown key is not read, so it has not been checked.",
    "zh": "不可识别的键下的内容不会被读取，也就没有核对。",
}
MESSAGE = {
    "en": "{where} has no key {key!r}{guess} (known: {known})",
    "zh": "{where}：没有“{key}”这个键{guess}（可用的键：{known}）",
}
HELP = {
    "en": "correct or remove the key; a text with a comma in it, such as 22,145, must "
    "stand in double quotes",
    "zh": "请更正或删除该键；含逗号的内容（如 22,145）须用英文双引号括起",
}
WRONG = {
    "en": "When the key is meant for people or for another program. The auditor does not read it "
    "all the same; such remarks belong under note:.",
    "zh": "供人查阅或供其他软件使用的键，不算差错，但核对时仍不读取；此类说明宜写入 note:。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
""",
]
BAD = [
    """
plan: a
title: A
aera: a  # <-
area: a
period: 2021-2025
""",
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, says: 22,145人}  # <-
""",
]
