"""The words by which the parts of a letter are known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memogen.paper import Part
from memogen.thai import MONTHS, SHORT_MONTHS

_AFTER_LABEL = r"(?=[\s:：.…_]|$)"

_LABELS = (
    (Part.NUMBER, re.compile(rf"(?:เลข)?(?:ที่|ท่ี)(?:{_AFTER_LABEL}|(?=[ก-ฮ]{{2,4}}\s?[0-9๐-๙(]))")),
    (Part.DATE, re.compile(r"วัน(?:ที่|ท่ี)(?=[\s:：.…_0-9๐-๙]|$)")),
    (Part.SUBJECT, re.compile(rf"เรื่อง{_AFTER_LABEL}")),
    (Part.TO, re.compile(rf"(?:กราบเรียน|เรียน|(?:กราบ)?นมัสการ|(?:ขอประทาน)?กราบทูล|ถึง){_AFTER_LABEL}")),
    (Part.REFERENCE, re.compile(rf"อ้างถึง(?:{_AFTER_LABEL}|(?=หนังสือ|[(0-9๐-๙]))")),
    (Part.ENCLOSURE, re.compile(rf"สิ่งที่(?:ส่ง|แนบ)มาด้วย(?:{_AFTER_LABEL}|(?=[(0-9๐-๙]))")),
    (Part.AGENCY, re.compile(rf"ส่วนราชการ{_AFTER_LABEL}")),
    (Part.COPIES, re.compile(rf"สำเนาส่ง{_AFTER_LABEL}")),
)
_FIRST_SIGNS = "เทวกนขถอสล"
"""What the labels begin with: most lines of a letter are none, which one look tells."""
_DATE_INSIDE = re.compile(r"(?<![ก-๎])วัน(?:ที่|ท่ี)(?=[\s:：.…_0-9๐-๙]|$)")
GAP = re.compile(r"\t[\t ]*| {3,}[\t ]*")
"""What parts two things on one line."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: which part it names, and where its own letters end."""

    part: Part
    end: int


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that begins at `start`, if one does."""
    if start >= end or text[start] not in _FIRST_SIGNS:
        return None
    for part, pattern in _LABELS:
        found = pattern.match(text, start, end)
        if found:
            return Label(part, found.end())
    return None


def date_inside(text: str, start: int, end: int) -> int | None:
    """Where the label วันที่ stands further on in a line that holds the number too."""
    found = _DATE_INSIDE.search(text, start, end)
    return found.start() if found else None


_LEADERS = "…_·"


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without spaces, tabs and leaders (……, ____, runs of dots) at both ends."""
    while start < end:
        sign = text[start]
        if sign.isspace() or sign in _LEADERS:
            start += 1
        elif sign == "." and start + 1 < end and text[start + 1] == ".":
            while start < end and text[start] == ".":
                start += 1
        else:
            break
    while start < end:
        sign = text[end - 1]
        if sign.isspace() or sign in _LEADERS:
            end -= 1
        elif sign == "." and end - 2 >= start and text[end - 2] == ".":
            while start < end and text[end - 1] == ".":
                end -= 1
        else:
            break
    return start, end


# --- whole lines ----------------------------------------------------------------------------------

