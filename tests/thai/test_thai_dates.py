"""Dates counted, written and read."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import ModuleType

import pytest
from babel.dates import get_day_names, get_month_names
from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.thai import (
    FIRST_DAY,
    LAST_DAY,
    MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    DateError,
    be_year,
    era_date,
    find_dates,
    fiscal_year,
    fiscal_year_span,
    from_be,
    from_ce,
    long_date,
    parse_date,
    short_date,
    to_arabic_digits,
    to_thai_digits,
    weekday_date,
    weekday_name,
)

MARCH_27 = date(2023, 3, 27)
DAYS = st.dates(FIRST_DAY, LAST_DAY)

AS_TYPED = [
    *("๒๗ มีนาคม ๒๕๖๖", "27 มีนาคม 2566", "27มีนาคม2566", "27  มีนาคม  2566", " 27 มีนาคม 2566 "),
    *("27\u00a0มีนาคม\u00a02566", "27\tมีนาคม\t2566", "27 มีนาคม\u200b 2566", "๒7 มีนาคม ๒๕6๖"),
    *(
        "27 มี.ค. 66",
        "27 มี.ค. ๖๖",
        "27 มีค 66",
        "27 มีค. 66",
        "27 มี.ค 66",
        "27 มี. ค. 66",
        "27มีค66",
        "27 มี.ค. 2566",
    ),
    *("27-มี.ค.-66", "27/มี.ค./2566", "27 - มีนาคม - 2566", "27 มี.ค. ’66", "27 มี.ค. '66"),
    *(
        "27/3/2566",
        "27/03/2566",
        "27/3/66",
        "27-3-2566",
        "27.3.2566",
        "๒๗/๓/๒๕๖๖",
        "27 / 3 / 2566",
        "27/3/2023",
    ),
    *("2566-03-27", "2566/3/27", "2566.03.27", "2023-03-27", "๒๕๖๖-๐๓-๒๗", "27-3-2023"),
    *("วันที่ 27 มีนาคม 2566", "วันที่27มีนาคม2566", "ลงวันที่ ๒๗ มีนาคม ๒๕๖๖", "ลว. 27 มี.ค. 66", "ลว 27/3/66"),
    *("ณ วันที่ 27 มีนาคม พ.ศ. 2566", "เมื่อวันที่ 27 มีนาคม 2566", "วันที่ 27/3/2566", "ลงวันที่ 2566-03-27"),
    *("วันจันทร์ที่ ๒๗ มีนาคม ๒๕๖๖", "วันจันทร์ที่27 มี.ค. 66", "จันทร์ 27 มีนาคม 2566", "ในวันจันทร์ที่ 27 มี.ค. 66"),
    *("วันจันทร์ ที่ 27 มีนาคม 2566", "เมื่อวันจันทร์ที่ 27/3/2566"),
    *(
        "27 มีนาคม พ.ศ. 2566",
        "27 มีนาคม พ.ศ.2566",
        "27 มีนาคม พศ 2566",
        "27 มีนาคม พศ. 2566",
        "27 มีนาคม พ. ศ. 2566",
    ),
    *("27 มีนาคม พุทธศักราช 2566", "27 เดือนมีนาคม พ.ศ. 2566", "27 เดือน มีนาคม ปี พ.ศ. 2566", "27 มี.ค. ปี 2566"),
    *("27 มีนาคม 2023", "27 มีนาคม ค.ศ. 2023", "27 มี.ค. คศ 2023", "27 มีนาคม คริสต์ศักราช 2023", "27/3/พ.ศ. 2566"),
]

READ = [
    ("1 ม.ค. 00", date(1957, 1, 1)),
    ("31 ธ.ค. 99", date(2056, 12, 31)),
    ("1/2/03", date(1960, 2, 1)),
    ("29 กุมภาพันธ์ 2567", date(2024, 2, 29)),
    ("29/2/2567", date(2024, 2, 29)),
    ("29 กุมภาพันธ์ 2446", date(1904, 2, 29)),
    ("30 มีนาคม 2566", date(2023, 3, 30)),
    ("วันพฤหัสบดีที่ 30 มีนาคม 2566", date(2023, 3, 30)),
    ("วันพฤหัสที่ 30 มีนาคม 2566", date(2023, 3, 30)),
    ("พฤหัสฯ 30 มีนาคม 2566", date(2023, 3, 30)),
    ("5 พ.ค. 2566", date(2023, 5, 5)),
    ("5 พ.ค. พ.ศ. 2566", date(2023, 5, 5)),
    ("5 พค 66", date(2023, 5, 5)),
    ("1 มกราคม 2484", date(1941, 1, 1)),
    ("31 ธันวาคม 2483", date(1940, 12, 31)),
    ("1 เมษายน 2483", date(1940, 4, 1)),
    ("31 มีนาคม 2482", date(1940, 3, 31)),
    ("1 มกราคม 2482", date(1940, 1, 1)),
    ("15 กุมภาพันธ์ 2480", date(1938, 2, 15)),
    ("24 มิถุนายน 2475", date(1932, 6, 24)),
    ("15 ก.พ. ค.ศ. 1938", date(1938, 2, 15)),
    ("15/2/1938", date(1938, 2, 15)),
    ("1 เมษายน 2432", FIRST_DAY),
    ("31 มีนาคม 2432", date(1890, 3, 31)),
    ("1 เมษายน ค.ศ. 1889", FIRST_DAY),
    ("31 ธันวาคม 2942", LAST_DAY),
    ("31 ธันวาคม 2399", LAST_DAY),
    ("1 มกราคม 1900", date(1900, 1, 1)),
]

REFUSED = [
    ("31 เมษายน 2566", "เดือนเมษายนมี ๓๐ วัน"),
    ("31/4/2566", "เดือนเมษายนมี ๓๐ วัน"),
    ("2566-04-31", "เดือนเมษายนมี ๓๐ วัน"),
    ("๓๑ มิถุนายน ๒๕๖๖", "เดือนมิถุนายนมี ๓๐ วัน"),
    ("32 มกราคม 2566", "ไม่มีวันที่ ๓๒ เดือนมกราคมมี ๓๑ วัน"),
    ("0 มกราคม 2566", "ไม่มีวันที่ ๐"),
    ("99 มกราคม 2566", "ไม่มีวันที่ ๙๙"),
    ("29 ก.พ. 2566", "พ.ศ. ๒๕๖๖ เพราะไม่ใช่ปีอธิกสุรทิน"),
    ("29 กุมภาพันธ์ ค.ศ. 2023", "ไม่ใช่ปีอธิกสุรทิน"),
    ("29 กุมภาพันธ์ 2447", "พ.ศ. ๒๔๔๗ เพราะไม่ใช่ปีอธิกสุรทิน"),
    ("30 กุมภาพันธ์ 2567", "เดือนกุมภาพันธ์มี ๒๙ วัน"),
    ("27/13/2566", "ไม่มีเดือนที่ ๑๓"),
    ("3/27/2566", "กรุณาเขียนวันก่อนเดือน"),
    ("27/0/2566", "ไม่มีเดือนที่ ๐"),
    ("27 มีนาคาม 2566", "ที่ใกล้ที่สุดคือ “มีนาคม”"),
    ("27 พฤษจิกายน 2566", "ที่ใกล้ที่สุดคือ “พฤศจิกายน”"),
    ("27 กุมภาพันธุ์ 2566", "ที่ใกล้ที่สุดคือ “กุมภาพันธ์”"),
    ("27 กรกฏาคม 2566", "ที่ใกล้ที่สุดคือ “กรกฎาคม”"),
    ("27 ธันวาคา 66", "ที่ใกล้ที่สุดคือ “ธันวาคม”"),
    ("27 xyz 2566", "อ่านวันที่"),
    ("27 March 2023", "อ่านวันที่"),
    ("27-Mar-23", "อ่านวันที่"),
    ("27 ฮฮฮ 2566", "ไม่รู้จักเดือน “ฮฮฮ” กรุณาเขียนชื่อเดือน"),
    ("27 มีนาคม", "ไม่มีปี"),
    ("มีนาคม 2566", "อ่านวันที่"),
    ("2566", "อ่านวันที่"),
    ("", "อ่านวันที่"),
    ("   ", "อ่านวันที่"),
    ("วันที่", "อ่านวันที่"),
    ("วันนี้", "อ่านวันที่"),
    ("27 มีนาคม 2566 เวลา 9.00 น.", "อ่านวันที่"),
    ("27/3-2566", "อ่านวันที่"),
    ("27/3/256", "ปี “๒๕๖” ไม่ครบ"),
    ("27 มีนาคม 6", "ไม่ครบ"),
    ("27 มีนาคม 25666", "ไม่ครบ"),
    ("27 มีนาคม ค.ศ. 66", "ไม่ครบ"),
    ("27 มีนาคม 1899", "ไม่แน่ชัดว่าปี ๑๘๙๙"),
    ("27 มีนาคม พ.ศ. 2023", "กรุณาเขียน ค.ศ. หน้าปี"),
    ("27 มีนาคม ค.ศ. 2566", "๒๓๙๙"),
    ("27 มีนาคม ค.ศ. 1889", "๑ เมษายน ค.ศ. ๑๘๘๙"),
    ("27 มีนาคม 2431", "จันทรคติ"),
    ("27 มีนาคม พ.ศ. 2400", "จันทรคติ"),
    ("27 มีนาคม 2943", "ไกลเกินไป"),
    ("1 มกราคม 2483", "พ.ศ. ๒๔๘๓ มีเฉพาะเดือนเมษายนถึงธันวาคม"),
    ("31/3/2483", "พ.ศ. ๒๔๘๓ มีเฉพาะเดือนเมษายนถึงธันวาคม"),
    ("27 มี.ค. ร.ศ. 112", "ร.ศ."),
    ("วันอังคารที่ ๒๗ มีนาคม ๒๕๖๖", "๒๗ มีนาคม ๒๕๖๖ เป็นวันจันทร์ ไม่ใช่วันอังคาร"),
    ("อาทิตย์ 27/3/2566", "เป็นวันจันทร์ ไม่ใช่วันอาทิตย์"),
    ("วันพฤหัสที่ 27/3/2566", "ไม่ใช่วันพฤหัส"),
]


@each("text", AS_TYPED)
def test_a_date_is_read_as_people_type_it(text: str) -> None:
    assert parse_date(text) == MARCH_27


@each(("text", "day"), READ)
def test_a_date_is_read(text: str, day: date) -> None:
    assert parse_date(text) == day


@each(("text", "part"), REFUSED)
def test_a_refused_date_says_what_is_wrong(text: str, part: str) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert part in str(error.value)


def test_an_endless_text_is_quoted_in_part() -> None:
    with pytest.raises(DateError) as error:
        parse_date("27 " + "ก" * 100_000)
    assert len(str(error.value)) < 300


@each("month", range(1, 13))
def test_every_month_is_read_in_each_form(month: int) -> None:
    day = date(2023, month, 9)
    forms = {MONTHS[month - 1], SHORT_MONTHS[month - 1], SHORT_MONTHS[month - 1].replace(".", "")}
    assert {parse_date(f"9 {form} 2566") for form in forms} == {day}


@each(
    ("day", "name"),
    [
        (date(1983, 6, 1), "พุธ"),
        (date(2021, 5, 26), "พุธ"),
        (date(2022, 4, 20), "พุธ"),
        (date(2023, 3, 27), "จันทร์"),
        (date(2024, 2, 29), "พฤหัสบดี"),
        (date(2025, 1, 1), "พุธ"),
        (date(2026, 4, 7), "อังคาร"),
    ],
)
def test_the_weekdays_of_the_known_dates(day: date, name: str) -> None:
    assert weekday_name(day) == name


def test_a_date_is_written_in_its_five_ways() -> None:
    assert long_date(MARCH_27) == "๒๗ มีนาคม ๒๕๖๖"
    assert era_date(MARCH_27) == "๒๗ มีนาคม พ.ศ. ๒๕๖๖"
    assert weekday_date(MARCH_27) == "วันจันทร์ที่ ๒๗ มีนาคม ๒๕๖๖"
    assert short_date(MARCH_27) == "๒๗ มี.ค. ๖๖"
    assert long_date(date(2023, 1, 5)) == "๕ มกราคม ๒๕๖๖"
    assert short_date(date(1957, 1, 5)) == "๕ ม.ค. ๐๐"
    assert long_date(datetime(2023, 3, 27, 9, 30)) == "๒๗ มีนาคม ๒๕๖๖"


@pytest.mark.parametrize("write", [long_date, era_date, weekday_date, lambda day: f"ลงวันที่ {long_date(day)}"])
@given(day=DAYS)
def test_what_is_written_is_read_back(write: object, day: date) -> None:
    assert callable(write)
    assert parse_date(write(day)) == day
    assert parse_date(to_arabic_digits(write(day))) == day


@given(day=DAYS)
def test_the_thai_year_is_read_back_in_figures(day: date) -> None:
    assert parse_date(f"{day.day}/{day.month}/{be_year(day)}") == day
    assert parse_date(f"{be_year(day)}-{day.month:02}-{day.day:02}") == day
    assert from_be(day.day, day.month, be_year(day)) == day


@given(day=st.dates(date(1900, 1, 1), LAST_DAY))
def test_an_iso_date_is_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@given(day=st.dates(date(1957, 1, 1), date(2056, 12, 31)))
def test_a_short_date_is_read_back(day: date) -> None:
    assert parse_date(short_date(day)) == day


@given(st.integers(1, 31), st.integers(1, 12), st.integers(2432, 2942))
def test_a_thai_date_comes_back_or_does_not_exist(number: int, month: int, year_be: int) -> None:
    try:
        day = from_be(number, month, year_be)
    except DateError:
        never_was = year_be == 2483 and month < 4
        year = year_be - (542 if year_be < 2483 and month < 4 else 543)
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        assert never_was or number > last
    else:
        assert (day.day, day.month, be_year(day)) == (number, month, year_be)


def test_no_day_is_missing_where_the_new_year_moved() -> None:
    start = date(1938, 1, 1)
    days = [start + timedelta(days=count) for count in range(4 * 365)]
    years = [be_year(day) for day in days]
    assert years == sorted(years)
    assert sum(year == 2483 for year in years) == 275
    assert [parse_date(long_date(day)) for day in days] == days


@each(
    ("day", "year_be"),
    [
        (date(1889, 4, 1), 2432),
        (date(1890, 3, 31), 2432),
        (date(1890, 4, 1), 2433),
        (date(1940, 3, 31), 2482),
        (date(1940, 4, 1), 2483),
        (date(1940, 12, 31), 2483),
        (date(1941, 1, 1), 2484),
        (date(2023, 1, 1), 2566),
        (date(2023, 12, 31), 2566),
    ],
)
def test_the_thai_year_of_a_day(day: date, year_be: int) -> None:
    assert be_year(day) == year_be


def test_a_day_before_the_first_certain_year_is_refused_with_the_reason() -> None:
    with pytest.raises(DateError, match="จันทรคติ"):
        be_year(date(1889, 3, 31))
    with pytest.raises(DateError):
        long_date(date(1850, 1, 1))


def test_a_christian_year_is_taken_as_it_is() -> None:
    assert from_ce(27, 3, 2023) == MARCH_27


@each(
    ("day", "year_be"),
    [
        (date(2022, 9, 30), 2565),
        (date(2022, 10, 1), 2566),
        (date(2022, 12, 31), 2566),
        (date(2023, 1, 1), 2566),
        (date(2023, 9, 30), 2566),
        (date(2023, 10, 1), 2567),
    ],
)
def test_the_fiscal_year_turns_on_the_first_of_october(day: date, year_be: int) -> None:
    assert fiscal_year(day) == year_be


def test_the_span_of_a_fiscal_year() -> None:
    assert fiscal_year_span(2566) == (date(2022, 10, 1), date(2023, 9, 30))
    assert fiscal_year_span(2567) == (date(2023, 10, 1), date(2024, 9, 30))
    with pytest.raises(DateError):
        fiscal_year_span(2023)


@given(st.integers(2490, 2900))
def test_the_span_holds_just_its_own_days(year_be: int) -> None:
    first, last = fiscal_year_span(year_be)
    assert fiscal_year(first) == fiscal_year(last) == year_be
    assert fiscal_year(first - timedelta(days=1)) == year_be - 1
    assert fiscal_year(last + timedelta(days=1)) == year_be + 1


def test_dates_are_found_in_running_text() -> None:
    text = "ตามหนังสือ ลงวันที่ ๒๐ มีนาคม ๒๕๖๖ ประชุมวันอังคารที่ 27 มี.ค. 66 และ 31 เมษายน พ.ศ. 2566 รวม 5 วัน"
    found = list(find_dates(text))
    assert [text[one.start : one.end] for one in found] == [
        "๒๐ มีนาคม ๒๕๖๖",
        "วันอังคารที่ 27 มี.ค. 66",
        "31 เมษายน พ.ศ. 2566",
    ]
    assert [one.day for one in found] == [date(2023, 3, 20), None, None]
    assert [bool(one.fault) for one in found] == [False, True, True]


def test_the_month_names_are_those_of_the_locale_data() -> None:
    assert dict(enumerate(MONTHS, start=1)) == get_month_names("wide", locale="th_TH")
    assert dict(enumerate(SHORT_MONTHS, start=1)) == get_month_names("abbreviated", locale="th_TH")
    assert {n: f"วัน{name}" for n, name in enumerate(WEEKDAYS)} == get_day_names("wide", locale="th_TH")


def test_pythainlp_writes_the_same(pythainlp_util: ModuleType) -> None:
    for offset in range(0, 30_000, 211):
        day = date(1941, 1, 1) + timedelta(days=offset)
        moment = datetime(day.year, day.month, day.day)
        assert long_date(day) == pythainlp_util.thai_strftime(moment, "%-d %B %Y", thaidigit=True)
        assert short_date(day) == pythainlp_util.thai_strftime(moment, "%-d %b %y", thaidigit=True)
        assert f"วัน{weekday_name(day)}" == pythainlp_util.thai_strftime(moment, "%A")


def test_thai_digits_of_a_date_are_all_thai() -> None:
    assert long_date(MARCH_27) == to_thai_digits(long_date(MARCH_27))
