"""T22: what is left of the work on a draft."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from looks import looking
from papers import BODY, faults, memo, texts

from memogen.paper import Leftover, Trace


def left(*traces):
    return replace(memo(), traces=traces)


@each("kind", list(Leftover))
def test_each_sort_of_leftover_is_found_with_its_place(kind):
    [fault] = faults(left(Trace(kind, "ถามกองคลังอีกที", "ย่อหน้า ๖")), "T22")
    assert fault.place == "ย่อหน้า ๖"
    assert "ถามกองคลังอีกที" in fault.message


def test_one_of_a_sort_is_told_in_each_paragraph():
    traces = [Trace(Leftover.INSERTED, text, "ย่อหน้า ๖") for text in "กขค"]
    assert len(faults(left(*traces, Trace(Leftover.DELETED, "ง", "ย่อหน้า ๖")), "T22")) == 2


@each("words", ["๓๐ มิถุนายน ๒๕๖๖", "จึงเรียนมา", "บันทึกข้อความ"])
def test_a_highlight_is_found_at_its_words(words):
    assert texts(looking(memo(), words, highlight="yellow"), "T22") == [words]


def test_a_finished_letter_and_empty_leftovers_are_left_alone():
    assert faults(memo(), "T22") == []
    assert (
        faults(left(Trace(Leftover.HIDDEN, "  ", "ย่อหน้า ๖"), Trace(Leftover.INSERTED, "", "ย่อหน้า ๖")), "T22")
        == []
    )
    assert texts(looking(memo(body=[BODY[0], "ก  ข"]), "  ", highlight="yellow"), "T22") == []
