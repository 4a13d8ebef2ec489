"""Tables for Excel, text cells only: an xlsx ready to print (A4 landscape, the head of the table on every
page), or a csv to open with a double click."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, Any

from memogen.sheets.guard import guarded

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FONT = "TH SarabunPSK"
FONT_SIZE = 14
TITLE_SIZE = 18
MAX_TEXT = 32_767  # characters in a cell, by Excel's law
MAX_NAME = 31  # of a sheet
MAX_FOOTER = 255

_LINE, _PADDING, _TALLEST = 17.5, 3.0, 409.0  # points: a line of FONT as Excel sets it; Excel's highest row
_FILLED = 0.82  # of a column's width is what a line holds on average, as Thai breaks between words only
_ABOVE_AND_BELOW = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_LOOK = {"font_name": FONT, "font_size": FONT_SIZE, "font_scheme": ""}
_A4 = 9
_MARGINS = {"left": 0.5, "right": 0.4, "top": 0.6, "bottom": 0.7}  # inches
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its words, its width in characters, and whether its cells stand in the middle."""

    text: str
    width: float
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of texts; the first `struck` of them are struck through."""

    texts: Sequence[str]
    struck: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with its title lines; every page ends with `footer` at the left, its number at the right."""

    name: str
    titles: Sequence[str]
    headings: Sequence[Heading]
    lines: Iterable[Line] = field(repr=False)
    footer: str = ""


def write_sheets(sheets: Sequence[Sheet], *, title: str, created: datetime) -> bytes:
    """The sheets as one xlsx; the same sheets and moment give the same bytes.

    Every cell is text: what begins with = + - @ stays what was typed, and 007 keeps its zeros. Names of
    sheets are shortened and made different where Excel asks for it. Raises ValueError for a text that is
    longer than MAX_TEXT.
    """
    from xlsxwriter import Workbook

    content = io.BytesIO()
    workbook = Workbook(content, {"constant_memory": True, "default_format_properties": _LOOK})
    workbook.set_properties({"title": title, "created": created.replace(tzinfo=None)})
    looks = _looks(workbook)
    for name, sheet in zip(_names(sheets), sheets, strict=True):
        _write(workbook.add_worksheet(name), sheet, looks)
    workbook.close()
    return content.getvalue()


def write_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A csv that Excel opens in Thai: UTF-8 with its mark, every cell in quotation marks, lines ended \\r\\n.

    A text that a spreadsheet would run stands behind a quote, which `read_table` takes off again: the table
    comes back as it was, but for blanks around a text, and for digits, which come back as a number.
    """
    content = io.StringIO(newline="")
    writer = csv.writer(content, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(map(guarded, head))
    # Nearly no cell begins with a sign, which is seen here without a call for each.
    writer.writerows([cell if cell[:1].isalnum() else guarded(cell) for cell in row] for row in rows)
    return content.getvalue().encode("utf-8-sig")


def _names(sheets: Sequence[Sheet]) -> list[str]:
    names: list[str] = []
    for sheet in sheets:
        name = plain = _FORBIDDEN_IN_NAMES.sub("-", sheet.name).strip("'")[:MAX_NAME] or "-"
        number = 1
        while name.lower() in map(str.lower, names):
            number += 1
            name = f"{plain[: MAX_NAME - len(str(number)) - 3]} ({number})"
        names.append(name)
    return names


def _looks(workbook: Workbook) -> dict[str, Format]:
    cell = _LOOK | {"num_format": "@", "valign": "top", "border": 1}
    flowing = cell | {"text_wrap": True}
    centred = flowing | {"align": "center"}
    struck = {"font_strikeout": True, "font_color": "#595959"}
    title = _LOOK | {"font_size": TITLE_SIZE, "bold": True, "align": "center", "valign": "vcenter"}
    looks: dict[str, dict[str, Any]] = {
        "title": title,
        "heading": centred | {"bold": True, "valign": "vcenter", "bg_color": "#E7E6E6"},
        "text": flowing,
        "centred": centred,
        "struck text": flowing | struck,
        "struck centred": centred | struck,
    }
    return {name: workbook.add_format(look) for name, look in looks.items()}


def _write(worksheet: Worksheet, sheet: Sheet, looks: dict[str, Format]) -> None:
    _set_page(worksheet, sheet)
    last = len(sheet.headings) - 1
    for row, title in enumerate(sheet.titles):
        worksheet.set_row(row, _LINE * TITLE_SIZE / FONT_SIZE + _PADDING)
        worksheet.merge_range(row, 0, row, last, "", looks["title"])
        worksheet.write_string(row, 0, title, looks["title"])
    head = len(sheet.titles)
    worksheet.set_row(
        head, _height(sheet.headings, [heading.text for heading in sheet.headings]) + 2 * _PADDING
    )
    for column, heading in enumerate(sheet.headings):
        worksheet.write_string(head, column, heading.text, looks["heading"])
    names = ["centred" if heading.is_centred else "text" for heading in sheet.headings]
    plain = [looks[name] for name in names]
    struck = [looks[f"struck {name}"] for name in names]
    for row, line in enumerate(sheet.lines, start=head + 1):
        worksheet.set_row(row, _height(sheet.headings, line.texts))
        looks_of = [*struck[: line.struck], *plain[line.struck :]]
        for column, (text, look) in enumerate(zip(line.texts, looks_of, strict=True)):
            _write_text(worksheet, row, column, text, look)


def _height(headings: Sequence[Heading], texts: Sequence[str]) -> float:
    """Points for the tallest text of a row. LibreOffice leaves rows as high as the file says."""
    tallest = max(
        (_lines(text, heading.width) for heading, text in zip(headings, texts, strict=True)), default=1
    )
    return min(tallest * _LINE + _PADDING, _TALLEST)


def _lines(text: str, width: float) -> int:
    """Lines that a text takes in a column."""
    lengths = (len(_ABOVE_AND_BELOW.sub("", line)) for line in text.split("\n"))
    return sum(1 if length <= width else ceil(length / (width * _FILLED)) for length in lengths)


def _write_text(worksheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Never `write`, which would make a formula of = and a number of 007."""
    if len(text) > MAX_TEXT:
        raise ValueError(f"row {row + 1}: {len(text)} characters")
    if text:
        worksheet.write_string(row, column, text, look)
    else:
        worksheet.write_blank(row, column, None, look)


def _set_page(worksheet: Worksheet, sheet: Sheet) -> None:
    head = len(sheet.titles)
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.set_margins(**_MARGINS)
    worksheet.center_horizontally()
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0, head)
    worksheet.freeze_panes(head + 1, 0)
    worksheet.set_footer(_footer(sheet.footer))
    worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for column, heading in enumerate(sheet.headings):
        worksheet.set_column(column, column, heading.width)


def _footer(text: str) -> str:
    """`&` begins a command in footers, so that one in the text is doubled."""
    look = f'&"{FONT},Regular"&12'
    end = f"&R{look}หน้า &P/&N"
    start = f"&L{look}" + text.replace("&", "&&")
    return start[: MAX_FOOTER - len(end)] + end
