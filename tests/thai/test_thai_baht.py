"""Money in words and figures."""

from __future__ import annotations

import random
from decimal import Decimal
from types import ModuleType

import pytest
from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.thai import AmountError, amount_text, baht_readings, baht_text, to_arabic_digits

SPOKEN = [
    (0, "ศูนย์บาทถ้วน"),
    (1, "หนึ่งบาทถ้วน"),
    (2, "สองบาทถ้วน"),
    (10, "สิบบาทถ้วน"),
    (11, "สิบเอ็ดบาทถ้วน"),
    (12, "สิบสองบาทถ้วน"),
    (20, "ยี่สิบบาทถ้วน"),
    (21, "ยี่สิบเอ็ดบาทถ้วน"),
    (22, "ยี่สิบสองบาทถ้วน"),
    (31, "สามสิบเอ็ดบาทถ้วน"),
    (99, "เก้าสิบเก้าบาทถ้วน"),
    (100, "หนึ่งร้อยบาทถ้วน"),
    (101, "หนึ่งร้อยเอ็ดบาทถ้วน"),
    (110, "หนึ่งร้อยสิบบาทถ้วน"),
    (111, "หนึ่งร้อยสิบเอ็ดบาทถ้วน"),
    (121, "หนึ่งร้อยยี่สิบเอ็ดบาทถ้วน"),
    (200, "สองร้อยบาทถ้วน"),
    (1000, "หนึ่งพันบาทถ้วน"),
    (1001, "หนึ่งพันเอ็ดบาทถ้วน"),
    (1010, "หนึ่งพันสิบบาทถ้วน"),
    (10_000, "หนึ่งหมื่นบาทถ้วน"),
    (12_345, "หนึ่งหมื่นสองพันสามร้อยสี่สิบห้าบาทถ้วน"),
    (100_000, "หนึ่งแสนบาทถ้วน"),
    (100_001, "หนึ่งแสนเอ็ดบาทถ้วน"),
    (678_900, "หกแสนเจ็ดหมื่นแปดพันเก้าร้อยบาทถ้วน"),
    (1_000_000, "หนึ่งล้านบาทถ้วน"),
    (1_000_001, "หนึ่งล้านเอ็ดบาทถ้วน"),
    (1_000_010, "หนึ่งล้านสิบบาทถ้วน"),
    (2_000_000, "สองล้านบาทถ้วน"),
    (10_000_000, "สิบล้านบาทถ้วน"),
    (11_000_000, "สิบเอ็ดล้านบาทถ้วน"),
    (21_000_021, "ยี่สิบเอ็ดล้านยี่สิบเอ็ดบาทถ้วน"),
    (101_000_000, "หนึ่งร้อยเอ็ดล้านบาทถ้วน"),
    (100_000_000_000, "หนึ่งแสนล้านบาทถ้วน"),
    (10**12, "หนึ่งล้านล้านบาทถ้วน"),
    (1_000_001_000_000, "หนึ่งล้านเอ็ดล้านบาทถ้วน"),
    (2_500_000_000_000, "สองล้านห้าแสนล้านบาทถ้วน"),
    (10**18, "หนึ่งล้านล้านล้านบาทถ้วน"),
    (10**18 + 1, "หนึ่งล้านล้านล้านเอ็ดบาทถ้วน"),
    ("1397139.50", "หนึ่งล้านสามแสนเก้าหมื่นเจ็ดพันหนึ่งร้อยสามสิบเก้าบาทห้าสิบสตางค์"),
    ("๑,๓๙๗,๑๓๙.๕๐", "หนึ่งล้านสามแสนเก้าหมื่นเจ็ดพันหนึ่งร้อยสามสิบเก้าบาทห้าสิบสตางค์"),
    ("0.25", "ยี่สิบห้าสตางค์"),
    ("0.01", "หนึ่งสตางค์"),
    ("0.10", "สิบสตางค์"),
    ("0.5", "ห้าสิบสตางค์"),
    ("5.01", "ห้าบาทหนึ่งสตางค์"),
    ("5.11", "ห้าบาทสิบเอ็ดสตางค์"),
    ("1.21", "หนึ่งบาทยี่สิบเอ็ดสตางค์"),
    ("100.75", "หนึ่งร้อยบาทเจ็ดสิบห้าสตางค์"),
    ("-0.50", "ลบห้าสิบสตางค์"),
    ("-5", "ลบห้าบาทถ้วน"),
    ("+5", "ห้าบาทถ้วน"),
    (-1_000_001, "ลบหนึ่งล้านเอ็ดบาทถ้วน"),
    ("0.00", "ศูนย์บาทถ้วน"),
    ("-0", "ศูนย์บาทถ้วน"),
    ("007", "เจ็ดบาทถ้วน"),
    (" 7 ", "เจ็ดบาทถ้วน"),
    (Decimal("1E+3"), "หนึ่งพันบาทถ้วน"),
    (Decimal("1E-9"), "ศูนย์บาทถ้วน"),
    (2**53 + 1, "เก้าพันเจ็ดล้านหนึ่งแสนเก้าหมื่นเก้าพันสองร้อยห้าสิบสี่ล้านเจ็ดแสนสี่หมื่นเก้าร้อยเก้าสิบสามบาทถ้วน"),
]

