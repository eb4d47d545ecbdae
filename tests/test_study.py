"""The mutation study: its own plans are sound, and in them hardly a fault goes unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.finding import Severity
from tests.generated import CATALOGUE, family
from tests.generated_edits import EDITS
from tests.generated_faults import FAULTS
from tests.generated_ground import Edit, Ground, Position
from tests.generated_trials import trials
from tests.study import edits_table, faults_table, generated, real


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> list[Ground]:
    return list(generated(tmp_path_factory.mktemp("generated"), seed=1))


def test_generated_plans_hold_no_conflict_and_no_doubt(grounds: list[Ground]) -> None:
    assert len(grounds) == 10
    for ground in grounds:
        assert ground.report.count(Severity.ERROR) == ground.report.count(Severity.WARNING) == 0
        assert ground.report.comparisons > 50


def test_the_same_seed_makes_the_same_plans() -> None:
    assert family(3) == family(3) != family(4)
    assert len(family(3).keys() - {CATALOGUE}) == 5


def test_a_changed_digit_is_found(grounds: list[Ground]) -> None:
    kinds = {"digit changed": FAULTS["digit changed"]}
    done = list(trials(grounds[:5], kinds, seed=1, sites=3))
    faults = [trial for trial in done if trial.checked and not trial.sound]
    assert len(faults) >= 10
    assert sum(bool(trial.findings) for trial in faults) >= 0.9 * len(faults)


def test_edits_that_change_nothing_raise_no_conflict(grounds: list[Ground]) -> None:
    done = list(trials(grounds[:2], EDITS, seed=1, sites=2))
    assert {trial.kind for trial in done} == set(EDITS)
    assert sum(trial.raises(Severity.ERROR) for trial in done) == 0


def test_every_kind_of_fault_can_be_put_into_the_plans(tmp_path: Path) -> None:
    sites = dict.fromkeys(FAULTS, 0)
    for ground in real(tmp_path / "plans"):
        for name, kind in FAULTS.items():
            sites[name] += sum(site.checked for site in kind(ground))
    assert all(sites.values()), sites


def test_a_change_is_followed_and_undone(grounds: list[Ground]) -> None:
    ground = grounds[0]
    edits = [Edit(7, 1, 1, "ab"), Edit(7, 5, 8, "")]
    change = ground.change(edits, (), "")
    assert change.before(Position(ground.path, 7, 3)).column == 1
    assert change.before(Position(ground.path, 7, 9)).column == 10
    assert change.before(Position(ground.path, 8, 9)).column == 9
    ground.facts(change)
    assert Path(ground.path).read_text(encoding="utf-8") == ground.text


def test_the_tables_have_a_row_for_every_kind() -> None:
    assert faults_table("", []).row_count == len(FAULTS) == 12
    assert edits_table("", []).row_count == len(EDITS) == 4
