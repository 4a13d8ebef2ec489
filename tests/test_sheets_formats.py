"""Numbers as Excel shows them under a format, without the words and signs that it adds."""

from __future__ import annotations

from decimal import Decimal

from cases import each
from hypothesis import given
from hypothesis import strategies as st

from memogen.sheets.formats import NumberFormat, formatted_cells, number_format

COMMA_STYLE = '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-'


@each(
    ("code", "value", "shown"),
    [
        ("0.00%", "0.838", "83.80"),
        ("0%", "0.125", "13"),
        ("#,##0.00", "1397139.5", "1,397,139.50"),
        ("#,##0", "999.5", "1,000"),
        ("0.00", "-0.125", "-0.13"),
        ("0.00", "-0.001", "0.00"),
        ("0", "2.5", "3"),
        ("0.0#", "2.5", "2.5"),
        ("0.0#", "2", "2.0"),
        ("#,##0.##", "1250", "1,250"),
        ("00000", "7", "00007"),
        ("#,##0,", "1397139.5", "1,397"),
        (COMMA_STYLE, "1397139.5", "1,397,139.50"),
        (COMMA_STYLE, "0", "-"),
        ("[$-D00041E]0.0", "28.83", "28.8"),
        ("t#,##0", "1234", "1,234"),
        ('#,##0.00 "บาท"', "1234.5", "1,234.50"),
        ("_-[$฿-41E]* #,##0.00_-", "1234.5", "1,234.50"),
        ("#,##0.00;[Red](#,##0.00)", "-5", "-5.00"),
        ('0.00"%"', "12.5", "12.50"),
    ],
)
def test_a_number_is_shown_as_its_format_says(code: str, value: str, shown: str) -> None:
    form = number_format(code)
    assert form is not None
    assert form.text(Decimal(value)) == shown


@each("code", ["", "General", "@", "d/m/yyyy", "# ?/?", "0.00E+00", "0-0000-00000", "h:mm", "[Red]General"])
def test_what_shows_no_plain_number_is_left_alone(code: str) -> None:
    assert number_format(code) is None


@given(
    st.decimals(-(10**12), 10**12, places=6), st.integers(0, 6), st.booleans(), st.sampled_from([-3, 0, 2])
)
def test_the_text_is_the_number_to_half_of_its_last_place(
    value: Decimal, places: int, is_grouped: bool, scale: int
) -> None:
    form = NumberFormat(places=places, fewest=places, is_grouped=is_grouped, scale=scale)
    shown = Decimal(form.text(value).replace(",", ""))
    assert abs(shown - form.number(value)) <= Decimal(1).scaleb(-places) / 2
    assert form.number(value) == value * Decimal(10) ** scale


def test_cells_are_found_by_their_style() -> None:
    money = NumberFormat(places=2, fewest=2)
    sheet = b'<c r="A1" s="3"/><c r="B1" s="4" t="n"><v>1</v></c><x:c r="C12" s="3"><v>1</v></x:c><c r="D1"/>'
    assert formatted_cells(sheet, {3: money}) == {"A1": money, "C12": money}