SPREADSHEET = [
    (0, "ศูนย์บาทถ้วน"),
    (1, "หนึ่งบาทถ้วน"),
    (11, "สิบเอ็ดบาทถ้วน"),
    (21, "ยี่สิบเอ็ดบาทถ้วน"),
    (101, "หนึ่งร้อยหนึ่งบาทถ้วน"),
    (201, "สองร้อยหนึ่งบาทถ้วน"),
    (1001, "หนึ่งพันหนึ่งบาทถ้วน"),
    (111, "หนึ่งร้อยสิบเอ็ดบาทถ้วน"),
    (51_000_001, "ห้าสิบเอ็ดล้านหนึ่งบาทถ้วน"),
    (101_000_101, "หนึ่งร้อยหนึ่งล้านหนึ่งร้อยหนึ่งบาทถ้วน"),
    (5151515151, "ห้าพันหนึ่งร้อยห้าสิบเอ็ดล้านห้าแสนหนึ่งหมื่นห้าพันหนึ่งร้อยห้าสิบเอ็ดบาทถ้วน"),
    ("0.11", "สิบเอ็ดสตางค์"),
    ("0.25", "ยี่สิบห้าสตางค์"),
    ("101.01", "หนึ่งร้อยหนึ่งบาทหนึ่งสตางค์"),
    ("-0.5", "ลบห้าสิบสตางค์"),
]

ROUNDED = [
    *(
        ("1.004", "๑"),
        ("1.005", "๑.๐๑"),
        ("1.0049999", "๑"),
        ("2.675", "๒.๖๘"),
        ("0.005", "๐.๐๑"),
        ("0.004", "๐"),
    ),
    *(
        ("-1.005", "-๑.๐๑"),
        ("-0.004", "๐"),
        ("9.995", "๑๐"),
        ("999999.995", "๑,๐๐๐,๐๐๐"),
        ("1.994999", "๑.๙๙"),
    ),
]


@each(("amount", "words"), SPOKEN)
def test_an_amount_in_spoken_words(amount: Decimal | int | str, words: str) -> None:
    assert baht_text(amount) == words


@each(("amount", "words"), SPREADSHEET)
def test_an_amount_as_the_spreadsheet_words_it(amount: int | str, words: str) -> None:
    assert baht_text(amount, reading="spreadsheet") == words


@each(("amount", "figures"), ROUNDED)
def test_halves_of_a_satang_go_away_from_zero(amount: str, figures: str) -> None:
    assert amount_text(Decimal(amount)) == figures


@each(
    ("amount", "figures"),
    [
        *(
            ("1397139.50", "๑,๓๙๗,๑๓๙.๕๐"),
            ("1397139", "๑,๓๙๗,๑๓๙"),
            ("1397139.00", "๑,๓๙๗,๑๓๙"),
            (0, "๐"),
            (999, "๙๙๙"),
        ),
        *(
            (1000, "๑,๐๐๐"),
            ("0.5", "๐.๕๐"),
            ("0.05", "๐.๐๕"),
            (-1000, "-๑,๐๐๐"),
            (10**12, "๑,๐๐๐,๐๐๐,๐๐๐,๐๐๐"),
        ),
        ("๑,๐๐๐.๕", "๑,๐๐๐.๕๐"),
    ],
)
def test_satang_are_written_only_where_there_are_any(amount: int | str, figures: str) -> None:
    assert amount_text(amount) == figures


