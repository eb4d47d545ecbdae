"""Plans of one run: who belongs to whom, and which of their targets can be compared."""

from __future__ import annotations

from fractions import Fraction

import pytest

from auditor.catalogue import find
from auditor.compare.rollup import Run, shared_targets, sums
from auditor.compare.summary import Summary, summarise
from auditor.facts import Plan
from auditor.rule import Hit
from tests.sheets import plan

GOAL = "indicator: jobs, role: target"


def sheet(id_: str, *says: str, keys: str = "", parent: str = "top") -> Plan:
    above = f"parent: {parent}\n" if parent and id_ != "top" else ""
    header = f"plan: {id_}\ntitle: A\narea: {id_}\nperiod: 2021-2025\n{above}{keys}"
    lines = "".join(f"  - {{at: 一, {each}}}\n" for each in says)
    return plan(f"text:\n{lines}" if says else "", header)


def run(*plans: Plan) -> Run:
    return Run(tuple(summarise(each) for each in plans))


def families(*plans: Plan) -> list[tuple[str, list[str], bool]]:
    return [
        (family.parent.plan, [child.plan for child in family.children], family.complete)
        for family in run(*plans).families()
    ]


def test_a_summary_keeps_the_header_and_what_others_may_name() -> None:
    found = summarise(sheet("a", f"{GOAL}, id: x, says: 〔9000〕", keys="children: [b]\n"))
    assert (found.path, found.plan, found.area, found.parent) == ("a.yaml", "a", "a", "top")
    assert (found.children, found.whole, found.context) == (("b",), True, False)
    assert list(found.ids) == ["x"]
    assert found.marks["parent"].line == 5
    assert found.indicators["jobs"].kind == "flow"


def test_a_summary_keeps_the_first_statement_of_every_target() -> None:
    found = summarise(
        sheet(
            "a",
            f"{GOAL}, says: 〔9000〕",
            f"{GOAL}, says: 〔8000〕",
            f"{GOAL}, says: 每年1800人",
            f"{GOAL}, says: 增长46%",
            f"{GOAL}, scope: 农民工, says: 〔100〕",
            "indicator: jobs, role: actual, time: 2020, says: 5人",
        )
    )
    kept = {key: [fact.figure.printed for fact in facts] for key, facts in found.targets.items()}
    assert kept == {
        ("jobs", "", "cumulative"): ["〔9000〕"],
        ("jobs", "", "annual"): ["每年1800人"],
        ("jobs", "农民工", "cumulative"): ["〔100〕"],
    }


def test_what_a_plan_quotes_of_another_area_is_not_its_own_target() -> None:
    found = summarise(sheet("a", f"{GOAL}, area: gansu, says: 〔9000〕"))
    assert found.targets == {}
    assert [fact.figure.printed for fact in found.stated["gansu"]] == ["〔9000〕"]


@pytest.mark.parametrize(
    ("formula", "kept"),
    [("b.x = y", True), ("y = y", False), ("y = z", False), ("y =", False), ("a.y = y", False)],
)
def test_claims_about_other_plans_are_kept(formula: str, kept: bool) -> None:
    header = "plan: a\ntitle: A\narea: here\n"
    text = f"text:\n  - {{at: 一, id: y, says: 5}}\nclaims:\n  - {{at: 一, holds: {formula}}}\n"
    assert len(summarise(plan(text, header)).claims) == kept


@pytest.mark.parametrize(
    ("children", "complete"),
    [
        ("", False),
        ("children: complete\n", True),
        ("children: [a, b]\n", True),
        ("children: [a]\n", True),
        ("children: [a, b, c]\n", False),
    ],
)
def test_a_family_is_complete_when_all_declared_children_are_there(
    children: str, complete: bool
) -> None:
    found = families(sheet("top", keys=children), sheet("a"), sheet("b"))
    assert found == [("top", ["a", "b"], complete)]


def test_a_child_that_broke_off_leaves_its_family_incomplete() -> None:
    top, broken = sheet("top", keys="children: complete\n"), sheet("a", keys="x: [\n")
    assert not broken.sheet.whole
    assert families(top, sheet("b"), broken)[0][2] is False


@pytest.mark.parametrize("parent", ["", "nobody", "a"])
def test_a_plan_without_a_known_parent_has_no_family(parent: str) -> None:
    assert families(sheet("a", parent=parent), sheet("b", parent="")) == []


