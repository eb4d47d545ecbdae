"""A parent's targets with what each child states for them: shares, levels, and what stays open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final, NamedTuple

from auditor.compare.allotment import Allotted, allotments
from auditor.compare.heads import heads_and_times
from auditor.compare.restate import counted_alike
from auditor.compare.rollup import Below, Family, Run, SharedTarget, below, nearest
from auditor.compare.summary import Summary
from auditor.compare.sums import Sum, sizes
from auditor.compare.weights import Mean, means
from auditor.facts import Fact
from auditor.phrases import basis_name, printed_unit
from auditor.sheet import Indicator
from auditor.view.measures import Percentage, portion, share
from auditor.wording import Wording, filled, listed, quote

WITHIN: Final = "within"
LOWER: Final = "lower"
BEYOND: Final = "beyond"
OPPOSED: Final = "opposed"

_UNLIKE: Final[Wording] = {
    "en": "not comparable: {own} ({own_is}), the parent's {other} ({other_is})",
    "zh": "不可比：{own}（{own_is}），上级 {other}（{other_is}）",
}
_UNITS: Final[Wording] = {
    "en": "the units differ ({own_is}; {other_is}): the share is only a guide",
    "zh": "计量单位不同（{own_is}；{other_is}），占比仅供参考",
}
_SCOPED: Final[Wording] = {"en": "states it for {scopes} only", "zh": "仅列有{scopes}的目标"}
_WHOLE: Final[Wording] = {"en": "states it for all together only", "zh": "仅列有总体目标"}
_SILENT: Final[Wording] = {"en": "states no target for it", "zh": "未列该指标目标"}
_BROKEN: Final[Wording] = {
    "en": "states no target for it as far as its sheet could be read",
    "zh": "表单未能读完，已读部分未列该指标目标",
}
_ABSENT: Final[Wording] = {"en": "its sheet is not among those read", "zh": "未覆盖：没有其表单"}
_UNSAID: Final[Wording] = {
    "en": "there may be other children",
    "zh": "下级是否齐全未注明",
}
_MISSING: Final[Wording] = {
    "en": "no sheet of {plans} is among those read",
    "zh": "未覆盖 {plans}（没有其表单）",
}
_NOT_STATED: Final[Wording] = {
    "en": "{plans} states nothing comparable",
    "zh": "{plans} 没有可比的目标",
}
_NOT_WHOLE: Final[Wording] = {
    "en": "the sheet of {plans} could not be read to its end",
    "zh": "{plans} 的表单未能读完",
}


class Share(NamedTuple):
    """What one child states for a target of its parent, and what it was allotted of it.

    `portion` is its share of an amount, `level` how its rate stands to the parent's, a ceiling
    or floor as `side` tells: within, lower or beyond (by `beyond`), opposed, or empty. Lower is a
    floor below one that binds the children's mean only, and nothing that is wrong. `weight` is
    how much of all children's size it has, `short` what its target lacks of what it was allotted.
    `remark` says what keeps it from being compared, or makes it doubtful.
    """

    plan: str
    fact: Fact | None
    portion: Percentage | None = None
    side: str = ""
    level: str = ""
    beyond: Fraction = Fraction(0)
    weight: Percentage | None = None
    allotted: Fact | None = None
    short: Fraction | None = None
    remark: Wording | None = None


class Roll(NamedTuple):
    """A target of a parent over its children; `sum` and what follows are those of an amount.

    `verdict` is enough, short, over (by `off`) or undecided, for the `reasons` given; it is
    empty for a rate, of which `mean` is the children's, weighted by size. `declared` tells
    whether those in the run are declared to be all children, `weighed_by` what their size is.
    """

    parent: Fact
    indicator: Indicator
    shares: tuple[Share, ...]
    sum: Sum | None
    portion: Percentage | None
    verdict: str
    off: Fraction
    reasons: tuple[Wording, ...]
    mean: Mean | None
    declared: bool
    weighed_by: str

    @property
    def complete(self) -> bool:
        """Return whether the children are declared to be all there are and every one states it."""
        return self.declared and self.stating == len(self.shares)

    @property
    def stating(self) -> int:
        """Return how many children state it comparably."""
        return sum(each.fact is not None for each in self.shares)


class Unlike(NamedTuple):
    """A target that a child and its parent both state, but nothing that could be compared."""

    child: Fact
    parent: Fact
    indicator: Indicator
    reason: Wording


class Shares:
    """The targets of a run's parents, with what is allotted and how large the children are."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.allotted: dict[int, Allotted] = {}
        for each in allotments(run):
            if each.target is not None:
                self.allotted.setdefault(id(each.target), each)
        self.means = {id(mean.parent): mean for mean in means(run)}

    def of(self, family: Family) -> tuple[tuple[Roll, ...], tuple[Unlike, ...]]:
        """Return the targets that can be compared within a family, and those that cannot."""
        apart = {
            (child.plan, pair[1].key.indicator, pair[1].key.scope): pair
            for child in family.children
            for pair in nearest(child, family.parent)
        }
        rolls = tuple(self.roll(each, apart) for each in below(family))
        told = {(roll.parent.key.indicator, roll.parent.key.scope) for roll in rolls}
        found = (pair for (_, *subject), pair in apart.items() if tuple(subject) not in told)
        indicators = family.parent.indicators
        return rolls, tuple(_unlike(own, other, indicators) for own, other in found)

    def roll(self, each: Below, apart: Mapping[tuple[str, str, str], tuple[Fact, Fact]]) -> Roll:
        """Return a parent's target with its children's."""
        parent, summed = each.parent, each.sum
        allotted = self.allotted.get(id(parent))
        short = (
            {}
            if allotted is None
            else {child: lack for child, _, _, lack in allotted.met(self.run)}
        )
        by: Mapping[str, Fact] = {} if allotted is None else allotted.by
        weights = sizes(each.family.parent)
        shares = [
            _share(each, child, fact, apart)._replace(
                allotted=by.get(child.plan),
                short=short.get(child.plan),
                weight=_weight(child.plan, weights),
            )
            for child, fact in each.children
        ]
        there = {child.plan for child, _ in each.children}
        for id_ in dict.fromkeys((*(each.family.parent.children or ()), *by)):
            if id_ not in there and id_ != "*":
                absent = Share(id_, None, remark=_ABSENT)
                shares.append(absent._replace(allotted=by.get(id_), weight=_weight(id_, weights)))
        verdict = "" if summed is None else summed.verdict()
        return Roll(
            parent,
            each.indicator,
            tuple(shares),
            summed,
            None if summed is None else share(summed.children, parent),
            verdict,
            Fraction(0) if summed is None else summed.total - parent.value,
            tuple(_reasons(each)) if verdict == "undecided" else (),
            self.means.get(id(parent)),
            each.family.complete,
            each.family.parent.weighed_by,
        )


