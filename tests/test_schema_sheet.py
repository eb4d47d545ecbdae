"""The schema of a sheet rejects what the STR rules reject, and never what the auditor accepts."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
import yaml
from jsonschema import Draft7Validator

from auditor import document, facts, sheet
from auditor.catalogue import rules
from auditor.discovery import CATALOGUE
from auditor.example import sheets
from auditor.home import home
from auditor.library import Library
from auditor.rule import Hit
from auditor.schema.sheet import indicators_schema, sheet_schema
from auditor.sheet import format as shapes
from auditor.sheet.format import Shape
from auditor.sheet.forms import FORMS
from auditor.wording import Fields
from tests.core_schema import seen
from tests.sheets import CLEAN
from tests.test_languages import CHINESE

SCHEMAS = {False: sheet_schema(), True: indicators_schema()}
VALIDATORS = {shared: Draft7Validator(schema) for shared, schema in SCHEMAS.items()}
PLANS = sorted((home() / "plans").glob("*.yaml"))
BROKEN = sorted((Path(__file__).parent / "broken").glob("*.yaml"))
EXAMPLES = [
    (f"{rule.code} {name}", name, raw)
    for rule in rules()
    for example in (*rule.good, *rule.bad)
    for name, raw in sheets(example).items()
    if name.endswith((".yaml", ".yml"))
]
FILES = EXAMPLES + [(path.name, path.name, path.read_bytes()) for path in (*PLANS, *BROKEN)]

# What a schema rejects too. STR006 and STR007 each have a case that it cannot, see `expressible`.
EXPRESSIBLE: Final = {"STR002", "STR003", "STR006", "STR007"}
# What a schema cannot say, and why.
INEXPRESSIBLE: Final = {
    "STR001": "of two equal keys JSON holds one; editors tell of it as a fault of the YAML",
    "STR004": "an id is defined elsewhere, in the sheet or in the catalogue",
    "STR005": "the cells of a row are counted against the columns of its table",
    "STR008": "ids are compared with each other",
    "STR009": "a formula has a grammar that nests",
    "STR010": "plans are compared across sheets",
}
# What keeps an editor from reading the sheet as it was meant; what is only a remark is not.
REMARKS: Final = {"SYN006", "SYN009"}
RULES = [rule for rule in rules() if rule.family in ("SYN", "STR") and rule.scope == "plan"]


class Judged(NamedTuple):
    """What the auditor says of a sheet's shape: the codes that a schema can express, and all."""

    expressible: set[str]
    codes: set[str]

    @property
    def syntax(self) -> bool:
        return any(code.startswith("SYN") for code in self.codes - REMARKS)


@cache
def shared() -> Any:
    return Library()._shipped()


def judged(raw: bytes, *, catalogue: bool = False) -> Judged:
    read = document.parse("a.yaml", raw)
    if catalogue:
        sheet.catalogue(read)
        plan = facts.Plan(sheet.Sheet("a.yaml", "", faults=tuple(read.faults)), (), ())
    else:
        plan = facts.gather(sheet.build(read, shared()))
    found = [
        (rule.code, verdict.fields)
        for rule in RULES
        for verdict in rule.check(plan, rule.options)
        if isinstance(verdict, Hit)
    ]
    told = {code for code, fields in found if expressible(code, fields)}
    return Judged(told, {code for code, _ in found})


def all_shapes() -> list[Shape]:
    return [value for value in vars(shapes).values() if isinstance(value, Shape)]


FORM_OF: Final = {name: key.holds for shape in all_shapes() for name, key in shape.items()}


def expressible(code: str, fields: Fields) -> bool:
    """Return whether a schema can say it: not that a stretch of time or a day does not exist."""
    if code == "STR006":
        pattern = FORMS[FORM_OF[str(fields["key"])]].pattern
        return not re.search(pattern, str(fields["read"]))
    return code in EXPRESSIBLE


class Compared(NamedTuple):
    """Whether the schema rejects a sheet, and where the auditor does not agree, how."""

    rejected: bool
    disagreement: str


