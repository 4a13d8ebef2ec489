"""How fast the register is: `python benchmarks/register.py [rounds]`.

Numbers a second, alone and from eight processes, in turn within each round: a bare `BEGIN IMMEDIATE` loop
that counts one up with the same settings (WAL, full sync), and `Pen.reserve`, which also keeps the line, its
event, the chain and the mirror. On PostgreSQL (when its server is installed) the bare loop is
`UPDATE … RETURNING`. Then `verify` of a trail of 100,000 events; the documents of a batch, in turns of 100
letters of 33 kB each, of which 28 kB are alike as in all letters of one template, with a number each and with
one number for all; and the last check of 100,000 entries. Medians; ratios are taken within a round, since
machines are noisy.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from memogen.books import Book, BookKind, Entry, Status
from memogen.register import Register
from memogen.register.checking import CitingText, check

CLERKS = 8
TURN, TURNS = 100, 20
ALIKE, WHOLE = 28_000, 33_000
SECONDS = 0.5
EVENTS = 100_000
BOOK = Book("กษ ๑๑๑๓", BookKind.SENDING, 2569)
NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
PROCESSES = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")

Loop = Callable[[str, Path, float], int]
"""Works at an address, with a mirror, until a moment of the monotonic clock; how many numbers it took."""


def bare_sqlite(address: str, _mirror: Path, until: float) -> int:
    connection = sqlite3.connect(address, timeout=60, isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal")
    for name, value in (("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0)):
        connection.execute(f"PRAGMA {name} = {value}")
    taken = 0
    while time.monotonic() < until:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE counter SET n = n + 1 RETURNING n").fetchone()
        connection.execute("COMMIT")
        taken += 1
    connection.close()
    return taken


def bare_postgres(address: str, _mirror: Path, until: float) -> int:
    import psycopg

    taken = 0
    with psycopg.connect(address, autocommit=True) as connection:
        while time.monotonic() < until:
            connection.execute("UPDATE counter SET n = n + 1 RETURNING n").fetchone()
            taken += 1
    return taken


def memogen(address: str, mirror: Path, until: float) -> int:
    taken = 0
    with opened(address, mirror) as register:
        while time.monotonic() < until:
            with register.writing() as pen:
                pen.reserve(BOOK, holder="ผู้จองตัวอย่าง")
            taken += 1
    return taken


def opened(address: str, mirror: Path) -> Register:
    return Register.open(address, clock=lambda: NOW, actor="benchmark", mirror=mirror)


def new_counter(address: str, _mirror: Path) -> None:
    with sqlite3.connect(address, isolation_level=None) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("CREATE TABLE counter (n INTEGER)")
        connection.execute("INSERT INTO counter VALUES (0)")
    connection.close()


def new_postgres_counter(address: str, _mirror: Path) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE counter (n integer)")
        connection.execute("INSERT INTO counter VALUES (0)")


def new_register(address: str, mirror: Path) -> None:
    opened(address, mirror).close()


def rate(loop: Loop, address: str, mirror: Path, clerks: int) -> float:
    """Numbers a second of so many processes that start together."""
    starts = time.monotonic() + 0.2
    until = starts + SECONDS
    with ProcessPoolExecutor(clerks, PROCESSES) as pool:
        work = [pool.submit(_at, loop, address, mirror, starts, until) for _ in range(clerks)]
        ends = [future.result() for future in work]
    return sum(taken for taken, _end in ends) / (max(end for _taken, end in ends) - starts)


def _at(loop: Loop, address: str, mirror: Path, starts: float, until: float) -> tuple[int, float]:
    time.sleep(max(0.0, starts - time.monotonic()))
    return loop(address, mirror, until), time.monotonic()


def seconds_of(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


Engine = tuple[Callable[[], str], Loop, Callable[[str, Path], None]]


@contextmanager
def engines(folder: Path) -> Iterator[dict[str, Engine]]:
    """Engine -> how to get an empty database, the bare loop, and what the bare loop needs."""
    numbers = iter(range(1_000_000))
    found: dict[str, Engine] = {
        "SQLite": (lambda: str(folder / f"{next(numbers)}.db"), bare_sqlite, new_counter),
    }
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "register_proofs"))
    server_of_tests = importlib.import_module("server")
    if not server_of_tests.binaries():
        yield found
        return
    with server_of_tests.running() as server:
        found["PostgreSQL"] = (server.new_database, bare_postgres, new_postgres_counter)
        yield found


def numbers_a_second(rounds: int, folder: Path) -> None:
    rates: dict[tuple[str, str, int], list[float]] = {}
    with engines(folder) as found:
        for _ in range(rounds):
            for engine, (new_address, bare, prepare) in found.items():
                for clerks in (1, CLERKS):
                    for name, loop, made in (
                        ("bare loop", bare, prepare),
                        ("memogen", memogen, new_register),
                    ):
                        address = new_address()
                        mirror = folder / f"{address.rpartition('/')[2]}.mirror.jsonl"
                        made(address, mirror)
                        rates.setdefault((engine, name, clerks), []).append(
                            rate(loop, address, mirror, clerks)
                        )
    print(f"{'numbers a second':<32} {'median':>8} {'min':>8} {'max':>8}   ({rounds} rounds)")
    for (engine, name, clerks), values in rates.items():
        label = f"{engine}, {name}, {clerks} process{'es' if clerks > 1 else ''}"
        print(f"{label:<32} {statistics.median(values):>8,.0f} {min(values):>8,.0f} {max(values):>8,.0f}")
    for engine in found:
        for clerks in (1, CLERKS):
            pairs = zip(rates[engine, "memogen", clerks], rates[engine, "bare loop", clerks], strict=True)
            ratio = statistics.median(ours / bare for ours, bare in pairs)
            mark = (
                "   (marks: at least 0.40, and 1,500 a second)"
                if (engine, clerks) == ("SQLite", CLERKS)
                else ""
            )
            print(f"{engine}, {clerks}: memogen / bare loop = {ratio:.2f}{mark}")


def batch_documents(rounds: int, folder: Path) -> None:
    print(f"{'a document of a batch':<40} {'processor':>9} {'in all':>9} {'kept':>9}   (mark: 100 µs)")
    with engines(folder) as found:
        for engine, (new_address, _bare, _prepare) in found.items():
            for name, act in (("a number each", number_each), ("one number for all", one_number)):
                label = f"{engine}, {name}"
                measured = [timed(act, new_address(), folder) for _ in range(rounds)]
                busy, taken, size = map(statistics.median, zip(*measured, strict=True))
                kept = f"{size / 1000:.1f} kB" if size else ""
                print(f"{label:<40} {busy:>6.0f} µs {taken:>6.0f} µs {kept:>9}")


Turns = Callable[[Register, list[list[bytes]]], None]


def timed(act: Turns, address: str, folder: Path) -> tuple[float, float, float]:
    """Microseconds of the processor and in all, and bytes on the disk (of a file), for each document."""
    mirror = folder / f"{address.rpartition('/')[2]}.documents.jsonl"
    chance = random.Random(2569)
    alike = chance.randbytes(ALIKE)
    turns = [[alike + chance.randbytes(WHOLE - ALIKE) for _ in range(TURN)] for _ in range(TURNS)]
    with opened(address, mirror) as register:
        began, busy = time.perf_counter(), time.process_time()
        act(register, turns)
        busy, taken = time.process_time() - busy, time.perf_counter() - began
        assert register.verify() == []
    count = TURN * TURNS
    size = Path(address).stat().st_size if Path(address).exists() else 0
    return busy / count * 1e6, taken / count * 1e6, size / count


def number_each(register: Register, turns: list[list[bytes]]) -> None:
    units = iter(range(TURN * TURNS))
    for documents in turns:
        with register.writing() as pen:
            for document in documents:
                pen.issue(BOOK, **letter(f"หน่วยงาน {next(units)}"), render=giving(document))


def giving(document: bytes) -> Callable[[str, int], bytes]:
    return lambda _number, _serial: document


def one_number(register: Register, turns: list[list[bytes]]) -> None:
    documents = (document for turn in turns for document in turn)
    with register.writing() as pen:
        pen.issue_copies(
            BOOK,
            **letter("ทุกหน่วยงาน"),
            render=lambda _number, _serial: (
                (f"หน่วยงาน {n}", document) for n, document in enumerate(documents)
            ),
        )


def letter(unit: str) -> dict[str, Any]:
    """What the books are told of a letter: a page of text, 1.7 kB."""
    return {
        "key": f"letters/ตัวอย่าง.md#{unit}",
        "payload": {
            "ที่": "กษ ๑๑๑๓/",
            "เรื่อง": "ขอเชิญประชุม",
            "เรียน": f"ผู้อำนวยการ{unit}",
            "เนื้อความ": "ข้อความตัวอย่างของหนังสือเวียนถึงหน่วยงาน " * 12,
        },
        "dated": date(2026, 11, 20),
        "sender": "กองทดสอบ",
        "to": f"ผู้อำนวยการ{unit}",
        "subject": "ขอเชิญประชุม",
        "letter": "letters/ตัวอย่าง.md",
    }


def long_trail(rounds: int, folder: Path) -> None:
    with opened(str(folder / "long.db"), folder / "long.jsonl") as register:
        with register.writing() as pen:
            pen.reserve(BOOK, holder="ผู้จองตัวอย่าง", count=EVENTS)
        assert register.verify() == []
        seconds = [seconds_of(register.verify) for _ in range(rounds)]
    told(f"verify of {EVENTS:,} events", seconds, "well under 1 s")


def long_book(rounds: int) -> None:
    entries = [entry(serial) for serial in range(1, EVENTS + 1)]
    cited = "ตามหนังสือกองทดสอบ ที่ กษ ๑๑๑๓/๓๓๕ ลงวันที่ ๑ มกราคม ๒๕๖๙ ขอความอนุเคราะห์"
    letters = [CitingText(file=f"letters/{number}.md", lines=((1, cited),)) for number in range(100)]
    seconds = [
        seconds_of(lambda: check(entries, [(BOOK, 0, EVENTS)], letters, [], today=date(2026, 11, 20)))
        for _ in range(rounds)
    ]
    told(f"check of {EVENTS:,} entries", seconds, "under 2 s")


def entry(serial: int) -> Entry:
    return Entry(
        code=BOOK.code,
        kind=BOOK.kind,
        year_be=BOOK.year_be,
        serial=serial,
        status=Status.DISPATCHED,
        dated=date.fromordinal(date(2026, 1, 1).toordinal() + serial * 300 // EVENTS),
        sender="กองทดสอบ",
        to="อธิบดีกรมตัวอย่าง",
        subject=f"ขอความอนุเคราะห์ครั้งที่ {serial}",
        way="ไปรษณีย์",
        dispatched_on=date(2026, 11, 1),
    )


def told(what: str, seconds: list[float], mark: str) -> None:
    print(
        f"{what}: {statistics.median(seconds):.2f} s"
        f" (min {min(seconds):.2f}, max {max(seconds):.2f}; mark: {mark})"
    )


def main(rounds: int = 9) -> None:
    with tempfile.TemporaryDirectory() as folder:
        numbers_a_second(rounds, Path(folder))
        long_trail(rounds, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        batch_documents(rounds, Path(folder))
    long_book(rounds)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
