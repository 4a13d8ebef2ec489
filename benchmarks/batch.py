"""How fast a circular to all is: `python benchmarks/batch.py [--letters N] [--rounds R] [--memory] [--jobs]`.

Letters of one page on the shipped template, to the recipients of one xlsx: the usual circular (one text for
all but the addressee), one with 14 values in nearly every paragraph, one with a table of 15 rows. memogen's
whole batch (list, checks, a register with a number each, render, digest, write), its renderer alone,
the rivals as their documentation says, and the floor, the same bytes written to the same disk.
docxtpl and docxtemplater are given the body as ready XML, which memogen makes itself. All take turns within
a round, each in a process of its own, by processor time (user and system); medians, and ratios within the
same round, since machines are noisy. Every file made is opened, and must hold its recipient's texts.

`--memory` adds the peak of 10,000 letters, `--jobs` two jobs against one by wall time. Rivals that are not
installed are fetched with pip and npm into a folder among the system's temporary files, or left out. What
was made (2 GB, with both 5) is deleted at the very end, and stays when `--folder` says where: ext4 takes up
to ten times as long to make a file in the minutes after a big tree was deleted. On a memory disk (/dev/shm)
the moods of the disk are left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from circular.contestants import WARM_UP, Job
from circular.material import Material, prepare

from memogen.model import Memo, Paragraph

CONTESTANTS = "circular.contestants"
MAILMERGE, DOCXTEMPLATER, PIZZIP = "1.0.3", "3.71.0", "3.3.0"
FETCHED = Path(tempfile.gettempdir(), f"memogen-benchmark-{MAILMERGE}-{DOCXTEMPLATER}")
MANY = 10_000
ROUNDS_OF_JOBS = 3
CALM = 2
"""How many times the quickest round the slowest may take to write the same bytes."""
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the table: which contestant, with which letter; rivals make fewer letters."""

    title: str
    contestant: str
    letter: str = "memo"
    is_rival: bool = False
    mark: int = 0
    """How many times as fast as docxtpl it is to be."""


