"""Bad days at the office: full disks, wrong clocks, shares, broken files, old copies; numbers stay right."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from clerks import (
    BOOK,
    MOMENT,
    Clerk,
    Place,
    ask_for,
    at_moment,
    crew,
    issue_at_desk,
    issue_letters,
    issue_one,
    words,
)
from holding import desk_faults, faults_of

from memogen import Workspace
from memogen.books import Book
from memogen.errors import OutputError, RegisterRefusal
from memogen.register import shares
from memogen.thai import be_year

pytestmark = pytest.mark.crash

NEW_YEAR = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)  # midnight in Bangkok
ZONES = ["UTC", "Asia/Bangkok", "America/New_York", "Pacific/Kiritimati"]


def code_of(act: Callable[[], object]) -> str:
    """The code of the refusal that `act` must meet."""
    with pytest.raises(RegisterRefusal) as caught:
        act()
    finding = caught.value.findings[0]
    assert finding.message
    assert finding.hint, "a refusal names the next step"
    return finding.code


# --- the disk -------------------------------------------------------------------------------------


def issue_on_a_small_disk(place: Place, keys: list[str], word: Path, limit: int) -> list[int]:
    """No file may grow beyond `limit` bytes, as on a disk that is full or over its quota."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return issue_letters(place, keys, word)


@pytest.mark.parametrize("limit", [0, 4_096, 20_000, 33_000, 60_000, 100_000, 140_000, 220_000])
def test_a_full_disk_burns_no_number_and_leaves_no_half_document(
    on_sqlite: Place, tmp_path: Path, limit: int
) -> None:
    keys = [f"หนังสือ {number}" for number in range(12)]
    word, after = tmp_path / "word", tmp_path / "after"
    clerk = Clerk(issue_on_a_small_disk, on_sqlite, keys, word, limit).ready().go()
    assert clerk.end() in (3, 4), "the disk was to be too small, and a clear refusal to say so"
    if limit:
        assert faults_of(on_sqlite, words(word)) == []
    issue_letters(on_sqlite, keys, after)
    told = words(word, after)
    assert list(told.values()) == list(range(1, len(keys) + 1))
    assert faults_of(on_sqlite, told) == []
    assert len(list(on_sqlite.folder.glob("*.docx"))) == len(keys)


def test_a_read_only_out_folder_takes_no_number(pristine: Path, tmp_path: Path) -> None:
    root = shutil.copytree(pristine, tmp_path / "office")
    (root / "out").mkdir()
    (root / "out").chmod(0o555)
    letters = sorted((root / "letters").iterdir())
    with pytest.raises(OutputError):
        issue_at_desk(root, letters, root / "word")
    (root / "out").chmod(0o755)
    with Workspace.at(root).register(clock=lambda: MOMENT) as register:
        assert register.entries() == []
    assert desk_faults(root) == []


def test_a_read_only_register_is_refused_and_works_again_afterwards(on_sqlite: Place) -> None:
    ask_for(on_sqlite, "ก่อน")
    file = Path(on_sqlite.address)
    file.chmod(0o444)
    assert code_of(lambda: ask_for(on_sqlite, "ระหว่าง")) == "R22"
    file.chmod(0o644)
    assert ask_for(on_sqlite, "หลัง")[0] == 2


