"""What may be printed in place of a figure: slips of the pen, and other words for the same."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from itertools import pairwise
from typing import Final

from auditor.facts import Fact

NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
BOUNDS: Final = (
    ("不低于", "不高于"), ("不少于", "不多于"), ("不超过", "不少于"), ("至少", "至多"), ("超过", "低于"),
    ("以上", "以下"), ("以下", "以上"), ("以内", "以上"), ("≥", "≤"), ("≤", "≥"), (">", "<"), ("<", ">"),
)  # fmt: skip
BASES: Final = (("每年", "五年"), ("年均", "五年"), ("五年", "每年"), ("累计", "每年"), ("〔", ""))


def has_digits(fact: Fact) -> bool:
    """Return whether a figure is written in digits."""
    return fact.figure.kind != "words" and NUMBER.search(fact.entry.says) is not None


# Slips. None where the dice fell so that the figure stays as it is.


def digit_changed(fact: Fact, chance: random.Random) -> str | None:
    """Return a figure with one digit changed; a number does not begin with a needless zero."""
    says = fact.entry.says
    at = chance.choice([found for found, char in enumerate(says) if char.isdecimal()])
    inside = says[:at][-1:].isdecimal() or says[:at].endswith((".", ","))
    digits = "0123456789" if inside or says[at + 1 : at + 2] == "." else "123456789"
    return says[:at] + chance.choice(digits.replace(says[at], "")) + says[at + 1 :]


def digits_swapped(fact: Fact, chance: random.Random) -> str | None:
    """Return a figure with two neighbouring digits swapped."""
    says, ways = fact.entry.says, []
    for number in NUMBER.finditer(says):
        places = [at for at in range(*number.span()) if says[at].isdecimal()]
        for one, two in pairwise(places):
            swapped = says[:one] + says[two] + says[one + 1 : two] + says[one] + says[two + 1 :]
            begins = swapped[number.start() : number.start() + 2]
            if swapped != says and (not begins.startswith("0") or begins == "0."):
                ways.append(swapped)
    return chance.choice(ways) if ways else None


def scale_dropped(fact: Fact, _chance: random.Random) -> str | None:
    """Return a figure without its 万 or 亿."""
    return re.sub("[万亿]", "", fact.entry.says, count=1)


def heads_confused(fact: Fact, _chance: random.Random) -> str | None:
    """Return 人次 for 人, or the reverse."""
    says = fact.entry.says
    return says.replace("人次", "人") if "人次" in says else says.replace("人", "人次", 1)


def points_confused(fact: Fact, _chance: random.Random) -> str | None:
    """Return percentage points for per cent, or the reverse."""
    says = fact.entry.says
    return says.replace("个百分点", "%") if "个百分点" in says else says.replace("%", "个百分点")


def bound_flipped(fact: Fact, _chance: random.Random) -> str | None:
    """Return a ceiling for a floor, or the reverse."""
    says = fact.entry.says
    return next((says.replace(one, other, 1) for one, other in BOUNDS if one in says), None)


def basis_confused(says: str) -> str:
    """Return a figure for the year for one of all years, or the reverse; of 〔 〕 only the number."""
    word, other = next((pair for pair in BASES if pair[0] in says), ("", ""))
    return says.replace(word, other, 1).replace("〕" if word == "〔" else "", "")


def redrafted(fact: Fact, chance: random.Random) -> str | None:
    """Return a figure with another number: a twentieth to a third more or less."""
    says = fact.entry.says
    found = NUMBER.search(says)
    if found is None:
        return None
    digits = found.group().replace(",", "")
    count = int(digits.replace(".", ""))
    off = max(round(count * chance.uniform(0.05, 0.33)), 1)
    count += off if chance.random() < 0.5 or off >= count else -off
    return says[: found.start()] + _printed(count, digits, found.group()) + says[found.end() :]


def _printed(count: int, digits: str, written: str) -> str:
    """Return a number with as many decimals as another, and grouped as it is."""
    number = Decimal(count).scaleb(-len(digits.partition(".")[2]))
    return f"{number:,}" if "," in written else f"{number}"


# Other words for the same.


def rounded(fact: Fact, _chance: random.Random) -> str | None:
    """Return a figure to one decimal less, of three digits or more; bounds and counts are left alone.

    So is what ends in 5: rounded once already, it may have been a little less.
    """
    says, found = fact.entry.says, NUMBER.search(fact.entry.says)
    plain = fact.figure.kind == "number" and fact.figure.bound == "="
    if found is None or not plain or fact.figure.approximate or fact.entry.radius is not None:
        return None
    digits = found.group().replace(",", "")
    places = len(digits.partition(".")[2])
    if not places or digits.endswith("5") or len(digits.replace(".", "").lstrip("0")) < 3:
        return None
    number = Decimal(digits).quantize(Decimal(1).scaleb(1 - places))
    return says[: found.start()] + str(number) + says[found.end() :]


def other_scale(fact: Fact, _chance: random.Random) -> str | None:
    """Return a figure of the text in full for one in 万, or in 万 for one in full."""
    says, found = fact.entry.says, NUMBER.search(fact.entry.says)
    if found is None or fact.figure.kind != "number" or fact.entry.table or fact.entry.unit:
        return None
    digits = Decimal(found.group().replace(",", ""))
    head, tail = says[: found.start()], says[found.end() :]
    if tail.startswith("万"):
        return f"{head}{(digits * 10_000).normalize():f}{tail[1:]}"
    in_full = digits >= 1_000 and not tail.startswith(("亿", "千", "百", "%", "个百分点", "∶"))
    return f"{head}{(digits / 10_000).normalize():f}万{tail}" if in_full else None


def floor_added(fact: Fact, _chance: random.Random) -> str | None:
    """Return a bare target with 以上 behind it."""
    says = fact.entry.says
    plain = fact.figure.kind == "number" and fact.figure.bound == "="
    full = fact.unit == "percent" and fact.value >= 100
    if not plain or fact.figure.approximate or fact.figure.change or full or says.endswith("〕"):
        return None
    return f"{says}以上"
