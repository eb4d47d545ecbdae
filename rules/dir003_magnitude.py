"""Neighbouring figures of one indicator are not a thousand or ten thousand times apart.

A factor near 10³ or 10⁴ between baseline and target is what a dropped or doubled 万 or 千
leaves behind.
"""

from collections.abc import Iterator

from auditor.compare.periods import based
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.rule import Held, Options, Verdict, hit

CODE = "DIR003"
NAME = "magnitude"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "Neighbouring figures differ by a factor near 10³ or 10⁴",
    "zh": "相邻数字相差约千倍或万倍",
}
WHY = {
    "en": "No indicator grows ten-thousandfold in five years; a 万 is easily dropped.",
    "zh": "五年内不可能增长万倍，多半是漏写或多写了“万”。",
}
MESSAGE = {
    "en": "{target} and {printed} of {year} are about {factor} times apart",
    "zh": "{target} 与 {year} 年的 {printed} 相差约 {factor} 倍",
}
HELP = {
    "en": "check the scale (千, 万, 亿) of both figures and of their headings",
    "zh": "请核对两处数字及表头的数量级（千、万、亿）",
}
FACTORS = (1_000, 10_000)


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for target, base in based(plan):
        factor = _factor(target, base)
        if factor is None:
            yield Held((target, base))
            continue
        yield hit(
            target,
            base,
            target=target.entry.says,
            printed=base.entry.says,
            year=str(base.key.period),
            factor=factor,
        )


def _factor(target: Fact, base: Fact) -> int | None:
    """Return the factor that the yearly target is from the base year, within half and double."""
    years = target.key.period.years if target.key.period and target.key.basis == "cumulative" else 1
    # Both over their common denominator: whole numbers are compared faster than fractions.
    before, after = sorted(
        (
            abs(base.value.numerator) * years * target.value.denominator,
            abs(target.value.numerator) * base.value.denominator,
        )
    )
    if not before or 2 * after < FACTORS[0] * before:
        return None
    return next(
        (factor for factor in FACTORS if factor * before <= 2 * after <= 4 * factor * before), None
    )


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  transfer: {name: 劳动力转移, kind: flow, unit: 人, better: more}
text:
  - {at: 表2, indicator: transfer, role: baseline, time: 2020, says: 9.9万人}
  - {at: 表2, indicator: transfer, role: target, says: 〔60万人〕}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  transfer: {name: 劳动力转移, kind: flow, unit: 人, better: more}
text:
  - {at: 表2, indicator: transfer, role: baseline, time: 2020, says: 9.9人}
  - {at: 表2, indicator: transfer, role: target, says: 〔60万人〕}  # <-
""",
]
