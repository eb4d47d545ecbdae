"""The pages of the rules: on the terminal, as Markdown and as JSON, all from the rules themselves."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.catalogue import find, rules
from auditor.cli import cli
from auditor.home import home
from auditor.reporters import Style, handbook
from auditor.reporters.handbook import escaped, fenced
from auditor.rule import Rule
from auditor.wording import Lang


def explained(*options: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, ["explain", *options])
    assert result.exit_code == code, result.output
    return result.output


@pytest.mark.parametrize(("name", "lang"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_documentation_of_the_rules_is_fresh(name: str, lang: Lang) -> None:
    written = StringIO()
    handbook.write_all(rules(), written, Style(lang))
    stands = (home() / "rules" / name).read_text(encoding="utf-8")
    assert stands == written.getvalue(), "run `make rules`"


def test_a_page_shows_what_the_auditor_prints_of_the_bad_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = json.loads(explained("BAS001", "--format", "json", "--lang", "en"))
    [bad] = page["bad"]
    (tmp_path / "sheet.yaml").write_text(bad["files"]["sheet.yaml"] + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    command = bad["command"].removeprefix("auditor ").split()
    printed = CliRunner().invoke(cli, [*command, "--lang", "en"]).output
    assert printed.rstrip("\n") == bad["output"]
    assert "BAS001 cumulative-against-yearly" in printed


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_output_shown_for_a_bad_example_names_its_rule(rule: Rule) -> None:
    page = json.loads(explained(rule.code, "--format", "json"))
    assert len(page["bad"]) == len(rule.bad)
    assert all(f" {rule.code} {rule.name}" in bad["output"] for bad in page["bad"])


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("selector", ["ROL005", "rol005", "children-short"])
def test_a_page_tells_all_there_is_to_know(selector: str, lang: Lang) -> None:
    rule, page = find("ROL005"), explained(selector, "--lang", lang)
    unfolded = page.replace("\n", "").replace(" ", "")
    for sentence in (rule.title, rule.why, rule.wrong, rule.knobs["missing_children"].about):
        assert sentence[lang].replace(" ", "") in unfolded
    assert "audit: ignore[children-short]" in page
    assert "$ auditor check --select ROL005 ." in page


@pytest.mark.parametrize(
    ("options", "here"),
    [
        ((), "on, as warning: the profile review leaves the rule as it is"),
        (("--profile", "draft"), "on, as note: the profile draft sets it so"),
    ],
)
def test_a_page_tells_whether_the_rule_is_on_and_why(options: tuple[str, ...], here: str) -> None:
    page = json.loads(explained("DIR001", "--format", "json", *options))
    assert page["here"]["en"] == here
    assert here in explained("DIR001", "--lang", "en", *options)


def test_a_rule_that_is_off_says_who_turned_it_off() -> None:
    page = explained("TXT005", "--profile", "draft", "--lang", "en")
    assert "off: the profile draft turns it off" in page


def test_what_keeps_a_sheet_unread_cannot_be_suppressed() -> None:
    page = explained("SYN001", "--lang", "en")
    assert "It cannot be suppressed" in page
    assert "ignore[" not in page


def test_an_unknown_rule_gets_a_guess() -> None:
    assert "did you mean SUM001" in explained("SUM01", "--lang", "en", code=2)
    assert "children-short" in explained("children-shor", "--lang", "zh", code=2)


def test_markdown_obeys_nothing_of_the_text() -> None:
    assert escaped("a|b *c* <d> [e](f)") == r"a\|b \*c\* \<d\> \[e\](f)"
    assert fenced("```\nx", "yaml") == "````yaml\n```\nx\n````"


def test_the_markdown_page_holds_every_example() -> None:
    page = explained("TXT002", "--format", "markdown", "--lang", "en")
    rule = find("TXT002")
    assert page.count("```yaml") == len(rule.bad) + len(rule.good) + 1
    assert page.count("```console") == len(rule.bad)


def test_the_list_can_be_narrowed_by_selectors() -> None:
    listed = CliRunner().invoke(cli, ["rules", "SUP", "BAS001", "--lang", "zh"]).output
    assert "SUP004" in listed
    assert "BAS001" in listed
    assert "BAS002" not in listed
    assert CliRunner().invoke(cli, ["rules", "NONE"]).exit_code == 2
