"""H02: a memo has no closing."""

from __future__ import annotations

from cases import each
from papers import BODY, external, memo, texts


@each("closing", ["ขอแสดงความนับถือ", "ขอแสดงความนับถืออย่างยิ่ง"])
def test_a_closing_in_a_memo_is_found(closing):
    assert texts(memo(body=[*BODY, closing]), "H02") == [closing]


def test_an_external_letter_has_one():
    assert texts(external(), "H02") == []
