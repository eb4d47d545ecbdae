"""Plans below the plans above them: the outline, shares and bars, coverage, and what stays open."""

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

from auditor import catalogue
from auditor.errors import UsageError
from auditor.finding import Severity
from auditor.home import home
from auditor.reporters import Style, tree, tree_json
from auditor.reporters.cells import MARKS
from auditor.rule import Hit
from auditor.view.forest import Forest, forest
from auditor.view.shares import Roll, Share
from auditor.wording import Lang
from tests.sheets import INDICATORS
from tests.test_cli import auditor

PLANS = str(home() / "plans")
HOSTILE = ["[/red]", "[bold]x", "\\x1b[31mred", "\\u202Eabc", ":smile:", "{0}", "\\n\\nline", "\\u2028x", "x" * 5_000]  # fmt: skip
GOAL = "indicator: jobs, role: target"
F = Fraction


def put(folder: Path, **sheets: str) -> None:
    """Write sheets by plan id: keys of the header, a line each, then statements after `--`."""
    (folder / "indicators.yaml").write_text(INDICATORS, encoding="utf-8")
    for name, text in sheets.items():
        keys, _, says = text.partition("--")
        header = f"plan: {name}\ntitle: Plan {name}\narea: {name}\nperiod: 2021-2025\n"
        lines = "".join(f"  - {{at: 一, {each.strip()}}}\n" for each in says.split("|") if says)
        (folder / f"{name}.yaml").write_text(
            header + keys.replace(";", "\n") + (f"\ntext:\n{lines}" if lines else "\n"),
            encoding="utf-8",
        )


def grown(folder: Path, *only: str, **sheets: str) -> Forest:
    put(folder, **sheets)
    return forest([str(folder)], only)


@cache
def the_plans() -> Forest:
    return forest([PLANS])


def drawn(found: Forest, lang: Lang = "en", width: int = 80, *, color: bool = False) -> str:
    stream = io.StringIO()
    tree.write(found, stream, Style(lang=lang, width=width, color=color))
    return stream.getvalue()


def as_json(found: Forest, lang: Lang = "en") -> Any:
    stream = io.StringIO()
    tree_json.write(found, stream, Style(lang=lang))
    return json.loads(stream.getvalue())


def the_roll(found: Forest) -> Roll:
    (kin,) = found.kin
    (roll,) = kin.rolls
    return roll


def by_plan(roll: Roll) -> dict[str, Share]:
    return {share.plan: share for share in roll.shares}


TOP = f"children: complete -- {GOAL}, says: 〔8000〕"
NORTH = f"parent: top -- {GOAL}, says: 〔3000〕"
SOUTH = f"parent: top -- {GOAL}, says: 〔1000〕"


def test_shares_are_exact(tmp_path: Path) -> None:
    """3000 and 1000 of 8000 are 37.5 and 12.5 per cent, together 50."""
    roll = the_roll(grown(tmp_path, top=TOP, north=NORTH, south=SOUTH))
    portions = {
        plan: share.portion and share.portion.value for plan, share in by_plan(roll).items()
    }
    assert portions == {"north": F(75, 2), "south": F(25, 2)}
    assert roll.portion is not None
    assert roll.portion.value == 50
    assert (roll.verdict, roll.off, roll.complete, roll.stating) == ("short", F(-4000), True, 2)


@pytest.mark.parametrize(
    ("parent", "north", "south", "verdict"),
    [
        ("〔4000〕", "〔3000〕", "〔1000〕", "enough"),
        ("〔4001〕", "〔3000〕", "〔1000〕", "enough"),  # within rounding: 4000.5 meets 4001 ± 0.5
        ("〔4002〕", "〔3000〕", "〔1000〕", "short"),
        ("不超过4000人, basis: cumulative", "〔3000〕", "〔1001〕", "enough"),
        ("不超过4000人, basis: cumulative", "〔3000〕", "〔1003〕", "over"),
    ],
)
def test_a_complete_family_is_judged(
    tmp_path: Path, parent: str, north: str, south: str, verdict: str
) -> None:
    found = grown(
        tmp_path,
        top=f"children: complete -- {GOAL}, says: {parent}",
        north=f"parent: top -- {GOAL}, says: {north}",
        south=f"parent: top -- {GOAL}, says: {south}",
    )
    assert the_roll(found).verdict == verdict


