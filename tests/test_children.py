"""All children against their parent: what is decided when some of them are missing, and what is not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from auditor.catalogue import find
from auditor.compare.rollup import Run
from auditor.compare.summary import summarise
from auditor.facts import Plan
from auditor.rule import Held, Hit, Margin, Verdict
from auditor.wording import Wording, say
from tests.sheets import plan

COST = "  cost: {name: 成本, kind: flow, unit: 元, better: less}\n"
GOAL = "indicator: jobs, role: target, basis: cumulative"
SIDE = Wording(en="{side}", zh="{side}")
ALL, LISTED, LONGER = "complete", "[n, s]", "[n, s, w]"


def sheet(id_: str, *says: str, keys: str = "", sizes: str = "") -> Plan:
    above = "" if id_ == "top" else "parent: top\n"
    header = f"plan: {id_}\ntitle: A\narea: {id_}\nperiod: 2021-2025\n{above}{keys}"
    lines = "".join(f"  - {{at: 一, {each}}}\n" for each in says)
    text = COST + (f"text:\n{lines}" if says else "")
    if sizes:
        text += f"weights: {{name: 常住人口, source: 人口普查, by: {{{sizes}}}}}\n"
    return plan(text, header)


def verdicts(
    target: str,
    *figures: str,
    children: str = ALL,
    subject: str = GOAL,
    sizes: str = "",
    policy: str = "undecided",
    context: str = "",
) -> list[Verdict]:
    """Return what is said of the figures of n, s, w … (none where one is empty) below a target."""
    keys = f"children: {children}\n" if children else ""
    plans = [sheet("top", f"{subject}, says: '{target}'", keys=keys, sizes=sizes)]
    for id_, says in zip("nswe", figures, strict=False):
        plans.append(sheet(id_, *([f"{subject}, says: '{says}'"] if says else [])))
    run = Run(tuple(summarise(each, context=each.id == context) for each in plans))
    return list(find("ROL005").check(run, {"missing_children": policy}))


def told(found: list[Verdict]) -> list[str]:
    return [
        f"{say(SIDE, 'en', each.fields)} {each.difference}"
        if isinstance(each, Hit)
        else "held"
        if isinstance(each, Held)
        else "undecided"
        for each in found
    ]


@pytest.mark.parametrize("children", [ALL, LISTED, "[n]", "[s]"])
@pytest.mark.parametrize(
    ("target", "figures", "verdict"),
    [
        ("150万人以上", ("80万人", "70万人"), "held"),
        ("150万人以上", ("80万人", "90万人"), "held"),
        ("150万人以上", ("80万人", "69万人"), "held"),
        ("150万人以上", ("80万人", "68万人"), "short 20000"),
        ("150万人以上", ("80万人", "60万人"), "short 100000"),
        ("150万人以上", ("80万人以上", "60万人以上"), "short 100000"),
        ("150万人", ("80万人", "60万人"), "short 100000"),
        ("150万人", ("80万人", "90万人"), "held"),
        ("150万人左右", ("80万人", "60万人"), "held"),
        ("150万人左右", ("80万人", "50万人"), "short 200000"),
        ("1500人", ("800人", "699人"), "held"),
        ("1500人", ("800人", "698人"), "short 2"),
        ("超过150万人", ("80万人", "60万人"), "short 100000"),
        ("150万人以内", ("80万人", "70万人"), "held"),
        ("150万人以内", ("80万人", "60万人"), "held"),
        ("150万人以内", ("80万人", "71万人"), "held"),
        ("150万人以内", ("80万人", "72万人"), "over 20000"),
        ("低于150万人", ("80万人", "80万人"), "over 100000"),
        ("150万人次", ("80万人", "60万人"), "undecided"),
    ],
)
def test_children_that_are_all_there_reach_the_floor_and_stay_under_the_ceiling(
    children: str, target: str, figures: tuple[str, ...], verdict: str
) -> None:
    assert told(verdicts(target, *figures, children=children)) == [verdict]


@pytest.mark.parametrize(
    ("children", "figures"),
    [
        ("", ("80万人", "60万人")),
        (LONGER, ("80万人", "60万人")),
        (ALL, ("80万人", "")),
        (LISTED, ("80万人",)),
        (LISTED, ("80万人", "")),
        (LISTED, ("80万人", "应保尽保")),
        (LISTED, ("80万人", "增长60%")),
        (LISTED, ("80万人", "60万元")),
        ("[]", ("80万人", "")),
    ],
)
@pytest.mark.parametrize("target", ["150万人以上", "150万人", "150万人以内"])
def test_children_that_are_missing_leave_it_undecided_and_never_short(
    children: str, figures: tuple[str, ...], target: str
) -> None:
    assert told(verdicts(target, *figures, children=children)) == ["undecided"]


@pytest.mark.parametrize("children", ["", LONGER])
@pytest.mark.parametrize(
    ("target", "figures", "verdict"),
    [
        ("150万人以上", ("80万人", "90万人"), "held"),
        ("150万人以上", ("80万人", "71万人"), "held"),
        ("150万人以上", ("80万人", "70万人"), "undecided"),
        ("1500人以上", ("800人", "701人"), "held"),
        ("150万人以内", ("80万人", "90万人"), "over 200000"),
        ("150万人以内", ("80万人", "71万人"), "undecided"),
        ("150万人以内", ("151万人",), "over 10000"),
        ("150万人以内", ("80万人", "160万人"), "over 900000"),
        ("150万人", ("160万人",), "held"),
    ],
)
def test_those_known_may_decide_it_alone(
    children: str, target: str, figures: tuple[str, ...], verdict: str
) -> None:
    assert told(verdicts(target, *figures, children=children)) == [verdict]


@pytest.mark.parametrize("children", ["", ALL, LONGER])
@pytest.mark.parametrize("figure", ["152万人", "160万人以内"])
@pytest.mark.parametrize(
    ("context", "codes"), [("", ["ROL004"]), ("top", ["ROL004"]), ("n", ["ROL005"])]
)
def test_what_a_single_child_exceeds_is_told_once(
    children: str, figure: str, context: str, codes: list[str]
) -> None:
    keys = f"children: {children}\n" if children else ""
    plans = (
        sheet("top", f"{GOAL}, says: 150万人以内", keys=keys),
        sheet("n", f"{GOAL}, says: {figure}"),
    )
    run = Run(tuple(summarise(each, context=each.id == context) for each in plans))
    rules = (find(code) for code in ("ROL003", "ROL004", "ROL005"))
    found = [(rule.code, each) for rule in rules for each in rule.check(run, rule.options)]
    assert [code for code, each in found if isinstance(each, Hit)] == codes


@pytest.mark.parametrize(
    ("target", "figures", "children", "verdict"),
    [
        ("150万元", ("60万元", "50万元"), ALL, "held"),
        ("150万元", ("80万元", "70万元"), ALL, "held"),
        ("150万元", ("80万元", "71万元"), ALL, "held"),
        ("150万元", ("80万元", "72万元"), ALL, "over 20000"),
        ("150万元", ("80万元", "80万元"), LONGER, "over 100000"),
        ("150万元", ("80万元", "60万元"), LONGER, "undecided"),
        ("140—160万元", ("80万元", "70万元"), ALL, "held"),
        ("140—160万元", ("90万元", "90万元"), ALL, "over 200000"),
        ("150万元以上", ("60万元", "50万元"), ALL, "short 400000"),
        ("150万元以内", ("60万元", "50万元"), ALL, "held"),
    ],
)
def test_where_less_is_better_a_plain_figure_is_a_ceiling(
    target: str, figures: tuple[str, ...], children: str, verdict: str
) -> None:
    subject = GOAL.replace("jobs", "cost")
    assert told(verdicts(target, *figures, children=children, subject=subject)) == [verdict]


def test_what_is_left_below_a_ceiling_is_told_as_slack() -> None:
    (found,) = verdicts("150万人以内", "80万人", "71万人")
    assert isinstance(found, Held)
    assert found.margin is not None
    assert found.margin() == Margin(Fraction(10_000), Fraction(0))
    assert found.in_unit == "person"


@pytest.mark.parametrize(
    "subject",
    ["indicator: share, role: target", "indicator: growth, role: target"],
)
def test_rates_and_changes_of_children_are_not_added_up(subject: str) -> None:
    assert verdicts("5", "9", "9", subject=subject) == []


@pytest.mark.parametrize(("context", "count"), [("", 1), ("top", 0), ("n", 1)])
def test_a_parent_read_only_to_compare_with_is_not_audited(context: str, count: int) -> None:
    assert len(verdicts("150万人以上", "80万人", "60万人", context=context)) == count


def test_a_target_that_no_child_states_has_no_sum() -> None:
    assert verdicts("150万人以上", "", "") == []
    assert verdicts("150万人以上") == []


SIZES = "n: 520万人, s: 480万人"


@pytest.mark.parametrize(
    ("policy", "sizes", "figures", "kind"),
    [
        ("undecided", SIZES, ("80万人",), "undecided"),
        ("zero", "", ("80万人",), "short 700000"),
        ("zero", "", ("160万人",), "held"),
        ("zero", SIZES, ("80万人", "70万人"), "held"),
        ("by-weight", SIZES, ("80万人",), "held"),
        ("by-weight", "", ("80万人",), "undecided"),
        ("by-weight", "s: 480万人", ("80万人",), "undecided"),
        ("by-weight", "n: 0, s: 0", ("80万人",), "undecided"),
        ("by-weight", SIZES, ("80万人", "70万人"), "held"),
        ("by-weight", SIZES, ("80万人", "60万人"), "short 100000"),
    ],
)
def test_what_is_made_of_missing_children_can_be_set(
    policy: str, sizes: str, figures: tuple[str, ...], kind: str
) -> None:
    children = LISTED if len(figures) == 2 else LONGER
    found = verdicts("150万人以上", *figures, children=children, sizes=sizes, policy=policy)
    assert told(found) == [kind]


def test_children_that_are_reckoned_by_weight_may_still_be_short() -> None:
    (found,) = verdicts("150万人以上", "60万人", children="", sizes=SIZES, policy="by-weight")
    assert isinstance(found, Hit)
    assert found.fields["count"] == 1


def test_what_is_reckoned_by_weight_is_so_in_the_sum_and_in_what_it_is_short_of() -> None:
    (found,) = verdicts("150万人以上", "60万人", children="", sizes=SIZES, policy="by-weight")
    assert isinstance(found, Hit)
    assert Fraction(found.difference) == 1_500_000 - Fraction(600_000 * 1000, 520)
    assert found.message is not None
    assert say(found.message, "en", found.fields).replace("\u202f", " ") == (
        "all children would come to [≈1 143 131.6042, ≈1 164 581.3282] persons by their size "
        "([595 000, 605 000] persons from 1 of them), the parent states 150万人以上: "
        "≈346 153.8462 persons short"
    )
    (held,) = verdicts("150万人以上", "80万人", children="", sizes=SIZES, policy="by-weight")
    assert isinstance(held, Held)
    assert held.margin is not None
    assert held.margin().off == 0


@pytest.mark.parametrize("size", ["应保尽保", '"-"', "8o万人", "增长10%"])
def test_by_a_weight_that_is_no_amount_nothing_is_reckoned(size: str) -> None:
    sizes = f"n: 520万人, s: {size}"
    found = verdicts("150万人以上", "60万人", children="", sizes=sizes, policy="by-weight")
    assert told(found) == ["undecided"]


def test_a_sum_that_is_short_is_told_at_the_parent_with_every_child() -> None:
    (found,) = verdicts("150万人以上", "80万人", "60万人")
    assert isinstance(found, Hit)
    assert [spot.printed for spot in found.spots] == ["150万人以上", "80万人", "60万人"]
    assert (found.plan, found.fields["count"], found.fields["sum"]) == (
        "top",
        2,
        {
            "en": "[1\u202f390\u202f000, 1\u202f410\u202f000] persons",
            "zh": "[1\u202f390\u202f000, 1\u202f410\u202f000] 人",
        },
    )
