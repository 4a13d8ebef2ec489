"""Which field takes the place of which part of a letter, in each kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from memogen.model import Kind
from memogen.paper import Part

BODY, SIGNER, SALUTATION, ISSUER = "เนื้อความ", "ผู้ลงนาม", "คำขึ้นต้น", "ผู้ออก"
DECISIONS, DECIDER = "การพิจารณา", "ผู้พิจารณา"
ATTENDANCE, RECORDER, REVIEWER = "ผู้ประชุม", "ผู้จด", "ผู้ตรวจ"
CODE_WORDS = re.compile(r"คิวอาร์|QR|สแกน|scan|เอกสารที่เกี่ยวข้อง|เอกสารเพิ่มเติม", re.IGNORECASE)
"""What stands about QR codes."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field; `optional` if its line goes where a letter has no value, `everywhere` if it is repeated."""

    field: str
    optional: bool = False
    everywhere: bool = False


_MARKS = {
    Part.URGENCY: Slot("ชั้นความเร็ว", optional=True),
    Part.SECRECY: Slot("ชั้นความลับ", everywhere=True),
}
_HEAD = {part: Slot(str(part)) for part in (Part.AGENCY, Part.NUMBER, Part.DATE, Part.SUBJECT, Part.TO)}
_LISTS = {part: Slot(str(part), optional=True) for part in (Part.REFERENCE, Part.ENCLOSURE)}
_SENDER = {part: Slot(str(part)) for part in (Part.AGENCY, Part.ADDRESS, Part.NUMBER, Part.DATE)}
_OWNER = {Part.OWNER: Slot("เจ้าของเรื่อง")}
_SOLEMN = {part: Slot(str(part)) for part in (Part.NUMBER, Part.SUBJECT, Part.DATE)}

SLOTS: Mapping[Kind, Mapping[Part, Slot]] = {
    Kind.MEMO: {**_MARKS, **_HEAD, **_LISTS},
    Kind.EXTERNAL: {
        **_MARKS,
        **_SENDER,
        **_HEAD,
        **_LISTS,
        Part.CLOSING: Slot("คำลงท้าย"),
        **_OWNER,
        Part.COPIES: Slot("สำเนาส่ง", optional=True),
    },
    Kind.STAMPED: {**_MARKS, **_SENDER, Part.TO: Slot("ถึง"), **_OWNER},
    Kind.ORDER: {**_MARKS, **_SOLEMN, Part.HEADING: Slot(ISSUER)},
    Kind.ANNOUNCEMENT: {**_MARKS, **_SOLEMN, Part.HEADING: Slot(ISSUER)},
    Kind.CERTIFICATE: {**_MARKS, **_SENDER},
    Kind.MINUTES: _MARKS,
}
"""What minutes have besides is in `meetings`: its places have no part of their own. Forms are not here: their
blanks are nothing that varies from copy to copy."""
