"""Neighbouring figures of one indicator are not ten, a hundred or ten thousand times apart.

A factor near a power of ten between baseline and target is what a dropped zero, a dropped or
a doubled 万 or 千 leaves behind.
"""

from collections.abc import Iterator
from fractions import Fraction

from auditor.compare.heads import kept_apart
from auditor.compare.periods import based
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Held, Options, Verdict, hit, undecided

CODE = "DIR003"
NAME = "magnitude"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "Neighbouring figures differ by a power of ten",
    "zh": "相邻数字相差十的整数次方倍",
}
WHY = {
    "en": "Few indicators grow by a round power of ten; a 千, a 万 or a zero is easily dropped.",
    "zh": "数字相差恰为十、百、千、万倍的，多半是漏写或多写了“千”“万”或一个零。",
}
MESSAGE = {
    "en": "{target} and {printed} of {year} are about {factor} times apart",
    "zh": "{target} 与 {year} 年的 {printed} 相差约 {factor} 倍",
}
HELP = {
    "en": "check the scale (千, 万, 亿) of both figures and of their headings",
    "zh": "请核对两处数字及表头的数量级（千、万、亿）",
}
WRONG = {
    "en": "When the base is that of a pilot, and the plan takes it to the whole area.",
    "zh": "基数仅为试点数、规划期内全面推开的，确有可能相差十倍乃至上千倍，不算误写。",
}
# A factor of a thousand or more is told from half of it to double; ten and a hundred, which
# may be meant, only from nearby and between numbers of three digits and more.
WIDE, NEAR = (Fraction(1, 2), Fraction(2)), (Fraction(4, 5), Fraction(5, 4))
FACTORS = ((10, NEAR), (100, NEAR), (1_000, WIDE), (10_000, WIDE), (10**8, WIDE))
LEAST = 100


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    for target, base in based(plan):
        if reason := kept_apart(target, base):
            yield undecided(target, reason)
            continue
        factor = _factor(target, base)
        if factor is None:
            yield Held((target, base))
            continue
        yield hit(
            target,
            base,
            target=cited(target),
            printed=cited(base),
            year=str(base.key.period),
            factor=factor,
        )


def _factor(target: Fact, base: Fact) -> int | None:
    """Return the factor that the yearly target is from the base year, if it is a suspicious one."""
    years = target.key.period.years if target.key.period and target.key.basis == "cumulative" else 1
    # Both over their common denominator: whole numbers are compared faster than fractions.
    before, after = sorted(
        (
            abs(base.value.numerator) * years * target.value.denominator,
            abs(target.value.numerator) * base.value.denominator,
        )
    )
    if not before or after < 8 * before:
        return None
    least = LEAST * years * target.value.denominator * base.value.denominator
    return next(
        (
            factor
            for factor, (low, high) in FACTORS
            if low * factor * before <= after <= high * factor * before
            and (factor >= 1_000 or before >= least)
        ),
        None,
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
