"""C13: a full stop at the end of a Thai sentence."""

from __future__ import annotations

from cases import each
from papers import faults, memo, texts


@each(
    ("text", "wrong"),
    [
        ("จึงเรียนมาเพื่อโปรดพิจารณา.", "."),
        ("กลุ่มจะจัดประชุมในเดือนหน้า. ", "."),
        ("ขอความร่วมมือรายงานผล.\nภายในเดือนนี้", "."),
        ("ตามที่กรมขอวิทยากร นั้น.", "."),
        ("จะขอบคุณยิ่ง ด้วย.", "."),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "C13")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "จึงเรียนมาเพื่อโปรดพิจารณา",
        "เวลา ๐๙.๓๐ น.",
        "ปี พ.ศ.",
        "คณะกรรมการ ก.พ.",
        "สำนักงาน กพร.",
        "ดังนี้...",
        "เดือน มิ.ย.",
        "ตามหนังสือ สพฐ.",
        "ร้อยละ ๕๐.",
        "โทร.",
        "(สทส.)",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C13") == []
