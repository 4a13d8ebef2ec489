"""H09: a year in a letter's number, or none in that of an order or certificate."""

from __future__ import annotations

from cases import each
from papers import built, external, memo, order, texts

from memogen.model import Kind


@each("number", ["กษ ๑๑๑๓/๖๕๓/๒๕๖๖", "กษ 1113/653/2566", "กษ ๑๑๑๓/ว๗๑/๒๕๖๖"])
def test_a_year_in_a_letter_s_number_is_found(number):
    assert texts(memo(number=number), "H09") == [number]
    assert texts(external(number=number), "H09") == [number]


@each("number", ["๑๒", "๑๒/๖๖", "กษ ๑๑๑๓/๑๒"])
def test_an_order_or_certificate_without_a_year_is_found(number):
    assert texts(order(number=number), "H09") == [number]
    assert texts(built(Kind.CERTIFICATE, {"number": number}), "H09") == [number]


@each("number", ["กษ ๑๑๑๓/๖๕๓", "กษ ๑๑๑๓/", "กษ ๑๑๑๓/๒๕๖๖", "กษ ๑๑๑๓/ว๗๑", ""])
def test_letters_without_a_year_are_left_alone(number):
    assert texts(memo(number=number), "H09") == []


@each("number", ["๑๒/๒๕๖๖", "/๒๕๖๖", "พิเศษ ๑/2566", "๑๒/พ.ศ. ๒๕๖๖", ""])
def test_orders_with_a_year_are_left_alone(number):
    assert texts(order(number=number), "H09") == []
