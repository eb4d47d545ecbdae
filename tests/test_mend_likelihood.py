"""Of all edits that would settle a conflict, the one comes first that undoes the likeliest slip."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from auditor.mend.ranking import log2
from tests.mends import (
    INDICATORS,
    TOTAL,
    YEARLY,
    checked,
    child,
    edits,
    finding,
    first,
    target,
    years,
)

CUMULATIVE = ", basis: cumulative"
ANNUAL = ", basis: annual"
COMPLETE = "children: complete\n"


def parts(whole: str, *says: str, beside: str = "") -> str:
    """Return a sum of the text; what is printed beside it is no part."""
    ids = [f"p{number}" for number in range(len(says))]
    lines = [
        f"id: w, says: {whole}",
        *(f"id: {i}, says: {s}" for i, s in zip(ids, says, strict=True)),
    ]
    lines += [f"says: {beside}"] if beside else []
    text = "".join(f"  - {{at: 一, {line}}}\n" for line in lines)
    return f"{text}claims:\n  - {{at: 一, whole: w, parts: [{', '.join(ids)}]}}\n"


# Which figures are still compared.


@pytest.mark.parametrize(
    ("one", "other", "turned"),
    [
        (("rate", "≥5.0%"), ("rate", "5.0%以内"), ("≥5.0%", "≤5.0%")),
        (("rate", "5.0%以内"), ("rate", "不低于5.0%"), ("不低于5.0%", "不高于5.0%")),
        (("urban", "60%以上"), ("urban", "60%以内"), ("60%以内", "60%以上")),
    ],
)
def test_of_opposite_bounds_that_is_turned_which_goes_against_the_good_direction(
    tmp_path: Path, one: tuple[str, str], other: tuple[str, str], turned: tuple[str, str]
) -> None:
    report = checked(tmp_path, target(*one) + target(*other))
    assert edits(finding(report, "TXT004"))[0] == turned
    assert first(finding(report, "TXT004")).told("en") == "the bound turned round"
    assert [each.code for each in report.held if len(each.spots) > 1] == []


def test_a_pair_within_those_that_agree_with_a_coarse_figure_may_part(tmp_path: Path) -> None:
    text = "".join(target("loans", f"累计{says}") for says in ("6.9亿元", "6.94亿元", "69040万元"))
    found = finding(checked(tmp_path, text), "TXT002")
    assert edits(found)[0] == ("累计69040万元", "累计69400万元")


def test_one_number_under_two_bases_is_mended_beside_a_baseline_too(tmp_path: Path) -> None:
    base = "  - {at: 一, indicator: train, role: actual, time: 2020, says: 11640人次}\n"
    text = target("train", "〔70400〕") + target("train", "7.04万人次", ANNUAL) + base
    assert first(finding(checked(tmp_path, text), "BAS006")).told("en") == "taken as cumulative"


def test_no_edit_takes_a_year_out_of_the_sum_that_does_not_hold(tmp_path: Path) -> None:
    row = years("0.45", "0.46", "0.46", "0.74", "0.48", "〔2.33〕")
    found = finding(checked(tmp_path, "", a=INDICATORS + row), "BAS002")
    assert edits(found)[0] == ("0.74", "0.47")
    assert all(text for _, text in edits(found))


# Findings of one figure.


@pytest.mark.parametrize(
    ("indicator", "says", "code", "text"),
    [
        ("rate", "4.5个百分点以内", "UNI003", "4.5%以内"),
        ("urban", "140%", "FIG002", "14%"),
        ("urban", "584%", "FIG002", "58.4%"),
        ("urban", "〔60%〕", "BAS004", "60%"),
    ],
)
def test_a_figure_that_is_wrong_by_itself_is_mended_too(
    tmp_path: Path, indicator: str, says: str, code: str, text: str
) -> None:
    found = finding(checked(tmp_path, target(indicator, says)), code)
    assert edits(found)[0] == (says, text)


def test_a_ratio_that_does_not_make_a_hundred_is_mended_by_its_parts(tmp_path: Path) -> None:
    text = "  - {at: 一, id: r, says: 11.8∶32.4∶58.5}\nclaims:\n  - {at: 一, shares: [r]}\n"
    found = finding(checked(tmp_path, text), "SUM003")
    assert edits(found)[0] == ("11.8∶32.4∶58.5", "11.8∶32.4∶55.8")
    assert ("11.8∶32.4∶58.5", "11.8∶29.7∶58.5") in edits(found)


def test_a_figure_without_basis_is_given_one_where_another_bears_it_out(tmp_path: Path) -> None:
    found = finding(checked(tmp_path, target("jobs", "19350") + TOTAL % "1.94万人"), "BAS005")
    assert [mend.told("en") for mend in found.mends] == ["taken as cumulative"]
    alone = finding(checked(tmp_path, target("jobs", "19350")), "BAS005")
    assert alone.mends == ()


def test_many_findings_of_one_figure_do_not_keep_a_conflict_from_being_tried(
    tmp_path: Path,
) -> None:
    alone = "".join(target("jobs", "9人", f", scope: s{n}") for n in range(120))
    report = checked(tmp_path, alone + TOTAL % "1.2万人" + TOTAL % "1.9万人")
    assert finding(report, "TXT002").mends


# What is left out of a sum.


@pytest.mark.parametrize("beside", ["76250人次", "7.6万人次"])
def test_a_part_that_is_left_out_is_named_within_rounding(tmp_path: Path, beside: str) -> None:
    text = parts("17.45万人次", "59350人次", "3.9万人次", beside=beside)
    found = finding(checked(tmp_path, text), "SUM001")
    assert edits(found)[0] == (beside, "")
    assert first(found).told("en") == "perhaps one of the parts: it is what lacks"


def test_what_does_not_make_up_what_lacks_is_no_part(tmp_path: Path) -> None:
    text = parts("17.45万人次", "59350人次", "3.9万人次", beside="77000人次")
    assert all(mended for _, mended in edits(finding(checked(tmp_path, text), "SUM001")))


# Slips of 万, and magnitudes.


def test_zero_is_never_suggested_and_a_slip_goes_before_what_else_it_silences(
    tmp_path: Path,
) -> None:
    text = (
        "  - {at: 一, id: y, indicator: jobs, role: actual, time: 2020, says: 35.68万人}\n"
        "  - {at: 一, id: t, indicator: jobs, role: actual, period: 2016-2020, says: 205.6人}\n"
        + TOTAL % "150万人以上"
        + "claims:\n  - {at: 一, holds: y <= t}\n"
    )
    found = finding(checked(tmp_path, text), "SUM004")
    assert edits(found)[0] == ("205.6人", "205.6万人")
    assert all(text != "0.00万人" for _, text in edits(found))


def test_nobody_counts_parts_of_a_person(tmp_path: Path) -> None:
    text = parts("6.3万人次", "3.01人次", "1.075万人次", "22500人次")
    assert edits(finding(checked(tmp_path, text), "SUM001"))[0] == ("3.01人次", "3.01万人次")


@pytest.mark.parametrize("yearly", [("每年8人次", ""), ("8人次", ANNUAL)])
def test_a_scale_is_rather_left_out_than_put_in(tmp_path: Path, yearly: tuple[str, str]) -> None:
    text = target("train", "40万人次", CUMULATIVE) + target("train", *yearly)
    says = yearly[0]
    found = finding(checked(tmp_path, text), "BAS001")
    assert edits(found)[0] == (says, says.replace("8", "8万"))


def test_no_edit_trades_a_conflict_for_a_doubt(tmp_path: Path) -> None:
    found = finding(checked(tmp_path, TOTAL % "134万人以上" + YEARLY % "30万人以上"), "BAS001")
    assert edits(found) == [("134万人以上", "150万人以上"), ("30万人以上", "26.8万人以上")]
    assert all(mend.settles > 0 for mend in found.mends)


@pytest.mark.parametrize(
    ("whole", "mended"),
    [
        ("100000人次", ("〔33200〕", "〔37653〕")),
        ("95547人次", ("37653人次", "33200人次")),  # then the sum of all shares is right too
    ],
)
def test_a_child_that_is_a_little_short_lacks_no_scale(
    tmp_path: Path, whole: str, mended: tuple[str, str]
) -> None:
    text = target("train", whole, CUMULATIVE) + (
        "allotted:\n  - {at: 表3, indicator: train, basis: cumulative, "
        "by: {b: 37653人次, c: 62347人次}}\n"
    )
    report = checked(tmp_path, text, b=child("b", target("train", "〔33200〕", CUMULATIVE)))
    found = edits(finding(report, "ROL009"))
    assert found[0] == mended
    assert all("万" not in each for _, each in found)


# Where any figure beyond would do.


def test_the_nearest_value_is_offered_whatever_its_digits(tmp_path: Path) -> None:
    b, c = (
        child(p, target("loans", says, CUMULATIVE))
        for p, says in (("b", "0.9亿元"), ("c", "0.82亿元"))
    )
    own = INDICATORS + COMPLETE + "text:\n" + target("loans", "1.79亿元", CUMULATIVE)
    found = finding(checked(tmp_path, "", a=own, b=b, c=c), "ROL005")
    assert edits(found) == [("1.79亿元", "1.72亿元")]
    assert first(found).told("en") == "the nearest value that would do"


def test_a_year_of_the_parent_is_not_mended_to_that_of_one_child(tmp_path: Path) -> None:
    rows = {
        "a": ("1.62", "1.65", "1.69", "1.79", "1.75", "〔8.43〕"),
        "b": ("0.84", "0.86", "0.88", "0.9", "0.92", "〔4.4〕"),
        "c": ("0.78", "0.79", "0.81", "0.82", "0.83", "〔4.03〕"),
    }
    sheets = {name: child(name, "").replace("text:\n", years(*row)) for name, row in rows.items()}
    sheets["a"] = INDICATORS + COMPLETE + years(*rows["a"])
    found = finding(checked(tmp_path, "", **sheets), "ROL005")
    assert edits(found) == [("1.79", "1.72")]
    assert first(found).settles == 2


def test_another_figure_is_mended_to_the_nearest_value_if_its_own_plan_bears_it_out(
    tmp_path: Path,
) -> None:
    own = INDICATORS + COMPLETE + "text:\n" + target("loans", "1.79亿元", CUMULATIVE)
    b = child("b", target("loans", "0.9亿元", CUMULATIVE))
    row = years("0.17", "0.18", "0.18", "0.18", "0.19", "〔0.82〕")
    c = child("c", "").replace("text:\n", row)
    found = finding(checked(tmp_path, "", a=own, b=b, c=c), "ROL005")
    assert edits(found)[0] == ("〔0.82〕", "〔0.90〕")


# One slip against another.


@pytest.mark.parametrize(
    ("row", "mended"),
    [
        (("0.45", "0.46", "0.74", "0.48", "0.49"), ("0.74", "0.47")),
        (("0.45", "0.64", "0.47", "0.48", "0.49"), ("0.64", "0.46")),
        (("0.45", "0.47", "0.74", "0.48", "0.48"), ("0.74", "0.47")),
    ],
)
def test_two_digits_are_rather_swapped_than_one_changed_to_fit_exactly(
    tmp_path: Path, row: tuple[str, ...], mended: tuple[str, str]
) -> None:
    sheet = INDICATORS + years(*row, "〔2.33〕")
    assert edits(finding(checked(tmp_path, "", a=sheet), "BAS002"))[0] == mended


def test_how_near_a_coarser_figure_comes_tells_nothing(tmp_path: Path) -> None:
    found = finding(checked(tmp_path, TOTAL % "55580人" + 2 * (TOTAL % "5.59万人")), "TXT002")
    assert edits(found) == [("55580人", "55850人")]


def test_a_figure_is_mended_as_finely_as_it_is_printed(tmp_path: Path) -> None:
    text = "".join(
        target("loans", says) for says in ("五年3.3亿元", "累计4.82亿元", "累计48200万元")
    )
    assert edits(finding(checked(tmp_path, text), "TXT002")) == [("五年3.3亿元", "五年4.8亿元")]


def test_a_digit_of_a_long_number_settles_less_by_chance_than_one_of_a_short_number(
    tmp_path: Path,
) -> None:
    text = parts("1.8万人", "9000人", "5100人")
    assert edits(finding(checked(tmp_path, text), "SUM001"))[0] == ("1.8万人", "1.4万人")


def test_a_unit_is_rather_mended_to_that_of_the_indicator(tmp_path: Path) -> None:
    text = target("train", "2万人次", CUMULATIVE) + target("train", "2万人", CUMULATIVE)
    assert edits(finding(checked(tmp_path, text), "UNI002"))[0] == ("2万人", "2万人次")


def test_a_target_is_rather_the_rounder_number(tmp_path: Path) -> None:
    found = finding(checked(tmp_path, TOTAL % "1500人" + TOTAL % "1502人"), "TXT002")
    assert edits(found)[0] == ("1502人", "1500人")


def test_what_an_edit_leaves_standing_counts_against_it(tmp_path: Path) -> None:
    text = TOTAL % "25万人" + TOTAL % "35万人" + YEARLY % "7万人"
    found = finding(checked(tmp_path, text), "TXT002")
    assert [(mend.text, mend.settles) for mend in found.mends] == [("35万人", 2), ("25万人", 1)]


@pytest.mark.parametrize(
    ("ratio", "bits"),
    [("1/2", "0"), ("1", "0"), ("2", "1"), ("1024", "10"), ("3", "3/2"), ("10", "26/8")],
)
def test_likelihoods_are_told_in_bits(ratio: str, bits: str) -> None:
    assert log2(Fraction(ratio)) == Fraction(bits)
