"""Proving the register: chain, lines, counters, documents and mirror must tell one story."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from gettext import gettext as _
from hashlib import sha256
from itertools import islice

from memogen import thai
from memogen.books import Anchor, Book, BookKind
from memogen.errors import RegisterRefusal
from memogen.findings import N_, Finding, Severity
from memogen.register import refusals, store, troubles
from memogen.register.copies import all_lists
from memogen.register.documents import is_base, sound
from memogen.register.mirror import HASH, Mirror
from memogen.register.opening import VERSION
from memogen.register.rows import COLUMNS, Row, to_json, told
from memogen.register.store import Store
from memogen.register.trail import START

MOST = 50
"""Lines named at most; whoever changed more has changed the book."""

_RESTORE = N_("กู้จากข้อมูลสำรองที่ถูกต้อง แล้วสั่ง memogen register reconcile")
_BRING_BACK = N_("นำเอกสารฉบับที่ออกกลับมาด้วย memogen register reconcile หรือกู้จากข้อมูลสำรอง")


def verify(books: Store, mirror: Mirror | None, anchor: Anchor | None) -> list[Finding]:
    """Everything that does not fit, the chain first; lines and documents in the order of the books."""
    trail = _Trail(mirror, anchor)
    trail.read(books.raw(store.trail_texts(books.name)))
    return [
        *trail.findings,
        *islice(_lines(books, trail.last), MOST),
        *_counters(books, trail.last),
        *_head(books, trail.count, trail.head),
        *islice(_documents(books), MOST),
    ]


class _Trail:
    """The trail read once: its chain followed, mirror and anchor held beside it, the last word kept."""

    def __init__(self, mirror: Mirror | None, anchor: Anchor | None) -> None:
        self.last: dict[bytes, bytes] = {}
        self.count = 0
        self.head = START.encode()
        self.findings: list[Finding] = []
        self._broken = False
        self._mirror = mirror
        self._lines = mirror.lines() if mirror else None
        self._anchor = anchor

    def read(self, events: Iterator[Row]) -> None:
        last, previous, count = self.last, self.head, 0  # local names: this loop is all the time it takes
        anchored = self._anchor.count if self._anchor else -1
        for count, (front, row, digest) in enumerate(events, start=1):
            place = front.split(b"\x1f", 4)[-1]
            body = previous + front + b"\x1f" + row
            if digest.decode() != sha256(body).hexdigest() and not self._broken:
                self._broken = True
                self.findings.append(_broken(count, place))
            if self._lines is not None:
                line = next(self._lines, b"")
                if line[HASH] != digest or not line.endswith(row + b"}\n"):
                    self._differs(line, count)
            if count == anchored:
                self._hold_anchor(digest.decode())
            last[place] = row
            previous = digest
        self.count, self.head = count, previous
        self._end()

    def _differs(self, line: bytes, count: int) -> None:
        assert self._mirror is not None
        if not line:
            self.findings.append(_mirror_lags(self._mirror, count - 1))
        else:
            self._tell(troubles.mirror_differs(self._mirror.path.as_posix(), count))
        self._lines = None

    def _end(self) -> None:
        if self._lines is not None and self._mirror is not None and next(self._lines, b""):
            lines = sum(1 for _line in self._mirror.lines())
            self._tell(troubles.mirror_ahead(self._mirror.path.as_posix(), lines, self.count))
        if self._anchor is not None:
            self._hold_anchor(START)

    def _hold_anchor(self, digest: str) -> None:
        assert self._anchor is not None
        if not digest.startswith(self._anchor.head):  # paper carries the first sixteen digits
            self.findings.append(_not_anchored(self._anchor))
        self._anchor = None

    def _tell(self, refusal: RegisterRefusal) -> None:
        self.findings += refusal.findings


def _broken(seq: object, place: bytes | None) -> Finding:
    return Finding(
        code="R42",
        message=_("ร่องรอยรายการที่ {seq} ({number}) ถูกแก้ ลบ หรือแทรก").format(
            seq=refusals.digits(seq), number=_number(place or b"")
        ),
        hint=_(_RESTORE),
    )


def _lines(books: Store, last: dict[bytes, bytes]) -> Iterator[Finding]:
    """Lines that are not what the last event told of them; takes what it has read out of `last`."""
    misfits: dict[bytes, Finding] = {}
    for place, row in _entry_texts(books):
        expected = last.pop(place, None)
        if row != expected and (expected is None or _differing(row, expected)):
            misfits[place] = _line(place, row, expected)
    misfits |= {place: _gone(place) for place in last if _serial(place) > 0}
    yield from (misfits[place] for place in sorted(misfits, key=_in_order))


def _entry_texts(books: Store) -> Iterator[Row]:
    """Places and rows. What the engine cannot write as JSON (bytes in place of text) is written here."""
    try:
        yield from books.raw(store.entry_texts(books.name))
    except books.errors:
        for row in books.raw(f"SELECT {store.quoted(COLUMNS)} FROM entries"):
            values = [value.decode(errors="replace") if isinstance(value, bytes) else value for value in row]
            yield "\x1f".join(map(str, values[:4])).encode(), to_json(values).encode()


def _differing(row: bytes, expected: bytes) -> list[str]:
    """The columns that differ; none when only the way of writing does."""
    try:
        new, old = told(row), told(expected)
    except ValueError:
        return ["row"]
    return [name for name in COLUMNS if new.get(name) != old.get(name)]


def _line(place: bytes, row: bytes, expected: bytes | None) -> Finding:
    names = ", ".join(_differing(row, expected)) if expected is not None else ""
    if expected is None:
        message = _("เลขที่ {number} ไม่มีในร่องรอย คงถูกแทรกหรือย้ายมา")
    else:
        message = _("เลขที่ {number} ไม่ตรงกับร่องรอย ({names})")
    message = message.format(number=_number(place), names=names)
    return Finding(code="R43", message=message, hint=_(_RESTORE), text=names)


def _gone(place: bytes) -> Finding:
    return Finding(
        code="R43",
        message=_("เลขที่ {number} มีในร่องรอยแต่หายจากทะเบียน").format(number=_number(place)),
        hint=_(_RESTORE),
    )


def _counters(books: Store, last: dict[bytes, bytes]) -> Iterator[Finding]:
    """Books whose floor is not what the trail says, or whose last number is not that of its lines."""
    opened = {place: row for place, row in last.items() if place.endswith(b"\x1f0") and place[:1] != b"\x1f"}
    for code, kind, year_be, floor, counter, highest in books.query(store.FULL_BOOKS):
        place = f"{code}\x1f{kind}\x1f{year_be}\x1f0".encode()
        expected = to_json((code, kind, year_be, floor)).encode()
        right = {"floor": opened.pop(place, b"") == expected, "last": counter == max(floor, highest)}
        if names := [name for name, fits in right.items() if not fits]:
            yield _counter(place, names)
    yield from (_counter(place, ["code", "kind", "year_be"]) for place in sorted(opened))


def _counter(place: bytes, names: list[str]) -> Finding:
    return Finding(
        code="R44",
        message=_("เล่ม {book} ไม่ตรงกับร่องรอย ({names})").format(
            book=place.decode(errors="replace").rpartition("\x1f")[0].replace("\x1f", " "),
            names=", ".join(names),
        ),
        hint=_(_RESTORE),
        text=", ".join(names),
    )


def _head(books: Store, count: int, digest: bytes) -> Iterator[Finding]:
    """The register's own notes of its trail: name, version, count, last hash and moment."""
    rows = books.query(store.META)
    first, last = books.query(store.EVENT, (1,)), books.query(store.EVENT, (count,))
    name = _register_name(first[0][-2]) if first else ""
    expected = (name, VERSION, count, digest.decode(), last[0][1] if last else "")
    names = ("register", "version", "events", "head", "last_at")
    found = rows[0] if len(rows) == 1 else (None,) * len(names)
    differing = [name for name, old, new in zip(names, expected, found, strict=True) if old != new]
    if differing:
        yield Finding(
            code="R44",
            message=_("ตัวนับของร่องรอยไม่ตรงกับร่องรอย ({names})").format(names=", ".join(differing)),
            hint=_(_RESTORE),
            text=", ".join(differing),
        )