def test_a_read_only_folder_is_refused_and_works_again_afterwards(on_sqlite: Place, tmp_path: Path) -> None:
    ask_for(on_sqlite, "ก่อน")
    tmp_path.chmod(0o555)
    assert code_of(lambda: ask_for(on_sqlite, "ระหว่าง")) == "R22"
    tmp_path.chmod(0o755)
    assert ask_for(on_sqlite, "หลัง")[0] == 2


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"])
def test_a_register_on_a_share_is_refused_before_anything_is_made(
    on_sqlite: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts = tmp_path / "mountinfo"
    root = "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/disk rw\n"
    place = str(tmp_path).replace(" ", "\\040")
    mounts.write_text(
        f"{root}40 22 0:50 / {place} rw,relatime shared:2 - {kind} server:/share rw\n", encoding="utf-8"
    )
    monkeypatch.setattr(shares, "_MOUNTS", mounts)
    with pytest.raises(RegisterRefusal) as caught:
        ask_for(on_sqlite, "หนังสือ")
    assert caught.value.findings[0].code == "R21"
    assert "PostgreSQL" in caught.value.findings[0].hint
    assert not Path(on_sqlite.address).exists()
    mounts.write_text(root, encoding="utf-8")
    assert ask_for(on_sqlite, "หนังสือ")[0] == 1


# --- the file -------------------------------------------------------------------------------------


def _settle(place: Place) -> Path:
    """Two letters in a register whose file is then complete in itself."""
    ask_for(place, "หนึ่ง")
    ask_for(place, "สอง")
    return _checkpointed(Path(place.address))


def test_a_register_of_a_newer_memogen_is_refused_and_left_as_it_is(on_sqlite: Place) -> None:
    file = _settle(on_sqlite)
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE meta SET version = version + 1")
    connection.close()
    before = _checkpointed(file).read_bytes()
    assert code_of(lambda: ask_for(on_sqlite, "สาม")) == "R23"
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda whole: b"PK\x03\x04 not a register at all" * 200, id="another file"),
        pytest.param(lambda whole: whole[: len(whole) // 2 + 100], id="cut in half"),
        pytest.param(
            lambda whole: whole[:4096] + os.urandom(len(whole) - 4096), id="noise after the first page"
        ),
        pytest.param(lambda whole: whole[:16] + bytes(84) + whole[100:], id="header of zeros"),
    ],
)
def test_a_broken_register_is_refused_and_left_as_it_is(
    on_sqlite: Place, spoil: Callable[[bytes], bytes]
) -> None:
    file = _settle(on_sqlite)
    file.write_bytes(spoil(file.read_bytes()))
    before = file.read_bytes()
    assert code_of(lambda: ask_for(on_sqlite, "สาม")) in ("R24", "R25")
    assert file.read_bytes() == before


def test_another_programs_database_is_refused_and_left_as_it_is(on_sqlite: Place) -> None:
    with sqlite3.connect(on_sqlite.address) as connection:
        connection.execute("CREATE TABLE customers (name TEXT)")
    connection.close()
    assert code_of(lambda: ask_for(on_sqlite, "หนังสือ")) == "R24"
    with sqlite3.connect(on_sqlite.address) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("customers",)]
    connection.close()


# --- the clock ------------------------------------------------------------------------------------


def reserve_around_midnight(
    place: Place, zone: str, started: float, before: float, until: float
) -> list[tuple[int, int]]:
    """Reserves in the book of the moment while a clock runs over New Year; (year, serial) of each number."""
    os.environ["TZ"] = zone
    time.tzset()
    got = []
    with place.register(clock=at_moment(NEW_YEAR - timedelta(seconds=before), started)) as register:
        while time.monotonic() - started < until:
            with register.writing() as pen:
                book = Book(BOOK.code, BOOK.kind, be_year(pen.now().date()))
                (entry,) = pen.reserve(book, holder="ผู้จองตัวอย่าง", purpose=pen.now().isoformat())
            got.append((book.year_be, entry.serial))
    return got


def test_around_new_year_both_books_run_on_without_a_hole_whatever_the_machines_zone(place: Place) -> None:
    place.register(clock=lambda: NEW_YEAR - timedelta(seconds=5)).close()
    started = time.monotonic()
    before, until = 2.0, 4.0
    handed = crew(
        [(reserve_around_midnight, place, ZONES[turn % 4], started, before, until) for turn in range(16)]
    )
    numbers = [number for clerk in handed for number in clerk]
    assert len(numbers) == len(set(numbers))
    with place.register(clock=lambda: NEW_YEAR + timedelta(seconds=5)) as register:
        entries = register.entries()
        findings = register.verify()
    assert findings == []
    assert {(entry.year_be, entry.serial) for entry in entries} == set(numbers)
    for year in (2569, 2570):
        book = [entry for entry in entries if entry.year_be == year]
        assert book, f"nothing was reserved in {year}"
        assert [entry.serial for entry in book] == list(range(1, len(book) + 1))
        assert all(datetime.fromisoformat(entry.created_at).year + 543 == year for entry in book)


@pytest.mark.parametrize("zone", ZONES)
def test_the_year_is_bangkoks_to_the_second(on_sqlite: Place, zone: str) -> None:
    (got,) = crew([(years_at_the_edge, on_sqlite, zone)])
    assert got == [2569, 2570]


def _same(moment: datetime) -> datetime:
    return moment