def compared(raw: bytes, *, catalogue: bool = False) -> Compared:
    said = judged(raw, catalogue=catalogue)
    try:
        valid = VALIDATORS[catalogue].is_valid(seen(raw))
    except (yaml.YAMLError, UnicodeError):
        why = "" if said.syntax else "an editor reads no YAML, the auditor does: "
        return Compared(True, why and f"{why}{raw!r}")
    why = ""
    if valid and said.expressible and not said.syntax:
        why = f"the schema accepts what is {said.expressible}: "
    if not valid and not said.expressible and not said.syntax:
        why = "the schema rejects what the auditor accepts: "
    return Compared(not valid, why and f"{why}{raw!r}")


def test_every_rule_on_structure_can_be_said_in_a_schema_or_it_is_told_why_not() -> None:
    assert EXPRESSIBLE | INEXPRESSIBLE.keys() == {r.code for r in rules() if r.family == "STR"}
    assert EXPRESSIBLE & INEXPRESSIBLE.keys() == set()


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=["sheet", "indicators"])
def test_it_is_a_schema(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize(("name", "raw"), [each[1:] for each in FILES], ids=[f[0] for f in FILES])
def test_they_agree_on_every_example_plan_and_broken_sheet(name: str, raw: bytes) -> None:
    assert compared(raw, catalogue=name == CATALOGUE).disagreement == ""


def test_the_files_hold_sheets_of_either_kind() -> None:
    verdicts = [compared(raw, catalogue=name == CATALOGUE).rejected for _, name, raw in FILES]
    assert len(verdicts) > 250
    assert 20 < sum(verdicts) < 60


# A sheet that has every key.
WHOLE = """
plan: a
title: A
area: a
period: 2021-2025
level: county
parent: nation
children: [b, c]
issued: 2022-07-04
source: a.txt
locale: zh-CN
note: x
exact: false
rounding: 5
indicators:
  jobs: {name: {zh: 新增就业}, kind: flow, unit: 人, better: more, aliases: [x, 5], note: x}
tables:
  表1:
    title: T
    lists: 共1项
    unit: 人
    exact: true
    rounding: 0.5
    note: x
    columns:
      - {head: 2020年, role: baseline, time: 2020, period: 2020, basis: none, scope: 女, area: b,
         unit: 人, binds: mean, note: x}
    rows:
      - {row: 1, indicator: jobs, cells: [5], basis: annual, scope: 女, area: b, unit: 人,
         attribute: 约束性, binds: each, exact: true, rounding: 5, note: x}
      - row: 2
        indicator: jobs
        cells:
          - {says: 5, id: c1, role: actual, time: 2020年底, period: 2020年至2021年, basis: average,
             scope: 男, area: c, unit: 人, binds: mean, exact: true, rounding: 5, note: x}
text:
  - {at: 一, says: 5人, id: s1, indicator: jobs, role: target, time: 2025, period: 2021-2025,
     basis: cumulative, scope: 女, area: b, unit: 人, attribute: 预期性, binds: each, exact: true,
     rounding: 5, note: x}
  - {at: 1.1, says: 6, id: s2}
claims:
  - {at: 一, holds: s1 = s2, note: x}
  - {at: 一, whole: s1, parts: [s2]}
  - {at: 一, whole: s1, of_which: [s2]}
  - {at: 一, whole: s1, overlapping: [s2]}
  - {at: 一, shares: [s1, s2]}
allotted:
  - {at: 一, indicator: jobs, by: {b: 5人, c: 6}, basis: cumulative, period: 2021-2025, scope: 女,
     unit: 人, exact: true, rounding: 5, note: x}
weights: {name: 人口, source: x, by: {b: 5, c: 6}, tolerance: 20%, unit: 人, note: x}
"""
VALUES: Final[tuple[object, ...]] = (
    None, True, 5, 0, -1, 2.5, 2025, 999, 10**13, "", "x", "2021-2025", "2025-2021", "2022-07-04", "2022-02-30",
    "2022年7月", "true", "de", "none", "actual", "1,5", "complete", "each", "null", "２０２０",
    [], [[]], ["x"], [5], [None], [{"says": 1}], {}, {"x": 1}, {"says": 1}, {"x": [1]}, [{"x": 1}],
)  # fmt: skip
Route = tuple[str | int, ...]


def routes(tree: Any, route: Route = ()) -> Iterator[Route]:
    """Return the way to every value of a sheet."""
    items = enumerate(tree) if isinstance(tree, list) else ()
    for key, value in tree.items() if isinstance(tree, dict) else items:
        yield (*route, key)
        yield from routes(value, (*route, key))


def changed(tree: Any, route: Route, *values: object, called: str = "") -> bytes:
    """Return a sheet with one value replaced, called otherwise or, without either, left out."""
    tree = deepcopy(tree)
    *way, last = route
    inner: Any = tree
    for key in way:
        inner = inner[key]
    old = inner.pop(last)
    if called:
        inner[called] = old
    for value in values:
        if isinstance(inner, list):
            inner.insert(int(last), value)
        else:
            inner[last] = value
    return yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False).encode()


