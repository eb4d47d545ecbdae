"""Profiles: departures from the rules, all mistakes of one at once, and the ladder."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from auditor import catalogue, profile
from auditor.engine import Report, audit
from auditor.errors import AuditorError, UsageError
from auditor.finding import Finding, Mark, Severity, Spot
from auditor.profile import Profile
from auditor.rule import Rule
from auditor.wording import Lang
from tests.sheets import HEAD

CODES = {rule.code for rule in catalogue.rules()}
LEVELS = (*Severity, None)


def own(folder: Path, text: str | bytes) -> Profile:
    path = folder / "own.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return profile.load(str(path))


def mistakes(folder: Path, text: str | bytes, lang: Lang = "en") -> list[str]:
    """Return what is wrong with a profile, a mistake a line, without the folder."""
    with pytest.raises(AuditorError) as caught:
        own(folder, text)
    lines = caught.value.wording[lang].split("\n")
    assert all(line.startswith(f"{folder}/own.yaml:") for line in lines)
    return [line.removeprefix(f"{folder}/own.yaml:") for line in lines]


def family(prefix: str) -> set[str]:
    return {code for code in CODES if code.startswith(prefix)}


def weights(found: Profile) -> dict[str, str]:
    """Return what a profile makes of every rule that it is not silent about."""
    return {
        code: "off" if severity is None else severity.word
        for code, severity in found.severities.items()
    }


def test_a_profile_says_only_where_it_departs_from_the_rules(tmp_path: Path) -> None:
    found = own(tmp_path, "fail_on: error\n")
    assert found == Profile("own", {"en": "own", "zh": "own"}, Severity.ERROR, {}, {})
    assert found.over(catalogue.rules()) == catalogue.rules()


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("about: {en: before, zh: 事前}\n", {"en": "before", "zh": "事前"}),
        ("about: {en: before}\n", {"en": "before", "zh": "own"}),
        ("about: {zh: 事前}\n", {"en": "own", "zh": "事前"}),
        ('about: {en: "", zh: ""}\n', {"en": "own", "zh": "own"}),
    ],
)
def test_a_profile_is_described_in_both_languages_or_by_its_name(
    tmp_path: Path, about: str, told: Mapping[str, str]
) -> None:
    assert own(tmp_path, about).about == told


@pytest.mark.parametrize(
    ("word", "gate"),
    [
        ("error", Severity.ERROR),
        ("warning", Severity.WARNING),
        ("note", Severity.NOTE),
        ("never", None),
        ('"never"', None),
    ],
)
def test_a_profile_says_what_fails(tmp_path: Path, word: str, gate: Severity | None) -> None:
    assert own(tmp_path, f"fail_on: {word}\n").fail_on is gate
    assert own(tmp_path, f"fail_on: {word}\n").severities == {}


def test_a_profile_that_does_not_say_what_fails_fails_on_errors(tmp_path: Path) -> None:
    assert own(tmp_path, "severity: {TXT001: off}\n").fail_on is Severity.ERROR


@pytest.mark.parametrize(
    ("severity", "told"),
    [
        ("TXT001: note", {"TXT001": "note"}),
        ("text-against-table: note", {"TXT001": "note"}),
        ("txt001: note", {"TXT001": "note"}),
        ("Text-Against-Table: warning", {"TXT001": "warning"}),
        ("TXT001: off", {"TXT001": "off"}),
        ('TXT001: "off"', {"TXT001": "off"}),
        ("DIR: note", dict.fromkeys(family("DIR"), "note")),
        ("DIR00: note", dict.fromkeys(family("DIR00"), "note")),
        ("ALL: note", dict.fromkeys(CODES, "note")),
        ("DIR: note\n  DIR003: error", {**dict.fromkeys(family("DIR"), "note"), "DIR003": "error"}),
        ("DIR003: error\n  DIR: note", {**dict.fromkeys(family("DIR"), "note"), "DIR003": "error"}),
        ("DIR: error\n  D: note", {**dict.fromkeys(family("D"), "note"), **dict.fromkeys(family("DIR"), "error")}),
        ("ALL: note\n  DIR: error", {**dict.fromkeys(CODES, "note"), **dict.fromkeys(family("DIR"), "error")}),
        ("DIR: error\n  ALL: note", {**dict.fromkeys(CODES, "note"), **dict.fromkeys(family("DIR"), "error")}),
        ("D: error\n  all: note", {**dict.fromkeys(CODES, "note"), **dict.fromkeys(family("D"), "error")}),
        ("tab: off\n  SYN00: note", {**dict.fromkeys(family("SYN00"), "note"), "SYN003": "off"}),
        ("SYN003: off\n  SYN00: note", {**dict.fromkeys(family("SYN00"), "note"), "SYN003": "off"}),
        ("claim: off\n  SUM: note", {**dict.fromkeys(family("SUM"), "note"), "SUM004": "off"}),
    ],
)  # fmt: skip
def test_the_closest_selector_decides_whatever_the_order(
    tmp_path: Path, severity: str, told: dict[str, str]
) -> None:
    assert weights(own(tmp_path, f"severity:\n  {severity}\n")) == told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("ROL010: {tolerance: 0.3}", {"ROL010": {"tolerance": Fraction(3, 10)}}),
        ("ROL010: {tolerance: 0.10}", {"ROL010": {"tolerance": Fraction(1, 10)}}),
        ('ROL010: {tolerance: "1"}', {"ROL010": {"tolerance": Fraction(1)}}),
        ("ROL010: {tolerance: 0}", {"ROL010": {"tolerance": Fraction(0)}}),
        ("share-off-weight: {tolerance: 2}", {"ROL010": {"tolerance": Fraction(2)}}),
        ("ROL005: {missing_children: zero}", {"ROL005": {"missing_children": "zero"}}),
        ("ROL005: {missing_children: by-weight}", {"ROL005": {"missing_children": "by-weight"}}),
        ("ROL010: {}", {}),
    ],
)
def test_options_have_values_of_their_kind(
    tmp_path: Path, options: str, told: dict[str, dict[str, object]]
) -> None:
    assert own(tmp_path, f"options: {{{options}}}\n").options == told


def test_what_is_off_is_left_out_and_what_is_set_replaces_the_defaults(tmp_path: Path) -> None:
    found = own(
        tmp_path, "severity: {TXT: off, ROL010: error}\noptions: {ROL010: {tolerance: 1}}\n"
    )
    on = {rule.code: rule for rule in found.over(catalogue.rules())}
    assert on.keys() == CODES - family("TXT")
    assert (on["ROL010"].severity, on["ROL010"].options) == (Severity.ERROR, {"tolerance": 1})
    assert on["ROL005"] == catalogue.find("ROL005")


def test_a_profile_turns_nothing_on_that_was_not_chosen(tmp_path: Path) -> None:
    found = own(tmp_path, "severity: {TXT001: error}\n")
    assert [rule.code for rule in found.over(catalogue.select(["SUM001"], []))] == ["SUM001"]


def test_a_profile_of_ones_own_is_read_anew_each_time(tmp_path: Path) -> None:
    assert own(tmp_path, "fail_on: note\n").fail_on is Severity.NOTE
    assert own(tmp_path, "fail_on: never\n").fail_on is None
    assert profile.load("draft") is profile.load("draft")


ALL_WRONG = """\
fail_on: bad
about: text
severity:
  TXT999: note
  TXT001: loud
  SUM0O1: off
  text-against-tabel: off
