"""The words that some keys of a sheet choose among, and what each of them means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from auditor.wording import Wording

Choices = Mapping[str, Wording]

ROLES: Final[Choices] = MappingProxyType(
    {
        "baseline": {"en": "the level that the plan starts from", "zh": "基数：规划起点的水平"},
        "target": {"en": "what is to be reached", "zh": "目标：规划所要达到的"},
        "actual": {"en": "a result", "zh": "实绩：已经实现的"},
    }
)
BASES: Final[Choices] = MappingProxyType(
    {
        "cumulative": {"en": "over the whole period", "zh": "累计：整个期间合计"},
        "annual": {"en": "for each year", "zh": "年度：每年"},
        "average": {"en": "the yearly mean over the period", "zh": "年均：期间内每年平均"},
        "none": {"en": "a level at a date", "zh": "无：某一时点的水平"},
    }
)
KINDS: Final[Choices] = MappingProxyType(
    {
        "flow": {"en": "it adds up over the years", "zh": "流量：可逐年相加"},
        "stock": {"en": "it is counted at a date", "zh": "存量：按某一时点统计"},
        "rate": {
            "en": "a level that does not add up, such as a share",
            "zh": "比率：不可相加的水平，如占比",
        },
        "change": {"en": "by how much something moves", "zh": "变化：升降的幅度"},
    }
)
BETTER: Final[Choices] = MappingProxyType(
    {
        "more": {"en": "the more the better", "zh": "越高越好"},
        "less": {"en": "the less the better", "zh": "越低越好"},
    }
)
BINDS: Final[Choices] = MappingProxyType(
    {
        "each": {"en": "each child is bound", "zh": "约束每个下级"},
        "mean": {"en": "the mean of the children is bound", "zh": "只约束各下级的平均水平"},
    }
)
LEVELS: Final[Choices] = MappingProxyType(
    {
        "nation": {"en": "the whole country", "zh": "国家"},
        "province": {"en": "a province or its equal", "zh": "省、自治区、直辖市"},
        "city": {"en": "a prefecture-level city or its equal", "zh": "市、地区、自治州、盟"},
        "county": {"en": "a county or its equal", "zh": "县、区、县级市、旗"},
        "town": {"en": "a town or its equal", "zh": "乡、镇、街道"},
    }
)
CHILDREN: Final[Choices] = MappingProxyType(
    {
        "complete": {
            "en": "all children name this plan as their parent, in the same run",
            "zh": "全部下级均以本规划为上级，且一并核对",
        },
    }
)