LINES = (
    Line(title="memogen, whole batch", contestant="batch", letter="circular", mark=25),
    Line(title="memogen, whole batch and its start", contestant="batch_from_start", letter="circular"),
    Line(title="memogen, renderer with isal", contestant="renderer_with_isal", letter="circular", mark=100),
    Line(title="memogen, renderer with zlib", contestant="renderer_with_zlib", letter="circular", mark=70),
    Line(title="memogen, renderer and write", contestant="renderer_and_write", letter="circular"),
    Line(title=f"docxtpl {version('docxtpl')}", contestant="docxtpl", letter="circular", is_rival=True),
    Line(title="floor", contestant="floor", letter="circular"),
    Line(title="floor, temporary file and rename", contestant="floor_with_rename", letter="circular"),
    Line(title="14 values, whole batch", contestant="batch"),
    Line(title="14 values, renderer with isal", contestant="renderer_with_isal"),
    Line(title="14 values, renderer with zlib", contestant="renderer_with_zlib"),
    Line(title="14 values, renderer and write", contestant="renderer_and_write"),
    Line(title="14 values, docxtpl", contestant="docxtpl", is_rival=True),
    Line(title=f"14 values, docx-mailmerge2 {MAILMERGE}", contestant="mailmerge", is_rival=True),
    Line(title=f"14 values, docxtemplater {DOCXTEMPLATER}", contestant="docxtemplater", is_rival=True),
    Line(title="14 values, floor", contestant="floor"),
    Line(title="table, renderer with isal", contestant="renderer_with_isal", letter="table", mark=30),
    Line(title="table, renderer with zlib", contestant="renderer_with_zlib", letter="table", mark=30),
    Line(title="table, docxtpl", contestant="docxtpl", letter="table", is_rival=True),
    Line(title="table, docxtemplater", contestant="docxtemplater", letter="table", is_rival=True),
    Line(title="table, floor", contestant="floor", letter="table"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """What one process cost: processor seconds of its measured part and in all, wall seconds, peak bytes."""

    measured: float
    processor: float
    wall: float
    peak: int


@dataclass(slots=True)
class Bench:
    """Runs contestants, each in a fresh folder, and looks at all that they made."""

    folder: Path
    material: Material
    _memos: dict[str, list[Memo]] = field(default_factory=dict)
    _runs: int = 0

    def run(self, contestant: str, *, count: int, letter: str = "memo", jobs: int = 1) -> Run:
        self._runs += 1
        out = self.folder / f"{self._runs:03} {contestant}"
        out.mkdir()
        job = Job(
            contestant=contestant,
            material=str(self.material.folder),
            out=str(out),
            count=count,
            letter=letter,
            jobs=jobs,
        )
        began = time.perf_counter()
        told, processor = _told([sys.executable, "-m", CONTESTANTS, json.dumps(asdict(job))])
        wall = time.perf_counter() - began
        self._check([Path(file) for file in told["files"]], letter, count)
        return Run(told["seconds"], processor, wall, told["peak"])

    def _check(self, files: Sequence[Path], letter: str, count: int) -> None:
        """Every file is a DOCX with its recipient's texts; else he would win who makes nothing."""
        memos = self._memos.setdefault(letter, self.material.memos(letter))
        for file, memo in zip(files, memos[:count], strict=True):
            text = _text_of(file)
            lost = [wanted for wanted in _texts_of(memo) if wanted not in text]
            if lost:
                raise SystemExit(f"{file}: {lost[0]!r} is not in it")


def _told(command: Sequence[str]) -> tuple[dict[str, Any], float]:
    """What a process printed, and its processor seconds by the kernel's account."""
    python = [str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")]), str(FETCHED)]
    paths = {"PYTHONPATH": os.pathsep.join(python), "NODE_PATH": str(FETCHED / "node_modules")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | paths) as process:
        assert process.stdout is not None
        printed = process.stdout.read()
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {command}")
    return json.loads(printed), usage.ru_utime + usage.ru_stime


def _text_of(file: Path) -> str:
    """The text of a DOCX whose parts are all sound."""
    from lxml import etree

    with zipfile.ZipFile(file) as package:
        if damaged := package.testzip():
            raise SystemExit(f"{file}: {damaged} is damaged")
        return "".join(map(str, etree.fromstring(package.read("word/document.xml")).itertext()))


def _texts_of(memo: Memo) -> Iterator[str]:
    yield from (memo.agency, memo.number, memo.date_text, memo.subject, memo.to, memo.signature.name)
    for block in memo.blocks:
        cells = [block.runs] if isinstance(block, Paragraph) else [*block.head, *chain(*block.rows)]
        yield from (piece for runs in cells for run in runs for piece in run.text.split("\t"))


# --- rivals -----------------------------------------------------------------------------------------


def absent() -> set[str]:
    """Contestants that cannot take part; rivals are fetched first where that is possible."""
    FETCHED.mkdir(exist_ok=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(FETCHED)]
    npm = [shutil.which("npm") or "npm", "install", "--prefix", str(FETCHED), "--no-audit", "--no-fund"]
    there = {
        "mailmerge": (FETCHED / "mailmerge").is_dir() or _succeeds([*pip, f"docx-mailmerge2=={MAILMERGE}"]),
        "docxtemplater": shutil.which("node")
        and (
            (FETCHED / "node_modules" / "docxtemplater").is_dir()
            or _succeeds([*npm, f"docxtemplater@{DOCXTEMPLATER}", f"pizzip@{PIZZIP}"])
        ),
        "renderer_with_isal": importlib.util.find_spec("isal"),
    }
    return {name for name, found in there.items() if not found}


def _succeeds(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, stdout=sys.stderr, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


# --- what is measured -------------------------------------------------------------------------------


def speed(bench: Bench, *, letters: int, rivals: int, rounds: int) -> None:
    """The table."""
    missing = absent()
    for name in sorted(missing):
        print(f"{name}: not installed, left out")
    lines = [line for line in LINES if line.contestant not in missing]
    costs: dict[Line, list[float]] = {line: [] for line in lines}
    for number in range(rounds):
        for line in lines:
            _progress(f"round {number + 1} of {rounds}: {line.title}")
            count = rivals if line.is_rival else letters
            run = bench.run(line.contestant, count=count, letter=line.letter)
            seconds = run.processor if line.contestant == "batch_from_start" else run.measured
            costs[line].append(seconds / count * 1_000_000)
    _progress("")
    print(f"{letters:,} letters (rivals {rivals:,}), {rounds} rounds: medians, ratios within a round")
    print(
        f"{'':<36} {'x docxtpl':>9} {'of floor':>8} {'mark':>6}   {'us a letter':>11} {'min':>8} {'max':>8}"
    )
    by_name = {(line.contestant, line.letter): values for line, values in costs.items()}
    for line, values in costs.items():
        times = _ratio(by_name["docxtpl", line.letter], values)
        share = _ratio(by_name["floor", line.letter], values)
        mark = f">= {line.mark}" if line.mark else ""
        print(
            f"{line.title:<36} {times:>9.1f} {share:>8.1%} {mark:>6}   "
            f"{statistics.median(values):>11,.0f} {min(values):>7,.0f} {max(values):>7,.0f}"
        )
    floor = by_name["floor", "circular"]
    if max(floor) > CALM * min(floor):
        print("the floor is unsteady: other work on this disk, or a big tree deleted minutes ago")


def memory(bench: Bench, letters: int) -> None:
    """The peak of a whole batch, of few letters and of many."""
    for count in (letters, MANY):
        _progress(f"memory: {count:,} letters")
        run = bench.run("batch_from_start", count=count, letter="circular")
        _progress("")
        print(
            f"whole batch of {count:,}: peak {run.peak / MEGABYTE:.0f} MB, {run.processor:.1f} s of processor"
            + (" (marks: at most 150 MB; aim 6 s)" if count == MANY else "")
        )


def two_jobs(bench: Bench) -> None:
    """Whole processes by the clock on the wall, one job and two in turn, of two letters."""
    for letter, name in (("circular", "the usual circular"), ("memo", "14 values")):
        walls = []
        for number in range(ROUNDS_OF_JOBS):
            _progress(f"jobs, {name}: round {number + 1} of {ROUNDS_OF_JOBS}")
            runs = [bench.run("batch_from_start", count=MANY, letter=letter, jobs=jobs) for jobs in (1, 2)]
            walls.append([run.wall for run in runs])
        _progress("")
        ratios = [one / two for one, two in walls]
        one, two = (statistics.median(column) for column in zip(*walls, strict=True))
        print(
            f"whole batch of {MANY:,}, {name}, two jobs: {statistics.median(ratios):.2f} x one"
            f" (min {min(ratios):.2f}, max {max(ratios):.2f}; {one:.1f} s and {two:.1f} s;"
            f" mark: at least 1.6; {os.cpu_count()} processors)"
        )


def _ratio(slow: Sequence[float], fast: Sequence[float]) -> float:
    return statistics.median(a / b for a, b in zip(slow, fast, strict=True))


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{text:<70}", end="" if text else "\r", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=1_000, help="letters of memogen and the floor")
    parser.add_argument("--rivals", type=int, default=100, help="letters of the rivals")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument(
        "--folder", type=lambda path: Path(path).resolve(), help="a new folder to work in, which stays"
    )
    parser.add_argument("--memory", action="store_true", help=f"also the peak of {MANY:,} letters")
    parser.add_argument("--jobs", action="store_true", help="also two jobs against one")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.folder or Path(temporary)).resolve()
        many = MANY if given.memory or given.jobs else given.letters
        counts = {WARM_UP, given.letters, many}
        place = folder / "material"
        place.mkdir(parents=True)
        material = prepare(place, counts=sorted(counts), memos=many, values=given.rivals)
        bench = Bench(folder, material)
        speed(bench, letters=given.letters, rivals=given.rivals, rounds=given.rounds)
        if given.memory:
            memory(bench, given.letters)
        if given.jobs:
            two_jobs(bench)


if __name__ == "__main__":
    main()
