"""Settings: the command line before the environment before the configuration file.

The keys of the file are the options of the command, by their long names; `severity` and
`options` are tables as a profile has them. The nearest folder that has a configuration wins,
and nothing is merged with those above it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click
from click.core import ParameterSource

from auditor.commands.common import language
from auditor.commands.values import key_of
from auditor.commands.values import value as value_of
from auditor.wording import Wording, filled, nearest, quote

if TYPE_CHECKING:
    from auditor.document import Document
    from auditor.profile import Profile

FILES: Final = (("auditor.toml", ()), ("pyproject.toml", ("tool", "auditor")))
PREFIX: Final = "AUDITOR"
# What concerns one run alone, and has no place in a file.
_OF_ONE_RUN: Final = frozenset(
    ("config", "isolated", "show_settings", "show_files", "stdin_filename", "update_baseline",
     "watch", "debug", "today")
)  # fmt: skip
_RULES: Final = ("severity", "options")

_NO_SETTING: Final = Wording(
    en="auditor: {name} is no setting (did you mean {guess}?)",
    zh="auditor：没有设置项 {name}（是否应为 {guess}？）",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file says: values by parameter, and how it sets the rules."""

    path: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    departures: Profile | None = None

    def source(self, key: str) -> str:
        """Return where a setting is made: in its variable, or else in the file."""
        name = _variable(key)
        return name if os.environ.get(name) else self.path


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


def variable(parameter: click.Parameter) -> str:
    """Return the name of a setting in the environment."""
    return _variable(key_of(parameter))


def _variable(key: str) -> str:
    return f"{PREFIX}_{key.upper().replace('-', '_')}"


def misspelt(command: click.Command) -> Iterator[Wording]:
    """Return that variables of the environment are no settings, of those that seem meant as such."""
    begin = f"{PREFIX}_"
    known = [variable(parameter).removeprefix(begin) for parameter in command.params]
    for name in sorted(os.environ):
        own = name.removeprefix(begin)
        guess = None if own == name or own in known else nearest(own, known)
        if guess:
            yield filled(_NO_SETTING, name=quote(name), guess=begin + guess)


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
        if key in known and (value := value_of(known[key], node, reader)) is not None
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


def origins(context: click.Context, found: Settings) -> list[Origin]:
    """Return every setting of a command as it counts, and where its value came from.

    Raises UsageError when there is no such profile, MistakesError when it has mistakes.
    """
    from auditor import profile

    told = {}
    for key, parameter in keys(context.command).items():
        name = str(parameter.name)
        where = _where(context.get_parameter_source(name), parameter, found)
        told[key] = Origin(key, _shown(context.params.get(name)), where)
    if not told["profile"].value:
        told["profile"] = told["profile"]._replace(value=profile.DEFAULT)
    if not told["fail-on"].value:
        chosen = profile.load(told["profile"].value)
        word = chosen.fail_on.word if chosen.fail_on else profile.NEVER
        told["fail-on"] = Origin("fail-on", word, f"profile {chosen.name}")
    return [*told.values(), *_of_rules(found)]


def _of_rules(found: Settings) -> Iterator[Origin]:
    """Return what a configuration sets of single rules."""
    from auditor.profile import OFF

    if found.departures is None:
        return
    for code, severity in sorted(found.departures.severities.items()):
        yield Origin(f"severity.{code}", severity.word if severity else OFF, found.path)
    for code, options in sorted(found.departures.options.items()):
        for name, value in sorted(options.items()):
            yield Origin(f"options.{code}.{name}", str(value), found.path)


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
