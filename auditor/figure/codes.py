"""What begins with a digit in running text and is no figure: dates, numbering, codes, telephones."""

from __future__ import annotations

import re
from typing import Final

from auditor.figure import surroundings
from auditor.figure.lexer import A_YEAR, tokens
from auditor.figure.surroundings import LEFT, either
from auditor.figure.words import context, numbers, units

_SPAN: Final = "[ ]*[-–—~至到、和及]{1,2}[ ]*"
_MONTH: Final = "(?:1[0-2]|0?[1-9])(?![0-9])"
_CLOCK: Final = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
_POWER: Final = "10[ ]*[\\^⁻⁰¹²³⁴⁵⁶⁷⁸⁹]"
_DATE_OR_CODE: Final = re.compile(
    rf"""
      {A_YEAR}[ ]*(?:[-/.][ ]*[0-9]{{1,2}}[ ]*[-/.]|年[ ]*[0-9]{{1,2}}[ ]*月)[ ]*[0-9]{{1,2}}日?  # 2022-04-13, 2022年7月4日
    | [0-9]{{1,2}}/[0-9]{{1,2}}/{A_YEAR}(?![0-9])              # 13/04/2022
    | {A_YEAR}[ ]*年[ ]*[0-9]{{1,2}}[ ]*月                    # 2020年9月
    | {A_YEAR}/(?:{A_YEAR}|[0-9]{{2}})(?![0-9])(?:年度?)?        # 2022/23
    | [0-9]{{1,3}}/{A_YEAR}(?![0-9]|[.,][0-9])                 # Law 12/2019
    | {A_YEAR}(?:[ ]*年)?[ ]*[-–—~至到]{{1,2}}[ ]*(?:{A_YEAR}|[0-9]{{2}}(?![0-9]|[.,][0-9]))(?:[ ]*年|(?![ ]*[%0-9万亿\u4e00-\u9fff]))  # 2021—2025年
    | {A_YEAR}[ ]*年                                         # 2025年
    | {A_YEAR}(?:[ ]*:(?=[ ]*[0-9])|[ ]+[-–—](?=[ ]+[0-9]))(?![ ]*{A_YEAR}(?![0-9])) | {A_YEAR}s\b                  # 2024: 10.5, the 1990s
    | [5-9][0-9][ ]*[-–—~至][ ]*[5-9][0-9]年 | [0-9]{{2}}年代  # 96-98年, 90年代
    | (?:{_MONTH}(?:[ ]*月)?{_SPAN}){{1,11}}{_MONTH}[ ]*月(?!龄)(?:份|[0-9]{{1,2}}日|底|末|初)?  # 1—9月
    | [0-9]{{1,2}}月(?:[0-9]{{1,2}}日|底|末|初|份)? | [0-9]{{1,2}}日(?!元|均)  # 9月1日
    | (?:[1-4]{_SPAN})?[1-4][ ]*季度                        # 1-3季度
    | (?:[0-9]{{1,2}}{_SPAN})?[0-9]{{1,2}}[ ]*年级           # 1—6年级
    | [0-9]{{1,2}}[点时](?:[0-9]{{1,2}}分(?![之钟])|半|整)   # 8点30分
    | 24/7(?![0-9]) | 7[ ]*[×xX*][ ]*24(?![0-9])(?:[ ]*小时)?                 # 7×24小时
    | [0-9]+(?:\.[0-9]+)?(?:[ ]*[×xX][ ]*|\*)(?!{_POWER})(?=[0-9])  # 2×66万千瓦
    | [0-9]+(?:\.[0-9]+){{2,}}                             # 1.2.3, 192.168.0.1
    | [0-9]{{3,4}}-[0-9]{{7,8}} | [48]00-[0-9]{{3,4}}-[0-9]{{3,4}} | 1[3-9][0-9]{{9}}(?![0-9])  # telephones
    | 0[0-9]+(?![0-9.,%])                                  # 007
    | (?:[0-9]{{1,3}}{_SPAN}){{0,5}}[0-9]+[ ]*号                                          # 11号
    | [0-9]{{1,2}}(?:st|nd|rd|th)?[ ]+(?i:{either(context.MONTHS)})\b  # 12 May
    """,
    re.VERBOSE,
)
# 16:11:34, which behind 比 is a ratio: 师生比达到1:15.
_TIME: Final = re.compile(rf"{_CLOCK}(?:[-–—~至到]{_CLOCK})?(?![0-9:.])")
_OF_A_RATIO: Final = re.compile(
    r"比(?:例|值)?[为是达到至约在的保持控制不低高于超过少大小提升优化调整降缩]{0,8}$"
)
# Numbers that count the lines of a list or a table, the points of an argument, documents.
_OF_A_LIST: Final = re.compile(
    r"[0-9]{1,3}(?:\s*[.、)](?![0-9])|(?:\.[0-9]{1,2})*\s*[|\t]|(?:\.[0-9]{1,2})+\s+(?=[A-Z]))"
)
_OF_A_SENTENCE: Final = re.compile(r"[0-9]{1,2}[.、](?=[ ]?[A-Z\u4e00-\u9fff])")
_BRACKETED: Final = re.compile(
    r"(?<=\()[0-9]{1,2}\)|(?<=[〔\[(])[0-9]{4}[〕\])]\s*第?[0-9]+\s*号"  # (3), 〔2021〕14号
)
# Standards: GB/T 36733-2018, and without their year where their body is known: ISO 9001.
_OF_A_BODY: Final = re.compile(r"(?<![A-Za-z])[A-Z]{2,}[0-9]{0,4}(?:/[A-Z]{1,2})?[ ]*$")
_DATED: Final = re.compile(rf"[0-9]+(?:\.[0-9]+)*[ ]*[-–—:]{{1,2}}[ ]*{A_YEAR}(?![0-9]|[.,][0-9])")
_OF_A_KNOWN_BODY: Final = re.compile(
    rf"(?<![A-Za-z])(?:{either(context.STANDARDS)})(?:/[A-Z]{{1,3}})?[ ]*$"
)
_NUMBERED: Final = re.compile(r"[0-9]+(?:[-.:][0-9]+)*")
# What makes a number a year in English: in 2015 to 60%, between 2015 and 2020.
_LEADS_A_YEAR: Final = re.compile(
    r"(?i:\b(?:in|since|until|till|during|before|after|fy|mid|early|late)[ -]*$)"
)
_YEARS: Final = re.compile(rf"{A_YEAR}[ ]+(?:and|to|through|until)[ ]+{A_YEAR}(?![0-9]|[.,][0-9])")
_YEAR: Final = re.compile(rf"{A_YEAR}(?![0-9]|[.,/:][0-9])")
# Ages: the over 50s.
_AGES: Final = re.compile(r"[0-9]{1,3}s\b")
_LEADS_AGES: Final = re.compile(r"(?i:\b(?:over|under|above|below)[ -]$)")
# Capitals that a figure may stand behind without a space: GDP3.5万亿元.
_NAMED: Final = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{2,}|[A-Z]&[A-Z])$")


