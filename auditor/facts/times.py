"""When a figure holds and on what basis, as far as the document states it.

A level holds at the end of its time. A flow, and a change, is for each year, for a mean of years
or for all of them.
"""

from __future__ import annotations

import re
from typing import Final

from auditor.facts import printed
from auditor.figure import Figure
from auditor.figure.words.framing import CUMULATIVE_MARKS
from auditor.sheet import Entry, Period, Sheet

_OF_FIVE_YEARS: Final = re.compile("(?<![0-9十])[5五]年")


def yearly_tables(sheet: Sheet) -> frozenset[str]:
    """Return the tables that print targets for more than one year: there each is its year's own."""
    years: dict[str, set[Period]] = {}
    for entry in sheet.entries:
        if entry.table and entry.role == "target" and entry.period and entry.period.years == 1:
            years.setdefault(entry.table, set()).add(entry.period)
    return frozenset(table for table, found in years.items() if len(found) > 1)


def time(
    entry: Entry, figure: Figure, kind: str, plan: Period | None, *, yearly: bool, moves: bool
) -> tuple[Period | None, str]:
    """Return the period and the basis of an entry; no period where sheet and print contradict.

    `yearly` tells whether its table is one of `yearly_tables`, `moves` whether it is a change.
    """
    basis = _basis(entry, figure, kind, moves=moves)
    target = entry.role == "target"
    stated = entry.period
    own = printed.years(entry.says, multiple=figure.unit == "fold") if kind else None
    if figure.year:  # 2150（2019年）: it is the figure's own, whatever the column says
        own = stated = Period(figure.year, figure.year)
    if stated is None:
        stated = own
    elif own is not None and not _agree(stated, own):
        return None, basis
    whole = stated or (plan if target else None)
    first = printed.since(entry.says) if basis and (kind == "flow" or moves) else None
    if first and whole and first <= whole.end:
        stated = Period(first, whole.end)
    period = stated
    if period is None and plan is not None:
        period = plan if target else _year_before(plan) if entry.role == "baseline" else None
    if period is None or not kind:
        return period, basis
    if kind != "flow":
        of_its_own = moves and period.years > 1 and (plan is None or period.start != plan.start)
        return (Period(period.end, period.end) if target and not of_its_own else period), basis
    if target:
        return _target(period, basis, plan, figure, stated=stated, yearly=yearly)
    return _result(period, basis, plan, widened=stated is None or _is_of_years(entry, figure))


def base(entry: Entry, figure: Figure, period: Period | None, plan: Period | None) -> str:
    """Return from where a change is told, empty where it could be told from nowhere else.

    That is from the year before its period, where the sheet says more than its end, or from year
    to year where it is for each year.
    """
    end = period.end if period else None
    found = printed.base(entry.says, end, multiple=figure.unit == "fold")
    each_year = "annual" in (entry.basis, figure.basis)
    stated = entry.period if entry.period and entry.period.years > 1 else None
    whole = stated or (plan if entry.role == "target" else None)
    start = end if each_year else whole.start if whole else None
    return "" if start and found == str(start - 1) else found


def _basis(entry: Entry, figure: Figure, kind: str, *, moves: bool) -> str:
    basis = entry.basis or figure.basis
    if basis == "none":
        return ""
    if kind in ("", "flow") or moves:
        return basis
    if entry.basis == "cumulative" or CUMULATIVE_MARKS.intersection(figure.mark):
        return "cumulative"
    return basis if basis == "average" else ""


def _agree(stated: Period, own: Period) -> bool:
    several = stated.years > 1 and own.years > 1
    return stated.end == own.end and not (several and stated.start != own.start)


def _target(
    period: Period, basis: str, plan: Period | None, figure: Figure, *, stated: Period | None, yearly: bool
) -> tuple[Period, str]:  # fmt: skip
    several = period.years > 1
    if not basis:
        if several and stated is not None:
            return period, "cumulative"
        if not several and (yearly or (plan is not None and period.end != plan.end)):
            return period, "annual"
        return plan or period, ""
    if several or plan is None or (basis == "annual" and not figure.basis):
        return period, basis
    return Period(min(plan.start, period.end), period.end), basis


def _result(
    period: Period, basis: str, plan: Period | None, *, widened: bool
) -> tuple[Period, str]:
    if not basis:
        return period, "annual" if period.years == 1 else "cumulative"
    if period.years > 1 or plan is None or basis == "annual" or not widened:
        return period, basis
    if plan.start < period.end <= plan.end:
        return Period(plan.start, period.end), basis
    return Period(period.end - plan.years + 1, period.end), basis


def _is_of_years(entry: Entry, figure: Figure) -> bool:
    """Return whether a figure of one year says that it is for several: 累计 alone may be of the one."""
    return (
        figure.basis != "cumulative"
        or entry.basis not in ("", "none")
        or bool(CUMULATIVE_MARKS.intersection(figure.mark))
        or _OF_FIVE_YEARS.search(figure.printed) is not None
    )


def _year_before(period: Period) -> Period:
    return Period(period.start - 1, period.start - 1)
