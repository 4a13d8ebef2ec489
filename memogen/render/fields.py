"""The fields that templates may name: what each means and what it is filled with, and which kinds have it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import PurePath
from typing import Any, NamedTuple

from memogen import thai
from memogen.findings import N_
from memogen.model import (
    Attendance,
    Block,
    Decision,
    Kind,
    Meeting,
    Memo,
    Signature,
    all_codes,
    is_landscape,
)
from memogen.remembering import ByPart, Part
from memogen.render.annexes import WIDTH_MM
from memogen.render.blocks import Styles, body, in_text, qr_xml
from memogen.render.columns import TEXT_WIDTH_MM
from memogen.render.formbody import form_body, form_title
from memogen.render.photo import CERTIFIED, NO_PICTURE, PHOTO


class Field(NamedTuple):
    """What a field means to whoever restyles a template, its value, and its shape where it has parts.

    `value` is given the template's styles, and the attributes of the memo that are named in `of`.
    """

    meaning: str
    of: tuple[str, ...]
    value: Callable[..., Any]
    shape: Any = None


_PERSON = {"ยศ": None, "ชื่อ": None, "ตำแหน่ง": None}
_GROUP = {"หัว": None, "รายชื่อ": [{"ลำดับ": None, "ชื่อ": None, "ตำแหน่ง": None, "หมายเหตุ": None}]}
EMBLEM = "ตราครุฑ"


def _text(_styles: Styles, text: str) -> str:
    return text


def _lines(_styles: Styles, texts: tuple[str, ...]) -> str:
    return "\n".join(texts)


def _items(_styles: Styles, items: tuple[str, ...]) -> str:
    return numbered(items)


def _of_meeting(value: Callable[[Meeting], Any]) -> Callable[[Styles, Meeting | None], Any]:
    return lambda _styles, meeting: value(meeting) if meeting else ""


def _subject(_styles: Styles, subject: str, kind: Kind, blocks: Sequence[Block]) -> str:
    return form_title(subject, _width_mm(kind, blocks)) if kind is Kind.FORM else subject


def _width_mm(kind: Kind, blocks: Sequence[Block]) -> float:
    return WIDTH_MM if is_landscape(kind, blocks) else TEXT_WIDTH_MM


def _body(styles: Styles, kind: Kind, blocks: Sequence[Block]) -> Any:
    if kind is Kind.FORM:
        return form_body(blocks, styles, _width_mm(kind, blocks))
    return body(in_text(blocks), styles)


def numbered(items: tuple[str, ...]) -> str:
    """One item as it is, several under each other with ๑. ๒. (saraban.md section 8)."""
    if len(items) < 2:
        return "".join(items)
    return "\n".join(f"{thai.to_thai_digits(str(n))}. {item}" for n, item in enumerate(items, start=1))


def _person(signature: Signature) -> dict[str, str]:
    return {
        "ยศ": signature.rank,
        "ชื่อ": signature.name,
        "ตำแหน่ง": "\n".join(signature.position),
    }


def _signed(_styles: Styles, signature: Signature) -> dict[str, str]:
    return _person(signature)


def _decided(_styles: Styles, decisions: tuple[Decision, ...]) -> list[dict[str, str]]:
    return [{"ผล": one.result, **_person(one.by)} for one in decisions]


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


def _qr_title(_styles: Styles, subject: str) -> str:
    joint = "" if subject.startswith("การ") else "เรื่อง "
    return f"เอกสารที่เกี่ยวข้องกับ{joint}{subject}"


FIELDS: Mapping[str, Field] = {
    EMBLEM: Field(N_("จริงเมื่อพิมพ์ตราครุฑ ใช้ใน {%r if ตราครุฑ %}"), (), lambda _styles: True),
    "ชั้นความเร็ว": Field(N_("ด่วน ด่วนมาก ด่วนที่สุด หรือว่าง"), ("urgency",), _text),
    "ชั้นความลับ": Field(N_("ลับ ลับมาก ลับที่สุด หรือว่าง"), ("secrecy",), _text),
    "ส่วนราชการ": Field(
        N_("ส่วนราชการเจ้าของหนังสือ ในบันทึกข้อความมีโทรศัพท์และไปรษณีย์อิเล็กทรอนิกส์ด้วย"), ("agency",), _text
    ),
    "ผู้ออก": Field(N_("ส่วนราชการหรือตำแหน่งผู้ออกคำสั่งหรือประกาศ"), ("agency",), _text),
    "ที่อยู่": Field(N_("ที่ตั้งของส่วนราชการ หลายบรรทัดได้ หรือว่าง"), ("address",), _lines),
    "ที่": Field(N_("เลขที่หนังสือ เลขทะเบียนเว้นว่างจนกว่าจะออกเลข"), ("number",), _text),
    "วันที่": Field(N_("วันที่ของหนังสือ หรือว่าง"), ("date_text",), _text),
    "เรื่อง": Field(N_("ชื่อเรื่อง"), ("subject", "kind", "blocks"), _subject),
    "คำขึ้นต้น": Field(N_("เรียน กราบเรียน หรือนมัสการ ตามผู้รับ"), ("salutation",), _text),
    "เรียน": Field(N_("ผู้รับหนังสือ"), ("to",), _text),
    "ถึง": Field(N_("ผู้รับหนังสือประทับตรา"), ("to",), _text),
    "อ้างถึง": Field(N_("หนังสือที่อ้างถึง (บันทึกข้อความไม่ใช้)"), ("references",), _items),
    "สิ่งที่ส่งมาด้วย": Field(N_("เอกสารที่ส่งมาด้วย (บันทึกข้อความไม่ใช้)"), ("enclosures",), _items),
    "เนื้อความ": Field(
        N_("เนื้อความทั้งหมด วางเป็น {{p เนื้อความ }} ลำพังในย่อหน้า"),
        ("kind", "blocks"),
        _body,
    ),
    "ทั้งนี้": Field(N_("ข้อความต่อจากคำว่า ทั้งนี้ หรือว่าง"), ("effective",), _text),
    "คำลงท้าย": Field(N_("คำลงท้ายตามผู้รับ"), ("closing",), _text),
    "ผู้ลงนาม": Field(N_("มี .ยศ .ชื่อ .ตำแหน่ง"), ("signature",), _signed, _PERSON),
    "การพิจารณา": Field(
        N_("ผู้พิจารณาเรียงลำดับ แต่ละรายมี .ผล .ยศ .ชื่อ .ตำแหน่ง"),
        ("decisions",),
        _decided,
        [{"ผล": None, **_PERSON}],
    ),
    "เจ้าของเรื่อง": Field(
        N_("ส่วนราชการเจ้าของเรื่อง โทรศัพท์ และไปรษณีย์อิเล็กทรอนิกส์ บรรทัดละรายการ"),
        ("owner",),
        _lines,
    ),
    "สำเนาส่ง": Field(N_("ผู้รับสำเนา บรรทัดละราย หรือว่าง"), ("copies",), _lines),
    "การประชุม": Field(
        N_("ชื่อการประชุม ต่อจากคำว่า รายงานการประชุม"), ("meeting",), _of_meeting(lambda meeting: meeting.name)
    ),
    "ครั้งที่": Field(N_("ครั้งที่ประชุม เช่น ๑/๒๕๖๕"), ("meeting",), _of_meeting(lambda meeting: meeting.session)),
    "เมื่อ": Field(N_("วันและเวลาที่ประชุม"), ("meeting",), _of_meeting(lambda meeting: meeting.held)),
    "ณ": Field(N_("สถานที่ประชุม"), ("meeting",), _of_meeting(lambda meeting: meeting.place)),
    "ผู้ประชุม": Field(
        N_("กลุ่มรายชื่อ แต่ละกลุ่มมี .หัว และ .รายชื่อ ซึ่งแต่ละคนมี .ลำดับ .ชื่อ .ตำแหน่ง .หมายเหตุ"),
        ("meeting",),
        _of_meeting(lambda meeting: [_group(group) for group in meeting.attendance]),
        [_GROUP],
    ),
    "เริ่มประชุม": Field(N_("เวลาเริ่มประชุม"), ("meeting",), _of_meeting(lambda meeting: meeting.begins)),
    "เลิกประชุม": Field(N_("เวลาเลิกประชุม"), ("meeting",), _of_meeting(lambda meeting: meeting.ends)),
    "ผู้จด": Field(
        N_("ผู้จดรายงานการประชุม มี .ยศ .ชื่อ .ตำแหน่ง"),
        ("meeting",),
        _of_meeting(lambda meeting: _person(meeting.recorder)),
        _PERSON,
    ),
    "ผู้ตรวจ": Field(
        N_("ผู้ตรวจรายงานการประชุม มี .ยศ .ชื่อ .ตำแหน่ง"),
        ("meeting",),
        _of_meeting(lambda meeting: _person(meeting.reviewer)),
        _PERSON,
    ),
    CERTIFIED: Field(
        N_("ชื่อเต็มใต้รูปถ่ายในหนังสือรับรอง หรือว่างเมื่อไม่ติดรูปถ่าย"),
        ("photo",),
        lambda _styles, photo: photo.name if photo else "",
    ),
    PHOTO: Field(N_("รูปถ่ายขนาด ๔ x ๖ ซม. หรือที่สำหรับติด วางเป็น {{r รูปถ่าย }}"), (), lambda _styles: NO_PICTURE),
    "คิวอาร์": Field(
        N_("ตารางคิวอาร์โค้ด วางเป็น {{p คิวอาร์ }} ลำพังในย่อหน้า"),
        ("qr_codes", "attachments"),
        lambda styles, *codes: qr_xml(all_codes(*codes), styles),
    ),
    "หัวคิวอาร์": Field(N_("ข้อความเหนือคิวอาร์โค้ด"), ("subject",), _qr_title),
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


def kind_of_template(name: str) -> Kind:
    """The kind that a template is for, by the name of its file; a memo's where the name is no kind's."""
    stem = PurePath(name).stem
    return next((kind for kind in Kind if stem == kind), Kind.MEMO)


def shapes(kind: Kind) -> Mapping[str, Any]:
    """The shape of what a template of the kind may name."""
    return {name: field.shape for name, field in FIELDS_OF[kind].items()}


def field_values(memo: Memo, styles: Styles, *, emblem: bool) -> dict[str, Any]:
    """The value of each field that the letter's kind has."""
    values = {**_values(memo.kind, styles)(memo)}
    if EMBLEM in values:
        values[EMBLEM] = emblem
    return values


@lru_cache(maxsize=32)
def _values(kind: Kind, styles: Styles) -> ByPart:
    fields = FIELDS_OF[kind].items()
    return ByPart({name: Part(field.of, partial(field.value, styles)) for name, field in fields})