def changes(tree: Any) -> Iterator[tuple[Route, tuple[object, ...], str]]:
    """Return what may befall a sheet: each key left out, misspelt, or holding each of the values."""
    for route in routes(tree):
        yield route, (), ""
        if isinstance(route[-1], str):
            yield route, (), f"{route[-1]}x"
        for value in VALUES:
            yield route, (value,), ""


def test_the_whole_sheet_has_every_key_and_is_accepted() -> None:
    assert judged(WHOLE.encode()).codes == set()
    assert compared(WHOLE.encode()) == (False, "")
    keys = {key for key in {r[-1] for r in routes(seen(WHOLE.encode()))} if isinstance(key, str)}
    assert {name for shape in all_shapes() for name in shape} <= keys


def test_they_agree_on_a_sheet_with_one_thing_wrong() -> None:
    tree = seen(WHOLE.encode())
    every = list(changes(tree))
    assert len(every) > 5_000
    # One in thirteen, so that each value comes to stand in all kinds of places.
    found = [
        compared(changed(tree, route, *values, called=called))
        for route, values, called in every[::13]
    ]
    assert {each.disagreement for each in found} == {""}
    verdicts = [each.rejected for each in found]
    assert min(verdicts.count(True), verdicts.count(False)) > 100


def test_they_agree_on_plans_in_which_a_key_is_dropped_or_misspelt() -> None:
    chance = random.Random(5)
    found = []
    for path in PLANS:
        tree = seen(path.read_bytes())
        ways = [route for route in routes(tree) if isinstance(route[-1], str)]
        for route in chance.sample(ways, min(6, len(ways))):
            for called in ("", f"{route[-1]}x"):
                raw = changed(tree, route, called=called)
                found.append(compared(raw, catalogue=path.name == CATALOGUE))
    assert {each.disagreement for each in found} == {""}
    assert sum(each.rejected for each in found) > 30


