"""Behind a key stands a half-width colon and a space.

To YAML a full-width colon is a letter like any other: key and value become one word.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN004"
NAME = "full-width-colon"
SEVERITY = Severity.ERROR
TITLE = {"en": "A full-width colon stands behind a key", "zh": "键后用了全角冒号"}
WHY = {
    "en": "YAML does not see a key here, so what was meant as its value would be lost.",
    "zh": "YAML 不把全角冒号视为键的分隔，其后的内容会因此丢失。",
}
MESSAGE = {
    "en": "a full-width colon “：” stands here; YAML wants “:” and a space",
    "zh": "此处为全角冒号“：”，应为半角冒号加空格",
}
HELP = {
    "en": "type “: ”, a half-width colon and a space; where the colon is part of a text, "
    "put the text in double quotes",
    "zh": "请改为半角冒号并在其后空一格；若冒号属于文字内容，请将整段文字用英文双引号括起",
}
WRONG = {
    "en": "When the colon belongs to a text, and the reading broke off beside it for another "
    "reason. Put the text in double quotes; what remains is then told.",
    "zh": "全角冒号本是文字内容、读取中断另有原因的，会误指冒号；先将该段文字用英文双引号括起再"
    "查，即可看到真正的原因。",
}
REFERENCES = ("YAML 1.2.2, section 5.3",)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note: 甲：乙
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
note：甲  # <-
""",
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, says：5人}  # <-
  - at：一2  # <-
    says: 5人
""",
]
