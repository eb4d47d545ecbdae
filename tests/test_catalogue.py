"""The rules: loaded by path, checked for their shape, and chosen by selectors."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.catalogue import find, load, rules, select
from auditor.errors import RuleError, UsageError
from auditor.finding import Severity
from auditor.home import home

RULE = '''\
"""What it means."""
CODE = "ABC001"
NAME = "a-rule"
SEVERITY = 2
TITLE = {"en": "A title", "zh": "标题"}
WHY = {"en": "A reason", "zh": "理由"}
MESSAGE = {"en": "A message", "zh": "说明"}
WRONG = {"en": "Never", "zh": "从不"}


def check(plan, options):
    yield from ()


GOOD = ["plan: a"]
BAD = ["plan: b  # <-"]
'''


def loaded(text: str, folder: Path, name: str = "abc001_a_rule.py") -> None:
    path = folder / name
    path.write_text(text, "utf-8")
    load(path)


def chosen(*selectors: str, ignored: tuple[str, ...] = ()) -> set[str]:
    return {rule.code for rule in select(selectors, ignored)}


def family(prefix: str) -> set[str]:
    return {rule.code for rule in rules() if rule.code.startswith(prefix)}


ALL = family("")


def test_a_rule_is_what_its_module_says(tmp_path: Path) -> None:
    path = tmp_path / "abc001_a_rule.py"
    path.write_text(RULE, "utf-8")
    rule = load(path)
    assert (rule.code, rule.name, rule.severity) == ("ABC001", "a-rule", Severity.WARNING)
    assert (rule.title["zh"], rule.why["en"], rule.message["en"]) == (
        "标题",
        "A reason",
        "A message",
    )
    assert (rule.good, rule.bad, rule.help, rule.scope) == (
        ("plan: a",),
        ("plan: b  # <-",),
        None,
        "plan",
    )
    assert (rule.module, list(rule.check(None, {}))) == ("abc001_a_rule.py", [])


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("CODE =", "COD =", "lacks CODE"),
        ("def check", "def examine", "lacks check"),
        ("GOOD =", "NICE =", "lacks GOOD"),
        ("WHY =", "HOW =", "lacks WHY"),
        ('"ABC001"', '"ABC002"', "should be called abc002_a_rule.py after its CODE and NAME"),
        ('"a-rule"', '"b-rule"', "should be called abc001_b_rule.py after its CODE and NAME"),
        (', "zh": "标题"', "", "TITLE is not in both languages"),
        ('"en": "A message", ', "", "MESSAGE is not in both languages"),
        ('"zh": "理由"', '"zh": "理由", "fr": "raison"', "WHY is not in both languages"),
        ("SEVERITY = 2", "SEVERITY = 7", "SEVERITY is none"),
        ("SEVERITY = 2", "SEVERITY = 'error'", "SEVERITY is none"),
        ("CODE =", "CODE ==", "cannot be loaded: name 'CODE' is not defined"),
        ("def check(plan, options):", "def check(", "cannot be loaded: "),
        ('"""What it means."""', "import nothing_of_this_name", "cannot be loaded: No module"),
    ],
)
def test_a_module_without_the_shape_of_a_rule_is_refused(
    wrong: str, right: str, reason: str, tmp_path: Path
) -> None:
    assert RULE.count(wrong) == 1
    with pytest.raises(RuleError, match="rule file abc001_a_rule") as caught:
        loaded(RULE.replace(wrong, right), tmp_path)
    assert reason in str(caught.value)
    assert caught.value.module in caught.value.wording["zh"]


def test_a_rule_in_a_file_of_another_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="should be called abc001_a_rule"):
        loaded(RULE, tmp_path, "abc001_another_rule.py")


def test_what_is_no_module_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be loaded"):
        loaded(RULE, tmp_path, "abc001_a_rule.txt")


def test_the_rules_are_sorted_and_each_has_its_own_code_and_name() -> None:
    codes = [rule.code for rule in rules()]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in rules()}) == len(codes)


def test_every_module_in_the_folder_is_a_rule() -> None:
    modules = {path.name for path in (home() / "rules").glob("*.py")}
    assert modules == {rule.module for rule in rules()}


@pytest.mark.parametrize("selector", ["SUM001", "sum001", "parts-of-whole", "Parts-Of-Whole"])
def test_a_rule_is_found_by_code_or_name(selector: str) -> None:
    assert find(selector).code == "SUM001"


@pytest.mark.parametrize(
    ("selector", "guess"),
    [
        ("SUM01", "SUM0"),
        ("part-of-whole", "parts-of-whole"),
        ("SUM", "SUM0"),
        ("quite another thing", "`auditor rules` lists them"),
        ("", "`auditor rules` lists them"),
    ],
)
def test_an_unknown_rule_comes_with_a_guess(selector: str, guess: str) -> None:
    with pytest.raises(UsageError) as caught:
        find(selector)
    assert guess in caught.value.wording["en"]
    assert selector in caught.value.wording["zh"]


@pytest.mark.parametrize("selector", ["SUN001", "SUM999", "parts-of-hole", "", "*"])
def test_a_selector_that_matches_nothing_is_refused(selector: str) -> None:
    with pytest.raises(UsageError, match="there is no rule"):
        select([selector], [])
    with pytest.raises(UsageError, match="there is no rule"):
        select([], [selector])


@pytest.mark.parametrize(
    ("selectors", "ignored", "on"),
    [
        ((), (), ALL),
        (("ALL",), (), ALL),
        (("all",), (), ALL),
        (("SUM",), (), family("SUM")),
        (("sum",), (), family("SUM")),
        (("S",), (), family("S")),
        (("SUM001",), (), {"SUM001"}),
        (("parts-of-whole",), (), {"SUM001"}),
        (("SUM", "TXT001"), (), family("SUM") | {"TXT001"}),
        ((), ("SUM",), ALL - family("SUM")),
        ((), ("ALL",), set()),
        (("ALL",), ("ALL",), set()),
        (("ALL",), ("S",), ALL - family("S")),
        (("SUM",), ("ALL",), family("SUM")),
        (("S",), ("ALL",), family("S")),
        (("S",), ("SUM",), family("S") - family("SUM")),
        (("SUM",), ("S",), family("SUM")),
        (("SUM",), ("SUM",), set()),
        (("SUM",), ("SUM001",), family("SUM") - {"SUM001"}),
        (("SUM001",), ("SUM",), {"SUM001"}),
        (("SUM001",), ("SUM001",), set()),
        (("parts-of-whole",), ("SUM",), {"SUM001"}),
        (("Parts-Of-Whole",), ("SUM001",), set()),
        (("SUM001",), ("parts-of-whole",), set()),
        (("SUM",), ("parts-of-whole",), family("SUM") - {"SUM001"}),
    ],
)
def test_the_longest_selector_that_matches_wins_and_of_equals_the_ignored(
    selectors: tuple[str, ...], ignored: tuple[str, ...], on: set[str]
) -> None:
    assert chosen(*selectors, ignored=ignored) == on


def test_rules_are_chosen_in_the_order_of_their_codes() -> None:
    assert [rule.code for rule in select(("TXT001", "SUM001"), ())] == ["SUM001", "TXT001"]
