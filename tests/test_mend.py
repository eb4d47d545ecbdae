"""What would mend a conflict: the true repair is among the edits, and nothing unlikely is."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.catalogue import rules
from auditor.engine import Wanted, audit
from auditor.finding import Finding
from auditor.library import Library
from auditor.mend import Patience, judges, mended
from auditor.mend.conflict import Effort
from auditor.mend.numerals import numerals
from auditor.mend.slips import towards
from auditor.reporters.sentences import attempt
from auditor.wording import Lang
from tests.mends import HEAD, TOTAL, YEARLY, checked, edits, finding, first
from tests.sheets import stated


@pytest.mark.parametrize(
    ("printed", "meant", "slip"),
    [
        ("12145人", "22145人", "one digit changed"),
        ("21245人", "22145人", "two digits swapped"),
        ("2145人", "22145人", "a digit left out"),
        ("221455人", "22145人", "a digit too many"),
        ("2.2145人", "2.2145万人", "万 or 亿 dropped or doubled"),
        ("2.2145亿人", "2.2145万人", "万 or 亿 dropped or doubled"),
        ("221450人", "22145人", "a digit too many"),
        ("2214.5人", "22145人", "the decimal point moved"),
        ("31999人", "22145人", "the value that fits"),
        ("22,415人", "22,145人", "two digits swapped"),
    ],
)
def test_a_slip_in_one_of_three_statements_is_undone(
    tmp_path: Path, printed: str, meant: str, slip: str
) -> None:
    report = checked(tmp_path, TOTAL % printed + TOTAL % "22145人" + TOTAL % "2.2145万人")
    found = finding(report, "TXT002")
    assert edits(found)[0] == (printed, meant)
    assert first(found).told("en") == slip
    assert first(found).told("zh")


def test_nothing_but_the_figure_that_stands_alone_is_suggested(tmp_path: Path) -> None:
    report = checked(tmp_path, TOTAL % "1.2万人" + TOTAL % "1.9万人" + TOTAL % "19000人")
    assert edits(finding(report, "TXT002")) == [("1.2万人", "1.9万人")]


def test_of_two_statements_either_may_be_wrong(tmp_path: Path) -> None:
    report = checked(tmp_path, TOTAL % "1.2万人" + TOTAL % "1.9万人")
    assert set(edits(finding(report, "TXT002"))) == {("1.2万人", "1.9万人"), ("1.9万人", "1.2万人")}


def test_a_mend_that_settles_two_findings_says_so(tmp_path: Path) -> None:
    report = checked(tmp_path, TOTAL % "25万人" + TOTAL % "35万人" + YEARLY % "7万人")
    assert edits(finding(report, "TXT002"))[0] == ("25万人", "35万人")
    assert first(finding(report, "TXT002")).settles == 2


def test_a_yearly_figure_is_mended_by_a_fifth_of_the_total(tmp_path: Path) -> None:
    found = finding(checked(tmp_path, TOTAL % "35万人" + YEARLY % "6万人"), "BAS001")
    assert set(edits(found)) == {("35万人", "30万人"), ("6万人", "7万人")}


def test_a_person_time_written_for_a_person(tmp_path: Path) -> None:
    report = checked(tmp_path, TOTAL % "25万人" + TOTAL % "25万人" + TOTAL % "25万人次")
    assert edits(finding(report, "UNI002")) == [("25万人次", "25万人")]


SUM = """  - {{at: 一, id: all, says: {}}}
  - {{at: 一, id: a, says: {}}}
  - {{at: 一, id: b, says: {}}}
  - {{at: 一, says: {}}}
claims:
  - {{at: 一, whole: all, parts: [a, b]}}
