"""Where the table of a register begins on a sheet, and which of its columns is which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from memogen.sheets.raw import RawSheet
from memogen.sheets.table import Cell
from memogen.sheets.values import tidied

_DEEPEST = 60  # rows above the table may be titles; further down nobody begins one
_MARKS = re.compile(r"[\s.\-_/:()\[\]ฯ*]+")


class Column(StrEnum):
    """The columns of แบบที่ ๑๓ and ๑๔, and those that offices add."""

    SERIAL = "เลขทะเบียน"  # the running number of the book
    COUNT = "ลำดับ"  # the running number, or only a count of the sheet's rows
    NUMBER = "ที่"
    DATED = "ลงวันที่"
    RECEIVED = "วันที่รับ"
    TIME = "เวลา"
    SENDER = "จาก"
    TO = "ถึง"
    SUBJECT = "เรื่อง"
    ACTION = "การปฏิบัติ"
    NOTE = "หมายเหตุ"


_NAMES = {
    Column.SERIAL: "เลขทะเบียน เลขทะเบียนส่ง เลขทะเบียนรับ เลขทะเบียนหนังสือส่ง เลขทะเบียนหนังสือรับ ทะเบียนส่ง ทะเบียนรับ"
    " ทะเบียนเลขที่ เลขส่ง เลขรับ เลขที่ส่ง เลขที่รับ เลขส่งที่ เลขรับที่ ส่งที่ รับที่ คำสั่งที่ เลขคำสั่ง เลขที่คำสั่ง เลขที่หนังสือรับรอง"
    " หนังสือรับรองที่ เลขที่ใบรับรอง เลขรัน เลขเวียน เลขหนังสือเวียน เลขที่หนังสือเวียน",
    Column.COUNT: "ลำดับ ลำดับที่ เลขลำดับ เลขลำดับที่ no ลำดับเลข",
    Column.NUMBER: "ที่ เลขที่ เลขหนังสือ เลขที่หนังสือ หนังสือที่ ที่หนังสือ เลขที่เอกสาร ที่หนังสือออก เลขที่หนังสือส่ง เลขหนังสือส่ง"
    " เลขที่หนังสือรับ เลขออก เลขที่ออก เลขที่บันทึก",
    Column.DATED: "ลงวันที่ วันที่ ลว วดป วันเดือนปี วันที่หนังสือ วันที่ออก วันที่ออกเลข วันที่ออกหนังสือ วันที่ส่ง หนังสือลงวันที่ ลงวันที่หนังสือ"
    " วันที่ลงนาม วันที่ในหนังสือ วันเดือนปีที่ส่ง วันเดือนปีหนังสือ ลงวดป สั่งณวันที่",
    Column.RECEIVED: "วันที่รับ รับวันที่ ลงรับวันที่ วันที่ลงรับ วันรับ วันเดือนปีที่รับ วันที่และเวลา วันเวลา วันเวลาที่รับ วันเวลารับ"
    " วันที่เวลา วันที่เวลาที่รับ วันที่ได้รับ",
    Column.TIME: "เวลา เวลารับ เวลาที่รับ รับเวลา",
    Column.SENDER: "จาก ผู้ส่ง หนังสือจาก หน่วยงาน หน่วยงานที่ส่ง หน่วยงานผู้ส่ง หน่วยงานเจ้าของเรื่อง เจ้าของเรื่อง ส่วนราชการ"
    " ส่วนราชการเจ้าของเรื่อง ต้นเรื่อง ผู้ออกหนังสือ ผู้ออกเลข ส่งจาก กลุ่มงาน งาน ผู้จัดทำ",
    Column.TO: "ถึง ส่งถึง เรียน ผู้รับ หนังสือถึง หน่วยงานที่รับ หน่วยงานผู้รับ ส่งไปที่ ผู้รับหนังสือ ออกให้แก่ ออกให้ ถึงหน่วยงาน",
    Column.SUBJECT: "เรื่อง ชื่อเรื่อง ชื่อเรื่องหนังสือ หัวข้อ หัวเรื่อง เรื่องย่อ รายการ รายละเอียด สาระสำคัญ ชื่อหนังสือ",
    Column.ACTION: "การปฏิบัติ การดำเนินการ ผลการปฏิบัติ ผลการดำเนินการ การสั่งการ การปฎิบัติ วิธีส่ง การส่ง",
    Column.NOTE: "หมายเหตุ หมายเหต ข้อสังเกต บันทึก",
}
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names.split()}
_TELLING = {Column.SERIAL, Column.COUNT, Column.NUMBER, Column.DATED, Column.RECEIVED}


@dataclass(frozen=True, slots=True)
class Header:
    """The header row or rows (counted from 0), the place of each column, and those with other names."""

    first: int
    last: int
    places: Mapping[Column, int]
    others: Mapping[int, str]
    names: Mapping[int, str]  # every column's, as a page within the sheet may repeat them


@lru_cache(maxsize=1024)
def column_of(name: str) -> Column | None:
    """Which column a heading names.

    >>> column_of("ลว.")
    <Column.DATED: 'ลงวันที่'>
    """
    return _COLUMN_OF.get(_MARKS.sub("", tidied(name)).lower())


def find_header(sheet: RawSheet) -> Header | None:
    """The first row, or two or three together, that names a number or a date and one column more."""
    for first in range(min(len(sheet.rows), _DEEPEST)):
        if _known(sheet.rows[first]) < 2:
            continue
        header = _header(sheet, first)
        if len(header.places) > 1 and _TELLING & header.places.keys():
            return header
    return None


def titles_above(sheet: RawSheet, header: Header) -> list[str]:
    """The lines above the table, a cell each."""
    return [text for row in sheet.rows[: header.first] for text in texts_of(row)]


def texts_of(row: Sequence[Cell | None]) -> list[str]:
    """The texts of a row, one of each merged range."""
    cells = {cell.address: cell.text for cell in row if cell}
    return list(cells.values())


def is_header(row: Sequence[Cell | None]) -> bool:
    """Whether the row is the header once more, as at the top of each printed page."""
    names = texts_of(row)
    return len(names) > 1 and all(column_of(name) for name in names)


def _known(row: Sequence[Cell | None]) -> int:
    found = {column_of(text) for text in texts_of(row)}
    return len(found - {None}) + any("วันที่" in text or "หนังสือ" in text for text in texts_of(row))


def _header(sheet: RawSheet, first: int) -> Header:
    last = first
    while (
        last + 1 < len(sheet.rows) and last < first + 2 and _continues(sheet.rows[last], sheet.rows[last + 1])
    ):
        last += 1
    places: dict[Column, int] = {}
    others: dict[int, str] = {}
    names: dict[int, str] = {}
    for place in range(len(sheet.rows[first])):
        levels = _levels(sheet.rows[number][place] for number in range(first, last + 1))
        column = _best(levels)
        names[place] = " ".join(levels)
        if column and column not in places:
            places[column] = place
        else:
            others[place] = names[place]
    return Header(first, last, places, others, names)


def _continues(above: Sequence[Cell | None], below: Sequence[Cell | None]) -> bool:
    """Whether the row below belongs to the header: it repeats merged cells of it, or names columns only."""
    corners = {cell.address for cell in above if cell}
    own = [
        (over, cell) for over, cell in zip(above, below, strict=True) if cell and cell.address not in corners
    ]
    has_merged = any(cell and cell.address in corners for cell in below)
    return bool(own or has_merged) and all(
        column_of(cell.text) or (over and column_of(over.text + cell.text)) for over, cell in own
    )


def _levels(cells: Iterator[Cell | None]) -> list[str]:
    levels: dict[str, str] = {}
    for cell in cells:
        if cell:
            levels.setdefault(cell.address, tidied(cell.text))
    return list(levels.values())


def _best(levels: list[str]) -> Column | None:
    """The column that the levels name together, else the lowest one that names any."""
    for name in ("".join(levels), *reversed(levels)):
        column = column_of(name)
        if column:
            return column
    return None
