"""The parent that a sheet names can be found."""

from collections.abc import Iterator

from auditor.compare.rollup import Run
from auditor.finding import Severity
from auditor.rule import Options, Verdict, hit_at
from auditor.wording import MOST_GUESSES, NO_GUESS, Wording, quote, suggestion

CODE = "ROL001"
NAME = "unknown-parent"
SEVERITY = Severity.WARNING
SCOPE = "run"
TITLE = {"en": "The parent plan is not among the sheets", "zh": "未找到上级规划"}
WHY = {
    "en": "Without the parent's sheet nothing can be compared with the level above.",
    "zh": "缺少上级规划的表单，就无法与上级目标比对。",
}
MESSAGE = {
    "en": "no sheet says `plan: {parent}`{guess}",
    "zh": "没有任何表单的 plan 为“{parent}”{guess}",
}
HELP = {
    "en": "correct the id, audit both sheets together, or put the parent's sheet into the same folder",
    "zh": "请更正标识，或将上级规划的表单一并检查、放入同一文件夹",
}
WRONG = {
    "en": (
        "When the parent's plan is not out or not encoded yet; nothing is compared "
        "upwards meanwhile."
    ),
    "zh": "上级规划尚未印发或尚未录入的，可暂予保留，但其间不与上级比对。",
}


def check(run: Run, options: Options) -> Iterator[Verdict]:
    guesses: dict[str, Wording] = {}
    for summary in run.summaries:
        if summary.parent and summary.parent not in run.by_id and not summary.context:
            if summary.parent not in guesses and len(guesses) < MOST_GUESSES:
                guesses[summary.parent] = suggestion(summary.parent, run.by_id)
            yield hit_at(
                summary.path,
                summary.marks["parent"],
                plan=summary.plan,
                parent=quote(summary.parent),
                guess=guesses.get(summary.parent, NO_GUESS),
            )


GOOD = [
    {
        "county.yaml": """
plan: county
title: C
area: c
parent: province
period: 2021-2025
""",
        "province.yaml": """
plan: province
title: P
area: p
period: 2021-2025
""",
    },
]
BAD = [
    """
plan: county
title: C
area: c
parent: provinse  # <-
period: 2021-2025
""",
]
