"""T01: letters in a font that is none of the state's, or in several of them."""

from __future__ import annotations

from dataclasses import replace

from cases import each
from papers import LOOKS, faults, memo, texts

from memogen.findings import Severity
from memogen.paper import Paper, Piece


def dressed(font: str, *, start: int = 0, passages: int = 1, latin: str | None = None) -> Paper:
    """A memo with the last passages of its text in another font from `start`."""
    paper = memo()
    wanted = {id(one) for one in paper.body[-passages:]}
    looks = replace(LOOKS, thai_font=font, latin_font=latin or font)

    def worn(one):
        if id(one) not in wanted:
            return one
        pieces = (Piece(0, start, LOOKS), Piece(start, len(one.text), looks))
        return replace(one, pieces=tuple(piece for piece in pieces if piece.end > piece.start))

    return replace(paper, passages=tuple(map(worn, paper.passages)))


@each("font", ["Angsana New", "Cordia New", "Arial", "Tahoma", "AngsanaUPC"])
def test_a_font_that_is_none_of_the_state_s_is_an_error(font):
    [fault] = faults(dressed(font), "T01")
    assert (fault.text, fault.severity) == ("จึงเรียนมาเพื่อโปรดพิจารณา", None)
    assert font in fault.message


def test_only_the_words_in_that_font_are_told():
    assert texts(dressed("Angsana New", start=8), "T01") == ["มาเพื่อโปรดพิจารณา"]


def test_a_font_is_told_once_for_all_its_places():
    [fault] = faults(dressed("Angsana New", passages=2), "T01")
    assert "๒ แห่ง" in fault.message


def test_two_families_of_the_state_are_only_warned_of():
    [fault] = faults(dressed("TH Niramit AS"), "T01")
    assert (fault.text, fault.severity) == ("จึงเรียนมาเพื่อโปรดพิจารณา", Severity.WARNING)


@each(
    "font",
    ["TH Sarabun New", "THSarabunPSK", "TH SarabunIT๙", "TH SarabunIT9", "TH Sarabun PSK", "Sarabun", ""],
)
def test_the_sarabuns_are_one_family(font):
    assert texts(dressed(font, passages=2), "T01") == []


@each(
    "font",
    [
        *(
            "TH Niramit AS",
            "TH K2D July8",
            "TH Charm of AU",
            "TH Fah kwang",
            "TH Chakra Petch",
            "TH Mali Grade 6",
        ),
        *(
            "TH Baijam",
            "TH KoHo",
            "TH Krub",
            "TH Kodchasal",
            "TH Srisakdi",
            "TH Charmonman",
            "Chulabhorn Likit",
        ),
    ],
)
def test_a_whole_letter_in_any_official_font_is_right(font):
    paper = memo()
    looks = replace(LOOKS, thai_font=font, latin_font=font)
    passages = tuple(replace(one, pieces=(Piece(0, len(one.text), looks),)) for one in paper.passages)
    assert texts(replace(paper, passages=passages), "T01") == []


def test_latin_words_digits_and_symbols_may_be_in_other_fonts():
    paper = memo(body=["ด้วยระบบ Google Form ๑๒", "☐ ผ่าน"])
    first, second = paper.body
    arial = replace(LOOKS, thai_font="Arial", latin_font="Arial")
    passages = {
        id(first): replace(first, pieces=(Piece(0, 8, LOOKS), Piece(8, 22, arial))),
        id(second): replace(second, pieces=(Piece(0, 1, arial), Piece(1, 6, LOOKS))),
    }
    changed = tuple(passages.get(id(one), one) for one in paper.passages)
    assert texts(replace(paper, passages=changed), "T01") == []


def test_a_font_that_only_latin_letters_got_is_told_by_t03():
    assert texts(dressed("Cordia New", latin="TH SarabunPSK"), "T01") == []
