"""Sentences in two languages, and text from outside made safe to print.

Every user-visible sentence is a `Wording`: a mapping with the keys `en` and
`zh`. Placeholders are filled when the language is known, so a finding can be
told in either.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, TypedDict

Lang = Literal["en", "zh"]


class Wording(TypedDict):
    """One sentence or word in English and in Chinese."""

    en: str
    zh: str


Field = str | int | Wording
Fields = Mapping[str, Field]

# Controls, bidirectional overrides, line separators and lone surrogates: what
# could move a terminal's cursor, reorder a line or end it.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_LONGEST_QUOTE = 120


def say(wording: Wording, lang: Lang, fields: Fields) -> str:
    """Return the sentence in `lang` with its placeholders filled."""
    told = {
        name: field if isinstance(field, str | int) else field[lang]
        for name, field in fields.items()
    }
    return wording[lang].format_map(told)


class Both(str):
    """A sentence in both languages, where it is told before the reader's is known."""

    wording: Wording

    def told(self, lang: Lang) -> str:
        """Return the sentence in one language."""
        return self.wording[lang]


def both(*, en: str, zh: str) -> Both:
    """Return a sentence in both languages, one behind the other."""
    found = Both(f"{en} {zh}")
    found.wording = {"en": en, "zh": zh}
    return found


def filled(wording: Wording, **fields: Field) -> Wording:
    """Return the wording with its placeholders filled in both languages."""
    return {"en": say(wording, "en", fields), "zh": say(wording, "zh", fields)}


def visible(text: str) -> str:
    """Return `text` with every character that a terminal would obey made a visible symbol.

    C0 controls become their Unicode control pictures (U+2400 block), everything
    else that is unsafe its code point as `⟨U+202E⟩`.
    """
    return _UNSAFE.sub(_symbol, text)


def quote(text: str) -> str:
    """Return `text` safe and short enough to stand inside a sentence."""
    shown = visible(text)
    return shown if len(shown) <= _LONGEST_QUOTE else shown[: _LONGEST_QUOTE - 1] + "…"


def either(words: Iterable[str]) -> str:
    """Return the words as one comma-separated list."""
    return ", ".join(words)


def listed(texts: Sequence[str]) -> Wording:
    """Return the texts as one list, joined as each language joins them."""
    return {"en": ", ".join(texts), "zh": "、".join(texts)}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was probably meant to be, if there is one."""
    close = difflib.get_close_matches(word[:_LONGEST_QUOTE], list(known), n=1, cutoff=0.6)
    return close[0] if close else None


NO_GUESS: Final[Wording] = {"en": "", "zh": ""}
# A guess looks through all that is known; beyond so many on one page nobody reads them.
MOST_GUESSES: Final = 50


def suggestion(word: str, known: Iterable[str]) -> Wording:
    """Return “did you mean …?” for a misspelt word, or an empty wording."""
    guess = nearest(word, known)
    if guess is None:
        return NO_GUESS
    return {"en": f"; did you mean {quote(guess)!r}?", "zh": f"；是否应为“{quote(guess)}”？"}


def _symbol(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"
