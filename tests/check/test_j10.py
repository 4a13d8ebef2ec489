"""J10: the subject speaks of another year or another meeting than the text."""

from __future__ import annotations

from cases import each
from papers import memo, order, texts, with_table


@each(
    ("subject", "text", "wrong"),
    [
        (
            "แผนการให้บริการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
            "ด้วยได้จัดทำแผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
            "ปีงบประมาณ พ.ศ. ๒๕๖๗",
        ),
        ("แผนปีงบประมาณ 2567", "ตามแผนปีงบประมาณ ๒๕๖๖ นั้น", "ปีงบประมาณ 2567"),
        ("การประชุม ครั้งที่ ๔/๒๕๖๖", "กำหนดประชุม ครั้งที่ ๓/๒๕๖๖", "ครั้งที่ ๔/๒๕๖๖"),
    ],
)
def test_another_year_or_meeting_than_in_the_text_is_found(subject, text, wrong):
    assert texts(memo(subject=subject, body=[text]), "J10") == [wrong]


@each(
    ("subject", "text"),
    [
        ("แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ผลของปีงบประมาณ พ.ศ. ๒๕๖๕ และแผนปีงบประมาณ พ.ศ. 2566"),
        ("แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ปีงบประมาณ พ.ศ. ๒๕๖๕ - ๒๕๖๖"),
        ("แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ได้จัดทำแผนเสร็จแล้วเมื่อ พ.ศ. ๒๕๖๕"),
        ("แผน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ปีงบประมาณ พ.ศ. ๒๕๖๕ และ \ufffc\ufffc"),
        ("การประชุม ครั้งที่ ๔/๒๕๖๖", "รับรองรายงาน ครั้งที่ ๓/๒๕๖๖ ในครั้งที่ ๔ / ๒๕๖๖"),
        ("การประชุม", "ครั้งที่ ๓/๒๕๖๖"),
    ],
)
def test_a_subject_whose_year_is_in_the_text_is_left_alone(subject, text):
    assert texts(memo(subject=subject, body=[text]), "J10") == []


def test_tables_are_text_too():
    paper = memo(subject="แผนปีงบประมาณ ๒๕๖๗", body=["ตามแผนปีงบประมาณ ๒๕๖๖"])
    assert texts(with_table(paper, [["ปีงบประมาณ ๒๕๖๗"]]), "J10") == []


def test_an_order_is_not_asked():
    assert texts(order(subject="แผนปีงบประมาณ ๒๕๖๗", body=["แผนปีงบประมาณ ๒๕๖๖"]), "J10") == []
