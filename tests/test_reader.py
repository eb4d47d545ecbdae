"""Nodes → the typed sheet: defaults merged in, faults told, the rest kept."""

from __future__ import annotations

from fractions import Fraction

import pytest

from auditor.document import parse
from auditor.sheet import COMPLETE, Entry, Indicator, Sheet
from auditor.sheet.reader import build, catalogue
from auditor.wording import listed
from tests.sheets import HEADER

JOBS = "indicators:\n  jobs: {name: 新增就业, kind: flow, unit: 人, better: more}\n"
COLUMNS = """\
    columns:
      - {head: 2020年, role: baseline, time: 2020}
      - {head: 2025年, role: target, time: 2025}
"""


def sheet(text: str, header: str = HEADER) -> Sheet:
    return build(parse("a.yaml", (header + text).encode()), {})


def table(rows: str, keys: str = "", columns: str = COLUMNS) -> Sheet:
    lines = "".join(f"      - {row}\n" for row in rows.split("\n"))
    return sheet(f"{JOBS}tables:\n  表1:\n{keys}{columns}    rows:\n{lines}")


def statement(keys: str) -> Sheet:
    return sheet(f"{JOBS}text:\n  - {{at: 一1, {keys}}}\n")


def kinds(found: Sheet) -> list[str]:
    return [fault.kind for fault in found.faults]


def only(found: Sheet) -> Entry:
    assert kinds(found) == []
    (entry,) = found.entries
    return entry


def test_the_header_is_typed() -> None:
    found = sheet("level: county\nparent: b\nsource: a.txt\nissued: 2022-07-04\nnote: x\n")
    assert kinds(found) == []
    assert (found.plan, found.title, found.area, found.level) == ("a", "A", "here", "county")
    assert (found.parent, found.source, found.period) == ("b", "a.txt", (2021, 2025))
    assert found.marks["parent"] == (6, 9, 6, 10)
    assert found.whole


@pytest.mark.parametrize("date", ["20220704", "2022-W27-1", "2022-7-4", "2022-02-30", "2022"])
def test_a_date_is_written_in_one_way_only(date: str) -> None:
    (fault,) = sheet(f"issued: {date}\n").faults
    assert (fault.kind, fault.fields["example"]) == ("bad-period", "2022-07-04")


@pytest.mark.parametrize("text", ["", "x\n", "- x\n", "'\n"])
def test_what_is_no_sheet_has_a_fault_and_no_entries(text: str) -> None:
    found = sheet(text, header="")
    assert found.faults
    assert (found.plan, found.entries, found.whole) == ("", (), False)


@pytest.mark.parametrize(
    ("text", "children", "found"),
    [
        ("", None, []),
        ("children:\n", None, []),
        ("children: complete\n", COMPLETE, []),
        ("children: [b, c]\n", ("b", "c"), []),
        ("children: []\n", (), []),
        ("children: [b, [c]]\n", ("b",), ["wrong-shape"]),
        ("children: all\n", None, ["wrong-shape"]),
        ("children: {b: c}\n", None, ["wrong-shape"]),
    ],
)
def test_children_are_complete_a_list_or_unknown(
    text: str, children: tuple[str, ...] | None, found: list[str]
) -> None:
    read = sheet(text)
    assert (read.children, kinds(read)) == (children, found)


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [
        ("新增就业", "新增就业", "新增就业"),
        ("{en: new jobs, zh: 新增就业}", "new jobs", "新增就业"),
        ("{zh: 新增就业}", "新增就业", "新增就业"),
        ("{}", "jobs", "jobs"),
    ],
)
def test_an_indicator_is_named_in_one_language_or_two(name: str, en: str, zh: str) -> None:
    found = sheet(f"indicators:\n  jobs: {{name: {name}, kind: flow, unit: 人}}\n")
    assert kinds(found) == []
    jobs = Indicator("jobs", {"en": en, "zh": zh}, "flow", "人", "", found.indicators["jobs"].mark)
    assert found.indicators == {"jobs": jobs}
    assert jobs.mark == (6, 3, 6, 7)


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("kind: flow, unit: 人", ["missing-key"]),
        ("name: x, kind: flux, unit: 人", ["wrong-shape"]),
        ("name: [x], kind: flow, unit: 人", ["wrong-shape"]),
        ("name: x, kind: flow, units: 人", ["unknown-key", "missing-key"]),
    ],
)
def test_an_indicators_faults_are_told(keys: str, found: list[str]) -> None:
    assert kinds(sheet(f"indicators:\n  jobs: {{{keys}}}\n")) == found


