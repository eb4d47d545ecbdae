"""Every rule's examples are its tests: silent on the good, on the pinned lines of the bad."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from auditor.catalogue import rules
from auditor.rule import Example, Rule
from auditor.wording import Lang
from tests.examples import audited, moved, places, sheets

LANGS: Final[tuple[Lang, ...]] = ("en", "zh")
GOOD = [(rule, example) for rule in rules() for example in rule.good]
BAD = [(rule, example) for rule in rules() for example in rule.bad]


def _id(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=_id)
def test_no_rule_objects_to_a_good_example(rule: Rule, example: Example, tmp_path: Path) -> None:
    report, _ = audited(example, tmp_path, rules())
    standing = [f for f in report.findings if not f.suppressed]
    assert [(f.code, f.spots[0].mark.line, f.told("en")) for f in standing] == []
    assert report.crashes == ()


@pytest.mark.parametrize(("rule", "example"), BAD, ids=_id)
def test_a_bad_example_is_found_on_its_pinned_lines(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    report, pinned = audited(example, tmp_path, rules())
    assert pinned, "a bad example pins the line of its finding"
    assert places(report, rule.code) == pinned
    assert report.crashes == ()


@pytest.mark.parametrize(("rule", "example"), BAD, ids=_id)
def test_a_moved_pin_fails(rule: Rule, example: Example, tmp_path: Path) -> None:
    report, pinned = audited(moved(example), tmp_path, rules())
    assert places(report, rule.code) != pinned


@pytest.mark.parametrize(("rule", "example"), BAD, ids=_id)
def test_a_long_place_makes_no_long_message(rule: Rule, example: Example, tmp_path: Path) -> None:
    raw = sheets(example).items()
    long = {name: re.sub(rb"at: (?=[^,\n])", b"at: " + b"x" * 500, text) for name, text in raw}
    report, _ = audited(long, tmp_path, (rule,))
    assert [
        f.told(lang) for f in report.findings for lang in LANGS if "x" * 200 in f.told(lang)
    ] == []


@pytest.mark.parametrize("rule", rules(), ids=_id)
def test_every_rule_has_good_and_bad_examples(rule: Rule) -> None:
    assert rule.good
    assert rule.bad
