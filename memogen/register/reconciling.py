"""After a restore: what mirror and documents know is brought back, and no number can be given again."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from gettext import gettext as _
from hashlib import sha256

from memogen.books import Book, BookKind, Entry, Event, Status
from memogen.findings import N_, Finding, Severity
from memogen.register import refusals, store
from memogen.register.copies import all_lists, list_of
from memogen.register.ledger import Ledger
from memogen.register.mirror import Mirror
from memogen.register.relics import Outside, Relic, recipients
from memogen.register.rows import BOOK_COLUMNS, EVENT_COLUMNS, entry_of, told
from memogen.register.store import Store
from memogen.register.trail import follows

ONLY_IN_DOCUMENT = N_("พบในเอกสารแต่หายจากทะเบียนหลังกู้คืน")
ONLY_IN_MIRROR = N_("พบในสำเนาเหตุการณ์แต่หายจากทะเบียนหลังกู้คืน")
NO_TRACE = "ไม่พบหลักฐานหลังกู้คืน จึงไม่ใช้เลขนี้"

_SHOWN = 5
"""Recipients named at most."""

MAX_LEAP = 5_000
"""A number so far beyond the book is another register's, or a joke."""


def reconcile(ledger: Ledger, mirror: Mirror | None, documents: Mapping[str, bytes]) -> list[Finding]:
    """Replay what the mirror has beyond the register, then look for numbers that only exist outside."""
    lines = list(mirror.events()) if mirror else []
    with ledger:
        replayed, strays = _replay(ledger, lines)
        if not ledger.head.seq:
            ledger.begin(secrets.token_hex(16))
        outside = Outside(documents, _used(ledger.store))
        findings = [*outside.findings, *_told_of_replay(replayed)]
        found = [*_strays(strays), *map(_of_relics, outside.numbers())]
        findings += _enter_found(ledger, found, outside)
        findings += _bring_documents(ledger, outside)
    return findings


def _used(books: Store) -> set[str]:
    """The digests that lines speak of, of copies too."""
    digests = {row[0] for row in books.query(store.USED_DIGESTS)}
    return digests.union(copy for copies in all_lists(books).values() for _recipient, copy in copies)


def _replay(ledger: Ledger, lines: Iterable[Event | None]) -> tuple[int, list[Event]]:
    """Apply the events that follow the head; how many, and those that belong to another story."""
    known: dict[int, str] = dict(ledger.store.query(store.HASHES))
    replayed, strays = 0, []
    for event in lines:
        if event is None or known.get(event.seq) == event.hash:
            continue
        if event.seq == ledger.head.seq + 1 and follows(event, ledger.head.hash):
            _apply(ledger, event)
            replayed += 1
        else:
            strays.append(event)
    return replayed, strays


def _apply(ledger: Ledger, event: Event) -> None:
    if not event.code:
        ledger.store.run(store.NAME_REGISTER, (told(event.row)["register"],))
    elif not event.serial:
        row = told(event.row, BOOK_COLUMNS)
        ledger.set_floor(Book(row["code"], BookKind(row["kind"]), row["year_be"]), row["floor"])
    else:
        ledger.put_back(_entry_told(event))
    ledger.keep(tuple(getattr(event, name) for name in EVENT_COLUMNS))


def _entry_told(event: Event) -> Entry:
    return entry_of(list(told(event.row).values()))


