"""A plan as its readers see it: means, changes, restatements, findings on their figures, claims."""

from __future__ import annotations

import io
import json
import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from auditor.catalogue import rules
from auditor.engine import audit
from auditor.errors import UsageError
from auditor.facts import Plan
from auditor.home import home
from auditor.library import Library
from auditor.reporters import Style, table, table_json
from auditor.view.indicators import Quantity, Sight, sight
from auditor.view.measures import change, yearly_mean
from auditor.wording import Lang
from tests.sheets import HEADER, INDICATORS, plan
from tests.test_cli import auditor

PLANS = sorted(str(path) for path in (home() / "plans").glob("*.yaml") if path.stem != "indicators")
HOSTILE = ["[/red]", "[bold]x", "\\x1b[31mred", "\\u202Eabc", ":smile:", "{0}", "\\n\\nline", "\\u2028x", "x" * 5_000]  # fmt: skip
F = Fraction


def seen(folder: Path, text: str, *only: str, header: str = HEADER) -> Sight:
    path = folder / "a.yaml"
    path.write_text(header + INDICATORS + text, encoding="utf-8")
    return sight(Library().load(str(path)), audit([str(path)], rules()), only)


@cache
def of_file(path: str) -> Sight:
    return sight(Library().load(path), audit([path], rules()))


def drawn(found: Sight, lang: Lang = "en", width: int = 80, *, color: bool = False) -> str:
    stream = io.StringIO()
    table.write(found, stream, Style(lang=lang, width=width, color=color))
    return stream.getvalue()


def as_json(found: Sight, lang: Lang = "en") -> Any:
    stream = io.StringIO()
    table_json.write(found, stream, Style(lang=lang))
    return json.loads(stream.getvalue())


def pair(base: str, target: str) -> Plan:
    return plan(f"text:\n  - {{at: 一, {base}}}\n  - {{at: 二, {target}}}\n")


JOBS_2020 = "indicator: jobs, role: baseline, time: 2020, says: 2150人"
RATE_2020 = 'indicator: share, role: baseline, time: 2020, says: "{}"'


@pytest.mark.parametrize(
    ("says", "mean"),
    [
        ("says: 〔9000〕", [F(1800)]),
        ("says: 0.9万人以上, basis: cumulative", [F(1800)]),
        ("period: 2021-2023, says: 4人, basis: cumulative", [F(4, 3)]),
        ("says: 每年1800人", [F(1800)]),
        ("says: 年均1800人", [F(1800)]),
        ("says: 8000—9000人, basis: cumulative", [F(1600), F(1800)]),
        ("says: 9000人", None),
        ("time: 2023, says: 1800人, basis: annual", None),
        ("says: 增长46%, basis: cumulative", None),
        ("says: 应保尽保", None),
    ],
)
def test_the_yearly_mean_of_a_flow(says: str, mean: list[Fraction] | None) -> None:
    (fact,) = plan(f"text:\n  - {{at: 一, indicator: jobs, role: target, {says}}}\n").facts
    found = yearly_mean(fact, "flow")
    assert (found and list(found.ends)) == mean


def test_only_flows_have_a_yearly_mean() -> None:
    (fact,) = plan("text:\n  - {at: 一, indicator: people, role: target, says: 〔9000〕}\n").facts
    assert yearly_mean(fact, "stock") is None


