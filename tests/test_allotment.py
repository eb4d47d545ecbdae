"""What a plan allots to its children: sums, shares, what each is to reach, and how large they are."""

from __future__ import annotations

from fractions import Fraction

import pytest

from auditor.catalogue import find
from auditor.compare.allotment import allotments
from auditor.compare.rollup import Run
from auditor.compare.summary import summarise
from auditor.compare.weights import means, weighed
from auditor.facts import Plan
from auditor.phrases import amount
from auditor.rule import Held, Hit, Undecided, Verdict
from auditor.wording import Lang
from tests.sheets import plan

COST = "  cost: {name: 成本, kind: flow, unit: 元, better: less}\n"
TOTAL = "indicator: jobs, role: target, basis: cumulative"
ALLOT = "indicator: jobs, basis: cumulative"
RATE = "indicator: share, role: target"
SIZES = "name: 常住人口, source: 人口普查"


def sheet(
    id_: str,
    *says: str,
    allot: tuple[str, str] | None = None,
    sizes: str = "",
    keys: str = "",
    period: str = "2021-2025",
) -> Plan:
    """Return a plan below `top`: its statements, what it allots, and its children's sizes."""
    above = "" if id_ == "top" else "parent: top\n"
    header = f"plan: {id_}\ntitle: A\narea: {id_}\nperiod: {period}\n{above}{keys}"
    lines = "".join(f"  - {{at: 一, {each}}}\n" for each in says)
    text = COST + (f"text:\n{lines}" if says else "")
    if allot:
        text += f"allotted:\n  - {{at: 表3, {allot[0]}, by: {{{allot[1]}}}}}\n"
    return plan(text + (f"weights: {{{sizes}}}\n" if sizes else ""), header)


def run(*plans: Plan, context: str = "") -> Run:
    return Run(tuple(summarise(each, context=each.id == context) for each in plans))


def told(verdict: Verdict) -> str:
    """Return a verdict in a word, with the difference of a hit and the margin of what held."""
    if isinstance(verdict, Hit):
        return f"apart {verdict.difference}".strip()
    if not isinstance(verdict, Held):
        return "undecided"
    if verdict.margin is None:
        return "held"
    margin = verdict.margin()
    return f"held {amount(margin.off)} {'' if margin.slack is None else amount(margin.slack)}"


def verdicts(code: str, found: Run, **options: object) -> list[str]:
    rule = find(code)
    return [told(each) for each in rule.check(found, {**rule.options, **options})]


def allotted(target: str, by: str, allot: str = ALLOT, total: str = TOTAL) -> list[str]:
    """Return what is said of the sum of an allotment beside a target."""
    says = (f"{total}, says: {target}",) if target else ()
    return verdicts("ROL008", run(sheet("top", *says, allot=(allot, by))))


@pytest.mark.parametrize(
    ("target", "by", "verdict"),
    [
        ("150万人", "n: 80万人, s: 70万人", "held 0 15000"),
        ("150万人", "n: 80万人, s: 71万人", "held 10000 5000"),
        ("150万人", "n: 80万人, s: 69万人", "held 10000 5000"),
        ("150万人", "n: 80万人, s: 72万人", "apart 20000"),
        ("150万人", "n: 80万人, s: 60万人", "apart 100000"),
        ("150万人", "n: 150万人", "held 0 10000"),
        ("150万人", "n: 50万人, s: 50万人, w: 40万人, 本级: 10万人", "held 0 25000"),
        ("1500人", "n: 800, s: 701", "held 1 0.5"),
        ("1500人", "n: 800, s: 702", "apart 2"),
        ("150万人", "n: 800千人, s: 70万人", "held 0 10500"),
        ("150万人", "n: 800000, s: 700000", "held 0 5001"),
        ("150万人", 'n: "-", s: 150万人', "held 0 10000"),
        ("150万人次", "n: 80万人, s: 70万人", "undecided"),
        ("150万人以上", "n: 80万人, s: 70万人", "held 0 10000"),
        ("150万人以上", "n: 80万人, s: 90万人", "held 0 210000"),
        ("150万人以上", "n: 80万人, s: 69.5万人", "held 5000 500"),
        ("150万人以上", "n: 80万人, s: 60万人", "apart 100000"),
        ("150万人以上", "n: 80万人以上, s: 71万人以上", "held 0 20000"),
        ("超过150万人", "n: 80万人, s: 60万人", "apart 100000"),
        ("150万人以内", "n: 60万人, s: 60万人", "held 0 310000"),
        ("150万人以内", "n: 80万人, s: 71万人", "held 10000 0"),
        ("150万人以内", "n: 80万人, s: 80万人", "apart 100000"),
        ("140—160万人", "n: 80万人, s: 75万人", "held 0 60000"),
        ("140—160万人", "n: 80万人, s: 90万人", "apart 300000"),
        ("150万人左右", "n: 80万人, s: 80万人", "held 100000 60000"),
        ("150万人左右", "n: 80万人, s: 90万人", "apart 200000"),
    ],
)  # fmt: skip
def test_amounts_add_up_to_the_target(target: str, by: str, verdict: str) -> None:
    assert allotted(target, by) == [verdict]


