"""Number formats: 0.838 under 0.00% says 83.80 percent, and 1397139.5 under #,##0.00 is 1,397,139.50."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from xml.etree import ElementTree

from memogen.errors import InputError
from memogen.sheets import refusals

STYLES = "xl/styles.xml"
"""The part of a workbook that lists its styles."""
_BUILT_IN = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    **dict.fromkeys(("37", "38"), "#,##0"),
    **dict.fromkeys(("39", "40"), "#,##0.00"),
    **dict.fromkeys(("41", "42"), '#,##0;-#,##0;"-"'),
    **dict.fromkeys(("43", "44"), '#,##0.00;-#,##0.00;"-"'),
}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PLACES = re.compile(r"\.([0#?]+)")
_SIGNS = " $฿()+-"
_NUMBER = re.compile(r"t?(?P<whole>[#0?,]*[#0?])(?:\.(?P<places>0*[#?]*))?(?P<thousands>,*)(?P<percent>%?)")
_CELL = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3}[0-9]{1,7})" s="([0-9]{1,5})"')
_DASH = '"-"'
_MOST_PLACES = 15
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)  # the largest number of Excel has 309 digits


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What a format makes of a number; the words and signs that it adds (บาท, %) are not kept.

    `scale` is the power of ten by which it multiplies: 2 for a percent, -3 for thousands shown as units.
    """

    places: int  # after the point
    fewest: int  # of them that are shown though they are noughts
    digits: int = 1  # before the point at least: 00000 shows 7 as 00007
    is_grouped: bool = False
    scale: int = 0
    nought: str = ""  # what is shown for 0 in place of it

    def number(self, value: Decimal) -> Decimal:
        """The number that is shown, unrounded."""
        return value.scaleb(self.scale, _EXACT)

    def text(self, value: Decimal) -> str:
        """The number as it is shown, halves away from nought.

        >>> NumberFormat(places=2, fewest=2, is_grouped=True).text(Decimal("1397139.5"))
        '1,397,139.50'
        """
        if not value and self.nought:
            return self.nought
        rounded = _EXACT.quantize(self.number(value), Decimal(1).scaleb(-self.places))
        whole, point, part = f"{abs(rounded):{',' if self.is_grouped else ''}f}".partition(".")
        part = part[: self.fewest] + part[self.fewest :].rstrip("0")
        sign = "-" if rounded < 0 else ""
        return sign + whole.zfill(self.digits) + (point + part if part else "")


def percent_styles(styles: bytes, *, file: str) -> dict[int, int]:
    """The cell styles with a percent format, by number, and how many places each shows after the point.

    Raises InputError X05 for a list of styles that cannot be read.
    """
    places = {style: percent_places(code) for style, code in _codes(styles, file)}
    return {style: known for style, known in places.items() if known is not None}


def number_styles(styles: bytes, *, file: str) -> dict[int, NumberFormat]:
    """The cell styles with a format that we know how to print, by number; InputError as `percent_styles`."""
    formats = {style: number_format(code) for style, code in _codes(styles, file)}
    return {style: known for style, known in formats.items() if known is not None}


def formatted_cells(worksheet: bytes, styles: Mapping[int, NumberFormat]) -> dict[str, NumberFormat]:
    """The cells of a sheet with one of these styles, as B4; only those written as Excel writes them."""
    return {
        cell.decode(): styles[int(style)] for cell, style in _CELL.findall(worksheet) if int(style) in styles
    }


def _codes(styles: bytes, file: str) -> Iterator[tuple[int, str]]:
    """Each cell style by its number, with the code of its format."""
    if not styles:
        return
    try:
        root = ElementTree.fromstring(styles)  # read_package has refused all entities
    except ElementTree.ParseError as error:
        raise InputError(refusals.damaged(file, "", STYLES)) from error
    codes = _BUILT_IN | {
        element.get("numFmtId", ""): element.get("formatCode", "")
        for element in root.iterfind("{*}numFmts/{*}numFmt")
    }
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        yield number, codes.get(style.get("numFmtId", ""), "")


def percent_places(code: str) -> int | None:
    """Places after the point of a percent format; None for every other one.

    A percent sign in quotation marks is words: Excel does not multiply for it.

    >>> percent_places("0.00%")
    2
    """
    plain = _plain(code)
    if "%" not in plain:
        return None
    places = _PLACES.search(plain)
    return min(len(places[1]), _MOST_PLACES) if places else 0


def number_format(code: str) -> NumberFormat | None:
    """The format of a code; None for General, days, fractions and whatever else shows no plain number.

    >>> number_format("#,##0.00")
    NumberFormat(places=2, fewest=2, digits=1, is_grouped=True, scale=0, nought='')
    """
    match = _NUMBER.fullmatch(_plain(code).strip(_SIGNS))
    if match is None:
        return None
    whole, places = match["whole"], match["places"] or ""
    return NumberFormat(
        places=min(len(places), _MOST_PLACES),
        fewest=places.count("0"),
        digits=whole.count("0"),
        is_grouped="," in whole,
        scale=2 * len(match["percent"]) - 3 * len(match["thousands"]),
        nought="-" if _DASH in "".join(code.split(";")[2:3]) else "",
    )


def _plain(code: str) -> str:
    """What a code says of positive numbers, without its words."""
    return _LITERAL.sub("", code).partition(";")[0]


def as_percent(value: Decimal, places: int) -> str:
    """A share as a percent format shows it, halves away from nought.

    >>> as_percent(Decimal("0.838"), 2)
    '83.80%'
    """
    return f"{NumberFormat(places=places, fewest=places, scale=2).text(value)}%"
