"""The account of a book: what became of each of its numbers from 1 to the last, on one page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from gettext import gettext as _

from memogen import thai
from memogen.books import Anchor, Book, Entry, Origin, Status
from memogen.register.exporting import TITLES
from memogen.register.remarks import book_date
from memogen.register.spans import Span, spans, spoken

_RULE = "-" * 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Each number 1…last once: on paper, issued, dispatched, void, reserved, or unexplained.

    `paper` are those up to the floor that have no entry; `imported` were taken over from an older book and
    are counted under their status too; `beyond` are entries outside 1…last, which no book may have.
    """

    book: Book
    floor: int
    last: int
    paper: tuple[Span, ...]
    issued: tuple[Span, ...]
    dispatched: tuple[Span, ...]
    imported: tuple[Span, ...]
    unexplained: tuple[Span, ...]
    void: tuple[Entry, ...]
    reserved: tuple[Entry, ...]
    beyond: tuple[Entry, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every number is explained and none is there that should not be."""
        return not (self.unexplained or self.beyond)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading; the first row names the columns."""

    heading: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The page as plain data: title lines, what is certified, tables, and the registrar's signature."""

    titles: tuple[str, ...]
    verdict: str
    tables: tuple[Table, ...]
    closing: tuple[str, ...]


def account(book: Book, floor: int, last: int, entries: Iterable[Entry]) -> Account:
    """What became of the numbers of `book`; entries of other books are passed over.

    `floor` is the last number of the paper book, `last` the last number taken.
    """
    own = sorted((entry for entry in entries if entry.book == book), key=lambda entry: entry.serial)
    by_serial = {entry.serial: entry for entry in own if 1 <= entry.serial <= last}
    missing = [serial for serial in range(1, last + 1) if serial not in by_serial]
    inside = list(by_serial.values())
    return Account(
        book=book,
        floor=floor,
        last=last,
        paper=tuple(spans(serial for serial in missing if serial <= floor)),
        issued=_spans(entry for entry in inside if entry.status is Status.ISSUED),
        dispatched=_spans(entry for entry in inside if entry.status is Status.DISPATCHED),
        imported=_spans(entry for entry in inside if entry.origin is Origin.IMPORT),
        unexplained=tuple(spans(serial for serial in missing if serial > floor)),
        void=tuple(entry for entry in inside if entry.status is Status.VOID),
        reserved=tuple(entry for entry in inside if entry.status is Status.RESERVED),
        beyond=tuple(entry for entry in own if by_serial.get(entry.serial) is not entry),
    )


def certificate(account: Account, anchor: Anchor, *, office: str, on: date) -> Certificate:
    """The page that says it: counts and ranges, each void and reserved number, the anchor of the trail."""
    year = _digits(account.book.year_be)
    return Certificate(
        titles=(
            _("บัญชีรับรองเลข{title}").format(title=TITLES[account.book.kind]),
            _("{office} รหัส {code} ประจำปี พ.ศ. {year}").format(
                office=office, code=account.book.code, year=year
            ),
        ),
        verdict=_verdict(account),
        tables=tuple(table for table in (_counts(account), _void(account), _reserved(account)) if table),
        closing=_closing(anchor, on),
    )


def as_lines(account: Account, anchor: Anchor, *, office: str, on: date) -> tuple[str, ...]:
    """The page as lines of text."""
    page = certificate(account, anchor, office=office, on=on)
    lines = [*page.titles, _RULE, page.verdict]
    for table in page.tables:
        lines += ["", table.heading, *_columns(table.rows)]
    return (*lines, _RULE, *page.closing)


def _spans(entries: Iterable[Entry]) -> tuple[Span, ...]:
    return tuple(spans(entry.serial for entry in entries))


def _verdict(account: Account) -> str:
    if not account.last:
        return _("ยังไม่มีการใช้เลข") if account.is_whole else _unexplained(account)
    if account.is_whole:
        return _("เลข ๑–{last} มีคำอธิบายครบทุกเลข ไม่ซ้ำ ไม่ขาด").format(last=_digits(account.last))
    return _unexplained(account)


def _unexplained(account: Account) -> str:
    """Loud: this page certifies nothing."""
    faults = []
    if account.unexplained:
        faults.append(
            _("ไม่มีคำอธิบาย {count} เลข คือ {numbers}").format(
                count=_digits(_count(account.unexplained)), numbers=spoken(account.unexplained)
            )
        )
    if account.beyond:
        faults.append(
            _("มีเลขซ้ำหรือเกินเลขสุดท้ายของเล่ม คือ {numbers}").format(
                numbers=_digits(", ".join(str(entry.serial) for entry in account.beyond))
            )
        )
    return _("*** รับรองไม่ได้ *** {faults} กรุณาสั่ง memogen register check").format(faults=_(" และ").join(faults))


def _counts(account: Account) -> Table:
    """Every number once; of the used ones also how many were sent, and which came from an older book."""
    used = spans(
        serial for low, high in account.issued + account.dispatched for serial in range(low, high + 1)
    )
    lines: tuple[tuple[str, Sequence[Span]], ...] = (
        (_("ใช้ในเล่มกระดาษ (ถึงเลข {floor})").format(floor=_digits(account.floor)), account.paper),
        (_("ออกแล้ว"), used),
        (_("ยกเลิก"), _spans(account.void)),
        (_("จองไว้"), _spans(account.reserved)),
        (_("ไม่มีคำอธิบาย"), account.unexplained),
    )
    rows = [(name, _digits(_count(runs)), spoken(runs) or "-") for name, runs in lines]
    return Table(
        _("สรุปการใช้เลข"),
        (
            (_("สถานะ"), _("จำนวน"), _("เลข")),
            *rows,
            (_("รวม"), _digits(sum(_count(runs) for _name, runs in lines)), _range(account.last)),
            (_("ออกแล้ว ซึ่งบันทึกการส่งแล้ว"), _digits(_count(account.dispatched)), ""),
            (_("นำเข้าจากเล่มเดิม"), _digits(_count(account.imported)), spoken(account.imported)),
        ),
    )


def _range(last: int) -> str:
    return spoken([(1, last)]) if last else "-"


def _void(account: Account) -> Table | None:
    rows = [(_digits(entry.serial), _date(entry.dated), entry.reason or "") for entry in account.void]
    head = (_("เลข"), _("ลงวันที่"), _("เหตุผล"))
    return Table(_("เลขที่ยกเลิก"), (head, *map(_flat, rows))) if rows else None


def _reserved(account: Account) -> Table | None:
    rows = [
        (_digits(entry.serial), entry.holder or "-", entry.purpose, _date(entry.due))
        for entry in account.reserved
    ]
    head = (_("เลข"), _("ผู้จอง"), _("เพื่อ"), _("กำหนดใช้"))
    return Table(_("เลขที่จองไว้"), (head, *map(_flat, rows))) if rows else None


def _closing(anchor: Anchor, on: date) -> tuple[str, ...]:
    return (
        _("หลักยึดของทะเบียน: {count} เหตุการณ์ {head}").format(
            count=_digits(f"{anchor.count:,}"), head=anchor.head[:16]
        ),
        "",
        _("ลงชื่อ ........................................ นายทะเบียน"),
        "       (........................................)",
        _("วันที่ {day}").format(day=thai.long_date(on)),
    )


def _flat(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for text in row)


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows with their columns under each other, the last one as long as it is."""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(_padded, row, [*widths[:-1], 0])).rstrip() for row in rows]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns on a terminal: marks above and below take none."""
    return sum(unicodedata.category(character) != "Mn" for character in text)


def _date(day: date | None) -> str:
    return book_date(day) if day else ""


def _digits(value: object) -> str:
    return thai.to_thai_digits(str(value))


def _count(runs: Sequence[Span]) -> int:
    return sum(high - low + 1 for low, high in runs)
