"""Settings: the command line before the environment before the configuration file.

The keys of the file are the options of the command, by their long names; `severity` and
`options` are tables as a profile has them. The nearest folder that has a configuration wins,
and nothing is merged with those above it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click
from click.core import ParameterSource

from auditor.commands.common import language
from auditor.commands.usage import worded
from auditor.wording import Wording

if TYPE_CHECKING:
    from auditor.document import Document, Node
    from auditor.profile import Profile, Reader

FILES: Final = (("auditor.toml", ()), ("pyproject.toml", ("tool", "auditor")))
PREFIX: Final = "AUDITOR"
# What concerns one run alone, and has no place in a file.
_OF_ONE_RUN: Final = frozenset(
    ("config", "isolated", "show_settings", "show_files", "stdin_filename", "update_baseline",
     "watch", "debug", "today")
)  # fmt: skip
# Settings whose values are paths: in a file they are meant from its folder.
_PATHS: Final = frozenset(("paths", "sources", "baseline"))
_RULES: Final = ("severity", "options")
_SEVERAL: Final = Wording(en="a list of texts", zh="一组文字")
_ONE: Final = Wording(en="one value", zh="单个值")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file says: values by parameter, and how it sets the rules."""

    path: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    departures: Profile | None = None

    def source(self, *keys: str) -> str:
        """Return where the first of some settings is made: a variable, or else the file."""
        variables = (_variable(key) for key in keys)
        return next((name for name in variables if os.environ.get(name)), self.path)


class Origin(NamedTuple):
    """One setting as it counts: its name, its value, and where it came from."""

    name: str
    value: str
    source: str


class Configured(click.Command):
    """A command whose options may also be set in the environment and in a configuration file."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for each in self.params:
            if isinstance(each, click.Option):
                each.envvar = variable(each)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the configuration before the options, for which it holds the defaults."""
        asked, _, order = self.make_parser(ctx).parse_args(args=list(args))
        found = Settings()
        # Neither help nor a shell that completes a word is to tell what is wrong with a file.
        helping = ctx.resilient_parsing or any(each.is_eager for each in order)
        if not (helping or _isolated(asked)):
            given, named = asked.get("paths"), asked.get("config")
            paths = (
                [path for path in given if path != "-"] if isinstance(given, tuple | list) else []
            )
            path = named if isinstance(named, str) else os.environ.get(f"{PREFIX}_CONFIG")
            found = _told_at_once(self, path or discover(paths), asked.get("lang"))
        ctx.default_map = dict(found.values)
        ctx.obj = found
        return super().parse_args(ctx, args)


def _isolated(asked: Mapping[str, Any]) -> bool:
    """Return whether no file is to be read. A value that says neither is told with the options."""
    said = os.environ.get(f"{PREFIX}_ISOLATED")
    try:
        return asked.get("isolated") is True or bool(said and click.BOOL.convert(said, None, None))
    except click.BadParameter:
        return True


def _told_at_once(command: click.Command, path: str | None, lang: Any) -> Settings:
    """Return what a configuration says; its mistakes end the command in the reader's language."""
    from auditor.errors import AuditorError

    try:
        return read(path, command) if path else Settings()
    except AuditorError as error:
        asked = lang if lang in ("en", "zh") else os.environ.get(f"{PREFIX}_LANG")
        raise click.UsageError(error.wording[language(asked)]) from None


def here(paths: Sequence[str] = ()) -> Settings:
    """Return what is set for `auditor check` on these paths, in the environment or in a file."""
    from auditor.commands.check import check

    path = os.environ.get(f"{PREFIX}_CONFIG") or discover(paths)
    found = read(path, check) if path and not _isolated({}) else Settings()
    context, values = click.Context(check), {}
    for parameter in check.params:
        said = parameter.value_from_envvar(context)
        given = found.values.get(str(parameter.name)) if said is None else said
        if given is not None:
            values[str(parameter.name)] = parameter.process_value(context, given)
    return replace(found, values=values)


def keys(command: click.Command) -> dict[str, click.Parameter]:
    """Return the settings that a file may hold, by key: the long names of the command's options."""
    return {
        key_of(each): each
        for each in command.params
        if each.name not in _OF_ONE_RUN and not getattr(each, "hidden", False)
    }


