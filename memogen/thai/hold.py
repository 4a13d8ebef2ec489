"""No-break spaces where a line must not end: inside dates, numbers, times, phones and names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from memogen.thai.dates import MONTHS, SHORT_MONTHS
from memogen.thai.names import ABBREVIATED, DOCTOR, RANKS, TITLES

NO_BREAK = "\u00a0"

# Words that hold the number after them: วันที่ ๒๗, ครั้งที่ ๑/๒๕๖๖, ด้านที่ ๔, ร้อยละ ๘๔.๐๗, ข้อ ๒.๒.
BEFORE_NUMBER = (
    *("ที่", "จำนวน", "ร้อยละ", "ข้อ", "มาตรา", "หมวด", "หน้า", "เวลา", "พ.ศ.", "ค.ศ.", "ปี", "เป็นเงิน", "วงเงิน"),
    *("ชั้น", "ห้อง", "ห้องประชุม", "อาคาร", "หมู่", "แบบ", "ตาราง", "ภาพ", "แผนภูมิ", "ระดับ", "ไตรมาส"),
    *("ระยะ", "รุ่น", "ฉบับ", "ไม่เกิน", "ไม่น้อยกว่า", "อย่างน้อย", "ประมาณ", "ต่อ"),
    *("โทร.", "โทร", "โทรศัพท์", "โทรสาร", "สายด่วน"),
)
# Units and classifiers that a number holds: ๑,๐๐๐ บาท, ๑๕ หน่วยงาน, ๐๙.๓๐ น.
AFTER_NUMBER = (
    *("บาท", "สตางค์", "ล้าน", "แสน", "หมื่น", "พัน", "น.", "นาฬิกา", "ชั่วโมง", "นาที"),
    *("วัน", "สัปดาห์", "เดือน", "ปี", "คน", "ราย", "ท่าน", "รูป", "ครัวเรือน", "หน่วยงาน", "องค์กร"),
    *("แห่ง", "กลุ่ม", "ฝ่าย", "จังหวัด", "อำเภอ", "ตำบล", "หมู่บ้าน", "สถานที่", "ชุด", "ฉบับ", "เล่ม"),
    *("แผ่น", "หน้า", "เรื่อง", "ข้อ", "ประเด็น", "รายการ", "โครงการ", "กิจกรรม", "ตัวชี้วัด", "ด้าน"),
    *("ระดับ", "คะแนน", "ครั้ง", "รุ่น", "หลักสูตร", "ประเภท", "หลัง", "ห้อง", "เครื่อง", "คัน", "ตัว"),
    *("อัน", "ชิ้น", "กล่อง", "ต้น", "บัญชี", "สัญญา", "งวด", "ไร่", "งาน", "ตารางวา", "ตารางเมตร"),
    *("เมตร", "เซนติเมตร", "มิลลิเมตร", "กิโลเมตร", "กรัม", "กิโลกรัม", "ตัน", "ลิตร", "เปอร์เซ็นต์", "%"),
    *("MB", "GB", "TB", "kg", "km", "cm", "mm"),
)
MONTH_NAMES = (*MONTHS, *SHORT_MONTHS)
BEFORE_YEAR = (*MONTH_NAMES, "พ.ศ.", "ค.ศ.", "ปี", "งบประมาณ")
_PHONE_WORDS = ("โทร.", "โทร", "โทรศัพท์", "โทรสาร", "สายด่วน")
_DIGITS = tuple("0123456789๐๑๒๓๔๕๖๗๘๙")
_PHONE_OPENINGS = (*_DIGITS, "(", "+")
_PHONE_ENDINGS = (*_DIGITS, ")")
_YEAR_OPENINGS = (*_DIGITS, "พ.ศ.", "ค.ศ.")
_DASHES = ("-", "–")


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, told apart by their first letter: five times as fast as one by one."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


_GAP = re.compile("([ \u00a0\t\r\n])")
# ครั้งที่ ๒ and วันจันทร์ after a number begin another phrase.
_UNIT = re.compile(rf"(?:{_any_of(AFTER_NUMBER)})(?!ที่(?:$|[0-9๐-๙])|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)")
_YEAR = re.compile(r"[2๒][45๔๕][0-9๐-๙]{2}")
_AGENCY = re.compile(r"[(“]?(?:ที่)?[ก-ฮ]{2,4}")
_IN_BRACKETS = re.compile(r"\([ก-ฮ]{1,4}\)")
_OWNER = re.compile(r"[0-9๐-๙]{3,6}")
_OWNER_AND_SLASH = re.compile(r"[0-9๐-๙]{3,6}(?:\([ก-ฮ]{1,4}\))?(?:\.[0-9๐-๙]{1,6}){0,4}/")
_BRACKETS_AND_SLASH = re.compile(r"\([ก-ฮ]{1,4}\)(?:\.[0-9๐-๙]{1,6}){0,4}/")
_PHONE_START = re.compile(r"\(?(?:[0๐]|\+66|\+๖๖)[0-9๐-๙]{0,3}\)?")
_PHONE_GROUP = re.compile(r"[0-9๐-๙]{1,4}(?:-[0-9๐-๙]{1,4})?(?![0-9๐-๙./])")

_AFTER_WORDS = ("ให้", "โดย", "แก่", "และ", "กับ", "คือ", "เรียน", "ของ", "ต่อ", "เสนอ", "ว่า", "ถึง", "ได้แก่")
_NAME_AHEAD = "|".join(rf"(?<={word})" for word in _AFTER_WORDS)
_TITLES = sorted((*TITLES, *RANKS, *ABBREVIATED, DOCTOR), key=len, reverse=True)
_TITLE = "|".join(map(re.escape, _TITLES))
_OFFICES = "กรัฐมนตรี|กเทศมนตรี|กองค์การ|กสมาคม|กสภา|ทะเบียน|อำเภอ|จ้าง|ทหาร|ตำรวจ|ช่าง|ประกัน|หน้า|ด่าน|สถานี"
_TITLED_NAME = (
    rf"(?:(?<![ก-๎A-Za-z.])|{_NAME_AHEAD})(?:(?:ว่าที่[ \u00a0]?)?(?:{_TITLE})(?:หญิง)?[ \u00a0]?){{1,3}}"
    rf"(?:(?<!นาย)|(?!{_OFFICES}))[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{{0,39}}[ \u00a0](?=[ก-ฮเ-ไ])"
)
TITLE = re.compile(rf"{_any_of(word for word in _TITLES if word != 'ศ.')}|ศ(?<!\.ศ)\.")
"""Finds a title or rank, also within a word, but not the ศ. of พ.ศ.; a text without one names no person."""
# Where nothing of this stands next to a gap, a line may end there.
_HOLDING_ENDS = frozenset((*_DIGITS, ")", *_DASHES))
_HOLDING_OPENINGS = frozenset((*_DIGITS, "(", "+", *_DASHES))
_HOLDING_WORDS = ("พ.ศ.", "ค.ศ.", "ต่อ")


def hold_together(text: str) -> str:
    """The text with no-break spaces where a line must not end; nothing but single spaces changes.

    Held are the parts of dates, times, phones and document numbers (ที่ กษ ๑๑๑๓/๖๕๓); a number and its unit or
    the word before it (๑,๐๐๐ บาท, ร้อยละ ๘๔.๐๗, ข้อ ๒.๒); given name and surname after a known title or rank.
    In both kinds of digits; done twice, nothing changes.
    """
    if TITLE.search(text):
        text = _titled_name().sub(lambda name: name[0].replace(" ", NO_BREAK), text)
    pieces = _GAP.split(text)
    words, gaps = pieces[::2], pieces[1::2]
    in_phone = False
    for index, (gap, left, right) in enumerate(zip(gaps, words, words[1:], strict=False)):
        if gap not in (" ", NO_BREAK) or not _may_hold(left, right):
            in_phone = False
            continue
        in_phone = _goes_on_with_phone(words, index, in_phone)
        if gap == " " and (in_phone or _holds(words, index)):
            pieces[2 * index + 1] = NO_BREAK
    return "".join(pieces)


@cache
def _titled_name() -> re.Pattern[str]:
    """A long pattern that most letters can do without."""
    return re.compile(_TITLED_NAME)


def _may_hold(left: str, right: str) -> bool:
    """Whether any rule speaks of such neighbours; this spares the others."""
    return (
        left[-1:] in _HOLDING_ENDS
        or right[:1] in _HOLDING_OPENINGS
        or right.startswith(_HOLDING_WORDS)
        or left.endswith("ที่")
    )


def _holds(words: list[str], index: int) -> bool:
    """Whether the gap after `words[index]` must not break."""
    left, right = words[index], words[index + 1]
    if not left or not right:
        return False
    return (
        _is_number_after_word(words, index)
        or _is_in_date(left, right)
        or _is_unit_after_number(words, index)
        or _is_in_span(words, index)
        or _is_in_document_number(words, index)
    )


def _word(words: list[str], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""


def _is_number_after_word(words: list[str], index: int) -> bool:
    """Not วันที่ before a date: a line that cannot end there is torn inside วัน|ที่ instead."""
    left, right = words[index], words[index + 1]
    if not (right.startswith(_DIGITS) and left.endswith(BEFORE_NUMBER)):
        return False
    return not (left.endswith("ที่") and _word(words, index + 2).startswith(MONTH_NAMES))


def _is_in_date(left: str, right: str) -> bool:
    if left.endswith(_DIGITS):
        return right.startswith(MONTH_NAMES)
    return left.endswith(MONTH_NAMES) and right.startswith(_YEAR_OPENINGS)


def _is_unit_after_number(words: list[str], index: int) -> bool:
    """A year is no number of things: พ.ศ. ๒๕๖๖ โครงการ… may break."""
    number = words[index]
    if not number.endswith(_DIGITS) or not _UNIT.match(words[index + 1]):
        return False
    return not (_YEAR.fullmatch(number[-4:]) and _word(words, index - 1).endswith(BEFORE_YEAR))


def _is_in_span(words: list[str], index: int) -> bool:
    """Either gap of ๐๙.๐๐ - ๑๒.๐๐; between two whole dates a line may end after the dash."""
    dash = index + 1 if words[index + 1] in _DASHES else index
    before, after = _word(words, dash - 1), _word(words, dash + 1)
    if not (words[dash] in _DASHES and before.endswith(_DIGITS) and after.startswith(_DIGITS)):
        return False
    between_dates = _YEAR.fullmatch(before) and _word(words, dash + 2).startswith(MONTH_NAMES)
    return not (between_dates and dash == index)


def _is_in_document_number(words: list[str], index: int) -> bool:
    left, right, after = words[index], words[index + 1], _word(words, index + 2)
    if left == "ว" or left.endswith(("/ว", "ที่ว")):
        return right.startswith(_DIGITS)
    if _OWNER.fullmatch(left):
        return _BRACKETS_AND_SLASH.match(right) is not None
    if _IN_BRACKETS.fullmatch(left):
        return _AGENCY.fullmatch(_word(words, index - 1)) is not None and _is_owner(right, after)
    if _AGENCY.fullmatch(left):
        return _is_owner(right, after) or (_IN_BRACKETS.fullmatch(right) is not None and _is_owner(after, ""))
    if not left.endswith("ที่") or not _AGENCY.fullmatch(right):
        return False
    return _is_owner(after, _word(words, index + 3)) or _IN_BRACKETS.fullmatch(after) is not None


def _is_owner(word: str, after: str) -> bool:
    """๑๑๑๓/…, or ๐๐๑๘ before (นม).๓๒/…"""
    if _OWNER_AND_SLASH.match(word):
        return True
    return _OWNER.fullmatch(word) is not None and _BRACKETS_AND_SLASH.match(after) is not None


def _goes_on_with_phone(words: list[str], index: int, in_phone: bool) -> bool:
    """Whether the gap is inside a phone number, which a phone word or a leading ๐ has begun."""
    left, right = words[index], words[index + 1]
    if left.endswith(_PHONE_WORDS) and right.startswith(_PHONE_OPENINGS):
        return True
    if in_phone and right == "ต่อ":
        return True
    has_begun = in_phone or _PHONE_START.fullmatch(left) is not None
    return has_begun and left.endswith(_PHONE_ENDINGS) and _PHONE_GROUP.match(right) is not None