def test_a_parent_may_be_a_child_and_a_circle_is_no_endless_one() -> None:
    found = families(sheet("a", parent="b"), sheet("b", parent="c"), sheet("c", parent="a"))
    assert found == [("b", ["a"], False), ("c", ["b"], False), ("a", ["c"], False)]


def test_of_two_plans_with_one_id_the_first_counts() -> None:
    first, second = sheet("a", f"{GOAL}, id: x, says: 1人"), sheet("a", f"{GOAL}, id: x, says: 2人")
    assert families(sheet("top"), first, second) == [("top", ["a"], False)]
    found = run(first, second).finder("")("a", "x")
    assert found is not None
    assert found.value == 1


def test_facts_are_found_by_plan_and_id() -> None:
    find = run(sheet("a", f"{GOAL}, id: x, says: 1人"), sheet("b")).finder("a")
    assert find("a", "x") is find("", "x") is not None
    assert (find("a", "y"), find("b", "x"), find("c", "x")) == (None, None, None)


def shared(parent: str, child: str) -> list[tuple[str, str]]:
    found = shared_targets(run(sheet("top", parent), sheet("a", child)))
    return [(each.child.figure.printed, each.parent.figure.printed) for each in found]


@pytest.mark.parametrize(
    ("parent", "child", "alike"),
    [
        (f"{GOAL}, says: 〔9000〕", f"{GOAL}, says: 〔900〕", True),
        (f"{GOAL}, says: 〔9000〕", f"{GOAL}, basis: cumulative, says: 900人", True),
        (f"{GOAL}, says: 〔9000〕", f"{GOAL}, says: 每年180人", False),
        (f"{GOAL}, says: 〔9000〕", f"{GOAL}, says: 900人", False),
        (f"{GOAL}, says: 〔9000〕", f"{GOAL}, scope: 农民工, says: 〔900〕", False),
        (f"{GOAL}, says: 〔9000〕", "indicator: people, role: target, says: 900", False),
        (f"{GOAL}, says: 〔9000人〕", f"{GOAL}, says: 〔900人次〕", True),
        (f"{GOAL}, says: 〔9000人〕", f"{GOAL}, says: 〔900元〕", False),
        (f"{GOAL}, says: 〔9000〕", f"{GOAL}, period: 2021-2024, says: 〔900〕", False),
        (f"{GOAL}, period: 2020-2025, says: 〔9000〕", f"{GOAL}, says: 〔900〕", False),
        (
            "indicator: share, role: target, says: 6%",
            "indicator: share, role: target, says: 5%",
            True,
        ),
        (
            "indicator: people, role: target, says: 6",
            "indicator: people, role: target, time: 2023, says: 5",
            False,
        ),
    ],
)
def test_a_target_is_shared_on_one_basis_for_one_end_of_time(
    parent: str, child: str, alike: bool
) -> None:
    assert len(shared(parent, child)) == alike


@pytest.mark.parametrize(
    ("parent", "child", "beyond"),
    [
        ("5%以内", "5.5%以内", Fraction(1, 2)),
        ("5%—5.5%", "5.5%以内", 0),
        ("5%—5.5%", "6%以内", Fraction(1, 2)),
        ("5.5%以内", "5%—6%", Fraction(1, 2)),
        ("5.5%以内", "5%—5.5%", 0),
    ],
)
def test_of_a_range_the_upper_end_is_the_ceiling(
    parent: str, child: str, beyond: Fraction | int
) -> None:
    rate = "indicator: share, role: target"
    plans = sheet("top", f"{rate}, says: {parent}"), sheet("a", f"{rate}, says: {child}")
    (each,) = shared_targets(run(*plans))
    assert (each.side, each.beyond) == ("ceiling", beyond)


@pytest.mark.parametrize(
    ("indicator", "additive", "better"),
    [
        ("jobs", True, "more"),
        ("people", True, "more"),
        ("share", False, "less"),
        ("growth", False, ""),
    ],
)
def test_amounts_of_areas_add_up_and_rates_do_not(
    indicator: str, additive: bool, better: str
) -> None:
    says = f"indicator: {indicator}, role: target, says: 5"
    plans = run(sheet("top", says), sheet("a", says))
    assert [(each.additive, each.better) for each in shared_targets(plans)] == [(additive, better)]
    assert len(list(sums(plans))) == additive


