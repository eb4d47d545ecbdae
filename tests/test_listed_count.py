"""How many rows a table says it has, held against those that it has."""

from __future__ import annotations

import pytest

from tests.sheets import plan
from tests.test_bases import told


@pytest.mark.parametrize(
    ("lists", "rows", "verdict"),
    [
        ("共3项", 3, "held"),
        ("共3项", 2, ""),
        ("10余项", 12, "held"),
        ("10余项", 10, ""),
        ("10余项", 23, ""),
        ("近10项", 9, "held"),
        ("约10项", 11, "held"),
        ("2.5项", 2, ""),
        ("不少于3项", 4, "undecided"),
        ("若干项", 4, "undecided"),
    ],
)
def test_a_table_has_as_many_rows_as_it_says(lists: str, rows: int, verdict: str) -> None:
    lines = "".join(
        f'      - {{row: {number}, indicator: jobs, cells: ["-"]}}\n' for number in range(rows)
    )
    found = plan(
        f"tables:\n  表1:\n    lists: {lists}\n    columns: [{{head: x, role: target}}]\n"
        f"    rows:\n{lines}"
    )
    assert told("SUM006", found) == [verdict]