options:
  ROL010: {tolerance: much, tolerence: 1}
  ROL005: {missing_children: Zero}
  FIG002: {limit: 1}
  NOPE: {x: 1}
extends: publish
sevrity: {}
"""


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    assert mistakes(tmp_path, ALL_WRONG) == [
        "1: fail_on: expected one of note, warning, error, never, read 'bad'",
        "2: about: expected keys and values",
        "4: there is no rule 'TXT999'; did you mean TXT009?",
        "5: TXT001: expected one of note, warning, error, off, read 'loud'",
        "6: there is no rule 'SUM0O1'; did you mean SUM001?",
        "7: there is no rule 'text-against-tabel'; did you mean text-against-table?",
        "9: ROL010 tolerance: expected a number, read 'much'",
        "9: ROL010 has no option 'tolerence'; did you mean 'tolerance'? (known: tolerance)",
        "10: ROL005 missing_children: expected undecided, zero, by-weight, read 'Zero'",
        "11: FIG002 has no option 'limit' (known: —)",
        "12: there is no rule 'NOPE'; `auditor rules` lists them",
        "13: unknown key 'extends' (known: about, fail_on, severity, options)",
        "14: unknown key 'sevrity'; did you mean 'severity'? (known: about, fail_on, severity, options)",
    ]


def test_mistakes_are_told_in_chinese_on_the_same_lines(tmp_path: Path) -> None:
    english, chinese = (mistakes(tmp_path, ALL_WRONG, lang) for lang in ("en", "zh"))
    assert [line.split(":")[0] for line in chinese] == [line.split(":")[0] for line in english]
    assert chinese[0] == "1: fail_on：应为 note, warning, error, never 之一，实际为“bad”"
    assert chinese[-1].startswith("14: 未知的键“sevrity”；是否应为“severity”？")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n", ["1: the profile: expected keys and values"]),
        ("text\n", ["1: the profile: expected keys and values"]),
        ("severity:\n", ["1: severity: expected keys and values"]),
        ("options: [a]\n", ["1: options: expected keys and values"]),
        ("options: {ROL010: 1}\n", ["1: ROL010: expected keys and values"]),
        ("options: {ROL010: {tolerance: [1]}}\n", ["1: ROL010 tolerance: expected a number, read ''"]),
        ("options: {ROL010: {tolerance: 1/2}}\n", ["1: ROL010 tolerance: expected a number, read '1/2'"]),
        ("options: {ROL010: {tolerance: 50%}}\n", ["1: ROL010 tolerance: expected a number, read '50%'"]),
        ("options: {ROL010: {tolerance: 1e3}}\n", ["1: ROL010 tolerance: expected a number, read '1e3'"]),
        ("options: {ROL010: {tolerance: ０}}\n", ["1: ROL010 tolerance: expected a number, read '０'"]),
        ("options: {ROL010: {tolerance: ''}}\n", ["1: ROL010 tolerance: expected a number, read ''"]),
        (
            f"options: {{ROL010: {{tolerance: 1{'0' * 12}}}}}\n",
            [f"1: ROL010 tolerance: expected a number, read '1{'0' * 12}'"],
        ),
        ("severity: {TXT001: {a: b}}\n", ["1: TXT001: expected one of note, warning, error, off, read ''"]),
        ("severity: {TXT001: never}\n", ["1: TXT001: expected one of note, warning, error, off, read 'never'"]),
        ("severity: {TXT001: ERROR}\n", ["1: TXT001: expected one of note, warning, error, off, read 'ERROR'"]),
        ("severity: {'': off}\n", ["1: there is no rule ''; `auditor rules` lists them"]),
        ("fail_on: off\n", ["1: fail_on: expected one of note, warning, error, never, read 'off'"]),
        ("fail_on:\n", ["1: fail_on: expected one of note, warning, error, never, read ''"]),
        ("fail_on: [note]\n", ["1: fail_on: expected one of note, warning, error, never, read ''"]),
        (
            "extends: own.yaml\n",
            ["1: unknown key 'extends' (known: about, fail_on, severity, options)"],
        ),
        (
            "options: {ROL010: {tolerance: -1}}\n",
            ["1: ROL010 tolerance: expected at least 0, read '-1'"],
        ),
        (
            "about: {eng: before, zh: 事前}\n",
            ["1: about: unknown key 'eng'; did you mean 'en'? (known: en, zh)"],
        ),
        ("about:\n  en: [a]\n", ["2: about en: expected text"]),
        ("about:\n  en: {a: b}\n  zh: [c]\n", ["2: about en: expected text", "3: about zh: expected text"]),
        ("fail_on: note\nfail_on: error\n", ["2: the key 'fail_on' already stands on line 1"]),
        ("severity: {TXT001: off, TXT001: note}\n", ["1: the key 'TXT001' already stands on line 1"]),
    ],
)  # fmt: skip
def test_what_has_not_the_right_shape_is_told_on_its_line(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    assert mistakes(tmp_path, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1: there is nothing in this file, or only comments"),
        ("# fail_on: note\n", "1: there is nothing in this file, or only comments"),
        ("fail_on: note\nseverity:\n\tTXT001: off\n", "3: a tab stands here"),
        ("severity: {TXT001: off\n", "1: the file cannot be read from here on"),
        ("fail_on：note\n", "1: "),
        ("fail_on: note\nseverity：\n  TXT001: off\n", "2: "),
        ("fail_on: &a note\nabout: {en: *a}\n", "1: &a makes several places share one value"),
        ("fail_on: *a\n", "1: *a refers to a value that does not stand before it"),
        ("fail_on: note\n---\nfail_on: error\n", "2: a second document begins here"),
        (b"\xef\xbb\xbffail_on: note\n", "1: the file begins with an invisible byte-order mark"),
        (
            "fail_on: note\n# 规划\n".encode("gbk"),
            "2: the file is not UTF-8 (line 2), probably GBK",
        ),
        ("fail_on: note\n".encode("utf-16"), "1: the file is not UTF-8 (line 1), probably UTF-16"),
        ("[" * 100_000, "1: more than 40 levels of nesting"),
        ("x" * 20_000, "1: more than 10000 characters in one text"),
        (b"fail_on: no\x00te\n", "1: "),
    ],
)
def test_a_profile_that_is_no_sound_yaml_is_told_so(
    tmp_path: Path, text: str | bytes, told: str
) -> None:
    assert any(line.startswith(told) for line in mistakes(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "severity: {TXT001: off\n", "fail_on: note\nseverity:\n\tTXT001: off\n",
        "fail_on: note\n---\nfail_on: error\n", "fail_on: *a\n", "x" * 20_000, "[" * 100_000, "",
    ],
)  # fmt: skip
def test_no_mistake_of_a_profile_speaks_of_a_sheet(tmp_path: Path, text: str) -> None:
    assert not any("sheet" in line for line in mistakes(tmp_path, text))
    assert not any("表单" in line for line in mistakes(tmp_path, text, "zh"))


def test_a_profile_may_end_its_lines_in_any_way(tmp_path: Path) -> None:
    found = own(tmp_path, b"fail_on: note\r\nseverity: {TXT001: off}\r\n")
    assert (found.fail_on, weights(found)) == (Severity.NOTE, {"TXT001": "off"})


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "text",
    [
        'severity: {"\\e[31m": off}\n',
        'severity: {"\\u202E": off}\n',
        'severity: {TXT001: "\\e[31m"}\n',
        '"\\e[31m": 1\n',
        'options: {ROL010: {"\\u2028": 1}}\n',
        'options: {ROL010: {tolerance: "\\r\\n1: no mistake"}}\n',
        'fail_on: "\\u202e\\x07"\n',
        'fail_on: "{0} {severity}"\n',
        f"fail_on: {'x' * 5_000}\n",
    ],
)
def test_text_of_a_profile_is_told_safely(tmp_path: Path, lang: Lang, text: str) -> None:
    (told,) = mistakes(tmp_path, text, lang)
    assert not set(told) & set("\x1b\x07\r\u202e\u2028")
    assert len(told) < 400


def test_many_mistakes_are_still_one_a_line(tmp_path: Path) -> None:
    severity = "".join(f"  X{number}: off\n" for number in range(150))
    told = mistakes(tmp_path, f"severity:\n{severity}")
    assert [int(line.split(":")[0]) for line in told] == list(range(2, 152))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("publsh", "there is no profile 'publsh'; did you mean 'publish'? (known: draft, review, publish, or a file)"),
        ("Draft", "there is no profile 'Draft'; did you mean 'draft'? (known: draft, review, publish, or a file)"),
        ("none.yaml", "there is no profile 'none.yaml' (known: draft, review, publish, or a file)"),
        ("", "there is no profile '' (known: draft, review, publish, or a file)"),
        (".", "there is no profile '.' (known: draft, review, publish, or a file)"),
        ("a\0b", "there is no profile 'a␀b' (known: draft, review, publish, or a file)"),
        ("../profiles/draft", "there is no profile '../profiles/draft'"),
    ],
)  # fmt: skip
def test_a_profile_that_is_none_is_guessed(name: str, told: str) -> None:
    with pytest.raises(UsageError) as caught:
        profile.load(name)
    assert caught.value.wording["en"].startswith(told)
    assert caught.value.wording["zh"].startswith("没有配置“")


def test_a_profile_that_cannot_be_opened_is_the_operators_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "closed.yaml").write_text("fail_on: note\n", encoding="utf-8")
    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(UsageError) as caught:
        profile.load(str(tmp_path / "closed.yaml"))
    assert caught.value.wording["en"].startswith("cannot read ")
    assert caught.value.wording["en"].endswith(": Permission denied")


def test_a_shipped_profile_comes_before_a_file_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft").write_text("fail_on: note\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert profile.load("draft").fail_on is Severity.ERROR
    assert profile.load("./draft").fail_on is Severity.NOTE


@pytest.mark.parametrize(
    ("name", "gate", "told"),
    [
        (
            "draft",
            Severity.ERROR,
            {**dict.fromkeys(family("DIR"), "note"), "BAS005": "note", "TXT005": "off", "TXT006": "off"},
        ),
        ("review", Severity.ERROR, {}),
        ("publish", Severity.WARNING, {"TXT005": "warning", "TXT006": "warning"}),
    ],
)  # fmt: skip
def test_the_shipped_profiles_are_what_the_readme_says(
    name: str, gate: Severity, told: dict[str, str]
) -> None:
    found = profile.load(name)
    assert (found.name, found.fail_on, weights(found), found.options) == (name, gate, told, {})
    assert found.about["en"] != name != found.about["zh"]


def finding(code: str) -> Finding:
    severity = catalogue.find(code).severity
    spots = (Spot("a.yaml", Mark(1, 1, 1, 2)),)
    return Finding(code, "name", severity, {"en": "", "zh": ""}, {}, spots)


@pytest.mark.parametrize("rule", catalogue.rules(), ids=lambda rule: rule.code)
def test_each_rung_of_the_ladder_admits_no_more_than_the_one_before(
    rule: Rule,
) -> None:
    admitted = [profile.load(name).admits([finding(rule.code)]) for name in profile.names()]
    assert admitted == sorted(admitted, reverse=True)


@pytest.mark.parametrize(
    ("codes", "met"),
    [
        ([], "publish"),
        (["TXT005"], "review"),
        (["TXT006", "TXT005"], "review"),
        (["BAS005"], "review"),
        (["DIR001"], "review"),
        (["ROL010"], "publish"),
        (["SUP001"], "review"),
        (["TXT001"], ""),
        (["ROL010", "SUP003"], ""),
        (["SYN001"], ""),
    ],
)
def test_the_highest_profile_is_the_strictest_that_all_findings_pass(
    codes: list[str], met: str
) -> None:
    assert profile.highest((finding(code) for code in codes), catalogue.rules()) == met


@pytest.mark.parametrize(
    ("off", "codes", "met"),
    [
        (["ROL010"], [], "publish"),
        (["TXT006"], [], "review"),
        (["TXT001"], [], None),
        (["TXT001"], ["TXT002"], None),
        (["TXT006"], ["TXT001"], ""),
    ],
)
def test_a_profile_is_met_only_if_all_was_on_that_could_break_it(
    off: list[str], codes: list[str], met: str | None
) -> None:
    on = [rule for rule in catalogue.rules() if rule.code not in off]
    assert profile.highest((finding(code) for code in codes), on) == met


SHEET = f"""{HEAD}  - {{at: 一, indicator: jobs, role: target, says: 9000人}}
  - {{at: 二, indicator: rate, role: target, says: 4%以内}}
  - {{at: 三, indicator: rate, role: target, says: "<4%"}}
