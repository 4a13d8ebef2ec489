"""The words of a book about what became of a number: in การปฏิบัติ and หมายเหตุ, written and read again.

Each thing stands on a line of its own: `ยกเลิก: พิมพ์ผิด`, `จองเลขโดย: …`, `จองเพื่อ: …`, `จองถึงวันที่: …`,
`ส่งแล้วทางไปรษณีย์ เมื่อ ๒๘ มี.ค. ๒๕๖๖ ผู้รับ …`. A line of an entry's own text that would be taken for one of
them is written behind the name of its column (`หมายเหตุ: ยกเลิก: …`), which goes when it is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from memogen import thai
from memogen.books import Entry, Status

VOID = "ยกเลิก"
NOTE, ACTION = "หมายเหตุ", "การปฏิบัติ"
_HOLDER, _PURPOSE, _DUE = "จองเลขโดย", "จองเพื่อ", "จองถึงวันที่"

_KEYED = re.compile(rf"({VOID}|{_HOLDER}|{_PURPOSE}|{_DUE}): (.*)")
_GUARDED = re.compile(rf"(?:{NOTE}|{ACTION}): (.+)")
_GUARDED_CELL = re.compile(r"(?:จาก|ถึง|เรื่อง): (.+)", re.DOTALL)
_DAY = r"[0-9๐-๙]{1,2}(?: ?[ก-ฮ][ก-๎.]* ?|[-/.][0-9๐-๙]{1,2}[-/.])[0-9๐-๙]{2,4}"
_SENT = re.compile(
    r"(?:จัด)?ส่ง(?:แล้ว)? ?(?:ทาง|โดย) ?(?P<way>\S.*?) ?(?:เมื่อ|ลงวันที่|วันที่|ลว\.)? ?"
    rf"(?P<day>{_DAY})(?: ผู้รับ (?P<who>.+))?"
)
_OTHER = r"(?:หนังสือ(?!ฉบับ|นี้)|คำสั่ง(?!ฉบับ|นี้)|ประกาศ|สัญญา|การ(?!ส่ง|ออก|ใช้|จอง)|โครงการ|ระเบียบ|มติ|ใบ)\s*\S"
_OPENS_VOID = re.compile(
    r"[\s(\[*\-–]*(?:ขอ|เลขนี้|เลขที่นี้|เลขที่)?\s*"
    rf"(?:(?P<word>{VOID})(?!{_OTHER})|ไม่(?:ได้)?ใช้(?:เลข|แล้ว|[\s)\]*]*$)|เลขเสีย|งดใช้เลข|void\b|cancel)",
    re.IGNORECASE,
)
_ENDS_VOID = re.compile(rf".{{1,60}}(?<!ไม่){VOID}(?:เลข|เลขนี้|ไป|แล้ว)?[\s)\]*.]*")
_ONLY_VOID = re.compile(rf"[\s(\[*\-–]*(?:ขอ)?(?:{VOID}|ไม่(?:ได้)?ใช้)(?:เลข|เลขที่)?(?:นี้)?(?:แล้ว)?[\s)\]*\-–.]*")
_AFTER_VOID = re.compile(
    rf"[\s(\[*\-–]*{VOID}(?:[\s)\]*:(\-–]+|(?=เนื่องจาก|เพราะ|เพื่อ))(?P<reason>[^\s)\]*:(\-–].*)"
)
_HELD = re.compile(
    r"[\s(\[*]*(?:ขอ)?(?:จอง|กัน)(?:เลข(?!หมาย)|ไว้)(?:ที่|หนังสือ|ไว้|โดย|ให้)*[\s:)\]*\-–]*(?P<holder>.*?)[\s)\]*]*"
)
_DITTO = re.compile(r"[\s\-–—]*(?:[\"″〃”“]+|['’‘′]{2,}|,,+|„)[\s\-–—]*")
_NOTHING = re.compile(r"[\s\-–—_.…]*")
_HELD_ALONE = "จองเลข"
_LINE_END = "↵"  # stands for a line end inside a line of ours, and so nobody may mean itself by it


def is_ditto(text: str) -> bool:
    """Whether the cell only says that it is as the one above: ″ and its many spellings."""
    return bool(_DITTO.fullmatch(text))


def is_nothing(text: str) -> bool:
    """Whether the cell says that there is nothing: -, …"""
    return bool(_NOTHING.fullmatch(text))


@dataclass(slots=True)
class Remarks:
    """What the words of one row say; `text` is what is left of them, as typed."""

    text: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)  # of being void; the most telling one counts
    is_held: bool = False
    holder: str = ""
    purpose: str = ""
    due: date | None = None
    way: str = ""
    sent_on: date | None = None
    recipient: str = ""
    is_doubtful: bool = False  # ยกเลิก is spoken of, but perhaps of something else

    @property
    def reason(self) -> str:
        """The first one that says more than ยกเลิก."""
        return next((said for said in self.reasons if said != VOID), VOID)

    @property
    def is_plain(self) -> bool:
        return not (self.reasons or self.is_held or self.way or self.is_doubtful)


def read_remarks(text: str) -> Remarks:
    """What หมายเหตุ or การปฏิบัติ says, line by line.

    >>> read_remarks("ด่วน\\nยกเลิก พิมพ์ผิด").reason
    'พิมพ์ผิด'
    """
    said = Remarks()
    for line in text.split("\n"):
        _read_line(line.strip(), said)
    return said


def _read_line(line: str, said: Remarks) -> None:
    guarded = _GUARDED.fullmatch(line)
    if guarded:
        said.text.append(guarded[1])
    elif not (_read_keyed(line, said) or _read_sent(line, said) or _read_void(line, said)):
        holder = says_held(line)
        if holder is not None:
            said.is_held, said.holder = True, holder or said.holder
        else:
            said.is_doubtful |= VOID in line
            said.text.append(line)


def _read_keyed(line: str, said: Remarks) -> bool:
    keyed = _KEYED.fullmatch(line)
    if not keyed:
        return False
    key, words = keyed[1], keyed[2].replace(_LINE_END, "\n")
    if key == _DUE:
        due = _day(words)
        if due is None:
            return False
        said.due = due
    elif key == VOID:
        said.reasons.append(words)
    elif key == _HOLDER:
        said.holder = words
    else:
        said.purpose = words
    said.is_held |= key != VOID
    return True


def _read_sent(line: str, said: Remarks) -> bool:
    sent = _SENT.fullmatch(line)
    day = _day(sent["day"]) if sent else None
    if not sent or not day or said.way:
        return False
    said.way, said.sent_on = sent["way"].replace(_LINE_END, "\n"), day
    said.recipient = (sent["who"] or "").replace(_LINE_END, "\n")
    return True


def _read_void(line: str, said: Remarks) -> bool:
    if not (_OPENS_VOID.match(line) or _ENDS_VOID.fullmatch(line)):
        return False
    said.reasons.append(_reason(line))
    return True


def _reason(line: str) -> str:
    after = _AFTER_VOID.fullmatch(line)
    if after and not _ONLY_VOID.fullmatch(line):
        words = after["reason"].strip()
        return words[:-1].strip() if words.endswith(")") and "(" not in words else words
    return VOID if line.strip(" ()[]*-–.") == VOID else line


def says_void(cell: str) -> bool:
    """Whether a cell of any column holds nothing but that its number is not used: `*** ยกเลิก ***`."""
    return bool(_ONLY_VOID.fullmatch(cell))


def says_held(cell: str) -> str | None:
    """Whom the number is kept for, where เรื่อง or ถึง says only that it is: `จองเลข กลุ่มแผนงาน`."""
    held = _HELD.fullmatch(cell)
    return held["holder"] if held else None


def write_cell(column: str, text: str) -> str:
    """The cell จาก, ถึง or เรื่อง: one that would be read as ยกเลิก, จองเลข or nothing has its column's name."""
    return f"{column}: {text}" if _is_cell_misread(text) or _GUARDED_CELL.fullmatch(text) else text


