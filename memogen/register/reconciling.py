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
from memogen.register.ledger import Ledger
from memogen.register.mirror import Mirror
from memogen.register.relics import Relic, relics_in
from memogen.register.rows import BOOK_COLUMNS, EVENT_COLUMNS, entry_of, told
from memogen.register.trail import follows

ONLY_IN_DOCUMENT = N_("พบในเอกสารแต่หายจากทะเบียนหลังกู้คืน")
ONLY_IN_MIRROR = N_("พบในสำเนาเหตุการณ์แต่หายจากทะเบียนหลังกู้คืน")
NO_TRACE = "ไม่พบหลักฐานหลังกู้คืน จึงไม่ใช้เลขนี้"

MAX_LEAP = 5_000
"""A number so far beyond the book is another register's, or a joke."""


def reconcile(ledger: Ledger, mirror: Mirror | None, documents: Mapping[str, bytes]) -> list[Finding]:
    """Replay what the mirror has beyond the register, then look for numbers that only exist outside."""
    contents = {sha256(content).hexdigest(): content for content in documents.values()}
    lines = list(mirror.events()) if mirror else []
    with ledger:
        replayed, strays = _replay(ledger, lines)
        if not ledger.head.seq:
            ledger.begin(secrets.token_hex(16))
        known = {row[0] for row in ledger.store.query(store.USED_DIGESTS)}
        relics, findings = relics_in(documents, known)
        findings += _told_of_replay(replayed)
        found = [*_strays(strays), *map(_of_relic, relics)]
        findings += _enter_found(ledger, found, contents)
        findings += _bring_documents(ledger, contents)
    return findings


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


def _of_relic(relic: Relic) -> _Found:
    entry = Entry(
        code=relic.book.code,
        kind=relic.book.kind,
        year_be=relic.book.year_be,
        serial=relic.serial,
        status=Status.VOID,
        reason=ONLY_IN_DOCUMENT,
        key=relic.key,
        sha256=relic.sha256,
    )
    return _Found(entry, given=True, source=relic.file)


def _enter_found(ledger: Ledger, found: Iterable[_Found], contents: Mapping[str, bytes]) -> Iterator[Finding]:
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
            ledger.insert("recover", [_with_document(ledger, each.entry, contents)])
        elif there is not None and there.status is Status.RESERVED and each.given:
            entry = _with_document(ledger, each.entry, contents)
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


def _with_document(ledger: Ledger, entry: Entry, contents: Mapping[str, bytes]) -> Entry:
    if entry.sha256 is None or entry.sha256 not in contents:
        return replace(entry, sha256=None, **ledger.stamp)
    ledger.store.run(store.NEW_DOCUMENT, (entry.sha256, contents[entry.sha256]))
    return replace(entry, **ledger.stamp)


def _bring_documents(ledger: Ledger, contents: Mapping[str, bytes]) -> Iterator[Finding]:
    """Documents that lines name and the register lacks are taken from `contents`."""
    kept = {digest for (digest,) in ledger.store.query(store.DIGESTS)}
    for digest, code, kind, year_be, serial, circular, origin in ledger.store.query(store.USED_DIGESTS):
        if digest in kept or origin != "memogen":
            continue
        if digest in contents:
            ledger.store.run(store.NEW_DOCUMENT, (digest, contents[digest]))
            ledger.dirty = True
        else:
            number = Book(code, BookKind(kind), year_be).number(serial, circular=bool(circular))
            yield _document_missing(number)


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
    return Finding(
        code="R52",
        severity=Severity.WARNING,
        message=_("ไม่พบเอกสารของเลขที่ {number}").format(number=number),
        hint=_("หาไฟล์ DOCX ที่ออกไปมาไว้ในโฟลเดอร์ out แล้วสั่งใหม่"),
    )
