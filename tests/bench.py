"""Speed and memory, as ratios taken in one run: `make bench`.

For N sheets: wall time and peak memory of `auditor check`, the time of merely iterating
libyaml's events over the same bytes, and the ratio of the two. Each figure is the median
of several runs of a whole process, taken in turn. Then the speed of reading single figures
beside a bare regular expression, and of the start.
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

from auditor.figure import read
from tests.generate import write

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


def figures(count: int) -> None:
    """Print how many distinct printed figures are read a second, beside bare `\\d+` on the same text."""
    forms = (
        "{}",
        "{}人",
        "{}万人以上",
        "〔{}〕",
        "{}%",
        "不低于{}%",
        "每年{}万人",
        "{}.5亿元",
        "<{}%",
        "约{}亩",
    )
    printed = [forms[number % len(forms)].format(number) for number in range(count)]
    start = time.perf_counter()
    for text in printed:
        read(text)
    reading = time.perf_counter() - start
    whole = "\n".join(printed)
    start = time.perf_counter()
    found = sum(1 for _ in re.finditer(r"\d+", whole))
    finding = time.perf_counter() - start
    print(
        f"figures {count / reading:,.0f} a second, re.finditer over {found} numbers "
        f"{found / finding:,.0f} a second, ratio {reading / finding:.1f}"
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


if __name__ == "__main__":
    for sheets, times in ROUNDS.items():
        audit_against_events(sheets, times)
    figures(100_000)
    start_up()
