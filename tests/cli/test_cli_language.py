"""The catalogues: every sentence of ours in English, every word of click's in Thai."""

from __future__ import annotations

import gettext
import io
import re

import pytest
from cases import each

from memogen.cli import catalogue

ENGLISH = {str(message.id): str(message.string) for message in catalogue.read_catalogue("en") if message.id}


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    return sorted(set(catalogue.sentences()))


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"(?<!{){(\w+)", text.replace("{{{{", "").replace("}}}}", "")))


def read(content: bytes) -> dict[object, str]:
    translations = gettext.GNUTranslations(io.BytesIO(content))
    return {key: text for key, text in vars(translations)["_catalog"].items() if key}


def test_every_sentence_has_an_english_translation(sentences: list[str]) -> None:
    assert [sentence for sentence in sentences if not ENGLISH.get(sentence)] == []


def test_no_translation_is_left_over(sentences: list[str]) -> None:
    assert sorted(set(ENGLISH) - set(sentences)) == []


def test_a_translation_has_the_places_of_its_sentence(sentences: list[str]) -> None:
    assert [s for s in sentences if placeholders(ENGLISH.get(s, s)) != placeholders(s)] == []


def test_a_thai_windows_console_can_show_every_sentence(sentences: list[str]) -> None:
    lost = {letter for sentence in sentences for letter in sentence if not letter.encode("cp874", "ignore")}
    assert lost == set()


@each("language", catalogue.LANGUAGES)
def test_what_is_read_is_what_was_written(language: str) -> None:
    kept = catalogue.po_file(language).with_suffix(".mo").read_bytes()
    assert read(kept) == read(catalogue.compiled(language))


def test_the_words_of_click_are_thai() -> None:
    words = read(catalogue.compiled("th"))
    assert words["Usage:"] == "วิธีใช้:"
    assert all(any("ก" <= letter <= "๛" for letter in text) for text in words.values())