@pytest.mark.parametrize(
    ("second", "children", "complete"),
    [([f"{GOAL}, says: 〔2〕"], ["〔1〕", "〔2〕"], True), ([], ["〔1〕"], False)],
)
def test_a_sum_is_complete_when_every_child_states_the_target(
    second: list[str], children: list[str], complete: bool
) -> None:
    top = sheet("top", f"{GOAL}, says: 〔3〕", keys="children: complete\n")
    (found,) = sums(run(top, sheet("a", f"{GOAL}, says: 〔1〕"), sheet("b", *second)))
    assert [fact.figure.printed for fact in found.children] == children
    assert (found.parent.figure.printed, found.complete) == ("〔3〕", complete)
    assert found.name["zh"] == "新增就业"


def test_a_sum_without_any_child_s_figure_is_no_sum() -> None:
    assert list(sums(run(sheet("top", f"{GOAL}, says: 〔3〕"), sheet("a")))) == []


def summaries(context: str) -> tuple[Summary, ...]:
    says = f"{GOAL}, says: 〔3〕"
    return tuple(
        summarise(each, context=each.id == context)
        for each in (sheet("top", says), sheet("a", says))
    )


@pytest.mark.parametrize(
    ("context", "comparisons", "totals"), [("", 1, 1), ("top", 1, 0), ("a", 0, 1)]
)
def test_what_is_read_only_to_compare_with_is_not_audited(
    context: str, comparisons: int, totals: int
) -> None:
    found = Run(summaries(context))
    assert (len(list(shared_targets(found))), len(list(sums(found)))) == (comparisons, totals)


@pytest.mark.parametrize(
    ("kept", "parent", "child", "verdict"),
    [
        ("降低, better: more", "累计降低16%", "累计降低15%", "apart 1"),
        ("降低, better: more", "累计降低16%", "累计降低16.5%", "held"),
        ("降低, better: more", "累计降低16%", "〔15〕", "apart 1"),
        ("降低, better: more", "〔16〕以上", "累计降低15%", "apart 1"),
        ("降低, better: more", "降低16%以上", "15%", "apart 1"),
        ("降低, better: more", "降低16%", "增长5%", "undecided"),
        ("降低, better: more", "降低16%", "〔15〕", "undecided"),
        ("降低, better: more", "累计降低16%", "降低15%", "undecided"),
        ("降低, better: more", "降低16%", "比2015年降低15%", "undecided"),
        ("能耗, better: less", "降低16%", "降低15%", "apart 1"),
        ("能耗, better: less", "降低16%", "降低17%", "held"),
        ("能耗, better: less", "降低16%", "-15%", "apart 1"),
        ("能耗, better: less", "降低16%", "增长1%", "apart 17"),
        ("能耗, better: less", "降低16%", "15%", "undecided"),
        ("增长, better: more", "增长6%", "5%", "apart 1"),
        ("增长, better: more", "增长6%", "下降5%", "apart 11"),
        ("增长, better: more", "下降6%", "下降5%", "held"),
        ("能耗", "降低16%以上", "降低15%", "apart 1"),
        ("能耗", "降低16%", "15%", "undecided"),
    ],
)
def test_a_change_in_words_is_held_against_its_parent_s(
    kept: str, parent: str, child: str, verdict: str
) -> None:
    def sheet(id_: str, keys: str, target: str) -> Plan:
        header = f"plan: {id_}\ntitle: A\narea: {id_}\nperiod: 2021-2025\n{keys}"
        statement = f"  - {{at: 一, indicator: x, role: target, {target}}}\n"
        return plan(f'  x: {{name: {kept}, kind: change, unit: "%"}}\ntext:\n{statement}', header)

    above = sheet("top", "children: complete\n", f"binds: each, says: {parent}")
    all_told = Run(tuple(map(summarise, (above, sheet("low", "parent: top\n", f"says: {child}")))))
    found = [
        each for code in ("ROL003", "ROL007", "ROL012") for each in find(code).check(all_told, {})
    ]
    assert [
        f"apart {each.difference}" if isinstance(each, Hit) else type(each).__name__.lower()
        for each in found
    ] == [verdict]
    assert list(sums(all_told)) == []
