"""Pictures of the report on the plans: the page at three widths, and the terminal, in both languages.

    python -m tests.pictures FOLDER
    python -m tests.pictures FOLDER --paper

With `--paper` the page as printed is written as well, as PDF.
"""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from auditor.catalogue import rules
from auditor.engine import Report, Wanted, audit
from auditor.home import home
from auditor.reporters import Style, reporter
from auditor.wording import Lang
from tests.browser import CHROMIUM, browser

SIZES: Final = ((400, 1500), (1000, 1000), (1600, 1000))
LANGS: Final[tuple[Lang, ...]] = ("en", "zh")
COLUMNS: Final = 92
RULE: Final = "TXT001"
# In this face a Chinese character is as wide as two others, as it is on a terminal.
TERMINAL: Final = """<!DOCTYPE html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1d1f23; color: #dcdcdc; width: max-content }}
pre {{ margin: 0; padding: 20px 24px; font: 15px/1.45 "Noto Sans Mono CJK SC", monospace }}
{stylesheet}</style><pre>{code}</pre>"""


def page(report: Report, folder: Path, lang: Lang) -> str:
    """Write the page; return its address, with the findings of one rule chosen."""
    path = folder / f"{lang}.html"
    with path.open("w", encoding="utf-8") as file:
        reporter("html")(report, file, Style(lang=lang))
    return f"{path.as_uri()}#rule={RULE}"


def terminal(report: Report, folder: Path, lang: Lang) -> str:
    """Write what a terminal shows of one rule, and the summary, as a page; return its address."""
    printed = io.StringIO()
    reporter("console")(report, printed, Style(lang=lang, color=True, width=COLUMNS))
    *blocks, summary = printed.getvalue().rstrip("\n").split("\n\n")
    told = [each for each in blocks if RULE in each.partition("\n")[0]]
    shown = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    command = f"$ auditor check plans --lang {lang}\n…"
    shown.print(Text.from_ansi("\n\n".join([command, *told, f"…\n{summary}"])))
    path = folder / f"terminal.{lang}.html"
    written = shown.export_html(theme=MONOKAI, code_format=TERMINAL)
    path.write_text(written, encoding="utf-8")
    return path.as_uri()


def main(folder: Path, *, paper: bool = False) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    report = audit(["plans"], rules(), Wanted(mends=True))
    with tempfile.TemporaryDirectory() as pages, browser() as window:
        for lang in LANGS:
            window.open(terminal(report, Path(pages), lang))
            window.size(*window.run("[document.body.scrollWidth, document.body.scrollHeight]"))
            (folder / f"console.{lang}.png").write_bytes(window.picture())
            address = page(report, Path(pages), lang)
            for width, height in SIZES:
                window.size(width, height)
                window.open(address)
                (folder / f"report-{width}.{lang}.png").write_bytes(window.picture())
            if paper:
                window.open(address.partition("#")[0])
                (folder / f"report.{lang}.pdf").write_bytes(window.pdf())


if __name__ == "__main__":
    if not CHROMIUM:
        sys.exit("pictures need chromium: apt-get install chromium fonts-noto-cjk")
    if Path.cwd() != home():
        sys.exit(f"pictures are of the plans in {home()}: start there")
    main(Path(sys.argv[1]), paper="--paper" in sys.argv[2:])