"""


def under(folder: Path, found: Profile) -> Report:
    (folder / "a.yaml").write_text(SHEET, encoding="utf-8")
    return audit([str(folder / "a.yaml")], found.over(catalogue.rules()))


@pytest.mark.parametrize(
    ("name", "told", "reached"),
    [
        ("draft", [("BAS005", "note")], False),
        ("review", [("BAS005", "warning"), ("TXT005", "note")], False),
        ("publish", [("BAS005", "warning"), ("TXT005", "warning")], True),
    ],
)
def test_a_sheet_is_weighed_by_its_profile(
    tmp_path: Path, name: str, told: list[tuple[str, str]], reached: bool
) -> None:
    report = under(tmp_path, profile.load(name))
    assert [(each.code, each.severity.word) for each in report.findings] == told
    assert report.reaches(profile.load(name).fail_on) is reached


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("severity: {TXT005: error, BAS: off}\n", [("TXT005", "error")]),
        ("severity: {ALL: off, unstated-basis: error}\n", [("BAS005", "error")]),
        ("severity: {ALL: off}\n", []),
    ],
)
def test_a_profile_of_ones_own_weighs_a_sheet(
    tmp_path: Path, text: str, told: list[tuple[str, str]]
) -> None:
    report = under(tmp_path, own(tmp_path, text))
    assert [(each.code, each.severity.word) for each in report.findings] == told


def test_what_a_profile_makes_of_a_finding_does_not_change_its_fingerprint(tmp_path: Path) -> None:
    prints = {
        name: {each.code: each.fingerprint for each in under(tmp_path, profile.load(name)).findings}
        for name in profile.names()
    }
    assert prints["review"] == prints["publish"]
    assert prints["draft"] == {"BAS005": prints["review"]["BAS005"]}
