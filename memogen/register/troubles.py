"""What the register says when its database or its mirror is in trouble; codes in `refusals`."""

from __future__ import annotations

from gettext import gettext as _

from memogen.errors import RegisterRefusal
from memogen.register.refusals import digits, refusal


def not_a_register(shown: str) -> RegisterRefusal:
    return refusal(
        "R24",
        _("ไฟล์นี้ไม่ใช่ทะเบียนของ memogen"),
        _("ตรวจดูที่อยู่ของทะเบียนใน memogen.toml หรือใช้ชื่อไฟล์อื่น"),
        file=shown,
    )


def busy(shown: str, seconds: float) -> RegisterRefusal:
    return refusal(
        "R20",
        _("มีผู้อื่นใช้ทะเบียนอยู่นานเกิน {seconds} วินาที จึงยังไม่ได้ทำอะไร").format(seconds=digits(f"{seconds:g}")),
        _("รอสักครู่แล้วสั่งใหม่ ถ้ายังไม่ได้ ให้ดูว่ามีโปรแกรมใดเปิดทะเบียนค้างไว้"),
        file=shown,
    )


def damaged(shown: str, text: str) -> RegisterRefusal:
    return refusal(
        "R25",
        _("ไฟล์ทะเบียนเสียหาย"),
        _("อย่าลบไฟล์ใด กู้จากข้อมูลสำรองล่าสุด แล้วสั่ง memogen register reconcile"),
        file=shown,
        text=text,
    )


def disk_failing(shown: str, words: str) -> RegisterRefusal:
    return refusal(
        "R38",
        _("เขียนทะเบียนไม่ได้ ดิสก์เต็มหรือขัดข้อง ไม่มีเลขใดถูกใช้"),
        _("ลบหรือย้ายไฟล์ที่ไม่ใช้ออกก่อน แล้วสั่งใหม่"),
        file=shown,
        text=words,
    )


def against_law(shown: str, words: str) -> RegisterRefusal:
    """The database itself refused: its triggers and keys guard what the program should not have tried."""
    return refusal(
        "R35",
        _("กฎของทะเบียนไม่ยอมให้บันทึกเช่นนี้ จึงไม่มีอะไรเปลี่ยน"),
        _("สั่ง memogen register verify แล้วแจ้งผู้ดูแลพร้อมข้อความนี้"),
        file=shown,
        text=words,
    )


def mirror_ahead(file: str, lines: int, count: int) -> RegisterRefusal:
    return refusal(
        "R40",
        _(
            "ทะเบียนนี้เก่ากว่าสำเนาเหตุการณ์ของมัน (ทะเบียน {count} รายการ สำเนา {lines} รายการ) คงกู้มาจากข้อมูลสำรอง"
        ).format(count=digits(count), lines=digits(lines)),
        _("สั่ง memogen register reconcile เพื่อนำรายการที่ขาดกลับมา ก่อนออกเลขใหม่"),
        file=file,
    )


def mirror_unreadable(file: str, words: str) -> RegisterRefusal:
    return refusal(
        "R49",
        _("อ่านสำเนาเหตุการณ์ไม่ได้ จึงไม่รู้ว่าทะเบียนเก่ากว่าสำเนาหรือไม่"),
        _("ปิดโปรแกรมที่เปิดไฟล์นี้อยู่ และตรวจสิทธิ์อ่านไฟล์ แล้วสั่งใหม่"),
        file=file,
        text=words,
    )


def mirror_differs(file: str, seq: int) -> RegisterRefusal:
    return refusal(
        "R41",
        _("สำเนาเหตุการณ์ไม่ตรงกับทะเบียนตั้งแต่รายการที่ {seq} หรือก่อนนั้น").format(seq=digits(seq)),
        _("สั่ง memogen register verify เพื่อดูว่าต่างกันที่ใด แล้ว memogen register reconcile"),
        file=file,
    )
