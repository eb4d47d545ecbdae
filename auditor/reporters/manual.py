"""The catalogue of rules as it is read: a list, and a page for each rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any, Final, NamedTuple, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from auditor.example import command, demonstrated, sheets
from auditor.phrases.numbers import shown
from auditor.reporters import Style, console
from auditor.reporters.console import SEVERITIES, STYLES, open_console
from auditor.reporters.contract import VERSION
from auditor.reporters.json import dump
from auditor.rule import Example, Rule
from auditor.suppression import COMMENT
from auditor.wording import Lang, Wording, listed, say, visible

_HEADS: Final = (
    Wording(en="Code", zh="代码"),
    Wording(en="Severity", zh="级别"),
    Wording(en="Name", zh="名称"),
    Wording(en="What it finds", zh="查什么"),
)
_PLACEHOLDER: Final = re.compile(r"\{[^}]*\}")
_HERE: Final = Wording(en="Here", zh="当前设置")
WHY: Final = Wording(en="Why it matters", zh="为何重要")
_SAYS: Final = Wording(en="What it says", zh="提示内容")
HELP: Final = Wording(en="What to do", zh="处理建议")
WRONG: Final = Wording(en="When it is wrong", zh="何时误报")
_OPTIONS: Final = Wording(en="Options", zh="选项")
_OPTION: Final = Wording(
    en="{name} (default {default}{choices}): {about}",
    zh="{name}（默认 {default}{choices}）：{about}",
)
_CHOICES: Final = Wording(en=", one of {choices}", zh="，可用 {choices}")
_SILENCE: Final = Wording(en="How to suppress it", zh="如何豁免")
_SILENCED: Final = Wording(
    en="A comment at the end of the line, or alone above it; with until=2027-03-31 for a time only.",
    zh="写在该行末尾，或单独写在其上一行；加 until=2027-03-31 可限定有效期。",
)
_FORMER: Final = Wording(en="Formerly", zh="曾用代码、名称")
_PREVIEW: Final = Wording(en=" (preview)", zh="（试行）")
_NEVER_SILENCED: Final = Wording(
    en="It cannot be suppressed: what it finds keeps a sheet from being read as it was meant.",
    zh="不可豁免：此类问题使表单无法按原意读取。",
)
_REFERENCES: Final = Wording(en="References", zh="依据")
_BAD: Final = Wording(en="Found (on the line marked # <-)", zh="会被指出（见标有 # <- 的行）")
_GOOD: Final = Wording(en="Not objected to", zh="不会被指出")


class Demonstration(NamedTuple):
    """An example: the text of its files by name, and of a bad one what the auditor prints of it."""

    files: dict[str, str]
    command: str = ""
    output: str = ""


class Part(NamedTuple):
    """One part of a page: sentences, lines of code, or examples below a title."""

    title: Wording
    text: str = ""
    code: str = ""
    examples: tuple[Demonstration, ...] = ()


def write_list(rules: Iterable[Rule], stream: TextIO, style: Style) -> None:
    """Write rules as a table."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in _HEADS:
        table.add_column(head[style.lang], overflow="fold", no_wrap=head is not _HEADS[-1])
    for rule in rules:
        severity = Text(SEVERITIES[rule.severity][style.lang], style=STYLES[rule.severity])
        table.add_row(rule.code, severity, rule.name, titled(rule, style.lang))
    open_console(stream, style).print(table)


def titled(rule: Rule, lang: Lang) -> str:
    """Return what a rule finds, and that it is in preview if it is."""
    return rule.title[lang] + (_PREVIEW[lang] if rule.preview else "")


def write_page(rule: Rule, stream: TextIO, style: Style, here: Wording | None = None) -> None:
    """Write all there is to know of a rule; `here` tells whether it is on, and why."""
    out, lang = open_console(stream, style), style.lang
    head = Text(f"{rule.code} {rule.name}", style="bold")
    head.append(f"  {SEVERITIES[rule.severity][lang]}", style=STYLES[rule.severity])
    out.print(head)
    out.print(Text(titled(rule, lang)))
    for part in parts(rule, lang, here):
        out.print()
        out.print(Text(part.title[lang], style="bold"))
        if part.code:
            out.print(Text(part.code, style="cyan"), soft_wrap=True)
        if part.text:
            out.print(Text(part.text))
        for example in part.examples:
            _example(out, example)