@pytest.mark.parametrize("target", ["150万人", "1人", ""])
@pytest.mark.parametrize(
    ("by", "verdict"),
    [
        ("n: 53%, s: 47%", "held 0 1"),
        ("n: 53%, s: 46%", "held 1 0"),
        ("n: 53%, s: 45%", "apart 2"),
        ("n: 53%, s: 50%", "apart 3"),
        ("n: 33.3%, s: 33.3%, w: 33.3%", "held 0.1 0.05"),
        ("n: 33%, s: 33%, w: 33%", "held 1 0.5"),
        ("n: 33.33%, s: 33.33%, w: 33.32%", "apart 0.02"),
        ("n: 100%", "held 0 0.5"),
        ("n: 六成, s: 四成", "held 0 10"),
        ("n: 百分之六十, s: 百分之四十", "held 0 1"),
    ],
)
def test_shares_add_up_to_a_hundred_whatever_the_target(target: str, by: str, verdict: str) -> None:
    assert allotted(target, by) == [verdict]


@pytest.mark.parametrize(
    ("by", "verdict"),
    [("n: 60%, s: 60万人", "held 0 20475"), ("n: 60%, s: 50万人", "apart 100000")],
)
def test_a_share_beside_amounts_is_taken_of_the_target(by: str, verdict: str) -> None:
    assert allotted("150万人", by) == [verdict]


@pytest.mark.parametrize(
    ("target", "allot", "total"),
    [
        ("", ALLOT, TOTAL),
        ("150万元", ALLOT, TOTAL),
        ("150万人", f"{ALLOT}, scope: 农民工", TOTAL),
        ("150万人", "indicator: jobs, basis: annual", TOTAL),
        ("150万人", f"{ALLOT}, period: 2021-2023", TOTAL),
        ("150万人", ALLOT, f"{TOTAL}, period: 2021-2023"),
        ("150万人", ALLOT, f"{TOTAL}, area: elsewhere"),
        ("150万人", ALLOT, "indicator: jobs, role: actual, time: 2020"),
        ("150万人", ALLOT, "indicator: people, role: target"),
        ("增长150%", ALLOT, TOTAL),
        ("应保尽保", ALLOT, TOTAL),
    ],
)
def test_without_a_target_that_they_divide_amounts_are_not_judged(
    target: str, allot: str, total: str
) -> None:
    assert allotted(target, "n: 80万人, s: 60万人", allot, total) == ["undecided"]


@pytest.mark.parametrize(
    "by",
    [
        "n: 应保尽保, s: 70万人",
        "n: 70万人, s: 应保尽保",
        "n: 3∶4, s: 70万人",
        "n: 增长10%, s: 70万人",
        "n: 80万元, s: 70万人",
        "n: 80万人, s: 70万元",
    ],
)
def test_with_one_that_is_no_amount_of_the_kind_the_sum_is_not_judged(by: str) -> None:
    assert allotted("150万人", by) == ["undecided"]


@pytest.mark.parametrize("by", ["", "n: 应保尽保", "n: [80万人]", 'n: "-"'])
def test_an_allotment_without_any_amount_is_none(by: str) -> None:
    assert allotted("150万人", by) == []


