"""The figures of a sheet held against the text of its source document, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.catalogue import select
from auditor.compare.coverage import absent, printed, uncovered
from auditor.engine import Wanted, audit
from auditor.errors import UsageError
from auditor.facts import Plan
from auditor.facts.records import Source
from auditor.source import beside
from tests.sheets import CLEAN, HEADER, plan, stated, tabled

GOAL = "indicator: jobs, role: target, basis: cumulative"


def sourced(found: Plan, text: str) -> Plan:
    found.source = Source("source.txt", text)
    return found


def missing(found: Plan, text: str) -> list[str]:
    return [fact.entry.says for fact in absent(sourced(found, text))]


def left(found: Plan, text: str) -> list[tuple[str, int, int]]:
    return [
        (each.figure.printed, each.line, each.column) for each in uncovered(sourced(found, text))
    ]


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("9000人", "新增就业9000人。"),
        ("9000人", "新增就业 9 000 人。"),
        ("9000人", "新增就业９０００人。"),
        ("９０００人", "新增就业9000人。"),
        ("9000人", "新增就业9000\n人。"),
        ("0.9万人以上", "0.9万人\r\n以上"),
        ("0.9萬人", "0.9万人"),
        ("0.9万人", "0.9萬人"),
        ("〔9000〕", "9000"),
        ("9000", "〔9000〕"),
        ('"[9000]"', "9000人"),
        ("〔9000〕", "【9000】"),
        ("9000*", "9000"),
        ("5％", "5%"),
        ('"<6%"', "<6%"),
        ('"22,145"', "共22,145人"),
        ("应保尽保", "做到应保尽保"),
        ("57∶16∶27", "57∶16∶27"),
        ("提高5个百分点", "提高 5 个百分点"),
        ("at least 5", "at least 5 people"),
    ],
)
def test_a_figure_stands_in_the_source_whatever_its_spaces_and_its_width(
    says: str, text: str
) -> None:
    assert missing(stated(f"says: {says}"), text) == []


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("9000人", ""),
        ("9000人", "新增就业8000人。"),
        ("9000人", "新增就业9000户。"),
        ("0.9万人以上", "新增就业9000人以上。"),
        ("9000人以上", "新增就业9000人。"),
        ("5%", "五成"),
        ("应保尽保", "应保"),
        ("90.00人", "9000人"),
    ],
)
def test_a_figure_that_is_printed_otherwise_is_absent(says: str, text: str) -> None:
    assert missing(stated(f"says: {says}"), text) == [says]


def test_every_place_of_an_absent_figure_is_told_in_document_order() -> None:
    found = stated("says: 9000人", "says: 8人", "says: 9000人", "says: 7人")
    places = [fact.entry.place for fact in absent(sourced(found, "共8人"))]
    assert places == ["一1", "一3", "一4"]


def test_the_cells_of_a_table_are_looked_up_and_a_dash_is_no_figure() -> None:
    found = tabled(
        "role: baseline, time: 2020\nrole: target", 'indicator: jobs, cells: ["-", 〔9000〕]'
    )
    assert missing(found, "9000") == []
    assert missing(found, "8000") == ["〔9000〕"]


@pytest.mark.parametrize("text", ["", "9000人", "x"])
def test_without_a_source_nothing_is_absent_and_nothing_uncovered(text: str) -> None:
    found = stated("says: 8000人")
    assert list(absent(found)) == []
    assert (printed(found), list(uncovered(found))) == ((), [])


@pytest.mark.parametrize(
    ("says", "text"),
    [
        ("9000人", "新增就业9000人。"),
        ("9000", "新增就业9000人。"),
        ("9000人", "新增就业9000人以上，又9000人。"),
        ("9000人", "新增就业9 000人。"),
        ("9000人", "新增就业９０００人。"),
        ("〔9000〕", "新增就业9000人。"),
        ("0.9万人以上", "新增就业0.9万人。"),
        ("5—5.5%", "控制在5%—5.5%。"),
        ("应保尽保", "应保尽保。"),
        ("9000人", "到2025年，新增就业9000人（表2）。"),
    ],
)
def test_a_figure_of_the_source_is_covered_by_an_entry_of_its_amount(says: str, text: str) -> None:
    assert left(stated(f"says: {says}"), text) == []


def test_the_source_has_the_decimal_mark_of_its_sheet() -> None:
    found = stated("says: '1.234,5 ha'", header=f"{HEADER}locale: de\n")
    assert left(found, "Es sind 1.234,5 ha, 8,5 ha.") == [("8,5 ha", 1, 21)]


@pytest.mark.parametrize(
    ("says", "text", "found"),
    [
        ("9000人", "新增就业8000人。", [("8000人", 1, 5)]),
        ("9000人", "9000人\n\n其中8000人，\n 7000人\n", [("8000人", 3, 3), ("7000人", 4, 2)]),
        ("9000人", "9000人\r\n8000人\r\n", [("8000人", 2, 1)]),
        ("9000人", "𠮷𠮷8000人", [("8000人", 1, 3)]),
        ("9000人", "0.9万人", [("0.9万人", 1, 1)]),
        ("9000人", "9000.0人", [("9000.0人", 1, 1)]),
        ("5%", "5%—5.5%", [("5%—5.5%", 1, 1)]),
        ("9000人", "8000人，8000人", [("8000人", 1, 1), ("8000人", 1, 7)]),
    ],
)
def test_a_figure_of_the_source_in_no_entry_is_told_with_line_and_column(
    says: str, text: str, found: list[tuple[str, int, int]]
) -> None:
    assert left(stated(f"says: {says}"), text) == found


def test_an_entry_that_cannot_be_read_covers_what_is_printed_like_it() -> None:
    assert left(stated("says: 共9000人左右吧"), "共9000人") == [("9000人", 1, 2)]
    assert left(stated("says: 9000人", "says: x8000人"), "9000人") == []


ALLOTTED = f"""text:
  - {{at: 一, {GOAL}, says: 150万人}}
