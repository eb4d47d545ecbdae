"""The shape of a sheet: which keys stand where, which of them must, what they hold.

The validator reads these tables; so does everything else that must agree with it.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from auditor.wording import Wording


class Key(NamedTuple):
    """One key of a mapping.

    `holds` is text, mapping, list, any, year, years, date, flag, number or locale.
    """

    holds: str
    about: Wording
    required: bool = False
    choices: tuple[str, ...] = ()


class Shape(dict[str, Key]):
    """The keys of one kind of mapping. Shapes are compared by identity and never changed."""

    __hash__ = object.__hash__  # type: ignore[assignment]


@cache
def required(shape: Shape) -> tuple[tuple[str, Key], ...]:
    """Return the keys that a mapping of this shape must have."""
    return tuple((name, key) for name, key in shape.items() if key.required)


def _shape(**keys: Key) -> Shape:
    return Shape(keys)


ROLES: Final = ("baseline", "target", "actual")
BASES: Final = ("cumulative", "annual", "average", "none")
KINDS: Final = ("flow", "stock", "rate", "change")
BETTER: Final = ("more", "less")
BINDS: Final = ("each", "mean")
LEVELS: Final = ("nation", "province", "city", "county", "town")

_ID: Final[Wording] = {"en": "a name for use in claims", "zh": "供算式引用的标识"}
_INDICATOR: Final[Wording] = {"en": "the indicator's id", "zh": "指标标识"}
_UNIT: Final[Wording] = {"en": "the unit as printed beside it", "zh": "旁边所印的计量单位"}
_ROLE: Final[Wording] = {"en": "baseline, target or actual", "zh": "基数、目标还是实绩"}
_TIME: Final[Wording] = {"en": "the year", "zh": "年份"}
_PERIOD: Final[Wording] = {"en": "the first and the last year", "zh": "起止年份"}
_BASIS: Final[Wording] = {
    "en": "cumulative, annual, average or none",
    "zh": "口径：累计、年度、年均或无",
}
_SCOPE: Final[Wording] = {"en": "the part of the population it counts", "zh": "统计范围"}
_AREA: Final[Wording] = {"en": "whose figure it is", "zh": "所属地区"}
_AT: Final[Wording] = {"en": "the place in the published document", "zh": "在文件中的位置"}
_SAYS: Final[Wording] = {"en": "the figure exactly as printed", "zh": "照录原文的数字"}
_EXACT: Final[Wording] = {
    "en": "true for a count that was not rounded",
    "zh": "未经舍入的计数填 true",
}
_ROUNDING: Final[Wording] = {"en": "the base that figures are rounded to", "zh": "数字取整的基数"}
_BINDS: Final[Wording] = {
    "en": "whether it binds each member or only their mean",
    "zh": "约束各成员还是仅约束平均水平",
}
_BY: Final[Wording] = {"en": "figures by the child's plan id", "zh": "按下级规划标识列出的数字"}
_TITLE: Final[Wording] = {"en": "the printed title", "zh": "标题"}
_ATTRIBUTE: Final[Wording] = {
    "en": "binding or expected, as printed",
    "zh": "指标属性（约束性、预期性）",
}
_NOTE: Final[Wording] = {"en": "a remark of the encoder", "zh": "录入者的说明"}

_PRECISION: Final = {"exact": Key("flag", _EXACT), "rounding": Key("number", _ROUNDING)}
_SUBJECT: Final = {"scope": Key("text", _SCOPE), "area": Key("text", _AREA)}
_WHEN: Final = {
    "time": Key("year", _TIME),
    "period": Key("years", _PERIOD),
    "basis": Key("text", _BASIS, choices=BASES),
}

SHEET: Final = _shape(
    plan=Key("text", {"en": "the plan's id", "zh": "规划标识"}, required=True),
    title=Key("text", _TITLE, required=True),
    area=Key("text", _AREA, required=True),
    period=Key("years", _PERIOD, required=True),
    level=Key("text", {"en": "the level of government", "zh": "政府层级"}, choices=LEVELS),
    parent=Key("text", {"en": "the plan of the level above", "zh": "上级规划标识"}),
    children=Key(
        "any", {"en": "complete, or the ids of all children", "zh": "complete 或全部下级规划标识"}
    ),
    issued=Key("date", {"en": "the date of issue", "zh": "印发日期"}),
    source=Key("text", {"en": "the file of the source document", "zh": "原文文件名"}),
    locale=Key(
        "locale",
        {
            "en": "the language whose decimal mark figures have, such as de",
            "zh": "数字写法所依的语言，如 de（小数点写作逗号）",
        },
    ),
    note=Key("text", _NOTE),
    indicators=Key("mapping", {"en": "indicators of this sheet", "zh": "本表自有指标"}),
    tables=Key("mapping", {"en": "the printed tables", "zh": "文件中的表格"}),
    text=Key("list", {"en": "figures in running text", "zh": "正文中的数字"}),
    claims=Key("list", {"en": "arithmetic the document asserts", "zh": "文件自身成立的算式"}),
    allotted=Key("list", {"en": "targets allotted to the children", "zh": "分解到下级的目标"}),
    weights=Key("mapping", {"en": "the size of each child", "zh": "各下级的规模"}),
    **_PRECISION,
)
CATALOGUE: Final = _shape(
    indicators=Key("mapping", {"en": "shared indicators", "zh": "共用指标"}, required=True)
)
INDICATOR: Final = _shape(
    name=Key(
        "any", {"en": "its name, or names by language", "zh": "名称（可分语言）"}, required=True
    ),
    kind=Key(
        "text", {"en": "flow, stock, rate or change", "zh": "流量、存量、比率或变化"}, True, KINDS
    ),
    unit=Key("text", {"en": "the unit to report in", "zh": "计量单位"}, required=True),
    better=Key("text", {"en": "the good direction", "zh": "向好方向"}, choices=BETTER),
    aliases=Key("list", {"en": "other names", "zh": "别名"}),
    note=Key("text", _NOTE),
)
TABLE: Final = _shape(
    title=Key("text", _TITLE),
    columns=Key(
        "list", {"en": "the columns that hold figures", "zh": "含数字的各列"}, required=True
    ),
    rows=Key("list", {"en": "the rows", "zh": "各行"}, required=True),
    lists=Key("text", {"en": "how many rows it says it has", "zh": "表中所称的项数"}),
    unit=Key("text", _UNIT),
    note=Key("text", _NOTE),
    **_PRECISION,
)
COLUMN: Final = _shape(
    head=Key("text", {"en": "the printed heading", "zh": "列名"}, required=True),
    role=Key("text", _ROLE, True, ROLES),
    unit=Key("text", _UNIT),
    binds=Key("text", _BINDS, choices=BINDS),
    **_WHEN,
    **_SUBJECT,
    note=Key("text", _NOTE),
)
ROW: Final = _shape(
    row=Key("text", {"en": "its printed number or name", "zh": "行号或行名"}, required=True),
    indicator=Key("text", _INDICATOR, required=True),
    cells=Key("list", {"en": "one cell a column", "zh": "每列一格"}, required=True),
    unit=Key("text", _UNIT),
    attribute=Key("text", _ATTRIBUTE),
    binds=Key("text", _BINDS, choices=BINDS),
    basis=Key("text", _BASIS, choices=BASES),
    **_SUBJECT,
    **_PRECISION,
    note=Key("text", _NOTE),
)
CELL: Final = _shape(
    says=Key("text", _SAYS, required=True),
    id=Key("text", _ID),
    role=Key("text", _ROLE, choices=ROLES),
    unit=Key("text", _UNIT),
    binds=Key("text", _BINDS, choices=BINDS),
    **_WHEN,
    **_SUBJECT,
    **_PRECISION,
    note=Key("text", _NOTE),
)
STATEMENT: Final = _shape(
    at=Key("text", _AT, required=True),
    says=Key("text", _SAYS, required=True),
    indicator=Key("text", _INDICATOR),
    role=Key("text", _ROLE, choices=ROLES),
    id=Key("text", _ID),
    unit=Key("text", _UNIT),
    attribute=Key("text", _ATTRIBUTE),
    binds=Key("text", _BINDS, choices=BINDS),
    **_WHEN,
    **_SUBJECT,
    **_PRECISION,
    note=Key("text", _NOTE),
)
CLAIM: Final = _shape(
    at=Key("text", _AT, required=True),
    holds=Key("text", {"en": "a formula over ids", "zh": "以标识写成的算式"}),
    whole=Key("text", {"en": "the id of the whole", "zh": "总数的标识"}),
    parts=Key("list", {"en": "all parts of the whole", "zh": "构成总数的全部分项"}),
    of_which=Key("list", {"en": "some parts of the whole", "zh": "其中项"}),
    overlapping=Key(
        "list", {"en": "parts that cover the whole and may overlap", "zh": "覆盖总数而可重叠的分项"}
    ),
    shares=Key("list", {"en": "shares that make 100 %", "zh": "合计为 100% 的各占比"}),
    note=Key("text", _NOTE),
)
ALLOTMENT: Final = _shape(
    at=Key("text", _AT, required=True),
    indicator=Key("text", _INDICATOR, required=True),
    by=Key("mapping", _BY, required=True),
    scope=Key("text", _SCOPE),
    unit=Key("text", _UNIT),
    basis=Key("text", _BASIS, choices=BASES),
    period=Key("years", _PERIOD),
    note=Key("text", _NOTE),
    **_PRECISION,
)
WEIGHTS: Final = _shape(
    name=Key(
        "text",
        {"en": "what is weighed, such as 常住人口", "zh": "权重名称，如常住人口"},
        required=True,
    ),
    source=Key("text", {"en": "where the weights are from", "zh": "权重来源"}, required=True),
    by=Key("mapping", _BY, required=True),
    tolerance=Key(
        "text", {"en": "how far a share may stray, such as 20%", "zh": "占比允许偏离的幅度，如 20%"}
    ),
    unit=Key("text", _UNIT),
    note=Key("text", _NOTE),
)