def _example(out: Console, example: Demonstration) -> None:
    for name, text in example.files.items():
        out.print()
        if len(example.files) > 1:
            out.print(Text(f"  # {name}", style="dim"))
        _lines(out, text, "cyan")
    if example.output:
        out.print()
        _lines(out, f"$ {example.command}", "bold")
        _lines(out, example.output, "")


def _lines(out: Console, text: str, style: str) -> None:
    for line in text.split("\n"):
        out.print(Text(f"  {line}".rstrip(), style=style), soft_wrap=True)


def write_json(rule: Rule, stream: TextIO, style: Style, here: Wording | None = None) -> None:
    """Write a page as one JSON object, in both languages where it is told in sentences."""
    bad = [shown_bad(rule, example, style.lang) for example in rule.bad]
    told: dict[str, Any] = {
        "version": VERSION,
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "former": list(rule.former),
        "preview": rule.preview,
        "severity": rule.severity.word,
        "title": rule.title,
        "here": here,
        "why": rule.why,
        "message": rule.message,
        "help": rule.help,
        "wrong": rule.wrong,
        "options": [
            {
                "name": name,
                "default": str(option.default),
                "choices": list(option.choices),
                "about": option.about,
            }
            for name, option in rule.knobs.items()
        ],
        "suppressible": rule.suppressible,
        "references": list(rule.references),
        "bad": [demonstration._asdict() for demonstration in bad],
        "good": [{"files": files(example)} for example in rule.good],
    }
    dump(told, stream)


def parts(
    rule: Rule, lang: Lang, here: Wording | None = None, *, brief: bool = False
) -> Iterator[Part]:
    """Return the parts of a rule's page, from what it says to what it does not object to.

    A brief page has one example: what is found.
    """
    yield from prose(rule, lang, here)
    bad = rule.bad[:1] if brief else rule.bad
    yield Part(_BAD, examples=tuple(shown_bad(rule, example, lang) for example in bad))
    if not brief:
        yield Part(_GOOD, examples=tuple(Demonstration(files(example)) for example in rule.good))


def prose(rule: Rule, lang: Lang, here: Wording | None = None) -> Iterator[Part]:
    """Return the parts of a rule's page that are told in words."""
    if here is not None:
        yield Part(_HERE, here[lang])
    yield Part(WHY, rule.why[lang])
    yield Part(_SAYS, _PLACEHOLDER.sub("…", rule.message[lang]))
    if rule.help is not None:
        yield Part(HELP, _PLACEHOLDER.sub("…", rule.help[lang]))
    yield Part(WRONG, rule.wrong[lang])
    if rule.knobs:
        yield Part(_OPTIONS, "\n".join(_options(rule, lang)))
    if rule.suppressible:
        yield Part(_SILENCE, _SILENCED[lang], say(COMMENT, lang, {"name": rule.name}))
    else:
        yield Part(_SILENCE, _NEVER_SILENCED[lang])
    if rule.former:
        yield Part(_FORMER, ", ".join(rule.former))
    if rule.references:
        yield Part(_REFERENCES, "\n".join(rule.references))


def _options(rule: Rule, lang: Lang) -> Iterator[str]:
    for name, option in rule.knobs.items():
        choices = say(_CHOICES, lang, {"choices": listed(option.choices)})
        default = option.default
        yield say(
            _OPTION,
            lang,
            {
                "name": name,
                "default": default if isinstance(default, str) else shown(default),
                "choices": choices if option.choices else "",
                "about": option.about,
            },
        )


def files(example: Example) -> dict[str, str]:
    """Return the text of an example's files by name, safe to print."""
    return {
        name: "\n".join(map(visible, raw.decode("utf-8", "replace").strip("\n").split("\n")))
        for name, raw in sheets(example).items()
    }


def shown_bad(rule: Rule, example: Example, lang: Lang) -> Demonstration:
    """Return a bad example of a rule, with exactly what the auditor prints of it."""
    printed = StringIO()
    with demonstrated(rule, example) as report:
        console.write(report, printed, Style(lang))
    return Demonstration(files(example), command(rule, example), printed.getvalue().rstrip("\n"))


def families(rules: Iterable[Rule]) -> dict[str, Sequence[Rule]]:
    """Return the rules by family, in the order of the catalogue."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.family, []).append(rule)
    return dict(found)
