"""The words before a number: หนังสือ, คำสั่ง or บันทึกข้อความ, the agency, and ที่."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memogen.citations.nouns import CitedKind
from memogen.citations.spelling import AT, DIGIT, SPACE

_REACH = 160
_LONGEST_AGENCY = 120
_CUE = re.compile(rf"(?P<at>(?:เลข)?{AT})?{SPACE}\Z")
_NOUN = re.compile(
    r"(?P<certificate>หนังสือรับรอง)|(?P<order>คำสั่ง(?!ซื้อ|จ้าง))"
    r"|(?P<letter>หนังสือ(?!เดินทาง|พิมพ์|ค้ำประกัน|มอบอำนาจ|บริคณห์|ชี้ชวน)|บันทึกข้อความ|บันทึก(?!ผล|การ|ข้อ))"
)
_NO_AGENCY = re.compile(rf"ลงวันที่|เรื่อง|แจ้ง|นั้น|ส่วนราชการ|โทร|ประชุม|อนุมัติ|[:;|<>]|{DIGIT}{SPACE}/|\n{SPACE}\n")
_KIND_OF_LETTER = re.compile(r"\s*(?:ราชการ|เวียน|ภายนอก|ภายใน|ของ|จาก)\s*")
_MARKS = re.compile(r"\s*(?:ลับ(?:ที่สุด|มาก)?|ด่วน(?:ที่สุด|มาก)?|เฉพาะ|เลข)\s*\Z")
_HAS_SENT = re.compile(r"(?P<who>[^\n]{3,100}?)\s*(?:ได้)?มี\s*\Z")
_CLAUSE_STARTS = re.compile(rf"ด้วย|ตามที่|เนื่องจาก|และ(?=\s)|แล้ว|{DIGIT}[.)]\s|[-•]\s|[:;>]|\n")
_OTHER_PAPERS = re.compile(
    r"(?:คดี|หมายเลข|สัญญา|ใบเสร็จ|ใบแจ้ง|ใบสั่ง|ใบอนุญาต|ครุภัณฑ์|กรมธรรม์|โฉนด|เช็ค|ฎีกา)[^\n/]{0,20}\Z"
)
_COUNTED = re.compile(r"(?:ครั้ง|วาระ|ชุด|ฉบับ|ข้อ|มาตรา|รอบ|งวด|ไตรมาส|ระยะ|แผน|พื้น)\Z")
_JOINTS = re.compile(
    rf"{SPACE}(?:(?:และ|กับ|หรือ|ประกอบ|,|;|\(?{DIGIT}{{1,2}}[.)]|ตาม|หนังสือ|คำสั่ง){SPACE}){{0,4}}"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]{0,40}\n")


@dataclass(frozen=True, slots=True)
class Lead:
    """Where the words before a number begin and where its ที่ does; what they announce, and of whom."""

    start: int
    cue: int
    at: bool = False
    kind: CitedKind | None = None
    agency: str = ""


def lead(plain: str, floor: int, end: int) -> Lead:
    """The words before the number that begins at `end`, none before `floor` or an empty line."""
    start = max(floor, end - _REACH)
    for blank in _BLANK_LINE.finditer(plain, start, end):
        start = blank.end()
    cue = _CUE.search(plain, start, end)
    cue_start, at = (cue.start(), bool(cue["at"])) if cue else (end, False)
    bare = Lead(cue_start if at else end, cue_start, at)
    nouns = list(_NOUN.finditer(plain, start, cue_start))
    if not nouns:
        return bare
    noun = nouns[-1]
    between = plain[noun.end() : cue_start]
    if len(between) > _LONGEST_AGENCY or _NO_AGENCY.search(between):
        return bare
    agency = _agency(between) or _who_has_sent(plain[start : noun.start()])
    return Lead(noun.start(), cue_start, at, CitedKind(noun.lastgroup or CitedKind.LETTER), agency)


def _agency(between: str) -> str:
    """The agency between หนังสือ and ที่, without ลับมาก, ด่วนที่สุด and their kin."""
    kind = _KIND_OF_LETTER.match(between)
    name = between[kind.end() :] if kind else between
    while mark := _MARKS.search(name):
        name = name[: mark.start()]
    return " ".join(name.split()).strip("“”\"'(), ")


def _who_has_sent(before: str) -> str:
    """`กรมบัญชีกลาง` of `ตามที่กรมบัญชีกลางมี` before หนังสือ."""
    sent = _HAS_SENT.search(before)
    name = " ".join(_CLAUSE_STARTS.split(sent["who"])[-1].split()) if sent else ""
    return "" if _NO_AGENCY.search(name) else name


def begins_line(plain: str, index: int) -> bool:
    """Whether only spaces stand before it in its line."""
    return not plain[max(plain.rfind("\n", 0, index) + 1, index - 40) : index].strip()


def joins(plain: str, start: int, end: int) -> bool:
    """Whether nothing but และ, commas and item numbers stands between two citations."""
    return _JOINTS.fullmatch(plain, start, end) is not None


def is_of_other_paper(plain: str, floor: int, cue: int) -> bool:
    """Whether the number is that of a contract, a court case, a receipt or the like."""
    return _OTHER_PAPERS.search(plain, max(floor, cue - 40), cue) is not None


def is_counted(plain: str, cue: int) -> bool:
    """Whether ที่ counts: ครั้งที่ ๑/๒๕๖๖, ฉบับที่ ๒/๒๕๖๖."""
    return _COUNTED.search(plain, max(0, cue - 12), cue) is not None
