"""The server dies under load, connections are cut: nothing acknowledged is lost, no double, no hole."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from clerks import MOMENT, Clerk, Place, give_word, issue_letters, issue_one, words
from holding import faults_of
from server import Server, running

from memogen.errors import RegisterRefusal
from memogen.register import Register

pytestmark = [pytest.mark.postgres, pytest.mark.crash, pytest.mark.xdist_group("register_postgres")]

WRITERS = 8
LOAD_SECONDS = 0.7  # between two kills


@pytest.fixture(scope="module")
def mortal() -> Iterator[Server]:
    """A server of this module's own, since it gets killed."""
    with running() as started:
        yield started


@pytest.fixture
def office(mortal: Server, tmp_path: Path) -> Place:
    return Place(mortal.new_database(), tmp_path / "out", tmp_path / "register.mirror.jsonl")


def write_until(place: Place, name: str, word: Path, stop: Path) -> dict[str, int]:
    """Issues letter after letter; whenever refused, asks again on a new connection. How often, by code."""
    refused = Counter[str]()
    letter = 0
    while not stop.exists():
        try:
            with place.register(actor=name) as register:
                while not stop.exists():
                    with register.writing() as pen:
                        issued = issue_one(pen, f"{name}.{letter}")
                    give_word(word, f"{name}.{letter}", issued.entry.serial)
                    letter += 1
        except RegisterRefusal as refusal:
            refused[refusal.findings[0].code] += 1
            time.sleep(0.02)
    return dict(refused)


def stay_and_write_until(place: Place, name: str, word: Path, stop: Path) -> dict[str, int]:
    """The same on one register that is kept open through all refusals."""
    refused = Counter[str]()
    letter = 0
    with _opened_at_last(place, name) as register:
        while not stop.exists():
            try:
                with register.writing() as pen:
                    issued = issue_one(pen, f"{name}.{letter}")
            except RegisterRefusal as refusal:
                refused[refusal.findings[0].code] += 1
                time.sleep(0.02)
                continue
            give_word(word, f"{name}.{letter}", issued.entry.serial)
            letter += 1
    return dict(refused)


def _opened_at_last(place: Place, name: str) -> Register:
    """Tries until no gust of the storm hits the opening."""
    while True:
        try:
            return place.register(actor=name)
        except RegisterRefusal as refusal:
            if refusal.findings[0].code != "R27":
                raise


class Writers:
    """Eight clerks at work on an office until they are told to stop."""

    def __init__(self, place: Place, folder: Path) -> None:
        self._place = place
        self._stop = folder / "stop"
        self._words = [folder / f"word {number}" for number in range(WRITERS)]
        self._clerks = [
            Clerk(
                stay_and_write_until if number % 2 else write_until,
                place,
                f"clerk {number}",
                word,
                self._stop,
            )
            for number, word in enumerate(self._words)
        ]
        for clerk in self._clerks:
            clerk.ready()
        for clerk in self._clerks:
            clerk.go()

    def told(self) -> dict[str, int]:
        return words(*self._words)

    def finish(self) -> Counter[str]:
        """How often the clerks were refused, by code."""
        self._stop.touch()
        return sum((Counter(clerk.answer()) for clerk in self._clerks), Counter[str]())


@pytest.mark.parametrize("death", ["kill", "quit"])
def test_a_server_that_dies_five_times_under_load_loses_nothing(
    mortal: Server, office: Place, tmp_path: Path, death: str
) -> None:
    office.register().close()
    writers = Writers(office, tmp_path)
    told = [0]
    for _turn in range(5):
        time.sleep(LOAD_SECONDS)
        getattr(mortal, death)()
        told.append(len(writers.told()))
        mortal.start()
    time.sleep(LOAD_SECONDS)
    refused = writers.finish()
    told.append(len(writers.told()))
    assert told == sorted(set(told)), "the clerks did not go on after each death"
    assert set(refused) == {"R27"}
    assert refused["R27"] >= 5
    assert faults_of(office, writers.told()) == []


def test_storms_of_cut_connections_lose_nothing(mortal: Server, office: Place, tmp_path: Path) -> None:
    office.register().close()
    writers = Writers(office, tmp_path)
    cut = 0
    with mortal.connect() as connection:
        for _gust in range(60):
            cut += _cut(connection, office.address.rpartition("/")[2])
            time.sleep(0.05)
    refused = writers.finish()
    assert cut > 60
    assert set(refused) == {"R27"}
    assert len(writers.told()) > 60
    assert faults_of(office, writers.told()) == []


def test_who_is_cut_off_while_others_go_on_is_told_of_the_connection_and_not_of_an_old_register(
    mortal: Server, office: Place
) -> None:
    """The clock is read with the books locked: there the lock is lost, and another clerk issues."""

    def moment() -> datetime:
        if is_cut:
            is_cut.clear()
            with mortal.connect() as connection:
                others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
                connection.execute(others, [office.address.rpartition("/")[2]])
            with office.register(actor="the other") as register, register.writing() as pen:
                issue_one(pen, "theirs")
        return MOMENT

    is_cut: list[bool] = []
    with office.register(clock=moment) as register:
        with register.writing() as pen:
            issue_one(pen, "ours")
        is_cut.append(True)
        with pytest.raises(RegisterRefusal) as refusal, register.writing() as pen:
            issue_one(pen, "lost")
    assert [finding.code for finding in refusal.value.findings] == ["R27"]


def _cut(connection: psycopg.Connection[tuple[object, ...]], database: str) -> int:
    """Half of all connections of the clerks, whatever they are doing."""
    return connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND random() < 0.5",
        [database],
    ).rowcount


def test_clerks_that_die_with_the_books_locked_leave_them_free(office: Place, tmp_path: Path) -> None:
    chance = random.Random(2569)
    office.register().close()
    word = tmp_path / "word"
    for turn in range(40):
        clerks = [
            Clerk(issue_letters, office, [f"{turn}.{number}", f"{turn}.{number}.2"], word).ready()
            for number in (1, 2)
        ]
        for clerk in clerks:
            clerk.go()
        time.sleep(chance.uniform(0, 0.05))
        for clerk in clerks:
            clerk.kill()
    began = time.monotonic()
    issue_letters(office, ["แล้วทำต่อ"], word)
    assert time.monotonic() - began < 20
    assert faults_of(office, words(word)) == []
