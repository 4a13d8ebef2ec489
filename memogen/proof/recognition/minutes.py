"""The head of minutes: which meeting, when and where, who came."""

from __future__ import annotations

from collections.abc import Sequence

from memogen.paper import Part
from memogen.proof.recognition.marks import Marks

_BEGINS = ("เริ่มประชุม", "ระเบียบวาระที่", "เปิดประชุม")
_ATTENDANCE = ("ผู้มาประชุม", "ผู้ไม่มาประชุม", "ผู้เข้าร่วมประชุม", "รายชื่อผู้", "คณะกรรมการผู้")
_WHEN = "เมื่อ"


def read_minutes_head(marks: Marks, order: Sequence[int]) -> int:
    """Marks heading and date; gives the place in `order` at which the minutes themselves begin."""
    is_heading = True
    for position, index in enumerate(order):
        for line in marks.text.lines(index):
            if line.text.startswith(_BEGINS):
                return position
            is_heading = is_heading and not line.text.startswith(_ATTENDANCE)
            if is_heading and line.text.startswith(_WHEN) and not marks.has(Part.DATE):
                marks.part(index, Part.HEADING)
                marks.add(Part.DATE, line)
            elif is_heading:
                marks.add(Part.HEADING, line)
    return 0