def key_of(parameter: click.Parameter) -> str:
    """Return the name of a setting: that of its option, without the hyphens before it."""
    return max(parameter.opts, key=len).lstrip("-")


def variable(parameter: click.Parameter) -> str:
    """Return the name of a setting in the environment."""
    return _variable(key_of(parameter))


def _variable(key: str) -> str:
    return f"{PREFIX}_{key.upper().replace('-', '_')}"


def discover(paths: Sequence[str]) -> str | None:
    """Return the configuration nearest to the paths: in the folder that holds all, or above it."""
    real = [os.path.abspath(path) for path in paths] or [os.getcwd()]
    try:
        folder = os.path.commonpath(real)
    except ValueError:  # on different drives
        folder = os.getcwd()
    while True:
        for name, table in FILES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (not table or _concerns(path, table)):
                return os.path.relpath(path) if path.startswith(os.getcwd() + os.sep) else path
        if folder == os.path.dirname(folder):
            return None
        folder = os.path.dirname(folder)


def _concerns(path: str, table: Sequence[str]) -> bool:
    """Return whether a file has the table, or seems to: `read` then tells what is wrong with it."""
    try:
        found = _document(path)
        return found.root is not None or (
            bool(found.faults) and ".".join(table).encode() in Path(path).read_bytes()
        )
    except OSError:
        return True


def read(path: str, command: click.Command) -> Settings:
    """Return what a configuration file says.

    Raises MistakesError with all of its mistakes, UsageError when it cannot be read.
    """
    from auditor.errors import unreadable
    from auditor.profile import MistakesError, Profile, Reader

    try:
        reader = Reader(_document(path))
    except OSError as error:
        raise unreadable(path, error) from None
    known = keys(command)
    reader.known([*known, *_RULES])
    values = {
        str(known[key].name): value
        for key, (_, node) in reader.top.items()
        if key in known and (value := _value(known[key], node, reader)) is not None
    }
    departures = None
    if any(key in reader.top for key in _RULES):
        severities = reader.severities(reader.child(reader.top, "severity"))
        options = reader.options(reader.child(reader.top, "options"))
        departures = Profile(path, {"en": path, "zh": path}, None, severities, options)
    if reader.mistakes:
        raise MistakesError(reader.mistakes)
    return Settings(path, values, departures)


def _document(path: str) -> Document:
    from auditor.document import toml

    table = next((t for name, t in FILES if os.path.basename(path) == name), ())
    with open(path, "rb") as file:
        return toml.parse(path, file.read(), *table)


def _value(parameter: click.Parameter, node: Node, reader: Reader) -> Any:
    """Return the value of a setting as its option would have it, None and a mistake if it cannot."""
    from auditor.document import Scalar, Sequence

    several = parameter.multiple or parameter.nargs == -1
    items = node.items if isinstance(node, Sequence) else [node]
    texts = [item.text for item in items if isinstance(item, Scalar)]
    if len(texts) != len(items) or (isinstance(node, Sequence) and not several):
        wanted = _SEVERAL if several else _ONE
        reader.mistake(
            node.mark.line,
            en=f"{key_of(parameter)}: expected {wanted['en']}",
            zh=f"{key_of(parameter)}：应为{wanted['zh']}",
        )
        return None
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
    return values if several else values[0]


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


def origins(context: click.Context, found: Settings) -> list[Origin]:
    """Return every setting of a command as it counts, and where its value came from."""
    told = []
    for key, parameter in keys(context.command).items():
        name = str(parameter.name)
        where = _where(context.get_parameter_source(name), parameter, found)
        told.append(Origin(key, _shown(context.params.get(name)), where))
    return told


def _shown(value: Any) -> str:
    """Return a value as it would be written in a configuration file."""
    if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def _where(source: ParameterSource | None, parameter: click.Parameter, found: Settings) -> str:
    if source is ParameterSource.COMMANDLINE:
        return "command line"
    if source is ParameterSource.ENVIRONMENT:
        return variable(parameter)
    return found.path if source is ParameterSource.DEFAULT_MAP else "default"