def test_a_catalogue_holds_indicators_for_other_sheets() -> None:
    document = parse("indicators.yaml", JOBS.encode())
    shared = catalogue(document)
    text = HEADER + "text:\n  - {at: 一1, indicator: jobs, role: actual, says: 5人}\n"
    found = build(parse("a.yaml", text.encode()), shared)
    assert (document.faults, kinds(found)) == ([], [])
    assert found.indicators["jobs"] is shared["jobs"]


@pytest.mark.parametrize(
    ("top", "faults", "known"),
    [
        ("jobs: {name: 就业, kind: flow, unit: 人}\n", ["wrong-shape"], ["jobs"]),
        (
            "a: {name: x, kind: flow, unit: 人}\nb: {name: y, kind: stock, unit: 个}\n",
            ["wrong-shape"],
            ["a", "b"],
        ),
        ("a: {name: x, kind: flow}\n", ["wrong-shape", "missing-key"], ["a"]),
        (
            "version: 1\na: {name: x, kind: flow, unit: 人}\n",
            ["wrong-shape", "unknown-key"],
            ["a"],
        ),
        ("version: 1\n", ["unknown-key", "missing-key"], []),
        ("indicator:\n  a: {name: x, kind: flow, unit: 人}\n", ["unknown-key", "missing-key"], []),
        ("[]\n", ["wrong-shape"], []),
    ],
)
def test_a_catalogue_without_its_key_is_told_once_and_read(
    top: str, faults: list[str], known: list[str]
) -> None:
    document = parse("indicators.yaml", top.encode())
    assert list(catalogue(document)) == known
    assert [fault.kind for fault in document.faults] == faults


def test_what_a_catalogue_without_its_key_holds_is_named() -> None:
    ids = "abcd"
    lines = "".join(f"{id_}: {{name: x, kind: flow, unit: 人}}\n" for id_ in ids)
    document = parse("indicators.yaml", lines.encode())
    catalogue(document)
    (fault,) = document.faults
    assert (fault.mark[:2], fault.fields["read"]) == ((1, 1), listed(["a", "b", "c", "…"]))


def test_cells_take_the_defaults_of_column_row_and_table() -> None:
    found = table(
        "{row: 1, indicator: jobs, unit: 万人, scope: 女, attribute: 预期性, cells: [5, <6]}"
    )
    assert kinds(found) == []
    first, second = found.entries
    assert (first.says, first.role, first.period) == ("5", "baseline", (2020, 2020))
    assert (second.says, second.role, second.period) == ("<6", "target", (2025, 2025))
    assert (first.place, first.table, first.origin) == ("表1 行1", "表1", "table")
    assert (first.column, second.column) == (0, 1)
    assert (first.beside, first.unit, first.scope, first.area) == ("万人", "", "女", "here")
    assert (first.attribute, first.indicator) == ("预期性", "jobs")


@pytest.mark.parametrize(
    ("column", "row", "cell", "kept"),
    [
        ("", "", "", ""),
        ("scope: c", "", "", "c"),
        ("scope: c", "scope: r", "", "r"),
        ("scope: c", "scope: r", "scope: x", "x"),
        ("area: c", "", "", "c"),
        ("area: c", "area: r", "", "r"),
        ("area: c", "area: r", "area: x", "x"),
        ("basis: annual", "", "", "annual"),
        ("basis: annual", "basis: average", "", "average"),
        ("basis: annual", "basis: average", "basis: none", "none"),
    ],
)
def test_the_nearest_default_counts(column: str, row: str, cell: str, kept: str) -> None:
    columns = f"    columns: [{{head: h, role: target, {column}}}]\n"
    found = only(table(f"{{row: 1, indicator: jobs, {row}, cells: [{{says: 5, {cell}}}]}}".replace(
        ", ,", ","), columns=columns.replace(", }", "}")))  # fmt: skip
    name = (column or "scope").split(":")[0]
    assert getattr(found, name) == kept


