"""Times of day."""

from __future__ import annotations

from datetime import time

import pytest
from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.thai import TimeError, clock_time, parse_time, time_span

HALF_PAST_NINE = time(9, 30)


@each(
    "text",
    [
        *("9.30 น.", "09.30 น.", "๐๙.๓๐ น.", "๙.๓๐ น.", "๐๙:๓๐", "9:30", "9.30", "09.30", "9.30น.", "9.30 น"),
        *("เวลา 9.30 น.", "เวลา09.30น.", "9.30 นาฬิกา", " 9.30\u00a0น. ", "9 . 30 น.", "9.30\u200b น."),
    ],
)
def test_a_time_is_read_as_people_type_it(text: str) -> None:
    assert parse_time(text) == HALF_PAST_NINE


@each(
    ("text", "clock"),
    [
        ("13.30", time(13, 30)),
        ("09.00", time(9)),
        ("9 น.", time(9)),
        ("๒๓ นาฬิกา", time(23)),
        ("0.00 น.", time(0)),
        ("00.00 น.", time(0)),
        ("23.59 น.", time(23, 59)),
        ("8.05", time(8, 5)),
    ],
)
def test_a_time_is_read(text: str, clock: time) -> None:
    assert parse_time(text) == clock


@each(
    ("text", "part"),
    [
        ("24.00 น.", "๐๐.๐๐ น. ของวันถัดไป"),
        ("24 น.", "๐๐.๐๐ น. ของวันถัดไป"),
        ("24.01 น.", "ไม่มีเวลา"),
        ("25.00 น.", "ไม่มีเวลา"),
        ("9.60 น.", "ไม่มีเวลา"),
        ("9", "อ่านเวลา “9” ไม่ได้"),
        ("9.5 น.", "อ่านเวลา"),
        ("9.300 น.", "อ่านเวลา"),
        ("0930", "อ่านเวลา"),
        ("9.30 AM", "อ่านเวลา"),
        ("9:30:15", "อ่านเวลา"),
        ("เก้าโมงครึ่ง", "อ่านเวลา"),
        ("9.00 - 12.00 น.", "อ่านเวลา"),
        ("-9.30", "อ่านเวลา"),
        ("", "อ่านเวลา"),
    ],
)
def test_a_refused_time_says_what_is_wrong(text: str, part: str) -> None:
    with pytest.raises(TimeError) as error:
        parse_time(text)
    assert part in str(error.value)


def test_a_time_is_written_with_two_digits_and_a_dot() -> None:
    assert clock_time(HALF_PAST_NINE) == "๐๙.๓๐ น."
    assert clock_time(time(0)) == "๐๐.๐๐ น."
    assert clock_time(time(13, 5, 59)) == "๑๓.๐๕ น."


def test_a_span_names_its_unit_once() -> None:
    assert time_span(time(9), time(12)) == "๐๙.๐๐ - ๑๒.๐๐ น."
    assert time_span(time(22), time(6)) == "๒๒.๐๐ - ๐๖.๐๐ น."


@given(st.times())
def test_what_is_written_is_read_back(clock: time) -> None:
    assert parse_time(clock_time(clock)) == clock.replace(second=0, microsecond=0, fold=0)
