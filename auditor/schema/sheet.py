"""The JSON Schema of a sheet, from the tables that the validator reads.

A schema sees what a YAML reader makes of a sheet: `2150` is a number to it and `true` a
boolean, where the auditor reads the text that was typed. It takes either wherever a text
belongs, and is the more lenient of the two: it never rejects what the auditor accepts.

It cannot say, and so accepts, what takes more than one place to tell or a computation: a key
that stands twice, an id that is given twice or nowhere, a plan that two sheets encode, a row
with a cell too few, a formula that cannot be read, a period whose later year stands first, a
day that its month does not have. Nor does it see how a number or a boolean was spelt: 2025.0
is 2025 to it.

`errorMessage`, `patternErrorMessage` and `enumDescriptions` are what editors show; other readers
of schemas pass them over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from auditor.schema import DRAFT_7
from auditor.sheet import format as shapes
from auditor.sheet.fields import LIST, MAPPING, TEXT
from auditor.sheet.format import Key, Shape
from auditor.sheet.forms import FORMS
from auditor.wording import Wording, both, filled

Schema = dict[str, Any]

_MADE: Final[Wording] = {
    "en": "Written by `auditor schema {kind}`, from the tables that the auditor itself reads.",
    "zh": "由 `auditor schema {kind}` 生成，与核对时所用的键表同源。",
}
_EXPECTED: Final[Wording] = {"en": "expected {what}", "zh": "此处应为 {what}"}
_LACKS: Final[Wording] = {"en": "expected one of {names}", "zh": "应有 {names} 之一"}
# A number, a boolean or nothing. Told by `if`, since editors offer true, false and null for
# whatever `type` allows.
_BASIC: Final[dict[str, Schema]] = {
    "read-as-text": {"if": {"type": ["number", "boolean"]}, "else": False},
    "nothing": {"if": {"type": "null"}, "else": False},
}
# What a YAML reader takes some forms of text for.
_TAKEN_FOR: Final[dict[str, Schema]] = {
    "year": {"type": "integer", "minimum": 1000, "maximum": 9999, "examples": [2025]},
    "years": {"type": "integer", "minimum": 1000, "maximum": 9999},
    "number": {"type": "number", "minimum": 0, "maximum": 10**12},
    "flag": {"type": "boolean"},
}
# Forms whose example is a text to a YAML reader too, and may so be offered by editors.
_TEXTS: Final = ("years", "date", "locale")
_FILLED: Final[Schema] = {"not": {"enum": ["", None]}}


def sheet_schema() -> Schema:
    """Return the schema of a sheet."""
    return _document(shapes.SHEET)


def indicators_schema() -> Schema:
    """Return the schema of a catalogue of indicators, `indicators.yaml`."""
    return _document(shapes.CATALOGUE)


def _document(root: Shape) -> Schema:
    inner = {shape.name: _mapping(shape) for shape in _within(root)}
    return {
        "$schema": DRAFT_7,
        "$comment": both(**filled(_MADE, kind=root.name)),
        **_mapping(root),
        "definitions": {**inner, "text": {"anyOf": [*_text(), _ref("nothing")]}, **_BASIC},
    }


def _within(shape: Shape) -> Iterator[Shape]:
    """Return the shapes of the mappings that stand in one of this shape."""
    for key in shape.values():
        for each in (*key.of, key.shape):
            if isinstance(each, Shape):
                yield each
                yield from _within(each)


def _mapping(shape: Shape) -> Schema:
    """Return the schema of a mapping whose keys are known."""
    return {
        "title": shape.name,
        "description": _told(shape.about),
        "type": "object",
        "properties": {
            name: {"description": _told(key.about), **_value(key)} for name, key in shape.items()
        },
        "required": [name for name, _ in shapes.required(shape)],
        "additionalProperties": False,
        **(_claim() if shape is shapes.CLAIM else _together(shape)),
    }


def _value(key: Key) -> Schema:
    """Return the schema of what stands behind a key."""
    absent = [] if key.required and not key.blank else [_ref("nothing")]
    if key.shape is not None:
        return {"anyOf": [_ref(key.shape.name), *absent]}
    if key.holds in ("list", "mapping"):
        node = _node(key, key.holds)
        # Told by `type`, so that editors begin the list or the mapping by themselves.
        return {**node, "type": [node["type"], "null"]} if absent else node
    form, _, other = key.holds.partition("/")
    texts = _chosen(key) if key.choices else _text() if form == "text" else _formed(form)
    return {"anyOf": [*texts, *([_node(key, other)] if other else []), *absent]}


def _node(key: Key, holds: str) -> Schema:
    """Return the schema of a list, or of a mapping whose keys are not known."""
    found = [_ref(each if isinstance(each, str) else each.name) for each in key.of]
    each = {"anyOf": found} if len(found) > 1 else found[0] if found else True
    if holds == "list":
        return {"type": "array", **_expected(LIST), "items": each}
    return {"type": "object", **_expected(MAPPING), "additionalProperties": each}


def _text() -> list[Schema]:
    return [{"type": "string", **_expected(TEXT)}, _ref("read-as-text")]


def _chosen(key: Key) -> list[Schema]:
    """Return the schema of one of a few words."""
    meanings = [both(**meaning) for meaning in key.choices.values()]
    return [{"enum": list(key.choices), "enumDescriptions": meanings}]


def _formed(form: str) -> list[Schema]:
    """Return the schema of a text of some form, and of what it may be taken for."""
    pattern, example, what = FORMS[form]
    expected = _expected(what)
    taken = [{**_TAKEN_FOR[form], **expected}] if form in _TAKEN_FOR else []
    patterned = {"pattern": pattern, "patternErrorMessage": expected["errorMessage"]}
    examples = {"examples": [example]} if form in _TEXTS else {}
    return [*taken, {"type": "string", **patterned, **expected, **examples}]


def _told(wording: Wording) -> str:
    """Return a wording in both languages, a paragraph each."""
    return f"{wording['en']}\n\n{wording['zh']}"


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _expected(what: Wording) -> Schema:
    return {"errorMessage": both(**filled(_EXPECTED, what=what))}


def _together(shape: Shape) -> Schema:
    """Return which key calls for another one beside it."""
    for name, key in shape.items():
        if key.beside:
            given = {"required": [name], "properties": {name: {"not": {"type": "null"}}}}
            beside = {"properties": {key.beside: {"type": "string", **_expected(TEXT)}}}
            return {"if": given, "then": {"required": [key.beside], **beside}}
    return {}


def _claim() -> Schema:
    """Return that a claim has one form: a formula, or parts and, shares apart, their whole."""
    listed = {"type": "array", "minItems": 1}
    given: dict[str, Schema] = {
        name: {
            "required": [name],
            "properties": {name: listed if name in shapes.PARTS else _FILLED},
        }
        for name in (*shapes.FORMS_OF_CLAIM, "whole")
    }
    whole_apart = {name: ["whole"] for name in shapes.WITHOUT_WHOLE}
    alone = [
        {"if": given[name], "then": {"not": {"anyOf": [given[each] for each in others]}}}
        for number, name in enumerate(shapes.FORMS_OF_CLAIM)
        if (others := [*shapes.FORMS_OF_CLAIM[number + 1 :], *whole_apart.get(name, [])])
    ]
    names = " / ".join(("holds", *shapes.PARTS))
    lacks = {"errorMessage": both(**filled(_LACKS, names=names))}
    formula = {"type": "string", "minLength": 1, **lacks}
    asked: Schema = {"required": ["holds"], "properties": {"holds": formula}, **lacks}
    for name in reversed(shapes.PARTS):
        then = {} if name == shapes.SHARES else {"then": given["whole"]}
        asked = {"if": given[name], **then, "else": asked}
    one = {"errorMessage": both(**filled(_EXPECTED, what=shapes.ONE_FORM))}
    return {"if": given["holds"], "else": asked, "allOf": [{**each, **one} for each in alone]}