@pytest.mark.parametrize(
    ("base", "target", "ends", "percent"),
    [
        # 9000 / 5 − 2150 = −350; −350 / 2150 = −7/43
        (JOBS_2020, "indicator: jobs, role: target, says: 〔9000〕", [F(-350)], [F(-700, 43)]),
        (JOBS_2020, "indicator: jobs, role: target, says: 每年2580人", [F(430)], [F(20)]),
        (
            JOBS_2020,
            "indicator: jobs, role: target, time: 2023, says: 2365人, basis: annual",
            [F(215)],
            [F(10)],
        ),
        (JOBS_2020, "indicator: jobs, role: target, says: 9000人", None, None),
        (JOBS_2020.replace("2150人", "0人"), "indicator: jobs, role: target, says: 〔9000〕", [F(1800)], []),
        (JOBS_2020.replace("2150人", "2150人以上"), "indicator: jobs, role: target, says: 〔9000〕", None, None),
        (RATE_2020.format("3.93%"), "indicator: share, role: target, says: <4%", [F(7, 100)], []),
        (RATE_2020.format("5.2%"), "indicator: share, role: target, says: 5—5.5%", [F(-1, 5), F(3, 10)], []),
        (RATE_2020.format("<3%"), "indicator: share, role: target, says: 3%", None, None),
        (
            "indicator: people, role: actual, time: 2020, says: 40万人",
            "indicator: people, role: target, says: 50万人",
            [F(100_000)],
            [F(25)],
        ),
    ],
)  # fmt: skip
def test_the_change_against_the_base_year(
    base: str, target: str, ends: list[Fraction] | None, percent: list[Fraction] | None
) -> None:
    found = pair(base, target)
    first, second = found.facts
    told = change(second, first, found.kind(second))
    assert (told and list(told.ends)) == ends
    assert (told and [each.value for each in told.relative]) == percent


def test_a_percentage_knows_how_far_rounding_may_put_it_off() -> None:
    """45万 is 5000 off at most, 1/90 of it; 9.9万 is 500 off, 1/198: of 90.9 % that is 1.47 points."""
    found = pair(
        "indicator: jobs, role: baseline, time: 2020, says: 9.9万人",
        "indicator: jobs, role: target, says: 〔45〕万人",
    )
    told = change(found.facts[1], found.facts[0], "flow")
    assert told is not None
    (relative,) = told.relative
    assert relative.value == F(-100, 11)
    assert relative.doubt == F(90, 99) * 100 * (F(1, 90) + F(1, 198))


SHEET = """\
tables:
  表1:
    columns:
      - {head: 2020年, role: baseline, time: 2020}
      - {head: 2025年, role: target, time: 2025}
    rows:
      - {row: 1, indicator: jobs, cells: [2150, 〔9000〕]}
      - {row: 2, indicator: share, cells: ["3.93%", <4%]}
text:
  - {at: 二, indicator: jobs, role: target, says: 0.9万人以上, basis: cumulative}
  - {at: 三, indicator: jobs, role: target, says: 8000人, basis: cumulative}
  - {at: 四, indicator: jobs, role: target, says: 8000人, basis: cumulative}
  - {at: 五, indicator: jobs, scope: 农民工, role: target, says: 〔500〕}
  - {at: 六, indicator: jobs, area: elsewhere, role: target, says: 每年7万人}
  - {at: 七, id: lone, says: 100户以上}
"""


def quantity(found: Sight, role: str, indicator: int = 0, strand: int = 0) -> Quantity:
    quantities = found.subjects[indicator].strands[strand].quantities
    return next(each for each in quantities if each.key.role == role)


def test_every_restatement_stands_with_its_place(tmp_path: Path) -> None:
    found = quantity(seen(tmp_path, SHEET), "target")
    printed = [(each.fact.entry.says, each.fact.entry.place) for each in found.statements]
    assert printed == [
        ("〔9000〕", "表1 行1"), ("0.9万人以上", "二"), ("8000人", "三"), ("8000人", "四"),
    ]  # fmt: skip


def test_scopes_and_other_areas_are_strands_of_their_own(tmp_path: Path) -> None:
    strands = seen(tmp_path, SHEET).subjects[0].strands
    assert [(each.area, each.scope) for each in strands] == [
        ("here", ""), ("here", "农民工"), ("elsewhere", ""),
    ]  # fmt: skip


def test_a_conflict_is_marked_on_every_figure_that_is_part_of_it(tmp_path: Path) -> None:
    found = quantity(seen(tmp_path, SHEET), "target")
    codes = [{note.code for note in each.notes} for each in found.statements]
    assert all(
        "TXT001" in codes[number] or "TXT002" in codes[number] or "TXT003" in codes[number]
        for number in (0, 2, 3)
    )
    (first, *_) = found.statements[2].notes
    assert (first.severity.word, first.stands, first.primary) == ("error", True, True)


