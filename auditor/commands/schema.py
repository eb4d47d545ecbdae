"""`auditor schema`: the shape of what the auditor reads and writes, for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import click


def _report() -> dict[str, Any]:
    from auditor.schema.report import report_schema

    return report_schema()


# The modules are imported only when their schema is asked for.
_KINDS: Final[Mapping[str, Callable[[], dict[str, Any]]]] = MappingProxyType({"report": _report})


@click.command()
@click.argument("kind", type=click.Choice(tuple(_KINDS)))
def schema(kind: str) -> None:
    """Write the JSON Schema of KIND: `report` is what `--format json` writes.

    输出 KIND 的 JSON Schema：`report` 为 `--format json` 的输出格式。
    """
    click.echo(json.dumps(_KINDS[kind](), ensure_ascii=False, indent=2))