def years_at_the_edge(place: Place, zone: str) -> list[int]:
    """The years of the books that are written a second before midnight and at midnight."""
    os.environ["TZ"] = zone
    time.tzset()
    years = []
    for moment in (NEW_YEAR - timedelta(seconds=1), NEW_YEAR):
        with place.register(clock=partial(_same, moment)) as register, register.writing() as pen:
            years.append(be_year(pen.now().date()))
            pen.reserve(Book(BOOK.code, BOOK.kind, years[-1]), holder="ผู้จองตัวอย่าง")
    return years


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=365)], ids=["an hour", "a year"])
def test_a_clock_set_back_is_refused_until_it_is_right_again(place: Place, back: timedelta) -> None:
    def ask(key: str, moment: datetime) -> int:
        with place.register(clock=lambda: moment) as register, register.writing() as pen:
            return issue_one(pen, key).entry.serial

    assert ask("ก่อน", MOMENT) == 1
    assert code_of(lambda: ask("ระหว่าง", MOMENT - back)) == "R32"
    assert ask("ก่อน", MOMENT - back) == 1  # what has its number keeps it
    assert ask("คลาดเล็กน้อย", MOMENT - timedelta(minutes=4)) == 2
    assert ask("หลัง", MOMENT) == 3
    assert faults_of(place, {"ก่อน": 1, "คลาดเล็กน้อย": 2, "หลัง": 3}) == []


# --- people ---------------------------------------------------------------------------------------


def test_two_clerks_with_one_letter_get_one_number(place: Place) -> None:
    for turn in range(10):
        first, second = crew([(ask_for, place, f"หนังสือ {turn}")] * 2)
        assert first == second
        assert first[0] == turn + 1


def ask_or_be_refused(place: Place, key: str, subject: str) -> int | str:
    try:
        return ask_for(place, key, subject)[0]
    except RegisterRefusal as refusal:
        return refusal.findings[0].code


def test_two_clerks_with_two_versions_of_a_letter_one_is_refused(place: Place) -> None:
    for turn in range(10):
        answers = crew(
            [(ask_or_be_refused, place, f"หนังสือ {turn}", subject) for subject in ("ฉบับแรก", "ฉบับแก้")]
        )
        assert set(answers) == {turn + 1, "R30"}
    assert faults_of(place, {}) == []


# --- an old copy ----------------------------------------------------------------------------------


def test_an_old_copy_gives_no_number_until_the_mirror_has_told_it_what_is_missing(
    on_sqlite: Place, tmp_path: Path
) -> None:
    word = tmp_path / "word"
    issue_letters(on_sqlite, [f"หนังสือ {number}" for number in range(5)], word)
    file = _checkpointed(Path(on_sqlite.address))
    old = shutil.copy(file, tmp_path / "copy.db")
    issue_letters(on_sqlite, [f"หนังสือ {number}" for number in range(10)], word)
    _put_back(Path(old), file)

    assert code_of(lambda: ask_for(on_sqlite, "หนังสือใหม่")) == "R40"
    assert code_of(lambda: ask_for(on_sqlite, "หนังสือ 7")) == "R40"
    with on_sqlite.register() as register:
        assert len(register.entries()) == 5  # reading is free
        register.reconcile({path.name: path.read_bytes() for path in on_sqlite.folder.iterdir()})
    assert faults_of(on_sqlite, words(word)) == []
    assert ask_for(on_sqlite, "หนังสือ 7")[0] == 8
    assert ask_for(on_sqlite, "หนังสือใหม่")[0] == 11


def test_an_old_copy_that_goes_on_elsewhere_is_told_apart(on_sqlite: Place, tmp_path: Path) -> None:
    issue_letters(on_sqlite, ["หนึ่ง"], tmp_path / "word")
    file = _checkpointed(Path(on_sqlite.address))
    old = shutil.copy(file, tmp_path / "copy.db")
    issue_letters(on_sqlite, ["สอง"], tmp_path / "word")
    (tmp_path / "register.mirror.jsonl").rename(tmp_path / "kept.jsonl")
    _put_back(Path(old), file)
    issue_letters(on_sqlite, ["สาม", "สี่"], tmp_path / "other word")
    (tmp_path / "kept.jsonl").replace(tmp_path / "register.mirror.jsonl")
    assert code_of(lambda: ask_for(on_sqlite, "ห้า")) == "R41"


def _checkpointed(file: Path) -> Path:
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return file


def _put_back(old: Path, file: Path) -> None:
    for leftover in (file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
        leftover.unlink(missing_ok=True)
    shutil.copy(old, file)
