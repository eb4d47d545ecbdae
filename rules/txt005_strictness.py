"""Bounds that differ only in whether the number itself is allowed are worth a remark.

以内 and 以下 include the number (Civil Code of the PRC, article 1259), 低于 and < do not.
"""

from collections.abc import Iterator

from auditor.compare.restate import Agreement, objection, restatements
from auditor.facts import Plan
from auditor.finding import Severity
from auditor.rule import Options, Verdict

CODE = "TXT005"
NAME = "strictness"
SEVERITY = Severity.NOTE
TITLE = {"en": "Two statements differ in strictness only", "zh": "界限是否含本数，两处不一"}
WHY = {
    "en": "Whether the number itself still meets the target should not depend on the page.",
    "zh": "恰好等于该数是否算达标，不应因所在位置而异。",
}
MESSAGE = {
    "en": "{place} prints {printed}, {other_place} prints {other}: only one of them admits the number itself",
    "zh": "{place}为 {printed}，{other_place}为 {other}，仅一处包含本数",
}
HELP = {"en": "print the same bound at both places", "zh": "请统一两处的界限表述"}
WRONG = {
    "en": "When results hardly ever equal the bound, as a rate published with two decimals.",
    "zh": "实际数公布到两位小数、几乎不会恰好等于界限的，含不含本数并无实际影响。",
}
REFERENCES = ("民法典第一千二百五十九条",)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for restatement in restatements(plan):
        if restatement.agreement is Agreement.STRICTNESS:
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
      - {row: 1, indicator: jobless, unit: "%", cells: [<6%]}
text:
  - {at: 二1, indicator: jobless, role: target, says: 6%以内}  # <-
""",
]
