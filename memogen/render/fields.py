"""The fields that templates may name: what each means and what it is filled with, and which kinds have it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from memogen import thai
from memogen.findings import N_
from memogen.model import Attendance, Decision, Kind, Meeting, Memo, Signature
from memogen.remembering import ByObject
from memogen.render.annexes import WIDTH_MM
from memogen.render.blocks import Styles, body, in_text, qr_xml
from memogen.render.columns import TEXT_WIDTH_MM
from memogen.render.formbody import form_body, form_title
from memogen.render.photo import CERTIFIED, NO_PICTURE, PHOTO


class Field(NamedTuple):
    """What a field means to whoever restyles a template, its value, and its shape where it has parts."""

    meaning: str
    value: Callable[[Memo, Styles], Any]
    shape: Any = None


_PERSON = {"ยศ": None, "ชื่อ": None, "ตำแหน่ง": None}
_GROUP = {"หัว": None, "รายชื่อ": [{"ลำดับ": None, "ชื่อ": None, "ตำแหน่ง": None, "หมายเหตุ": None}]}
EMBLEM = "ตราครุฑ"


def _agency(memo: Memo, _styles: Styles) -> str:
    return memo.agency


def _of_meeting(value: Callable[[Meeting], Any]) -> Callable[[Memo, Styles], Any]:
    return lambda memo, _styles: value(memo.meeting) if memo.meeting else ""


def _subject(memo: Memo, _styles: Styles) -> str:
    return form_title(memo.subject, _width_mm(memo)) if memo.kind is Kind.FORM else memo.subject


def _width_mm(form: Memo) -> float:
    return WIDTH_MM if form.is_landscape else TEXT_WIDTH_MM


def _body(memo: Memo, styles: Styles) -> Any:
    if memo.kind is Kind.FORM:
        return form_body(memo.blocks, styles, _width_mm(memo))
    return body(in_text(memo.blocks), styles)


def numbered(items: tuple[str, ...]) -> str:
    """One item as it is, several under each other with ๑. ๒. (saraban.md section 8)."""
    if len(items) < 2:
        return "".join(items)
    return "\n".join(f"{thai.to_thai_digits(str(n))}. {item}" for n, item in enumerate(items, start=1))


def _as_person(signature: Signature) -> dict[str, str]:
    return {
        "ยศ": signature.rank,
        "ชื่อ": signature.name,
        "ตำแหน่ง": "\n".join(signature.position),
    }


_person = ByObject(_as_person)
"""The same object for the same one, by which the moulds of the last letter are known to serve again."""


def _as_decided(decisions: tuple[Decision, ...]) -> list[dict[str, str]]:
    return [{"ผล": one.result, **_person(one.by)} for one in decisions]


_decided = ByObject(_as_decided)


def _group(group: Attendance) -> dict[str, Any]:
    people = [
        {
            "ลำดับ": f"{thai.to_thai_digits(str(number))}.",
            "ชื่อ": person.name,
            "ตำแหน่ง": person.position,
            "หมายเหตุ": person.remark,
        }
        for number, person in enumerate(group.people, start=1)
    ]
    return {"หัว": group.title, "รายชื่อ": people}


def _qr_title(subject: str) -> str:
    joint = "" if subject.startswith("การ") else "เรื่อง "
    return f"เอกสารที่เกี่ยวข้องกับ{joint}{subject}"


FIELDS: Mapping[str, Field] = {
    EMBLEM: Field(N_("จริงเมื่อพิมพ์ตราครุฑ ใช้ใน {%r if ตราครุฑ %}"), lambda _memo, _styles: True),
    "ชั้นความเร็ว": Field(N_("ด่วน ด่วนมาก ด่วนที่สุด หรือว่าง"), lambda memo, _styles: memo.urgency),
    "ชั้นความลับ": Field(N_("ลับ ลับมาก ลับที่สุด หรือว่าง"), lambda memo, _styles: memo.secrecy),
    "ส่วนราชการ": Field(N_("ส่วนราชการเจ้าของหนังสือ ในบันทึกข้อความมีโทรศัพท์และไปรษณีย์อิเล็กทรอนิกส์ด้วย"), _agency),
    "ผู้ออก": Field(N_("ส่วนราชการหรือตำแหน่งผู้ออกคำสั่งหรือประกาศ"), _agency),
    "ที่อยู่": Field(N_("ที่ตั้งของส่วนราชการ หลายบรรทัดได้ หรือว่าง"), lambda memo, _styles: "\n".join(memo.address)),
    "ที่": Field(N_("เลขที่หนังสือ เลขทะเบียนเว้นว่างจนกว่าจะออกเลข"), lambda memo, _styles: memo.number),
    "วันที่": Field(N_("วันที่ของหนังสือ หรือว่าง"), lambda memo, _styles: memo.date_text),
    "เรื่อง": Field(N_("ชื่อเรื่อง"), _subject),
    "คำขึ้นต้น": Field(N_("เรียน กราบเรียน หรือนมัสการ ตามผู้รับ"), lambda memo, _styles: memo.salutation),
    "เรียน": Field(N_("ผู้รับหนังสือ"), lambda memo, _styles: memo.to),
    "ถึง": Field(N_("ผู้รับหนังสือประทับตรา"), lambda memo, _styles: memo.to),
    "อ้างถึง": Field(N_("หนังสือที่อ้างถึง (บันทึกข้อความไม่ใช้)"), lambda memo, _styles: numbered(memo.references)),
    "สิ่งที่ส่งมาด้วย": Field(
        N_("เอกสารที่ส่งมาด้วย (บันทึกข้อความไม่ใช้)"), lambda memo, _styles: numbered(memo.enclosures)
    ),
    "เนื้อความ": Field(
        N_("เนื้อความทั้งหมด วางเป็น {{p เนื้อความ }} ลำพังในย่อหน้า"),
        _body,
    ),
    "ทั้งนี้": Field(N_("ข้อความต่อจากคำว่า ทั้งนี้ หรือว่าง"), lambda memo, _styles: memo.effective),
    "คำลงท้าย": Field(N_("คำลงท้ายตามผู้รับ"), lambda memo, _styles: memo.closing),
    "ผู้ลงนาม": Field(N_("มี .ยศ .ชื่อ .ตำแหน่ง"), lambda memo, _styles: _person(memo.signature), _PERSON),
    "การพิจารณา": Field(
        N_("ผู้พิจารณาเรียงลำดับ แต่ละรายมี .ผล .ยศ .ชื่อ .ตำแหน่ง"),
        lambda memo, _styles: _decided(memo.decisions),
        [{"ผล": None, **_PERSON}],
    ),
    "เจ้าของเรื่อง": Field(
        N_("ส่วนราชการเจ้าของเรื่อง โทรศัพท์ และไปรษณีย์อิเล็กทรอนิกส์ บรรทัดละรายการ"),
        lambda memo, _styles: "\n".join(memo.owner),
    ),
    "สำเนาส่ง": Field(N_("ผู้รับสำเนา บรรทัดละราย หรือว่าง"), lambda memo, _styles: "\n".join(memo.copies)),
    "การประชุม": Field(N_("ชื่อการประชุม ต่อจากคำว่า รายงานการประชุม"), _of_meeting(lambda meeting: meeting.name)),
    "ครั้งที่": Field(N_("ครั้งที่ประชุม เช่น ๑/๒๕๖๕"), _of_meeting(lambda meeting: meeting.session)),
    "เมื่อ": Field(N_("วันและเวลาที่ประชุม"), _of_meeting(lambda meeting: meeting.held)),
    "ณ": Field(N_("สถานที่ประชุม"), _of_meeting(lambda meeting: meeting.place)),
    "ผู้ประชุม": Field(
        N_("กลุ่มรายชื่อ แต่ละกลุ่มมี .หัว และ .รายชื่อ ซึ่งแต่ละคนมี .ลำดับ .ชื่อ .ตำแหน่ง .หมายเหตุ"),
        _of_meeting(lambda meeting: [_group(group) for group in meeting.attendance]),
        [_GROUP],
    ),
    "เริ่มประชุม": Field(N_("เวลาเริ่มประชุม"), _of_meeting(lambda meeting: meeting.begins)),
    "เลิกประชุม": Field(N_("เวลาเลิกประชุม"), _of_meeting(lambda meeting: meeting.ends)),
    "ผู้จด": Field(
        N_("ผู้จดรายงานการประชุม มี .ยศ .ชื่อ .ตำแหน่ง"),
        _of_meeting(lambda meeting: _person(meeting.recorder)),
        _PERSON,
    ),
    "ผู้ตรวจ": Field(
        N_("ผู้ตรวจรายงานการประชุม มี .ยศ .ชื่อ .ตำแหน่ง"),
        _of_meeting(lambda meeting: _person(meeting.reviewer)),
        _PERSON,
    ),
    CERTIFIED: Field(
        N_("ชื่อเต็มใต้รูปถ่ายในหนังสือรับรอง หรือว่างเมื่อไม่ติดรูปถ่าย"),
        lambda memo, _styles: memo.photo.name if memo.photo else "",
    ),
    PHOTO: Field(
        N_("รูปถ่ายขนาด ๔ x ๖ ซม. หรือที่สำหรับติด วางเป็น {{r รูปถ่าย }}"), lambda _memo, _styles: NO_PICTURE
    ),
    "คิวอาร์": Field(
        N_("ตารางคิวอาร์โค้ด วางเป็น {{p คิวอาร์ }} ลำพังในย่อหน้า"),
        lambda memo, styles: qr_xml(memo.codes, styles),
    ),
    "หัวคิวอาร์": Field(N_("ข้อความเหนือคิวอาร์โค้ด"), lambda memo, _styles: _qr_title(memo.subject)),
}

_FREE = {
    Kind.MEMO: "ตราครุฑ คำขึ้นต้น ชั้นความเร็ว ชั้นความลับ อ้างถึง สิ่งที่ส่งมาด้วย การพิจารณา คิวอาร์ หัวคิวอาร์",
    Kind.EXTERNAL: "ตราครุฑ ชั้นความเร็ว ชั้นความลับ ที่อยู่ อ้างถึง สิ่งที่ส่งมาด้วย สำเนาส่ง คิวอาร์ หัวคิวอาร์",
    Kind.STAMPED: "ตราครุฑ ชั้นความเร็ว ชั้นความลับ คิวอาร์ หัวคิวอาร์",
    Kind.ORDER: "ตราครุฑ ชั้นความลับ ทั้งนี้ คิวอาร์ หัวคิวอาร์",
    Kind.ANNOUNCEMENT: "ตราครุฑ ชั้นความลับ ทั้งนี้ คิวอาร์ หัวคิวอาร์",
    Kind.CERTIFICATE: "ตราครุฑ ชั้นความลับ ที่อยู่ ผู้ได้รับการรับรอง รูปถ่าย คิวอาร์ หัวคิวอาร์",
    Kind.MINUTES: "ชั้นความลับ ผู้ตรวจ คิวอาร์ หัวคิวอาร์",
    Kind.FORM: "ชั้นความลับ คิวอาร์ หัวคิวอาร์",
}
ESSENTIAL: Mapping[Kind, tuple[str, ...]] = {
    kind: tuple(names.split())
    for kind, names in {
        Kind.MEMO: "ส่วนราชการ ที่ วันที่ เรื่อง เรียน เนื้อความ ผู้ลงนาม",
        Kind.EXTERNAL: "ที่ ส่วนราชการ วันที่ เรื่อง คำขึ้นต้น เรียน เนื้อความ คำลงท้าย ผู้ลงนาม เจ้าของเรื่อง",
        Kind.STAMPED: "ที่ ถึง เนื้อความ ส่วนราชการ วันที่ เจ้าของเรื่อง",
        Kind.ORDER: "ผู้ออก ที่ เรื่อง เนื้อความ วันที่ ผู้ลงนาม",
        Kind.ANNOUNCEMENT: "ผู้ออก เรื่อง เนื้อความ วันที่ ผู้ลงนาม",
        Kind.CERTIFICATE: "ที่ ส่วนราชการ เนื้อความ วันที่ ผู้ลงนาม",
        Kind.MINUTES: "การประชุม ครั้งที่ เมื่อ ณ ผู้ประชุม เริ่มประชุม เนื้อความ เลิกประชุม ผู้จด",
        Kind.FORM: "เรื่อง เนื้อความ",
    }.items()
}
"""Fields without which a letter would lose a part that the regulation asks for (clauses 11 to 25)."""
FIELDS_OF: Mapping[Kind, Mapping[str, Field]] = {
    kind: {name: field for name, field in FIELDS.items() if name in (*ESSENTIAL[kind], *_FREE[kind].split())}
    for kind in Kind
}
"""The fields that templates of a kind may name, in one order for all."""


_VALUES = {kind: [(name, field.value) for name, field in FIELDS_OF[kind].items()] for kind in Kind}


def kind_of_template(name: str) -> Kind:
    """The kind that a template is for, by the name of its file; a memo's where the name is no kind's."""
    stem = PurePath(name).stem
    return next((kind for kind in Kind if stem == kind), Kind.MEMO)


def shapes(kind: Kind) -> Mapping[str, Any]:
    """The shape of what a template of the kind may name."""
    return {name: field.shape for name, field in FIELDS_OF[kind].items()}


def field_values(memo: Memo, styles: Styles, *, emblem: bool) -> dict[str, Any]:
    """The value of each field that the letter's kind has."""
    values = {name: value(memo, styles) for name, value in _VALUES[memo.kind]}
    if EMBLEM in values:
        values[EMBLEM] = emblem
    return values