@pytest.mark.parametrize(
    ("keys", "reasons"),
    [
        ("", ["there may be other children"]),
        ("children: [north, west]", ["no sheet of west is among those read"]),
        ("children: complete", []),
    ],
)
def test_what_is_missing_leaves_it_undecided_and_says_why(
    tmp_path: Path, keys: str, reasons: list[str]
) -> None:
    found = grown(tmp_path, top=f"{keys} -- {GOAL}, says: 〔8000〕", north=NORTH)
    roll = the_roll(found)
    assert [reason["en"] for reason in roll.reasons] == reasons
    assert roll.verdict == ("undecided" if reasons else "short")


def test_those_known_may_reach_it_alone(tmp_path: Path) -> None:
    found = grown(tmp_path, top=f"-- {GOAL}, says: 〔3000〕", north=NORTH.replace("3000", "3001"))
    assert the_roll(found).verdict == "enough"


def test_a_child_without_the_target_is_told_with_its_reason(tmp_path: Path) -> None:
    found = grown(
        tmp_path,
        top=TOP,
        north=NORTH,
        yearly=f"parent: top -- {GOAL}, says: 每年200人",
        unstated=f"parent: top -- {GOAL}, says: 200人",
        part=f"parent: top -- {GOAL}, scope: 农民工, says: 〔200〕",
        money=f"parent: top -- {GOAL}, says: 200元, basis: cumulative",
        silent="parent: top -- indicator: people, role: target, says: 5人",
        early=f"parent: top -- {GOAL}, period: 2021-2023, says: 〔200〕",
    )
    remarks = {
        plan: share.remark["en"] for plan, share in by_plan(the_roll(found)).items() if share.remark
    }
    assert remarks == {
        "yearly": "not comparable: 每年200人 (each year 2021–2025), the parent's 〔8000〕 (cumulative 2021–2025)",
        "unstated": "not comparable: 200人 (basis unstated 2021–2025), the parent's 〔8000〕 (cumulative 2021–2025)",
        "part": "states it for 农民工 only",
        "money": "not comparable: 200元 (CNY, cumulative 2021–2025), the parent's 〔8000〕 (persons, cumulative 2021–2025)",
        "silent": "states no target for it",
        "early": "not comparable: 〔200〕 (cumulative 2021–2023), the parent's 〔8000〕 (cumulative 2021–2025)",
    }
    assert the_roll(found).verdict == "undecided"


def test_attendances_under_persons_are_only_a_guide(tmp_path: Path) -> None:
    found = grown(tmp_path, top=TOP, north=f"parent: top -- {GOAL}, says: 〔4000人次〕")
    (share,) = the_roll(found).shares
    assert share.portion is not None
    assert share.portion.value == 50
    assert share.remark is not None
    assert share.remark["zh"] == "计量单位不同（人次；人），占比仅供参考"


def test_what_no_child_states_comparably_is_listed_apart(tmp_path: Path) -> None:
    found = grown(tmp_path, top=TOP, north=f"parent: top -- {GOAL}, says: 每年600人")
    (kin,) = found.kin
    assert kin.rolls == ()
    assert [(each.child.entry.says, each.parent.entry.says) for each in kin.unlike] == [
        ("每年600人", "〔8000〕")
    ]
    assert "Not compared" in drawn(found)


RATE = "indicator: share, role: target"


@pytest.mark.parametrize(
    ("parent", "child", "level", "beyond"),
    [
        ("5.5%以内", "5.5%以内", "within", F(0)),
        ("5.5%以内", "6%以内", "beyond", F(1, 2)),
        ("5.5%", "5%", "within", F(0)),
        ("5.5%以内", "不低于4%", "opposed", F(0)),
        ("不低于5%", "6%", "within", F(0)),
        ("不低于5%", "4.5%", "lower", F(1, 2)),
    ],
)
def test_a_rate_is_held_against_the_parent_s(
    tmp_path: Path, parent: str, child: str, level: str, beyond: Fraction
) -> None:
    found = grown(
        tmp_path, top=f"-- {RATE}, says: {parent}", north=f"parent: top -- {RATE}, says: {child}"
    )
    roll = the_roll(found)
    (share,) = roll.shares
    assert (share.level, share.beyond, share.portion) == (level, beyond, None)
    assert (roll.sum, roll.verdict) == (None, "")


