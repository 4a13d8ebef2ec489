"""J02: a subject that is a bare noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _

from memogen.check.rule import Around, Basis, Fault, Rule
from memogen.check.subjects import known_subject, width
from memogen.findings import Severity
from memogen.model import Kind
from memogen.paper import Paper

_SAYS_MORE = re.compile(
    r"การ|ความ|ขอ|แจ้ง|ส่ง|นำ|รายงาน|เชิญ|ตอบ|หารือ|ชี้แจง|แต่งตั้ง|มอบ|จัด|เสนอ|ประชุม|อนุมัติ|อนุญาต|ให้|เลื่อน|ยกเลิก|"
    r"เปลี่ยน|แก้ไข|เร่ง|ติดตาม|สำรวจ|ซ้อม|ซักซ้อม|ประกาศ|กำหนด|ผล|สรุป|ทบทวน|ตรวจ|รับ|คืน|ยืม|เบิก|จ่าย|ซื้อ|จ้าง|ซ่อม|"
    r"สนับสนุน|สมัคร|ลา|ย้าย|โอน|บรรจุ|เลือก|สรรหา|คัดเลือก|ปรับ|พัฒนา|สร้าง|ทำ|เตือน|ทวง|ขยาย|เพิ่ม|ลด|ยืนยัน|พิจารณา|ร้อง|"
    r"อุทธรณ์|ไม่|มี|เรื่อง|หนังสือ|โครงการ|แผน|มาตรการ|หลักเกณฑ์|แนว|นโยบาย|ระเบียบ|มติ|คำสั่ง|คู่มือ|ปฏิทิน|[0-9๐-๙A-Za-z]"
)
_WORD = re.compile(r"[ก-๎]+")
_SHORT = 16


def find(paper: Paper, around: Around) -> Iterator[Fault]:
    known = known_subject(paper)
    if known is None:
        return
    subject, text = known
    if _WORD.fullmatch(text) and width(text) <= _SHORT and not _SAYS_MORE.search(text.replace("ราชการ", "")):
        yield Fault.of_field(
            subject,
            _("เรื่อง “{text}” ไม่บอกว่าจะให้ทำอะไร").format(text=text),
            _("ขึ้นต้นด้วยสิ่งที่ต้องการ เช่น ขออนุมัติจัดซื้อ{text}").format(text=text),
        )


RULE = Rule(
    code="J02",
    severity=Severity.WARNING,
    basis=Basis.PRACTICE,
    title="เรื่องไม่ใช่ชื่อสิ่งของลอย ๆ",
    why="ชื่อสิ่งของบอกไม่ได้ว่าผู้เขียนขอซื้อ ขอยืม หรือส่งคืน ผู้รับต้องอ่านทั้งฉบับจึงรู้ว่าจะให้ทำอะไร",
    wrong="เรื่อง เครื่องพิมพ์ดีด",
    right="เรื่อง ขออนุมัติจัดซื้อเครื่องพิมพ์ดีด",
    source="แนวปฏิบัติของส่วนราชการ: คู่มือเทคนิคการเขียนหนังสือราชการ",
    find=find,
    kinds=(Kind.MEMO, Kind.EXTERNAL),
)
