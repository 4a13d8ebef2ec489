"""A batch killed at random moments and resumed is the batch that nobody killed."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_desk_batch import NOON, OWN_TEXT, Office

from memogen.findings import Severity

RECIPIENTS, KILLS = 400, 20
pytestmark = pytest.mark.crash


def command(office: Office, number: str, *more: str) -> list[str]:
    return [
        *(sys.executable, "-m", "memogen", "--workspace", str(office.root), "batch", str(office.letter)),
        *("--to", str(office.list), "--number", number, "--no-papers", "--resume", *more),
    ]


def run_until_killed(line: list[str], seconds: float) -> bool:
    """Whether the command had to be killed; one that ends by itself must have ended well."""
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        try:
            _said, told = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return True
        assert process.returncode == 0, told.decode()
    return False


def run_with_a_worker_killed(line: list[str], seconds: float) -> tuple[bool, int, str]:
    """Whether a worker was killed after so many seconds; how the command ended then, and what it told."""
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        time.sleep(seconds)
        workers = workers_of(process.pid)
        for worker in workers[-1:]:
            with contextlib.suppress(ProcessLookupError):  # it ended meanwhile
                os.kill(worker, signal.SIGKILL)
        _said, told = process.communicate(timeout=120)  # never left waiting
    return bool(workers), process.returncode, told.decode()


def workers_of(parent: int) -> list[int]:
    """The processes that a process has begun; Linux alone tells them."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            name_and_parent = path.read_text().rpartition(")")
            if int(name_and_parent[2].split()[1]) == parent:
                found.append(int(path.parent.name))
    return sorted(found)


def processes_in(folder: Path) -> list[str]:
    """Command lines that are still at work in a folder; Linux alone tells them."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            lines.append(path.read_bytes().decode(errors="replace"))
    return [line for line in lines if str(folder) in line]


def gone(folder: Path, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while (left := processes_in(folder)) and time.monotonic() < end:
        time.sleep(0.05)
    return not left


def whole(path: Path) -> bytes:
    content = path.read_bytes()
    assert content.endswith(b"\0\0"), f"{path.name} is half written"  # the end of a zip without comment
    return content


def seconds_of_a_whole_run(office: Office, number: str) -> float:
    began = time.perf_counter()
    assert not run_until_killed(command(office, number), 300)
    return time.perf_counter() - began


@pytest.mark.parametrize(("number", "jobs"), [("each", "1"), ("each", "2"), ("shared", "1")])
def test_killed_twenty_times_and_resumed(tmp_path: Path, number: str, jobs: str) -> None:
    unbroken, killed = Office(tmp_path / "unbroken"), Office(tmp_path / "killed")
    for office in (unbroken, killed):
        office.write(OWN_TEXT)
        office.send_to_many(RECIPIENTS)
    seconds = seconds_of_a_whole_run(unbroken, number)
    chance = random.Random(f"{number} {jobs}")
    kills = 0
    for attempt in range(8 * KILLS):
        was_killed = run_until_killed(
            command(killed, number, "--jobs", jobs), seconds * chance.uniform(0.2, 1.0)
        )
        kills += was_killed
        seconds *= 1.02 if was_killed else 0.8  # the machine may be slower or faster by now
        for path in (killed.root / "out").rglob("*.docx"):
            whole(path)
        if kills == KILLS:
            break
        if len(killed.files) == RECIPIENTS:  # it came to its end: begin again elsewhere
            killed.root.rename(tmp_path / f"done {attempt}")
            killed = Office(tmp_path / "killed")
            killed.write(OWN_TEXT)
            killed.send_to_many(RECIPIENTS)
    assert kills == KILLS
    assert gone(killed.root, 20), "processes of a killed batch are still there"
    assert not run_until_killed(command(killed, number), 300)
    assert killed.files == unbroken.files
    assert killed.numbers == unbroken.numbers
    assert len(killed.numbers) == (RECIPIENTS if number == "each" else 1)
    _count, findings = killed.workspace.check_register(clock=lambda: NOON)
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]


def test_a_worker_that_is_killed_leaves_nobody_waiting_and_nothing_half_done(tmp_path: Path) -> None:
    unbroken, struck = Office(tmp_path / "unbroken"), Office(tmp_path / "struck")
    for office in (unbroken, struck):
        office.write(OWN_TEXT)
        office.send_to_many(RECIPIENTS)
    seconds = seconds_of_a_whole_run(unbroken, "each")
    chance = random.Random("workers")
    ends = []
    for attempt in range(12):
        line = command(struck, "each", "--jobs", "2")
        was_struck, code, told = run_with_a_worker_killed(line, seconds * chance.uniform(0.3, 1.1))
        ends.append(code)
        assert code == 0 or (was_struck and code == 3 and "N38" in told), told
        for path in (struck.root / "out").rglob("*.docx"):
            whole(path)
        if len(struck.files) == RECIPIENTS:
            struck.root.rename(tmp_path / f"done {attempt}")
            struck = Office(tmp_path / "struck")
            struck.write(OWN_TEXT)
            struck.send_to_many(RECIPIENTS)
    assert 3 in ends, "no worker was ever killed at work"
    assert not run_until_killed(command(struck, "each"), 300)
    assert (struck.files, struck.numbers) == (unbroken.files, unbroken.numbers)
