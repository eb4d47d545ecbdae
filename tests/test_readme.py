"""What the two READMEs show is what the program does."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from auditor import catalogue, profile
from auditor.catalogue import rules
from auditor.commands import init
from auditor.engine import Report, Wanted, audit
from auditor.figure import read
from auditor.finding import Severity
from auditor.reporters import Style, console
from auditor.reporters.json import content
from auditor.sheet import format as shapes
from auditor.wording import Lang

ROOT = Path(__file__).resolve().parent.parent
READMES: dict[Lang, str] = {
    "en": (ROOT / "README.md").read_text(encoding="utf-8"),
    "zh": (ROOT / "README.zh.md").read_text(encoding="utf-8"),
}
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODED = re.compile(r"`([^`]+)`")
MENDED = {"五年1.6万人次": "五年1.8万人次", "五年3000人次": "五年4000人次"}
WITH_MENDS = Wanted(mends=True)
# So many blocks, from the header on, make up the example; all others are pieces of something else.
HEADER = "plan: example\n"
STEPS = 5
SHAPES = (
    shapes.SHEET,
    shapes.INDICATOR,
    shapes.TABLE,
    shapes.COLUMN,
    shapes.ROW,
    shapes.CELL,
    shapes.STATEMENT,
    shapes.CLAIM,
    shapes.ALLOTMENT,
    shapes.WEIGHTS,
    shapes.CATALOGUE,
)

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])


def blocks(lang: Lang, kind: str) -> list[str]:
    return [text for found, text in FENCED.findall(READMES[lang]) if found == kind]


def steps(lang: Lang) -> list[str]:
    """Return the blocks of the example, which stand together."""
    shown = blocks(lang, "yaml")
    [first] = [place for place, text in enumerate(shown) if text.startswith(HEADER)]
    return shown[first : first + STEPS]


def example(lang: Lang) -> str:
    return "\n".join(steps(lang))


def piece(lang: Lang, word: str) -> str:
    """Return the one block beside the example that holds a word."""
    [found] = [text for text in blocks(lang, "yaml") if text not in steps(lang) and word in text]
    return found


def excerpt(lang: Lang, path: str) -> str:
    """Return the one report that is shown of a sheet."""
    [found] = [text for text in blocks(lang, "text") if f"> {path}:" in text]
    return found


def prose(lang: Lang) -> str:
    return FENCED.sub("", READMES[lang])


def bare(text: str) -> str:
    return re.sub(r" *#.*", "", text)


def mended(lang: Lang) -> str:
    sheet = example(lang)
    for slip, right in MENDED.items():
        sheet = sheet.replace(slip, right)
    return sheet


def table(lang: Lang, head: str) -> list[list[str]]:
    rows = READMES[lang].partition(f"\n| {head} |")[2].partition("\n\n")[0]
    return [row.strip("| ").split(" | ") for row in rows.split("\n")[2:]]


def first_cells(lang: Lang, head: str) -> list[str]:
    return [row[0] for row in table(lang, head)]


def coded(cells: list[str]) -> list[str]:
    return [word for cell in cells for word in CODED.findall(cell)]


def printed(report: Report, lang: Lang) -> str:
    stream = io.StringIO()
    console.write(report, stream, Style(lang, width=80))
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def audited(sheet: str, folder: Path, wanted: Wanted = WITH_MENDS) -> Report:
    (folder / "example.yaml").write_text(sheet, encoding="utf-8")
    return audit(["example.yaml"], rules(), wanted)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.standing]


@in_both_languages
def test_the_example_has_the_two_findings_that_are_told(lang: Lang, folder: Path) -> None:
    assert codes(audited(example(lang), folder)) == ["TXT001", "SUM001"]


@in_both_languages
def test_the_example_gives_the_report_that_is_shown(lang: Lang, folder: Path) -> None:
    assert printed(audited(example(lang), folder), lang) in blocks(lang, "text")


@in_both_languages
def test_the_mended_example_has_no_findings(lang: Lang, folder: Path) -> None:
    for slip, right in MENDED.items():
        assert f"`{slip}`" in READMES[lang]
        assert f"`{right}`" in READMES[lang]
    assert audited(mended(lang), folder).findings == ()


@in_both_languages
def test_the_allotments_that_are_shown_add_up_to_the_target(lang: Lang, folder: Path) -> None:
    sheet = f"{mended(lang)}\n{piece(lang, 'allotted:')}"
    report = audited(sheet, folder, Wanted(held=True))
    assert report.findings == ()
    assert "ROL008" in {held.code for held in report.held}
    assert codes(audited(sheet.replace("south: 5000人", "south: 4000人"), folder)) == ["ROL008"]


@in_both_languages
def test_the_suppression_that_is_shown_silences_the_finding_until_its_date(
    lang: Lang, folder: Path
) -> None:
    comment, line = piece(lang, "audit:").splitlines()
    sheet = example(lang).replace(f"{line}\n", f"{comment}\n{line}\n")
    last, next_day = Wanted(today=date(2027, 3, 31)), Wanted(today=date(2027, 4, 1))
    assert codes(audited(sheet, folder, last)) == ["SUM001"]
    assert codes(audited(sheet, folder, next_day)) == ["SUP002", "TXT001", "SUM001"]
    assert f"--today {next_day.today}" in READMES[lang]


@in_both_languages
def test_the_profile_that_is_shown_is_one(lang: Lang, folder: Path) -> None:
    path = folder / "assembly.yaml"
    path.write_text(piece(lang, "fail_on:"), encoding="utf-8")
    own = profile.load(str(path))
    on = {rule.code: rule for rule in own.over(rules())}
    assert own.fail_on is Severity.WARNING
    assert {rule.code for rule in rules()} - on.keys() == {"TXT006"}
    assert (on["DIR001"].severity, on["DIR003"].severity) == (Severity.NOTE, Severity.ERROR)
    assert on["ROL010"].options == {"tolerance": Fraction(3, 10)}


@pytest.mark.parametrize(
    ("lang", "head"), [("en", "profile | for a plan"), ("zh", "配置 | 适用于")]
)
def test_the_profiles_are_told_with_what_they_change(lang: Lang, head: str) -> None:
    rows = table(lang, head)
    assert coded(first_cells(lang, head)) == list(profile.names())
    for name, (*_, told) in zip(profile.names(), rows, strict=True):
        named = re.findall(r"[A-Z]{3}(?:\d{3})?", told)
        changed = {rule.code for rule in catalogue.select(named, [])} if named else set()
        assert profile.load(name).severities.keys() == changed


@pytest.mark.parametrize(("lang", "head"), [("en", "option | values"), ("zh", "选项 | 取值")])
def test_every_option_of_a_rule_is_told_with_its_choices(lang: Lang, head: str) -> None:
    assert {option: coded([values]) for option, values, _ in table(lang, head)} == {
        f"{rule.code} `{name}`": list(option.choices)
        for rule in rules()
        for name, option in rule.knobs.items()
    }


@pytest.mark.parametrize(("lang", "head"), [("en", "option | meaning"), ("zh", "选项 | 含义")])
def test_every_option_of_check_is_told(lang: Lang, head: str) -> None:
    option = re.compile(r"(?<![\w-])--[a-z-]+")
    told = option.findall(" ".join(first_cells(lang, head)))
    assert {*told, "--help"} == set(option.findall(said("auditor check --help", lang)))


@pytest.mark.parametrize(("lang", "head"), [("en", "where | must have"), ("zh", "位置 | 必填")])
def test_every_key_of_the_format_is_told(lang: Lang, head: str) -> None:
    for (_, must, may), shape in zip(table(lang, head), SHAPES, strict=True):
        needed = {name for name, _ in shapes.required(shape)}
        assert set(coded([must])) == needed
        assert set(coded([may])) == shape.keys() - needed


@pytest.mark.parametrize(("lang", "head"), [("en", "part | what it holds"), ("zh", "部分 | 内容")])
def test_every_part_of_a_rule_is_told(lang: Lang, head: str) -> None:
    optional = {"HELP", "SCOPE", "OPTIONS", "REFERENCES", "PREVIEW", "FORMERLY"}
    assert set(coded(first_cells(lang, head))) == {*catalogue._CONSTANTS, *optional}


@in_both_languages
def test_the_excerpt_is_part_of_the_report_on_tongwei(
    lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    report = audit(["plans/tongwei.yaml"], rules(), WITH_MENDS)
    assert f"\n\n{excerpt(lang, 'plans/tongwei.yaml')}\n" in printed(report, lang)


@in_both_languages
def test_the_json_is_that_of_the_example(lang: Lang, folder: Path) -> None:
    [shown] = (json.loads(text) for text in blocks(lang, "json"))
    real = json.loads(json.dumps(content(audited(example(lang), folder), Style(lang))))
    [finding] = shown["findings"]
    [figure] = finding.pop("figures")
    whole = real["findings"][0]
    assert figure == whole.pop("figures")[0]
    assert finding.keys() == whole.keys()
    assert {**whole, **dict.fromkeys(("message", "help", "fingerprint"), "…")} == finding
    assert {**real, "findings": []} == {**shown, "findings": []}


@pytest.mark.parametrize(("lang", "head"), [("en", "printed | meaning"), ("zh", "原文写法 | 含义")])
def test_every_figure_in_the_table_can_be_read(lang: Lang, head: str) -> None:
    cells = re.findall(r"`([^`]+)`", " ".join(first_cells(lang, head)))
    assert cells
    for cell in cells:
        assert read(cell).printed == cell


@in_both_languages
def test_the_commands_that_are_shown_print_what_is_shown(lang: Lang) -> None:
    shown = blocks(lang, "console")
    assert len(shown) == 5
    for block in shown:
        command = block.split("\n")[0]
        assert block == f"{command}\n{said(command.removeprefix('$ '), lang)}"


def said(command: str, lang: Lang) -> str:
    """Return what a command of the README prints, trailing blanks left out."""
    python = rf"{sys.executable} -m auditor \1 --lang {lang}"
    done = subprocess.run(
        ["sh", "-c", re.sub(r"\bauditor (\w+)", python, command)],
        capture_output=True, encoding="utf-8", check=False, cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
    )  # fmt: skip
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


@pytest.mark.parametrize(("lang", "head"), [("en", "family | looks at"), ("zh", "类别 | 查什么")])
def test_the_families_are_those_of_the_catalogue(lang: Lang, head: str) -> None:
    assert {cell.strip("`") for cell in first_cells(lang, head)} == {r.code[:3] for r in rules()}


def test_every_rule_has_a_line_in_the_changelog_with_its_severity() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").replace("\n  ", " ")
    told = re.findall(r"^- Rule (\w+): .*\((\w+)\)\.$", text, re.MULTILINE)
    assert told == [(rule.code, rule.severity.word) for rule in rules()]


def test_both_readmes_have_the_same_parts() -> None:
    def parts(lang: Lang) -> list[str]:
        return re.findall(r"^#+(?= )", prose(lang), re.MULTILINE)

    assert parts("en") == parts("zh")
    assert [kind for kind, _ in FENCED.findall(READMES["en"])] == [
        kind for kind, _ in FENCED.findall(READMES["zh"])
    ]
    assert example("en") == example("zh")
    assert piece("en", "allotted:") == piece("zh", "allotted:")
    assert bare(piece("en", "fail_on:")) == bare(piece("zh", "fail_on:"))
    assert first_cells("en", "printed | meaning") == first_cells("zh", "原文写法 | 含义")


def _write_anew(lang: Lang, path: Path, folder: Path) -> None:
    """Put the auditor's present output into the blocks of a README that show it."""
    text = path.read_text(encoding="utf-8")
    os.chdir(ROOT)
    report = printed(audit(["plans/tongwei.yaml"], rules(), WITH_MENDS), lang)
    shown = next(part for part in report.split("\n\n") if "TXT001" in part and "19000" in part)
    text = text.replace(excerpt(lang, "plans/tongwei.yaml"), shown + "\n", 1)
    os.chdir(folder)
    report = printed(audited(example(lang), folder), lang)
    text = text.replace(excerpt(lang, "example.yaml"), report, 1)
    first = Path("plans/example.yaml")
    first.parent.mkdir(exist_ok=True)
    sheet = dict(init.planned("none", lang))[str(first)]
    first.write_text(sheet.replace("says: 1.2万人,", "says: 1.3万人,"), encoding="utf-8")
    report = printed(audit(["plans"], rules(), WITH_MENDS), lang)
    text = text.replace(excerpt(lang, "plans/example.yaml"), report, 1)
    for block in blocks(lang, "console"):
        command = block.split("\n")[0]
        text = text.replace(block, f"{command}\n{said(command.removeprefix('$ '), lang)}", 1)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        _write_anew("en", ROOT / "README.md", Path(name))
        _write_anew("zh", ROOT / "README.zh.md", Path(name))
