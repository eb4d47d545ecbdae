"""A mutation study: faults put into real and into sound plans, one at a time: `make study`.

    python -m tests.study [--seed N] [--sites N] [--misses]

Of each kind of fault: how many an audit finds of those put anywhere, and of those put where
something was compared before; by which rules; and whether the first of the suggested mends,
or one of the three, is the true repair. Then, of edits that leave a plan as true as it was,
how many findings they raise. The same seed gives the same tables.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from auditor.finding import Severity
from auditor.home import home
from tests.generated import CATALOGUE, family
from tests.generated_edits import EDITS
from tests.generated_faults import FAULTS
from tests.generated_ground import Ground
from tests.generated_trials import Trial, trials

REAL: Final = ("ankang", "gansu", "lingyuan", "tibet", "tongwei")
FAMILIES: Final = 2
SITES: Final = 8
WIDTH: Final = 160
NOTE: Final = """\
Anywhere: at sites drawn from all. Checked: where a figure was compared with something before;
note: found by a note alone; ± and ≤: not found, and no fault either, since the changed number
still goes with all that it is compared with, within rounding or within bounds; the % leaves
these out. Mends: of so many faults found, by more than a note, a single edit would be the true
repair; per cent of them where it is suggested first, or among three, and where the first
suggestion is at least of the right figure."""


def real(folder: Path) -> list[Ground]:
    """Return the five encoded plans."""
    folder.mkdir()
    for path in (home() / "plans").glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    return [Ground(str(folder / f"{name}.yaml")) for name in REAL]


def generated(folder: Path, seed: int) -> Iterator[Ground]:
    """Return ten plans of two families, in which there is nothing to find."""
    for number in range(seed * FAMILIES, seed * FAMILIES + FAMILIES):
        home_of_family = folder / f"family_{number}"
        home_of_family.mkdir()
        texts = family(number)
        for name, text in texts.items():
            (home_of_family / name).write_text(text, encoding="utf-8")
        for name in sorted(texts.keys() - {CATALOGUE}):
            ground = Ground(str(home_of_family / name))
            told = [each for each in ground.report.findings if each.severity > Severity.NOTE]
            assert not told, [(each.code, each.path, each.told("en")) for each in told]
            yield ground


def faults_table(plans: str, done: list[Trial]) -> Table:
    """Return what was found of each kind of fault."""
    heads = (
        *("Fault", "Anywhere", "found", "%", "Checked", "found", "note", "±", "≤", "%"),
        *("Mends", "first", "of 3", "place"),
    )
    table = Table(title=f"Faults in the {plans}", title_justify="left")
    for head in heads:
        table.add_column(head, justify="left" if head == heads[0] else "right", no_wrap=True)
    table.add_column("By rule")
    for kind in FAULTS:
        table.add_row(kind, *_fault_row([trial for trial in done if trial.kind == kind]))
    return table


def _fault_row(done: list[Trial]) -> Iterator[str]:
    drawn = [trial for trial in done if trial.drawn]
    anywhere = sum(bool(trial.findings) for trial in drawn)
    yield from (f"{len(drawn)}", f"{anywhere}", percent(anywhere, len(drawn)))
    checked = [trial for trial in done if trial.checked]
    found = [trial for trial in checked if trial.findings]
    sound = Counter(trial.sound for trial in checked if trial.sound)
    faults = len(checked) - sound.total()
    noted = sum(not trial.serious for trial in found)
    yield from (f"{len(checked)}", f"{len(found)}", f"{noted}")
    yield from (f"{sound['rounding']}", f"{sound['bounds']}", percent(len(found), faults))
    mends = [trial.mend for trial in found if trial.mend is not None]
    yield f"{len(mends)}"
    for right in (
        sum(each.first for each in mends),
        sum(each.among for each in mends),
        sum(each.place for each in mends),
    ):
        yield percent(right, len(mends))
    codes = Counter(code for trial in found for code in {each.code for each in trial.findings})
    ordered = sorted(codes.items(), key=lambda each: (-each[1], each[0]))
    yield ", ".join(f"{code} {times}" for code, times in ordered)


def edits_table(plans: str, done: list[Trial]) -> Table:
    """Return what each kind of consistent edit raised."""
    table = Table(title=f"Consistent edits of the {plans}", title_justify="left")
    table.add_column("Edit")
    for head in ("made", "new errors", "new warnings", "new notes", "By rule"):
        table.add_column(head, justify="left" if head == "By rule" else "right")
    for kind in EDITS:
        own = [trial for trial in done if trial.kind == kind]
        raised = [
            f"{sum(each.raises(severity) for each in own)}" for severity in reversed(Severity)
        ]
        codes = Counter(finding.code for trial in own for finding in trial.findings)
        told = ", ".join(f"{code} {times}" for code, times in sorted(codes.items()))
        table.add_row(kind, f"{len(own)}", *raised, told)
    return table


def percent(part: int, whole: int) -> str:
    """Return a share in whole per cent, a dash where there is nothing to share."""
    return f"{100 * part / whole:.0f}" if whole else "–"


def listed(title: str, done: list[Trial]) -> Text:
    """Return trials one a line."""
    lines = [f"  {trial.kind}: {trial.plan}, {trial.told}{_raised(trial)}" for trial in done]
    return Text("\n".join([f"{title}: {len(done)}", *lines, ""]))


def _raised(trial: Trial) -> str:
    codes = sorted({finding.code for finding in trial.findings})
    return f" ({', '.join(codes)})" if codes else ""


def main() -> None:
    """Run the study and print its tables."""
    parser = argparse.ArgumentParser(description="a mutation study of the auditor")
    parser.add_argument("--seed", type=int, default=0, help="another seed, other plans and sites")
    parser.add_argument("--sites", type=int, default=SITES, help="of a kind, at most, in a plan")
    parser.add_argument("--misses", action="store_true", help="list the faults not found")
    asked = parser.parse_args()
    console = Console(width=WIDTH)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for plans, grounds in (
            ("five plans", real(folder / "plans")),
            ("ten generated plans", list(generated(folder, asked.seed))),
        ):
            faults = list(trials(grounds, FAULTS, asked.seed, asked.sites))
            edits = list(trials(grounds, EDITS, asked.seed, asked.sites))
            console.print(faults_table(plans, faults), edits_table(plans, edits), "", sep="\n")
            if asked.misses:
                console.print(listed("Not found", [each for each in faults if each.missed]))
                raised = [each for each in edits if each.serious]
                console.print(listed("Raised by consistent edits", raised))
    console.print(NOTE)


if __name__ == "__main__":
    main()