def test_an_excused_finding_does_not_stand(tmp_path: Path) -> None:
    excused = SHEET.replace(
        "says: 8000人, basis: cumulative}",
        "says: 8000人, basis: cumulative}  # audit: ignore[TXT001] agreed",
    )
    found = seen(tmp_path, excused)
    notes = [
        note for note in quantity(found, "target").statements[2].notes if note.code == "TXT001"
    ]
    assert [note.stands for note in notes] == [False]
    assert "(TXT001)" in drawn(found)
    assert "✗\u00a0TXT001" not in drawn(found)


def test_the_table_at_eighty_columns(tmp_path: Path) -> None:
    shown = drawn(seen(tmp_path, SHEET)).replace("\u00a0", " ").replace("\u202f", " ")
    head, _, rest = shown.partition("\n\n")
    assert head == "A\na · here · 2021–2025"
    jobs = rest.partition("\n\n")[0]
    assert jobs.startswith("新增就业  jobs · flow · persons · more is better\n")
    assert re.search(r"\n    baseline 2020     2150         表1 行1", jobs)
    assert re.search(r"\n    target 2021–2025  〔9000〕     表1 行1  ✗ TXT001", jobs)
    assert "\n                      8000人       三, 四  ✗ TXT001" in jobs
    assert (
        "\n                      9000, cumulative · 1800 a year · −350 (−16.3%) from 2020\n" in jobs
    )
    assert "\n  农民工\n    target 2021–2025  〔500〕" in jobs
    assert "\n  of elsewhere\n" in jobs
    assert "\n    target 2025       <4%          表1 行2\n" in rest
    assert "\n                      < 4% · +0.07 points from 2020\n" in rest
    assert "\nFigures of no indicator\n    lone  100户以上  七\n" in rest


MEASURED = """
  air: {name: PM2.5, kind: rate, unit: 微克/立方米, better: less}
  life: {name: 预期寿命, kind: stock, unit: 岁, better: more}
  water: {name: 污水处理能力, kind: stock, unit: 万吨/日, better: more}
  books: {name: 藏书, kind: stock, unit: 万册, better: more}
  land: {name: 林地, kind: stock, unit: 公顷, better: more}
text:
  - {at: 一, indicator: air, role: baseline, time: 2020, says: 33}
  - {at: 一, indicator: air, role: target, says: 31.5}
  - {at: 一, indicator: life, role: target, says: 78.2岁}
  - {at: 一, indicator: water, role: target, says: 5}
  - {at: 一, indicator: books, role: target, says: 4040万册}
  - {at: 一, indicator: land, role: target, says: 30万亩}
"""


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", ["micrograms/cubic meter", "31.5 2020: −1.5", "years", "78.2", "tonnes/day", "50 000",
                "items", "40.4m", "hectares", "20 000"]),
        ("zh", ["微克/立方米", "31.5 2020: −1.5", "岁", "78.2", "吨/日", "5万", "册", "4040万", "公顷",
                "2万"]),
    ],
)  # fmt: skip
def test_amounts_are_shown_in_the_unit_of_the_indicator(
    tmp_path: Path, lang: Lang, lines: list[str]
) -> None:
    shown = " ".join(drawn(seen(tmp_path, MEASURED), lang, 120).replace("\u202f", " ").split())
    for line in lines:
        assert f" {line} " in shown


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("period: 2016-2020, basis: average, says: 4.5万人", "45 000 a year on average"),
        ("period: 2016-2020, basis: annual, says: 4.5万人", "45 000 a year"),
        ("period: 2016-2020, says: 年均4.5万人", ""),
        ("time: 2020, basis: annual, says: 4.5万人", ""),
    ],
)
def test_a_basis_that_is_not_printed_is_told_at_any_width(
    tmp_path: Path, keys: str, told: str
) -> None:
    text = f"text:\n  - {{at: 一, indicator: jobs, role: actual, {keys}}}\n"
    lines = drawn(seen(tmp_path, text)).replace("\u202f", " ").split("\n")
    assert [line.strip() for line in lines if "45 000" in line] == ([told] if told else [])


