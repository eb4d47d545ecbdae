"""The text of a source document: UTF-8, its byte order mark left out, or one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.source import decoded, text_of


def test_a_text_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes("\ufeff一\r\n二".encode())
    assert text_of(str(path)) == "一\r\n二"


@pytest.mark.parametrize("path", ["missing.txt", ".", "a\0b"])
def test_what_cannot_be_read_is_named(path: str) -> None:
    with pytest.raises(UsageError) as caught:
        text_of(path)
    assert caught.value.wording["en"].startswith("cannot read ")
    assert caught.value.wording["zh"].startswith("无法读取“")


def test_another_encoding_is_named_with_its_line() -> None:
    with pytest.raises(UsageError) as caught:
        decoded("ascii\n就业规划".encode("gbk"), "plan.txt")
    assert caught.value.wording["en"] == (
        "plan.txt: not UTF-8 (line 2), probably GBK; save it again as UTF-8"
    )
    assert "第 2 行" in caught.value.wording["zh"]
