"""The rule catalogue: every module in `rules/`, loaded by path and checked for its shape."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

from auditor.errors import RuleError, UsageError
from auditor.finding import Severity
from auditor.home import home
from auditor.rule import Rule
from auditor.wording import Wording, either, filled, nearest, quote

_FILE = re.compile(r"^[a-z]{3}\d{3}_[a-z0-9_]+\.py$")
_CONSTANTS = (
    "CODE", "NAME", "SEVERITY", "TITLE", "WHY", "MESSAGE", "WRONG", "GOOD", "BAD", "check",
)  # fmt: skip
_BOTH = {"en", "zh"}
_SCOPES = ("plan", "run", "suppressions")
# The weight of a selector that is a code or a name, beyond that of any prefix.
_EXACT: Final = 1000
_NO_MODULE: Final[Wording] = {"en": "cannot be loaded", "zh": "无法载入"}
_FAILS: Final[Wording] = {"en": "cannot be loaded: {error}", "zh": "无法载入：{error}"}
_LACKS: Final[Wording] = {"en": "lacks {names}", "zh": "缺少 {names}"}
_MISNAMED: Final[Wording] = {
    "en": "should be called {name}.py after its CODE and NAME",
    "zh": "文件名应与 CODE、NAME 一致，即 {name}.py",
}
_ONE_LANGUAGE: Final[Wording] = {
    "en": "{name} is not in both languages",
    "zh": "{name} 未同时给出中英文",
}
_TAKEN: Final[Wording] = {
    "en": "{name} is, or was, what {module} is called",
    "zh": "{name} 是 {module} 现用或曾用的代码、名称",
}
_NONE_OF: Final[Wording] = {
    "en": "{name} is none of {known}",
    "zh": "{name} 应为 {known} 之一",
}


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, by code. Raises RuleError for a module that has not a rule's shape."""
    return gathered(home() / "rules")


def gathered(folder: Path) -> tuple[Rule, ...]:
    """Return the rules of a folder, no two of which are, or were, called the same."""
    found = [load(path) for path in sorted(folder.glob("*.py")) if _FILE.match(path.name)]
    owners: dict[str, Rule] = {}
    for rule in found:
        for name in (rule.code, rule.name, *rule.former):
            owner = owners.setdefault(name.lower(), rule)
            if owner is not rule:
                raise RuleError(rule.module, filled(_TAKEN, name=name, module=owner.module))
    return tuple(found)


def load(path: Path) -> Rule:
    """Return the rule that the module at `path` defines."""
    spec = importlib.util.spec_from_file_location(f"rules.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise RuleError(path.name, _NO_MODULE)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise RuleError(path.name, filled(_FAILS, error=str(error))) from error
    return _rule(module, path)


def _rule(module: ModuleType, path: Path) -> Rule:
    missing = [name for name in _CONSTANTS if not hasattr(module, name)]
    if missing:
        raise RuleError(path.name, filled(_LACKS, names=either(missing)))
    expected = f"{module.CODE}_{module.NAME}".lower().replace("-", "_")
    if path.stem != expected:
        raise RuleError(path.name, filled(_MISNAMED, name=expected))
    for name in ("TITLE", "WHY", "MESSAGE", "WRONG", "HELP"):
        if set(getattr(module, name, _BOTH)) != _BOTH:
            raise RuleError(path.name, filled(_ONE_LANGUAGE, name=name))
    if module.SEVERITY not in tuple(Severity):
        raise RuleError(
            path.name, filled(_NONE_OF, name="SEVERITY", known=either(s.name for s in Severity))
        )
    scope = getattr(module, "SCOPE", "plan")
    if scope not in _SCOPES:
        raise RuleError(path.name, filled(_NONE_OF, name="SCOPE", known=either(_SCOPES)))
    knobs = getattr(module, "OPTIONS", {})
    return Rule(
        code=module.CODE,
        name=module.NAME,
        severity=Severity(module.SEVERITY),
        title=module.TITLE,
        why=module.WHY,
        message=module.MESSAGE,
        help=getattr(module, "HELP", None),
        scope=scope,
        check=module.check,
        good=tuple(module.GOOD),
        bad=tuple(module.BAD),
        module=path.name,
        wrong=module.WRONG,
        references=tuple(getattr(module, "REFERENCES", ())),
        knobs=knobs,
        options={name: option.default for name, option in knobs.items()},
        former=tuple(getattr(module, "FORMERLY", ())),
        preview=getattr(module, "PREVIEW", False),
    )


def find(selector: str) -> Rule:
    """Return the rule with a code or a name. Raises UsageError, with a guess, when there is none."""
    for rule in rules():
        if rule.called(selector):
            return rule
    raise _unknown(selector)


def select(
    chosen: Iterable[str], ignored: Iterable[str], *, preview: bool = False
) -> tuple[Rule, ...]:
    """Return the rules that are on. A selector is a code, a name, a family, a prefix or ALL.

    Of two selectors that match a rule the longer one wins, and of equals `ignored`.
    Without any `chosen`, all rules are. Those in preview are on only with `preview`, or if
    chosen by code or name. Raises UsageError for a selector that matches no rule.
    """
    wanted = [(selector, _matches(selector)) for selector in tuple(chosen) or ("ALL",)]
    unwanted = [(selector, _matches(selector)) for selector in ignored]
    return tuple(
        rule
        for rule in rules()
        if _weight(rule, wanted) > _weight(rule, unwanted)
        and (preview or not rule.preview or _weight(rule, wanted) == _EXACT)
    )


def enabled(
    chosen: Iterable[str], ignored: Iterable[str], *, preview: bool = False
) -> tuple[Rule, ...]:
    """Return the rules of an audit: those selected, and those that are always on."""
    on = {rule.code for rule in select(chosen, ignored, preview=preview)}
    return tuple(rule for rule in rules() if rule.code in on or rule.indispensable)


def _weight(rule: Rule, selectors: list[tuple[str, set[str]]]) -> int:
    lengths = [_length(rule, selector) for selector, codes in selectors if rule.code in codes]
    return max(lengths, default=-1)


def _length(rule: Rule, selector: str) -> int:
    if rule.called(selector):
        return _EXACT
    return 0 if selector.upper() == "ALL" else len(selector)


def _matches(selector: str) -> set[str]:
    if selector.upper() == "ALL":
        return {rule.code for rule in rules()}
    found = {
        rule.code
        for rule in rules()
        if selector and (rule.code.startswith(selector.upper()) or rule.called(selector))
    }
    if not found:
        raise _unknown(selector)
    return found


def _unknown(selector: str) -> UsageError:
    guess = nearest(selector.upper(), [rule.code for rule in rules()]) or nearest(
        selector.lower(), [rule.name for rule in rules()]
    )
    hint = filled(_GUESS, guess=guess) if guess else _LIST
    return UsageError(
        {
            "en": f"there is no rule {quote(selector)!r}{hint['en']}",
            "zh": f"没有规则“{quote(selector)}”{hint['zh']}",
        }
    )


_GUESS: Final[Wording] = {"en": "; did you mean {guess}?", "zh": "；是否应为 {guess}？"}
_LIST: Final[Wording] = {
    "en": "; `auditor rules` lists them",
    "zh": "；可用 `auditor rules` 查看全部规则",
}