@pytest.mark.parametrize(
    ("column", "row", "cell", "beside", "grows"),
    [
        ("head: 年均增长(%)", "万人", "7.0", "%", "rise_by"),
        ("head: 年均增长（％）", "", "7.0", "%", "rise_by"),
        ("head: Growth (%)", "万人", "7.0", "%", "rise_by"),
        ('head: 年均增速, unit: "%"', "万人", "7.0", "%", "rise_by"),
        ('head: 年均, unit: "%", basis: average', "万人", "7.0", "%", ""),
        ('head: 年均增长, unit: "%"', "个百分点", "7.0", "个百分点", "rise_by"),
        ('head: 目标, unit: "%"', "万人", "7.0", "万人", ""),
        ("head: 年均增长/累计完成", "万人", "7.0", "万人", ""),
        ("head: 年均增长, unit: 万人", "人", "7.0", "人", ""),
        ("head: 占比(%)", "万人", "7.0", "万人", ""),
        ('head: "Average growth, %"', "万人", "7.0", "%", "rise_by"),
        ("head: Annual growth %", "万人", "7.0", "%", "rise_by"),
        ("head: 年均增长率%", "万人", "7.0", "%", "rise_by"),
        ("head: 年均增长/%", "万人", "7.0", "%", "rise_by"),
        ("head: 年均递增(%)", "万人", "7.0", "%", "rise_by"),
        ("head: CAGR (%)", "万人", "7.0", "%", "rise_by"),
        ("head: 年均变化(%)", "万人", "7.0", "%", "move_by"),
        ("head: 年均变化(%)", "'%'", "7.0", "%", ""),
        ("head: '% increase'", "万人", "7.0", "%", "rise_by"),
        ("head: CAGR", "万人", "7.0", "%", "rise_by"),
        ("head: 年均增速", "万人", "7.0", "%", "rise_by"),
        ("head: 年均增速/〔累计〕", "万人", "8.0", "%", "rise_by"),
        ("head: 年均增速/〔累计〕", "万人", "〔8.0〕", "万人", "rise_by"),
        ("head: 年均/累计", "年", "〔0.8〕", "年", "rise_by"),
        ("head: 年均增长〔累计〕", "万元", "6%", "%", "rise_by"),
        ("head: 年均/累计", "万人", "9.0", "万人", ""),
        ("head: 年均增长（％）〔累计〕", "万人", "〔8.0〕", "万人", ""),
        ("head: 年均增速/累计完成", "万人", "8.0", "万人", ""),
        ("head: 增速", "'%'", "8.0", "%", ""),
        ("head: 自然增长率(‰)", "‰", "8.0", "‰", ""),
        ("head: 增长10%以上的家数", "家", "8", "家", ""),
        ("head: 比2020年提高(百分点)", "'%'", "9.8", "个百分点", "rise_by"),
        ("head: 提高, unit: 个百分点", "'%'", "9.8", "个百分点", "rise_by"),
        ("head: 增幅（百分点）", "'%'", "9.8", "个百分点", "rise_by"),
        ("head: Growth (pp)", "'%'", "9.8", "个百分点", "rise_by"),
        ("head: 下降（个百分点）", "'%'", "9.8", "个百分点", "fall_by"),
        ("head: 升降变化（百分点）", "'%'", "9.8", "个百分点", "move_by"),
        ("head: 提高或下降（百分点）", "'%'", "9.8", "个百分点", "move_by"),
        ("head: 比2020年提高(百分点)", "万人", "9.8", "万人", ""),
        ('head: "Change, pp"', "'%'", "9.8", "个百分点", "move_by"),
        ('head: "Change, 2020-2025"', "'%'", "+14 pp", "个百分点", "move_by"),
        ('head: "Change, 2020-2025"', "'%'", "14", "%", ""),
        ("head: 差距, unit: 个百分点", "'%'", "9.8", "个百分点", ""),
        ("head: Growth, unit: per cent", "万人", "7.0", "%", "rise_by"),
        ("head: Rise, unit: ppt", "per cent", "7.0", "个百分点", "rise_by"),
    ],
)
def test_a_column_of_growth_is_not_in_the_unit_of_the_row(
    column: str, row: str, cell: str, beside: str, grows: str
) -> None:
    unit = f"unit: {row}, " if row else ""
    columns = f"    columns:\n      - {{{column}, role: target}}\n"
    found = only(table(f"{{row: 1, indicator: jobs, {unit}cells: [{cell}]}}", columns=columns))
    assert (found.beside, found.grows) == (beside, grows)


