"""Receiving: a letter that comes in gets its number, and a copy of it the receipt stamp.

Code: R93 a number taken, and its stamp still to be drawn · R94 a file that is neither Word nor PDF · R95 a
copy that would stand where a file is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from gettext import gettext as _
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from memogen import thai
from memogen.books import Book, BookKind, Entry
from memogen.desk.folder import BANGKOK, Folder
from memogen.desk.making import to_pdf
from memogen.errors import InputError, MemogenError, OutputError, UsageError
from memogen.files import check_writable, put
from memogen.findings import Finding, Severity

if TYPE_CHECKING:
    from memogen.stamp import ReceiptStamp

_KINDS = (".docx", ".pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A letter as it came: its own number and date, and the columns of the receiving book (clause 38)."""

    sender: str
    to: str
    subject: str
    number: str = ""
    dated: date | None = None
    action: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Paper:
    """A received letter as a file, and the place of its stamped copy."""

    file: str
    content: bytes
    copy: Path
    cache: Path

    def stamped(self, stamp: ReceiptStamp) -> bytes:
        """The copy with the stamp on it."""
        from memogen.stamp import overlay_pdf, stamp_docx, stamp_page_docx

        if self.copy.suffix.lower() == ".docx":
            return stamp_docx(self.content, stamp, file=self.file)
        with TemporaryDirectory(prefix="memogen-", ignore_cleanup_errors=True) as name:
            page = Path(name, "stamp.docx")
            page.write_bytes(stamp_page_docx(stamp))
            (printed,) = to_pdf([page], page.parent, self.cache)
            return overlay_pdf(self.content, printed.read_bytes(), file=self.file)


def receive(
    home: Folder,
    arrival: Arrival,
    *,
    clock: Callable[[], datetime],
    at: datetime,
    accept_clock: bool,
    paper: Path | None,
    copy: Path | None,
    cache: Path | None,
) -> tuple[Entry, Path | None]:
    """See `Workspace.receive`."""
    office, at = home.office, at.astimezone(BANGKOK)
    received = _paper(home, paper, copy, cache) if paper else None
    if received:  # whatever stands against the stamp is told before a number is taken
        received.stamped(_stamp(office.name, "", at))
        check_writable(received.copy.parent)
    book = Book(thai.parse_code(office.code), BookKind.RECEIVING, thai.be_year(at.date()))
    with home.register(clock=clock) as register, register.writing(accept_clock=accept_clock) as pen:
        entry = pen.receive(
            book,
            at=at,
            their_number=arrival.number,
            their_date=arrival.dated,
            sender=arrival.sender,
            to=arrival.to,
            subject=arrival.subject,
            action=arrival.action,
            note=arrival.note,
        )
    if not received:
        return entry, None
    try:
        put(received.copy, received.stamped(_stamp(office.name, entry.number, at)))
    except MemogenError as error:
        raise OutputError(*error.findings, _number_stands(entry)) from error
    return entry, received.copy


def _stamp(agency: str, number: str, at: datetime) -> ReceiptStamp:
    from memogen.stamp import ReceiptStamp

    return ReceiptStamp(agency, number, at.date(), at.time())


def _paper(home: Folder, paper: Path, copy: Path | None, cache: Path | None) -> _Paper:
    file = home.shown(paper)
    if paper.suffix.lower() not in _KINDS:
        raise UsageError(
            Finding(
                code="R94",
                file=file,
                message=_("ประทับตรารับได้บนไฟล์ .docx และ .pdf เท่านั้น"),
                hint=_("เปิดไฟล์แล้วบันทึกเป็น PDF ก่อน"),
            )
        )
    copy = copy or paper.with_name(_("{name} ตรารับ").format(name=paper.stem) + paper.suffix)
    if copy.exists():
        raise UsageError(
            Finding(
                code="R95",
                file=home.shown(copy),
                message=_("มีไฟล์นี้อยู่แล้ว จึงไม่เขียนทับ และยังไม่ได้ลงรับ"),
                hint=_("บอกชื่อไฟล์อื่นด้วย --out"),
            )
        )
    try:
        content = paper.read_bytes()
    except OSError as error:
        raise InputError(
            Finding(
                code="P11",
                file=file,
                message=_("เปิดไฟล์ “{name}” ไม่ได้").format(name=paper.name),
                hint=_("ตรวจดูชื่อไฟล์และโฟลเดอร์"),
            )
        ) from error
    return _Paper(file, content, copy, cache or copy.parent / ".memogen")


def _number_stands(entry: Entry) -> Finding:
    return Finding(
        code="R93",
        severity=Severity.INFO,
        message=_("ลงรับแล้วเป็นเลขรับ {number} แต่ยังประทับตราบนสำเนาไม่ได้").format(number=entry.number),
        hint=_("ห้ามลงรับซ้ำ ให้ประทับตราด้วยมือตามเลขรับนี้"),
    )
