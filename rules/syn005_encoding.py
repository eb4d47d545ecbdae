"""A sheet is a file in UTF-8.

Older Windows programs save Chinese text as GBK. Guessing what was meant would put wrong
words into the sheet without a sign, so the file is not read.
"""

from collections.abc import Iterator

from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, faults

CODE = "SYN005"
NAME = "encoding"
SEVERITY = Severity.ERROR
TITLE = {"en": "The file is not UTF-8", "zh": "文件不是 UTF-8 编码"}
WHY = {
    "en": "In another encoding the same bytes are other words; nothing in this file has "
    "been checked.",
    "zh": "编码不同，文字即不同；本文件未能读取，全部内容均未核对。",
}
MESSAGE = {
    "en": "the file is not UTF-8 (line {line}), probably {encoding}",
    "zh": "文件不是 UTF-8 编码（第 {line} 行），疑为 {encoding}",
}
HELP = {
    "en": "save it again as UTF-8",
    "zh": "请另存为 UTF-8 编码",
}
WRONG = {
    "en": "Never: the file cannot be read as it stands. Only the encoding that is named is a "
    "guess; UTF-16 is refused too, although YAML allows it.",
    "zh": "没有例外，文件按现状无法读取；所报的编码名称只是推测。UTF-16 虽为 YAML 所允许，此处同样"
    "不读取。",
}
REFERENCES = ("RFC 3629",)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    yield from faults(plan, NAME)


GOOD = [
    "plan: a\ntitle: 甘肃\narea: a\nperiod: 2021-2025\n".encode(),
]
BAD = [
    "plan: a\ntitle: 甘肃  # <-\narea: a\nperiod: 2021-2025\n".encode("gbk"),
]