@pytest.mark.parametrize(
    "by", ["n: 8o万人, s: 70万人", "s: 70万人, n: 8o万人", "n: 80万人共50户, s: 70万人"]
)
def test_with_one_that_cannot_be_read_the_sum_is_not_judged(by: str) -> None:
    top = sheet("top", f"{TOTAL}, says: 150万人", allot=(ALLOT, by))
    assert verdicts("ROL008", run(top)) == ["undecided"]
    assert {*top.faults_by_kind} <= {"unreadable-figure", "two-figures"}
    assert len(top.faults_by_kind) == 1


def reasons(found: Run, code: str, lang: Lang = "en") -> list[str]:
    """Return why a rule could not judge what it could not."""
    verdicts = find(code).check(found, find(code).options)
    return [each.reason[lang] for each in verdicts if isinstance(each, Undecided)]


NO_TARGET = "the sheet states no single amount as the target for this time and on this basis"


@pytest.mark.parametrize(
    ("target", "by", "indicator", "en", "zh"),
    [
        ("", "n: 80万人", "jobs", NO_TARGET, "表单中没有期间、口径与之相同的唯一数量目标，无法判定"),
        ("应保尽保", "n: 80万人", "jobs", NO_TARGET, "表单中没有期间、口径与之相同的唯一数量目标，无法判定"),
        (
            "150万人", "n: 应保尽保, s: 70万人", "jobs",
            "what n is allotted, 应保尽保, states no amount that could be added",
            "分解给 n 的“应保尽保”未表示可相加的数量，无法判定",
        ),
        (
            "150万人", "n: 8o万人, s: 70万人", "jobs",
            "what n is allotted, 8o万人, states no amount that could be added",
            "分解给 n 的“8o万人”未表示可相加的数量，无法判定",
        ),
        (
            "150万人", "n: 80万元, s: 70万元", "jobs",
            "what is allotted is in another unit than the target",
            "分解数与目标的计量单位不同，无法判定",
        ),
        (
            "5.5%以内", "n: 5%, s: 6%", "share",
            "figures of a rate or a change do not add up",
            "比率、变化类指标的数字不能相加，无法判定",
        ),
    ],
)  # fmt: skip
def test_why_a_sum_is_not_judged_is_told_as_it_is(
    target: str, by: str, indicator: str, en: str, zh: str
) -> None:
    basis = "" if indicator == "share" else ", basis: cumulative"
    says = (f"indicator: {indicator}, role: target{basis}, says: {target}",) if target else ()
    found = run(sheet("top", *says, allot=(f"indicator: {indicator}{basis}", by)))
    assert (reasons(found, "ROL008"), reasons(found, "ROL008", "zh")) == ([en], [zh])


@pytest.mark.parametrize(
    ("keys", "allot", "verdict"),
    [
        ("", ALLOT, "held 1 0.5"),
        ("exact: true\n", ALLOT, "apart 1"),
        ("rounding: 10\n", ALLOT, "held 1 14"),
        ("exact: true\n", f"{ALLOT}, rounding: 10", "held 1 9"),
        ("rounding: 10\n", f"{ALLOT}, exact: true", "held 1 4"),
    ],
)
def test_how_exact_a_sheet_is_holds_for_what_it_allots(keys: str, allot: str, verdict: str) -> None:
    top = sheet("top", f"{TOTAL}, says: 1500人", allot=(allot, "n: 800, s: 701"), keys=keys)
    assert verdicts("ROL008", run(top)) == [verdict]


def test_how_exact_a_sheet_is_says_nothing_of_sizes_from_elsewhere() -> None:
    sizes = f"{SIZES}, by: {{n: 520万人}}"
    (fact,) = sheet("top", keys="exact: true\n", sizes=sizes).weights.values()
    assert fact.radius == 5000


@pytest.mark.parametrize("by", ["n: 5.5%, s: 6%", "n: 50%, s: 50%", "n: 5.5%以内"])
def test_rates_do_not_add_up(by: str) -> None:
    assert allotted("5.5%以内", by, "indicator: share", RATE) == ["undecided"]


