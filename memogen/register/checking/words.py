"""Words that the findings share: where in the books, by which clause, how many days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.books import BOOK_TITLES, Book, Entry
from memogen.findings import N_

_SOURCES = {
    **dict.fromkeys(
        ("R01", "R03", "R05", "R07", "R12", "R13"),
        N_("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๔๓.๑"),
    ),
    **dict.fromkeys(
        ("R04", "R09", "R10"), N_("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๔๓.๑ และข้อ ๘๐")
    ),
    "R11": N_("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๔๓ และข้อ ๔๔"),
    "R14": N_("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๑๖ และข้อ ๒๔"),
    **dict.fromkeys(
        ("R18", "R19", "H12", "J09", "A08"),
        N_("ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ ข้อ ๔๓.๒"),
    ),
    **dict.fromkeys(("R15", "R16", "R17", "B12"), N_("คู่มือการเขียนหนังสือราชการ สำนักงานปลัดกระทรวงพาณิชย์: อ้างถึง")),
}


def source(code: str) -> str:
    """What a rule rests on (saraban page, sections 7, 8 and 10)."""
    return _(_SOURCES[code])


def title(book: Book) -> str:
    """`ทะเบียนหนังสือส่ง กษ ๑๑๑๓ ปี ๒๕๖๖`."""
    return _("{title} {code} ปี {year}").format(
        title=_(BOOK_TITLES[book.kind]), code=book.code, year=figure(book.year_be)
    )


def place(entry: Entry) -> str:
    """`กษ ๑๑๑๓/๖๕๓ ทะเบียนหนังสือส่ง ปี ๒๕๖๖`: the number first."""
    book = entry.book
    return _("{number} {title} ปี {year}").format(
        number=entry.number, title=_(BOOK_TITLES[book.kind]), year=figure(book.year_be)
    )


def day(value: date | None) -> str:
    """`๒๗ มีนาคม ๒๕๖๖`, or that there is none."""
    return thai.long_date(value) if value else _("(ไม่มีวันที่)")


def figure(number: int) -> str:
    """Thai digits."""
    return thai.to_thai_digits(str(number))


def spans(serials: Iterable[int]) -> list[tuple[int, int]]:
    """Rising numbers as first and last of each unbroken stretch."""
    found: list[tuple[int, int]] = []
    for serial in serials:
        if found and serial == found[-1][1] + 1:
            found[-1] = (found[-1][0], serial)
        else:
            found.append((serial, serial))
    return found


def spoken(stretches: Iterable[tuple[int, int]], most: int = 8) -> str:
    """`๑, ๓ ถึง ๕`, cut short after `most` stretches."""
    texts = [
        figure(a) if a == b else _("{first} ถึง {last}").format(first=figure(a), last=figure(b))
        for a, b in stretches
    ]
    return ", ".join(texts[:most]) + ("…" if len(texts) > most else "")
