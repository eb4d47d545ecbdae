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
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")


def environment(folder: Path, *install: str) -> Path:
    """Return the folder of programs of a new environment with the auditor installed in it."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", *PIP, *install], check=True)
    return programs


@pytest.mark.parametrize(
    "install", [(str(ROOT),), ("--editable", str(ROOT))], ids=["wheel", "editable"]
)
def test_an_installed_auditor_checks_a_copied_sheet_from_another_folder(
    tmp_path: Path, install: tuple[str, ...]
) -> None:
    programs = environment(tmp_path / "env", *install)
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


def test_the_wheel_holds_every_rule_once_and_no_other_top_level(tmp_path: Path) -> None:
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--no-deps",
            "--wheel-dir",
            tmp_path,
            ROOT,
        ],
        check=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
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