allotted:
  - {{at: 表3, indicator: jobs, basis: cumulative, by: {{n: 80万人, s: 71万人}}}}
weights: {{name: 常住人口, source: 人口普查, by: {{n: 520万人, s: 480万人}}}}
"""


@pytest.mark.parametrize(
    ("text", "wrong", "open_"),
    [
        ("目标150万人，甲市80万人，乙市71万人", [], []),
        ("目标150万人，甲市80万人，乙市70万人", ["71万人"], [("70万人", 1, 18)]),
        ("目标150万人，甲市80万人，乙市71万人，人口520万人", [], []),
    ],
)
def test_what_is_allotted_stands_in_the_source_and_sizes_need_not(
    text: str, wrong: list[str], open_: list[tuple[str, int, int]]
) -> None:
    assert missing(plan(ALLOTTED), text) == wrong
    assert left(plan(ALLOTTED), text) == open_


SHEET = (
    CLEAN
    + """source: {source}
text:
  - {{at: 二1, says: 9000人}}
  - {{at: 二2, says: 80人}}
"""
)


def coded(folder: Path, source: str, text: str | bytes, sources: str | None = None) -> list[str]:
    """Return the findings on a sheet that names a source: code, severity, line and message."""
    path = folder / "a.yaml"
    path.write_text(SHEET.format(source=source), encoding="utf-8")
    (folder / "s.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    asked = Wanted(sources=str(folder) if sources is None else sources)
    report = audit([str(path)], select(["SRC"], []), asked)
    return [
        f"{each.code} {each.severity.word} {each.spots[0].mark.line}: {each.told('en')}"
        for each in report.findings
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9000人，80人", []),
        ("\ufeff9000人，80人", []),
        (
            "9000人\n70人",
            [
                "SRC002 note 5: s.txt line 2 prints 70人, which no entry does",
                "SRC001 error 8: 二2: 80人 stands nowhere in s.txt",
            ],
        ),
        (
            "",
            [
                "SRC001 error 7: 二1: 9000人 stands nowhere in s.txt",
                "SRC001 error 8: 二2: 80人 stands nowhere in s.txt",
            ],
        ),
    ],
)
def test_a_sheet_is_held_against_its_source(tmp_path: Path, text: str, found: list[str]) -> None:
    assert coded(tmp_path, "s.txt", text) == found


def test_a_sheet_is_held_against_its_source_only_when_that_is_asked_for(tmp_path: Path) -> None:
    assert coded(tmp_path, "s.txt", "70人", sources="") == []


@pytest.mark.parametrize("source", ["../s.txt", "./s.txt", "x/s.txt", '""', ".", "s.txt/"])
def test_a_name_that_leads_out_of_the_folder_names_no_source(tmp_path: Path, source: str) -> None:
    below = tmp_path / "below"
    below.mkdir()
    (below / "x").mkdir()
    for folder in (tmp_path, below / "x"):
        (folder / "s.txt").write_text("70人", encoding="utf-8")
    assert coded(below, source, "70人") == []


def test_an_absolute_name_names_no_source(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (tmp_path / "s.txt").write_text("70人", encoding="utf-8")
    found = stated(
        "says: 9000人",
        header=f"{CLEAN}source: {tmp_path}/s.txt\n",
    )
    assert beside(found.sheet, str(folder)) is None


@pytest.mark.parametrize(
    ("source", "line", "en", "zh"),
    [
        (
            "other.txt", 5,
            "the source document other.txt is not in the folder",
            "文件夹中没有原文文件“other.txt”，未核对",
        ),
        (
            "../s.txt", 5,
            "the source document ../s.txt is not in the folder",
            "文件夹中没有原文文件“../s.txt”，未核对",
        ),
        ('""', 1, "the sheet names no source document", "表单未注明原文文件（source），未核对"),
    ],
)  # fmt: skip
def test_a_sheet_whose_source_is_not_there_is_not_passed_over_in_silence(
    tmp_path: Path, source: str, line: int, en: str, zh: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SHEET.format(source=source), encoding="utf-8")
    report = audit([str(path)], select(["SRC"], []), Wanted(sources=str(tmp_path)))
    assert report.findings == ()
    told = [
        (each.spot.mark.line, each.reason["en"], each.reason["zh"]) for each in report.undecided
    ]
    assert told == [(line, en, zh)]
    assert audit([str(path)], select(["SRC"], [])).undecided == ()


def test_a_sheet_that_is_not_read_so_far_may_yet_name_its_source(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("plan: a\ntitle: [\n", encoding="utf-8")
    report = audit([str(tmp_path)], select(["SRC"], []), Wanted(sources=str(tmp_path)))
    assert report.undecided == ()


def test_a_source_in_another_encoding_is_the_operators_fault(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        coded(tmp_path, "s.txt", "新增就业9000人，80人".encode("gbk"))
    assert caught.value.wording["en"].endswith("probably GBK; save it again as UTF-8")


def test_what_is_found_nowhere_can_be_suppressed_on_its_line(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("9000人", encoding="utf-8")
    path = tmp_path / "a.yaml"
    text = SHEET.format(source="s.txt").replace("80人}", "80人}  # audit: ignore[SRC001] a scan")
    path.write_text(text, encoding="utf-8")
    report = audit([str(path)], select(["SRC"], []), Wanted(sources=str(tmp_path)))
    assert [(each.code, each.suppressed) for each in report.findings] == [("SRC001", True)]
