"""Each row by itself: what it lacks, how long it has waited, whether it is in the right book."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from gettext import gettext as _

from memogen.books import Book, BookKind, Entry, Status
from memogen.findings import Finding, Severity
from memogen.register.checking.index import Index
from memogen.register.checking.words import day, figure, place, source, spans, spoken, title

_BANGKOK = timezone(timedelta(hours=7))
_OF_OTHER_BOOK = re.compile(r"(?:คำสั่ง|หนังสือรับรอง).{0,80}ที่\s*[0-9๐-๙]+\s*/\s*[2๒][0-9๐-๙]{3}")
_SENT = (Status.ISSUED, Status.DISPATCHED)
_A_FEW = 20


def check_rows(index: Index, *, today: date, old_after_days: int) -> Iterator[Finding]:
    """R07, R09, R11, R12, R14 of every row."""
    for book in sorted(index.books):
        lacking: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        for entry in index.books[book]:
            if entry.status is Status.RESERVED:
                yield from _reservation(entry, today, old_after_days)
            elif entry.status in _SENT:
                if not (entry.subject and entry.to and entry.sender):
                    lacking[_lacking(entry)].append(entry)
                yield from _sent(entry)
        for columns, rows in lacking.items():
            yield from _empty(book, columns, rows) if columns else ()


def _sent(entry: Entry) -> Iterator[Finding]:
    if entry.reason:
        yield _used_again(entry)
    if entry.status is Status.DISPATCHED and not (entry.way and (entry.recipient or entry.to)):
        yield _half_sent(entry)
    if entry.kind is BookKind.SENDING and "ที่" in entry.subject:
        yield from _misplaced(entry)


def _reservation(entry: Entry, today: date, old_after_days: int) -> Iterator[Finding]:
    age = (today - _made(entry)).days if entry.created_at else 0
    is_overdue = entry.due is not None and entry.due < today
    if age <= old_after_days and not is_overdue:
        return
    holder = entry.holder or _("(ไม่ระบุผู้จอง)")
    message = _("เลขจองค้าง {age} วัน ผู้จอง {holder}").format(age=figure(age), holder=holder)
    if entry.due and is_overdue:
        message = _("{message} เลยกำหนดใช้ {due}").format(message=message, due=day(entry.due))
    yield Finding(
        code="R09",
        severity=Severity.WARNING,
        place=place(entry),
        text=entry.purpose or holder,
        message=message,
        hint=_("ถามผู้จอง แล้วออกหนังสือ หรือคืนเลขด้วย memogen register release"),
        source=source("R09"),
    )


def _made(entry: Entry) -> date:
    made = datetime.fromisoformat(entry.created_at)
    return made.astimezone(_BANGKOK).date() if made.tzinfo else made.date()


def _lacking(entry: Entry) -> tuple[str, ...]:
    """The columns that must not be empty; an order has no addressee, a certificate one or a subject."""
    if entry.kind is BookKind.CERTIFICATE:
        return () if entry.subject or entry.to else ("subject",)
    needed = ("subject",) if entry.kind is BookKind.ORDER else ("sender", "to", "subject")
    return tuple(column for column in needed if not getattr(entry, column))


def _empty(book: Book, columns: tuple[str, ...], rows: Sequence[Entry]) -> Iterator[Finding]:
    """A finding a row, but one for all of a book that never had the column."""
    names = {"sender": _("จาก"), "to": _("ถึง"), "subject": _("เรื่อง")}
    what = " ".join(names[column] for column in columns)
    severity = Severity.WARNING if columns == ("sender",) else Severity.ERROR
    for group in [[entry] for entry in rows] if len(rows) <= _A_FEW else [rows]:
        is_one = len(group) == 1
        yield Finding(
            code="R12",
            severity=severity,
            place=place(group[0]) if is_one else title(book),
            text=group[0].subject or group[0].note if is_one else spoken(spans(row.serial for row in group)),
            message=_("ช่อง {columns} ว่าง {count} รายการ").format(columns=what, count=figure(len(group))),
            hint=_("เปิดสำเนาคู่ฉบับ แล้วกรอกให้ครบ"),
            source=source("R12"),
        )


def _used_again(entry: Entry) -> Finding:
    return Finding(
        code="R07",
        place=place(entry),
        text=entry.reason or "",
        message=_("รายการนี้มีเหตุผลการยกเลิก แต่เลขถูกใช้อยู่"),
        hint=_("เลขที่ยกเลิกแล้วใช้อีกไม่ได้ ออกเลขใหม่ให้หนังสือฉบับนี้"),
        source=source("R07"),
    )


def _half_sent(entry: Entry) -> Finding:
    lacking = [
        name for name, value in ((_("วิธีส่ง"), entry.way), (_("ผู้รับ"), entry.recipient or entry.to)) if not value
    ]
    return Finding(
        code="R11",
        severity=Severity.WARNING,
        place=place(entry),
        text=entry.subject,
        message=_("ลงว่าส่งแล้ว แต่ไม่ได้ระบุ {what}").format(what=" ".join(lacking)),
        hint=_("ระบุให้ครบ เพื่อให้ตามหนังสือได้"),
        source=source("R11"),
    )


def _misplaced(entry: Entry) -> Iterator[Finding]:
    if _OF_OTHER_BOOK.match(entry.subject.strip()):
        yield Finding(
            code="R14",
            severity=Severity.WARNING,
            place=place(entry),
            text=entry.subject,
            message=_("คำสั่งหรือหนังสือรับรองใช้เลขของทะเบียนหนังสือส่ง"),
            hint=_("คำสั่งและหนังสือรับรองมีทะเบียนของตน เลขเป็น เลข/พ.ศ."),
            source=source("R14"),
        )
