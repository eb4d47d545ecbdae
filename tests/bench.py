"""Speed and memory, as ratios taken in one run: `make bench`.

For N sheets: wall time and peak memory of `auditor check`, the time of merely iterating
libyaml's events over the same bytes, and the ratio of the two. Each figure is the median
of several runs of a whole process, taken in turn. Then the speed of reading single figures
and of finding them in prose, beside a bare regular expression, of the start, and of checking a
sheet again in an editor, beside auditing it.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from auditor import files, profile
from auditor.catalogue import rules
from auditor.engine import audit
from auditor.figure import find, read
from auditor.lsp.checking import Checker, Setup
from tests.generate import FAMILY, INDICATORS, sheet, write

ROUNDS = {300: 5, 3_000: 3}
EVENTS = """
import sys, time, yaml
from pathlib import Path
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.yaml"))]
start = time.perf_counter()
for text in texts:
    for event in yaml.parse(text, Loader=yaml.CLoader):
        pass
print(time.perf_counter() - start)
"""


def run(command: list[str]) -> tuple[float, int, str]:
    """Return wall seconds, peak memory in KiB and the output of a whole process."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        output.seek(0)
        said = output.read().decode()
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{said}")
    return wall, usage.ru_maxrss, said


def audit_against_events(count: int, rounds: int) -> None:
    """Print one row: `auditor check` on `count` sheets beside bare libyaml events."""
    with tempfile.TemporaryDirectory() as folder:
        size = write(count, Path(folder))
        check = [sys.executable, "-m", "auditor", "check", folder, "--quiet"]
        events = [sys.executable, "-c", EVENTS, folder]
        audits, parses, ratios, peaks = [], [], [], []
        for _ in range(rounds):
            wall, peak, said = run(check)
            parse = float(run(events)[2])
            audits.append(wall)
            parses.append(parse)
            ratios.append(wall / parse)
            peaks.append(peak)
    print(
        f"{count:>6} sheets {size / 1e6:6.2f} MB   check {statistics.median(audits):6.2f} s   "
        f"events {statistics.median(parses):6.2f} s   ratio {statistics.median(ratios):5.2f}   "
        f"peak {statistics.median(peaks) / 1024:6.1f} MiB"
    )
    print("       " + said.strip().replace("\n", " · "))


FORMS = (
    "{}", "{}人", "{}万人以上", "〔{}〕", "{}%", "不低于{}%", "每年{}万人", "{}.5亿元", "<{}%", "约{}亩",
    "{:,}", "{}—{}.5%", "at least {} people", "提高{}个百分点", "{}余个", "到2025年达到{}万人",
)  # fmt: skip
# A plan's prose, as dense in figures as the five source documents: one in about 230 characters.
PROSE = (
    "坚持统筹规划、分类指导，进一步完善城乡一体的公共服务体系，一是健全工作机制，二是强化政策支持，"
    "三是加强监督检查，推动各项任务落到实处。到2025年，新增就业{}万人以上，登记失业率控制在{}.5%以内。"
    "深入实施三年行动计划，建设一批高水平的服务平台，支持第三产业加快发展，引导多方力量共同参与，"
    "不断提高供给质量和服务水平，形成上下联动、左右协同的良好局面，为实现更高水平的发展提供有力支撑。\n"
)


def numbers_in(text: str) -> tuple[int, float]:
    """Return how many runs of digits a bare regular expression finds in a text, and how long it takes."""
    start = time.perf_counter()
    found = sum(1 for _ in re.finditer(r"\d+", text))
    return found, time.perf_counter() - start


def figures(count: int) -> None:
    """Print how many distinct printed figures are read a second, beside bare `\\d+` on the same text."""
    printed = [
        FORMS[number % len(FORMS)].format(*[number] * FORMS[number % len(FORMS)].count("{"))
        for number in range(count)
    ]
    start = time.perf_counter()
    for text in printed:
        read(text)
    reading = time.perf_counter() - start
    found, finding = numbers_in("\n".join(printed))
    print(
        f"figures {count / reading:,.0f} a second, re.finditer over {found} numbers "
        f"{found / finding:,.0f} a second, ratio {reading / finding:.1f}"
    )


def running_text(count: int) -> None:
    """Print how fast figures are found in prose, in MB/s, beside bare `\\d+` on the same text."""
    text = "".join(PROSE.format(number, number % 10) for number in range(count))
    size = len(text.encode())
    start = time.perf_counter()
    told = sum(1 for _ in find(text))
    reading = time.perf_counter() - start
    _, finding = numbers_in(text)
    print(
        f"running text {size / reading / 1e6:.2f} MB/s ({told} figures in {size / 1e6:.2f} MB), "
        f"re.finditer {size / finding / 1e6:.0f} MB/s, ratio {reading / finding:.1f}"
    )


def start_up() -> None:
    """Print how long the smallest commands take, beside an empty interpreter."""
    empty = statistics.median(run([sys.executable, "-c", ""])[0] for _ in range(7))
    version = statistics.median(
        run([sys.executable, "-m", "auditor", "--version"])[0] for _ in range(7)
    )
    print(
        f"--version {version * 1000:.0f} ms, empty interpreter {empty * 1000:.0f} ms, ratio {version / empty:.2f}"
    )


def long_sheet(lines: int) -> str:
    """Return a county's sheet of so many lines; every twentieth figure of its text is a wrong one."""
    text = sheet(1)
    flows = [index for index in range(INDICATORS) if index % 3 != 2]
    for number in range(lines - text.count("\n")):
        index, wrong = flows[number % len(flows)], number % 20 == number // 20 % 20
        about = f"at: 附{number}, indicator: indicator_{index}, scope: 群体{number // 60}"
        text += f"  - {{{about}, role: target, says: 五年{1 + index + wrong}.5万人}}\n"
    return text


def in_an_editor(lines: int, rounds: int) -> None:
    """Print how long a sheet takes to be checked again after an edit, beside an audit of it alone.

    The editor's folder holds its parent and the parent's other children too.
    """
    on = profile.load(profile.DEFAULT).over(rules())
    with tempfile.TemporaryDirectory() as folder:
        write(FAMILY, Path(folder))
        path, text = os.path.join(folder, "plan_00001.yaml"), long_sheet(lines)
        checker = Checker(Setup(on))
        checker.whole([folder], {path: text.encode()})
        checks, busy, audits, ratios, tries = [], [], [], [], []
        for number in range(rounds):
            contents = {path: text.replace("1.5万人", f"1.5{number}万人", 1).encode()}
            start, spent = time.perf_counter(), time.process_time()
            checked = checker.recheck(path, contents)
            checks.append(time.perf_counter() - start)
            busy.append(time.process_time() - spent)
            start = time.perf_counter()
            with files.holding(contents):
                audit([path], on)
            audits.append(time.perf_counter() - start)
            ratios.append(checks[-1] / audits[-1])
            conflict = next(each for each in checked.findings if len(each.spots) > 1)
            start = time.perf_counter()
            checker.mends(conflict, checked, contents)
            tries.append(time.perf_counter() - start)
    print(
        f"re-check of {text.count(chr(10))} lines, {len(checked.findings)} findings: "
        f"{statistics.median(checks) * 1000:.0f} ms (processor {statistics.median(busy) * 1000:.0f}), "
        f"audit of it alone {statistics.median(audits) * 1000:.0f} ms, "
        f"ratio {statistics.median(ratios):.2f}; "
        f"mends of one conflict {statistics.median(tries) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    for sheets, times in ROUNDS.items():
        audit_against_events(sheets, times)
    figures(100_000)
    running_text(5_000)
    start_up()
    in_an_editor(500, rounds=15)
