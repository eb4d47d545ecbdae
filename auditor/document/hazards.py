"""What goes wrong in a sheet's text, told in a drafter's terms.

libyaml says “found character that cannot start any token”; a drafter needs to
hear that `>90%` wants quotes. This module recognises the known hazards, and mends
in a copy those whose meaning is beyond doubt, so that one run tells them all.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from itertools import islice
from typing import Final, NamedTuple

import yaml

from auditor.finding import EMPTY, Mark
from auditor.wording import Fields, Wording, quote

MOST_MENDED: Final = 50
MOST_CONTROLS: Final = 20
# Signs that can make libyaml drop what follows them without an error.
SWALLOWING: Final = frozenset("|>&!")
# Where the offending sign stands at the beginning of what libyaml was reading.
_BEGUN: Final = ("a block scalar", "an alias", "an anchor", "a tag", "a directive")
# Stand-ins for the characters that YAML forbids at the start of a plain text: same
# length, so that every mark stays where it is. From a plane that nobody prints.
_STANDS_FOR: Final = {chr(0x10FF00 + index): char for index, char in enumerate("%@`>|-&*!")}
_STAND_IN: Final = {char: stand_in for stand_in, char in _STANDS_FOR.items()}
_RESTORE: Final = str.maketrans(_STANDS_FOR)
KEY_IS_NO_TEXT: Final[Fields] = {
    "read": "{ }",
    "where": {"en": "a key", "zh": "键"},
    "expected": {"en": "text", "zh": "文本"},
}

_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# Tried in this order on bytes that are not UTF-8; the first that fits names the file.
_ENCODINGS: Final = (
    ("gbk", "GBK"),
    ("gb18030", "GB 18030"),
    ("big5", "Big5"),
    ("cp1252", "Windows-1252"),
)
# What libyaml's reader refuses: everything but tab, LF, CR, NEL and the printable planes.
# NEL, LS and PS too: libyaml would break a line where no editor does.
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]"
)
_FULL_WIDTH_COLON: Final = re.compile(r"""^\s*(?:-\s+)?[{,]?\s*[^\s'"#：:]+：""")

Report = Callable[..., None]


class Diagnosis(NamedTuple):
    """What a YAML error means; `mended` is the text to read on with, if there is one."""

    kind: str
    mark: Mark
    fields: Fields
    mended: str | None = None


def decode(raw: bytes, report: Report) -> str | None:
    """Return the text of a sheet, or None when it is not UTF-8; faults go to `report`."""
    wide = next((name for bom, name in _BOMS if raw.startswith(bom)), "")
    # A sheet begins with a Latin letter, of which UTF-16 makes two bytes, one of them zero.
    if wide or (len(raw) > 3 and (raw[0] == raw[2] == 0 or raw[1] == raw[3] == 0)):
        report("encoding", Mark(1, 1, 1, 1), encoding=wide or "UTF-16", line="1")
        return None
    if raw.startswith(codecs.BOM_UTF8):
        report("byte-order-mark", Mark(1, 1, 1, 1))
        raw = raw[len(codecs.BOM_UTF8) :]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        mark = Mark(line, column, line, column + 1)
        report("encoding", mark, encoding=probable(raw), line=str(line))
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not _CONTROL.search(text):
        return text
    for control in islice(_CONTROL.finditer(text), MOST_CONTROLS):
        mark = _at(text, control.start())
        report("control-character", mark, code=f"U+{ord(control.group()):04X}")
    return _CONTROL.sub("\ufffd", text)


def restored(text: str) -> str:
    """Return `text` with the stand-ins of a mended copy turned back."""
    return text.translate(_RESTORE)


def diagnose(text: str, given: str, error: yaml.YAMLError) -> Diagnosis:
    """Return what a YAML error in `given`, a mended copy of `text`, means for the drafter."""
    problem = getattr(error, "problem", None) or str(error)
    found = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if found is None:
        return Diagnosis("syntax", Mark(1, 1, 1, 1), _plain(problem))
    lines = given.split("\n")
    line = lines[found.line] if found.line < len(lines) else ""
    if "\t" in line[: found.column + 1]:
        column = line.index("\t")
        return Diagnosis("tab", _mark(found.line, column, 1), EMPTY)
    begun = str(getattr(error, "context", "")).endswith(_BEGUN)
    start = context if context is not None and begun else found
    char = _char(lines, start.line, start.column)
    if char in _STAND_IN and not any(stand_in in text for stand_in in _STANDS_FOR):
        return _unquoted(given, lines, start.line, start.column, char)
    for number in sorted(
        {found.line, max(0, found.line - 1), context.line if context else found.line}
    ):
        colon = full_width_colon(given, number)
        if colon:
            return colon
    where = found if line.strip() else context or found
    mark = _mark(where.line, where.column, 1)
    if not "".join(lines[where.line :]).strip():
        mark = _last(lines)
    return Diagnosis("syntax", mark, _plain(problem))


def full_width_colon(given: str, number: int) -> Diagnosis | None:
    """Return what a full-width colon behind a line's key means, if there is one.

    Lines count from 0. In the mended copy the rest of the line stands one column further right.
    """
    lines = given.split("\n")
    found = _FULL_WIDTH_COLON.search(lines[number]) if number < len(lines) else None
    if not found:
        return None
    line, end = lines[number], found.end()
    lines[number] = f"{line[: end - 1]}: {line[end:]}" if line[end:] else f"{line[: end - 1]}:"
    return Diagnosis("full-width-colon", _mark(number, end - 1, 1), EMPTY, "\n".join(lines))


def swallowed(event: yaml.ScalarEvent, first: str) -> bool:
    """Return whether libyaml has taken a scalar, or its `first` character, for its own signs."""
    if first not in SWALLOWING:
        return False
    if event.style in ("|", ">"):
        return not event.value.strip()
    return not event.style and (event.tag is not None or not event.value)


def unquoted(written: str) -> str:
    """Return the text as far as it can belong to one value: without a comment behind it."""
    read = _UNQUOTED.match(written)
    return read.group().rstrip() if read else written


_UNQUOTED: Final = re.compile(r"[^,\[\]{}#\n]*")


def _unquoted(given: str, lines: list[str], line: int, column: int, char: str) -> Diagnosis:
    written = restored(unquoted(lines[line][column:])) or char
    offset = sum(len(each) + 1 for each in lines[:line]) + column
    mended = given[:offset] + _STAND_IN[char] + given[offset + 1 :]
    fields = {"read": quote(written), "char": char}
    return Diagnosis("unquoted-mark", _mark(line, column, len(written)), fields, mended)


def _plain(problem: str) -> Fields:
    """Return libyaml's complaint in plain words, as far as it is a known one."""
    for part, plain in _PLAIN.items():
        if part in problem:
            return {"problem": plain}
    return {"problem": quote(problem)}


_PLAIN: Final = {
    "mapping values are not allowed": Wording(
        en="a colon and a value stand where none can be", zh="此处不应出现冒号加值"
    ),
    "expected ',' or ']'": Wording(
        en="a comma or a closing ] is missing", zh="方括号内缺少逗号或右括号 ]"
    ),
    "expected ',' or '}'": Wording(
        en="a comma or a closing } is missing", zh="花括号内缺少逗号或右括号 }"
    ),
    "found unexpected end of stream": Wording(
        en="the file ends before a quote or bracket is closed",
        zh="文件在引号或括号闭合之前就结束了",
    ),
    "did not find expected key": Wording(
        en="the indentation is uneven, or something stands behind a closing quote or bracket",
        zh="缩进不一致，或引号、括号闭合之后还有内容",
    ),
    "expected '-' indicator": Wording(
        en="the indentation is uneven: an item that begins with - belongs here",
        zh="缩进不一致，此处应为以 - 开头的条目",
    ),
    "could not find expected ':'": Wording(
        en="a key without a colon behind it", zh="键之后缺少冒号"
    ),
    "found unknown escape character": Wording(
        en="a backslash in double quotes; write it twice or use single quotes",
        zh="双引号内有反斜杠，应写两个反斜杠或改用单引号",
    ),
    "expected hexdecimal number": Wording(
        en="a backslash in double quotes; write it twice or use single quotes",
        zh="双引号内有反斜杠，应写两个反斜杠或改用单引号",
    ),
    "block sequence entries are not allowed": Wording(
        en="an item that begins with - stands where none can be", zh="此处不应出现以 - 开头的条目"
    ),
    "did not find expected node content": Wording(
        en="a value is missing, or a bracket is not closed", zh="此处缺少内容，或括号没有闭合"
    ),
    "expected <document start>": Wording(
        en="the indentation is uneven: what stands before has already ended",
        zh="缩进不一致，前面的内容已经结束",
    ),
    "found unexpected document indicator": Wording(
        en="a line of hyphens stands before a quote is closed", zh="引号闭合之前出现了分隔线"
    ),
    "mapping keys are not allowed": Wording(
        en="a key stands where none can be", zh="此处不应出现键"
    ),
    "cannot start any token": Wording(
        en="a sign that no text can begin with", zh="此处的符号不能作为内容的开头"
    ),
    "undefined tag handle": Wording(
        en="a tag that begins with ! is not defined", zh="! 开头的标记没有定义"
    ),
    "incompatible YAML document": Wording(
        en="a YAML version that is not read", zh="不支持所声明的 YAML 版本"
    ),
}


def probable(raw: bytes) -> str:
    """Return the name of the encoding that bytes which are not UTF-8 are probably in."""
    for codec, name in _ENCODINGS:
        try:
            raw.decode(codec)
        except UnicodeDecodeError:
            continue
        return name
    return "binary"


def _char(lines: list[str], line: int, column: int) -> str:
    return lines[line][column : column + 1] if line < len(lines) else ""


def _mark(line: int, column: int, width: int) -> Mark:
    return Mark(line + 1, column + 1, line + 1, column + 1 + width)


def _last(lines: list[str]) -> Mark:
    """Return the last character that is not a space."""
    written = [number for number, line in enumerate(lines) if line.strip()]
    return (
        _mark(written[-1], len(lines[written[-1]].rstrip()) - 1, 1) if written else _mark(0, 0, 1)
    )


def _at(text: str, offset: int) -> Mark:
    line = text.count("\n", 0, offset)
    return _mark(line, offset - (text.rfind("\n", 0, offset) + 1), 1)
