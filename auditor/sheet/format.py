"""The shape of a sheet: which keys stand where, which of them must, what they hold.

The validator reads these tables; so do the JSON Schema that editors read and everything else
that must agree with them.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from auditor.sheet.choices import (
    BASES,
    BETTER,
    BINDS,
    CHILDREN,
    KINDS,
    LEVELS,
    ROLES,
    Choices,
)
from auditor.wording import Wording


class Key(NamedTuple):
    """One key of a mapping.

    `holds` is text, list, mapping, text/list, text/mapping, or a form of text: year, years,
    date, flag, number or locale. `of` tells what each item of a list or each value of a mapping
    is, "text" or a mapping of a shape; without it they may be anything. `shape` is that of a
    mapping whose keys are known. A `blank` key may have nothing behind it, though it is
    required; a key `beside` it must stand there too.
    """

    holds: str
    about: Wording
    required: bool = False
    choices: Choices = MappingProxyType({})
    of: tuple[str | Shape, ...] = ()
    shape: Shape | None = None
    blank: bool = False
    beside: str = ""


class Shape(dict[str, Key]):
    """The keys of one kind of mapping. Shapes are compared by identity and never changed."""

    __hash__ = object.__hash__  # type: ignore[assignment]
    name: str = ""
    about: Wording = Wording(en="", zh="")


@cache
def required(shape: Shape) -> tuple[tuple[str, Key], ...]:
    """Return the keys that a mapping of this shape must have."""
    return tuple((name, key) for name, key in shape.items() if key.required)


def _shape(name: str, about: Wording, /, **keys: Key) -> Shape:
    shape = Shape(keys)
    shape.name, shape.about = name, about
    return shape


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

INDICATOR: Final = _shape(
    "indicator",
    {"en": "an indicator: what is measured", "zh": "指标：所衡量的内容"},
    name=Key(
        "text/mapping",
        {"en": "its name, or names by language", "zh": "名称（可分语言）"},
        required=True,
    ),
    kind=Key(
        "text", {"en": "flow, stock, rate or change", "zh": "流量、存量、比率或变化"}, True, KINDS
    ),
    unit=Key("text", {"en": "the unit to report in", "zh": "计量单位"}, required=True),
    better=Key("text", {"en": "the good direction", "zh": "向好方向"}, choices=BETTER),
    aliases=Key("list", {"en": "other names", "zh": "别名"}),
    note=Key("text", _NOTE),
)
COLUMN: Final = _shape(
    "column",
    {"en": "a column of a table", "zh": "表格的一列"},
    head=Key("text", {"en": "the printed heading", "zh": "列名"}, required=True),
    role=Key("text", _ROLE, True, ROLES),
    unit=Key("text", _UNIT),
    binds=Key("text", _BINDS, choices=BINDS),
    **_WHEN,
    **_SUBJECT,
    note=Key("text", _NOTE),
)
CELL: Final = _shape(
    "cell",
    {"en": "a cell that differs from its column or row", "zh": "与所在列、行不同的单元格"},
    says=Key("text", _SAYS, required=True, blank=True),
    id=Key("text", _ID),
    role=Key("text", _ROLE, choices=ROLES),
    unit=Key("text", _UNIT),
    binds=Key("text", _BINDS, choices=BINDS),
    **_WHEN,
    **_SUBJECT,
    **_PRECISION,
    note=Key("text", _NOTE),
)
ROW: Final = _shape(
    "row",
    {"en": "a row of a table", "zh": "表格的一行"},
    row=Key("text", {"en": "its printed number or name", "zh": "行号或行名"}, required=True),
    indicator=Key("text", _INDICATOR, required=True),
    cells=Key("list", {"en": "one cell a column", "zh": "每列一格"}, True, of=("text", CELL)),
    unit=Key("text", _UNIT),
    attribute=Key("text", _ATTRIBUTE),
    binds=Key("text", _BINDS, choices=BINDS),
    basis=Key("text", _BASIS, choices=BASES),
    **_SUBJECT,
    **_PRECISION,
    note=Key("text", _NOTE),
)
TABLE: Final = _shape(
    "table",
    {"en": "a printed table", "zh": "文件中的一张表格"},
    title=Key("text", _TITLE),
    columns=Key(
        "list", {"en": "the columns that hold figures", "zh": "含数字的各列"}, True, of=(COLUMN,)
    ),
    rows=Key("list", {"en": "the rows", "zh": "各行"}, required=True, of=(ROW,)),
    lists=Key("text", {"en": "how many rows it says it has", "zh": "表中所称的项数"}),
    unit=Key("text", _UNIT),
    note=Key("text", _NOTE),
    **_PRECISION,
)
STATEMENT: Final = _shape(
    "statement",
    {"en": "a figure in running text", "zh": "正文中的一个数字"},
    at=Key("text", _AT, required=True),
    says=Key("text", _SAYS, required=True, blank=True),
    indicator=Key("text", _INDICATOR, beside="role"),
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
    "claim",
    {"en": "arithmetic the document asserts", "zh": "文件自身成立的算式"},
    at=Key("text", _AT, required=True),
    holds=Key("text", {"en": "a formula over ids", "zh": "以标识写成的算式"}),
    whole=Key("text", {"en": "the id of the whole", "zh": "总数的标识"}),
    parts=Key("list", {"en": "all parts of the whole", "zh": "构成总数的全部分项"}, of=("text",)),
    of_which=Key("list", {"en": "some parts of the whole", "zh": "其中项"}, of=("text",)),
    overlapping=Key(
        "list",
        {"en": "parts that cover the whole and may overlap", "zh": "覆盖总数而可重叠的分项"},
        of=("text",),
    ),
    shares=Key(
        "list", {"en": "shares that make 100 %", "zh": "合计为 100% 的各占比"}, of=("text",)
    ),
    note=Key("text", _NOTE),
)
# What may stand in a claim instead of a formula, but only one of them.
PARTS: Final = ("parts", "of_which", "overlapping", "shares")
# Of these, the one that stands without a whole.
SHARES: Final = "shares"
# The keys of a claim that do not stand together; a whole goes with parts alone.
FORMS_OF_CLAIM: Final = ("holds", *PARTS)
WITHOUT_WHOLE: Final = ("holds", SHARES)
ONE_FORM: Final[Wording] = {"en": "only one form of a claim", "zh": "只用一种写法的算式"}
ALLOTMENT: Final = _shape(
    "allotment",
    {"en": "a target allotted to the children", "zh": "分解到下级的目标"},
    at=Key("text", _AT, required=True),
    indicator=Key("text", _INDICATOR, required=True),
    by=Key("mapping", _BY, required=True, of=("text",)),
    scope=Key("text", _SCOPE),
    unit=Key("text", _UNIT),
    basis=Key("text", _BASIS, choices=BASES),
    period=Key("years", _PERIOD),
    note=Key("text", _NOTE),
    **_PRECISION,
)
WEIGHTS: Final = _shape(
    "weights",
    {"en": "the size of each child", "zh": "各下级的规模"},
    name=Key(
        "text",
        {"en": "what is weighed, such as 常住人口", "zh": "权重名称，如常住人口"},
        required=True,
    ),
    source=Key("text", {"en": "where the weights are from", "zh": "权重来源"}, required=True),
    by=Key("mapping", _BY, required=True, of=("text",)),
    tolerance=Key(
        "text", {"en": "how far a share may stray, such as 20%", "zh": "占比允许偏离的幅度，如 20%"}
    ),
    unit=Key("text", _UNIT),
    note=Key("text", _NOTE),
)
SHEET: Final = _shape(
    "sheet",
    {"en": "a development plan, encoded as an indicator sheet", "zh": "录入为指标表单的一份规划"},
    plan=Key("text", {"en": "the plan's id", "zh": "规划标识"}, required=True),
    title=Key("text", _TITLE, required=True),
    area=Key("text", _AREA, required=True),
    period=Key("years", _PERIOD, required=True),
    level=Key("text", {"en": "the level of government", "zh": "政府层级"}, choices=LEVELS),
    parent=Key("text", {"en": "the plan of the level above", "zh": "上级规划标识"}),
    children=Key(
        "text/list",
        {"en": "complete, or the ids of all children", "zh": "complete 或全部下级规划标识"},
        choices=CHILDREN,
        of=("text",),
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
    indicators=Key(
        "mapping", {"en": "indicators of this sheet", "zh": "本表自有指标"}, of=(INDICATOR,)
    ),
    tables=Key("mapping", {"en": "the printed tables", "zh": "文件中的表格"}, of=(TABLE,)),
    text=Key("list", {"en": "figures in running text", "zh": "正文中的数字"}, of=(STATEMENT,)),
    claims=Key("list", CLAIM.about, of=(CLAIM,)),
    allotted=Key(
        "list",
        {"en": "targets allotted to the children", "zh": "分解到下级的目标"},
        of=(ALLOTMENT,),
    ),
    weights=Key("mapping", WEIGHTS.about, shape=WEIGHTS),
    **_PRECISION,
)
CATALOGUE: Final = _shape(
    "indicators",
    {"en": "indicators that several sheets share", "zh": "多份表单共用的指标目录"},
    indicators=Key("mapping", {"en": "shared indicators", "zh": "共用指标"}, True, of=(INDICATOR,)),
)
