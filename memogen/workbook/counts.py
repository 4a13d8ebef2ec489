"""A number of rows stated in a title or a total that is not what the table holds (X24)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen import thai
from memogen.findings import Finding
from memogen.sheets.sorting import Understood
from memogen.sheets.values import is_filled, shown, tidied
from memogen.workbook.remarks import remark

_COUNT = re.compile(
    r"(?P<before>จำนวน|ทั้งสิ้น|ทั้งหมด|รวม)? ?(?<![0-9./,])(?<!ที่)(?<!ที่ )"
    r"(?P<count>[0-9]{1,3}(?:,[0-9]{3})*|[0-9]+)(?![0-9./,]) ?(?P<noun>[ก-ฮเ-ไA-Za-z][ก-๎A-Za-z/]*)"
)
_PERIODS = {"เดือน", "ปี", "วัน", "บาท", "ไตรมาส", "รอบ", "ชั่วโมง"}
_COUNTERS = {"หน่วยงาน", "จังหวัด", "ราย", "รายการ", "คน", "แห่ง", "เรื่อง", "โครงการ", "ฉบับ", "แถว", "ตัวชี้วัด"}


def count_doubts(sheet: Understood) -> Iterator[Finding]:
    """X24 of a sheet. A noun counts when a column bears its name, or after จำนวน and the like."""
    if sheet.table is None or not sheet.table.rows:
        return
    stated = [(title.address, title.text) for title in sheet.titles]
    for total in sheet.totals:
        column = next(
            name for name in sheet.table.columns if is_filled(total.raws[total.layout.places[name]])
        )
        stated.append((total.address(column), shown(total.raws[total.layout.places[column]])))
    for cell, text in stated:
        for match in _COUNT.finditer(thai.to_arabic_digits(tidied(text))):
            count, noun = int(match["count"].replace(",", "")), match["noun"]
            columns = [name for name in sheet.table.columns if name.startswith(noun)]
            if noun in _PERIODS or not (columns or (match["before"] and noun in _COUNTERS)):
                continue
            ours = {len(sheet.table.rows)}.union(*(_counts(sheet, name) for name in columns))
            if count not in ours:
                yield remark(
                    sheet,
                    "X24",
                    _("เขียนว่า {stated} {noun} แต่ในตารางมี {ours}").format(
                        stated=count, noun=noun, ours=min(ours, key=lambda number: abs(number - count))
                    ),
                    _("ตรวจดูว่าแถวขาดหรือเกิน หรือแก้จำนวน"),
                    cell=cell,
                    text=match[0].strip(),
                )


def _counts(sheet: Understood, column: str) -> set[int]:
    """How many there are in a column: different values, or cells of their own."""
    if sheet.table is None:
        return set()
    place = sheet.table.columns.index(column)
    rows = [row for row in sheet.table.rows if is_filled(row.raws[place])]
    return {len({tidied(shown(row.raws[place])) for row in rows}), len({row.address(column) for row in rows})}
