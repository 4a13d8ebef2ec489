"""Killed at any moment: no number lost, moved or doubled, no half document, and the next clerk goes on."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from clerks import Clerk, Place, copy_for, issue_at_desk, issue_circulars, issue_letters, words
from holding import desk_faults, faults_of

pytestmark = [pytest.mark.crash, pytest.mark.xdist_group("register_crash")]

KILLS = 200
KILLS_AT_THE_DESK = 40
KILLS_AMONG_COPIES = 25


def seconds_of(start: Callable[[int], Clerk], rounds: int = 5) -> float:
    """How long a clerk works who is left alone, at best."""
    taken = []
    for turn in range(rounds):
        clerk = start(-turn - 1).ready()
        began = time.perf_counter()
        clerk.go().answer()
        taken.append(time.perf_counter() - began)
    return min(taken)


def killed_at_random(start: Callable[[int], Clerk], kills: int, after_each: Callable[[int], None]) -> int:
    """Kills clerk after clerk at a random moment of the work until `kills` died at it; how many it took."""
    chance = random.Random(2569)
    seconds = seconds_of(start)
    for turn in range(4 * kills):
        clerk = start(turn).ready().go()
        time.sleep(chance.uniform(0, seconds))
        kills -= clerk.kill()
        after_each(turn)
        if not kills:
            return turn + 1
    raise AssertionError(f"{kills} more should have died at their work")


def test_after_each_of_200_kills_another_clerk_goes_on_and_nothing_is_amiss(
    place: Place, tmp_path: Path
) -> None:
    word, other_word = tmp_path / "word", tmp_path / "other word"

    def letters_of(turn: int) -> list[str]:
        return [f"หนังสือ {turn}.{number}" for number in (1, 2, 3)]

    def go_on(turn: int) -> None:
        issue_letters(place, [letters_of(turn)[0], f"หนังสือ {turn} ของอีกคน"], other_word)
        assert faults_of(place, words(word, other_word), verify=turn % 5 == 0) == []

    turns = killed_at_random(lambda turn: Clerk(issue_letters, place, letters_of(turn), word), KILLS, go_on)
    before = words(word, other_word)
    again = tmp_path / "again"
    everything = [key for turn in range(turns) for key in letters_of(turn)]
    issue_letters(place, everything, again)
    assert set(everything) == set(words(again))
    assert words(again, word, other_word).items() >= before.items()
    assert faults_of(place, words(again, word, other_word)) == []
    assert len(list(place.folder.glob("*.docx"))) == len(words(again, word, other_word))


def test_after_each_kill_a_number_has_all_its_copies_or_was_never_given(place: Place, tmp_path: Path) -> None:
    word, other_word = tmp_path / "word", tmp_path / "other word"
    units = [f"หน่วยงาน {n}" for n in range(60)]

    def keys_of(turn: int) -> list[str]:
        return [f"เวียน {turn}.{number}" for number in (1, 2, 3)]

    def hold(turn: int) -> None:
        issue_circulars(place, [keys_of(turn)[0]], units, other_word)
        assert faults_of(place, words(word, other_word), verify=turn % 5 == 0) == []
        with place.register() as register:
            for entry in register.entries()[-8:]:
                assert {unit: register.document(digest) for unit, digest in register.copies(entry)} == {
                    unit: copy_for(unit, entry.number, entry.serial) for unit in units
                }

    killed_at_random(
        lambda turn: Clerk(issue_circulars, place, keys_of(turn), units, word), KILLS_AMONG_COPIES, hold
    )
    assert faults_of(place, words(word, other_word)) == []


def test_a_desk_killed_at_any_moment_gives_the_same_numbers_and_whole_files_when_asked_again(
    pristine: Path, tmp_path: Path
) -> None:
    def office(turn: int) -> Path:
        return tmp_path / f"office {turn}"

    def start(turn: int) -> Clerk:
        shutil.copytree(pristine, office(turn))
        letters = sorted((office(turn) / "letters").iterdir())
        return Clerk(issue_at_desk, office(turn), letters, office(turn) / "word")

    def hold(turn: int) -> None:
        assert desk_faults(office(turn)) == []
        shutil.rmtree(office(turn))

    killed_at_random(start, KILLS_AT_THE_DESK, hold)
