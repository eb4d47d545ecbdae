"""The HTML report as its readers meet it: in a browser, by keyboard, in little room, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.catalogue import rules
from auditor.engine import Report, Wanted, audit
from auditor.finding import Severity
from auditor.home import home
from auditor.reporters import Style
from auditor.reporters.html import write
from tests.browser import CHROMIUM, Page, browser
from tests.sheets import CLEAN

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="there is no chromium on this machine")
WIDTHS = (320, 400, 1000, 1600)
SHOWN = "[...document.querySelectorAll('.finding')].filter(each => each.checkVisibility()).length"
HEAD = "document.querySelector('h1').innerText"
FOCUS = "document.activeElement"


@pytest.fixture(scope="module")
def report() -> Report:
    return audit([str(home() / "plans")], rules(), Wanted(mends=True))


@pytest.fixture(scope="module")
def address(report: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("html") / "report.html"
    with path.open("w", encoding="utf-8") as file:
        write(report, file, Style(lang="en"))
    return path.as_uri()


@pytest.fixture(scope="module")
def window() -> Iterator[Page]:
    with browser() as found:
        yield found


@pytest.fixture
def page(window: Page, address: str) -> Iterator[Page]:
    window.complaints.clear()
    window.requests.clear()
    window.size(1000)
    window.look()
    window.script(on=True)
    window.open(address)
    yield window
    assert window.complaints == []
    asked = {each.partition("#")[0] for each in window.requests}
    assert asked <= {address, "about:blank"}


def numbers(report: Report) -> dict[str, int]:
    return {each.word: report.count(each) for each in Severity}


def tab_to(page: Page, what: str) -> None:
    """Press Tab until an element is reached."""
    for _ in range(40):
        page.press("Tab")
        if page.run(f"{FOCUS}.matches({what!r})"):
            return
    raise AssertionError(what)


def status(page: Page) -> str:
    found: str = page.run("document.querySelector('output').innerText")
    return found


def test_all_findings_are_shown_at_first(page: Page, report: Report) -> None:
    total = len(report.standing)
    assert page.run(SHOWN) == total
    assert status(page) == f"{total} of {total} findings shown"
    assert not page.run("document.querySelector('.nothing').checkVisibility()")


def test_severities_are_chosen_by_keyboard(page: Page, report: Report) -> None:
    count = numbers(report)
    tab_to(page, "[value=error]")
    page.press(" ")
    assert page.run(SHOWN) == count["warning"] + count["note"]
    page.press("Tab", " ")
    assert page.run(SHOWN) == count["note"]
    assert page.run("location.hash") == "#severity=note"
    page.press("Tab", " ")
    assert page.run(SHOWN) == 0
    assert page.run("document.querySelector('.nothing').innerText").startswith("Nothing matches")
    assert page.run("[...document.querySelectorAll('.sheet')].every(each => each.hidden)")
    tab_to(page, "button")
    page.press("Enter")
    page.run("new Promise(done => setTimeout(done))")
    assert page.run(SHOWN) == len(report.standing)
    assert page.run("location.hash") == ""


def test_a_rule_and_a_plan_are_chosen_by_keyboard(page: Page, report: Report) -> None:
    tab_to(page, "select[name=rule]")
    page.press("ArrowDown")
    code = page.run("document.querySelector('.filters').rule.value")
    assert code == min(finding.code for finding in report.standing)
    assert page.run(SHOWN) == sum(finding.code == code for finding in report.standing)
    tab_to(page, "select[name=sheet]")
    page.press("ArrowDown")
    path = page.run("document.querySelector('.filters').sheet.value")
    both = [each for each in report.standing if each.code == code and each.path == path]
    assert page.run(SHOWN) == len(both)


def test_the_language_is_chosen_by_keyboard(page: Page) -> None:
    assert page.run(HEAD) == "Audit of plans"
    tab_to(page, "[name=language]")
    page.press("ArrowRight")
    assert page.run(HEAD) == "规划数据检查报告"
    assert page.run("document.title") == "规划数据检查报告"
    assert page.run("document.documentElement.lang") == "zh"
    assert page.run("location.hash") == "#lang=zh"
    assert page.run("document.querySelector('option').innerText") == "全部规则"
    assert not page.run(f"({VISIBLE_WORDS})('en')")
    page.press("ArrowLeft")
    assert page.run(HEAD) == "Audit of plans"
    assert not page.run(f"({VISIBLE_WORDS})('zh')")


VISIBLE_WORDS = "lang => [...document.querySelectorAll(`span[lang=${lang}]`)].filter(each => each.checkVisibility()).length"


def test_the_address_tells_what_is_chosen(page: Page, address: str, report: Report) -> None:
    path = next(each.path for each in report.standing if each.code == "TXT001")
    page.open(f"{address}#severity=error,note&rule=TXT001&sheet={path}&lang=zh")
    assert page.run(HEAD) == "规划数据检查报告"
    assert page.run(SHOWN) == sum(finding.code == "TXT001" for finding in report.standing)
    assert status(page).startswith("显示 ")
    page.open(f"{address}#rule=NONE&severity=error")
    assert page.run(SHOWN) == numbers(report)["error"]
    page.run("location.hash = 'lang=en&severity=note'")
    page.run("new Promise(done => setTimeout(done))")
    assert page.run(SHOWN) == numbers(report)["note"]


def test_a_link_shows_what_filters_or_folds_hide(page: Page, address: str, report: Report) -> None:
    finding = next(each for each in report.standing if each.code == "TXT001")
    target = f"document.getElementById('f-{finding.fingerprint}')"
    page.open(f"{address}#severity=note")
    assert not page.run(f"{target}.checkVisibility()")
    page.run(f"location.hash = 'f-{finding.fingerprint}'")
    page.run("new Promise(done => setTimeout(done, 50))")
    assert page.run(f"{target}.checkVisibility()")
    assert 0 <= page.run(f"{target}.getBoundingClientRect().top") < 300
    row = ".indicators .link"
    assert not page.run(f"document.querySelector('{row}').checkVisibility()")
    page.run("location.hash = document.querySelector('.indicators').id")
    page.run("new Promise(done => setTimeout(done, 50))")
    assert page.run(f"document.querySelector('{row}').checkVisibility()")


def test_the_skip_link_comes_first_and_is_seen(page: Page) -> None:
    page.press("Tab")
    assert page.run(f"{FOCUS}.className") == "skip"
    assert page.run(f"{FOCUS}.getBoundingClientRect().top") >= 0
    page.press("Enter")
    assert page.run(f"{FOCUS}.id") == "findings"


def test_what_has_the_focus_is_seen_to_have_it(page: Page) -> None:
    for _ in range(12):
        page.press("Tab")
        outlined = f"[{FOCUS}, {FOCUS}.closest('label')].some(each => each && getComputedStyle(each).outlineStyle == 'solid')"
        assert page.run(outlined), page.run(f"{FOCUS}.outerHTML")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_page_is_wider_than_its_window(page: Page, address: str, lang: str, width: int) -> None:
    page.size(width)
    page.open(f"{address}#lang={lang}")
    page.run("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert page.run("innerWidth") == width
    assert page.run("document.documentElement.scrollWidth") <= width
    beyond = (
        "[...document.querySelectorAll('body *')].filter(each => each.checkVisibility() && !each.matches('.unseen, .unseen *, option, svg *, .figures dt, .figures dt *')"
        " && each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 200))"
    )
    assert page.run(beyond) == []


def test_two_figures_stand_side_by_side_even_in_a_narrow_window(page: Page) -> None:
    page.size(400)
    tops = "[...document.querySelector('.finding ol').children].map(each => each.getBoundingClientRect().top)"
    first, second, *_ = page.run(tops)
    assert first == second


def test_nothing_moves_beside_the_letters(page: Page) -> None:
    """What is printed in the document is shown without spaces that are not there."""
    spacing = "getComputedStyle(document.querySelector('.printed')).textAutospace"
    assert page.run(spacing) in (None, "no-autospace")


def test_without_script_all_is_there_and_the_languages_still_switch(
    page: Page, address: str, report: Report
) -> None:
    page.script(on=False)
    page.open(address)
    page.script(on=True)
    assert page.run("document.querySelectorAll('.scripted').length") == 0
    assert page.run(SHOWN) == len(report.standing)
    assert not page.run("document.querySelector('.filters').checkVisibility()")
    page.run("document.getElementById('zh').checked = true")
    assert page.run(HEAD) == "规划数据检查报告"


def test_paper_has_what_is_folded_and_no_controls(page: Page) -> None:
    page.look(printed=True)
    for gone in (".filters", ".languages", ".skip", ".finding summary"):
        assert not page.run(f"document.querySelector('{gone}').checkVisibility()"), gone
    for there in (".folded", ".indicators table", ".silence code"):
        assert page.run(f"document.querySelector('{there}').getBoundingClientRect().height") > 0
    printed = page.pdf()
    assert printed.startswith(b"%PDF")
    assert printed.count(b"/Type /Page\n") > 10


def test_what_is_filtered_is_what_is_printed(page: Page, address: str) -> None:
    page.open(f"{address}#rule=TXT001")
    assert page.pdf().count(b"/Type /Page\n") < 60
    page.look(printed=True)
    assert page.run(SHOWN) == 3


def test_it_is_dark_for_those_who_like_it_dark(page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light: Any = page.run(ground)
    page.look(dark=True)
    assert page.run(ground) != light


def test_an_empty_report_needs_no_filters(window: Page, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(CLEAN, "utf-8")
    path = tmp_path / "report.html"
    with path.open("w", encoding="utf-8") as file:
        write(audit([str(tmp_path)], rules()), file, Style(lang="zh"))
    window.complaints.clear()
    window.open(path.as_uri())
    assert window.run(HEAD) == "规划数据检查报告"
    window.run("document.getElementById('en').click()")
    assert window.run(HEAD) == "Audit of plans"
    assert window.complaints == []
