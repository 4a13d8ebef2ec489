"""Names of persons, and the lines under a signature."""

from __future__ import annotations

import re
from dataclasses import dataclass
from gettext import gettext as _

from memogen.thai.text import normalise

CIVIL_TITLES = ("นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง")
NOBLE_TITLES = ("หม่อมเจ้า", "หม่อมราชวงศ์", "หม่อมหลวง", "ท่านผู้หญิง", "คุณหญิง")
ACADEMIC_TITLES = (
    *("ศาสตราจารย์", "ศาสตราจารย์เกียรติคุณ", "ศาสตราจารย์พิเศษ", "ศาสตราจารย์คลินิก"),
    *("รองศาสตราจารย์", "รองศาสตราจารย์พิเศษ", "ผู้ช่วยศาสตราจารย์", "ผู้ช่วยศาสตราจารย์พิเศษ"),
)
MEDICAL_TITLES = (
    *("นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "เภสัชกร", "เภสัชกรหญิง"),
    *("สัตวแพทย์", "สัตวแพทย์หญิง", "นายสัตวแพทย์"),
)
DOCTOR = "ดร."


def _grades(stems: str, grades: tuple[str, ...] = ("เอก", "โท", "ตรี")) -> tuple[str, ...]:
    return tuple(stem + grade for stem in stems.split() for grade in grades)


RANKS = (
    *("จอมพล", "จอมพลเรือ", "จอมพลอากาศ", "พลจัตวา", "พันเอกพิเศษ", "พันตำรวจเอกพิเศษ", "ดาบตำรวจ", "จ่าสิบตำรวจ"),
    *_grades("พล พลเรือ พลอากาศ พลตำรวจ พัน พันตำรวจ ร้อย ร้อยตำรวจ นาวา นาวาอากาศ เรือ เรืออากาศ"),
    *_grades("จ่าสิบ สิบ สิบตำรวจ พันจ่า พันจ่าอากาศ จ่า จ่าอากาศ"),
)
# น.อ. can be นาวาเอก or นาวาอากาศเอก: kept as typed.
_AMBIGUOUS_RANKS = ("น.อ.", "น.ท.", "น.ต.")
# Abbreviations that can mean one thing only.
ABBREVIATED = {
    "น.ส.": "นางสาว",
    "นส.": "นางสาว",
    "ด.ช.": "เด็กชาย",
    "ด.ญ.": "เด็กหญิง",
    "ม.จ.": "หม่อมเจ้า",
    "ม.ร.ว.": "หม่อมราชวงศ์",
    "ม.ล.": "หม่อมหลวง",
    "ศ.": "ศาสตราจารย์",
    "รศ.": "รองศาสตราจารย์",
    "ผศ.": "ผู้ช่วยศาสตราจารย์",
    "นพ.": "นายแพทย์",
    "พญ.": "แพทย์หญิง",
    "พล.อ.": "พลเอก",
    "พล.ท.": "พลโท",
    "พล.ต.": "พลตรี",
    "พ.อ.": "พันเอก",
    "พ.ท.": "พันโท",
    "พ.ต.": "พันตรี",
    "ร.อ.": "ร้อยเอก",
    "ร.ท.": "ร้อยโท",
    "ร.ต.": "ร้อยตรี",
    "จ.ส.อ.": "จ่าสิบเอก",
    "จ.ส.ท.": "จ่าสิบโท",
    "จ.ส.ต.": "จ่าสิบตรี",
    "พล.ต.อ.": "พลตำรวจเอก",
    "พล.ต.ท.": "พลตำรวจโท",
    "พล.ต.ต.": "พลตำรวจตรี",
    "พ.ต.อ.": "พันตำรวจเอก",
    "พ.ต.ท.": "พันตำรวจโท",
    "พ.ต.ต.": "พันตำรวจตรี",
    "ร.ต.อ.": "ร้อยตำรวจเอก",
    "ร.ต.ท.": "ร้อยตำรวจโท",
    "ร.ต.ต.": "ร้อยตำรวจตรี",
    "ด.ต.": "ดาบตำรวจ",
    "ส.ต.อ.": "สิบตำรวจเอก",
    "ส.ต.ท.": "สิบตำรวจโท",
    "ส.ต.ต.": "สิบตำรวจตรี",
}
TITLES = (*CIVIL_TITLES, *NOBLE_TITLES, *ACADEMIC_TITLES, *MEDICAL_TITLES)

ACTING = ("ปฏิบัติราชการแทน", "รักษาราชการแทน", "รักษาการในตำแหน่ง", "ทำการแทน")

_ACTING_RANK = "ว่าที่"
# A name never begins with a mark, so นางสาวิตรี is นาง + สาวิตรี.
_NAME_START = re.compile("[ก-ฮเ-ไA-Za-z(]")


class PersonNameError(ValueError):
    """A name or signature that cannot be understood; the sentence says what is wrong and what to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name, taken apart.

    `rank` is military or police, in full; `title` (นางสาว, รองศาสตราจารย์) stands before the name without
    a space; `doctor` is ดร. or empty: no title by the rules, but kept where it was typed (saraban 6.7, G08).
    """

    given: str
    surname: str = ""
    title: str = ""
    rank: str = ""
    doctor: str = ""

    def __str__(self) -> str:
        """As in running text: `พลตรี ตัวอย่าง หนึ่ง`, `รองศาสตราจารย์ ดร.ตัวอย่าง หนึ่ง`."""
        return " ".join(filter(None, (self.rank, self.printed)))

    @property
    def printed(self) -> str:
        """`นางสาวตัวอย่าง หนึ่ง`: no space after the title, one before the surname."""
        gap = " " if self.title and self.doctor else ""
        return f"{self.title}{gap}{self.doctor}{self.given} {self.surname}".rstrip()

    @property
    def in_brackets(self) -> str:
        """`(นางสาวตัวอย่าง หนึ่ง)`: the line under a signature; the rank stands before the signature instead."""
        return f"({self.printed})"


def parse_name(text: str) -> Name:
    """A name as typed, with or without brackets: `นางสาว ตัวอย่าง  หนึ่ง`, `พ.ต.อ.ตัวอย่าง หนึ่ง`.

    Known abbreviations of ranks and titles are written in full. Raises PersonNameError where no name is left.
    """
    rest = " ".join(normalise(text).split())
    if rest.startswith("(") and rest.endswith(")"):
        rest = rest[1:-1].strip()
    rank, rest = _rank(rest)
    title, rest = _first_of(_TITLE_WORDS, rest)
    doctor, rest = _first_of({DOCTOR: DOCTOR, "ด.ร.": DOCTOR, "ดร ": DOCTOR}, rest)
    given, _space, surname = rest.partition(" ")
    if not _NAME_START.match(given) or given in _TITLE_WORDS or given in _RANK_WORDS:
        raise PersonNameError(
            _("“{text}” ไม่มีชื่อตัว กรุณาเขียนคำนำหน้า ชื่อ และนามสกุล เช่น นางสาวตัวอย่าง หนึ่ง").format(text=text[:60])
        )
    return Name(given=given, surname=surname, title=title, rank=rank, doctor=doctor)


def signature_lines(position: str, acting: str = "", represented: str = "") -> tuple[str, ...]:
    """The lines under the name: `("รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมตัวอย่าง")`, or the position alone.

    `acting` is one of ACTING and stands with the position represented or not at all; else PersonNameError.
    """
    if acting and acting not in ACTING:
        raise PersonNameError(
            _("ไม่รู้จักคำว่า “{acting}” กรุณาใช้คำใดคำหนึ่ง: {known}").format(
                acting=acting[:60], known=" ".join(ACTING)
            )
        )
    if acting and not represented:
        raise PersonNameError(_("หลังคำว่า {acting} ต้องมีตำแหน่งของผู้ที่แทน กรุณาเพิ่มตำแหน่ง").format(acting=acting))
    if represented and not acting:
        raise PersonNameError(
            _("การลงนามแทน {position} ต้องมีคำบอกฐานะ กรุณาใช้คำใดคำหนึ่ง: {known}").format(
                position=represented[:60], known=" ".join(ACTING)
            )
        )
    return (f"{position} {acting}", represented) if acting else (position,)


def _rank(text: str) -> tuple[str, str]:
    """The rank in full, with ว่าที่ before it and หญิง after it, and the rest."""
    after = text.removeprefix(_ACTING_RANK).lstrip()
    rank, rest = _first_of(_RANK_WORDS, after)
    if not rank:
        return "", text
    prefix = _ACTING_RANK if after != text else ""
    if rest.startswith("หญิง "):
        rank, rest = f"{rank}หญิง", rest.removeprefix("หญิง ")
    return prefix + rank, rest


def _first_of(words: dict[str, str], text: str) -> tuple[str, str]:
    """The longest of the words that the text begins with, in full, and the rest; or nothing, and the text."""
    if text in words:  # นางสาว alone is not นาง + สาว
        return "", text
    for word in sorted(words, key=len, reverse=True):
        rest = text.removeprefix(word).lstrip()
        if text.startswith(word) and _NAME_START.match(rest):
            return words[word], rest
    return "", text


_RANK_WORDS = {rank: rank for rank in (*RANKS, *_AMBIGUOUS_RANKS)}
_RANK_WORDS |= {short: full for short, full in ABBREVIATED.items() if full in RANKS}
_TITLE_WORDS = {title: title for title in TITLES}
_TITLE_WORDS |= {short: full for short, full in ABBREVIATED.items() if full in TITLES}