@pytest.mark.parametrize(
    ("says", "verdict"),
    [
        (["basis: cumulative, says: 150万人"], "held 0 15000"),
        (["basis: annual, says: 150万人"], "held 0 15000"),
        (["says: 150万人"], "held 0 15000"),
        (["says: 140万人", "basis: cumulative, says: 150万人"], "apart 100000"),
        (["basis: annual, says: 30万人", "basis: cumulative, says: 150万人"], "undecided"),
    ],
)
def test_without_a_basis_the_only_target_is_meant(says: list[str], verdict: str) -> None:
    lines = [f"indicator: jobs, role: target, {each}" for each in says]
    top = sheet("top", *lines, allot=("indicator: jobs", "n: 80万人, s: 70万人"))
    assert verdicts("ROL008", run(top)) == [verdict]


@pytest.mark.parametrize(
    ("allot", "verdict"),
    [
        ("indicator: people", "held 0 15000"),
        ("indicator: people, period: 2025-2025", "held 0 15000"),
        ("indicator: people, period: 2023-2023", "apart 100000"),
        ("indicator: people, period: 2024-2024", "undecided"),
    ],
)
def test_of_several_years_the_one_that_is_allotted_counts(allot: str, verdict: str) -> None:
    top = sheet(
        "top",
        "indicator: people, role: target, time: 2023, says: 140万人",
        "indicator: people, role: target, time: 2025, says: 150万人",
        allot=(allot, "n: 80万人, s: 70万人"),
    )
    assert verdicts("ROL008", run(top)) == [verdict]


def test_a_sum_that_is_off_is_told_with_its_target_and_every_part() -> None:
    top = sheet("top", f"{TOTAL}, says: 150万人", allot=(ALLOT, "n: 80万人, s: 60万人"))
    (found,) = find("ROL008").check(run(top), {})
    assert isinstance(found, Hit)
    assert [spot.printed for spot in found.spots] == ["150万人", "80万人", "60万人"]
    assert [spot.place for spot in found.spots] == ["一", "表3", "表3"]
    assert (found.fields["count"], found.fields["printed"]) == (2, "150万人")
    assert (found.plan, found.indicator) == ("top", "jobs")


def test_what_a_plan_read_only_to_compare_with_allots_is_not_audited() -> None:
    top = sheet("top", f"{TOTAL}, says: 150万人", allot=(ALLOT, "n: 80万人, s: 60万人"))
    assert list(allotments(run(top, context="top"))) == []


def met(
    by: str,
    own: str,
    *,
    target: str = f"{TOTAL}, says: 150万人",
    allot: str = ALLOT,
    period: str = "2021-2025",
) -> list[str]:
    """Return what is said of a child's own target beside what is allotted to it."""
    top = sheet("top", *filter(None, (target,)), allot=(allot, by))
    return verdicts("ROL009", run(top, sheet("n", own, period=period)))


@pytest.mark.parametrize(
    ("by", "own", "verdict"),
    [
        ("n: 80万人", "80万人", "held"),
        ("n: 80万人", "82万人", "held"),
        ("n: 80万人", "800千人", "held"),
        ("n: 80万人", "79万人", "apart 10000"),
        ("n: 80万人", "78万人", "apart 20000"),
        ("n: 8.0万人", "7.9万人", "apart 1000"),
        ("n: 80万人", "79.6万人", "held"),
        ("n: 80万人", "794999", "apart 5001"),
        ("n: 80万人", "795000", "held"),
        ("n: 800000", "799999", "apart 1"),
        ("n: 800000", "799998", "apart 2"),
        ("n: 80万人", "80万人以上", "held"),
        ("n: 80万人以上", "75万人以上", "apart 50000"),
        ("n: 80万人", "75万人左右", "held"),
        ("n: 80万人", "70—85万人", "held"),
        ("n: 53%", "80万人", "held"),
        ("n: 53%", "78万人", "held"),
        ("n: 53%", "77万人", "apart 9875"),
        ("n: 53%, s: 应保尽保", "77万人", None),
        ("n: 80万人, s: 应保尽保", "70万人", "apart 100000"),
        ("n: 80万人", "80万人次", "undecided"),
    ],
)
def test_a_child_reaches_what_is_allotted_to_it_within_rounding(
    by: str, own: str, verdict: str | None
) -> None:
    assert met(by, f"{TOTAL}, says: {own}") == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("by", "own"),
    [
        ("s: 80万人", f"{TOTAL}, says: 70万人"),
        ("N: 80万人", f"{TOTAL}, says: 70万人"),
        ("n: 应保尽保", f"{TOTAL}, says: 70万人"),
        ('n: "-"', f"{TOTAL}, says: 70万人"),
        ("n: 80万人", f"{TOTAL}, says: 应保尽保"),
        ("n: 80万人", f"{TOTAL}, says: 增长70%"),
        ("n: 80万人", f"{TOTAL}, says: 70万元"),
        ("n: 80万人", f"{TOTAL}, scope: 农民工, says: 70万人"),
        ("n: 80万人", f"{TOTAL}, area: top, says: 70万人"),
        ("n: 80万人", f"{TOTAL}, period: 2021-2024, says: 70万人"),
        ("n: 80万人", "indicator: jobs, role: target, basis: annual, says: 70万人"),
        ("n: 80万人", "indicator: jobs, role: actual, time: 2020, says: 70万人"),
        ("n: 80万人", "indicator: people, role: target, says: 70万人"),
    ],
)
def test_a_child_that_does_not_state_it_is_not_judged(by: str, own: str) -> None:
    assert met(by, own) == []


