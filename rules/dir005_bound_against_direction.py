"""The bound of a target is on the side that its indicator should go to.

Where more is better a target is a floor, where less is better a ceiling; 以上 and 以下 are easily
exchanged. What a claim holds a result against as such a bound, what `binds:` and what words such
as 控制 and 最高 mark as one is meant so; two bounds that are opposed are another rule's.
"""

from collections.abc import Iterator

from auditor.compare.claims import outcomes
from auditor.facts import Fact, Plan
from auditor.finding import Severity
from auditor.phrases import cited
from auditor.rule import Options, Verdict, hit
from auditor.wording import Wording, quote

CODE = "DIR005"
NAME = "bound-against-direction"
SEVERITY = Severity.WARNING
TITLE = {
    "en": "The bound of a target goes against its good direction",
    "zh": "目标的上下限与指标向好方向相反",
}
WHY = {
    "en": "A floor under what should fall, or a ceiling over what should rise, asks for the opposite.",
    "zh": "越低越好的指标写“以上”、越高越好的指标写“以下”，等于提出了相反的要求。",
}
MESSAGE = {
    "en": "{place} prints {printed}, {side}, though {better} is better",
    "zh": "{place}为 {printed}，是{side}，而该指标应{better}",
}
HELP = {
    "en": "check 以上 and 以下, 不低于 and 不超过, ≥ and ≤ against the meaning of the indicator",
    "zh": "请核对“以上”与“以下”、“不低于”与“不超过”、“≥”与“≤”是否写反",
}
WRONG = {
    "en": "When the figure is a limit by law or the most that is granted (补贴不超过5000元); leave "
    "`better:` out of such an indicator.",
    "zh": "所列为法定限额或给予的最高额度（如补贴不超过5000元）的，并非写反；此类指标不应填写 better:。",
}
# The bounds that go against a direction, and how each is told.
AGAINST: dict[str, tuple[str, Wording, Wording]] = {
    "more": ("<", {"en": "a ceiling", "zh": "上限"}, {"en": "more", "zh": "逐步提高"}),
    "less": (">", {"en": "a floor", "zh": "下限"}, {"en": "less", "zh": "逐步降低"}),
}
# Words by which a ceiling is meant as one.
KEPT_BELOW = ("控制", "最高", "上限", "up to", "maximum")


def check(plan: Plan, options: Options) -> Iterator[Verdict]:
    meant = _limits(plan)
    for key, group in plan.quantities.items():
        better = plan.better(group[0])
        of_a_change = key.change or plan.kind(group[0]) == "change"
        if key.role != "target" or of_a_change or not better:
            continue
        sign, side, direction = AGAINST[better]
        bounds = {fact.figure.bound[0] for fact in group} - {"="}
        numbers = [fact for fact in group if fact.figure.kind == "number"]
        against = [fact for fact in numbers if fact.figure.bound[0] == sign]
        free = all(not fact.entry.binds and (id(fact), sign) not in meant for fact in group)
        kept = sign == "<" and any(
            word in fact.entry.says for fact in against for word in KEPT_BELOW
        )
        if against and bounds == {sign} and free and not kept:
            first = against[0]
            place, printed = quote(first.entry.place), cited(first)
            yield hit(*against, place=place, printed=printed, side=side, better=direction)


def _limits(plan: Plan) -> set[tuple[int, str]]:
    """Return the targets that claims hold results against, as ceilings < and as floors >."""
    found = set()
    for outcome in outcomes(plan):
        if outcome.claim.kind == "holds" and len(outcome.facts) == 2 and outcome.relation != "=":
            pair: tuple[Fact, ...] = outcome.facts
            less, more = pair if outcome.relation[:1] == "<" else pair[::-1]
            if less.key.subject == more.key.subject and less.key.role != more.key.role:
                found |= {(id(less), ">"), (id(more), "<")}
    return found


GOOD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobless: {name: 失业率, kind: rate, unit: "%", better: less}
  cover: {name: 参保率, kind: rate, unit: "%", better: more}
  rise: {name: 占比提高, kind: change, unit: 个百分点, better: more}
  posts: {name: 公益岗位, kind: stock, unit: 个, better: more}
  guards: {name: 护林员, kind: stock, unit: 人, better: more}
  years: {name: 经营年限, kind: stock, unit: 年}
text:
  - {at: 二1, indicator: jobless, role: target, says: 5.5%以内}
  - {at: 二2, indicator: cover, role: target, says: 90—95%}
  - {at: 二3, indicator: rise, role: target, says: 3个百分点以下}
  - {at: 二4, indicator: posts, role: target, says: 控制在500个以内}
  - {at: 二5, indicator: guards, role: target, binds: each, says: 不超过30人}
  - {at: 二6, indicator: years, role: target, says: 1年以上}
  - {at: 二7, id: most, indicator: cover, scope: 试点, role: target, says: 60%以下}
  - {at: 一1, id: now, indicator: cover, scope: 试点, role: actual, time: 2020, says: 55%}
claims:
  - {at: 一1, holds: now <= most}
""",
]
BAD = [
    """
plan: a
title: A
area: a
period: 2021-2025
indicators:
  jobless: {name: 失业率, kind: rate, unit: "%", better: less}
  jobs: {name: 城镇新增就业, kind: flow, unit: 人, better: more}
text:
  - {at: 二1, indicator: jobless, role: target, says: 5.5%以上}  # <-
  - {at: 二1, indicator: jobs, role: target, says: 五年25万人以下}  # <-
  - {at: 三1, indicator: jobs, role: target, says: 累计不超过25万人}
  - {at: 四1, indicator: jobs, role: target, says: 累计25万人}
""",
]
