"""Where reading stands in a figure's tokens, and the error that says where it stopped."""

from __future__ import annotations

from typing import Final

from auditor.figure.lexer import Tokens
from auditor.figure.numerals import MOST_DIGITS
from auditor.wording import Wording

A_NUMBER: Final[Wording] = {"en": "a number", "zh": "数字"}
THE_END: Final[Wording] = {"en": "the end of the figure", "zh": "数字的结尾"}
NOT_SO_LONG: Final[Wording] = {
    "en": "a figure, not a passage of text",
    "zh": "单个数字，而非一段文字",
}
FEWER_DIGITS: Final[Wording] = {
    "en": f"at most {MOST_DIGITS} digits",
    "zh": f"不超过 {MOST_DIGITS} 位数字",
}
ONE_UNIT: Final[Wording] = {"en": "one unit for both ends", "zh": "区间两端用同一单位"}
CLOSING: Final[Wording] = {"en": "a closing bracket", "zh": "右括号"}


class FigureError(ValueError):
    """A text that is no figure; `position` is where reading stopped, in characters from 0."""

    def __init__(self, text: str, position: int, expected: Wording) -> None:
        super().__init__(
            f"cannot read {text!r} from character {position + 1}: expected {expected['en']}"
        )
        self.text = text
        self.position = position
        self.expected = expected


class Cursor:
    """A place among the tokens of a text; the productions of the grammar move it forward."""

    def __init__(self, text: str, tokens: Tokens, at: int = 0) -> None:
        self.text = text
        self.tokens = tokens
        self.words = tokens.words
        self.at = at

    @property
    def word(self) -> str:
        """Return the token to be read next, empty at the end."""
        return self.words[self.at]

    def ahead(self, steps: int = 1) -> str:
        """Return the token some steps further on, empty beyond the end."""
        at = self.at + steps
        return self.words[at] if at < len(self.words) else ""

    def printed(self, start: int) -> str:
        """Return what is printed from a token up to here."""
        return self.text[self.tokens.starts[start] : self.tokens.ends[self.at - 1]]

    def stop(self, expected: Wording) -> FigureError:
        """Return the error that says what was expected here."""
        return FigureError(self.text, self.tokens.starts[self.at], expected)
