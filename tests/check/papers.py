"""Letters as rules see them, built from plain texts: each builder gives a clean letter of its kind.

`memo(subject="…", body=["…"])` changes what a case is about; a value of None leaves the part out. Passages
look as in a finished letter: labels before their values, signature lines at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from memogen.check import Around, rules
from memogen.check.rule import Fault, Found
from memogen.check.running import check
from memogen.model import Kind, Office, Signer
from memogen.paper import Field, Looks, Origin, Paper, Part, Passage, Piece, Region, Setting, Sheet

OFFICE = Office(
    file="memogen.toml",
    name="กรมส่งเสริมสหกรณ์",
    ministry="กระทรวงเกษตรและสหกรณ์",
    unit="กลุ่มพัฒนาระบบบริหาร",
    code="กษ ๑๑๑๓",
    phone="๒๗๑",
    signers=(
        Signer(key="ผอ.กพร.", name="นางสาวตัวอย่าง หนึ่งนาม", position="ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร"),
        Signer(key="อธิบดี", name="นายสมมติ สองนาม", position="อธิบดีกรมส่งเสริมสหกรณ์"),
    ),
)
TODAY = date(2023, 3, 27)
AROUND = Around(today=TODAY, office=OFFICE)

LOOKS = Looks(thai_font="TH SarabunPSK", latin_font="TH SarabunPSK", thai_size_pt=16.0, latin_size_pt=16.0)
HEADING_LOOKS = replace(LOOKS, thai_size_pt=29.0, latin_size_pt=29.0, bold=True)
LABEL_LOOKS = replace(LOOKS, thai_size_pt=20.0, latin_size_pt=20.0, bold=True)
RED_LOOKS = replace(LOOKS, thai_size_pt=32.0, latin_size_pt=32.0, bold=True, colour="FF0000")
DOTTED_LOOKS = replace(LOOKS, underline=True)
SETTING = Setting(first_line_mm=25.0, before_pt=6.0, alignment="thaiDistribute")
CLOSING_SETTING = Setting(left_mm=75.0, before_pt=12.0)
A4 = Sheet(
    width_mm=210.0,
    height_mm=297.0,
    top_mm=15.0,
    right_mm=20.0,
    bottom_mm=20.0,
    left_mm=30.0,
    first_page_differs=True,
)

LABELS = {
    Part.AGENCY: "ส่วนราชการ",
    Part.NUMBER: "ที่",
    Part.DATE: "วันที่",
    Part.SUBJECT: "เรื่อง",
    Part.TO: "เรียน",
    Part.REFERENCE: "อ้างถึง",
    Part.ENCLOSURE: "สิ่งที่ส่งมาด้วย",
    Part.COPIES: "สำเนาส่ง",
}
"""What stands before the value, in the kinds where the part has a label."""

BODY = (
    "ด้วยกลุ่มพัฒนาระบบบริหารได้จัดทำแผนการให้บริการของหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ เสร็จเรียบร้อยแล้ว",
    "กลุ่มพัฒนาระบบบริหารพิจารณาแล้วเห็นว่า หน่วยงานควรรายงานผลการดำเนินงานภายในวันที่ ๓๐ มิถุนายน ๒๕๖๖",
    "จึงเรียนมาเพื่อโปรดพิจารณา",
)


def memo(*, salutation: str = "เรียน", **parts: Any) -> Paper:
    """A memo (บันทึกข้อความ)."""
    standard: dict[str, Any] = {
        "heading": "บันทึกข้อความ",
        "agency": "กลุ่มพัฒนาระบบบริหาร โทร. ๒๗๑",
        "number": "กษ ๑๑๑๓/๖๕๓",
        "date": "๒๗ มีนาคม ๒๕๖๖",
        "subject": "การจัดทำแผนการให้บริการของหน่วยงาน",
        "to": "ผู้อำนวยการกองแผนงาน",
        "body": BODY,
        "signature": ("(นางสาวตัวอย่าง หนึ่งนาม)", "ผู้อำนวยการกลุ่มพัฒนาระบบบริหาร"),
    }
    return built(Kind.MEMO, standard | parts, labels=LABELS | {Part.TO: salutation})


def external(*, salutation: str = "เรียน", **parts: Any) -> Paper:
    """An external letter (หนังสือภายนอก)."""
    standard: dict[str, Any] = {
        "number": "กษ ๑๑๑๓/๖๕๓",
        "agency": "กรมส่งเสริมสหกรณ์",
        "address": "ถนนตัวอย่าง เขตสมมติ กรุงเทพมหานคร ๑๐๒๐๐",
        "date": "๒๗ มีนาคม ๒๕๖๖",
        "subject": "ขอความอนุเคราะห์วิทยากรบรรยายเรื่องการให้บริการของหน่วยงาน",
        "to": "อธิบดีกรมตัวอย่าง",
        "reference": "หนังสือกรมตัวอย่าง ที่ กษ ๐๒๐๑/๑๒๐ ลงวันที่ ๑๐ มีนาคม ๒๕๖๖",
        "enclosure": "กำหนดการ จำนวน ๑ ชุด",
        "body": (
            "ตามหนังสือที่อ้างถึง กรมตัวอย่างแจ้งว่ามีวิทยากรด้านการให้บริการ นั้น",
            "กรมส่งเสริมสหกรณ์จะจัดประชุมในวันที่ ๒๐ เมษายน ๒๕๖๖ รายละเอียดตามสิ่งที่ส่งมาด้วย",
            "จึงเรียนมาเพื่อโปรดพิจารณาให้ความอนุเคราะห์ด้วย จะขอบคุณยิ่ง",
        ),
        "closing": "ขอแสดงความนับถือ",
        "signature": ("(นายสมมติ สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์"),
        "owner": ("กลุ่มพัฒนาระบบบริหาร", "โทร. ๐ ๒๒๘๑ ๐๐๐๐", "ไปรษณีย์อิเล็กทรอนิกส์ cpd_psdg@cpd.go.th"),
    }
    return built(Kind.EXTERNAL, standard | parts, labels=LABELS | {Part.TO: salutation})


def stamped(**parts: Any) -> Paper:
    """A stamped letter (หนังสือประทับตรา)."""
    standard: dict[str, Any] = {
        "number": "กษ ๑๑๑๓/๖๕๓",
        "to": "สำนักงานสหกรณ์จังหวัดตัวอย่าง",
        "body": ("ด้วยกรมส่งเสริมสหกรณ์ขอส่งเอกสารเผยแพร่ จำนวน ๑ ชุด มาเพื่อทราบ",),
        "agency": "กรมส่งเสริมสหกรณ์",
        "date": "๒๗ มีนาคม ๒๕๖๖",
        "owner": ("กลุ่มพัฒนาระบบบริหาร", "โทร. ๐ ๒๒๘๑ ๐๐๐๐"),
    }
    return built(Kind.STAMPED, standard | parts, labels=LABELS | {Part.TO: "ถึง"})


def order(**parts: Any) -> Paper:
    """An order (คำสั่ง)."""
    standard: dict[str, Any] = {
        "heading": "คำสั่งกรมส่งเสริมสหกรณ์",
        "number": "๑๒/๒๕๖๖",
        "subject": "แต่งตั้งคณะทำงานพัฒนาระบบบริหาร",
        "body": (
            "อาศัยอำนาจตามความในมาตรา ๓๒ แห่งพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน พ.ศ. ๒๕๓๔ "
            "จึงแต่งตั้งคณะทำงานพัฒนาระบบบริหาร ดังต่อไปนี้",
            "ทั้งนี้ ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๖ เป็นต้นไป",
        ),
        "date": "สั่ง ณ วันที่ ๒๗ มีนาคม พ.ศ. ๒๕๖๖",
        "signature": ("(นายสมมติ สองนาม)", "อธิบดีกรมส่งเสริมสหกรณ์"),
    }
    return built(Kind.ORDER, standard | parts)


def built(kind: Kind | None, parts: dict[str, Any], *, labels: dict[Part, str] = LABELS) -> Paper:
    """A paper of these parts, in their order; a sequence makes a passage each."""
    passages: list[Passage] = []
    fields: list[Field] = []
    for name, given in parts.items():
        part = Part[name.upper()]
        texts: Sequence[str] = () if given is None else (given,) if isinstance(given, str) else tuple(given)
        for text in texts:
            label = labels.get(part, "") if _is_labelled(kind, part) else ""
            start = len(label) + 2 if label else 0
            whole = f"{label}  {text}" if label else text
            passage = _dressed(passage_of(whole, number=len(passages) + 1, part=part), kind, start)
            if part is Part.SIGNATURE and text.startswith("("):
                passage = replace(passage, blanks_before=3)
            passages.append(passage)
            if part is not Part.BODY:
                fields.append(Field(part, passage, start, len(passage.seen), label))
    return Paper(
        file="sample.docx",
        origin=Origin.DOCUMENT,
        kind=kind,
        passages=tuple(passages),
        fields=tuple(fields),
        sheets=(A4,),
    )


def _dressed(passage: Passage, kind: Kind | None, start: int) -> Passage:
    """The passage in the looks of its part: in a memo large labels, and dotted values from `start`."""
    end = len(passage.text)
    pieces, setting = passage.pieces, passage.setting
    if passage.part in (Part.URGENCY, Part.SECRECY):
        pieces = (Piece(0, end, RED_LOOKS),)
    elif passage.part is Part.CLOSING:
        setting = CLOSING_SETTING
    elif kind is Kind.MEMO and passage.part is Part.HEADING:
        pieces = (Piece(0, end, HEADING_LOOKS),)
    elif kind is Kind.MEMO and start and passage.part is not Part.TO:
        label = start - 2
        pieces = (Piece(0, label, LABEL_LOOKS), Piece(label, end, DOTTED_LOOKS))
    return replace(passage, pieces=pieces, setting=setting)


def _is_labelled(kind: Kind | None, part: Part) -> bool:
    if part in (Part.DATE, Part.AGENCY):
        return kind is Kind.MEMO
    return True


def passage_of(text: str, *, number: int = 1, part: Part = Part.BODY, **more: Any) -> Passage:
    """A passage in the looks of a finished letter."""
    return Passage(
        text=text,
        place=f"ย่อหน้า {number}",
        part=part,
        pieces=(Piece(0, len(text), LOOKS),),
        setting=SETTING,
        **more,
    )


def with_table(paper: Paper, rows: Sequence[Sequence[str]], *, number: int = 1) -> Paper:
    """The paper with a table before its signature."""
    cells = [
        Passage(
            text=text,
            place=f"ตาราง {number} แถว {row} ช่อง {cell}",
            region=Region.TABLE,
            part=Part.BODY,
            row=(number, row, cell),
            pieces=(Piece(0, len(text), LOOKS),),
            setting=Setting(),
        )
        for row, texts in enumerate(rows, start=1)
        for cell, text in enumerate(texts, start=1)
        if text
    ]
    at = next(
        (index for index, one in enumerate(paper.passages) if one.part is Part.SIGNATURE), len(paper.passages)
    )
    return replace(paper, passages=(*paper.passages[:at], *cells, *paper.passages[at:]))


def found(paper: Paper, *codes: str, around: Around = AROUND) -> list[Found]:
    """What these rules find."""
    return check(paper, [rules()[code] for code in codes], around)


def faults(paper: Paper, code: str, around: Around = AROUND) -> list[Fault]:
    return [one.fault for one in found(paper, code, around=around)]


def texts(paper: Paper, code: str, around: Around = AROUND) -> list[str]:
    """The offending texts that a rule finds."""
    return [fault.text for fault in faults(paper, code, around)]


CLEAN: Iterable[Paper] = (memo(), external(), stamped(), order())
