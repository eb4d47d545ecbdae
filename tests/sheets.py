"""Plans written in a few lines, for the tests."""

from __future__ import annotations

from auditor.document import parse
from auditor.facts import Fact, Plan, gather
from auditor.sheet.reader import build

HEADER = "plan: a\ntitle: A\narea: here\nperiod: 2021-2025\n"
INDICATORS = """\
indicators:
  jobs: {name: 新增就业, kind: flow, unit: 人, better: more}
  people: {name: 就业人数, kind: stock, unit: 人, better: more}
  share: {name: 失业率, kind: rate, unit: "%", better: less}
  growth: {name: 增长, kind: change, unit: 个百分点}
"""
# A whole sheet that says nothing, one whose two statements contradict one another, and the
# head of one up to the statements of its text.
CLEAN = "plan: a\ntitle: A\narea: a\nperiod: 2021-2025\n"
CONFLICT = f"""{CLEAN}indicators:
  jobs: {{name: 城镇新增就业, kind: flow, unit: 人, better: more}}
text:
  - {{at: 二1, indicator: jobs, role: target, says: 9000人, basis: cumulative}}
  - {{at: 三1, indicator: jobs, role: target, says: 8000人, basis: cumulative}}
"""
HEAD = f"""{CLEAN}indicators:
  jobs: {{name: 城镇新增就业, kind: flow, unit: 人, better: more}}
  rate: {{name: 登记失业率, kind: rate, unit: "%", better: less}}
text:
"""


def whole(text: str) -> Plan:
    """Return the plan that a sheet with a header and indicators of its own holds."""
    return gather(build(parse("a.yaml", text.encode()), {}))


def plan(text: str, header: str = HEADER) -> Plan:
    """Return the plan that a sheet with the usual header and indicators holds."""
    return whole(header + INDICATORS + text)


def stated(*statements: str, header: str = HEADER) -> Plan:
    """Return a plan with statements in its text, each given as the inside of a mapping."""
    lines = "".join(f"  - {{at: 一{n}, {each}}}\n" for n, each in enumerate(statements, start=1))
    return plan(f"text:\n{lines}", header)


def tabled(columns: str, rows: str, header: str = HEADER) -> Plan:
    """Return a plan with one table; columns and rows are the insides of mappings, one a line."""
    heads = "".join(f"      - {{head: x, {each}}}\n" for each in columns.splitlines())
    lines = "".join(f"      - {{row: 1, {each}}}\n" for each in rows.splitlines())
    return plan(f"tables:\n  表1:\n    columns:\n{heads}    rows:\n{lines}", header)


def only(found: Plan) -> Fact:
    """Return the one fact of a plan without faults."""
    assert found.faults_by_kind == {}
    (fact,) = found.facts
    return fact
