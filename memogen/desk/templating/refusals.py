"""What is told where a Word file cannot become a template, or where an officer has to look at it."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

from memogen.desk.templating.signers import Line
from memogen.desk.templating.slots import ATTENDANCE, BODY, RECORDER, REVIEWER, SIGNER
from memogen.findings import Finding, Severity
from memogen.paper import Passage

_LABELLED = ("ส่วนราชการ", "ที่", "วันที่", "เรื่อง", "เรียน", "ถึง")
"""Fields that are found by the label that stands before them, of their own name."""
_AS_TYPED = {
    "การประชุม": "รายงานการประชุมคณะทำงานตัวอย่าง",
    "ครั้งที่": "ครั้งที่ ๑/๒๕๖๗",
    "เมื่อ": "เมื่อวันจันทร์ที่ ๑๕ มกราคม ๒๕๖๗",
    "ณ": "ณ ห้องประชุม ๑",
    ATTENDANCE: "ผู้มาประชุม",
    "เริ่มประชุม": "เริ่มประชุมเวลา ๐๙.๓๐ น.",
    "เลิกประชุม": "เลิกประชุมเวลา ๑๒.๐๐ น.",
}
"""Fields of minutes, and the line that each is found by."""


def no_kind(file: str) -> Finding:
    return Finding(
        code="M20",
        file=file,
        message=_("บอกไม่ได้ว่าไฟล์นี้เป็นหนังสือชนิดใด"),
        hint=_("ใช้หนังสือที่มีหัวครบ เช่น คำว่า บันทึกข้อความ และป้าย ที่ เรื่อง เรียน หรือบอกด้วย --kind"),
    )


def without_styles(file: str) -> Finding:
    return Finding(
        code="M20",
        file=file,
        message=_("ไฟล์นี้ไม่ได้จัดเก็บอย่างไฟล์ของ Word (.docx) ทั่วไป"),
        hint=_("เปิดด้วย Word แล้วบันทึกใหม่เป็นเอกสาร Word (.docx) ที่ไม่ใช่ Strict"),
    )


def template_already(file: str) -> Finding:
    return Finding(
        code="M25",
        file=file,
        message=_("ไฟล์นี้มีช่องเติม {{ }} อยู่แล้ว จึงเป็นแม่แบบแล้ว"),
        hint=_("ตรวจด้วย memogen templates check"),
    )


def no_place(file: str, field: str) -> Finding:
    """An essential field that was not found: what to do in Word."""
    return Finding(
        code="M21",
        file=file,
        text=field,
        message=_("ไม่พบที่ของ “{field}” จึงยังทำเป็นแม่แบบไม่ได้").format(field=field),
        hint=_what_to_do(field),
    )


def _what_to_do(field: str) -> str:
    if field == BODY:
        return _("ใน Word ให้เนื้อความอยู่ใต้หัวหนังสือและเหนือชื่อผู้ลงนาม ไม่อยู่ในตารางเดียวกับหัวหรือชื่อ")
    if field == SIGNER:
        return _("ใน Word ให้พิมพ์ชื่อผู้ลงนามในวงเล็บ เช่น (นายตัวอย่าง นามสมมติ) คนละย่อหน้า แล้วพิมพ์ตำแหน่งใต้ชื่อ")
    if field == RECORDER:
        return _("ใน Word ให้พิมพ์ชื่อในวงเล็บ คนละย่อหน้า แล้วพิมพ์คำว่า ผู้จดรายงานการประชุม ใต้ชื่อ")
    if field in _AS_TYPED:
        return _("ใน Word ให้มีบรรทัดของส่วนนี้ เช่น “{line}” แล้วสั่งใหม่").format(line=_AS_TYPED[field])
    if field in _LABELLED:
        return _("ใน Word ให้พิมพ์ป้าย “{label}” ไว้หน้าช่องนั้น แล้วสั่งใหม่").format(label=field)
    return _("ใน Word ให้พิมพ์ข้อความจริงของส่วนนี้ไว้ตรงที่ของมัน แล้วสั่งใหม่")


def no_optional_place(file: str, field: str) -> Finding:
    return Finding(
        code="M22",
        severity=Severity.INFO,
        file=file,
        text=field,
        message=_("แม่แบบไม่มีที่ของ “{field}” หนังสือที่มีส่วนนี้จะไม่พิมพ์ส่วนนี้").format(field=field),
        hint=_("ถ้าต้องใช้ ให้พิมพ์ {{{{ {field} }}}} ตรงที่ต้องการใน Word").format(field=field),
    )


def attendance_stays(file: str) -> Finding:
    return Finding(
        code="M28",
        file=file,
        text=ATTENDANCE,
        message=_("รายชื่อผู้ประชุมอยู่ในตารางเดียวกับส่วนอื่น จึงแทนด้วยช่องเติมไม่ได้"),
        hint=_("ใน Word ให้แยกรายชื่อออกจากตารางของหัวรายงานหรือของเนื้อความ แล้วสั่งใหม่"),
    )


def reviewer_stays(file: str) -> Finding:
    return Finding(
        code="M29",
        severity=Severity.WARNING,
        file=file,
        text=REVIEWER,
        message=_("ที่ลงชื่อของผู้ตรวจอยู่ในตารางหรือกล่องข้อความ รายงานที่ไม่มีผู้ตรวจจะเหลือวงเล็บว่าง"),
        hint=_("ถ้ามีรายงานที่ไม่มีผู้ตรวจ ให้ย้ายชื่อผู้ตรวจออกมานอกตารางใน Word แล้วสั่งใหม่"),
    )


def narrow_body(file: str) -> Finding:
    return Finding(
        code="M27",
        severity=Severity.WARNING,
        file=file,
        text=BODY,
        message=_("เนื้อความอยู่ในช่องของตาราง ตารางและย่อหน้าในหนังสือจะแคบหรือล้นช่อง"),
        hint=_("ถ้าหนังสือมีตาราง ให้ย้ายเนื้อความออกมานอกตารางใน Word แล้วสั่งใหม่"),
    )


def further_signer(file: str, line: Line) -> Finding:
    return Finding(
        code="M23",
        severity=Severity.WARNING,
        file=file,
        place=line.passage.place,
        text=line.text,
        message=_("ชื่อ “{name}” จะอยู่ในหนังสือทุกฉบับ").format(name=line.text.strip("() ")),
        hint=_("ถ้าไม่ใช่ผู้ที่ลงนามทุกฉบับ ให้ลบออกใน Word"),
    )


def stays(file: str, passage: Passage) -> Finding:
    text = " ".join(passage.seen.split())
    return Finding(
        code="M24",
        severity=Severity.INFO,
        file=file,
        place=passage.place,
        text=text,
        message=_("ข้อความนี้จะอยู่ในหนังสือทุกฉบับ: {text}").format(text=text[:80]),
        hint=_("ถ้าไม่ใช่ข้อความของแบบ ให้ลบออกใน Word"),
    )


def stands_there(path: Path, shown: str) -> Finding:
    return Finding(
        code="M26",
        file=shown,
        message=_("มีไฟล์ “{name}” อยู่แล้ว จึงไม่ได้เขียนทับ").format(name=path.name),
        hint=_("ย้ายไฟล์เดิมออก หรือบอกชื่ออื่นด้วย --out"),
    )
