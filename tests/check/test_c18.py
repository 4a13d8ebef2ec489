"""C18: ministries by their full names."""

from __future__ import annotations

import pytest
from papers import faults, memo, texts


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("ตามนโยบายกระทรวงเกษตร", "กระทรวงเกษตร"),
        ("เสนอกระทรวงดิจิทัลต่อไป", "กระทรวงดิจิทัล"),
        ("รัฐมนตรีประจำสำนักนายก", "สำนักนายก"),
        ("กระทรวงคลังแจ้งว่า", "กระทรวงคลัง"),
        ("ผู้อำนวยการกอง เลขาธิการกรม และผู้อำนวยการสถาบัน", "เลขาธิการกรม"),
        ("เสนออธิบดีกระทรวงการคลัง", "อธิบดีกระทรวง"),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "C18")
    assert (fault.text, fault.fix) == (wrong, None)


@pytest.mark.parametrize(
    "text",
    [
        "กระทรวงเกษตรและสหกรณ์",
        "กระทรวงเกษตรฯ",
        "สำนักนายกรัฐมนตรี",
        "กระทรวงการคลัง",
        "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม",
        "กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์",
        "ประกาศกระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร พ.ศ. ๒๕๕๐",
        "สมาคมนายกเทศมนตรี",
        "เลขานุการกรม",
        "เลขาธิการคณะกรรมการกฤษฎีกา",
        "เลขาธิการกรรมการตัวอย่าง",
        "กระทรวงศึกษาธิการ",
        "กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C18") == []


def test_nobody_writes_to_a_ministry_that_has_another_name_now():
    [fault] = faults(memo(to="ปลัดกระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร"), "C18")
    assert fault.hint == "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม"