def _told_of_replay(replayed: int) -> Iterator[Finding]:
    if replayed:
        yield Finding(
            code="R50",
            severity=Severity.INFO,
            message=_("นำเหตุการณ์ที่ขาดกลับมาจากสำเนา {count} รายการ").format(count=refusals.digits(replayed)),
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A number seen outside of the register, as the void line that it will become."""

    entry: Entry
    given: bool
    """Whether a letter has it; else it was only reserved."""
    source: str = ""


def _strays(events: Sequence[Event]) -> Iterator[_Found]:
    for event in events:
        if event.code and event.serial > 0:
            try:
                entry = _entry_told(event)
            except (ValueError, KeyError, TypeError):
                continue
            given = entry.status is not Status.RESERVED
            yield _Found(replace(entry, status=Status.VOID, reason=ONLY_IN_MIRROR), given)


def _of_relics(relics: Sequence[Relic]) -> _Found:
    """The documents of one number: one, or the copies of a circular."""
    first = relics[0]
    letter = first.key.partition("#")[0]
    copies = recipients(relics, letter)
    shared = len(copies) > 1
    listed = list_of((recipient, digests[0]) for recipient, digests in copies.items())
    entry = Entry(
        code=first.book.code,
        kind=first.book.kind,
        year_be=first.book.year_be,
        serial=first.serial,
        status=Status.VOID,
        reason=ONLY_IN_DOCUMENT,
        letter=letter if shared else None,
        key=(letter if shared else first.key) or None,
        sha256=sha256(listed).hexdigest() if shared else first.sha256,
    )
    return _Found(entry, given=True, source=first.file)


def _enter_found(ledger: Ledger, found: Iterable[_Found], outside: Outside) -> Iterator[Finding]:
    """Void every number that the books do not know, those between included; raise the counters."""
    for each in found:
        book, serial = each.entry.book, each.entry.serial
        floor, last = ledger.counter(book) or (0, 0)
        if serial > last + MAX_LEAP:
            yield _too_far(each)
            continue
        there = ledger.entry(book, serial)
        if there is None and serial > floor:
            ledger.move(book, serial)
            _void_between(ledger, book, last + 1, serial)
            ledger.insert("recover", [_with_document(ledger, each.entry, outside)])
        elif there is not None and there.status is Status.RESERVED and each.given:
            entry = _with_document(ledger, each.entry, outside)
            ledger.update(
                "recover",
                replace(there, status=Status.VOID, reason=entry.reason, key=entry.key, sha256=entry.sha256),
            )
        else:
            continue
        yield _only_outside(each)


def _void_between(ledger: Ledger, book: Book, first: int, end: int) -> None:
    ledger.insert(
        "recover",
        [
            Entry(
                code=book.code,
                kind=book.kind,
                year_be=book.year_be,
                serial=serial,
                status=Status.VOID,
                reason=NO_TRACE,
                **ledger.stamp,
            )
            for serial in range(first, end)
        ],
    )


def _with_document(ledger: Ledger, entry: Entry, outside: Outside) -> Entry:
    found = entry.sha256 is not None and _bring(ledger, entry, outside)
    return replace(entry, sha256=entry.sha256 if found else None, **ledger.stamp)


def _bring(ledger: Ledger, entry: Entry, outside: Outside) -> bool:
    """Keep the entry's document, or its copies and their list; whether they were found."""
    if _bring_one(ledger, entry.sha256 or "", outside):
        return True
    copies = outside.copies(entry)
    if not copies or not all(_bring_one(ledger, digest, outside) for _recipient, digest in copies):
        return False
    ledger.shelf.keep_whole(list_of(copies))
    return True


def _bring_one(ledger: Ledger, digest: str, outside: Outside) -> bool:
    content = outside.content(digest)
    if content is None:
        return False
    ledger.shelf.bring_back(content)
    ledger.dirty = True
    return True


def _bring_documents(ledger: Ledger, outside: Outside) -> Iterator[Finding]:
    """Documents that lines name and the register lacks are taken from outside."""
    kept = {digest for (digest,) in ledger.store.query(store.DIGESTS)}
    lists = all_lists(ledger.store)
    for digest, code, kind, year_be, serial, circular, origin in ledger.store.query(store.USED_DIGESTS):
        book = Book(code, BookKind(kind), year_be)
        if digest not in kept and origin == "memogen":
            entry = ledger.entry(book, serial)
            if entry is None or not _bring(ledger, entry, outside):
                yield _document_missing(book.number(serial, circular=bool(circular)))
        missing = [
            recipient
            for recipient, copy in lists.get(digest, ())
            if copy not in kept and not _bring_one(ledger, copy, outside)
        ]
        if missing:
            yield _copies_missing(book.number(serial, circular=bool(circular)), missing)


def _only_outside(found: _Found) -> Finding:
    return Finding(
        code="R51",
        severity=Severity.WARNING,
        file=found.source,
        message=_("เลขที่ {number} {reason} จึงลงเป็นยกเลิก").format(
            number=found.entry.number, reason=_(found.entry.reason or "")
        ),
        hint=_("ถ้าหนังสือนี้ส่งไปแล้ว ให้เก็บเอกสารไว้และทำหนังสือฉบับใหม่อ้างถึงเลขนี้"),
    )


def _too_far(found: _Found) -> Finding:
    return Finding(
        code="R53",
        file=found.source,
        message=_("เลขที่ {number} อยู่ไกลจากเล่มเกินไป จึงไม่ได้ลง คงเป็นเอกสารของทะเบียนอื่น").format(
            number=found.entry.number
        ),
        hint=_("ย้ายเอกสารที่ไม่ใช่ของทะเบียนนี้ออกจากโฟลเดอร์ แล้วสั่งใหม่"),
    )


def _document_missing(number: str) -> Finding:
    return _missing(_("ไม่พบเอกสารของเลขที่ {number}").format(number=number))


def _copies_missing(number: str, recipients: Sequence[str]) -> Finding:
    shown = ", ".join(recipients[:_SHOWN]) + (" …" if len(recipients) > _SHOWN else "")
    message = _("ไม่พบ {count} ฉบับของเลขที่ {number} ถึง{recipients}")
    return _missing(message.format(count=refusals.digits(len(recipients)), number=number, recipients=shown))


def _missing(message: str) -> Finding:
    return Finding(
        code="R52",
        severity=Severity.WARNING,
        message=message,
        hint=_("หาไฟล์ DOCX ที่ออกไปมาไว้ในโฟลเดอร์ out แล้วสั่งใหม่"),
    )