@pytest.mark.parametrize(
    ("parent", "child", "severity"),
    [
        (f"{RATE}, says: 不低于5%", "4.5%", None),
        (f"{RATE}, binds: each, says: 不低于5%", "4.5%", Severity.ERROR),
        (f"{RATE}, says: 5.5%以内", "6%以内", Severity.WARNING),
        (f"{RATE}, binds: each, says: 5.5%以内", "6%以内", Severity.ERROR),
    ],
)
def test_a_mark_stands_beside_what_check_finds(
    tmp_path: Path, parent: str, child: str, severity: Severity | None
) -> None:
    found = grown(tmp_path, top=f"-- {parent}", north=f"parent: top -- {RATE}, says: {child}")
    marks = [MARKS[each] for each in Severity if f"{MARKS[each]} " in drawn(found)]
    assert marks == ([MARKS[severity]] if severity else [])
    hits = [
        rule.severity
        for rule in map(catalogue.find, ("ROL003", "ROL012"))
        for each in rule.check(found.run, rule.options)
        if isinstance(each, Hit)
    ]
    assert hits == ([severity] if severity else [])
    (told,) = as_json(found)["families"][0]["targets"][0]["children"]
    assert told["beyond"] == "0.5"
    assert (told["level"] == "beyond") == (severity is not None)


def test_allotments_and_weights_stand_beside_the_shares(tmp_path: Path) -> None:
    """North is allotted 3100 and plans 3000: 99 short beyond rounding; of 100 people it has 52."""
    allotted = (
        "children: [north, south, west];"
        "allotted:;  - {at: 表3, indicator: jobs, basis: cumulative, by: {north: 3100, south: 1000, west: 3900}};"
        "weights: {name: 常住人口, source: 普查, by: {north: 52人, south: 40人, west: 8人}}"
    )
    roll = the_roll(
        grown(tmp_path, top=f"{allotted} -- {GOAL}, says: 〔8000〕", north=NORTH, south=SOUTH)
    )
    shares = by_plan(roll)
    assert [share.short for share in roll.shares] == [F(100), F(0), None]
    assert [share.weight and share.weight.value for share in roll.shares] == [52, 40, 8]
    assert shares["west"].fact is None
    assert shares["west"].allotted is not None
    assert roll.weighed_by == "常住人口"


def test_the_forest_at_eighty_columns(tmp_path: Path) -> None:
    found = grown(tmp_path, top=TOP, north=NORTH, south=SOUTH, alone="", far=NORTH.replace("top", "nowhere"))  # fmt: skip
    shown = drawn(found)
    assert shown.startswith("top       Plan top\n├─ north  Plan north\n└─ south  Plan south\n\n")
    assert "\ntop  Plan top  children here: 2, declared to be all\n" in shown
    bars = {
        line.split()[0]: line
        for line in shown.split("\n")
        if line.startswith("    ") and "%" in line
    }
    # Indent, three columns with their gaps, and one cell for the end of the bar and one for what runs over.
    room = 80 - 4 - (8 + 2) - (8 + 2) - (5 + 2) - 2
    assert list(bars) == ["north", "south", "together"]
    for plan, percent in (("north", F(75, 2)), ("south", F(25, 2)), ("together", F(50))):
        assert bars[plan].count("█") == int(percent / 100 * room)
        assert bars[plan].endswith("▏")
    assert "37.5%" in bars["north"]
    assert (
        "    children stating it: all of 2, complete; 4000 short of the parent's target\n" in shown
    )
    assert "\nNeither parent nor children among these\n" in shown
    assert "  alone  Plan alone\n" in shown
    assert "  far    Plan far (its parent nowhere was not found)\n" in shown


def test_the_forest_in_chinese(tmp_path: Path) -> None:
    shown = drawn(
        grown(tmp_path, top=TOP.replace("children: complete", ""), north=NORTH), "zh", 120
    )
    assert "此处有下级 1 个，是否齐全未注明" in shown
    assert "新增就业，目标 2021–2025  〔8000〕  8000 人，累计  一" in shown
    assert "下级 1 个，均列有可比目标；未能判定：下级是否齐全未注明" in shown


