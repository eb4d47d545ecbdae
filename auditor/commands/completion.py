"""`auditor completion`: what teaches a shell to complete commands, options and rules."""

from __future__ import annotations

from typing import Final

import click

PROGRAM: Final = "auditor"


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script with which a SHELL completes commands, options, rules and files.

    输出补全脚本，使 SHELL 能够补全命令、选项、规则和文件。
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(context.find_root().command, {}, PROGRAM, f"_{PROGRAM.upper()}_COMPLETE")
    # Filled in here: `source()` would first ask the bash of this machine for its version.
    click.echo(script.source_template % script.source_vars(), nl=False)