def test_the_table_at_a_hundred_and_twenty_columns(tmp_path: Path) -> None:
    lines = drawn(seen(tmp_path, SHEET), "zh", 120).replace("\u202f", " ").split("\n")
    (heads,) = (line.split() for line in lines if "原文数字" in line)
    assert heads == ["原文数字", "位置", "读作", "年均", "较基期", "问题"]
    (row,) = (line for line in lines if "〔9000〕" in line)
    assert re.search(
        r"目标值 2021–2025  〔9000〕 +表1 行1 +9000，累计 +1800  2020: −350（−16.3%）", row
    )
    (rate,) = (line for line in lines if "<4%" in line)
    assert "2020: +0.07 个百分点" in rate


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 160])
@pytest.mark.parametrize("path", PLANS)
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(
    path: str, width: int, lang: Lang
) -> None:
    for line in drawn(of_file(path), lang, width).split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("width", [80, 120])
def test_every_figure_of_the_plans_is_shown(width: int) -> None:
    for path in PLANS:
        found = of_file(path)
        shown = drawn(found, "zh", width)
        for fact in found.plan.facts:
            assert fact.entry.says in shown


def test_colour_adds_only_colour_and_severities_have_theirs() -> None:
    found = of_file(str(home() / "plans" / "tongwei.yaml"))
    colored = drawn(found, color=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", colored) == drawn(found)
    assert re.search("\x1b\\[1;31m✗\u00a0TXT001", colored)
    assert re.search("\x1b\\[1;33m!\u00a0DIR002", colored)
    assert re.search("\x1b\\[1;36mi\u00a0TXT006", colored)


CLAIMS = """\
text:
  - {at: 一, id: all, indicator: jobs, role: target, says: 〔9000人〕}
  - {at: 一, id: men, indicator: jobs, scope: 男, role: target, says: 〔5000人〕}
  - {at: 一, id: women, indicator: jobs, scope: 女, role: target, says: 〔3000人〕}
  - {at: 一, id: times, indicator: jobs, scope: 农民工, role: target, says: 〔100人次〕}
  - {at: 一, id: mix, says: 57∶16∶27}
claims:
  - {at: 二, whole: all, parts: [men, women]}
  - {at: 三, whole: all, of_which: [men, women]}
  - {at: 四, shares: [mix]}
  - {at: 五, holds: men >= women + 2000}
  - {at: 六, whole: all, of_which: [times]}
  - {at: 七, holds: all = other.all}
  - {at: 八, holds: all = nobody}
  - {at: 九, holds: all + }
"""


def test_claims_are_told_in_printed_figures(tmp_path: Path) -> None:
    found = seen(tmp_path, CLAIMS).claims
    assert [(each.text, each.verdict) for each in found] == [
        ("〔9000人〕 = 〔5000人〕 + 〔3000人〕", "fails"),
        ("〔9000人〕 ≥ 〔5000人〕, 〔3000人〕", "holds"),
        ("57∶16∶27 = 100%", "holds"),
        ("〔5000人〕 ≥ 〔3000人〕 + 2000", "holds"),
        ("〔9000人〕 ≥ 〔100人次〕", "undecided"),
        ("〔9000人〕 = other.all", "undecided"),
        ("〔9000人〕 = nobody", "undecided"),
        ("〔9000人〕 +", "undecided"),
    ]
    assert [[note.code for note in each.notes] for each in found[:2]] == [["SUM001"], []]
    assert [note.code for note in found[4].notes] == ["UNI005"]
    assert all(each.reason is not None for each in found[4:])


@pytest.mark.parametrize(
    ("yearly", "told"),
    [
        ("每年1000人", ("holds", None, [])),
        ("每年4000人", ("fails", None, ["BAS009"])),
        ("每年1000人, period: 2020-2024", ("undecided", "its figures are on different bases", [])),
        ("每年1000人次", ("undecided", "its figures are in different units", ["UNI005"])),
    ],
)
def test_claims_on_two_bases_are_taken_over_the_same_years(
    tmp_path: Path, yearly: str, told: tuple[str, str | None, list[str]]
) -> None:
    text = CLAIMS.replace("〔3000人〕", yearly).partition("  - {at: 二")[0]
    [claim] = seen(tmp_path, f"{text}  - {{at: 二, whole: all, of_which: [women]}}\n").claims
    reason = claim.reason and claim.reason["en"]
    assert (claim.verdict, reason, [note.code for note in claim.notes]) == told


@pytest.mark.parametrize(
    ("women", "claim", "told"),
    [
        ("〔5000人〕以上", "whole: all, parts: [men, women]", ("doubtful", ["SUM008"])),
        ("〔3000人〕", "whole: all, parts: [men, women]", ("fails", ["SUM001"])),
        ("〔3000人〕以上", "whole: all, of_which: [women]", ("holds", [])),
    ],
)
def test_a_claim_that_only_bounds_let_hold_is_doubtful(
    tmp_path: Path, women: str, claim: str, told: tuple[str, list[str]]
) -> None:
    text = CLAIMS.replace("〔9000人〕", "〔9000人〕以上").replace("〔3000人〕", women)
    found = seen(tmp_path, f"{text.partition('  - {at: 二')[0]}  - {{at: 二, {claim}}}\n")
    [shown] = found.claims
    assert (shown.verdict, [note.code for note in shown.notes]) == told
    words = {"doubtful": "doubtful: it may hold", "fails": "does not hold ✗", "holds": "holds"}
    assert words[shown.verdict] in " ".join(drawn(found, width=160).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "does not hold ✗ SUM001"), ("zh", "不成立 ✗ SUM001")]
)
def test_a_claim_that_does_not_hold_has_its_code(tmp_path: Path, lang: Lang, told: str) -> None:
    assert told in drawn(seen(tmp_path, CLAIMS), lang).replace("\u00a0", " ")


