"""The command line: which command is asked for, and the exit code of the process."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, Final, NoReturn

import click

from auditor import __version__
from auditor.commands import usage
from auditor.commands.common import CLEAN, INTERRUPTED, USAGE, guarded
from auditor.wording import both, nearest

_COMMANDS: Final = (
    "check",
    "rules",
    "explain",
    "show",
    "tree",
    "diff",
    "figure",
    "baseline",
    "init",
    "completion",
    "man",
    "schema",
    "lsp",
)


class _Commands(click.Group):
    """The modules in `auditor/commands/`, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"auditor.commands.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for. Fails with a guess when there is none of the name."""
        guess = nearest(args[0], _COMMANDS)
        if args[0] not in _COMMANDS and guess and not args[0].startswith("-"):
            ctx.fail(
                both(
                    en=f"no such command {args[0]!r}; did you mean {guess!r}?",
                    zh=f"没有命令 {args[0]!r}；是否应为 {guess!r}？",
                )
            )
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="auditor", message="%(prog)s %(version)s")
def cli() -> None:
    """Audit development plans encoded as YAML indicator sheets.

    检查以 YAML 录入的发展规划中的数据是否前后一致。
    """


def main() -> NoReturn:
    """Run the command line and end the process with its exit code."""
    _open_streams()
    try:
        sys.exit(guarded(_ended, usage.asked(sys.argv[1:]), debug="--debug" in sys.argv))
    except click.ClickException as error:
        usage.tell(error)
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    finally:
        _let_go()


def _open_streams() -> None:
    """Have all three streams, those that are closed leading nowhere, and write UTF-8 to them."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115 - open to the end
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _ended() -> Any:
    """Run the command that is asked for; return its exit code when all of its output is written."""
    try:
        code = cli.main(standalone_mode=False) or CLEAN
    except SystemExit as ended:
        code = ended.code
    # That a disk is full has been told already, where the command has ended of it.
    with suppress(OSError if code == USAGE else BrokenPipeError):
        sys.stdout.flush()
    return code


def _let_go() -> None:
    """What could not be written, as its reader has gone or a disk is full, must not raise at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