def _share(
    each: Below,
    child: Summary,
    fact: Fact | None,
    apart: Mapping[tuple[str, str, str], tuple[Fact, Fact]],
) -> Share:
    pair = apart.get((child.plan, each.parent.key.indicator, each.parent.key.scope))
    kind = each.indicator.kind
    if fact is None:
        silence = _apart(*pair, kind) if pair else _silence(child, each.parent, kind)
        return Share(child.plan, None, remark=silence)
    remark: Wording | None = None
    if heads_and_times(fact, each.parent):
        own_is, other_is = printed_unit(fact).wording, printed_unit(each.parent).wording
        remark = filled(_UNITS, own_is=own_is, other_is=other_is)
    if each.additive:
        return Share(child.plan, fact, share((fact,), each.parent), remark=remark)
    shared = SharedTarget(fact, each.parent, False, each.indicator.better, each.indicator.name)
    if not shared.side:
        return Share(child.plan, fact, remark=remark)
    if shared.opposed:
        return Share(child.plan, fact, side=shared.side, level=OPPOSED, remark=remark)
    beyond = max(shared.beyond, Fraction(0))
    of_the_mean = shared.side == "floor" and each.parent.entry.binds != "each"
    level = WITHIN if not beyond else LOWER if of_the_mean else BEYOND
    return Share(child.plan, fact, side=shared.side, level=level, beyond=beyond, remark=remark)


def _silence(child: Summary, parent: Fact, kind: str) -> Wording:
    """Return what a child states instead: for other years, for other scopes, or nothing."""
    key = parent.key
    stated = [
        (scope, facts[0])
        for (indicator, scope, _), facts in child.targets.items()
        if indicator == key.indicator
    ]
    for scope, fact in stated:
        if scope == key.scope:
            return _apart(fact, parent, kind)
    if stated:
        scopes = dict.fromkeys(quote(scope) for scope, _ in stated if scope)
        return filled(_SCOPED, scopes=listed([*scopes])) if scopes else _WHOLE
    return _SILENT if child.whole else _BROKEN


def _weight(plan: str, weights: Mapping[str, Fact]) -> Percentage | None:
    return portion(weights[plan], tuple(weights.values())) if plan in weights else None


def _unlike(own: Fact, other: Fact, indicators: Mapping[str, Indicator]) -> Unlike:
    indicator = indicators[own.key.indicator]
    return Unlike(own, other, indicator, _apart(own, other, indicator.kind))


def _apart(own: Fact, other: Fact, kind: str) -> Wording:
    """Return how two statements of an indicator differ in what they count, or for what time."""
    alike = counted_alike(own.unit, other.unit) and not heads_and_times(own, other)
    units_told = own.base_unit != other.base_unit and not alike
    return filled(
        _UNLIKE,
        own=quote(own.entry.says),
        own_is=_counted(own, kind, units_told=units_told),
        other=quote(other.entry.says),
        other_is=_counted(other, kind, units_told=units_told),
    )


def _counted(fact: Fact, kind: str, *, units_told: bool) -> Wording:
    time = str(fact.key.period or "")
    what = basis_name(fact) if kind == "flow" else Wording(en=time, zh=time)
    if not units_told:
        return what
    unit = printed_unit(fact).wording
    return {"en": f"{unit['en']}, {what['en']}", "zh": f"{what['zh']}，{unit['zh']}"}


def _reasons(each: Below) -> Iterator[Wording]:
    """Return why the children's sum is not known to be all of it."""
    family = each.family
    there = {child.plan for child in family.children}
    if family.parent.children is None:
        yield _UNSAID
    yield from _named(
        _MISSING, [id_ for id_ in family.parent.children or () if id_ not in {*there, "*"}]
    )
    yield from _named(_NOT_STATED, [child.plan for child, fact in each.children if fact is None])
    yield from _named(_NOT_WHOLE, [child.plan for child in family.children if not child.whole])


def _named(wording: Wording, plans: list[str]) -> Iterator[Wording]:
    if plans:
        yield filled(wording, plans=listed([quote(plan) for plan in plans]))
