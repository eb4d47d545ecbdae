"""What was wrong with a command line, told in the reader's language.

Click words its complaints in English; the patterns below say the same in Chinese.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import click

from auditor.commands.common import complain, language
from auditor.wording import Both, Lang, Wording

_TRY: Final = Wording(en="Try '{command} --help' for help.", zh="可用 {command} --help 查看帮助。")
_ERROR: Final = Wording(en="Error: {message}", zh="错误：{message}")
# Click's sentences, longest first: what each becomes, with its groups in their places.
_CHINESE: Final[dict[str, str]] = {
    r"Invalid value for (.*?): (.*)": "{0} 的取值有误：{1}",
    r"Invalid value: (.*)": "取值有误：{0}",
    r"Missing argument (.*?)\. Choose from: (.*)": "缺少参数 {0}；可用：{1}",
    r"Missing argument (.*?)\.?": "缺少参数 {0}",
    r"Missing option (.*?)\.?": "缺少选项 {0}",
    r"Missing parameter: (.*)": "缺少参数 {0}",
    r"Missing command\.": "缺少命令",
    r"No such option:? (.*?)\. Did you mean (.*)\?": "没有选项 {0}；是否应为 {1}？",
    r"No such option:? (.*?)\. \(Possible options: (.*)\)": "没有选项 {0}；可用：{1}",
    r"No such option:? (.*?)\.?": "没有选项 {0}",
    r"No such command (.*?)\. Did you mean (.*)\?": "没有命令 {0}；是否应为 {1}？",
    r"No such command (.*?)\.(.*)": "没有命令 {0}{1}",
    r"Option (.*) requires an argument\.?": "选项 {0} 须给出取值",
    r"Option (.*) does not take a value\.?": "选项 {0} 不带取值",
    r"Got unexpected extra arguments? \((.*)\)\.?": "多余的参数：{0}",
    r"(.*) is not one of (.*)\.": "{0} 应为 {1} 之一",
    r"(.*) is not a valid (?:integer|integer range|float)\.": "{0} 不是有效的数字",
    r"(.*) is not a valid boolean\.(?: Recognized values: .*)?": "{0} 应为 true 或 false",
    r"(.*) is not in the range (.*)\.": "{0} 不在 {1} 范围内",
    r"(.*) does not match the formats? (.*)\.": "{0} 与格式 {1} 不符",
    r"(?:File|Path|Directory) (.*) does not exist\.": "{0} 不存在",
    r"(?:File|Path) (.*) is a directory\.": "{0} 是文件夹",
}


def tell(error: click.ClickException) -> None:
    """Write on stderr what was wrong, and where help is."""
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
        error.show()
        return
    lang = asked(sys.argv[1:])
    message = error.format_message().replace("\n\t", " ")
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        click.echo(_TRY[lang].format(command=context.command_path), err=True)
        click.echo(err=True)
    if isinstance(error.message, Both):
        message = message.replace(error.message, error.message.told(lang))
    told = message if lang == "en" else chinese(message)
    complain(_ERROR[lang].format(message=told))


def worded(message: str) -> Wording:
    """Return a sentence of click's, or one of ours that click hands on, in either language."""
    if isinstance(message, Both):
        return message.wording
    return {"en": message, "zh": chinese(message)}


def chinese(message: str) -> str:
    """Return a sentence of click's in Chinese; one that is not known stays as it is."""
    for pattern, sentence in _CHINESE.items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            groups = [chinese(group or "") for group in found.groups()]
            return sentence.format(*groups)
    return message


def asked(arguments: Sequence[str]) -> Lang:
    """Return the language that a command line asks for, which may be wrong in other ways."""
    given = os.environ.get("AUDITOR_LANG")
    for one, other in pairwise([*arguments, ""]):
        if one == "--lang":
            given = other
        elif one.startswith("--lang="):
            given = one.removeprefix("--lang=")
    return language(given)
