"""Plans and the plans above them, as one JSON object.

```
{"version": 1,
 "plans": [{"id", "title", "path", "area", "parent", "depth", "given", "found_parent", "whole", "again"}],
 "families": [{"parent", "children": [ID], "declared": "complete" | [ID] | null, "missing": [ID], "complete",
   "targets": [{"indicator", "name", "kind", "scope", "basis", "period", "target": FIGURE,
     "children": [{"plan", "target": FIGURE | null, "share": NUMBER | null, "side", "level", "beyond",
       "weight": NUMBER | null, "allotted": FIGURE | null, "short": NUMBER | null, "remark"}],
     "coverage": {"children", "stating", "complete"},
     "sum": {"value", "low", "high", "share": NUMBER | null, "verdict", "difference", "reasons": [TEXT]} | null,
     "weighted_mean": {"low", "high"} | null}],
   "undecided": [{"indicator", "name", "child": FIGURE, "parent": FIGURE, "plan", "reason"}]}],
 "alone": [PLAN], "double": [PLAN], "nameless": [PLAN]}
FIGURE = {"printed", "low", "high", "unit", "place", "path", "line", "column", "value", "bound", "id"}
```

Plans stand in the order of the outline, each below its parent; `given` tells those that were asked
for from those found beside them, `again` marks where a circle of parents closes. Numbers are decimal
strings in base units, `a/b` where there is no finite one; `share`, `weight` are per cent. `level`
is how a rate stands to its parent's, a ceiling or floor as `side` tells: within, beyond (by `beyond`
points), lower (by as many; a floor that binds the children's mean only), opposed, or empty.
`verdict` is enough, short, over or undecided, `difference` the children's sum less the parent's target.
"""

from __future__ import annotations

from typing import Any, TextIO

from auditor.compare.summary import Summary
from auditor.interval import Interval
from auditor.phrases import amount, amount_if_any
from auditor.reporters import Style
from auditor.reporters.contract import VERSION
from auditor.reporters.json import dump
from auditor.reporters.table_json import period, stated
from auditor.view.forest import Forest, Kin, Place
from auditor.view.measures import Percentage
from auditor.view.shares import BEYOND, LOWER, Roll, Share, Unlike
from auditor.wording import Lang


def write(forest: Forest, stream: TextIO, style: Style) -> None:
    """Write the plans with their shares as one JSON object."""
    dump(content(forest, style.lang), stream)


def content(forest: Forest, lang: Lang) -> dict[str, Any]:
    """Return the plans as the contract lays them down."""
    return {
        "version": VERSION,
        "plans": [_place(place, forest) for place in forest.outline],
        "families": [_kin(kin, lang) for kin in forest.kin],
        "alone": [_plan(plan, forest) for plan in forest.alone],
        "double": [_plan(plan, forest) for plan in forest.double],
        "nameless": [_plan(plan, forest) for plan in forest.nameless],
    }


def _place(place: Place, forest: Forest) -> dict[str, Any]:
    return {**_plan(place.plan, forest), "depth": len(place.lasts), "again": place.again}


def _plan(plan: Summary, forest: Forest) -> dict[str, Any]:
    return {
        "id": plan.plan,
        "title": plan.title,
        "path": plan.path,
        "area": plan.area,
        "parent": plan.parent,
        "given": plan.plan not in forest.beside,
        "found_parent": plan.parent in forest.run.by_id,
        "whole": plan.whole,
    }


def _kin(kin: Kin, lang: Lang) -> dict[str, Any]:
    family = kin.family
    return {
        "parent": family.parent.plan,
        "children": [child.plan for child in family.children],
        "declared": "complete" if kin.all_of_them else kin.declared,
        "missing": kin.missing,
        "complete": family.complete,
        "targets": [_roll(roll, lang) for roll in kin.rolls],
        "undecided": [_unlike(each, lang) for each in kin.unlike],
    }


def _roll(roll: Roll, lang: Lang) -> dict[str, Any]:
    key, mean = roll.parent.key, roll.mean
    return {
        "indicator": roll.indicator.id,
        "name": roll.indicator.name[lang],
        "kind": roll.indicator.kind,
        "scope": key.scope,
        "basis": key.basis,
        "period": period(key.period),
        "target": stated(roll.parent),
        "children": [_share(each, lang) for each in roll.shares],
        "coverage": {
            "children": len(roll.shares),
            "stating": roll.stating,
            "complete": roll.complete,
        },
        "sum": _sum(roll, lang),
        "weighted_mean": None if mean is None else _ends(mean.mean),
    }


def _share(each: Share, lang: Lang) -> dict[str, Any]:
    return {
        "plan": each.plan,
        "target": None if each.fact is None else stated(each.fact),
        "share": _percent(each.portion),
        "side": each.side,
        "level": each.level,
        "beyond": amount(each.beyond) if each.level in (LOWER, BEYOND) else "",
        "weight": _percent(each.weight),
        "allotted": None if each.allotted is None else stated(each.allotted),
        "short": None if each.short is None else amount(each.short),
        "remark": each.remark[lang] if each.remark else "",
    }


def _sum(roll: Roll, lang: Lang) -> dict[str, Any] | None:
    if roll.sum is None:
        return None
    summed, _ = roll.sum.reckoned("undecided")
    return {
        "value": amount(roll.sum.total),
        **_ends(summed),
        "share": _percent(roll.portion),
        "verdict": roll.verdict,
        "difference": amount(roll.off),
        "reasons": [reason[lang] for reason in roll.reasons],
    }


def _unlike(each: Unlike, lang: Lang) -> dict[str, Any]:
    return {
        "indicator": each.indicator.id,
        "name": each.indicator.name[lang],
        "plan": each.child.origin.plan,
        "child": stated(each.child),
        "parent": stated(each.parent),
        "reason": each.reason[lang],
    }


def _ends(interval: Interval) -> dict[str, str]:
    return {
        "low": amount_if_any(interval.low),
        "high": amount_if_any(interval.high),
    }


def _percent(found: Percentage | None) -> str | None:
    return None if found is None else amount(found.value)
