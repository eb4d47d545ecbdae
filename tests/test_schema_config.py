"""The schema of the configuration accepts what the auditor reads, and nothing else."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from auditor.cli import cli
from auditor.commands.check import check
from auditor.commands.settings import keys


def schema() -> dict[str, object]:
    found: dict[str, object] = json.loads(CliRunner().invoke(cli, ["schema", "config"]).stdout)
    return found


def test_it_is_a_schema_and_describes_every_setting_in_both_languages() -> None:
    found = schema()
    jsonschema.Draft7Validator.check_schema(found)
    properties = found["properties"]
    assert isinstance(properties, dict)
    assert set(properties) == {*keys(check), "severity", "options"}
    assert all("。" in each["description"] for name, each in properties.items() if name != "paths")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("", True),
        ('paths = ["plans"]\nprofile = "publish"\nlang = "zh"\njobs = 2\nquiet = true', True),
        ('format = ["console", "sarif:report.sarif"]\nselect = "TXT"', True),
        ('[severity]\nTXT001 = "off"\nSUM = "note"\ntext-against-text = "error"\nALL = "note"', True),
        ('[options.ROL005]\nmissing_children = "zero"\n[options.ROL010]\ntolerance = 0.25', True),
        ('[severity]\nTXT0 = "off"\ntxt001 = "note"\nall = "note"', True),
        ('lnag = "zh"', False),
        ('lang = "fr"', False),
        ('quiet = "perhaps"', False),
        ("jobs = 0", False),
        ('[severity]\nTXT01 = "off"', False),
        ('[severity]\nTXT001 = "bad"', False),
        ('[options.ROL005]\nmissing = "zero"', False),
        ('[options.ROL005]\nmissing_children = "some"', False),
        ('[options.ROL010]\ntolerance = "much"', False),
        ("select = [5]", False),
    ],
)  # fmt: skip
def test_it_agrees_with_the_auditor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, right: bool
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    valid = jsonschema.Draft7Validator(schema()).is_valid(tomllib.loads(text))
    result = CliRunner().invoke(cli, ["check", "plans", "--allow-empty"])
    assert (valid, result.exit_code == 0) == (right, right)
