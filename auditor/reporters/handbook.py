"""The catalogue of rules as Markdown: a page for each rule, and all of them as one document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TextIO

from auditor.reporters import Style
from auditor.reporters.console import SEVERITIES
from auditor.reporters.manual import Demonstration, Part, families, parts, titled
from auditor.rule import Rule
from auditor.wording import Lang, Wording

_TITLE: Final = Wording(en="The rules", zh="检查规则")
_ABOUT: Final = Wording(
    en="Written by `make rules` from the rules themselves: a change is made in a rule's file. "
    "`auditor explain CODE` shows a rule's page with all its examples.",
    zh="本文件由 `make rules` 根据各规则文件生成，修改请改规则文件。"
    "用 `auditor explain 代码` 可查看一条规则的全部示例。",
)
_FAMILIES: Final = {
    "SYN": Wording(en="Syntax: the file is not a sheet", zh="语法：文件不是有效的表单"),
    "STR": Wording(en="Structure: the sheet is not a plan", zh="结构：表单不符合格式"),
    "FIG": Wording(en="Figures: what is printed", zh="数字：原文写法"),
    "UNI": Wording(en="Units", zh="计量单位"),
    "BAS": Wording(en="Basis: annual and cumulative, base years", zh="口径：年度与累计、基期"),
    "SUM": Wording(en="Sums, shares and other identities", zh="合计、占比及其他勾稽关系"),
    "TXT": Wording(
        en="Text against tables, and places against each other", zh="文表比对与前后比对"
    ),
    "ROL": Wording(en="Roll-up: plans against the plan above", zh="上下级规划衔接"),
    "DIR": Wording(en="Direction and magnitude", zh="方向与量级"),
    "SRC": Wording(en="The sheet against its source", zh="表单与原文核对"),
    "SUP": Wording(en="Suppressions", zh="豁免注释"),
}
_HEADS: Final = Wording(
    en="| Code | Severity | Name | What it finds |", zh="| 代码 | 级别 | 名称 | 查什么 |"
)
_ESCAPED: Final = re.compile(r"([\\`*_\[\]<>|#~&])")
_CODED: Final = re.compile(r"(`[^`]+`)")


def write_page(rule: Rule, stream: TextIO, style: Style, here: Wording | None = None) -> None:
    """Write a rule's page."""
    _head(rule, stream, style.lang, "#")
    write_parts(parts(rule, style.lang, here), stream, style.lang)


def write_all(rules: Iterable[Rule], stream: TextIO, style: Style) -> None:
    """Write the list of all rules by family, then the page of each."""
    lang, found = style.lang, families(rules)
    grouped = {family: found[family] for family in sorted(found, key=list(_FAMILIES).index)}
    stream.write(f"# {_TITLE[lang]}\n\n{_ABOUT[lang]}\n")
    for family, members in grouped.items():
        stream.write(f"\n## {family} · {escaped(_FAMILIES[family][lang])}\n\n")
        stream.write(f"{_HEADS[lang]}\n| --- | --- | --- | --- |\n")
        for rule in members:
            severity, title = SEVERITIES[rule.severity][lang], escaped(titled(rule, lang))
            link = f"[{rule.code}](#{rule.code.lower()})"
            stream.write(f"| {link} | {severity} | [{rule.name}]({rule.module}) | {title} |\n")
    for rule in (rule for members in grouped.values() for rule in members):
        stream.write(f'\n<a id="{rule.code.lower()}"></a>\n\n')
        _head(rule, stream, lang, "##")
        write_parts(parts(rule, lang, brief=True), stream, lang)


def _head(rule: Rule, stream: TextIO, lang: Lang, level: str) -> None:
    stream.write(f"{level} {rule.code} {rule.name} ({SEVERITIES[rule.severity][lang]})\n\n")
    stream.write(f"{escaped(titled(rule, lang))}\n")


def write_parts(found: Iterable[Part], stream: TextIO, lang: Lang) -> None:
    """Write parts of a page, each below its title."""
    for part in found:
        stream.write(f"\n**{part.title[lang]}**\n")
        if part.code:
            stream.write(f"\n{fenced(part.code, 'yaml')}\n")
        for line in part.text.split("\n") if part.text else ():
            stream.write(f"\n{_prose(line)}\n")
        for example in part.examples:
            _example(example, stream)


def _example(example: Demonstration, stream: TextIO) -> None:
    for name, text in example.files.items():
        named = f"# {name}\n{text}" if len(example.files) > 1 else text
        stream.write(f"\n{fenced(named, 'yaml')}\n")
    if example.output:
        stream.write(f"\n{fenced(f'$ {example.command}' + chr(10) + example.output, 'console')}\n")


def _prose(line: str) -> str:
    """Return a sentence of a rule; what it prints as code stays code."""
    parts = _CODED.split(line)
    return "".join(part if at % 2 else escaped(part) for at, part in enumerate(parts))


def escaped(text: str) -> str:
    """Return text with all that Markdown would obey made plain."""
    return _ESCAPED.sub(r"\\\1", text)


def fenced(text: str, language: str = "") -> str:
    """Return text as a code block whose fence is longer than any in it."""
    marks = fence(text, 3)
    return f"{marks}{language}\n{text}\n{marks}"


def fence(text: str, least: int = 1) -> str:
    """Return backticks, more of them than stand together anywhere in a text."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
