"""T03: a font or size that was given to Latin letters only."""

from __future__ import annotations

from cases import each
from looks import looking
from papers import BODY, faults, memo, texts

LAST = BODY[-1]


@each(
    "looks",
    [
        {"thai_font": ""},
        {"thai_font": "Cordia New"},
        {"thai_size_pt": None},
        {"thai_size_pt": 10.0},
        {"thai_font": "Angsana New", "thai_size_pt": 14.0},
    ],
)
def test_what_only_latin_letters_got_is_found(looks):
    [fault] = faults(looking(memo(), LAST, **looks), "T03")
    assert fault.text == LAST


def test_it_is_told_once():
    [fault] = faults(
        looking(looking(memo(body=[LAST, "จึงเรียนมาเพื่อทราบ"]), LAST, thai_size_pt=10.0), "ทราบ"), "T03"
    )
    assert "๑ แห่ง" in fault.message


@each(
    "looks",
    [
        {},
        {"latin_font": "Arial", "latin_size_pt": 11.0},
        {"thai_font": "Angsana New", "latin_font": "Angsana New"},
        {"thai_size_pt": 14.0, "latin_size_pt": 14.0},
        {"thai_font": "TH Sarabun New"},
    ],
)
def test_thai_letters_with_looks_of_their_own_are_left_alone(looks):
    assert texts(looking(memo(), LAST, **looks), "T03") == []


def test_latin_words_are_no_thai_letters():
    assert texts(looking(memo(body=["ด้วยระบบ Google Form"]), "Google Form", thai_font=""), "T03") == []
