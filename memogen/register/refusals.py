"""What the register says when it will not do something: each sentence with its code and the way out.

Machinery: R20 busy too long, R21 on a share, R22 read-only, R23 of a newer memogen, R24 not a register,
R25 damaged, R26 settings of the engine not in force, R27 server not reached or lost, R28 server refuses the
name or password, R29 not there, R38 disk full or failing.
Asking: R04 dates run backwards, R30 another letter under a known key, R31 number not free, R32 clock set
back, R33 wrong year or kind of book, R34 no such number, R35 state does not allow it, R36 something left
empty, R37 a floor that cannot be, R39 two lines under one number, R48 characters that cannot be kept.
Trail: R40 the mirror is ahead, R41 it tells another story, R47 it lags, R49 it cannot be read; R42 the chain
is broken, R43 a line is not what the trail says, R44 a counter is not, R45 a document is not, R46 the anchor
is not in the trail.
Restored: R50 what the mirror gave back, R51 a number found only outside, R52 a document that was not found,
R53 a document that cannot be read or is of another register. Backups: R54 pg_dump is missing, R55 it failed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from gettext import gettext as _

from memogen import thai
from memogen.books import BOOK_TITLES, Book, Entry, Status
from memogen.errors import RegisterRefusal
from memogen.findings import N_, Finding

STATES = {
    Status.RESERVED: N_("จองไว้"),
    Status.ISSUED: N_("ออกแล้ว"),
    Status.DISPATCHED: N_("ส่งแล้ว"),
    Status.VOID: N_("ยกเลิกแล้ว"),
}


def refusal(code: str, message: str, hint: str, *, file: str = "", text: str = "") -> RegisterRefusal:
    """One finding as the error that stops the command."""
    return RegisterRefusal(Finding(code=code, message=message, hint=hint, file=file, text=text))


def digits(value: object) -> str:
    """A number as officers read it."""
    return thai.to_thai_digits(str(value))


def no_number(number: str) -> RegisterRefusal:
    return refusal(
        "R34",
        _("ไม่มีเลขที่ {number} ในทะเบียน").format(number=number),
        _("ดูเลขที่มีด้วย memogen register list"),
    )


def wrong_state(entry: Entry, wish: str) -> RegisterRefusal:
    return refusal(
        "R35",
        _("เลขที่ {number} {state} จึง{wish}ไม่ได้").format(
            number=entry.number, state=_(STATES[entry.status]), wish=wish
        ),
        _("ดูเรื่องราวของเลขนี้ด้วย memogen register show {number}").format(number=entry.number),
    )


def left_empty(what: str, example: str) -> RegisterRefusal:
    return refusal("R36", _("ยังไม่ได้ระบุ{what}").format(what=what), example)


_FIELDS = {
    "code": N_("รหัสหน่วยงาน"),
    "sender": N_("จาก"),
    "to": N_("ถึง"),
    "subject": N_("เรื่อง"),
    "action": N_("การปฏิบัติ"),
    "note": N_("หมายเหตุ"),
    "letter": N_("ไฟล์หนังสือ"),
    "reason": N_("เหตุผล"),
    "holder": N_("ผู้จอง"),
    "purpose": N_("จองเพื่อ"),
    "way": N_("วิธีส่ง"),
    "recipient": N_("ผู้รับ"),
    "their_number": N_("ที่"),
}
"""What officers call the columns."""


def field_name(name: str) -> str:
    return _(_FIELDS[name]) if name in _FIELDS else name


def unkeepable(field: str, text: str) -> RegisterRefusal:
    return refusal(
        "R48",
        _("“{field}” มีอักขระควบคุมที่มองไม่เห็นและบันทึกไม่ได้").format(field=field_name(field)),
        _("ลบข้อความส่วนนั้นแล้วพิมพ์ใหม่"),
        text=ascii(text)[:120],
    )


def not_free(
    book: Book, serial: int, next_serial: int, entry: Entry | None, *, circular: bool
) -> RegisterRefusal:
    state = _("ไม่ได้จองไว้ และไม่ใช่เลขถัดไป") if entry is None else _(STATES[entry.status])
    return refusal(
        "R31",
        _("ใช้เลขที่ {number} ไม่ได้ เพราะ{state}").format(
            number=book.number(serial, circular=circular), state=state
        ),
        _("เลขถัดไปคือ {number} หรือใช้เลขที่จองไว้").format(number=book.number(next_serial, circular=circular)),
    )


def other_mark(entry: Entry) -> RegisterRefusal:
    return refusal(
        "R31",
        _("เลขที่จองไว้คือ {number} แต่หนังสือนี้{kind}").format(
            number=entry.number, kind=_("ไม่ใช่หนังสือเวียน") if entry.circular else _("เป็นหนังสือเวียน")
        ),
        _("แก้หัวข้อ “หนังสือเวียน” ของหนังสือ หรือคืนเลขนี้แล้วจองใหม่"),
    )


def out_of_order(number: str, dated: date, other: Entry) -> RegisterRefusal:
    assert other.dated is not None
    earlier = dated < other.dated
    message = (
        _("เลขที่ {number} ลงวันที่ {dated} ก่อนเลขที่ {other} ซึ่งลงวันที่ {other_date}")
        if earlier
        else _("เลขที่ {number} ลงวันที่ {dated} หลังเลขที่ {other} ซึ่งลงวันที่ {other_date}")
    )
    nearest = _("ไม่ก่อน") if earlier else _("ไม่หลัง")
    return refusal(
        "R04",
        message.format(
            number=number,
            dated=thai.long_date(dated),
            other=other.number,
            other_date=thai.long_date(other.dated),
        ),
        _("ลงวันที่{nearest} {date} หรือใช้เลขอื่น").format(nearest=nearest, date=thai.long_date(other.dated)),
    )


def clock_behind(now: datetime, last: datetime) -> RegisterRefusal:
    return refusal(
        "R32",
        _("นาฬิกาเครื่องถอยหลัง: ขณะนี้ {now} แต่รายการล่าสุดบันทึกเมื่อ {last}").format(
            now=_moment(now), last=_moment(last)
        ),
        _("ตั้งวันที่และเวลาของเครื่องให้ถูกต้อง หรือถ้ารายการล่าสุดบันทึกด้วยนาฬิกาที่ผิด ให้ยืนยันด้วย --accept-clock"),
    )


def _moment(moment: datetime) -> str:
    return f"{thai.long_date(moment.date())} {digits(moment.strftime('%H.%M'))} น."


def wrong_year(book: Book, dated: date) -> RegisterRefusal:
    return refusal(
        "R33",
        _("วันที่ {dated} ไม่อยู่ในเล่มปี {year}").format(dated=thai.long_date(dated), year=digits(book.year_be)),
        _("ใช้เล่มปี {year} หรือแก้วันที่").format(year=digits(thai.be_year(dated))),
    )


def wrong_kind(book: Book, wish: str) -> RegisterRefusal:
    return refusal(
        "R33",
        _("{wish}ใน{book}ไม่ได้").format(wish=_(wish), book=_(BOOK_TITLES[book.kind])),
        _("หนังสือรับลงด้วย register receive หนังสือส่งลงด้วย issue หรือ register reserve"),
    )


def floor_too_low(floor: int, last: int) -> RegisterRefusal:
    return refusal(
        "R37",
        _("เริ่มเล่มต่อจากเลข {floor} ไม่ได้ เพราะเล่มนี้ใช้ถึงเลข {last} แล้ว").format(
            floor=digits(floor), last=digits(last)
        ),
        _("ระบุเลขสุดท้ายของเล่มกระดาษที่ไม่น้อยกว่า {last}").format(last=digits(last)),
    )


def sent_too_early(entry: Entry, on: date) -> RegisterRefusal:
    dated = thai.long_date(entry.dated) if entry.dated else ""
    return refusal(
        "R35",
        _("เลขที่ {number} ลงวันที่ {dated} จึงส่งเมื่อ {on} ไม่ได้").format(
            number=entry.number, dated=dated, on=thai.long_date(on)
        ),
        _("ตรวจวันที่ส่ง ต้องไม่ก่อนวันที่ในหนังสือ"),
    )


def document_lost(entry: Entry) -> RegisterRefusal:
    return refusal(
        "R45",
        _("เลขที่ {number} ออกไปแล้ว แต่ไม่มีเอกสารเก็บอยู่ในทะเบียน").format(number=entry.number),
        _("สั่ง memogen register reconcile เพื่อนำเอกสารจากโฟลเดอร์ out กลับเข้าทะเบียน"),
        file=entry.letter or "",
    )


def another_letter(entry: Entry, old: Mapping[str, str], new: Mapping[str, str]) -> RegisterRefusal:
    """The same letter was issued with other content: one finding a field, and the ways out."""
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    shown = "; ".join(
        f"{name}: “{_short(old.get(name, ''))}” → “{_short(new.get(name, ''))}”" for name in names
    )
    return refusal(
        "R30",
        _("หนังสือนี้ออกเลขที่ {number} ไปแล้ว แต่เนื้อหาไม่เหมือนเดิม ({fields})").format(
            number=entry.number, fields=", ".join(names)
        ),
        _(
            "ทำหนังสือฉบับใหม่ที่อ้างถึงเลขนี้ หรือยกเลิกเลขนี้ก่อนด้วย"
            " memogen register void {number} --reason เหตุผล แล้วออกเลขใหม่"
        ).format(number=entry.number),
        file=entry.letter or "",
        text=shown,
    )


def _short(text: str, limit: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def conflicts(lines: Iterable[tuple[Entry, str]]) -> RegisterRefusal:
    """Lines to adopt whose numbers are taken by other lines; each with the fields that differ."""
    return RegisterRefusal(
        *(
            Finding(
                code="R39",
                message=_("เลขที่ {number} มีในทะเบียนแล้วและไม่เหมือนกัน ({fields})").format(
                    number=entry.number, fields=fields
                ),
                cell=entry.cell or None,
                hint=_("ตรวจว่าเลขใดถูก แล้วแก้ในเล่มเดิมก่อนนำเข้าใหม่"),
            )
            for entry, fields in lines
        )
    )