def test_one_indicator_can_be_asked_for(tmp_path: Path) -> None:
    found = seen(tmp_path, SHEET, "share")
    assert [subject.id for subject in found.subjects] == ["share"]
    assert (found.unbound, found.claims, found.findings) == ((), (), ())
    with pytest.raises(UsageError, match="'shares'; did you mean 'share'"):
        seen(tmp_path, SHEET, "shares")


def test_allotments_and_weights_are_shown(tmp_path: Path) -> None:
    text = (
        "text:\n  - {at: 一, indicator: jobs, role: target, says: 〔100〕}\n"
        "allotted:\n  - {at: 表3, indicator: jobs, basis: cumulative, by: {north: 60, south: 40}}\n"
        "weights: {name: 常住人口, source: 普查, by: {north: 52万人, south: 48万人}}\n"
    )
    shown = drawn(seen(tmp_path, text))
    assert (
        "Allotted to the level below: 新增就业\n    north  60  表3\n    south  40  表3\n" in shown
    )
    assert "Size of those on the level below: 常住人口\n    north  52万人  常住人口\n" in shown


STATEMENT = {
    "printed": str, "low": str, "high": str, "unit": str, "place": str, "path": str, "line": int,
    "column": int, "value": str, "bound": str, "id": str, "findings": list,
}  # fmt: skip
QUANTITY = ["area", "scope", "role", "baseline", "current", "period", "basis", "change",
            "statements", "yearly_mean", "against_base"]  # fmt: skip


@pytest.mark.parametrize("path", PLANS)
def test_json_keeps_to_its_contract_and_points_at_what_it_quotes(path: str) -> None:
    found = as_json(of_file(path), "zh")
    assert list(found) == ["version", "plan", "indicators", "unbound", "claims", "allotted", "weights", "summary"]  # fmt: skip
    assert found["version"] == 1
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    for quantity_ in (each for subject in found["indicators"] for each in subject["quantities"]):
        assert list(quantity_) == QUANTITY
        for statement in quantity_["statements"]:
            assert {key: type(told) for key, told in statement.items()} == STATEMENT
            line = lines[statement["line"] - 1]
            assert line[statement["column"] - 1 :].lstrip('"').startswith(statement["printed"])


