"""`auditor schema`: the shape of what the auditor reads and writes, for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import click


def _sheet() -> dict[str, Any]:
    from auditor.schema.sheet import sheet_schema

    return sheet_schema()


def _indicators() -> dict[str, Any]:
    from auditor.schema.sheet import indicators_schema

    return indicators_schema()


def _config() -> dict[str, Any]:
    from auditor import catalogue
    from auditor.commands.check import check
    from auditor.commands.settings import keys
    from auditor.schema.config import config_schema

    return config_schema(keys(check), catalogue.rules())


def _report() -> dict[str, Any]:
    from auditor.schema.report import report_schema

    return report_schema()


# The modules are imported only when their schema is asked for.
KINDS: Final[Mapping[str, Callable[[], dict[str, Any]]]] = MappingProxyType(
    {"sheet": _sheet, "indicators": _indicators, "config": _config, "report": _report}
)


@click.command()
@click.argument("kind", type=click.Choice(tuple(KINDS)))
def schema(kind: str) -> None:
    """Write the JSON Schema of KIND: of a `sheet`, of the `indicators` that sheets share, of the
    `config` in auditor.toml, of the `report` that `--format json` writes.

    输出 KIND 的 JSON Schema：`sheet` 为表单，`indicators` 为指标目录，`config` 为设置文件
    auditor.toml，`report` 为 `--format json` 的报告。
    """
    click.echo(text(kind))


def text(kind: str) -> str:
    """Return the schema of a kind as it is written."""
    return json.dumps(KINDS[kind](), ensure_ascii=False, indent=2)
