"""The years that a figure prints: when it holds, and from where a change is told."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from auditor.figure.lexer import A_YEAR, normal
from auditor.sheet import Period

_YEAR: Final = rf"(?<![0-9.,])({A_YEAR})(?![.,]?[0-9])"
# Behind the first of these a year is where something starts, and so it is before 起.
_YEARS: Final = re.compile(
    rf"""(?P<from>比|较|由|从|自|from|since)?\s*{_YEAR}(?:\s*[-–—~至到]{{1,2}}\s*{_YEAR})?\s*年\s*
    (?P<start>起|来|以来|以后|后|初)?(?P<of>的)?
    |\b(?:in|by|until|during|by\ the\ end\ of)\s{_YEAR}""",
    re.VERBOSE | re.IGNORECASE,
)
_BASES: Final = re.compile(
    rf"""(?:比|较|由|从|\bfrom)\s*(?:{_YEAR}|[“"「]?(十[一二三四五六]?五)[”"」]?(期?末)?|(上年|上一年|去年|前年))
    |(同比|环比)|{_YEAR}\s*年的""",
    re.VERBOSE | re.IGNORECASE,
)
_ONWARDS: Final = ("起", "来", "以来")
_YEARS_AGO: Final = MappingProxyType({"上年": 1, "上一年": 1, "去年": 1, "同比": 1, "前年": 2})
_LAST_YEARS: Final = MappingProxyType(
    {
        name: str(2005 + 5 * number)
        for number, name in enumerate(("十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五"))
    }
)  # fmt: skip


@lru_cache(maxsize=65536)
def years(text: str, *, multiple: bool = False) -> Period | None:
    """Return the year, or the stretch of years, for which a figure holds by its own words: 到2023年达到80%.

    None where it prints no year, or several. A multiple is of the year before 的: 2015年的3倍.
    """
    found = set()
    for match in _YEARS.finditer(normal(text)):
        _, first, last, _, of, led = match.groups()
        if not (match["from"] or match["start"] or (of and multiple)):
            start = int(first or led)
            found.add(Period(start, int(last or start)))
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=65536)
def since(text: str) -> int | None:
    """Return the year from which on a figure holds by its own words: 2022年起每年5万人."""
    found = {int(match[2]) for match in _YEARS.finditer(normal(text)) if match["start"] in _ONWARDS}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=65536)
def base(text: str, end: int | None, *, multiple: bool = False) -> str:
    """Return from where a change up to the year `end` is told: 2015 of 比2015年增长46%, or nothing."""
    for year, plan, at_end, ago, alone, of in _BASES.findall(normal(text)):
        if year or (of and multiple):
            return str(year or of)
        if plan:
            return _LAST_YEARS[plan] if at_end else str(plan)
        word = ago or alone
        if word:
            back = _YEARS_AGO.get(word)
            return str(word) if back is None or end is None else str(end - back)
    return ""