def test_more_than_the_whole_runs_over_its_end(tmp_path: Path) -> None:
    shown = drawn(grown(tmp_path, top=TOP, north=NORTH.replace("3000", "10000")))
    (row,) = (line for line in shown.split("\n") if "125.0%" in line)
    assert row.endswith("█▶")


def test_a_circle_of_parents_ends(tmp_path: Path) -> None:
    found = grown(
        tmp_path,
        a="parent: b", b="parent: c", c="parent: a", own="parent: own",
    )  # fmt: skip
    outline = [(place.plan.plan, len(place.lasts), place.again) for place in found.outline]
    assert outline == [("a", 0, False), ("c", 1, False), ("b", 2, False), ("a", 3, True)]
    shown = drawn(found)
    assert "the levels form a circle" in shown
    assert "own  Plan own (names itself as its parent)" in shown


def test_a_tail_below_a_circle_is_shown_once(tmp_path: Path) -> None:
    found = grown(tmp_path, a="parent: b", b="parent: a", tail="parent: a")
    plans = [place.plan.plan for place in found.outline if not place.again]
    assert sorted(plans) == ["a", "b", "tail"]


def test_a_long_chain_of_parents_is_no_deep_recursion(tmp_path: Path) -> None:
    sheets = {f"p{number}": f"parent: p{number + 1}" for number in range(1_200)}
    found = grown(tmp_path, **sheets, p1200="")
    assert len(found.outline) == 1_201
    assert all(cell_len(line) <= 80 for line in drawn(found).split("\n"))


def test_plans_with_one_id_or_none_are_told(tmp_path: Path) -> None:
    put(tmp_path, top=TOP, north=NORTH)
    (tmp_path / "twin.yaml").write_text("plan: north\ntitle: Twin\narea: n\n", encoding="utf-8")
    (tmp_path / "blank.yaml").write_text("", encoding="utf-8")
    found = forest([str(tmp_path)])
    assert [each.title for each in found.double] == ["Twin"]
    assert [Path(each.path).name for each in found.nameless] == ["blank.yaml"]
    shown = drawn(found)
    assert "another sheet has the same plan id" in shown
    assert "states no plan id" in shown


