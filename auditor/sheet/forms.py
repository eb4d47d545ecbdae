"""How the text of a year, a number or a language is written.

The patterns say the same in Python and in JSON Schema, so that the validator and the schema
that editors read are of one source.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.figure.words.locales import DECIMAL_COMMA, DECIMAL_POINT
from auditor.wording import Wording


class Form(NamedTuple):
    """How a text is written: a pattern, an example, and what it is told to be when it is not."""

    pattern: str
    example: str
    expected: Wording


def _in_any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)


_DIGIT: Final = "[0-9０-９]"
_YEAR: Final = f"([1-9１-９]{_DIGIT}{{3}})"
_TO: Final = r"\s*年?\s*(?:-|–|—|－|~|～|至|到|to)\s*"
_LANGUAGES: Final = "|".join(map(_in_any_case, sorted(DECIMAL_COMMA | DECIMAL_POINT)))

FORMS: Final = MappingProxyType(
    {
        "year": Form(
            rf"^\s*{_YEAR}\s*年?[底末]?\s*$",
            "2025",
            {"en": "a year such as 2025", "zh": "年份，如 2025"},
        ),
        "years": Form(
            rf"^\s*{_YEAR}(?:\s*年?[底末]?\s*|{_TO}{_YEAR}\s*年?\s*)$",
            "2021-2025",
            {"en": "a period such as 2021-2025", "zh": "期间，如 2021-2025"},
        ),
        "date": Form(
            r"^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
            "2022-07-04",
            {"en": "a date such as 2022-07-04", "zh": "日期，如 2022-07-04"},
        ),
        "flag": Form("^(?:true|false)$", "true", {"en": "true or false", "zh": "true 或 false"}),
        "number": Form(
            rf"^{_DIGIT}{{1,12}}(?:\.{_DIGIT}{{1,12}})?$", "5", {"en": "a number", "zh": "数字"}
        ),
        "locale": Form(
            rf"^(?:{_LANGUAGES})(?:[-_][\s\S]*)?$",
            "de",
            {"en": "a language such as de or pt-BR", "zh": "语言代码，如 de 或 pt-BR"},
        ),
    }
)
