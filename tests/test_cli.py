"""The command line as its users meet it: whole processes, exit codes, streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.home import home
from tests.sheets import CLEAN, CONFLICT

PLANS = str(home() / "plans")
NOTE = CONFLICT.replace("8000人", "9000人以上")


def auditor(
    *arguments: str, input_: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    clean = {
        key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")
    }
    return subprocess.run(
        [sys.executable, "-m", "auditor", *arguments],
        capture_output=True,
        input=input_,
        text=True,
        encoding="utf-8",
        env={**clean, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **environment},
        check=False,
    )


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(CONFLICT, encoding="utf-8")
    return path


EXIT_CODES = [
    (CLEAN, [], 0),
    (CONFLICT, [], 1),
    (CONFLICT, ["--exit-zero"], 0),
    (CONFLICT, ["--fail-on", "never"], 0),
    (CONFLICT, ["--ignore", "TXT"], 0),
    (CONFLICT, ["--select", "SUM,BAS"], 0),
    (CONFLICT, ["--select", "ALL", "--ignore", "text-against-text"], 0),
    (CONFLICT, ["--ignore", "TXT", "--select", "TXT002"], 1),
    (CONFLICT, ["--select", "TXT999"], 2),
    (CONFLICT, ["--format", "nothing"], 2),
    (NOTE, [], 0),
    (NOTE, ["--fail-on", "warning"], 0),
    (NOTE, ["--fail-on", "note"], 1),
    ("a: [\n", [], 1),
]


@pytest.mark.parametrize(("text", "options", "code"), EXIT_CODES)
def test_the_exit_code_says_what_was_found(
    tmp_path: Path, text: str, options: list[str], code: int
) -> None:
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    assert auditor("check", str(tmp_path), *options).returncode == code


def test_nothing_to_check_ends_with_2_unless_that_is_allowed(tmp_path: Path) -> None:
    assert auditor("check", str(tmp_path)).returncode == 2
    assert auditor("check", str(tmp_path), "--allow-empty").returncode == 0


def test_a_missing_path_ends_with_2_and_one_line(tmp_path: Path) -> None:
    done = auditor("check", str(tmp_path / "none.yaml"))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_misspelt_rule_is_guessed() -> None:
    done = auditor("explain", "SUM0O1", "--lang", "zh")
    assert done.returncode == 2
    assert "SUM001" in done.stderr


def test_a_crashing_rule_ends_with_3_and_the_rest_is_still_told(sheet: Path) -> None:
    script = (
        "import sys\n"
        "from dataclasses import replace\n"
        "from auditor import catalogue, cli\n"
        "def crash(plan, options):\n"
        "    raise ValueError('ours')\n"
        "    yield\n"
        "rules = catalogue.rules()\n"
        "broken = (replace(rules[0], check=crash), *rules[1:])\n"
        "catalogue.rules = lambda: broken\n"
        f"sys.argv = ['auditor', 'check', {str(sheet)!r}]\n"
        "cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 3
    assert "TXT002" in done.stdout
    assert "incomplete: 1 failed, 0 unread" in done.stdout
    assert "meets" not in done.stdout
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_report_alone_is_on_stdout(sheet: Path) -> None:
    done = auditor("check", str(sheet), "--format", "json")
    assert json.loads(done.stdout)["summary"]["errors"] == 1
    assert done.stderr == ""


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    runs = set()
    for seed in "127":
        files = [tmp_path / f"{form}.{seed}" for form in ("concise", "json")]
        forms = [word for file in files for word in ("--format", f"{file.stem}:{file}")]
        console = auditor("check", PLANS, "--format", "console", *forms, PYTHONHASHSEED=seed)
        runs.add((console.stdout, *(file.read_bytes() for file in files)))
    assert len(runs) == 1
    assert all(runs.pop())


COLOURS = [
    ([], {}, False),
    (["--color", "always"], {}, True),
    (["--color", "always"], {"NO_COLOR": "1"}, True),
    ([], {"FORCE_COLOR": "1"}, True),
    ([], {"FORCE_COLOR": "0"}, False),
    ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    (["--color", "never"], {"FORCE_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("options", "environment", "colored"), COLOURS)
def test_colour_follows_option_then_environment_then_terminal(
    sheet: Path, options: list[str], environment: dict[str, str], colored: bool
) -> None:
    assert ("\x1b[" in auditor("check", str(sheet), *options, **environment).stdout) is colored


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "错误"),
        ({"LC_ALL": "en_US.UTF-8"}, "error"),
        ({"LC_ALL": ""}, "error"),
    ],
)
def test_the_language_follows_the_locale(
    sheet: Path, environment: dict[str, str], word: str
) -> None:
    assert auditor("check", str(sheet), **environment).stdout.count(word) >= 1


def test_the_version_needs_neither_pint_nor_rich() -> None:
    script = (
        "import sys\nsys.argv = ['auditor', '--version']\nfrom auditor import cli\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('pint', 'rich', 'yaml') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_quiet_tells_only_the_summary_and_verbose_what_was_not_decided() -> None:
    assert len(auditor("check", PLANS, "--quiet").stdout.splitlines()) == 2
    assert "Not decided" in auditor("check", PLANS, "--verbose").stdout


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_rule_can_be_listed_and_explained(lang: str) -> None:
    from auditor.catalogue import rules

    listed = auditor("rules", "--lang", lang).stdout
    assert all(rule.code in listed and rule.name in listed for rule in rules())
    page = auditor("explain", rules()[0].name, "--lang", lang).stdout
    assert rules()[0].title["zh" if lang == "zh" else "en"] in page


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_plan_can_be_shown(lang: str) -> None:
    done = auditor("show", f"{PLANS}/tibet.yaml", "--lang", lang, COLUMNS="120")
    assert done.returncode == 0
    assert "10.33万人" in done.stdout


RECORD = [
    "printed", "kind", "low", "high", "low_closed", "high_closed", "value", "digits", "scale", "unit",
    "base_unit", "bound", "approximate", "basis", "change", "parts", "error",
]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "0.9万人以上",
            {"value": "9000", "low": "9000", "high": "", "bound": ">=", "unit": "person"},
        ),
        ("3.5%", {"value": "3.5", "base_unit": "percent", "digits": "3.5", "bound": "="}),
        ("1.59亿元", {"value": "159000000", "unit": "CNY", "scale": "100000000"}),
        ("三分之二", {"value": "2/3", "unit": "", "base_unit": ""}),
        ("50万人左右", {"bound": "about", "approximate": "about", "low": "450000"}),
        ("〔9000〕", {"basis": "cumulative", "value": "9000"}),
        ("5—5.5%", {"kind": "range", "bound": "range", "parts": ["5", "5.5"], "value": ""}),
        ("5—5.5%", {"low": "5", "high": "5.5", "low_closed": True, "high_closed": True}),
        ("大于5且小于6", {"low": "5", "high": "6", "low_closed": False, "high_closed": False}),
        (
            "近1万名",
            {"bound": "about", "approximate": "near", "high": "10000", "high_closed": False},
        ),
        ("12件/万人", {"unit": "case/ten_thousand_population", "value": "0.0012"}),
        ("-0.50%", {"value": "-0.5", "digits": "0.50", "low": "-0.505"}),
        ("57∶16∶27", {"kind": "ratio", "parts": ["57", "16", "27"]}),
        ("提高5个百分点", {"change": "rise_by", "unit": "percentage_point"}),
        ("动态清零", {"kind": "words", "value": "", "error": ""}),
        ("1公顷", {"value": "10000", "unit": "hectare", "base_unit": "square_meter"}),
    ],
)
def test_a_figure_is_told_as_a_json_record(printed: str, told: dict[str, object]) -> None:
    done = auditor("figure", printed, "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert list(found) == RECORD
    assert {key: found[key] for key in told} == told


def test_an_unreadable_figure_ends_with_1_and_tells_where_reading_stopped() -> None:
    done = auditor("figure", "9000", "12x", "--format", "json")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (done.returncode, first["error"], second["position"]) == (1, "", 2)
    assert "character 3" in auditor("figure", "12x").stdout
    assert "第 3 个字符" in auditor("figure", "12x", "--lang", "zh").stdout


TEXT = "到2025年，新增就业５万人以上，\n失业率控制在5.5%以内（表2）。"


def test_figures_are_found_in_a_running_text_with_their_offsets(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8-sig")
    done = auditor("figure", "--find", f"{tmp_path}/plan.txt", "--format", "json")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 0
    assert list(first) == [*RECORD, "start", "end"]
    assert [(each["printed"], each["value"], each["bound"]) for each in (first, second)] == [
        ("５万人以上", "50000", ">="),
        ("5.5%以内", "5.5", "<="),
    ]
    assert [TEXT[each["start"] : each["end"]] for each in (first, second)] == [
        "５万人以上",
        "5.5%以内",
    ]


def test_found_figures_are_shown_with_line_and_column() -> None:
    done = auditor("figure", "--find", "-", "--lang", "zh", input_=TEXT)
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["行:列", "1:12", "2:7"]
    assert auditor("figure", "--find", "-", input_="无").stdout == ""


def test_a_text_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "gbk.txt").write_bytes(TEXT.encode("gbk", "replace"))
    for path, told in (
        ("gbk.txt", "not UTF-8 (line 1), probably GBK"),
        ("none.txt", "cannot read"),
    ):
        done = auditor("figure", "--find", f"{tmp_path}/{path}")
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_decimal_comma_is_read_when_the_locale_has_one() -> None:
    done = auditor("figure", "1.234,5", "--locale", "de", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["value"]) == (0, "1234.5")
    assert auditor("figure", "1.234,5").returncode == 1
    found = auditor("figure", "--find", "-", "--locale", "de", "--format", "json", input_="29,90 €")
    assert json.loads(found.stdout)["value"] == "29.9"
    assert auditor("figure", "1", "--locale", "xx").returncode == 2


@pytest.mark.parametrize("options", [[], ["5", "--find", "-"]])
def test_figures_or_a_text_must_be_given_and_not_both(options: list[str]) -> None:
    assert auditor("figure", *options).returncode == 2


def test_a_closed_pipe_is_quiet() -> None:
    command = f"{sys.executable} -m auditor check {PLANS} | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
