"""What the two READMEs show is what the program does."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from auditor.catalogue import rules
from auditor.engine import Report, Wanted, audit
from auditor.figure import read
from auditor.reporters import Style, console
from auditor.reporters.json import content
from auditor.wording import Lang

ROOT = Path(__file__).resolve().parent.parent
READMES: dict[Lang, str] = {
    "en": (ROOT / "README.md").read_text(encoding="utf-8"),
    "zh": (ROOT / "README.zh.md").read_text(encoding="utf-8"),
}
LINKS = re.compile(r"\]\(([^)#:]+)\)")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MENDED = {"五年1.6万人次": "五年1.8万人次", "五年3000人次": "五年4000人次"}

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])


def blocks(lang: Lang, kind: str) -> list[str]:
    return [text for found, text in FENCED.findall(READMES[lang]) if found == kind]


def example(lang: Lang) -> str:
    return "\n".join(blocks(lang, "yaml"))


def first_cells(lang: Lang, head: str) -> list[str]:
    table = READMES[lang].partition(f"\n| {head} |")[2].partition("\n\n")[0]
    return [row.split(" | ")[0].removeprefix("| ") for row in table.split("\n")[2:]]


def printed(report: Report, lang: Lang) -> str:
    stream = io.StringIO()
    console.write(report, stream, Style(lang, width=80))
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def audited(sheet: str, folder: Path) -> Report:
    (folder / "example.yaml").write_text(sheet, encoding="utf-8")
    return audit(["example.yaml"], rules(), Wanted(mends=True))


@in_both_languages
def test_the_example_has_the_two_findings_that_are_told(lang: Lang, folder: Path) -> None:
    report = audited(example(lang), folder)
    assert [finding.code for finding in report.findings] == ["TXT001", "SUM001"]


@in_both_languages
def test_the_example_gives_the_report_that_is_shown(lang: Lang, folder: Path) -> None:
    assert printed(audited(example(lang), folder), lang) in blocks(lang, "text")


@in_both_languages
def test_the_mended_example_has_no_findings(lang: Lang, folder: Path) -> None:
    sheet = example(lang)
    for slip, mended in MENDED.items():
        assert f"`{slip}`" in READMES[lang]
        assert f"`{mended}`" in READMES[lang]
        sheet = sheet.replace(slip, mended)
    assert audited(sheet, folder).findings == ()


@in_both_languages
def test_the_excerpt_is_part_of_the_report_on_tongwei(
    lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    report = audit(["plans/tongwei.yaml"], rules(), Wanted(mends=True))
    assert f"\n\n{blocks(lang, 'text')[0]}\n" in printed(report, lang)


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
    assert len(shown) == 2
    for block in shown:
        command = block.split("\n")[0]
        assert block == f"{command}\n{said(command.removeprefix('$ '), lang)}"


def said(command: str, lang: Lang) -> str:
    """Return what a command of the README prints, trailing blanks left out."""
    python = f"{sys.executable} -m auditor"
    done = subprocess.run(
        ["sh", "-c", command.replace("auditor figure", f"{python} figure --lang {lang}")],
        capture_output=True, encoding="utf-8", check=False, cwd=ROOT,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
    )  # fmt: skip
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


@pytest.mark.parametrize(("lang", "head"), [("en", "family | looks at"), ("zh", "类别 | 查什么")])
def test_the_families_are_those_of_the_catalogue(lang: Lang, head: str) -> None:
    assert {cell.strip("`") for cell in first_cells(lang, head)} == {r.code[:3] for r in rules()}


@in_both_languages
def test_every_file_that_is_linked_to_exists(lang: Lang) -> None:
    for link in LINKS.findall(READMES[lang]):
        assert (ROOT / link).is_file()


def test_both_readmes_have_the_same_parts() -> None:
    def parts(lang: Lang) -> list[str]:
        prose = FENCED.sub("", READMES[lang])
        return re.findall(r"^#+(?= )", prose, re.MULTILINE)

    assert parts("en") == parts("zh")
    assert [kind for kind, _ in FENCED.findall(READMES["en"])] == [
        kind for kind, _ in FENCED.findall(READMES["zh"])
    ]
    assert example("en") == example("zh")
    assert first_cells("en", "printed | meaning") == first_cells("zh", "原文写法 | 含义")


def _write_anew(lang: Lang, path: Path, folder: Path) -> None:
    """Put the auditor's present output into the blocks of a README that show it."""
    text = path.read_text(encoding="utf-8")
    os.chdir(ROOT)
    report = printed(audit(["plans/tongwei.yaml"], rules(), Wanted(mends=True)), lang)
    shown = next(part for part in report.split("\n\n") if "TXT001" in part and "19000" in part)
    text = text.replace(blocks(lang, "text")[0], shown + "\n", 1)
    os.chdir(folder)
    for block in blocks(lang, "text")[1:]:
        if block.startswith("example.yaml"):
            text = text.replace(block, printed(audited(example(lang), folder), lang), 1)
    for block in blocks(lang, "console"):
        command = block.split("\n")[0]
        text = text.replace(block, f"{command}\n{said(command.removeprefix('$ '), lang)}", 1)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        _write_anew("en", ROOT / "README.md", Path(name))
        _write_anew("zh", ROOT / "README.zh.md", Path(name))
