"""The catalogue of rules on the terminal: a list, and a page for each rule."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from auditor.catalogue import rules
from auditor.reporters import Style
from auditor.reporters.console import SEVERITIES, STYLES, open_console
from auditor.rule import Example, Rule
from auditor.wording import Lang, Wording, visible

_HEADS: Final = (
    Wording(en="Code", zh="代码"),
    Wording(en="Severity", zh="级别"),
    Wording(en="Name", zh="名称"),
    Wording(en="What it finds", zh="查什么"),
)
_PLACEHOLDER: Final = re.compile(r"\{[^}]*\}")
_WHY: Final = Wording(en="Why it matters", zh="为何重要")
_SAYS: Final = Wording(en="What it says", zh="提示内容")
_HELP: Final = Wording(en="What to do", zh="处理建议")
_BAD: Final = Wording(en="Found (on the line marked # <-)", zh="会被指出（见标有 # <- 的行）")
_GOOD: Final = Wording(en="Not objected to", zh="不会被指出")


def write_list(stream: TextIO, style: Style) -> None:
    """Write all rules as a table."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in _HEADS:
        table.add_column(head[style.lang], overflow="fold", no_wrap=head is not _HEADS[-1])
    for rule in rules():
        severity = Text(SEVERITIES[rule.severity][style.lang], style=STYLES[rule.severity])
        table.add_row(rule.code, severity, rule.name, rule.title[style.lang])
    open_console(stream, style).print(table)


def write_page(rule: Rule, stream: TextIO, style: Style) -> None:
    """Write what a rule means, why it matters, what it says, and its examples."""
    console, lang = open_console(stream, style), style.lang
    head = Text(f"{rule.code} {rule.name}", style="bold")
    head.append(f"  {SEVERITIES[rule.severity][lang]}", style=STYLES[rule.severity])
    console.print(head)
    console.print(Text(rule.title[lang]))
    _section(console, _WHY[lang], rule.why[lang])
    _section(console, _SAYS[lang], _PLACEHOLDER.sub("…", rule.message[lang]))
    if rule.help is not None:
        _section(console, _HELP[lang], _PLACEHOLDER.sub("…", rule.help[lang]))
    for title, examples in ((_BAD, rule.bad), (_GOOD, rule.good)):
        _examples(console, title, examples, lang)


def _section(console: Console, title: str, text: str) -> None:
    console.print()
    console.print(Text(title, style="bold"))
    console.print(Text(text))


def _examples(console: Console, title: Wording, found: tuple[Example, ...], lang: Lang) -> None:
    console.print()
    console.print(Text(title[lang], style="bold"))
    for example in found:
        sheets = example if isinstance(example, Mapping) else {"": example}
        for name, text in sheets.items():
            console.print()
            if name:
                console.print(Text(f"  # {name}", style="dim"))
            shown = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
            for line in shown.strip("\n").split("\n"):
                console.print(Text(f"  {visible(line)}", style="cyan"), soft_wrap=True)
