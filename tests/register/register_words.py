"""Short ways to say what tests of the register do again and again."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest

from memogen.books import Book, BookKind, Entry
from memogen.errors import RegisterRefusal
from memogen.findings import Finding
from memogen.register import Issued, Pen, Register

BOOK = Book("กษ ๑๑๑๓", BookKind.SENDING, 2566)
DAY = date(2023, 3, 27)
MORNING = datetime(2023, 3, 27, 2, 0, tzinfo=UTC)  # nine o'clock in Bangkok

Opens = Callable[..., Register]
Backups = Callable[[str], str]


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **duration: float) -> None:
        self.now += timedelta(**duration)


def docx(number: str, serial: int) -> bytes:
    """What stands for a rendered document."""
    return f"เอกสาร {number} ({serial})".encode()


def issue(pen: Pen, book: Book, key: str = "หนังสือ-๑", **changed: Any) -> Issued:
    """Issue a letter that is plainly a sample."""
    values: dict[str, Any] = {
        "payload": {"เรื่อง": "ขอเชิญประชุม", "เรียน": "ผู้อำนวยการกองตัวอย่าง"},
        "dated": DAY,
        "sender": "กลุ่มช่วยอำนวยการ",
        "to": "ผู้อำนวยการกองตัวอย่าง",
        "subject": "ขอเชิญประชุม",
        "letter": f"letters/{key}.md",
        "render": docx,
    }
    return pen.issue(book, key=key, **(values | changed))


def issued(register: Register, book: Book, key: str = "หนังสือ-๑", **changed: Any) -> Issued:
    with register.writing() as pen:
        return issue(pen, book, key, **changed)


def reserved(register: Register, book: Book, count: int = 1, **known: Any) -> list[int]:
    with register.writing() as pen:
        return [entry.serial for entry in pen.reserve(book, holder="ผู้จองสมมติ", count=count, **known)]


@contextmanager
def refused(code: str, *words: str) -> Iterator[Callable[[], Finding]]:
    """Within, the register must refuse with this code and these words; gives the finding afterwards."""
    found: list[Finding] = []
    with pytest.raises(RegisterRefusal) as caught:
        yield lambda: found[0]
    found += caught.value.findings
    first = caught.value.findings[0]
    assert first.code == code, caught.value
    assert first.hint
    for word in words:
        assert word in f"{first.message} {first.hint} {first.text} {first.file}"


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def numbers(register: Register, book: Book) -> list[int]:
    return [entry.serial for entry in register.entries() if entry.book == book]


def by_number(register: Register) -> Mapping[int, Entry]:
    return {entry.serial: entry for entry in register.entries()}


def numbered(serial: object, *, book: Book = BOOK, key: str | None = "ฉบับหาย", **changed: object) -> bytes:
    """A DOCX that says which number it has."""
    values = {
        "code": book.code,
        "kind": book.kind,
        "year": book.year_be,
        "serial": serial,
        "key": key,
    } | changed
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006"
    properties = "".join(
        f'<property name="memogen.{name}"><v:lpwstr>{value}</v:lpwstr></property>'
        for name, value in (values | changed).items()
        if value is not None
    )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "docProps/custom.xml",
            f'<Properties xmlns="{namespace}/custom-properties" xmlns:v="{namespace}/docPropsVTypes">'
            f"{properties}</Properties>",
        )
    return packed.getvalue()


def plain_execute(address: str, statement: str) -> None:
    if address.startswith("postgresql"):
        import psycopg

        with psycopg.connect(address) as connection:
            connection.execute(statement)
        return
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(address)) as connection:
        connection.execute("PRAGMA foreign_keys = on")
        connection.execute(statement)