def test_a_child_of_another_period_is_not_judged() -> None:
    assert met("n: 80万人", f"{TOTAL}, says: 70万人", period="2020-2025") == []


@pytest.mark.parametrize(
    ("by", "own", "verdict"),
    [
        ("n: 80万元", "80万元", "held"),
        ("n: 80万元", "60万元", "held"),
        ("n: 80万元", "81万元", "apart 10000"),
        ("n: 80万元", "80.4万元", "held"),
        ("n: 80万元", "90万元", "apart 100000"),
        ("n: 50%", "75万元", "held"),
        ("n: 50%", "80万元", "apart 34975"),
    ],
)
def test_where_less_is_better_a_child_stays_below(by: str, own: str, verdict: str) -> None:
    of, allot = f"{TOTAL}, says: ".replace("jobs", "cost"), ALLOT.replace("jobs", "cost")
    assert met(by, of + own, target=f"{of}150万元", allot=allot) == [verdict]


@pytest.mark.parametrize("indicator", ["jobs", "cost"])
def test_a_share_of_a_target_that_is_not_stated_binds_no_child(indicator: str) -> None:
    own, allot = (each.replace("jobs", indicator) for each in (f"{TOTAL}, says: 5", ALLOT))
    assert met("n: 50%, s: 50%", own, target="", allot=allot) == []


@pytest.mark.parametrize(
    ("own", "verdict"),
    [
        ("5.5%", "held"),
        ("5.4%以内", "held"),
        ("5.54%", "held"),
        ("5.6%", "apart 0.1"),
        ("5.7%", "apart 0.2"),
    ],
)
def test_a_rate_may_be_allotted_and_is_met_as_it_stands(own: str, verdict: str) -> None:
    for target in ("", f"{RATE}, says: 6.0%"):
        found = met("n: 5.5%", f"{RATE}, says: {own}", target=target, allot="indicator: share")
        assert found == [verdict]


def test_of_an_allotment_that_is_unmet_the_child_stands_first() -> None:
    top = sheet("top", f"{TOTAL}, says: 150万人", allot=(ALLOT, "n: 80万人, s: 70万人"))
    below = [sheet(id_, f"{TOTAL}, says: 60万人") for id_ in ("n", "s")]
    found = list(find("ROL009").check(run(top, *below), {}))
    assert [each.plan for each in found if isinstance(each, Hit)] == ["n", "s"]
    first = found[0]
    assert isinstance(first, Hit)
    assert [spot.printed for spot in first.spots] == ["60万人", "80万人"]


def weights(
    by: str, own: str, tolerance: str = "", context: str = "", option: Fraction = Fraction(1, 2)
) -> list[str]:
    """Return what is said of a child's share of a target beside its share of the sizes."""
    stray = f", tolerance: {tolerance}" if tolerance else ""
    sizes = f"{SIZES}{stray}, by: {{{by}}}"
    top = sheet("top", f"{TOTAL}, says: 150万人", f"{RATE}, says: 5.0%", sizes=sizes)
    child = sheet("n", f"{TOTAL}, says: {own}", f"{RATE}, says: 5.0%")
    return verdicts("ROL010", run(top, child, context=context), tolerance=option)


