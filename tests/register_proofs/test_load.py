"""Sixty-four clerks at once: no number twice, none left out, one letter has one number."""

from __future__ import annotations

import pytest
from clerks import Place, ask_for, crew, reserve_many
from holding import faults_of

pytestmark = [pytest.mark.load, pytest.mark.xdist_group("register_load")]

CLERKS, EACH, SPOIL_EVERY = 64, 100, 20


def test_numbers_taken_by_64_clerks_are_all_different_and_without_a_hole(place: Place) -> None:
    handed = crew([(reserve_many, place, EACH, SPOIL_EVERY)] * CLERKS)
    serials = sorted(serial for clerk in handed for serial in clerk)
    kept = CLERKS * (EACH - EACH // SPOIL_EVERY)
    assert serials == list(range(1, kept + 1))
    assert faults_of(place, {}) == []


def test_each_clerk_gets_his_numbers_in_rising_order(place: Place) -> None:
    for serials in crew([(reserve_many, place, 10, 4)] * 8):
        assert len(serials) == 8
        assert serials == sorted(serials)


def test_64_clerks_who_ask_for_one_letter_get_one_number_and_the_same_bytes(place: Place) -> None:
    answers = set(crew([(ask_for, place, "หนังสือ")] * CLERKS))
    assert {serial for serial, _digest in answers} == {1}
    assert len(answers) == 1
    assert faults_of(place, {"หนังสือ": 1}) == []


def test_64_clerks_who_ask_for_8_letters_get_8_numbers(place: Place) -> None:
    asked = [f"หนังสือ {turn % 8}" for turn in range(CLERKS)]
    answers = crew([(ask_for, place, key) for key in asked])
    told = dict(zip(asked, answers, strict=True))
    assert set(answers) == set(told.values())
    assert sorted(serial for serial, _digest in told.values()) == list(range(1, 9))
    assert faults_of(place, {key: serial for key, (serial, _digest) in told.items()}) == []
