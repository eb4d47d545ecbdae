"""A text that begins with a sign of YAML's own stands in quotes.

To YAML, `>` and `|` open a block of text, `-` a list, `%` a directive, `*` and `&` an alias
and an anchor, `!` a tag; `@` and a backtick are reserved. The auditor reads on as if the
quotes were there.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN002"
NAME = "unquoted-mark"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "A figure begins with a sign that YAML keeps for itself",
    "zh": "数字以 YAML 保留符号开头而未加引号",
}
WHY = {
    "en": "YAML gives the sign a meaning of its own: other readers refuse the sheet or "
    "lose the figure.",
    "zh": "该符号在 YAML 中另有含义，其他软件会拒绝读取，或在不知不觉中丢失数字。",
}
MESSAGE = {
    "en": "{read!r} begins with {char}, which YAML keeps for itself",
    "zh": "“{read}”以 YAML 保留符号 {char} 开头，未加引号",
}
HELP = {
    "en": 'put it in double quotes: "{read}"',
    "zh": '请用英文双引号括起，写作 "{read}"',
}
WRONG = {
    "en": "When the sign was meant as YAML's own, as in a tag (!!str) or an empty block of text. "
    "No sheet needs either: leave it out.",
    "zh": "有意使用 YAML 自身写法的（如 !!str 标记、留空的文本块），不算漏加引号；但表单用不上，删"
    "去即可。",
}
REFERENCES = ("YAML 1.2.2, section 5.3", "YAML 1.2.2, section 7.3.3")


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, says: ">90%"}
  - {at: 一2, says: <6%}
  - {at: 一3, says: -}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - {at: 一1, says: >90%}  # <-
  - at: 一2
    says: %5  # <-
  - {at: 一3, says: <6%}
""",
    """
plan: a
title: A
area: a
period: 2021-2025
text:
  - at: 一1
    says: -  # <-
  - at: 一2
    says: >5  # <-
  - {at: 一3, says: !5}  # <-
""",
]
