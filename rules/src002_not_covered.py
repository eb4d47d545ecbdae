"""Every figure of the source document is in the sheet.

Asked only with `--sources`: what has not been encoded has not been checked.
"""

from collections.abc import Iterator

from auditor.compare.coverage import uncovered
from auditor.document import TOP
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.wording import quote

CODE = "SRC002"
NAME = "not-covered"
SEVERITY = Severity.NOTE
TITLE = {
    "en": "A figure of the source document is in no entry",
    "zh": "原文数字未录入表单",
}
WHY = {
    "en": "A contradiction in it stays unseen.",
    "zh": "未录入的数字即使有矛盾也查不出来。",
}
MESSAGE = {
    "en": "{source} line {line} prints {printed}, which no entry does",
    "zh": "{source} 第 {line} 行的 {printed} 未录入",
}
HELP = {
    "en": "add an entry for it, or leave it out on purpose",
    "zh": "请补录；有意略去的可不处理",
}
WRONG = {
    "en": "When the figure is no indicator's, as the number of a hall or the price of a copy.",
    "zh": "与指标无关的数字（如场所面积、单价）可以不录。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for each in uncovered(plan):
        yield hit_at(
            plan.sheet.path,
            plan.sheet.marks.get("source", TOP),
            plan=plan.id,
            source=quote(plan.sheet.source),
            line=each.line,
            printed=quote(each.figure.printed),
        )


SHEET = """
plan: a
title: A
area: a
period: 2021-2025
source: source.txt
text:
  - {at: 二1, says: 0.9万人以上}
"""
SOURCE = "到2025年，新增就业0.9万人以上。\n"


GOOD = [
    {"sheet.yaml": SHEET, "source.txt": SOURCE},
]
BAD = [
    {
        "sheet.yaml": SHEET.replace("source: source.txt", "source: source.txt  # <-"),
        "source.txt": SOURCE + "培训1200人次。\n",
    },
]
