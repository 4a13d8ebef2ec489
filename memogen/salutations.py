"""Salutations and closings: which of them annex 2 of the regulation asks for, by addressee (saraban.md 5)."""

from __future__ import annotations

import re

LETTER, HIGH, MONK, PATRIARCH = "เรียน", "กราบเรียน", "นมัสการ", "กราบทูล"
SALUTATIONS = ("ขอประทานกราบทูล", PATRIARCH, HIGH, "กราบนมัสการ", MONK, LETTER)
"""The longest first."""

HIGH_OFFICES = (
    "ประธานองคมนตรี",
    "นายกรัฐมนตรี",
    "ประธานรัฐสภา",
    "ประธานสภาผู้แทนราษฎร",
    "ประธานวุฒิสภา",
    "ประธานศาลฎีกา",
    "รัฐบุรุษ",
    "ประธานศาลรัฐธรรมนูญ",
    "ประธานศาลปกครองสูงสุด",
    "ประธานกรรมการการเลือกตั้ง",
    "ประธานกรรมการสิทธิมนุษยชนแห่งชาติ",
    "ประธานกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
    "ประธานกรรมการตรวจเงินแผ่นดิน",
    "ประธานผู้ตรวจการแผ่นดิน",
    "ผู้ตรวจการแผ่นดิน",
)
"""Whom กราบเรียน and ขอแสดงความนับถืออย่างยิ่ง are for (annex 2); grows with each constitution."""

ORDINARY_OFFICES = (
    "รองนายกรัฐมนตรี",
    "รัฐมนตรี",
    "ปลัด",
    "รองปลัด",
    "อธิบดี",
    "รองอธิบดี",
    "ผู้ว่าราชการ",
    "รองผู้ว่าราชการ",
    "ผู้อำนวยการ",
    "รองผู้อำนวยการ",
    "หัวหน้า",
    "เลขาธิการ",
    "เลขานุการ",
    "นายอำเภอ",
    "นายกเทศมนตรี",
    "นายกองค์การบริหารส่วน",
    "อธิการบดี",
    "คณบดี",
    "ผู้บังคับการ",
    "ผู้กำกับการ",
    "ผู้จัดการ",
    "สหกรณ์จังหวัด",
    "ท้องถิ่นจังหวัด",
    "องคมนตรี",
)
"""Offices that are certainly เรียน and ขอแสดงความนับถือ."""

_BREAK = r"(?=$|[\s(,/])"
_TITLE = r"(?:ฯพณฯ\s*)?(?:ท่าน)?"
_HIGH = re.compile(
    _TITLE
    + "(?:"
    + "|".join(one.replace("ประธานกรรม", "ประธาน(?:คณะ)?กรรม") for one in HIGH_OFFICES)
    + ")"
    + _BREAK
)
_ORDINARY = re.compile(f"{_TITLE}(?:{'|'.join(ORDINARY_OFFICES)})")
_ROYAL = re.compile(
    r"(?:ใน)?(?:พระบาทสมเด็จพระ|สมเด็จพระ(?:นางเจ้า|เจ้า|บรม|กนิษฐา|อนุชา|ราชินี|เทพรัตน|เชษฐ|ศรีสวรินทิรา)"
    r"|ทูลกระหม่อม|พระเจ้าวรวงศ์เธอ|พระเจ้าหลานเธอ|พระเจ้าลูก|พระเจ้าน้อง|พระเจ้าพี่|พระวรวงศ์เธอ|หม่อมเจ้า|เจ้าฟ้า|ฝ่าละออง)"
)
_PATRIARCH = re.compile(r"(?:เจ้าพระคุณ\s*)?สมเด็จพระ(?:อริยวงศาคตญาณ|สังฆราช)")

