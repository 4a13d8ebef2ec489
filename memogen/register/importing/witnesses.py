"""What a whole sheet is: which kind of book, of which agency and year, and where its numbers stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from gettext import gettext as _

from memogen import thai
from memogen.books import BOOK_TITLES, BookKind
from memogen.register.importing.headings import Column, Header, titles_above
from memogen.register.importing.readings import (
    code_in,
    full_day,
    month_in,
    read_serial,
    without_clock,
    year_in,
)
from memogen.sheets.raw import RawSheet
from memogen.sheets.table import Cell

_KINDS = (
    (BookKind.RECEIVING, re.compile(r"(?:หนังสือ|ทะเบียน|เลข|เลขที่)รับ(?!รอง)")),
    (BookKind.ORDER, re.compile(r"คำสั่ง")),
    (BookKind.CERTIFICATE, re.compile(r"รับรอง")),
    (BookKind.CIRCULAR, re.compile(r"^(?!.*(?:และ|รวม)).*เวียน|^ว$")),
    (BookKind.SENDING, re.compile(r"(?:หนังสือ|ทะเบียน|เลข)ส่ง|หนังสือออก")),
)
_CODE_IN_TITLE = re.compile(
    r"(?<![ก-๎])[ก-ฮ]{2,4} ?(?:\([ก-ฮ]{1,4}\) ?)?"
    r"(?P<owner>[0-9]{3,6})(?: ?\([ก-ฮ]{1,4}\))?(?:\.[0-9]+)*(?![0-9])"
)

_ENOUGH = 3  # dates are a witness against the words above them

Cells = Mapping[Column, Cell]
Tell = Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the officer says of the book; None where the sheets tell. `code` in its one form."""

    file: str
    code: str | None = None
    year_be: int | None = None
    kind: BookKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What holds for all rows; None where nothing tells it. `source` is the column of the running number."""

    kind: BookKind
    code: str | None
    year_be: int | None
    month: int | None
    source: Column | None


def kind_of(sheet: RawSheet, header: Header, given: Given, tell: Tell) -> BookKind:
    """What title, name or heading say; ทะเบียนหนังสือส่ง may hold any that is sent, so there `given` decides."""
    place = header.places.get(Column.SERIAL)
    heading = header.names[place] if place is not None else ""
    words = (*titles_above(sheet, header), sheet.name, heading)
    stated = next((kind for text in words for kind, mark in _KINDS if mark.search(text)), None)
    if stated is None or stated is BookKind.SENDING or given.kind is None:
        return given.kind or stated or BookKind.SENDING
    if stated is not given.kind:
        tell("R68 kind", found=BOOK_TITLES[stated])
    return stated


def places_of(header: Header, kind: BookKind) -> Mapping[Column, int]:
    """The columns of a book of this kind: plain วันที่ of a receiving book is the day of receipt."""
    places = dict(header.places)
    if kind is BookKind.RECEIVING and Column.RECEIVED not in places and Column.DATED in places:
        name = header.names[places[Column.DATED]]
        if "ลง" not in name and "หนังสือ" not in name:
            places[Column.RECEIVED] = places.pop(Column.DATED)
    return places


def facts_of(
    sheet: RawSheet, header: Header, kind: BookKind, rows: Sequence[Cells], given: Given, tell: Tell
) -> Facts:
    """Weighs title, name and rows of the sheet and the officer's word; tells where they disagree."""
    titles = titles_above(sheet, header)
    year_be = _year(titles, sheet.name, rows, kind, given, tell)
    return Facts(
        kind=kind,
        code=_code(titles, rows, kind, given, tell),
        year_be=year_be,
        month=next(filter(None, map(month_in, (*titles, sheet.name))), None),
        source=_source(rows, places_of(header, kind), kind, year_be),
    )


def _year(
    titles: Sequence[str], name: str, rows: Sequence[Cells], kind: BookKind, given: Given, tell: Tell
) -> int | None:
    """The year that most witnesses name; of equally many, the first of them."""
    title = next(filter(None, map(year_in, titles)), None)
    of_rows, times = _year_of_rows(rows, kind)
    others = (given.year_be, title, year_in(name))
    meant = next((year for year in others if year and of_rows in _slips(year)), of_rows)
    witnesses = (
        ("", given.year_be),
        (_("วันที่ในแถวส่วนใหญ่"), meant if times >= _ENOUGH or not any(others) else None),
        (_("ชื่อตาราง"), title),
        (_("ชื่อชีต"), year_in(name)),
    )
    named = [year for _said, year in witnesses if year]
    if not named:
        return None
    year = max(named, key=named.count)
    for where, found in witnesses:
        if where and found not in (None, year):
            tell("R68", where=where, found=found, year=year)
    return year


def _slips(year_be: int) -> tuple[int, int]:
    """What becomes of a year typed with two digits: Excel's 1966 of ๖๖, and ๒๕๒๓ of 23 for 2023."""
    return 1900 + year_be % 100 + 543, 2500 + (year_be - 543) % 100


def _year_of_rows(rows: Sequence[Cells], kind: BookKind) -> tuple[int | None, int]:
    """The year of more than half of the dates, and of how many."""
    columns = (Column.RECEIVED, Column.DATED) if kind is BookKind.RECEIVING else (Column.DATED,)
    column = next((column for column in columns if any(column in cells for cells in rows)), Column.DATED)
    days = [full_day(without_clock(cells[column])) for cells in rows if column in cells]
    years = Counter(thai.be_year(day) for day in days if day and day >= thai.FIRST_DAY)
    common = years.most_common(1)
    return common[0] if common and common[0][1] * 2 > years.total() else (None, 0)


def _code(
    titles: Sequence[str], rows: Sequence[Cells], kind: BookKind, given: Given, tell: Tell
) -> str | None:
    said, found = next(filter(None, map(_code_in_title, titles)), (False, ""))
    own = found if said else given.code or found
    if found and given.code and found != given.code:
        tell("R68 code", found=found, own=own)
    if own or kind is BookKind.RECEIVING:
        return own or None
    codes = Counter(code_in(cells[Column.NUMBER].text) for cells in rows if Column.NUMBER in cells)
    return next((code for code, _times in codes.most_common() if code), None)


def _code_in_title(title: str) -> tuple[bool, str] | None:
    """Whether รหัส stands before the code in a title, and the code; without it มค ๒๕๖๖ is a month."""
    typed = thai.to_arabic_digits(title)
    for match in _CODE_IN_TITLE.finditer(typed):
        is_said = typed[: match.start()].rstrip().endswith("รหัส")
        if is_said or not year_in(match["owner"]):
            return is_said, code_in(match[0])
    return None


def _source(
    rows: Sequence[Cells], places: Mapping[Column, int], kind: BookKind, year_be: int | None
) -> Column | None:
    """Where the running number stands. ลำดับ is it only where ที่ holds none."""
    if Column.SERIAL in places:
        return Column.SERIAL
    has_count = Column.COUNT in places
    if kind is BookKind.RECEIVING or Column.NUMBER not in places:
        return Column.COUNT if has_count else None
    found = [cells[Column.NUMBER].text for cells in rows if Column.NUMBER in cells]
    numbered = sum(read_serial(text, year_be) is not None for text in found)
    return Column.NUMBER if not has_count or numbered * 2 > len(found) else Column.COUNT
