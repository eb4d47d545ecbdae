"""What is wrong with a command line is told in the reader's language, whatever click says."""

from __future__ import annotations

import re

import pytest

from auditor.commands.usage import asked, chinese
from tests.test_cli import auditor


@pytest.mark.parametrize(
    ("arguments", "english", "told"),
    [
        (["chek"], "no such command 'chek'; did you mean 'check'?", "没有命令 'chek'；是否应为 'check'？"),
        (["check", "--lnag", "zh"], "Did you mean '--lang'?", "没有选项 '--lnag'；是否应为 '--lang'？"),
        (["check", "--fail-on", "x"], "'x' is not one of 'error'", "'--fail-on' 的取值有误：'x' 应为 'error'"),
        (["check", "--jobs", "0"], "0 is not in the range", "0 不在 x>=1 范围内"),
        (["check", "--jobs", "x"], "'x' is not a valid integer", "'x' 不是有效的数字"),
        (["check", "--today", "3"], "'3' does not match the format", "'3' 与格式 '%Y-%m-%d' 不符"),
        (["check", "--format"], "requires an argument", "选项 '--format' 须给出取值"),
        (["check", "--quiet=5"], "does not take a value", "选项 '--quiet' 不带取值"),
        (["explain"], "Missing argument 'RULE'", "缺少参数 'RULE'"),
        (["show", "a", "b"], "Got unexpected extra argument (b)", "多余的参数：b"),
        (["figure"], "give figures, or --find FILE.", "请给出数字，或用 --find 指定文件。"),
        (["check", "-", "--watch"], "--watch goes with neither", "--watch 不能与"),
        (["check", "--watch", "--update-baseline", "--baseline", "b"], "neither --update", "--watch 不能与"),
        (["completion"], "Choose from: bash, zsh, fish", "缺少参数 '{bash|zsh|fish}'；可用：bash, zsh, fish"),
        (["check", "--format", "sarfi"], "did you mean 'sarif'?", "是否应为“sarif”？"),
    ],
)  # fmt: skip
def test_a_wrong_command_line_is_told_in_either_language(
    arguments: list[str], english: str, told: str
) -> None:
    one = auditor(*arguments, LC_ALL="en_US.UTF-8")
    other = auditor(*arguments, LC_ALL="zh_CN.UTF-8")
    assert (one.returncode, other.returncode) == (2, 2)
    assert english in one.stderr
    assert told in other.stderr
    assert other.stderr.splitlines()[-1].startswith("错误：")
    assert not re.search(r"[\u4e00-\u9fff]", one.stderr.splitlines()[-1])


def test_a_sentence_that_is_not_known_stays_as_it_is() -> None:
    assert chinese("Something new.") == "Something new."


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        (["check", "--lang", "zh"], {}, "zh"),
        (["check", "--lang=zh", "--x"], {}, "zh"),
        (["check", "--lang"], {}, "en"),
        ([], {}, "en"),
        (["check"], {"AUDITOR_LANG": "zh"}, "zh"),
        (["check", "--lang", "en"], {"AUDITOR_LANG": "zh", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        (["check"], {"LC_ALL": "zh_CN.UTF-8"}, "zh"),
    ],
)
def test_the_language_is_known_before_the_options_are(
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    environment: dict[str, str],
    lang: str,
) -> None:
    for name in ("AUDITOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert asked(arguments) == lang


def test_hostile_arguments_are_shown_as_data() -> None:
    told = auditor("check", "--\x1b[31m", "--format", "x\x1b]0;y\x07").stderr
    assert "\x1b" not in told
