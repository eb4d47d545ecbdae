"""`auditor init`: what a folder of plans begins with."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

import click

from auditor import __version__
from auditor.commands.common import guarded, lang_option, tell
from auditor.wording import quote

if TYPE_CHECKING:
    from auditor.wording import Lang, Wording

TEMPLATES: Final = Path(__file__).resolve().parent.parent / "templates"
PACKAGE: Final = "plan-sheet-auditor"
_SETTINGS: Final = "auditor.toml"
# What the first lines of the sheet and of the settings name, for editors.
_SCHEMAS: Final = ("sheet", "config")
_WRITTEN: Final[Wording] = {"en": "written", "zh": "已写入"}
_KEPT: Final[Wording] = {"en": "kept", "zh": "已保留"}
_NEXT: Final[Wording] = {
    "en": "next: {change}auditor check",
    "zh": "下一步：{change}auditor check",
}


@click.command()
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option(
    "--ci", type=click.Choice(["github", "gitlab", "none"]), default="github",
    help="Where the plans are checked at each push. 每次推送时在何处检查。",
)  # fmt: skip
@lang_option
def init(folder: str, ci: str, lang: Lang) -> None:
    """Begin a folder of plans: settings, a first sheet, a hook and a job; what exists is kept.

    在文件夹中建立设置、第一份表单、提交前检查和自动检查；已有的文件一律保留。
    """
    for path, text in planned(ci, lang):
        target = os.path.normpath(os.path.join(folder, path))
        kept = guarded(partial(_placed, target, text), lang)
        tell(f"{(_KEPT if kept else _WRITTEN)[lang]}  {quote(kept or target)}")
    change = "" if os.path.samefile(folder or ".", ".") else f"cd {shlex.quote(quote(folder))} && "
    tell(_NEXT[lang].format(change=change))


def planned(ci: str, lang: Lang) -> Iterator[tuple[str, str]]:
    """Return each file that a folder begins with: its path in the folder and its text."""
    from auditor.commands import schema

    filling = {"@VERSION@": __version__, "@PACKAGE@": requirement()}
    for kind in ("start", ci):
        root = TEMPLATES / kind / lang
        for path in sorted(each for each in root.rglob("*") if each.is_file()):
            text = path.read_text(encoding="utf-8")
            for blank, filled in filling.items():
                text = text.replace(blank, filled)
            yield path.relative_to(root).as_posix(), text
    for kind in _SCHEMAS:
        yield f".auditor/{kind}.json", f"{schema.text(kind)}\n"


def requirement() -> str:
    """Return what `pip install` takes to install this auditor on another machine.

    That is the commit that it was installed from where a repository was named (PEP 610), else
    its name and version.
    """
    import json
    from importlib import metadata

    try:
        told = metadata.distribution(PACKAGE).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        told = None
    origin = json.loads(told or "{}")
    if "vcs_info" in origin and origin["url"].startswith("https://"):
        commit = origin["vcs_info"]
        return f"{PACKAGE} @ {commit['vcs']}+{origin['url']}@{commit['commit_id']}"
    return f"{PACKAGE}=={__version__}"


def _placed(target: str, text: str) -> str:
    """Write a file, or return the path of what stands in its place. Raises UsageError."""
    from auditor.errors import unwritable

    try:
        if kept := _standing(target):
            return kept
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        with open(target, "x", encoding="utf-8", newline="\n") as file:
            _whole(file, text)
    except OSError as error:
        raise unwritable(target, error) from None
    return ""


def _whole(file: TextIO, text: str) -> None:
    """Write all of the text, or leave no file: half of one would be kept for ever after."""
    try:
        file.write(text)
        file.flush()
    except OSError:
        os.unlink(file.name)
        raise


def _standing(target: str) -> str:
    """Return the path of what must be kept: the file itself, or settings in a pyproject.toml."""
    from auditor.document import toml

    if os.path.lexists(target):
        return target
    beside = os.path.join(os.path.dirname(target), "pyproject.toml")
    if os.path.basename(target) == _SETTINGS and os.path.isfile(beside):
        raw = Path(beside).read_bytes()
        return beside if toml.parse(beside, raw, "tool", "auditor").root is not None else ""
    return ""