@pytest.mark.parametrize(
    ("text", "rejected"),
    [
        ("period: 2025\n", False),
        ("period: ２０２１年至２０２５年\n", False),
        ("title:\n", True),
        ("title: ~\n", True),
        ("title: ''\n", False),
        ("level: null\n", False),
        ("level: ''\n", True),
        ("note: yes\n", False),
        ("exact: yes\n", True),
        ("locale: no\n", False),
        ("locale: PT_br\n", False),
        ("locale: english\n", True),
        ("issued: 20220704\n", True),
        ("text: [{at: 1, says: }]\n", False),
        ("text: [{at: 1, says: ~, role: }]\n", False),
        ("text: [{at: 1, says: 5, indicator: urban_new_jobs, role: }]\n", True),
        ("text: [{at: 1, says: 5, indicator: }]\n", False),
        ("text: [{at: 1, says: 5, <<: {id: x}}]\n", True),
        ("claims: [{at: 1, holds: '', shares: [a]}]\n", False),
        ("claims: [{at: 1, holds: }]\n", True),
        ("claims: [{at: 1, holds: '', parts: []}]\n", True),
        ("claims: [{at: 1, holds: 5}]\n", False),
        ("claims: [{at: 1, whole: '', parts: [a]}]\n", True),
        ("claims: [{at: 1, whole: 5, parts: [a]}]\n", False),
        ("claims: [{at: 1, parts: [a], shares: [a]}]\n", True),
        ("claims: [{at: 1, parts: [], shares: [a]}]\n", False),
        ("claims: [{at: 1, holds: a = b, parts: [[a]]}]\n", True),
        ("claims: [{at: 1, holds: a = b, whole: a, parts: [b]}]\n", True),
        ("claims: [{at: 1, holds: a = b, whole: a}]\n", True),
        ("claims: [{at: 1, holds: a = b, shares: [a]}]\n", True),
        ("claims: [{at: 1, holds: 5, of_which: [a]}]\n", True),
        ("claims: [{at: 1, holds: a = b, whole: , parts: []}]\n", False),
        ("claims: [{at: 1, whole: a, parts: [b], of_which: [b]}]\n", True),
        ("claims: [{at: 1, whole: a, of_which: [b], overlapping: [c, d]}]\n", True),
        ("claims: [{at: 1, whole: a, overlapping: [b], shares: [b]}]\n", True),
        ("claims: [{at: 1, whole: a, shares: [b]}]\n", True),
        ("claims: [{at: 1, whole: '', shares: [b]}]\n", False),
        ("claims: [{at: 1, whole: a, parts: [], overlapping: [b]}]\n", False),
        ("weights:\n", False),
        ("weights: {name: a, source: b, by: {c: }}\n", False),
        ("indicators: {jobs: }\n", True),
        ("indicators: {jobs: {name: {zh: [x]}, kind: flow, unit: ''}}\n", False),
        ("indicators: {jobs: {name: [x], kind: flow, unit: ''}}\n", True),
    ],
)
def test_they_agree_on_how_texts_are_typed(text: str, rejected: bool) -> None:
    key = text.partition(":")[0]
    header = re.sub(f"^{key}:.*\n", "", CLEAN, flags=re.MULTILINE)
    assert compared(f"{header}{text}".encode()) == (rejected, "")


@pytest.mark.parametrize(
    "text",
    [
        "period: 2025-2021\n",
        "issued: 2022-02-30\n",
        "text: [{at: 1, says: 5, time: 2025.0}]\n",
        "text: [{at: 1, says: 5, time: 0x7E9}]\n",
        "exact: True\n",
        "rounding: 1e2\n",
        "rounding: .5\n",
        "tables: {[a]: {columns: [], rows: []}}\n",
    ],
)
def test_what_a_schema_cannot_see_it_accepts(text: str) -> None:
    """No such stretch of time, a number or a boolean spelt otherwise, a key that is no text."""
    raw = f"{CLEAN.replace('period: 2021-2025', '') if 'period' in text else CLEAN}{text}".encode()
    assert judged(raw).codes & {"STR006", "STR007"}
    assert VALIDATORS[False].is_valid(seen(raw))


def described(schema: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Return each key of a schema and its description, and each of its mappings."""
    if isinstance(schema, dict):
        if "title" in schema and schema.get("type") == "object":
            yield schema["title"], schema["description"]
            for key, value in schema["properties"].items():
                yield f"{schema['title']}: {key}", value["description"]
        for value in schema.get("definitions", {}).values():
            yield from described(value)


@pytest.mark.parametrize("catalogue", [False, True])
def test_every_key_is_described_in_both_languages(catalogue: bool) -> None:
    found = dict(described(SCHEMAS[catalogue]))
    for name, text in found.items():
        english, chinese = text.split("\n\n")
        assert not CHINESE.search(english.replace("常住人口", "")), name
        assert CHINESE.search(chinese), name
    keys = {f"{shape.name}: {name}" for shape in all_shapes() for name in shape}
    assert found.keys() <= keys | {shape.name for shape in all_shapes()}
    if not catalogue:
        assert keys - found.keys() == {"indicators: indicators"}


@pytest.mark.parametrize("form", FORMS)
def test_the_example_of_a_form_is_written_so(form: str) -> None:
    assert re.search(FORMS[form].pattern, FORMS[form].example)
