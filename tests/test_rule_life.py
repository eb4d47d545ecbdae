"""The life of a rule: in preview at first; under another name its former ones are understood."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from auditor import baseline, catalogue
from auditor.catalogue import gathered
from auditor.cli import cli
from auditor.errors import RuleError
from tests.sheets import CONFLICT
from tests.test_catalogue import RULE

Change = Callable[..., None]


@pytest.fixture
def change(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Change:
    """Give a function that changes the one rule that finds something in the sheet here."""
    (tmp_path / "a.yaml").write_text(CONFLICT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    baseline._code.cache_clear()

    def changed(**fields: Any) -> None:
        rules = tuple(
            replace(rule, **fields) if rule.code == "TXT002" else rule for rule in catalogue.rules()
        )
        monkeypatch.setattr(catalogue, "rules", lambda: rules)

    return changed


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--lang", "en"], env=environment)


def codes(*arguments: str, **environment: str) -> list[str]:
    result = run("check", "a.yaml", "--format", "json", *arguments, **environment)
    return [each["code"] for each in json.loads(result.stdout)["findings"]]


@pytest.mark.parametrize("name", ["TXT902", "txt902", "two-places", "Two-Places", "TXT002"])
def test_a_former_name_selects_a_rule_like_its_own(change: Change, name: str) -> None:
    change(former=("TXT902", "two-places"))
    assert codes("--select", name) == ["TXT002"]
    assert codes("--ignore", name) == []
    assert codes("--select", "TXT", "--ignore", name) == []
    assert run("explain", name).stdout.startswith("TXT002 text-against-text")


def test_a_former_code_is_in_no_family(change: Change) -> None:
    change(former=("SUM902",))
    assert codes("--select", "SUM") == []
    assert run("check", "a.yaml", "--select", "SUM90").exit_code == 2


def test_former_names_are_understood_in_comments_settings_and_baselines(
    change: Change, tmp_path: Path
) -> None:
    assert run("check", "a.yaml", "--baseline", "known.json", "--update-baseline").exit_code == 0
    known = (tmp_path / "known.json").read_text("utf-8").replace("TXT002", "TXT902")
    (tmp_path / "known.json").write_text(known, "utf-8")
    change(former=("TXT902", "two-places"))
    assert run("check", "a.yaml", "--baseline", "known.json").exit_code == 0
    (tmp_path / "auditor.toml").write_text('severity = {two-places = "note"}\n', "utf-8")
    assert run("check", "a.yaml").exit_code == 0
    assert run("check", "a.yaml", "--isolated").exit_code == 1
    comment = "# audit: ignore[TXT902] asked the bureau"
    sheet = CONFLICT.replace("cumulative}\n", f"cumulative}}  {comment}\n")
    (tmp_path / "a.yaml").write_text(sheet, "utf-8")
    assert run("check", "a.yaml", "--isolated").exit_code == 0
    assert "SUP004" not in codes("--isolated")


def test_the_page_of_a_rule_tells_what_it_was_called(change: Change) -> None:
    change(former=("TXT902", "two-places"))
    assert "Formerly\nTXT902, two-places\n" in run("explain", "TXT002").stdout
    page = json.loads(run("explain", "TXT002", "--format", "json").stdout)
    assert (page["former"], page["preview"]) == (["TXT902", "two-places"], False)


@pytest.mark.parametrize("name", ["ABC001", "a-rule", "abc001"])
def test_no_rule_is_called_what_another_is_or_was(tmp_path: Path, name: str) -> None:
    other = RULE.replace("ABC001", "ABC002").replace("a-rule", "b-rule")
    (tmp_path / "abc001_a_rule.py").write_text(RULE, "utf-8")
    (tmp_path / "abc002_b_rule.py").write_text(other, "utf-8")
    assert [rule.code for rule in gathered(tmp_path)] == ["ABC001", "ABC002"]
    (tmp_path / "abc002_b_rule.py").write_text(f"{other}FORMERLY = ('{name}',)\n", "utf-8")
    with pytest.raises(RuleError, match=f"{name} is, or was, what abc001_a_rule.py is called"):
        gathered(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "environment", "settings", "found"),
    [
        ([], {}, "", []),
        (["--preview"], {}, "", ["TXT002"]),
        ([], {"AUDITOR_PREVIEW": "1"}, "", ["TXT002"]),
        ([], {}, "preview = true", ["TXT002"]),
        (["--isolated"], {}, "preview = true", []),
        (["--select", "TXT002"], {}, "", ["TXT002"]),
        (["--select", "text-against-text"], {}, "", ["TXT002"]),
        (["--select", "TXT"], {}, "", []),
        (["--select", "ALL"], {}, "", []),
        (["--select", "ALL", "--preview"], {}, "", ["TXT002"]),
        (["--preview", "--ignore", "TXT"], {}, "", []),
    ],
)
def test_a_rule_in_preview_is_on_only_where_it_is_asked_for(
    change: Change,
    tmp_path: Path,
    arguments: list[str],
    environment: dict[str, str],
    settings: str,
    found: list[str],
) -> None:
    (tmp_path / "auditor.toml").write_text(settings, "utf-8")
    change(preview=True)
    assert codes(*arguments, **environment) == found


def test_a_rule_in_preview_decides_no_profile(change: Change) -> None:
    change(preview=True)
    assert "meets profile publish" in run("check", "a.yaml").stdout.lower()


def test_a_rule_in_preview_is_told_to_be(change: Change, tmp_path: Path) -> None:
    change(preview=True)
    page = run("explain", "TXT002").stdout
    assert "(preview)" in page
    assert "off: it is in preview; --preview or --select TXT002 turns it on" in page
    assert "(preview)" in run("rules", "TXT002").stdout
    (tmp_path / "auditor.toml").write_text("preview = true\n", "utf-8")
    assert "on, as error" in run("explain", "TXT002").stdout