"""


def test_a_part_counted_twice_and_one_left_out_are_named(tmp_path: Path) -> None:
    twice = finding(checked(tmp_path, SUM.format("52人", "20人", "16人", "9人")), "SUM001")
    told = {edit: mend.told("en") for edit, mend in zip(edits(twice), twice.mends, strict=True)}
    assert told["52人", "36人"] == "as printed, 一 16人 is counted twice"
    missing = finding(checked(tmp_path, SUM.format("20人", "20人", "16人", "9人")), "SUM001")
    assert ("20人", "36人") in edits(missing)
    beside = finding(checked(tmp_path, SUM.format("45人", "20人", "16人", "9人")), "SUM001")
    assert ("9人", "") in edits(beside)


def test_a_part_left_out_of_a_doubtful_sum_is_named_too(tmp_path: Path) -> None:
    goal = (
        "  - {{at: 一, id: {}, scope: {}, indicator: jobs, role: target, says: {}, basis: none}}\n"
    )
    parts = zip("wabc", ("45人以上", "20人以上", "16人以上", "9人"), strict=True)
    text = "".join(goal.format(id_, id_, says) for id_, says in parts)
    claim = "claims:\n  - {at: 一, whole: w, parts: [a, b]}\n"
    assert ("9人", "") in edits(finding(checked(tmp_path, text + claim), "SUM008"))


def test_what_must_only_be_large_enough_is_not_mended_by_some_digit(tmp_path: Path) -> None:
    text = (
        "  - {at: 一, indicator: rate, role: baseline, time: 2020, says: 3.9%}\n"
        "  - {at: 一, indicator: rate, role: target, says: 4.2%}\n"
    )
    found = finding(checked(tmp_path, text), "DIR001")
    assert edits(found) == [("4.2%", "3.9%")]
    assert first(found).told("en") == "the nearest value that would do"


def test_a_total_below_one_year_may_be_a_yearly_figure(tmp_path: Path) -> None:
    text = (
        "  - {at: 一, indicator: jobs, role: actual, time: 2020, says: 9万人}\n"
        + TOTAL % "25万人以上"
    )
    mends = finding(checked(tmp_path, text), "DIR002").mends
    assert [mend.told("en") for mend in mends] == ["taken as each year"]


def test_a_result_is_not_made_to_fit_its_target(tmp_path: Path) -> None:
    text = "  - {at: 一, indicator: jobs, role: actual, time: 2020, says: 35.68万人}\n"
    found = finding(checked(tmp_path, text + 2 * (TOTAL % "150万人以上")), "DIR002")
    assert "35.68万人" not in [printed for printed, _ in edits(found)]


def test_no_edit_is_suggested_that_only_ends_the_comparison(tmp_path: Path) -> None:
    found = finding(checked(tmp_path, TOTAL % "25万人" + YEARLY % "1万人"), "BAS001")
    assert found.mends
    assert all(mend.text for mend in found.mends)


def test_patience_runs_out_and_the_findings_stay(tmp_path: Path) -> None:
    text = "".join(
        f"  - {{at: 一, indicator: jobs, scope: s{n}, role: target, basis: cumulative, says: {says}}}\n"
        for n in range(120)
        for says in ("1.2万人", "1.9万人")
    )
    found = [each for each in checked(tmp_path, text).findings if each.code == "TXT002"]
    assert len(found) == 120
    assert [bool(each.mends) for each in found] == [True] * 100 + [False] * 20


def attempts(found: Finding, lang: Lang = "en") -> list[str]:
    return [attempt(mend, found, lang) for mend in found.mends]


def test_of_several_edits_at_one_place_each_is_told_with_its_line(tmp_path: Path) -> None:
    text = "  - {at: 一, id: %s, says: %s}\n"
    parts = text % ("all", "1.8万人") + text % ("a", "9000人") + text % ("b", "5000人")
    claim = "claims:\n  - {at: 一, whole: all, parts: [a, b]}\n"
    found = finding(checked(tmp_path, parts + claim), "SUM001")
    assert [each.split(": ")[0] for each in attempts(found)] == [
        "一 (line 13)", "一 (line 15)", "一 (line 14)"
    ]  # fmt: skip
    assert attempts(found, "zh")[0].startswith("一（第 13 行）：1.8万人 → ")


def test_of_several_edits_on_one_line_each_is_told_with_its_column(tmp_path: Path) -> None:
    table = HEAD.replace("text:\n", "tables:\n  表1:\n    columns:\n") + "".join(
        f"      - {{head: x, role: target, {keys}}}\n"
        for keys in ("time: 2021", "time: 2022", "period: 2021-2022, basis: cumulative")
    )
    row = "    rows:\n      - {row: 1, indicator: jobs, unit: 万人, cells: [1.2, 1.3, 4.2]}\n"
    (tmp_path / "a.yaml").write_text(table + row, encoding="utf-8")
    found = finding(audit([str(tmp_path)], rules(), Wanted(mends=True)), "BAS002")
    wheres = [each.split(": ")[0] for each in attempts(found)]
    assert len({*wheres}) == len(wheres) > 1
    assert all(each.startswith("表1 行1 (line 19, column ") for each in wheres)
    assert attempts(found, "zh")[0].startswith("表1 行1（第 19 行第 ")


def test_a_single_edit_at_a_place_is_told_without_its_line(tmp_path: Path) -> None:
    found = finding(checked(tmp_path, TOTAL % "9000人" + YEARLY % "2800人"), "BAS001")
    assert [each.split(": ")[0] for each in attempts(found)] == ["二", "一"]


def test_no_mends_unless_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + TOTAL % "1万人" + TOTAL % "2万人", encoding="utf-8")
    assert [each.mends for each in audit([str(tmp_path)], rules()).findings] == [()]


def test_a_conflict_across_plans_is_mended_too(tmp_path: Path) -> None:
    text = TOTAL % "25万人" + TOTAL.replace("at: 一,", "at: 一, area: b,") % "9.2万人"
    (tmp_path / "b.yaml").write_text(
        HEAD.replace("area: a", "area: b").replace("plan: a", "plan: b") + TOTAL % "2.9万人",
        encoding="utf-8",
    )
    found = finding(checked(tmp_path, text), "TXT007")
    assert edits(found)[0] == ("9.2万人", "2.9万人")
    assert first(found).told("en") == "two digits swapped"


@pytest.mark.parametrize(
    ("printed", "value", "texts"),
    [
        ("1,234,567人", 7654321, ["7,654,321人"]),
        ("12 345人", 54321, ["54321人"]),
        ("２２１４５人", 12345, ["12345人"]),
        ("〔9000〕", 9900, ["〔9900〕"]),
        ("0.9万人以上", 12000, ["1.2万人以上"]),
        ("3.9%", 4, ["4.0%"]),
        ("5万人", 52000, ["5万人", "6万人", "5.2万人"][1:]),
    ],
)
def test_another_value_is_printed_as_the_figure_is(
    printed: str, value: int, texts: list[str]
) -> None:
    [fact] = stated(f"says: '{printed}'").facts
    [own] = numerals(fact)
    assert [edit.text for edit in towards(fact, own, fact.value / fact.value * value)] == texts


def test_of_a_ratio_each_part_is_edited() -> None:
    [fact] = stated("says: 57∶16.5∶26.5").facts
    assert [own.text("99", 0) for own in numerals(fact)] == [
        "99∶16.5∶26.5", "57∶99∶26.5", "57∶16.5∶99",
    ]  # fmt: skip


@pytest.mark.parametrize("printed", ["二十三万人", "5-10万人", "应保尽保", "2/3"])
def test_only_a_number_in_digits_is_edited_digit_by_digit(printed: str) -> None:
    assert [numerals(fact) for fact in stated(f"says: '{printed}'").facts] == [()]


def test_what_would_take_too_long_to_try_is_not_tried(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + TOTAL % "25万人" + TOTAL % "35万人", encoding="utf-8")
    found = audit([str(path)], rules()).findings
    load = Library().load

    def tried(patience: Patience) -> list[Finding]:
        return mended(found, load, judges(rules(), ()), patience)

    assert [bool(each.mends) for each in tried(Patience())] == [True]
    assert tried(Patience(figures=10)) == list(found)


@pytest.mark.parametrize("conflicts", [40, 80])
def test_trying_ends_however_many_figures_contradict_one_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, conflicts: int
) -> None:
    spent: list[int] = []
    spend = Patience.spend

    def counted(self: Patience, effort: Effort) -> None:
        spent.append(effort.spent)
        spend(self, effort)

    monkeypatch.setattr(Patience, "spend", counted)
    text = "".join(TOTAL % f"{10_000 + each}人" for each in range(conflicts))
    report = checked(tmp_path, text)
    assert len(report.findings) == conflicts - 1
    assert max(spent) < 5_100
    assert sum(spent) < 45_100