def after_what_is_no_figure(plain: str, begin: int, end: int) -> int:
    """Return where what holds the digits from `begin` to `end` ends, if it is no figure, else 0."""
    previous = plain[begin - 1 : begin]
    if in_a_word(plain, begin) and not behind_a_name(plain, begin):
        return end  # COVID19
    joined = previous in (".", "+", "-", "–") and plain[begin - 2 : begin - 1].isalnum()
    if joined and not surroundings.negative(plain, begin):
        return end
    before = plain[max(0, begin - LEFT) : begin]
    line = max(plain.rfind("\n", 0, begin), begin - LEFT) + 1
    listed = None
    if not plain[line:begin].strip(" \t#*>") and plain[line - 1 : line] in ("", "\n"):
        listed = _OF_A_LIST.match(plain, begin)
    elif before.rstrip(" ")[-1:] in context.SENTENCE_ENDS:
        listed = _OF_A_SENTENCE.match(plain, begin)
    coded = (
        listed
        or _BRACKETED.match(plain, begin)
        or _DATE_OR_CODE.match(plain, begin)
        or _time(plain, begin, before)
    )
    return coded.end() if coded else _after_a_code(plain, begin, before)


def _time(plain: str, begin: int, before: str) -> re.Match[str] | None:
    return None if _OF_A_RATIO.search(before) else _TIME.match(plain, begin)


def _after_a_code(plain: str, begin: int, before: str) -> int:
    """Return where a standard, a year of an English sentence or an age ends, or 0."""
    patterns = []
    name_ends = begin - (len(before) - len(before.rstrip(" ")))
    if _OF_A_BODY.search(before) and not surroundings.lead_before(plain, name_ends):
        patterns.append(_DATED)
    if _OF_A_KNOWN_BODY.search(before):
        patterns.append(_NUMBERED)
    patterns.append(_YEARS)
    if _LEADS_A_YEAR.search(before):
        patterns.append(_YEAR)
    for pattern in patterns:
        coded = pattern.match(plain, begin)
        if coded and not counts(plain, coded.end()):
            return coded.end()
    ages = _AGES.match(plain, begin) if _LEADS_AGES.search(before) else None
    return ages.end() if ages else 0


def counts(plain: str, at: int) -> bool:
    """Return whether a place or a unit stands behind a number that ends here."""
    word = tokens(plain[at : at + LEFT]).words[0]
    return word in numbers.SCALES or units.UNITS.get(word, "year") != "year"


def in_a_word(plain: str, begin: int) -> bool:
    """Return whether digits go on a Latin word that leads to no figure: COVID19, GDP3.5."""
    previous = plain[begin - 1 : begin]
    latin = previous.isascii() and (previous.isalpha() or previous == "_")
    return latin and not surroundings.lead_before(plain, begin)


def behind_a_name(plain: str, begin: int) -> bool:
    """Return whether what digits go on is a name in capitals, as GDP, and none such as PM."""
    name = _NAMED.search(plain[max(0, begin - LEFT) : begin])
    return name is not None and name.group() not in context.SUBSTANCES
