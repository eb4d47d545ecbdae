"""Claims: read by a white list, evaluated on intervals, refuted only beyond rounding."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.compare.claims import (
    across_plans,
    evaluate,
    finder,
    is_conversion,
    outcomes,
    unreadable,
)
from auditor.compare.outcome import (
    A_DECIMAL,
    A_DIVISOR,
    A_FIGURE,
    A_FORMULA,
    A_RATIO,
    A_RELATION,
    LONGEST,
    NO_QUOTES,
    PLAIN_TERMS,
    SHORTER,
    SMALLER,
    UNDECIDED,
    ClaimError,
    Outcome,
)
from auditor.facts import Plan
from auditor.finding import Mark
from auditor.interval import Interval
from auditor.sheet import Claim
from auditor.wording import Wording
from tests.sheets import plan

MARK = Mark(1, 1, 1, 2)


def of(says: str, role: str = "") -> Plan:
    """Return a plan with a statement for each `id: figure` of a list set apart by semicolons."""
    kept = f", indicator: people, time: 2020, role: {role}" if role else ""
    named = [each.split(":", 1) for each in says.split("; ")]
    return plan(
        "text:\n"
        + "".join(
            f"  - {{at: 一, id: {id_}, says: '{text.strip()}'{kept}}}\n" for id_, text in named
        )
    )


def judged(formula: str, says: str, role: str = "") -> Outcome:
    (outcome,) = evaluate(Claim("holds", "一", MARK, formula=formula), finder(of(says, role)))
    return outcome


def refused(formula: str, says: str = "a: 5; b: 3; r: 1∶2; w: 全覆盖; z: 0") -> ClaimError:
    with pytest.raises(ClaimError) as caught:
        judged(formula, says)
    return caught.value


@pytest.mark.parametrize(
    ("formula", "says", "holds"),
    [
        ("a = b + c", "a: 49.73万人; b: 22.6万人; c: 27.13万人", True),
        ("a = b + c", "a: 49.73万人; b: 22.6万人; c: 27.31万人", False),
        ("a = b + c", "a: 100; b: 33; c: 66", True),
        ("a = b + c", "a: 100; b: 32; c: 66", False),
        ("a = b + c", "a: 5万; b: 2.3万; c: 2.3万", True),
        ("b = a - c", "a: 5; b: 3; c: 2", True),
        ("-b = c - a", "a: 5; b: 3; c: 2", True),
        ("a = b * 5", "a: 9000; b: 1800", True),
        ("a = 5 * b", "a: 9000; b: 1900", False),
        ("a / 5 = b", "a: 9000; b: 1800", True),
        ("a = (b + c) / 2", "a: 87.35%; b: 84.6%; c: 90.1%", True),
        ("a = 10000", "a: 1万", True),
        ("a×（1＋1）＝b", "a: 1; b: 2", True),
        ("a ÷ 2 = b − 1", "a: 4; b: 3", True),
        ("a <= b", "a: 3; b: 4", True),
        ("a ≤ b", "a: 6; b: 4", False),
        ("a >= b", "a: 3; b: 5", False),
        ("a ≥ b", "a: 4; b: 4", True),
        ("a < b", "a: 4; b: 4", True),
        ("a < b", "a: 6; b: 4", False),
        ("a > b", "a: 3; b: 5", False),
        ("a == b", "a: 3; b: 3", True),
    ],
)
def test_a_claim_is_refuted_only_beyond_rounding(formula: str, says: str, holds: bool) -> None:
    assert judged(formula, says).holds is holds


@pytest.mark.parametrize(
    ("formula", "says", "holds"),
    [
        ("a < b", "a: 5; b: 4", False),  # [4.5, …] against […, 4.5]: the ends touch, < needs more
        ("a <= b", "a: 5; b: 4", True),
        ("a > b", "a: 4; b: 5", False),
        ("a >= b", "a: 4; b: 5", True),
    ],
)
def test_open_and_closed_relations_differ_where_ends_touch(
    formula: str, says: str, holds: bool
) -> None:
    assert judged(formula, says).holds is holds


@pytest.mark.parametrize(
    ("formula", "says", "holds"),
    [
        ("target = base * (1 - 50%)", "target: 40人; base: 80人", True),
        ("target = base * (1 - 50%)", "target: 50人; base: 80人", False),
        ("part = whole * share", "part: 40人; whole: 80人; share: 50%", True),
        ("part = whole * share", "part: 60人; whole: 80人; share: 50%", False),
        ("share = part / whole", "part: 40人; whole: 80人; share: 50%", True),
        ("share = part / whole * 100", "part: 40人; whole: 80人; share: 50%", True),
        ("rise = new - old", "rise: 5个百分点; new: 45%; old: 40%", True),
        ("rise = new - old", "rise: 6个百分点; new: 45%; old: 40%", True),
        ("rise = new - old", "rise: 7个百分点; new: 45%; old: 40%", False),
        ("a = 46.43", "a: 46.43%", True),
        ("a = 0.4643", "a: 46.43%", True),
        ("a = 4.643", "a: 46.43%", False),
        ("a = 50 %", "a: 50%", True),
        ("growth = new / old - 1", "growth: 46%; new: 146人; old: 100人", True),
    ],
)
def test_per_cent_is_read_as_a_number_and_as_a_ratio(formula: str, says: str, holds: bool) -> None:
    assert judged(formula, says).holds is holds


@pytest.mark.parametrize(
    ("formula", "says", "holds"),
    [
        ("r[1] + r[2] = 100", "r: 46.43∶53.57", True),
        ("r[1] + r[2] = 90", "r: 46.43∶53.57", False),
        ("a = whole * r[2] / 100", "r: 57∶16∶27; whole: 1000人; a: 160人", True),
        ("a = whole * r[3]", "r: 57∶16∶27; whole: 1000人; a: 270人", True),
        ("r[1] = 2.21 * r[2]", "r: 2.21∶1", True),
    ],
)
def test_parts_of_a_ratio_are_counted_from_one(formula: str, says: str, holds: bool) -> None:
    assert judged(formula, says).holds is holds


@pytest.mark.parametrize(
    ("keys", "holds"), [("", True), (", exact: true", False), (", rounding: 5", True)]
)
def test_parts_of_a_ratio_are_rounded_as_the_sheet_says(keys: str, holds: bool) -> None:
    (outcome,) = listed("holds: 'a = 10 * r[1]'", "a: 13; r: 1∶2", keys)
    assert outcome.holds is holds


@pytest.mark.parametrize(
    ("formula", "says", "left"),
    [
        ("r[1] = a / b", "r: 2.21∶1; a: 321; b: 100", "2.21"),
        ("r[1] + 1 = a", "r: 2.21∶1; a: 5", "3.21"),
        ("r[1] = a / b", "r: 46.4∶53.6; a: 50; b: 100", "0.464"),
        ("r[1] * 1% = a", "r: 2.5∶1; a: 5", "0.00025"),
        ("r[1] * s = a", "r: 2.5∶1; s: 50%; a: 5", "0.0125"),
    ],
)
def test_a_part_of_a_ratio_that_does_not_hold_is_told_as_printed(
    formula: str, says: str, left: str
) -> None:
    outcome = judged(formula, says)
    assert not outcome.holds
    assert outcome.left.holds(Fraction(left))


@pytest.mark.parametrize("index", ["0", "3", "1.0", "-1", "'1'", "r"])
def test_a_part_that_a_ratio_has_not_is_told(index: str) -> None:
    assert refused(f"r[{index}] = 1").expected in (A_RATIO, PLAIN_TERMS)


def test_a_number_has_no_parts() -> None:
    assert refused("a[1] = 5").expected == A_RATIO


@pytest.mark.parametrize(
    ("formula", "low", "high"),
    [
        ("a - a = 0", 0, 0),
        ("a + b = b + a", 0, 0),
        ("2 * a - a = a", 0, 0),
        ("(a + b) / 2 - a / 2 = b / 2", 0, 0),
        ("a = b", -1, 1),
        ("a + a = b + b", -2, 2),
    ],
)
def test_a_variable_that_occurs_twice_is_one_number(formula: str, low: int, high: int) -> None:
    assert judged(formula, "a: 5; b: 5").difference == Interval(Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("a = b", "a: 5人; b: 5户"),
        ("a = b", "a: 5人; b: 5元"),
        ("a = b", "a: 5人; b: 5%"),
        ("a = b", "a: 5个; b: 5%"),
        ("a = b + c", "a: 5个; b: 3个; c: 2%"),
        ("a = b + c", "a: 5元; b: 3元; c: 2美元"),
        ("a = b * c", "a: 5平方米; b: 5米; c: 1"),
        ("a = b / c", "a: 5元; b: 5元; c: 1平方米"),
        ("a = b", "a: 3倍; b: 5人"),
    ],
)
def test_unlike_units_cannot_be_added_or_compared(formula: str, says: str) -> None:
    outcome = judged(formula, says)
    assert (outcome.unlike, outcome.holds, outcome.apart) == (True, True, Fraction(0))
    assert len(outcome.mixed) == len(says.split(";"))


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("a = b * c", "a: 480亿元; b: 240亿元; c: 3倍"),
        ("a = b / c", "a: 2.58倍; b: 35340元; c: 14250元"),
    ],
)
def test_a_wrong_multiple_is_wrong_and_no_other_unit(formula: str, says: str) -> None:
    outcome = judged(formula, says)
    assert (outcome.unlike, outcome.holds) == (False, False)


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("a = b * c", "a: 25平方米; b: 5米; c: 5米"),
        ("a = b / c", "a: 5元/人; b: 25元; c: 5人"),
        ("a = b * c", "a: 25元; b: 5元/人; c: 5人"),
        ("a = b * c", "a: 25人; b: 5个; c: 5人"),
        ("a = b", "a: 1个; b: 1家"),
        ("a = b", "a: 2000平方米; b: 3亩"),
        ("a = 5", "a: 5人"),
        ("a = b", "a: 5人; b: 5"),
        ("a = b * c", "a: 480亿元; b: 240亿元; c: 翻一番"),
        ("a = b * c", "a: 480人; b: 240人; c: 2倍"),
        ("a = b * (1 + c)", "a: 480亿元; b: 240亿元; c: 增长1倍"),
        ("a = b / c", "a: 2.48倍; b: 35340元; c: 14250元"),
        ("a = b * c", "a: 3.2 GW; b: 640 MW; c: five times"),
    ],
)
def test_units_may_be_multiplied_and_things_counted_by_any_counter(formula: str, says: str) -> None:
    outcome = judged(formula, says)
    assert (outcome.unlike, outcome.holds, outcome.mixed) == (False, True, ())


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("s = t / b", "s: 5%; t: 50人; b: 100人以内"),
        ("s = t / (b - c)", "s: 5%; t: 50人; b: 1.2万人; c: 1.1万人"),
        ("s = b / c * t", "s: 5%; t: 50人; b: 1人; c: 0.4人以内"),
        ("1 / (a * (b - c)) = 2", "a: 5; b: 3; c: 2.6"),
        ("t / (b - b / 2) = 2", "t: 5; b: 3以上"),
    ],
)
def test_a_divisor_that_may_be_zero_leaves_a_claim_undecided(formula: str, says: str) -> None:
    assert refused(formula, says).kind == "zero-divisor"


@pytest.mark.parametrize(
    ("formula", "says", "kind"),
    [
        ("r = d / 366", "r: 87.2%; d: 319天", "unlike-number"),
        ("r = 319 / d", "r: 87.2%; d: 366天", "unlike-number"),
        ("a = 3 * b", "a: 9人; b: 3户", "unlike-number"),
        ("a = -(b / 2) + c", "a: 9人; b: 3户; c: 5人", "unlike-number"),
        ("a = b * (1 - 50%)", "a: 9人; b: 18户", "unlike"),
        ("a = b + 3", "a: 9人; b: 6户", "unlike"),
        ("a = c + (b + 3)", "a: 9人; b: 6户; c: 1人", "unlike"),
        ("a = b * -(2 - 5)", "a: 9人; b: 3户", "unlike-number"),
        ("a = b * (2 * 50%)", "a: 9人; b: 9户", "unlike"),
        ("a = b * 3", "a: 9人次; b: 3人", "holds"),
        ("a = b * 3", "a: 99人次; b: 3人", "fails"),
        ("a = b * (1 + 10%)", "a: 11人次; b: 10人", "mixed"),
        ("a = b / c * 1000", "a: 30元; b: 300元; c: 10000人", "holds"),
    ],
)
def test_a_plain_number_that_multiplies_an_amount_may_have_a_unit(
    formula: str, says: str, kind: str
) -> None:
    try:
        outcome = judged(formula, says)
    except ClaimError as error:
        found = error.kind
    else:
        words = {"unlike": outcome.unlike, "mixed": bool(outcome.mixed), "fails": not outcome.holds}
        found = next((word for word, said in words.items() if said), "holds")
    assert found == kind


@pytest.mark.parametrize(("c", "holds"), [("2人次", True), ("4人次", False)])
def test_mixed_headcounts_are_added_and_told(c: str, holds: bool) -> None:
    outcome = judged("a = b + c", f"a: 5人; b: 3人; c: {c}")
    assert (outcome.holds, outcome.unlike) == (holds, False)
    assert [fact.entry.id for fact in outcome.mixed] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("formula", "kind", "read"),
    [
        ("a = x", "unknown-id", "x"),
        ("x = x", "unknown-id", "x"),
        ("a = a.x", "elsewhere", "a.x"),
        ("a = 别处", "unknown-id", "别处"),
        ("energy.hydro = a", "elsewhere", "energy.hydro"),
        ("a = w", "out-of-reach", "全覆盖"),
        ("a = r", "out-of-reach", "1∶2"),
    ],
)
def test_what_a_formula_names_must_be_there(formula: str, kind: str, read: str) -> None:
    error = refused(formula)
    assert (error.kind, error.read, error.mark) == (kind, read, MARK)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("", A_FORMULA),
        ("a", A_RELATION),
        ("a = b = 5", A_RELATION),
        ("a < b <= 5", A_RELATION),
        ("a != b", A_RELATION),
        ("a in b", A_RELATION),
        ("a is b", A_RELATION),
        ("a, b = 5", A_RELATION),
        ("not a = b", A_RELATION),
        ("a = b or a = b", A_RELATION),
        ("a =", A_FORMULA),
        ("a := b", A_FORMULA),
        ("a = b c", A_FORMULA),
        ("a = 5人", A_FORMULA),
        ("5人 = a", A_FORMULA),
        ("a = (b", A_FORMULA),
        ("a = 50%%", A_FORMULA),
        ("a = 007", A_FORMULA),
        ("a = b; b", A_FORMULA),
        ("a = b\nimport os", A_FORMULA),
        ("a = \x00", A_FORMULA),
        ("a = \ud800", A_FORMULA),
        ("in = out", A_FORMULA),
        ("(" * 300 + "a" + ")" * 300 + " = a", A_FORMULA),
        ("a = " + "[" * 400, A_FORMULA),
        ("a = " + "9" * LONGEST, SHORTER),
        ("a = " + "(" * 100_000, SHORTER),
        ("a = 0x10", A_DECIMAL),
        ("a = 1_000", A_DECIMAL),
        ("a = 1e3", A_DECIMAL),
        ("a = 1j", A_DECIMAL),
        ("a = .5", A_DECIMAL),
        ('a = "r[1]"', NO_QUOTES),
        ("a = “r[1]”", NO_QUOTES),
        ("a = 'r[1]", NO_QUOTES),
        ("a = True", A_DECIMAL),
        ("a = None", A_DECIMAL),
        ("a = 'x'", NO_QUOTES),
        ("a = ...", A_DECIMAL),
        ("a = __import__('os')", PLAIN_TERMS),
        ("a = abs(b)", PLAIN_TERMS),
        ("a.b.c = 1", PLAIN_TERMS),
        ("a.__class__.__base__ = 1", PLAIN_TERMS),
        ("().__class__ = 1", PLAIN_TERMS),
        ("a = [b]", PLAIN_TERMS),
        ("a = b ** 9999", PLAIN_TERMS),
        ("a = b // 2", PLAIN_TERMS),
        ("a = b % 2", PLAIN_TERMS),
        ("a = b << 5", PLAIN_TERMS),
        ("a = b @ b", PLAIN_TERMS),
        ("a = ~b", PLAIN_TERMS),
        ("a = +b", PLAIN_TERMS),
        ("a = (b if b else a)", PLAIN_TERMS),
        ("a = (lambda: b)", PLAIN_TERMS),
        ("a = (x := 5)", A_FORMULA),
        ("a = f'{b}'", PLAIN_TERMS),
        ("33 = 48 * (1 - 31.3%)", A_FIGURE),
        ("1 = 1", A_FIGURE),
        ("5 <= 3 + 4%", A_FIGURE),
        ("a = b / 0", A_DIVISOR),
        ("a = b / z", A_DIVISOR),
        ("a = b / (b - b)", A_DIVISOR),
        ("a = b / (a - b - 2)", A_DIVISOR),
        ("a = 1if b else 2", A_RELATION),
    ],
)
def test_an_unreadable_formula_says_what_was_expected(formula: str, expected: Wording) -> None:
    error = refused(formula)
    assert (error.kind, error.expected, error.read) == ("unreadable-claim", expected, formula)


def test_signs_beyond_measure_are_refused_or_read_but_never_fatal() -> None:
    for count in range(800, 995, 5):
        formula = "-" * count + "a = a"
        try:
            assert judged(formula, "a: 5").relation == "="
        except ClaimError as error:
            assert error.expected == A_FORMULA  # noqa: PT017 - either is right


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("*".join(["a"] * 240) + " = a", "a: " + "9" * 40),
        ("*".join(["99999999"] * 100) + " = a", "a: 5"),
        ("a = 1" + " / 99999999" * 90, "a: 5"),
        ("a * a * a * a * a * a * a = a", "a: 1" + "亿" * 12),
    ],
)
def test_amounts_that_nobody_could_be_told_are_refused(formula: str, says: str) -> None:
    assert refused(formula, says).expected == SMALLER


@given(st.text("abrw0123456789.%()[]+-*/=<>_ '\"，（）\n#", max_size=40))
def test_any_formula_is_judged_or_refused(formula: str) -> None:
    found = of("a: 5人; b: 3%; r: 1∶2; w: 全覆盖")
    try:
        evaluate(Claim("holds", "一", MARK, formula=formula), finder(found))
    except ClaimError as error:
        kinds = {"unreadable-claim", "unknown-id", "elsewhere", *UNDECIDED}
        assert error.kind in kinds  # noqa: PT017


def test_a_result_may_be_what_its_bound_admits_and_a_target_is_its_number() -> None:
    says = "a: 10人; b: 3人以上; c: 5人以上"
    assert judged("a = b + c", says, role="actual").holds
    assert not judged("a = b + c", says, role="target").holds


@pytest.mark.parametrize(
    ("formula", "says", "apart"),
    [
        ("a = b + c", "a: 10; b: 3; c: 5", Fraction(1, 2)),
        ("a = b", "a: 3; b: 10", 6),
        ("a = b", "a: 3; b: 3", 0),
    ],
)
def test_the_two_sides_are_so_far_apart(formula: str, says: str, apart: Fraction | int) -> None:
    assert judged(formula, says).apart == apart


def listed(claim: str, says: str, keys: str = "") -> tuple[Outcome, ...]:
    named = [each.split(":", 1) for each in says.split("; ")]
    lines = "".join(
        f"  - {{at: 一, id: {id_}, says: '{text.strip()}'{keys}}}\n" for id_, text in named
    )
    return outcomes(plan(f"text:\n{lines}claims:\n  - {{at: 一, {claim}}}\n"))


@pytest.mark.parametrize(
    ("claim", "says", "verdicts"),
    [
        ("whole: a, parts: [b, c]", "a: 10人以上; b: 5人以上; c: 9人以上", ["doubt"]),
        ("whole: a, parts: [b, c]", "a: 10人以上; b: 5人以上; c: 3人以上", ["doubt"]),
        ("whole: a, parts: [b, c]", "a: 100吨以内; b: 60吨以内; c: 30吨以内", ["doubt"]),
        ("whole: a, parts: [b, c]", "a: 10人以上; b: 5人以上; c: 5人以上", ["holds"]),
        ("whole: a, parts: [b, c]", "a: 10人; b: 5人以上; c: 3人", ["doubt"]),
        ("whole: a, parts: [b, c]", "a: 9000人; b: 5000人以上; c: 5000人以上", ["fails"]),
        ("whole: a, parts: [b, c]", "a: 10人以上; b: 5人; c: 3人", ["fails"]),
        ("whole: a, parts: [b, c]", "a: 10人; b: 5人; c: 3人", ["fails"]),
        ("whole: a, of_which: [b, c]", "a: 100人以上; b: 120人以上; c: 9人", ["doubt", "holds"]),
        ("whole: a, of_which: [b]", "a: 100人; b: 120人以上", ["fails"]),
        ("whole: a, of_which: [b]", "a: 100人以内; b: 120人以内", ["doubt"]),
        ("whole: a, overlapping: [b, c]", "a: 9人以上; b: 3人以上; c: 2人", ["holds"] * 2 + ["doubt"]),
        ("shares: [a, b]", "a: 60%以上; b: 30%以上", ["doubt"]),
        ("shares: [a, b]", "a: 60%以上; b: 50%以上", ["fails"]),
        ("holds: a = b + c", "a: 10人以上; b: 5人以上; c: 9人以上", ["doubt"]),
        ("holds: a < b", "a: 10人以上; b: 9人以下", ["fails"]),
        ("holds: a = b / c", "a: 90%; b: 5人; c: 100人以上", ["fails"]),
        ("holds: a = b / c", "a: 90%; b: 50人; c: 100人以内", ["doubt"]),
        ("holds: a = b", "a: 2万平方米以上; b: 40亩以上", ["doubt"]),
        ("holds: a = b", "a: 2万平方米; b: 10—20亩", ["fails"]),
    ],
)  # fmt: skip
def test_what_bounds_of_targets_admit_makes_a_failing_claim_doubtful(
    claim: str, says: str, verdicts: list[str]
) -> None:
    found = listed(claim, says, ", role: target")
    words = {(True, False): "holds", (False, True): "doubt", (False, False): "fails"}
    assert [words[each.holds, each.within_bounds] for each in found] == verdicts


def test_a_bound_of_a_result_is_taken_at_its_word() -> None:
    says = "a: 大于等于10且小于11; b: 11"
    (outcome,) = listed("whole: a, parts: [b]", says, ", role: actual, exact: true")
    assert (outcome.holds, outcome.within_bounds) == (False, False)


@pytest.mark.parametrize(
    ("claim", "says", "holds"),
    [
        ("whole: a, parts: [b, c]", "a: 5; b: 3; c: 2", [True]),
        ("whole: a, parts: [b, c]", "a: 9; b: 3; c: 2", [False]),
        ("whole: a, parts: [b]", "a: 5; b: 5", [True]),
        ("whole: a, of_which: [b, c]", "a: 5; b: 3; c: 9", [True, False]),
        ("whole: a, of_which: [b, c]", "a: 5; b: 5; c: 6", [True, True]),
        ("shares: [a, b]", "a: 46.43%; b: 53.57%", [True]),
        ("shares: [a, b]", "a: 46.43%; b: 53.47%", [False]),
        ("shares: [a, b, c]", "a: 33%; b: 33%; c: 33%", [True]),
        ("shares: [a, b]", "a: 三分之二; b: 三分之一", [True]),
        ("shares: [a, b]", "a: 一半; b: 一半", [True]),
        ("shares: [a, b]", "a: 一半; b: 50%", [True]),
        ("shares: [a, b]", "a: 一半; b: 5成", [True]),
        ("shares: [a, b]", "a: two thirds; b: one third", [True]),
        ("shares: [a, b]", "a: 三分之二; b: 一半", [False]),
        ("shares: [a, b, r]", "a: 1/4; b: 1/4; r: 20∶30", [True]),
        ("shares: [a, b]", "a: 0.5; b: 0.5", [False]),
        ("shares: [r]", "r: 57∶16∶27", [True]),
        ("shares: [r]", "r: 45∶18∶39", [False]),
    ],
)
def test_parts_add_up_stay_below_and_make_a_hundred(
    claim: str, says: str, holds: list[bool]
) -> None:
    assert [outcome.holds for outcome in listed(claim, says)] == holds


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ("whole: a, parts: [b, c]", "a: 5人; b: 3户; c: 2人"),
        ("whole: a, of_which: [b]", "a: 5人; b: 3元"),
        ("shares: [a, b]", "a: 30元; b: 70%"),
        ("shares: [a, b]", "a: 30人; b: 70%"),
    ],
)
def test_unlike_parts_are_not_added(claim: str, says: str) -> None:
    assert [outcome.unlike for outcome in listed(claim, says)] == [True]


@pytest.mark.parametrize(
    ("claim", "kind", "read"),
    [
        ("whole: a, parts: [b, x]", "unknown-id", "x"),
        ("whole: x, of_which: [b]", "unknown-id", "x"),
        ("whole: gansu.jobs, of_which: [a]", "elsewhere", "gansu.jobs"),
        ("shares: [w]", "out-of-reach", "全覆盖"),
        ("holds: a = ", "unreadable-claim", "a ="),
    ],
)
def test_claims_that_cannot_be_evaluated_are_kept_apart(claim: str, kind: str, read: str) -> None:
    text = "text:\n  - {at: 一, id: a, says: 5}\n  - {at: 一, id: b, says: 5}\n  - {at: 一, id: w, says: 全覆盖}\n"
    found = plan(f"{text}claims:\n  - {{at: 一, {claim}}}\n  - {{at: 一, holds: a = b}}\n")
    assert [(error.kind, error.read) for error in unreadable(found)] == [(kind, read)]
    assert [outcome.claim.formula for outcome in outcomes(found)] == ["a = b"]


@pytest.mark.parametrize("says", ["1.5∶1", "全覆盖"])
def test_a_figure_that_states_no_amount_is_not_one_of_another_plan(says: str) -> None:
    text = f"text:\n  - {{at: 一, id: a, says: 5}}\n  - {{at: 一, id: r, says: '{says}'}}\n"
    found = plan(f"{text}claims:\n  - {{at: 一, holds: a = r}}\n  - {{at: 一, holds: a = b.r}}\n")
    assert [error.kind for error in unreadable(found)] == ["out-of-reach", "elsewhere"]
    assert [claim.formula for claim in across_plans(found)] == ["a = b.r"]


def test_a_plan_may_name_itself() -> None:
    assert judged("a.b = c", "b: 5; c: 5").holds


@pytest.mark.parametrize(
    ("formula", "says", "conversion"),
    [
        ("a = b", "a: 13332㎡; b: 约20亩", True),
        ("a = b", "a: 20亩; b: 约20亩", False),
        ("a = b", "a: 5人; b: 5人次", False),
        ("a <= b", "a: 13332㎡; b: 约20亩", False),
        ("a = b + c", "a: 13332㎡; b: 约20亩; c: 1亩", False),
    ],
)
def test_one_amount_in_two_units_is_a_conversion(formula: str, says: str, conversion: bool) -> None:
    assert is_conversion(judged(formula, says)) is conversion


@pytest.mark.parametrize(
    ("printed", "holds"), [("4.6", False), ("4.9", False), ("5.0", True), ("6.4", False)]
)
def test_the_ends_of_a_range_are_not_rounded(printed: str, holds: bool) -> None:
    assert judged("a = b", f"a: 5—6; b: {printed}", "target").holds is holds


def test_counters_of_things_stand_for_one_another_in_rates_too() -> None:
    assert judged("a = b", "a: 12件/万人; b: 12个/万人").holds
    assert judged("a = b", "a: 12件/万人; b: 12件/户").unlike
    assert judged("a = b", "a: 12人/户; b: 12人次/户").mixed