@pytest.mark.parametrize(
    ("cell", "name", "kept"),
    [
        ("{says: 5, id: x}", "id", "x"),
        ("{says: 5, unit: 户}", "unit", "户"),
        ("{says: 5, unit: 户}", "beside", "人"),
        ("{says: 5, role: actual}", "role", "actual"),
        ("{says: 5, time: 2022}", "period", (2022, 2022)),
        ("{says: 5, period: 2016-2020}", "period", (2016, 2020)),
        ("{says: 5, exact: true}", "radius", 0),
        ("{says: 5, rounding: 5}", "radius", Fraction(5, 2)),
        ("{says: 5, rounding: 0.5}", "radius", Fraction(1, 4)),
        ("{says: 5}", "radius", None),
        ("{says: }", "says", ""),
        ("'5'", "says", "5"),
        ("-", "says", "-"),
    ],
)
def test_a_cell_may_depart_from_its_column(cell: str, name: str, kept: object) -> None:
    columns = "    columns: [{head: h, role: target, time: 2025}]\n"
    found = only(table(f"{{row: 1, indicator: jobs, unit: 人, cells: [{cell}]}}", columns=columns))
    assert getattr(found, name) == kept


@pytest.mark.parametrize(
    ("whole", "keys", "row", "cell", "radius"),
    [
        ("exact: true", "", "", "", 0),
        ("exact: true", "rounding: 10", "", "", 5),
        ("exact: true", "rounding: 10", "rounding: 5", "", Fraction(5, 2)),
        ("exact: true", "rounding: 10", "rounding: 5", "exact: true", 0),
        ("exact: false", "", "", "", None),
        ("rounding: 10", "", "exact: true", "", 0),
    ],
)
def test_precision_is_inherited_inwards(
    whole: str, keys: str, row: str, cell: str, radius: Fraction | None
) -> None:
    lines = [
        *(whole, JOBS + "tables:", "  表1:", f"    {keys}"),
        "    columns: [{head: h, role: target}]",
        "    rows:",
        *("      - row: 1", "        indicator: jobs", f"        {row}"),
        *("        cells:", "          - says: 5", f"            {cell}"),
    ]
    text = "\n".join(line for line in lines if line.strip()) + "\n"
    assert only(sheet(text)).radius == radius


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ("[5]", ("1", "2")),
        ("[5, 6, 7]", ("3", "2")),
        ("[]", ("0", "2")),
        ("[1,000, 5]", ("3", "2")),
    ],
)
def test_a_row_with_too_few_or_too_many_cells_is_left_out(
    cells: str, said: tuple[str, str]
) -> None:
    found = table(
        f"{{row: 1, indicator: jobs, cells: {cells}}}\n{{row: 2, indicator: jobs, cells: [5, 6]}}"
    )
    (fault,) = found.faults
    assert fault.kind == "cell-count"
    assert fault.mark[:2] == (13, 42)
    assert fault.fields == {"place": "表1 行1", "cells": said[0], "columns": said[1]}
    assert [entry.place for entry in found.entries] == ["表1 行2", "表1 行2"]