_SHORT = 60
_DATE = re.compile(
    r"(?:วัน[ก-๎]{2,9}ที่\s*)?[0-9๐-๙\s.…_]*"
    rf"(?:{'|'.join(map(re.escape, (*MONTHS, *SHORT_MONTHS)))}|[A-Z][a-z]{{2,8}})"
    r"\s*(?:พ\.?\s?ศ\.?\s*)?[0-9๐-๙.…_]*"
    r"|[0-9๐-๙]{1,2}[/.-][0-9๐-๙]{1,2}[/.-][0-9๐-๙]{2,4}"
)
_URGENCY = re.compile(r"ด่วน(?:ที่สุด|มาก|สุด|พิเศษ|\s){0,6}(?:ภายใน.{0,40})?")
_SECRECY = re.compile(r"(?:ลับ|ปกปิด)(?:ที่สุด|มาก|เฉพาะ|\s){0,4}")
_CLOSING = re.compile(
    r"ขอแสดงความ(?:นับถือ|เคารพ).{0,30}|(?:ด้วย|ขอ)(?:ความ)?(?:เคารพ|นับถือ)(?:อย่าง\S{2,8})?|ด้วยความ(?:เคารพ|นับถือ).{0,30}"
    r"|ขอ(?:กราบ)?นมัสการ(?:ด้วย|มา).{0,30}|ควรมิควร.{0,60}"
)
_SIGNED = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้)\s*ณ\s*วันที่.{0,60}")
_STAMP = re.compile(r"(?:เลขที่รับ|เลขรับ|เลขทะเบียนรับ|รับที่|รับเลขที่)(?=[\s:：.…_0-9๐-๙]|$)")
_TITLE = (
    r"(?:นาย|นาง|น\.ส\.|ดร\.|พล|พัน|ร้อย|จ่า|สิบ|ดาบ|นาวา|เรือ|ว่าที่|ศาสตราจารย์|รองศาสตราจารย์|ผู้ช่วยศาสตราจารย์|ศ\.|รศ\.|ผศ\.|หม่อม|ม\.ร\.ว\."
    r"|ม\.ล\.|แพทย์|ทันตแพทย์|เภสัช|สัตวแพทย์|นพ\.|พญ\.|คุณหญิง|ท่านผู้หญิง|พระ|Mr|Miss|Dr)"
)
_BRACKETED = re.compile(
    r"(?:\(?(?:ลงชื่อ|ลงนาม)\)?)?[\s.…_]*(?:[ก-๎.]{2,30}\s*)?\((?P<name>[^()]{0,80})\)[\s.…_]*"
)
_TITLED = re.compile(_TITLE)
_PLAIN_NAME = re.compile(r"[ก-๎.]{2,40}(?: {1,3}[ก-๎.]{1,40}){1,4}")
_NO_NAME = re.compile(
    r"ยกเว้น|แบบ|ตาม|ร่าง|สำเนา|เอกสาร|ต่อ|หน้า|ฉบับ|ครั้ง|ถ้ามี|เฉพาะ|รวม|รายละเอียด|แก้ไข|ดู|เช่น|ประเภท|หมายเหตุ|และ|หรือ"
)
_SIGN_HERE = re.compile(r"\(?(?:ลงชื่อ|ลงนาม)\)?[\s.…_]*(?:ผู้[ก-๎]{2,40})?")
_RANK = re.compile(
    r"(?:ว่าที่\s?)?(?:พล(?:ตำรวจ|อากาศ|เรือ)?|พัน(?:ตำรวจ)?|ร้อย(?:ตำรวจ)?|นาวา(?:อากาศ)?|เรือ(?:อากาศ)?|จ่า|สิบ|ดาบ|ศาสตราจารย์|รองศาสตราจารย์"
    r"|ผู้ช่วยศาสตราจารย์|หม่อม)[ก-๎.]{0,12}(?:หญิง)?"
)
_TELEPHONE = re.compile(
    r"โทร(?:\.|ศัพท์|สาร)|ไปรษณีย์อิเล็กทรอนิกส์|อีเมล|e-?mail|line|website|เว็บไซต์|\S@\S", re.IGNORECASE
)
_DECISION = re.compile(
    r"[-–\s]*(?:ไม่)?(?:อนุมัติ|อนุญาต|เห็นชอบ|เห็นด้วย|เห็นควร|ทราบ|ชอบ|ดำเนินการ|ลงนาม|มอบ|เพื่อโปรด)"
)
_UNIT = re.compile(
    r"(?:กอง|กลุ่ม|ฝ่าย|สำนัก|ส่วน|ศูนย์|งาน|สถาบัน|กรม|กระทรวง|คณะ|ภาควิชา|โครงการ|หน่วย|แผนก|สถานี|เทศบาล|องค์การ|มหาวิทยาลัย|วิทยาลัย|โรงเรียน"
    r"|โรงพยาบาล|จังหวัด|อำเภอ|ที่ทำการ|สาขา|เขต)"
)
_NUMBER = re.compile(r"[^\s/]{0,12}\s?[^/]{0,20}[0-9๐-๙][^/]{0,20}/.{0,20}")
_ITEM = re.compile(r"\(?([0-9๐-๙]{1,2})(?:[.)]|\s)")
_POSITION = re.compile(
    r"(?:ผู้อำนวยการ|ผู้ช่วย|ผู้ว่า|ผู้บัญชา|ผู้จัดการ|ผู้บังคับ|ผู้กำกับ|ผู้ตรวจ|ผู้แทน|ผู้จด|ผู้เชี่ยวชาญ|อธิบดี|อธิการ|รอง|หัวหน้า|ปลัด|เลขา"
    r"|นักวิ|นักจั|นักทรัพ|นักบริหาร|นักพัฒนา|นายอำเภอ|นายก|นายทะเบียน|นายช่าง|นิติกร|รัฐมนตรี|ประธาน|กรรมการ|คณบดี|เจ้าหน้าที่|เจ้าพนักงาน|เจ้ากรม"
    r"|ที่ปรึกษา|ครู|อาจารย์|ศึกษาธิการ|สหกรณ์จังหวัด|สาธารณสุข|ท้องถิ่น|พัฒนาการ|เกษตร|พนักงาน|โฆษก|ปฏิบัติ|รักษา|ทำการแทน|ในฐานะ|แทน|ผอ\.)"
)
_OPENING = re.compile(
    r"(?:ตาม|อนุสนธิ|ด้วย|เนื่อง|สืบเนื่อง|โดยที่|โดยเป็น|เพื่อ|จาก|ในการ|ในคราว|ในปี|บัดนี้|ข้าพเจ้า|กระผม|ดิฉัน|เมื่อ|อาศัย|พร้อม|ขอส่ง|จึง|สำหรับ"
    r"|การ|หนังสือฉบับนี้|เรื่องเดิม|ต้นเรื่อง|เรื่องเดิม|ข้อเท็จจริง|ความเป็นมา)"
)
_HEADING_WORDS = (
    "บันทึกข้อความ",
    "คำสั่ง",
    "ประกาศ",
    "รายงานการประชุม",
    "หนังสือรับรอง",
)


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, a day left open or wrong too."""
    return len(text) <= _SHORT and bool(_DATE.fullmatch(text))


def is_urgency(text: str) -> bool:
    return len(text) <= _SHORT and bool(_URGENCY.fullmatch(text))


def is_secrecy(text: str) -> bool:
    return len(text) <= _SHORT and bool(_SECRECY.fullmatch(text))


def is_closing(text: str) -> bool:
    return len(text) <= 2 * _SHORT and bool(_CLOSING.fullmatch(text))


def is_signed_on(text: str) -> bool:
    """The day of an order, announcement or certificate: สั่ง ณ วันที่ …"""
    return len(text) <= 2 * _SHORT and bool(_SIGNED.match(text))


def is_stamp(text: str) -> bool:
    """The number in a stamp of receipt: เลขรับ …"""
    return bool(_STAMP.match(text))


def is_name(text: str) -> bool:
    """Whether a line is the name of one who signs: in brackets with a title, or brackets to be filled.

    The position may follow on the same line.
    """
    found = _BRACKETED.match(text) if len(text) <= 2 * _SHORT else None
    if not found or not (found.end() == len(text) or is_position(text[found.end() :])):
        return False
    name = found["name"].strip(" \t.…_")
    return bool(_TITLED.match(name)) or (not name and len(found["name"]) >= _BLANK_NAME)


def has_position(text: str) -> bool:
    """Whether a name's line has the position too."""
    found = _BRACKETED.match(text)
    return found is not None and found.end() < len(text)


