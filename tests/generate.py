"""Write N consistent sheets of 30 indicators, about 120 figures each.

    python tests/generate.py N FOLDER

Every tenth sheet is a province, the nine after it are its counties. All figures agree: a
table prints baseline and target, the text restates the target to fewer digits and gives
its yearly share. The same N writes the same bytes.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

INDICATORS = 30
FAMILY = 10
YEARS = 5


def catalogue() -> str:
    """Return the indicator catalogue that all generated sheets share."""
    lines = ["indicators:"]
    for number in range(INDICATORS):
        if number % 3 == 2:
            spec = f'{{name: 比率指标{number}, kind: rate, unit: "%", better: more}}'
        else:
            spec = f"{{name: 数量指标{number}, kind: flow, unit: 人, better: more}}"
        lines.append(f"  indicator_{number}: {spec}")
    return "\n".join(lines) + "\n"


def sheet(number: int) -> str:
    """Return the sheet with a number: a province if it opens a family, else a county."""
    leader = number - number % FAMILY
    rows, text = figures(random.Random(number), size=100 if number == leader else 1)
    parent = "" if number == leader else f"parent: plan_{leader}\n"
    return f"""plan: plan_{number}
title: 第{number}号“十四五”促进就业规划
area: area-{number}
{parent}period: 2021-2025
issued: 2022-07-04

tables:
  表1:
    title: “十四五”促进就业主要指标表
    columns:
      - {{head: 2020年基数, role: baseline, time: 2020}}
      - {{head: 2025年目标, role: target, time: 2025}}
    rows:
{"".join(f"      - {{{row}}}{chr(10)}" for row in rows)}
text:
{"".join(f"  - {{{entry}}}{chr(10)}" for entry in text)}"""


def figures(chance: random.Random, size: int) -> tuple[list[str], list[str]]:
    """Return the rows of the table and the entries of the text, the insides of mappings."""
    rows: list[str] = []
    text: list[str] = []
    for index in range(INDICATORS):
        named = f"indicator: indicator_{index}"
        if index % 3 == 2:
            base, target = chance.randint(300, 700) / 10, chance.randint(701, 990) / 10
            rows.append(f'row: {index + 1}, {named}, unit: "%", cells: [{base}, {target}]')
            text.append(f"at: 二(三){index}, {named}, role: target, says: {target}%")
            text.append(f"at: 一(一){index}, {named}, role: actual, time: 2020, says: {base}%")
        else:
            yearly = chance.randint(1_000, 9_999) * 100 * size
            base, total = yearly - chance.randint(1, 50) * 100, yearly * YEARS
            rows.append(f"row: {index + 1}, {named}, unit: 人, cells: [{base}, 〔{total}〕]")
            says = f"{_wan(total)}万人, basis: cumulative"
            text.append(f"at: 二(三){index}, {named}, role: target, says: {says}")
            says = f"每年{_wan(yearly)}万人, basis: annual"
            text.append(f"at: 三(一){index}, {named}, role: target, says: {says}")
    return rows, text


def _wan(value: int) -> str:
    return f"{value // 10_000}.{value % 10_000 // 100:02d}"


def write(count: int, folder: Path) -> int:
    """Write `count` sheets and their catalogue into `folder`; return the number of bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    size = (folder / "indicators.yaml").write_bytes(catalogue().encode())
    for number in range(count):
        size += (folder / f"plan_{number:05}.yaml").write_bytes(sheet(number).encode())
    return size


if __name__ == "__main__":
    print(write(int(sys.argv[1]), Path(sys.argv[2])))