HIGHEST_REVERENCE = "ขอนมัสการด้วยความเคารพอย่างยิ่ง"
HIGH_REVERENCE = "ขอนมัสการด้วยความเคารพอย่างสูง"
REVERENCE = "ขอนมัสการด้วยความเคารพ"
_OF_RANK = r"[ก-๎]{2,40}\s+\(?(?=(?:ที่ปรึกษา|รอง|ผู้ช่วย)?(?:เจ้าคณะ|เจ้าอาวาส)|วัด)"
"""The rest of a monk's name, before his office or monastery; its first syllables tell his rank."""
MONKS = (
    (r"(?:เจ้าพระคุณ\s*)?สมเด็จพระ(?:ราชาคณะ|พุทฒาจารย์|พุฒาจารย์|วันรัต|ธีรญาณมุนี|มหา|ญาณ|พุทธ)", (HIGHEST_REVERENCE,)),
    (r"รองสมเด็จพระราชาคณะ", (HIGHEST_REVERENCE,)),
    (r"พระราชาคณะ", (HIGH_REVERENCE,)),
    (rf"พระพรหม{_OF_RANK}", (HIGHEST_REVERENCE,)),
    (rf"พระ(?:ราช(?!ครู|วงศ์|วัง)|เทพ|ธรรม){_OF_RANK}", (HIGH_REVERENCE,)),
    (r"พระ(?:ครู|มหา|อธิการ|ปลัด|สมุห์|ใบฎีกา|ภิกษุ)", (REVERENCE,)),
    (r"(?:รอง|ผู้ช่วย)?เจ้าอาวาส|(?:รอง)?เจ้าคณะ|พระอาจารย์", (REVERENCE, HIGH_REVERENCE, HIGHEST_REVERENCE)),
)
"""Monks by the first words of their names, and the closings that may be theirs; abbots are of all ranks."""
_MONKS = tuple((re.compile(_TITLE + pattern), closings) for pattern, closings in MONKS)

RESPECT = "ขอแสดงความนับถือ"
HIGH_RESPECT = "ขอแสดงความนับถืออย่างยิ่ง"
OF_SALUTATION = {LETTER: RESPECT, HIGH: HIGH_RESPECT}
"""What closes a letter that opens so; a monk's closing goes by his rank."""
_TO_PATRIARCH = "ควรมิควรแล้วแต่จะโปรด"

_WORD = re.compile(rf"(?:{'|'.join(SALUTATIONS)})(?=[\s:])[\s:]*")


def parted(text: str) -> tuple[str, str]:
    """The salutation that a text begins with, and the rest; the salutation is empty where there is none."""
    found = _WORD.match(text)
    return (found[0].strip(" :\t\n"), text[found.end() :]) if found else ("", text)


def asked(name: str) -> str:
    """The salutation for someone; empty where it cannot be told."""
    if is_ordinary(name):  # nearly everyone
        return LETTER
    if is_high(name):
        return HIGH
    if is_patriarch(name):
        return PATRIARCH
    return MONK if monk_closings(name) else ""


def is_high(name: str) -> bool:
    """Whether an office is on the list of annex 2."""
    return _HIGH.match(name) is not None


def is_ordinary(name: str) -> bool:
    """Whether an office is certainly not on that list."""
    return _ORDINARY.match(name) is not None and not is_high(name)


def is_patriarch(name: str) -> bool:
    """Whether the name is that of the Supreme Patriarch."""
    return _PATRIARCH.match(name) is not None


def is_royal(name: str) -> bool:
    """Whether the name is that of a member of the royal family."""
    return _ROYAL.match(name) is not None and not is_patriarch(name)


def monk_closings(name: str) -> tuple[str, ...]:
    """The closings that may be a monk's; none for those who are no monks."""
    if is_royal(name) or is_patriarch(name):
        return ()
    return next((closings for pattern, closings in _MONKS if pattern.match(name)), ())


def closing(name: str) -> str:
    """The closing of a letter to someone; of a monk's the highest that may be his."""
    if is_ordinary(name):
        return RESPECT
    if is_patriarch(name):
        return _TO_PATRIARCH
    return next(iter(monk_closings(name)), OF_SALUTATION[HIGH if is_high(name) else LETTER])
