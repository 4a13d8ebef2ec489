"""What a letter wants: the words of its subject and of its last paragraph (saraban.md sections 6.3, 10.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from memogen.paper import Paper, Passage

DECISIVE = ("อนุมัติ", "อนุญาต", "เห็นชอบ")
"""What a superior may be asked for, each its own act."""

ASKING: Mapping[str, str] = {
    "ขออนุมัติ": "อนุมัติ",
    "การขออนุมัติ": "อนุมัติ",
    "ขออนุญาต": "อนุญาต",
    "การขออนุญาต": "อนุญาต",
    "ขอความเห็นชอบ": "เห็นชอบ",
    "การขอความเห็นชอบ": "เห็นชอบ",
}
"""Subjects that ask for a decision, and the word of that decision."""

BARE_REQUESTS = (
    "ขอความร่วมมือ",
    "ขอความอนุเคราะห์",
    "ขอความกรุณา",
    "ขอความเห็น",
    "ขอความเห็นชอบ",
    "ขอข้อมูล",
    "ขออนุมัติ",
    "ขออนุญาต",
    "ขอหารือ",
    "ขอเสนอ",
    "ขอสนับสนุน",
    "ขอรับการสนับสนุน",
    "ขอให้ดำเนินการ",
    "ขอให้พิจารณา",
    "แจ้งมติ",
    "แจ้งมติที่ประชุม",
    "แจ้งผล",
    "แจ้งผลการพิจารณา",
    "แจ้งเพื่อทราบ",
    "แจ้งให้ทราบ",
    "แจ้งข้อมูล",
    "รายงาน",
    "รายงานผล",
    "รายงานผลการดำเนินงาน",
    "ส่งเอกสาร",
    "ส่งเรื่อง",
    "ส่งข้อมูล",
    "ขอส่งเอกสาร",
    "จัดส่งเอกสาร",
    "หารือ",
    "ตอบข้อหารือ",
    "ชี้แจง",
    "ชี้แจงข้อเท็จจริง",
    "เพื่อทราบ",
    "เพื่อโปรดทราบ",
    "เพื่อพิจารณา",
    "เพื่อโปรดพิจารณา",
    "เสนอเพื่อพิจารณา",
    "การดำเนินการ",
)
"""Subjects that do not say of what; the manuals of writing warn of the first ones."""

_FINAL = re.compile(r"\s*(?:[ก-๎]{2,60}\s+)?จึง")


def final(paper: Paper) -> tuple[Passage, ...]:
    """The last paragraph that begins with จึง, and what stands after it; nothing where there is none."""
    body = paper.body
    for number in range(len(body) - 1, -1, -1):
        if _FINAL.match(body[number].seen):
            return body[number:]
    return ()
