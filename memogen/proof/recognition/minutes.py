"""The head of minutes: which meeting, when and where, who came."""

from __future__ import annotations

import re
from collections.abc import Sequence

from memogen.paper import Part
from memogen.proof.recognition.marks import Marks

_BEGINS = re.compile(r"(?:เริ่ม|เปิด)(?:การ)?ประชุม|ระเบียบวาระที่")
ATTENDANCE = re.compile(
    r"(?:ราย(?:ชื่อ|นาม)|คณะ)?(?:กรรมการ|ทำงาน)?ผู้(?:ที่)?(?:ไม่)?(?:มา|เข้า|ร่วม|เข้าร่วม)ประชุม|รายชื่อผู้|คณะกรรมการผู้"
)
"""What the title of a list of people begins with."""
_WHEN = "เมื่อ"


def read_minutes_head(marks: Marks, order: Sequence[int]) -> int:
    """Marks heading and date; gives the place in `order` at which the minutes themselves begin."""
    is_heading = True
    for position, index in enumerate(order):
        for line in marks.text.lines(index):
            if _BEGINS.match(line.text):
                return position
            is_heading = is_heading and not ATTENDANCE.match(line.text)
            if is_heading and line.text.startswith(_WHEN) and not marks.has(Part.DATE):
                marks.part(index, Part.HEADING)
                marks.add(Part.DATE, line)
            elif is_heading:
                marks.add(Part.HEADING, line)
    return 0
