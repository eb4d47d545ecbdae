"""Profiles: which rules are on, how much they weigh, and how they are set.

A profile is a YAML file that says only where it departs from the rules themselves. The
three in `rules/profiles/` are a ladder: draft, review, publish, each stricter than the one
before.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final

from auditor import catalogue, document
from auditor.document import Mapping, Node, Scalar
from auditor.errors import AuditorError, UsageError
from auditor.finding import Finding, Severity
from auditor.home import home
from auditor.rule import Option, Rule
from auditor.wording import Lang, Wording, either, filled, quote, say, suggestion

LADDER: Final = ("draft", "review", "publish")
DEFAULT: Final = "review"
OFF: Final = "off"
NEVER: Final = "never"
SEVERITIES: Final = {severity.word: severity for severity in Severity}
_LANGUAGES: Final[tuple[Lang, ...]] = ("en", "zh")
_NUMBER: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,12})?")
_AS_IT_IS: Final[Wording] = {
    "en": "on, as {severity}: the profile {profile} leaves the rule as it is",
    "zh": "已启用，级别 {severity}：配置 {profile} 未作调整",
}
_SET: Final[Wording] = {
    "en": "on, as {severity}: the profile {profile} sets it so",
    "zh": "已启用，级别 {severity}：由配置 {profile} 设定",
}
_OFF: Final[Wording] = {
    "en": "off: the profile {profile} turns it off",
    "zh": "未启用：配置 {profile} 将其关闭",
}
_KEYS: Final = ("about", "fail_on", "severity", "options")


class ProfileError(AuditorError):
    """A profile with mistakes: all of them, each on a line of its own."""

    def __init__(self, mistakes: list[Wording]) -> None:
        english, chinese = (m["en"] for m in mistakes), (m["zh"] for m in mistakes)
        super().__init__({"en": "\n".join(english), "zh": "\n".join(chinese)})
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class Profile:
    """Departures from the rules: severities (None is off) and option values by code."""

    name: str
    about: Wording
    fail_on: Severity | None
    severities: dict[str, Severity | None]
    options: dict[str, dict[str, str | Fraction]]

    def over(self, rules: Iterable[Rule]) -> tuple[Rule, ...]:
        """Return the rules that are on under this profile, as it sets them."""
        return tuple(
            replace(
                rule,
                severity=self.severities.get(rule.code) or rule.severity,
                options={**rule.options, **self.options.get(rule.code, {})},
            )
            for rule in rules
            if self.severities.get(rule.code, rule.severity) is not None
        )

    def says_of(self, rule: Rule) -> Wording:
        """Return whether a rule is on under this profile, and what decides it."""
        if rule.code not in self.severities:
            return filled(_AS_IT_IS, severity=rule.severity.word, profile=self.name)
        severity = self.severities[rule.code]
        if severity is None:
            return filled(_OFF, profile=self.name)
        return filled(_SET, severity=severity.word, profile=self.name)

    def admits(self, findings: Iterable[Finding]) -> bool:
        """Return whether none of the findings reaches the gate, weighed by this profile.

        A profile that sets options would have to see the sheets again; it is not asked.
        """
        weights = {rule.code: rule.severity for rule in catalogue.rules()}
        for finding in findings:
            severity = self.severities.get(finding.code, weights.get(finding.code))
            if severity is not None and self.fail_on is not None and severity >= self.fail_on:
                return False
        return True


@cache
def load(name: str) -> Profile:
    """Return the profile of a name, or that of a file.

    Raises UsageError when there is none, ProfileError with all mistakes of one that has some.
    """
    shipped = home() / "rules" / "profiles" / f"{name}.yaml"
    path = str(shipped) if name in names() else name
    if not os.path.isfile(path):
        known = either(names())
        guess = suggestion(name, names())
        raise UsageError(
            {
                "en": f"there is no profile {quote(name)!r}{guess['en']} (known: {known}, or a file)",
                "zh": f"没有配置“{quote(name)}”{guess['zh']}（可用：{known}，或配置文件路径）",
            }
        )
    return _Reader(path, Path(path).stem).profile()


def names() -> tuple[str, ...]:
    """Return the names of the shipped profiles, from the most lenient to the strictest."""
    return LADDER


def highest(findings: Iterable[Finding]) -> str:
    """Return the name of the strictest shipped profile that admits the findings, if one does."""
    found = tuple(findings)
    met = ""
    for name in LADDER:
        if not load(name).admits(found):
            break
        met = name
    return met


class _Reader:
    """Reads one profile, and gathers all that is wrong with it."""

    def __init__(self, path: str, name: str) -> None:
        self.path = path
        self.name = name
        self.mistakes: list[Wording] = []
        self.read = document.parse(path, Path(path).read_bytes())

    def profile(self) -> Profile:
        for fault in self.read.faults:
            message = catalogue.find(fault.kind).message
            en, zh = (say(message, lang, fault.fields) for lang in _LANGUAGES)
            self.mistake(fault.mark.line, en=en, zh=zh)
        top = self.mapping(self.read.root, "the profile", "配置")
        for key, (scalar, _) in top.items():
            if key not in _KEYS:
                guess = suggestion(key, _KEYS)
                self.mistake(
                    scalar.mark.line,
                    en=f"unknown key {quote(key)!r}{guess['en']} (known: {either(_KEYS)})",
                    zh=f"未知的键“{quote(key)}”{guess['zh']}（可用：{either(_KEYS)}）",
                )
        severities = self.severities(self.child(top, "severity"))
        options = self.options(self.child(top, "options"))
        fail_on = self.fail_on(top)
        about = {
            lang: text
            for lang, (_, node) in self.child(top, "about").items()
            if (text := _text(node))
        }
        if self.mistakes:
            raise ProfileError(self.mistakes)
        name = self.name
        wording: Wording = {"en": about.get("en", name), "zh": about.get("zh", name)}
        return Profile(name, wording, fail_on, severities, options)

    def severities(self, found: dict[str, tuple[Scalar, Node]]) -> dict[str, Severity | None]:
        """Return severities by code; of two selectors the longer one wins."""
        chosen: dict[str, Severity | None] = {}
        for selector in sorted(found, key=len):
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
        try:
            return [rule.code for rule in catalogue.select([selector], [])]
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
            if _NUMBER.fullmatch(text):
                return Fraction(text)
            expected_en, expected_zh = "a number", "数字"
        self.mistake(
            node.mark.line,
            en=f"{code} {name}: expected {expected_en}, read {quote(text)!r}",
            zh=f"{code} {name}：应为 {expected_zh}，实际为“{quote(text)}”",
        )
        return None

    def fail_on(self, top: dict[str, tuple[Scalar, Node]]) -> Severity | None:
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
        return self.mapping(top[key][1], key, key) if key in top else {}

    def mapping(self, node: Node | None, en: str, zh: str) -> dict[str, tuple[Scalar, Node]]:
        if isinstance(node, Mapping):
            return node.entries
        line = node.mark.line if node is not None else 1
        self.mistake(line, en=f"{en}: expected keys and values", zh=f"{zh}：应为键值对")
        return {}

    def mistake(self, line: int, *, en: str, zh: str) -> None:
        where = f"{quote(self.path)}:{line}: "
        self.mistakes.append({"en": where + en, "zh": where + zh})


def _text(node: Node) -> str:
    return node.text if isinstance(node, Scalar) else ""
