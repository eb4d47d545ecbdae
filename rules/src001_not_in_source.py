"""Every figure of a sheet stands in its source document.

Asked only with `--sources`: a figure that is nowhere in the text was mistyped, or taken from
another edition.
"""

from collections.abc import Iterator

from auditor.compare.coverage import absent
from auditor.document import TOP
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit, undecided_at
from auditor.wording import Wording, filled, quote

CODE = "SRC001"
NAME = "not-in-source"
SEVERITY = Severity.ERROR
TITLE = {
    "en": "A figure is not in the source document",
    "zh": "数字不见于原文",
}
WHY = {
    "en": "A typing slip of the encoder would be held against the plan.",
    "zh": "录入笔误会被当作规划本身的问题。",
}
MESSAGE = {
    "en": "{place}: {printed} stands nowhere in {source}",
    "zh": "{place}：{source} 中没有 {printed}",
}
HELP = {
    "en": "look the place up in the document and type the figure exactly as it is printed there",
    "zh": "请核对原文该处，照录数字",
}
WRONG = {
    "en": "When the document is a scan whose text was read wrongly.",
    "zh": "原文文本识别有误时会误报。",
}
NOT_THERE: Wording = {
    "en": "the source document {source} is not in the folder",
    "zh": "文件夹中没有原文文件“{source}”，未核对",
}
NOT_NAMED: Wording = {
    "en": "the sheet names no source document",
    "zh": "表单未注明原文文件（source），未核对",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    if plan.source_wanted and plan.source is None and (plan.sheet.whole or plan.sheet.source):
        source = quote(plan.sheet.source)
        lacks = filled(NOT_THERE, source=source) if source else NOT_NAMED
        mark = plan.sheet.marks["source"] if source else TOP
        yield undecided_at(plan.sheet.path, mark, lacks)
    for fact in absent(plan):
        source = quote(plan.sheet.source)
        yield hit(
            fact, place=quote(fact.entry.place), printed=quote(fact.entry.says), source=source
        )


SHEET = """
plan: a
title: A
area: a
period: 2021-2025
source: source.txt
text:
  - {at: 二1, says: 0.9万人以上}
  - {at: 表1 行1, says: 〔9000〕}
"""
SOURCE = "到2025年，新增就业0.9万人以上。\n新增就业 | 〔9000〕\n"


GOOD = [
    {"sheet.yaml": SHEET, "source.txt": SOURCE},
]
BAD = [
    {"sheet.yaml": SHEET.replace("0.9万人以上}", "0.8万人以上}  # <-"), "source.txt": SOURCE},
]
