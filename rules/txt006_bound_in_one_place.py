"""A bound that is printed at one place and left out at another is worth a remark.

A target is read in its indicator's good direction, so 〔9000〕 and 9000以上 agree; whether
9000 is a floor or a figure to hit should still be said alike.
"""

from collections.abc import Iterator

from auditor.compare.restate import Agreement, objection, restatements
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict

CODE = "TXT006"
NAME = "bound-in-one-place"
SEVERITY = Severity.NOTE
TITLE = {"en": "A bound is printed at one place only", "zh": "界限表述仅见于一处"}
WHY = {
    "en": "A floor lets more be done, a bare number does not say so; the two read differently.",
    "zh": "“以上”允许超额，单写数字则未言明，两种写法含义有别。",
}
MESSAGE = {
    "en": "{place} prints {printed}, {other_place} prints {other}: only one of them is a bound",
    "zh": "{place}为 {printed}，{other_place}为 {other}，仅一处带有界限",
}
HELP = {
    "en": "print the bound at both places, or at neither",
    "zh": "请统一两处是否带“以上”“以内”等字样",
}
WRONG = {
    "en": (
        "When the table's heading or a note already says that all its figures are floors "
        "or ceilings."
    ),
    "zh": "表头或表注已统一说明“以上”或“以内”的，表内数字不必逐一重复。",
}


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for restatement in restatements(plan):
        # Of a result, 超过130万 beside 133.7万 only says less.
        result = restatement.reference.key.role == "actual"
        if restatement.agreement is Agreement.FORM and not result:
            yield objection(restatement)


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
text:
  - {at: 二1, indicator: jobless, role: target, says: 5.5%以内}
  - {at: 三1, indicator: jobless, role: target, says: ≤5.5%}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobless: {name: 调查失业率, kind: rate, unit: "%", better: less}
tables:
  表1:
    columns:
      - {head: 2025年, role: target, time: 2025}
    rows:
      - {row: 1, indicator: jobless, unit: "%", cells: [6%]}
text:
  - {at: 二1, indicator: jobless, role: target, says: 6%以内}  # <-
""",
]
