"""Sentences in two languages, and text from outside made safe to print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.wording import Wording, either, nearest, quote, say, suggestion, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("城镇新增就业 9000", "城镇新增就业 9000"),
        ("", ""),
        ("\x1b[31mred", "␛[31mred"),
        ("a\nb\r\tc", "a␊b␍␉c"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("a\x9bb", "a⟨U+009B⟩b"),
        ("a\x85b", "a⟨U+0085⟩b"),
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("a\u200bb", "a⟨U+200B⟩b"),
        ("a\u061cb", "a⟨U+061C⟩b"),
        ("a\u2028b\u2029", "a⟨U+2028⟩b⟨U+2029⟩"),
        ("\ufeffa", "⟨U+FEFF⟩a"),
        ("a\ud800b", "a⟨U+D800⟩b"),
        ("[bold]a[/bold]", "[bold]a[/bold]"),
        ("𠮷😀", "𠮷😀"),
    ],
)
def test_what_a_terminal_would_obey_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(codec=None)))
def test_visible_text_can_be_written_on_one_line(text: str) -> None:
    shown = visible(text)
    assert len(shown.encode("utf-8").splitlines()) <= 1
    assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("9000", "9000"),
        ("a\nb", "a␊b"),
        ("a" * 120, "a" * 120),
        ("a" * 121, "a" * 119 + "…"),
        ("\u202e" * 100_000, "⟨U+202E⟩" * 14 + "⟨U+202E" + "…"),
    ],
)
def test_a_quotation_is_safe_and_short(text: str, quoted: str) -> None:
    assert quote(text) == quoted
    assert len(quote(text)) <= 120


WORDING: Wording = {"en": "{n} of {what}", "zh": "{what} 有 {n}"}


def test_a_sentence_is_told_in_either_language() -> None:
    what: Wording = {"en": "a list", "zh": "列表"}
    assert say(WORDING, "en", {"n": 2, "what": what}) == "2 of a list"
    assert say(WORDING, "zh", {"n": 2, "what": what}) == "列表 有 2"


@pytest.mark.parametrize("text", ["{n}", "{0.__class__}", "{", "}}", "%s"])
def test_text_from_a_sheet_is_never_a_template(text: str) -> None:
    assert say(WORDING, "en", {"n": 1, "what": text}) == f"1 of {text}"


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("perod", ["period", "parent"], "period"),
        ("urban_new_job", ["urban_new_jobs", "jobs"], "urban_new_jobs"),
        ("x", ["period"], None),
        ("period", [], None),
        ("x" * 100_000, ["period"], None),
    ],
)
def test_the_nearest_known_word(word: str, known: list[str], guess: str | None) -> None:
    assert nearest(word, known) == guess


def test_a_suggestion_asks_in_both_languages() -> None:
    assert suggestion("perod", ["period"]) == {
        "en": "; did you mean 'period'?",
        "zh": "；是否应为“period”？",
    }


def test_without_a_guess_nothing_is_suggested() -> None:
    assert suggestion("x", ["period"]) == {"en": "", "zh": ""}


def test_a_suggestion_is_as_safe_as_what_it_quotes() -> None:
    assert "\x1b" not in suggestion("jobs\x1b", ["jobs\x1b"])["zh"]


def test_words_are_listed_in_their_order() -> None:
    assert either(["b", "a"]) == "b, a"
    assert either([]) == ""