BY = "n: 520万人, s: 480万人"


@pytest.mark.parametrize(
    ("own", "tolerance", "verdict"),
    [
        ("78万人", "", "held"),
        ("39万人", "", "held"),
        ("38万人", "", "apart"),
        ("117万人", "", "held"),
        ("120万人", "", "apart"),
        ("7.8万人", "", "apart"),
        ("780万人", "", "apart"),
        ("78万人", "20%", "held"),
        ("94万人", "20%", "held"),
        ("95万人", "20%", "apart"),
        ("62万人", "20%", "held"),
        ("61万人", "20%", "apart"),
        ("95万人", "0.2", "apart"),
        ("95万人", "二成", "apart"),
        ("95万人", "30%", "held"),
        ("78万人", "0%", "held"),
        ("80万人", "0%", "apart"),
        ("95万人", "适当", "held"),
        ("120万人", "适当", "apart"),
    ],
)
def test_a_child_s_share_is_near_its_weight(own: str, tolerance: str, verdict: str) -> None:
    assert weights(BY, own, tolerance) == [verdict]


@pytest.mark.parametrize(
    ("option", "tolerance", "verdict"),
    [
        (Fraction(1, 5), "", "apart"),
        (Fraction(3, 10), "", "held"),
        (Fraction(0), "30%", "held"),
        (Fraction(9), "20%", "apart"),
    ],
)
def test_what_the_sheet_says_of_the_tolerance_comes_before_the_option(
    option: Fraction, tolerance: str, verdict: str
) -> None:
    assert weights(BY, "95万人", tolerance, option=option) == [verdict]


@pytest.mark.parametrize(
    "by",
    [
        "s: 480万人", "n: 0, s: 0", "n: 应保尽保, s: 480万人", "n: 520万人, s: 应保尽保", "n: 5∶4, s: 480万人",
        'n: 520万人, s: "-"', 'n: "-", s: 480万人', "n: 520万人, s: 48o万人",
    ],
)  # fmt: skip
def test_without_a_size_of_every_child_no_share_is_weighed(by: str) -> None:
    assert weights(by, "7.8万人") == ["undecided"]


def test_a_sheet_that_tells_no_sizes_has_nothing_to_be_weighed() -> None:
    top = sheet("top", f"{TOTAL}, says: 150万人")
    assert verdicts("ROL010", run(top, sheet("n", f"{TOTAL}, says: 7.8万人"))) == []


def test_shares_and_sizes_are_told_as_printed() -> None:
    top = sheet("top", f"{TOTAL}, says: 150万人", sizes=f"{SIZES}, by: {{{BY}}}")
    child = sheet("n", f"{TOTAL}, says: 8.2万人")
    (found,) = find("ROL010").check(run(top, child), find("ROL010").options)
    assert isinstance(found, Hit)
    assert (found.fields["share"], found.fields["weight"]) == ("5.5", "52")


def test_sizes_may_be_shares_and_one_child_may_be_all() -> None:
    assert weights("n: 52%, s: 48%", "78万人") == ["held"]
    assert weights("n: 520万人", "60万人") == ["apart"]
    assert weights("n: 520万人", "150万人") == ["held"]


@pytest.mark.parametrize(("context", "count"), [("", 1), ("top", 1), ("n", 0)])
def test_a_child_read_only_to_compare_with_is_not_weighed(context: str, count: int) -> None:
    assert len(weights(BY, "78万人", context=context)) == count


def test_only_amounts_are_weighed() -> None:
    top = sheet("top", f"{RATE}, says: 5.0%", sizes=f"{SIZES}, by: {{{BY}}}")
    assert list(weighed(run(top, sheet("n", f"{RATE}, says: 5.0%")))) == []


def mean(
    target: str, *rates: str, by: str = BY, children: str = "complete", context: str = ""
) -> list[str]:
    """Return what is said of the mean of the children's rates beside their parent's."""
    keys = f"children: {children}\n" if children else ""
    top = sheet("top", f"{RATE}, says: {target}", sizes=f"{SIZES}, by: {{{by}}}", keys=keys)
    below = [
        sheet(id_, *filter(None, (rate and f"{RATE}, says: {rate}",)))
        for id_, rate in zip("ns", rates, strict=False)
    ]
    return verdicts("ROL013", run(top, *below, context=context))


