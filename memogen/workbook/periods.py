"""Days and periods outside the fiscal year that the sheet says it is of (X25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.findings import Finding
from memogen.sheets.kinds import Sort
from memogen.sheets.sorting import Understood
from memogen.sheets.values import Raw, is_filled, shown, tidied, value_of
from memogen.workbook.remarks import own_raw, remark

_FISCAL_YEAR = re.compile(r"ปีงบประมาณ ?(?:พ\.ศ\.)? ?([0-9]{4})(?! ?[-–] ?[0-9])(?![0-9])")
_PERIOD_COLUMN = re.compile("ระยะเวลา|ห้วงเวลา|ช่วงเวลา|กำหนด|วันที่|เริ่ม|สิ้นสุด|ภายใน|แล้วเสร็จ")
_MONTH = re.compile(
    rf"({'|'.join(map(re.escape, (*thai.MONTHS, *thai.SHORT_MONTHS)))}) ?(?:พ\.ศ\.)? ?([0-9]{{4}})(?![0-9])"
)
_MONTH_OF = {name: at for names in (thai.MONTHS, thai.SHORT_MONTHS) for at, name in enumerate(names, start=1)}


def period_doubts(sheet: Understood) -> Iterator[Finding]:
    """X25 of a sheet whose titles name one fiscal year, and no other."""
    years = {
        int(year)
        for title in sheet.titles
        for year in _FISCAL_YEAR.findall(thai.to_arabic_digits(tidied(title.text)))
    }
    if len(years) != 1 or sheet.table is None:
        return
    (year,) = years
    try:
        first, last = thai.fiscal_year_span(year)
    except thai.DateError:
        return
    for column in sheet.table.columns:
        if sheet.kinds[column].sort is not Sort.DATE and not _PERIOD_COLUMN.search(column):
            continue
        for row in sheet.table.rows:
            raw = own_raw(row, column)
            outside = next((day for day in _days(raw) if not first <= day <= last), None)
            if outside is not None:
                yield remark(
                    sheet,
                    "X25",
                    _("{day} อยู่นอกปีงบประมาณ พ.ศ. {year} ({first} ถึง {last})").format(
                        day=thai.long_date(outside),
                        year=thai.to_thai_digits(str(year)),
                        first=thai.short_date(first),
                        last=thai.short_date(last),
                    ),
                    _("แก้วันที่ หรือแก้ปีงบประมาณในชื่อตาราง"),
                    cell=row.address(column),
                    text=shown(raw),
                )


def _days(raw: Raw) -> Iterator[date]:
    """The days that a cell names; of a month its first, of a fiscal year its last."""
    if not is_filled(raw):
        return
    if isinstance(raw, date):
        try:
            value = value_of(raw)
        except ValueError:
            return  # told as X12
        if isinstance(value, date):
            yield value
    if not isinstance(raw, str):
        return
    text = tidied(raw)
    with suppress(thai.DateError):
        yield thai.parse_date(text)
    yield from (found.day for found in thai.find_dates(text) if found.day)
    text = thai.to_arabic_digits(text)
    with suppress(thai.DateError):
        yield from (thai.from_be(1, _MONTH_OF[month], int(year)) for month, year in _MONTH.findall(text))
        yield from (thai.fiscal_year_span(int(year))[1] for year in _FISCAL_YEAR.findall(text))
