"""Lines are indented with spaces.

How far a tab indents depends on who looks, so YAML forbids it. The sheet cannot be read
beyond that line.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN003"
NAME = "tab"
SEVERITY = Severity.ERROR
TITLE = {"en": "A tab stands where spaces belong", "zh": "用制表符代替了空格"}
WHY = {
    "en": "YAML refuses tabs; behind this line nothing was read, so nothing there has been "
    "checked.",
    "zh": "YAML 不接受制表符，此行之后的内容未能读取，也未作核对。",
}
MESSAGE = {
    "en": "a tab stands here, and the file cannot be read from here on",
    "zh": "此处有制表符，文件自此处起无法读取",
}
HELP = {
    "en": "replace it by spaces, and set the editor to indent with spaces",
    "zh": "请改用空格，并将编辑器设为以空格缩进",
}
WRONG = {
    "en": "When the tab stands where YAML allows one, such as between a value and its comment, "
    "and something else on the line broke off the reading. Replace the tab first; what remains is "
    "then told.",
    "zh": "制表符的位置本属允许（如内容与注释之间）、读取中断另有原因的，会误指制表符；先改为空格"
    "再查，即可看到真正的原因。",
}
REFERENCES = ("YAML 1.2.2, section 6.1",)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, says: "5"}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
\t- {at: 一1, says: "5"}  # <-
""",
]