@each("amount", [1.5, 0.0, float("nan"), True])
@each("worded", [baht_text, baht_readings, amount_text])
def test_a_float_is_refused_because_it_has_lost_its_satang(worded: object, amount: float) -> None:
    assert callable(worded)
    with pytest.raises(TypeError, match="สตางค์"):
        worded(amount)


@each("amount", ["", "x", "1,39,7", "1,3970", "1e5", "1.", ".5", "1 000", "1.2.3", "--1", "NaN", "๑บาท"])
def test_what_is_not_an_amount_is_refused(amount: str) -> None:
    with pytest.raises(AmountError, match="กรุณาเขียนเป็นตัวเลข"):
        baht_text(amount)


@each("amount", ["NaN", "Infinity", "-Infinity"])
def test_no_finite_amount_is_refused(amount: str) -> None:
    with pytest.raises(AmountError, match="ไม่ใช่จำนวนเงิน"):
        baht_text(Decimal(amount))


@each(
    ("amount", "readings"),
    [
        (5, {"ห้าบาทถ้วน"}),
        (21, {"ยี่สิบเอ็ดบาทถ้วน"}),
        (101, {"หนึ่งร้อยเอ็ดบาทถ้วน", "หนึ่งร้อยหนึ่งบาทถ้วน"}),
        ("0.25", {"ยี่สิบห้าสตางค์", "ศูนย์บาทยี่สิบห้าสตางค์"}),
        ("-0.25", {"ลบยี่สิบห้าสตางค์", "ลบศูนย์บาทยี่สิบห้าสตางค์"}),
        (0, {"ศูนย์บาทถ้วน"}),
        (1_000_001, {"หนึ่งล้านเอ็ดบาทถ้วน", "หนึ่งล้านหนึ่งบาทถ้วน"}),
        (
            101_000_101,
            {
                "หนึ่งร้อยเอ็ดล้านหนึ่งร้อยเอ็ดบาทถ้วน",
                "หนึ่งร้อยหนึ่งล้านหนึ่งร้อยเอ็ดบาทถ้วน",
                "หนึ่งร้อยหนึ่งล้านหนึ่งร้อยหนึ่งบาทถ้วน",
            },
        ),
    ],
)
def test_a_checker_accepts_every_reading(amount: int | str, readings: set[str]) -> None:
    assert baht_readings(amount) == readings


@given(st.decimals(min_value=-(10**20), max_value=10**20, places=2))
def test_both_readings_are_among_those_accepted(amount: Decimal) -> None:
    assert {baht_text(amount), baht_text(amount, "spreadsheet")} <= baht_readings(amount)


@given(st.decimals(min_value=-(10**20), max_value=10**20, places=2))
def test_figures_come_back_as_the_amount(amount: Decimal) -> None:
    assert Decimal(to_arabic_digits(amount_text(amount)).replace(",", "")) == amount


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_different_amounts_have_different_words(one: int, other: int) -> None:
    assert (baht_text(one) == baht_text(other)) == (one == other)


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_a_string_is_worded_as_its_decimal(amount: Decimal) -> None:
    assert baht_text(f"{amount:,f}") == baht_text(amount) == baht_text(amount_text(amount))


def test_there_is_no_largest_amount() -> None:
    assert baht_text(10**6000).removesuffix("บาทถ้วน") == "หนึ่ง" + "ล้าน" * 1000
    assert baht_text("1" + "0" * 6000) == baht_text(10**6000)


def test_pythainlp_reads_whole_amounts_the_same(pythainlp_util: ModuleType) -> None:
    numbers = random.Random(2566)
    amounts = [*range(2000), *(numbers.randrange(10 ** numbers.randrange(1, 13)) for _ in range(1500))]
    assert [n for n in amounts if baht_text(n) != pythainlp_util.bahttext(n)] == []


def test_pythainlp_reads_satang_the_same_from_one_baht_on(pythainlp_util: ModuleType) -> None:
    amounts = [Decimal(satang) / 100 for satang in range(100, 12_345, 7)]
    assert [n for n in amounts if baht_text(n) != pythainlp_util.bahttext(float(n))] == []


def test_pythainlp_is_accepted_below_one_baht(pythainlp_util: ModuleType) -> None:
    amounts = [Decimal(satang) / 100 for satang in range(1, 100)]
    assert [n for n in amounts if pythainlp_util.bahttext(float(n)) not in baht_readings(n)] == []
