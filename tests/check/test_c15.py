"""C15: quotation marks and brackets in pairs."""

from __future__ import annotations

from cases import each
from papers import faults, found, memo, texts

from memogen.findings import Severity


@each(
    ("text", "wrong"),
    [
        ("ผ่านระบบออนไลน์ (Google Form", "("),
        ("ผ่านระบบออนไลน์ Google Form)", ")"),
        ("เรื่อง “แผนงาน", "“"),
        ('จัดทำ "นวัตกรรม" ส่ง', '"นวัตกรรม"'),
        ("(ก (ข)", "("),
    ],
)
def test_a_fault_is_found(text, wrong):
    [fault] = faults(memo(body=[text]), "C15")
    assert (fault.text, fault.fix) == (wrong, None)


@each(
    "text",
    [
        "ผ่านระบบออนไลน์ (Google Form)",
        "๑) จัดประชุม ๒) รายงาน",
        "๒.๑) ปรับปรุง",
        "ก) จัดประชุม",
        "(ยกเว้น (บางส่วน))",
        "เรื่อง “แผนงาน”",
        'จอภาพ 24" จำนวน ๑ จอ "',
        '"Google Form"',
        "\ufffc(\ufffc",
    ],
)
def test_what_is_right_is_left_alone(text):
    assert texts(memo(body=[text]), "C15") == []


def test_a_missing_bracket_is_a_warning_and_the_rest_hints():
    severities = [
        found(memo(body=[text]), "C15")[0].finding.severity for text in ("(ก", "“แผนงาน", 'จัดทำ "นวัตกรรม"')
    ]
    assert severities == [Severity.WARNING, Severity.INFO, Severity.INFO]
