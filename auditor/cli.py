"""The command line: which command is asked for, and the exit code of the process."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Final, NoReturn

import click

from auditor import __version__
from auditor.commands import usage
from auditor.commands.common import CLEAN, INTERRUPTED, USAGE
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
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code or CLEAN)
    except click.ClickException as error:
        usage.tell(error)
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # The reader has gone; what is left in the buffer must not raise at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLEAN)
