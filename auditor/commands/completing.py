"""What a shell offers where a word is only begun: rules, profiles, forms, files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    Offers = list[CompletionItem]


def rule(context: click.Context, parameter: click.Parameter, begun: str) -> Offers:
    """Return the codes that have been begun, and once there is a letter the names too."""
    return [
        _item(word, help=title)
        for word, title in _titles().items()
        if word.lower().startswith(begun.lower()) and (begun or word.isupper())
    ]


def selector(context: click.Context, parameter: click.Parameter, begun: str) -> Offers:
    """Return families and rules for the last of several selectors between commas."""
    before, comma, last = begun.rpartition(",")
    found = rule(context, parameter, last)
    families = {each.value[:3] for each in found if each.value.isupper()}
    offers = words(sorted(families), last.upper()) + found
    for each in offers:
        each.value = f"{before}{comma}{each.value}"
    return offers


def profile(context: click.Context, parameter: click.Parameter, begun: str) -> Offers:
    """Return the shipped profiles that have been begun, else files."""
    from auditor import profile as profiles

    return words(profiles.names(), begun) or files(context, parameter, begun)


def files(context: click.Context, parameter: click.Parameter, begun: str) -> Offers:
    """Leave it to the shell to offer files."""
    return [_item(begun, type="file")]


def folders(context: click.Context, parameter: click.Parameter, begun: str) -> Offers:
    """Leave it to the shell to offer folders."""
    return [_item(begun, type="dir")]


def words(known: Iterable[str], begun: str) -> Offers:
    """Return those of the known words that have been begun."""
    return [_item(word) for word in known if word.startswith(begun)]


def _titles() -> dict[str, str]:
    """Return what each rule is about, by its code and by its name; nothing if one cannot be read."""
    from auditor import catalogue
    from auditor.commands.common import language
    from auditor.errors import AuditorError

    lang = language(None)
    try:
        known = catalogue.rules()
    except AuditorError:
        return {}
    by_code = {each.code: each.title[lang] for each in known}
    return by_code | {each.name: each.title[lang] for each in known}


def _item(word: str, **told: str) -> CompletionItem:
    # Imported only when a shell asks: no command needs it to run.
    from click.shell_completion import CompletionItem

    return CompletionItem(word, **told)
