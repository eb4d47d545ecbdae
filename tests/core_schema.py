"""What an editor makes of a sheet: YAML 1.2 with its core schema, where `2150` is a number."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

_NUMBERS: Final = list("-+.0123456789")
_FLOAT: Final = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"


class _Core(yaml.CSafeLoader):
    """The core schema has no dates, no `yes` and no merge keys. Of two equal keys the first counts."""


_Core.yaml_implicit_resolvers = {}


def _mapping(loader: yaml.CSafeLoader, node: yaml.MappingNode) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        found.setdefault(name, loader.construct_object(value, deep=True))
    return found


def _integer(loader: yaml.CSafeLoader, node: yaml.ScalarNode) -> int:
    return int(node.value, {"0x": 0, "0o": 0}.get(node.value[:2], 10))


def _tagged(loader: yaml.CSafeLoader, suffix: str, node: yaml.Node) -> Any:
    return node.value if isinstance(node, yaml.ScalarNode) else None


for _tag, _pattern, _first in (
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", _NUMBERS),
    ("float", _FLOAT, _NUMBERS),
):
    _Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first
    )
_Core.add_constructor("tag:yaml.org,2002:map", _mapping)
_Core.add_constructor("tag:yaml.org,2002:int", _integer)
_Core.add_multi_constructor("!", _tagged)


def seen(raw: bytes) -> Any:
    """Return what an editor sees. Raises yaml.YAMLError or UnicodeError where it sees no YAML."""
    return yaml.load(raw.decode("utf-8-sig"), Loader=_Core)
