"""The HTML report: one page, safe, whole, and in both languages."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from auditor.catalogue import rules
from auditor.engine import Crash, Report, Wanted, audit
from auditor.finding import Severity
from auditor.home import home
from auditor.reporters import Style
from auditor.reporters.html import contents, write
from auditor.reporters.html.elements import Verbatim, both, e, prose, written
from tests.sheets import CONFLICT

PLANS = str(home() / "plans")
VOID = {"input", "link", "meta"}
ASSETS = home() / "auditor" / "reporters" / "html"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SENTENCE = re.compile(r"[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}[ ,;:]+[A-Za-z]{2,}")
# What stands within these is a figure, a place, a name or a line of a sheet: in no language.
FOREIGN = {"bdi", "code", "style", "script", "option", "title"}


class Node:
    """One element of a parsed page."""

    def __init__(self, tag: str, attributes: dict[str, str], above: Node | None) -> None:
        self.tag, self.attributes, self.above = tag, attributes, above
        self.inside: list[Node | str] = []

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.inside)

    def all(self, tag: str = "") -> Iterator[Node]:
        for each in self.inside:
            if isinstance(each, Node):
                if each.tag == tag or not tag:
                    yield each
                yield from each.all(tag)

    def of(self, name: str) -> list[Node]:
        return [each for each in self.all() if name in each.attributes.get("class", "").split()]

    def by(self, id_: str) -> Node:
        [found] = [each for each in self.all() if each.attributes.get("id") == id_]
        return found

    def within(self, tags: set[str]) -> bool:
        return self.tag in tags or (self.above is not None and self.above.within(tags))


class Reader(HTMLParser):
    """Builds the tree of a page; fails where a tag is not closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        node = Node(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.inside.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.here.tag
        assert self.here.above is not None
        self.here = self.here.above

    def handle_data(self, data: str) -> None:
        self.here.inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def page(report: Report, **style: object) -> str:
    stream = io.StringIO()
    write(report, stream, replace(Style(), **style))  # type: ignore[arg-type]
    return stream.getvalue()


def parsed(text: str) -> Node:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.here is reader.root
    return reader.root


def audited(folder: Path, **sheets: str) -> Report:
    for name, text in sheets.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return audit([str(folder)], rules(), Wanted(mends=True))


@pytest.fixture(scope="module")
def report() -> Report:
    return audit([PLANS], rules(), Wanted(mends=True, held=True))


@pytest.fixture(scope="module")
def text(report: Report) -> str:
    return page(report)


@pytest.fixture(scope="module")
def root(text: str) -> Node:
    return parsed(text)


def told(node: Node | str) -> Iterator[tuple[Node, str]]:
    if isinstance(node, Node):
        for each in node.inside:
            if isinstance(each, str):
                yield node, each
            else:
                yield from told(each)


def test_an_element_escapes_all_that_stands_in_it() -> None:
    element = e("p", "<b>&\u202e", None, ("x", iter(["y"])), title='"<', hidden=True, open=False)
    assert "".join(written(element)) == (
        '<p title="&quot;&lt;" hidden>&lt;b&gt;&amp;⟨U+202E⟩xy</p>\n'
    )
    assert "".join(written(Verbatim("<i>"))) == "<i>"


def test_a_sentence_stands_in_both_languages_a_name_once() -> None:
    two = "".join(written(both({"en": "yes", "zh": "是"})))
    assert two == '<span lang="en">yes</span><span lang="zh">是</span>'
    assert "".join(written(both({"en": "表1", "zh": "表1"}))) == "<bdi>表1</bdi>"
    words = {"en": "add `unit:` to {x}", "zh": "补 `unit:` {x}"}
    code = "".join(written(prose(words, {"x": "`<`"})))  # type: ignore[arg-type]
    assert code.startswith('<span lang="en">add <code>unit:</code> to `&lt;`</span>')


def test_no_page_is_too_deep_to_write() -> None:
    nested = e("p")
    for _ in range(5_000):
        nested = e("p", nested)
    assert "".join(written(nested)).count("<p>") == 5_001


def test_the_same_report_gives_the_same_bytes(report: Report, text: str) -> None:
    assert page(report) == text


def test_every_link_leads_to_something_on_the_page(root: Node) -> None:
    ids = [node.attributes["id"] for node in root.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    links = [node.attributes["href"] for node in root.all("a")]
    assert len(links) > 100
    assert [link for link in links if link.removeprefix("#") not in ids] == []
    for node in root.all():
        assert node.attributes.get("aria-labelledby", ids[0]) in ids


def test_nothing_comes_from_outside(root: Node) -> None:
    for node in root.all():
        assert not {"src", "srcset", "action", "style", "data", "ping"} & set(node.attributes)
        assert node.attributes.get("href", "#").startswith("#")
        assert node.tag not in {"link", "iframe", "object", "embed", "img", "base"}
    for name in ("report.css", "report.js"):
        asset = (ASSETS / name).read_text(encoding="utf-8")
        assert not re.search(r"url\(|@import|https?:|fetch\(|</|innerHTML|eval", asset)


def test_the_policy_lets_only_the_pages_own_style_and_script_run(root: Node) -> None:
    [policy] = [node.attributes["content"] for node in root.all("meta") if "policy" in str(node.attributes).lower()]  # fmt: skip
    for tag in ("style", "script"):
        [node] = root.all(tag)
        digest = base64.b64encode(hashlib.sha256(node.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")


def test_every_sentence_stands_in_both_languages(root: Node) -> None:
    spans = [node for node in root.all("span") if "lang" in node.attributes]
    assert len(spans) > 1_000
    for one, other in zip(spans[::2], spans[1::2], strict=True):
        assert (one.attributes["lang"], other.attributes["lang"]) == ("en", "zh")
        assert one.above is other.above
        assert bool(one.text.strip()) == bool(other.text.strip())
    for node in root.all():
        assert ("data-en" in node.attributes) == ("data-zh" in node.attributes)
        assert not {"title", "alt", "placeholder", "aria-label"} & set(node.attributes)


def test_what_is_in_no_language_is_no_sentence(root: Node) -> None:
    for node, words in told(root):
        if node.within(FOREIGN) or ("lang" in node.attributes and node.tag in ("span", "b")):
            continue
        assert not SENTENCE.search(words), words
        assert not CHINESE.search(words), words


def test_headings_leave_out_no_level(root: Node) -> None:
    levels = [int(node.tag[1]) for node in root.all() if re.fullmatch("h[1-6]", node.tag)]
    assert levels[0] == levels.count(1) == 1
    assert [(one, next_) for one, next_ in pairwise(levels) if next_ > one + 1] == []


def test_every_control_has_a_label(root: Node) -> None:
    controls = [*root.all("input"), *root.all("select")]
    assert len(controls) == 7
    for node in controls:
        assert node.above is not None
        assert node.above.tag == "label"
        assert node.above.text.strip()
    for fieldset in root.all("fieldset"):
        assert isinstance(fieldset.inside[0], Node | str)
        assert list(fieldset.all("legend"))


def bare(text: str) -> str:
    return text.replace("`", "")


def test_every_finding_is_told_with_its_figures(report: Report, root: Node) -> None:
    articles = {node.attributes["id"]: node for node in root.all("article")}
    assert len(articles) == len(report.findings)
    for finding in report.findings:
        article = articles[f"f-{finding.fingerprint}"]
        assert article.attributes["data-rule"] == finding.code
        assert article.attributes["data-severity"] == finding.severity.word
        for lang in ("en", "zh"):
            assert bare(finding.told(lang)) in bare(article.text)
            assert bare(finding.advice(lang)) in bare(article.text)
        printed = [node.text for node in article.of("printed")]
        assert [each.printed for each in finding.spots if each.printed] == printed
        assert f"ignore[{finding.name}]" in article.text
        for mend in finding.mends:
            assert mend.text in [node.text for node in article.all("ins")] or not mend.text


def test_conflicts_are_marked_in_the_table_of_their_plan(report: Report, root: Node) -> None:
    [sheet] = [each for each in root.of("sheet") if "tongwei" in each.attributes["data-path"]]
    [table] = sheet.of("indicators")
    marked = [row for row in table.all("tr") if "error" in row.attributes.get("class", "")]
    assert any("1.2万人以上" in row.text and "✗ TXT001" in row.text for row in marked)
    linked = {link.attributes["href"] for link in table.all("a")}
    own = {f"#f-{each.fingerprint}" for each in report.findings if each.plan == "tongwei"}
    assert len(linked & own) > len(own) / 2


def test_children_are_shown_below_their_parents_with_bars(report: Report, root: Node) -> None:
    forest = root.by("forest")
    assert [node.text for node in forest.of("depth-2")] != []
    bars = [node.attributes["width"] for node in forest.all("rect")]
    assert bars
    assert all(re.fullmatch(r"(100|\d\d?)(\.\d+)?%", each) for each in bars)
    assert len(list(root.by("undecided").all("li"))) == len(report.undecided) > 0


def test_excused_findings_are_folded_away_and_marked(tmp_path: Path) -> None:
    comment = "  # audit: ignore[text-against-text] 另文说明"
    found = audited(tmp_path, a=CONFLICT.replace("cumulative}\n", f"cumulative}}{comment}\n"))
    assert [each.suppressed for each in found.findings if each.code == "TXT002"] == [True]
    [one] = [each for each in found.findings if each.code == "TXT002"]
    known = replace(one, fingerprint="b", suppressed=False, justification="", baselined=True)
    root = parsed(page(replace(found, findings=(one, known))))
    [fold] = [node for node in root.of("excused") if node.tag == "details"]
    assert "open" not in fold.attributes
    articles = list(fold.all("article"))
    assert len(articles) == 2
    assert all("data-stands" not in node.attributes for node in articles)
    assert "已豁免" in articles[0].text
    assert "另文说明" in articles[0].text
    assert "已列入基线" in articles[1].text
    assert root.of("filters") == []


HOSTILE = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><b>', "' onclick='x",
    "</style><style>*{}", "<!--", "]]>", "&lt;b&gt;", "javascript:alert(1)", "\\u202Eabc", "\\x1b[31m",
    "\\0", "{0}{x}", "%s", "`a` b `", "\\ud800",
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_from_a_sheet_is_never_markup(tmp_path: Path, hostile: str) -> None:
    def sheet(words: str) -> str:
        return (
            f"plan: '{words.replace(chr(39), chr(39) * 2)}'\n"
            f'title: "{words}"\narea: "{words}"\nperiod: 2021-2025\nparent: "{words}p"\n"{words}": 1\n'
            f'indicators: {{jobs: {{name: "{words}", kind: flow, unit: 人, better: more}}}}\n'
            f'text:\n  - {{at: "{words}", id: x, indicator: jobs, scope: "{words}", role: target, says: 5人, basis: cumulative}}\n'
            f'  - {{at: "{words}", indicator: jobs, scope: "{words}", role: target, says: 6人, basis: cumulative}}\n'
            f'  - {{at: "{words}", says: "{words}9"}}\n'
            f'claims: [{{at: "{words}", holds: "{words}"}}]\n'
        )

    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    plain = parsed(page(audited(tmp_path / "a", a=sheet("plain"))))
    text = page(audited(tmp_path / "b", a=sheet(hostile.replace('"', '\\"'))))
    root = parsed(text)
    assert {node.tag for node in root.all()} <= {node.tag for node in plain.all()} | {"mark"}
    assert {name for node in root.all() for name in node.attributes} <= {
        name for node in plain.all() for name in node.attributes
    }
    assert len(list(root.all("script"))) == len(list(root.all("style"))) == 1
    assert not set(text) & set("\x00\x1b\u202e")
    text.encode()


def test_a_name_of_a_file_is_never_markup(tmp_path: Path) -> None:
    (tmp_path / "<b onclick=x>.yaml").write_text(CONFLICT, encoding="utf-8")
    root = parsed(page(audit([str(tmp_path)], rules())))
    assert not any("onclick" in node.attributes for node in root.all())
    assert "<b onclick=x>.yaml" in root.text


def test_least_severity_is_kept_to(report: Report) -> None:
    root = parsed(page(report, least=Severity.ERROR))
    assert {node.attributes["data-severity"] for node in root.all("article")} == {"error"}
    links = {node.attributes["href"] for node in root.all("a")}
    assert links <= {f"#{node.attributes.get('id')}" for node in root.all()}


@pytest.mark.parametrize("show", ["rounding", "all"])
def test_comparisons_that_hold_are_told_when_asked_for(report: Report, show: str) -> None:
    held = parsed(page(report, show=show)).by("held")
    assert list(held.all("li"))
    assert ("仅因四舍五入而成立" in held.text) == (show == "rounding")


def test_a_run_without_findings_says_so(tmp_path: Path) -> None:
    root = parsed(page(audited(tmp_path, a=CONFLICT.replace("8000", "9000"))))
    assert "No findings." in root.text
    assert root.of("filters") == []
    assert "没有上下级关系" in root.text


def test_an_incomplete_audit_says_so(report: Report) -> None:
    crashed = replace(report, crashes=(Crash("SUM001", "<a>", ValueError()), Crash("ROL001", "", ValueError())))  # fmt: skip
    [crashes] = parsed(page(crashed)).of("crashes")
    assert "SUM001 failed on <a>" in crashes.text
    assert "ROL001 处理时出错" in crashes.text


def test_a_sheet_that_is_gone_costs_only_its_table(tmp_path: Path) -> None:
    found = audited(tmp_path, a=CONFLICT)
    (tmp_path / "a.yaml").unlink()
    root = parsed(page(found))
    assert len(list(root.all("article"))) == len(found.findings) > 0
    assert "无法再次读取" in root.text


def test_of_many_sheets_only_those_with_findings_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "MANY", 3)
    clean = CONFLICT.replace("8000", "9000").replace("area: a", "area: here")
    clean = clean.replace("text:", "  others: {name: 其他指标, kind: flow, unit: 人}\ntext:")
    clean += "  - {at: 四1, indicator: others, role: target, says: 5人, basis: cumulative}\n"
    sheets = {
        name: clean.replace("plan: a", f"plan: {name}\nparent: {parent}").replace("here", name)
        for name, parent in {"b": "a", "c": "b", "d": "b", "f": "e"}.items()
    }
    sheets["c"] = sheets["c"].replace("三1, indicator: jobs, role: target, says: 9000", "三1, indicator: jobs, role: target, says: 7000")  # fmt: skip
    root = parsed(page(audited(tmp_path, a=clean, e=clean.replace("plan: a", "plan: e"), **sheets)))
    shown = [node.attributes["data-path"][-6:] for node in root.of("sheet")]
    assert "c.yaml" in str(shown)
    assert "a.yaml" not in str(shown)
    outline = [node.text for node in root.of("outline")[0].all("bdi")][::2]
    assert outline == ["a", "b", "c", "d"]
    assert "新增就业" in root.of("indicators")[0].text
    assert "其他指标" not in root.of("indicators")[0].text


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(scheme: int) -> None:
    style = (ASSETS / "report.css").read_text(encoding="utf-8")
    colors = dict(
        re.findall(r"--([\w-]+): (#[0-9a-f]{6})", re.findall(r":root \{.*?\n *\}", style, re.S)[scheme])
    )  # fmt: skip
    grounds = ("paper", "surface", "sunk", "error-tint", "warning-tint", "note-tint")
    for word in ("ink", "soft", "link"):
        assert min(contrast(colors[word], colors[ground]) for ground in grounds) >= 4.5
    for word in ("error", "warning", "note"):
        assert contrast(colors[word], colors[f"{word}-tint"]) >= 4.5
    assert contrast(colors["edge"], colors["surface"]) >= 3
    assert contrast(colors["fill"], colors["sunk"]) >= 3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 reckons it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
