"""Number formats that change what a number says: 0.838 under 0.00% is 83.80 percent."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from xml.etree import ElementTree

from memogen.errors import InputError
from memogen.sheets import refusals

_BUILT_IN = {"9": "0%", "10": "0.00%"}
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PLACES = re.compile(r"\.([0#?]+)")
_MOST_PLACES = 15
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)  # the largest number of Excel has 309 digits


def percent_styles(styles: bytes, *, file: str) -> dict[int, int]:
    """The cell styles with a percent format, by number, and how many places each shows after the point.

    Raises InputError X05 for a list of styles that cannot be read.
    """
    if not styles:
        return {}
    try:
        root = ElementTree.fromstring(styles)  # read_package has refused all entities
    except ElementTree.ParseError as error:
        raise InputError(refusals.damaged(file, "", "xl/styles.xml")) from error
    codes = _BUILT_IN | {
        element.get("numFmtId", ""): element.get("formatCode", "")
        for element in root.iterfind("{*}numFmts/{*}numFmt")
    }
    percents = {}
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        places = percent_places(codes.get(style.get("numFmtId", ""), ""))
        if places is not None:
            percents[number] = places
    return percents


def percent_places(code: str) -> int | None:
    """Places after the point of a percent format; None for every other one.

    A percent sign in quotation marks is words: Excel does not multiply for it.

    >>> percent_places("0.00%")
    2
    """
    plain = _LITERAL.sub("", code).partition(";")[0]
    if "%" not in plain:
        return None
    places = _PLACES.search(plain)
    return min(len(places[1]), _MOST_PLACES) if places else 0


def as_percent(value: Decimal, places: int) -> str:
    """A share as a percent format shows it, halves away from nought.

    >>> as_percent(Decimal("0.838"), 2)
    '83.80%'
    """
    hundredfold = _EXACT.multiply(value, Decimal(100))
    return f"{_EXACT.quantize(hundredfold, Decimal(1).scaleb(-places)):f}%"
