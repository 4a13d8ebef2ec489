"""At every sync, rename and write of a three-letter run: a kill, or a disk that fails. Nothing is lost."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest
from clerks import Clerk, issue_at_desk, words
from holding import desk_faults
from tracing import calls_of, points, struck

pytestmark = [pytest.mark.crash, pytest.mark.xdist_group("register_faults")]

KILLED = dict.fromkeys(
    ("fdatasync", "fsync", "rename", "ftruncate", "unlink", "pwrite64", "write"), "SIGKILL"
)
FAILING = {
    "EIO": dict.fromkeys(("fdatasync", "fsync", "pwrite64", "write"), "EIO"),
    "ENOSPC": dict.fromkeys(("fdatasync", "fsync", "rename", "pwrite64", "write"), "ENOSPC"),
    "EACCES": dict.fromkeys(("fdatasync", "fsync", "rename", "pwrite64", "unlink"), "EACCES"),
}
AT_MOST = 30


class Bench:
    """Offices that are set up alike, used once and thrown away."""

    def __init__(self, pristine: Path, folder: Path) -> None:
        self._pristine = pristine
        self._folder = folder
        self.root = folder / "office"
        self.log = folder / "strace.log"

    def clerk(self) -> Clerk:
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self._pristine, self.root)
        return Clerk(issue_at_desk, self.root, sorted((self.root / "letters").iterdir()), self.root / "word")

    def calls(self) -> list[tuple[str, str]]:
        return calls_of(self.clerk(), self.log)


@pytest.fixture
def bench(pristine: Path, tmp_path: Path) -> Bench:
    return Bench(pristine, tmp_path)


def test_numbers_are_on_the_disk_before_documents_and_documents_before_their_names(bench: Bench) -> None:
    calls = [(call, _kind(arguments)) for call, arguments in bench.calls()]
    renamed = [place for place, (call, _file) in enumerate(calls) if call.startswith("rename")]
    assert len(renamed) == 3
    numbers = max(place for place, call in enumerate(calls[: renamed[0]]) if call == ("fdatasync", "wal"))
    assert ("pwrite64", "wal") in calls[:numbers]
    assert ("pwrite64", "wal") not in calls[numbers : renamed[-1]]
    assert calls[numbers : renamed[0]].count(("fsync", "temp")) == 3
    assert ("fsync", "folder") in calls[renamed[-1] :]


def _kind(arguments: str) -> str:
    """Which file a call is about."""
    for ending, kind in ((".tmp>", "temp"), ("-wal>", "wal"), ("/out>", "folder"), (".jsonl>", "mirror")):
        if ending in arguments:
            return kind
    return ""


def test_a_kill_at_any_write_or_sync_loses_nothing(bench: Bench) -> None:
    asked = points(bench.calls(), KILLED, at_most=AT_MOST)
    amiss, died = {}, 0
    for point in asked:
        died += struck(bench.clerk(), bench.log, point) == -9
        if faults := desk_faults(bench.root):
            amiss[str(point)] = faults
    assert amiss == {}
    assert died > 0.9 * len(asked), f"only {died} of {len(asked)} were killed"


@pytest.mark.parametrize("error", FAILING)
def test_a_disk_that_fails_at_any_write_or_sync_loses_nothing(bench: Bench, error: str) -> None:
    asked = points(bench.calls(), FAILING[error], at_most=AT_MOST)
    amiss, codes = {}, Counter[int | None]()
    for point in asked:
        code = struck(bench.clerk(), bench.log, point)
        codes[code] += 1
        faults = [f"broke off with exit code {code}"] if code not in (0, 3, 4) else []
        if code == 0 and len(words(bench.root / "word")) != 3:
            faults.append("said that all went well, but did not tell three numbers")
        faults += desk_faults(bench.root)
        if faults:
            amiss[str(point)] = faults
    assert amiss == {}
    assert codes[3] + codes[4] > len(asked) / 3, f"hardly any run noticed: {codes}"
