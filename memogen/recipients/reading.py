"""The recipients' list of an office, its columns found by the headers that offices give them."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from memogen import thai
from memogen.errors import InputError
from memogen.model import Office, Plain, Recipient
from memogen.recipients import refusals
from memogen.recipients.likeness import in_one_line, shown

NAME = "ชื่อ"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    NAME: (
        *("ชื่อ", "ชื่อหน่วยงาน", "หน่วยงาน", "หน่วยงานผู้รับ", "ชื่อหน่วยงานผู้รับ", "หน่วยงาน/ส่วนราชการ"),
        *("ชื่อส่วนราชการ", "ส่วนราชการ", "ชื่อจังหวัด", "จังหวัด"),
    ),
    "เรียน": (
        *("เรียน", "คำว่าเรียน", "เรียน (ตำแหน่ง)", "เรียนผู้รับ", "ผู้รับ", "ผู้รับหนังสือ"),
        *("ตำแหน่ง", "ตำแหน่งผู้รับ", "ตำแหน่งหัวหน้าหน่วยงาน"),
    ),
    "ย่อ": ("ย่อ", "ชื่อย่อ", "อักษรย่อ", "คำย่อ", "ตัวย่อ", "ชื่อย่อหน่วยงาน"),
    "ที่อยู่": ("ที่อยู่", "ที่อยู่ไปรษณีย์", "ที่อยู่หน่วยงาน", "ที่อยู่จัดส่ง", "สถานที่ตั้ง", "ที่ตั้ง"),
    "รหัสไปรษณีย์": ("รหัสไปรษณีย์", "postcode", "zip code"),
    "อีเมล": ("อีเมล", "อีเมล์", "ไปรษณีย์อิเล็กทรอนิกส์", "จดหมายอิเล็กทรอนิกส์", "e-mail", "email address"),
    "ชื่อไฟล์": ("ชื่อไฟล์", "file name"),
    "ชนิดหนังสือ": ("ชนิดหนังสือ", "ชนิดของหนังสือ", "แบบหนังสือ"),
}
"""What letters call a column (contract section 3), and the headers that stand for it, the likeliest first."""
NUMBERING = ("ลำดับ", "ลำดับที่", "ที่", "no.")

_PUNCTUATION = str.maketrans("", "", string.whitespace + string.punctuation + "\u00a0")
_SHEET = re.compile(r"(?i)(?P<file>.+\.xls[xm])#(?P<sheet>.+)")


def split_source(text: str) -> tuple[str, str | None]:
    """`ผู้รับ.xlsx#แผ่น` as the file and its sheet; None where no sheet is named.

    >>> split_source("fixtures/ผู้รับ.xlsx#ส่วนกลาง")
    ('fixtures/ผู้รับ.xlsx', 'ส่วนกลาง')
    """
    match = _SHEET.fullmatch(text)
    return (match["file"], match["sheet"].strip()) if match else (text, None)


def read_recipients(
    source: Path | None, office: Office, *, file: str, sheet: str | None = None
) -> tuple[Recipient, ...]:
    """The rows of an xlsx or csv in their order, or the units of the settings when `source` is None.

    `values` has every column under its own header, once more with `_` for the spaces of that header, and
    those of COLUMNS under the name that letters use. `name` is empty in a row that names nobody, which
    `judged` tells. `file` is how messages name the list.
    Raises InputError: N01 no column of names, N02 nobody in the list, and all of `sheets.read_table`.
    """
    recipients = _from_settings(office, file) if source is None else _from_table(source, file, sheet)
    if not recipients:
        raise InputError(refusals.nobody(file, is_settings=source is None))
    return recipients


def _from_settings(office: Office, file: str) -> tuple[Recipient, ...]:
    recipients = []
    for number, unit in enumerate(office.units, start=1):
        values = {**unit, **{name: unit[key] for name, key in _other_names([*unit]).items()}}
        recipients.append(Recipient(name=_name(values), values=values, file=file, row=number))
    return tuple(recipients)


def _from_table(source: Path, file: str, sheet: str | None) -> tuple[Recipient, ...]:
    from memogen.sheets import read_table

    table = read_table(source, sheet, file=file)
    names = _other_names(table.columns)
    header = names.get(NAME, NAME)
    if header not in table.columns:
        raise InputError(refusals.no_names(file, table.sheet, table.columns, COLUMNS[NAME]))
    numbering = {column for column in table.columns if _key(column) in map(_key, NUMBERING)}
    recipients = []
    for row, record in zip(table.rows, table.records(), strict=True):
        if not _says_anything(record, numbering):
            continue
        for name, column in names.items():
            record[name] = record[column]
        recipients.append(
            Recipient(
                name="" if row.is_wide(header) else _name(record),
                values=record,
                file=file,
                row=row.number,
                cell=row.address(header),
            )
        )
    return tuple(recipients)


def _other_names(headers: Sequence[str]) -> dict[str, str]:
    """The header by each further name that letters may call its column."""
    by_key = {_key(header): header for header in reversed(headers)}
    found = {}
    for name, known in COLUMNS.items():
        keys = [key for key in map(_key, known) if key in by_key]
        if keys:
            found[name] = by_key[keys[0]]
    joined = {header.replace(" ", "_"): header for header in reversed(headers) if " " in header}
    return {name: header for name, header in (joined | found).items() if name not in headers}


def _key(header: str) -> str:
    return thai.normalise(header).translate(_PUNCTUATION).casefold()


def _name(values: Mapping[str, Plain]) -> str:
    return in_one_line(shown(values.get(NAME)))


def _says_anything(record: Mapping[str, Plain], numbering: Set[str]) -> bool:
    """Whether there is more in a row than the running number that was typed beforehand."""
    return any(value is not None for column, value in record.items() if column not in numbering)
