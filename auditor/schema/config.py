"""The JSON Schema of the configuration: auditor.toml, or the table tool.auditor of pyproject.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import click

from auditor.finding import Severity
from auditor.rule import Option, Rule
from auditor.schema import DRAFT_7
from auditor.wording import Wording, both

_TITLE: Final = Wording(en="Settings of `auditor check`.", zh="`auditor check` 的设置。")
_SEVERITY: Final = Wording(
    en="How much rules weigh here, by code, name, family or ALL; off turns them off.",
    zh="各规则在此处的级别，可按代码、名称、类别或 ALL 指定；off 为关闭。",
)
_OPTIONS: Final = Wording(en="How rules are set, by code.", zh="各规则的选项，按代码指定。")


def config_schema(settings: Mapping[str, click.Parameter], rules: Iterable[Rule]) -> dict[str, Any]:
    """Return the schema, draft 7, made of the options of the command and of the rules."""
    known = tuple(rules)
    return {
        "$schema": DRAFT_7,
        "title": both(**_TITLE),
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **{key: _setting(parameter) for key, parameter in settings.items()},
            "severity": _severity(known),
            "options": _options(known),
        },
    }


def _setting(parameter: click.Parameter) -> dict[str, Any]:
    told = {"description": parameter.help or ""} if isinstance(parameter, click.Option) else {}
    one = _type(parameter.type)
    if parameter.multiple or parameter.nargs == -1:
        return {**told, "anyOf": [one, {"type": "array", "items": one}]}
    return {**told, **one}


def _type(type_: click.ParamType[Any]) -> dict[str, Any]:
    if isinstance(type_, click.Choice):
        return {"enum": list(type_.choices)}
    if isinstance(type_, click.IntRange):
        return {"type": "integer", "minimum": type_.min}
    return {"type": "boolean" if isinstance(type_, click.types.BoolParamType) else "string"}


def _severity(rules: Sequence[Rule]) -> dict[str, Any]:
    """Return the table of severities: selectors as one writes them, and any other way to name rules."""
    selectors = {"ALL": None}
    for rule in rules:
        selectors |= dict.fromkeys((rule.family, rule.code, rule.name))
    beginnings = {rule.code[:length] for rule in rules for length in range(1, len(rule.code) + 1)}
    others = sorted(beginnings | {each.lower() for each in (*beginnings, "ALL")})
    weights = {"enum": [*(severity.word for severity in Severity), "off"]}
    return {
        "description": both(**_SEVERITY),
        "type": "object",
        "additionalProperties": False,
        "properties": dict.fromkeys(selectors, weights),
        "patternProperties": {f"^(?:{'|'.join(others)})$": weights},
    }


def _options(rules: Iterable[Rule]) -> dict[str, Any]:
    tables = {
        rule.code: {
            "description": both(**rule.title),
            "type": "object",
            "additionalProperties": False,
            "properties": {name: _option(option) for name, option in rule.knobs.items()},
        }
        for rule in rules
        if rule.knobs
    }
    return {
        "description": both(**_OPTIONS),
        "type": "object",
        "additionalProperties": False,
        "properties": tables,
    }


def _option(option: Option) -> dict[str, Any]:
    kind: dict[str, Any] = {"enum": list(option.choices)}
    if not option.choices:
        kind = {"type": "number", "minimum": int(option.least)}
    return {"description": both(**option.about), **kind}