def test_numbers_in_json_are_exact(tmp_path: Path) -> None:
    found = as_json(seen(tmp_path, SHEET))
    (jobs, *_) = found["indicators"]
    (target,) = (
        each for each in jobs["quantities"] if each["role"] == "target" and each["against_base"]
    )
    assert target["yearly_mean"] == ["1800"]
    assert target["against_base"]["difference"] == ["-350"]
    assert target["against_base"]["percent"] == ["-700/43"]
    assert target["against_base"]["base"]["printed"] == "2150"
    assert (target["period"], target["current"]) == ({"start": 2021, "end": 2025}, True)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [80, 120])
def test_text_from_a_sheet_stays_text(tmp_path: Path, text: str, width: int) -> None:
    (tmp_path / "a.yaml").write_text(
        f'plan: a\ntitle: "{text}"\narea: "{text}"\nperiod: 2021-2025\nlevel: "{text}"\nparent: "{text[:60]}"\n'
        f'indicators: {{jobs: {{name: "{text}", kind: flow, unit: 人}}}}\n'
        f'text:\n  - {{at: "{text}", id: x, indicator: jobs, scope: "{text}", role: target, says: 5人}}\n'
        f'  - {{at: "{text}", says: 6人}}\n  - {{at: "{text}", indicator: jobs, role: target, says: "{text}"}}\n'
        f'claims:\n  - {{at: "{text}", holds: "{text} = x"}}\n',
        encoding="utf-8",
    )
    found = of_file(str(tmp_path / "a.yaml"))
    shown = drawn(found, width=width)
    assert not set(shown) & set("\x1b\u202e\u2028\x85")
    assert all(cell_len(line) <= width for line in shown.split("\n"))
    assert as_json(found)["plan"]["id"] == "a"


@pytest.mark.parametrize("text", ["", "# nothing\n", "plan: a\n", "a: [\n", "\t\n", "- 1\n", "text:\n  - {says: 5}\n"])  # fmt: skip
def test_a_sheet_with_faults_is_shown_and_they_are_told_on_stderr(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    done = auditor("show", str(tmp_path / "a.yaml"))
    checked = auditor("check", str(tmp_path / "a.yaml"), "--format", "concise").stdout
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()
    assert set(done.stderr.splitlines()) <= set(checked.splitlines())


def test_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEADER + INDICATORS + SHEET, encoding="utf-8")
    path = str(tmp_path / "a.yaml")
    assert json.loads(auditor("show", path, "--format", "json").stdout)["version"] == 1
    assert "失业率" not in auditor("show", path, "--indicator", "jobs").stdout
    for options in (["--indicator", "job"], ["--format", "xml"]):
        assert auditor("show", path, *options).returncode == 2
    assert auditor("show", str(tmp_path / "none.yaml")).returncode == 2
    assert auditor("show", str(tmp_path)).returncode == 2


def test_a_parent_beside_the_sheet_is_compared_with(tmp_path: Path) -> None:
    """A county above its province's figure is an error that only the province's sheet shows."""
    shared = INDICATORS
    (tmp_path / "indicators.yaml").write_text(shared, encoding="utf-8")
    for name, keys, says in (("top", "", "〔900〕"), ("low", "parent: top\n", "〔9000〕")):
        (tmp_path / f"{name}.yaml").write_text(
            f"plan: {name}\ntitle: T\narea: {name}\nperiod: 2021-2025\n{keys}text:\n"
            f"  - {{at: 一, indicator: jobs, role: target, says: {says}}}\n",
            encoding="utf-8",
        )
    found = of_file(str(tmp_path / "low.yaml"))
    notes = quantity(found, "target").statements[0].notes
    assert [note.code for note in notes] == ["ROL004"]