def _register_name(row: str) -> str:
    try:
        return str(json.loads(row).get("register", ""))
    except ValueError:
        return ""


def _documents(books: Store) -> Iterator[Finding]:
    """Documents that are not what their digest says, that no number has, or that a number lacks."""
    kept = {digest for (digest,) in books.query(store.DIGESTS)}
    used: set[str] = set()
    unreadable: Counter[str] = Counter()
    """Documents by the whole one that is to complete them, and does so no longer."""
    for digest, number, recipient, origin in _used(books):
        used.add(digest)
        if digest not in kept:
            if origin == "memogen":
                yield _document(_("{document} หายจากทะเบียน"), number, recipient)
        elif sound(books, digest) is None:
            base = books.query(store.BASE, (digest,))[0][0]
            if base is not None and (base in unreadable or not is_base(books, base)):
                unreadable[base] += 1
            else:
                yield _document(_("{document} ที่เก็บในทะเบียนถูกแก้"), number, recipient)
    for base, count in sorted(unreadable.items()):
        yield _without_base(base, count)
    if strays := sorted(kept - used):
        yield _strays(strays)


def _used(books: Store) -> Iterator[tuple[str, str, str, str]]:
    """Digest, number as printed, recipient and origin of every document, in the order of the books."""
    lists = all_lists(books)
    for digest, code, kind, year_be, serial, _circular, origin in books.query(store.USED_DIGESTS):
        number = _number(f"{code}\x1f{kind}\x1f{year_be}\x1f{serial}".encode())
        yield digest, number, "", origin
        for recipient, copy in lists.get(digest, ()):
            yield copy, number, recipient, origin


