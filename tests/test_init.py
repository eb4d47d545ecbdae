"""From an empty folder to a first finding, and what the files of `auditor init` say."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from auditor import __version__
from auditor.commands import init, settings
from auditor.commands.check import check
from auditor.commands.outputs import FORMATS
from auditor.wording import Lang

SCHEMAS = {".auditor/sheet.json", ".auditor/config.json"}
START = {".pre-commit-config.yaml", "auditor.toml", "plans/example.yaml", *SCHEMAS}
WRITTEN = {
    "github": {*START, ".github/workflows/plans.yml"},
    "gitlab": {*START, ".gitlab-ci.yml"},
    "none": START,
}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
FORMAT = re.compile(r"--format[= ]\"?(\w+)")
# What a comment of the template offers: a line that is TOML once the # is off.
OFFERED = re.compile(r"^# (?=[\w-]+ = )", re.MULTILINE)

in_both_languages = pytest.mark.parametrize("lang", ["en", "zh"])
on_each_service = pytest.mark.parametrize("service", sorted(WRITTEN))


def auditor(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("AUDITOR_")}
    return subprocess.run(
        [sys.executable, "-m", "auditor", *arguments],
        capture_output=True, cwd=folder, encoding="utf-8", check=False,
        env={**clean, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def texts(service: str, lang: Lang) -> dict[str, str]:
    return dict(init.planned(service, lang))


def offered(lang: Lang) -> dict[str, Any]:
    return tomllib.loads(OFFERED.sub("", texts("none", lang)["auditor.toml"]))


@in_both_languages
@on_each_service
def test_an_empty_folder_is_filled_and_audits_clean(
    tmp_path: Path, service: str, lang: Lang
) -> None:
    done = auditor(tmp_path, "init", "--ci", service, "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    assert files(tmp_path).keys() == WRITTEN[service]
    assert all(name in done.stdout for name in WRITTEN[service])
    checked = auditor(tmp_path, "check", "--format", "json")
    found = json.loads(checked.stdout)
    assert (checked.returncode, found["findings"], found["summary"]["sheets"]) == (0, [], 1)


@in_both_languages
def test_what_the_sheet_invites_to_try_is_a_finding(tmp_path: Path, lang: Lang) -> None:
    auditor(tmp_path, "init", "demo", "--lang", lang)
    sheet = tmp_path / "demo" / "plans" / "example.yaml"
    text = sheet.read_text(encoding="utf-8")
    comment = next(line for line in text.splitlines() if "1.3万人" in line)
    assert comment.lstrip().startswith("#")
    sheet.write_text(text.replace("says: 1.2万人,", "says: 1.3万人,"), encoding="utf-8")
    done = auditor(tmp_path / "demo", "check", "--format", "json")
    assert done.returncode == 1
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["TXT001"]


@in_both_languages
def test_sheet_and_settings_name_the_schemas_beside_them(lang: Lang) -> None:
    written = texts("none", lang)
    for name, first, schema in (
        ("plans/example.yaml", "# yaml-language-server: $schema=../", ".auditor/sheet.json"),
        ("auditor.toml", "#:schema ", ".auditor/config.json"),
    ):
        assert written[name].partition("\n")[0] == first + schema
    jsonschema.validate(yaml.safe_load(written["plans/example.yaml"]), schema_of(written, "sheet"))
    jsonschema.validate(tomllib.loads(written["auditor.toml"]), schema_of(written, "config"))
    jsonschema.validate(offered(lang), schema_of(written, "config"))


def schema_of(written: dict[str, str], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written[f".auditor/{kind}.json"])
    return found


def test_the_next_step_that_is_told_can_be_pasted(tmp_path: Path) -> None:
    told = auditor(tmp_path, "init", "my plans").stdout.splitlines()[-1]
    assert told == "next: cd 'my plans' && auditor check"
    assert auditor(tmp_path, "init").stdout.splitlines()[-1] == "next: auditor check"


def test_a_folder_without_a_name_is_this_one(tmp_path: Path) -> None:
    done = auditor(tmp_path, "init", "")
    assert (done.returncode, done.stderr) == (0, "")
    assert "next: auditor check" in done.stdout


def test_what_exists_is_kept_and_named(tmp_path: Path) -> None:
    auditor(tmp_path, "init")
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_text("mine\n", encoding="utf-8")
    (tmp_path / "auditor.toml").unlink()
    done = auditor(tmp_path, "init", "--lang", "zh")
    assert done.returncode == 0
    kept = [line.split()[-1] for line in done.stdout.splitlines() if line.startswith("已保留")]
    assert set(kept) == WRITTEN["github"] - {"auditor.toml"}
    assert {files(tmp_path)[name] for name in kept} == {"mine\n"}
    assert "已写入  auditor.toml" in done.stdout


def test_a_link_that_leads_nowhere_is_kept(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert "kept  auditor.toml" in auditor(tmp_path, "init").stdout
    assert not (tmp_path / "elsewhere.toml").exists()


def test_settings_in_a_pyproject_are_not_overruled(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.auditor]\npaths = []\n", encoding="utf-8")
    assert "kept  pyproject.toml" in auditor(tmp_path, "init").stdout
    assert not (tmp_path / "auditor.toml").exists()
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert "written  auditor.toml" in auditor(tmp_path, "init").stdout


@pytest.mark.parametrize(("lang", "told"), [("en", "cannot write"), ("zh", "无法写入")])
@pytest.mark.parametrize("folder", [".", "plans", "plans/deeper"])
def test_what_cannot_be_written_ends_with_2_and_one_sentence(
    tmp_path: Path, lang: Lang, told: str, folder: str
) -> None:
    (tmp_path / "plans").write_text("a file\n", encoding="utf-8")
    done = auditor(tmp_path, "init", folder, "--lang", lang)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr
    assert (tmp_path / "plans").read_text(encoding="utf-8") == "a file\n"


def test_half_a_file_is_taken_away_again(tmp_path: Path) -> None:
    class Full(io.StringIO):
        name = str(tmp_path / "half")

        def write(self, text: str, /) -> int:
            raise OSError("no space left")

    Path(Full.name).touch()
    with pytest.raises(OSError, match="no space left"):
        init._whole(Full(), "text")
    assert not Path(Full.name).exists()


@in_both_languages
def test_every_key_that_is_offered_is_a_setting_and_is_accepted(
    tmp_path: Path, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = offered(lang)
    assert found.keys() - {"severity", "options"} <= settings.keys(check).keys()
    assert {"paths", "profile", "fail-on", "select", "ignore", "format", "lang", "sources",
            "baseline"} <= found.keys()  # fmt: skip
    monkeypatch.chdir(tmp_path)
    (tmp_path / "documents").mkdir()
    text = OFFERED.sub("", texts("none", lang)["auditor.toml"])
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
    assert settings.read("auditor.toml", check).values.keys() >= {"paths", "format_", "baseline"}


def test_both_languages_say_the_same() -> None:
    assert offered("en") == {**offered("zh"), "lang": "en"}
    for service in WRITTEN:
        english, chinese = texts(service, "en"), texts(service, "zh")
        assert english.keys() == chinese.keys()
        for name in english.keys() - {"auditor.toml", *SCHEMAS}:
            spoken = chinese[name].replace(" --lang zh", "")
            assert yaml.safe_load(english[name]) == yaml.safe_load(spoken), name


@in_both_languages
@on_each_service
def test_every_file_explains_itself_in_its_language(service: str, lang: Lang) -> None:
    written = texts(service, lang)
    for name in written.keys() - SCHEMAS:
        text = written[name]
        comments = re.findall(r"^ *# (.*\w{3}.*)$", text, re.MULTILINE)
        spoken = [line for line in comments if bool(CHINESE.search(line)) == (lang == "zh")]
        assert text.startswith("#"), name
        assert len(spoken) >= 2, name
        assert "@" not in text.replace("actions/checkout@", "").replace("setup-python@", ""), name


@in_both_languages
@on_each_service
def test_every_form_that_is_asked_for_exists(service: str, lang: Lang) -> None:
    named = {form for text in texts(service, lang).values() for form in FORMAT.findall(text)}
    assert named <= set(FORMATS)
    assert bool(named) == (service != "none")


class Installed:
    """A distribution as pip leaves it: with the address that it came from, or without one."""

    def __init__(self, origin: object) -> None:
        self.origin = origin

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return json.dumps(self.origin) if self.origin else None


COMMIT = {"vcs": "git", "commit_id": "1234abcd", "requested_revision": "v1"}
BY_NAME = f"plan-sheet-auditor=={__version__}"


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (None, BY_NAME),
        ({"url": "file:///home/me/auditor", "dir_info": {}}, BY_NAME),
        ({"url": "file:///home/me/auditor", "vcs_info": COMMIT}, BY_NAME),
        (
            {"url": "https://example.org/auditor.git", "vcs_info": COMMIT},
            "plan-sheet-auditor @ git+https://example.org/auditor.git@1234abcd",
        ),
    ],
)
def test_a_job_installs_the_auditor_from_where_this_one_came(
    monkeypatch: pytest.MonkeyPatch, origin: object, expected: str
) -> None:
    monkeypatch.setattr(metadata, "distribution", lambda name: Installed(origin))
    assert init.requirement() == expected
    job = yaml.safe_load(texts("gitlab", "en")[".gitlab-ci.yml"])["plans"]
    assert job["variables"] == {"PACKAGE": expected}
