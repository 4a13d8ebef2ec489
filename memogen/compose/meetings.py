"""The headers of minutes: what meeting it was, who came, who wrote it down (clause 25)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from gettext import gettext as _
from itertools import groupby
from typing import Any

from memogen import thai
from memogen.compose.asking import PEOPLE, data_name
from memogen.compose.heads import NOBODY, Heads
from memogen.model import Attendance, Header, Meeting, Person, Signature


def meeting_of(heads: Heads) -> Meeting:
    """The meeting; what is missing or cannot be read goes to the findings."""
    return Meeting(
        name=heads.text("การประชุม"),
        session=heads.text("ครั้งที่").removeprefix("ครั้งที่").strip(),
        held=heads.text("เมื่อ").removeprefix("เมื่อ").strip(),
        place=heads.text("ณ").removeprefix("ณ ").strip(),
        attendance=tuple(_attendance(heads)),
        begins=heads.text("เริ่มประชุม").removeprefix("เวลา").strip(),
        ends=heads.text("เลิกประชุม").removeprefix("เวลา").strip(),
        recorder=_signature(heads, "ผู้จดรายงานการประชุม"),
        reviewer=_signature(heads, "ผู้ตรวจรายงานการประชุม"),
    )


def _attendance(heads: Heads) -> Iterator[Attendance]:
    """The groups in the order of the form; a list with words in brackets is one more of its kind."""
    for name in PEOPLE:
        for title, entries in groupby(heads.entries(name), key=lambda entry: entry[0].name):
            people = [person for header, value in entries for person in _people(heads, header, value)]
            yield Attendance(title, tuple(people))


def _people(heads: Heads, header: Header, value: str) -> Iterator[Person]:
    """One person a line, or the rows of a workbook."""
    if book := data_name(header):
        rows = heads.rows(book) or ()
        people = [person for row in rows if (person := _of_row(heads, row))]
        if rows and not people:
            heads.fault(
                "L46",
                header,
                _("ไม่พบรายชื่อใน {book}").format(book=book),
                _("ตั้งชื่อคอลัมน์ว่า ชื่อ (หรือ ชื่อ และ นามสกุล) ตำแหน่ง หมายเหตุ"),
            )
        yield from people
        return
    name, position, remark = ([part.strip() for part in value.split("|")] + ["", ""])[:3]
    yield Person(thai.hold_together(name), position, remark)


def _of_row(heads: Heads, row: Mapping[str, Any]) -> Person | None:
    """The person of a row with columns ชื่อ…, นามสกุล, ตำแหน่ง…, หมายเหตุ; None for a row without a name."""

    def cell(*words: str) -> str:
        found = (value for column, value in row.items() if value and column.startswith(words))
        return heads.printed(str(next(found, "")))

    name = " ".join(filter(None, (cell("ชื่อ"), cell("นามสกุล", "สกุล"))))
    return Person(thai.hold_together(name), cell("ตำแหน่ง"), cell("หมายเหตุ")) if name else None


def _signature(heads: Heads, header_name: str) -> Signature:
    """`ชื่อ | ตำแหน่ง`, or a signer of the settings by key; then what he did."""
    entries = heads.entries(header_name)
    if not entries:
        return NOBODY
    header, value = entries[0]
    name, _bar, position = (part.strip() for part in value.partition("|"))
    signer = heads.known(header.value.strip())
    if signer:
        name, position = signer.name, signer.position
    try:
        return heads.signed(name, [*filter(None, position.split("\n")), header_name])
    except thai.PersonNameError as error:
        heads.fault(
            "L43", header, str(error), _("เขียนอย่าง {name}: ชื่อ นามสกุล | ตำแหน่ง").format(name=header_name)
        )
        return NOBODY
