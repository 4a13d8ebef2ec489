"""How soon a command answers: `python benchmarks/startup.py [rounds]`.

Whole processes, one after the other in turn, processor seconds (user and system) as the operating system
counts them; medians, and ratios within the same round, since machines are noisy. The rivals are named:
a bare `import click`, and the naive script that makes one memo with docxtpl as its README says. The letter
fills its page, so that it is made a second time with LibreOffice looking at its pages.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
LETTER = ROOT / "letters" / "2566-03-27-แจ้งแผนปรับปรุงการให้บริการ.md"
TEMPLATE = ROOT / "templates" / "บันทึกข้อความ.docx"

NAIVE = """
from docxtpl import DocxTemplate
template = DocxTemplate({template!r})
fields = template.get_undeclared_template_variables()
template.render(dict.fromkeys(fields, "ข้อความ") | {{"การพิจารณา": []}}, autoescape=True)
template.save({out!r})
"""


def processor_seconds(command: list[str]) -> float:
    """User and system time of one run of a command, from the kernel's account of the finished process."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {command}")
    return usage.ru_utime + usage.ru_stime


def commands(out: Path) -> dict[str, list[str]]:
    python, memogen = sys.executable, [sys.executable, "-m", "memogen", "--workspace", str(ROOT)]
    naive = NAIVE.format(template=str(TEMPLATE), out=str(out / "naive.docx"))
    return {
        "import click": [python, "-c", "import click"],
        "memogen --help": [*memogen, "--help"],
        "docxtpl, one memo": [python, "-c", naive],
        "memogen make": [*memogen, "make", str(LETTER), "--out", str(out), "--no-catchwords"],
        "with its pages proved": [*memogen, "make", str(LETTER), "--out", str(out)],
    }


def main(rounds: int = 20) -> None:
    with tempfile.TemporaryDirectory() as folder:
        runs = commands(Path(folder))
        for command in runs.values():
            processor_seconds(command)  # warm-up
        seconds: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(rounds):
            for name, command in runs.items():
                seconds[name].append(processor_seconds(command))
        size = next(Path(folder).glob("2566*.docx")).stat().st_size
    print(f"{'command':<22} {'median s':>9} {'min':>7} {'max':>7}   ({rounds} rounds, processor time)")
    for name, values in seconds.items():
        print(f"{name:<22} {statistics.median(values):>9.3f} {min(values):>7.3f} {max(values):>7.3f}")
    for name, rival, mark in (
        ("memogen --help", "import click", 1.5),
        ("memogen make", "docxtpl, one memo", 0),
    ):
        ratio = statistics.median(a / b for a, b in zip(seconds[name], seconds[rival], strict=True))
        print(f"{name} / {rival}: {ratio:.2f}" + (f" (mark: at most {mark})" if mark else ""))
    print(f"memogen make: {statistics.median(seconds['memogen make']):.2f} s (mark: at most 0.5)")
    print(f"made memo with emblem: {size:,} bytes (mark: under 60,000)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
