"""Reading a profile or the rule settings of a configuration: all that is wrong is told at once."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection
from fractions import Fraction
from typing import Final

from auditor import catalogue
from auditor.document import Document, Mapping, Node, Scalar
from auditor.errors import AuditorError, UsageError
from auditor.finding import Severity
from auditor.phrases import shown
from auditor.profile.departures import NEVER, OFF, SEVERITIES, Profile
from auditor.rule import Option
from auditor.wording import Lang, Wording, either, quote, say, suggestion

_LANGUAGES: Final[tuple[Lang, ...]] = ("en", "zh")
_NUMBER: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")
_KEYS: Final = ("about", "fail_on", "severity", "options")


class MistakesError(AuditorError):
    """A profile or configuration with mistakes: all of them, each on a line of its own."""

    def __init__(self, mistakes: list[Wording]) -> None:
        english, chinese = (m["en"] for m in mistakes), (m["zh"] for m in mistakes)
        super().__init__({"en": "\n".join(english), "zh": "\n".join(chinese)})
        self.mistakes = mistakes


class Reader:
    """Reads the keys of one profile or configuration, and gathers all that is wrong with them."""

    def __init__(self, read: Document) -> None:
        self.path = read.path
        self.mistakes: list[Wording] = []
        self._lines: list[int] = []
        for fault in read.faults:
            message = catalogue.find(fault.kind).message
            en, zh = (say(message, lang, fault.fields) for lang in _LANGUAGES)
            self.mistake(fault.mark.line, en=en, zh=zh)
        self.top = self.mapping(read.root, "the profile", "配置") if read.root else {}

    def known(self, keys: Collection[str]) -> None:
        """Take down the keys that are none of these."""
        self.known_in(self.top, keys, "", "")

    def known_in(
        self, found: dict[str, tuple[Scalar, Node]], keys: Collection[str], en: str, zh: str
    ) -> None:
        """Take down the keys of a mapping, introduced in each language, that are none of these."""
        for key, (scalar, _) in found.items():
            if key not in keys:
                guess = suggestion(key, keys)
                self.mistake(
                    scalar.mark.line,
                    en=f"{en}unknown key {quote(key)!r}{guess['en']} (known: {either(keys)})",
                    zh=f"{zh}未知的键“{quote(key)}”{guess['zh']}（可用：{either(keys)}）",
                )

    def about(self, found: dict[str, tuple[Scalar, Node]]) -> dict[str, str]:
        """Return what a profile says of itself, by language."""
        self.known_in(found, _LANGUAGES, "about: ", "about：")
        for lang, (_, node) in found.items():
            if lang in _LANGUAGES and not isinstance(node, Scalar):
                told = f"about {lang}"
                self.mistake(node.mark.line, en=f"{told}: expected text", zh=f"{told}：应为文本")
        return {lang: _text(node) for lang, (_, node) in found.items() if _text(node)}

    def profile(self, name: str) -> Profile:
        """Return the profile that the file states. Raises MistakesError for all that is wrong."""
        self.known(_KEYS)
        top = self.top
        severities = self.severities(self.child(top, "severity"))
        options = self.options(self.child(top, "options"))
        fail_on = self.fail_on(top)
        about = self.about(self.child(top, "about"))
        if self.mistakes:
            raise MistakesError(self.mistakes)
        wording: Wording = {"en": about.get("en", name), "zh": about.get("zh", name)}
        return Profile(name, wording, fail_on, severities, options)

    def severities(self, found: dict[str, tuple[Scalar, Node]]) -> dict[str, Severity | None]:
        """Return severities by code; of two selectors the longer one wins, as on the command line."""
        chosen: dict[str, Severity | None] = {}
        for selector in sorted(found, key=_closeness):
            scalar, node = found[selector]
            word = _text(node)
            if word not in (*SEVERITIES, OFF):
                allowed = either((*SEVERITIES, OFF))
                self.mistake(
                    node.mark.line,
                    en=f"{quote(selector)}: expected one of {allowed}, read {quote(word)!r}",
                    zh=f"{quote(selector)}：应为 {allowed} 之一，实际为“{quote(word)}”",
                )
                continue
            for code in self.codes(selector, scalar):
                chosen[code] = SEVERITIES.get(word)
        return chosen

    def codes(self, selector: str, scalar: Scalar) -> list[str]:
        """Return the codes that a selector stands for, none and a mistake when it matches no rule."""
        try:
            return [rule.code for rule in catalogue.select([selector], [], preview=True)]
        except UsageError as error:
            self.mistake(scalar.mark.line, **error.wording)
            return []

    def options(
        self, found: dict[str, tuple[Scalar, Node]]
    ) -> dict[str, dict[str, str | Fraction]]:
        """Return option values by code and name."""
        chosen: dict[str, dict[str, str | Fraction]] = {}
        for selector, (scalar, node) in found.items():
            for code in self.codes(selector, scalar):
                knobs = catalogue.find(code).knobs
                for name, (key, value) in self.mapping(node, selector, selector).items():
                    option = knobs.get(name)
                    if option is None:
                        guess = suggestion(name, knobs)
                        known = either(knobs) or "—"
                        self.mistake(
                            key.mark.line,
                            en=f"{code} has no option {quote(name)!r}{guess['en']} (known: {known})",
                            zh=f"{code} 没有选项“{quote(name)}”{guess['zh']}（可用：{known}）",
                        )
                        continue
                    setting = self.setting(code, name, option, value)
                    if setting is not None:
                        chosen.setdefault(code, {})[name] = setting
        return chosen

    def setting(self, code: str, name: str, option: Option, node: Node) -> str | Fraction | None:
        """Return the value of an option, None and a mistake when it may not have it."""
        text = _text(node)
        if option.choices:
            if text in option.choices:
                return text
            expected_en = expected_zh = either(option.choices)
        else:
            number = Fraction(text) if _NUMBER.fullmatch(text) else None
            if number is not None and number >= option.least:
                return number
            expected_en, expected_zh = "a number", "数字"
            if number is not None:
                least = shown(option.least)
                expected_en, expected_zh = f"at least {least}", f"不小于 {least} 的数字"
        self.mistake(
            node.mark.line,
            en=f"{code} {name}: expected {expected_en}, read {quote(text)!r}",
            zh=f"{code} {name}：应为 {expected_zh}，实际为“{quote(text)}”",
        )
        return None

    def fail_on(self, top: dict[str, tuple[Scalar, Node]]) -> Severity | None:
        """Return the gate: error unless the profile says otherwise, None when it is never."""
        if "fail_on" not in top:
            return Severity.ERROR
        node = top["fail_on"][1]
        word = _text(node)
        if word not in (*SEVERITIES, NEVER):
            allowed = either((*SEVERITIES, NEVER))
            self.mistake(
                node.mark.line,
                en=f"fail_on: expected one of {allowed}, read {quote(word)!r}",
                zh=f"fail_on：应为 {allowed} 之一，实际为“{quote(word)}”",
            )
        return SEVERITIES.get(word)

    def child(
        self, top: dict[str, tuple[Scalar, Node]], key: str
    ) -> dict[str, tuple[Scalar, Node]]:
        """Return the keys and values below a key, none when it is not there."""
        return self.mapping(top[key][1], key, key) if key in top else {}

    def mapping(self, node: Node | None, en: str, zh: str) -> dict[str, tuple[Scalar, Node]]:
        """Return the keys and values of a node, none and a mistake when it has none."""
        if isinstance(node, Mapping):
            return node.entries
        line = node.mark.line if node is not None else 1
        self.mistake(line, en=f"{en}: expected keys and values", zh=f"{zh}：应为键值对")
        return {}

    def mistake(self, line: int, *, en: str, zh: str) -> None:
        """Take down what is wrong with a line, behind what is wrong with those above it."""
        where = f"{quote(self.path)}:{line}: "
        at = bisect(self._lines, line)
        self._lines.insert(at, line)
        self.mistakes.insert(at, {"en": where + en, "zh": where + zh})


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _closeness(selector: str) -> tuple[bool, int]:
    """Return how close a selector is to a single rule: a code or name most, ALL least."""
    exact = any(rule.called(selector) for rule in catalogue.rules())
    return exact, 0 if selector.upper() == "ALL" else len(selector)
