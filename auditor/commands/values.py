"""The value of one setting, as a configuration file writes it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

import click

from auditor.commands.usage import worded
from auditor.wording import Wording, quote

if TYPE_CHECKING:
    from auditor.document import Node, Scalar
    from auditor.profile import Reader

# Settings whose values are paths: in a file they are meant from its folder.
_PATHS: Final = frozenset(("paths", "sources", "baseline"))
_SEVERAL: Final = Wording(en="a list of texts", zh="一组文字")
_ONE: Final = Wording(en="one value", zh="单个值")
_FLAG: Final = Wording(en="true or false, without quotes", zh=" true 或 false，不加引号")
_STRING: Final = Wording(en="a string, in quotes", zh="加引号的文字")


def key_of(parameter: click.Parameter) -> str:
    """Return the name of a setting: that of its option, without the hyphens before it."""
    return max(parameter.opts, key=len).lstrip("-")


def value(parameter: click.Parameter, node: Node, reader: Reader) -> Any:
    """Return the value of a setting as its option would have it, None and a mistake if it cannot."""
    from auditor.document import Scalar, Sequence

    several = parameter.multiple or parameter.nargs == -1
    items = node.items if isinstance(node, Sequence) else [node]
    texts = [item.text for item in items if isinstance(item, Scalar)]
    if len(texts) != len(items) or (isinstance(node, Sequence) and not several):
        return _expected(parameter, _SEVERAL if several else _ONE, node, reader)
    if any(isinstance(item, Scalar) and not _fits(parameter, item) for item in items):
        return _expected(parameter, _FLAG if _is_flag(parameter) else _STRING, node, reader)
    texts = [_placed(parameter, text, reader.path) for text in texts]
    try:
        values = [parameter.type.convert(text, parameter, None) for text in texts]
    except click.BadParameter as error:
        told = worded(error.message)
        reader.mistake(
            node.mark.line,
            en=f"{key_of(parameter)}: {told['en']}",
            zh=f"{key_of(parameter)}：{told['zh']}",
        )
        return None
    for why in filter(None, (_missing(parameter, text) for text in texts)):
        reader.mistake(node.mark.line, **why)
    return values if several else values[0]


def _expected(parameter: click.Parameter, wanted: Wording, node: Node, reader: Reader) -> None:
    """Take down that a value is not of the kind that its setting has."""
    reader.mistake(
        node.mark.line,
        en=f"{key_of(parameter)}: expected {wanted['en']}",
        zh=f"{key_of(parameter)}：应为{wanted['zh']}",
    )


def _missing(parameter: click.Parameter, text: str) -> Wording | None:
    """Return that there is no such profile or folder, None where there is."""
    from auditor import profile
    from auditor.errors import UsageError

    if parameter.name == "sources" and text and not os.path.isdir(text):
        return Wording(en=f"there is no folder {quote(text)!r}", zh=f"没有文件夹“{quote(text)}”")
    if parameter.name != "profile":
        return None
    try:
        profile.load(text)
    except UsageError as error:
        return error.wording
    return None


def _is_flag(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Option) and parameter.is_flag


def _fits(parameter: click.Parameter, value: Scalar) -> bool:
    """Return whether a value is of the type of its setting: true or false, a number, or a string."""
    if isinstance(parameter.type, click.IntRange):
        return True
    return (
        value.plain and value.text in ("true", "false") if _is_flag(parameter) else not value.plain
    )


def _placed(parameter: click.Parameter, text: str, path: str) -> str:
    """Return a value with the path in it, if there is one, as seen from the working folder."""
    folder = os.path.dirname(path)
    if parameter.name in _PATHS and text:
        return os.path.normpath(os.path.join(folder, text))
    if parameter.name == "format_" and ":" in text:
        form, _, file = text.partition(":")
        return f"{form}:{os.path.normpath(os.path.join(folder, file))}"
    if parameter.name == "profile" and os.path.isfile(os.path.join(folder, text)):
        return os.path.normpath(os.path.join(folder, text))
    return text