@pytest.mark.parametrize(
    ("rows", "found", "says"),
    [
        ("{row: 1, indicator: jobs, cells: [[9000], 5]}", ["wrong-shape"], ["5"]),
        ("{row: 1, indicator: jobs, cells: [{id: x}, 5]}", ["missing-key"], ["5"]),
        ("{row: 1, indicator: jobs, cells: [{says: 4, role: x}, 5]}", ["wrong-shape"], ["4", "5"]),
        ("{row: 1, indicator: jobs, cells: 5}", ["wrong-shape"], []),
        ("{row: 1, indicator: jobs, cells: }", ["missing-key"], []),
        ("{row: 1, indicator: jobs}", ["missing-key"], []),
        ("{indicator: jobs, cells: [4, 5]}", ["missing-key"], ["4", "5"]),
        ("{row: 1, indicator: jbos, cells: [4, 5]}", ["unknown-id"], ["4", "5"]),
        ("[1, 2]", ["wrong-shape"], []),
    ],
)
def test_a_faulty_row_keeps_what_can_be_understood(
    rows: str, found: list[str], says: list[str]
) -> None:
    read = table(rows)
    assert (kinds(read), [entry.says for entry in read.entries]) == (found, says)


def test_a_faulty_column_takes_only_its_own_cells() -> None:
    columns = "    columns:\n      - x\n      - {head: h, role: target}\n"
    found = table("{row: 1, indicator: jobs, cells: [5, 6]}", columns=columns)
    assert (kinds(found), [entry.says for entry in found.entries]) == (["wrong-shape"], ["6"])


def test_an_unknown_indicator_comes_with_the_nearest_one() -> None:
    (fault,) = statement("says: 5, indicator: job, role: actual").faults
    assert (fault.kind, fault.mark[:2], fault.fields["id"]) == ("unknown-id", (8, 34), "job")
    assert fault.fields["guess"] == {
        "en": "; did you mean 'jobs'?",
        "zh": "；是否应为“jobs”？",
    }


def test_a_statement_is_an_entry_of_the_text() -> None:
    found = only(statement("says: 5万人, indicator: jobs, role: target, basis: annual, id: x"))
    assert (found.place, found.origin, found.table, found.beside) == ("一1", "text", "", "")
    assert (found.says, found.id, found.role, found.basis) == ("5万人", "x", "target", "annual")
    assert (found.period, found.area, found.mark) == (None, "here", (8, 20, 8, 23))


@pytest.mark.parametrize(
    ("keys", "found", "count"),
    [
        ("says: 5", [], 1),
        ("says: ''", [], 1),
        ("says: 5, area: there, scope: 女", [], 1),
        ("says: 5, indicator: jobs", ["missing-key"], 1),
        ("indicator: jobs, role: target", ["missing-key"], 0),
        ("says: [9000]", ["wrong-shape"], 0),
        ("says: 22,145人", ["unknown-key"], 1),
        ("says: 5, time: 十三五末", ["bad-period"], 1),
        ("says：5", ["full-width-colon"], 1),
        ("says: >90%", ["unquoted-mark"], 1),
    ],
)
def test_a_statements_faults_are_told(keys: str, found: list[str], count: int) -> None:
    read = statement(keys)
    assert (kinds(read), len(read.entries)) == (found, count)


@pytest.mark.parametrize(
    ("keys", "faults", "says"),
    [
        ("says: 22,145人, id: x", 1, ""),
        ("says: 1,022,145人, id: x", 2, ""),
        ("says: 22145人, 145: x", 1, "22145人"),
        ("says: 5, 145人", 1, "5"),
        ("says: '5',145人", 1, "5"),
        ("says: 五年,145人", 1, "五年"),
        ("says: 5, note: 1,000", 1, "5"),
        ("says: '22,145人'", 0, "22,145人"),
    ],
)
def test_a_figure_that_its_comma_cuts_in_two_is_no_figure(
    keys: str, faults: int, says: str
) -> None:
    read = statement(keys)
    assert kinds(read) == ["unknown-key"] * faults
    assert [entry.says for entry in read.entries] == [says]