def test_a_sheet_that_broke_off_leaves_its_family_open(tmp_path: Path) -> None:
    put(tmp_path, top=TOP, north=NORTH)
    path = tmp_path / "north.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "claims: [\n", encoding="utf-8")
    found = forest([str(tmp_path)])
    roll = the_roll(found)
    assert roll.verdict == "undecided"
    assert [reason["en"] for reason in roll.reasons] == [
        "the sheet of north could not be read to its end"
    ]
    assert "(could not be read to its end)" in drawn(found)


def test_a_parent_is_found_beside_its_child(tmp_path: Path) -> None:
    put(tmp_path, top=TOP, north=NORTH)
    found = forest([str(tmp_path / "north.yaml")])
    assert [place.plan.plan for place in found.outline] == ["top", "north"]
    assert found.beside == {"top"}
    assert [plan["given"] for plan in as_json(found)["plans"]] == [False, True]


def test_one_indicator_can_be_asked_for(tmp_path: Path) -> None:
    sheets = {"top": f"{TOP} | {RATE}, says: 5%", "north": f"{NORTH} | {RATE}, says: 4%"}
    found = grown(tmp_path, "share", **sheets)
    assert [roll.indicator.id for kin in found.kin for roll in kin.rolls] == ["share"]
    with pytest.raises(UsageError, match="'shar'; did you mean 'share'"):
        grown(tmp_path, "shar", **sheets)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 60, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(width: int, lang: Lang) -> None:
    for line in drawn(the_plans(), lang, width).split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_colour_adds_only_colour() -> None:
    found = the_plans()
    colored = drawn(found, color=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", colored) == drawn(found)
    assert "\x1b[" in colored


def test_the_plans_as_they_are_printed() -> None:
    """1.5 of 55 million are 30/11 per cent; Gansu's 6 % is half a point above the nation's 5.5."""
    found = as_json(the_plans())
    (nation,) = (each for each in found["families"] if each["parent"] == "nation")
    jobs, rate = nation["targets"]
    shares = {child["plan"]: child["share"] for child in jobs["children"]}
    assert shares["gansu"] == "30/11"
    assert jobs["sum"]["verdict"] == "undecided"
    assert jobs["coverage"] == {"children": 4, "stating": 4, "complete": False}
    levels = {child["plan"]: (child["level"], child["beyond"]) for child in rate["children"]}
    assert levels["gansu"] == ("beyond", "0.5")
    assert levels["shaanxi"] == ("", "")
    assert [plan["id"] for plan in found["plans"] if plan["depth"] == 0] == ["nation"]


def test_json_keeps_to_its_contract() -> None:
    found = as_json(the_plans(), "zh")
    assert list(found) == ["version", "plans", "families", "alone", "double", "nameless"]
    assert found["version"] == 1
    for family in found["families"]:
        assert list(family) == ["parent", "children", "declared", "missing", "complete", "targets", "undecided"]  # fmt: skip
        for target in family["targets"]:
            printed = [target["target"], *(each["target"] for each in target["children"])]
            for figure in filter(None, printed):
                line = Path(figure["path"]).read_text(encoding="utf-8").split("\n")
                text = line[figure["line"] - 1][figure["column"] - 1 :]
                assert text.lstrip('"').startswith(figure["printed"])
                Fraction(figure["value"])
            for child in target["children"]:
                assert child["share"] is None or Fraction(child["share"]) > 0


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_sheet_stays_text(tmp_path: Path, text: str) -> None:
    shared = f'indicators:\n  jobs: {{name: "{text}", kind: flow, unit: 人}}\n'
    (tmp_path / "indicators.yaml").write_text(shared, encoding="utf-8")
    for name, parent, says in (
        ("a", "nowhere", "〔9〕"),
        (f"b{text}", "a", "〔5〕"),
        (f"c{text}", "a", "每年1人"),
    ):
        (tmp_path / f"{name[:1]}.yaml").write_text(
            f'plan: "{name}"\ntitle: "{text}"\narea: "{name}"\nparent: "{parent}"\nperiod: 2021-2025\n'
            f'text:\n  - {{at: "{text}", indicator: jobs, role: target, says: {says}}}\n',
            encoding="utf-8",
        )
    found = forest([str(tmp_path)])
    assert len(found.outline) == 3
    for lang in ("en", "zh"):
        shown = drawn(found, lang)
        assert not set(shown) & set("\x1b\u202e\u2028\x85")
        assert all(cell_len(line) <= 80 for line in shown.split("\n"))
    assert as_json(found)["version"] == 1


def test_the_command_line(tmp_path: Path) -> None:
    assert auditor("tree", str(tmp_path)).returncode == 2
    put(tmp_path, top=TOP, north=NORTH)
    done = auditor("tree", str(tmp_path), "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["families"][0]["parent"] == "top"
    assert "占比" not in auditor("tree", str(tmp_path), "--lang", "zh").stderr
    for options in (["--indicator", "job"], ["--format", "xml"]):
        assert auditor("tree", str(tmp_path), *options).returncode == 2
    assert auditor("tree", str(tmp_path / "none")).returncode == 2


def test_the_same_plans_give_the_same_bytes_whatever_the_hash_seed() -> None:
    for command in (["tree", PLANS], ["show", f"{PLANS}/tongwei.yaml"]):
        runs = {auditor(*command, PYTHONHASHSEED=seed).stdout for seed in "127"}
        assert len(runs) == 1


def test_amounts_are_told_in_the_unit_of_the_parent_s_target(tmp_path: Path) -> None:
    goal = "indicator: people, role: target"
    found = grown(
        tmp_path,
        top=f"children: complete -- {goal}, says: 4040万册",
        north=f"parent: top -- {goal}, says: 4000万册",
        south=f"parent: top -- {goal}, says: 30万册",
    )
    shown = drawn(found, "zh")
    assert "4040万册" in shown
    assert "合计比上级目标少 10万" in shown
    assert "copy" not in drawn(found)
    areas = grown(
        tmp_path,
        top=f"children: complete -- {goal}, says: 30万亩",
        north=f"parent: top -- {goal}, says: 10万亩",
        south=f"parent: top -- {goal}, says: 10万亩",
    )
    assert "100\u202f000 short of the parent's" in drawn(areas)
    assert "300\u202f000 mu of land" in drawn(areas)
