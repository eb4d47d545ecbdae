"""HTML as a tree of elements: what is text can only ever become text.

Text and attributes are made visible and escaped in the one place that writes them, so nothing
of a sheet can be read as markup, whatever part of the report it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Final, NamedTuple

from auditor.obeyed import reference, tamed
from auditor.wording import Field, Fields, Lang, Wording, filled, say, visible

LANGS: Final[tuple[Lang, ...]] = ("en", "zh")
_VOID: Final = frozenset({"input", "link", "meta"})
# What stands within a line; behind all else the line of the file ends.
_WITHIN: Final = frozenset(
    ("a", "b", "bdi", "code", "del", "ins", "mark", "output", "rect", "small", "span", "svg")
)


class Element(NamedTuple):
    """An element with its attributes and what stands inside."""

    tag: str
    attributes: Mapping[str, str]
    inside: tuple[Node, ...]


class Verbatim(NamedTuple):
    """Text that is written as it is: end tags, and the project's own style sheet and script."""

    text: str


# What an iterator yields is asked for only when it is written, so that it need not all be in memory.
Node = Element | Verbatim | str | tuple["Node", ...] | Iterator["Node"] | None


def e(tag: str, *inside: Node, **attributes: str | int | bool | None) -> Element:
    """Return an element. `class_` is written class, `data_rule` data-rule; what is False is left out."""
    named = {
        name.removesuffix("_").replace("_", "-"): "" if given is True else str(given)
        for name, given in attributes.items()
        if given is not None and given is not False
    }
    return Element(tag, named, inside)


def both(wording: Wording) -> Node:
    """Return a sentence in both languages, of which the style sheet shows one; a name but once."""
    if wording["en"] == wording["zh"]:
        return own(wording["en"]) if wording["en"] else None
    return tuple(e("span", wording[lang], lang=lang) for lang in LANGS)


def said(wording: Wording, **fields: Field) -> Node:
    """Return a sentence in both languages, its placeholders filled."""
    return both(filled(wording, **fields))


def prose(wording: Wording, fields: Fields | None = None) -> Node:
    """Return sentences in both languages in which what they have between backticks is code.

    Their placeholders are filled where there are fields; backticks in these are left alone.
    """
    return tuple(e("span", *_prose(wording[lang], lang, fields), lang=lang) for lang in LANGS)


def _prose(text: str, lang: Lang, fields: Fields | None) -> Iterator[Node]:
    for number, part in enumerate(text.split("`")):
        told = part if fields is None else say({"en": part, "zh": part}, lang, fields)
        yield e("code", told) if number % 2 else told


def in_both(tell: Callable[[Lang], str]) -> Wording:
    """Return what is told in either language."""
    return {"en": tell("en"), "zh": tell("zh")}


def own(text: str, **attributes: str) -> Element:
    """Return words of a sheet or of its document: they are in no language of the report's."""
    return e("bdi", text, **attributes)


def written(node: Node) -> Iterator[str]:
    """Return the pieces of a tree as HTML, however deep it is."""
    rest: list[Node] = [node]
    while rest:
        found = rest.pop()
        if isinstance(found, str):
            yield _text(found, quote=False)
        elif isinstance(found, Verbatim):
            yield found.text
        elif isinstance(found, Element):
            yield _opening(found)
            if found.tag not in _VOID:
                rest.append(Verbatim(f"</{found.tag}>{_after(found.tag)}"))
                rest.extend(reversed(found.inside))
        elif isinstance(found, tuple):
            rest.extend(reversed(found))
        elif found is not None:
            for first in found:
                rest += (found, first)
                break


def _text(text: str, *, quote: bool = True) -> str:
    """Return text as neither HTML nor a log that shows it would read it as anything else."""
    return tamed(escape(visible(text), quote=quote), reference)


def _opening(element: Element) -> str:
    told = "".join(
        f' {name}="{_text(text)}"' if text else f" {name}"
        for name, text in element.attributes.items()
    )
    return f"<{element.tag}{told}>{_after(element.tag) if element.tag in _VOID else ''}"


def _after(tag: str) -> str:
    return "" if tag in _WITHIN else "\n"
