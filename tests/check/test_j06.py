"""J06: a subject that grants what the text refuses, or the other way round."""

from __future__ import annotations

import pytest
from papers import external, memo, texts


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("อนุมัติให้ใช้สถานที่", "กรมพิจารณาแล้วไม่อาจอนุมัติได้"),
        ("แจ้งการอนุมัติโครงการ", "อธิบดีไม่อนุมัติ"),
        ("ไม่อนุญาตให้ใช้ห้องประชุม", "กรมพิจารณาแล้วอนุญาตให้ใช้ห้องประชุมได้"),
        ("ไม่อาจให้ความเห็นชอบแผน", "ที่ประชุมเห็นชอบแผนตามที่เสนอ"),
        ("ให้ความอนุเคราะห์วิทยากร", "ข้าราชการติดราชการ จึงไม่อาจจัดวิทยากรให้ได้"),
    ],
)
def test_a_subject_against_the_text_is_found(subject, text):
    paper = external(subject=subject, body=[text, "จึงเรียนมาเพื่อโปรดทราบ"])
    assert texts(paper, "J06") == [subject]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("อนุมัติให้ใช้สถานที่", "กรมอนุมัติให้ใช้สถานที่ตามที่ขอ"),
        ("การขออนุมัติใช้สถานที่", "กรมพิจารณาแล้วไม่อาจอนุมัติได้"),
        ("ขออนุมัติใช้สถานที่", "ที่ผ่านมากรมไม่อนุมัติ"),
        ("อนุญาตให้ใช้สถานที่", "กรมอนุญาตให้ใช้สถานที่ โดยไม่อนุญาตให้นำสัตว์เข้า"),
        ("ไม่อนุมัติโครงการ", "ตามที่ขออนุมัติโครงการ นั้น กรมไม่อนุมัติ"),
        ("การจัดประชุม", "กรมไม่อนุมัติ"),
        ("ให้ความอนุเคราะห์วิทยากร", "กรมยินดีให้ความอนุเคราะห์"),
        ("การขอความอนุเคราะห์วิทยากร", "จึงไม่อาจจัดวิทยากรให้ได้"),
    ],
)
def test_neutral_subjects_and_those_that_agree_are_left_alone(subject, text):
    assert texts(memo(subject=subject, body=[text]), "J06") == []
