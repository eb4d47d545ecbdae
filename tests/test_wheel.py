"""What is installed works from anywhere: rules, units and plans travel with the package."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from auditor.home import home

ROOT = Path(__file__).resolve().parents[1]


def pip(python: str | Path, *arguments: str | Path) -> None:
    asked = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(asked, check=True)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """Return the folder of programs of a new environment with the auditor and what it needs."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip(programs / "python", "install", wheel)
    return programs


@pytest.mark.parametrize("editable", [False, True], ids=["wheel", "editable"])
def test_an_installed_auditor_checks_a_copied_sheet_from_another_folder(
    tmp_path: Path, wheel: Path, programs: Path, editable: bool
) -> None:
    source = ("--editable", ROOT) if editable else (wheel,)
    pip(programs / "python", "install", "--force-reinstall", "--no-deps", *source)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "copy.yaml").write_bytes((home() / "plans" / "tongwei.yaml").read_bytes())
    done = subprocess.run(
        [programs / "auditor", "check", "copy.yaml", "--format", "json"],
        cwd=elsewhere, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    found = json.loads(done.stdout)
    assert found["summary"]["sheets"] == 1
    assert "TXT001" in {finding["code"] for finding in found["findings"]}
    assert "ROL001" not in {finding["code"] for finding in found["findings"]}


def test_the_wheel_holds_every_rule_once_and_no_other_top_level(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    shipped = [
        Path(name).name
        for name in names
        if name.startswith("auditor/rules/") and name.endswith(".py")
    ]
    assert sorted(shipped) == sorted(path.name for path in (ROOT / "rules").glob("*.py"))
    templates = [path for path in (ROOT / "auditor" / "templates").rglob("*") if path.is_file()]
    assert {path.relative_to(ROOT).as_posix() for path in templates} <= set(names)
    assert "auditor/rules/units.txt" in names
    assert "auditor/plans/indicators.yaml" in names
    # The sheets in plans/ name it by this path, in the package as in a checkout.
    assert "auditor/rules/schema/sheet.json" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"auditor", "plan_sheet_auditor"}