@pytest.mark.parametrize(
    ("target", "rates", "verdict"),
    [
        ("5.5%以内", ("5.0%", "5.0%"), "held"),
        ("5.5%以内", ("5.0%以内", "6.0%以内"), "held"),
        ("5.5%以内", ("6.0%", "5.0%"), "held"),
        ("5.5%以内", ("6.5%", "4.9%"), "apart"),
        ("5.5%以内", ("4.9%", "6.5%"), "apart"),
        ("5.5%以内", ("2.0%", "9.0%"), "held"),
        ("<5.5%", ("6.5%", "5.5%"), "apart"),
        ("5.5%以上", ("4.0%", "5.0%"), "apart"),
        ("5.5%以上", ("9.0%", "5.0%"), "held"),
        ("5.5%", ("9.0%", "9.0%"), "held"),
    ],
)
def test_the_weighted_mean_keeps_the_bound(
    target: str, rates: tuple[str, str], verdict: str
) -> None:
    assert mean(f'"{target}"', *rates) == [verdict]


@pytest.mark.parametrize(
    ("rates", "by", "children", "context"),
    [
        (("9.0%", "9.0%"), BY, "", ""),
        (("9.0%", "9.0%"), BY, "[n, s, w]", ""),
        (("9.0%",), BY, "[n, s]", ""),
        (("9.0%", ""), BY, "complete", ""),
        (("9.0%", "提高9个百分点"), BY, "complete", ""),
        (("9.0%", "9.0%"), BY, "complete", "top"),
        (("9.0%", "9.0%"), "n: 520万人", "", ""),
        (("9.0%", ""), "n: 520万人", "complete", ""),
        (("9.0%", "9.0%"), "n: 520万人", "complete", "top"),
    ],
)
def test_without_every_child_there_is_no_mean(
    rates: tuple[str, ...], by: str, children: str, context: str
) -> None:
    assert mean("5.5%以内", *rates, by=by, children=children, context=context) == []


@pytest.mark.parametrize(
    ("by", "en", "zh"),
    [
        (
            "n: 520万人",
            "the sheet tells no size of s to weigh by",
            "表单未列 s 的规模，无法加权",
        ),
        (
            'n: 520万人, s: "-"',
            "the sheet tells no size of s to weigh by",
            "表单未列 s 的规模，无法加权",
        ),
        (
            "n: 应保尽保, s: 48o万人",
            "the sheet tells no size of n, s to weigh by",
            "表单未列 n、s 的规模，无法加权",
        ),
        ("n: 0, s: 0", "the sizes to weigh by may come to nothing", "权重合计可能为零，无法加权"),
    ],
)
def test_without_every_size_the_mean_is_open_and_it_is_told_why(by: str, en: str, zh: str) -> None:
    assert mean("5.5%以内", "9.0%", "9.0%", by=by) == ["undecided"]
    top = sheet(
        "top", f"{RATE}, says: 5.5%以内", sizes=f"{SIZES}, by: {{{by}}}", keys="children: [n, s]\n"
    )
    found = run(top, *(sheet(id_, f"{RATE}, says: 9.0%") for id_ in "ns"))
    assert (reasons(found, "ROL013"), reasons(found, "ROL013", "zh")) == ([en], [zh])


def test_a_mean_that_no_bound_is_held_against_is_not_open() -> None:
    assert mean("5.5%", "9.0%", "9.0%", by="n: 520万人") == []


def test_a_mean_holds_all_that_rounding_leaves_open() -> None:
    sizes = f"{SIZES}, by: {{n: 3万人, s: 1万人}}"
    top = sheet("top", f"{RATE}, says: 5.5%以内", sizes=sizes, keys="children: [n, s]\n")
    below = [sheet("n", f"{RATE}, says: 6%"), sheet("s", f"{RATE}, says: 4%")]
    (found,) = means(run(top, *below))
    assert (found.mean.low, found.mean.high) == (Fraction("3.1"), Fraction(59, 6))
    assert found.mean.holds(Fraction("5.5"))
    assert [fact.figure.printed for fact in found.children] == ["6%", "4%"]