def read_cell(text: str) -> tuple[str, bool]:
    """The text of such a cell, and whether it must be taken as it is."""
    guarded = _GUARDED_CELL.fullmatch(text)
    if guarded and (_is_cell_misread(guarded[1]) or _GUARDED_CELL.fullmatch(guarded[1])):
        return guarded[1], True
    return text, False


def _is_cell_misread(text: str) -> bool:
    if not text:
        return False
    return says_void(text) or says_held(text) is not None or is_nothing(text) or is_ditto(text)


def write_action(entry: Entry) -> str:
    """The cell การปฏิบัติ."""
    lines = _guarded(ACTION, entry.action)
    if entry.status is Status.DISPATCHED and entry.dispatched_on:
        who = f" ผู้รับ {_one_line(entry.recipient)}" if entry.recipient else ""
        lines.append(f"ส่งแล้วทาง{_one_line(entry.way)} เมื่อ {book_date(entry.dispatched_on)}{who}")
    return "\n".join(lines)


def write_note(entry: Entry) -> str:
    """The cell หมายเหตุ."""
    due = book_date(entry.due) if entry.due else ""
    held = ((_HOLDER, entry.holder), (_PURPOSE, entry.purpose), (_DUE, due))
    told = [f"{key}: {_one_line(words)}" for key, words in held if words]
    if entry.status is Status.RESERVED and not told:
        told = [_HELD_ALONE]
    lines = _guarded(NOTE, entry.note) + told
    if entry.status is Status.VOID:
        reason = entry.reason or VOID
        lines.append(VOID if reason == VOID else f"{VOID}: {_one_line(reason)}")
    return "\n".join(lines)


def book_date(day: date) -> str:
    """`๒๗ มี.ค. ๒๕๖๖`: what a narrow column holds."""
    month = thai.SHORT_MONTHS[day.month - 1]
    return thai.to_thai_digits(f"{day.day} {month} {thai.be_year(day)}")


def _guarded(column: str, text: str) -> list[str]:
    return [f"{column}: {line}" if _misleads(line) else line for line in text.split("\n")] if text else []


def _misleads(line: str) -> bool:
    return bool(line) and (
        bool(_GUARDED.fullmatch(line))
        or is_nothing(line)
        or is_ditto(line)
        or not read_remarks(line).is_plain
    )


def _one_line(text: str) -> str:
    return text.replace("\n", _LINE_END)


def _day(text: str) -> date | None:
    try:
        return thai.parse_date(text)
    except thai.DateError:
        return None
