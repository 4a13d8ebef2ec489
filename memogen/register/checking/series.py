"""The running of each book: doubles, gaps, dates and the turn of the year."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from gettext import gettext as _
from itertools import pairwise

from memogen import thai
from memogen.books import Book, BookKind, Entry, Status
from memogen.findings import Finding, Severity
from memogen.register.checking.index import Index
from memogen.register.checking.words import day, figure, place, source, spans, spoken, title

_OCTOBER = 10


def check_series(index: Index) -> Iterator[Finding]:
    """R01, R03, R04, R05, R07, R13 of every book."""
    for book in sorted(index.bounds):
        rows = index.books.get(book, [])
        floor, last = index.bounds[book]
        yield from _doubles(rows)
        yield from _gaps(book, rows, floor, last)
        if rows and last and rows[-1].serial > last:
            yield _counter_behind(rows[-1], last)
        yield from _dates(book, rows, floor)


def _doubles(rows: Sequence[Entry]) -> Iterator[Finding]:
    for one, other in pairwise(rows):
        if one.serial == other.serial:
            reused = Status.VOID in (one.status, other.status) and one.status is not other.status
            code = "R07" if reused else "R01"
            message = _("เลขที่ยกเลิกแล้วถูกใช้อีก") if reused else _("เลขซ้ำในเล่มเดียวกัน")
            yield Finding(
                code=code,
                place=place(other),
                text=_("{one} / {other}").format(one=one.subject or "-", other=other.subject or "-"),
                message=message,
                hint=_("ตรวจกับสำเนาคู่ฉบับ แล้วออกเลขใหม่ให้ฉบับหนึ่ง"),
                source=source(code),
            )


def _gaps(book: Book, rows: Sequence[Entry], floor: int, last: int) -> Iterator[Finding]:
    before = floor
    ends = [row.serial for row in rows if row.serial > floor]
    for serial in [*ends, last + 1]:
        if serial > before + 1:
            yield _gap(book, before + 1, serial - 1)
        before = max(before, serial)


def _gap(book: Book, first: int, last: int) -> Finding:
    numbers = book.number(first) if first == last else f"{book.number(first)} – {book.number(last)}"
    return Finding(
        code="R03",
        place=_("{numbers} {title}").format(numbers=numbers, title=title(book)),
        text=spoken([(first, last)]),
        message=_("เลขขาดหายไป {count} เลข โดยไม่มีรายการยกเลิก").format(count=figure(last - first + 1)),
        hint=_("ค้นสำเนาคู่ฉบับ ถ้าไม่ได้ใช้ ให้ลงรายการยกเลิกพร้อมเหตุผล"),
        source=source("R03"),
    )


def _counter_behind(entry: Entry, last: int) -> Finding:
    return Finding(
        code="R13",
        severity=Severity.WARNING,
        place=place(entry),
        text=figure(entry.serial),
        message=_("ในเล่มมีถึงเลข {found} แต่ตัวนับเลขอยู่ที่ {last}").format(
            found=figure(entry.serial), last=figure(last)
        ),
        hint=_("อย่าออกเลขจากเล่มนี้ก่อนแก้ สั่ง memogen register verify เพื่อดูรายการที่ผิด"),
        source=source("R13"),
    )


# --- dates ----------------------------------------------------------------------------------------


def _dates(book: Book, rows: Sequence[Entry], floor: int) -> Iterator[Finding]:
    known: list[tuple[Entry, date]] = []
    strange: list[Entry] = []
    for entry in rows:
        when = _when(entry) if entry.status is not Status.VOID else None
        if when and thai.be_year(when) == book.year_be:
            known.append((entry, when))
        elif when:
            strange.append(entry)
    if strange:
        yield _other_year(book, strange)
    restart = _restart(known, floor)
    if restart:
        yield restart
        if restart.severity is Severity.ERROR:
            return  # the dates go back because of it
    yield from _regressions(known)


def _when(entry: Entry) -> date | None:
    """The day by which a row stands in its book: of receipt, or of the letter."""
    if entry.kind is BookKind.RECEIVING:
        return date.fromisoformat(entry.received_at[:10]) if entry.received_at else None
    return entry.dated


def _other_year(book: Book, rows: Sequence[Entry]) -> Finding:
    return Finding(
        code="R05",
        place=place(rows[0]),
        text=spoken(spans(entry.serial for entry in rows)),
        message=_("ลงวันที่ {day} ไม่อยู่ในปี {year} ของเล่ม (ทั้งหมด {count} รายการ)").format(
            day=day(_when(rows[0])), year=figure(book.year_be), count=figure(len(rows))
        ),
        hint=_("เลขทะเบียนเดินตามปีปฏิทิน ขึ้นปีใหม่วันที่ ๑ มกราคม ตรวจวันที่ หรือย้ายไปเล่มของปีนั้น"),
        source=source("R05"),
    )


def _restart(dated: Sequence[tuple[Entry, date]], floor: int) -> Finding | None:
    """A book that begins at 1 in October: numbers were started anew with the fiscal year."""
    if floor or not dated or dated[0][0].serial != 1 or dated[0][1].month < _OCTOBER:
        return None
    first, began = dated[0]
    is_sure = any(when < began.replace(month=_OCTOBER, day=1) for _entry, when in dated)
    return Finding(
        code="R05",
        severity=Severity.ERROR if is_sure else Severity.WARNING,
        place=place(first),
        text=day(began),
        message=_("เลข ๑ ของปีลงวันที่ {day} เหมือนเริ่มเลขใหม่ตามปีงบประมาณ").format(day=day(began)),
        hint=_("เลขทะเบียนเริ่มใหม่ ๑ มกราคม ถ้าเล่มกระดาษมีเลขก่อนหน้านี้ ให้ตั้งเลขเริ่มต้นต่อจากเล่มนั้น"),
        source=source("R05"),
    )


def _regressions(dated: Sequence[tuple[Entry, date]]) -> Iterator[Finding]:
    """As few rows as explain the disorder: those outside the longest run of dates that never goes back."""
    if all(one <= other for (_a, one), (_b, other) in pairwise(dated)):
        return
    kept = _in_order([when.toordinal() for _entry, when in dated])
    for at, (entry, when) in enumerate(dated):
        slot = bisect_left(kept, at)
        if slot < len(kept) and kept[slot] == at:
            continue
        goes_back = slot > 0 and when < dated[kept[slot - 1]][1]
        yield _goes_back(entry, when, *dated[kept[slot - 1 if goes_back else slot]], is_before=goes_back)


def _in_order(days: Sequence[int]) -> list[int]:
    """Indexes of the longest run that never falls; of two equally long ones, that which blames later rows."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = [-1] * len(days)
    for at in range(len(days) - 1, -1, -1):
        slot = bisect_right(tails, -days[at])
        before[at] = tail_at[slot - 1] if slot else -1
        if slot == len(tails):
            tails.append(-days[at])
            tail_at.append(at)
        else:
            tails[slot], tail_at[slot] = -days[at], at
    kept, at = [], tail_at[-1]
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept


def _goes_back(entry: Entry, when: date, other: Entry, other_day: date, *, is_before: bool) -> Finding:
    if is_before:
        relation = _("ทั้งที่เลข {number} ซึ่งออกก่อน ลงวันที่ {day}")
    else:
        relation = _("ทั้งที่เลข {number} ซึ่งออกทีหลัง ลงวันที่ {day}")
    return Finding(
        code="R04",
        place=place(entry),
        text=day(when),
        message=_("ลงวันที่ {day} {relation}").format(
            day=day(when), relation=relation.format(number=other.number, day=day(other_day))
        ),
        hint=_("ตรวจวันที่กับสำเนาคู่ฉบับ ถ้าลงย้อนหลังจริง ให้ยกเลิกแล้วออกเลขใหม่"),
        source=source("R04"),
    )