def test_a_cell_or_a_share_that_its_comma_cuts_in_two_is_no_figure() -> None:
    cell = table("{row: 1, indicator: jobs, cells: [{says: 155,900人}, 5]}")
    assert (kinds(cell), [entry.says for entry in cell.entries]) == (["unknown-key"], ["", "5"])
    by = "allotted:\n  - {at: 一, indicator: jobs, by: {n: 7,000人, s: 5000人}}\n"
    found = sheet(JOBS + by)
    assert (kinds(found), found.allotments[0].by) == (["unknown-key"], {})
    (fault,) = found.faults
    assert (fault.fields["key"], fault.fields["known"]) == ("000人", "n, s")


def test_a_second_id_of_one_name_names_the_first_ones_line() -> None:
    found = sheet("text:\n  - {at: 1, id: x, says: 5}\n  - {at: 1, id: x, says: 6}\n")
    (fault,) = found.faults
    assert (fault.kind, fault.mark[:2]) == ("duplicate-id", (7, 17))
    assert fault.fields == {"id": "x", "line": "6"}


@pytest.mark.parametrize(
    ("keys", "kind", "whole", "parts"),
    [
        ("holds: a = b + c", "holds", None, []),
        ("whole: a, parts: [b, c]", "parts", "a", ["b", "c"]),
        ("whole: a, of_which: [b]", "of_which", "a", ["b"]),
        ("shares: [b, c]", "shares", None, ["b", "c"]),
    ],
)
def test_claims_are_typed(keys: str, kind: str, whole: str | None, parts: list[str]) -> None:
    found = sheet(f"claims:\n  - {{at: 一1, {keys}}}\n")
    assert kinds(found) == []
    (claim,) = found.claims
    assert (claim.kind, claim.place) == (kind, "一1")
    assert (claim.whole.id if claim.whole else None) == whole
    assert [part.id for part in claim.parts] == parts


@pytest.mark.parametrize(
    ("keys", "read", "column"),
    [
        ("holds: a = d, whole: a, parts: [b, b]", "holds, parts, whole", 45),
        ("whole: a, parts: [d], of_which: [b], shares: [b]", "parts, of_which, shares, whole", 46),
        ("whole: a, shares: [b]", "shares, whole", 21),
        ("holds: a = d, whole: a", "holds, whole", 35),
    ],
)
def test_a_claim_in_two_forms_is_told_with_its_keys(keys: str, read: str, column: int) -> None:
    found = sheet(f"claims:\n  - {{at: 一1, {keys}}}\n")
    (fault,) = found.faults
    assert (fault.kind, fault.fields["read"], found.claims) == ("wrong-shape", read, ())
    assert fault.mark.column == column


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("note: x", ["missing-key"]),
        ("parts: [b, c]", ["missing-key"]),
        ("whole: a", ["missing-key"]),
        ("whole: a, parts: []", ["missing-key"]),
        ("whole: a, parts: b", ["wrong-shape", "missing-key"]),
        ("hold: a = b", ["unknown-key", "missing-key"]),
    ],
)
def test_a_claim_that_asserts_nothing_is_told(keys: str, found: list[str]) -> None:
    read = sheet(f"claims:\n  - {{at: 一1, {keys}}}\n")
    assert (kinds(read), read.claims) == (found, ())


def test_a_part_that_is_no_id_is_told() -> None:
    found = sheet("claims:\n  - {at: 一1, whole: a, parts: [b, [c]]}\n")
    assert (kinds(found), len(found.claims[0].parts)) == (["wrong-shape"], 1)


def test_names_from_the_sheet_are_told_without_what_a_terminal_obeys() -> None:
    found = sheet('tables:\n  "\\e[31m": {columns: []}\nindicators:\n  "\\a": {}\n')
    said = [str(field) for fault in found.faults for field in fault.fields.values()]
    assert said
    assert all(field.isprintable() for field in said)


@pytest.mark.parametrize(
    ("attribute", "binding"),
    [
        ("约束性", True),
        ("Binding", True),
        ("约束性（必保）", True),
        ("非约束性", False),
        ("不具约束力", False),
        ("不具有约束力", False),
        ("non-binding", False),
        ("Not binding", False),
        ("预期性", False),
        ("预期性（非约束性）", False),
    ],
)
def test_what_an_attribute_says_binds_or_does_not(attribute: str, binding: bool) -> None:
    assert only(statement(f"says: 5, attribute: {attribute}")).binding is binding