_BLANK_NAME = 8
"""Spaces or dots between brackets that wait for a name."""


def may_be_name(text: str) -> bool:
    """A line in brackets that may be a name without a title; only its place tells."""
    found = _BRACKETED.fullmatch(text) if len(text) <= 2 * _SHORT else None
    name = found["name"].strip() if found else ""
    return bool(_PLAIN_NAME.fullmatch(name)) and not _NO_NAME.match(name)


def is_bare_name(text: str) -> bool:
    """A name with its title and no brackets."""
    return len(text) <= _SHORT and bool(_TITLED.match(text)) and bool(_PLAIN_NAME.fullmatch(text))


def is_sign_here(text: str) -> bool:
    """The words ลงชื่อ with the line to sign on."""
    return len(text) <= 2 * _SHORT and bool(_SIGN_HERE.fullmatch(text))


def is_rank(text: str) -> bool:
    return len(text) <= _SHORT and bool(_RANK.fullmatch(text))


def is_decision(text: str) -> bool:
    """What a superior decided, above the name: อนุมัติ."""
    return bool(_DECISION.match(text))


def has_telephone(text: str) -> bool:
    """Whether a line tells how to reach somebody: telephone, fax, e-mail."""
    return bool(_TELEPHONE.search(text))


def is_unit(text: str) -> bool:
    """Whether a line begins like the name of an agency or unit."""
    return len(text) <= 2 * _SHORT and bool(_UNIT.match(text))


def is_number(text: str) -> bool:
    """Whether a line may be the number of a letter."""
    return len(text) <= _SHORT and bool(_NUMBER.fullmatch(text))


def item_number(text: str) -> int | None:
    """Which item of a list a line is: ๑. or (๑) or ๑)."""
    found = _ITEM.match(text)
    return int(found[1]) if found else None


def is_position(text: str) -> bool:
    """Whether a line begins like somebody's position."""
    return bool(_POSITION.match(text))


def opens_body(text: str) -> bool:
    """Whether a line begins as the first paragraph of a letter does."""
    number = item_number(text)
    if number == 1:
        text = text.lstrip("(0123456789๐๑๒๓๔๕๖๗๘๙.) ")
    return bool(_OPENING.match(text))
