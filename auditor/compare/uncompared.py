"""Figures that could not be compared with other statements of what they are about, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from auditor.facts import Fact, Key, Plan, once
from auditor.figure import find
from auditor.rule import Undecided, undecided
from auditor.sheet import Period
from auditor.wording import Wording

_LEVELS: Final = frozenset(("stock", "rate"))


@once
def left_out(plan: Plan) -> tuple[Undecided, ...]:
    """Return the figures that could not be compared with other statements, and why."""
    return tuple(undecided(fact, reason) for fact, reason in _left_out(plan))


def _left_out(plan: Plan) -> Iterator[tuple[Fact, Wording]]:
    for fact in plan.facts:
        if fact.key.indicator and fact.figure.numeric and fact.key.period is None:
            yield fact, _NO_TIME if fact.entry.period is None else _TWO_TIMES
    yield from ((fact, _FROM) for fact in plan.facts if _rises_from(plan, fact))
    yield from ((fact, _NO_UNIT) for fact in plan.facts if fact.figure.kind == "unmeasured")
    stated = _by_subject(plan)
    for beside in stated.values():
        for key in beside if len(beside) > 1 else ():
            reason = _reason(plan, key, beside)
            if reason is not None:
                yield from ((fact, reason) for fact in plan.quantities[key])
    for fact in plan.facts:
        without = fact.figure.kind in ("words", "ratio") and fact.key.period is not None
        if not without or not fact.key.indicator:
            continue
        if any(not key.change for key in stated.get(_subject(fact.key), ())):
            yield fact, _NO_AMOUNT


def _rises_from(plan: Plan, fact: Fact) -> bool:
    """Return whether a level is printed with another that it starts from: 由62%提高到95%."""
    says, figure = fact.entry.says, fact.figure
    if not fact.key.indicator or figure.kind != "number" or figure.moved_by:
        return False
    led = any(word in says.lower() for word in _LEADING)
    return led and len([*islice(find(says, decimal_comma=plan.sheet.decimal_comma), 2)]) > 1


def _by_subject(plan: Plan) -> Mapping[Key, list[Key]]:
    found: dict[Key, list[Key]] = {}
    for key in plan.quantities:
        found.setdefault(_subject(key), []).append(key)
    return found


def _subject(key: Key) -> Key:
    """Return what a quantity is about and at the end of which time, whatever is said beyond that."""
    end = None if key.period is None else Period(key.period.end, key.period.end)
    return key._replace(period=end, basis="", change="", terms="", base="")


def _reason(plan: Plan, key: Key, beside: list[Key]) -> Wording | None:
    """Return why a quantity is not compared with others that it may be one with, None if it may not."""
    told = key.change, key.terms
    others = [other for other in beside if other != key and (other.change, other.terms) == told]
    level = not key.change and plan.kind(plan.quantities[key][0]) in _LEVELS
    if level:
        if key.basis == "cumulative":
            return _LEVEL if others else None
        others = [o for o in others if o.basis != "cumulative" and o.period == key.period]
    based = any(other.base and other.basis == key.basis for other in others)
    if based and not key.base:
        return _NO_BASE
    if not key.basis and any(other.basis for other in others):
        return _NO_BASIS
    of_one_year = key.period is not None and key.period.years == 1
    if of_one_year and key.basis == "cumulative" and not level and key.role == "actual":
        return _OF_ONE_YEAR if any(other.basis in _MAY_BE for other in others) else None
    return None


_MAY_BE: Final = ("cumulative", "annual")
_LEADING: Final = ("由", "从", "自", "from ")
_FROM: Final[Wording] = {
    "en": "the level that it starts from is printed with it, and not compared",
    "zh": "同处所印的起始数未作比对",
}
_NO_TIME: Final[Wording] = {
    "en": "the sheet says neither time nor period, so it is compared with nothing",
    "zh": "表单未注明年份或期间，未与其他表述比对",
}
_TWO_TIMES: Final[Wording] = {
    "en": "it prints another year than the sheet says, so it is compared with nothing",
    "zh": "所印年份与表单所注不同，未与其他表述比对",
}
_NO_UNIT: Final[Wording] = {
    "en": "its unit is not known, so it is compared with nothing",
    "zh": "计量单位不可识别，未与其他表述比对",
}
_NO_BASIS: Final[Wording] = {
    "en": "it does not say whether it is yearly or cumulative, other statements do",
    "zh": "未说明是年度数还是累计数，而其他表述已说明，未作比对",
}
_NO_BASE: Final[Wording] = {
    "en": "it does not say from which year it is a change, other statements do",
    "zh": "未说明以哪一年为基数，而其他表述已说明，未作比对",
}
_OF_ONE_YEAR: Final[Wording] = {
    "en": "it may be of its one year or of several years, so it is not compared with other totals",
    "zh": "“累计”可指当年，也可指历年，未与其他合计数比对",
}
_LEVEL: Final[Wording] = {
    "en": "a level is never cumulative, so it is not compared as one",
    "zh": "存量和比率不存在累计数，未作为水平数比对",
}
_NO_AMOUNT: Final[Wording] = {
    "en": "it states no amount, other statements do",
    "zh": "未表示数量，而其他表述为数量，未作比对",
}