def _document(message: str, number: str, recipient: str) -> Finding:
    document = _("เอกสารของเลขที่ {number}").format(number=number)
    if recipient:
        document = _("ฉบับถึง{recipient} ของเลขที่ {number}").format(recipient=recipient, number=number)
    return Finding(code="R45", message=message.format(document=document), hint=_(_BRING_BACK))


def _without_base(base: str, count: int) -> Finding:
    return Finding(
        code="R45",
        message=_("เอกสาร {count} ฉบับอ่านไม่ได้ เพราะเอกสาร {digest}… ซึ่งเก็บส่วนต้นที่เหมือนกันไว้ หายหรือถูกแก้").format(
            count=refusals.digits(count), digest=base[:12]
        ),
        hint=_(_BRING_BACK),
        text=base,
    )


def _strays(digests: Sequence[str]) -> Finding:
    return Finding(
        code="R45",
        message=_("มีเอกสาร {count} ฉบับที่ไม่ใช่ของเลขใด").format(count=refusals.digits(len(digests))),
        hint=_(_BRING_BACK),
        text=", ".join(digest[:12] for digest in digests[:3]),
    )


def _mirror_lags(mirror: Mirror, lines: int) -> Finding:
    return Finding(
        code="R47",
        severity=Severity.WARNING,
        message=_("สำเนาเหตุการณ์มีเพียง {lines} รายการแรกของร่องรอย").format(lines=refusals.digits(lines)),
        hint=_("ตรวจว่าเขียนไฟล์นี้ได้ สำเนาจะตามทันเองในคำสั่งถัดไป"),
        file=mirror.path.as_posix(),
    )


def _not_anchored(anchor: Anchor) -> Finding:
    return Finding(
        code="R46",
        message=_("ร่องรอยไม่มีหลักยึด {count} รายการ {head}…").format(
            count=refusals.digits(anchor.count), head=anchor.head[:16]
        ),
        hint=_(_RESTORE),
    )


def _in_order(place: bytes) -> tuple[bytes, int]:
    return place.rpartition(b"\x1f")[0], _serial(place)


def _serial(place: bytes) -> int:
    end = place.rpartition(b"\x1f")[2]
    return int(end) if end.isdigit() else 0


def _number(place: bytes) -> str:
    """The number as printed, with its year; the bare words where someone has spoilt them."""
    parts = place.decode(errors="replace").split("\x1f")
    try:
        code, kind, year_be, serial = parts
        book = Book(code, BookKind(kind), int(year_be))
        number = book.number(int(serial))
    except (ValueError, KeyError):
        return " ".join(parts)
    year = thai.to_thai_digits(year_be)
    return number if number.endswith(year) else _("{number} ปี {year}").format(number=number, year=year)
