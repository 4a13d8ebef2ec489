"""What was made of an object is found again by the object, and never for another."""

from __future__ import annotations

import random

from memogen.remembering import ByObject


def test_each_object_is_made_of_once_and_equal_ones_by_themselves() -> None:
    made: list[list[int]] = []

    def make(one: list[int]) -> int:
        made.append(one)
        return len(made)

    remembered = ByObject(make)
    first, second = [1, 2], [1, 2]
    assert remembered.each([first, second]) == [1, 2]
    assert remembered.each([second, first, first]) == [2, 1, 1]
    assert len(made) == 2


def test_nothing_is_taken_for_an_object_that_is_gone() -> None:
    chance = random.Random(2566)
    remembered: ByObject[list[float], str] = ByObject(lambda one: f"of {one[0]}", at_most=8)
    for _round in range(2_000):
        ones = [[chance.random()] for _one in range(chance.randrange(1, 12))]
        assert remembered.each(ones) == [f"of {one[0]}" for one in ones]


def test_nothing_made_is_not_remembered() -> None:
    asked: list[str] = []
    remembered = ByObject(asked.append)
    word = "เรื่อง"
    assert [remembered(word), remembered(word)] == [None, None]
    assert asked == [word, word]
