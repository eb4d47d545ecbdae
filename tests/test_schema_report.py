"""The published JSON Schema of the report: what is written is valid, and nothing else is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from auditor.cli import cli
from auditor.engine import Report
from auditor.home import home
from auditor.schema.report import report_schema
from auditor.wording import Lang
from tests import reports

SCHEMA = report_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def report() -> Report:
    return reports.report_on(str(home() / "plans"))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("show", ["", "rounding", "all"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_report_on_the_plans_is_valid(report: Report, lang: Lang, show: str) -> None:
    found = reports.parsed(report, "json", lang=lang, show=show)
    assert list(VALIDATOR.iter_errors(found)) == []
    assert any(finding["mends"] for finding in found["findings"])


def objects(told: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the paths of all objects in what is told."""
    if isinstance(told, dict):
        yield path
        for key, value in told.items():
            yield from objects(value, (*path, key))
    elif isinstance(told, list) and told:
        yield from objects(told[0], (*path, 0))


def at(told: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        told = told[step]
    return told


def test_no_key_may_be_missing_and_none_added(tmp_path: Path) -> None:
    report = reports.report_on(str(tmp_path / reports.write(tmp_path)))
    whole = reports.parsed(report, "json", show="all")
    optional = {("comparisons",), ("undecided",)}
    for path in objects(whole):
        more = deepcopy(whole)
        at(more, path)["more"] = 1
        assert not VALIDATOR.is_valid(more), path
        for key in at(whole, path):
            less = deepcopy(whole)
            del at(less, path)[key]
            assert VALIDATOR.is_valid(less) == ((*path, key) in optional), (path, key)


WRONG = [
    ("version", 2),
    ("findings.0.severity", "fatal"),
    ("findings.0.line", 0),
    ("findings.0.line", "1"),
    ("findings.0.code", "TXT1"),
    ("findings.0.difference", "1.5e3"),
    ("findings.0.suppressed", "no"),
    ("findings.0.figures.0.low", 9000),
    ("summary.errors", -1),
]


@pytest.mark.parametrize(("where", "value"), WRONG)
def test_what_the_contract_does_not_allow_is_refused(
    tmp_path: Path, where: str, value: object
) -> None:
    told = reports.parsed(reports.report_on(str(tmp_path / reports.write(tmp_path))), "json")
    *path, last = (int(step) if step.isdigit() else step for step in where.split("."))
    at(told, tuple(path))[last] = value
    assert not VALIDATOR.is_valid(told)


def descriptions(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if isinstance(schema.get("description"), str):
            yield schema["description"]
        for inner in schema.values():
            yield from descriptions(inner)


def test_every_key_is_described_in_both_languages() -> None:
    records = [SCHEMA, *SCHEMA["$defs"].values()]
    for record in records:
        assert all("description" in key for key in record["properties"].values())
    for text in descriptions(SCHEMA):
        assert re.match(r"[A-Z].*[.] .*[\u4e00-\u9fff].*。$", text), text


def test_the_command_writes_the_schema() -> None:
    done = CliRunner().invoke(cli, ["schema", "report"])
    assert (done.exit_code, json.loads(done.output)) == (0, SCHEMA)
    assert CliRunner().invoke(cli, ["schema", "nothing"]).exit_code == 2
